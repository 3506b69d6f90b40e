//! Profile-likelihood intervals: every value of a parameter with which some curve still fits well enough.

use libm::{exp, log};

use super::Fit;
use super::problem::Problem;
use super::search::{crossing, minimise};
use super::shape::Place;
use crate::diffusion::curve::Model;

/// From a lowest to a highest value; an end may be 0 or infinite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lowest value.
    pub low: f64,
    /// The highest value; infinite where the data do not bound it.
    pub high: f64,
}

/// The intervals of a fit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Intervals {
    /// The confidence level that they are for, nominally.
    pub level: f64,
    /// Of the two parameters of the curve: *p* and *q*, or *a* and *b*.
    pub curve: [Interval; 2],
    /// Of the market; absent where it was known.
    pub market: Option<Interval>,
}

/// What is held at a value while the others are chosen to fit best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Held {
    First,
    Second,
    Market,
}

/// How far to look for a second set of curves that fit, beyond the end of the first, in the units of a step.
const BEYOND: [f64; 4] = [4.0, 10.0, 25.0, 60.0];
/// Where the other parameter is tried before it is refined, around where it was before.
const AROUND: [f64; 7] = [0.0, -0.8, 0.8, -2.0, 2.0, -5.0, 5.0];

impl Fit {
    /// The intervals of this level, such as 0.95, by profile likelihood.
    ///
    /// The interval of a parameter is the hull of all its values with which, the others chosen to fit best, the sum of
    /// squares is at most *RSS (1 + F(level; 1, df)/df)*. On short noisy series they cover less than their level says.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::diffusion::{Bass, FitOptions, Series};
    ///
    /// let counts = [2.0, 4.0, 5.0, 9.0, 14.0, 15.0, 12.0, 8.0, 5.0, 2.0].map(Some);
    /// let intervals = Bass::fit(&Series::adoptions(&counts)?, &FitOptions::default())?.intervals(0.95);
    /// let market = intervals.market.unwrap();
    /// assert!(market.low < 76.0 && 76.0 < market.high);
    /// # Ok::<(), olievlek::Error>(())
    /// ```
    pub fn intervals(&self, level: f64) -> Intervals {
        let limit = self.threshold(level.clamp(0.0, 0.999_999));
        let mut profile = Profile { problem: self.problem.clone(), place: self.best.place, limit, fit: self };
        let first = profile.interval(Held::First);
        let second = profile.interval(Held::Second);
        let market = self.problem.market.is_none().then(|| profile.interval(Held::Market));
        let (time, people) = (self.units.time, self.units.market);
        let over = |factor: f64, Interval { low, high }: Interval| Interval { low: low * factor, high: high * factor };
        let first = if self.curve.model() == Model::Bass {
            over(1.0 / time, first)
        } else {
            let Interval { low, high } = over(time, first);
            Interval { low: low + self.units.origin, high: high + self.units.origin }
        };
        Intervals { level, curve: [first, over(1.0 / time, second)], market: market.map(|market| over(people, market)) }
    }
}

/// The sums of squares with one parameter held.
struct Profile<'a> {
    problem: Problem,
    place: Place,
    limit: f64,
    fit: &'a Fit,
}

impl Profile<'_> {
    fn interval(&mut self, held: Held) -> Interval {
        let best = &self.fit.best;
        let bass = self.fit.curve.model() == Model::Bass;
        let place = best.place;
        let (p, q) = if best.boundary { (place.s, 0.0) } else { coefficients(place) };
        let market = self.fit.market / self.fit.units.market;
        let growth = best.growth_rss <= self.limit;
        let decay = bass && best.decay_rss <= self.limit;
        // As it is searched: all but the place of a peak by their logarithms.
        let logarithm = bass || held != Held::First;
        let start = match held {
            Held::First if bass => log(p),
            Held::First => place.t,
            Held::Second if bass => log(q.max(1e-12 * p)),
            Held::Second => log(place.s),
            Held::Market => log(market),
        };
        let step = if logarithm { 0.05 } else { 0.1 / place.s };
        let back = |z: f64| if logarithm { exp(z) } else { z };
        let mut low = if bass && (held == Held::First && growth || held == Held::Second && decay) {
            0.0
        } else {
            back(self.end(held, start, -step))
        };
        let unbounded = growth && (held == Held::Market || held == Held::First && !bass);
        let mut high = if unbounded { f64::INFINITY } else { back(self.end(held, start, step)) };
        if bass && growth && held == Held::Second {
            // Where the market runs away q is the rate of exponential growth.
            let (least, most) = self.rates(1.0);
            low = low.min(least);
            high = high.max(most);
        }
        if decay && held == Held::First {
            let (least, most) = self.rates(-1.0);
            low = low.min(least);
            high = high.max(most);
        }
        Interval { low, high }
    }

    /// The end of the set in one direction, beyond which nothing fits any more.
    fn end(&mut self, held: Held, start: f64, step: f64) -> f64 {
        self.place = self.fit.best.place;
        let (mut inside, mut rss) = (start, self.fit.best.fitted.rss);
        let mut reach = step;
        for _ in 0..40 {
            let outside = inside + reach;
            let above = self.least(held, outside);
            if above <= self.limit {
                (inside, rss) = (outside, above);
                reach *= 1.7;
                continue;
            }
            let limit = self.limit;
            let place = self.place;
            let end = crossing(
                |z| self.least(held, z) - limit,
                (inside, rss - limit),
                (outside, above - limit),
                1e-6 * (1.0 + step.abs()),
            );
            let further = BEYOND.iter().find_map(|far| {
                self.place = place;
                let z = end + far * step.abs().max(0.05).copysign(step);
                let rss = self.least(held, z);
                (rss <= limit).then_some((z, rss))
            });
            match further {
                Some(found) => (inside, rss) = found,
                None => return end,
            }
        }
        if step < 0.0 { f64::NEG_INFINITY } else { f64::INFINITY }
    }

    /// The least sum of squares with a parameter held.
    fn least(&mut self, held: Held, z: f64) -> f64 {
        if held == Held::Market {
            return self.least_with_market(exp(z));
        }
        let bass = self.fit.curve.model() == Model::Bass;
        let (p, q) = coefficients(self.place);
        let (start, unit) = match held {
            Held::First if bass => (log(q.max(1e-9 * p)), 1.0),
            Held::First => (log(self.place.s), 0.5),
            _ if bass => (log(p.max(1e-12 * q)), 1.0),
            _ => (self.place.t, 1.0 / self.place.s),
        };
        let place = |w: f64| match held {
            Held::First if bass => from_coefficients(exp(z), exp(w)),
            Held::First => Place { s: exp(w), t: z },
            _ if bass => from_coefficients(exp(w), exp(z)),
            _ => Place { s: exp(z), t: w },
        };
        let mut best = (start, f64::INFINITY);
        for around in AROUND {
            let w = start + around * unit;
            let rss = self.problem.at(place(w)).rss;
            if rss < best.1 {
                best = (w, rss);
            }
        }
        let problem = &mut self.problem;
        let mut reach = 0.8 * unit;
        for _ in 0..5 {
            let (w, rss) = minimise(|w| problem.at(place(w)).rss, best.0 - reach, best.0, best.0 + reach, 1e-8);
            let edge = (w - best.0).abs() > 0.98 * reach;
            if rss < best.1 {
                best = (w, rss);
            }
            if !edge {
                break;
            }
            reach *= 2.0;
        }
        self.place = place(best.0);
        if held == Held::First && bass && self.fit.problem.market.is_none() {
            // Without imitation as well.
            best.1 = best.1.min(self.problem.exponential(-exp(z)).rss);
        }
        best.1
    }

    fn least_with_market(&mut self, market: f64) -> f64 {
        self.problem.market = Some(market);
        let mut best = self.problem.polish(self.place, 60);
        // From the ridge as well, where growth is almost exponential.
        let growth = self.problem.best_growth();
        if growth.k > 0.0 && self.fit.curve.model() == Model::Bass {
            let late = log((market * growth.k / growth.scale).max(1e-9)) / growth.k;
            let other = self.problem.polish(Place { s: growth.k, t: 1.0 + late }, 60);
            if other.rss < best.rss {
                best = other;
            }
        }
        self.problem.market = None;
        self.place = best.place;
        best.rss
    }

    /// The rates of exponential growth or decay that fit well enough.
    fn rates(&mut self, sign: f64) -> (f64, f64) {
        let best = if sign > 0.0 { self.problem.best_growth() } else { self.problem.best_decay() };
        let middle = best.k.abs();
        let limit = self.limit;
        let mut over = |rate: f64| self.problem.exponential(sign * rate).rss - limit;
        let inside = (middle, best.rss - limit);
        let low = if over(0.0) <= 0.0 {
            0.0
        } else {
            {
                let above = over(0.0);
                crossing(&mut over, inside, (0.0, above), 1e-8)
            }
        };
        let mut far = 2.0 * middle + 1.0;
        while over(far) <= 0.0 && far < 1e6 {
            far *= 2.0;
        }
        let above = over(far);
        (low, if far < 1e6 { crossing(over, inside, (far, above), 1e-8) } else { f64::INFINITY })
    }
}

/// *p* and *q* of a place.
fn coefficients(Place { s, t }: Place) -> (f64, f64) {
    (s / (1.0 + exp(s * t)), s / (1.0 + exp(-s * t)))
}

fn from_coefficients(p: f64, q: f64) -> Place {
    let s = p + q;
    Place { s, t: log(q / p) / s }
}
