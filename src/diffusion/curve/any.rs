use super::{Bass, Curve, Gompertz, Logistic, Normal};
use crate::diffusion::DiffusionError;

/// The four curves that a series can be fitted with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Model {
    /// [`Bass`].
    Bass,
    /// [`Logistic`].
    Logistic,
    /// [`Gompertz`].
    Gompertz,
    /// [`Normal`].
    Normal,
}

impl Model {
    /// All four, Bass first.
    pub const ALL: [Self; 4] = [Self::Bass, Self::Logistic, Self::Gompertz, Self::Normal];

    /// Its id, as `bass`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Bass => "bass",
            Self::Logistic => "logistic",
            Self::Gompertz => "gompertz",
            Self::Normal => "normal",
        }
    }

    /// The model of an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|model| model.id() == id)
    }
}

/// One of the four curves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum AnyCurve {
    /// Bass, by *p* and *q*.
    Bass(Bass),
    /// The logistic curve, by *a* and *b*.
    Logistic(Logistic),
    /// Gompertz, by *a* and *b*.
    Gompertz(Gompertz),
    /// The normal curve, by *a* and *b*.
    Normal(Normal),
}

impl AnyCurve {
    /// The curve of a model with its two parameters: *p* and *q* for Bass, *a* and *b* for the others.
    ///
    /// # Errors
    ///
    /// [`DiffusionError::OutOfDomain`] as the curves themselves have it.
    pub fn new(model: Model, first: f64, second: f64) -> Result<Self, DiffusionError> {
        Ok(match model {
            Model::Bass => Self::Bass(Bass::new(first, second)?),
            Model::Logistic => Self::Logistic(Logistic::new(first, second)?),
            Model::Gompertz => Self::Gompertz(Gompertz::new(first, second)?),
            Model::Normal => Self::Normal(Normal::new(first, second)?),
        })
    }

    /// Which curve it is.
    pub const fn model(&self) -> Model {
        match self {
            Self::Bass(_) => Model::Bass,
            Self::Logistic(_) => Model::Logistic,
            Self::Gompertz(_) => Model::Gompertz,
            Self::Normal(_) => Model::Normal,
        }
    }

    /// Its two parameters: *p* and *q* for Bass, *a* and *b* for the others.
    pub const fn parameters(&self) -> (f64, f64) {
        match self {
            Self::Bass(curve) => (curve.p(), curve.q()),
            Self::Logistic(curve) => (curve.a(), curve.b()),
            Self::Gompertz(curve) => (curve.a(), curve.b()),
            Self::Normal(curve) => (curve.a(), curve.b()),
        }
    }
}

/// Asks the curve that it is. A table of all functions of all curves would come along with a widget that asks for one.
macro_rules! ask {
    ($any:expr, $curve:ident => $answer:expr) => {
        match $any {
            AnyCurve::Bass($curve) => $answer,
            AnyCurve::Logistic($curve) => $answer,
            AnyCurve::Gompertz($curve) => $answer,
            AnyCurve::Normal($curve) => $answer,
        }
    };
}

impl Curve for AnyCurve {
    fn cumulative(&self, t: f64) -> f64 {
        ask!(self, curve => curve.cumulative(t))
    }

    fn rate(&self, t: f64) -> f64 {
        ask!(self, curve => curve.rate(t))
    }

    fn remaining(&self, t: f64) -> f64 {
        ask!(self, curve => curve.remaining(t))
    }

    fn increment(&self, from: f64, to: f64) -> f64 {
        ask!(self, curve => curve.increment(from, to))
    }

    fn quantile(&self, share: f64) -> Result<f64, DiffusionError> {
        ask!(self, curve => curve.quantile(share))
    }

    fn peak(&self) -> f64 {
        ask!(self, curve => curve.peak())
    }

    fn inflections(&self) -> (f64, f64) {
        ask!(self, curve => curve.inflections())
    }
}
