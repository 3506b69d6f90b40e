//! Weeks and their days: `week 20`, `de week van 12 mei`, `tegen vrijdag`.

use super::Reader;
use super::shape::{Core, Moment, When};
use super::word::{Relation, Word};
use crate::calendar::Unit;
use crate::calendar::date::{monday_of, on_or_after};

impl Reader<'_> {
    pub(super) fn is_weekday(&self, at: usize) -> bool {
        matches!(self.word(at), Word::Weekday | Word::ShortWeekday)
    }

    /// The week of a day, as in `in de week van 12 mei`, or around a holiday, as in `de week na de herfstvakantie`.
    pub(super) fn week_of(&self, at: usize) -> Option<Moment> {
        if self.word(at) != Word::Unit || self.unit_at(at) != Some(Unit::Week) {
            return None;
        }
        let relation = self.relation(at + 1);
        let mut from = at + 1 + usize::from(relation.is_some() || self.word(at + 1) == Word::Of);
        from += usize::from(self.word(from) == Word::Article);
        let moment = self.numeric(from, true).or_else(|| self.moment(from))?;
        let day = match (moment.core, relation) {
            (Core::Day, None) => return Some(Moment { core: Core::Week, ..moment }),
            (Core::Holiday, Some(Relation::Before)) => self.occurrence(&moment, Relation::Before)?.before,
            (Core::Holiday, Some(Relation::After)) => self.occurrence(&moment, Relation::After)?.after,
            _ => return None,
        };
        Some(Moment { core: Core::Week, ..Moment::day(day) })
    }

    /// The first or the last week of a trimester or a school year, with three days of it at least.
    pub(super) fn week_of_term(&self, number: i8, at: usize) -> Option<Moment> {
        let from = at + usize::from(self.word(at) == Word::Article);
        let term = self.bare_unit(from).or_else(|| self.moment(from))?;
        let is_term = matches!(term.core, Core::Trimester | Core::SchoolYear) && term.part.is_none();
        if is_term { self.week_within(number, &term) } else { None }
    }

    /// The first or the last week of lessons that is not over.
    pub(super) fn week_of_lessons(&self, number: i8) -> Option<Moment> {
        let of = |year: i16| {
            self.week_within(number, &Moment::new(Core::SchoolYear, 0, 0).of(When::School, self.first_year + year))
        };
        let week = of(0)?;
        if self.occurrence(&week, Relation::In)?.end < self.today { of(1) } else { Some(week) }
    }

    fn week_within(&self, number: i8, term: &Moment) -> Option<Moment> {
        let found = self.occurrence(term, Relation::In)?;
        let day = match number {
            0 => found.due? - 2,
            1 => found.start + 2,
            _ => return None,
        };
        Some(Moment { core: Core::Week, ..Moment::day(day) })
    }

    /// `vrijdag volgende week`, or the next one where a preposition makes a date of it: `tegen vrijdag`.
    pub(super) fn weekday(&self, at: usize) -> Option<Moment> {
        if self.word(at) != Word::Weekday {
            return None;
        }
        let value = i32::from(self.value(at));
        let next = at + 1 + usize::from(self.word(at + 1) == Word::Of);
        if self.word(next) == Word::This && self.unit_at(next + 1) == Some(Unit::Week) {
            let week = self.moment(next)?;
            let day = self.occurrence(&week, Relation::In)?.start;
            return self.ends_at(Moment::day(monday_of(day) + value).pointed(), next + 2);
        }
        let is_date = match at.checked_sub(1).and_then(|before| self.relation(before)) {
            Some(Relation::By | Relation::NoLater | Relation::From) => true,
            // In Dutch, `voor maandag` is for it.
            Some(Relation::Before) => self.whole || self.english(),
            _ => false,
        };
        // `van maandag tot en met vrijdag` is each week.
        if !is_date || self.is_until(at + 1) || self.is_weekday(at.wrapping_sub(2)) {
            return None;
        }
        self.ends_at(Moment::day(on_or_after(self.today + 1, value)).pointed(), at + 1)
    }

    /// The number of a trimester, a quarter or a week. One figure after `week` is rather one of a course.
    pub(super) fn place(&self, unit: Unit, at: usize) -> Option<Moment> {
        let length = self.length(at);
        let is_week = unit == Unit::Week;
        let fits = if is_week { length == 2 || length == 1 && self.whole } else { length == 1 };
        if self.word(at) != Word::Digits || self.value(at) == 0 || !fits {
            return None;
        }
        let moment = self.nth(unit, self.value(at) as i8, at + 1)?;
        // `week 12 van het traject`
        let is_other = is_week && !moment.is_dated() && self.word(self.end.get()) == Word::Of;
        (!is_other).then_some(moment)
    }
}
