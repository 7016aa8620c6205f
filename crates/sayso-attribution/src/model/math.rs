//! Exponential and logarithm out of additions and multiplications alone.
//!
//! `core` has neither, and those of the platforms' libraries differ in the last
//! bit: with these, a model is trained to the same bytes and answers with the
//! same figures everywhere.

/// Returns e to the `x`, within three units in the last place.
///
/// Below -87 it is 0, above 88 as at 88.
///
/// There is no branch in it and no conversion to a whole number, so that several
/// are computed at a time.
#[inline]
pub fn exp(x: f32) -> f32 {
    let low = if x < 88.0 { x } else { 88.0 };
    // x = k ln 2 + r with |r| <= ln 2 / 2; ln 2 in two parts, so that the
    // product with the first is exact.
    let k = nearest(low * core::f32::consts::LOG2_E);
    let r = low - k * 0.693_359_4 + k * 2.121_944_4e-4;
    let tail = 1.0 / 120.0 + r * (1.0 / 720.0 + r * (1.0 / 5040.0));
    let power = 1.0 + r * (1.0 + r * (0.5 + r * (1.0 / 6.0 + r * (1.0 / 24.0 + r * tail))));
    // The last bits of the sum are k, and those before them are shifted out.
    let exponent = (k + 1.5 * WHOLE).to_bits().wrapping_add(127) << 23;
    let value = power * f32::from_bits(exponent);
    if x < -87.0 { 0.0 } else { value }
}

/// From here on there are whole numbers only.
const WHOLE: f32 = 8_388_608.0;

/// Returns the nearest whole number to `x`, which is not large; the one farther from
/// zero if there are two.
#[inline]
fn nearest(x: f32) -> f32 {
    const SIGN: u32 = 1 << 31;
    let size = f32::from_bits(x.to_bits() & !SIGN) + 0.5;
    let near = (size + WHOLE) - WHOLE;
    let whole = near - if near > size { 1.0 } else { 0.0 };
    f32::from_bits(whole.to_bits() | x.to_bits() & SIGN)
}

/// Puts e to the power of each of the values in its place.
pub(super) fn exp_all(values: &mut [f32]) {
    for value in values {
        *value = exp(*value);
    }
}

/// Returns the natural logarithm of `x`, within a few units in the last place.
///
/// What is not a positive normal number counts as the smallest one.
pub fn ln(x: f32) -> f32 {
    let bits = x.max(f32::MIN_POSITIVE).to_bits();
    let (mut k, mut m) =
        ((bits >> 23) as i32 - 127, f32::from_bits(bits & 0x007f_ffff | 0x3f80_0000));
    if m > core::f32::consts::SQRT_2 {
        (k, m) = (k + 1, m * 0.5);
    }
    // ln m = 2 artanh s, by its series: |s| < 0.172.
    let s = (m - 1.0) / (m + 1.0);
    let q = s * s;
    let series = 1.0 + q * (1.0 / 3.0 + q * (0.2 + q * (1.0 / 7.0 + q * (1.0 / 9.0))));
    2.0 * s * series + k as f32 * core::f32::consts::LN_2
}

/// Returns the logistic function of `x`.
pub fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

#[cfg(test)]
mod tests {
    use super::{exp, exp_all, ln, nearest};

    #[test]
    fn exp_undoes_ln() {
        for step in 1..2000 {
            let x = step as f32 * 0.37;
            assert!((exp(ln(x)) - x).abs() <= x * 2e-5, "{x}: {}", exp(ln(x)));
        }
    }

    #[test]
    fn many_are_as_each_alone() {
        let values: [f32; 1003] = core::array::from_fn(|at| at as f32 * 0.2 - 100.0);
        let mut all = values;
        exp_all(&mut all);
        assert_eq!(all, values.map(exp));
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        for (x, whole) in
            [(0.0, 0.0), (0.4, 0.0), (0.5, 1.0), (2.5, 3.0), (3.5, 4.0), (126.6, 127.0)]
        {
            assert_eq!(nearest(x), whole);
            assert_eq!(nearest(-x), -whole);
        }
    }

    #[test]
    fn values_that_are_known() {
        assert_eq!(exp(0.0), 1.0);
        assert!((exp(1.0) - core::f32::consts::E).abs() < 1e-6);
        assert!((exp(-10.0) - 4.539_993e-5).abs() < 1e-10);
        assert_eq!(exp(-1000.0), 0.0);
        assert!(exp(1000.0).is_finite());
        assert_eq!(ln(1.0), 0.0);
        assert!((ln(10.0) - core::f32::consts::LN_10).abs() < 1e-6);
        assert!(ln(0.0).is_finite() && ln(-1.0).is_finite());
    }
}
