use std::io::{self, Write};

use sayso::Span;

use super::{color, how, names};
use crate::annotation::{
    Article,
    mark::{Mark, Role},
    paragraphs::paragraphs,
    pieces::{Step, pieces},
    xml::Escaped,
};

/// Writes the text of an article.
pub(super) fn write(article: &Article<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    let text = article.text();
    let (marks, spans) = (article.marks(), paragraphs(text, &article.analysis.sentences));
    let paragraphs = pieces(&spans, &marks);
    let mut left = count(article, &marks, &paragraphs);
    let mut begun = vec![false; article.attributions().len()];
    writeln!(out, "<div class=\"text\">")?;
    for (number, steps) in paragraphs.iter().enumerate() {
        let element = if number == 0 && is_headline(text, &spans) { "h2" } else { "p" };
        write!(out, "<{element}>")?;
        for step in steps {
            match *step {
                Step::Words(span) => write!(out, "{}", Escaped(&text[span]))?,
                Step::Open(mark) => {
                    let mark = &marks[mark];
                    let first = mark.role == Role::Content
                        && !std::mem::replace(&mut begun[mark.attribution], true);
                    open(article, mark, first, out)?;
                }
                Step::Close(mark) => {
                    let mark = &marks[mark];
                    if mark.role == Role::Content {
                        let left = &mut left[mark.attribution];
                        *left -= 1;
                        if *left == 0 {
                            numbers(article, mark.attribution, out)?;
                        }
                    }
                    write!(out, "</span>")?;
                }
            }
        }
        writeln!(out, "</{element}>")?;
    }
    writeln!(out, "</div>")
}

/// Counts the pieces of what is said, for each attribution.
fn count(article: &Article<'_>, marks: &[Mark], paragraphs: &[Vec<Step>]) -> Vec<usize> {
    let mut pieces = vec![0; article.attributions().len()];
    for step in paragraphs.iter().flatten() {
        if let Step::Open(mark) = *step {
            pieces[marks[mark].attribution] += usize::from(marks[mark].role == Role::Content);
        }
    }
    pieces
}

/// Whether the first of several paragraphs is short and ends as no sentence does.
fn is_headline(text: &str, paragraphs: &[Span]) -> bool {
    /// In bytes.
    const LONGEST: usize = 200;
    let first = paragraphs.first().map_or("", |&first| &text[first]);
    let ends = first.ends_with(['.', '?', '!', '"', '”', ':', ',']);
    paragraphs.len() > 1 && first.len() <= LONGEST && !ends
}

/// Begins a piece of a mark, which is the `first` of what is said or not.
fn open(article: &Article<'_>, mark: &Mark, first: bool, out: &mut Vec<u8>) -> io::Result<()> {
    let attribution = &article.attributions()[mark.attribution];
    let class = color(article.cast.speakers(attribution).next());
    let names = names(article, attribution);
    let names = Escaped(&names);
    match mark.role {
        Role::Source => write!(out, "<span class=\"source {class}\" title=\"{names}\">"),
        Role::Cue => write!(out, "<span class=\"cue {class}\">"),
        Role::Content => {
            write!(out, "<span class=\"said {class}\"")?;
            if first {
                write!(out, " id=\"{}\"", article.id('a', mark.attribution))?;
            }
            write!(out, " title=\"{names}: {}\">", how(attribution))?;
            if first {
                // Read out, where colors are not seen.
                write!(out, "<span class=\"vh\">[{names}: </span>")?;
            }
            Ok(())
        }
    }
}

/// Writes the numbers of those who have said it.
fn numbers(article: &Article<'_>, attribution: usize, out: &mut Vec<u8>) -> io::Result<()> {
    let speakers: Vec<usize> =
        article.cast.speakers(&article.attributions()[attribution]).collect();
    write!(out, "<span class=\"vh\">]</span>")?;
    for &speaker in &speakers {
        let (class, id) = (color(Some(speaker)), article.id('s', speaker));
        let name = article.cast.members[speaker].name();
        write!(
            out,
            "<a class=\"n {class}\" href=\"#{id}\" aria-label=\"speaker {number}: {name}\">{number}</a>",
            number = speaker + 1,
            name = Escaped(&name),
        )?;
    }
    if speakers.is_empty() {
        write!(out, "<span class=\"n kx\" aria-hidden=\"true\">?</span>")?;
    }
    Ok(())
}
