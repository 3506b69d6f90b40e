//! Reads the options of the element.

use alloc::vec::Vec;

use super::axis::Axis;
use super::centre::{MOST_PEOPLE, parse_whole};
use crate::calendar::{number, parse_iso};
use crate::content::{cut, split};
use crate::widgets::options::Common;

/// The options of an adoption widget, as lines of a name, a tab and a value: those that every element has, the attributes
/// `people`, `working-group`, `start` and `today`, and the visitor's own date as `now`.
#[derive(Default)]
pub(super) struct Options<'a> {
    pub(super) common: Common,
    pub(super) people: Option<u32>,
    pub(super) group: Option<u32>,
    /// Days by their number.
    pub(super) start: Option<i32>,
    pub(super) today: Option<i32>,
    /// Options that are not known, as a code, a name and what was given; they were passed over.
    pub(super) faults: Vec<(&'static str, &'a str, &'a str)>,
}

impl<'a> Options<'a> {
    pub(super) fn read(lines: &'a str) -> Self {
        let mut read = Self::default();
        let mut now = None;
        for line in split(lines, b'\n') {
            let (name, value) = cut(line, b'\t').unwrap_or((line, ""));
            let day = parse_iso(value).map(number);
            let count = parse_whole(value).filter(|count| *count <= MOST_PEOPLE);
            let wrong = match name {
                "people" => {
                    read.people = count.filter(|count| *count > 0);
                    read.people.is_none().then_some("unknown-option")
                }
                "working-group" => {
                    read.group = count;
                    count.is_none().then_some("unknown-option")
                }
                "start" => {
                    read.start = day.filter(|day| Axis::new(*day).is_some());
                    read.start.is_none().then_some("date-not-iso")
                }
                "today" => {
                    read.today = day;
                    day.is_none().then_some("date-not-iso")
                }
                "now" => {
                    now = day;
                    None
                }
                _ => read.common.take(name, value),
            };
            if let Some(code) = wrong {
                read.faults.push((code, name, value));
            }
        }
        read.today = read.today.or(now);
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;
    use crate::content::Language;

    #[test]
    fn options_are_read_and_what_is_not_known_is_named() {
        let read = Options::read(
            "lang\tfr\npeople\t45\nworking-group\t0\nstart\t2026-10-01\ntoday\t2026-11-24\nnow\t2020-01-01",
        );
        let day = |year, month, day| Some(number(Date::constant(year, month, day)));
        assert_eq!((read.common.language(), read.people, read.group), (Language::Fr, Some(45), Some(0)));
        assert_eq!((read.start, read.today, read.faults.len()), (day(2026, 10, 1), day(2026, 11, 24), 0));

        let read = Options::read("people\t0\nworking-group\tx\nstart\t1950-01-01\ntoday\tnu\nnow\t2026-01-01");
        let faults: Vec<_> = read.faults.iter().map(|(code, name, _)| (*code, *name)).collect();
        let expected = [
            ("unknown-option", "people"),
            ("unknown-option", "working-group"),
            ("date-not-iso", "start"),
            ("date-not-iso", "today"),
        ];
        assert_eq!((faults, read.today), (expected.into(), day(2026, 1, 1)));
    }
}
