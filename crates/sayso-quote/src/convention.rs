use crate::Mark;

/// How a text marks quotations: with what, and with what inside those.
///
/// It is [detected](crate::Quotations::convention) from the text, by what is in
/// the marks, so that a headline in other marks than the body does not count
/// for much; or it is [set](crate::Config::convention). An opening mark is enough
/// to tell: `"` may well be closed by `”` in a careless text.
///
/// # Example
///
/// ```
/// use sayso_quote::{Mark, quotations};
///
/// let told = quotations("„Sie sagte ‚nein‘“, sagte er.").convention();
/// assert_eq!(told.primary, Some((Mark::Low, Mark::Left)));
/// assert_eq!(told.secondary, Some((Mark::SingleLow, Mark::SingleLeft)));
/// assert!(told.confidence > 0.3);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Convention {
    /// The marks of a quotation, opening and closing; `None` if unknown.
    pub primary: Option<(Mark, Mark)>,
    /// The marks of a quotation in a quotation; `None` if unknown.
    pub secondary: Option<(Mark, Mark)>,
    /// How sure it is, from 0 to 1: the share of what is quoted that stands in
    /// the primary marks, less a little where there is not much of it.
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

    /// `„…“`, and `‚…‘` inside.
    pub const GERMAN: Convention =
        Convention::new((Mark::Low, Mark::Left), (Mark::SingleLow, Mark::SingleLeft));
    /// `« … »`, and `“…”` inside.
    pub const FRENCH: Convention =
        Convention::new((Mark::Guillemet, Mark::GuillemetRight), (Mark::Left, Mark::Right));
    /// `「…」`, and `『…』` inside.
    pub const JAPANESE: Convention = Convention::new(
        (Mark::Corner, Mark::CornerRight),
        (Mark::WhiteCorner, Mark::WhiteCornerRight),
    );

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
