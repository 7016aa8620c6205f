use sayso_span::Span;

/// What a mark has at one of its sides.
///
/// Marks that touch form a run, and all marks of a run have what the run has:
/// both marks of `"'Make` stand before a letter.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[repr(u8)]
pub(crate) enum Side {
    /// White space, or an end of the text.
    Space,
    /// What stands before the first word of something: `(`, `[`, `/`.
    Opener,
    /// A dash or hyphen.
    Dash,
    /// What ends a sentence, and the ellipsis.
    Stop,
    /// Other punctuation that follows a word: `,`, `:`, `)`.
    Comma,
    /// A letter, or a symbol that stands in words.
    Letter,
    /// A digit.
    Digit,
    /// A character of a script that puts no spaces between words.
    Wide,
}

impl Side {
    /// Returns what stands before the byte at `at`, and after the byte before
    /// `end`.
    pub(crate) fn around(text: &str, run: Span) -> (Side, Side) {
        (Side::before(text, run.start()), Side::after(text, run.end()))
    }

    #[inline]
    pub(crate) fn before(text: &str, at: usize) -> Side {
        match text.as_bytes()[..at].last() {
            None => Side::Space,
            Some(&byte) => BEFORE[usize::from(byte)].unwrap_or_else(|| Side::far_before(text, at)),
        }
    }

    #[inline]
    pub(crate) fn after(text: &str, at: usize) -> Side {
        match text.as_bytes().get(at) {
            None => Side::Space,
            Some(&byte) => AFTER[usize::from(byte)].unwrap_or_else(|| Side::far_after(text, at)),
        }
    }

    fn far_before(text: &str, at: usize) -> Side {
        text[..at].chars().rev().find(|&c| !is_invisible(c)).map_or(Side::Space, Side::of)
    }

    fn far_after(text: &str, at: usize) -> Side {
        text[at..].chars().find(|&c| !is_invisible(c)).map_or(Side::Space, Side::of)
    }

    /// Whether a word goes on at this side.
    pub(crate) fn is_word(self) -> bool {
        matches!(self, Side::Letter | Side::Digit)
    }

    fn of(c: char) -> Side {
        match c {
            '\0'..='\x7f' => ASCII[c as usize],
            '‐'..='―' => Side::Dash,
            '…' | '。' | '．' | '！' | '？' | '؟' | '।' => Side::Stop,
            '、' | '，' | '：' | '；' | '）' | '】' | '》' => Side::Comma,
            '¿' | '¡' | '（' | '【' | '《' => Side::Opener,
            '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => {
                Side::Wide
            }
            // Thai, Lao, Burmese and Khmer.
            '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' => {
                Side::Wide
            }
            _ if c.is_whitespace() => Side::Space,
            _ if c.is_numeric() => Side::Digit,
            _ => Side::Letter,
        }
    }
}

/// Characters that print nothing: a mark stands beside what they follow.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

const ASCII: [Side; 128] = {
    let mut table = [Side::Letter; 128];
    let mut byte = 0;
    while byte < 128 {
        table[byte as usize] = match byte as u8 {
            0..=b' ' | 0x7f => Side::Space,
            b'0'..=b'9' => Side::Digit,
            b'(' | b'[' | b'{' | b'/' | b'<' | b'=' | b'\\' | b'|' => Side::Opener,
            b'-' => Side::Dash,
            b'.' | b'!' | b'?' => Side::Stop,
            b',' | b';' | b':' | b')' | b']' | b'}' | b'>' => Side::Comma,
            _ => Side::Letter,
        };
        byte += 1;
    }
    table
};

/// What the last byte before a mark tells; nothing if it is not ASCII.
const BEFORE: [Option<Side>; 256] = bytes(Side::Opener);
/// What the first byte after a mark tells.
const AFTER: [Option<Side>; 256] = bytes(Side::Comma);

const fn bytes(hugging: Side) -> [Option<Side>; 256] {
    let mut table = [None; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte as usize] = Some(match byte {
            // Emphasis and tags hug what they enclose.
            b'*' | b'_' | b'~' => hugging,
            b'>' if matches!(hugging, Side::Opener) => hugging,
            b'<' if matches!(hugging, Side::Comma) => hugging,
            _ => ASCII[byte as usize],
        });
        byte += 1;
    }
    table
}

/// How surprising it is that a mark opens (rows: before it, columns: after it).
/// The unit is explained at [`cost`](crate::cost).
pub(crate) fn opening(before: Side, after: Side) -> u8 {
    OPENING[before as usize][after as usize]
}

/// How surprising it is that a mark closes.
pub(crate) fn closing(before: Side, after: Side) -> u8 {
    CLOSING[before as usize][after as usize]
}

#[rustfmt::skip]
const OPENING: [[u8; 8]; 8] = [
    //           Space Opener Dash Stop Comma Letter Digit Wide
    /* Space  */ [ 16,    2,    3,   5,   16,     0,    0,    0],
    /* Opener */ [ 16,    2,    3,   5,   16,     0,    0,    0],
    /* Dash   */ [ 20,    4,    8,  10,   24,     0,    0,    0],
    /* Stop   */ [ 25,   12,   25,  20,   30,     9,    9,    0],
    /* Comma  */ [ 25,   12,   25,  20,   30,     8,    8,    0],
    /* Letter */ [ 30,   20,   25,  30,   30,    15,   15,    4],
    /* Digit  */ [ 30,   20,   25,  30,   30,    15,   15,    4],
    /* Wide   */ [  8,    2,    4,   8,   12,     2,    2,    0],
];

#[rustfmt::skip]
const CLOSING: [[u8; 8]; 8] = [
    //           Space Opener Dash Stop Comma Letter Digit Wide
    /* Space  */ [ 12,   20,   10,   8,    6,    48,   48,    2],
    /* Opener */ [ 20,   25,   25,  20,   16,    30,   30,    2],
    /* Dash   */ [  4,   16,   10,   6,    5,    24,   24,    4],
    /* Stop   */ [  0,    4,    0,   1,    0,    10,   10,    0],
    /* Comma  */ [  0,    4,    0,   1,    0,    10,   10,    0],
    /* Letter */ [  0,    3,    0,   0,    0,    14,   14,    2],
    /* Digit  */ [  0,    3,    0,   0,    0,    14,   12,    2],
    /* Wide   */ [  0,    0,    0,   0,    0,     2,    2,    0],
];
