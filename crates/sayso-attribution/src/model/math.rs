//! Exponential and logarithm out of additions and multiplications alone.
//!
//! `core` has neither, and those of the platforms' libraries differ in the last
//! bit: with these, a model is trained to the same bytes and answers with the
//! same figures everywhere.

/// Returns e to the `x`, within three units in the last place.
///
/// Below -87 it is 0, above 88 as at 88.
pub fn exp(x: f32) -> f32 {
    if x < -87.0 {
        return 0.0;
    }
    let x = x.min(88.0);
    // x = k ln 2 + r with |r| <= ln 2 / 2; ln 2 in two parts, so that the
    // product with the first is exact.
    let scaled = x * core::f32::consts::LOG2_E;
    let k = (scaled + if scaled < 0.0 { -0.5 } else { 0.5 }) as i32;
    let r = x - k as f32 * 0.693_359_4 + k as f32 * 2.121_944_4e-4;
    let tail = 1.0 / 120.0 + r * (1.0 / 720.0 + r * (1.0 / 5040.0));
    let power = 1.0 + r * (1.0 + r * (0.5 + r * (1.0 / 6.0 + r * (1.0 / 24.0 + r * tail))));
    power * f32::from_bits(((k + 127) as u32) << 23)
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
    use super::{exp, ln};

    #[test]
    fn exp_undoes_ln() {
        for step in 1..2000 {
            let x = step as f32 * 0.37;
            assert!((exp(ln(x)) - x).abs() <= x * 2e-5, "{x}: {}", exp(ln(x)));
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
