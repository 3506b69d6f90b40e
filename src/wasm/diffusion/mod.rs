//! Adoption: counts, curves, fits, forecasts and simulations.

mod options;
mod results;

use std::vec::Vec;

use tsify::Ts;
use wasm_bindgen::prelude::*;

use super::Thrown;
use super::input::{read, thrown_at, value, write, wrong_type};
use crate::diffusion as domain;
use crate::diffusion::simulation as people;
use domain::{AnyCurve, Bass, DiffusionError, Model, Series};
use options::{
    CurveOptions, DiscreteOptions, ExactOptions, FitOptions, ForecastOptions, Named, Params, SimulateOptions,
    SitesOptions, Spread,
};
use results::{
    AdoptionCurve, AdoptionFits, AdoptionForecast, AdoptionRuns, BassRegression, CategoryCount, ExactAdoption,
};

/// How many of so many people are in each of Rogers' categories: whole people that add up, by largest remainder.
///
/// The shares are an idealisation: say “about”, and name no one.
///
/// @example
/// ```js
/// const counts = adopterCounts(60);
/// console.log(counts.map(({ count }) => count).join(" "), counts[1].category); // 2 8 20 20 10 early_adopter
/// ```
/// @throws OlievlekError `invalid-type`
#[wasm_bindgen(js_name = adopterCounts)]
pub fn adopter_counts(
    #[wasm_bindgen(unchecked_param_type = "number")] people: JsValue,
) -> Thrown<Vec<Ts<CategoryCount>>> {
    CategoryCount::of(value(people, "people")?).map(|count| write(&count)).collect()
}

/// A curve of adoption at some times: how many have adopted, how fast, when the peak is, and for Bass its categories.
///
/// @example
/// ```js
/// const curve = adoptionCurve({ params: { p: 0.02, q: 0.45, m: 350 }, times: [1, 6, 12], shares: [0.5] });
/// console.log(curve.cumulative.map(Math.round).join(" "), curve.peak.time.toFixed(2)); // 9 141 323 6.62
/// ```
/// @throws OlievlekError `out-of-domain`, `non-finite`, `unknown-model`, `unknown-option`, `invalid-type`
#[wasm_bindgen(js_name = adoptionCurve)]
pub fn adoption_curve(options: Ts<CurveOptions>) -> Thrown<Ts<AdoptionCurve>> {
    let CurveOptions { model, params, times, shares } = read(Some(options))?;
    let Params { bass, first, second, market } = needed(params, "params", "parameters")?;
    let Named(model) = model.unwrap_or(Named(if bass { Model::Bass } else { Model::Logistic }));
    if bass != (model == Model::Bass) {
        let expected = if bass { "`a` and `b`" } else { "`p` and `q`" };
        return Err(wrong_type(expected, "params", &JsValue::UNDEFINED));
    }
    let curve = AnyCurve::new(model, first, second).map_err(|fault| thrown_at(fault, "params"))?;
    if !(market.is_finite() && market > 0.0) {
        return Err(thrown_at(DiffusionError::OutOfDomain("a market m above 0"), "params"));
    }
    let times = times.unwrap_or_default();
    if let Some(place) = times.iter().position(|time| time.is_nan()) {
        return Err(thrown_at(DiffusionError::NonFinite(place), "times"));
    }
    let shares = shares.unwrap_or_default();
    let quantiles: Result<Vec<f64>, _> = shares.iter().map(|share| domain::Curve::quantile(&curve, *share)).collect();
    write(&AdoptionCurve::new(curve, market, &times, quantiles.map_err(|fault| thrown_at(fault, "shares"))?))
}

/// Fits curves to what was seen: each the best there is, with intervals and what it says about itself.
///
/// A series without a best curve throws, and the code says why: `no-finite-optimum` where the data do not determine the
/// market, as they often do not before the peak.
///
/// @example
/// ```js
/// const adopters = [840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890];
/// const [fit] = fitAdoption({ adopters }).fits;
/// console.log(fit.params.p.toFixed(4), fit.params.q.toFixed(3), Math.round(fit.params.m)); // 0.0088 0.642 67660
/// console.log(fit.intervals.m.map(Math.round).join(" ")); // 60691 75346
/// // Estimates alone, where many series are fitted.
/// const [quick] = fitAdoption({ adopters, intervals: false }).fits;
/// console.log(quick.params.m === fit.params.m, quick.intervals.m); // true undefined
/// ```
/// @throws OlievlekError `empty`, `too-few-points`, `non-finite`, `negative-value`, `not-monotone`, `no-adoption`,
/// `no-variation`, `no-finite-optimum`, `missing-not-allowed`, `out-of-domain`, `shape-mismatch`, `time-not-sorted`,
/// `unknown-model`, `unknown-option`, `invalid-type`
#[wasm_bindgen(js_name = fitAdoption)]
pub fn fit_adoption(options: Ts<FitOptions>) -> Thrown<Ts<AdoptionFits>> {
    let options: FitOptions = read(Some(options))?;
    let level = options.intervals.unwrap_or(true).then_some(options.level.unwrap_or(0.95));
    write(&AdoptionFits::new(&fitted(options)?, level))
}

/// The regression of Bass (1969), to compare with; for an estimate use `fitAdoption`.
///
/// @example
/// ```js
/// const { p, admissible } = bassRegression([840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890]);
/// console.log(p.toFixed(4), admissible); // 0.0216 true
/// ```
/// @throws OlievlekError those of `fitAdoption`
#[wasm_bindgen(js_name = bassRegression)]
pub fn bass_regression(
    #[wasm_bindgen(unchecked_param_type = "(number | null)[]")] adopters: JsValue,
) -> Thrown<Ts<BassRegression>> {
    let adopters: Vec<Option<f64>> = value(adopters, "adopters")?;
    let found = Series::adoptions(&adopters).and_then(|series| domain::bass_ols(&series));
    write(&found.map_err(|fault| thrown_at(fault, "adopters"))?.into())
}

/// Bass in whole periods, *n = (p + q N/m)(m − N)*: how many adopt in each.
///
/// @example
/// ```js
/// console.log(discreteBass({ p: 0.02, q: 0.45, m: 350, periods: 2 }).join(" ")); // 7 9.947
/// ```
/// @throws OlievlekError `out-of-domain`, `unknown-option`, `invalid-type`
#[wasm_bindgen(js_name = discreteBass)]
pub fn discrete_bass(options: Ts<DiscreteOptions>) -> Thrown<Vec<f64>> {
    let DiscreteOptions { p, q, m, periods } = read(Some(options))?;
    let (p, q, m) = (needed(p, "p", "a number")?, needed(q, "q", "a number")?, needed(m, "m", "a number")?);
    let periods = needed(periods, "periods", "a whole number")?;
    let bass = Bass::new(p, q).and_then(|bass| domain::DiscreteBass::new(bass, m));
    bass.and_then(|bass| bass.adoptions(periods as usize)).map_err(|fault| thrown_at(fault, "p"))
}

/// What comes next, by a curve fitted to what was seen, with bands by parametric bootstrap.
///
/// With `market`, as the head count of a centre, bands are of whole people. The first of `models` is used.
///
/// @example
/// ```js
/// const forecast = forecastAdoption({ adopters: [2, 3, 6, 9, 11], market: 60, periods: 2 });
/// const [low, high] = forecast.bands[0].cumulative[1];
/// console.log(forecast.wholePeople, low < forecast.cumulative[1] && forecast.cumulative[1] < high); // true true
/// ```
/// @throws OlievlekError those of `fitAdoption`
#[wasm_bindgen(js_name = forecastAdoption)]
pub fn forecast_adoption(options: Ts<ForecastOptions>) -> Thrown<Ts<AdoptionForecast>> {
    let ForecastOptions { fit, periods, replicates, levels, seed } = read(Some(options))?;
    let standard = domain::ForecastOptions::default();
    let levels = levels.unwrap_or(standard.levels);
    if !levels.iter().all(|level| *level > 0.0 && *level < 1.0) {
        return Err(thrown_at(DiffusionError::OutOfDomain("levels between 0 and 1"), "levels"));
    }
    let replicates = replicates.unwrap_or(1000);
    if !(1..=100_000).contains(&replicates) {
        return Err(thrown_at(DiffusionError::OutOfDomain("1 to 100000 replicates"), "replicates"));
    }
    let fits = fitted(fit)?;
    let Some(best) = fits.first() else { return Err(thrown_at(DiffusionError::Empty, "models")) };
    let options = domain::ForecastOptions {
        periods: periods.unwrap_or(3).min(10_000) as usize,
        replicates: replicates as usize,
        levels,
        seed: seed.unwrap_or(1).into(),
    };
    write(&best.fit.forecast(&options).into())
}

/// Runs a change through a network of people: what comes of it on average, and how far it can go either way.
///
/// @example
/// ```js
/// const { mean, chanceOfAll } = simulateAdoption({
///   model: { kind: "bass", p: 0.03, q: 0.4 }, network: { kind: "complete", people: 60 }, runs: 500, steps: 30,
/// });
/// console.log(mean[30] > 58, chanceOfAll[30] > 0.5); // true true
/// ```
/// @throws OlievlekError `empty`, `out-of-domain`, `out-of-range`, `shape-mismatch`, `unknown-model`, `unknown-option`,
/// `invalid-type`
#[wasm_bindgen(js_name = simulateAdoption)]
pub fn simulate_adoption(options: Ts<SimulateOptions>) -> Thrown<Ts<AdoptionRuns>> {
    let SimulateOptions { model, network, begin, steps, runs, seed, closed, quantiles, share } = read(Some(options))?;
    let network = needed(network, "network", "a network")?.0;
    let spread = match needed(model, "model", "a model")? {
        Spread::Bass { p, q } => people::Spread::Bass { p, q },
        Spread::Threshold(thresholds) => people::Spread::Threshold(thresholds),
        Spread::SameThreshold(same) => people::Spread::Threshold(std::vec![same; network.people() as usize]),
        Spread::Cascade { chance } => people::Spread::Cascade { chance },
    };
    let begin = begin.unwrap_or_default();
    let simulation = people::Simulation::new(network, spread).map_err(|fault| thrown_at(fault, "model"))?;
    let simulation = simulation.with_seeds(&begin).map_err(|fault| thrown_at(fault, "begin"))?;
    let simulation = simulation.with_closed_steps(&closed.unwrap_or_default());
    let steps = steps.unwrap_or(40) as usize;
    let (runs, seed) = (u64::from(runs.unwrap_or(1)), u64::from(seed.unwrap_or(1)));
    // What is kept is a number for each run and step.
    if (steps as u64 + 1).saturating_mul(runs) > 100_000_000 {
        return Err(thrown_at(DiffusionError::OutOfDomain("at most 100000000 runs times steps"), "runs"));
    }
    let adopted = (runs == 1).then(|| simulation.adopted(seed, 0, steps));
    let ensemble = people::Ensemble::of(&simulation, seed, 0..runs, steps);
    let quantiles = quantiles.unwrap_or_else(|| std::vec![0.1, 0.5, 0.9]);
    write(&AdoptionRuns::new(&ensemble, &quantiles, share.unwrap_or(0.5), adopted))
}

/// What can come of Bass among people who all see each other, exactly: for small centres.
///
/// @example
/// ```js
/// const { mean } = exactAdoption({ people: 30, p: 0.03, q: 0.5, steps: 5 });
/// console.log(mean[4].toFixed(4)); // 9.5893
/// ```
/// @throws OlievlekError `empty`, `out-of-domain`, `out-of-range`, `unknown-option`, `invalid-type`
#[wasm_bindgen(js_name = exactAdoption)]
pub fn exact_adoption(options: Ts<ExactOptions>) -> Thrown<Ts<ExactAdoption>> {
    let ExactOptions { people: count, p, q, begin, steps } = read(Some(options))?;
    let count = needed(count, "people", "a whole number")?;
    if count > 2_000 {
        return Err(thrown_at(DiffusionError::OutOfDomain("at most 2000 people"), "people"));
    }
    let (p, q) = (needed(p, "p", "a number")?, needed(q, "q", "a number")?);
    let found = people::bass_complete(count, p, q, begin.unwrap_or(0), steps.unwrap_or(40) as usize);
    write(&found.map_err(|fault| thrown_at(fault, "people"))?.into())
}

/// Sites that look at each other, as rates: the adopters of each site at each time.
///
/// *dN/dt = (p + Σ q N/n)(n − N)* for each site, with a row of *q* for what it takes over from each.
///
/// @example
/// ```js
/// const levels = adoptionBetweenSites({ sizes: [120, 40], p: [0.03, 0], q: [[0.4, 0], [0.2, 0.3]], times: [10] });
/// console.log(levels[0].map(Math.round).join(" ")); // 100 32
/// ```
/// @throws OlievlekError `empty`, `out-of-domain`, `shape-mismatch`, `time-not-sorted`, `non-finite`, `unknown-option`,
/// `invalid-type`
#[wasm_bindgen(js_name = adoptionBetweenSites, unchecked_return_type = "number[][]")]
pub fn adoption_between_sites(options: Ts<SitesOptions>) -> Thrown<JsValue> {
    let SitesOptions { sizes, p, q, times } = read(Some(options))?;
    let (sizes, p) = (needed(sizes, "sizes", "a list")?, needed(p, "p", "a list")?);
    let (q, times) = (needed(q, "q", "a list")?, needed(times, "times", "a list")?);
    let sites = people::Sites::new(&sizes, &p, &q).map_err(|fault| thrown_at(fault, "sizes"))?;
    let levels = sites.levels(&times).map_err(|fault| thrown_at(fault, "times"))?;
    let rows = js_sys::Array::new();
    for row in levels {
        rows.push(&row.into_iter().map(JsValue::from_f64).collect::<js_sys::Array>());
    }
    Ok(rows.into())
}

/// An option that a call cannot do without.
fn needed<T>(given: Option<T>, name: &str, expected: &str) -> Thrown<T> {
    given.ok_or_else(|| wrong_type(expected, name, &JsValue::UNDEFINED))
}

/// The fits that options ask for, the best first.
fn fitted(options: FitOptions) -> Thrown<Vec<domain::Selected>> {
    let FitOptions { adopters, cumulative, times, objective, market, models, level, intervals: _ } = options;
    if !(0.0..1.0).contains(&level.unwrap_or(0.95)) {
        return Err(thrown_at(DiffusionError::OutOfDomain("a level from 0 to 1"), "level"));
    }
    let (values, name, levels) = match (adopters, cumulative) {
        (Some(given), None) => (given, "adopters", false),
        (None, Some(given)) => (given, "cumulative", true),
        _ => return Err(wrong_type("either `adopters` or `cumulative`", "adopters", &JsValue::UNDEFINED)),
    };
    let times = times.unwrap_or_else(|| (1..=values.len()).map(|time| time as f64).collect());
    let models: Vec<Model> =
        models.map_or_else(|| std::vec![Model::Bass], |models| models.into_iter().map(|Named(model)| model).collect());
    // Adopters only add up; what other curves are fitted to, such as a share, may fall.
    if levels && models.contains(&Model::Bass) {
        monotone(&values).map_err(|fault| thrown_at(fault, name))?;
    }
    let series = if levels { Series::levels(&times, &values) } else { Series::adoptions_until(&times, &values) };
    let series = series.map_err(|fault| thrown_at(fault, name))?;
    let objective = objective.map_or_else(Default::default, |Named(objective)| objective);
    let options = domain::FitOptions { objective, market };
    domain::select(&series, &models, &options).map_err(|fault| thrown_at(fault, name))
}

/// How many have adopted never falls.
fn monotone(values: &[Option<f64>]) -> Result<(), DiffusionError> {
    let mut most = f64::NEG_INFINITY;
    for (place, value) in values.iter().enumerate() {
        match value {
            Some(value) if *value < most => return Err(DiffusionError::NotMonotone(place)),
            Some(value) => most = *value,
            None => {}
        }
    }
    Ok(())
}
