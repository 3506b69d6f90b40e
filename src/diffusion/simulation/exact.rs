use alloc::vec::Vec;

use libm::{exp, lgamma, log, log1p, sqrt};

use crate::diffusion::DiffusionError;

/// What can come of Bass among people who all see each other, exactly.
#[derive(Clone, Debug, PartialEq)]
pub struct BassOutcome {
    /// The mean number of adopters after each step.
    pub mean: Vec<f64>,
    /// Its standard deviation from run to run.
    pub sd: Vec<f64>,
    /// The chance that everyone has adopted.
    pub all: Vec<f64>,
}

/// The exact distribution of Bass in a complete network: *k* adopters make each of the others adopt with the chance
/// *min(1, p + q k/(n − 1))* of a step.
///
/// Takes time with the square of the people: for small centres, and to check a simulation by.
///
/// # Errors
///
/// [`DiffusionError::Empty`] without people, [`DiffusionError::OutOfDomain`] for chances below 0, and
/// [`DiffusionError::OutOfRange`] where more begin than there are.
///
/// # Examples
///
/// ```
/// use olievlek::diffusion::simulation::bass_complete;
///
/// let outcome = bass_complete(30, 0.03, 0.5, 0, 20)?;
/// assert!((outcome.mean[4] - 9.58929118092584).abs() < 1e-11);
/// assert!((outcome.all[19] - 0.993330884588772).abs() < 1e-12);
/// # Ok::<(), olievlek::Error>(())
/// ```
pub fn bass_complete(people: u32, p: f64, q: f64, begin: u32, steps: usize) -> Result<BassOutcome, DiffusionError> {
    if people == 0 {
        return Err(DiffusionError::Empty);
    }
    if !(p.is_finite() && q.is_finite() && p >= 0.0 && q >= 0.0) {
        return Err(DiffusionError::OutOfDomain("chances p and q of 0 or more"));
    }
    if begin > people {
        return Err(DiffusionError::OutOfRange(begin as usize));
    }
    let size = people as usize;
    let mut chances = alloc::vec![0.0; size + 1];
    if let Some(start) = chances.get_mut(begin as usize) {
        *start = 1.0;
    }
    let mut outcome = BassOutcome { mean: Vec::new(), sd: Vec::new(), all: Vec::new() };
    let factorials: Vec<f64> = (0..=size).map(|n| lgamma(n as f64 + 1.0)).collect();
    let factorial = |n: usize| factorials.get(n).copied().unwrap_or_default();
    for _ in 0..steps {
        let mut next = alloc::vec![0.0; size + 1];
        for (adopted, chance) in chances.iter().enumerate().filter(|(_, chance)| **chance > 0.0) {
            let left = size - adopted;
            let hazard = p + q * adopted as f64 / (people.saturating_sub(1).max(1)) as f64;
            let (yes, no) = (log(hazard), log1p(-hazard.min(1.0)));
            for new in 0..=left {
                let share = if hazard >= 1.0 {
                    f64::from(u8::from(new == left))
                } else if hazard <= 0.0 {
                    f64::from(u8::from(new == 0))
                } else {
                    let ways = factorial(left) - factorial(new) - factorial(left - new);
                    exp(ways + new as f64 * yes + (left - new) as f64 * no)
                };
                if let Some(slot) = next.get_mut(adopted + new) {
                    *slot += chance * share;
                }
            }
        }
        chances = next;
        let mean: f64 = chances.iter().enumerate().map(|(count, chance)| count as f64 * chance).sum();
        let square: f64 = chances
            .iter()
            .enumerate()
            .map(|(count, chance)| (count as f64 - mean) * (count as f64 - mean) * chance)
            .sum();
        outcome.mean.push(mean);
        outcome.sd.push(sqrt(square));
        outcome.all.push(chances.last().copied().unwrap_or_default());
    }
    Ok(outcome)
}
