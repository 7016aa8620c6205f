use std::{collections::BTreeMap, fmt, fs, path::Path, str::FromStr};

use sayso::{
    Span,
    attribution::{Attribution, model::Classes},
};
use serde::Deserialize;

use crate::markup::Markup;

/// Articles in which somebody has marked who said what.
///
/// There are two forms of it.
///
/// * JSON Lines: one object a line, with the fields `id`, `text` and
///   `attributions`; each of these has lists of spans `[start, end]` in code points
///   as `source`, `cue` and `content`. Those with a true `nested` or `optional`
///   need not be found. Other fields are ignored.
/// * Marked text, for articles that are marked by hand: files `*.txt`, an article
///   each, with `{source 1|…}`, `{cue 1|…}` and `{content 1|…}` around the words of
///   attribution 1, and so on. A role may have several pieces, a piece may belong to
///   several attributions (`{source 1,2|…}`), and marks may lie in marks: what is
///   all inside the content of another need not be found. `\{`, `\}` and `\\` stand
///   for a brace or a backslash of the text; a line break at the end of the file is
///   not part of it.
///
/// # Example
///
/// ```
/// use sayso_train::Document;
///
/// let marked = "{content 1|“No,”} {cue 1|said} {source 1,2|the mayor}, who\
///               {cue 2|denied} {content 2|a rift}.";
/// let article = Document::from_marked("council", marked)?;
/// assert_eq!(&article.text[article.attributions[1].content[0]], "a rift");
/// # Ok::<(), sayso_train::CorpusError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// The articles, in order.
    pub documents: Vec<Document>,
}

/// An article of a [`Corpus`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Document {
    /// Its name.
    pub id: String,
    /// Its text.
    pub text: String,
    /// Its attributions.
    pub attributions: Vec<Gold>,
    /// Parts of speech, as tags of the Penn Treebank; empty if there are none.
    pub tags: Vec<(Span, String)>,
}

impl Document {
    /// Reads an article with marks in it; see [`Corpus`].
    ///
    /// # Errors
    ///
    /// If a mark is not closed or nothing that it closes was open, has no words or
    /// no number, or an attribution has no content.
    pub fn from_marked(id: &str, marked: &str) -> Result<Document, CorpusError> {
        let place = |line| Place { file: "", line: Some(line) };
        Markup::parse(id, marked).map_err(|(line, reason)| CorpusError::new(&place(line), reason))
    }
}

/// An attribution that somebody has marked, in bytes.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Gold {
    /// Who.
    pub source: Vec<Span>,
    /// The words that signal it.
    pub cue: Vec<Span>,
    /// What.
    pub content: Vec<Span>,
    /// Whether it is inside another, or need not be found.
    pub aside: bool,
}

/// Why a corpus cannot be read.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct CorpusError {
    file: String,
    line: Option<u64>,
    reason: String,
}

impl CorpusError {
    fn new(place: &Place<'_>, reason: impl fmt::Display) -> CorpusError {
        CorpusError { file: place.file.into(), line: place.line, reason: reason.to_string() }
    }

    /// Returns the name of the file, empty for a string.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Returns the number of the line, from 1, if it is one line that is wrong.
    pub fn line(&self) -> Option<u64> {
        self.line
    }

    /// Returns what is wrong.
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl fmt::Display for CorpusError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.file.is_empty() {
            write!(f, "{}: ", self.file)?;
        }
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        f.write_str(&self.reason)
    }
}

/// Where an error may be.
struct Place<'a> {
    file: &'a str,
    line: Option<u64>,
}

impl std::error::Error for CorpusError {}

type Pairs = Vec<(usize, usize)>;

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    attributions: Vec<Marked>,
    #[serde(default)]
    tokens: Pairs,
    #[serde(default)]
    xpos: Vec<String>,
    #[serde(default)]
    sentences: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct Marked {
    #[serde(default)]
    source: Pairs,
    #[serde(default)]
    cue: Pairs,
    #[serde(default)]
    content: Pairs,
    #[serde(default)]
    nested: bool,
    #[serde(default)]
    optional: bool,
}

#[derive(Deserialize)]
struct Tagged {
    tokens: Pairs,
    tags: Vec<String>,
}

impl Corpus {
    /// Reads a corpus: a file of JSON Lines, a marked article `*.txt`, which is
    /// named like its file, or a folder of such articles, in the order of their
    /// names.
    ///
    /// # Errors
    ///
    /// If a file cannot be read or is not what [`Corpus`] says, or a folder has no
    /// file `*.txt`.
    pub fn open(path: impl AsRef<Path>) -> Result<Corpus, CorpusError> {
        let path = path.as_ref();
        let marked = |path: &Path| path.extension().is_some_and(|extension| extension == "txt");
        if path.is_dir() {
            let place = Place { file: &path.display().to_string(), line: None };
            let failed = |error| CorpusError::new(&place, error);
            let mut files = Vec::new();
            for entry in fs::read_dir(path).map_err(failed)? {
                files.push(entry.map_err(failed)?.path());
            }
            files.retain(|path| marked(path));
            files.sort();
            if files.is_empty() {
                return Err(CorpusError::new(&place, "no articles (*.txt) in this folder"));
            }
            let documents =
                files.iter().map(|path| open_marked(path)).collect::<Result<_, _>>()?;
            return Ok(Corpus { documents });
        }
        if marked(path) {
            return Ok(Corpus { documents: vec![open_marked(path)?] });
        }
        let (name, lines) = read(path)?;
        Corpus::parse(&lines, &name)
    }

    fn parse(lines: &str, file: &str) -> Result<Corpus, CorpusError> {
        let mut corpus = Corpus::default();
        for (number, line) in (1..).zip(lines.lines()) {
            if !line.trim().is_empty() {
                let place = Place { file, line: Some(number) };
                corpus.documents.push(parse(line, &place)?);
            }
        }
        Ok(corpus)
    }

    /// Reads parts of speech for the documents of the same names from a file:
    /// objects with `id` and `sentences`, which have `tokens` and `tags`.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, or a line of it is no such object.
    pub fn open_tags(&mut self, path: impl AsRef<Path>) -> Result<(), CorpusError> {
        let (file, lines) = read(path.as_ref())?;
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for (at, document) in self.documents.iter().enumerate() {
            places.insert(document.id.clone(), at);
        }
        for (number, line) in (1..).zip(lines.lines()) {
            let place = Place { file: &file, line: Some(number) };
            let line: Line =
                serde_json::from_str(line).map_err(|e| CorpusError::new(&place, e))?;
            let Some(at) = places.get(&line.id) else { continue };
            let document = &mut self.documents[*at];
            for sentence in line.sentences {
                let tagged: Tagged =
                    serde_json::from_value(sentence).map_err(|e| CorpusError::new(&place, e))?;
                let spans = to_bytes(&document.text, &tagged.tokens)
                    .ok_or_else(|| CorpusError::new(&place, "a span outside the text"))?;
                document.tags.extend(spans.into_iter().zip(tagged.tags));
            }
        }
        Ok(())
    }
}

/// Reads a corpus from JSON Lines.
impl FromStr for Corpus {
    type Err = CorpusError;

    fn from_str(lines: &str) -> Result<Corpus, CorpusError> {
        Corpus::parse(lines, "")
    }
}

fn parse(line: &str, place: &Place<'_>) -> Result<Document, CorpusError> {
    let line: Line = serde_json::from_str(line).map_err(|e| CorpusError::new(place, e))?;
    let spans = |pairs: &Pairs| {
        to_bytes(&line.text, pairs)
            .ok_or_else(|| CorpusError::new(place, "a span outside the text"))
    };
    let mut attributions = Vec::new();
    for marked in &line.attributions {
        attributions.push(Gold {
            source: spans(&marked.source)?,
            cue: spans(&marked.cue)?,
            content: spans(&marked.content)?,
            aside: marked.nested || marked.optional,
        });
    }
    let tags = spans(&line.tokens)?.into_iter().zip(line.xpos).collect();
    Ok(Document { id: line.id, text: line.text, attributions, tags })
}

/// Converts spans from code points; `None` if one is not inside the text.
fn to_bytes(text: &str, pairs: &Pairs) -> Option<Vec<Span>> {
    if pairs.is_empty() {
        return Some(Vec::new());
    }
    let mut offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    offsets.push(text.len());
    let span = |&(start, end): &(usize, usize)| {
        let (start, end) = (*offsets.get(start)?, *offsets.get(end)?);
        (start <= end).then(|| Span::new(start, end))
    };
    pairs.iter().map(span).collect()
}

impl From<&Attribution> for Gold {
    fn from(found: &Attribution) -> Gold {
        Gold {
            source: found.source.into_iter().collect(),
            cue: found.cue.into_iter().collect(),
            content: found.content.clone(),
            aside: false,
        }
    }
}

fn open_marked(path: &Path) -> Result<Document, CorpusError> {
    let (file, text) = read(path)?;
    let id = path.file_stem().unwrap_or_default().to_string_lossy();
    Document::from_marked(&id, &text).map_err(|error| CorpusError { file, ..error })
}

/// Returns the name of a file and what is in it.
fn read(path: &Path) -> Result<(String, String), CorpusError> {
    let file = path.display().to_string();
    match fs::read_to_string(path) {
        Ok(lines) => Ok((file, lines)),
        Err(error) => Err(CorpusError::new(&Place { file: &file, line: None }, error)),
    }
}

/// Reads classes of words; see [`Trainer::classes`](crate::Trainer::classes).
pub(crate) fn read_classes(path: &Path) -> Result<Classes, CorpusError> {
    let (file, table) = read(path)?;
    let mut lines = table.lines();
    let names: Vec<&str> = lines.next().unwrap_or("").split('\t').collect();
    let column = |name: &str| {
        let at = names.iter().position(|known| *known == name);
        let place = Place { file: &file, line: Some(1) };
        at.ok_or_else(|| CorpusError::new(&place, format_args!("no column {name}")))
    };
    let (word, fine, coarse) = (column("word")?, column("class256")?, column("class64")?);
    let mut rows = Vec::new();
    for (number, line) in (2..).zip(lines) {
        let fields: Vec<&str> = line.split('\t').collect();
        let row = || {
            let fine: u16 = fields.get(fine)?.parse().ok()?;
            Some((*fields.get(word)?, fine, fields.get(coarse)?.parse().ok()?))
        };
        let place = Place { file: &file, line: Some(number) };
        rows.push(row().ok_or_else(|| CorpusError::new(&place, "not a word and its classes"))?);
    }
    Ok(Classes::new(rows.into_iter()))
}
