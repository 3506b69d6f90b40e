//! What the calendar asks of `jiff`, in a few helpers.
//!
//! Of jiff's arithmetic, a duration of whole seconds is the lightest: spans of years to nanoseconds would weigh a
//! kilobyte more in a widget.

use alloc::string::String;

use jiff::SignedDuration;
pub use jiff::civil::Date;

const DAY: i64 = 24 * 60 * 60;

/// The day of this year, month and day, where there is one.
#[inline(never)]
pub(crate) fn ymd(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

/// The day so many days later, or earlier for a number below zero; at either end of the calendar it stays.
#[inline(never)]
pub(crate) fn plus(date: Date, days: i32) -> Date {
    date.checked_add(SignedDuration::from_secs(i64::from(days) * DAY)).unwrap_or(date)
}

/// How many days there are from one day to another: 0 for the same, below 0 backwards.
#[inline(never)]
pub(crate) fn days_between(from: Date, to: Date) -> i32 {
    (to.duration_since(from).as_secs() / DAY) as i32
}

/// 0 for Monday to 6 for Sunday.
pub(crate) fn weekday(date: Date) -> i32 {
    i32::from(date.weekday().to_monday_zero_offset())
}

/// The Monday of the week that a day is in.
#[inline(never)]
pub(crate) fn monday_of(date: Date) -> Date {
    plus(date, -weekday(date))
}

/// This weekday (0 for Monday) on or after a day.
#[inline(never)]
pub(crate) fn on_or_after(date: Date, wanted: i32) -> Date {
    plus(date, (wanted - weekday(date)).rem_euclid(7))
}

/// The last day of a month, where there is such a month.
pub(crate) fn last_of_month(year: i16, month: i8) -> Option<Date> {
    Some(ymd(year, month, 1)?.last_of_month())
}

/// The same day so many months later, or the last day of that month where it is shorter.
#[inline(never)]
pub(crate) fn plus_months(date: Date, months: i32) -> Date {
    let month = i32::from(date.year()) * 12 + i32::from(date.month()) - 1 + months;
    let last = last_of_month(month.div_euclid(12) as i16, month.rem_euclid(12) as i8 + 1);
    last.map_or(date, |last| plus(last, i32::from(date.day().min(last.day())) - i32::from(last.day())))
}

/// Writes a day as `2025-06-30`. `Display` writes the same, with more machinery.
#[inline(never)]
pub fn push_iso(out: &mut String, date: Date) {
    push_digits(out, i32::from(date.year()), 1000);
    out.push('-');
    push_digits(out, i32::from(date.month()), 10);
    out.push('-');
    push_digits(out, i32::from(date.day()), 10);
}

/// A day as `2025-06-30`.
///
/// # Examples
///
/// ```
/// use olievlek::calendar::{Date, iso, parse_iso};
///
/// let date = Date::constant(2025, 6, 30);
/// assert_eq!(iso(date), "2025-06-30");
/// assert_eq!(parse_iso("2025-06-30"), Some(date));
/// assert_eq!(parse_iso("2025-02-30"), None);
/// ```
pub fn iso(date: Date) -> String {
    let mut out = String::new();
    push_iso(&mut out, date);
    out
}

/// Reads a day of the form `2025-06-30`; none for any other text, and for a day that no calendar has.
#[inline(never)]
pub fn parse_iso(text: &str) -> Option<Date> {
    let &[a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes() else { return None };
    let month = digits(&[e, f])?;
    let day = digits(&[g, h])?;
    ymd(digits(&[a, b, c, d])?, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
}

fn digits(text: &[u8]) -> Option<i16> {
    let mut number = 0;
    for digit in text {
        number = number * 10 + i16::from(digit.checked_sub(b'0').filter(|digit| *digit < 10)?);
    }
    Some(number)
}

/// Writes a number in as many digits as its place asks for, with zeros in front.
pub(crate) fn push_digits(out: &mut String, number: i32, mut place: i32) {
    while place > 0 {
        out.push(char::from(b'0' + (number / place % 10) as u8));
        place /= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_later_end_with_the_month() {
        let from = Date::constant(2024, 1, 31);
        assert_eq!(plus_months(from, 1), Date::constant(2024, 2, 29));
        assert_eq!(plus_months(from, 13), Date::constant(2025, 2, 28));
        assert_eq!(plus_months(from, -2), Date::constant(2023, 11, 30));
        assert_eq!(plus_months(Date::constant(2024, 10, 1), 6), Date::constant(2025, 4, 1));
        assert_eq!(plus_months(Date::MAX, 1), Date::MAX);
    }

    #[test]
    fn days_are_counted_both_ways() {
        let (a, b) = (Date::constant(2024, 2, 28), Date::constant(2024, 3, 1));
        assert_eq!((days_between(a, b), days_between(b, a), days_between(a, a)), (2, -2, 0));
        assert_eq!((plus(a, 2), plus(b, -2)), (b, a));
        assert_eq!(plus(Date::MAX, 1), Date::MAX);
        assert_eq!(monday_of(b), Date::constant(2024, 2, 26));
        assert_eq!((on_or_after(b, 4), on_or_after(b, 3)), (b, Date::constant(2024, 3, 7)));
    }

    #[test]
    fn a_date_is_written_as_jiff_does_and_read_in_one_form() {
        for date in [Date::constant(1, 2, 3), Date::constant(2025, 6, 30), Date::constant(9999, 12, 31)] {
            assert_eq!(iso(date), std::format!("{date}"));
            assert_eq!(parse_iso(&iso(date)), Some(date));
        }
        for text in
            ["", "2025-6-30", "2025-06-31", "2025/06/30", "+025-06-30", " 2025-06-30", "2025-06-30T00", "0000-1é-01"]
        {
            assert_eq!(parse_iso(text), None, "{text}");
        }
    }
}
