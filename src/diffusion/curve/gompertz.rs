use libm::{exp, expm1, log, log1p, sqrt};

use super::Curve;
use super::logistic::place_and_rate;
use crate::diffusion::DiffusionError;

/// The curve of Gompertz: *F(t) = exp(−e<sup>−b(t−a)</sup>)*, which rises early and levels off slowly.
///
/// *a* is the time of its peak, at which *1/e* (37 %) has adopted; *b > 0* is the growth rate per unit of time. Source:
/// B. Gompertz, On the nature of the function expressive of the law of human mortality, 1825.
///
/// # Examples
///
/// ```
/// use olievlek::diffusion::{Curve, Gompertz};
///
/// let curve = Gompertz::new(6.0, 0.4)?;
/// assert!((curve.cumulative(6.0) - (-1.0f64).exp()).abs() < 1e-15);
/// assert!((curve.cumulative(curve.quantile(0.9)?) - 0.9).abs() < 1e-15);
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gompertz {
    a: f64,
    b: f64,
}

impl Gompertz {
    /// The curve with its peak at *a* and the growth rate *b*.
    ///
    /// # Errors
    ///
    /// [`DiffusionError::OutOfDomain`] unless *a* is finite and *b* is finite and above 0.
    pub fn new(a: f64, b: f64) -> Result<Self, DiffusionError> {
        place_and_rate(a, b).map(|(a, b)| Self { a, b })
    }

    /// The time of the peak.
    pub const fn a(&self) -> f64 {
        self.a
    }

    /// The growth rate, per unit of time.
    pub const fn b(&self) -> f64 {
        self.b
    }

    /// *e<sup>−b(t−a)</sup>*.
    fn waning(&self, t: f64) -> f64 {
        exp(-self.b * (t - self.a))
    }
}

impl Curve for Gompertz {
    fn cumulative(&self, t: f64) -> f64 {
        exp(-self.waning(t))
    }

    fn rate(&self, t: f64) -> f64 {
        // In one exponential, since the two parts may run out of range on opposite sides.
        let x = self.b * (t - self.a);
        self.b * exp(-x - exp(-x))
    }

    fn remaining(&self, t: f64) -> f64 {
        -expm1(-self.waning(t))
    }

    fn increment(&self, from: f64, to: f64) -> f64 {
        if to <= from {
            return 0.0;
        }
        // How much e^(−b(t − a)) falls by; e^(−x) where it was out of range before.
        let fall = self.waning(to) * expm1(self.b * (to - from));
        if fall.is_nan() { self.cumulative(to) } else { self.cumulative(to) * -expm1(-fall) }
    }

    /// *a − ln(−ln u)/b*.
    fn quantile(&self, share: f64) -> Result<f64, DiffusionError> {
        let share = super::share(share)?;
        let waning = if share > 0.5 { -log1p(share - 1.0) } else { -log(share) };
        Ok(self.a - log(waning) / self.b)
    }

    fn peak(&self) -> f64 {
        self.a
    }

    /// *a − ln((3 ± √5)/2)/b*.
    fn inflections(&self) -> (f64, f64) {
        let half = log((3.0 + sqrt(5.0)) / 2.0) / self.b;
        (self.a - half, self.a + half)
    }
}
