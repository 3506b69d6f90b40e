//! Times without a place on the calendar: how long, how often, within how much of what.

use super::Reader;
use super::moment::Core;
use super::phrase::{Frequency, TimeKind};
use super::resolve::Draft;
use super::word::{Relation, Word};
use crate::calendar::date::{plus, plus_months, weekday};
use crate::calendar::{Date, Period, SchoolYear, TrimesterConvention, Unit};
use crate::content::Language;

/// So much time. A number of 0 is “a few”.
#[derive(Clone, Copy, Debug)]
struct Amount {
    number: u16,
    unit: Unit,
    /// Whether the number is said, and not the article alone.
    counted: bool,
    plural: bool,
}

impl Reader<'_> {
    /// `1x per maand`, `maandelijks`, `elke week`, `op vrijdag`, `per trimester`.
    #[inline(never)]
    pub(super) fn recurrence(&self, at: usize) -> Option<(Frequency, usize)> {
        match self.word(at) {
            Word::Recurs(every, unit) => Some((Frequency { times: 1, every, unit }, at + 1)),
            Word::Times(times @ 1..) => self.rate(times, at + 1),
            Word::Digits(..) | Word::Number(_) => {
                let times = self.number(at).unwrap_or(1);
                let counted = matches!(self.word(at + 1), Word::Times(0) | Word::Mark('×'));
                self.rate(times, if counted { at + 2 } else { at + 1 }).filter(|_| counted || self.is_rate(at + 1))
            }
            Word::Relation(Relation::Per) | Word::Every => self.rate(1, at),
            Word::Relation(Relation::On) => {
                let mut end = at + 1;
                while matches!(self.word(end), Word::Weekday(..)) {
                    end = if self.word(end + 1) == Word::And { end + 2 } else { end + 1 };
                }
                // The last word was an `and` that goes on with something else.
                if self.word(end - 1) == Word::And {
                    end -= 1;
                }
                let is_date = end > at + 1 && self.moment(end - 1).is_some();
                let week = Frequency { times: 1, every: 1, unit: Unit::Week };
                (end > at + 1 && !is_date).then_some((week, end))
            }
            _ => None,
        }
    }

    /// Whether `per` or a slash follows a bare number.
    fn is_rate(&self, at: usize) -> bool {
        matches!(self.word(at), Word::Relation(Relation::Per) | Word::Mark('/'))
    }

    /// `per maand`, `in de week`, `a year`, `/jaar`, `om de twee weken`, `elke eerste maandag van de maand`.
    fn rate(&self, times: u16, at: usize) -> Option<(Frequency, usize)> {
        let every_word = self.word(at);
        let (loose, mut from) = match every_word {
            Word::Relation(Relation::Per) | Word::Every => (true, at + 1),
            Word::Mark('/') | Word::Article => (false, at + 1),
            Word::Relation(Relation::In | Relation::On) if self.word(at + 1) == Word::Article => (false, at + 2),
            _ => return None,
        };
        let mut every = 1;
        if loose && let Some(number) = self.number(from) {
            (every, from) = (number.max(1), from + 1);
        } else if loose && let Word::Ordinal(number) = self.word(from) {
            // Every second week; every first Monday is once.
            let is_unit = matches!(self.word(from + 1), Word::Unit(..));
            (every, from) = (if is_unit { u16::from(number.max(1)) } else { 1 }, from + 1);
        }
        let (unit, mut end) = match self.word(from) {
            Word::Unit(Unit::Hour, _) => return None,
            Word::Unit(unit, _) => (unit, from + 1),
            Word::HalfYear => {
                every = 6;
                (Unit::Month, from + 1)
            }
            Word::Weekday(_, false) if loose => (Unit::Week, from + 1),
            Word::Month(..) | Word::Season(_) | Word::Holiday(_) if loose => (Unit::Year, from + 1),
            _ => return None,
        };
        // `om de` needs a number: `om de week te starten` is something else.
        let is_om_de = self.items.get(at).is_some_and(|item| item.end - item.start > 4 && self.text_is_om(item.start));
        if every_word == Word::Every && is_om_de && from == at + 1 {
            return None;
        }
        // `elke eerste maandag van de maand`
        if loose
            && (self.word(end), self.word(end + 1)) == (Word::Of, Word::Article)
            && let Word::Unit(unit, false) = self.word(end + 2)
        {
            return Some((Frequency { times, every: 1, unit }, end + 3));
        }
        if self.word(end) == Word::And && matches!(self.word(end + 1), Word::Weekday(..)) {
            end += 2;
        }
        Some((Frequency { times, every, unit }, end))
    }

    fn text_is_om(&self, at: usize) -> bool {
        self.text.as_bytes().get(at..at + 2).is_some_and(|two| two.eq_ignore_ascii_case(b"om"))
    }

    fn number(&self, at: usize) -> Option<u16> {
        match self.word(at) {
            Word::Digits(number, 1..=3) => Some(number),
            Word::Number(number) => Some(number),
            _ => None,
        }
    }

    /// `zes maanden`, `de week`, `3 tot 4 weken`, `een half jaar`.
    fn amount(&self, at: usize) -> Option<(Amount, usize)> {
        let mut from = at;
        while self.word(from) == Word::Article {
            from += 1;
        }
        let mut number = self.number(from);
        if number.is_some() {
            from += 1;
            // Of two numbers the second is what it may take.
            let between =
                matches!(self.word(from), Word::And | Word::Relation(Relation::Until) | Word::Mark('-' | '–'))
                    || self.items.get(from).is_some_and(|item| self.text.get(item.start..item.end) == Some("à"));
            if between && let Some(second) = self.number(from + 1) {
                (number, from) = (Some(second), from + 2);
            }
            if matches!(self.word(from), Word::This(_)) {
                from += 1;
            }
        }
        let (number, unit, plural) = match (self.word(from), number) {
            (Word::HalfYear, number) => (number.unwrap_or(1).max(1) * 6, Unit::Month, true),
            (Word::Unit(unit, plural), Some(number)) => (number, unit, plural),
            (Word::Unit(unit, plural), None) => (u16::from(!plural), unit, plural),
            _ => return None,
        };
        let counted = matches!(self.word(from.saturating_sub(1)), Word::Number(_) | Word::Digits(..) | Word::This(_))
            || self.word(from) == Word::HalfYear;
        Some((Amount { number, unit, counted, plural }, from + 1))
    }

    /// A duration, a time from today on, or a norm for how soon.
    #[inline(never)]
    pub(super) fn duration(&self, at: usize) -> Option<(Draft, usize)> {
        let english = self.table.language == Language::En;
        if let Word::Relation(relation) = self.word(at) {
            // `de komende drie maanden`, `over the next two years`
            let mut from = at + 1;
            while self.word(from) == Word::Article {
                from += 1;
            }
            if let Some(found) = self.coming(from) {
                return Some(found);
            }
            let (amount, end) = self.amount(at + 1)?;
            let is_long = matches!(amount.unit, Unit::Week | Unit::Month | Unit::Trimester | Unit::SchoolYear);
            return match relation {
                Relation::Within => Some(self.within(amount, end)),
                Relation::Over if !english && amount.counted && !matches!(amount.unit, Unit::Hour) => {
                    Some((self.today_and(amount), end))
                }
                Relation::On if !english && self.word(end) == Word::Time => Some((self.today_and(amount), end + 1)),
                Relation::On if !english && amount.counted && amount.number != 1 && is_long => {
                    Some((self.today_and(amount), end))
                }
                Relation::In if amount.counted && (is_long || amount.unit == Unit::Year) => {
                    // six weeks' time
                    let mut end = end;
                    while matches!(self.word(end), Word::Mark('\'' | '’') | Word::Time) {
                        end += 1;
                    }
                    Some((self.today_and(amount), end))
                }
                Relation::After | Relation::During | Relation::For | Relation::Over
                    if amount.counted && amount.unit != Unit::Hour =>
                {
                    Some((Draft::new(TimeKind::Duration, None, None), end))
                }
                Relation::Before if !english && amount.counted && is_long => {
                    Some((Draft::new(TimeKind::Duration, None, None), end))
                }
                _ => None,
            };
        }
        if self.word(at) == Word::Of {
            // `een traject van zes weken`; of three years or days may be an age or a course.
            let (amount, end) = self.amount(at + 1)?;
            let is_long = matches!(amount.unit, Unit::Week | Unit::Month | Unit::Trimester | Unit::SchoolYear);
            return (amount.counted && amount.plural && is_long)
                .then(|| (Draft::new(TimeKind::Duration, None, None), end));
        }
        if let Some(found) = self.coming(at) {
            return Some(found);
        }
        if matches!(self.word(at), Word::Digits(..) | Word::Number(_)) {
            let (amount, end) = self.amount(at)?;
            let is_long = self.word(end) == Word::Long && amount.counted;
            return is_long.then(|| (Draft::new(TimeKind::Duration, None, None), end + 1));
        }
        None
    }

    /// `komende drie maanden`; without a number it is vague.
    fn coming(&self, at: usize) -> Option<(Draft, usize)> {
        let Word::This(1) = self.word(at) else { return None };
        let (amount, end) = self.amount(at + 1)?;
        if amount.number == 0 {
            return Some((Draft::new(TimeKind::Vague, None, None), end));
        }
        // One is a week or a month by name.
        amount.plural.then(|| (self.today_and(amount), end))
    }

    /// Within so much time from today, unless it runs from something else each time.
    fn within(&self, amount: Amount, end: usize) -> (Draft, usize) {
        let from_something = matches!(self.word(end), Word::Relation(Relation::After | Relation::From) | Word::Of);
        let is_short = matches!(amount.unit, Unit::Hour | Unit::Day | Unit::Workday)
            || amount.unit == Unit::Week && amount.number == 1;
        if from_something || is_short {
            return (Draft::new(TimeKind::Turnaround, None, None), if from_something { end + 1 } else { end });
        }
        let mut draft = self.today_and(amount);
        if amount.number == 0 {
            draft = Draft::new(TimeKind::Vague, None, None);
        }
        (draft, end)
    }

    fn today_and(&self, amount: Amount) -> Draft {
        let due = self.later(amount).filter(|_| amount.number > 0);
        Draft::new(TimeKind::Within, due.map(|due| Period::between(self.today, due)), due)
    }

    /// Today and so much time.
    fn later(&self, amount: Amount) -> Option<Date> {
        let (here, number) = (self.today, i32::from(amount.number));
        Some(match amount.unit {
            Unit::Hour => plus(here, number / 24),
            Unit::Day => plus(here, number),
            Unit::Workday => (0..number).fold(here, |date, _| {
                let next = plus(date, 1);
                if weekday(next) > 4 { plus(next, 7 - weekday(next)) } else { next }
            }),
            Unit::Week => plus(here, number * 7),
            Unit::Month => plus_months(here, number),
            Unit::Quarter => plus_months(here, number * 3),
            Unit::Semester => plus_months(here, number * 6),
            Unit::Year => plus_months(here, number * 12),
            // The one that runs counts as the first.
            Unit::SchoolYear => SchoolYear::new(self.first_year + number as i16 - 1).ok()?.lessons().end(),
            Unit::Trimester => {
                let ends = |first: i16| {
                    let year = SchoolYear::new(first).ok()?;
                    let ends = year.trimesters(TrimesterConvention::default());
                    Some(ends.map(|trimester| year.last_lesson_day_until(trimester.end())))
                };
                let years = self.first_year..self.first_year + 2 + (number / 3) as i16;
                years.filter_map(ends).flatten().filter(|end| *end >= here).nth(usize::from(amount.number) - 1)?
            }
        })
    }

    /// Whether a moment is the week of a day, as in `in de week van 12 mei`: the day, taken as its week.
    pub(super) fn week_of(&self, at: usize) -> Option<(super::moment::Moment, usize)> {
        let mut from = at;
        while self.word(from) == Word::Article {
            from += 1;
        }
        if !matches!(self.word(from), Word::Unit(Unit::Week, false)) || self.word(from + 1) != Word::Of {
            return None;
        }
        let from = if self.word(from + 2) == Word::Article { from + 3 } else { from + 2 };
        let (mut moment, end) = self.moment(from)?;
        moment.core = match moment.core {
            Core::Date(date) => Core::Week(date),
            Core::Day(month, day) => Core::WeekOf(month, day),
            _ => return None,
        };
        Some((moment, end))
    }
}
