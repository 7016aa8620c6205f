use core::ops::Range;

use sayso_span::Span;

/// A list of words in lower case, of ASCII letters.
///
/// It is a hash table that is made at compile time. Most words of a text find an
/// empty bucket.
#[derive(Debug)]
pub(crate) struct Lexicon {
    words: &'static [&'static str],
    /// The positions of the words in the list, those of a bucket together.
    order: [u8; MOST],
    /// Where each bucket starts in `order`; and the end.
    starts: [u8; BUCKETS + 1],
}

/// No word of a list is longer.
const LONGEST: usize = 24;
/// No list has more words.
const MOST: usize = 255;
const BUCKETS: usize = 512;

impl Lexicon {
    pub(crate) const fn new(words: &'static [&'static str]) -> Lexicon {
        assert!(words.len() <= MOST, "there are too many words");
        // A counting sort.
        let (mut order, mut starts) = ([0; MOST], [0; BUCKETS + 1]);
        let mut at = 0;
        while at < words.len() {
            assert!(words[at].len() <= LONGEST, "a word is too long");
            starts[bucket(words[at].as_bytes())] += 1;
            at += 1;
        }
        at = 0;
        while at < BUCKETS {
            starts[at + 1] += starts[at];
            at += 1;
        }
        // Now they are the ends, and each word moves one to the left.
        at = words.len();
        while at > 0 {
            at -= 1;
            let bucket = bucket(words[at].as_bytes());
            starts[bucket] -= 1;
            order[starts[bucket] as usize] = at as u8;
        }
        Lexicon { words, order, starts }
    }

    /// Returns whether the word, in lower case or not, is in the list.
    #[inline]
    pub(crate) fn has(&self, word: &str) -> bool {
        let bucket = bucket(word.as_bytes());
        let (start, end) =
            (usize::from(self.starts[bucket]), usize::from(self.starts[bucket + 1]));
        start < end && self.is_among(start..end, word)
    }

    #[inline(never)]
    fn is_among(&self, order: Range<usize>, word: &str) -> bool {
        self.order[order].iter().any(|&at| self.words[usize::from(at)].eq_ignore_ascii_case(word))
    }
}

/// Returns a bucket for the word, by a few of its letters and its length; the same
/// in lower case and in capitals.
#[inline]
const fn bucket(word: &[u8]) -> usize {
    let [first, .., last] = *word else { return word.len() };
    let middle = word[word.len() / 2];
    // Odd numbers that were tried, to spread the words of the lists well.
    let first = (first & 0x1F) as usize * 5;
    let middle = (middle & 0x1F) as usize * 95;
    let last = (last & 0x1F) as usize * 43;
    (first ^ middle ^ last ^ (word.len() << 6)) % BUCKETS
}

/// Returns the ASCII letters at the start of the text.
pub(crate) fn word_at(text: &str) -> &str {
    let bytes = text.as_bytes();
    let mut end = 0;
    while end < bytes.len().min(LONGEST) && bytes[end].is_ascii_alphabetic() {
        end += 1;
    }
    &text[..end]
}

/// Returns the ASCII letters at the end of the text.
pub(crate) fn word_before(text: &str) -> &str {
    let bytes = text.as_bytes();
    let (least, mut start) = (bytes.len().saturating_sub(LONGEST), bytes.len());
    while start > least && bytes[start - 1].is_ascii_alphabetic() {
        start -= 1;
    }
    &text[start..]
}

/// The words of a text: runs of letters, digits and what joins them.
///
/// They are for reading what stands beside a mark; they are not tokens.
#[derive(Clone, Debug)]
pub(crate) struct Words<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Words<'t> {
    /// Returns the words of the text from the byte at `at`.
    pub(crate) fn new(text: &'t str, at: usize) -> Words<'t> {
        Words { text, at }
    }
}

impl Iterator for Words<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let start = seek(self.text, self.at, ALPHANUMERIC, char::is_alphanumeric);
        let word = word_from(self.text, start);
        self.at = word.end();
        (!word.is_empty()).then_some(word)
    }
}

/// Returns the word of which the first letter is at `start`.
#[inline]
pub(crate) fn word_from(text: &str, start: usize) -> Span {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '&');
    let end = seek(text, start, GAP, |c| !joins(c));
    let word = Span::new(start, end);
    match text.as_bytes()[word.range()].last() {
        Some(last) if !last.is_ascii_alphanumeric() => {
            Span::new(start, start + text[word].trim_end_matches(['\'', '’', '-']).len())
        }
        _ => word,
    }
}

/// Returns where the first such character is, from the byte at `from` on, or the
/// end of the text. `kinds` are those of ASCII.
#[inline(always)]
fn seek(text: &str, from: usize, kinds: u8, is: impl Fn(char) -> bool) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() && KINDS[usize::from(bytes[at])] & kinds == 0 {
        at += 1;
    }
    if at < bytes.len() && bytes[at] >= 0x80 {
        at += text[at..].find(is).unwrap_or(bytes.len() - at);
    }
    at
}

// Kinds of bytes, as bits.
const ALPHANUMERIC: u8 = 1;
/// What is in no word.
const GAP: u8 = 2;

/// Bytes that are no ASCII are of every kind: the character has to be looked at.
const KINDS: [u8; 256] = {
    let mut kinds = [ALPHANUMERIC | GAP; 256];
    let mut byte = 0;
    while byte < 128 {
        kinds[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => ALPHANUMERIC,
            b'\'' | b'-' | b'&' => 0,
            _ => GAP,
        };
        byte += 1;
    }
    kinds
};
