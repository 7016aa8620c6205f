use std::{
    collections::HashMap,
    io::{self, Write},
};

use sayso::{
    Entity,
    attribution::{AttributionKind, EntityKind, Gender},
};

use super::{
    Annotate, Article,
    mark::{Mark, Role},
    paragraphs::paragraphs,
    pieces::{Step, pieces},
    xml::Escaped,
};
use crate::format::{Frame, Sheet, rounded};

/// TEI P5: the text in paragraphs with `<said>`, and a list of who speaks.
pub(super) struct Tei;

/// Documents that follow one another.
pub(super) const CORPUS: Frame = Frame {
    head: concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\">\n",
        "<teiHeader><fileDesc>",
        "<titleStmt><title>Who said what</title></titleStmt>",
        "<publicationStmt><p>Not published.</p></publicationStmt>",
        "<sourceDesc><p>The documents below.</p></sourceDesc>",
        "</fileDesc></teiHeader>\n"
    ),
    separator: "",
    tail: "</teiCorpus>\n",
};

/// A document in a file of its own.
pub(super) const FILE: Frame =
    Frame { head: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", separator: "", tail: "" };

impl Annotate for Tei {
    fn write(&self, article: &Article<'_>, sheet: &mut Sheet) -> io::Result<()> {
        let out = &mut sheet.bytes;
        let name = Escaped(&article.record.name);
        writeln!(out, "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">")?;
        writeln!(
            out,
            "<teiHeader>\n<fileDesc>\n<titleStmt><title>{name}</title></titleStmt>\n\
             <publicationStmt><p>Not published.</p></publicationStmt>\n\
             <sourceDesc><p>{name}</p></sourceDesc>\n</fileDesc>\n\
             <encodingDesc>\n<p>Attributions were found by sayso {}.</p>\n<classDecl><taxonomy>",
            env!("CARGO_PKG_VERSION")
        )?;
        for (kind, description) in KINDS {
            let id = kind_id(article, kind);
            writeln!(
                out,
                "<category xml:id=\"{id}\"><catDesc>{}: {description}</catDesc></category>",
                kind.as_str()
            )?;
        }
        writeln!(out, "</taxonomy></classDecl>\n</encodingDesc>")?;
        speakers(article, out)?;
        writeln!(out, "</teiHeader>")?;
        body(article, out)?;
        writeln!(out, "</TEI>")?;
        sheet.end_file("xml");
        Ok(())
    }
}

const KINDS: [(AttributionKind, &str); 3] = [
    (AttributionKind::Direct, "all of it stands between quotation marks"),
    (AttributionKind::Indirect, "none of it does"),
    (AttributionKind::Mixed, "a part of it does"),
];

fn kind_id(article: &Article<'_>, kind: AttributionKind) -> String {
    format!("d{}-{}", article.place.number, kind.as_str())
}

/// Lists who speaks.
fn speakers(article: &Article<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    if article.cast.members.is_empty() {
        return Ok(());
    }
    writeln!(out, "<profileDesc><particDesc><listPerson>")?;
    for (number, member) in article.cast.members.iter().enumerate() {
        let id = article.id('s', number);
        let Entity { kind, gender, .. } = member.entity;
        let name = member.name();
        let name = Escaped(&name);
        let note = member.description().map(|description| {
            format!("<note type=\"description\">{}</note>", Escaped(description))
        });
        let note = note.unwrap_or_default();
        match kind {
            EntityKind::Organization => {
                writeln!(out, "<org xml:id=\"{id}\"><orgName>{name}</orgName>{note}</org>")?;
            }
            EntityKind::Group => {
                writeln!(
                    out,
                    "<personGrp xml:id=\"{id}\"><persName>{name}</persName>{note}</personGrp>"
                )?;
            }
            _ => {
                let sex = match gender {
                    Some(Gender::Feminine) => " sex=\"F\"",
                    Some(Gender::Masculine) => " sex=\"M\"",
                    _ => "",
                };
                writeln!(
                    out,
                    "<person xml:id=\"{id}\"{sex}><persName>{name}</persName>{note}</person>"
                )?;
            }
        }
    }
    writeln!(out, "</listPerson></particDesc></profileDesc>")
}

/// Writes the text.
fn body(article: &Article<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    let text = article.text();
    let (marks, paragraphs) = (article.marks(), paragraphs(text, &article.analysis.sentences));
    let paragraphs = pieces(&paragraphs, &marks);
    let mut chains = Chains::new(&marks, &paragraphs);
    writeln!(out, "<text><body>")?;
    if paragraphs.is_empty() {
        writeln!(out, "<p/>")?;
    }
    for steps in paragraphs {
        out.write_all(b"<p>")?;
        for step in steps {
            match step {
                Step::Words(span) => write!(out, "{}", Escaped(&text[span]))?,
                Step::Open(mark) => {
                    let mark = &marks[mark];
                    open(article, mark, out)?;
                    chains.write(article, mark, out)?;
                    out.write_all(b">")?;
                }
                Step::Close(mark) => write!(out, "</{}>", element(marks[mark].role))?,
            }
        }
        out.write_all(b"</p>\n")?;
    }
    writeln!(out, "</body></text>")
}

fn element(role: Role) -> &'static str {
    match role {
        Role::Source => "rs",
        Role::Cue => "seg",
        Role::Content => "said",
    }
}

/// Writes the start of an element, up to its identifier.
fn open(article: &Article<'_>, mark: &Mark, out: &mut Vec<u8>) -> io::Result<()> {
    let attribution = &article.attributions()[mark.attribution];
    let speakers: Vec<String> = article
        .cast
        .speakers(attribution)
        .map(|speaker| format!("#{}", article.id('s', speaker)))
        .collect();
    let speakers = speakers.join(" ");
    let name = element(mark.role);
    write!(out, "<{name}")?;
    match mark.role {
        Role::Content => {
            if !speakers.is_empty() {
                write!(out, " who=\"{speakers}\"")?;
            }
            // Whether somebody says it in so many words. Nobody knows whether it was
            // spoken or written.
            let direct = attribution.kind == AttributionKind::Direct;
            let kind = kind_id(article, attribution.kind);
            let confidence = rounded(attribution.confidence);
            write!(
                out,
                " aloud=\"unknown\" direct=\"{direct}\" ana=\"#{kind}\" cert=\"{confidence}\""
            )
        }
        Role::Source | Role::Cue => {
            if mark.role == Role::Source && !speakers.is_empty() {
                write!(out, " ref=\"{speakers}\"")?;
            }
            let content = article.id('a', mark.attribution);
            write!(out, " type=\"{}\" corresp=\"#{content}\"", mark.role.as_str())
        }
    }
}

/// The pieces of contents, sources and cues that are cut, in the order of the text.
struct Chains {
    /// How many pieces there are of each, and how many have been written.
    pieces: HashMap<(usize, Role), (usize, usize)>,
}

impl Chains {
    fn new(marks: &[Mark], paragraphs: &[Vec<Step>]) -> Chains {
        let mut pieces = HashMap::new();
        for step in paragraphs.iter().flatten() {
            if let Step::Open(mark) = *step {
                let key = (marks[mark].attribution, marks[mark].role);
                pieces.entry(key).or_insert((0, 0)).0 += 1;
            }
        }
        Chains { pieces }
    }

    /// Writes the identifier of the next piece of a mark, and which are before and
    /// after it.
    fn write(&mut self, article: &Article<'_>, mark: &Mark, out: &mut Vec<u8>) -> io::Result<()> {
        let key = (mark.attribution, mark.role);
        let (all, number) = self.pieces.get_mut(&key).expect("all pieces have been counted");
        *number += 1;
        let letter = match mark.role {
            Role::Content => 'a',
            Role::Source => 'o',
            Role::Cue => 'c',
        };
        let whole = article.id(letter, mark.attribution);
        let id = |number| if number == 1 { whole.clone() } else { format!("{whole}.{number}") };
        if *all > 1 || mark.role == Role::Content {
            write!(out, " xml:id=\"{}\"", id(*number))?;
        }
        if *number > 1 {
            write!(out, " prev=\"#{}\"", id(*number - 1))?;
        }
        if *number < *all {
            write!(out, " next=\"#{}\"", id(*number + 1))?;
        }
        Ok(())
    }
}
