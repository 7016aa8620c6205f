use core::fmt;

/// A mark that stands at an end of a quotation: a glyph, or two that print as
/// one.
///
/// # Example
///
/// ```
/// use sayso_quote::{Mark, quotations};
///
/// let found = quotations("``No\", she said.");
/// assert_eq!(found[0].open, Some(Mark::DoubleGrave));
/// assert_eq!(found[0].close, Some(Mark::Straight));
/// assert_eq!(Mark::DoubleGrave.as_str(), "``");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
#[repr(u8)]
pub enum Mark {
    /// `"`
    Straight,
    /// `“`
    Left,
    /// `”`
    Right,
    /// `„`
    Low,
    /// `‟`
    HighReversed,
    /// `'`
    Single,
    /// `‘`
    SingleLeft,
    /// `’`
    SingleRight,
    /// `‚`
    SingleLow,
    /// `‛`
    SingleHighReversed,
    /// `` ` ``
    Grave,
    /// ``` `` ```
    DoubleGrave,
    /// `''`: two apostrophes for one mark.
    DoubleSingle,
    /// `‘‘`: two single marks for one double.
    DoubleSingleLeft,
    /// `’’`: two single marks for one double.
    DoubleSingleRight,
    /// `,,`: two commas for one low mark.
    DoubleComma,
    /// `«`
    Guillemet,
    /// `»`
    GuillemetRight,
    /// `‹`
    SingleGuillemet,
    /// `›`
    SingleGuillemetRight,
    /// `「`
    Corner,
    /// `」`
    CornerRight,
    /// `『`
    WhiteCorner,
    /// `』`
    WhiteCornerRight,
    /// `〝`
    Prime,
    /// `〞`
    PrimeRight,
    /// `〟`
    PrimeLow,
    /// `＂`
    Fullwidth,
    /// `＇`
    FullwidthSingle,
}

impl Mark {
    pub(crate) const COUNT: usize = 29;

    /// Every mark.
    pub(crate) const ALL: [Mark; Mark::COUNT] = [
        Mark::Straight,
        Mark::Left,
        Mark::Right,
        Mark::Low,
        Mark::HighReversed,
        Mark::Single,
        Mark::SingleLeft,
        Mark::SingleRight,
        Mark::SingleLow,
        Mark::SingleHighReversed,
        Mark::Grave,
        Mark::DoubleGrave,
        Mark::DoubleSingle,
        Mark::DoubleSingleLeft,
        Mark::DoubleSingleRight,
        Mark::DoubleComma,
        Mark::Guillemet,
        Mark::GuillemetRight,
        Mark::SingleGuillemet,
        Mark::SingleGuillemetRight,
        Mark::Corner,
        Mark::CornerRight,
        Mark::WhiteCorner,
        Mark::WhiteCornerRight,
        Mark::Prime,
        Mark::PrimeRight,
        Mark::PrimeLow,
        Mark::Fullwidth,
        Mark::FullwidthSingle,
    ];

    /// Returns the mark as it is written.
    pub const fn as_str(self) -> &'static str {
        match self {
            Mark::Straight => "\"",
            Mark::Left => "“",
            Mark::Right => "”",
            Mark::Low => "„",
            Mark::HighReversed => "‟",
            Mark::Single => "'",
            Mark::SingleLeft => "‘",
            Mark::SingleRight => "’",
            Mark::SingleLow => "‚",
            Mark::SingleHighReversed => "‛",
            Mark::Grave => "`",
            Mark::DoubleGrave => "``",
            Mark::DoubleSingle => "''",
            Mark::DoubleSingleLeft => "‘‘",
            Mark::DoubleSingleRight => "’’",
            Mark::DoubleComma => ",,",
            Mark::Guillemet => "«",
            Mark::GuillemetRight => "»",
            Mark::SingleGuillemet => "‹",
            Mark::SingleGuillemetRight => "›",
            Mark::Corner => "「",
            Mark::CornerRight => "」",
            Mark::WhiteCorner => "『",
            Mark::WhiteCornerRight => "』",
            Mark::Prime => "〝",
            Mark::PrimeRight => "〞",
            Mark::PrimeLow => "〟",
            Mark::Fullwidth => "＂",
            Mark::FullwidthSingle => "＇",
        }
    }

    /// Returns whether it is one of the marks that many languages call single,
    /// and that English shares with the apostrophe.
    pub const fn is_single(self) -> bool {
        matches!(
            self,
            Mark::Single
                | Mark::SingleLeft
                | Mark::SingleRight
                | Mark::SingleLow
                | Mark::SingleHighReversed
                | Mark::Grave
                | Mark::SingleGuillemet
                | Mark::SingleGuillemetRight
                | Mark::FullwidthSingle
        )
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// As it is written.
#[cfg(feature = "serde")]
impl serde::Serialize for Mark {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
