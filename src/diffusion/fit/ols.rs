use alloc::vec::Vec;

use libm::sqrt;

use crate::diffusion::{DiffusionError, Series};

/// The regression of Bass (1969): *yₜ = a + b Yₜ₋₁ + c Yₜ₋₁²*, and the curve that it stands for.
///
/// It is quick and was the first way, and it is kept to compare with. For an estimate use [`Fit`](super::Fit): the
/// regression takes a period for a moment, so it is biased, and what it implies may be no curve at all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BassRegression {
    /// The intercept, *pm*.
    pub a: f64,
    /// What a level adds, *q − p*.
    pub b: f64,
    /// What the square of a level adds, *−q/m*.
    pub c: f64,
    /// The coefficient of innovation, *a/m*.
    pub p: f64,
    /// The coefficient of imitation, *−mc*.
    pub q: f64,
    /// The market, *(−b − √(b² − 4ac))/(2c)*.
    pub m: f64,
    /// Whether this is a curve of Bass: *p* and *m* above 0, and *q* not below.
    pub admissible: bool,
}

/// Fits Bass by the regression of his article.
///
/// # Errors
///
/// [`DiffusionError::TooFewPoints`] below four values, [`DiffusionError::MissingNotAllowed`] where one is missing,
/// [`DiffusionError::NoAdoption`] where all are zero, and [`DiffusionError::NoFiniteOptimum`] where the regression has no
/// single solution or no real market.
///
/// # Examples
///
/// ```
/// use olievlek::diffusion::{Series, bass_ols};
///
/// let sales = [840.0, 1470.0, 2110.0, 4000.0, 7590.0, 10950.0, 10530.0, 9470.0, 7790.0, 5890.0].map(Some);
/// let regression = bass_ols(&Series::adoptions(&sales)?)?;
/// assert!((regression.p - 0.0216467828298226).abs() < 1e-12 && regression.admissible);
/// # Ok::<(), olievlek::Error>(())
/// ```
pub fn bass_ols(series: &Series) -> Result<BassRegression, DiffusionError> {
    let n = series.observed();
    if n < 4 {
        return Err(DiffusionError::TooFewPoints { needed: 4, given: n });
    }
    let levels = series.summed()?;
    let total = levels.values().iter().fold(0.0_f64, |most, level| most.max(*level));
    if total <= 0.0 {
        return Err(DiffusionError::NoAdoption);
    }
    // Columns of like size, made orthogonal twice (Gram and Schmidt), which is as good as reflections.
    let before = core::iter::once(0.0).chain(levels.values().iter().map(|level| level / total));
    let x: Vec<f64> = before.take(n).collect();
    let mut ahead = levels.values().iter().map(|level| level / total);
    let y: Vec<f64> = if series.is_levels() {
        x.iter().map(|x| ahead.next().unwrap_or_default() - x).collect()
    } else {
        series.values().iter().map(|value| value / total).collect()
    };
    let columns = [x.iter().map(|_| 1.0).collect::<Vec<f64>>(), x.clone(), x.iter().map(|x| x * x).collect()];
    let [a, b, c] = solve(columns, y).ok_or(DiffusionError::NoFiniteOptimum)?;
    let root = sqrt(b * b - 4.0 * a * c);
    let m = (-b - root) / (2.0 * c);
    if !m.is_finite() {
        return Err(DiffusionError::NoFiniteOptimum);
    }
    let (p, q) = (a / m, -m * c);
    let admissible = p > 0.0 && q >= 0.0 && m > 0.0;
    Ok(BassRegression { a: a * total, b, c: c / total, p, q, m: m * total, admissible })
}

/// The least squares solution with three columns, where it is the only one.
fn solve(mut columns: [Vec<f64>; 3], y: Vec<f64>) -> Option<[f64; 3]> {
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let mut upper = [[0.0; 3]; 3];
    let mut right = [0.0; 3];
    let mut rest = y;
    for place in 0..3 {
        let (done, open) = columns.split_at_mut(place);
        let column = open.first_mut()?;
        let size = sqrt(dot(column, column));
        for _ in 0..2 {
            for (other, before) in done.iter().enumerate() {
                let share = dot(before, column);
                *upper.get_mut(other)?.get_mut(place)? += share;
                column.iter_mut().zip(before).for_each(|(value, before)| *value -= share * before);
            }
        }
        let length = sqrt(dot(column, column));
        if length <= 1e-12 * size {
            return None;
        }
        column.iter_mut().for_each(|value| *value /= length);
        *upper.get_mut(place)?.get_mut(place)? = length;
        let share = dot(column, &rest);
        *right.get_mut(place)? = share;
        rest.iter_mut().zip(column.iter()).for_each(|(value, column)| *value -= share * column);
    }
    let [[r11, r12, r13], [_, r22, r23], [_, _, r33]] = upper;
    let [z1, z2, z3] = right;
    let c = z3 / r33;
    let b = (z2 - r23 * c) / r22;
    Some([(z1 - r12 * b - r13 * c) / r11, b, c])
}
