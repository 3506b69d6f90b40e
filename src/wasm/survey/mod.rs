//! Surveys: agreement and reliability.

mod options;
mod results;

use std::vec::Vec;

use tsify::Ts;
use wasm_bindgen::prelude::*;

use super::Thrown;
use super::input::{read, thrown_at, write, wrong_type};
use crate::survey::{Groups, Matrix, Null, Scale, SurveyError};
use options::{Chance, Label, Point, ReliabilityOptions};
use results::{Reliability, Team};

/// What answers of several people to several statements say together: agreement, reliability, and how opinions divide.
///
/// What has no value is absent, and `reasons` says why. Statistics of one statement use everyone who answered it; those of
/// several statements use the people who answered them all, unless their name says otherwise. Each has its formula, source and
/// range in the documentation of the crate.
///
/// @example
/// ```js
/// const matrix = [4, 5, 4, 3, 3, null, 2, 3, 2, 1, 1, 2];
/// const { complete, alpha, omega, reasons } = reliability({ matrix, rows: 4, columns: 3 });
/// console.log(complete, alpha.toFixed(3), omega, reasons.omega); // 3 0.952 undefined not-identified
/// ```
/// @throws OlievlekError `empty`, `shape-mismatch`, `out-of-range`, `non-finite`, `out-of-domain`, `unknown-option`,
/// `invalid-type`
#[wasm_bindgen]
pub fn reliability(options: Ts<ReliabilityOptions>) -> Thrown<Ts<Reliability>> {
    let ReliabilityOptions { matrix, rows, columns, scaleMin, scaleMax, groups, nullDistribution, level } =
        read(Some(options))?;
    let (Some(cells), Some(rows), Some(columns)) = (matrix, rows, columns) else {
        return Err(wrong_type("`matrix`, `rows` and `columns`", "matrix", &JsValue::UNDEFINED));
    };
    let level = level.unwrap_or(0.95);
    if !(level > 0.0 && level < 1.0) {
        return Err(thrown_at(SurveyError::OutOfDomain("a level between 0 and 1"), "level"));
    }
    let (low, high) = (scaleMin.map_or(1, |Point(low)| low), scaleMax.map_or(5, |Point(high)| high));
    let scale = Scale::new(low, high).map_err(|fault| thrown_at(fault, "scaleMax"))?;
    let null = nullDistribution.map_or(Null::Uniform, |Chance(null)| null).variance(scale);
    let five = SurveyError::OutOfDomain("five points for this null distribution");
    let null = null.ok_or_else(|| thrown_at(five, "nullDistribution"))?;
    let matrix =
        Matrix::new(scale, rows as usize, columns as usize, &cells).map_err(|fault| thrown_at(fault, "matrix"))?;
    let Some(labels) = groups else { return write(&Reliability::new(&matrix, null, level, None)) };
    // Groups in the order in which they come.
    let mut names: Vec<Label> = Vec::new();
    let mut numbers = Vec::new();
    for label in labels {
        let number = names.iter().position(|name| *name == label);
        numbers.push(number.unwrap_or(names.len()));
        if number.is_none() {
            names.push(label);
        }
    }
    let at = |fault| thrown_at(fault, "groups");
    let of_groups = Groups::of_matrix(&matrix, &numbers).map_err(at)?;
    let mut teams = Vec::new();
    for (number, Label(name)) in names.into_iter().enumerate() {
        if let Some(team) = matrix.group(&numbers, number).map_err(at)? {
            teams.push(Team::new(name, &team, null));
        }
    }
    write(&Reliability::new(&matrix, null, level, Some((&of_groups, teams))))
}
