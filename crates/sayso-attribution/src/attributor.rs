use alloc::vec::Vec;

use crate::{Attribution, Config, Input};

/// Finds attributions.
#[derive(Clone, Debug, Default)]
pub struct Attributor {
    _config: Config,
}

impl Attributor {
    /// Returns an attributor with the default configuration.
    pub fn new() -> Attributor {
        Attributor::with_config(Config::default())
    }

    /// Returns an attributor with the given configuration.
    pub fn with_config(config: Config) -> Attributor {
        Attributor { _config: config }
    }

    /// Returns the attributions of the text, in order of their first span.
    pub fn attributions(&self, _input: Input<'_>) -> Vec<Attribution> {
        Vec::new()
    }

    /// Fills in the speakers of attributions in order, whoever found them.
    pub fn name_speakers(&self, input: Input<'_>, attributions: &mut [Attribution]) {
        crate::speaker::name_speakers(input, attributions);
    }
}
