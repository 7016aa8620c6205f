use core::marker::PhantomData;

/// The bytes of a text that are wanted, in order; and a few others, where they are
/// cheaper to step over than to tell apart.
///
/// Sixteen bytes at a time are looked at by a few vector instructions.
#[derive(Debug)]
pub(crate) struct Hits<'t, W> {
    bytes: &'t [u8],
    /// Where the block starts that is looked at.
    block: usize,
    /// Where the next starts.
    next: usize,
    /// The hits of the block that were not returned, as bits.
    hits: u64,
    wanted: PhantomData<W>,
}

/// Tells which bytes are wanted.
pub(crate) trait Wanted {
    /// Returns 255 for a byte that is wanted before `next`, and else 0. It takes no
    /// branches, so that it compiles to vector instructions.
    fn is(byte: u8, next: u8) -> u8;
}

/// What may start a mark or end a line: one of `"'`<`, two commas, a line break, or
/// what begins a character in a part of Unicode that has marks.
#[derive(Debug)]
pub(crate) struct Marks;

/// What may end a line.
#[derive(Debug)]
pub(crate) struct Breaks;

/// The last byte of one of `,?!–—` before a space.
#[derive(Debug)]
pub(crate) struct Stops;

impl Wanted for Marks {
    #[inline(always)]
    fn is(byte: u8, next: u8) -> u8 {
        // As few operations as a search for sums and masks has found. What else
        // they let through is rare: `#&*+@\`, most controls, some characters
        // of other scripts, and `8` beside a space.
        less(byte.wrapping_sub(0x2E) & 0xA2, 0xA1) // `"'`, line breaks, the leads C2, E2, E3, EF
            | all(byte.wrapping_add(0x04) & 0xDB == 0x40) // `<` and a grave accent
            | all(byte.wrapping_add(next) == b',' + b',')
    }
}

impl Wanted for Breaks {
    #[inline(always)]
    fn is(byte: u8, _: u8) -> u8 {
        all(byte & !0x07 == 0x08) // line breaks, and controls
            | all(byte == 0xE2)
    }
}

impl Wanted for Stops {
    #[inline(always)]
    fn is(byte: u8, next: u8) -> u8 {
        all(next == b' ')
            & (all(byte == b',')
                | all(byte == b'?')
                | all(byte == b'!')
                | all(byte == 0x93)
                | all(byte == 0x94))
    }
}

#[inline(always)]
fn all(is: bool) -> u8 {
    u8::from(is).wrapping_neg()
}

/// Compares the bytes as signed numbers, as vector instructions do.
#[inline(always)]
fn less(byte: u8, than: u8) -> u8 {
    all((byte as i8) < than as i8)
}

/// How many bytes are looked at together.
const BLOCK: usize = 64;
/// How many of them a vector instruction takes.
const LANES: usize = 16;

impl<'t, W: Wanted> Hits<'t, W> {
    pub(crate) fn new(text: &'t str) -> Hits<'t, W> {
        Hits { bytes: text.as_bytes(), block: 0, next: 0, hits: 0, wanted: PhantomData }
    }

    /// Returns the first hit from the byte at `from` on that was not returned.
    #[inline]
    pub(crate) fn next(&mut self, from: usize) -> Option<usize> {
        loop {
            if self.hits == 0 {
                let found = find::<W>(self.bytes, self.next);
                (self.block, self.hits) = found.unwrap_or((self.bytes.len(), 0));
                self.next = self.block + BLOCK;
                found?;
            }
            let at = self.block + self.hits.trailing_zeros() as usize;
            self.hits &= self.hits - 1;
            if at >= from {
                return Some(at);
            }
        }
    }
}

/// Finds the first block with bytes that are wanted, and returns where it starts, and
/// those as bits.
#[inline(never)]
fn find<W: Wanted>(bytes: &[u8], from: usize) -> Option<(usize, u64)> {
    let mut at = from;
    loop {
        let rest = bytes.get(at..)?;
        let seconds = rest.get(1..)?;
        let (Some(block), Some(seconds)) = (rest.first_chunk(), seconds.first_chunk()) else {
            return find_at_end::<W>(bytes, at);
        };
        let columns = columns::<W>(block, seconds);
        if columns != 0 {
            return Some((at, transpose(columns)));
        }
        at += BLOCK;
    }
}

/// Does the same for the last bytes of a text, which are no block.
#[inline(never)]
fn find_at_end<W: Wanted>(bytes: &[u8], at: usize) -> Option<(usize, u64)> {
    let rest = &bytes[at..];
    // Spaces are not wanted; nor is anything before a nought.
    let (mut block, mut seconds) = ([b' '; BLOCK], [0; BLOCK]);
    let len = rest.len().min(BLOCK);
    block[..len].copy_from_slice(&rest[..len]);
    seconds[..rest.len() - 1].copy_from_slice(&rest[1..]);
    let columns = columns::<W>(&block, &seconds);
    (columns != 0).then(|| (at, transpose(columns)))
}

/// Returns the bytes of the block that are wanted. `seconds` is the block that starts
/// a byte later.
///
/// Byte 8 × `i` + `j` is bit `i` of byte `j`, so that eight bytes at a time are
/// joined by a single operation.
///
/// Without a branch, so that it compiles to vector instructions. With eight bytes as
/// one number, by borrowing from the bytes that are wanted (Mycroft 1987), all of the
/// scan took a quarter more; with a table of 256 bytes, one load for each byte, far
/// more.
#[inline(always)]
fn columns<W: Wanted>(block: &[u8; BLOCK], seconds: &[u8; BLOCK]) -> u64 {
    let mut hits = [0; BLOCK];
    for (((hit, &byte), &next), bit) in hits.iter_mut().zip(block).zip(seconds).zip(&BITS) {
        *hit = bit & W::is(byte, next);
    }
    let mut columns = 0;
    for lanes in hits.chunks_exact(LANES) {
        columns |= lanes.first_chunk().map_or(0, |&lanes| u128::from_le_bytes(lanes));
    }
    (columns | columns >> 64) as u64
}

/// For each byte of a block, the bit that stands for it.
const BITS: [u8; BLOCK] = {
    let mut bits = [0; BLOCK];
    let mut at = 0;
    while at < BLOCK {
        bits[at] = 1 << (at / 8);
        at += 1;
    }
    bits
};

/// Turns bit `i` of byte `j` into bit `j` of byte `i`: a matrix of eight rows is
/// transposed by squares of one, two and four (Warren, *Hacker's Delight*, 7-3).
fn transpose(bits: u64) -> u64 {
    let swap = |bits: u64, by: u32, mask: u64| {
        let differ = (bits ^ (bits >> by)) & mask;
        bits ^ differ ^ (differ << by)
    };
    let bits = swap(bits, 7, 0x00AA_00AA_00AA_00AA);
    let bits = swap(bits, 14, 0x0000_CCCC_0000_CCCC);
    swap(bits, 28, 0x0000_0000_F0F0_F0F0)
}
