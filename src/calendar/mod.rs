//! The Flemish school calendar, and the words that name a time on it.
//!
//! [`SchoolYear`] computes lesson days and holidays by the legal rules, for 2000 to 2100. They are **computed**: the
//! minister may deviate, and a school sets days off of its own, so whoever shows a date says where it comes from.
//! [`find_times`] reads the times in a Dutch or English sentence, and [`to_ics`] writes days to a calendar file.
//!
//! Time is an argument everywhere: the crate knows no clock.

mod date;
mod describe;
mod easter;
mod error;
mod holiday;
mod ics;
mod period;
mod reading;
mod school_year;

#[cfg(feature = "widget-adoption")]
pub(crate) use date::monday_of;
pub use date::{Date, iso, parse_iso, push_iso};
pub(crate) use date::{date, number, ymd};
#[cfg(feature = "widget-goal-plan")]
pub(crate) use describe::holiday_name;
#[cfg(any(feature = "widget-adoption", feature = "widget-goal-plan"))]
pub(crate) use describe::month_name;
pub use describe::{describe, describe_date};
pub use easter::easter;
pub use error::{CalendarError, TimeError};
pub use holiday::{DayOff, Holiday, TrimesterConvention};
pub use ics::{Event, to_ics};
pub use period::Period;
pub use reading::{
    Frequency, Question, Reading, TimeKind, TimePhrase, TimeWords, Unit, find_times, find_times_with, resolve_time,
    resolve_time_with,
};
pub use school_year::SchoolYear;
