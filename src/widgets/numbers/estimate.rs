//! The fit of what was seen.

use alloc::string::String;
use alloc::vec::Vec;

use crate::chart::push_whole;
use crate::content::split;
use crate::diffusion::{AnyCurve, Bass, DiffusionError, Fit, FitOptions, SchoolTime, Series, Warning};
use crate::widgets::estimate::Estimate;

/// The level of the interval of the total.
const LEVEL: f64 = 0.8;

/// Fits a curve to looks; see [`answer`](super::answer).
pub(super) fn estimate(text: &str) -> String {
    let mut numbers = split(text, b' ').map(whole);
    let others = numbers.next().unwrap_or_default();
    let mut looks = Vec::new();
    while let (Some(days), Some(new)) = (numbers.next(), numbers.next()) {
        looks.push((days / f64::from(SchoolTime::LESSON_DAYS_IN_MONTH), new));
    }
    match fit(others, &looks) {
        Ok(estimate) => estimate.write(),
        Err(error) => {
            let (needed, given) = match error {
                DiffusionError::TooFewPoints { needed, given } => (needed, given),
                _ => (0, 0),
            };
            let mut refusal = String::from("!");
            refusal.push_str(error.code());
            for count in [needed, given] {
                refusal.push(' ');
                push_whole(&mut refusal, count as u32);
            }
            refusal
        }
    }
}

fn whole(text: &str) -> f64 {
    text.bytes().fold(0.0, |number, digit| number * 10.0 + f64::from(digit.wrapping_sub(b'0')))
}

/// The curve through what is new at each look. The total is estimated; where the numbers do not bound it, or point to more
/// people than there are, it is everyone.
pub(super) fn fit(others: f64, looks: &[(f64, f64)]) -> Result<Estimate, DiffusionError> {
    // The time before the first day is a period that was not seen, so that the next one starts on that day.
    let (mut ends, mut values) = (Vec::from([0.0]), Vec::from([None]));
    for (t, new) in looks {
        match (ends.last(), values.last_mut()) {
            // Two looks without a lesson between them are one.
            (Some(last), Some(Some(value))) if t <= last => *value += new,
            (Some(last), _) if t <= last => {}
            _ => {
                ends.push(*t);
                values.push(Some(*new));
            }
        }
    }
    let series = Series::adoptions_until(&ends, &values)?;
    let last = ends.last().copied().unwrap_or_default();
    let free = Bass::fit(&series, &FitOptions::default());
    match free {
        Ok(fit) if !fit.warnings().contains(&Warning::MarketUnbounded) && fit.market() <= others + 0.5 => {
            let interval =
                fit.intervals(LEVEL).market.map_or((fit.market(), fit.market()), |found| (found.low, found.high));
            of_fit(&fit, last, Some(interval))
        }
        Ok(_) | Err(DiffusionError::NoFiniteOptimum) if others > 0.0 => {
            let options = FitOptions { market: Some(others), ..FitOptions::default() };
            of_fit(&Bass::fit(&series, &options)?, last, None)
        }
        Ok(_) => Err(DiffusionError::NoFiniteOptimum),
        Err(error) => Err(error),
    }
}

fn of_fit(fit: &Fit, last: f64, interval: Option<(f64, f64)>) -> Result<Estimate, DiffusionError> {
    let AnyCurve::Bass(bass) = fit.curve() else { return Err(DiffusionError::NoFiniteOptimum) };
    Ok(Estimate {
        p: bass.p(),
        q: bass.q(),
        market: fit.market(),
        errors: fit.standard_errors().unwrap_or_default(),
        correlations: fit.correlations().unwrap_or_default(),
        sigma: fit.sigma(),
        observed: fit.observed() as f64,
        freedom: fit.degrees_of_freedom() as f64,
        last,
        interval,
        peak_passed: !fit.warnings().contains(&Warning::PeakNotPassed),
        poor: fit.warnings().contains(&Warning::PoorFit),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diffusion::Curve;

    /// What is new in each school month, of a curve with this total.
    fn looks(p: f64, q: f64, total: f64, months: u32) -> Vec<(f64, f64)> {
        let bass = Bass::new(p, q).unwrap();
        let at = |month: u32| (total * bass.cumulative(f64::from(month))).round();
        (1..=months).map(|month| (f64::from(month), at(month) - at(month - 1))).collect()
    }

    #[test]
    fn past_the_peak_the_total_comes_out_and_before_it_is_everyone() {
        let past = fit(52.0, &looks(0.03, 0.5, 40.0, 12)).unwrap();
        let (low, high) = past.interval.unwrap();
        assert!((past.market - 40.0).abs() < 2.0 && low <= past.market && past.market <= high, "{past:?}");
        assert!(past.peak_passed && !past.poor && past.last == 12.0);
        let before = fit(52.0, &looks(0.01, 0.3, 52.0, 5)).unwrap();
        assert_eq!((before.interval, before.market, before.peak_passed), (None, 52.0, false));
    }

    #[test]
    fn what_says_too_little_is_named() {
        assert_eq!(estimate("52 18 3 36 4 54 2"), "!too-few-points 4 3");
        assert_eq!(estimate("52 18 0 36 0 54 0 72 0 90 0"), "!no-adoption 0 0");
        // All within one holiday are one look, and those before the first day are none.
        assert!(estimate("52 90 4 90 4 90 4 90 4").starts_with("!too-few-points"));
        assert!(estimate("52 0 4").starts_with("!too-few-points"));
        assert!(estimate("0 18 0 36 0 54 0 72 0").starts_with('!'));
        assert_eq!(Estimate::read(&estimate("52 18 1 36 2 54 4 72 5 90 8")).market, 52.0);
    }
}
