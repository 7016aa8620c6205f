use std::io;

use super::Found;
use crate::{cmd::Layer, input::Record};

/// How a document is written: a format.
///
/// Encoding is for the threads that work, each with a document of its own; what
/// stands between documents, before the first and after the last, is for the
/// [`Sink`](super::Sink).
pub(crate) trait Encoder<L: Layer>: Send + Sync {
    /// Adds to `out` what is written of a record and of what has been `found` in
    /// its text. `titled`: a reader must be told which document it is.
    ///
    /// # Errors
    ///
    /// None, in truth: memory can be written to. It lets encoders write with
    /// `write!` and `?`.
    fn encode(
        &self,
        layer: &L,
        record: &Record,
        titled: bool,
        found: Found<&mut dyn Iterator<Item = L::Item>>,
        out: &mut Vec<u8>,
    ) -> io::Result<()>;
}
