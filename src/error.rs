use core::fmt;

use crate::calendar::{CalendarError, TimeError};
use crate::content::LanguageError;
use crate::diffusion::DiffusionError;
use crate::knoster::{CodeError, KnosterError};
use crate::smarti::reading::ReadingError;
use crate::smarti::{GoalError, PlanError};
use crate::survey::{AnswerError, SurveyError};
use crate::team::TeamError;

/// Folds the errors of the parts into one; each has `code()` and `Display`.
macro_rules! fold {
    ($($(#[$about:meta])* $part:ident($error:ty),)*) => {
        /// Anything that can go wrong in this crate: the error of one of its parts.
        ///
        /// Each has a [`code`](Self::code) that stays the same between releases and languages.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Error {
            $($(#[$about])* $part($error),)*
        }

        impl Error {
            /// The stable code of this error, in kebab-case.
            pub const fn code(&self) -> &'static str {
                match self {
                    $(Self::$part(error) => error.code(),)*
                }
            }
        }

        impl fmt::Display for Error {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    $(Self::$part(error) => error.fmt(formatter),)*
                }
            }
        }

        $(impl From<$error> for Error {
            fn from(error: $error) -> Self {
                Self::$part(error)
            }
        })*
    };
}

fold! {
    /// Of an answer.
    Answer(AnswerError),
    /// Of a school year, a period or a date.
    Calendar(CalendarError),
    /// Of a result code.
    Code(CodeError),
    /// Of a curve of adoption, a series or a simulation.
    Diffusion(DiffusionError),
    /// Of a goal.
    Goal(GoalError),
    /// Of a questionnaire.
    Knoster(KnosterError),
    /// Of a language.
    Language(LanguageError),
    /// Of a plan.
    Plan(PlanError),
    /// Of reading a goal.
    Reading(ReadingError),
    /// Of the answers of a survey.
    Survey(SurveyError),
    /// Of what several people answered.
    Team(TeamError),
    /// Of words that name a time.
    Time(TimeError),
}

impl core::error::Error for Error {}
