use alloc::vec::Vec;

use super::Bass;
use crate::diffusion::DiffusionError;
use crate::diffusion::error::positive;

/// Bass' curve in whole periods: *n<sub>t</sub> = (p + q N<sub>t−1</sub>/m)(m − N<sub>t−1</sub>)*, from *N<sub>0</sub> = 0*.
///
/// It is the recursion that Bass (1969) fitted by regression. It is no sampling of the continuous curve: with the same
/// *p* and *q* it runs behind.
///
/// # Examples
///
/// ```
/// use olievlek::diffusion::{Bass, DiscreteBass};
///
/// let periods = DiscreteBass::new(Bass::new(0.02, 0.45)?, 350.0)?.adoptions(3)?;
/// assert_eq!(periods[..2], [7.0, 9.947]);
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DiscreteBass {
    bass: Bass,
    market: f64,
}

impl DiscreteBass {
    /// The recursion of these coefficients, per period, in a market above 0.
    ///
    /// # Errors
    ///
    /// [`DiffusionError::OutOfDomain`] for another market.
    pub fn new(bass: Bass, market: f64) -> Result<Self, DiffusionError> {
        Ok(Self { bass, market: positive(market, "a market m above 0")? })
    }

    /// The adoptions in each of the first periods, *n<sub>1</sub>* and on.
    ///
    /// # Errors
    ///
    /// [`DiffusionError::OutOfDomain`] where the hazard *p + qN/m* of a period is above 1: more would adopt than are left.
    pub fn adoptions(&self, periods: usize) -> Result<Vec<f64>, DiffusionError> {
        let mut adopted = 0.0;
        let mut adoptions = Vec::with_capacity(periods);
        for _ in 0..periods {
            let hazard = self.bass.p() + self.bass.q() * adopted / self.market;
            if hazard > 1.0 {
                return Err(DiffusionError::OutOfDomain("a hazard p + qN/m of at most 1"));
            }
            let new = hazard * (self.market - adopted);
            adopted += new;
            adoptions.push(new);
        }
        Ok(adoptions)
    }
}
