use sayso_span::Span;

/// A list of words in lower case, of ASCII letters.
#[derive(Debug)]
pub(crate) struct Lexicon {
    /// In order.
    words: &'static [&'static str],
    /// For each first letter, the lengths that its words have, as bits: most
    /// words of a text are turned away by this.
    lengths: [u32; 26],
    /// For each first letter, the last letters of its words, as bits.
    lasts: [u32; 26],
    /// For each first letter, where its words start in the list; and the end.
    starts: [u16; 27],
}

/// No word of a list is longer.
const LONGEST: usize = 24;

impl Lexicon {
    /// Makes a list of words that are in order.
    pub(crate) const fn new(words: &'static [&'static str]) -> Lexicon {
        let (mut lengths, mut lasts) = ([0; 26], [0; 26]);
        let mut i = 0;
        while i < words.len() {
            let word = words[i].as_bytes();
            assert!(word.len() <= LONGEST, "a word is too long");
            let row = (word[0] - b'a') as usize;
            lengths[row] |= 1 << word.len();
            lasts[row] |= 1 << (word[word.len() - 1] - b'a');
            i += 1;
        }
        let (mut starts, mut letter, mut i) = ([0; 27], 0, 0);
        while letter < 27 {
            while i < words.len() && words[i].as_bytes()[0] < b'a' + letter as u8 {
                i += 1;
            }
            starts[letter] = i as u16;
            letter += 1;
        }
        Lexicon { words, lengths, lasts, starts }
    }

    /// Returns whether the word, in lower case or not, is in the list.
    #[inline]
    pub(crate) fn has(&self, word: &str) -> bool {
        let [first, .., last] = *word.as_bytes() else { return self.has_letter(word) };
        let row = letter(first);
        let Some(&lengths) = self.lengths.get(row) else { return false };
        let last = self.lasts[row].checked_shr(letter(last) as u32).unwrap_or(0);
        word.len() <= LONGEST && lengths >> word.len() & last & 1 == 1 && self.search(row, word)
    }

    /// Returns whether the word of one letter, or of none, is in the list.
    fn has_letter(&self, word: &str) -> bool {
        let row = word.bytes().next().map(letter);
        row.is_some_and(|row| row < 26 && self.search(row, word))
    }

    /// Tries the words with the first letter `row`: there are so few that
    /// halving the list takes longer.
    fn search(&self, row: usize, word: &str) -> bool {
        let words = &self.words[usize::from(self.starts[row])..usize::from(self.starts[row + 1])];
        words.iter().any(|probe| probe.len() == word.len() && probe.eq_ignore_ascii_case(word))
    }
}

/// Returns the place of the letter in the alphabet; 26 or more if it is none.
fn letter(byte: u8) -> usize {
    usize::from((byte | 0x20).wrapping_sub(b'a'))
}

/// Returns the ASCII letters at the start of the text.
pub(crate) fn word_at(text: &str) -> &str {
    let letters = text.bytes().take(LONGEST).take_while(u8::is_ascii_alphabetic).count();
    &text[..letters]
}

/// Returns the ASCII letters at the end of the text.
pub(crate) fn word_before(text: &str) -> &str {
    let letters = text.bytes().rev().take(LONGEST).take_while(u8::is_ascii_alphabetic).count();
    &text[text.len() - letters..]
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
        let start = self.seek(self.at, ALPHANUMERIC, char::is_alphanumeric)?;
        let joins = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '&');
        let end = self.seek(start, GAP, |c| !joins(c)).unwrap_or(self.text.len());
        let mut word = &self.text[start..end];
        if !word.as_bytes()[word.len() - 1].is_ascii_alphanumeric() {
            word = word.trim_end_matches(['\'', '’', '-']);
        }
        self.at = start + word.len();
        Some(Span::new(start, self.at))
    }
}

impl Words<'_> {
    /// Returns where the first such character is, from the byte at `from` on.
    /// `kinds` are those of ASCII.
    #[inline]
    fn seek(&self, from: usize, kinds: u8, is: impl Fn(char) -> bool) -> Option<usize> {
        let rest = &self.text.as_bytes()[from..];
        let at = from + rest.iter().position(|&byte| KINDS[usize::from(byte)] & kinds != 0)?;
        if rest[at - from] < 0x80 {
            return Some(at);
        }
        self.text[at..].find(is).map(|more| at + more)
    }
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
