use crate::{Config, TokenKind, address::Addresses, source::Source, wide::Wide, word};

/// Returns the end and the kind of the token that begins with a digit at
/// `start`.
pub(crate) fn number(
    source: Source<'_>,
    start: usize,
    config: Config,
    addresses: &mut Addresses,
) -> (usize, TokenKind) {
    let mut at = source.digits(start);
    let first = at - start;
    let digit = |at| source.byte(at).is_ascii_digit();
    let mut groups = 1;
    loop {
        let next = match source.byte(at) {
            b'.' | b':' if digit(at + 1) => at + 1,
            b',' if is_group(source, at + 1) => at + 1,
            b'/' if digit(at + 1) && first <= 3 => {
                let end = telephone(source, at + 1);
                if end > at + 1 { end } else { at + 1 }
            }
            // A telephone number or a date: `713-853-3989`, `345-9945`,
            // `11-20-2000`. Years and amounts are joined by a hyphen too.
            b'-' if digit(at + 1) && telephone(source, start) > at => telephone(source, start),
            _ => break,
        };
        at = source.digits(next);
        groups += 1;
    }
    if let b'.' | b'@' | b'-' | b'_' | b'+' = source.byte(at) {
        if let Some(found) = addresses.find(source, start, at) {
            return found;
        }
    }
    if source.apostrophe(at) > 0 && first <= 4 && at == start + first {
        // The decade's `1990's`, but not the year's `2016's`.
        let after = at + source.apostrophe(at);
        if source.byte(after) == b's'
            && !source.is_word_at(after + 1)
            && is_decade(source.bytes(start, at))
        {
            return (after + 1, TokenKind::Number);
        }
    }
    let marked = source.extended(at);
    if marked > at {
        // A key of a telephone: `1` with a frame around it.
        let key = source.char_before(marked) == '\u{20E3}';
        return (marked, if key { TokenKind::Emoji } else { TokenKind::Number });
    }
    // `½` begins a token of its own.
    let joined = source.byte(at) < 0x80 || Wide::of(source.char(at)) == Wide::Letter;
    let end = if joined { source.word(at) } else { at };
    if end == at {
        return (at, TokenKind::Number);
    }
    match source.bytes(at, end) {
        b"st" | b"nd" | b"rd" | b"th" | b"s" | b"ST" | b"ND" | b"RD" | b"TH" | b"S" => {
            (end, TokenKind::Number)
        }
        unit if is_unit(unit) => (at, TokenKind::Number),
        // `61persons`: words that have lost the space before them.
        letters if groups > 1 || is_word(letters) => (at, TokenKind::Number),
        _ => word::word(source, start, config, addresses),
    }
}

/// Whether the digits at `at`, after a comma, are a part of the number before
/// it: `1,234` and `1,00,000`, but not the references of `[13,14]`.
fn is_group(source: Source<'_>, at: usize) -> bool {
    let end = source.digits(at);
    end == at + 3 || end == at + 2 && source.byte(end) == b',' && source.digits(end + 1) == end + 4
}

/// Whether the plural of the number is a decade: `1990's`, `60's`. What a year
/// of this century has is a possession: `2010's first storm`.
fn is_decade(digits: &[u8]) -> bool {
    matches!(digits, [b'1', _, _, b'0'] | [b'2', b'0', b'0', b'0'] | [_, b'0'])
}

/// Whether the letters are a word and no part of a code.
fn is_word(letters: &[u8]) -> bool {
    letters.len() >= 4 && letters.iter().all(u8::is_ascii_lowercase)
}

/// The end of the telephone number at `start`, or `start`.
fn telephone(source: Source<'_>, start: usize) -> usize {
    let mut at = source.digits(start);
    let mut groups = [at - start, 0, 0, 0];
    for group in 1..=4 {
        if source.byte(at) != b'-' || !source.byte(at + 1).is_ascii_digit() {
            break;
        }
        let Some(length) = groups.get_mut(group) else { return start };
        let end = source.digits(at + 1);
        *length = end - at - 1;
        at = end;
    }
    if source.is_word_at(at) {
        return start;
    }
    match groups {
        [3, 4, 0, 0]
        | [3, 3, 4, 0]
        | [1, 3, 3, 4]
        | [5, 4, 0, 0]
        | [1 | 2, 1 | 2, 2 | 4, 0]
        | [4, 1 | 2, 1 | 2, 0]
        | [3, 2, 4, 0] => at,
        _ => start,
    }
}

/// Whether the letters after a number are a unit and a token of their own.
fn is_unit(letters: &[u8]) -> bool {
    matches!(
        letters,
        b"am"
            | b"pm"
            | b"AM"
            | b"PM"
            | b"k"
            | b"K"
            | b"m"
            | b"M"
            | b"b"
            | b"bn"
            | b"mm"
            | b"cm"
            | b"km"
            | b"kg"
            | b"g"
            | b"mg"
            | b"ft"
            | b"lb"
            | b"lbs"
            | b"oz"
            | b"MM"
            | b"t"
            | b"tn"
            | b"mph"
            | b"kph"
            | b"min"
            | b"mins"
            | b"hr"
            | b"hrs"
            | b"sec"
            | b"secs"
            | b"yrs"
            | b"MB"
            | b"GB"
            | b"TB"
            | b"KB"
            | b"kb"
            | b"Mb"
            | b"GHz"
            | b"MHz"
            | b"Hz"
            | b"kHz"
            | b"kW"
            | b"MW"
            | b"GW"
            | b"kWh"
            | b"ml"
            | b"mL"
            | b"in"
            | b"mil"
            | b"million"
            | b"billion"
            | b"p"
            | b"a"
    )
}
