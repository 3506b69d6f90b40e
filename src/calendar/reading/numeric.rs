//! Times in figures: `30/06/2025`, `2025-06-30`, `2024-2025`, `'25`.

use super::Reader;
use super::moment::{Core, Fault, Found, Moment, When};
use super::word::Word;
use crate::calendar::Unit;
use crate::calendar::date::ymd;

/// What stands between the figures of a date.
const SEPARATORS: [char; 3] = ['/', '-', '.'];

impl Reader<'_> {
    /// A year: four figures, or two after an apostrophe.
    pub(super) fn year(&self, at: usize) -> Option<(i16, usize)> {
        match self.word(at) {
            Word::Digits(year @ 1900..2200, 4) => Some((year as i16, at + 1)),
            Word::Mark('\'' | '’' | '‘') => match self.word(at + 1) {
                Word::Digits(year, 2) if self.glued(at + 1) => Some((2000 + year as i16, at + 2)),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether figures end here, and no other figures or letters are stuck to them.
    fn ends(&self, at: usize) -> bool {
        match self.word(at) {
            Word::Mark(mark) => !(self.glued(at) && SEPARATORS.contains(&mark) && self.is_glued_number(at + 1)),
            _ => !self.glued(at),
        }
    }

    fn is_glued_number(&self, at: usize) -> bool {
        self.glued(at) && matches!(self.word(at), Word::Digits(..))
    }

    /// Whether figures begin here: after a blank, a bracket or another mark that opens.
    fn begins(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or(Word::Mark(' '), |before| self.word(before));
        !self.glued(at) || matches!(before, Word::Mark(mark) if !SEPARATORS.contains(&mark) && mark != '+')
    }

    /// Figures with the same mark between them.
    fn separated(&self, at: usize) -> Option<char> {
        match self.word(at + 1) {
            Word::Mark(mark) if SEPARATORS.contains(&mark) && self.glued(at + 1) && self.is_glued_number(at + 2) => {
                Some(mark)
            }
            _ => None,
        }
    }

    /// A date or a month in figures. A day and a month alone (`30/6`) could be a score, so they need more to go by.
    #[inline(never)]
    pub(super) fn numeric(&self, at: usize, is_led: bool) -> Found {
        let Word::Digits(first, first_length) = self.word(at) else { return None };
        let mark = self.separated(at)?;
        let Word::Digits(second, second_length) = self.word(at + 2) else { return None };
        if !self.begins(at) || second_length > 4 {
            return None;
        }
        if self.separated(at + 2) == Some(mark) {
            let Word::Digits(third, third_length) = self.word(at + 4) else { return None };
            let (year, month, day) = match (first_length, second_length, third_length) {
                (4, 1 | 2, 1 | 2) => (first, second, third),
                (1 | 2, 1 | 2, 4) => (third, second, first),
                (1 | 2, 1 | 2, 2) if third <= 60 => (2000 + third, second, first),
                _ => return None,
            };
            if !self.ends(at + 5) || !(1900..2200).contains(&year) {
                return None;
            }
            let date = ymd(year as i16, month as i8, day as i8);
            let moment = match date {
                Some(date) => Moment::new(Core::Date(date), When::Open),
                // Three pairs of figures are often something else.
                None if third_length == 2 && first_length < 4 => return None,
                None => Moment { fault: Some(Fault::Date), ..Moment::new(Core::Day(1, 1), When::Open) },
            };
            return Some((moment, at + 5));
        }
        if !self.ends(at + 3) || first_length > 2 {
            return None;
        }
        match (second, second_length) {
            (2000..=2100, 4) if (1..=12).contains(&first) && mark != '.' => {
                Some((Moment::new(Core::Month(first as i8), When::Year(second as i16)), at + 3))
            }
            (1..=12, 1 | 2) if is_led && mark == '/' && ymd(2000, second as i8, first as i8).is_some() => {
                Some((Moment::new(Core::Day(second as i8, first as i8), When::Open), at + 3))
            }
            _ => None,
        }
    }

    /// `2024-2025`, `24-25`, `'24-'25`, `2024/25`, or one year; with `school year` behind it where English has it there.
    #[inline(never)]
    pub(super) fn years(&self, at: usize) -> Found {
        let before = at.checked_sub(1).map_or(Word::Other, |before| self.word(before));
        self.school_years(at, self.whole || matches!(before, Word::Unit(Unit::SchoolYear, _)))
    }

    /// The same, where it may be known that a school year is spoken of.
    pub(super) fn school_years(&self, at: usize, is_school: bool) -> Found {
        let (moment, end) = self.years_alone(at, is_school)?;
        match self.word(end) {
            Word::Unit(Unit::SchoolYear, false) => {
                let fault = matches!(moment.core, Core::Years(..)).then_some(Fault::Years);
                Some((Moment { core: Core::SchoolYear, fault, pointed: true, ..moment }, end + 1))
            }
            _ => Some((moment, end)),
        }
    }

    fn years_alone(&self, at: usize, is_school: bool) -> Found {
        let (first, length, after) = self.short_year(at)?;
        let dash = matches!(self.word(after), Word::Mark('-' | '–' | '—' | '‑' | '−' | '/'));
        let second = if dash { self.short_year(after + 1) } else { None };
        let Some((second, second_length, end)) = second.filter(|(.., end)| self.ends(*end)) else {
            let (year, end) = self.year(at)?;
            return Some((Moment::new(Core::Year, When::Year(year)), end));
        };
        // Two figures are a year when a school year is spoken of, and before the one that follows only.
        let is_range = length == 4 && (second_length == 4 || is_school || second == first + 1)
            || is_school && second_length == 2
            || self.word(end) == Word::Unit(Unit::SchoolYear, false);
        if !is_range {
            return None;
        }
        let moment = if second == first + 1 {
            Moment::new(Core::SchoolYear, When::SchoolYear(first))
        } else {
            Moment::new(Core::Years(first, second), When::SchoolYear(first))
        };
        Some((moment, end))
    }

    /// A year in four or two figures, with how many there are.
    fn short_year(&self, at: usize) -> Option<(i16, u8, usize)> {
        if let Some((year, end)) = self.year(at) {
            return Some((year, if end == at + 1 { 4 } else { 2 }, end));
        }
        match self.word(at) {
            Word::Digits(year, 2) => Some((2000 + year as i16, 2, at + 1)),
            _ => None,
        }
    }
}
