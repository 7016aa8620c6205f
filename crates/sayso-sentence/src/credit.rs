//! Credits of pictures, which stand after a caption without a mark between them:
//! `The mayor at the bridge Photo: Ann Lee`.

use crate::lexicon::Classes;

/// Returns where the sentence that began at `start` ends, if the word before the
/// colon begins a credit.
pub(crate) fn before(text: &str, start: usize, colon: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[start..colon];
    let length = bytes.iter().rev().take(12).take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (caption, word) = bytes.split_at(bytes.len() - length);
    // A mark or a conjunction before the word makes it part of the caption.
    let [.., last, b' '] = caption else { return None };
    let credit = word.first().is_some_and(u8::is_ascii_uppercase)
        && (last.is_ascii_alphanumeric() || matches!(last, b'.' | b')' | b'"' | 0x80..))
        && Classes::of(word).has(Classes::CREDIT)
        && text[colon..].starts_with(": ");
    credit.then_some(start + caption.len())
}
