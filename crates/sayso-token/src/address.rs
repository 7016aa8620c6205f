use crate::{TokenKind, source::Source, wide::Wide};

/// Finds web and e-mail addresses, and remembers where there are none, so
/// that no place is looked at twice.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Addresses {
    /// No `@` of an e-mail address stands before here.
    no_email_before: usize,
    /// No domain ends before here.
    no_domain_before: usize,
}

type Found = Option<(usize, TokenKind)>;

impl Addresses {
    /// Looks for an address that begins at `start` and has a period at `at`.
    pub(crate) fn at_period(&mut self, source: Source<'_>, start: usize, at: usize) -> Found {
        self.email(source, start, at).or_else(|| self.domain(source, start, at))
    }

    /// Looks for an address that begins at `start` and has another mark at
    /// `at`.
    pub(crate) fn at_mark(&mut self, source: Source<'_>, start: usize, at: usize) -> Found {
        match source.byte(at) {
            b':' => scheme(source, start, at),
            b'.' => self.at_period(source, start, at),
            b'-' => self.email(source, start, at).or_else(|| self.domain(source, start, at)),
            _ => self.email(source, start, at),
        }
    }

    fn email(&mut self, source: Source<'_>, start: usize, from: usize) -> Found {
        if from < self.no_email_before {
            return None;
        }
        let mut at = from;
        while is_local(source.byte(at)) {
            at += 1;
        }
        self.no_email_before = at;
        if source.byte(at) != b'@' || !source.byte(at + 1).is_ascii_alphanumeric() {
            self.no_email_before = at + 1;
            return None;
        }
        at += 1;
        loop {
            let byte = source.byte(at);
            let inside = byte.is_ascii_alphanumeric()
                || matches!(byte, b'.' | b'-' | b'_')
                    && source.byte(at + 1).is_ascii_alphanumeric();
            if !inside {
                break;
            }
            at += 1;
        }
        let _ = start;
        Some((at, TokenKind::Email))
    }

    fn domain(&mut self, source: Source<'_>, start: usize, from: usize) -> Found {
        if from < self.no_domain_before {
            return None;
        }
        let mut at = from;
        let mut label = start;
        let mut labels = 1;
        loop {
            let byte = source.byte(at);
            if byte == b'.' && source.byte(at + 1).is_ascii_alphanumeric() {
                label = at + 1;
                labels += 1;
            } else if !byte.is_ascii_alphanumeric() && byte != b'-' && byte != b'_' {
                break;
            }
            at += 1;
        }
        let www = source.bytes(start, from).eq_ignore_ascii_case(b"www");
        let top = source.bytes(label, at);
        if label == start
            || !(www || is_top(top) || labels > 2 && is_name(source.bytes(start, at)))
        {
            self.no_domain_before = at;
            return None;
        }
        if source.byte(at) == b'/' && source.is_word_at(at + 1)
            || matches!(source.byte(at), b'/' | b':' | b'?' | b'#' if www)
        {
            at = tail(source, start, at);
        } else if source.byte(at) == b'/' {
            at += 1;
        }
        Some((at, TokenKind::Url))
    }
}

fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-')
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
