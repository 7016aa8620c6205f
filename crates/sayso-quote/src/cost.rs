//! How surprising readings are, in points.
//!
//! A paragraph is read so that the sum is least. Nought is what nobody would
//! notice; about 10 is sloppy typing (a mark of the wrong shape, a space on the
//! wrong side); about 30 is a mark that is missing or that should not be there.
//! The figures are a judgment, tested by the cases in `testdata/quote`; results
//! hardly depend on any of them, only on their order.

use crate::Mark;

/// A quotation lacks its closing mark.
pub(crate) const UNCLOSED: u32 = 32;
/// The same, before another opens, if a reporting clause shows where it ends.
pub(crate) const UNCLOSED_BY_CLAUSE: u32 = 10;
/// So does one within a quotation, which ends with it.
pub(crate) const INNER_UNCLOSED: u32 = 20;
/// A quotation lacks its opening mark, though the text shows where it starts.
pub(crate) const UNOPENED: u32 = 31;
/// A mark is in the text for no reason.
pub(crate) const STRAY: u8 = 36;
/// The same, of a mark with white space at both sides.
pub(crate) const FLOATING: u8 = 24;
/// A mark repeats the one before it.
pub(crate) const REPEATED: u8 = 6;
/// A quotation goes on in the next paragraph.
pub(crate) const CONTINUES: u32 = 2;
/// So does one within it.
pub(crate) const INNER_CONTINUES: u32 = 2;

/// A mark that would open at this cost does not open as a matter of course.
pub(crate) const SURE: u32 = 10;
/// A pair of marks at this cost is no pair: one of them is an error.
pub(crate) const ODD: u32 = 20;

/// Returns what the function returns for every two marks.
macro_rules! table {
    ($cost:ident) => {{
        let mut table = [[0; Mark::COUNT]; Mark::COUNT];
        let mut at = 0;
        while at < Mark::COUNT * Mark::COUNT {
            let (row, column) = (at / Mark::COUNT, at % Mark::COUNT);
            table[row][column] = $cost(Mark::ALL[row], Mark::ALL[column]);
            at += 1;
        }
        table
    }};
}

/// That a quotation opened by the one mark is closed by the other.
#[inline]
pub(crate) fn pair(open: Mark, close: Mark) -> u32 {
    u32::from(PAIRS[open as usize][close as usize])
}

const fn pair_of(open: Mark, close: Mark) -> u8 {
    use Mark::*;
    match (open, close) {
        (Straight, Straight)
        | (Left, Right)
        | (Right, Right)
        | (Low, Left | Right)
        | (HighReversed, Right)
        | (Single, Single)
        | (SingleLeft, SingleRight)
        | (SingleRight, SingleRight)
        | (SingleLow, SingleLeft | SingleRight)
        | (SingleHighReversed, SingleRight)
        | (Grave, Single | Grave)
        | (DoubleGrave, DoubleSingle | DoubleGrave)
        | (DoubleSingle, DoubleSingle)
        | (DoubleSingleLeft, DoubleSingleRight)
        | (DoubleSingleRight, DoubleSingleRight)
        | (DoubleComma, DoubleSingle | DoubleGrave)
        | (Guillemet, GuillemetRight)
        | (GuillemetRight, Guillemet | GuillemetRight)
        | (SingleGuillemet, SingleGuillemetRight)
        | (SingleGuillemetRight, SingleGuillemet | SingleGuillemetRight)
        | (Corner, CornerRight)
        | (WhiteCorner, WhiteCornerRight)
        | (Prime, PrimeRight | PrimeLow)
        | (Fullwidth, Fullwidth)
        | (FullwidthSingle, FullwidthSingle) => 0,
        (Grave, SingleRight) | (DoubleComma, Straight) => 2,
        (Single, DoubleSingle)
        | (DoubleSingle, Single)
        | (SingleLeft, DoubleSingleRight)
        | (DoubleSingleLeft, SingleRight) => 12,
        // Marks of one shape, by turns: the shape of one of them is wrong.
        (Left, Left) | (SingleLeft, SingleLeft) => 6,
        _ if is_corner(open) != is_corner(close) => 26,
        _ if is_guillemet(open) != is_guillemet(close) => 24,
        _ if open.is_single() == close.is_single() => 5,
        // Two strokes for one, or one for two.
        _ => 24,
    }
}

/// Whether the two marks open quotations of one sort: whether the one may open
/// anew, in the next paragraph, what the other has opened.
pub(crate) fn same_use(a: Mark, b: Mark) -> bool {
    a.is_single() == b.is_single()
        && is_guillemet(a) == is_guillemet(b)
        && is_corner(a) == is_corner(b)
}

/// That a quotation opens right inside one that the other mark has opened.
#[inline]
pub(crate) fn nest(outer: Mark, inner: Mark) -> u32 {
    u32::from(NESTS[outer as usize][inner as usize])
}

const fn nest_of(outer: Mark, inner: Mark) -> u8 {
    use Mark::*;
    if outer.is_single() != inner.is_single() || is_guillemet(outer) != is_guillemet(inner) {
        return 0;
    }
    match (outer, inner) {
        (Corner, WhiteCorner) | (WhiteCorner, Corner) => 0,
        // Only their turns tell them apart, and turns say that it closes.
        (Straight, Straight) | (Single, Single) | (DoubleSingle, DoubleSingle) => 26,
        _ if is_guillemet(outer) => 26,
        _ if outer as u8 == inner as u8 => 14,
        _ if is_corner(outer) != is_corner(inner) => 0,
        _ => 8,
    }
}

// What costs of two marks are, as tables: they are asked for at every mark.
const PAIRS: [[u8; Mark::COUNT]; Mark::COUNT] = table!(pair_of);
const NESTS: [[u8; Mark::COUNT]; Mark::COUNT] = table!(nest_of);

/// That a mark of this shape opens, in a text that turns its marks as most do.
pub(crate) const fn shape_opening(mark: Mark) -> u8 {
    use Mark::*;
    match mark {
        Right | GuillemetRight | SingleGuillemetRight | DoubleSingleRight => 12,
        SingleRight => 15,
        CornerRight | WhiteCornerRight | PrimeRight | PrimeLow => 30,
        _ => 0,
    }
}

/// That a mark of this shape closes.
pub(crate) const fn shape_closing(mark: Mark) -> u8 {
    use Mark::*;
    match mark {
        // Not `“` and `‘`: they close what `„` and `‚` have opened. What they
        // cost otherwise is in `pair`.
        Left | SingleLeft => 4,
        Guillemet | SingleGuillemet | DoubleSingleLeft | Low | SingleLow => 12,
        HighReversed | SingleHighReversed | DoubleComma => 16,
        Corner | WhiteCorner | Prime => 30,
        _ => 0,
    }
}

pub(crate) const fn is_guillemet(mark: Mark) -> bool {
    use Mark::*;
    matches!(mark, Guillemet | GuillemetRight | SingleGuillemet | SingleGuillemetRight)
}

pub(crate) const fn is_corner(mark: Mark) -> bool {
    use Mark::*;
    matches!(
        mark,
        Corner | CornerRight | WhiteCorner | WhiteCornerRight | Prime | PrimeRight | PrimeLow
    )
}
