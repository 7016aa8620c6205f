//! Characters outside ASCII.
//!
//! The rules are those of Unicode (UAX 29), as `unicode-segmentation` has
//! them. It is asked about single characters only, and not about those that
//! news in European languages is full of: asking takes fifty times as long.

use unicode_segmentation::UnicodeSegmentation;

/// How a character meets its neighbors.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Wide {
    /// A letter or digit that makes words with others.
    Letter,
    /// A letter that makes words with others of its kind alone: Katakana.
    Kana,
    /// A letter or number that is a word: an ideograph, Hiragana, `½`.
    Alone,
    /// What belongs to the character before it: combining marks, joiners, soft
    /// hyphens, marks of direction.
    Extend,
    /// White space.
    Space,
    /// Anything else.
    Mark,
}

impl Wide {
    /// Returns how the character, which is not ASCII, meets its neighbors.
    #[inline]
    pub(crate) fn of(c: char) -> Wide {
        match c {
            'À'..='Ö'
            | 'Ø'..='ö'
            | 'ø'..='ɏ'
            | 'А'..='ҁ'
            | 'Ҋ'..='ԯ'
            | 'Έ'
            | 'Ό'
            | 'Ύ'..='Ρ'
            | 'Σ'..='ϵ' => Wide::Letter,
            '\u{300}'..='\u{36F}' | '\u{AD}' => Wide::Extend,
            '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' => Wide::Mark,
            // The letter is an apostrophe to us.
            '\u{A0}' => Wide::Space,
            'ʼ' => Wide::Mark,
            '\u{4E00}'..='\u{9FFF}' => Wide::Alone,
            _ => Wide::look_up(c),
        }
    }

    #[inline(never)]
    fn look_up(c: char) -> Wide {
        if c.is_whitespace() {
            Wide::Space
        } else if joins('!', c) {
            Wide::Extend
        } else if !c.is_alphanumeric() {
            Wide::Mark
        } else if joins('a', c) {
            Wide::Letter
        } else if joins('カ', c) {
            Wide::Kana
        } else if matches!(c, 'Ⓐ'..='ⓩ' | '🄰'..='🆉') {
            // Letters in circles and squares are used as symbols.
            Wide::Mark
        } else {
            Wide::Alone
        }
    }

    /// Whether the character is a letter or number.
    #[inline]
    pub(crate) fn is_word(self) -> bool {
        matches!(self, Wide::Letter | Wide::Kana | Wide::Alone)
    }
}

/// Whether Unicode has no word boundary between two characters.
fn joins(left: char, right: char) -> bool {
    let mut buffer = [0; 8];
    let middle = left.encode_utf8(&mut buffer).len();
    let end = middle + right.encode_utf8(&mut buffer[middle..]).len();
    let pair = core::str::from_utf8(&buffer[..end]).expect("two encoded characters are text");
    pair.split_word_bounds().nth(1).is_none()
}

/// Whether the character makes one word of the letters on both its sides, as
/// in Catalan `col·lecció`.
pub(crate) fn is_between_letters(c: char) -> bool {
    matches!(c, '\u{B7}' | '\u{387}' | '\u{55F}' | '\u{5F4}' | '\u{2027}')
}

/// Returns the length of the grapheme cluster that the text begins with.
pub(crate) fn cluster(text: &str) -> usize {
    text.graphemes(true).next().map_or(0, str::len)
}

/// Whether a character that is no letter is an emoji.
pub(crate) fn is_emoji(c: char) -> bool {
    matches!(
        c,
        '\u{1F000}'..='\u{1FAFF}'
            | '\u{2600}'..='\u{27BF}'
            | '\u{2B1B}' | '\u{2B1C}' | '\u{2B50}' | '\u{2B55}'
            | '\u{231A}' | '\u{231B}'
            | '\u{23E9}'..='\u{23FA}'
    )
}

/// Whether the character is a punctuation mark rather than a symbol.
pub(crate) fn is_punctuation(c: char) -> bool {
    matches!(
        c,
        '¡' | '§' | '«' | '¶' | '·' | '»' | '¿'
            | '\u{2010}'..='\u{2027}'
            | '\u{2030}'..='\u{2043}'
            | '\u{2045}'..='\u{205E}'
            | '\u{2329}' | '\u{232A}' | '\u{2E00}'..='\u{2E7F}'
            | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}'
            | '\u{FE10}'..='\u{FE19}' | '\u{FE30}'..='\u{FE61}'
            | '\u{FF01}'..='\u{FF03}' | '\u{FF05}'..='\u{FF0A}' | '\u{FF0C}'..='\u{FF0F}'
            | '\u{FF1A}' | '\u{FF1B}' | '\u{FF1F}' | '\u{FF20}'
            | '\u{FF3B}'..='\u{FF3D}' | '\u{FF3F}' | '\u{FF5B}' | '\u{FF5D}' | '\u{FF5F}'..='\u{FF65}'
            | '\u{5BE}' | '\u{60C}' | '\u{61B}' | '\u{61F}' | '\u{6D4}' | '\u{964}' | '\u{965}'
    )
}
