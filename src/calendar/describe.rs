use alloc::string::String;

use super::date::push_number;
use super::{Date, Holiday, Period, SchoolYear, TrimesterConvention};
use crate::content::Texts;

/// Days in words that [`find_times`](super::find_times) reads back as the same days, in Dutch and English.
///
/// A day, a week, a month, a quarter, a year, a school year, one of its trimesters (by the default convention) or
/// holidays has its name. Any other days are from the first to the last.
///
/// # Examples
///
/// ```
/// use olievlek::calendar::{Date, Period, SchoolYear, TrimesterConvention, describe};
/// use olievlek::content::{Language, Texts};
///
/// let texts = Texts::of(Language::NlBe)?;
/// let year = SchoolYear::new(2024)?;
/// assert_eq!(describe(year.span(), &texts), "schooljaar 2024-2025");
/// assert_eq!(describe(year.lessons(), &texts), "van 2 september 2024 tot 30 juni 2025");
/// let [_, second, _] = year.trimesters(TrimesterConvention::default());
/// assert_eq!(describe(second, &texts), "trimester 2 van schooljaar 2024-2025");
/// assert_eq!(describe(Period::day(Date::constant(2025, 6, 30)), &texts), "30 juni 2025");
/// # Ok::<(), olievlek::Error>(())
/// ```
pub fn describe(period: Period, texts: &Texts) -> String {
    let (start, end) = (period.start(), period.end());
    if start == end {
        return describe_date(start, texts);
    }
    if let Ok(school_year) = SchoolYear::of(start) {
        let years = school_year.name();
        if period == school_year.span() {
            return texts.fill_one("calendar.describe.school-year", "years", &years);
        }
        for (part, trimester) in ["1", "2", "3"].into_iter().zip(school_year.trimesters(TrimesterConvention::default()))
        {
            if period == trimester {
                return texts.fill("calendar.describe.trimester", &[("n", part), ("years", &years)]);
            }
        }
        for (holiday, days) in school_year.holidays() {
            if period == days {
                let name = holiday_name(holiday, texts);
                return texts.fill("calendar.describe.holiday", &[("holiday", name), ("year", &year(start))]);
            }
        }
    }
    let from_first = start.day() == 1 && start.year() == end.year();
    let months = if from_first && end.day() == end.days_in_month() { end.month() - start.month() + 1 } else { 0 };
    match months {
        12 => texts.fill_one("calendar.describe.year", "year", &year(start)),
        3 if start.month() % 3 == 1 => {
            let mut part = String::new();
            push_number(&mut part, i32::from(end.month()) / 3);
            texts.fill("calendar.describe.quarter", &[("n", &part), ("year", &year(start))])
        }
        1 => texts
            .fill("calendar.describe.month", &[("month", month_name(start.month(), texts)), ("year", &year(start))]),
        _ if period.days() == 7 && start.weekday().to_monday_zero_offset() == 0 => {
            texts.fill_one("calendar.describe.week", "date", &describe_date(start, texts))
        }
        _ => {
            let [start, end] = [start, end].map(|date| describe_date(date, texts));
            texts.fill("calendar.describe.range", &[("start", &start), ("end", &end)])
        }
    }
}

/// A day in words: `30 juni 2025`.
///
/// # Examples
///
/// ```
/// use olievlek::calendar::{Date, describe_date};
/// use olievlek::content::{Language, Texts};
///
/// let texts = Texts::of(Language::NlBe)?;
/// assert_eq!(describe_date(Date::constant(2025, 3, 1), &texts), "1 maart 2025");
/// # Ok::<(), olievlek::Error>(())
/// ```
#[inline(never)]
pub fn describe_date(date: Date, texts: &Texts) -> String {
    let mut day = String::new();
    if date.day() == 1 {
        // In French the first is an ordinal.
        day.push_str(texts.at(&["calendar.describe.first"]));
    } else {
        push_number(&mut day, date.day().into());
    }
    let month = month_name(date.month(), texts);
    texts.fill("calendar.describe.date", &[("day", &day), ("month", month), ("year", &year(date))])
}

/// The name of a holiday, as `paasvakantie`.
pub(crate) fn holiday_name(holiday: Holiday, texts: &Texts) -> &str {
    texts.of_id("calendar.holiday.", holiday.id(), "")
}

/// The name of a month from 1 to 12.
pub(crate) fn month_name(month: i8, texts: &Texts) -> &str {
    let mut number = String::new();
    push_number(&mut number, month.into());
    texts.of_id("calendar.month.", &number, "")
}

fn year(date: Date) -> String {
    let mut year = String::new();
    push_number(&mut year, date.year().into());
    year
}
