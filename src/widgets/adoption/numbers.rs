//! Numbers as people read them.

use alloc::string::String;

use super::centre::Centre;
use crate::calendar::{date, month_name, push_iso};
use crate::chart::{push_whole, whole};
use crate::content::Texts;

/// People are counted whole.
pub(super) fn people(expected: f64) -> usize {
    (expected.max(0.0) + 0.5) as usize
}

/// The number of people, as text.
#[inline(never)]
pub(super) fn count(expected: f64) -> String {
    whole(people(expected))
}

/// A share in whole percents.
#[inline(never)]
pub(super) fn percent(part: f64, all: u32) -> String {
    count(100.0 * part / f64::from(all.max(1)))
}

/// A number of so many thousandths as a decimal, in the way of the language: `0,5`, `13,5` or `18`.
#[inline(never)]
pub(super) fn tenths(value: u32, texts: &Texts) -> String {
    let mut text = whole(value as usize / 10);
    if !value.is_multiple_of(10) {
        text.push_str(texts.get("adoption.decimal"));
        push_whole(&mut text, value % 10);
    }
    text
}

/// A month and its year, `oktober 2026`: no curve knows the day.
#[inline(never)]
pub(super) fn month(day: i32, texts: &Texts) -> String {
    let day = date(day);
    let mut year = String::new();
    push_whole(&mut year, day.year().unsigned_abs().into());
    texts.fill("calendar.describe.month", &[("month", month_name(day.month(), texts)), ("year", &year)])
}

/// A day as `2026-10-15`.
pub(super) fn push_day(out: &mut String, day: i32) {
    push_iso(out, date(day));
}

/// The name of a place, or its number where it has none.
pub(super) fn site_name(centre: &Centre, place: usize, texts: &Texts) -> String {
    match centre.sites.get(place).map(|site| site.name.as_str()) {
        Some(name) if !name.is_empty() => name.into(),
        _ => texts.fill_one("adoption.site", "n", &whole(place + 1)),
    }
}
