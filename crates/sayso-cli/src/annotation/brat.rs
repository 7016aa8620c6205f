use std::io::{self, Write};

use sayso::{CharOffsets, Span};

use super::{Annotate, Article, mark::Role};
use crate::format::{Sheet, rounded};

/// Standoff files for brat: the text as it is, and its annotations beside it.
///
/// An attribution is an event whose trigger is its content.
pub(super) struct Brat;

/// Tells brat what there is.
pub(super) const CONFIGURATION: &str = "\
[entities]
Source
Cue

[relations]

[events]
Attribution\tSource?:Source, Cue?:Cue

[attributes]
Kind\tArg:Attribution, Value:direct|indirect|mixed
";

impl Annotate for Brat {
    fn write(&self, article: &Article<'_>, sheet: &mut Sheet) -> io::Result<()> {
        let text = article.text();
        let offsets = CharOffsets::new(text);
        sheet.bytes.write_all(text.as_bytes())?;
        sheet.end_file("txt");
        let out = &mut sheet.bytes;
        let mut last = 0;
        for (number, attribution) in article.attributions().iter().enumerate() {
            let number = number + 1;
            let mut bound = |name: &str, spans: &[Span]| {
                last += 1;
                text_bound(out, last, name, text, &offsets, spans).map(|()| last)
            };
            let trigger = bound("Attribution", &attribution.content)?;
            let source = attribution.source.map(|span| bound("Source", &[span])).transpose()?;
            let cue = attribution.cue.map(|span| bound("Cue", &[span])).transpose()?;
            write!(out, "E{number}\tAttribution:T{trigger}")?;
            for (role, bound) in [(Role::Source, source), (Role::Cue, cue)] {
                if let Some(bound) = bound {
                    let name = if role == Role::Source { "Source" } else { "Cue" };
                    write!(out, " {name}:T{bound}")?;
                }
            }
            writeln!(out, "\nA{number}\tKind E{number} {}", attribution.kind.as_str())?;
            let speakers: Vec<String> =
                attribution.speakers.iter().map(ToString::to_string).collect();
            let speakers = one_line(&speakers.join("; "));
            let confidence = rounded(attribution.confidence);
            writeln!(
                out,
                "#{number}\tAnnotatorNotes E{number}\tspeakers: {speakers}; confidence: {confidence}"
            )?;
        }
        sheet.end_file("ann");
        Ok(())
    }
}

/// Writes an annotation of words. It is cut at line breaks, which a line of the file
/// cannot have.
fn text_bound(
    out: &mut Vec<u8>,
    number: usize,
    name: &str,
    text: &str,
    offsets: &CharOffsets<'_>,
    spans: &[Span],
) -> io::Result<()> {
    let fragments: Vec<Span> = spans.iter().flat_map(|&span| lines(text, span)).collect();
    let places = fragments.iter().map(|&fragment| {
        let chars = offsets.to_chars(fragment);
        format!("{} {}", chars.start(), chars.end())
    });
    let places: Vec<String> = places.collect();
    let words: Vec<String> = fragments.iter().map(|&fragment| one_line(&text[fragment])).collect();
    writeln!(out, "T{number}\t{name} {}\t{}", places.join(";"), words.join(" "))
}

/// Returns the lines of a span, without the white space at their ends.
fn lines(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let mut start = span.start();
    text[span].split_inclusive(breaks_line).filter_map(move |line| {
        let whole = Span::new(start, start + line.len());
        start = whole.end();
        Some(whole.trim(text)).filter(|line| !line.is_empty())
    })
}

/// Whether Python, in which brat is written, ends a line there.
fn breaks_line(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{1C}'..='\u{1E}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Returns words with a space for each tab and line break.
fn one_line(words: &str) -> String {
    words.replace(|c| c == '\t' || breaks_line(c), " ")
}
