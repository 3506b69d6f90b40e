use core::fmt;

use alloc::string::String;

/// Why a questionnaire or its answers could not be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KnosterError {
    /// No element has this id.
    UnknownElement(String),
    /// No variant has this id.
    UnknownVariant(String),
    /// No perspective has this id.
    UnknownPerspective(String),
    /// The questionnaire has no statement with this id.
    UnknownStatement(String),
    /// One statement was answered twice.
    AnsweredTwice(String),
    /// A partner's statement is not usable.
    Statement {
        /// Its place in the list, from 0.
        index: usize,
        /// What is wrong with it.
        fault: StatementFault,
    },
    /// An element has too few or too many statements.
    StatementCount {
        /// The element.
        element: super::ChangeElement,
        /// How many statements it has.
        found: usize,
    },
}

/// What makes a partner's statement unusable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StatementFault {
    /// The id is empty, longer than 64 characters or holds a character other than letters, digits, `-`, `_` and `.`.
    Id,
    /// The id was used before.
    DuplicateId,
    /// A text is empty, longer than 300 characters or holds a line break or another control character.
    Text,
    /// The element is not one of the variant's.
    Element,
}

impl KnosterError {
    /// The stable code of this error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownElement(_) => "unknown-element",
            Self::UnknownVariant(_) => "unknown-variant",
            Self::UnknownPerspective(_) => "unknown-perspective",
            Self::UnknownStatement(_) => "unknown-statement",
            Self::AnsweredTwice(_) => "answered-twice",
            Self::Statement { .. } => "invalid-statement",
            Self::StatementCount { .. } => "statement-count",
        }
    }
}

impl fmt::Display for KnosterError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownElement(given) => write!(
                formatter,
                "expected an element of `vision`, `interest`, `plan`, `resources`, `competences` or `consensus`, got `{given}`"
            ),
            Self::UnknownVariant(given) => {
                write!(formatter, "expected the variant `five` or `consensus`, got `{given}`")
            }
            Self::UnknownPerspective(given) => {
                write!(formatter, "expected the perspective `staff`, `policy` or `school`, got `{given}`")
            }
            Self::UnknownStatement(given) => {
                write!(formatter, "expected the id of a statement of this questionnaire, got `{given}`")
            }
            Self::AnsweredTwice(id) => write!(formatter, "expected one answer a statement, got two for `{id}`"),
            Self::Statement { index, fault } => write!(
                formatter,
                "statement {index} (counted from 0): {}",
                match fault {
                    StatementFault::Id => "expected an id of 1 to 64 letters, digits, `-`, `_` or `.`",
                    StatementFault::DuplicateId => "expected an id of its own, got one that was used before",
                    StatementFault::Text => "expected a text of 1 to 300 characters on one line",
                    StatementFault::Element => "expected an element of the variant in use",
                }
            ),
            Self::StatementCount { element, found } => {
                write!(formatter, "expected 2 to 12 statements for the element `{element}`, got {found}")
            }
        }
    }
}

impl core::error::Error for KnosterError {}
