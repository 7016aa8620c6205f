use sayso_span::Span;

/// A list of words in lower case, of ASCII letters.
#[derive(Debug)]
pub(crate) struct Lexicon {
    /// In order.
    words: &'static [&'static str],
    /// For each first letter, the lengths that its words have, as bits: most
    /// words of a text are turned away by this.
    lengths: [u32; 26],
}

/// No word of a list is longer.
const LONGEST: usize = 24;

impl Lexicon {
    /// Makes a list of words that are in order.
    pub(crate) const fn new(words: &'static [&'static str]) -> Lexicon {
        let mut lengths = [0; 26];
        let mut i = 0;
        while i < words.len() {
            let word = words[i].as_bytes();
            assert!(word.len() <= LONGEST, "a word is too long");
            lengths[(word[0] - b'a') as usize] |= 1 << word.len();
            i += 1;
        }
        Lexicon { words, lengths }
    }

    /// Returns whether the word, in lower case or not, is in the list.
    #[inline]
    pub(crate) fn has(&self, word: &str) -> bool {
        let Some(first) = word.bytes().next() else { return false };
        let row = usize::from((first | 0x20).wrapping_sub(b'a'));
        let lengths = self.lengths.get(row).copied().unwrap_or(0);
        word.len() <= LONGEST && lengths >> word.len() & 1 == 1 && self.search(word)
    }

    fn search(&self, word: &str) -> bool {
        let mut lower = [0; LONGEST];
        let lower = &mut lower[..word.len()];
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        self.words.binary_search_by(|probe| probe.as_bytes().cmp(lower)).is_ok()
    }
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
        let start = self.seek(self.at, |c| c.is_alphanumeric())?;
        let joins = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '&');
        let end = self.seek(start, |c| !joins(c)).unwrap_or(self.text.len());
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
    #[inline]
    fn seek(&self, from: usize, is: impl Fn(char) -> bool) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = from;
        while let Some(&byte) = bytes.get(at) {
            if byte >= 0x80 {
                return self.text[at..].find(is).map(|more| at + more);
            }
            if is(char::from(byte)) {
                return Some(at);
            }
            at += 1;
        }
        None
    }
}
