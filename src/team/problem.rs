use core::fmt;

use alloc::string::String;
use alloc::vec::Vec;

use super::fold;
use crate::knoster::CodeError;

/// So many problems are kept with their place and value; of others there is a count. A person mends a file by the first few,
/// and a file of half a gigabyte may have millions.
pub(super) const MOST_PROBLEMS: usize = 500;

/// So much of a value is quoted: enough to find the cell by.
const QUOTED: usize = 80;

/// Something that was not read, or that someone has to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub(super) kind: ProblemKind,
    pub(super) row: Option<u64>,
    pub(super) column: Option<usize>,
    pub(super) value: String,
}

/// What kind of problem it is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProblemKind {
    /// A cell under a statement is no answer that we know; the statement counts as unanswered.
    UnreadableAnswer,
    /// A number that is not 1 to 5; the column may be on another scale.
    OutOfScale,
    /// Something looks like a result code and is none.
    UnreadableCode(CodeError),
    /// The same code came before. Two people may have answered alike, so both are kept.
    DuplicateCode {
        /// The row where it came first.
        first: u64,
    },
    /// More codes than are compared with one another.
    DuplicatesNotChecked,
    /// A code of other statements than those that are read.
    OtherQuestionnaire,
    /// A heading resembles a statement, and not enough to be taken for it.
    UnsureColumn {
        /// The ids of the statements it resembles, the nearest first.
        candidates: Vec<String>,
    },
    /// A second column for a statement; it is not read.
    TwinColumn {
        /// The statement.
        statement: String,
    },
    /// A column with names or addresses, which is never a group.
    PersonalColumn,
    /// Answer codes such as `A1` to `A5` were read as 1 to 5, from disagreement to agreement.
    AssumedOrder,
    /// A row has another number of cells than the headings.
    RowLength {
        /// How many there should be.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// A row stands before the headings and was not read as answers.
    BeforeHeadings,
    /// A quote was not closed before the end: what follows it was read as one cell.
    OpenQuote,
    /// There is a `U+FFFD`: a decoder met bytes that are not in the encoding of the rest.
    ReplacedCharacters,
    /// A respondent in JSON holds something else than answers.
    UnreadableRow,
}

impl ProblemKind {
    /// The stable code of this problem.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnreadableAnswer => "unreadable-answer",
            Self::OutOfScale => "out-of-scale",
            Self::UnreadableCode(_) => "unreadable-code",
            Self::DuplicateCode { .. } => "duplicate-code",
            Self::DuplicatesNotChecked => "duplicates-not-checked",
            Self::OtherQuestionnaire => "other-questionnaire",
            Self::UnsureColumn { .. } => "unsure-column",
            Self::TwinColumn { .. } => "twin-column",
            Self::PersonalColumn => "personal-column",
            Self::AssumedOrder => "assumed-order",
            Self::RowLength { .. } => "row-length",
            Self::BeforeHeadings => "before-headings",
            Self::OpenQuote => "open-quote",
            Self::ReplacedCharacters => "replaced-characters",
            Self::UnreadableRow => "unreadable-row",
        }
    }
}

impl Problem {
    /// What kind it is.
    pub fn kind(&self) -> &ProblemKind {
        &self.kind
    }

    /// The row, from 1, the headings being one; empty lines do not count. In a text with codes it is the line.
    pub fn row(&self) -> Option<u64> {
        self.row
    }

    /// The column, from 1.
    pub fn column(&self) -> Option<usize> {
        self.column
    }

    /// What stands there, at most 80 characters of it.
    pub fn value(&self) -> &str {
        &self.value
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(row) = self.row {
            write!(formatter, "row {row}")?;
        }
        if let Some(column) = self.column {
            let comma = if self.row.is_some() { ", " } else { "" };
            write!(formatter, "{comma}column {column}")?;
        }
        if self.row.is_some() || self.column.is_some() {
            formatter.write_str(": ")?;
        }
        let value = &self.value;
        match &self.kind {
            ProblemKind::UnreadableAnswer => write!(formatter, "expected an answer, got `{value}`"),
            ProblemKind::OutOfScale => write!(formatter, "expected a whole number from 1 to 5, got `{value}`"),
            ProblemKind::UnreadableCode(error) => write!(formatter, "{error}, in `{value}`"),
            ProblemKind::DuplicateCode { first } => {
                write!(formatter, "expected a new code, got `{value}` of row {first} again; both are kept")
            }
            ProblemKind::DuplicatesNotChecked => {
                formatter.write_str("expected fewer codes, got so many that later ones are not compared")
            }
            ProblemKind::OtherQuestionnaire => {
                write!(formatter, "expected a code of the statements that are read, got `{value}` of others")
            }
            ProblemKind::UnsureColumn { candidates } => {
                write!(formatter, "expected a statement, got `{value}`, which resembles")?;
                candidates.iter().try_for_each(|id| write!(formatter, " `{id}`"))
            }
            ProblemKind::TwinColumn { statement } => {
                write!(formatter, "expected one column for `{statement}`, got `{value}` as well")
            }
            ProblemKind::PersonalColumn => {
                write!(formatter, "expected a group, got `{value}`, a column with names or addresses")
            }
            ProblemKind::AssumedOrder => {
                write!(formatter, "expected labels or numbers, got `{value}`, read as a place from 1 to 5")
            }
            ProblemKind::RowLength { expected, found } => {
                write!(formatter, "expected {expected} cells, got {found}")
            }
            ProblemKind::BeforeHeadings => write!(formatter, "expected headings, got `{value}`"),
            ProblemKind::OpenQuote => formatter.write_str("expected a closing quote, got the end"),
            ProblemKind::ReplacedCharacters => formatter.write_str("expected one encoding, got bytes of another"),
            ProblemKind::UnreadableRow => formatter.write_str("expected answers by statement id, got something else"),
        }
    }
}

/// The problems of a reading: the first 500, and how many more there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    kept: Vec<Problem>,
    more: u64,
}

impl Problems {
    /// The first ones, in the order in which they were met.
    pub fn kept(&self) -> &[Problem] {
        &self.kept
    }

    /// How many more there are.
    pub fn more(&self) -> u64 {
        self.more
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// Takes over what was found elsewhere.
    pub(super) fn take(&mut self, others: Self) {
        self.more += others.more;
        for problem in others.kept {
            if self.kept.len() < MOST_PROBLEMS {
                self.kept.push(problem);
            } else {
                self.more += 1;
            }
        }
    }

    pub(super) fn add(&mut self, kind: ProblemKind, row: Option<u64>, column: Option<usize>, value: &str) {
        if self.kept.len() >= MOST_PROBLEMS {
            self.more += 1;
            return;
        }
        let value = quoted(value);
        self.kept.push(Problem { kind, row, column, value });
    }
}

/// What a message quotes of a value; an address of someone is not repeated.
fn quoted(value: &str) -> String {
    if fold::is_address(value) {
        return "…@…".into();
    }
    let mut quoted: String = value.chars().take(QUOTED).collect();
    if quoted.len() < value.len() {
        quoted.push('…');
    }
    quoted
}
