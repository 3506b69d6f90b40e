//! The shapes that a series is compared with, without their scale: the market is linear, so it is projected out.
//!
//! Two parameters are left, and in these they are almost independent: the logarithm of the growth rate *s* (*p + q* for
//! Bass, *b* for the others), and the place *t\** of the peak. On increments Bass and the logistic curve are one family,
//! *F = (1 + p/q) L − p/q*, so they share a shape. A shape may be scaled by any factor, and it is scaled so that it stays
//! in range where the market runs away.

use libm::{exp, expm1, log1p};

use crate::diffusion::curve::{Model, density, phi_between};

/// Where a shape is: its growth rate, above 0, and the place of its peak.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    pub(super) s: f64,
    pub(super) t: f64,
}

/// One value of a series: over which time it was seen, and what it was. A level was seen from negative infinity on, a rate
/// from and to the same time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) y: f64,
}

/// A shape at one point, and how it changes with *ln s* and *t\**.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Slope {
    pub(super) g: f64,
    pub(super) by_s: f64,
    pub(super) by_t: f64,
}

/// By which factors a shape is larger than the curve, as logarithms; its slopes leave them out.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Scaling {
    /// For a peak after the end of the series.
    late: f64,
    /// For a peak before launch.
    early: f64,
}

impl Scaling {
    /// That of a free market, for a series that ends at 1.
    pub(super) fn of(model: Model, Place { s, t }: Place, levels: bool) -> Self {
        match model {
            Model::Bass | Model::Logistic => {
                Self { late: (s * (t - 1.0)).max(0.0), early: if levels { 0.0 } else { (-s * t).max(0.0) } }
            }
            Model::Gompertz => Self { late: exp(s * (t - 1.0)), early: 0.0 },
            Model::Normal => Self::default(),
        }
    }

    /// What turns the scale of a shape into the market of a curve, as a logarithm: *m = scale · e^x*.
    pub(super) fn market(self, model: Model, Place { s, t }: Place) -> f64 {
        match model {
            // m (1 + p/q) is what multiplies the logistic curve, and p/q = e^(−s t*).
            Model::Bass => self.late - log1p(exp(-(s * t).abs())) + if t < 0.0 { self.early + s * t } else { 0.0 },
            _ => self.late + self.early,
        }
    }
}

/// The shape of a curve at every point.
pub(super) fn shape(model: Model, place: Place, scaling: Scaling, points: &[Point], slopes: &mut [Slope]) {
    let each = points.iter().zip(slopes);
    match model {
        Model::Bass | Model::Logistic => {
            let mut logistic = Logistic::new(place, scaling);
            each.for_each(|(point, slope)| *slope = logistic.at(*point));
        }
        Model::Gompertz => each.for_each(|(point, slope)| *slope = gompertz(place, scaling, *point)),
        Model::Normal => each.for_each(|(point, slope)| *slope = normal(place, *point)),
    }
}

/// *L(to) − L(from) = (1 − e^(−sΔ)) / ((1 + e^(s(from − t\*))) (1 + e^(−s(to − t\*))))*; for a rate *s* in place of the first.
///
/// Periods mostly follow each other and last equally long, so what was worked out for one is kept for the next.
struct Logistic {
    place: Place,
    scaling: Scaling,
    /// *e^(−late)* and *e^(−early)*.
    late: f64,
    early: f64,
    /// A time, and *e^(−s(time − t\*))*.
    last: (f64, f64),
    /// A width times *s*, with what grows in it and how that changes with *ln s*.
    width: (f64, f64, f64),
}

impl Logistic {
    fn new(place: Place, scaling: Scaling) -> Self {
        let lowered = |by: f64| if by > 0.0 { exp(-by) } else { 1.0 };
        let (late, early) = (lowered(scaling.late), lowered(scaling.early));
        Self { place, scaling, late, early, last: (f64::NAN, 0.0), width: (0.0, place.s, 1.0) }
    }

    #[inline]
    fn at(&mut self, Point { from, to, .. }: Point) -> Slope {
        let Place { s, t } = self.place;
        let plain = self.scaling.late == 0.0 && self.scaling.early == 0.0;
        // L(from), and 1 − L(to): with these everything else is a product.
        let (start, low) = if from == f64::NEG_INFINITY {
            (1.0, 0.0)
        } else {
            let x =
                if plain && from == self.last.0 { 1.0 / self.last.1 } else { exp(s * (from - t) - self.scaling.early) };
            let start = self.early + x;
            (start, if x < f64::MAX { x / start } else { 1.0 })
        };
        let x = exp(-s * (to - t) - self.scaling.late);
        self.last = (to, x);
        let end = self.late + x;
        let left = if x < f64::MAX { x / end } else { 1.0 };
        let width = s * (to - from);
        // A difference in the last digits comes from the times and not from the series.
        if width == 0.0 {
            self.width = (0.0, s, 1.0);
        } else if width == f64::INFINITY || (width - self.width.0).abs() > 1e-14 * width {
            self.width = if width < 700.0 {
                let grown = -expm1(-width);
                (width, grown, width * (1.0 - grown) / grown)
            } else {
                (width, 1.0, 0.0)
            };
        }
        let (_, grown, grows) = self.width;
        let g = grown / (start * end);
        let from = if from == f64::NEG_INFINITY { 0.0 } else { from };
        Slope { g, by_s: g * (grows - s * (from - t) * low + s * (to - t) * left), by_t: g * s * (low - left) }
    }
}

/// *e^(−w(to)) (1 − e^(−(w(from) − w(to))))* with *w = e^(−s(t − t\*))*.
fn gompertz(Place { s, t }: Place, Scaling { late, .. }: Scaling, Point { from, to, .. }: Point) -> Slope {
    let waning = |time: f64| exp(-s * (time - t));
    // −w + w(1), without the difference of two large numbers.
    let raised = if late > 0.0 { waning(1.0) * -expm1(s * (1.0 - to)) } else { -waning(to) };
    let at = |w: f64, time: f64, level: f64| {
        let h = if level > 0.0 { level * w } else { 0.0 };
        (h * s * (time - t), h)
    };
    let end = waning(to);
    let level = exp(raised);
    let (mut by_s, mut h) = at(end, to, level);
    let mut g = level;
    if from > f64::NEG_INFINITY {
        let start = waning(from);
        let before = exp(raised - end * expm1(s * (to - from)));
        g = level * -expm1(-end * expm1(s * (to - from)));
        let (less_s, less_h) = at(start, from, before);
        by_s -= less_s;
        h -= less_h;
    }
    Slope { g, by_s, by_t: -s * h }
}

/// *Φ(s(to − t\*)) − Φ(s(from − t\*))*.
fn normal(Place { s, t }: Place, Point { from, to, .. }: Point) -> Slope {
    let (x, y) = (s * (from - t), s * (to - t));
    let (low, high) = (density(x), density(y));
    let moment = if x.is_finite() { x * low } else { 0.0 };
    Slope { g: phi_between(x, y), by_s: y * high - moment, by_t: -s * (high - low) }
}
