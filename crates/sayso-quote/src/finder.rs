use alloc::vec::Vec;
use core::ops::Deref;

use crate::{Config, Quotation};

/// Finds the quotations of a text.
#[derive(Clone, Debug, Default)]
pub struct QuotationFinder {
    _config: Config,
}

impl QuotationFinder {
    /// Returns a finder with the default configuration.
    pub fn new() -> QuotationFinder {
        QuotationFinder::with_config(Config::default())
    }

    /// Returns a finder with the given configuration.
    pub fn with_config(config: Config) -> QuotationFinder {
        QuotationFinder { _config: config }
    }

    /// Returns the quotations of the text, in order of their opening marks.
    pub fn quotations(&self, _text: &str) -> Quotations {
        Quotations { found: Vec::new() }
    }
}

/// The quotations of a text, in order of their opening marks.
///
/// It is a slice of them.
#[derive(Clone, Debug, Default)]
pub struct Quotations {
    found: Vec<Quotation>,
}

impl Deref for Quotations {
    type Target = [Quotation];

    fn deref(&self) -> &[Quotation] {
        &self.found
    }
}
