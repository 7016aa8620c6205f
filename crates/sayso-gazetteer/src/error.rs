use core::fmt;

/// Why a gazetteer could not be built.
#[derive(Clone, Debug)]
pub struct BuildError {
    _private: (),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("cannot build the gazetteer")
    }
}

impl core::error::Error for BuildError {}
