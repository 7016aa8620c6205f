use std::{borrow::Cow, io};

use super::changes::{Change, Changes};
use crate::{
    cmd::said::Said,
    format::{Offsets, Page, Pair, speaker_name},
};

/// Shows to a reader what has changed in a text.
pub(super) fn show(
    changes: &Changes,
    text: &str,
    offsets: &Offsets<'_>,
    page: &mut Page,
) -> io::Result<()> {
    for said in &changes.removed {
        head("−", said, text, offsets, &[], page)?;
        page.words(1, &marked(text, offsets, &said.content, &[]), &[])?;
    }
    for said in &changes.added {
        head("+", said, text, offsets, &[], page)?;
        page.words(1, &marked(text, offsets, &[], &said.content), &[])?;
    }
    for change in &changes.changed {
        let Change { what, before, after } = change;
        head("≠", before, text, offsets, what, page)?;
        for &what in what {
            let words: Cow<'_, str> = match what {
                "source" => marked(text, offsets, &before.source, &after.source).into(),
                "cue" => marked(text, offsets, &before.cue, &after.cue).into(),
                "content" => marked(text, offsets, &before.content, &after.content).into(),
                "kind" => format!("{} → {}", kind(before), kind(after)).into(),
                _ => format!("{} → {}", who(before), who(after)).into(),
            };
            page.words(1, &format!("{what}: {words}"), &[])?;
        }
        if !what.contains(&"content") {
            page.words(1, &marked(text, offsets, &before.content, &before.content), &[])?;
        }
    }
    Ok(())
}

fn head(
    sign: &str,
    said: &Said,
    text: &str,
    offsets: &Offsets<'_>,
    what: &[&str],
    page: &mut Page,
) -> io::Result<()> {
    let cue = crate::cmd::said::words(text, offsets, &said.cue);
    let cue = cue.trim_end_matches([',', ':']);
    let cue = (!cue.is_empty()).then_some(cue);
    let changed = what.join(", ");
    let changed = (!what.is_empty()).then_some(changed.as_str());
    let details: Vec<&str> = cue.into_iter().chain([kind(said)]).chain(changed).collect();
    page.head(&format!("{sign} {}", who(said)), &details)
}

fn who(said: &Said) -> String {
    if said.speakers.is_empty() {
        return "Unknown speaker".into();
    }
    said.speakers.iter().map(|speaker| speaker_name(speaker)).collect::<Vec<_>>().join(", ")
}

fn kind(said: &Said) -> &str {
    said.kind.as_deref().unwrap_or("unknown")
}

/// Returns the words of two lists of spans: in `[-…-]` what only the first has, in
/// `{+…+}` what only the second has, with a mark where text is left out between.
fn marked(text: &str, offsets: &Offsets<'_>, before: &[Pair], after: &[Pair]) -> String {
    let mut borders: Vec<usize> = before.iter().chain(after).flatten().copied().collect();
    borders.sort_unstable();
    borders.dedup();
    let is_in = |pairs: &[Pair], place: usize| pairs.iter().any(|p| p[0] <= place && place < p[1]);
    let mut words = String::new();
    let mut last_end = None;
    for stretch in borders.windows(2) {
        let &[start, end] = stretch else { continue };
        let (old, new) = (is_in(before, start), is_in(after, start));
        if !old && !new {
            continue;
        }
        if last_end.is_some_and(|last| last < start) {
            words += " … ";
        }
        last_end = Some(end);
        let stretch = offsets.span([start, end]).map_or("", |span| &text[span]);
        match (old, new) {
            (true, true) => words += stretch,
            (true, false) => words.extend(["[-", stretch, "-]"]),
            _ => words.extend(["{+", stretch, "+}"]),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::marked;
    use crate::{args::Unit, format::Offsets};

    #[test]
    fn words_that_come_and_go() {
        let text = "one two three four";
        let offsets = Offsets::new(text, Unit::Chars);
        let marked =
            |before: &[[usize; 2]], after: &[[usize; 2]]| marked(text, &offsets, before, after);
        assert_eq!(marked(&[[0, 7]], &[[4, 13]]), "[-one -]two{+ three+}");
        assert_eq!(marked(&[[0, 3], [8, 13]], &[[0, 3], [8, 13]]), "one … three");
        assert_eq!(marked(&[], &[[0, 3]]), "{+one+}");
        assert_eq!(marked(&[[0, 3]], &[[14, 18]]), "[-one-] … {+four+}");
        assert_eq!(marked(&[], &[]), "");
    }
}
