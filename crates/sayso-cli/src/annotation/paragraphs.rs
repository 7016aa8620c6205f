use sayso::{Sentence, Span, sentence::SentenceEnd};

/// Returns the paragraphs of a text: runs of sentences, in order, between which
/// there is nothing but white space.
///
/// What a single line break means is told from the sentences: if one of them goes
/// on over a break, lines are wrapped at a margin.
///
/// # Complexity
///
/// Linear in the length of the text.
pub(super) fn paragraphs(text: &str, sentences: &[Sentence]) -> Vec<Span> {
    let wrapped = sentences.iter().any(|sentence| breaks(&text[sentence.span]) > 0);
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut goes_on = false;
    for (position, sentence) in sentences.iter().enumerate() {
        match paragraphs.last_mut() {
            Some(last) if goes_on => *last = last.hull(sentence.span),
            _ => paragraphs.push(sentence.span),
        }
        if let Some(next) = sentences.get(position + 1) {
            let gap = &text[sentence.span.end()..next.span.start()];
            goes_on = match breaks(gap) {
                0 => !gap.contains(['\u{2029}', '\u{C}']),
                1 => wrapped && sentence.end != SentenceEnd::Paragraph,
                _ => false,
            };
        }
    }
    paragraphs
}

/// Counts line breaks.
fn breaks(text: &str) -> usize {
    let bytes = text.as_bytes();
    let ends = |at: usize| match bytes[at] {
        b'\n' => true,
        // The break of a carriage return and a line feed is counted once.
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    (0..bytes.len()).filter(|&at| ends(at)).count()
}

#[cfg(test)]
mod tests {
    use sayso::sentence::SentenceSegmenter;

    use super::paragraphs;

    fn split(text: &str) -> Vec<&str> {
        let sentences: Vec<_> = SentenceSegmenter::new().sentences(text).collect();
        paragraphs(text, &sentences).into_iter().map(|paragraph| &text[paragraph]).collect()
    }

    #[test]
    fn blank_lines() {
        assert_eq!(split("One. Two.\n\n Three.\r\n\r\nFour."), ["One. Two.", "Three.", "Four."]);
        assert_eq!(split(" \n"), [""; 0]);
    }

    #[test]
    fn every_line() {
        assert_eq!(
            split("It rains.\nIt pours. It\u{A0}is wet.\nIt ends."),
            ["It rains.", "It pours. It\u{A0}is wet.", "It ends."]
        );
    }

    #[test]
    fn wrapped_lines() {
        let text = "The rain came down all day and\nall night. It did not stop for\nanybody, it seemed. Then it was\ngone and nobody spoke of it.\n\nThe end.";
        assert_eq!(split(text).len(), 2);
    }
}
