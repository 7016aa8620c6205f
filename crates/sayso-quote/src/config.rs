use crate::Convention;

/// Knobs of a [`QuotationFinder`](crate::QuotationFinder).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Config {
    pub(crate) convention: Option<Convention>,
}

impl Config {
    /// Returns the default configuration.
    pub const fn new() -> Config {
        Config { convention: None }
    }

    /// Sets the convention of the texts. `None`, the default, has it detected
    /// in each text.
    pub const fn convention(mut self, convention: Option<Convention>) -> Config {
        self.convention = convention;
        self
    }
}
