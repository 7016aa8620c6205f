//! Documents that are too long to be one.
//!
//! Where a file has many, a place where two are not told apart must not fill the
//! memory. A file that is one document is what the user says it is.

/// How long a document may be if nobody says otherwise, in bytes.
pub(crate) const LONGEST: usize = 64 << 20;

/// What to do about a document that is too long.
pub(super) const HINT: &str = "if it is one document indeed, raise --longest; a document takes memory of many times its size";

/// Says what is wrong with a document that has more than so many bytes.
pub(super) fn reason(longest: usize) -> String {
    format!("longer than {longest} bytes")
}
