//! What goes out about adoption.

use std::collections::BTreeMap;
use std::string::String;
use std::vec::Vec;

use serde::Serialize;
use tsify::Tsify;

use crate::diffusion as domain;
use crate::diffusion::simulation as people;
use domain::{AnyCurve, Curve as _, Model, Rogers};

/// How many are in a category.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct CategoryCount {
    /// Which one.
    #[tsify(type = "AdopterCategory")]
    category: &'static str,
    /// Whole people.
    count: u32,
    /// Rogers' share of all, from 0 to 1.
    share: f64,
    /// The share that the normal distribution has between the same cut-offs.
    normal_share: f64,
}

impl CategoryCount {
    pub(super) fn of(count: u32) -> impl Iterator<Item = Self> {
        Rogers::ALL.into_iter().zip(domain::adopter_counts(count)).map(|(category, count)| Self {
            category: category.id(),
            count,
            share: f64::from(category.per_mille()) / 1000.0,
            normal_share: category.normal_share(),
        })
    }
}

/// A curve, looked at.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
#[tsify(hashmap_as_object)]
pub struct AdoptionCurve {
    /// How many have adopted by each time.
    cumulative: Vec<f64>,
    /// The rate at each time, per unit of time.
    rate: Vec<f64>,
    /// How many have not adopted by each time.
    remaining: Vec<f64>,
    /// How many adopt in the unit of time before each.
    last_unit: Vec<f64>,
    /// The time by which each of `shares` has adopted.
    quantiles: Vec<f64>,
    /// When the rate is highest.
    peak: CurvePeak,
    /// The two times at which the rate bends, before and after its peak.
    #[tsify(type = "[number, number]")]
    inflections: Vec<f64>,
    /// The categories that a curve of Bass itself has.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    categories: Option<CurveCategories>,
}

/// The peak of a curve.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct CurvePeak {
    /// The time.
    time: f64,
    /// The share that has adopted by then.
    share: f64,
    /// The rate then.
    rate: f64,
    /// Whether it is at launch, where a curve of Bass without much imitation has it.
    at_launch: bool,
}

/// The categories of a curve of Bass, between launch, the inflections of its rate and its peak.
#[derive(Debug, Serialize, Tsify)]
#[tsify(hashmap_as_object)]
pub struct CurveCategories {
    /// Where the early adopters end.
    t1: f64,
    /// Where the late majority ends.
    t2: f64,
    /// The share of each category; that of the early adopters is below 0 where the curve has none.
    #[tsify(type = "Record<AdopterCategory, number>")]
    shares: BTreeMap<&'static str, f64>,
}

impl AdoptionCurve {
    pub(super) fn new(curve: AnyCurve, market: f64, times: &[f64], quantiles: Vec<f64>) -> Self {
        let of = |value: &dyn Fn(f64) -> f64| times.iter().map(|time| market * value(*time)).collect();
        let peak = curve.peak();
        let bass = if let AnyCurve::Bass(bass) = curve { Some(bass) } else { None };
        let share = bass.map_or_else(|| curve.cumulative(peak), |bass| bass.share_at_peak());
        let rate = bass.map_or_else(|| curve.rate(peak), |bass| bass.rate_at_peak());
        let categories = bass.map(|bass| {
            let found = bass.categories();
            let shares = Rogers::ALL.map(|category| (category.id(), found.share(category)));
            CurveCategories { t1: found.t1, t2: found.t2, shares: shares.into_iter().collect() }
        });
        let (first, second) = curve.inflections();
        Self {
            cumulative: of(&|t| curve.cumulative(t)),
            rate: of(&|t| curve.rate(t)),
            remaining: of(&|t| curve.remaining(t)),
            last_unit: of(&|t| curve.increment(t - 1.0, t)),
            quantiles,
            peak: CurvePeak {
                time: peak,
                share,
                rate: market * rate,
                at_launch: bass.is_some_and(|bass| bass.peaks_at_launch()),
            },
            inflections: std::vec![first, second],
            categories,
        }
    }
}

/// The curves that were fitted, the best first.
#[derive(Debug, Serialize, Tsify)]
#[tsify(hashmap_as_object)]
pub struct AdoptionFits {
    /// Each of them.
    fits: Vec<AdoptionFit>,
}

/// A fitted curve.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
#[tsify(hashmap_as_object)]
pub struct AdoptionFit {
    /// Which curve.
    #[tsify(type = "AdoptionModel")]
    model: &'static str,
    /// Its parameters: `p`, `q` and `m`, or `a`, `b` and `m`.
    #[tsify(type = "Record<string, number>")]
    params: BTreeMap<&'static str, f64>,
    /// From which to which value each may be, by profile likelihood; an end may be 0 or `Infinity`. Empty where `intervals`
    /// was `false`.
    #[tsify(type = "Record<string, [number, number]>")]
    intervals: BTreeMap<&'static str, Vec<f64>>,
    /// The standard errors; absent at a boundary.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "Record<string, number>")]
    standard_errors: Option<BTreeMap<&'static str, f64>>,
    /// The correlations of the estimates, of two parameters each, as `pq`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "Record<string, number>")]
    correlations: Option<BTreeMap<String, f64>>,
    /// The residual sum of squares.
    rss: f64,
    /// The standard deviation of the residuals.
    sigma: f64,
    /// The values over the parameters.
    degrees_of_freedom: usize,
    /// The logarithm of the likelihood, with normal errors.
    log_likelihood: f64,
    /// Akaike's criterion.
    aic: f64,
    /// The same for few values; `Infinity` for very few.
    aicc: f64,
    /// Schwarz' criterion.
    bic: f64,
    /// The weight among the curves that were asked for, by AICc.
    weight: f64,
    /// When the rate is highest.
    peak: f64,
    /// What the fit says about itself.
    #[tsify(
        type = "(\"m_unbounded\" | \"asymptote_unbounded\" | \"boundary\" | \"peak_not_passed\" | \"poor_fit\")[]"
    )]
    warnings: Vec<&'static str>,
}

impl AdoptionFits {
    pub(super) fn new(fits: &[domain::Selected], level: Option<f64>) -> Self {
        Self { fits: fits.iter().map(|selected| AdoptionFit::new(selected, level)).collect() }
    }
}

/// What the parameters of a curve are called.
const fn names(model: Model) -> [&'static str; 3] {
    if matches!(model, Model::Bass) { ["p", "q", "m"] } else { ["a", "b", "m"] }
}

impl AdoptionFit {
    fn new(domain::Selected { fit, weight }: &domain::Selected, level: Option<f64>) -> Self {
        let model = fit.curve().model();
        let names = names(model);
        let (first, second) = fit.curve().parameters();
        let named = |values: [f64; 3]| names.into_iter().zip(values).collect();
        let intervals = level.into_iter().flat_map(|level| {
            let domain::Intervals { curve: [a, b], market, .. } = fit.intervals(level);
            names.into_iter().zip([Some(a), Some(b), market])
        });
        let [x, y, z] = names;
        let pairs = [[x, y], [x, z], [y, z]].map(|pair| pair.concat());
        Self {
            model: model.id(),
            params: named([first, second, fit.market()]),
            intervals: intervals.filter_map(|(name, of)| of.map(|of| (name, std::vec![of.low, of.high]))).collect(),
            standard_errors: fit.standard_errors().map(named),
            correlations: fit.correlations().map(|values| pairs.into_iter().zip(values).collect()),
            rss: fit.rss(),
            sigma: fit.sigma(),
            degrees_of_freedom: fit.degrees_of_freedom(),
            log_likelihood: fit.log_likelihood(),
            aic: fit.aic(),
            aicc: fit.aicc(),
            bic: fit.bic(),
            weight: *weight,
            peak: fit.curve().peak(),
            warnings: fit.warnings().iter().map(|warning| warning.id()).collect(),
        }
    }
}

/// The regression of Bass (1969).
#[derive(Debug, Serialize, Tsify)]
pub struct BassRegression {
    /// The intercept.
    a: f64,
    /// What a level adds.
    b: f64,
    /// What the square of a level adds.
    c: f64,
    /// The coefficient of innovation.
    p: f64,
    /// The coefficient of imitation.
    q: f64,
    /// The market.
    m: f64,
    /// Whether this is a curve of Bass.
    admissible: bool,
}

impl From<domain::BassRegression> for BassRegression {
    fn from(found: domain::BassRegression) -> Self {
        let domain::BassRegression { a, b, c, p, q, m, admissible } = found;
        Self { a, b, c, p, q, m, admissible }
    }
}

/// What comes next.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct AdoptionForecast {
    /// The end of each period to come.
    times: Vec<f64>,
    /// How many are expected to adopt in each.
    adopters: Vec<f64>,
    /// How many are expected to have adopted by the end of each.
    cumulative: Vec<f64>,
    /// A band for each level.
    bands: Vec<ForecastBand>,
    /// Whether bands are of whole people, as where the market is known.
    whole_people: bool,
}

/// Between which numbers a forecast is, with a probability.
#[derive(Debug, Serialize, Tsify)]
pub struct ForecastBand {
    /// The probability, nominally.
    level: f64,
    /// For the adopters of each period.
    #[tsify(type = "[number, number][]")]
    adopters: Vec<Vec<f64>>,
    /// For all by the end of each.
    #[tsify(type = "[number, number][]")]
    cumulative: Vec<Vec<f64>>,
}

impl From<domain::Forecast> for AdoptionForecast {
    fn from(found: domain::Forecast) -> Self {
        let pairs = |intervals: Vec<domain::Interval>| intervals.iter().map(|of| std::vec![of.low, of.high]).collect();
        let band = |band: domain::Band| ForecastBand {
            level: band.level,
            adopters: pairs(band.adoptions),
            cumulative: pairs(band.total),
        };
        Self {
            times: found.times,
            adopters: found.adoptions,
            cumulative: found.total,
            bands: found.bands.into_iter().map(band).collect(),
            whole_people: found.whole_people,
        }
    }
}

/// What runs of a simulation gave.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct AdoptionRuns {
    /// The mean number of adopters, at the beginning and after each step.
    mean: Vec<f64>,
    /// The standard deviation between runs.
    sd: Vec<f64>,
    /// For each of `quantiles` the number of adopters that this share of the runs does not pass, at each step.
    bands: Vec<Vec<u32>>,
    /// The share of the runs in which everyone has adopted.
    chance_of_all: Vec<f64>,
    /// The step by which each run reached `share` of the people, the earliest first; `null` for one that did not.
    #[tsify(type = "(number | null)[]")]
    time_to_share: Vec<Option<usize>>,
    /// Who has adopted at the end, by number, where there was one run.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    adopted: Option<Vec<u32>>,
}

impl AdoptionRuns {
    pub(super) fn new(runs: &people::Ensemble, quantiles: &[f64], share: f64, adopted: Option<Vec<u32>>) -> Self {
        Self {
            mean: runs.mean(),
            sd: runs.sd(),
            bands: quantiles.iter().map(|share| runs.quantile(*share)).collect(),
            chance_of_all: runs.chance_of_all(),
            time_to_share: runs.time_to(share),
            adopted,
        }
    }
}

/// What can come of Bass among people who all see each other, after each step.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ExactAdoption {
    /// The mean number of adopters.
    mean: Vec<f64>,
    /// Its standard deviation from run to run.
    sd: Vec<f64>,
    /// The chance that everyone has adopted.
    chance_of_all: Vec<f64>,
}

impl From<people::BassOutcome> for ExactAdoption {
    fn from(found: people::BassOutcome) -> Self {
        Self { mean: found.mean, sd: found.sd, chance_of_all: found.all }
    }
}
