use std::io::{self, Write};

use sayso::attribution::EntityKind;

use super::{color, how};
use crate::annotation::{Article, xml::Escaped};

/// Writes the list of who speaks in an article, with what they say.
pub(super) fn write(article: &Article<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    writeln!(out, "<aside aria-label=\"Speakers\">\n<h3>Speakers</h3>")?;
    let unknown = article.attributions().iter().enumerate();
    let unknown: Vec<usize> = unknown
        .filter(|(_, attribution)| attribution.entities.is_empty())
        .map(|(position, _)| position)
        .collect();
    if article.attributions().is_empty() {
        return writeln!(out, "<p class=\"about\">Nobody says anything here.</p>\n</aside>");
    }
    writeln!(out, "<ul class=\"who\">")?;
    for (number, member) in article.cast.members.iter().enumerate() {
        let (class, id) = (color(Some(number)), article.id('s', number));
        let name = member.name();
        writeln!(
            out,
            "<li class=\"{class}\" id=\"{id}\"><span class=\"n\">{}</span><strong>{}</strong>",
            number + 1,
            Escaped(&name)
        )?;
        let kind = match member.entity.kind {
            EntityKind::Organization => Some("organization"),
            EntityKind::Group => Some("group"),
            _ => None,
        };
        if let Some(about) = member.description().or(kind) {
            writeln!(out, " <span class=\"about\">{}</span>", Escaped(about))?;
        }
        statements(article, &member.attributions, out)?;
    }
    if !unknown.is_empty() {
        writeln!(out, "<li class=\"kx\"><span class=\"n\">?</span><strong>Unknown</strong>")?;
        statements(article, &unknown, out)?;
    }
    writeln!(out, "</ul>\n</aside>")
}

/// Lists statements of one speaker, and ends the speaker.
fn statements(article: &Article<'_>, attributions: &[usize], out: &mut Vec<u8>) -> io::Result<()> {
    writeln!(out, "<ol>")?;
    for &position in attributions {
        let attribution = &article.attributions()[position];
        let text = article.text();
        let words = attribution.content.iter().flat_map(|&span| text[span].split_whitespace());
        // A colon or a comma that counts as a cue says nothing here.
        let cue = attribution.cue.map_or("", |cue| text[cue].trim_end_matches([':', ',']));
        let cue = if cue.is_empty() { String::new() } else { format!("{cue} · ") };
        writeln!(
            out,
            "<li><a href=\"#{}\">{}</a> <span class=\"how\">{}{}</span></li>",
            article.id('a', position),
            Escaped(&beginning(words)),
            Escaped(&cue),
            how(attribution)
        )?;
    }
    writeln!(out, "</ol></li>")
}

/// Returns the first of some words, with a space between them.
fn beginning<'w>(words: impl Iterator<Item = &'w str>) -> String {
    /// In characters, about a line and a half.
    const LONGEST: usize = 70;
    let (mut beginning, mut length) = (String::new(), 0);
    for word in words {
        length += word.chars().count() + 1;
        if length > LONGEST {
            if beginning.is_empty() {
                beginning.extend(word.chars().take(LONGEST));
            }
            return beginning + "\u{A0}…";
        }
        if !beginning.is_empty() {
            beginning.push(' ');
        }
        beginning += word;
    }
    beginning
}

#[cfg(test)]
mod tests {
    use super::beginning;

    #[test]
    fn a_line_and_a_half() {
        assert_eq!(beginning(["one", "two"].into_iter()), "one two");
        let long = "word ".repeat(40);
        let start = beginning(long.split_whitespace());
        assert_eq!(start, "word ".repeat(14).trim_end().to_owned() + "\u{A0}…");
        let one = "é".repeat(100);
        assert_eq!(beginning([one.as_str()].into_iter()), "é".repeat(70) + "\u{A0}…");
    }
}
