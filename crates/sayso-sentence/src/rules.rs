//! Whether a sentence ends at a mark.

use crate::{
    SentenceEnd,
    after::{After, First, Opener},
    before::{self, Before},
    chars,
    layout::{Gap, Layout},
    lexicon::{Abbreviation, Classes},
    mark::{Mark, MarkKind},
};

/// Decides about one mark of the sentence that began at `start`.
#[inline]
pub(crate) fn judge(
    text: &str,
    layout: &mut Layout,
    start: usize,
    mark: Mark,
) -> Option<SentenceEnd> {
    let gap = Gap::at(text, mark.end);
    if gap.is_empty() && gap.end < text.len() {
        return glued(text, start, mark);
    }
    let (before, word) = match mark.kind {
        MarkKind::Period => Before::read(text, start, mark.start),
        _ => (Before::Nothing, mark.start),
    };
    let reason = match (mark.kind, before) {
        (MarkKind::Ellipsis, _) => SentenceEnd::Ellipsis,
        (_, Before::Dotted | Before::Abbreviation(_)) => SentenceEnd::Abbreviation,
        _ => SentenceEnd::Mark,
    };
    if gap.end == text.len() || layout.parts(text, gap) {
        return Some(reason);
    }
    let after = After::read(text, gap.end);
    let context = Context { text, start, mark, word, after };
    let ends = match mark.kind {
        MarkKind::Strong => context.strong_ends(),
        MarkKind::Ellipsis => context.ellipsis_ends(),
        MarkKind::Period => match before {
            Before::Word => context.word_ends(),
            Before::Number => context.number_ends(),
            Before::Letter(letter) => context.letter_ends(letter),
            Before::Abbreviation(known) => context.abbreviation_ends(known),
            Before::Dotted => context.after.starts(text),
            Before::Nothing => mark.start > start && context.word_ends(),
        },
    };
    ends.then_some(reason)
}

/// No white space follows: it is an address, a number or a name, and rarely a
/// forgotten space.
fn glued(text: &str, start: usize, mark: Mark) -> Option<SentenceEnd> {
    if mark.ideographic {
        return Some(SentenceEnd::Mark);
    }
    let bytes = text.as_bytes();
    let [b'A'..=b'Z' | b'"' | b'\'' | b'(' | 0x80.., ..] = bytes[mark.end..] else { return None };
    let after = After::read(text, mark.end);
    let rest = &bytes[after.at..];
    // `Node.Js` and `Today.It` differ in what the second word is.
    let word = after.word(text).len() > 2 || after.starts(text);
    if after.first != First::Upper || !word || !is_capitalized(rest) {
        return None;
    }
    let before = &bytes[start.max(mark.start.saturating_sub(ADDRESS))..mark.start];
    let before = before.rsplit(u8::is_ascii_whitespace).next().unwrap_or_default();
    let rest = &rest[..rest.len().min(ADDRESS)];
    let rest = rest.split(u8::is_ascii_whitespace).next().unwrap_or_default();
    let address = |byte: &u8| matches!(byte, b'@' | b'/' | b'.' | b':' | b'<' | b'_');
    // The mark at the end of `Ann.Lee.` says nothing; one inside is of an address.
    let inside = rest.split_last().map_or(rest, |(_, inside)| inside);
    let addressed = before.iter().any(address) || inside.iter().any(address);
    (is_finished(before) && !addressed).then_some(SentenceEnd::Mark)
}

/// An address is taken for one if it shows it in so many bytes.
const ADDRESS: usize = 40;

/// `Today` or `I`, but not `Bg5` or `NET`.
fn is_capitalized(rest: &[u8]) -> bool {
    match rest {
        [_, b' ' | b'\'', ..] => true,
        [_, b'a'..=b'z', rest @ ..] => !rest.first().is_some_and(u8::is_ascii_digit),
        _ => false,
    }
}

/// A word in full, a number, or what a mark closes: not the `A` of `A.Smith`.
fn is_finished(word: &[u8]) -> bool {
    let plain = |byte: &u8| byte.is_ascii_lowercase() || matches!(byte, b'"' | b')');
    match word {
        [.., b'0'..=b'9'] => true,
        [.., one, two] => plain(one) && plain(two),
        _ => false,
    }
}

/// A mark with white space after it, and what stands around.
struct Context<'t> {
    text: &'t str,
    /// Where the sentence begins.
    start: usize,
    mark: Mark,
    /// Where the word before a period begins.
    word: usize,
    after: After,
}

impl Context<'_> {
    fn closed(&self) -> bool {
        self.mark.quoted || self.mark.bracketed
    }

    /// `Did he go?`
    fn strong_ends(&self) -> bool {
        let Context { text, mark, after, .. } = *self;
        if self.exclaimed() {
            return after.starts(text);
        }
        match after.first {
            // `Yahoo! and`, but `are you well? i am`
            First::Lower => {
                !self.closed()
                    && after.opener == Opener::Nothing
                    && before::lower_before(text, self.start, mark.start)
                    && !after.reports(text)
            }
            First::Upper if mark.quoted && after.opener == Opener::Nothing => !after.reports(text),
            First::Upper | First::Symbol => true,
            First::Digit => after.opener != Opener::Bracket && !self.in_bracket(),
            First::Dash { lower } => !(lower || mark.quoted && after.signs(text)),
            First::Other => false,
        }
    }

    /// Whether the mark is part of a name: `Yahoo!`
    fn exclaimed(&self) -> bool {
        let before = &self.text.as_bytes()[self.start..self.mark.start];
        let floor = before.len().saturating_sub(12);
        let word = before[floor..].rsplit(|byte| !byte.is_ascii_alphabetic()).next();
        self.mark.end == self.mark.start + 1
            && word.is_some_and(|word| Classes::of(word).has(Classes::EXCLAIMED))
    }

    /// `He waited ... and left.`
    fn ellipsis_ends(&self) -> bool {
        let Context { text, start, mark, after, .. } = *self;
        let loose = chars::before(text, mark.start).is_some_and(char::is_whitespace);
        let pronoun = text[after.at..].starts_with("I ") || text[after.at..].starts_with("I'");
        match after.first {
            First::Upper => mark.start > start && !(loose && pronoun && !mark.quoted),
            First::Symbol => mark.start > start,
            _ => false,
        }
    }

    /// A period after a word in full, or after a bracket.
    fn word_ends(&self) -> bool {
        let Context { text, mark, after, .. } = *self;
        match after.first {
            First::Upper | First::Symbol => true,
            First::Lower => !self.closed() && !self.in_bracket(),
            First::Digit => after.opener != Opener::Bracket && !self.in_bracket(),
            First::Dash { .. } => !(mark.quoted && after.signs(text)),
            First::Other => after.opener == Opener::Quotation,
        }
    }

    /// Whether a bracket is open at the mark.
    fn in_bracket(&self) -> bool {
        let floor = self.start.max(self.mark.start.saturating_sub(BRACKET));
        let mut before = self.text.as_bytes()[floor..self.mark.start].iter().rev();
        matches!(before.find(|byte| b"()[]".contains(byte)), Some(b'(' | b'['))
    }

    fn number_ends(&self) -> bool {
        match self.after.first {
            First::Lower => false,
            _ => self.word_ends(),
        }
    }

    /// `J. Edgar`, `you and I.`
    fn letter_ends(&self, letter: u8) -> bool {
        let Context { text, start, word, after, .. } = *self;
        if word == start || after.first != First::Upper {
            return false;
        }
        letter == b'I' && before::lower_before(text, start, word) || after.starts(text)
    }

    fn abbreviation_ends(&self, known: Abbreviation) -> bool {
        let Context { text, after, .. } = *self;
        match known {
            Abbreviation::Title | Abbreviation::Reference => false,
            Abbreviation::Number => after.first == First::Upper && !is_number(text, after.at),
            // In `In Fla. Sen. Lund won` the title begins no sentence.
            Abbreviation::Name => after.starts(text) && !self.only_opens(),
            Abbreviation::Tail => {
                after.first == First::Upper
                    && after.opener != Opener::Bracket
                    && !after.classes(text).has(Classes::ZONE)
                    && !after.is_shouted(text)
                    && !self.only_opens()
            }
        }
    }

    /// Whether the sentence so far says no more than when or where, and a name goes
    /// on with it: `At 5 p.m. Ms. Lee left.`
    fn only_opens(&self) -> bool {
        let so_far = &self.text.as_bytes()[self.start..self.mark.start];
        if so_far.len() > OPENING || self.after.classes(self.text).has(Classes::START) {
            return false;
        }
        // `He noted: At 5 p.m. Ms. Lee left.`
        let clause = so_far.rsplit(|byte| *byte == b':').next();
        let clause = clause.filter(|clause| clause.starts_with(b" ")).unwrap_or(so_far);
        let first = clause.trim_ascii_start().split(|byte| *byte == b' ').next();
        first.is_some_and(|word| Classes::of(word).has(Classes::OPENING))
    }
}

/// What says no more than when or where is not longer, in bytes.
const OPENING: usize = 40;

/// `II`, `A`: what can stand after `Vol.` as a number.
fn is_number(text: &str, at: usize) -> bool {
    let rest = text.as_bytes()[at..].iter().take(6);
    let word = rest.take_while(|byte| byte.is_ascii_alphanumeric());
    let mut roman = word.clone();
    word.clone().count() == 1 || word.count() < 6 && roman.all(|byte| b"IVXLC".contains(byte))
}

/// How far the mark that opens a bracket is looked for, in bytes.
const BRACKET: usize = 100;
