//! Times in figures: `30/06/2025`, `2025-06-30`, `2024-2025`, `'25`.

use super::Reader;
use super::moment::{Core, Fault, Moment, When, is_apostrophe};
use super::word::Word;
use crate::calendar::Unit;
use crate::calendar::date::ymd;

impl Reader<'_> {
    /// A year: four figures, or two after an apostrophe.
    #[inline(never)]
    pub(super) fn year(&self, at: usize) -> Option<(i16, usize)> {
        if self.word(at) == Word::Digits && self.length(at) == 4 && (1900..2200).contains(&self.value(at)) {
            return Some((self.value(at) as i16, at + 1));
        }
        let is_short = is_apostrophe(self.mark(at)) && self.is_glued_number(at + 1) && self.length(at + 1) == 2;
        is_short.then_some((2000 + self.value(at + 1) as i16, at + 2))
    }

    /// Whether figures end here, and no other figures or letters are stuck to them.
    fn ends(&self, at: usize) -> bool {
        !self.glued(at) || self.word(at) == Word::Mark && !(is_separator(self.mark(at)) && self.is_glued_number(at + 1))
    }

    fn is_glued_number(&self, at: usize) -> bool {
        self.glued(at) && self.word(at) == Word::Digits
    }

    /// Whether figures begin here: after a blank, a bracket or another mark that opens.
    fn begins(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        let mark = self.mark(before);
        !self.glued(at) || mark != '\0' && !is_separator(mark) && mark != '+'
    }

    /// The mark between two figures that are stuck to it, or 0.
    fn separator(&self, at: usize) -> char {
        let mark = self.mark(at + 1);
        if is_separator(mark) && self.glued(at + 1) && self.is_glued_number(at + 2) { mark } else { '\0' }
    }

    /// A date or a month in figures. A day and a month alone (`30/6`) could be a score, so they need more to go by.
    #[inline(never)]
    pub(super) fn numeric(&self, at: usize, is_led: bool) -> Option<Moment> {
        let mark = self.separator(at);
        if self.word(at) != Word::Digits || mark == '\0' || !self.begins(at) {
            return None;
        }
        let [first, second] = [at, at + 2].map(|at| (self.value(at) as i16, self.length(at)));
        if self.separator(at + 2) == mark {
            let third = (self.value(at + 4) as i16, self.length(at + 4));
            let (year, day) = if first.1 == 4 { (first, third) } else { (third, first) };
            let is_short = year.1 == 2 && year.0 <= 60;
            let full = if is_short { 2000 + year.0 } else { year.0 };
            let is_date = day.1 <= 2 && second.1 <= 2 && (is_short || year.1 == 4) && (1900..2200).contains(&full);
            if !is_date || !self.ends(at + 5) {
                return None;
            }
            let end = at + 5;
            return match ymd(full, second.0 as i8, day.0 as i8) {
                Some(date) => Some(Moment::day(date, end)),
                // Three pairs of figures are often something else.
                None if is_short => None,
                None => Some(Moment { fault: Some(Fault::Date), ..Moment::new(Core::Day, 1, 1, end) }),
            };
        }
        if !self.ends(at + 3) || first.1 > 2 {
            return None;
        }
        let end = at + 3;
        if second.1 == 4 {
            let is_month = (1..=12).contains(&first.0) && (2000..=2100).contains(&second.0) && mark != '.';
            return is_month.then(|| Moment::new(Core::Month, first.0, 0, end).of(When::Calendar, second.0));
        }
        let is_day = is_led && mark == '/' && second.1 <= 2 && ymd(2000, second.0 as i8, first.0 as i8).is_some();
        is_day.then(|| Moment::new(Core::Day, second.0, first.0, end))
    }

    /// `2024-2025`, `24-25`, `'24-'25`, `2024/25`, or one year; with `school year` behind it where English has it there.
    pub(super) fn years(&self, at: usize) -> Option<Moment> {
        let after_school_year = at > 0 && self.unit_at(at - 1) == Some(Unit::SchoolYear);
        self.school_years(at, self.whole || after_school_year)
    }

    /// The same, where it may be known that a school year is spoken of.
    #[inline(never)]
    pub(super) fn school_years(&self, at: usize, is_school: bool) -> Option<Moment> {
        let (first, is_long, after) = self.short_year(at)?;
        let dash = matches!(self.mark(after), '-' | '–' | '—' | '‑' | '−' | '/');
        let second = if dash { self.short_year(after + 1) } else { None };
        let Some((second, second_long, end)) = second.filter(|(.., end)| self.ends(*end)) else {
            let (year, end) = self.year(at)?;
            let year = Moment::new(Core::Year, 0, 0, end).of(When::Calendar, year);
            return Some(if self.word(end) == Word::Unit { self.before_school_year(year) } else { year });
        };
        // Two figures are a year when a school year is spoken of, and after four before the one that follows.
        let is_said = is_school || self.unit_at(end) == Some(Unit::SchoolYear);
        let is_range = is_said && (is_long || !second_long) || is_long && (second_long || second == first + 1);
        if !is_range {
            return None;
        }
        let core = if second == first + 1 { Core::SchoolYear } else { Core::Years };
        Some(self.before_school_year(Moment::new(core, second, 0, end).of(When::School, first)))
    }

    /// With `school year` behind the years.
    fn before_school_year(&self, mut years: Moment) -> Moment {
        if self.word(years.end) == Word::Unit && self.unit_at(years.end) == Some(Unit::SchoolYear) {
            if years.core == Core::Years {
                years.fault = Some(Fault::Years);
            }
            years.core = Core::SchoolYear;
            years.pointed = true;
            years.end += 1;
        }
        years
    }

    /// A year in four figures or two, whether in four, and the place after it.
    fn short_year(&self, at: usize) -> Option<(i16, bool, usize)> {
        if let Some((year, end)) = self.year(at) {
            return Some((year, end == at + 1, end));
        }
        let is_short = self.word(at) == Word::Digits && self.length(at) == 2;
        is_short.then(|| (2000 + self.value(at) as i16, false, at + 1))
    }
}

/// What stands between the figures of a date.
fn is_separator(mark: char) -> bool {
    matches!(mark, '/' | '-' | '.')
}
