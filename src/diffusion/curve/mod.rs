//! Curves of adoption over time, a file each.

mod any;
mod bass;
mod discrete;
mod gompertz;
mod logistic;
mod normal;

pub use any::{AnyCurve, Model};
pub use bass::{Bass, BassCategories};
pub use discrete::DiscreteBass;
pub use gompertz::Gompertz;
pub use logistic::Logistic;
pub use normal::Normal;
pub(crate) use normal::{density, phi_between};

use alloc::vec::Vec;

use super::DiffusionError;

/// The share of a market that has adopted, as a function of time.
///
/// Shares go from 0 to 1; multiply by the market *m* for people. Times are in any unit, the same as that of the
/// parameters. Every function takes any time, also an infinite one; one that is no number gives no number.
pub trait Curve {
    /// The share that has adopted by a time, *F(t)*, from 0 to 1; never falls.
    fn cumulative(&self, t: f64) -> f64;

    /// The rate of adoption at a time, *f(t) = F'(t)*, per unit of time; zero or more.
    fn rate(&self, t: f64) -> f64;

    /// The share that has not adopted by a time, *1 − F(t)*, exact to the last digits where *F* is almost 1.
    fn remaining(&self, t: f64) -> f64;

    /// The share that adopts after one time and until another, *F(to) − F(from)*, without cancellation.
    fn increment(&self, from: f64, to: f64) -> f64;

    /// The time by which a share has adopted: the inverse of [`cumulative`](Self::cumulative).
    ///
    /// # Errors
    ///
    /// [`DiffusionError::OutOfDomain`] for a share outside 0 to 1.
    fn quantile(&self, share: f64) -> Result<f64, DiffusionError>;

    /// The time at which the rate is highest.
    fn peak(&self) -> f64;

    /// The two times at which the rate bends, before and after its peak: the inflections of *f*.
    fn inflections(&self) -> (f64, f64);

    /// The shares that adopt between each time and the next: one fewer than there are times.
    ///
    /// # Errors
    ///
    /// [`DiffusionError::TimeNotSorted`] where a time is not after the one before it, [`DiffusionError::NonFinite`] where
    /// it is no number.
    fn increments(&self, times: &[f64]) -> Result<Vec<f64>, DiffusionError> {
        let mut increments = Vec::with_capacity(times.len().saturating_sub(1));
        for (place, pair) in times.windows(2).enumerate() {
            let &[from, to] = pair else { continue };
            if from.is_nan() || to.is_nan() {
                return Err(DiffusionError::NonFinite(if from.is_nan() { place } else { place + 1 }));
            }
            if to <= from {
                return Err(DiffusionError::TimeNotSorted(place + 1));
            }
            increments.push(self.increment(from, to));
        }
        Ok(increments)
    }
}

/// A share from 0 to 1.
fn share(share: f64) -> Result<f64, DiffusionError> {
    if (0.0..=1.0).contains(&share) { Ok(share) } else { Err(DiffusionError::OutOfDomain("a share from 0 to 1")) }
}
