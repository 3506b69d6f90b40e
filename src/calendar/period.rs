use super::date::{date, number};
use super::{CalendarError, Date};

/// A run of days, with its first and its last day in it.
///
/// # Examples
///
/// ```
/// use olievlek::calendar::{Date, Period};
///
/// let may = Period::new(Date::constant(2025, 5, 1), Date::constant(2025, 5, 31))?;
/// assert!(may.contains(Date::constant(2025, 5, 31)));
/// assert_eq!(may.days(), 31);
/// assert!(Period::new(may.end(), may.start()).is_err());
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    start: Date,
    end: Date,
}

impl Period {
    /// The days from `start` to `end`, both included.
    ///
    /// # Errors
    ///
    /// [`CalendarError::PeriodReversed`] when it ends before it starts.
    pub fn new(start: Date, end: Date) -> Result<Self, CalendarError> {
        if end < start { Err(CalendarError::PeriodReversed { start, end }) } else { Ok(Self { start, end }) }
    }

    /// One day.
    pub const fn day(date: Date) -> Self {
        Self { start: date, end: date }
    }

    /// From the day of one number to that of another.
    #[inline(never)]
    pub(crate) fn of_numbers(start: i32, end: i32) -> Self {
        Self { start: date(start), end: date(end.max(start)) }
    }

    /// The first day.
    pub const fn start(self) -> Date {
        self.start
    }

    /// The last day.
    pub const fn end(self) -> Date {
        self.end
    }

    /// How many days there are in it, at least one.
    pub fn days(self) -> i32 {
        number(self.end) - number(self.start) + 1
    }

    /// Whether a day is in it.
    pub fn contains(self, date: Date) -> bool {
        self.start <= date && date <= self.end
    }
}
