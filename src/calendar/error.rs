use core::fmt;

use alloc::string::String;

use super::Date;
use crate::content::Language;

/// Why there is no such school year, period or date.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CalendarError {
    /// A school year that does not start in 2000 to 2100.
    SchoolYearOutOfRange(i32),
    /// A period that ends before it starts.
    PeriodReversed {
        /// The first day that was given.
        start: Date,
        /// The last day that was given.
        end: Date,
    },
    /// Text that is no date of the form `2025-06-30`.
    NotIso(String),
}

impl CalendarError {
    /// The stable code of this error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::SchoolYearOutOfRange(_) => "school-year-out-of-range",
            Self::PeriodReversed { .. } => "period-reversed",
            Self::NotIso(_) => "date-not-iso",
        }
    }
}

impl fmt::Display for CalendarError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SchoolYearOutOfRange(given) => {
                write!(formatter, "expected a school year that starts in 2000 to 2100, got `{given}`")
            }
            Self::PeriodReversed { start, end } => {
                write!(formatter, "expected a period that ends on or after its start `{start}`, got `{end}`")
            }
            Self::NotIso(given) => write!(formatter, "expected a date such as `2025-06-30`, got `{given}`"),
        }
    }
}

impl core::error::Error for CalendarError {}

/// Why words name no time.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TimeError {
    /// A day that no calendar has, as `31 februari`.
    ImpossibleDate(String),
    /// A school year over years that do not follow each other, as `schooljaar 2024-2026`.
    YearsNotConsecutive(String),
    /// A part that the whole does not have, as `trimester 4`.
    NoSuchPart(String),
    /// The words name no time that is known here.
    NotFound(String),
    /// Time is read in Dutch and English only.
    Language(Language),
}

impl TimeError {
    /// The stable code of this error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::ImpossibleDate(_) => "time-impossible-date",
            Self::YearsNotConsecutive(_) => "time-years-not-consecutive",
            Self::NoSuchPart(_) => "time-no-such-part",
            Self::NotFound(_) => "time-not-found",
            Self::Language(_) => "time-language",
        }
    }
}

impl fmt::Display for TimeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ImpossibleDate(given) => write!(formatter, "expected a day that exists, got `{given}`"),
            Self::YearsNotConsecutive(given) => {
                write!(formatter, "expected a school year over two years that follow each other, got `{given}`")
            }
            Self::NoSuchPart(given) => {
                write!(formatter, "expected a trimester 1 to 3, a semester 1 or 2 or a quarter 1 to 4, got `{given}`")
            }
            Self::NotFound(given) => write!(formatter, "expected words that name a time, got `{given}`"),
            Self::Language(language) => {
                write!(formatter, "expected `nl-BE` or `en` to read a time in, got `{language}`")
            }
        }
    }
}

impl core::error::Error for TimeError {}
