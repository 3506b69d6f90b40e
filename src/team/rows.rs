//! The rows of a table: answers, groups and codes out of cells.

use alloc::string::String;
use alloc::vec::Vec;

use super::code_text::{EachRow, meet};
use super::codes::{self, Met};
use super::columns::{Column, Plan};
use super::fold::{is_address, tight};
use super::labels::{Cell, Labels};
use super::{ColumnMapping, ColumnRole, GroupColumn, MatchedBy, Outline, ProblemKind, Problems, ReadOptions, Row};
use crate::content::trim;
use crate::knoster::{CodeError, Questionnaire};

/// A column with more values is no group unless a mapping says so: a centre has fewer teams and schools to compare.
const MOST_VALUES: usize = 40;
/// Even then no more: each is kept, and a table of this many groups is read by nobody.
const MOST_GIVEN_VALUES: usize = 1_000;
/// The name of a group is no longer than this; a remark is.
const LONGEST_VALUE: usize = 80;

/// A table that is being read.
pub(super) struct Sheet {
    questionnaire: Questionnaire,
    own: bool,
    columns: Vec<Column>,
    mapping: Vec<ColumnMapping>,
    headings: u64,
    labels: Labels,
    groups: Vec<Values>,
    met: Met,
    by_code: bool,
    place_noted: bool,
    pub(super) problems: Problems,
}

/// The values of a column that may be a group.
struct Values {
    column: usize,
    given: bool,
    /// What was met, with what it is compared by.
    values: Vec<(String, String)>,
    filled: u64,
    /// Whether it is no group after all.
    closed: bool,
}

impl Sheet {
    pub(super) fn new(plan: Plan, own: bool, options: &ReadOptions<'_>, problems: Problems) -> Self {
        let by_code = plan.is_by_code();
        let Plan { questionnaire, columns, mapping, headings } = plan;
        let values = |(column, kind): (usize, &Column)| match kind {
            Column::Group { given } => {
                Some(Values { column, given: *given, values: Vec::new(), filled: 0, closed: false })
            }
            _ => None,
        };
        Self {
            groups: columns.iter().enumerate().filter_map(values).collect(),
            by_code,
            labels: Labels::new(options.texts).with(&options.meanings),
            met: Met::default(),
            place_noted: false,
            questionnaire,
            own,
            columns,
            mapping,
            headings,
            problems,
        }
    }

    /// Reads a row, where it comes after the headings and holds anything.
    pub(super) fn row<'c>(&mut self, number: u64, cells: impl Iterator<Item = &'c str>, each: EachRow<'_>) {
        if number <= self.headings {
            return;
        }
        let cells: Vec<&str> = cells.map(trim).collect();
        if cells.iter().all(|cell| cell.is_empty()) {
            return;
        }
        let (expected, found) = (self.columns.len(), cells.len());
        let more = cells.get(expected..).unwrap_or_default();
        if found < expected || more.iter().any(|cell| !cell.is_empty()) {
            self.problems.add(ProblemKind::RowLength { expected, found }, Some(number), None, "");
        }
        let mut row = Row { number, answers: self.questionnaire.blank(), groups: Vec::new(), code: None };
        let mut fault = self.by_code;
        for (index, column) in self.columns.iter().enumerate() {
            let cell = cells.get(index).copied().unwrap_or_default();
            let at = Some(index + 1);
            match column {
                Column::Statement(statement) => match self.labels.read(cell) {
                    Cell::Answer(answer) => row.answers.set(*statement, answer),
                    Cell::Place(answer) => {
                        row.answers.set(*statement, answer);
                        if !core::mem::replace(&mut self.place_noted, true) {
                            self.problems.add(ProblemKind::AssumedOrder, Some(number), at, cell);
                        }
                    }
                    Cell::OutOfScale => self.problems.add(ProblemKind::OutOfScale, Some(number), at, cell),
                    Cell::Unreadable => self.problems.add(ProblemKind::UnreadableAnswer, Some(number), at, cell),
                },
                Column::Code if cell.is_empty() && !self.by_code => {}
                Column::Code => {
                    let own = self.own.then_some(&self.questionnaire);
                    let found = codes::find(cell, own);
                    match found.into_iter().next() {
                        Some((text, Ok(code))) => {
                            if code.questionnaire() == &self.questionnaire {
                                if self.by_code {
                                    row.answers = code.answers().clone();
                                }
                                fault = false;
                                meet(&mut self.met, &mut self.problems, text, number, at);
                                row.code = Some(text.into());
                            } else {
                                self.problems.add(ProblemKind::OtherQuestionnaire, Some(number), at, text);
                            }
                        }
                        Some((text, Err(error))) => {
                            self.problems.add(ProblemKind::UnreadableCode(error), Some(number), at, text);
                        }
                        None => {
                            let error = if cell.is_empty() { CodeError::Empty } else { CodeError::Check };
                            self.problems.add(ProblemKind::UnreadableCode(error), Some(number), at, cell);
                        }
                    }
                }
                Column::Group { .. } | Column::Ignored => {}
            }
        }
        for values in &mut self.groups {
            row.groups.push(values.place(cells.get(values.column).copied().unwrap_or_default()));
        }
        if !fault {
            each(row);
        }
    }

    pub(super) fn finish(mut self) -> Outline {
        let mut groups = Vec::new();
        for (place, values) in self.groups.into_iter().enumerate() {
            let Some(mapping) = self.mapping.get_mut(values.column) else { continue };
            if values.is_group() {
                mapping.role = ColumnRole::Group;
                mapping.by = if values.given { MatchedBy::Given } else { MatchedBy::Values };
                groups.push(GroupColumn {
                    column: values.column + 1,
                    name: mapping.header.clone().unwrap_or_default(),
                    values: values.values.into_iter().map(|(value, _)| value).collect(),
                    place,
                });
            } else if values.given && values.closed {
                mapping.role = ColumnRole::Ignored;
                let name = mapping.header.as_deref().unwrap_or_default();
                self.problems.add(ProblemKind::PersonalColumn, None, Some(values.column + 1), name);
            }
        }
        let Self { questionnaire, mapping, problems, .. } = Self { groups: Vec::new(), ..self };
        Outline { questionnaire, groups, mapping, problems }
    }
}

impl Values {
    /// The place of a value, once it is known that the column may be a group.
    fn place(&mut self, value: &str) -> Option<usize> {
        if value.is_empty() || self.closed {
            return None;
        }
        let key = tight(value);
        self.filled += 1;
        let known = self.values.iter().position(|(_, other)| *other == key);
        if known.is_some() {
            return known;
        }
        let most = if self.given { MOST_GIVEN_VALUES } else { MOST_VALUES };
        if self.values.len() >= most || value.len() > LONGEST_VALUE || is_address(value) {
            self.closed = true;
            self.values.clear();
            return None;
        }
        self.values.push((value.into(), key));
        Some(self.values.len() - 1)
    }

    /// A group is a few values that come again: twice each, on average. What differs from row to row is a name or a remark.
    fn is_group(&self) -> bool {
        !self.closed && !self.values.is_empty() && (self.given || self.filled >= 2 * self.values.len() as u64)
    }
}
