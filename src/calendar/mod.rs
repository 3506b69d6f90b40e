//! Dates and periods.

use alloc::string::String;

use crate::chart::push_whole;

pub use jiff::civil::Date;

/// Days in a row, the first and the last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    start: Date,
    end: Date,
}

impl Period {
    /// The days from the first to the last; none where the last comes before the first.
    pub fn new(start: Date, end: Date) -> Option<Self> {
        (start <= end).then_some(Self { start, end })
    }

    /// The first day.
    pub fn start(&self) -> Date {
        self.start
    }

    /// The last day.
    pub fn end(&self) -> Date {
        self.end
    }

    /// Whether a day is one of these.
    pub fn contains(&self, date: Date) -> bool {
        self.start <= date && date <= self.end
    }
}

/// Writes a date as `2026-06-30`.
pub(crate) fn push_iso(out: &mut String, date: Date) {
    push_whole(out, u32::try_from(date.year()).unwrap_or_default());
    for part in [date.month(), date.day()] {
        out.push_str(if part < 10 { "-0" } else { "-" });
        push_whole(out, u32::from(part.unsigned_abs()));
    }
}

/// Reads a date such as `2026-06-30`.
pub fn parse_iso(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
        return None;
    }
    let number = |range: core::ops::Range<usize>| {
        bytes
            .get(range)?
            .iter()
            .try_fold(0_i16, |number, byte| byte.is_ascii_digit().then(|| number * 10 + i16::from(byte - b'0')))
    };
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    Date::new(year, month as i8, day as i8).ok()
}
