use alloc::string::String;
use alloc::vec::Vec;

use super::date::{date, monday_of, number, on_or_after, push_digits, weekday, ymd};
use super::easter::easter_number;
use super::{CalendarError, Date, DayOff, Holiday, Period, TrimesterConvention};

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
    // Days by their numbers: the first and the last of each.
    span: Numbers,
    lessons: Numbers,
    holidays: [Numbers; 5],
    days_off: [i32; 6],
    local: Vec<Period>,
}

/// A first and a last day, by number.
pub(crate) type Numbers = (i32, i32);

fn period((start, end): Numbers) -> Period {
    Period::of_numbers(start, end)
}

fn holds((start, end): Numbers, day: i32) -> bool {
    start <= day && day <= end
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
    pub(crate) fn computed(first: i16) -> Option<Self> {
        let second = first + 1;
        let easter = easter_number(second)?;
        let (opening, closing) = (ymd(first, 9, 1)?, ymd(second, 6, 30)?);
        let span = (opening, closing + 62);
        let last_friday = monday_of(closing) + FRIDAY;
        let lessons =
            (if weekday(opening) > FRIDAY { on_or_after(opening, MONDAY) } else { opening }, closing.min(last_friday));
        // A Sunday is the last day of its week, and the holiday then comes after it.
        let all_saints = opening + 61;
        let autumn = if weekday(all_saints) == 6 { all_saints + 1 } else { monday_of(all_saints) };
        let christmas = opening + 115;
        let winter = if weekday(christmas) > FRIDAY { on_or_after(christmas, MONDAY) } else { monday_of(christmas) };
        let april = closing - 90;
        let spring = if easter < april {
            easter + 1
        } else if easter > april + 14 {
            easter - 13
        } else {
            on_or_after(april, MONDAY)
        };
        let carnival = easter - 48;
        let holidays = [
            (autumn, autumn + 6),
            (winter, winter + 13),
            (carnival, carnival + 6),
            (spring, spring + 13),
            (closing + 1, span.1),
        ];
        let days_off = [opening + 71, easter + 1, closing - 60, easter + 39, easter + 40, easter + 50];
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
    pub fn span(&self) -> Period {
        period(self.span)
    }

    /// The first to the last lesson day, by the rules and without regard to local days off.
    pub fn lessons(&self) -> Period {
        period(self.lessons)
    }

    pub(crate) const fn span_numbers(&self) -> Numbers {
        self.span
    }

    pub(crate) const fn lesson_numbers(&self) -> Numbers {
        self.lessons
    }

    /// The five holidays in their order, from Monday to Sunday; the summer by its dates.
    pub fn holidays(&self) -> [(Holiday, Period); 5] {
        Holiday::ALL.map(|holiday| (holiday, self.holiday(holiday)))
    }

    /// One of the holidays.
    pub fn holiday(&self, holiday: Holiday) -> Period {
        period(self.holiday_numbers(holiday as usize))
    }

    pub(crate) fn holiday_numbers(&self, place: usize) -> Numbers {
        self.holidays.get(place).copied().unwrap_or(self.span)
    }

    /// The other days off in the order of [`DayOff::ALL`], also those that fall in a holiday or a weekend.
    pub fn days_off(&self) -> [(DayOff, Date); 6] {
        DayOff::ALL.map(|day| (day, date(self.days_off.get(day as usize).copied().unwrap_or(self.span.1))))
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
        self.trimester_numbers(convention).map(period)
    }

    pub(crate) fn trimester_numbers(&self, convention: TrimesterConvention) -> [Numbers; 3] {
        let (_, christmas) = self.holiday_numbers(Holiday::Christmas as usize);
        let (easter, easter_ends) = self.holiday_numbers(Holiday::Easter as usize);
        let (second_ends, third) = match convention {
            TrimesterConvention::EasterInSecond => (easter_ends, self.lesson_from(easter_ends + 1)),
            TrimesterConvention::EasterInThird => (easter - 1, easter),
        };
        [(self.lessons.0, christmas), (christmas + 1, second_ends), (third, self.lessons.1)]
    }

    /// Whether there are lessons: on a weekday between the first and the last lesson day that is not off.
    pub fn is_lesson_day(&self, date: Date) -> bool {
        self.is_lesson(number(date))
    }

    #[inline(never)]
    fn is_lesson(&self, day: i32) -> bool {
        weekday(day) <= FRIDAY
            && holds(self.lessons, day)
            && !self.days_off.contains(&day)
            && !self.holidays.iter().any(|holiday| holds(*holiday, day))
            && !self.local.iter().any(|off| holds((number(off.start()), number(off.end())), day))
    }

    /// Every lesson day, in order.
    pub fn lesson_days(&self) -> impl Iterator<Item = Date> {
        (self.lessons.0..=self.lessons.1).filter(|day| self.is_lesson(*day)).map(date)
    }

    /// The last lesson day before a holiday.
    pub fn last_lesson_day_before(&self, holiday: Holiday) -> Date {
        date(self.lesson_until(self.holiday_numbers(holiday as usize).0 - 1))
    }

    /// The first lesson day after a holiday; after the summer, that of the next school year.
    pub fn first_lesson_day_after(&self, holiday: Holiday) -> Date {
        date(self.lesson_from(self.holiday_numbers(holiday as usize).1 + 1))
    }

    /// The first lesson day that is not before this day; after the last one, that of the next school year.
    pub fn first_lesson_day_from(&self, day: Date) -> Date {
        date(self.lesson_from(number(day)))
    }

    #[inline(never)]
    pub(crate) fn lesson_from(&self, day: i32) -> i32 {
        let days = day.max(self.lessons.0)..=self.lessons.1;
        for day in days {
            if self.is_lesson(day) {
                return day;
            }
        }
        Self::computed(self.first_year + 1).map_or(self.span.1, |next| next.lessons.0)
    }

    /// The last lesson day that is not after this day; the first one where there is none.
    pub fn last_lesson_day_until(&self, day: Date) -> Date {
        date(self.lesson_until(number(day)))
    }

    #[inline(never)]
    pub(crate) fn lesson_until(&self, day: i32) -> i32 {
        let mut day = day.min(self.lessons.1);
        while day > self.lessons.0 && !self.is_lesson(day) {
            day -= 1;
        }
        day.max(self.lessons.0)
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
    /// assert_eq!(moments, ["2024-09-26", "2024-11-25", "2025-01-28", "2025-03-26", "2025-06-04"]);
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
