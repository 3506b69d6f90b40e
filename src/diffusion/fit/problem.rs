//! A series against one family of curves, scaled to one, and the best place in it from a place nearby.

use alloc::vec::Vec;

use libm::{exp, log, sqrt};

use super::shape::{Place, Point, Scaling, Slope, shape};
use crate::diffusion::curve::Model;

/// The sums of squares of a series against curves of a model: times from 0 to 1, and 1 as the largest value.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub(super) model: Model,
    pub(super) points: Vec<Point>,
    pub(super) levels: bool,
    /// The market, where it is known.
    pub(super) market: Option<f64>,
    /// Whether the points are periods of one length that follow each other.
    pub(super) even: bool,
    /// Room for the shape at each point.
    pub(super) slopes: Vec<Slope>,
}

/// A place with how well it fits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fitted {
    pub(super) place: Place,
    pub(super) rss: f64,
    /// What multiplies the shape.
    scale: f64,
    /// The curvature of half the sum of squares by *ln s* and *t\**, and its slope downwards.
    curvature: [f64; 3],
    downhill: [f64; 2],
}

/// Steps below this part of a parameter change nothing that counts.
const CONVERGED: f64 = 1e-9;
/// A peak so far from the series that the curve cannot be told from an exponential one, in units of *1/s*.
const FAR: f64 = 60.0;
/// The steepest growth in a series of length 1 that is still looked at.
const STEEPEST: f64 = 1e5;

impl Problem {
    pub(super) fn new(model: Model, points: Vec<Point>, levels: bool, market: Option<f64>) -> Self {
        let slopes = alloc::vec![Slope::default(); points.len()];
        let first = points.first().map_or(0.0, |point| point.to - point.from);
        let like = |point: &Point| (point.to - point.from - first).abs() <= 1e-13 * first;
        let follow = points.iter().zip(points.iter().skip(1)).all(|(point, next)| next.from == point.to);
        let even = first > 0.0 && first.is_finite() && follow && points.iter().all(like);
        Self { model, points, levels, market, even, slopes }
    }

    /// The market of a fitted place.
    pub(super) fn market_of(&self, fitted: &Fitted) -> f64 {
        if fitted.place.t == f64::NEG_INFINITY {
            return fitted.scale;
        }
        self.market.unwrap_or_else(|| {
            let scaling = Scaling::of(self.model, fitted.place, self.levels);
            fitted.scale * exp(scaling.market(self.model, fitted.place))
        })
    }

    /// How well the curve of a place fits, with the market that fits it best.
    pub(super) fn at(&mut self, place: Place) -> Fitted {
        let free = self.market.is_none();
        let scaling = if free { Scaling::of(self.model, place, self.levels) } else { Scaling::default() };
        let (mut gg, mut gy) = (0.0, 0.0);
        shape(self.model, place, scaling, &self.points, &mut self.slopes);
        for (point, slope) in self.points.iter().zip(&self.slopes) {
            gg += slope.g * slope.g;
            gy += slope.g * point.y;
        }
        let scale = match self.market {
            None => gy / gg,
            Some(market) => {
                let curve = exp(-scaling.market(self.model, place));
                if self.model == Model::Bass {
                    // What multiplies the logistic curve changes along with it.
                    let p = place.s / (1.0 + exp(place.s * place.t));
                    for slope in &mut self.slopes {
                        slope.by_s -= slope.g * place.t * p;
                        slope.by_t -= slope.g * p;
                    }
                }
                market * curve
            }
        };
        let mut sums = [0.0; 8];
        let [gs, gt, ss, st, tt, rs, rt, rss] = &mut sums;
        for (point, slope) in self.points.iter().zip(&self.slopes) {
            let rest = point.y - scale * slope.g;
            *gs += slope.g * slope.by_s;
            *gt += slope.g * slope.by_t;
            *ss += slope.by_s * slope.by_s;
            *st += slope.by_s * slope.by_t;
            *tt += slope.by_t * slope.by_t;
            *rs += rest * slope.by_s;
            *rt += rest * slope.by_t;
            *rss += rest * rest;
        }
        if free {
            // What the scale takes up is no change of the curve.
            *ss -= *gs * *gs / gg;
            *st -= *gs * *gt / gg;
            *tt -= *gt * *gt / gg;
        }
        let square = scale * scale;
        let [_, _, ss, st, tt, rs, rt, rss] = sums;
        let rss = if rss.is_finite() { rss } else { f64::INFINITY };
        let curvature = [square * ss.max(0.0), square * st, square * tt.max(0.0)];
        Fitted { place, rss, scale, curvature, downhill: [scale * rs, scale * rt] }
    }

    /// *(J'J)⁻¹* by *(ln s, t\*, ln m)* at a place and with a market; without the last row where that is known.
    pub(super) fn covariance(&mut self, place: Place, market: f64, known: bool) -> Option<[[f64; 3]; 3]> {
        let before = self.market.replace(market);
        let scale = self.at(place).scale;
        self.market = before;
        let mut squares = [[0.0; 3]; 3];
        for slope in &self.slopes {
            let row = [slope.by_s, slope.by_t, if known { 0.0 } else { slope.g }];
            for (sums, a) in squares.iter_mut().zip(row) {
                sums.iter_mut().zip(row).for_each(|(sum, b)| *sum += scale * scale * a * b);
            }
        }
        inverse(squares, if known { 2 } else { 3 })
    }

    /// The best place that leads downhill from here: Levenberg–Marquardt with the scale projected out (Kaufman 1975).
    pub(super) fn polish(&mut self, start: Place, steps: usize) -> Fitted {
        let mut best = self.at(start);
        let mut damping = 1e-3;
        for _ in 0..steps {
            let [ss, st, tt] = best.curvature;
            let [s, t] = best.downhill;
            let (a, d) = (ss * (1.0 + damping) + f64::MIN_POSITIVE, tt * (1.0 + damping) + f64::MIN_POSITIVE);
            let determinant = a * d - st * st;
            let (step_s, step_t) = ((d * s - st * t) / determinant, (a * t - st * s) / determinant);
            if !(step_s.is_finite() && step_t.is_finite()) {
                break;
            }
            let step_s = step_s.clamp(-1.5, 1.5);
            let place = self.within(Place { s: best.place.s * exp(step_s), t: best.place.t + step_t });
            let next = self.at(place);
            let width = 1.0 / best.place.s;
            let moved =
                (log(place.s / best.place.s)).abs().max((place.t - best.place.t).abs() / (width + best.place.t.abs()));
            if next.rss <= best.rss {
                best = next;
                damping = (damping * 0.1).max(1e-12);
                if moved < CONVERGED {
                    break;
                }
            } else {
                if moved < CONVERGED || damping > 1e12 {
                    break;
                }
                damping *= 12.0;
            }
        }
        best
    }

    /// The nearest place that can still be told from the ends of the family.
    fn within(&self, Place { s, t }: Place) -> Place {
        let s = s.clamp(1e-6, STEEPEST);
        Place { s, t: t.clamp(-FAR / s - 1.0, 1.0 + FAR / s) }
    }
}

impl Fitted {
    /// The end of the family without imitation, where the market is given.
    pub(super) fn at_boundary(place: Place, rss: f64, market: f64) -> Self {
        Self { place, rss, scale: market, curvature: [0.0; 3], downhill: [0.0; 2] }
    }
}

/// The inverse of the first rows and columns of a symmetric matrix above zero, by Gauss and Jordan on unit diagonals.
pub(super) fn inverse(matrix: [[f64; 3]; 3], size: usize) -> Option<[[f64; 3]; 3]> {
    let mut units = [0.0; 3];
    for (place, (unit, row)) in units.iter_mut().zip(&matrix).enumerate().take(size) {
        *unit = 1.0 / sqrt(*row.get(place)?);
    }
    let mut left = matrix;
    let mut right = [[0.0; 3]; 3];
    for (row, (values, a)) in left.iter_mut().zip(units).enumerate() {
        values.iter_mut().zip(units).for_each(|(value, b)| *value *= a * b);
        *right.get_mut(row)?.get_mut(row)? = 1.0;
    }
    for pivot in 0..size {
        let (top, bottom) = (*left.get(pivot)?, *right.get(pivot)?);
        let value = *top.get(pivot)?;
        if value.is_nan() || value <= 1e-14 {
            return None;
        }
        for row in 0..size {
            let factor = if row == pivot { 1.0 - 1.0 / value } else { *left.get(row)?.get(pivot)? / value };
            left.get_mut(row)?.iter_mut().zip(top).for_each(|(value, top)| *value -= factor * top);
            right.get_mut(row)?.iter_mut().zip(bottom).for_each(|(value, bottom)| *value -= factor * bottom);
        }
    }
    for (row, a) in right.iter_mut().zip(units) {
        row.iter_mut().zip(units).for_each(|(value, b)| *value *= a * b);
    }
    Some(right)
}
