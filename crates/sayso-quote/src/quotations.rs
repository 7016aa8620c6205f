use alloc::vec::{self, Vec};
use core::{ops::Deref, slice};

use crate::{Convention, Quotation};

/// The quotations of a text, in order of their opening marks; an outer one
/// comes before those in it.
///
/// It is a slice of them. They are found paragraph by paragraph, but a list is
/// returned and no iterator: an outer quotation is known when it ends, and comes
/// before those in it.
///
/// # Guarantees
///
/// Any two quotations are disjoint, or one covers the other. None goes over the
/// end of a paragraph: one that goes on is a chain of several. At most six lie
/// in one another.
///
/// # Example
///
/// ```
/// use sayso_quote::{Mark, quotations};
///
/// let found = quotations("“No,” she said. “Never.”");
/// assert_eq!(found.len(), 2);
/// assert_eq!(found.convention().primary, Some((Mark::Left, Mark::Right)));
/// assert!(found.into_iter().all(|quotation| quotation.closed));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quotations {
    pub(crate) found: Vec<Quotation>,
    pub(crate) convention: Convention,
}

impl Quotations {
    /// Returns the convention that the text was read by.
    pub fn convention(&self) -> Convention {
        self.convention
    }

    /// Returns the quotations as a vector.
    pub fn into_vec(self) -> Vec<Quotation> {
        self.found
    }
}

impl Deref for Quotations {
    type Target = [Quotation];

    fn deref(&self) -> &[Quotation] {
        &self.found
    }
}

impl IntoIterator for Quotations {
    type Item = Quotation;
    type IntoIter = vec::IntoIter<Quotation>;

    fn into_iter(self) -> vec::IntoIter<Quotation> {
        self.found.into_iter()
    }
}

impl<'a> IntoIterator for &'a Quotations {
    type Item = &'a Quotation;
    type IntoIter = slice::Iter<'a, Quotation>;

    fn into_iter(self) -> slice::Iter<'a, Quotation> {
        self.found.iter()
    }
}
