//! Fitting a curve to a series: the best there is, or the name of why there is none.

mod certify;
mod intervals;
mod likelihood;
mod limit;
mod ols;
mod problem;
mod replicates;
mod search;
mod select;
mod shape;
mod student;

pub use intervals::{Interval, Intervals};
pub use likelihood::BassLikelihood;
pub use ols::{BassRegression, bass_ols};
pub(crate) use replicates::{Replicates, hazard};
pub use select::{Selected, fit_all, select};

use alloc::vec::Vec;

use libm::{exp, log, sqrt};

use self::certify::Best;
use self::problem::Problem;
use self::shape::{Place, Point};
use super::curve::{AnyCurve, Curve, Model};
use super::{Bass, DiffusionError, Series, Warning};

/// What is compared when a curve is fitted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Objective {
    /// New adopters with the increments of the curve: *Σ (yₜ − m[F(t) − F(t−1)])²*. The form to start from.
    #[default]
    Interval,
    /// Levels with the curve: *Σ (Yₜ − m F(t))²*. Its errors hang together, so its standard errors are far too small.
    Cumulative,
    /// New adopters with the rate at the end of their period: *Σ (yₜ − m f(t))²*. As many programs have it, and half a
    /// period off.
    Density,
}

impl Objective {
    /// Its id, as `interval`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Interval => "interval",
            Self::Cumulative => "cumulative",
            Self::Density => "density",
        }
    }
}

/// How to fit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FitOptions {
    /// What is compared; a series of levels is always compared by its levels.
    pub objective: Objective,
    /// The market *m*, where it is known, as the head count of a centre is.
    pub market: Option<f64>,
}

/// A fitted curve: the one with the least sum of squares of all.
///
/// # Examples
///
/// ```
/// use olievlek::diffusion::{AnyCurve, Curve, Fit, FitOptions, Model, Series};
///
/// // Sales of video recorders in the United States, 1980 to 1989.
/// let sales = [840.0, 1470.0, 2110.0, 4000.0, 7590.0, 10950.0, 10530.0, 9470.0, 7790.0, 5890.0].map(Some);
/// let fit = Fit::of(Model::Bass, &Series::adoptions(&sales)?, &FitOptions::default())?;
/// let AnyCurve::Bass(bass) = fit.curve() else { unreachable!() };
/// assert!((bass.p() - 0.0087890).abs() < 1e-7 && (bass.q() - 0.6421589).abs() < 1e-7);
/// assert!((fit.market() - 67660.0).abs() < 0.1);
///
/// // Before the peak the market is not determined, and then there is no number.
/// let early = Series::adoptions(&sales[..4])?;
/// let error = Fit::of(Model::Bass, &early, &FitOptions::default()).map(|fit| fit.warnings().to_vec());
/// assert_eq!(error.unwrap_err().code(), "no-finite-optimum");
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Fit {
    curve: AnyCurve,
    market: f64,
    rss: f64,
    errors: Option<([f64; 3], [f64; 3])>,
    warnings: Vec<Warning>,
    best: Best,
    problem: Problem,
    units: Units,
    levels: bool,
    /// The end of the last period and its length, as they were given.
    last: (f64, f64),
}

/// From the series that is fitted, with times from 0 to 1 and values up to 1, to that of the user.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Units {
    origin: f64,
    time: f64,
    value: f64,
    /// The market of a curve through rates is per unit of time.
    market: f64,
}

impl Bass {
    /// Fits the curve of Bass to a series; see [`Fit::of`].
    ///
    /// # Errors
    ///
    /// As [`Fit::of`].
    pub fn fit(series: &Series, options: &FitOptions) -> Result<Fit, DiffusionError> {
        Fit::of(Model::Bass, series, options)
    }
}

impl Fit {
    /// Fits the curve of a model to a series by least squares, without bounds other than the domain of its parameters.
    ///
    /// The market is projected out; over the two parameters that are left, a grid is searched and the best places of it
    /// are followed downhill. The ends of the family are fitted as well, so the answer is either the best curve there is,
    /// or [`NoFiniteOptimum`](DiffusionError::NoFiniteOptimum) where an end fits as well.
    ///
    /// # Errors
    ///
    /// [`DiffusionError::TooFewPoints`] below one value more than there are parameters to find;
    /// [`DiffusionError::NoAdoption`] where all is zero; [`DiffusionError::NoVariation`] where all levels are the same;
    /// [`DiffusionError::NoFiniteOptimum`]; [`DiffusionError::MissingNotAllowed`] where adoptions have to be added up;
    /// [`DiffusionError::OutOfDomain`] for a known market of 0 or less, for a series of Bass that starts before launch,
    /// and for the rates of another curve than Bass or the logistic one.
    pub fn of(model: Model, series: &Series, options: &FitOptions) -> Result<Self, DiffusionError> {
        let (mut problem, units) = scaled(model, series, options)?;
        let best = problem.certified()?;
        let (place, scale) = (best.place, problem.market_of(&best.fitted));
        let curve = units.curve(model, place, best.boundary)?;
        let market = options.market.unwrap_or(scale * units.market);
        let mut fit = Self {
            curve,
            market,
            rss: best.fitted.rss * units.value * units.value,
            errors: None,
            warnings: Vec::new(),
            best,
            problem,
            units,
            last: last(series),
            levels: series.is_levels() || options.objective == Objective::Cumulative,
        };
        fit.errors = fit.standard();
        fit.warn();
        Ok(fit)
    }

    /// The curve.
    pub const fn curve(&self) -> AnyCurve {
        self.curve
    }

    /// The market *m*: how many adopt in the end.
    pub const fn market(&self) -> f64 {
        self.market
    }

    /// The residual sum of squares.
    pub const fn rss(&self) -> f64 {
        self.rss
    }

    /// How many values were fitted.
    pub fn observed(&self) -> usize {
        self.problem.points.len()
    }

    /// The values over the parameters: *n − 3*, or *n − 2* where the market was known.
    pub fn degrees_of_freedom(&self) -> usize {
        self.observed() - self.parameters()
    }

    fn parameters(&self) -> usize {
        if self.problem.market.is_some() { 2 } else { 3 }
    }

    /// The standard deviation of the residuals, *√(rss/df)*.
    pub fn sigma(&self) -> f64 {
        sqrt(self.rss / self.degrees_of_freedom() as f64)
    }

    /// The standard errors of the two parameters of the curve and of the market, from *σ²(J'J)⁻¹*.
    ///
    /// None at a boundary, where they mean nothing, and where the curvature is too flat to be turned around. That of a known
    /// market is 0. They are symmetric and far from the truth before the peak; see [`intervals`](Self::intervals).
    pub fn standard_errors(&self) -> Option<[f64; 3]> {
        self.errors.map(|(errors, _)| errors)
    }

    /// The correlations of the estimates: of the two parameters of the curve, of the first with the market, and of the
    /// second with it.
    pub fn correlations(&self) -> Option<[f64; 3]> {
        self.errors.map(|(_, correlations)| correlations)
    }

    /// What the fit says about itself.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// The logarithm of the likelihood with normal errors, *−(n/2)(ln 2π + ln(rss/n) + 1)*.
    pub fn log_likelihood(&self) -> f64 {
        let n = self.observed() as f64;
        -0.5 * n * (log(core::f64::consts::TAU) + log(self.rss / n) + 1.0)
    }

    /// Akaike's criterion, *−2 ln L + 2k*, with the parameters and *σ* as *k*.
    pub fn aic(&self) -> f64 {
        -2.0 * self.log_likelihood() + 2.0 * self.counted()
    }

    /// Akaike's criterion for few values, *AIC + 2k(k + 1)/(n − k − 1)*; infinite where *n ≤ k + 1*.
    pub fn aicc(&self) -> f64 {
        let (k, n) = (self.counted(), self.observed() as f64);
        if n > k + 1.0 { self.aic() + 2.0 * k * (k + 1.0) / (n - k - 1.0) } else { f64::INFINITY }
    }

    /// Schwarz' criterion, *−2 ln L + k ln n*.
    pub fn bic(&self) -> f64 {
        -2.0 * self.log_likelihood() + self.counted() * log(self.observed() as f64)
    }

    fn counted(&self) -> f64 {
        self.parameters() as f64 + 1.0
    }

    /// How many people adopt after one time and until another, by the fitted curve.
    pub fn expected(&self, from: f64, to: f64) -> f64 {
        self.market * self.curve.increment(from, to)
    }

    /// The market, where it was known.
    pub(super) fn known_market(&self) -> Option<f64> {
        self.problem.market.map(|_| self.market)
    }

    /// Whether levels were fitted, and not adoptions.
    pub(super) fn of_levels(&self) -> bool {
        self.levels
    }

    /// How many had adopted by the end of the series, as far as was seen.
    pub(super) fn seen(&self) -> f64 {
        let values = self.problem.points.iter().map(|point| point.y);
        self.units.value * if self.levels { values.fold(0.0, f64::max) } else { values.sum::<f64>() }
    }

    /// The end of the last period and how long it was.
    pub(super) fn last_period(&self) -> (f64, f64) {
        self.last
    }

    fn warn(&mut self) {
        if self.best.growth_rss <= self.threshold(0.95) {
            let bass = self.curve.model() == Model::Bass;
            self.warnings.push(if bass { Warning::MarketUnbounded } else { Warning::AsymptoteUnbounded });
        }
        if self.best.boundary {
            self.warnings.push(Warning::Boundary);
        }
        let end = self.problem.points.last().map_or(0.0, |point| point.to);
        if self.curve.peak() >= self.units.origin + end * self.units.time {
            self.warnings.push(Warning::PeakNotPassed);
        }
        let n = self.observed() as f64;
        let mean = self.problem.points.iter().map(|point| point.y).sum::<f64>() / n;
        let spread: f64 = self.problem.points.iter().map(|point| (point.y - mean) * (point.y - mean)).sum();
        if self.best.fitted.rss > 0.2 * spread {
            self.warnings.push(Warning::PoorFit);
        }
    }

    /// The sum of squares, in scaled units, up to which a curve is in the set of this level.
    fn threshold(&self, level: f64) -> f64 {
        let df = self.degrees_of_freedom();
        let t = student::student(level, df);
        self.best.fitted.rss * (1.0 + t * t / df as f64)
    }

    /// Standard errors and correlations, by way of *(ln s, t\*, ln m)*, in which the curvature is even.
    fn standard(&mut self) -> Option<([f64; 3], [f64; 3])> {
        if self.best.boundary {
            return None;
        }
        let Units { time, market, .. } = self.units;
        let place = self.best.place;
        let known = self.problem.market.is_some();
        let scaled = self.market / market;
        let covariance = self.problem.covariance(place, scaled, known)?;
        // How the parameters of the curve change with ln s and t*.
        let (first, second) = self.curve.parameters();
        let slopes = match self.curve.model() {
            Model::Bass => {
                let (p, q, t) = (first, second, place.t * time);
                [[p * (1.0 - t * q), -p * q, 0.0], [q * (1.0 + t * p), p * q, 0.0], [0.0, 0.0, self.market]]
            }
            _ => [[0.0, 1.0, 0.0], [second, 0.0, 0.0], [0.0, 0.0, self.market]],
        };
        let units = [1.0, time, 1.0];
        let turned = |row: &[f64; 3], other: &[f64; 3]| {
            let mut sum = 0.0;
            for (a, (left, by)) in row.iter().zip(units).enumerate() {
                for (b, (right, also)) in other.iter().zip(units).enumerate() {
                    sum += left * by * covariance.get(a)?.get(b)? * right * also;
                }
            }
            Some(sum)
        };
        let variance = self.best.fitted.rss / self.degrees_of_freedom() as f64;
        let [a, b, c] = &slopes;
        let squares = [turned(a, a)?, turned(b, b)?, turned(c, c)?];
        let correlation = |x: Option<f64>, y: f64, z: f64| Some(x? / sqrt(y * z));
        let [va, vb, vc] = squares;
        let correlations = [
            correlation(turned(a, b), va, vb)?,
            correlation(turned(a, c), va, vc)?,
            correlation(turned(b, c), vb, vc)?,
        ];
        let errors = squares.map(|square| sqrt(square * variance));
        let fine = errors.iter().all(|error| error.is_finite());
        fine.then_some((errors, correlations.map(|value| if value.is_finite() { value } else { 0.0 })))
    }
}

impl Units {
    /// The curve of a place in the scaled series.
    fn curve(self, model: Model, Place { s, t }: Place, boundary: bool) -> Result<AnyCurve, DiffusionError> {
        let rate = s / self.time;
        match model {
            Model::Bass if boundary => AnyCurve::new(model, rate, 0.0),
            Model::Bass => AnyCurve::new(model, rate / (1.0 + exp(s * t)), rate / (1.0 + exp(-s * t))),
            _ => AnyCurve::new(model, self.origin + t * self.time, rate),
        }
    }
}

/// The end of the last period of a series, and how long it was; of levels the time since the one before.
fn last(series: &Series) -> (f64, f64) {
    let (mut ends, start) = (series.times().iter().rev(), series.starts().last());
    let end = ends.next().copied().unwrap_or(1.0);
    let before = start.copied().filter(|start| start.is_finite()).or(ends.next().copied());
    (end, end - before.unwrap_or_default())
}

/// The series as it is fitted.
fn scaled(model: Model, series: &Series, options: &FitOptions) -> Result<(Problem, Units), DiffusionError> {
    let bass = model == Model::Bass;
    let rates = options.objective == Objective::Density && !series.is_levels();
    if rates && !matches!(model, Model::Bass | Model::Logistic) {
        return Err(DiffusionError::OutOfDomain("increments or levels for this curve, not rates"));
    }
    let levels = series.is_levels() || options.objective == Objective::Cumulative;
    let needed = if options.market.is_some() { 3 } else { 4 };
    if series.observed() < needed {
        return Err(DiffusionError::TooFewPoints { needed, given: series.observed() });
    }
    let summed;
    let series = if levels && !series.is_levels() {
        summed = series.summed()?;
        &summed
    } else {
        series
    };
    let (values, times) = (series.values(), series.times());
    let most = values.iter().fold(0.0_f64, |most, value| most.max(*value));
    if most <= 0.0 {
        return Err(DiffusionError::NoAdoption);
    }
    let first = values.first().copied().unwrap_or_default();
    if levels && options.market.is_none() && values.iter().all(|value| *value == first) {
        return Err(DiffusionError::NoVariation);
    }
    if options.market.is_some_and(|market| !(market.is_finite() && market > 0.0)) {
        return Err(DiffusionError::OutOfDomain("a market m above 0"));
    }
    let start = if levels || rates { times.first() } else { series.starts().first() }.copied().unwrap_or_default();
    if bass && start < 0.0 {
        return Err(DiffusionError::OutOfDomain("times from launch at 0"));
    }
    let origin = if bass { 0.0 } else { start };
    let end = times.last().copied().unwrap_or(1.0);
    let length = end - origin;
    let people = if rates { most * length } else { most };
    let units = Units { origin, time: length, value: most, market: people };
    let time = |time: f64| (time - origin) / units.time;
    let points = series.starts().iter().zip(times).zip(values).map(|((from, to), y)| {
        let from = if rates {
            time(*to)
        } else if levels && bass {
            0.0
        } else {
            time(*from)
        };
        Point { from, to: time(*to), y: y / most }
    });
    let market = options.market.map(|market| market / people);
    Ok((Problem::new(model, points.collect(), levels && !bass, market), units))
}
