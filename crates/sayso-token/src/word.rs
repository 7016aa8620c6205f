use crate::{
    Config, TokenKind,
    address::Addresses,
    class::Class,
    letters::Letters,
    lexicon::{self, Abbreviation},
    romanized,
    source::Source,
};

/// Returns the end and the kind of the token that begins with a letter at
/// `start`.
pub(crate) fn word(
    source: Source<'_>,
    start: usize,
    config: Config,
    addresses: &mut Addresses,
) -> (usize, TokenKind) {
    if config.split_clitics {
        if let Some(end) = before_clitic(source, start) {
            return (end, TokenKind::Word);
        }
    }
    let mut at = start;
    loop {
        at = source.word(at);
        let joined = match source.byte(at) {
            b'.' => {
                if !source.byte(at + 1).is_ascii_whitespace() {
                    if let Some(found) = addresses.find(source, start, at) {
                        return found;
                    }
                }
                match period(source, start, at) {
                    Some(end) => return (end, TokenKind::Word),
                    None => break,
                }
            }
            b'@' | b':' | b'+' | b'%' => match addresses.find(source, start, at) {
                Some(found) => return found,
                None => break,
            },
            b'-' | b'\'' | b'`' | b'&' | b'/' | b'*' | b'$' | 0x80.. => {
                match joint(source, start, at, config, addresses) {
                    Joint::Found(end, kind) => return (end, kind),
                    Joint::Through(end) => Some(end),
                    Joint::None => None,
                }
            }
            _ => None,
        };
        match joined {
            Some(end) => at = end,
            None => break,
        }
    }
    if config.split_clitics {
        if let Some(length) = lexicon::contraction(source.bytes(start, at)) {
            at = start + length;
        }
    }
    (at, TokenKind::Word)
}

/// What a mark after a run of letters does.
enum Joint {
    /// It belongs to the word, which goes on at the place given.
    Through(usize),
    /// It shows where the token ends.
    Found(usize, TokenKind),
    /// It does not belong to the word, which ends before it.
    None,
}

/// Decides about the mark at `at`, after the letters from `start` on.
fn joint(
    source: Source<'_>,
    start: usize,
    at: usize,
    config: Config,
    addresses: &mut Addresses,
) -> Joint {
    match source.byte(at) {
        // `first-last@example.org`, `my-site.org`
        b'-' => {
            if let Some((end, kind)) = addresses.find(source, start, at) {
                return Joint::Found(end, kind);
            }
            return hyphen(source, start, at, 1, config);
        }
        // `AT&T`
        b'&' if at - start <= 3
            && source.byte(at + 1).is_ascii_alphabetic()
            && !source.is_word_before(start) =>
        {
            return Joint::Through(at + 1);
        }
        b'/' => return slash(source, start, at),
        // `d**n`
        b'*' if source.byte(source.run(at, b'*')).is_ascii_alphabetic() => {
            return Joint::Through(source.run(at, b'*'));
        }
        // `US$5m`
        b'$' if source.byte(at + 1).is_ascii_digit()
            && matches!(
                source.bytes(start, at),
                b"US" | b"U" | b"A" | b"AU" | b"NZ" | b"C" | b"HK" | b"S" | b"NT"
            ) =>
        {
            return Joint::Found(at + 1, TokenKind::Symbol);
        }
        0xE2 if matches!(source.char(at), '\u{2010}' | '\u{2011}') => {
            return hyphen(source, start, at, 3, config);
        }
        b'`' => return apostrophe(source, start, at, 1, config),
        _ => {}
    }
    match source.apostrophe(at) {
        0 => Joint::None,
        length => apostrophe(source, start, at, length, config),
    }
}

/// Decides about an apostrophe of `length` bytes.
fn apostrophe(
    source: Source<'_>,
    start: usize,
    at: usize,
    length: usize,
    config: Config,
) -> Joint {
    let after = at + length;
    if !source.is_word_at(after) {
        let clipped = source.byte(at) != b'`' && lexicon::is_clipped_end(source.bytes(start, at));
        return if clipped { Joint::Found(after, TokenKind::Word) } else { Joint::None };
    }
    let end = source.word(after);
    let suffix = source.bytes(after, end);
    if is_clitic(suffix) {
        if !config.split_clitics {
            return Joint::Through(end);
        }
        return Joint::None;
    }
    if suffix.eq_ignore_ascii_case(b"t") && source.byte_before(at).eq_ignore_ascii_case(&b'n') {
        return if config.split_clitics && at - start > 1 {
            Joint::Found(at - 1, TokenKind::Word)
        } else {
            Joint::Through(end)
        };
    }
    if source.byte(at) == b'`' {
        return Joint::None;
    }
    // `y'all` is two words, but `O'Neil` and `o'clock` are one.
    let all = suffix.eq_ignore_ascii_case(b"all");
    if all && config.split_clitics && source.bytes(start, at).eq_ignore_ascii_case(b"y") {
        return Joint::Found(after, TokenKind::Word);
    }
    Joint::Through(end)
}

/// Returns the end of the word at `start` if it is letters before a clitic and
/// nothing else: of `Clinton's`, `do|n't`. A shortcut: [`apostrophe`] would
/// find the same.
fn before_clitic(source: Source<'_>, start: usize) -> Option<usize> {
    let bytes = source.text.as_bytes();
    let end = start + Letters::of(&bytes[start..]).length;
    let length = source.apostrophe(end);
    if length == 0 || end == start {
        return None;
    }
    let after = end + length;
    let suffix = Letters::of(&bytes[after..]);
    if !Class::ends_word(source.byte(after + suffix.length)) {
        return None;
    }
    match suffix.key.to_le_bytes() {
        [b's' | b'm' | b'd', 0, ..] => Some(end),
        [b'l', b'l', 0, ..] | [b'r', b'e', 0, ..] | [b'v', b'e', 0, ..] => Some(end),
        [b't', 0, ..] if end > start + 1 && matches!(bytes[end - 1], b'n' | b'N') => Some(end - 1),
        _ => None,
    }
}

/// Whether the letters after an apostrophe are a word of their own.
pub(crate) fn is_clitic(letters: &[u8]) -> bool {
    match *letters {
        [a] => matches!(a | 0x20, b's' | b'm' | b'd'),
        [a, b] => matches!([a | 0x20, b | 0x20], [b'l', b'l'] | [b'r', b'e'] | [b'v', b'e']),
        _ => false,
    }
}

/// Decides about a hyphen of `length` bytes.
fn hyphen(source: Source<'_>, start: usize, at: usize, length: usize, config: Config) -> Joint {
    let after = at + length;
    let before = source.bytes(start, at);
    if !source.is_word_at(after) {
        // A stutter, as transcripts write it: `I s- saw th- that`; but not the
        // second half of `gon|na-`.
        let next = source.char(after);
        let cut_off = before.len() <= 2
            && (next.is_whitespace() || next == ',')
            && !source.is_word_before(start);
        return if cut_off { Joint::Found(after, TokenKind::Word) } else { Joint::None };
    }
    if !config.split_hyphens || lexicon::is_prefix(before) {
        return Joint::Through(after);
    }
    if let Some(end) = romanized::given_name(source, start, at, after) {
        return Joint::Through(end);
    }
    let end = source.letters(after);
    if lexicon::is_suffix(source.bytes(after, end)) && !source.is_word_at(end) {
        return Joint::Through(end);
    }
    Joint::None
}

/// Decides about a slash: `w/o` and a few others are one word.
fn slash(source: Source<'_>, start: usize, at: usize) -> Joint {
    let end = source.letters(at + 1);
    let whole = source.bytes(start, end);
    let lower = |byte: u8| byte.to_ascii_lowercase();
    let known = match whole {
        [w, b'/'] => lower(*w) == b'w',
        [a, b'/', b] => matches!(
            [lower(*a), lower(*b)],
            [b'w', b'o']
                | [b'b', b'c']
                | [b'b', b't']
                | [b'n', b'a']
                | [b'a', b'c']
                | [b'l', b'c']
                | [b'i', b'o']
        ),
        [s, b'/', h, e] => [lower(*s), lower(*h), lower(*e)] == *b"she",
        [w, b'/', o, u, t] => [lower(*w), lower(*o), lower(*u), lower(*t)] == *b"wout",
        _ => false,
    };
    if known && !source.is_word_at(end) { Joint::Found(end, TokenKind::Word) } else { Joint::None }
}

/// Returns the end of the word if the period at `at` belongs to it.
fn period(source: Source<'_>, start: usize, at: usize) -> Option<usize> {
    let letters = source.bytes(start, at);
    let after = at + 1;
    match *letters {
        [_] if source.byte(after).is_ascii_alphabetic() && !source.is_word_at(after + 1) => {
            return Some(acronym(source, after));
        }
        // `M.Sc.`, `Ph.D.`
        _ if letters.len() <= 4 => {
            let end = source.letters(after);
            if lexicon::is_degree(source.bytes(start, end)) {
                return Some(end + usize::from(source.byte(end) == b'.'));
            }
        }
        _ => {}
    }
    let next = Next::of(source, after);
    let belongs = match next {
        // What follows shows that no sentence ends here.
        Next::Mark => true,
        Next::Ellipsis => false,
        _ => match *letters {
            [letter] => initial(source, letter, start, next),
            _ => match lexicon::abbreviation(letters)? {
                Abbreviation::Always => true,
                Abbreviation::BeforeNumber => next == Next::Digit,
                Abbreviation::BeforeDate => matches!(next, Next::Digit | Next::Upper),
                Abbreviation::Inside => !matches!(next, Next::Upper | Next::Start | Next::End),
                Abbreviation::AfterComma => {
                    source.byte_before(source.skip_spaces_back(start)) == b','
                }
            },
        },
    };
    belongs.then_some(after)
}

/// The end of `U.S.`, whose second letter is at `at`.
fn acronym(source: Source<'_>, mut at: usize) -> usize {
    loop {
        at += 1;
        if source.byte(at) != b'.' {
            return at;
        }
        if source.byte(at + 1).is_ascii_alphabetic() && !source.is_word_at(at + 2) {
            at += 1;
            continue;
        }
        return at + 1;
    }
}

/// Whether the period after a single letter belongs to it.
fn initial(source: Source<'_>, letter: u8, start: usize, next: Next) -> bool {
    if letter.is_ascii_uppercase() {
        // `J. Smith`, `E. coli`; but `Vitamin C. The` and `So do I. Smith`.
        return matches!(next, Next::Upper | Next::Lower) && letter != b'I';
    }
    // `p. 5`, `c. 1850`; `(b. August 1950)`.
    next == Next::Digit || source.byte_before(start) == b'('
}

/// What follows a period.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Next {
    /// A capital letter, but not a word that often begins a sentence.
    Upper,
    /// A capitalized word that often begins a sentence.
    Start,
    /// A small letter.
    Lower,
    /// A digit.
    Digit,
    /// A comma, colon or semicolon, without a space.
    Mark,
    /// More periods.
    Ellipsis,
    /// The end of the line or text.
    End,
    /// Anything else.
    Other,
}

impl Next {
    /// Looks past one space or two, but not past the end of a line.
    fn of(source: Source<'_>, after: usize) -> Next {
        match source.byte(after) {
            b',' | b';' | b':' => return Next::Mark,
            b'.' if source.byte(after + 1) == b'.' => return Next::Ellipsis,
            _ => {}
        }
        let mut at = after;
        while source.byte(at) == b' ' && at < after + 2 {
            at += 1;
        }
        match source.byte(at) {
            b'A'..=b'Z' => {
                let end = source.letters_up_to(at, 9);
                if lexicon::is_start(source.bytes(at, end)) { Next::Start } else { Next::Upper }
            }
            b'a'..=b'z' => Next::Lower,
            b'0'..=b'9' => Next::Digit,
            b'\n' | b'\r' => Next::End,
            0x80.. if source.char(at).is_uppercase() => Next::Upper,
            0x80.. if source.char(at).is_lowercase() => Next::Lower,
            _ => Next::Other,
        }
    }
}
