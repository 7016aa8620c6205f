use crate::{TokenKind, source::Source, wide::Wide};

/// Finds web and e-mail addresses, and remembers where there are none, so
/// that no place is looked at twice.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Addresses {
    /// No address of what has been looked at goes on before here.
    none_before: usize,
}

type Found = Option<(usize, TokenKind)>;

impl Addresses {
    /// Looks for an address that begins with a letter or digit at `start`, of
    /// which a mark at `at` may be a part.
    pub(crate) fn find(&mut self, source: Source<'_>, start: usize, at: usize) -> Found {
        if source.byte(at) == b':' {
            return scheme(source, start, at);
        }
        if at < self.none_before {
            return None;
        }
        let mut end = at;
        let mut dotted = false;
        while let byte = source.byte(end)
            && is_local(byte)
        {
            dotted |= byte == b'.';
            end += 1;
        }
        let found =
            email(source, end).or_else(|| dotted.then(|| domain(source, start, at)).flatten());
        if found.is_none() {
            self.none_before = end;
        }
        found
    }
}

/// Whether the byte may stand before the `@` of an e-mail address.
fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-')
}

/// The rest of an e-mail address, from its `@` on. Mail systems of a single
/// organization write `name@SYSTEM`.
fn email(source: Source<'_>, at: usize) -> Found {
    if source.byte(at) != b'@' || !source.byte(at + 1).is_ascii_alphanumeric() {
        return None;
    }
    let mut end = at + 1;
    while let byte = source.byte(end)
        && (byte.is_ascii_alphanumeric()
            || matches!(byte, b'.' | b'-' | b'_') && source.byte(end + 1).is_ascii_alphanumeric())
    {
        end += 1;
    }
    Some((end, TokenKind::Email))
}

/// A web address without a scheme, of which the letters up to `at` are known;
/// or the name of a file or newsgroup.
fn domain(source: Source<'_>, start: usize, at: usize) -> Found {
    let mut end = at;
    let mut last = start;
    let mut labels = 1;
    while let byte = source.byte(end)
        && (byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
    {
        if byte == b'.' {
            if !source.byte(end + 1).is_ascii_alphanumeric() {
                break;
            }
            last = end + 1;
            labels += 1;
        }
        end += 1;
    }
    let www = source.bytes(start, at).eq_ignore_ascii_case(b"www");
    let known =
        www || is_top(source.bytes(last, end)) || labels > 2 && is_name(source.bytes(start, end));
    if labels == 1 || !known {
        return None;
    }
    let end = match source.byte(end) {
        b'/' if source.is_word_at(end + 1) => tail(source, start, end),
        b'/' | b':' | b'?' | b'#' if www => tail(source, start, end),
        b'/' => end + 1,
        _ => end,
    };
    Some((end, TokenKind::Url))
}

/// `http://…` and `mailto:…`, whose colon is at `at`.
fn scheme(source: Source<'_>, start: usize, at: usize) -> Found {
    let name = source.bytes(start, at);
    let slashes = source.byte(at + 1) == b'/' && source.byte(at + 2) == b'/';
    let known =
        slashes || name.eq_ignore_ascii_case(b"mailto") || name.eq_ignore_ascii_case(b"doi");
    let after = if slashes { at + 3 } else { at + 1 };
    (known && source.is_word_at(after)).then(|| (tail(source, start, after), TokenKind::Url))
}

/// The end of a web address, of which what is before `at` is known.
fn tail(source: Source<'_>, start: usize, mut at: usize) -> usize {
    loop {
        match source.byte(at) {
            b' ' | b'\t'..=b'\r' | b'<' | b'>' | b'"' | b'|' | b'{' | b'}' | b'`' | b'^' => break,
            0x80.. => {
                let c = source.char(at);
                if !Wide::of(c).is_word() && Wide::of(c) != Wide::Extend {
                    break;
                }
                at += c.len_utf8();
            }
            _ => at += 1,
        }
    }
    // Marks of the sentence around it are not part of the address.
    let mut opened = 0_usize;
    let mut closed = 0_usize;
    for &byte in source.bytes(start, at) {
        opened += usize::from(byte == b'(');
        closed += usize::from(byte == b')');
    }
    loop {
        match source.byte_before(at) {
            b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b'*' | b'[' | b']' => at -= 1,
            b')' if closed > opened => {
                closed -= 1;
                at -= 1;
            }
            b'(' => {
                opened -= 1;
                at -= 1;
            }
            _ => return at,
        }
    }
}

/// Whether three labels or more are the name of a host or newsgroup rather
/// than sentences without spaces between them.
fn is_name(labels: &[u8]) -> bool {
    let small = |&byte: &u8| byte.is_ascii_lowercase() || matches!(byte, b'.' | b'-');
    labels.iter().all(small) && labels.iter().take_while(|&&byte| byte != b'.').count() > 1
}

/// Whether a name with a period before it is a top-level domain or the ending
/// of a file.
fn is_top(name: &[u8]) -> bool {
    let mut lower = [0; 5];
    let Some(lower) = lower.get_mut(..name.len()) else { return false };
    lower.copy_from_slice(name);
    lower.make_ascii_lowercase();
    let one_case =
        name.iter().all(u8::is_ascii_lowercase) || !name.iter().any(u8::is_ascii_lowercase);
    one_case
        && matches!(
            &*lower,
            b"com"
                | b"org"
                | b"net"
                | b"edu"
                | b"gov"
                | b"mil"
                | b"info"
                | b"biz"
                | b"io"
                | b"co"
                | b"uk"
                | b"ca"
                | b"de"
                | b"fr"
                | b"au"
                | b"eu"
                | b"ru"
                | b"cn"
                | b"jp"
                | b"tv"
                | b"fm"
                | b"ly"
                | b"doc"
                | b"docx"
                | b"xls"
                | b"xlsx"
                | b"pdf"
                | b"ppt"
                | b"txt"
                | b"html"
                | b"htm"
                | b"jpg"
                | b"jpeg"
                | b"png"
                | b"gif"
                | b"zip"
                | b"exe"
                | b"csv"
                | b"xml"
                | b"json"
                | b"php"
                | b"asp"
                | b"js"
                | b"mp3"
                | b"mp4"
        )
}
