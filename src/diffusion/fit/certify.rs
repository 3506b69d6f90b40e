//! The least sum of squares of all: a grid, the best of it followed downhill, and the ends of the family beside it.

use alloc::vec::Vec;

use libm::exp;

use super::DiffusionError;
use super::limit::Exponential;
use super::problem::{Fitted, Problem};
use super::shape::Place;
use crate::diffusion::curve::Model;

/// The best place, and what it was held against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Best {
    pub(super) place: Place,
    pub(super) fitted: Fitted,
    /// Whether *q = 0*, at the edge of the domain; then the growth rate of the place is *p*.
    pub(super) boundary: bool,
    /// The sum of squares that is approached as the market runs away; infinite where it is known.
    pub(super) growth_rss: f64,
    /// The sum of squares of the best curve with *q = 0*.
    pub(super) decay_rss: f64,
}

/// The growth rates of the grid, in a series of length 1.
const RATES: [f64; 10] = [0.7, 1.6, 3.0, 5.0, 8.0, 12.0, 18.0, 28.0, 50.0, 110.0];
/// The places of the peak within the series; before and after it come some more, by the width of the curve.
const PLACES: [f64; 8] = [0.06, 0.18, 0.3, 0.43, 0.56, 0.7, 0.84, 0.97];
/// How many peaks are tried for each rate.
const PEAKS: usize = 13;
/// An end of the family that fits within this part of the best curve is no worse than it.
const TIE: f64 = 1e-9;
/// So many *1/s* after the end or before launch, a peak is where the curve is exponential to eight digits.
const ALIKE: f64 = 20.0;
/// Sums of squares below this part of the values are rounding.
const ROUNDING: f64 = 1e-22;

/// The peak of a cell of the grid.
fn peak(s: f64, column: usize) -> f64 {
    match column {
        0 => -4.0 / s,
        1 => -1.0 / s,
        2 => 1.0 + 0.7 / s,
        3 => 1.0 + 2.0 / s,
        4 => 1.0 + 5.0 / s,
        _ => PLACES.get(column - 5).copied().unwrap_or(0.5),
    }
}

impl Problem {
    /// The best curve there is, or the name of why there is none.
    pub(super) fn certified(&mut self) -> Result<Best, DiffusionError> {
        let mut best = self.search_grid();
        let total: f64 = self.points.iter().map(|point| point.y * point.y).sum();
        let as_good = |rss: f64, than: f64| rss <= than * (1.0 + TIE) + ROUNDING * total;
        let free = self.market.is_none();
        if free {
            best.growth_rss = self.best_growth().rss;
            if best.place.s * (best.place.t - 1.0) > ALIKE {
                // The search along the ridge may have come closer to its end than the search of the end itself.
                best.growth_rss = best.growth_rss.min(self.exponential(best.place.s).rss);
            }
            if as_good(best.growth_rss, best.fitted.rss) || as_good(self.at_once(), best.fitted.rss) {
                return Err(DiffusionError::NoFiniteOptimum);
            }
        }
        if self.model == Model::Bass {
            let mut decay = self.best_without_imitation();
            if free && best.place.s * best.place.t < -ALIKE {
                let other = self.exponential(-best.place.s);
                if other.rss < decay.fitted.rss {
                    decay = without_imitation(other);
                }
            }
            best.decay_rss = decay.fitted.rss;
            if as_good(decay.fitted.rss, best.fitted.rss) {
                if free && decay.place.s <= 1e-9 {
                    return Err(DiffusionError::NoFiniteOptimum);
                }
                best = Best { growth_rss: best.growth_rss, ..decay };
            }
        } else if free && !self.levels && self.best_decay().rss <= best.fitted.rss * (1.0 + TIE) {
            // A logistic or normal curve whose peak is long past has no beginning, so no asymptote.
            return Err(DiffusionError::NoFiniteOptimum);
        }
        if best.fitted.rss.is_finite() { Ok(best) } else { Err(DiffusionError::NoFiniteOptimum) }
    }

    /// The best place that leads downhill from the best cells of the grid.
    fn search_grid(&mut self) -> Best {
        let mut cells = self.grid();
        // The best first; three looks for the best take less than a sort, in time and in a widget's weight.
        let mut found: Vec<Fitted> = Vec::new();
        while found.len() < 3 {
            let Some(&(_, row, column)) = cells.iter().min_by(|a, b| a.0.total_cmp(&b.0)) else { break };
            cells.retain(|(_, r, c)| r.abs_diff(row) > 1 || c.abs_diff(column) > 1);
            let s = RATES.get(row).copied().unwrap_or(1.0);
            let start = self.polish(Place { s, t: peak(s, column) }, 6);
            let place = found.iter().position(|other| start.rss.total_cmp(&other.rss).is_lt()).unwrap_or(found.len());
            found.insert(place, start);
        }
        let mut best: Option<Fitted> = None;
        for start in found {
            let hopeless = best.is_some_and(|best| {
                let same = (start.place.s / best.place.s - 1.0).abs() < 1e-3
                    && (start.place.t - best.place.t).abs() < 1e-3 * (1.0 + best.place.t.abs());
                start.rss > 3.0 * best.rss + 1e-3 || same
            });
            if hopeless {
                continue;
            }
            let end = self.polish(start.place, 120);
            if best.is_none_or(|best| end.rss < best.rss) {
                best = Some(end);
            }
        }
        let fitted = best.unwrap_or_else(|| self.at(Place { s: 1.0, t: 0.5 }));
        let place = fitted.place;
        Best { place, fitted, boundary: false, growth_rss: f64::INFINITY, decay_rss: f64::INFINITY }
    }

    /// The sum of squares of every cell, with its row and column.
    fn grid(&mut self) -> Vec<(f64, usize, usize)> {
        let mut cells = Vec::with_capacity(RATES.len() * PEAKS);
        let quick = self.market.is_none() && !self.levels && matches!(self.model, Model::Bass | Model::Logistic);
        let mut grown: Vec<(f64, f64)> = Vec::with_capacity(self.points.len());
        let total: f64 = self.points.iter().map(|point| point.y * point.y).sum();
        for (row, s) in RATES.into_iter().enumerate() {
            if quick {
                // e^(s t) once for each time; a place of the peak then only divides it.
                grown.clear();
                let mut last = (0.0, 1.0);
                for point in &self.points {
                    let from = if point.from == last.0 { last.1 } else { exp(s * point.from) };
                    last = if point.to == point.from { (point.from, from) } else { (point.to, exp(s * point.to)) };
                    grown.push((from, last.1));
                }
            }
            for column in 0..PEAKS {
                let t = peak(s, column);
                let rss = if quick {
                    let shift = exp(-s * t);
                    let (mut gg, mut gy) = (0.0, 0.0);
                    for (point, (from, to)) in self.points.iter().zip(&grown) {
                        let (from, to) = (from * shift, to * shift);
                        let rise = if point.from == point.to { s * to } else { to - from };
                        let g = rise / ((1.0 + from) * (1.0 + to));
                        gg += g * g;
                        gy += g * point.y;
                    }
                    total - gy * gy / gg
                } else {
                    self.at(Place { s, t }).rss
                };
                if rss.is_finite() {
                    cells.push((rss, row, column));
                }
            }
        }
        cells
    }

    /// The best curve of Bass with *q = 0*, exponential decay.
    fn best_without_imitation(&mut self) -> Best {
        without_imitation(if self.market.is_some() { self.known_decay() } else { self.best_decay() })
    }
}

fn without_imitation(best: Exponential) -> Best {
    let (p, rss) = (-best.k, best.rss);
    let place = Place { s: p, t: f64::NEG_INFINITY };
    let fitted = Fitted::at_boundary(place, rss, best.scale / p);
    Best { place, fitted, boundary: true, growth_rss: f64::INFINITY, decay_rss: rss }
}
