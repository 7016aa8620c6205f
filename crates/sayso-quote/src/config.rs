use crate::Convention;

/// Knobs of a [`QuotationFinder`](crate::QuotationFinder).
///
/// # Example
///
/// ```
/// use sayso_quote::{Config, Convention, QuotationFinder};
///
/// let config = Config::new().convention(Some(Convention::AMERICAN));
/// let finder = QuotationFinder::with_config(config);
/// assert_eq!(finder.quotations("“No,” she said.").convention(), Convention::AMERICAN);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Config {
    pub(crate) convention: Option<Convention>,
}

impl Config {
    /// Returns the default configuration.
    pub const fn new() -> Config {
        Config { convention: None }
    }

    /// Sets the convention of the texts: its marks open quotations whatever
    /// their shape, and others only where there is hardly another reading.
    /// `None`, the default, has it detected in each text.
    pub const fn convention(mut self, convention: Option<Convention>) -> Config {
        self.convention = convention;
        self
    }
}
