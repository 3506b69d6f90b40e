//! Reference cases for the statistics of surveys, computed apart from the crate, and what must hold for all answers.
//!
//! `tests/fixtures/survey/*.json` has the cases with their tolerances and where each number comes from. A folder of more cases
//! in the same format goes through the same checks with `OLIEVLEK_CASES=<folder> cargo test --test survey`.

#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "diffusion/cases.rs"]
mod cases;
#[path = "survey/properties.rs"]
mod properties;

use std::collections::BTreeSet;

use cases::{Case, Got};
use olievlek::survey::{
    Distribution, Groups, Matrix, Missing, Scale, Statistic, SurveyError, Undefined, a_wg, ad_mean, ad_median, r_wg_j,
};
use serde_json::{Value, json};

/// A statistic of one statement.
type Figure = fn(&Distribution) -> Statistic;

#[test]
fn every_case_holds() {
    let mut failed = Vec::new();
    let all = cases::surveys();
    for case in &all {
        let mut told = Told::default();
        let got = match run(case, &mut told) {
            Ok(value) => Got::Value { value, flags: told.0.into_iter().collect() },
            Err(error) => Got::Error(variant(&error)),
        };
        if let Err(problem) = case.check(&got) {
            failed.push(format!("{}: {problem}", case.id));
        }
    }
    assert!(all.len() >= 6, "only {} cases were run", all.len());
    assert!(failed.is_empty(), "{} of {} cases fail:\n{}", failed.len(), all.len(), failed.join("\n"));
}

/// What the crate says besides numbers: warnings, and the reasons for what has none.
#[derive(Default)]
struct Told(BTreeSet<String>);

impl Told {
    fn number(&mut self, statistic: Statistic) -> Value {
        match statistic {
            Ok(value) => json!(value),
            Err(reason) => {
                self.0.insert(variant(&reason));
                Value::Null
            }
        }
    }

    /// A list, or nothing where none of it has a value.
    fn numbers(&mut self, statistics: Vec<Statistic>) -> Value {
        let values: Vec<Value> = statistics.into_iter().map(|statistic| self.number(statistic)).collect();
        if values.iter().all(Value::is_null) { Value::Null } else { values.into() }
    }
}

fn variant(error: &impl std::fmt::Debug) -> String {
    format!("{error:?}").split([' ', '(', '{']).next().unwrap().to_owned()
}

fn run(case: &Case, told: &mut Told) -> Result<Value, SurveyError> {
    match case.kind.as_str() {
        "survey.profile" => profile(&case.input, told),
        "survey.team" => team(&case.input, told),
        "survey.distribution" => distribution(&case.input, told),
        kind => panic!("{}: no test for the kind `{kind}`", case.id),
    }
}

fn scale(input: &Value) -> Result<Scale, SurveyError> {
    let ends = cases::numbers(&input["scale"]);
    Scale::new(ends[0] as i32, ends[1] as i32)
}

fn matrix(input: &Value) -> Result<Matrix, SurveyError> {
    let rows: Vec<Vec<Option<f64>>> = input["data"].as_array().unwrap().iter().map(cases::observed).collect();
    let columns = rows.first().map_or(0, Vec::len);
    if let Some(row) = rows.iter().find(|row| row.len() != columns) {
        return Err(SurveyError::ShapeMismatch { expected: columns, given: row.len() });
    }
    let matrix = Matrix::new(scale(input)?, rows.len(), columns, &rows.concat())?;
    match input["missing"].as_str() {
        None | Some("listwise" | "pairwise") => Ok(matrix),
        Some(_) => matrix.without_missing(),
    }
}

/// The variance that is expected by chance, where the case names one.
fn null(input: &Value, matrix: &Matrix) -> f64 {
    input["expected_variance_uniform"].as_f64().unwrap_or_else(|| matrix.scale().uniform_variance())
}

fn profile(input: &Value, told: &mut Told) -> Result<Value, SurveyError> {
    let matrix = matrix(input)?;
    let null = null(input, &matrix);
    let all: Vec<Distribution> = (0..matrix.columns()).map(|column| matrix.distribution(column)).collect();
    let complete = matrix.complete_distributions();
    let omega = matrix.omega();
    let of_omega = |told: &mut Told, list: fn(&olievlek::survey::Omega) -> Vec<f64>| match &omega {
        Ok(omega) => json!(list(omega)),
        Err(reason) => told.number(Err(*reason)),
    };
    let scores: Vec<f64> = matrix.complete_sums().iter().map(|sum| sum / matrix.columns() as f64).collect();
    let value = json!({
        "n_rows": matrix.rows(),
        "n_listwise": matrix.complete_rows(),
        "k": matrix.columns(),
        "item_n": all.iter().map(Distribution::n).collect::<Vec<u64>>(),
        "item_mean": told.numbers(all.iter().map(Distribution::mean).collect()),
        "item_median": told.numbers(all.iter().map(Distribution::median).collect()),
        "item_sd": told.numbers(all.iter().map(Distribution::sd).collect()),
        "score_mean_listwise": told.number(mean(&scores)),
        "score_sd_listwise": told.number(sd(&scores)),
        "alpha_raw_listwise": told.number(matrix.alpha(Missing::Listwise)),
        "alpha_std_listwise": told.number(matrix.alpha_standardised(Missing::Listwise)),
        "alpha_raw_pairwise": told.number(matrix.alpha(Missing::Pairwise)),
        "alpha_std_pairwise": told.number(matrix.alpha_standardised(Missing::Pairwise)),
        "item_rest_r_listwise": told.numbers(matrix.item_rest_correlations()),
        "alpha_if_deleted_listwise": told.numbers(matrix.alpha_if_deleted()),
        "omega_ml": told.number(omega.as_ref().map(|omega| omega.value).map_err(|reason| *reason)),
        "omega_ml_loadings": of_omega(told, |omega| omega.loadings.clone()),
        "omega_ml_uniquenesses": of_omega(told, |omega| omega.uniquenesses.clone()),
        "rwg_item_listwise": told.numbers(complete.iter().map(|answers| answers.r_wg(null)).collect()),
        "rwg_j_listwise": told.number(r_wg_j(&complete, null)),
        "ad_mean_listwise": told.number(ad_mean(&complete)),
        "ad_median_listwise": told.number(ad_median(&complete)),
        "a_wg_listwise": told.number(a_wg(&complete)),
    });
    told.0.extend(matrix.warnings(None).iter().map(|warning| warning.id()));
    Ok(value)
}

fn mean(scores: &[f64]) -> Statistic {
    if scores.is_empty() { Err(Undefined::NoAnswers) } else { Ok(scores.iter().sum::<f64>() / scores.len() as f64) }
}

fn sd(scores: &[f64]) -> Statistic {
    let mean = mean(scores)?;
    if scores.len() < 2 {
        return Err(Undefined::TooFewRespondents);
    }
    let squares: f64 = scores.iter().map(|score| (score - mean) * (score - mean)).sum();
    Ok((squares / (scores.len() - 1) as f64).sqrt())
}

fn team(input: &Value, told: &mut Told) -> Result<Value, SurveyError> {
    let matrix = matrix(input)?;
    let null = null(input, &matrix);
    let names: Vec<String> = input["group"].as_array().unwrap().iter().map(ToString::to_string).collect();
    // In the order of their names, as R has the levels of a factor.
    let sorted: Vec<&String> = names.iter().collect::<BTreeSet<_>>().into_iter().collect();
    let numbers: Vec<usize> =
        names.iter().map(|name| sorted.iter().position(|other| *other == name).unwrap()).collect();
    let groups = Groups::of_matrix(&matrix, &numbers)?;
    let mut teams = Vec::new();
    for (number, name) in sorted.iter().enumerate() {
        let Some(team) = matrix.group(&numbers, number)? else { continue };
        let complete = team.complete_distributions();
        teams.push(json!({
            "group": serde_json::from_str::<Value>(name).unwrap(),
            "size": team.complete_rows(),
            "rwg_j": told.number(r_wg_j(&complete, null)),
            "ad_mean": told.number(ad_mean(&complete)),
            "ad_median": told.number(ad_median(&complete)),
            "a_wg": told.number(a_wg(&complete)),
        }));
    }
    let value = json!({
        "teams": teams,
        "score": "row mean",
        "n_groups": groups.groups(),
        "n": groups.n(),
        "msb": told.number(groups.mean_square_between()),
        "msw": told.number(groups.mean_square_within()),
        "F": told.number(groups.f()),
        "icc1_mean_k": told.number(groups.icc1_mean_size()),
        "icc1_n0": told.number(groups.icc1()),
        "icc2": told.number(groups.icc2()),
        "n0": told.number(groups.n0()),
        "mean_k": told.number(groups.mean_size()),
        "eta2": told.number(groups.eta_squared()),
        "p_value": told.number(groups.p_value()),
    });
    told.0.extend(matrix.warnings(Some(&groups)).iter().map(|warning| warning.id()));
    Ok(value)
}

fn distribution(input: &Value, told: &mut Told) -> Result<Value, SurveyError> {
    let counts = cases::numbers(&input["counts"]);
    if counts.is_empty() {
        return Err(SurveyError::Empty);
    }
    if let Some(place) = counts.iter().position(|count| *count < 0.0 || count.fract() != 0.0) {
        return Err(SurveyError::OutOfRange(place));
    }
    let scale = if input["scale"].is_null() { Scale::new(1, counts.len() as i32)? } else { scale(input)? };
    let answers = Distribution::new(scale, counts.iter().map(|count| *count as u64).collect())?;
    if answers.n() == 0 {
        told.0.insert("Empty".into());
    }
    let mut value = json!({});
    let figures: [(&str, Figure); 10] = [
        ("mean", Distribution::mean),
        ("median", Distribution::median),
        ("sd", Distribution::sd),
        ("variance", Distribution::variance),
        ("agreement_A", Distribution::agreement),
        ("polarization", Distribution::polarisation),
        ("leik_D", Distribution::leik),
        ("consensus_tw", Distribution::consensus),
        ("variance_ratio", Distribution::variance_ratio),
        ("bimodality_coefficient", Distribution::bimodality),
    ];
    for (name, figure) in figures {
        value[name] = told.number(figure(&answers));
    }
    Ok(value)
}
