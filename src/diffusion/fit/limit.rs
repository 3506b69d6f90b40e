//! The ends of a family of curves, where a parameter runs away: what they fit decides whether there is a best curve.
//!
//! - As the peak goes to infinity along with the market, every curve here becomes exponential growth, *e^(kt)* with
//!   *k ≥ 0*. Source: D. Marković, D. Jukić, On parameter estimation in the Bass model by nonlinear least squares fitting
//!   the adoption curve, International Journal of Applied Mathematics and Computer Science 23(1), 2013.
//! - As *q* goes to 0, Bass becomes exponential decay, *k = −p < 0*, with a market of its own.
//! - As all adopt at one moment, a series of adoptions has two neighbouring values that may be anything and zeros around
//!   them, and a series of levels has a step.

use libm::{exp, expm1};

use super::problem::Problem;
use super::search::minimise;
use super::shape::Point;

/// The best of the exponential curves on one side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Exponential {
    /// The rate of growth, below 0 for decay, in a series of length 1.
    pub(super) k: f64,
    pub(super) rss: f64,
    /// What multiplies *∫ e^(kt) dt*, scaled to 1 at the larger end.
    pub(super) scale: f64,
}

/// The rates that are tried before the best of them is refined.
const RATES: [f64; 12] = [0.0, 0.5, 1.0, 2.0, 3.5, 5.5, 8.0, 12.0, 20.0, 40.0, 100.0, 400.0];

impl Problem {
    /// How well exponential growth or decay at this rate fits, with the scale that fits it best.
    pub(super) fn exponential(&mut self, k: f64) -> Exponential {
        let (mut gg, mut gy) = (0.0, 0.0);
        let mut width = (f64::NAN, 0.0);
        // Periods of one length that follow each other grow by one factor, as long as that stays in range.
        let steady = self.even && k.abs() < 300.0;
        let (mut grown, mut factor) = (0.0, 0.0);
        for (place, (point, slope)) in self.points.iter().zip(&mut self.slopes).enumerate() {
            slope.g = if steady && place > 0 { grown * factor } else { exponential(k, *point, &mut width) };
            if steady {
                if place == 0 {
                    factor = exp(k * (point.to - point.from));
                }
                grown = slope.g;
            }
            gg += slope.g * slope.g;
            gy += slope.g * point.y;
        }
        let scale = gy / gg;
        let rss = self.rest(scale);
        Exponential { k, rss: if scale.is_finite() { rss } else { f64::INFINITY }, scale }
    }

    /// The sum of squares that is left of the series by so many times the shape.
    fn rest(&self, scale: f64) -> f64 {
        self.points
            .iter()
            .zip(&self.slopes)
            .map(|(point, slope)| point.y - scale * slope.g)
            .map(|rest| rest * rest)
            .sum()
    }

    /// The best exponential growth (or none, *k = 0*).
    pub(super) fn best_growth(&mut self) -> Exponential {
        self.best_exponential(1.0)
    }

    /// The best exponential decay, for a series of adoptions.
    pub(super) fn best_decay(&mut self) -> Exponential {
        self.best_exponential(-1.0)
    }

    /// The best curve of Bass without imitation in a market that is known.
    pub(super) fn known_decay(&mut self) -> Exponential {
        let market = self.market.unwrap_or(1.0);
        let mut rss = |p: f64| {
            self.exponential(-p);
            self.rest(market * p)
        };
        let mut best = (1e-3, f64::INFINITY);
        for rate in RATES.iter().skip(1) {
            if rss(*rate) < best.1 {
                best = (*rate, rss(*rate));
            }
        }
        let (p, rss) = minimise(rss, 1e-9, best.0, 2.5 * best.0, 1e-9);
        Exponential { k: -p, rss, scale: market * p }
    }

    fn best_exponential(&mut self, sign: f64) -> Exponential {
        let mut best = (0, f64::INFINITY);
        for (place, rate) in RATES.iter().enumerate() {
            let rss = self.exponential(sign * rate).rss;
            if rss < best.1 {
                best = (place, rss);
            }
        }
        let rate = |place: usize| RATES.get(place).copied().unwrap_or(2000.0);
        let (low, start, high) = (rate(best.0.saturating_sub(1)), rate(best.0), rate(best.0 + 1));
        let start = if best.0 == 0 { 0.1 * high } else { start };
        let (k, rss) = minimise(|k| self.exponential(sign * k).rss, low, start, high, 1e-8);
        self.exponential(if best.1 < rss { sign * rate(best.0) } else { sign * k })
    }

    /// The sum of squares that is approached as all adopt at one moment.
    pub(super) fn at_once(&self) -> f64 {
        let total: f64 = self.points.iter().map(|point| point.y * point.y).sum();
        let mut best = f64::INFINITY;
        for (place, point) in self.points.iter().enumerate() {
            let next = self.points.get(place + 1);
            let rss = if self.levels {
                // Zero before this level, which may be anything up to the mean of those after it.
                let after = self.points.get(place + 1..).unwrap_or_default();
                let before: f64 = self.points.iter().take(place).map(|point| point.y * point.y).sum();
                let mean = after.iter().map(|point| point.y).sum::<f64>() / after.len().max(1) as f64;
                let over = if after.is_empty() { 0.0 } else { (point.y - mean).max(0.0) };
                before + over * over + after.iter().map(|point| (point.y - mean) * (point.y - mean)).sum::<f64>()
            } else {
                let second =
                    next.filter(|next| next.from == point.to && next.to > next.from).map_or(0.0, |next| next.y);
                total - point.y * point.y - second * second
            };
            best = best.min(rss);
        }
        best.max(0.0)
    }
}

/// *∫ e^(kt) dt* over a point, or *e^(kt)* for a level and a rate, over what it is at the larger end. What a width gives is
/// kept for the next point of the same width.
fn exponential(k: f64, Point { from, to, .. }: Point, known: &mut (f64, f64)) -> f64 {
    if from == f64::NEG_INFINITY || from == to {
        return exp(if k > 0.0 { k * (to - 1.0) } else { k * to });
    }
    let width = to - from;
    if (width - known.0).abs() > 1e-14 * width || known.0.is_nan() {
        *known = (width, if k == 0.0 { width } else { -expm1(-k.abs() * width) / k.abs() });
    }
    known.1 * if k > 0.0 { exp(k * (to - 1.0)) } else { exp(k * from) }
}
