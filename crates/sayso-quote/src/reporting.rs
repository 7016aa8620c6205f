//! Clauses that report: `she said`, `said Mr. Tull`.

use sayso_span::Span;

use crate::{
    hits::{Hits, Stops},
    lexicon::{self, Words},
    tables::{REPORTING, TITLES},
};

/// How many words are looked at, and how many bytes at most.
const REACH: usize = 9;
const BYTES: usize = 160;

/// Returns the text up to the limit, or to where no clause would reach.
fn ahead(text: &str, at: usize, limit: usize) -> &str {
    let mut end = limit.min(at + BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Returns whether a reporting clause stands at the byte, as after a closing
/// mark: `” she said`, `”, said the diver`, `” Ned Garvey, the diver, said`.
pub(crate) fn follows(text: &str, at: usize, limit: usize) -> bool {
    let text = ahead(text, at, limit);
    let mut end = at;
    for number in 0..REACH {
        // The gap first: most end here, and after them may come no word at all.
        let Some(start) = next_in_sentence(text, end) else { return false };
        let word = lexicon::word_from(text, start);
        end = word.end();
        if REPORTING.has(&text[word]) {
            return number > 0 || begins_with_speaker(text, end);
        }
        // `“a start” and that he said`: no clause of this quotation's.
        if number == 0 && !is_speaker(&text[word]) {
            return false;
        }
    }
    false
}

/// Returns where the next word starts, if the sentence goes on until there, and
/// no quotation begins before it.
fn next_in_sentence(text: &str, from: usize) -> Option<usize> {
    for (ahead, &byte) in text.as_bytes()[from..].iter().enumerate() {
        let at = from + ahead;
        match byte {
            b'.' | b'!' | b'?' if ends_sentence(text, at) => return None,
            b'\n' | b'"' => return None,
            _ if byte.is_ascii_alphanumeric() => return Some(at),
            // The first byte of a character.
            0xC0.. => match text[at..].chars().next() {
                Some('“' | '”') => return None,
                Some(c) if c.is_alphanumeric() => return Some(at),
                _ => {}
            },
            _ => {}
        }
    }
    None
}

/// Returns whether a reporting clause that nobody can take for something else
/// stands at the byte: `said Keane`, `he said`, `Mr. Keane said`.
pub(crate) fn is_clear(text: &str, at: usize, limit: usize) -> bool {
    let text = ahead(text, at, limit);
    let mut words = Words::new(text, at).take(4);
    let Some(first) = words.next() else { return false };
    if !text[at..first.start()].chars().all(|c| c == ' ') {
        return false;
    }
    if REPORTING.has(&text[first]) {
        return begins_with_speaker(text, first.end());
    }
    if is_pronoun(&text[first]) {
        return words.next().is_some_and(|word| REPORTING.has(&text[word]));
    }
    is_capitalized(&text[first])
        && words
            .find(|&word| !is_capitalized(&text[word]))
            .is_some_and(|word| REPORTING.has(&text[word]))
}

/// Returns where the last `bytes` before `at` begin, or `limit` if that is
/// nearer.
fn behind(text: &str, at: usize, limit: usize, bytes: usize) -> usize {
    let mut from = at.saturating_sub(bytes).max(limit);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    from
}

/// Returns every place where a clear reporting clause begins.
pub(crate) fn clauses_in(text: &str, quoted: Span) -> impl Iterator<Item = usize> {
    let piece = &text[quoted];
    let mut stops = Hits::<Stops>::new(piece);
    let spaces = core::iter::from_fn(move || Some(stops.next(0)? + 1));
    spaces
        .filter(move |&at| {
            let stop = piece.as_bytes()[at - 1];
            // Other characters than dashes end in the same bytes.
            stop < 0x80 || piece[..at].ends_with(['—', '–'])
        })
        .map(move |at| quoted.start() + at)
        .filter(move |&at| is_clear(text, at, quoted.end()))
}

/// Returns whether a paragraph ends with a reporting clause: `…, said Keane.`
pub(crate) fn ends_with_clause(text: &str, paragraph: Span) -> bool {
    // As far back as a clause is long.
    let from = behind(text, paragraph.end(), paragraph.start(), 60);
    let tail = Span::new(from, paragraph.end());
    let Some(at) = clauses_in(text, tail).last() else { return false };
    let clause = text[at..tail.end()].trim_end_matches(['.', ' ']);
    let mut stops = clause.match_indices(['.', '!', '?', ',']);
    !stops.any(|(stop, mark)| mark == "," || ends_sentence(text, at + stop))
}

/// Returns whether a verb that reports stands close before the byte that is
/// `left` bytes from the start of the paragraph.
pub(crate) fn is_near_end(text: &str, paragraph: usize, left: usize) -> bool {
    let end = paragraph + left;
    let from = behind(text, end, paragraph, 60);
    let before = &text[from..end];
    // Mostly the last word is it: `She said,`
    let last = lexicon::word_before(before.trim_end_matches(','));
    before.strip_suffix(',').is_some_and(|before| {
        before.strip_suffix(last).is_some_and(|before| before.ends_with(' '))
            && REPORTING.has(last)
    }) || Words::new(&text[..end], from).any(|word| REPORTING.has(&text[word]))
}

/// Returns whether the paragraph reports: whether a sentence of it begins or
/// ends with who says something.
pub(crate) fn is_report(text: &str, paragraph: Span) -> bool {
    text[paragraph].ends_with(':') || {
        let words = Words::new(ahead(text, paragraph.start(), paragraph.end()), paragraph.start());
        words.take(3 * REACH).any(|word| REPORTING.has(&text[word]))
    }
}

/// Whether a name, a pronoun or a determiner stands at the byte.
fn begins_with_speaker(text: &str, at: usize) -> bool {
    Words::new(text, at).next().is_some_and(|word| is_speaker(&text[word]))
}

/// Whether the word is part of a name, a pronoun or a determiner.
fn is_speaker(word: &str) -> bool {
    is_capitalized(word) || is_pronoun(word) || is_determiner(word)
}

/// Returns whether the mark at the byte, one of `.!?`, ends a sentence: white
/// space or the end follows, and it is no full stop of `Ms.` or of an initial.
pub(crate) fn ends_sentence(text: &str, stop: usize) -> bool {
    let before = lexicon::word_before(&text[..stop]);
    let abbreviated = text.as_bytes()[stop] == b'.'
        && is_capitalized(before)
        && (before.len() == 1 || TITLES.has(before));
    !abbreviated && !text[stop + 1..].starts_with(|c: char| !c.is_whitespace())
}

fn is_capitalized(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

fn is_pronoun(word: &str) -> bool {
    matches!(
        word,
        "he" | "she"
            | "they"
            | "it"
            | "we"
            | "who"
            | "one"
            | "He"
            | "She"
            | "They"
            | "It"
            | "We"
            | "I"
    )
}

fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "his"
            | "her"
            | "their"
            | "its"
            | "our"
            | "my"
            | "another"
            | "one"
            | "some"
            | "several"
            | "two"
    )
}
