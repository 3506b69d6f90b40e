use alloc::string::String;
use alloc::vec::Vec;

use super::{ColumnMapping, Problems};
use crate::content::push_cell;
use crate::knoster::{Answers, Questionnaire};
use crate::survey::Answer;

/// What several people answered to one questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Responses {
    /// The statements that were answered.
    pub questionnaire: Questionnaire,
    /// The people, in the order of the rows. Nobody has a name.
    pub respondents: Vec<Respondent>,
    /// What people can be grouped by.
    pub groups: Vec<GroupColumn>,
}

/// One person's answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Respondent {
    /// The row, from 1; in a text with codes the line.
    pub row: u64,
    /// The answers, in the order of the statements.
    pub answers: Answers,
    /// For each of [`Responses::groups`] the place among its values; `None` where the cell is empty.
    pub groups: Vec<Option<usize>>,
    /// The result code, where there was one.
    pub code: Option<String>,
}

/// A column whose few values part people into groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupColumn {
    /// The column, from 1.
    pub column: usize,
    /// The heading.
    pub name: String,
    /// The values, in the order in which they were met.
    pub values: Vec<String>,
    /// Its place in [`Row::groups`].
    pub(super) place: usize,
}

impl GroupColumn {
    /// A column that was read elsewhere.
    #[cfg(any(feature = "js", feature = "widget-team", feature = "widget-team-responses"))]
    pub(crate) fn new(column: usize, name: String, place: usize) -> Self {
        Self { column, name, values: Vec::new(), place }
    }

    /// Its place in [`Row::groups`].
    pub fn place(&self) -> usize {
        self.place
    }
}

/// What was read: the responses, how each column was taken, and what is to be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The responses.
    pub responses: Responses,
    /// How each column was taken.
    pub mapping: Vec<ColumnMapping>,
    /// What was not read, or has to be looked at.
    pub problems: Problems,
}

/// A row as a reader hands it over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The row, from 1; in a text with codes the line.
    pub number: u64,
    /// The answers, in the order of the statements.
    pub answers: Answers,
    /// Places among the values of columns that may turn out to be groups; the [`Outline`] says which are.
    pub groups: Vec<Option<usize>>,
    /// The result code, where there is one.
    pub code: Option<String>,
}

/// What a reader knows at the end, besides the rows that it handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The statements that were answered.
    pub questionnaire: Questionnaire,
    /// What people can be grouped by.
    pub groups: Vec<GroupColumn>,
    /// How each column was taken.
    pub mapping: Vec<ColumnMapping>,
    /// What was not read, or has to be looked at.
    pub problems: Problems,
}

impl Responses {
    /// The answers row by row, a byte for each statement: 0 unanswered, 1 to 5 the scale, 6 unknown, 7 not applicable.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.respondents.len() * self.questionnaire.statements().len());
        for respondent in &self.respondents {
            bytes.extend(respondent.answers.iter().map(Answer::to_bits));
        }
        bytes
    }

    /// A table as CSV (RFC 4180): a column for each statement, headed by its id, and one for each group.
    ///
    /// [`read_responses`](super::read_responses) reads it back. A cell that a spreadsheet would run as a formula gets an
    /// apostrophe before it.
    pub fn to_csv(&self) -> String {
        let mut csv = String::new();
        for statement in self.questionnaire.statements() {
            push_cell(&mut csv, statement.id());
            csv.push(',');
        }
        for group in &self.groups {
            push_cell(&mut csv, &group.name);
            csv.push(',');
        }
        end_row(&mut csv);
        for respondent in &self.respondents {
            for answer in respondent.answers.iter() {
                csv.push_str(answer.id());
                csv.push(',');
            }
            for (group, value) in self.groups.iter().zip(&respondent.groups) {
                push_cell(&mut csv, value.and_then(|value| group.values.get(value)).map_or("", String::as_str));
                csv.push(',');
            }
            end_row(&mut csv);
        }
        csv
    }
}

/// Puts the end of the row in the place of the last comma.
fn end_row(csv: &mut String) {
    csv.pop();
    csv.push_str("\r\n");
}
