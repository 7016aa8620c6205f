use crate::Mark;

/// A mark of the text that may open or close a quotation, and how surprising
/// each reading would be for what stands around it (see [`cost`](crate::cost)).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    /// Where it starts.
    pub(crate) at: usize,
    /// How many bytes it takes: more than its glyph where it is repeated.
    pub(crate) len: u32,
    pub(crate) mark: Mark,
    /// That it opens a quotation.
    pub(crate) open: u8,
    /// That it closes one.
    pub(crate) close: u8,
    /// That it does neither: that it is an apostrophe, a prime or an error.
    pub(crate) skip: u8,
}

impl Candidate {
    pub(crate) fn end(&self) -> usize {
        self.at + self.len as usize
    }

    /// Whether it is the mark before it once more: `""Yes,""`.
    pub(crate) fn repeats(&self, before: &Candidate) -> bool {
        self.mark == before.mark && self.at == before.end()
    }
}
