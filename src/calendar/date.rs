//! Days as `jiff` has them, and as numbers to count with.
//!
//! Inside the calendar a day is a number, its days since 1 January 1970: to compare two and to go so many days on is then
//! one instruction each, where a year, a month and a day take a call and sixty bytes of a widget. jiff turns the one into
//! the other, by a duration of whole seconds, which is the lightest of its arithmetic: its spans of years to nanoseconds
//! would weigh a kilobyte more.

use alloc::string::String;

use jiff::SignedDuration;
pub use jiff::civil::Date;

const EPOCH: Date = Date::constant(1970, 1, 1);
const DAY: i64 = 24 * 60 * 60;

/// The days from 1 January 1970 to a day.
#[inline(never)]
pub(crate) fn number(date: Date) -> i32 {
    (date.duration_since(EPOCH).as_secs() / DAY) as i32
}

/// The day of a number; outside jiff's calendar the first of 1970.
#[inline(never)]
pub(crate) fn date(number: i32) -> Date {
    EPOCH.checked_add(SignedDuration::from_secs(i64::from(number) * DAY)).unwrap_or(EPOCH)
}

/// The number of the day of this year, month and day, where there is one.
#[inline(never)]
pub(crate) fn ymd(year: i16, month: i8, day: i8) -> Option<i32> {
    Date::new(year, month, day).ok().map(number)
}

/// 0 for Monday to 6 for Sunday: the first day of 1970 was a Thursday.
pub(crate) fn weekday(number: i32) -> i32 {
    (number + 3).rem_euclid(7)
}

/// The Monday of the week that a day is in.
pub(crate) fn monday_of(number: i32) -> i32 {
    number - weekday(number)
}

/// This weekday (0 for Monday) on or after a day.
pub(crate) fn on_or_after(number: i32, wanted: i32) -> i32 {
    number + (wanted - weekday(number)).rem_euclid(7)
}

/// The same day so many months later, or the last day of that month where it is shorter.
#[inline(never)]
pub(crate) fn plus_months(number: i32, months: i32) -> i32 {
    let day = date(number);
    let month = i32::from(day.year()) * 12 + i32::from(day.month()) - 1 + months;
    match Date::new(month.div_euclid(12) as i16, month.rem_euclid(12) as i8 + 1, 1) {
        Ok(first) => self::number(first) + i32::from(day.day().min(first.days_in_month())) - 1,
        Err(_) => number,
    }
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
    let (month, day) = (digits(&[e, f])?, digits(&[g, h])?);
    Date::new(digits(&[a, b, c, d])?, month as i8, day as i8).ok()
}

#[inline(never)]
fn digits(text: &[u8]) -> Option<i16> {
    let mut number = 0;
    for digit in text {
        number = number * 10 + i16::from(digit.checked_sub(b'0').filter(|digit| *digit < 10)?);
    }
    Some(number)
}

/// Writes a number in as many digits as its place asks for, with zeros in front.
#[inline(never)]
pub(crate) fn push_digits(out: &mut String, number: i32, mut place: i32) {
    while place > 0 {
        out.push(char::from(b'0' + (number / place % 10) as u8));
        place /= 10;
    }
}

/// Writes a number that is not below zero.
#[inline(never)]
pub(crate) fn push_number(out: &mut String, number: i32) {
    let mut place = 1;
    while number / place >= 10 {
        place *= 10;
    }
    push_digits(out, number, place);
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn of(year: i16, month: i8, day: i8) -> Date {
        Date::constant(year, month, day)
    }

    #[test]
    fn months_later_end_with_the_month() {
        let later = |from: Date, months| date(plus_months(number(from), months));
        assert_eq!(later(of(2024, 1, 31), 1), of(2024, 2, 29));
        assert_eq!(later(of(2024, 1, 31), 13), of(2025, 2, 28));
        assert_eq!(later(of(2024, 1, 31), -2), of(2023, 11, 30));
        assert_eq!(later(of(2024, 10, 1), 6), of(2025, 4, 1));
        assert_eq!(later(Date::MAX, 1), Date::MAX);
    }

    #[test]
    fn a_day_and_its_number_are_one() {
        assert_eq!((number(EPOCH), number(of(2024, 3, 1)) - number(of(2024, 2, 28))), (0, 2));
        for day in [Date::MIN, of(1969, 12, 31), of(2000, 2, 29), of(2025, 6, 30), Date::MAX] {
            assert_eq!(date(number(day)), day);
            assert_eq!(weekday(number(day)), i32::from(day.weekday().to_monday_zero_offset()));
        }
        assert_eq!(date(i32::MAX), EPOCH);
        let friday = number(of(2024, 3, 1));
        assert_eq!(date(monday_of(friday)), of(2024, 2, 26));
        assert_eq!([on_or_after(friday, 4), on_or_after(friday, 3)].map(date), [of(2024, 3, 1), of(2024, 3, 7)]);
    }

    #[test]
    fn a_date_is_written_as_jiff_does_and_read_in_one_form() {
        for date in [of(1, 2, 3), of(2025, 6, 30), of(9999, 12, 31)] {
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
