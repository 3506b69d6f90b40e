use alloc::string::String;
use alloc::vec::Vec;

use super::date::{monday_of, on_or_after, plus, push_digits, weekday, ymd};
use super::{CalendarError, Date, DayOff, Holiday, Period, TrimesterConvention, easter};

const MONDAY: i32 = 0;
const FRIDAY: i32 = 4;

/// A Flemish school year: 1 September to 31 August, its lesson days and what breaks them.
///
/// The dates are computed by the rules of the Flemish government (decision of 31 August 2001, art. 7, for secondary
/// schools, and of 17 April 1991 for primary schools, which has the same). The minister may deviate from them, and study
/// days and free days of a school are its own: hand those in with [`with_local_days_off`](Self::with_local_days_off),
/// and tell whoever reads a date that it was computed.
///
/// | what | when |
/// |---|---|
/// | first lesson day | 1 September, or the Monday after a weekend |
/// | last lesson day | 30 June, or the Friday before a weekend |
/// | autumn | the week of 1 November, or the next one when that is a Sunday |
/// | Christmas | two weeks from the Monday of the week of 25 December, or the next one when that is in a weekend |
/// | carnival | a week from the seventh Monday before Easter |
/// | Easter | two weeks from the first Monday of April; from Easter Monday when Easter is in March; from the second Monday before Easter when that is after 15 April |
/// | summer | 1 July to 31 August |
/// | days off | 11 November, Easter Monday, 1 May, Ascension Day and the Friday after it, Whit Monday |
///
/// # Examples
///
/// ```
/// use olievlek::calendar::{Date, Holiday, SchoolYear};
///
/// let year = SchoolYear::new(2024)?;
/// assert_eq!(year.name(), "2024-2025");
/// assert_eq!(year.lessons().start(), Date::constant(2024, 9, 2));
/// assert_eq!(year.holiday(Holiday::Easter).start(), Date::constant(2025, 4, 7));
/// assert_eq!(year.last_lesson_day_before(Holiday::Easter), Date::constant(2025, 4, 4));
///
/// let error = SchoolYear::new(1999).map_err(|error| error.code());
/// assert_eq!(error.err(), Some("school-year-out-of-range"));
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolYear {
    first_year: i16,
    span: Period,
    lessons: Period,
    holidays: [Period; 5],
    days_off: [Date; 6],
    local: Vec<Period>,
}

impl SchoolYear {
    /// The years in which a school year can start.
    pub const YEARS: core::ops::RangeInclusive<i16> = 2000..=2100;

    /// The school year that starts on 1 September of this year.
    ///
    /// # Errors
    ///
    /// [`CalendarError::SchoolYearOutOfRange`] for a year before 2000 or after 2100.
    pub fn new(first_year: i16) -> Result<Self, CalendarError> {
        let error = CalendarError::SchoolYearOutOfRange(first_year.into());
        if Self::YEARS.contains(&first_year) { Self::computed(first_year).ok_or(error) } else { Err(error) }
    }

    /// The school year that a day is in, from 1 September to 31 August.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new).
    pub fn of(date: Date) -> Result<Self, CalendarError> {
        Self::new(first_year_of(date))
    }

    #[inline(never)]
    fn computed(first: i16) -> Option<Self> {
        let second = first + 1;
        let easter = easter(second)?;
        let (opening, closing) = (ymd(first, 9, 1)?, ymd(second, 6, 30)?);
        let lessons = Period::between(
            if weekday(opening) > FRIDAY { on_or_after(opening, MONDAY) } else { opening },
            if weekday(closing) > FRIDAY { plus(monday_of(closing), FRIDAY) } else { closing },
        );
        let all_saints = ymd(first, 11, 1)?;
        let christmas = ymd(first, 12, 25)?;
        let spring = if easter < ymd(second, 4, 1)? {
            plus(easter, 1)
        } else if easter > ymd(second, 4, 15)? {
            plus(easter, -13)
        } else {
            on_or_after(ymd(second, 4, 1)?, MONDAY)
        };
        let holidays = [
            // A Sunday is the last day of its week, and the holiday then comes after it.
            Period::of_days(if weekday(all_saints) == 6 { plus(all_saints, 1) } else { monday_of(all_saints) }, 7),
            Period::of_days(
                if weekday(christmas) > FRIDAY { on_or_after(christmas, MONDAY) } else { monday_of(christmas) },
                14,
            ),
            Period::of_days(plus(easter, -48), 7),
            Period::of_days(spring, 14),
            Period::between(ymd(second, 7, 1)?, ymd(second, 8, 31)?),
        ];
        let days_off = [
            ymd(first, 11, 11)?,
            plus(easter, 1),
            ymd(second, 5, 1)?,
            plus(easter, 39),
            plus(easter, 40),
            plus(easter, 50),
        ];
        let span = Period::between(opening, ymd(second, 8, 31)?);
        Some(Self { first_year: first, span, lessons, holidays, days_off, local: Vec::new() })
    }

    /// This school year with days off that the school or the centre chose itself.
    #[must_use]
    pub fn with_local_days_off(mut self, days: impl IntoIterator<Item = Period>) -> Self {
        self.local.extend(days);
        self
    }

    /// The year in which it starts.
    pub const fn first_year(&self) -> i16 {
        self.first_year
    }

    /// Its two years, as `2024-2025`.
    pub fn name(&self) -> String {
        let mut name = String::new();
        self.push_name(&mut name);
        name
    }

    pub(crate) fn push_name(&self, out: &mut String) {
        push_digits(out, self.first_year.into(), 1000);
        out.push('-');
        push_digits(out, i32::from(self.first_year) + 1, 1000);
    }

    /// 1 September to 31 August.
    pub const fn span(&self) -> Period {
        self.span
    }

    /// The first to the last lesson day, by the rules and without regard to local days off.
    pub const fn lessons(&self) -> Period {
        self.lessons
    }

    /// The five holidays in their order, from Monday to Sunday; the summer by its dates.
    pub fn holidays(&self) -> [(Holiday, Period); 5] {
        Holiday::ALL.map(|holiday| (holiday, self.holiday(holiday)))
    }

    /// One of the holidays.
    pub fn holiday(&self, holiday: Holiday) -> Period {
        self.holidays.get(holiday as usize).copied().unwrap_or(self.span)
    }

    /// The other days off in the order of [`DayOff::ALL`], also those that fall in a holiday or a weekend.
    pub fn days_off(&self) -> [(DayOff, Date); 6] {
        DayOff::ALL.map(|day| (day, self.days_off.get(day as usize).copied().unwrap_or(self.span.end())))
    }

    /// The days off that were handed in.
    pub fn local_days_off(&self) -> &[Period] {
        &self.local
    }

    /// The three trimesters, which are a convention and not in the rules.
    ///
    /// The first starts on the first lesson day and ends with the Christmas holiday. Where the second ends says the
    /// [`TrimesterConvention`]. The third ends on the last lesson day.
    pub fn trimesters(&self, convention: TrimesterConvention) -> [Period; 3] {
        let christmas = self.holiday(Holiday::Christmas).end();
        let easter = self.holiday(Holiday::Easter);
        let third = match convention {
            TrimesterConvention::EasterInSecond => self.first_lesson_day_after(Holiday::Easter),
            TrimesterConvention::EasterInThird => easter.start(),
        };
        let second_ends = match convention {
            TrimesterConvention::EasterInSecond => easter.end(),
            TrimesterConvention::EasterInThird => plus(easter.start(), -1),
        };
        [
            Period::between(self.lessons.start(), christmas),
            Period::between(plus(christmas, 1), second_ends),
            Period::between(third, self.lessons.end()),
        ]
    }

    /// Whether there are lessons: on a weekday between the first and the last lesson day that is not off.
    pub fn is_lesson_day(&self, date: Date) -> bool {
        weekday(date) <= FRIDAY
            && self.lessons.contains(date)
            && !self.days_off.contains(&date)
            && !self.holidays.iter().chain(&self.local).any(|off| off.contains(date))
    }

    /// Every lesson day, in order.
    pub fn lesson_days(&self) -> impl Iterator<Item = Date> {
        let start = self.lessons.start();
        (0..self.lessons.days()).map(move |days| plus(start, days)).filter(|date| self.is_lesson_day(*date))
    }

    /// The last lesson day before a holiday.
    pub fn last_lesson_day_before(&self, holiday: Holiday) -> Date {
        self.last_lesson_day_until(plus(self.holiday(holiday).start(), -1))
    }

    /// The first lesson day after a holiday; after the summer, that of the next school year.
    pub fn first_lesson_day_after(&self, holiday: Holiday) -> Date {
        self.first_lesson_day_from(plus(self.holiday(holiday).end(), 1))
    }

    /// The first lesson day that is not before this day; after the last one, that of the next school year.
    pub fn first_lesson_day_from(&self, date: Date) -> Date {
        let mut date = date.max(self.lessons.start());
        while date <= self.lessons.end() {
            if self.is_lesson_day(date) {
                return date;
            }
            date = plus(date, 1);
        }
        Self::computed(self.first_year + 1).map_or(self.span.end(), |next| next.lessons.start())
    }

    /// The last lesson day that is not after this day; the first one where there is none.
    pub fn last_lesson_day_until(&self, date: Date) -> Date {
        let mut date = date.min(self.lessons.end());
        while date > self.lessons.start() && !self.is_lesson_day(date) {
            date = plus(date, -1);
        }
        date.max(self.lessons.start())
    }

    /// So many lesson days, spread evenly: where “five times a year” could fall. Never more than there are.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::calendar::{SchoolYear, iso};
    ///
    /// let year = SchoolYear::new(2024)?;
    /// let moments: Vec<String> = year.spread(5).into_iter().map(iso).collect();
    /// assert_eq!(moments, ["2024-09-27", "2024-11-28", "2025-01-29", "2025-03-31", "2025-06-03"]);
    /// # Ok::<(), olievlek::Error>(())
    /// ```
    pub fn spread(&self, moments: usize) -> Vec<Date> {
        let days: Vec<Date> = self.lesson_days().collect();
        let moments = moments.min(days.len());
        (0..moments).filter_map(|moment| days.get((2 * moment + 1) * days.len() / (2 * moments)).copied()).collect()
    }
}

/// The year in which the school year of a day starts.
pub(crate) fn first_year_of(date: Date) -> i16 {
    if date.month() >= 9 { date.year() } else { date.year() - 1 }
}
