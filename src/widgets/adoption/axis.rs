//! The time of the widget: weeks from the start on, and the lesson time at each of them.

use alloc::vec::Vec;

use crate::calendar::{Period, date, monday_of, number};
use crate::diffusion::SchoolTime;

/// Further than anyone plans.
const MOST_YEARS: i32 = 6;

/// A morning, by its day number, with the lesson time until then.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Morning {
    pub(super) day: i32,
    /// In school months.
    pub(super) t: f64,
}

/// The mornings of the start and of every Monday after it.
#[derive(Clone, Debug)]
pub(super) struct Axis {
    time: SchoolTime,
    pub(super) mornings: Vec<Morning>,
}

/// The lesson days in a school month.
pub(super) const MONTH: u32 = SchoolTime::LESSON_DAYS_IN_MONTH;

impl Axis {
    /// The time from a day on; none where the calendar does not know it.
    pub(super) fn new(start: i32) -> Option<Self> {
        let end = start + 366 * MOST_YEARS;
        let time = SchoolTime::new(Period::of_numbers(start, end), MONTH, []).ok()?;
        let mut mornings = Vec::new();
        let mut day = start;
        while day <= end {
            mornings.push(Morning { day, t: time.at(date(day - 1)) });
            day = monday_of(day) + 7;
        }
        Some(Self { time, mornings })
    }

    pub(super) fn start(&self) -> i32 {
        number(self.time.span().start())
    }

    /// The lesson time at the end of a day, in school months.
    pub(super) fn at_end_of(&self, day: i32) -> f64 {
        self.time.at(date(day))
    }

    /// The same in lesson days.
    pub(super) fn lesson_days_until(&self, day: i32) -> u32 {
        self.time.lesson_days_until(date(day))
    }

    /// The holidays, as mornings between which no one begins.
    pub(super) fn rests(&self) -> Vec<(f64, f64)> {
        let flats = self.time.flats(7);
        flats.iter().map(|flat| (f64::from(number(flat.start())), f64::from(number(flat.end()) + 1))).collect()
    }

    /// The first morning from which at least this many school months have passed.
    pub(super) fn morning_after(&self, months: f64) -> Option<usize> {
        self.mornings.iter().position(|morning| morning.t >= months)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;

    #[test]
    fn time_stands_still_in_a_holiday() {
        let axis = Axis::new(number(Date::constant(2026, 9, 1))).unwrap();
        assert_eq!((axis.start(), axis.mornings[0].t), (number(Date::constant(2026, 9, 1)), 0.0));
        // The first Monday comes after four lesson days.
        assert_eq!(axis.mornings[1].t, 4.0 / 18.0);
        let at = |day| axis.mornings.iter().find(|morning| morning.day == number(day)).unwrap().t;
        assert_eq!(at(Date::constant(2026, 12, 21)), at(Date::constant(2027, 1, 4)));
        assert!(at(Date::constant(2026, 12, 14)) < at(Date::constant(2026, 12, 21)));
        let (start, end) = axis.rests()[1];
        assert_eq!((date(start as i32), date(end as i32)), (Date::constant(2026, 12, 19), Date::constant(2027, 1, 4)));
        assert!(Axis::new(number(Date::constant(1990, 9, 1))).is_none());
    }
}
