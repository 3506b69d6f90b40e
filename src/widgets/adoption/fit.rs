//! What the numbers that were seen say: a curve through them with its band, or in words why there is none yet.

use alloc::string::String;
use alloc::vec::Vec;

use libm::sqrt;

use super::axis::Axis;
use super::centre::parse_whole;
use super::seen::Seen;
use crate::chart::push_whole;
use crate::content::split;
use crate::diffusion::{Bass, Curve};
use crate::widgets::estimate::Estimate;

/// What came of looking for a curve.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Outcome {
    /// Nothing was seen yet.
    #[default]
    Nothing,
    /// There is no curve, by this name; with how many looks are needed and given.
    None(String, u32, u32),
    Fitted(Fitted),
}

/// A curve through what was seen.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fitted {
    /// On every morning that is shown: how many are expected, and a band around that.
    pub(super) expected: Vec<f64>,
    pub(super) low: Vec<f64>,
    pub(super) high: Vec<f64>,
    /// How many take part in the end, from a lowest to a highest value; none where the numbers do not say it, so that the
    /// curve was fitted for everyone there is.
    pub(super) total: Option<(f64, f64, f64)>,
    pub(super) peak_passed: bool,
    pub(super) poor: bool,
    /// The band at the end of the last day that was seen.
    pub(super) now: (f64, f64),
}

impl Fitted {
    /// The expected number on a morning, and its band.
    pub(super) fn at(&self, place: usize) -> Option<(f64, f64, f64)> {
        Some((*self.expected.get(place)?, *self.low.get(place)?, *self.high.get(place)?))
    }
}

/// What to ask about what was seen of those who did not take part from the first day; see `src/widgets/numbers`.
pub(super) fn question(seen: &[Seen], axis: &Axis, group: u32, people: u32) -> String {
    let mut text = String::new();
    if seen.is_empty() {
        return text;
    }
    push_whole(&mut text, people - group);
    let mut before = group;
    for seen in seen {
        for number in [axis.lesson_days_until(seen.day), seen.count - before] {
            text.push(' ');
            push_whole(&mut text, number);
        }
        before = seen.count;
    }
    text
}

/// Reads the answer to that, for so many mornings.
pub(super) fn answer(answer: &str, seen: &[Seen], axis: &Axis, shown: usize, (group, people): (u32, u32)) -> Outcome {
    if let Some(refusal) = answer.strip_prefix('!') {
        let mut parts = split(refusal, b' ');
        let code = parts.next().unwrap_or_default().into();
        let mut count = || parts.next().and_then(parse_whole).unwrap_or_default();
        return Outcome::None(code, count(), count());
    }
    let estimate = Estimate::read(answer);
    let Ok(bass) = Bass::new(estimate.p, estimate.q) else { return Outcome::None(String::new(), 0, 0) };
    let count = seen.last().map_or(group, |seen| seen.count).into();
    Outcome::Fitted(banded(&Spread { bass, estimate }, axis, shown, count, (group.into(), people.into())))
}

/// The curve on every morning, with its band.
fn banded(spread: &Spread, axis: &Axis, shown: usize, count: f64, (group, people): (f64, f64)) -> Fitted {
    let Spread { bass, estimate } = spread;
    let within = |market: f64| (group + market).min(people);
    let mut fitted = Fitted {
        expected: Vec::new(),
        low: Vec::new(),
        high: Vec::new(),
        total: estimate
            .interval
            .map(|(low, high)| (within(estimate.market), within(low).max(count), within(high).max(count))),
        peak_passed: estimate.peak_passed,
        poor: estimate.poor,
        now: (0.0, people),
    };
    let band = |t: f64| {
        let expected = group + estimate.market * bass.cumulative(t);
        let half = spread.at(t);
        let (mut low, high) = ((expected - half).max(group), (expected + half).min(people));
        if t > estimate.last {
            // Whoever takes part goes on in this model.
            low = low.max(count.min(expected));
        }
        (expected.min(people), low, high.max(low))
    };
    for morning in axis.mornings.iter().take(shown) {
        let (expected, low, high) = band(morning.t);
        fitted.expected.push(expected);
        fitted.low.push(low);
        fitted.high.push(high);
    }
    let (_, low, high) = band(estimate.last);
    fitted.now = (low, high);
    fitted
}

/// How far from the curve: the uncertainty of its parameters, and what varies from one look to the next.
struct Spread {
    bass: Bass,
    estimate: Estimate,
}

impl Spread {
    /// Half of the width of the band at a time, which is meant to hold four in five cases.
    fn at(&self, t: f64) -> f64 {
        let Estimate { errors, correlations, .. } = &self.estimate;
        let [p, q, m] = self.slopes(t);
        let [of_p, of_q, of_m] = errors;
        let (p, q, m) = (p * of_p, q * of_q, m * of_m);
        let [pq, pm, qm] = correlations;
        let of_curve = p * p + q * q + m * m + 2.0 * (pq * p * q + pm * p * m + qm * q * m);
        // Lesson time between two looks.
        let step = self.estimate.last / self.estimate.observed.max(1.0);
        let ahead = if step > 0.0 { ((t - self.estimate.last) / step).max(1.0) } else { 1.0 };
        // Even where the numbers lie on a curve, people are counted whole.
        let sigma = self.estimate.sigma.max(0.5);
        quantile(self.estimate.freedom) * sqrt(of_curve.max(0.0) + sigma * sigma * ahead)
    }

    /// How the curve moves with *p*, *q* and the market.
    fn slopes(&self, t: f64) -> [f64; 3] {
        let here = self.bass.cumulative(t);
        let slope = |p: f64, q: f64, step: f64| {
            let there = Bass::new(self.bass.p() + p, self.bass.q() + q).map_or(here, |bass| bass.cumulative(t));
            self.estimate.market * (there - here) / step
        };
        let (p, q) = (1e-6 * self.bass.p(), 1e-6 * self.bass.q().max(1e-6));
        [slope(p, 0.0, p), slope(0.0, q, q), here]
    }
}

/// The quantile of Student's distribution that leaves a tenth at each side, which is a band of 80 %.
fn quantile(freedom: f64) -> f64 {
    const FEW: [f64; 10] = [3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372];
    let known = (freedom as usize).checked_sub(1).and_then(|place| FEW.get(place)).copied();
    // Above ten the difference to the normal distribution's 1.282 is its first term.
    known.unwrap_or(1.282 + 0.847 / freedom.max(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Date, number};

    #[test]
    fn a_band_holds_its_curve_and_widens() {
        let axis = Axis::new(number(Date::constant(2026, 9, 1))).unwrap();
        let seen = [Seen { day: number(Date::constant(2027, 1, 31)), count: 24 }];
        let estimate = Estimate {
            p: 0.04,
            q: 0.2,
            market: 45.0,
            errors: [0.01, 0.05, 0.0],
            correlations: [-0.8, 0.0, 0.0],
            sigma: 1.0,
            observed: 5.0,
            freedom: 3.0,
            last: 4.5,
            ..Estimate::default()
        };
        let Outcome::Fitted(fitted) = answer(&estimate.write(), &seen, &axis, 100, (8, 60)) else { panic!() };
        assert_eq!(fitted.total, None);
        for place in 0..fitted.expected.len() {
            let (expected, low, high) = fitted.at(place).unwrap();
            assert!((8.0..=60.0).contains(&low) && high <= 60.0, "{expected} {low} {high}");
            assert!(expected >= low - 1e-9 && expected <= high + 1e-9, "{place}: {expected} {low} {high}");
        }
        let width = |place: usize| fitted.high[place] - fitted.low[place];
        assert!(width(45) > width(20), "{} {}", width(45), width(20));
        let free = Estimate { interval: Some((10.0, f64::INFINITY)), ..estimate };
        let Outcome::Fitted(fitted) = answer(&free.write(), &seen, &axis, 100, (8, 60)) else { panic!() };
        assert_eq!(fitted.total, Some((53.0, 24.0, 60.0)));
    }

    #[test]
    fn a_question_counts_lesson_days_and_who_is_new() {
        let axis = Axis::new(number(Date::constant(2026, 9, 1))).unwrap();
        let seen = [(4, 10), (7, 13)].map(|(day, count)| Seen { day: number(Date::constant(2026, 9, day)), count });
        assert_eq!(question(&seen, &axis, 8, 60), "52 4 2 5 3");
        assert_eq!(question(&[], &axis, 8, 60), "");
        let outcome = answer("!too-few-points 4 2", &seen, &axis, 100, (8, 60));
        assert_eq!(outcome, Outcome::None("too-few-points".into(), 4, 2));
    }
}
