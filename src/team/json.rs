//! Our own JSON as a table: what `parseResponses` and `decodeAnswers` return, a list of answers by statement id, or of codes.

use alloc::string::String;
use alloc::vec::Vec;

use super::records::MOST_COLUMNS;
use super::{ProblemKind, Problems, TeamError};
use crate::knoster::{Perspective, Questionnaire, Variant};
use crate::smarti::json::Value;

/// What is taken as a whole: forty thousand respondents as we write them.
pub(super) const MOST_JSON: usize = 32 << 20;

/// A table out of JSON.
pub(super) struct Table {
    pub(super) header: Vec<String>,
    /// The rows, each with its place in the list, from 1.
    pub(super) rows: Vec<(u64, Vec<String>)>,
    /// Whose statements it says that were answered.
    pub(super) questionnaire: Option<Questionnaire>,
}

/// Reads a table out of JSON.
pub(super) fn table(text: &str, problems: &mut Problems) -> Result<Table, TeamError> {
    let value = Value::parse(text).map_err(TeamError::Json)?;
    let mut questionnaire = whose(&value);
    let mut list = &value;
    // `{responses: {respondents: […]}}`, or a part of it.
    for name in ["responses", "respondents"] {
        if let Some(inner) = list.get(name) {
            list = inner;
            questionnaire = whose(list).or(questionnaire);
        }
    }
    let single = [list.clone()];
    let items = match list {
        Value::List(items) => items.as_slice(),
        Value::Object(_) => &single,
        _ => return Err(TeamError::JsonForm),
    };
    if items.is_empty() {
        return Err(TeamError::Empty);
    }
    questionnaire = questionnaire.or_else(|| items.first().and_then(whose));
    let mut table = Table { header: Vec::new(), rows: Vec::new(), questionnaire };
    for (number, item) in (1..).zip(items) {
        let mut row = Vec::new();
        let is_row = match item {
            Value::Text(code) => table.put(&mut row, "code", code.clone()),
            Value::Object(fields) => match item.get("answers") {
                Some(answers) => {
                    let groups = item.get("groups").is_none_or(|groups| table.fields(&mut row, groups));
                    let code = match item.get("code") {
                        Some(Value::Text(code)) => table.put(&mut row, "code", code.clone()),
                        code => code.is_none_or(|code| *code == Value::Null),
                    };
                    table.fields(&mut row, answers) && groups && code
                }
                None => !fields.is_empty() && table.fields(&mut row, item),
            },
            _ => false,
        };
        if table.header.len() > MOST_COLUMNS {
            return Err(TeamError::TooManyColumns);
        }
        if is_row {
            table.rows.push((number, row));
        } else {
            // What it holds is not repeated: there may be a name in it.
            problems.add(ProblemKind::UnreadableRow, Some(number), None, "");
        }
    }
    Ok(table)
}

/// The questionnaire that an object names.
fn whose(value: &Value) -> Option<Questionnaire> {
    let Some(Value::Text(perspective)) = value.get("perspective") else { return None };
    let variant = match value.get("variant") {
        Some(Value::Text(variant)) => Variant::from_id(variant)?,
        _ => Variant::Five,
    };
    Some(Questionnaire::standard(Perspective::from_id(perspective)?, variant))
}

impl Table {
    /// Puts the fields of an object into the columns of their names, and says whether it is an object of plain values.
    fn fields(&mut self, row: &mut Vec<String>, value: &Value) -> bool {
        let Value::Object(fields) = value else { return false };
        let mut plain = true;
        for (name, value) in fields {
            plain &= match value {
                Value::Text(text) | Value::Number(text) => self.put(row, name, text.clone()),
                Value::Null => true,
                Value::Bool(_) | Value::List(_) | Value::Object(_) => false,
            };
        }
        plain
    }

    /// Whether a row has a cell in the column of this name.
    pub(super) fn holds(&self, row: &[String], name: &str) -> bool {
        self.header.iter().position(|header| header == name).is_some_and(|place| place < row.len())
    }

    /// Puts a cell into the column of this name, and says whether there is room for it.
    pub(super) fn put(&mut self, row: &mut Vec<String>, name: &str, cell: String) -> bool {
        let known = self.header.iter().position(|header| header == name);
        let place = known.unwrap_or(self.header.len());
        if known.is_none() {
            self.header.push(name.into());
            if self.header.len() > MOST_COLUMNS {
                return false;
            }
        }
        while row.len() <= place {
            row.push(String::new());
        }
        if let Some(place) = row.get_mut(place) {
            *place = cell;
        }
        true
    }
}
