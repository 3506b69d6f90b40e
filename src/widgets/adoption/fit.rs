//! What the numbers that were seen say: a curve through them with its band, or in words why there is none yet.

use alloc::vec::Vec;

use libm::sqrt;

use super::axis::Axis;
use super::seen::Seen;
use crate::diffusion::{AnyCurve, Bass, Curve, DiffusionError, Fit, FitOptions, Series, Warning};

/// What came of looking for a curve.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Outcome {
    /// Nothing was seen yet.
    Nothing,
    /// There is no curve, by this name.
    None(DiffusionError),
    Fitted(Fitted),
}

/// A curve through what was seen.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fitted {
    /// On every morning of the axis: how many are expected, and a band around that.
    pub(super) expected: Vec<f64>,
    pub(super) low: Vec<f64>,
    pub(super) high: Vec<f64>,
    /// How many take part in the end.
    pub(super) total: Total,
    pub(super) peak_passed: bool,
    pub(super) poor: bool,
    /// The band at the end of the last day that was seen.
    pub(super) now: (f64, f64),
}

/// How many take part in the end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Total {
    /// As the numbers say, from a lowest to a highest value.
    Estimated(f64, f64, f64),
    /// The numbers do not say it, so the curve was fitted for everyone there is.
    Everyone,
}

impl Fitted {
    /// The expected number on a morning, and its band.
    pub(super) fn at(&self, place: usize) -> Option<(f64, f64, f64)> {
        Some((*self.expected.get(place)?, *self.low.get(place)?, *self.high.get(place)?))
    }
}

/// The share of cases that the band is meant to hold, and that an interval of the total is.
const LEVEL: f64 = 0.8;

/// The curve through what was seen of those who did not take part from the first day.
///
/// Its total is estimated. Where the numbers do not bound it, or point to more people than there are, it is the head count.
pub(super) fn fit(seen: &[Seen], axis: &Axis, group: u32, people: u32) -> Outcome {
    if seen.is_empty() {
        return Outcome::Nothing;
    }
    // The time before the first day is a period that was not seen, so that the next one starts on that day.
    let (mut ends, mut values) = (Vec::from([0.0]), Vec::from([None]));
    let mut before = group;
    for seen in seen {
        let t = axis.at_end_of(seen.day);
        let new = f64::from(seen.count - before);
        before = seen.count;
        match (ends.last(), values.last_mut()) {
            // Two looks without a lesson between them are one.
            (Some(last), Some(Some(value))) if t <= *last => *value += new,
            (Some(last), _) if t <= *last => {}
            _ => {
                ends.push(t);
                values.push(Some(new));
            }
        }
    }
    let others = f64::from(people - group);
    let free = Series::adoptions_until(&ends, &values)
        .and_then(|series| Bass::fit(&series, &FitOptions::default()).map(|fit| (fit, true)))
        .and_then(|(fit, free)| {
            let bounded = !fit.warnings().contains(&Warning::MarketUnbounded) && fit.market() <= others + 0.5;
            if bounded { Ok((fit, free)) } else { Err(DiffusionError::NoFiniteOptimum) }
        });
    let found = match free {
        Err(DiffusionError::NoFiniteOptimum) if others > 0.0 => {
            let options = FitOptions { market: Some(others), ..FitOptions::default() };
            Series::adoptions_until(&ends, &values)
                .and_then(|series| Bass::fit(&series, &options))
                .map(|fit| (fit, false))
        }
        other => other,
    };
    match found {
        Ok((fit, free)) => {
            let last = ends.last().copied().unwrap_or_default();
            banded(&fit, free, axis, (last, f64::from(before)), (f64::from(group), f64::from(people)))
        }
        Err(error) => Outcome::None(error),
    }
}

/// The curve on every morning, with its band.
fn banded(fit: &Fit, free: bool, axis: &Axis, (last, count): (f64, f64), (group, people): (f64, f64)) -> Outcome {
    let AnyCurve::Bass(bass) = fit.curve() else { return Outcome::None(DiffusionError::NoFiniteOptimum) };
    let mut fitted = Fitted {
        expected: Vec::new(),
        low: Vec::new(),
        high: Vec::new(),
        total: Total::Everyone,
        peak_passed: !fit.warnings().contains(&Warning::PeakNotPassed),
        poor: fit.warnings().contains(&Warning::PoorFit),
        now: (0.0, people),
    };
    if free {
        let (low, high) = match fit.intervals(LEVEL).market {
            Some(interval) => (interval.low, interval.high),
            None => (fit.market(), fit.market()),
        };
        let within = |market: f64| (group + market).min(people);
        fitted.total = Total::Estimated(within(fit.market()), within(low).max(count), within(high).max(count));
    }
    let spread = Spread::new(fit, bass, last);
    let band = |t: f64| {
        let expected = group + fit.market() * bass.cumulative(t);
        let half = spread.at(t);
        let (mut low, high) = ((expected - half).max(group), (expected + half).min(people));
        if t > last {
            // Whoever takes part goes on in this model.
            low = low.max(count.min(expected));
        }
        (expected.min(people), low, high.max(low))
    };
    for morning in &axis.mornings {
        let (expected, low, high) = band(morning.t);
        fitted.expected.push(expected);
        fitted.low.push(low);
        fitted.high.push(high);
    }
    let (_, low, high) = band(last);
    fitted.now = (low, high);
    Outcome::Fitted(fitted)
}

/// How far from the curve: the uncertainty of its parameters, and what varies from one look to the next.
struct Spread {
    /// The curve, and that with each parameter a little further, over that little.
    bass: Bass,
    market: f64,
    errors: [f64; 3],
    correlations: [f64; 3],
    sigma: f64,
    times: f64,
    last: f64,
    /// Lesson time between two looks.
    step: f64,
}

impl Spread {
    fn new(fit: &Fit, bass: Bass, last: f64) -> Self {
        Self {
            bass,
            market: fit.market(),
            errors: fit.standard_errors().unwrap_or_default(),
            correlations: fit.correlations().unwrap_or_default(),
            // Even where the numbers lie on a curve, people are counted whole.
            sigma: fit.sigma().max(0.5),
            times: quantile(fit.degrees_of_freedom()),
            last,
            step: last / fit.observed().max(1) as f64,
        }
    }

    /// Half of the width of the band at a time.
    fn at(&self, t: f64) -> f64 {
        let slopes = self.slopes(t);
        let [p, q, m] = [0, 1, 2].map(|place: usize| {
            slopes.get(place).copied().unwrap_or_default() * self.errors.get(place).copied().unwrap_or_default()
        });
        let [pq, pm, qm] = self.correlations;
        let of_curve = p * p + q * q + m * m + 2.0 * (pq * p * q + pm * p * m + qm * q * m);
        let ahead = if self.step > 0.0 { ((t - self.last) / self.step).max(1.0) } else { 1.0 };
        self.times * sqrt(of_curve.max(0.0) + self.sigma * self.sigma * ahead)
    }

    /// How the curve moves with *p*, *q* and the market.
    fn slopes(&self, t: f64) -> [f64; 3] {
        let here = self.bass.cumulative(t);
        let slope = |p: f64, q: f64, step: f64| {
            let there = Bass::new(self.bass.p() + p, self.bass.q() + q).map_or(here, |bass| bass.cumulative(t));
            self.market * (there - here) / step
        };
        let (p, q) = (1e-6 * self.bass.p(), 1e-6 * self.bass.q().max(1e-6));
        [slope(p, 0.0, p), slope(0.0, q, q), here]
    }
}

/// The quantile of Student's distribution that leaves a tenth at each side, which is a band of 80 %.
fn quantile(freedom: usize) -> f64 {
    const FEW: [f64; 10] = [3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372];
    let known = freedom.checked_sub(1).and_then(|place| FEW.get(place)).copied();
    // Above ten the difference to the normal distribution's 1.282 is its first term.
    known.unwrap_or(1.282 + 0.847 / freedom.max(1) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Date, number};

    fn axis() -> Axis {
        Axis::new(number(Date::constant(2026, 9, 1))).unwrap()
    }

    /// What is seen at the end of each month of lessons, of a curve with this total.
    fn looks(p: f64, q: f64, total: f64, months: usize) -> Vec<Seen> {
        let axis = axis();
        let bass = Bass::new(p, q).unwrap();
        let mornings = (1..=months).map(|month| axis.mornings[axis.morning_after(month as f64).unwrap()]);
        let seen = mornings.map(|morning| Seen {
            day: morning.day - 1,
            count: (8.0 + total * bass.cumulative(morning.t)).round() as u32,
        });
        seen.collect()
    }

    #[test]
    fn past_the_peak_the_total_comes_out() {
        let Outcome::Fitted(fitted) = fit(&looks(0.03, 0.5, 40.0, 12), &axis(), 8, 60) else { panic!() };
        let Total::Estimated(total, low, high) = fitted.total else { panic!("{:?}", fitted.total) };
        assert!((total - 48.0).abs() < 2.0 && low <= total && total <= high && high <= 60.0, "{total} {low} {high}");
        assert!(fitted.peak_passed && !fitted.poor);
        for place in 0..fitted.expected.len() {
            let (expected, low, high) = fitted.at(place).unwrap();
            assert!((8.0..=60.0).contains(&low) && low <= high && high <= 60.0, "{expected} {low} {high}");
            assert!(expected >= low - 1e-9 && expected <= high + 1e-9, "{place}: {expected} {low} {high}");
        }
        assert!(fitted.now.0 < 48.0 && 47.0 < fitted.now.1);
    }

    #[test]
    fn before_the_peak_it_is_everyone() {
        let Outcome::Fitted(fitted) = fit(&looks(0.01, 0.3, 52.0, 5), &axis(), 8, 60) else { panic!() };
        assert_eq!((fitted.total, fitted.peak_passed), (Total::Everyone, false));
        // Further ahead the band is wider.
        let width = |place: usize| fitted.high[place] - fitted.low[place];
        assert!(width(60) > width(20), "{} {}", width(60), width(20));
    }

    #[test]
    fn what_says_too_little_is_named() {
        let (axis, looks) = (axis(), looks(0.03, 0.5, 40.0, 3));
        assert_eq!(fit(&[], &axis, 8, 60), Outcome::Nothing);
        assert!(matches!(fit(&looks, &axis, 8, 60), Outcome::None(DiffusionError::TooFewPoints { needed: 4, given: 3 })));
        let day = |day| number(Date::constant(2026, 9, 1)) + day;
        let same: Vec<Seen> = [30, 60, 90, 120, 150].map(|days| Seen { day: day(days), count: 8 }).into();
        assert_eq!(fit(&same, &axis, 8, 60), Outcome::None(DiffusionError::NoAdoption));
        // All within one holiday are one look.
        let summer: Vec<Seen> = [310, 320, 330, 340, 350].map(|days| Seen { day: day(days), count: 20 }).into();
        assert!(matches!(fit(&summer, &axis, 8, 60), Outcome::None(DiffusionError::TooFewPoints { .. })));
        // Everyone from the first day.
        let all: Vec<Seen> = [30, 60, 90, 120].map(|days| Seen { day: day(days), count: 60 }).into();
        assert_eq!(fit(&all, &axis, 60, 60), Outcome::None(DiffusionError::NoAdoption));
    }
}
