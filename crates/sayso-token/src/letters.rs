use crate::source::Source;

/// The letters that a text goes on with, found eight bytes at a time.
///
/// Words are short and their lengths follow no pattern, so a loop over single
/// bytes costs a mispredicted branch a word. Here most words take none: eight
/// bytes are looked at as one number, and its lowest byte that is no letter is
/// counted off (Mycroft's and Lamport's way of computing on several bytes in
/// one word).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Letters {
    /// How many ASCII letters there are.
    pub(crate) length: usize,
    /// The first eight of them, in lower case, the first one lowest; zero
    /// after the last.
    pub(crate) key: u64,
    /// The byte after the last, a line feed if the text ends there.
    pub(crate) after: u8,
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * ONES;
/// The bit that tells small letters from capitals.
const CASE: u64 = 0x20 * ONES;

impl Letters {
    /// Counts the letters that the bytes begin with.
    #[inline]
    pub(crate) fn of(bytes: &[u8]) -> Letters {
        let Some(&first) = bytes.first_chunk() else { return Letters::at_the_end(bytes) };
        let first = u64::from_le_bytes(first);
        let others = others(first);
        if others != 0 {
            let bits = others.trailing_zeros() & !7;
            let key = (first | CASE) & ((1 << bits) - 1);
            // Shifted out, since what is to be loaded has to wait for `bits`.
            return Letters { length: (bits / 8) as usize, key, after: (first >> bits) as u8 };
        }
        Letters::long(bytes, first | CASE)
    }

    /// The same for eight letters or more.
    #[inline]
    fn long(bytes: &[u8], key: u64) -> Letters {
        let mut length = 8;
        while let Some(&next) = bytes[length..].first_chunk() {
            let next = u64::from_le_bytes(next);
            let others = others(next);
            if others != 0 {
                let bits = others.trailing_zeros() & !7;
                length += (bits / 8) as usize;
                return Letters { length, key, after: (next >> bits) as u8 };
            }
            length += 8;
        }
        let rest = Letters::at_the_end(&bytes[length..]);
        Letters { length: length + rest.length, key, after: rest.after }
    }

    /// The same for less than eight bytes.
    #[cold]
    fn at_the_end(bytes: &[u8]) -> Letters {
        let length = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let first = bytes[..length].iter().rev();
        let key = first.fold(0, |key, byte| key << 8 | u64::from(byte | 0x20));
        let after = bytes.get(length).copied().unwrap_or(Source::NOTHING);
        Letters { length, key, after }
    }
}

/// Sets the high bit of each byte that is no ASCII letter, and no other.
#[inline]
fn others(eight: u64) -> u64 {
    let lower = (eight | CASE) & !HIGH;
    let from_a = lower + (0x80 - b'a' as u64) * ONES;
    let past_z = lower + (0x7F - b'z' as u64) * ONES;
    !(from_a & !past_z & !eight) & HIGH
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[test]
    fn every_byte_at_every_place() {
        for byte in 0..=255_u8 {
            for place in 0..20 {
                let mut bytes = *b"AbcdefgHijklmnopqrstuvwx";
                bytes[place] = byte;
                for end in [bytes.len(), place + 1] {
                    let bytes = &bytes[..end];
                    let length = bytes.iter().take_while(|b| b.is_ascii_alphabetic()).count();
                    let found = Letters::of(bytes);
                    assert_eq!(found.length, length, "{byte} at {place}");
                    assert_eq!(found.after, *bytes.get(length).unwrap_or(&b'\n'));
                    let mut first = [0; 8];
                    let kept = length.min(8);
                    first[..kept].copy_from_slice(&bytes[..kept]);
                    first.make_ascii_lowercase();
                    assert_eq!(found.key, u64::from_le_bytes(first), "{byte} at {place}");
                }
            }
        }
    }
}
