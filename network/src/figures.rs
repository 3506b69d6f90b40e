//! Profiles as a column of structs.

use std::sync::Arc;

use arrow::array::{ArrayRef, Float64Array, StringArray, StructArray, UInt64Array};
use arrow::datatypes::{DataType, Field, Fields};
use olievlek::knoster::Questionnaire;
use olievlek::survey::Statistic;
use olievlek::team::{TeamElement, TeamProfile};

use crate::NetworkError;

/// The fields of an element.
fn element_fields() -> Fields {
    Fields::from(vec![
        Field::new("n", DataType::UInt64, false),
        Field::new("answered", DataType::UInt64, false),
        Field::new("score", DataType::Float64, true),
        Field::new("r_wg_j", DataType::Float64, true),
        Field::new("r_wg_j_undefined", DataType::Utf8, true),
        Field::new("alpha", DataType::Float64, true),
        Field::new("alpha_undefined", DataType::Utf8, true),
        Field::new("unknown_share", DataType::Float64, true),
    ])
}

/// The fields of a profile: the people, and a struct for each element.
fn profile_fields(questionnaire: &Questionnaire) -> Fields {
    let elements = questionnaire.variant().elements().iter();
    let elements = elements.map(|element| Field::new(element.id(), DataType::Struct(element_fields()), false));
    std::iter::once(Field::new("people", DataType::UInt64, false)).chain(elements).collect()
}

/// The type of a profile in SQL.
pub(crate) fn data_type(questionnaire: &Questionnaire) -> DataType {
    DataType::Struct(profile_fields(questionnaire))
}

/// One element over all groups.
#[derive(Default)]
struct Columns {
    n: Vec<u64>,
    answered: Vec<u64>,
    score: Vec<Option<f64>>,
    r_wg_j: Vec<Statistic>,
    alpha: Vec<Statistic>,
    unknown_share: Vec<Option<f64>>,
}

impl Columns {
    fn add(&mut self, n: u64, element: &TeamElement) {
        self.n.push(n);
        self.answered.push(element.answered());
        self.score.push(element.score());
        self.r_wg_j.push(element.r_wg_j);
        self.alpha.push(element.alpha);
        self.unknown_share.push(element.unknown_share());
    }

    fn into_array(self) -> Result<ArrayRef, NetworkError> {
        let [r_wg_j, why_no_r_wg_j] = statistic(&self.r_wg_j);
        let [alpha, why_no_alpha] = statistic(&self.alpha);
        let columns: Vec<ArrayRef> = vec![
            Arc::new(UInt64Array::from(self.n)),
            Arc::new(UInt64Array::from(self.answered)),
            Arc::new(Float64Array::from(self.score)),
            r_wg_j,
            why_no_r_wg_j,
            alpha,
            why_no_alpha,
            Arc::new(Float64Array::from(self.unknown_share)),
        ];
        Ok(Arc::new(StructArray::try_new(element_fields(), columns, None)?))
    }
}

/// The values, and the codes of the reasons where there is none.
fn statistic(values: &[Statistic]) -> [ArrayRef; 2] {
    let numbers: Float64Array = values.iter().map(|value| value.ok()).collect();
    let reasons: StringArray = values.iter().map(|value| value.err().map(|reason| reason.code())).collect();
    [Arc::new(numbers), Arc::new(reasons)]
}

/// A row for each profile.
pub(crate) fn to_array(
    questionnaire: &Questionnaire,
    profiles: impl Iterator<Item = Result<TeamProfile, NetworkError>>,
) -> Result<StructArray, NetworkError> {
    let mut people = Vec::new();
    let mut elements: Vec<Columns> = questionnaire.variant().elements().iter().map(|_| Columns::default()).collect();
    for profile in profiles {
        let profile = profile?;
        people.push(profile.people());
        for ((place, columns), element) in elements.iter_mut().enumerate().zip(profile.elements()) {
            columns.add(profile.summary().totals(place).n(), &element);
        }
    }
    let length = people.len();
    let mut arrays: Vec<ArrayRef> = vec![Arc::new(UInt64Array::from(people))];
    for columns in elements {
        arrays.push(columns.into_array()?);
    }
    Ok(StructArray::try_new_with_length(profile_fields(questionnaire), arrays, None, length)?)
}
