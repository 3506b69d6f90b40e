//! Times in figures: `30/06/2025`, `2025-06-30`, `2024-2025`, `'25`.

use super::Reader;
use super::moment::is_apostrophe;
use super::shape::{Core, Moment, Note, When};
use super::word::Word;
use crate::calendar::Unit;
use crate::calendar::date::ymd;

impl Reader<'_> {
    /// A year in four figures, or in two after an apostrophe; 0 where there is none.
    #[inline(never)]
    pub(super) fn year(&self, at: usize) -> i16 {
        let value = self.value(at);
        if self.word(at) == Word::Digits && self.length(at) == 4 && (1900..2200).contains(&value) {
            self.end.set(at + 1);
            return value as i16;
        }
        if is_apostrophe(self.mark(at)) && self.is_glued_number(at + 1) && self.length(at + 1) == 2 {
            self.end.set(at + 2);
            return 2000 + self.value(at + 1) as i16;
        }
        0
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
        // What a date ended at may be a dash to the next one.
        !self.glued(at) || self.end.get() == before || mark != '\0' && !is_separator(mark) && mark != '+'
    }

    /// The mark between two figures that are stuck to it, or 0.
    fn separator(&self, at: usize) -> char {
        let mark = self.mark(at + 1);
        let is_glued = self.glued(at + 1) && self.is_glued_number(at + 2);
        // `30 / 06 / 2025`
        let is_apart = mark == '/' && !self.glued(at + 1) && !self.glued(at + 2) && self.word(at + 2) == Word::Digits;
        if is_separator(mark) && (is_glued || is_apart) { mark } else { '\0' }
    }

    /// A date or a month in figures. A day and a month alone (`30/6`) could be a score, so they need more to go by.
    #[inline(never)]
    pub(super) fn numeric(&self, at: usize, is_led: bool) -> Option<Moment> {
        let mark = self.separator(at);
        if self.word(at) != Word::Digits || mark == '\0' || !self.begins(at) {
            return None;
        }
        let [first, second] = [at, at + 2].map(|at| (self.value(at) as i16, self.length(at)));
        // `30/06/'25`
        let is_cut = self.mark(at + 3) == mark && is_apostrophe(self.mark(at + 4)) && self.is_glued_number(at + 5);
        let last = at + 4 + usize::from(is_cut);
        if is_cut || self.separator(at + 2) == mark {
            let third = (self.value(last) as i16, self.length(last));
            let (year, day) = if first.1 == 4 { (first, third) } else { (third, first) };
            let is_short = year.1 == 2 && year.0 <= 60;
            let full = if is_short { 2000 + year.0 } else { year.0 };
            let is_date = day.1 <= 2 && second.1 <= 2 && (is_short || year.1 == 4) && (1900..2200).contains(&full);
            if !is_date || !(self.ends(last + 1) || mark != '-' && self.mark(last + 1) == '-') {
                return None;
            }
            let mut moment = Moment::new(Core::Day, second.0 as i8, day.0 as i8).of(When::Calendar, full);
            if ymd(full, second.0 as i8, day.0 as i8).is_none() {
                // Three pairs of figures are often something else.
                if is_short {
                    return None;
                }
                moment.note = Note::NoDate;
            }
            return self.ends_at(moment, last + 1);
        }
        if !self.ends(at + 3) || first.1 > 2 {
            return None;
        }
        let (day, month) = (first.0 as i8, second.0 as i8);
        let moment = if second.1 == 4 {
            let is_month = (1..=12).contains(&day) && (2000..=2100).contains(&second.0) && mark != '.';
            is_month.then(|| Moment::new(Core::Month, day, 0).of(When::Calendar, second.0))
        } else {
            // `in 3/4 van de klassen` is no date.
            let is_share = self.word(at + 3) == Word::Of && self.word(at + 4) != Word::This;
            let is_day = is_led
                && mark == '/'
                && self.glued(at + 1)
                && second.1 <= 2
                && !is_share
                && ymd(2000, month, day).is_some();
            is_day.then(|| Moment::new(Core::Day, month, day))
        };
        self.ends_at(moment?, at + 3)
    }

    /// `2024-2025`, `24-25`, `'24-'25`, `2024/25`, or one year; with `school year` behind it where English has it there.
    pub(super) fn years(&self, at: usize) -> Option<Moment> {
        let after_school_year = at > 0 && self.unit_at(at - 1) == Some(Unit::SchoolYear);
        self.school_years(at, self.whole || after_school_year)
    }

    /// The same, where it may be known that a school year is spoken of.
    #[inline(never)]
    pub(super) fn school_years(&self, at: usize, is_school: bool) -> Option<Moment> {
        let first = self.short_year(at);
        let after = self.end.get();
        let is_long = self.is_long(at);
        let dash = matches!(self.mark(after), '-' | '–' | '—' | '‑' | '−' | '/');
        let mut second = if dash && first > 0 { self.short_year(after + 1) } else { 0 };
        if second > 0 && !self.ends(self.end.get()) {
            second = 0;
        }
        let mut moment = if second == 0 {
            let year = self.year(at);
            if year == 0 {
                return None;
            }
            Moment::new(Core::Year, 0, 0).of(When::Calendar, year)
        } else {
            // Two figures are a year when a school year is spoken of, and after four before the one that follows.
            let second_long = self.is_long(after + 1);
            let is_said = is_school || self.unit_at(self.end.get()) == Some(Unit::SchoolYear);
            if !(is_said && (is_long || !second_long) || is_long && (second_long || second == first + 1)) {
                return None;
            }
            let years = (second - first).clamp(-100, 100) as i8;
            let core = if years == 1 { Core::SchoolYear } else { Core::Years };
            Moment::new(core, years, 0).of(When::School, first)
        };
        // With `school year` behind the years.
        let end = self.end.get();
        if self.word(end) == Word::Unit && self.unit_at(end) == Some(Unit::SchoolYear) {
            if moment.core == Core::Years {
                moment.note = Note::NoYears;
            }
            moment.core = Core::SchoolYear;
            self.end.set(end + 1);
            moment = moment.pointed();
        }
        Some(moment)
    }

    /// A year in four figures or two; 0 where there is none.
    fn short_year(&self, at: usize) -> i16 {
        let year = self.year(at);
        if year == 0 && self.word(at) == Word::Digits && self.length(at) == 2 {
            self.end.set(at + 1);
            return 2000 + self.value(at) as i16;
        }
        year
    }

    fn is_long(&self, at: usize) -> bool {
        self.length(at) == 4
    }
}

/// What stands between the figures of a date.
fn is_separator(mark: char) -> bool {
    matches!(mark, '/' | '-' | '.')
}
