use crate::source::Source;

/// Returns the end of a given name of two syllables, as Chinese and Korean
/// ones are written in Latin letters, whose hyphen is at `at`: `Jong-un`,
/// `Wai-ching`, `Hee-Chan`.
///
/// It stands after or before a capitalized word, the family name. Both parts
/// must be syllables of those languages, which few English words are. Where
/// the first has more than three letters, the treebanks split the name.
pub(crate) fn given_name(
    source: Source<'_>,
    start: usize,
    at: usize,
    after: usize,
) -> Option<usize> {
    let end = source.letters_up_to(after, 7);
    let (first, second) = (source.bytes(start, at), source.bytes(after, end));
    let named = first.len() <= 3
        && first.first()?.is_ascii_uppercase()
        && is_syllable(first)
        && is_syllable(second)
        && !source.is_word_at(end)
        && source.byte(end) != b'-'
        && beside_a_name(source, start, end);
    named.then_some(end)
}

/// Whether a capitalized word stands before `start` or after `end`, with a
/// space between.
fn beside_a_name(source: Source<'_>, start: usize, end: usize) -> bool {
    if source.byte(end) == b' ' && source.byte(end + 1).is_ascii_uppercase() {
        return true;
    }
    if source.byte_before(start) != b' ' {
        return false;
    }
    let mut at = start - 1;
    for _ in 0..8 {
        if !source.byte_before(at).is_ascii_alphabetic() {
            break;
        }
        at -= 1;
    }
    source.byte(at).is_ascii_uppercase()
}

/// Whether the letters are an onset, vowels and a coda of Chinese or Korean.
fn is_syllable(letters: &[u8]) -> bool {
    let lower = |at: usize| letters.get(at).map_or(0, u8::to_ascii_lowercase);
    let is_vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let onset = match [lower(0), lower(1)] {
        [b'c' | b's' | b'z' | b't', b'h']
        | [b't', b's' | b'z']
        | [b'k' | b'h' | b'g', b'w']
        | [b'n', b'g'] => 2,
        [b'b'..=b'd' | b'f'..=b'h' | b'j'..=b'n' | b'p'..=b't' | b'w'..=b'z', _]
            if !is_vowel(lower(0)) || lower(0) == b'y' =>
        {
            1
        }
        _ => 0,
    };
    let mut at = onset;
    while is_vowel(lower(at)) {
        at += 1;
    }
    let vowels = at - onset;
    let coda = match [lower(at), lower(at + 1)] {
        [b'n', b'g'] => 2,
        [b'n' | b'm' | b'k' | b'p' | b't' | b'l' | b'h' | b'w', _] => 1,
        _ => 0,
    };
    (1..=3).contains(&vowels) && at + coda == letters.len() && letters.len() >= 2
}
