use alloc::vec::Vec;

use crate::calendar::{CalendarError, Date, Period, SchoolYear, date, number};

/// Time that runs on lesson days alone: in a holiday nothing is adopted, so a curve over dates has flats.
///
/// A curve of this module is a function of a time *t* in periods. Here *t* at the end of a day is the number of lesson
/// days from the start up to and including that day, over the lesson days in a period. So *t* stands still in holidays,
/// weekends and on days off, and the same curve that is smooth in *t* becomes one over dates that waits for school.
///
/// The calendar is computed by the legal rules; see [`SchoolYear`].
///
/// # Examples
///
/// ```
/// use olievlek::calendar::{Date, Period};
/// use olievlek::diffusion::SchoolTime;
///
/// let span = Period::new(Date::constant(2026, 9, 1), Date::constant(2028, 6, 30))?;
/// let time = SchoolTime::new(span, SchoolTime::LESSON_DAYS_IN_MONTH, [])?;
/// // Nothing moves from the Friday before the Christmas holiday to the Sunday that ends it.
/// assert_eq!(time.at(Date::constant(2026, 12, 18)), time.at(Date::constant(2027, 1, 3)));
/// // One month of lessons after the start.
/// assert_eq!(time.date(1.0), Some(Date::constant(2026, 9, 24)));
/// assert_eq!(time.date(1e9), None);
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct SchoolTime {
    span: Period,
    /// The lesson days, by number, in order.
    days: Vec<i32>,
    days_in_period: u32,
}

impl SchoolTime {
    /// The lesson days in a month of ten to a school year: a tenth of the mean of the school years 2020 to 2039 by
    /// [`SchoolYear`], rounded.
    pub const LESSON_DAYS_IN_MONTH: u32 = 18;

    /// The time from the first to the last day of a span, with so many lesson days to a period and with days off that a
    /// centre chose itself.
    ///
    /// # Errors
    ///
    /// [`CalendarError::SchoolYearOutOfRange`] where the span leaves the school years 2000 to 2100. Fewer than one lesson
    /// day to a period counts as one.
    pub fn new(
        span: Period,
        lesson_days_in_period: u32,
        days_off: impl IntoIterator<Item = Period>,
    ) -> Result<Self, CalendarError> {
        let off: Vec<Period> = days_off.into_iter().collect();
        let (first, last) = (number(span.start()), number(span.end()));
        let mut days = Vec::new();
        let mut year = SchoolYear::of(span.start())?;
        let final_year = SchoolYear::of(span.end())?.first_year();
        loop {
            let next = year.first_year() + 1;
            for day in year.with_local_days_off(off.iter().copied()).lesson_days() {
                let day = number(day);
                if first <= day && day <= last {
                    days.push(day);
                }
            }
            if next > final_year {
                break;
            }
            year = SchoolYear::new(next)?;
        }
        Ok(Self { span, days, days_in_period: lesson_days_in_period.max(1) })
    }

    /// The first and the last day that it knows.
    pub const fn span(&self) -> Period {
        self.span
    }

    /// The lesson days from the start up to and including a day; none before the start, all of them after the end.
    pub fn lesson_days_until(&self, day: Date) -> u32 {
        let day = number(day);
        self.days.partition_point(|lesson| *lesson <= day) as u32
    }

    /// The time *t* at the end of a day, in periods.
    pub fn at(&self, day: Date) -> f64 {
        f64::from(self.lesson_days_until(day)) / f64::from(self.days_in_period)
    }

    /// The first lesson day by whose end a time *t* has passed: the start for a time that is not above 0, and none for one
    /// that lies after the span or is no number.
    pub fn date(&self, t: f64) -> Option<Date> {
        if t <= 0.0 {
            return Some(self.span.start());
        }
        let wanted = t * f64::from(self.days_in_period);
        // What rounding adds must not cost a day.
        let mut place = (wanted as usize).saturating_sub(1);
        loop {
            let lesson = self.days.get(place)?;
            if (place + 1) as f64 + 1e-9 >= wanted {
                return Some(date(*lesson));
            }
            if wanted.is_nan() {
                return None;
            }
            place += 1;
        }
    }

    /// The runs of at least so many days on which the curve stands still: holidays and, with few days, weekends;
    /// for a chart.
    pub fn flats(&self, days: i32) -> Vec<Period> {
        let mut flats = Vec::new();
        let mut before = number(self.span.start()) - 1;
        let after = number(self.span.end()) + 1;
        for lesson in self.days.iter().copied().chain([after]) {
            if lesson - before > days {
                flats.push(Period::of_numbers(before + 1, lesson - 1));
            }
            before = lesson;
        }
        flats
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    fn two_years() -> SchoolTime {
        let span = Period::new(Date::constant(2026, 9, 1), Date::constant(2028, 6, 30)).unwrap();
        SchoolTime::new(span, SchoolTime::LESSON_DAYS_IN_MONTH, []).unwrap()
    }

    #[test]
    fn a_month_of_lessons_is_a_tenth_of_a_year() {
        let days = |year| SchoolYear::new(year).unwrap().lesson_days().count();
        let mean = (2020..2040).map(days).sum::<usize>() as f64 / 20.0;
        assert_eq!((mean / 10.0 + 0.5) as u32, SchoolTime::LESSON_DAYS_IN_MONTH, "{mean}");
    }

    #[test]
    fn a_date_comes_back_from_its_time() {
        let time = two_years();
        for year in [2026, 2027] {
            for day in SchoolYear::new(year).unwrap().lesson_days() {
                assert_eq!(time.date(time.at(day)), Some(day));
            }
        }
        assert_eq!(time.at(Date::constant(2026, 8, 31)), 0.0);
        assert_eq!(time.date(f64::NAN), None);
        assert_eq!(time.date(-1.0), Some(Date::constant(2026, 9, 1)));
    }

    #[test]
    fn the_flats_are_the_holidays() {
        let span = SchoolYear::new(2026).unwrap().span();
        let time = SchoolTime::new(span, 18, []).unwrap();
        let flats = time.flats(7);
        assert_eq!(flats.len(), 5, "{flats:?}");
        assert_eq!(flats.last().map(|flat| flat.end()), Some(Date::constant(2027, 8, 31)));
        // Where there are no lessons at all, all is flat.
        let summer = Period::new(Date::constant(2027, 7, 5), Date::constant(2027, 7, 25)).unwrap();
        assert_eq!(SchoolTime::new(summer, 18, []).unwrap().flats(7), vec![summer]);
    }

    #[test]
    fn local_days_off_stand_still() {
        let day = Date::constant(2026, 9, 14);
        let span = Period::new(Date::constant(2026, 9, 1), Date::constant(2026, 10, 30)).unwrap();
        let time = SchoolTime::new(span, 1, [Period::day(day)]).unwrap();
        assert_eq!(time.at(day), time.at(Date::constant(2026, 9, 11)));
        assert!(SchoolTime::new(Period::day(Date::constant(1999, 1, 1)), 1, []).is_err());
    }
}
