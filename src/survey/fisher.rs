//! The distribution of F: for intervals of alpha and the test of group means.

use core::f64::consts::PI;

use libm::{exp, lgamma, log, log1p};

/// The probability of an F of so much or more, with these degrees of freedom.
pub(crate) fn f_above(f: f64, over: f64, under: f64) -> f64 {
    if f <= 0.0 {
        return 1.0;
    }
    // By the share that the within-part has, so that a small probability is not a difference.
    beta_below(under / (under + over * f), under / 2.0, over / 2.0)
}

/// The F below which a probability lies.
pub(crate) fn f_quantile(probability: f64, over: f64, under: f64) -> f64 {
    let below = |f: f64| beta_below(over * f / (under + over * f), over / 2.0, under / 2.0);
    // In steps of a factor, then halving: 200 halvings would be too many for any f64.
    let (mut low, mut high) = (1.0, 1.0);
    while below(low) > probability && low > 1e-300 {
        low /= 2.0;
    }
    while below(high) < probability && high < 1e300 {
        high *= 2.0;
    }
    for _ in 0..200 {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            break;
        }
        if below(middle) < probability { low = middle } else { high = middle }
    }
    low + (high - low) / 2.0
}

/// The regularised incomplete beta function *I_x(a, b)*.
///
/// By its continued fraction, evaluated from the front after Lentz: Press and others, Numerical Recipes, 6.4; NIST Digital
/// Library of Mathematical Functions, 8.17.22.
fn beta_below(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let front = exp(log_front(x, a, b));
    // The fraction goes fast on this side only.
    if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(x, a, b) / a
    } else {
        1.0 - front * fraction(1.0 - x, b, a) / b
    }
}

/// The logarithm of *xᵃ(1 − x)ᵇ/B(a, b)*, without taking large numbers from one another.
fn log_front(x: f64, a: f64, b: f64) -> f64 {
    let sum = a + b;
    match (a >= LARGE, b >= LARGE) {
        (true, true) => {
            // Around its peak at a/(a + b).
            let away = x * b - (1.0 - x) * a;
            let peak = log(a / sum * (b / (2.0 * PI))) / 2.0 + beyond(sum) - beyond(a) - beyond(b);
            a * log1p(away / a) + b * log1p(-away / b) + peak
        }
        (true, false) => log_front(1.0 - x, b, a),
        (false, true) => {
            let ratio = (b - 0.5) * log1p(a / b) + a * log(sum) - a + beyond(sum) - beyond(b);
            a * log(x) + b * log1p(-x) + ratio - lgamma(a)
        }
        (false, false) => a * log(x) + b * log1p(-x) + lgamma(sum) - lgamma(a) - lgamma(b),
    }
}

/// Where the series of [`beyond`] has all digits.
const LARGE: f64 = 10.0;

/// What Stirling's formula for the logarithm of the gamma function leaves: NIST Digital Library of Mathematical Functions,
/// 5.11.1.
fn beyond(z: f64) -> f64 {
    let square = z * z;
    let terms = [1.0 / 12.0, -1.0 / 360.0, 1.0 / 1260.0, -1.0 / 1680.0, 1.0 / 1188.0, -691.0 / 360_360.0];
    terms.iter().rev().fold(0.0, |sum, term| sum / square + term) / z
}

fn fraction(x: f64, a: f64, b: f64) -> f64 {
    let tiny = |value: f64| if value.abs() < 1e-300 { 1e-300 } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / tiny(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    // About the root of the larger parameter steps are needed.
    for step in 1..100_000 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / tiny(1.0 + even * d);
        c = tiny(1.0 + even / c);
        value *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / tiny(1.0 + odd * d);
        c = tiny(1.0 + odd / c);
        let factor = d * c;
        value *= factor;
        if (factor - 1.0).abs() < 1e-15 {
            break;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probabilities_are_those_of_closed_forms() {
        // F(2, b): P(F > f) = (1 + 2f/b)^(-b/2).
        for (f, under) in [(0.5_f64, 4.0_f64), (3.0, 10.0), (12.0, 33.0), (0.01, 7.0)] {
            let expected = libm::pow(1.0 + 2.0 * f / under, -under / 2.0);
            assert!((f_above(f, 2.0, under) - expected).abs() < 1e-13 * expected.max(1e-3), "{f} {under}");
        }
        // F(1, 1) is the square of a Cauchy variable.
        let expected = 1.0 - 2.0 * libm::atan(libm::sqrt(3.0)) / core::f64::consts::PI;
        assert!((f_above(3.0, 1.0, 1.0) - expected).abs() < 1e-14);
    }

    #[test]
    fn quantiles_turn_probabilities_back() {
        for (over, under) in [(1.0, 1.0), (3.0, 6.0), (49.0, 196.0), (999.0, 3996.0), (1e6, 2.4e7)] {
            for probability in [0.025, 0.5, 0.975] {
                let f = f_quantile(probability, over, under);
                assert!((1.0 - f_above(f, over, under) - probability).abs() < 1e-9, "{over} {under} {probability}");
            }
        }
    }
}
