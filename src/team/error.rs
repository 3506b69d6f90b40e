use core::fmt;

use alloc::string::String;

use super::records::{MOST_COLUMNS, MOST_RECORD};
use crate::smarti::json::JsonError;

/// Why nothing could be made of what was given.
///
/// A cell that cannot be read is no error but a [`Problem`](super::Problem).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TeamError {
    /// There is nothing to read.
    Empty,
    /// It holds a NUL, as workbooks and pictures do and texts do not.
    NotText,
    /// No column is a statement, and there is no result code.
    NotFound,
    /// The heading row has more columns than any survey.
    TooManyColumns,
    /// A row does not end: often a quote that is not closed.
    RowTooLong {
        /// The row, from 1.
        row: u64,
    },
    /// More rows than are kept at once; a reader that hands them over one by one has no such limit.
    TooManyRows {
        /// How many are kept.
        most: usize,
    },
    /// A JSON text that is too long to be taken as a whole.
    TooLong {
        /// How many bytes are taken.
        most: usize,
    },
    /// It begins as JSON and is none.
    Json(JsonError),
    /// JSON of another form than ours.
    JsonForm,
    /// A mapping that was given does not fit.
    Mapping {
        /// The column, from 1.
        column: usize,
        /// What does not fit.
        fault: MappingFault,
    },
}

/// What does not fit in a mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MappingFault {
    /// There is no such column.
    NoColumn,
    /// The column is headed otherwise.
    Header(String),
    /// The questionnaire has no statement with this id.
    Statement(String),
    /// Two columns are said to be this statement.
    Twice(String),
}

impl TeamError {
    /// The stable code of this error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "responses-empty",
            Self::NotText => "responses-not-text",
            Self::NotFound => "responses-not-found",
            Self::TooManyColumns => "responses-too-many-columns",
            Self::RowTooLong { .. } => "responses-row-too-long",
            Self::TooManyRows { .. } => "responses-too-many-rows",
            Self::TooLong { .. } => "responses-too-long",
            Self::Json(_) | Self::JsonForm => "responses-json",
            Self::Mapping { .. } => "responses-mapping",
        }
    }
}

impl fmt::Display for TeamError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => formatter.write_str("expected result codes or a table with answers, got nothing"),
            Self::NotText => {
                formatter.write_str("expected text such as CSV, got a NUL: save a workbook as CSV (UTF-8) first")
            }
            Self::NotFound => formatter.write_str(
                "expected result codes, or a row of headings that are statements or their ids, got neither; \
                 a mapping can say which column is which statement",
            ),
            Self::TooManyColumns => write!(formatter, "expected at most {MOST_COLUMNS} columns, got more"),
            Self::RowTooLong { row } => {
                write!(formatter, "row {row}: expected at most {MOST_RECORD} bytes, got more: is a quote not closed?")
            }
            Self::TooManyRows { most } => write!(formatter, "expected at most {most} rows, got more"),
            Self::TooLong { most } => write!(formatter, "expected at most {most} bytes of JSON, got more"),
            Self::Json(error) => error.fmt(formatter),
            Self::JsonForm => formatter.write_str(
                "expected a list of answers by statement id, or what `parseResponses` returns, got other JSON",
            ),
            Self::Mapping { column, fault } => {
                write!(formatter, "mapping of column {column}: ")?;
                match fault {
                    MappingFault::NoColumn => formatter.write_str("expected a column of the table, got none"),
                    MappingFault::Header(found) => write!(formatter, "expected the heading `{found}`, got another"),
                    MappingFault::Statement(id) => {
                        write!(formatter, "expected the id of a statement of this questionnaire, got `{id}`")
                    }
                    MappingFault::Twice(id) => write!(formatter, "expected one column for `{id}`, got two"),
                }
            }
        }
    }
}

impl core::error::Error for TeamError {}
