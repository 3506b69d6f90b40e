use alloc::vec;
use alloc::vec::Vec;

use super::Matrix;

/// The covariances of statements with *n − 1*, as a full square, row by row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Covariances {
    size: usize,
    values: Vec<f64>,
}

impl Covariances {
    /// Of the people who answered every statement; none for fewer than two.
    pub(crate) fn listwise(matrix: &Matrix) -> Option<Self> {
        let size = matrix.columns();
        let mut n = 0_i64;
        let (mut sums, mut products) = (vec![0_i64; size], vec![0_i64; size * size]);
        for row in matrix.complete() {
            n += 1;
            for ((sum, value), products) in sums.iter_mut().zip(row.clone()).zip(products.chunks_exact_mut(size)) {
                *sum += i64::from(value);
                for (product, other) in products.iter_mut().zip(row.clone()) {
                    *product += i64::from(value) * i64::from(other);
                }
            }
        }
        if n < 2 {
            return None;
        }
        let mut values = Vec::with_capacity(size * size);
        for (sum, products) in sums.iter().zip(products.chunks_exact(size)) {
            values.extend(sums.iter().zip(products).map(|(other, product)| covariance(n, *sum, *other, *product)));
        }
        Some(Self { size, values })
    }

    /// Each from the people who answered both statements; none where fewer than two did.
    pub(crate) fn pairwise(matrix: &Matrix) -> Option<Self> {
        let size = matrix.columns();
        let mut values = Vec::with_capacity(size * size);
        for first in 0..size {
            for second in 0..size {
                let (mut n, mut sum, mut other, mut product) = (0_i64, 0_i64, 0_i64, 0_i64);
                for row in matrix.each_row() {
                    if let (Some(Some(x)), Some(Some(y))) = (row.get(first), row.get(second)) {
                        let (x, y) = (i64::from(*x), i64::from(*y));
                        (n, sum, other, product) = (n + 1, sum + x, other + y, product + x * y);
                    }
                }
                if n < 2 {
                    return None;
                }
                values.push(covariance(n, sum, other, product));
            }
        }
        Some(Self { size, values })
    }

    pub(crate) const fn size(&self) -> usize {
        self.size
    }

    pub(crate) fn rows(&self) -> core::slice::ChunksExact<'_, f64> {
        self.values.chunks_exact(self.size)
    }

    /// The variance of each statement.
    pub(crate) fn variances(&self) -> impl Iterator<Item = f64> + Clone + '_ {
        self.values.iter().copied().step_by(self.size + 1)
    }

    /// The variance of the sum of all statements.
    pub(crate) fn of_sum(&self) -> f64 {
        self.values.iter().sum()
    }
}

/// By whole numbers, so that answers that do not differ have a covariance of 0 and not of almost 0.
fn covariance(n: i64, sum: i64, other: i64, product: i64) -> f64 {
    let [n, sum, other, product] = [n, sum, other, product].map(i128::from);
    (n * product - sum * other) as f64 / (n * (n - 1)) as f64
}
