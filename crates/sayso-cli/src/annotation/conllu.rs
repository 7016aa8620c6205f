use std::io::{self, Write};

use sayso::{Span, Token};

use super::{Annotate, Article, mark::Mark, paragraphs::paragraphs};
use crate::{
    args::Unit,
    format::{Offsets, Sheet, rounded},
};

/// CoNLL-U: sentences and tokens, and in MISC which attributions a token is in.
///
/// All columns that are about syntax are empty.
pub(super) struct Conllu {
    /// What offsets count.
    pub(super) unit: Unit,
}

impl Annotate for Conllu {
    fn write(&self, article: &Article<'_>, sheet: &mut Sheet) -> io::Result<()> {
        let out = &mut sheet.bytes;
        let (text, name) = (article.text(), comment(&article.record.name));
        let offsets = Offsets::new(text, self.unit);
        let tokens = &article.analysis.tokens;
        let sentences = &article.analysis.sentences;
        let mut paragraphs = paragraphs(text, sentences).into_iter().peekable();
        let (marks, mut mark) = (article.marks(), 0);
        let mut current: Vec<Mark> = Vec::new();
        let mut token = 0;
        for (number, sentence) in sentences.iter().enumerate() {
            if number == 0 {
                writeln!(out, "# newdoc id = {name}")?;
                attributions(article, out)?;
            }
            let starts = |paragraph: &Span| paragraph.start() <= sentence.span.start();
            if paragraphs.next_if(starts).is_some() {
                writeln!(out, "# newpar")?;
            }
            writeln!(out, "# sent_id = {name}-{}", number + 1)?;
            writeln!(out, "# text = {}", comment(&text[sentence.span]))?;
            let first = token;
            // Tokens and sentences leave nothing but white space outside, so no token
            // is passed over.
            while token < tokens.len() && tokens[token].span.start() < sentence.span.end() {
                let Token { span, .. } = tokens[token];
                while mark < marks.len() && marks[mark].span.start() < span.end() {
                    current.push(marks[mark]);
                    mark += 1;
                }
                current.retain(|mark| mark.span.end() > span.start());
                write!(out, "{}\t{}\t", token - first + 1, form(&text[span]))?;
                write!(out, "_\t_\t_\t_\t_\t_\t_\t")?;
                let next = tokens.get(token + 1).map_or(text.len(), |next| next.span.start());
                let before = if token == 0 { &text[..span.start()] } else { "" };
                miscellany(out, before, &text[span.end()..next], &current)?;
                let [start, end] = offsets.pair(span);
                writeln!(out, "TokenRange={start}:{end}")?;
                token += 1;
            }
            writeln!(out)?;
        }
        sheet.end_file("conllu");
        Ok(())
    }
}

/// Writes a comment for each attribution.
fn attributions(article: &Article<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    for (number, attribution) in article.attributions().iter().enumerate() {
        let speakers: Vec<String> = attribution.speakers.iter().map(ToString::to_string).collect();
        writeln!(
            out,
            "# attribution = {} kind={} confidence={} speakers={}",
            number + 1,
            attribution.kind.as_str(),
            rounded(attribution.confidence),
            comment(&speakers.join("; "))
        )?;
    }
    Ok(())
}

/// Writes what is said of a token in MISC, with a bar behind each.
fn miscellany(out: &mut Vec<u8>, before: &str, after: &str, marks: &[Mark]) -> io::Result<()> {
    let mut roles: Vec<_> = marks.iter().map(|mark| (mark.attribution, mark.role)).collect();
    roles.sort_unstable();
    for (position, (attribution, role)) in roles.into_iter().enumerate() {
        out.write_all(if position == 0 { b"Attribution=" } else { b"," })?;
        write!(out, "{}:{}", attribution + 1, role.as_str())?;
    }
    if !marks.is_empty() {
        out.write_all(b"|")?;
    }
    match after {
        "" => out.write_all(b"SpaceAfter=No|")?,
        " " => {}
        spaces => write!(out, "SpacesAfter={}|", escaped(spaces))?,
    }
    if !before.is_empty() {
        write!(out, "SpacesBefore={}|", escaped(before))?;
    }
    Ok(())
}

/// Returns white space as in UDPipe, and what it knows no name for by its number.
fn escaped(spaces: &str) -> String {
    let escape = |c| match c {
        ' ' => "\\s".into(),
        '\t' => "\\t".into(),
        '\r' => "\\r".into(),
        '\n' => "\\n".into(),
        c => format!("\\u{:04X}", u32::from(c)),
    };
    spaces.chars().map(escape).collect()
}

/// Returns words for a comment: any white space is a space.
fn comment(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    form(&words.join(" "))
}

/// Returns a token that stands on one line, whatever is in it. Control characters,
/// some of which end lines for some readers, are U+FFFD.
fn form(token: &str) -> String {
    token.replace(char::is_control, "\u{FFFD}")
}
