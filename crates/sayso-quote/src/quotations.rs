use alloc::vec::{self, Vec};
use core::{ops::Deref, slice};

use crate::{Convention, Quotation};

/// The quotations of a text, in order of their opening marks; an outer one
/// comes before those in it.
///
/// It is a slice of them.
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
