//! McDonald's omega: reliability by a model in which statements may count differently.

use alloc::vec;
use alloc::vec::Vec;

use libm::{fabs, sqrt};

use super::covariance::Covariances;
use super::symmetric::{Cholesky, Square};
use super::{Matrix, Missing, Undefined};

/// McDonald's omega with the factor it comes from.
///
/// # Formula
///
/// *ω = (Σλ)² / ((Σλ)² + Σθ)*, with the loadings *λ* and the uniquenesses *θ* of one factor: *Σ = λλ′ + diag(θ)*, by maximum
/// likelihood on the listwise covariances with *n − 1*. Roderick McDonald, Test theory: a unified treatment, 1999; Karl Jöreskog,
/// Some contributions to maximum likelihood factor analysis, Psychometrika 32, 1967.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Omega {
    /// The coefficient: 0 to 1 for a proper solution.
    pub value: f64,
    /// The loading of each statement, in points of the scale; the factor points where most statements do.
    pub loadings: Vec<f64>,
    /// The variance of each statement that is its own, in squared points.
    pub uniquenesses: Vec<f64>,
    /// Whether a uniqueness is not above 0 (a Heywood case): one factor does not describe these answers, and the coefficient
    /// is no reliability.
    pub is_improper: bool,
}

impl Matrix {
    /// McDonald's omega with one factor, listwise.
    ///
    /// # Errors
    ///
    /// [`Undefined::TooFewStatements`] for fewer than three, since two allow many solutions; [`Undefined::TooFewRespondents`]
    /// for fewer than two people; [`Undefined::NoVariation`] where a statement does not differ between people;
    /// [`Undefined::NotIdentified`] where a statement follows from the others, as it does for fewer people than statements;
    /// [`Undefined::NoFiniteOptimum`] where the likelihood grows without end.
    pub fn omega(&self) -> Result<Omega, Undefined> {
        if self.columns() < 3 {
            return Err(Undefined::TooFewStatements);
        }
        let covariances = self.covariances(Missing::Listwise)?;
        if covariances.variances().any(|variance| variance == 0.0) {
            return Err(Undefined::NoVariation);
        }
        Fit::new(&covariances)?.best()
    }
}

/// The search for the loadings and uniquenesses of correlations: the solution for covariances is the same on another scale.
struct Fit {
    size: usize,
    deviations: Vec<f64>,
    correlations: Square,
}

/// A place in the search.
#[derive(Clone)]
struct Place {
    loadings: Vec<f64>,
    uniquenesses: Vec<f64>,
    /// *log|Σ| + tr(SΣ⁻¹)*, of which the least is sought.
    misfit: f64,
    inverse: Square,
}

impl Place {
    /// A uniqueness of 0 is where a search ends just above it.
    fn is_improper(&self) -> bool {
        self.uniquenesses.iter().any(|unique| *unique < 1e-6)
    }
}

/// Enough for slow cases: most take ten.
const MOST_STEPS: usize = 300;
/// A uniqueness of a correlation below this is on its way to nowhere: one of 1 at most is what it can be.
const LEAST_UNIQUENESS: f64 = -10.0;

impl Fit {
    fn new(covariances: &Covariances) -> Result<Self, Undefined> {
        let size = covariances.size();
        let deviations: Vec<f64> = covariances.variances().map(sqrt).collect();
        let mut correlations = Square::zero(size);
        for ((row, own), to) in covariances.rows().zip(&deviations).zip(correlations.rows_mut()) {
            for ((value, other), to) in row.iter().zip(&deviations).zip(to) {
                *to = value / (own * other);
            }
        }
        match Cholesky::of(&correlations) {
            // Rounding leaves a little where there is nothing.
            Some(factor) if factor.least_pivot() > 1e-10 => Ok(Self { size, deviations, correlations }),
            _ => Err(Undefined::NotIdentified),
        }
    }

    /// From several starts, since there can be more than one dip; a proper one is taken for the deepest.
    fn best(&self) -> Result<Omega, Undefined> {
        let mut best: Option<Place> = None;
        for loadings in [self.centroid(), vec![0.5; self.size], vec![0.8; self.size]] {
            let Some(place) = self.descend(loadings) else { continue };
            if best.as_ref().is_none_or(|best| place.misfit < best.misfit) {
                best = Some(place);
            }
            if best.as_ref().is_some_and(|best| !best.is_improper()) {
                break;
            }
        }
        best.map(|place| self.finish(&place)).ok_or(Undefined::NoFiniteOptimum)
    }

    /// Each statement by its correlations with all of them.
    fn centroid(&self) -> Vec<f64> {
        let sums: Vec<f64> = self.correlations.rows().map(|row| row.iter().sum()).collect();
        let total: f64 = sums.iter().map(|sum| fabs(*sum)).sum();
        sums.iter().map(|sum| (sum / sqrt(total)).clamp(-0.95, 0.95)).collect()
    }

    fn place(&self, loadings: Vec<f64>, uniquenesses: Vec<f64>) -> Option<Place> {
        let mut implied = Square::zero(self.size);
        for ((row, own), (at, unique)) in implied.rows_mut().zip(&loadings).zip(uniquenesses.iter().enumerate()) {
            for (column, (to, other)) in row.iter_mut().zip(&loadings).enumerate() {
                *to = own * other + if column == at { *unique } else { 0.0 };
            }
        }
        let factor = Cholesky::of(&implied)?;
        let inverse = factor.inverse();
        let trace: f64 = inverse.values().iter().zip(self.correlations.values()).map(|(one, other)| one * other).sum();
        let misfit = factor.log_determinant() + trace;
        misfit.is_finite().then_some(Place { loadings, uniquenesses, misfit, inverse })
    }

    /// By Fisher scoring: Newton steps with the expected second derivatives, halved until they lead down.
    fn descend(&self, loadings: Vec<f64>) -> Option<Place> {
        let uniquenesses = loadings.iter().map(|loading| (1.0 - loading * loading).max(0.05)).collect();
        let mut place = self.place(loadings, uniquenesses)?;
        for _ in 0..MOST_STEPS {
            let (gradient, information) = self.derivatives(&place);
            let step = Cholesky::of_damped(&information)?.solve(&gradient);
            let mut length = 1.0;
            let next = loop {
                let moved = self.moved(&place, &step, length).filter(|next| next.misfit < place.misfit);
                if moved.is_some() || length < 1e-6 {
                    break moved;
                }
                length /= 2.0;
            };
            let is_small = step.iter().all(|change| fabs(*change) < 1e-11);
            let Some(next) = next else {
                // Nowhere further down: the bottom, or a place from which no step leads on.
                let flat = gradient.iter().all(|slope| fabs(*slope) < 1e-6);
                return flat.then_some(place);
            };
            place = next;
            if is_small {
                return Some(place);
            }
            if place.uniquenesses.iter().any(|unique| *unique < LEAST_UNIQUENESS) {
                return None;
            }
        }
        None
    }

    fn moved(&self, place: &Place, step: &[f64], length: f64) -> Option<Place> {
        let (of_loadings, of_uniquenesses) = step.split_at_checked(self.size)?;
        let go = |from: &[f64], by: &[f64]| from.iter().zip(by).map(|(from, by)| from - length * by).collect();
        self.place(go(&place.loadings, of_loadings), go(&place.uniquenesses, of_uniquenesses))
    }

    /// The gradient of half the misfit, and its expected second derivatives, by loadings and then uniquenesses.
    ///
    /// With *W = Σ⁻¹*, *G = W − WSW*, *u = Wλ* and *c = λ′u*: the slopes are *Gλ* and *½ diag G*; the second derivatives
    /// *uu′ + cW*, *W diag(u)* and *½ W∘W*.
    fn derivatives(&self, place: &Place) -> (Vec<f64>, Square) {
        let inverse = &place.inverse;
        let through = inverse.times(&self.correlations).times(inverse);
        let mut slope = inverse.clone();
        slope.values_mut().iter_mut().zip(through.values()).for_each(|(own, other)| *own -= other);
        let mut gradient = slope.of_vector(&place.loadings);
        gradient.extend(slope.diagonal().map(|value| value / 2.0));
        let u = inverse.of_vector(&place.loadings);
        let c: f64 = u.iter().zip(&place.loadings).map(|(one, other)| one * other).sum();
        let mut information = Square::zero(2 * self.size);
        let (upper, lower) = information.values_mut().split_at_mut(2 * self.size * self.size);
        let rows = upper.chunks_exact_mut(2 * self.size).zip(lower.chunks_exact_mut(2 * self.size));
        for ((upper, lower), (of_inverse, own)) in rows.zip(inverse.rows().zip(&u)) {
            let (loadings, crossed) = upper.split_at_mut(self.size);
            let (crossed_too, uniquenesses) = lower.split_at_mut(self.size);
            for ((to, value), other) in loadings.iter_mut().zip(of_inverse).zip(&u) {
                *to = own * other + c * value;
            }
            for ((to, value), other) in crossed.iter_mut().zip(of_inverse).zip(&u) {
                *to = value * other;
            }
            for (to, value) in crossed_too.iter_mut().zip(of_inverse) {
                *to = value * own;
            }
            for (to, value) in uniquenesses.iter_mut().zip(of_inverse) {
                *to = value * value / 2.0;
            }
        }
        (gradient, information)
    }

    /// Back in points of the scale.
    fn finish(&self, place: &Place) -> Omega {
        let sign = if place.loadings.iter().sum::<f64>() < 0.0 { -1.0 } else { 1.0 };
        let each = place.loadings.iter().zip(&self.deviations);
        let loadings: Vec<f64> = each.map(|(loading, deviation)| sign * loading * deviation).collect();
        let each = place.uniquenesses.iter().zip(&self.deviations);
        let uniquenesses: Vec<f64> = each.map(|(unique, deviation)| unique * deviation * deviation).collect();
        let common: f64 = loadings.iter().sum();
        let (common, own) = (common * common, uniquenesses.iter().sum::<f64>());
        Omega { value: common / (common + own), loadings, uniquenesses, is_improper: place.is_improper() }
    }
}
