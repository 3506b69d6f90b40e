//! Reference cases for curves and fits, computed apart from the crate, and what must hold for every series.
//!
//! `tests/fixtures/diffusion/*.json` has the cases with their tolerances and where each number comes from. A folder of more
//! cases in the same format goes through the same checks with `OLIEVLEK_CASES=<folder> cargo test --test diffusion`.

#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "diffusion/cases.rs"]
mod cases;
#[path = "diffusion/properties.rs"]
mod properties;

use cases::{Case, Got};
use olievlek::diffusion::{
    AnyCurve, Bass, Curve, DiffusionError, DiscreteBass, Fit, FitOptions, Model, Objective, Rogers, Series,
    adopter_counts, bass_ols, select,
};
use serde_json::{Value, json};

#[test]
fn every_case_holds() {
    let mut failed = Vec::new();
    let mut count = 0;
    for case in cases::all() {
        let Some(got) = run(&case) else { continue };
        count += 1;
        if let Err(problem) = case.check(&got) {
            failed.push(format!("{}: {problem}", case.id));
        }
    }
    assert!(count >= 29, "only {count} cases were run");
    assert!(failed.is_empty(), "{} of {count} cases fail:\n{}", failed.len(), failed.join("\n"));
}

/// What the crate says to a case; nothing for a kind that is tested elsewhere.
fn run(case: &Case) -> Option<Got> {
    let input = &case.input;
    let got = match case.kind.as_str() {
        "bass.fit" => bass_fit(input),
        "bass.ols" => series(input).and_then(|series| bass_ols(&series)).map(|fit| {
            let value = json!({ "a": fit.a, "b": fit.b, "c": fit.c, "p": fit.p, "q": fit.q, "m": fit.m, "admissible": fit.admissible });
            (value, vec![])
        }),
        "bass.curve" => bass_curve(input),
        "bass.peak" => bass(input).and_then(|bass| {
            let m = market(input)?;
            let value = json!({
                "t_peak": bass.peak(),
                "F_at_peak": bass.share_at_peak(),
                "rate_at_peak": m * bass.rate_at_peak(),
                "peak_at_launch": bass.peaks_at_launch(),
            });
            Ok((value, vec![]))
        }),
        "bass.inverse" => bass(input).and_then(|bass| {
            let shares = cases::numbers(&input["fraction"]);
            let times: Result<Vec<f64>, _> = shares.iter().map(|share| bass.quantile(*share)).collect();
            Ok((json!({ "t": list(&times?) }), vec![]))
        }),
        "bass.discrete" => bass(input).and_then(|bass| {
            let steps = input["steps"].as_u64().unwrap() as usize;
            let new = DiscreteBass::new(bass, cases::number(&input["m"]))?.adoptions(steps)?;
            let sums: Vec<f64> = new
                .iter()
                .scan(0.0, |sum, new| {
                    *sum += new;
                    Some(*sum)
                })
                .collect();
            Ok((json!({ "n": list(&new), "N": list(&sums) }), vec![]))
        }),
        "bass.categories" => bass(input).map(|bass| {
            let categories = bass.categories();
            let share = |category| categories.share(category);
            let value = json!({
                "t1": categories.t1,
                "t_peak": categories.peak,
                "t2": categories.t2,
                "F_t1": bass.cumulative(categories.t1),
                "F_peak": bass.cumulative(categories.peak),
                "F_t2": bass.cumulative(categories.t2),
                "initial_innovators": bass.p(),
                "shares": {
                    "innovators": share(Rogers::Innovator),
                    "early_adopters": share(Rogers::EarlyAdopter),
                    "early_majority": share(Rogers::EarlyMajority),
                    "late_majority": share(Rogers::LateMajority),
                    "laggards": share(Rogers::Laggard),
                },
                "t1_after_launch": categories.t1 > 0.0,
                "early_adopters_positive": share(Rogers::EarlyAdopter) > 0.0,
            });
            (value, vec![])
        }),
        "curve.fit" => {
            let model = Model::from_id(input["model"].as_str().unwrap()).unwrap();
            curve_series(input).and_then(|series| Fit::of(model, &series, &FitOptions::default())).map(|fit| described(&fit))
        }
        "curve.select" => curve_series(input).and_then(|series| {
            let models: Vec<Model> =
                input["models"].as_array().unwrap().iter().map(|id| Model::from_id(id.as_str().unwrap()).unwrap()).collect();
            let fits = select(&series, &models, &FitOptions::default())?;
            let described: serde_json::Map<String, Value> = fits
                .iter()
                .map(|selected| {
                    let mut fit = described(&selected.fit).0;
                    fit["weight"] = json!(selected.weight);
                    (selected.fit.curve().model().id().to_owned(), fit)
                })
                .collect();
            let weights: serde_json::Map<String, Value> =
                described.iter().map(|(id, fit)| (id.clone(), fit["weight"].clone())).collect();
            let delta: serde_json::Map<String, Value> = fits
                .iter()
                .map(|selected| {
                    let behind = selected.fit.aicc() - fits[0].fit.aicc();
                    (selected.fit.curve().model().id().to_owned(), json!(behind))
                })
                .collect();
            let best = fits[0].fit.curve().model().id();
            Ok((json!({ "best": best, "fits": described, "akaike_weights": weights, "delta_aicc": delta }), vec![]))
        }),
        "rogers.partition" => {
            let counts = adopter_counts(input["n"].as_u64().unwrap() as u32);
            Ok((json!({ "counts": counts }), vec![]))
        }
        kind if kind.starts_with("sim.") => return None,
        kind => panic!("{}: no test for the kind `{kind}`", case.id),
    };
    Some(match got {
        Ok((value, flags)) => Got::Value { value, flags },
        Err(error) => Got::Error(name(error)),
    })
}

/// The name of an outcome as the cases have it.
fn name(error: DiffusionError) -> String {
    let debug = format!("{error:?}");
    debug.split([' ', '(', '{']).next().unwrap().to_owned()
}

/// Numbers as the cases have them: JSON knows no infinity.
fn list(numbers: &[f64]) -> Value {
    numbers.iter().copied().map(json_number).collect()
}

fn json_number(number: f64) -> Value {
    if number.is_finite() {
        json!(number)
    } else if number.is_nan() {
        json!("nan")
    } else {
        json!(if number > 0.0 { "inf" } else { "-inf" })
    }
}

fn bass(input: &Value) -> Result<Bass, DiffusionError> {
    Bass::new(cases::number(&input["p"]), cases::number(&input["q"]))
}

fn market(input: &Value) -> Result<f64, DiffusionError> {
    let market = cases::number(&input["m"]);
    // A market is checked where it is used: by the recursion.
    DiscreteBass::new(Bass::new(0.1, 0.1)?, market).map(|_| market)
}

fn series(input: &Value) -> Result<Series, DiffusionError> {
    Series::adoptions(&cases::observed(&input["y"]))
}

fn curve_series(input: &Value) -> Result<Series, DiffusionError> {
    let (times, values) = (cases::numbers(&input["t"]), cases::observed(&input["y"]));
    if input["form"] == "level" { Series::levels(&times, &values) } else { Series::adoptions_until(&times, &values) }
}

fn bass_curve(input: &Value) -> Result<(Value, Vec<String>), DiffusionError> {
    let (bass, m) = (bass(input)?, market(input)?);
    let times = cases::numbers(&input["t"]);
    if let Some(place) = times.iter().position(|time| time.is_nan()) {
        return Err(DiffusionError::NonFinite(place));
    }
    let of = |curve: &dyn Fn(f64) -> f64| list(&times.iter().map(|time| curve(*time)).collect::<Vec<f64>>());
    // Of the period of one unit that ends at each time.
    let increments: Vec<f64> =
        times.iter().filter(|time| **time >= 1.0).map(|time| m * bass.increment(time - 1.0, *time)).collect();
    let value = json!({
        "F": of(&|t| bass.cumulative(t)),
        "f": of(&|t| bass.rate(t)),
        "N": of(&|t| m * bass.cumulative(t)),
        "survival": of(&|t| bass.remaining(t)),
        "increments": list(&increments),
    });
    Ok((value, vec![]))
}

fn bass_fit(input: &Value) -> Result<(Value, Vec<String>), DiffusionError> {
    let objective = match input["objective"].as_str() {
        Some("cumulative") => Objective::Cumulative,
        Some("density") => Objective::Density,
        _ => Objective::Interval,
    };
    let series = match input.get("t") {
        Some(times) => Series::adoptions_until(&cases::numbers(times), &cases::observed(&input["y"]))?,
        None => series(input)?,
    };
    let market = input.get("m_known").map(cases::number);
    let fit = Bass::fit(&series, &FitOptions { objective, market })?;
    let (mut value, flags) = described(&fit);
    let AnyCurve::Bass(bass) = fit.curve() else { panic!("another curve") };
    let n = cases::observed(&input["y"]).len() as f64;
    value["p"] = json!(bass.p());
    value["q"] = json!(bass.q());
    value["m"] = json!(fit.market());
    value["t_peak"] = json!(bass.peak());
    value["peak_at_launch"] = json!(bass.peaks_at_launch());
    value["past_peak"] = json!(bass.peak() < n);
    value["forecast_next3"] = list(&[0.0, 1.0, 2.0].map(|step| fit.expected(n + step, n + step + 1.0)));
    value["m_unbounded_95"] = json!(flags.iter().any(|flag| flag == "m_unbounded"));
    let intervals = fit.intervals(0.95);
    let pair = |interval: olievlek::diffusion::Interval| list(&[interval.low, interval.high]);
    let [p, q] = intervals.curve;
    value["ci95_profile"] = json!({ "p": pair(p), "q": pair(q) });
    if let Some(market) = intervals.market {
        value["ci95_profile"]["m"] = pair(market);
        value["ci95_m_upper"] = json_number(market.high);
        value["ci95_m_lower"] = json_number(market.low);
    }
    if let Some([se_p, se_q, se_m]) = fit.standard_errors() {
        value["se"] = json!({ "p": se_p, "q": se_q, "m": se_m });
    }
    if let Some([pq, pm, qm]) = fit.correlations() {
        value["corr"] = json!({ "pq": pq, "pm": pm, "qm": qm });
    }
    Ok((value, flags))
}

fn described(fit: &Fit) -> (Value, Vec<String>) {
    let (a, b) = fit.curve().parameters();
    let mut value = json!({
        "K": fit.market(),
        "a": a,
        "b": b,
        "rss": fit.rss(),
        "df": fit.degrees_of_freedom(),
        "sigma": fit.sigma(),
        "loglik": fit.log_likelihood(),
        "aic": fit.aic(),
        "aicc": json_number(fit.aicc()),
        "bic": fit.bic(),
    });
    if let Some([first, second, market]) = fit.standard_errors() {
        value["se"] = json!({ "a": first, "b": second, "K": market });
    }
    (value, fit.warnings().iter().map(|warning| warning.id().to_owned()).collect())
}
