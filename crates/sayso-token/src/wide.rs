//! Characters outside ASCII.

use unicode_segmentation::UnicodeSegmentation;

/// Whether the character is a letter or digit of any script.
#[inline]
pub(crate) fn is_word(c: char) -> bool {
    match c {
        '\u{C0}'..='\u{24F}' => c != '×' && c != '÷',
        '\u{2000}'..='\u{206F}' => false,
        _ => c.is_alphanumeric() && !matches!(c, '\u{24B6}'..='\u{24E9}'),
    }
}

/// Whether the character belongs to whatever stands before it: combining
/// marks, joiners, soft hyphens and marks of direction.
pub(crate) fn continues(c: char) -> bool {
    match c {
        '\u{300}'..='\u{36F}' | '\u{AD}' => true,
        ..'\u{300}' => false,
        // Between two letters there is no boundary before such a character,
        // and there is none between it and a space before it.
        _ => !is_word(c) && joins(' ', c),
    }
}

/// Whether Unicode has no word boundary between two characters.
pub(crate) fn joins(left: char, right: char) -> bool {
    let mut buffer = [0; 8];
    let middle = left.encode_utf8(&mut buffer).len();
    let end = middle + right.encode_utf8(&mut buffer[middle..]).len();
    let pair = core::str::from_utf8(&buffer[..end]).expect("two encoded characters are text");
    pair.split_word_bounds().nth(1).is_none()
}

/// Returns the length of the grapheme cluster that the text begins with.
pub(crate) fn cluster(text: &str) -> usize {
    text.graphemes(true).next().map_or(0, str::len)
}

/// Whether a character that stands for itself is an emoji.
pub(crate) fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B1B}' | '\u{2B1C}' | '\u{2B50}' | '\u{2B55}' | '\u{231A}' | '\u{231B}' | '\u{23E9}'..='\u{23FA}')
}

/// Whether the character is a punctuation mark rather than a symbol.
pub(crate) fn is_punctuation(c: char) -> bool {
    matches!(c, '\u{A1}' | '\u{A7}' | '\u{AB}' | '\u{B6}' | '\u{B7}' | '\u{BB}' | '\u{BF}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}'
        | '\u{2E00}'..='\u{2E7F}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF3D}' | '\u{FF5B}'..='\u{FF65}')
}
