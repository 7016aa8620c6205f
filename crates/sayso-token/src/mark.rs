use crate::{Config, TokenKind, address::Addresses, lexicon, number, source::Source, wide, word};

/// Returns the end and the kind of the token that begins with an ASCII mark at
/// `at`.
pub(crate) fn ascii(
    source: Source<'_>,
    at: usize,
    config: Config,
    addresses: &mut Addresses,
) -> (usize, TokenKind) {
    use TokenKind::{Emoji, Handle, Hashtag, Number, Punctuation, Symbol, Word};
    let byte = source.byte(at);
    let next = source.byte(at + 1);
    if let b':' | b';' | b'=' | b'<' | b'>' | b'(' | b'^' = byte {
        if let Some(end) = emoticon(source, at) {
            return (end, Emoji);
        }
    }
    match byte {
        b'.' if next.is_ascii_digit() && !source.is_word_before(at) => {
            number::number(source, at + 1, config, addresses)
        }
        b'.' => (source.run(at, b'.'), Punctuation),
        b'!' | b'?' => {
            let mut end = at + 1;
            while matches!(source.byte(end), b'!' | b'?') {
                end += 1;
            }
            (end, Punctuation)
        }
        b'-' | b'=' => {
            let end = source.run(at, byte);
            // An arrow: `-->`.
            if source.byte(end) == b'>' {
                (end + 1, Symbol)
            } else {
                (end, if byte == b'-' { Punctuation } else { Symbol })
            }
        }
        b'<' if matches!(next, b'-' | b'=') => (source.run(at + 1, next), Symbol),
        b'*' | b'_' => (source.run(at, byte), Punctuation),
        // More of them in a row than any nesting of quotations has: a line
        // drawn with them, as with asterisks.
        b'"' if source.text.as_bytes()[at..].starts_with(b"\"\"\"\"") => {
            (source.run(at, byte), Punctuation)
        }
        b'~' | b'<' | b'>' | b'|' | b'$' => (source.run(at, byte), Symbol),
        b'+' if next.is_ascii_digit() && !source.is_word_before(at) => {
            (source.digits(at + 1), Number)
        }
        b'+' => (source.run(at, byte), Symbol),
        b'\'' => apostrophe(source, at, 1),
        b'`' if next == b'`' => (at + 2, Punctuation),
        b'`' => match clitic(source, at, 1) {
            Some(end) if source.is_word_before(at) => (end, Word),
            _ => (at + 1, Punctuation),
        },
        b'@' if (next.is_ascii_alphabetic() || next == b'_') && !source.is_word_before(at) => {
            (source.word(at + 1), Handle)
        }
        b'#' if next.is_ascii_alphabetic() && !source.is_word_before(at) => {
            (source.word(at + 1), Hashtag)
        }
        b'#' => (source.run(at, byte), Symbol),
        b'%' | b'&' | b'^' => (at + 1, Symbol),
        ..=0x20 | 0x7F => (at + 1, Symbol),
        _ => (at + 1, Punctuation),
    }
}

/// Returns the end and the kind of the token that begins with a character
/// outside ASCII at `at`, not a letter.
pub(crate) fn other(source: Source<'_>, at: usize) -> (usize, TokenKind) {
    use TokenKind::{Emoji, Punctuation, Symbol, Word};
    let c = source.char(at);
    if let length @ 1.. = source.apostrophe(at) {
        return apostrophe(source, at, length);
    }
    // What belongs to other characters is added later. Clusters are not asked
    // for: one that a prefix begins (U+0600) takes the space after it along.
    let emoji = wide::is_emoji(c);
    let end = at + if emoji { wide::cluster(&source.text[at..]) } else { c.len_utf8() };
    match c {
        // Two single marks typed for a double one.
        '‘' if lost_its_start(source, end) => (source.letters(source.digits(end)), Word),
        '‘' | '’' if source.char(end) == c => (end + c.len_utf8(), Punctuation),
        '…' | '—' | '–' | '―' => {
            let mut end = end;
            while source.char(end) == c {
                end += c.len_utf8();
            }
            if c == '…' {
                end = source.run(end, b'.');
            }
            (end, Punctuation)
        }
        _ if emoji => (end, Emoji),
        _ if wide::is_punctuation(c) => (end, Punctuation),
        _ => (end, Symbol),
    }
}

/// Whether what is at `at` needs the apostrophe for which word processors put
/// an opening mark: `‘em`, `‘90s`.
fn lost_its_start(source: Source<'_>, at: usize) -> bool {
    let digits = source.digits(at);
    let end = source.letters_up_to(digits, 4);
    let known = match source.bytes(digits, end) {
        b"em" | b"Em" | b"til" | b"Til" | b"n" => digits == at,
        b"s" => digits == at + 2,
        _ => false,
    };
    known && !source.is_word_at(end)
}

/// An apostrophe at the start of a token: a clitic, a word that has lost its
/// beginning, or a quotation mark.
fn apostrophe(source: Source<'_>, at: usize, length: usize) -> (usize, TokenKind) {
    let after = at + length;
    let attached =
        source.is_word_before(at) || matches!(source.byte_before(at), b'.' | b')' | b']');
    if let Some(end) = clitic(source, at, length)
        && (attached || source.apostrophe(end) == 0)
    {
        return (end, TokenKind::Word);
    }
    if !attached {
        let digits = source.digits(after);
        if digits == after + 2 {
            let end = digits + usize::from(source.byte(digits) == b's');
            if !source.is_word_at(end) {
                return (end, TokenKind::Number);
            }
        }
        let end = source.letters_up_to(after, 9);
        if lexicon::is_clipped_start(source.bytes(after, end)) && !source.is_word_at(end) {
            // `rock 'n' roll` has lost letters on both sides.
            if end == after + 1 {
                return (end + source.apostrophe(end), TokenKind::Word);
            }
            return (end, TokenKind::Word);
        }
    }
    // Two apostrophes are typed for one double quotation mark.
    let double = source.bytes(at, after) == source.bytes(after, after + source.apostrophe(after));
    (after + if double { length } else { 0 }, TokenKind::Punctuation)
}

/// The end of the clitic whose apostrophe is at `at`.
fn clitic(source: Source<'_>, at: usize, length: usize) -> Option<usize> {
    let after = at + length;
    let end = source.letters(after);
    (word::is_clitic(source.bytes(after, end)) && !source.is_word_at(end)).then_some(end)
}

/// Returns the end of the emoticon at `at`, if there is one.
fn emoticon(source: Source<'_>, at: usize) -> Option<usize> {
    let byte = source.byte(at);
    if source.is_word_before(at) {
        // `thanks :)` without its space; but not `(the map:)`.
        let smile = byte == b':' && matches!(source.byte(at + 1), b')' | b'(');
        let alone = source.byte_before(at).is_ascii_alphabetic()
            && source.byte(at + 2).is_ascii_whitespace();
        return (smile && alone).then_some(at + 2);
    }
    match byte {
        b'>' if source.byte(at + 1) == b':' => {
            matches!(source.byte(at + 2), b'(' | b')').then_some(at + 3)
        }
        b':' | b';' | b'=' => {
            let mut end = at + 1;
            if matches!(source.byte(end), b'-' | b'o' | b'\'') {
                end += 1;
            }
            let mouth = source.byte(end);
            match mouth {
                b')' | b'(' | b']' | b'[' => Some(source.run(end, mouth)),
                b'D' | b'P' | b'p' | b'O' | b'o' | b'/' | b'\\' | b'|' | b'*' | b'3' | b'S'
                | b'X'
                    if !source.is_word_at(end + 1) && source.byte(end + 1) != b'/' =>
                {
                    Some(end + 1)
                }
                _ => None,
            }
        }
        b'(' | b')' => {
            let mut end = at + 1;
            if source.byte(end) == b'-' {
                end += 1;
            }
            (matches!(source.byte(end), b':' | b';') && !source.is_word_at(end + 1))
                .then_some(end + 1)
        }
        b'^' if source.text[at..].starts_with("^_^") => Some(at + 3),
        b'<' if source.byte(at + 1) == b'3' && !source.is_word_at(at + 2) => Some(at + 2),
        _ => None,
    }
}
