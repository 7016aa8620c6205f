/// Knobs of an [`Attributor`](crate::Attributor).
///
/// # Example
///
/// ```
/// use sayso_attribution::{Attributor, Config};
///
/// // Three of four that it gives are right by default, more with this.
/// let attributor = Attributor::with_config(Config::precise());
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Config {
    threshold: f32,
    nested: bool,
    explain: bool,
}

impl Config {
    /// Returns the default: where as many attributions are right as can be,
    /// found and missed weighed alike.
    pub fn new() -> Config {
        Config { threshold: 0.38, nested: false, explain: false }
    }

    /// Returns the configuration for those who would rather miss an attribution
    /// than be given a wrong one.
    pub fn precise() -> Config {
        Config { threshold: 0.6, ..Config::new() }
    }

    /// Returns the configuration for those who would rather be given a wrong
    /// attribution than miss one.
    pub fn complete() -> Config {
        Config { threshold: 0.28, ..Config::new() }
    }

    /// Sets how likely an attribution must be right to be given, from 0 to 1. Where a
    /// quotation would have no speaker without it, 0.23 less will do, and 0.16 less
    /// where rules read the same.
    ///
    /// It is for what a model finds: without one it has no effect.
    pub fn threshold(mut self, threshold: f32) -> Config {
        self.threshold = threshold;
        self
    }

    /// Sets whether attributions that lie in the content of another are given
    /// beside it, as [nested](crate::Attribution::nested): `He told me it was
    /// Christmas`, in `“He told me it was Christmas,” she said`. They are not by
    /// default. Nothing else changes by it.
    ///
    /// Each content is read as a text of its own, and what is found in it is read
    /// again, as deep as quotations go in news and farther. Only reports of what
    /// somebody said or thought are given: what the speaker thinks or wishes just now
    /// (`“I hope so,” she said`) is what is said.
    ///
    /// # Complexity
    ///
    /// An article takes about half as long again, and no text more than nine times
    /// as long.
    ///
    /// # Example
    ///
    /// ```
    /// use sayso_attribution::{Attributor, Config};
    ///
    /// let attributor = Attributor::with_config(Config::new().nested(true));
    /// # let _ = attributor;
    /// ```
    pub fn nested(mut self, nested: bool) -> Config {
        self.nested = nested;
        self
    }

    /// Sets whether attributions come with an
    /// [explanation](crate::Attribution::explanation). They do not by default:
    /// for explanations, half of the work is done twice.
    pub fn explain(mut self, explain: bool) -> Config {
        self.explain = explain;
        self
    }

    pub(crate) fn gives_nested(&self) -> bool {
        self.nested
    }

    pub(crate) fn explains(&self) -> bool {
        self.explain
    }

    pub(crate) fn least(&self) -> f32 {
        self.threshold
    }
}

impl Default for Config {
    fn default() -> Config {
        Config::new()
    }
}
