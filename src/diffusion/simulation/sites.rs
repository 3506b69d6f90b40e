use alloc::vec::Vec;

use libm::{pow, sqrt};

use crate::diffusion::DiffusionError;

/// Sites that look at each other, as rates: *dNᵢ/dt = (pᵢ + Σⱼ qᵢⱼ Nⱼ/nⱼ)(nᵢ − Nᵢ)*.
///
/// It is Bass for several groups: what a simulation of many people in blocks has as its mean. A site without innovation of
/// its own (*p = 0*) waits for another: the oil stain.
///
/// # Examples
///
/// ```
/// use olievlek::diffusion::simulation::Sites;
///
/// let sites = Sites::new(&[120.0, 40.0], &[0.03, 0.0], &[vec![0.4, 0.0], vec![0.2, 0.3]])?;
/// let levels = sites.levels(&[1.0, 5.0, 10.0])?;
/// assert!((levels[2][1] - 31.8952093268851).abs() < 1e-7);
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Sites {
    sizes: Vec<f64>,
    p: Vec<f64>,
    q: Vec<Vec<f64>>,
}

/// The stages of Dormand and Prince's method of order 5, the last of which is the next step's first; then the difference to
/// order 4. Source: J. R. Dormand, P. J. Prince, A family of embedded Runge–Kutta formulae, 1980.
const STAGES: [&[f64]; 6] = [
    &[1.0 / 5.0],
    &[3.0 / 40.0, 9.0 / 40.0],
    &[44.0 / 45.0, -56.0 / 15.0, 32.0 / 9.0],
    &[19372.0 / 6561.0, -25360.0 / 2187.0, 64448.0 / 6561.0, -212.0 / 729.0],
    &[9017.0 / 3168.0, -355.0 / 33.0, 46732.0 / 5247.0, 49.0 / 176.0, -5103.0 / 18656.0],
    &[35.0 / 384.0, 0.0, 500.0 / 1113.0, 125.0 / 192.0, -2187.0 / 6784.0, 11.0 / 84.0],
];
const ERROR: [f64; 7] =
    [71.0 / 57600.0, 0.0, -71.0 / 16695.0, 71.0 / 1920.0, -17253.0 / 339_200.0, 22.0 / 525.0, -1.0 / 40.0];
/// The error of a step, as a part of a site.
const PRECISION: f64 = 1e-11;

impl Sites {
    /// Sites of these sizes, with a coefficient of innovation each and a row of coefficients of imitation each.
    ///
    /// # Errors
    ///
    /// [`DiffusionError::Empty`] without sites, [`DiffusionError::ShapeMismatch`] where the numbers do not fit together,
    /// and [`DiffusionError::OutOfDomain`] for a size of 0 or less and for coefficients below 0.
    pub fn new(sizes: &[f64], p: &[f64], q: &[Vec<f64>]) -> Result<Self, DiffusionError> {
        let expected = sizes.len();
        if expected == 0 {
            return Err(DiffusionError::Empty);
        }
        for given in [p.len(), q.len()].into_iter().chain(q.iter().map(Vec::len)) {
            if given != expected {
                return Err(DiffusionError::ShapeMismatch { expected, given });
            }
        }
        if !sizes.iter().all(|size| size.is_finite() && *size > 0.0) {
            return Err(DiffusionError::OutOfDomain("a size above 0"));
        }
        if !p.iter().chain(q.iter().flatten()).all(|rate| rate.is_finite() && *rate >= 0.0) {
            return Err(DiffusionError::OutOfDomain("coefficients of 0 or more"));
        }
        Ok(Self { sizes: sizes.to_vec(), p: p.to_vec(), q: q.to_vec() })
    }

    /// The adopters of each site at each of these times, from nobody at 0.
    ///
    /// By the method of Dormand and Prince with steps that keep the error of each under 1e-11 of a site.
    ///
    /// # Errors
    ///
    /// [`DiffusionError::TimeNotSorted`] for times that fall or are below 0, [`DiffusionError::NonFinite`] for others that
    /// are no times.
    pub fn levels(&self, times: &[f64]) -> Result<Vec<Vec<f64>>, DiffusionError> {
        let mut now = 0.0;
        let mut levels = alloc::vec![0.0; self.sizes.len()];
        let mut step: f64 = 0.01;
        let mut found = Vec::with_capacity(times.len());
        for (place, time) in times.iter().enumerate() {
            if !time.is_finite() {
                return Err(DiffusionError::NonFinite(place));
            }
            if *time < now {
                return Err(DiffusionError::TimeNotSorted(place));
            }
            while now < *time {
                let size = step.min(time - now);
                let (next, error) = self.step(&levels, size);
                if error <= 1.0 {
                    // The last bit of a sum must not keep the end out of reach.
                    now = if size == time - now { *time } else { now + size };
                    levels = next;
                }
                let factor = if error > 0.0 { 0.9 * pow(error, -0.2) } else { 5.0 };
                if size == step || error > 1.0 {
                    step = size * factor.clamp(0.2, 5.0);
                }
            }
            found.push(levels.clone());
        }
        Ok(found)
    }

    fn rates(&self, levels: &[f64]) -> Vec<f64> {
        let shares: Vec<f64> = levels.iter().zip(&self.sizes).map(|(level, size)| level / size).collect();
        let hazard = |(p, q): (&f64, &Vec<f64>)| p + q.iter().zip(&shares).map(|(q, share)| q * share).sum::<f64>();
        let left = self.sizes.iter().zip(levels).map(|(size, level)| size - level);
        self.p.iter().zip(&self.q).map(hazard).zip(left).map(|(hazard, left)| hazard * left).collect()
    }

    /// The levels one step on, and the error of the step over what it may be.
    fn step(&self, levels: &[f64], size: f64) -> (Vec<f64>, f64) {
        let mut rates = alloc::vec![self.rates(levels)];
        let mut next = levels.to_vec();
        for stage in STAGES {
            next.copy_from_slice(levels);
            for (weight, rates) in stage.iter().zip(&rates) {
                next.iter_mut().zip(rates).for_each(|(level, rate)| *level += size * weight * rate);
            }
            rates.push(self.rates(&next));
        }
        let mut sum = 0.0;
        for (site, of) in self.sizes.iter().enumerate() {
            let errors =
                ERROR.iter().zip(&rates).map(|(weight, rates)| weight * rates.get(site).copied().unwrap_or_default());
            let error = size * errors.sum::<f64>() / (PRECISION * of);
            sum += error * error;
        }
        (next, sqrt(sum / self.sizes.len() as f64))
    }
}
