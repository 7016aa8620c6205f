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
    /// quotation would have no speaker without it, 0.23 less will do.
    ///
    /// It is for what a model finds: without one it has no effect.
    pub fn threshold(mut self, threshold: f32) -> Config {
        self.threshold = threshold;
        self
    }

    /// Sets whether attributions that lie in the content of another are given
    /// beside it: `She claims that he lied`, in `Hale said that she claims that he
    /// lied`. They are not by default.
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
