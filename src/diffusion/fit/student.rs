//! The quantile of Student's distribution, for intervals from few periods.

use libm::{asin, sqrt};

use super::search::crossing;

/// How far a Student variable with so many degrees of freedom is from 0 with this probability, for example 0.95: the square
/// is the quantile of *F(1, df)*.
///
/// By the finite sums of Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
pub(crate) fn student(level: f64, df: usize) -> f64 {
    let within = |sine: f64| inside(sine, df) - level;
    let sine = crossing(within, (0.0, -level), (1.0, 1.0 - level), 1e-15);
    sine / sqrt((1.0 - sine) * (1.0 + sine)) * sqrt(df as f64)
}

/// The probability of a variable within *±√df tan(angle)*, by the sine of that angle: the other functions of an angle weigh
/// ten times as much in a widget.
fn inside(sine: f64, df: usize) -> f64 {
    let square = (1.0 - sine) * (1.0 + sine);
    let cosine = sqrt(square);
    let odd = df % 2 == 1;
    let (mut term, mut sum) = (if odd { cosine } else { 1.0 }, 0.0);
    let mut factor = if odd { 2.0 } else { 1.0 };
    let terms = if odd { df.saturating_sub(1) / 2 } else { df / 2 };
    for _ in 0..terms {
        sum += term;
        term *= square * factor / (factor + 1.0);
        factor += 2.0;
    }
    if odd { (asin(sine) + sine * sum) * core::f64::consts::FRAC_2_PI } else { sine * sum }
}

/// The probability that a Student variable is within *±t*.
#[allow(dead_code, reason = "the tests hold the quantile against it")]
fn within(t: f64, df: usize) -> f64 {
    inside(t / sqrt(t * t + df as f64), df)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_tables() {
        for (df, expected) in [
            (1, 12.706204736),
            (2, 4.302652730),
            (3, 3.182446305),
            (7, 2.364624252),
            (21, 2.079613845),
            (120, 1.979930405),
        ] {
            assert!((student(0.95, df) - expected).abs() < 1e-8, "{df}: {}", student(0.95, df));
        }
        assert!((student(0.8, 5) - 1.475884049).abs() < 1e-8);
        assert!((within(student(0.9, 9), 9) - 0.9).abs() < 1e-12);
    }
}
