use std::cmp::Reverse;

use sayso::Span;

use super::mark::Mark;

/// A step through a paragraph in which marks are opened and closed properly: what is
/// opened last is closed first.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Step {
    /// A piece of the mark at that place begins.
    Open(usize),
    /// These words.
    Words(Span),
    /// The piece of the mark at that place that was opened last ends.
    Close(usize),
}

/// Returns the steps through each paragraph.
///
/// Marks cross paragraphs and one another, which elements of a page or of an XML
/// document cannot. So they are cut into pieces: at the ends of paragraphs, and
/// where a mark begins that ends later. No piece is empty.
///
/// `marks` are in order of their starts.
pub(super) fn pieces(paragraphs: &[Span], marks: &[Mark]) -> Vec<Vec<Step>> {
    let mut next = 0;
    // The marks that have begun and go on.
    let mut current: Vec<usize> = Vec::new();
    let of_paragraph = |&paragraph: &Span| {
        current.retain(|&mark| marks[mark].span.end() > paragraph.start());
        while next < marks.len() && marks[next].span.start() < paragraph.end() {
            current.push(next);
            next += 1;
        }
        let part = |&mark: &usize| {
            let part = marks[mark].span.intersect(paragraph).filter(|part| !part.is_empty())?;
            Some((part.start(), Reverse(part.end()), mark))
        };
        let mut parts: Vec<(usize, Reverse<usize>, usize)> =
            current.iter().filter_map(part).collect();
        parts.sort_unstable();
        let mut walker = Walker { steps: Vec::new(), open: Vec::new(), at: paragraph.start() };
        for together in parts.chunk_by(|one, next| one.0 == next.0) {
            walker.close_until(together[0].0);
            walker.words_until(together[0].0);
            walker.open(together.iter().map(|&(_, Reverse(end), mark)| (mark, end)).collect());
        }
        walker.close_until(paragraph.end());
        walker.words_until(paragraph.end());
        walker.steps
    };
    paragraphs.iter().map(of_paragraph).collect()
}

struct Walker {
    steps: Vec<Step>,
    /// The marks that are open, and where each ends: not behind the one before.
    open: Vec<(usize, usize)>,
    at: usize,
}

impl Walker {
    fn words_until(&mut self, end: usize) {
        if self.at < end {
            self.steps.push(Step::Words(Span::new(self.at, end)));
            self.at = end;
        }
    }

    /// Closes what ends up to `place`.
    fn close_until(&mut self, place: usize) {
        while let Some(&(mark, end)) = self.open.last() {
            if end > place {
                break;
            }
            self.words_until(end);
            self.steps.push(Step::Close(mark));
            self.open.pop();
        }
    }

    /// Opens marks, the longest first, and where each ends. Those that are open and
    /// end before one of them does are cut in two.
    fn open(&mut self, mut marks: Vec<(usize, usize)>) {
        let longest = marks[0].1;
        // Ends do not grow from one to the next.
        let whole = self.open.partition_point(|&(_, outer_end)| outer_end >= longest);
        let cut = self.open.split_off(whole);
        self.steps.extend(cut.iter().rev().map(|&(inner, _)| Step::Close(inner)));
        marks.extend(cut);
        marks.sort_by_key(|&(_, end)| Reverse(end));
        self.steps.extend(marks.iter().map(|&(mark, _)| Step::Open(mark)));
        self.open.extend(marks);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use sayso::Span;

    use super::{Step, pieces};
    use crate::annotation::mark::{Mark, Role};

    fn marks(spans: &[(usize, usize)]) -> Vec<Mark> {
        let mark = |(attribution, &(start, end))| {
            let span = Span::new(start, end);
            Mark { attribution, role: Role::Content, span }
        };
        let mut marks: Vec<Mark> = spans.iter().enumerate().map(mark).collect();
        marks.sort_by_key(|mark| (mark.span.start(), usize::MAX - mark.span.end()));
        marks
    }

    /// Letters for marks, in brackets, and a period for each byte.
    fn drawn(paragraphs: &[(usize, usize)], spans: &[(usize, usize)]) -> String {
        let paragraphs: Vec<Span> = paragraphs.iter().map(|&(s, e)| Span::new(s, e)).collect();
        let marks = marks(spans);
        let letter = |mark: usize| char::from(b'a' + marks[mark].attribution as u8);
        let of_paragraph = |steps: Vec<Step>| {
            let step = |step| match step {
                Step::Open(mark) => format!("<{}", letter(mark)),
                Step::Words(words) => ".".repeat(words.len()),
                Step::Close(mark) => format!("{}>", letter(mark)),
            };
            steps.into_iter().map(step).collect::<String>()
        };
        let drawn: Vec<String> =
            pieces(&paragraphs, &marks).into_iter().map(of_paragraph).collect();
        drawn.join(" ")
    }

    #[test]
    fn nested_crossing_and_over_paragraphs() {
        assert_eq!(drawn(&[(0, 6)], &[(1, 5), (2, 3)]), ".<a.<b.b>..a>.");
        assert_eq!(drawn(&[(0, 6)], &[(1, 4), (2, 5)]), ".<a.a><b<a..a>.b>.");
        assert_eq!(drawn(&[(0, 3), (4, 6)], &[(1, 5)]), ".<a..a> <a.a>.");
        assert_eq!(drawn(&[(0, 3), (4, 6)], &[(1, 5), (2, 6)]), ".<a.<b.b>a> <b<a.a>.b>");
        assert_eq!(drawn(&[(0, 2)], &[]), "..");
    }

    proptest! {
        #[test]
        fn what_is_opened_last_is_closed_first(
            breaks in prop::collection::vec(1..20_usize, 1..5),
            spans in prop::collection::vec((0..60_usize, 1..30_usize), 0..12),
        ) {
            let mut paragraphs = Vec::new();
            let mut end = 0;
            for length in breaks {
                paragraphs.push(Span::new(end, end + length));
                end += length + 1;
            }
            let marks = marks(&spans.iter().map(|&(s, l)| (s, s + l)).collect::<Vec<_>>());
            for (paragraph, steps) in paragraphs.iter().zip(pieces(&paragraphs, &marks)) {
                let (mut open, mut at) = (Vec::new(), paragraph.start());
                let mut covered = vec![0; marks.len()];
                for (position, &step) in steps.iter().enumerate() {
                    match step {
                        Step::Open(mark) => {
                            open.push(mark);
                            prop_assert_ne!(steps.get(position + 1), Some(&Step::Close(mark)));
                        }
                        Step::Close(mark) => prop_assert_eq!(open.pop(), Some(mark)),
                        Step::Words(words) => {
                            prop_assert_eq!(words.start(), at);
                            at = words.end();
                            open.iter().for_each(|&mark| covered[mark] += words.len());
                            for &mark in &open {
                                prop_assert!(marks[mark].span.covers(words));
                            }
                        }
                    }
                }
                prop_assert_eq!((open.len(), at), (0, paragraph.end()));
                for (mark, covered) in marks.iter().zip(covered) {
                    let part = mark.span.intersect(*paragraph);
                    prop_assert_eq!(covered, part.map_or(0, Span::len));
                }
            }
        }
    }
}
