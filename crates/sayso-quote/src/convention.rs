use crate::Mark;

/// How a text marks quotations: with what, and with what inside those.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Convention {
    /// The marks of a quotation, opening and closing; `None` if unknown.
    pub primary: Option<(Mark, Mark)>,
    /// The marks of a quotation in a quotation; `None` if unknown.
    pub secondary: Option<(Mark, Mark)>,
    /// How sure it is, from 0 to 1.
    pub confidence: f32,
}

impl Convention {
    /// `"…"`, and `'…'` inside.
    pub const STRAIGHT: Convention =
        Convention::new((Mark::Straight, Mark::Straight), (Mark::Single, Mark::Single));
    /// `“…”`, and `‘…’` inside.
    pub const AMERICAN: Convention =
        Convention::new((Mark::Left, Mark::Right), (Mark::SingleLeft, Mark::SingleRight));
    /// `‘…’`, and `“…”` inside.
    pub const BRITISH: Convention =
        Convention::new((Mark::SingleLeft, Mark::SingleRight), (Mark::Left, Mark::Right));

    /// Returns a convention that is sure.
    pub const fn new(primary: (Mark, Mark), secondary: (Mark, Mark)) -> Convention {
        Convention { primary: Some(primary), secondary: Some(secondary), confidence: 1.0 }
    }
}

/// Nothing is known.
impl Default for Convention {
    fn default() -> Convention {
        Convention { primary: None, secondary: None, confidence: 0.0 }
    }
}
