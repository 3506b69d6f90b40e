//! What the numbers that were seen say: a curve through them with its band, or in words why there is none yet.

use alloc::string::String;
use alloc::vec::Vec;

use libm::{exp, sqrt};

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
    Outcome::Fitted(banded(&Spread::new(bass, estimate), axis, shown, count, (group.into(), people.into())))
}

/// The curve on every morning, with its band.
fn banded(spread: &Spread, axis: &Axis, shown: usize, count: f64, (group, people): (f64, f64)) -> Fitted {
    let Spread { bass, estimate, .. } = spread;
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
        if t > estimate.last {
            return spread.after(t, count, (group, people));
        }
        let expected = group + estimate.market * bass.cumulative(t);
        let half = spread.around(t);
        (expected.min(people), (expected - half).max(group), (expected + half).min(people))
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

/// How far from the curve, in a band that is meant to hold four in five cases.
struct Spread {
    bass: Bass,
    estimate: Estimate,
    /// The curve with a little more *p*, and with a little more *q*; and how much more.
    beside: [(Bass, f64); 2],
}

impl Spread {
    fn new(bass: Bass, estimate: Estimate) -> Self {
        let (p, q) = (1e-6 * bass.p(), 1e-6 * bass.q().max(1e-6));
        let beside = [(p, 0.0, p), (0.0, q, q)]
            .map(|(p, q, step)| (Bass::new(bass.p() + p, bass.q() + q).unwrap_or(bass), step));
        Self { bass, estimate, beside }
    }

    /// Half of the width of the band at a time that was seen: the uncertainty of the parameters, and what varies from one look
    /// to the next.
    fn around(&self, t: f64) -> f64 {
        let market = self.estimate.market;
        let here = self.bass.cumulative(t);
        let [p, q] = self.slopes(|bass| bass.cumulative(t)).map(|slope| market * slope);
        let of_curve = self.variance([p, q, here]);
        // Even where the numbers lie on a curve, people are counted whole.
        let sigma = self.estimate.sigma.max(0.5);
        quantile(self.estimate.freedom) * sqrt(of_curve + sigma * sigma)
    }

    /// How many are expected after the last look, and a band around that: of those who were not there yet, each comes by then
    /// with a chance.
    ///
    /// The band is one of the log odds of that chance, so it stays between nobody and everyone and need not lie evenly around
    /// its middle. Their variance is that of the parameters (by the delta method), and what whole people vary: *1 / (n h (1 −
    /// h))* for *n* people with a chance *h*, with 1 more below the line, as few people otherwise vary without bound.
    ///
    /// Of 1,000 simulated courses each, of 26 to 140 people seen five to twelve times, the band held the number one school month
    /// later in 79 to 91 %, three months later in 71 to 91 %, and six months later in 69 to 96 %: few looks leave it too narrow
    /// far ahead, many make it wider than it has to be.
    fn after(&self, t: f64, count: f64, (group, people): (f64, f64)) -> (f64, f64, f64) {
        let Estimate { market, last, .. } = self.estimate;
        let by_then = |bass: &Bass| match bass.remaining(last) {
            remaining if remaining > 0.0 => bass.increment(last, t) / remaining,
            _ => 1.0,
        };
        let left = |market: f64| (group + market).min(people) - count;
        let chance = by_then(&self.bass).clamp(1e-9, 1.0 - 1e-9);
        let both = chance * (1.0 - chance);
        let [p, q] = self.slopes(by_then);
        let of_people = 1.0 / (left(market).max(0.0) * both + 1.0);
        let of_odds = self.variance([p, q, 0.0]) / (both * both) + of_people;
        let factor = exp(quantile(self.estimate.freedom) * sqrt(of_odds));
        let number = |market: f64, factor: f64| {
            let odds = chance / (1.0 - chance) * factor;
            count + left(market).max(0.0) / (1.0 + 1.0 / odds)
        };
        let (low, high) = self.estimate.interval.unwrap_or((market, market));
        (number(market, 1.0), number(low, 1.0 / factor), number(high, factor))
    }

    /// The variance of what moves so much with *p*, *q* and the market.
    fn variance(&self, [p, q, m]: [f64; 3]) -> f64 {
        let Estimate { errors: [of_p, of_q, of_m], correlations: [pq, pm, qm], .. } = self.estimate;
        let (p, q, m) = (p * of_p, q * of_q, m * of_m);
        (p * p + q * q + m * m + 2.0 * (pq * p * q + pm * p * m + qm * q * m)).max(0.0)
    }

    /// How a value of the curve moves with *p* and *q*.
    fn slopes(&self, value: impl Fn(&Bass) -> f64) -> [f64; 2] {
        let here = value(&self.bass);
        self.beside.map(|(bass, step)| (value(&bass) - here) / step)
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

    #[test]
    fn the_band_holds_about_four_in_five_courses() {
        // Whole people who come by the hazard of a curve, seen each month, and one, three and six months later.
        for (people, months, p, q) in
            [(52, 5, 0.02, 0.45), (52, 9, 0.02, 0.45), (26, 6, 0.04, 0.2), (140, 6, 0.02, 0.45)]
        {
            let bass = Bass::new(p, q).unwrap();
            let mut state = 20_261_128_u32;
            let mut share = || {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                f64::from(state >> 8) / f64::from(1 << 24)
            };
            let (mut held, mut all) = ([0; 3], 0);
            for _ in 0..300 {
                let mut totals = vec![0];
                for month in 0..months + 6 {
                    let before = totals[month as usize];
                    let (from, to) = (f64::from(month), f64::from(month + 1));
                    let chance = bass.increment(from, to) / bass.remaining(from);
                    totals.push(before + (before..people).filter(|_| share() < chance).count() as u32);
                }
                let looks: Vec<String> = (1..=months as usize)
                    .map(|month| format!(" {} {}", 18 * month, totals[month] - totals[month - 1]))
                    .collect();
                let reply = crate::widgets::numbers::answer(&mut None, "f", &format!("{people}{}", looks.concat()));
                let estimate = Estimate::read(&reply);
                let Ok(bass) = Bass::new(estimate.p, estimate.q) else { continue };
                let spread = Spread::new(bass, estimate);
                all += 1;
                for (held, ahead) in held.iter_mut().zip([1, 3, 6]) {
                    let count = f64::from(totals[months as usize]);
                    let (expected, low, high) = spread.after(f64::from(months + ahead), count, (0.0, people.into()));
                    assert!(
                        count <= low && low <= expected && expected <= high && high <= people.into(),
                        "{low} {high}"
                    );
                    let whole = |number: f64| (number + 0.5) as u32;
                    *held += u32::from((whole(low)..=whole(high)).contains(&totals[(months + ahead) as usize]));
                }
            }
            for held in held {
                let percent = 100 * held / all;
                assert!((64..=95).contains(&percent), "{people} people, {months} months: {percent} %");
            }
        }
    }
}
