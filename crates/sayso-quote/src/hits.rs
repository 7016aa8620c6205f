/// The bytes of a text that may start a quotation mark or end a line, in order;
/// and a few others, which are cheaper to step over than to tell apart.
#[derive(Debug)]
pub(crate) struct Hits<'t> {
    bytes: &'t [u8],
    /// Where the block ends that is looked at.
    end: usize,
    /// The hits of the block that were not returned, as bits.
    hits: u64,
}

/// How many bytes are looked at together.
const BLOCK: usize = 64;
/// How many of them a vector instruction takes.
const LANES: usize = 16;

impl<'t> Hits<'t> {
    pub(crate) fn new(text: &'t str) -> Hits<'t> {
        Hits { bytes: text.as_bytes(), end: 0, hits: 0 }
    }

    /// Returns the first hit from the byte at `from` on that was not returned.
    #[inline]
    pub(crate) fn next(&mut self, from: usize) -> Option<usize> {
        loop {
            while self.hits == 0 {
                let rest = self.bytes.get(self.end..).filter(|rest| !rest.is_empty())?;
                let columns = match rest.first_chunk() {
                    Some(block) => find(block),
                    None => find_at_end(rest),
                };
                self.end += BLOCK;
                self.hits = if columns == 0 { 0 } else { transpose(columns) };
            }
            let at = self.end - BLOCK + self.hits.trailing_zeros() as usize;
            self.hits &= self.hits - 1;
            if at >= from {
                return Some(at);
            }
        }
    }
}

/// Finds the bytes of the block that may start a mark or end a line: one of
/// `"'`<`, two commas, a line break, or what begins a character in a part of
/// Unicode that has marks. The block has one byte more, for the second comma.
///
/// Byte 8 × `i` + `j` is bit `i` of byte `j`, so that eight bytes at a time are
/// joined by a single operation.
///
/// Without a branch, and not inlined, so that it compiles to a few vector
/// instructions for sixteen bytes. With eight bytes as one number, by borrowing
/// from the bytes that are wanted (Mycroft 1987), all of the scan took a quarter
/// more; with a table of 256 bytes, one load for each byte, far more.
#[inline(never)]
fn find(block: &[u8; BLOCK + 1]) -> u64 {
    let mut columns = [0; LANES];
    let seconds = block[1..].chunks_exact(LANES);
    for ((bytes, seconds), bits) in block.chunks_exact(LANES).zip(seconds).zip(&BITS) {
        for lane in 0..LANES {
            columns[lane] |= bits[lane] & is_hit(bytes[lane], seconds[lane]);
        }
    }
    let columns = u128::from_le_bytes(columns);
    (columns | columns >> 64) as u64
}

/// Returns 255 for what is wanted, and else 0.
#[inline(always)]
fn is_hit(byte: u8, next: u8) -> u8 {
    let all = |is: bool| u8::from(is).wrapping_neg();
    // Several at a time, by the bits that they share; what else is let through is
    // rare. Single commas are too many for that.
    all(byte & !0x05 == b'"') // `"'`, and `#&`
        | all(byte & !0x07 == 0x08) // line breaks, and controls
        | all(byte & !0x2D == 0xC2) // the leads C2, E2, E3, EF, and others
        | all(byte == b'<')
        | all(byte == b'`')
        | all(byte == b',') & all(next == b',')
}

/// Finds those of the last bytes of a text, which are no block.
#[inline(never)]
fn find_at_end(rest: &[u8]) -> u64 {
    let mut block = [b' '; BLOCK + 1];
    block[..rest.len()].copy_from_slice(rest);
    find(&block)
}

/// For each byte of a block, the bit that stands for it.
const BITS: [[u8; LANES]; BLOCK / LANES] = {
    let mut bits = [[0; LANES]; BLOCK / LANES];
    let mut at = 0;
    while at < BLOCK {
        bits[at / LANES][at % LANES] = 1 << (at / 8);
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
