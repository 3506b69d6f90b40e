use libm::{erfc, exp, sqrt};

use super::Curve;
use super::logistic::place_and_rate;
use crate::diffusion::DiffusionError;

/// The normal curve: *F(t) = Φ(b(t − a))*, times of adoption with the mean *a* and the standard deviation *1/b*.
///
/// Rogers' categories are cut from it. Source: E. M. Rogers, Diffusion of Innovations, 5th edition, 2003.
///
/// # Examples
///
/// ```
/// use olievlek::diffusion::{Curve, Normal};
///
/// let curve = Normal::new(12.0, 0.25)?;
/// // One standard deviation before the mean, Rogers' early adopters end.
/// assert!((curve.cumulative(8.0) - 0.15865525393145705).abs() < 1e-15);
/// assert!((curve.quantile(0.975)? - 19.83985593816).abs() < 1e-10);
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Normal {
    a: f64,
    b: f64,
}

impl Normal {
    /// The curve with the mean *a* and the standard deviation *1/b*.
    ///
    /// # Errors
    ///
    /// [`DiffusionError::OutOfDomain`] unless *a* is finite and *b* is finite and above 0.
    pub fn new(a: f64, b: f64) -> Result<Self, DiffusionError> {
        place_and_rate(a, b).map(|(a, b)| Self { a, b })
    }

    /// The mean time of adoption.
    pub const fn a(&self) -> f64 {
        self.a
    }

    /// One over the standard deviation, per unit of time.
    pub const fn b(&self) -> f64 {
        self.b
    }

    fn x(&self, t: f64) -> f64 {
        self.b * (t - self.a)
    }
}

/// *Φ(x)*, exact in both tails.
fn phi(x: f64) -> f64 {
    0.5 * erfc(-x * core::f64::consts::FRAC_1_SQRT_2)
}

/// The density of the standard normal distribution.
pub(crate) fn density(x: f64) -> f64 {
    0.398_942_280_401_432_7 * exp(-0.5 * x * x)
}

/// *Φ(to) − Φ(from)*, on the side where both are small.
pub(crate) fn phi_between(from: f64, to: f64) -> f64 {
    if from > 0.0 { phi(-from) - phi(-to) } else { phi(to) - phi(from) }
}

/// The *x* with *Φ(x) = share*: an approximation by Acklam to nine digits, and Halley's steps for the rest.
fn phi_inverse(share: f64) -> f64 {
    if share <= 0.0 {
        return f64::NEG_INFINITY;
    }
    if share >= 1.0 {
        return f64::INFINITY;
    }
    // The upper half mirrors the lower one.
    let tail = if share > 0.5 { 1.0 - share } else { share };
    let mut x = if tail < 0.024_25 {
        let r = sqrt(-2.0 * libm::log(tail));
        let above =
            [-7.784_894_002_430_293e-3, -0.322_396_458_041_136_5, -2.400_758_277_161_838, -2.549_732_539_343_734]
                .iter()
                .fold(0.0, |sum, c| sum * r + c);
        let below = [7.784_695_709_041_462e-3, 0.322_467_129_070_039_8, 2.445_134_137_142_996, 3.754_408_661_907_416]
            .iter()
            .fold(0.0, |sum, c| sum * r + c);
        ((above * r + 4.374_664_141_464_968) * r + 2.938_163_982_698_783) / (below * r + 1.0)
    } else {
        let d = tail - 0.5;
        let r = d * d;
        let above = [
            -39.696_830_286_653_76,
            220.946_098_424_520_5,
            -275.928_510_446_968_7,
            138.357_751_867_269,
            -30.664_798_066_147_16,
            2.506_628_277_459_239,
        ]
        .iter()
        .fold(0.0, |sum, c| sum * r + c);
        let below = [
            -54.476_098_798_224_06,
            161.585_836_858_040_9,
            -155.698_979_859_886_6,
            66.801_311_887_719_72,
            -13.280_681_552_885_72,
            1.0,
        ]
        .iter()
        .fold(0.0, |sum, c| sum * r + c);
        d * above / below
    };
    for _ in 0..2 {
        let slope = density(x);
        if slope <= 0.0 {
            break;
        }
        let step = (phi(x) - tail) / slope;
        x -= step / (1.0 + 0.5 * x * step);
    }
    if share > 0.5 { -x } else { x }
}

impl Curve for Normal {
    fn cumulative(&self, t: f64) -> f64 {
        phi(self.x(t))
    }

    fn rate(&self, t: f64) -> f64 {
        self.b * density(self.x(t))
    }

    fn remaining(&self, t: f64) -> f64 {
        phi(-self.x(t))
    }

    fn increment(&self, from: f64, to: f64) -> f64 {
        if to <= from { 0.0 } else { phi_between(self.x(from), self.x(to)) }
    }

    /// *a + Φ<sup>−1</sup>(u)/b*.
    fn quantile(&self, share: f64) -> Result<f64, DiffusionError> {
        Ok(self.a + phi_inverse(super::share(share)?) / self.b)
    }

    fn peak(&self) -> f64 {
        self.a
    }

    /// One standard deviation on either side of the mean.
    fn inflections(&self) -> (f64, f64) {
        (self.a - 1.0 / self.b, self.a + 1.0 / self.b)
    }
}
