//! Reads the options of the element.

use alloc::vec::Vec;

use crate::calendar::parse_iso;
use crate::content::{cut, split};
use crate::smarti::{AcceptableLabel, CriterionLabels, InspiringLabel};
use crate::widgets::options::Common;

/// The options of a goal widget, as lines of a name, a tab and a value: those that every element has, the attributes
/// `today`, `acceptable-label` and `inspiring-label`, and the visitor's own date as `now`.
#[derive(Default)]
pub(super) struct Options<'a> {
    pub(super) common: Common,
    /// As `2025-10-01`; empty where there is none.
    pub(super) today: &'a str,
    pub(super) labels: CriterionLabels,
    /// Options that are not known, as a code, a name and what was given; they were passed over.
    pub(super) faults: Vec<(&'static str, &'a str, &'a str)>,
}

impl<'a> Options<'a> {
    pub(super) fn read(lines: &'a str) -> Self {
        let mut read = Self::default();
        let mut now = "";
        for line in split(lines, b'\n') {
            let (name, value) = cut(line, b'\t').unwrap_or((line, ""));
            let wrong = match name {
                "today" => {
                    let is_day = parse_iso(value).is_some();
                    read.today = if is_day { value } else { "" };
                    (!is_day).then_some("date-not-iso")
                }
                "now" => {
                    now = value;
                    None
                }
                "acceptable-label" => {
                    let known = AcceptableLabel::from_id(value);
                    read.labels.acceptable = known.unwrap_or_default();
                    known.is_none().then_some("unknown-label")
                }
                "inspiring-label" => {
                    let known = InspiringLabel::from_id(value);
                    read.labels.inspiring = known.unwrap_or_default();
                    known.is_none().then_some("unknown-label")
                }
                _ => read.common.take(name, value),
            };
            if let Some(code) = wrong {
                read.faults.push((code, name, value));
            }
        }
        if read.today.is_empty() {
            read.today = now;
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Language;

    #[test]
    fn options_are_read_and_what_is_not_known_is_named() {
        let read = Options::read(
            "lang\ten\ntoday\t2024-10-01\nnow\t2026-01-01\nacceptable-label\tambitieus\ninspiring-label\tinclusief",
        );
        assert_eq!((read.common.language(), read.today), (Language::En, "2024-10-01"));
        let labels = CriterionLabels { acceptable: AcceptableLabel::Ambitieus, inspiring: InspiringLabel::Inclusief };
        assert_eq!((read.labels, read.faults.len()), (labels, 0));

        let read =
            Options::read("today\t1 oktober\nnow\t2026-01-01\nacceptable-label\tx\ninspiring-label\ty\nstore\tcloud");
        let codes: Vec<_> = read.faults.iter().map(|(code, name, _)| (*code, *name)).collect();
        let expected = [
            ("date-not-iso", "today"),
            ("unknown-label", "acceptable-label"),
            ("unknown-label", "inspiring-label"),
            ("unknown-option", "store"),
        ];
        assert_eq!(codes, expected);
        assert_eq!((read.today, read.labels), ("2026-01-01", CriterionLabels::default()));
    }
}
