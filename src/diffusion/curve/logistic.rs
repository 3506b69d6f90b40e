use libm::{exp, expm1, log, log1p, sqrt};

use super::Curve;
use crate::diffusion::DiffusionError;
use crate::diffusion::error::positive;

/// The logistic curve: *F(t) = 1 / (1 + e<sup>−b(t−a)</sup>)*.
///
/// *a* is the time at which half has adopted, *b > 0* the growth rate per unit of time. It has no launch: some have always
/// adopted. Source: P.-F. Verhulst, Notice sur la loi que la population suit dans son accroissement, 1838.
///
/// # Examples
///
/// ```
/// use olievlek::diffusion::{Curve, Logistic};
///
/// let curve = Logistic::new(6.0, 0.5)?;
/// assert_eq!(curve.cumulative(6.0), 0.5);
/// assert!((curve.quantile(0.9)? - 10.394449154672438).abs() < 1e-12);
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Logistic {
    a: f64,
    b: f64,
}

/// A place and a growth rate, checked.
pub(super) fn place_and_rate(a: f64, b: f64) -> Result<(f64, f64), DiffusionError> {
    if a.is_finite() {
        Ok((a, positive(b, "a growth rate b above 0")?))
    } else {
        Err(DiffusionError::OutOfDomain("a finite time a"))
    }
}

impl Logistic {
    /// The curve with its middle at *a* and the growth rate *b*.
    ///
    /// # Errors
    ///
    /// [`DiffusionError::OutOfDomain`] unless *a* is finite and *b* is finite and above 0.
    pub fn new(a: f64, b: f64) -> Result<Self, DiffusionError> {
        place_and_rate(a, b).map(|(a, b)| Self { a, b })
    }

    /// The time at which half has adopted.
    pub const fn a(&self) -> f64 {
        self.a
    }

    /// The growth rate, per unit of time.
    pub const fn b(&self) -> f64 {
        self.b
    }

    fn x(&self, t: f64) -> f64 {
        self.b * (t - self.a)
    }
}

/// *1 / (1 + e<sup>−x</sup>)*, exact in both tails.
fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}

impl Curve for Logistic {
    fn cumulative(&self, t: f64) -> f64 {
        logistic(self.x(t))
    }

    fn rate(&self, t: f64) -> f64 {
        let x = self.x(t);
        self.b * logistic(x) * logistic(-x)
    }

    fn remaining(&self, t: f64) -> f64 {
        logistic(-self.x(t))
    }

    fn increment(&self, from: f64, to: f64) -> f64 {
        if to <= from {
            return 0.0;
        }
        // L(y) − L(x) = L(y) (1 − L(x)) (1 − e^(x − y)).
        logistic(self.x(to)) * logistic(-self.x(from)) * -expm1(-self.b * (to - from))
    }

    /// *a + ln(u/(1 − u))/b*.
    fn quantile(&self, share: f64) -> Result<f64, DiffusionError> {
        let share = super::share(share)?;
        Ok(self.a + (log(share) - log1p(-share)) / self.b)
    }

    fn peak(&self) -> f64 {
        self.a
    }

    /// *a ± ln(2 + √3)/b*.
    fn inflections(&self) -> (f64, f64) {
        let half = log(2.0 + sqrt(3.0)) / self.b;
        (self.a - half, self.a + half)
    }
}
