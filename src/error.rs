use core::fmt;

use crate::calendar::{CalendarError, TimeError};
use crate::content::LanguageError;
use crate::knoster::{CodeError, KnosterError};
use crate::smarti::reading::ReadingError;
use crate::survey::AnswerError;

/// Anything that can go wrong in this crate: the error of one of its parts.
///
/// Each has a [`code`](Self::code) that stays the same between releases and languages.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// Of an answer.
    Answer(AnswerError),
    /// Of a school year, a period or a date.
    Calendar(CalendarError),
    /// Of a result code.
    Code(CodeError),
    /// Of a questionnaire.
    Knoster(KnosterError),
    /// Of a language.
    Language(LanguageError),
    /// Of reading a goal.
    Reading(ReadingError),
    /// Of words that name a time.
    Time(TimeError),
}

impl Error {
    /// The stable code of this error, in kebab-case.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Answer(error) => error.code(),
            Self::Calendar(error) => error.code(),
            Self::Code(error) => error.code(),
            Self::Knoster(error) => error.code(),
            Self::Language(error) => error.code(),
            Self::Reading(error) => error.code(),
            Self::Time(error) => error.code(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer(error) => error.fmt(formatter),
            Self::Calendar(error) => error.fmt(formatter),
            Self::Code(error) => error.fmt(formatter),
            Self::Knoster(error) => error.fmt(formatter),
            Self::Language(error) => error.fmt(formatter),
            Self::Reading(error) => error.fmt(formatter),
            Self::Time(error) => error.fmt(formatter),
        }
    }
}

impl core::error::Error for Error {}

macro_rules! folds {
    ($($part:ident($error:ty)),* $(,)?) => {$(
        impl From<$error> for Error {
            fn from(error: $error) -> Self {
                Self::$part(error)
            }
        }
    )*};
}

folds!(
    Answer(AnswerError),
    Calendar(CalendarError),
    Code(CodeError),
    Knoster(KnosterError),
    Language(LanguageError),
    Reading(ReadingError),
    Time(TimeError),
);
