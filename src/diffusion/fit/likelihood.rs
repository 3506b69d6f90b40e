use libm::{exp, lgamma, log, sqrt};

use super::problem::{Problem, inverse};
use super::shape::Place;
use super::{FitOptions, Units, scaled};
use crate::diffusion::curve::{AnyCurve, Model};
use crate::diffusion::{Bass, DiffusionError, Series, Warning};

/// Bass by maximum likelihood, for a series that counts people.
///
/// Each person adopts in a period with the chance that the curve gives, by themselves, so the counts are multinomial: of
/// all who are there where the market is known, and of those who adopted where it is not. Unlike least squares this lets a
/// period with few adopters be near its curve and one with many further off.
///
/// Source: D. C. Schmittlein, V. Mahajan, Maximum likelihood estimation for an innovation diffusion model of new product
/// acceptance, Marketing Science 1(1), 1982.
///
/// # Examples
///
/// ```
/// use olievlek::diffusion::{BassLikelihood, FitOptions, Series};
///
/// let counts = [2.0, 3.0, 6.0, 9.0, 11.0, 12.0, 8.0, 5.0, 2.0, 1.0].map(Some);
/// let series = Series::adoptions(&counts)?;
/// let fit = BassLikelihood::of(&series, &FitOptions { market: Some(60.0), ..FitOptions::default() })?;
/// assert!((fit.curve().p() - 0.017750134).abs() < 1e-8 && (fit.curve().q() - 0.768368766).abs() < 1e-7);
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct BassLikelihood {
    curve: Bass,
    market: f64,
    log_likelihood: f64,
    errors: Option<[f64; 3]>,
    warnings: alloc::vec::Vec<Warning>,
}

/// A place with its likelihood, and the slope and curvature of that by *(ln s, t\*)*.
#[derive(Clone, Copy, Debug)]
struct Likely {
    place: Place,
    value: f64,
    /// The share of the curve that was seen.
    share: f64,
    uphill: [f64; 2],
    information: [f64; 3],
}

/// Where the search begins: growth rates and peaks in a series of length 1.
const STARTS: [(f64, f64); 8] =
    [(3.0, 0.5), (8.0, 0.5), (8.0, 0.8), (15.0, 0.5), (15.0, 0.9), (5.0, 1.2), (3.0, -0.3), (30.0, 0.6)];

impl BassLikelihood {
    /// The curve of Bass under which these counts are likeliest.
    ///
    /// The objective of the options does not count.
    ///
    /// # Errors
    ///
    /// As [`Fit::of`](super::Fit::of): [`DiffusionError::NoFiniteOptimum`] where the likelihood rises for ever as the market
    /// grows. [`DiffusionError::OutOfDomain`] for a series of levels, and for a known market below the number of adopters.
    pub fn of(series: &Series, options: &FitOptions) -> Result<Self, DiffusionError> {
        if series.is_levels() {
            return Err(DiffusionError::OutOfDomain("new adopters in periods, not levels"));
        }
        let options = FitOptions { market: options.market, ..FitOptions::default() };
        let (problem, units) = scaled(Model::Bass, series, &options)?;
        let adopters: f64 = problem.points.iter().map(|point| point.y).sum();
        if problem.market.is_some_and(|market| market < adopters * (1.0 - 1e-12)) {
            return Err(DiffusionError::OutOfDomain("a market of at least those who adopted"));
        }
        Search { problem, adopters, units }.run()
    }

    /// The curve.
    pub const fn curve(&self) -> Bass {
        self.curve
    }

    /// The market: as it was known, or those who adopted over the share of the curve that was seen.
    pub const fn market(&self) -> f64 {
        self.market
    }

    /// The logarithm of the likelihood of the counts, the ways to arrange people included.
    pub const fn log_likelihood(&self) -> f64 {
        self.log_likelihood
    }

    /// The standard errors of *p*, *q* and *m* from Fisher's information; none at a boundary. That of a known market is 0.
    pub const fn standard_errors(&self) -> Option<[f64; 3]> {
        self.errors
    }

    /// What the fit says about itself.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }
}

struct Search {
    problem: Problem,
    adopters: f64,
    units: Units,
}

impl Search {
    fn run(mut self) -> Result<BassLikelihood, DiffusionError> {
        let mut best = self.at(Place { s: 8.0, t: 0.5 });
        for (s, t) in STARTS {
            let found = self.climb(Place { s, t });
            if found.value > best.value {
                best = found;
            }
        }
        let known = self.problem.market.is_some();
        // A difference that is rounding is a tie.
        let least = best.value - 1e-9 * (1.0 + self.adopters);
        if !known && self.exponential(1.0) >= least {
            return Err(DiffusionError::NoFiniteOptimum);
        }
        let boundary = self.exponential(-1.0) >= least;
        let (place, share) = if boundary {
            let k = self.best_rate(-1.0);
            self.of_rate(-k);
            let share = k * self.problem.slopes.iter().map(|slope| slope.g).sum::<f64>();
            (Place { s: k, t: f64::NEG_INFINITY }, share)
        } else {
            (best.place, best.share)
        };
        let Units { market: people, .. } = self.units;
        let scaled = self.problem.market.unwrap_or(self.adopters / share);
        let AnyCurve::Bass(curve) = self.units.curve(Model::Bass, place, boundary)? else {
            return Err(DiffusionError::NoFiniteOptimum);
        };
        let mut warnings = alloc::vec::Vec::new();
        if boundary {
            warnings.push(Warning::Boundary);
        }
        if super::Curve::peak(&curve) >= self.units.time {
            warnings.push(Warning::PeakNotPassed);
        }
        let value = if boundary { self.exponential(-1.0) } else { best.value };
        let errors = if boundary { None } else { self.errors(place, scaled, curve) };
        let log_likelihood = value * people + self.arrangements(people);
        Ok(BassLikelihood { curve, market: scaled * people, log_likelihood, errors, warnings })
    }

    /// The likelihood at a place, per person of the scaled series and without the ways to arrange them.
    fn at(&mut self, place: Place) -> Likely {
        // The exact curve, whose slopes come with the market.
        let market = self.problem.market.replace(1.0);
        self.problem.at(place);
        self.problem.market = market;
        let Place { s, t } = place;
        let factor = 1.0 + exp(-s * t);
        let (mut value, mut g, mut gs, mut gt) = (0.0, 0.0, 0.0, 0.0);
        let (mut up, mut ss, mut st, mut tt) = ([0.0; 2], 0.0, 0.0, 0.0);
        for (point, slope) in self.problem.points.iter().zip(&self.problem.slopes) {
            let (share, by_s, by_t) = (slope.g * factor, slope.by_s * factor, slope.by_t * factor);
            if point.y > 0.0 {
                value += point.y * log(share);
                up = [up[0] + point.y * by_s / share, up[1] + point.y * by_t / share];
            }
            g += share;
            gs += by_s;
            gt += by_t;
            if share > 0.0 {
                ss += by_s * by_s / share;
                st += by_s * by_t / share;
                tt += by_t * by_t / share;
            }
        }
        let n = self.adopters;
        let (uphill, information) = match market {
            None => {
                value -= n * log(g);
                let less = |a: f64, b: f64, c: f64| n * (a / g - b * c / (g * g));
                ([up[0] - n * gs / g, up[1] - n * gt / g], [less(ss, gs, gs), less(st, gs, gt), less(tt, gt, gt)])
            }
            Some(market) => {
                let (stay, left) = ((1.0 - g).max(f64::MIN_POSITIVE), (market - n).max(0.0));
                if left > 0.0 {
                    value += left * log(stay);
                }
                let more = |a: f64, b: f64, c: f64| market * (a + b * c / stay);
                let away = left / stay;
                ([up[0] - away * gs, up[1] - away * gt], [more(ss, gs, gs), more(st, gs, gt), more(tt, gt, gt)])
            }
        };
        let value = if value.is_nan() { f64::NEG_INFINITY } else { value };
        Likely { place, value, share: g, uphill, information }
    }

    /// The top of the likelihood from a place: Fisher's scoring, damped where it overshoots.
    fn climb(&mut self, start: Place) -> Likely {
        let mut best = self.at(start);
        let mut damping = 1e-3;
        for _ in 0..200 {
            let [ss, st, tt] = best.information;
            let (a, d) = (ss * (1.0 + damping), tt * (1.0 + damping));
            let determinant = a * d - st * st;
            let [s, t] = best.uphill;
            let (by_s, by_t) = ((d * s - st * t) / determinant, (a * t - st * s) / determinant);
            if !(by_s.is_finite() && by_t.is_finite()) {
                break;
            }
            let s = (best.place.s * exp(by_s.clamp(-1.0, 1.0))).clamp(1e-6, 1e4);
            let place = Place { s, t: (best.place.t + by_t).clamp(-60.0 / s - 1.0, 1.0 + 60.0 / s) };
            let next = self.at(place);
            let moved = log(s / best.place.s).abs().max((place.t - best.place.t).abs());
            if next.value >= best.value {
                best = next;
                damping *= 0.1;
                if moved < 1e-10 {
                    break;
                }
            } else {
                damping *= 12.0;
                if moved < 1e-10 || damping > 1e12 {
                    break;
                }
            }
        }
        best
    }

    /// The best likelihood of exponential growth or decay.
    fn exponential(&mut self, sign: f64) -> f64 {
        let k = self.best_rate(sign);
        self.of_rate(sign * k)
    }

    fn best_rate(&mut self, sign: f64) -> f64 {
        let mut best = (0.0, f64::NEG_INFINITY);
        // From standing still to ten e-foldings a period of a long series.
        for step in 0..40 {
            let k = 0.02 * exp(0.22 * f64::from(step));
            let value = self.of_rate(sign * k);
            if value > best.1 {
                best = (k, value);
            }
        }
        super::search::minimise(|k| -self.of_rate(sign * k), best.0 / 1.3, best.0, best.0 * 1.3, 1e-9).0
    }

    /// The likelihood of *∫ e^(kt) dt*: among those who adopted, or for decay among all where they are known.
    fn of_rate(&mut self, k: f64) -> f64 {
        self.problem.exponential(k);
        let (mut value, mut g) = (0.0, 0.0);
        let known = self.problem.market.filter(|_| k < 0.0);
        let factor = if known.is_some() { -k } else { 1.0 };
        for (point, slope) in self.problem.points.iter().zip(&self.problem.slopes) {
            if point.y > 0.0 {
                value += point.y * log(factor * slope.g);
            }
            g += factor * slope.g;
        }
        match known {
            Some(market) => value + (market - self.adopters).max(0.0) * log((1.0 - g).max(f64::MIN_POSITIVE)),
            None => value - self.adopters * log(g),
        }
    }

    /// The ways to arrange these people over the periods, as a logarithm.
    fn arrangements(&self, people: f64) -> f64 {
        let ways = |count: f64| lgamma(count * people + 1.0);
        let periods: f64 = self.problem.points.iter().map(|point| ways(point.y)).sum();
        match self.problem.market {
            Some(market) => ways(market) - ways(market - self.adopters) - periods,
            None => ways(self.adopters) - periods,
        }
    }

    /// Standard errors from the information of counts around *m* times the curve.
    fn errors(&mut self, place: Place, market: f64, curve: Bass) -> Option<[f64; 3]> {
        let known = self.problem.market.is_some();
        let likely = self.at(place);
        let Units { time, market: people, .. } = self.units;
        let [ss, st, tt] = likely.information;
        let covariance = if known {
            inverse([[ss, st, 0.0], [st, tt, 0.0], [0.0; 3]], 2)?
        } else {
            let factor = 1.0 + exp(-place.s * place.t);
            let mut sums = [[0.0; 3]; 3];
            for slope in &self.problem.slopes {
                let share = slope.g * factor;
                let row = [slope.by_s * factor, slope.by_t * factor, share];
                for (sums, a) in sums.iter_mut().zip(row) {
                    sums.iter_mut().zip(row).for_each(|(sum, b)| *sum += market * a * b / share);
                }
            }
            inverse(sums, 3)?
        };
        let (p, q, t) = (curve.p(), curve.q(), place.t * time);
        let rows = [[p * (1.0 - t * q), -p * q * time], [q * (1.0 + t * p), p * q * time]];
        let [[a, b, _], [_, d, _], [_, _, m]] = covariance;
        let turned = |[x, y]: [f64; 2]| sqrt((x * x * a + 2.0 * x * y * b + y * y * d) / people);
        let [first, second] = rows;
        let of_market = if known { 0.0 } else { market * people * sqrt(m / people) };
        Some([turned(first), turned(second), of_market])
    }
}
