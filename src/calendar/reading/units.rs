//! Units of time by their number or their name: `eerste trimester`, `week 20`, `schooljaar 2024-2025`.

use super::Reader;
use super::shape::{Core, Moment, NTH, Note, When};
use super::word::{CALENDAR_YEAR, Part, Relation, SCHOOL_WEEK, Word};
use crate::calendar::Unit;

impl Reader<'_> {
    /// `eerste trimester`, `laatste schooldag`, `tweede semester van 2025-2026`.
    #[inline(never)]
    pub(super) fn numbered(&self, at: usize) -> Option<Moment> {
        let number = self.ordinal(at)?;
        let is_half = (1..=2).contains(&number);
        if is_half && (self.word(at + 1), self.value(at + 1)) == (Word::Part, 1) {
            return self.half(number, self.moment(at + 1)?);
        }
        if self.word(at + 1) == Word::Weekday {
            // The first Monday of a month has a place that no day of a month has.
            let is_of = self.word(at + 2) == Word::Of || self.relation(at + 2) == Some(Relation::In);
            let month = if is_of && number <= 5 { self.month_number(at + 3)? } else { return None };
            let place = NTH + number * 8 + self.value(at + 1) as i8;
            return Some(self.when(Moment::new(Core::Day, month, place), at + 4, false));
        }
        if is_half && self.named_amount(at + 1) == Some((6, Unit::Month)) {
            return Some(self.when(Moment::new(Core::YearPart, number, 6), at + 2, false));
        }
        if self.word(at + 1) != Word::Unit {
            return None;
        }
        let unit = self.unit_at(at + 1)?;
        if unit == Unit::Week {
            if let Some(week) = self.week_of(at + 1) {
                return Some(week);
            }
            if self.word(at + 2) != Word::Of {
                self.end.set(at + 2);
                return if self.value(at + 1) == SCHOOL_WEEK { self.week_of_lessons(number) } else { None };
            }
            let Some(month) = self.month_number(at + 3) else { return self.week_of_term(number, at + 3) };
            // The first week of a month has its fourth day in it, the last one the 28th at least.
            let day = if number == 0 { 28 } else { number.min(4) * 7 - 3 };
            return Some(self.when(Moment::new(Core::Week, month, day), at + 4, false));
        }
        if unit != Unit::Workday {
            return self.nth(unit, number, at + 2);
        }
        let mut end = at + 2;
        while self.is_link(end) {
            end += 1;
        }
        let year = match self.word(end) {
            Word::This => self.pointed(end),
            _ => self.unit(end).or_else(|| self.bare_unit(end)),
        };
        let mut moment = match year {
            Some(year) if year.core == Core::SchoolYear => year,
            _ => {
                self.end.set(at + 2);
                Moment::new(Core::SchoolYear, 0, 0).pointed()
            }
        };
        moment.part = Some(if number == 1 { Part::Start } else { Part::End });
        (number <= 1).then_some(moment)
    }

    /// Half of a school year is a semester, of a year six months; half a month is due in its middle or at its end.
    fn half(&self, number: i8, whole: Moment) -> Option<Moment> {
        let (core, part) = match (whole.core, number) {
            (Core::SchoolYear, _) => (Core::Semester, None),
            (Core::Year, _) => (Core::YearPart, None),
            (Core::Month, 2) => return Some(Moment { part: Some(Part::End), ..whole }),
            (Core::Month, _) => return Some(whole),
            _ => return None,
        };
        Some(Moment { core, part, first: number, second: 6, ..whole })
    }

    #[inline(never)]
    pub(super) fn nth(&self, unit: Unit, number: i8, at: usize) -> Option<Moment> {
        let parts = parts_of(unit);
        if parts == 0 {
            return None;
        }
        let number = if number == 0 { parts } else { number };
        let mut moment = self.when_school(part(unit, number), at);
        if !(1..=parts).contains(&number) {
            moment.note = Note::NoPart;
        }
        Some(moment)
    }

    /// `schooljaar 2024-2025`, `trimester 2`, `Q1 2025`, `jaar 2025`.
    #[inline(never)]
    pub(super) fn unit(&self, at: usize) -> Option<Moment> {
        let unit = self.unit_at(at)?;
        let next = at + 1 + usize::from(self.mark(at + 1) == '.');
        match unit {
            Unit::SchoolYear => {
                let mut moment = self.school_years(next, true)?;
                if moment.core == Core::Years {
                    moment.note = Note::NoYears;
                }
                moment.core = Core::SchoolYear;
                Some(moment.pointed())
            }
            Unit::Year if self.word(at) == Word::Unit => {
                let year = self.year(next);
                (year > 0).then(|| self.year_of(at, year))
            }
            _ => {
                // A single letter is a unit in `Q1` only.
                let stands = self.length(at) > 1 || self.glued(next);
                let before = self.before(at);
                let counts = unit == Unit::Week && matches!(before, Word::Digits | Word::Number | Word::Article);
                if stands && !counts { self.place(unit, next) } else { None }
            }
        }
    }

    /// A year, or a calendar year when it is called so.
    pub(super) fn year_of(&self, at: usize, year: i16) -> Moment {
        Moment::new(Core::Year, i8::from(self.value(at) == CALENDAR_YEAR), 0).of(When::Calendar, year)
    }
}

/// How many of a unit a year or a school year has; 0 for other units.
fn parts_of(unit: Unit) -> i8 {
    match unit {
        Unit::Trimester => 3,
        Unit::Semester => 2,
        Unit::Quarter => 4,
        Unit::Week => 53,
        _ => 0,
    }
}

pub(super) fn part(unit: Unit, number: i8) -> Moment {
    let core = match unit {
        Unit::Trimester => Core::Trimester,
        Unit::Semester => Core::Semester,
        Unit::Week => return Moment::new(Core::Week, 0, number),
        _ => Core::YearPart,
    };
    Moment::new(core, number, 3)
}
