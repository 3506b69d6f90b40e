//! Small symmetric matrices.

use alloc::vec;
use alloc::vec::Vec;

use libm::{log, sqrt};

/// A square of numbers, row by row.
#[derive(Clone, Debug)]
pub(crate) struct Square {
    size: usize,
    values: Vec<f64>,
}

impl Square {
    pub(crate) fn zero(size: usize) -> Self {
        Self { size, values: vec![0.0; size * size] }
    }

    pub(crate) fn values(&self) -> &[f64] {
        &self.values
    }

    pub(crate) fn values_mut(&mut self) -> &mut [f64] {
        &mut self.values
    }

    pub(crate) fn rows(&self) -> core::slice::ChunksExact<'_, f64> {
        self.values.chunks_exact(self.size)
    }

    pub(crate) fn rows_mut(&mut self) -> core::slice::ChunksExactMut<'_, f64> {
        self.values.chunks_exact_mut(self.size)
    }

    pub(crate) fn diagonal(&self) -> impl Iterator<Item = f64> + '_ {
        self.values.iter().copied().step_by(self.size + 1)
    }

    pub(crate) fn of_vector(&self, vector: &[f64]) -> Vec<f64> {
        self.rows().map(|row| dot(row, vector)).collect()
    }

    /// The product with a symmetric one.
    pub(crate) fn times(&self, other: &Self) -> Self {
        let values = self.rows().flat_map(|row| other.rows().map(|column| dot(row, column))).collect();
        Self { size: self.size, values }
    }
}

/// The lower triangle *L* of a positive definite matrix *LL′*, as rows of growing length.
pub(crate) struct Cholesky(Vec<Vec<f64>>);

impl Cholesky {
    /// None for a matrix that is not positive definite.
    pub(crate) fn of(matrix: &Square) -> Option<Self> {
        let mut done: Vec<Vec<f64>> = Vec::with_capacity(matrix.size);
        for (at, row) in matrix.rows().enumerate() {
            let mut own: Vec<f64> = Vec::with_capacity(at + 1);
            for (before, value) in done.iter().zip(row) {
                let pivot = before.last().copied()?;
                own.push((value - dot(before, &own)) / pivot);
            }
            let left = row.get(at)? - dot(&own, &own);
            if !(left > 0.0 && left.is_finite()) {
                return None;
            }
            own.push(sqrt(left));
            done.push(own);
        }
        Some(Self(done))
    }

    /// With as little added to the diagonal as it takes.
    pub(crate) fn of_damped(matrix: &Square) -> Option<Self> {
        let most = matrix.diagonal().fold(0.0, f64::max);
        let mut damped = matrix.clone();
        let mut more = 1e-14 * most;
        for _ in 0..16 {
            if let Some(found) = Self::of(&damped).filter(|found| found.least_pivot() > 1e-16 * most) {
                return Some(found);
            }
            damped.values.iter_mut().step_by(matrix.size + 1).for_each(|value| *value += more);
            more *= 10.0;
        }
        None
    }

    /// The least square that was taken the root of.
    pub(crate) fn least_pivot(&self) -> f64 {
        self.0.iter().filter_map(|row| row.last()).fold(f64::INFINITY, |least, pivot| least.min(pivot * pivot))
    }

    pub(crate) fn log_determinant(&self) -> f64 {
        self.0.iter().filter_map(|row| row.last()).map(|pivot| 2.0 * log(*pivot)).sum()
    }

    /// The solution of *LL′x = b*.
    pub(crate) fn solve(&self, right: &[f64]) -> Vec<f64> {
        let mut half: Vec<f64> = Vec::with_capacity(right.len());
        for (row, value) in self.0.iter().zip(right) {
            let pivot = row.last().copied().unwrap_or(1.0);
            half.push((value - dot(row, &half)) / pivot);
        }
        let mut solved = vec![0.0; half.len()];
        for (at, row) in self.0.iter().enumerate().rev() {
            let found = half.get(at).copied().unwrap_or_default() / row.last().copied().unwrap_or(1.0);
            half.iter_mut().zip(row).take(at).for_each(|(left, below)| *left -= below * found);
            solved.iter_mut().skip(at).take(1).for_each(|to| *to = found);
        }
        solved
    }

    pub(crate) fn inverse(&self) -> Square {
        let size = self.0.len();
        let mut values = Vec::with_capacity(size * size);
        for at in 0..size {
            let unit: Vec<f64> = (0..size).map(|place| f64::from(u8::from(place == at))).collect();
            values.extend(self.solve(&unit));
        }
        Square { size, values }
    }
}

/// The sum of products, as far as both go.
pub(crate) fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_times_its_inverse_is_one() {
        let values = vec![4.0, 2.0, 0.6, 2.0, 3.0, -0.4, 0.6, -0.4, 1.5];
        let matrix = Square { size: 3, values };
        let factor = Cholesky::of(&matrix).unwrap();
        let product = matrix.times(&factor.inverse());
        for (at, value) in product.values().iter().enumerate() {
            let expected = if at % 4 == 0 { 1.0 } else { 0.0 };
            assert!((value - expected).abs() < 1e-14, "{at}: {value}");
        }
        // 4·3·1.5 + 2·(2·0.6·−0.4) − 3·0.36 − 4·0.16 − 1.5·4
        assert!((libm::exp(factor.log_determinant()) - 9.32).abs() < 1e-12);
    }

    #[test]
    fn what_is_not_positive_definite_has_no_factor() {
        assert!(Cholesky::of(&Square { size: 2, values: vec![1.0, 2.0, 2.0, 1.0] }).is_none());
    }
}
