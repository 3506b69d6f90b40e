//! One moment as it is written: a day, a month, a trimester, with the year it says or leaves open.

use super::Reader;
use super::shape::{Core, Moment, Note, When};
use super::units::part;
use super::word::{HALF_TERM, NOW, Part, Relation, SCHOOL_WEEK, Word};
use crate::calendar::date::{date, monday_of, on_or_after, ymd};
use crate::calendar::{Holiday, SchoolYear, TrimesterConvention, Unit};
use crate::content::Language;

impl Reader<'_> {
    /// The moment that starts here.
    #[inline(never)]
    pub(super) fn moment(&self, at: usize) -> Option<Moment> {
        match self.word(at) {
            // `vrijdag 30 mei`: the weekday adds nothing. (A wrong one is not for us to judge.)
            Word::Weekday | Word::ShortWeekday => {
                let day = at + 1 + usize::from(matches!(self.mark(at + 1), ',' | '.'));
                self.numeric(day, true).or_else(|| self.day(day)).or_else(|| self.weekday(at))
            }
            Word::Part => {
                let mut from = at + 1;
                while self.is_link(from) || self.mark(from) == '-' {
                    from += 1;
                }
                if self.word(from) == Word::Part {
                    return None;
                }
                let mut moment = self.bare_unit(from).or_else(|| self.moment_without_part(from))?;
                // What is known by its day has no parts.
                if !matches!(moment.core, Core::Day | Core::Feast) {
                    moment.part = self.part_at(at);
                }
                Some(moment)
            }
            _ => self.moment_without_part(at),
        }
    }

    /// The part that is named here.
    pub(super) fn part_at(&self, at: usize) -> Option<Part> {
        match self.value(at) {
            _ if self.word(at) != Word::Part => None,
            0 => Some(Part::Start),
            1 => Some(Part::Middle),
            _ => Some(Part::End),
        }
    }

    #[inline(never)]
    fn moment_without_part(&self, at: usize) -> Option<Moment> {
        match self.word(at) {
            Word::This => self.numbered(at).or_else(|| self.pointed(at)),
            Word::Digits | Word::Mark => self.numeric(at, false).or_else(|| self.day(at)).or_else(|| self.years(at)),
            Word::Ordinal => self.day(at).or_else(|| self.numbered(at)),
            Word::Month | Word::ShortMonth => self.day(at).or_else(|| {
                let month = self.month_number(at)?;
                Some(self.when(Moment::new(Core::Month, month, 0), at + 1, false))
            }),
            Word::Unit | Word::Units => self.unit(at),
            Word::Season | Word::Feast | Word::Holiday => self.named(at),
            Word::FromToday if self.value(at) == NOW => {
                let is_from = self.relation(at.wrapping_sub(1)) == Some(Relation::From);
                if is_from { self.ends_at(Moment::day(self.today), at + 1) } else { None }
            }
            Word::FromToday => self.ends_at(Moment::day(self.today + i32::from(self.value(at))), at + 1),
            _ => None,
        }
    }

    /// What “this”, “next” or “last” adds: 0, 1 or -1.
    fn shift(&self, at: usize) -> i16 {
        match self.value(at) {
            0 => 0,
            1 => 1,
            _ => -1,
        }
    }

    /// `dit schooljaar`, `volgende maand`, `deze zomer`.
    #[inline(never)]
    pub(super) fn pointed(&self, at: usize) -> Option<Moment> {
        let shift = self.shift(at);
        match self.word(at + 1) {
            Word::Unit => self.unit_from_today(at + 1, shift),
            _ if shift < 0 => None,
            Word::Weekday => {
                let day = Moment::day(on_or_after(self.today + 1, self.value(at + 1).into()));
                self.ends_at(day.pointed(), at + 2)
            }
            Word::Month | Word::Season | Word::Feast | Word::Holiday => {
                self.moment_without_part(at + 1).map(Moment::pointed)
            }
            _ => None,
        }
    }

    /// The school year, year, month, week or trimester of today, or the one before or after it.
    #[inline(never)]
    fn unit_from_today(&self, at: usize, shift: i16) -> Option<Moment> {
        let here = date(self.today);
        let unit = self.unit_at(at)?;
        let moment = match unit {
            Unit::SchoolYear => {
                let years = self.years(at + 1);
                if years.is_some() {
                    return years;
                }
                Moment::new(Core::SchoolYear, 0, 0).of(When::School, self.first_year + shift)
            }
            Unit::Year => self.year_of(at, here.year() + shift),
            Unit::Week if self.word(at + 1) == Word::Weekday => {
                let day = monday_of(self.today) + 7 * i32::from(shift) + i32::from(self.value(at + 1));
                return self.ends_at(Moment::day(day).pointed(), at + 2);
            }
            Unit::Week => Moment { core: Core::Week, ..Moment::day(self.today + 7 * i32::from(shift)) },
            Unit::Month | Unit::Trimester | Unit::Semester | Unit::Quarter => {
                let month = i16::from(here.month()) - 1;
                let (parts, current) = match unit {
                    Unit::Month => (12, month),
                    Unit::Trimester => {
                        let year = SchoolYear::computed(self.first_year)?;
                        let trimesters = year.trimester_numbers(TrimesterConvention::default());
                        (3, trimesters.iter().take(2).filter(|(_, end)| *end < self.today).count() as i16)
                    }
                    Unit::Semester => (2, i16::from((1..8).contains(&month))),
                    _ => (4, month / 3),
                };
                let index = current + shift;
                let (years, number) = (index.div_euclid(parts), index.rem_euclid(parts) as i8 + 1);
                match unit {
                    Unit::Month => Moment::new(Core::Month, number, 0).of(When::Calendar, here.year() + years),
                    Unit::Quarter => part(unit, number).of(When::Calendar, here.year() + years),
                    _ => part(unit, number).of(When::School, self.first_year + years),
                }
            }
            _ => return None,
        };
        self.ends_at(moment.pointed(), at + 1)
    }

    /// A unit that stands alone after `einde van het`.
    #[inline(never)]
    pub(super) fn bare_unit(&self, at: usize) -> Option<Moment> {
        if self.word(at) != Word::Unit || self.unit(at).is_some() {
            return None;
        }
        let moment = self.unit_from_today(at, 0)?;
        // The end of the year or of the school year is the next one.
        Some(if matches!(moment.core, Core::SchoolYear | Core::Year) { moment.of(When::Open, 0) } else { moment })
    }

    /// `30 juni 2025`, `de 1ste september`, `June 30th, 2025`.
    #[inline(never)]
    pub(super) fn day(&self, at: usize) -> Option<Moment> {
        let day = self.day_number(at);
        let (day, month, end) = if day > 0 {
            let month = at + 1 + usize::from(self.word(at + 1) == Word::Of);
            (day, self.month_number(month)?, month + 1)
        } else {
            let month = self.month_number(at).filter(|_| self.english())?;
            let day = at + 1 + usize::from(self.word(at + 1) == Word::Article || self.mark(at + 1) == '.');
            (self.day_number(day), month, day + 1)
        };
        // In English the year may follow a month at once.
        if day == 0 || day > 31 && self.word(at) != Word::Digits {
            return None;
        }
        let mut moment = self.when(Moment::new(Core::Day, month, day), end, true);
        let year = if moment.when == When::Calendar { moment.year } else { 2000 };
        if ymd(year, month, day).is_none() {
            moment.note = Note::NoDate;
        }
        Some(moment)
    }

    /// What number an ordinal is, 0 for the last. In English `last week of June` is the last as well.
    pub(super) fn ordinal(&self, at: usize) -> Option<i8> {
        match (self.word(at), self.value(at)) {
            (Word::Ordinal, number) => Some(number as i8),
            (Word::This, 2)
                if self.english() && (self.word(at + 2) == Word::Of || self.value(at + 1) == SCHOOL_WEEK) =>
            {
                Some(0)
            }
            _ => None,
        }
    }

    /// A number that a day can have, or 0.
    pub(super) fn day_number(&self, at: usize) -> i8 {
        match self.word(at) {
            Word::Digits if self.length(at) <= 2 => self.value(at) as i8,
            Word::Ordinal => self.value(at) as i8,
            _ => 0,
        }
    }

    /// The month that is named here; none for a word that only looks like one.
    #[inline(never)]
    pub(super) fn month_number(&self, at: usize) -> Option<i8> {
        let word = self.word(at);
        let month = self.value(at);
        let next = at + 1 + usize::from(self.mark(at + 1) == '.');
        let before = self.before(at);
        let led = matches!(before, Word::Relation | Word::Part | Word::Of | Word::This | Word::And);
        let counted = matches!(before, Word::Digits | Word::Ordinal)
            || matches!(self.word(next), Word::Digits | Word::Ordinal)
            || is_apostrophe(self.mark(next));
        let capital = self.items.get(at).is_some_and(|item| item.capital);
        // `okt-dec`, `jan/feb`: two months hold each other.
        let is_month = |at| matches!(self.word(at), Word::Month | Word::ShortMonth);
        let is_joint = |at| self.is_until(at) || self.mark(at) == '/';
        let back = at.wrapping_sub(2);
        let back = back.wrapping_sub(usize::from(self.mark(back) == '.'));
        let paired = is_joint(next) && is_month(next + 1) || is_joint(at.wrapping_sub(1)) && is_month(back);
        let sure = counted || paired || self.whole && self.items.len() <= 2;
        let is_month = match word {
            // `jan` is a name as well.
            Word::ShortMonth => sure || led && (self.english() || !capital),
            // `may` and `march` are verbs as well.
            Word::Month if self.english() && matches!(month, 3 | 5) => {
                let joined = before == Word::Mark || self.word(next) == Word::Mark;
                self.word(next) != Word::Verb && (sure || led || capital && joined)
            }
            _ => word == Word::Month,
        };
        is_month.then_some(month as i8)
    }

    /// A season, a feast or a holiday, with its year.
    #[inline(never)]
    fn named(&self, at: usize) -> Option<Moment> {
        let (word, value) = (self.word(at), self.value(at) as i8);
        let vacation = at + 1 + usize::from(self.mark(at + 1) == '-');
        let is_vacation = self.word(vacation) == Word::Vacation;
        if word == Word::Season && self.unit_at(at + 1) == Some(Unit::Trimester) {
            // The spring term is the second.
            return Some(self.when_school(part(Unit::Trimester, (value + 1) % 3 + 1), at + 2));
        }
        let holiday = match (word, value) {
            (Word::Holiday, _) if self.value(at) == HALF_TERM => {
                let start = |holiday: Holiday| {
                    self.occurrence(&Moment::new(Core::Holiday, holiday as i8, 0), Relation::In)
                        .map(|found| found.start)
                };
                let first =
                    if start(Holiday::Carnival) < start(Holiday::Autumn) { Holiday::Carnival } else { Holiday::Autumn };
                first as i8
            }
            (Word::Holiday, _) => value,
            (Word::Season, 1) => Holiday::Summer as i8,
            (Word::Season, 2) => Holiday::Autumn as i8,
            (Word::Feast, 0) => Holiday::Easter as i8,
            (Word::Feast, 1) => Holiday::Christmas as i8,
            _ => -1,
        };
        let is_cut = self.is_cut(vacation);
        if holiday >= 0 && (is_vacation || is_cut || word == Word::Holiday) {
            let end = if is_vacation {
                vacation + 1
            } else if is_cut {
                vacation
            } else {
                at + 1
            };
            return Some(self.when_school(Moment::new(Core::Holiday, holiday, 0), end));
        }
        let moment = if word == Word::Season {
            Moment::new(Core::Season, value % 4, 0)
        } else {
            let (month, day) = super::word::FEASTS.get(usize::from(value.unsigned_abs())).copied()?;
            Moment::new(Core::Feast, month, day)
        };
        Some(self.when_school(moment, at + 1))
    }

    /// Whether the word for a holiday follows later: `herfst- en kerstvakantie`, `autumn and Christmas holidays`.
    fn is_cut(&self, at: usize) -> bool {
        let is_hyphened = self.mark(at - 1) == '-';
        let mut next = at + 1;
        next += usize::from(self.word(next) == Word::Article);
        let is_name = match self.word(next) {
            Word::Holiday => is_hyphened,
            Word::Season | Word::Feast if is_hyphened => {
                self.mark(next + 1) == '-' || self.word(next + 1) == Word::Vacation
            }
            Word::Season | Word::Feast => self.english() && self.word(next + 1) == Word::Vacation,
            _ => false,
        };
        is_name && (self.word(at) == Word::And || matches!(self.mark(at), '/' | ','))
    }

    /// With the school year or the year that follows: `3de trimester 2022-2023`, `trimester 1 van schooljaar 24-25`.
    #[inline(never)]
    pub(super) fn when_school(&self, moment: Moment, at: usize) -> Moment {
        let from = at + usize::from(self.word(at) == Word::Of || matches!(self.mark(at), '(' | ','));
        // Of trimesters and holidays two figures and two are a school year; after a comma they may be anything.
        match self.school_years(from, self.whole || from == at) {
            Some(years) if years.core == Core::SchoolYear => moment.of(When::School, years.year),
            _ => self.when(moment, at, false),
        }
    }

    /// With the year that follows, as a calendar year or as a school year.
    #[inline(never)]
    pub(super) fn when(&self, moment: Moment, at: usize, after_day: bool) -> Moment {
        let skips = self.mark(at) == '.' || self.mark(at) == ',' && self.english();
        let from = at + usize::from(skips);
        let mut year = self.year(from);
        // `30 juni 25` at the end of a clause, and in Dutch `juni 25`.
        if year == 0
            && (after_day || moment.core == Core::Month && !self.english())
            && (20..=60).contains(&self.value(from))
            && (self.word(from), self.length(from)) == (Word::Digits, 2)
            && (from + 1 == self.items.len() || matches!(self.mark(from + 1), '.' | ',' | ';' | ')'))
        {
            year = 2000 + self.value(from) as i16;
            self.end.set(from + 1);
        }
        if year == 0 && self.word(at) == Word::Of {
            year = self.year(at + 1);
        }
        if year > 0 {
            return moment.of(When::Calendar, year);
        }
        let mut from = at;
        while self.is_link(from) || self.mark(from) == '(' || self.relation(from) == Some(Relation::In) {
            from += 1;
        }
        let word = self.word(from);
        let unit = self.unit_at(if word == Word::This { from + 1 } else { from });
        let found = match (word, unit) {
            (Word::This, Some(Unit::Year | Unit::SchoolYear)) => self.pointed(from),
            (Word::Unit, Some(Unit::SchoolYear)) => self.unit(from),
            _ => None,
        };
        match found {
            Some(found) if !found.is_faulty() => moment.of(found.when, found.year),
            _ => {
                self.end.set(at);
                moment
            }
        }
    }

    /// With the place where it ends.
    #[inline(never)]
    pub(super) fn ends_at(&self, moment: Moment, end: usize) -> Option<Moment> {
        self.end.set(end);
        Some(moment)
    }

    /// “Of” or an article.
    pub(super) fn is_link(&self, at: usize) -> bool {
        matches!(self.word(at), Word::Of | Word::Article)
    }

    pub(super) fn english(&self) -> bool {
        self.words.language() == Language::En
    }
}

pub(super) fn is_apostrophe(mark: char) -> bool {
    matches!(mark, '\'' | '’' | '‘')
}
