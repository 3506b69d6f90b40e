//! What a moment is: the name of a time, with the year it says or leaves open.

use super::word::Part;
use crate::calendar::date::date;

/// What is named, apart from its year. The numbers are those of [`Moment::first`] and [`Moment::second`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Core {
    /// A month and a day.
    Day,
    /// The week of such a day, or 0 and the number of the week.
    Week,
    Month,
    /// The first, second, ... of a year in parts of so many months.
    YearPart,
    /// 1 where it is said to be no school year.
    Year,
    /// 0 for spring.
    Season,
    /// A month and a day, or 0 and the days after Easter.
    Feast,
    /// The place among the holidays.
    Holiday,
    Trimester,
    Semester,
    SchoolYear,
    /// From the year on, so many years.
    Years,
}

/// From here on the day of a month is the first, second, ... Monday to Sunday of it: eight for each, and those from 0 on for
/// the last.
pub(super) const NTH: i8 = 32;

/// What the year of a moment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// It is not said.
    Open,
    Calendar,
    /// The one in which the school year starts.
    School,
}

/// What else there is to a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Note {
    Nothing,
    /// It says “this” or “next”, or something else that makes it a time on its own.
    Pointed,
    /// There is no such day.
    NoDate,
    /// The years do not follow each other.
    NoYears,
    /// There is no such trimester.
    NoPart,
}

/// A moment in eight bytes, so that it is handed on as one number. Where it ends is in [`Reader::end`](super::Reader::end).
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    pub(super) core: Core,
    pub(super) first: i8,
    pub(super) second: i8,
    pub(super) when: When,
    pub(super) year: i16,
    pub(super) part: Option<Part>,
    pub(super) note: Note,
}

impl Moment {
    pub(super) fn new(core: Core, first: i8, second: i8) -> Self {
        Self { core, first, second, when: When::Open, year: 0, part: None, note: Note::Nothing }
    }

    #[inline(never)]
    pub(super) fn day(number: i32) -> Self {
        let date = date(number);
        Self::new(Core::Day, date.month(), date.day()).of(When::Calendar, date.year())
    }

    pub(super) fn of(self, when: When, year: i16) -> Self {
        Self { when, year, ..self }
    }

    pub(super) fn pointed(self) -> Self {
        if self.note == Note::Nothing { Self { note: Note::Pointed, ..self } } else { self }
    }

    pub(super) fn is_pointed(self) -> bool {
        self.note != Note::Nothing
    }

    pub(super) fn is_faulty(self) -> bool {
        !matches!(self.note, Note::Nothing | Note::Pointed)
    }

    /// Whether it is known in full, or at least says its year.
    pub(super) fn is_dated(self) -> bool {
        self.when != When::Open
    }
}
