/// The two ends of a token, eight bytes each. They overlap if it is short.
///
/// Tokens of one length up to [`WHOLE`](Ends::WHOLE) that have the same are the
/// same.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Ends {
    first: u64,
    last: u64,
}

impl Ends {
    /// How long a token is at most of which no byte is between them.
    pub(crate) const WHOLE: usize = 16;

    /// Reads a token.
    #[inline]
    pub(crate) const fn new(token: &[u8]) -> Ends {
        if let (Some(first), Some(last)) = (token.first_chunk(), token.last_chunk()) {
            return Ends { first: u64::from_le_bytes(*first), last: u64::from_le_bytes(*last) };
        }
        if let (Some(first), Some(last)) = (token.first_chunk(), token.last_chunk()) {
            let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
            return Ends { first: first as u64, last: last as u64 };
        }
        let first = match *token {
            [a, b, c, ..] => u32::from_le_bytes([a, b, c, 0]),
            [a, b] => u32::from_le_bytes([a, b, 0, 0]),
            [a] => a as u32,
            [] => 0,
        };
        Ends { first: first as u64, last: 0 }
    }

    /// Returns a number for a token of that length with these ends, of which the
    /// upper bits are the best.
    #[inline]
    pub(crate) const fn hash(self, len: usize) -> u64 {
        const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;
        let first = (self.first ^ len as u64).wrapping_mul(MULTIPLIER);
        (first.rotate_left(32) ^ self.last).wrapping_mul(MULTIPLIER)
    }
}
