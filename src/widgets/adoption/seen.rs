//! What was really seen: rows as they were typed, what is wrong with them, and the numbers that they hold.

use alloc::string::String;
use alloc::vec::Vec;

use super::centre::parse_whole;
use crate::calendar::{Date, date, month_name, number};
use crate::content::{Texts, cut, split, trim};
use crate::words::fold;

/// A row: a date or a month, and how many people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) date: String,
    pub(super) count: String,
}

impl Row {
    pub(super) fn is_blank(&self) -> bool {
        trim(&self.date).is_empty() && trim(&self.count).is_empty()
    }
}

/// What is wrong with a row, which then does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowFault {
    NoDate,
    NoCount,
    Date,
    Count,
    /// The same day as another row.
    Same,
    /// Before the start.
    Before,
    /// After today.
    Future,
    /// Fewer than on the day before it.
    Lower,
    /// Fewer than started.
    BelowStart,
    /// More than there are.
    More,
}

impl RowFault {
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::NoDate => "dateless",
            Self::NoCount => "countless",
            Self::Date => "date",
            Self::Count => "count",
            Self::Same => "same",
            Self::Before => "before",
            Self::Future => "future",
            Self::Lower => "lower",
            Self::BelowStart => "below-start",
            Self::More => "more",
        }
    }

    /// Whether it is the date that has to be looked at.
    pub(super) const fn is_of_date(self) -> bool {
        matches!(self, Self::NoDate | Self::Date | Self::Same | Self::Before | Self::Future)
    }
}

/// How many take part at the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) day: i32,
    pub(super) count: u32,
}

/// More rows than anyone keeps.
pub(super) const MOST_ROWS: usize = 200;

/// What the rows are read against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub(super) start: i32,
    pub(super) today: Option<i32>,
    pub(super) group: u32,
    pub(super) people: u32,
    /// Whether a row says how many came in since the row before, and not how many there are.
    pub(super) each: bool,
}

/// The rows in the order of their days, and what is wrong with each of them.
pub(super) fn read(rows: &[Row], frame: Frame, texts: &Texts) -> (Vec<Seen>, Vec<Option<RowFault>>) {
    let mut faults = Vec::new();
    // A day, a count and the place of the row, by day.
    let mut found: Vec<(i32, u32, usize)> = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        faults.push(match row_of(row, frame, texts) {
            Ok(Some((day, count))) => match found.binary_search_by_key(&day, |(day, ..)| *day) {
                Ok(_) => Some(RowFault::Same),
                Err(at) => {
                    found.insert(at, (day, count, place));
                    None
                }
            },
            Ok(None) => None,
            Err(fault) => Some(fault),
        });
    }
    let mut seen: Vec<Seen> = Vec::new();
    let mut before = frame.group;
    for (day, count, place) in found {
        let count = if frame.each { before.saturating_add(count) } else { count };
        let fault = match count {
            count if count > frame.people => Some(RowFault::More),
            count if count < before && seen.is_empty() => Some(RowFault::BelowStart),
            count if count < before => Some(RowFault::Lower),
            _ => None,
        };
        if fault.is_none() {
            before = count;
            seen.push(Seen { day, count });
        } else if let Some(known) = faults.get_mut(place) {
            *known = fault;
        }
    }
    (seen, faults)
}

fn row_of(row: &Row, frame: Frame, texts: &Texts) -> Result<Option<(i32, u32)>, RowFault> {
    if row.is_blank() {
        return Ok(None);
    }
    if trim(&row.date).is_empty() {
        return Err(RowFault::NoDate);
    }
    let (day, is_month) = parse_day(&row.date, texts).ok_or(RowFault::Date)?;
    if trim(&row.count).is_empty() {
        return Err(RowFault::NoCount);
    }
    let count = parse_whole(&row.count).ok_or(RowFault::Count)?;
    let mut day = day;
    if let Some(today) = frame.today {
        if is_month && date(day).first_of_month() <= date(today) {
            // A month that is not over is seen until today.
            day = day.min(today);
        }
        if day > today {
            return Err(RowFault::Future);
        }
    }
    if day < frame.start { Err(RowFault::Before) } else { Ok(Some((day, count))) }
}

/// The last day of what a text names, and whether that is a month: `15/10/2026`, `2026-10-15`, `15 oktober 2026`,
/// `okt 2026`, `10/2026` or `2026-10`. The day comes before the month, as everywhere in Belgium.
#[inline(never)]
pub(super) fn parse_day(text: &str, texts: &Texts) -> Option<(i32, bool)> {
    let mut parts: [i32; 3] = [0; 3];
    // How many digits each part has; a month in words has none.
    let mut digits: [usize; 3] = [0; 3];
    let mut count = 0;
    let mut plain = folded(text);
    // Whatever stands between parts is a blank; a letter without a plain form stays one.
    plain.push(' ');
    let mut start = 0;
    for (end, byte) in plain.bytes().enumerate() {
        if byte.is_ascii_alphanumeric() || byte >= 0x80 {
            continue;
        }
        let part = plain.get(start..end).unwrap_or_default();
        start = end + 1;
        if part.is_empty() {
            continue;
        }
        let (value, places) = match parse_whole(part) {
            Some(value) => (value as i32, part.len()),
            None => (month_of(part, texts)?, 0),
        };
        *parts.get_mut(count)? = value;
        *digits.get_mut(count)? = places;
        count += 1;
    }
    let (year, month, day) = match (count, digits) {
        (2, [4, _, _]) => (parts[0], parts[1], 0),
        (2, [_, 4, _]) => (parts[1], parts[0], 0),
        (3, [4, _, 1 | 2]) => (parts[0], parts[1], parts[2]),
        (3, [1 | 2, _, 4]) => (parts[2], parts[1], parts[0]),
        (3, [1 | 2, _, 2]) => (2000 + parts[2], parts[1], parts[0]),
        _ => return None,
    };
    let first = Date::new(year as i16, i8::try_from(month).ok()?, 1).ok()?;
    if day == 0 {
        return Some((number(first.last_of_month()), true));
    }
    Date::new(first.year(), first.month(), i8::try_from(day).ok()?).ok().map(|day| (number(day), false))
}

/// The month that a word of three letters or more begins.
fn month_of(word: &str, texts: &Texts) -> Option<i32> {
    if word.len() < 3 {
        return None;
    }
    for month in 1..=12 {
        // A month's own name begins with what people write of it, but for this one.
        if folded(month_name(month, texts)).starts_with(word) || (month == 3 && word == "mrt") {
            return Some(month.into());
        }
    }
    None
}

/// A text in plain lower case.
fn folded(text: &str) -> String {
    let mut plain = String::new();
    text.chars().for_each(|character| {
        fold(character, &mut plain);
    });
    plain
}

/// Puts pasted rows in, from a row on: parts with tabs or semicolons between. Rows of one part go into the column that they
/// were pasted into. A first row of words alone is a heading and is left out.
pub(super) fn paste(rows: &mut Vec<Row>, from: usize, into_count: bool, text: &str) {
    let mut at = from;
    let mut first = true;
    for line in split(text, b'\n') {
        let line = trim(line);
        let heading = first && !line.bytes().any(|byte| byte.is_ascii_digit());
        first = false;
        if line.is_empty() || heading || at >= MOST_ROWS {
            continue;
        }
        while rows.len() <= at {
            rows.push(Row::default());
        }
        let parts = cut(line, b'\t').or_else(|| cut(line, b';'));
        let Some(row) = rows.get_mut(at) else { continue };
        match parts {
            Some((date, count)) => {
                row.date = trim(date).into();
                // What stands in further columns is not ours.
                let count = cut(count, b'\t').or_else(|| cut(count, b';')).map_or(count, |(count, _)| count);
                row.count = trim(count).into();
            }
            None if into_count => row.count = line.into(),
            None => row.date = line.into(),
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Language;
    use alloc::vec;

    fn texts() -> Texts {
        Texts::of(Language::NlBe).unwrap()
    }

    fn row(date: &str, count: &str) -> Row {
        Row { date: date.into(), count: count.into() }
    }

    fn day(year: i16, month: i8, day: i8) -> i32 {
        number(Date::constant(year, month, day))
    }

    fn frame() -> Frame {
        Frame { start: day(2026, 9, 1), today: Some(day(2027, 1, 15)), group: 8, people: 60, each: false }
    }

    #[test]
    fn a_date_is_read_in_each_of_its_forms() {
        let texts = texts();
        for text in ["2026-10-15", "15/10/2026", "15-10-26", "15.10.2026", "15 oktober 2026", "15 okt. 2026"] {
            assert_eq!(parse_day(text, &texts), Some((day(2026, 10, 15), false)), "{text}");
        }
        for text in ["2026-10", "10/2026", "okt 2026", "Oktober 2026", "2026 oktober"] {
            assert_eq!(parse_day(text, &texts), Some((day(2026, 10, 31), true)), "{text}");
        }
        assert_eq!(parse_day("mrt 2027", &texts), Some((day(2027, 3, 31), true)));
        for text in ["", "oktober", "31/02/2026", "13/2026", "ok 2026", "1/2/3/4", "2026", "15/10", "é 2026", "x\u{0}"]
        {
            assert_eq!(parse_day(text, &texts), None, "{text}");
        }
        let french = Texts::of(Language::Fr).unwrap();
        assert_eq!(parse_day("févr. 2027", &french), Some((day(2027, 2, 28), true)));
        assert_eq!(parse_day("aout 2027", &french), Some((day(2027, 8, 31), true)));
    }

    #[test]
    fn rows_come_in_any_order_and_each_fault_stands_at_its_row() {
        let rows = [
            row("30/11/2026", "20"),
            row("sep 2026", "10"),
            row("", ""),
            row("wanneer", "10"),
            row("1/10/2026", "veel"),
            row("", "4"),
            row("2/10/2026", ""),
            row("30/09/2026", "11"),
            row("1/8/2026", "8"),
            row("1/2/2027", "30"),
            row("1/12/2026", "19"),
            row("2/12/2026", "61"),
            row("2/9/2026", "7"),
            row("jan 2027", "24"),
        ];
        let (seen, faults) = read(&rows, frame(), &texts());
        let expected = [(2026, 9, 30, 10), (2026, 11, 30, 20), (2027, 1, 15, 24)];
        assert_eq!(seen, expected.map(|(y, m, d, count)| Seen { day: day(y, m, d), count }));
        use RowFault::{Before, BelowStart, Count, Date, Future, Lower, More, NoCount, NoDate, Same};
        let some = [Date, Count, NoDate, NoCount, Same, Before, Future, Lower, More, BelowStart].map(Some);
        assert_eq!(faults[3..13], some);
        assert!(faults[..3].iter().chain(&faults[13..]).all(Option::is_none));
    }

    #[test]
    fn what_is_new_adds_up_from_those_who_started() {
        let rows = [row("okt 2026", "5"), row("sep 2026", "2"), row("nov 2026", "0")];
        let (seen, faults) = read(&rows, Frame { each: true, ..frame() }, &texts());
        assert_eq!(seen.iter().map(|seen| seen.count).collect::<Vec<_>>(), [10, 15, 15]);
        assert!(faults.iter().all(Option::is_none));
    }

    #[test]
    fn pasted_rows_are_taken_apart() {
        let mut rows = vec![row("1/9/2026", "8")];
        paste(&mut rows, 1, false, "Datum\tAantal\r\nokt 2026\t12\tja\r\n\r\nnov 2026;14;x\n");
        assert_eq!(rows[1..], [row("okt 2026", "12"), row("nov 2026", "14")]);
        paste(&mut rows, 2, true, "15\n16");
        assert_eq!(rows[2..], [row("nov 2026", "15"), row("", "16")]);
        paste(&mut rows, 0, false, &"1;2\n".repeat(500));
        assert_eq!(rows.len(), MOST_ROWS);
    }
}
