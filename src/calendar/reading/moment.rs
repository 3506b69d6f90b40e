//! One moment as it is written: a day, a month, a trimester, with the year it says or leaves open.

use super::Reader;
use super::word::{Feast, Part, Relation, Word};
use crate::calendar::date::{on_or_after, plus, ymd};
use crate::calendar::{Date, Holiday, SchoolYear, TrimesterConvention, Unit};
use crate::content::Language;

/// What is named, apart from its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Core {
    /// A day that is known in full.
    Date(Date),
    /// The week that a day is in.
    Week(Date),
    /// A day of a month, the month first.
    Day(i8, i8),
    /// The week of such a day.
    WeekOf(i8, i8),
    Month(i8),
    /// The first, second, ... so many months of a year.
    YearPart(i8, i8),
    Year,
    Season(i8),
    Feast(Feast),
    Holiday(Holiday),
    Trimester(u8),
    Semester(u8),
    SchoolYear,
    /// From a year to a year.
    Years(i16, i16),
}

/// The year of a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// It is not said.
    Open,
    Year(i16),
    /// The school year that starts in this year.
    SchoolYear(i16),
}

/// What makes a moment impossible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Date,
    Years,
    Part,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) core: Core,
    pub(super) part: Option<Part>,
    pub(super) when: When,
    /// Whether it says “this” or “next”, or something else that makes it a time on its own.
    pub(super) pointed: bool,
    pub(super) fault: Option<Fault>,
}

impl Moment {
    pub(super) fn new(core: Core, when: When) -> Self {
        Self { core, part: None, when, pointed: false, fault: None }
    }

    fn pointed(core: Core, when: When) -> Self {
        Self { pointed: true, ..Self::new(core, when) }
    }

    fn faulty(core: Core, fault: Fault) -> Self {
        Self { fault: Some(fault), ..Self::pointed(core, When::Open) }
    }
}

/// A moment and the place after its last item.
pub(super) type Found = Option<(Moment, usize)>;

impl Reader<'_> {
    /// The moment that starts here.
    #[inline(never)]
    pub(super) fn moment(&self, at: usize) -> Found {
        match self.word(at) {
            // `vrijdag 30 mei`: the weekday adds nothing. (A wrong one is not for us to judge.)
            Word::Weekday(..) => {
                let day = if matches!(self.word(at + 1), Word::Mark(',' | '.')) { at + 2 } else { at + 1 };
                self.numeric(day, true).or_else(|| self.day(day))
            }
            Word::Part(part) => {
                let mut from = at + 1;
                while matches!(self.word(from), Word::Of | Word::Article | Word::Mark('-')) {
                    from += 1;
                }
                let (mut moment, end) = match self.word(from) {
                    Word::Part(_) => return None,
                    _ => self.bare_unit(from).or_else(|| self.moment_without_part(from))?,
                };
                // What is known by its day has no parts.
                if !matches!(moment.core, Core::Date(_) | Core::Day(..) | Core::Feast(_)) {
                    moment.part = Some(part);
                }
                Some((moment, end))
            }
            _ => self.moment_without_part(at),
        }
    }

    fn moment_without_part(&self, at: usize) -> Found {
        match self.word(at) {
            Word::This(shift) => self.pointed(at, shift),
            Word::Digits(..) | Word::Mark('\'' | '’' | '‘') => {
                self.numeric(at, false).or_else(|| self.day(at)).or_else(|| self.years(at))
            }
            Word::Ordinal(_) => self.day(at).or_else(|| self.numbered(at)),
            Word::Month(..) => self.day(at).or_else(|| self.month(at)),
            Word::Unit(..) | Word::HalfYear => self.unit(at),
            Word::Season(_) | Word::Feast(_) | Word::Holiday(_) => self.named(at),
            Word::FromToday(days) => Some((Moment::new(Core::Date(plus(self.today, days.into())), When::Open), at + 1)),
            _ => None,
        }
    }

    /// `dit schooljaar`, `volgende maand`, `deze zomer`.
    fn pointed(&self, at: usize, shift: i8) -> Found {
        let here = self.today;
        let moment = match self.word(at + 1) {
            Word::Unit(Unit::SchoolYear, _) => {
                if let Some((years, end)) = self.years(at + 2) {
                    return Some((years, end));
                }
                Moment::pointed(Core::SchoolYear, When::SchoolYear(self.first_year + i16::from(shift)))
            }
            Word::Unit(Unit::Year, _) => Moment::pointed(Core::Year, When::Year(here.year() + i16::from(shift))),
            Word::Unit(Unit::Month, false) => {
                let month = i16::from(here.month()) - 1 + i16::from(shift);
                let year = When::Year(here.year() + month.div_euclid(12));
                Moment::pointed(Core::Month((month.rem_euclid(12) + 1) as i8), year)
            }
            Word::Unit(Unit::Week, false) => Moment::pointed(Core::Week(plus(here, 7 * i32::from(shift))), When::Open),
            Word::Unit(unit @ (Unit::Trimester | Unit::Semester | Unit::Quarter), false) => {
                self.this_part(unit, shift.into())?
            }
            Word::Weekday(day, false) if shift >= 0 => {
                Moment::pointed(Core::Date(on_or_after(plus(here, 1), day.into())), When::Open)
            }
            Word::Month(..) | Word::Season(_) | Word::Feast(_) | Word::Holiday(_) if shift >= 0 => {
                let (moment, end) = self.moment_without_part(at + 1)?;
                return Some((Moment { pointed: true, ..moment }, end));
            }
            _ => return None,
        };
        Some((moment, at + 2))
    }

    /// The trimester, semester or quarter of today, or one before or after it.
    fn this_part(&self, unit: Unit, shift: i32) -> Option<Moment> {
        let here = self.today;
        let parts = match unit {
            Unit::Trimester => 3,
            Unit::Semester => 2,
            _ => 4,
        };
        let current = match unit {
            Unit::Trimester => {
                let trimesters = SchoolYear::of(here).ok()?.trimesters(TrimesterConvention::default());
                trimesters.iter().filter(|trimester| trimester.end() < here).count().min(2) as i32
            }
            Unit::Semester => i32::from((2..9).contains(&here.month())),
            _ => i32::from(here.month() - 1) / 3,
        };
        let index = current + shift;
        let (years, number) = (index.div_euclid(parts) as i16, index.rem_euclid(parts) as u8 + 1);
        let core = part_core(unit, number)?;
        let when = match core {
            Core::YearPart(..) => When::Year(here.year() + years),
            _ => When::SchoolYear(self.first_year + years),
        };
        Some(Moment::pointed(core, when))
    }

    /// A unit that stands alone after `einde van het`.
    fn bare_unit(&self, at: usize) -> Found {
        let Word::Unit(unit, false) = self.word(at) else { return None };
        if self.unit(at).is_some() {
            return None;
        }
        let moment = match unit {
            Unit::SchoolYear => Moment::pointed(Core::SchoolYear, When::Open),
            Unit::Year => Moment::pointed(Core::Year, When::Open),
            Unit::Month => Moment::pointed(Core::Month(self.today.month()), When::Year(self.today.year())),
            Unit::Week => Moment::pointed(Core::Week(self.today), When::Open),
            _ => self.this_part(unit, 0)?,
        };
        Some((moment, at + 1))
    }

    /// `30 juni 2025`, `de 1ste september`, `June 30th, 2025`.
    #[inline(never)]
    pub(super) fn day(&self, at: usize) -> Found {
        let (day, month, end) = if let Some(day) = self.day_number(at) {
            let month = if self.word(at + 1) == Word::Of { at + 2 } else { at + 1 };
            (day, self.month_number(month)?, month + 1)
        } else {
            let day = if self.word(at + 1) == Word::Article { at + 2 } else { at + 1 };
            let month = self.month_number(at).filter(|_| self.table.language == Language::En)?;
            (self.day_number(day).filter(|day| *day <= 31)?, month, day + 1)
        };
        let (when, end) = self.when(end, true);
        let core = Core::Day(month, day);
        let exists = match when {
            When::Year(year) => ymd(year, month, day),
            _ => ymd(2000, month, day),
        };
        Some((if exists.is_some() { Moment::new(core, when) } else { Moment::faulty(core, Fault::Date) }, end))
    }

    pub(super) fn day_number(&self, at: usize) -> Option<i8> {
        match self.word(at) {
            Word::Digits(day @ 0..100, 1 | 2) => Some(day as i8),
            Word::Ordinal(day) if day > 0 => Some(day as i8),
            _ => None,
        }
    }

    pub(super) fn month(&self, at: usize) -> Found {
        let month = self.month_number(at)?;
        let (when, end) = self.when(at + 1, false);
        Some((Moment::new(Core::Month(month), when), end))
    }

    /// The month that is named here; none for a word that only looks like one.
    fn month_number(&self, at: usize) -> Option<i8> {
        let Word::Month(month, is_short) = self.word(at) else { return None };
        let english = self.table.language == Language::En;
        let before = at.checked_sub(1).map_or(Word::Other, |before| self.word(before));
        let next = if self.word(at + 1) == Word::Mark('.') { self.word(at + 2) } else { self.word(at + 1) };
        let led = matches!(before, Word::Relation(_) | Word::Part(_) | Word::Of | Word::This(_) | Word::And);
        let counted = matches!(before, Word::Digits(..) | Word::Ordinal(_))
            || matches!(next, Word::Digits(..) | Word::Ordinal(_) | Word::Mark('\'' | '’' | '‘'));
        let capital = self.items.get(at).is_some_and(|item| item.capital);
        let alone = self.whole && self.items.len() <= 2;
        let is_month = if is_short {
            // `jan` is a name as well.
            counted || alone || led && (english || !capital)
        } else if english && matches!(month, 3 | 5) {
            // `may` and `march` are verbs as well.
            let joined = matches!(before, Word::Mark('-' | ',' | '/'));
            next != Word::Verb && (counted || alone || led || capital && (joined || matches!(next, Word::Mark(_))))
        } else {
            true
        };
        is_month.then_some(month as i8)
    }

    /// `eerste trimester`, `laatste schooldag`, `tweede semester van 2025-2026`.
    fn numbered(&self, at: usize) -> Found {
        let Word::Ordinal(number) = self.word(at) else { return None };
        match self.word(at + 1) {
            Word::Unit(Unit::Workday, false) if number <= 1 => {
                let mut end = at + 2;
                while matches!(self.word(end), Word::Of | Word::Article) {
                    end += 1;
                }
                let year = match self.word(end) {
                    Word::This(shift) => self.pointed(end, shift),
                    Word::Unit(Unit::SchoolYear, _) => self.unit(end).or_else(|| self.bare_unit(end)),
                    _ => None,
                };
                let (moment, end) = match year {
                    Some((year, after)) if year.core == Core::SchoolYear => (year, after),
                    _ => (Moment::pointed(Core::SchoolYear, When::Open), at + 2),
                };
                Some((Moment { part: Some(if number == 1 { Part::Start } else { Part::End }), ..moment }, end))
            }
            Word::Unit(unit, false) => self.nth(unit, number, at + 2),
            Word::HalfYear if (1..=2).contains(&number) => {
                let (when, end) = self.when(at + 2, false);
                Some((Moment::new(Core::YearPart(number as i8, 6), when), end))
            }
            _ => None,
        }
    }

    fn nth(&self, unit: Unit, number: u8, at: usize) -> Found {
        let parts = match unit {
            Unit::Trimester => 3,
            Unit::Semester => 2,
            Unit::Quarter => 4,
            _ => return None,
        };
        let number = if number == 0 { parts } else { number };
        let core = part_core(unit, number)?;
        let (when, end) = match self.years_of(at) {
            Some(found) => found,
            None => self.when(at, false),
        };
        let fault = (number > parts).then_some(Fault::Part);
        Some((Moment { fault, ..Moment::new(core, when) }, end))
    }

    /// `schooljaar 2024-2025`, `trimester 2`, `Q1 2025`, `jaar 2025`.
    fn unit(&self, at: usize) -> Found {
        let Word::Unit(unit, plural) = self.word(at) else { return None };
        let next = if self.word(at + 1) == Word::Mark('.') { at + 2 } else { at + 1 };
        match unit {
            Unit::SchoolYear => {
                let (mut moment, end) = self.years(next)?;
                if let Core::Years(first, last) = moment.core {
                    moment = Moment::new(Core::SchoolYear, When::SchoolYear(first));
                    moment.fault = (last != first + 1).then_some(Fault::Years);
                }
                if moment.core == Core::Year {
                    moment.core = Core::SchoolYear;
                }
                Some((Moment { pointed: true, ..moment }, end))
            }
            Unit::Year if !plural => {
                let (year, end) = self.year(next)?;
                Some((Moment::new(Core::Year, When::Year(year)), end))
            }
            Unit::Trimester | Unit::Semester | Unit::Quarter => {
                let Word::Digits(number, 1) = self.word(next) else { return None };
                // A single letter is a unit in `Q1` only.
                let is_letter = self.items.get(at).is_some_and(|item| item.end - item.start == 1);
                if number == 0 || is_letter && !self.glued(next) {
                    return None;
                }
                self.nth(unit, number as u8, next + 1)
            }
            _ => None,
        }
    }

    /// A season, a feast or a holiday, with its year.
    fn named(&self, at: usize) -> Found {
        let word = self.word(at);
        let vacation = if self.word(at + 1) == Word::Mark('-') { at + 2 } else { at + 1 };
        let holiday = match word {
            Word::Holiday(holiday) => Some(holiday),
            _ if self.word(vacation) != Word::Vacation => None,
            Word::Season(1) => Some(Holiday::Summer),
            Word::Season(2) => Some(Holiday::Autumn),
            Word::Feast(Feast::FromEaster(0)) => Some(Holiday::Easter),
            Word::Feast(Feast::Fixed(12, _)) => Some(Holiday::Christmas),
            _ => None,
        };
        let (core, end) = match (holiday, word) {
            (Some(holiday), Word::Holiday(_)) if self.word(at + 1) != Word::Vacation => {
                (Core::Holiday(holiday), at + 1)
            }
            (Some(holiday), _) => (Core::Holiday(holiday), vacation + 1),
            (None, Word::Season(season)) => (Core::Season(season as i8), at + 1),
            (None, Word::Feast(feast)) => (Core::Feast(feast), at + 1),
            _ => return None,
        };
        let (when, end) = match self.years_of(end) {
            Some(found) => found,
            None => self.when(end, false),
        };
        Some((Moment::new(core, when), end))
    }

    /// The school year after a part of it: `3de trimester 2022-2023`, `trimester 1 van schooljaar 24-25`.
    fn years_of(&self, at: usize) -> Option<(When, usize)> {
        let from = if matches!(self.word(at), Word::Of | Word::Mark('(' | ',')) { at + 1 } else { at };
        let (moment, end) = self.years(from)?;
        match moment.core {
            Core::SchoolYear => Some((moment.when, end)),
            _ => None,
        }
    }

    /// The year that follows a moment, as a calendar year or as a school year.
    fn when(&self, at: usize, after_day: bool) -> (When, usize) {
        let open = (When::Open, at);
        let mut from = at;
        match self.word(at) {
            Word::Mark('.') => from += 1,
            Word::Mark(',') if self.table.language == Language::En => from += 1,
            _ => {}
        }
        if let Some((year, end)) = self.year(from) {
            return (When::Year(year), end);
        }
        // `30 juni 25` at the end of a clause.
        if after_day
            && let Word::Digits(year @ 20..=60, 2) = self.word(from)
            && matches!(self.items.get(from + 1).map(|item| item.word), None | Some(Word::Mark('.' | ',' | ';' | ')')))
        {
            return (When::Year(2000 + year as i16), from + 1);
        }
        let mut from = at;
        while matches!(self.word(from), Word::Of | Word::Article | Word::Mark('(') | Word::Relation(Relation::In)) {
            from += 1;
        }
        match self.word(from) {
            Word::This(shift) if matches!(self.word(from + 1), Word::Unit(Unit::Year | Unit::SchoolYear, _)) => {
                self.pointed(from, shift).map_or(open, |(moment, end)| (moment.when, end))
            }
            Word::Unit(Unit::SchoolYear, _) => match self.unit(from) {
                Some((Moment { core: Core::SchoolYear, when, fault: None, .. }, end)) => (when, end),
                _ => open,
            },
            Word::Digits(..) if from == at + 1 && self.word(at) == Word::Of => {
                self.year(from).map_or(open, |(year, end)| (When::Year(year), end))
            }
            _ => open,
        }
    }
}

fn part_core(unit: Unit, number: u8) -> Option<Core> {
    Some(match unit {
        Unit::Trimester => Core::Trimester(number),
        Unit::Semester => Core::Semester(number),
        Unit::Quarter => Core::YearPart(number as i8, 3),
        _ => return None,
    })
}
