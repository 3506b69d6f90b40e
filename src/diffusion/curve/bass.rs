use libm::{exp, expm1, log, log1p, sqrt};

use super::Curve;
use crate::diffusion::error::positive;
use crate::diffusion::{DiffusionError, Rogers};

/// The curve of Bass: some adopt by themselves, the others because others did.
///
/// With the coefficient of innovation *p* and that of imitation *q*, both per unit of time,
///
/// *F(t) = (1 − e<sup>−(p+q)t</sup>) / (1 + (q/p) e<sup>−(p+q)t</sup>)* for *t > 0*, and 0 before.
///
/// It solves *f = (p + qF)(1 − F)*: whoever has not adopted does so at the rate *p + qF*. Source: F. M. Bass, A new product
/// growth model for consumer durables, Management Science 15(5), 1969.
///
/// # Examples
///
/// ```
/// use olievlek::diffusion::{Bass, Curve};
///
/// let bass = Bass::new(0.02, 0.45)?;
/// assert!((bass.cumulative(6.0) - 0.401683190025488).abs() < 1e-15);
/// assert!((bass.peak() - 6.62450065789441).abs() < 1e-13);
/// assert!((bass.quantile(0.5)? - 6.80568748415039).abs() < 1e-13);
/// assert_eq!(Bass::new(0.0, 0.45).unwrap_err().code(), "out-of-domain");
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bass {
    p: f64,
    q: f64,
}

impl Bass {
    /// The curve of these coefficients: *p* above 0, *q* of 0 or more.
    ///
    /// # Errors
    ///
    /// [`DiffusionError::OutOfDomain`] for others.
    pub fn new(p: f64, q: f64) -> Result<Self, DiffusionError> {
        let p = positive(p, "a coefficient of innovation p above 0")?;
        if q.is_finite() && q >= 0.0 {
            Ok(Self { p, q })
        } else {
            Err(DiffusionError::OutOfDomain("a coefficient of imitation q of 0 or more"))
        }
    }

    /// The coefficient of innovation, per unit of time.
    pub const fn p(&self) -> f64 {
        self.p
    }

    /// The coefficient of imitation, per unit of time.
    pub const fn q(&self) -> f64 {
        self.q
    }

    /// Whether the rate is highest at launch, as it is unless *q > p*.
    pub fn peaks_at_launch(&self) -> bool {
        self.q <= self.p
    }

    /// The share that has adopted at the peak: *(q − p)/(2q)*, or 0 when that is at launch.
    pub fn share_at_peak(&self) -> f64 {
        if self.peaks_at_launch() { 0.0 } else { (self.q - self.p) / (2.0 * self.q) }
    }

    /// The highest rate: *(p + q)²/(4q)*, or *p* when that is at launch.
    pub fn rate_at_peak(&self) -> f64 {
        if self.peaks_at_launch() {
            self.p
        } else {
            let sum = self.p + self.q;
            sum * (sum / (4.0 * self.q))
        }
    }

    /// The categories of adopters that the curve itself has, between launch, the inflections of its rate and its peak.
    ///
    /// Source: V. Mahajan, E. Muller, R. K. Srivastava, Determination of adopter categories by using innovation diffusion
    /// models, Journal of Marketing Research 27(1), 1990.
    pub fn categories(&self) -> BassCategories {
        let (t1, t2) = self.inflections();
        let peak = self.peak();
        let (first, half, second) = (self.cumulative(t1), self.cumulative(peak), self.cumulative(t2));
        let shares = [self.p, first - self.p, half - first, second - half, self.remaining(t2)];
        BassCategories { t1, peak, t2, shares }
    }

    /// *(q/p) e<sup>−(p+q)t</sup>*, which neither the one nor the other may carry out of range.
    fn imitation(&self, t: f64, decay: f64) -> f64 {
        let ratio = self.q / self.p;
        if ratio.is_finite() && decay > f64::MIN_POSITIVE {
            ratio * decay
        } else {
            exp(self.log_ratio() - (self.p + self.q) * t)
        }
    }

    /// *ln(q/p)*, also where the ratio itself is out of range.
    fn log_ratio(&self) -> f64 {
        let ratio = self.q / self.p;
        if ratio.is_finite() && ratio > 0.0 { log(ratio) } else { log(self.q) - log(self.p) }
    }
}

impl Curve for Bass {
    fn cumulative(&self, t: f64) -> f64 {
        if t <= 0.0 {
            return 0.0;
        }
        let x = (self.p + self.q) * t;
        -expm1(-x) / (1.0 + self.imitation(t, exp(-x)))
    }

    fn rate(&self, t: f64) -> f64 {
        if t < 0.0 {
            return 0.0;
        }
        let sum = self.p + self.q;
        let decay = exp(-sum * t);
        let imitation = self.imitation(t, decay);
        if imitation > 1.0 {
            // The same with both divided by what may be very large.
            let inverse = 1.0 / imitation;
            return sum * inverse * (1.0 + decay * inverse) / ((1.0 + inverse) * (1.0 + inverse));
        }
        sum * (decay + imitation) / ((1.0 + imitation) * (1.0 + imitation))
    }

    fn remaining(&self, t: f64) -> f64 {
        if t <= 0.0 {
            return 1.0;
        }
        let decay = exp(-(self.p + self.q) * t);
        let imitation = self.imitation(t, decay);
        if imitation.is_finite() { (decay + imitation) / (1.0 + imitation) } else { 1.0 }
    }

    fn increment(&self, from: f64, to: f64) -> f64 {
        let from = from.max(0.0);
        if to <= from {
            return 0.0;
        }
        let sum = self.p + self.q;
        // F(to) − F(from) = (1 − F(from)) (1 − e^(−s(to − from))) / (1 + (q/p) e^(−s to)).
        let grown = -expm1(-sum * (to - from));
        self.remaining(from) * grown / (1.0 + self.imitation(to, exp(-sum * to)))
    }

    fn quantile(&self, share: f64) -> Result<f64, DiffusionError> {
        let share = super::share(share)?;
        let ratio = self.q / self.p;
        let imitated = if ratio.is_finite() { log1p(ratio * share) } else { self.log_ratio() + log(share) };
        Ok((imitated.max(0.0) - log1p(-share)) / (self.p + self.q))
    }

    /// *ln(q/p)/(p + q)* when *q > p*, otherwise 0: the launch.
    fn peak(&self) -> f64 {
        if self.peaks_at_launch() { 0.0 } else { self.log_ratio() / (self.p + self.q) }
    }

    /// *ln((q/p)/(2 ± √3))/(p + q)*; the first is before launch, so below 0, when *q < 3.73 p*.
    fn inflections(&self) -> (f64, f64) {
        let middle = self.log_ratio();
        let half = log(2.0 + sqrt(3.0));
        ((middle - half) / (self.p + self.q), (middle + half) / (self.p + self.q))
    }
}

/// The categories of adopters that a curve of Bass has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BassCategories {
    /// The first inflection of the rate: early adopters end here. Below 0 when it would be before launch.
    pub t1: f64,
    /// The peak of the rate: the early majority ends here.
    pub peak: f64,
    /// The second inflection of the rate: the late majority ends here.
    pub t2: f64,
    /// The shares in the order of [`Rogers::ALL`]. That of the early adopters is negative where the curve has none: when
    /// more adopt at once than before the first inflection.
    pub shares: [f64; 5],
}

impl BassCategories {
    /// The share of a category.
    pub fn share(&self, category: Rogers) -> f64 {
        self.shares.get(category as usize).copied().unwrap_or_default()
    }
}
