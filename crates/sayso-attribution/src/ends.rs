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
    pub(crate) fn new(token: &[u8]) -> Ends {
        let (first, last) = match (token.first_chunk(), token.last_chunk()) {
            (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
            _ => match (token.first_chunk(), token.last_chunk()) {
                (Some(first), Some(last)) => {
                    (u32::from_le_bytes(*first).into(), u32::from_le_bytes(*last).into())
                }
                _ => (token.iter().fold(0, |all, byte| all << 8 | u64::from(*byte)), 0),
            },
        };
        Ends { first, last }
    }

    /// Returns a number for a token of that length with these ends, of which the
    /// upper bits are the best.
    #[inline]
    pub(crate) fn hash(self, len: usize) -> u64 {
        const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;
        let first = (self.first ^ len as u64).wrapping_mul(MULTIPLIER);
        (first.rotate_left(32) ^ self.last).wrapping_mul(MULTIPLIER)
    }
}
