//! Times without a place on the calendar: how long, how often, within how much of what.

use super::Reader;
use super::phrase::{Frequency, TimeKind, TimePhrase};
use super::word::{HALF_TERM, Relation, UNITS, Word};
use super::{End, end};
use crate::calendar::date::{date, plus_months, weekday};
use crate::calendar::{Period, SchoolYear, TrimesterConvention, Unit};

/// So much time. A number of 0 is “a few”.
#[derive(Clone, Copy, Debug)]
struct Amount {
    number: u16,
    unit: Unit,
    /// Whether the number is said, and not the article alone.
    counted: bool,
    plural: bool,
    /// The place after it.
    end: usize,
}

impl Amount {
    /// Weeks to school years: long enough to be the time of a goal, and no age.
    fn is_long(self) -> bool {
        matches!(self.unit, Unit::Week | Unit::Month | Unit::Trimester | Unit::SchoolYear)
    }
}

impl Reader<'_> {
    /// `1x per maand`, `maandelijks`, `elke week`, `op vrijdag`, `per trimester`.
    #[inline(never)]
    pub(super) fn recurrence(&self, at: usize, out: &mut TimePhrase) -> End {
        let found = match self.word(at) {
            Word::Recurs => {
                let value = self.value(at);
                let unit = UNITS.get(usize::from(value % 10)).copied()?;
                out.frequency = Some(Frequency { times: 1, every: value / 10, unit });
                end(at + 1)
            }
            Word::Times if self.value(at) > 0 => self.rate(self.value(at), at + 1, out),
            Word::Digits | Word::Number => {
                let is_times = (self.word(at + 1), self.value(at + 1)) == (Word::Times, 0);
                let from = at + 1 + usize::from(is_times || self.mark(at + 1) == '×');
                let is_rate = from > at + 1 || self.relation(from) == Some(Relation::Per) || self.mark(from) == '/';
                if is_rate { self.rate(self.number(at)?, from, out) } else { None }
            }
            Word::Every => self.rate(1, at, out),
            Word::Ordinal | Word::This => self.weekday_of_each(at, out),
            Word::Relation => match self.relation(at) {
                Some(Relation::Per) => self.rate(1, at, out),
                Some(Relation::On) => self.on_weekdays(at + 1, out),
                _ => None,
            },
            _ => None,
        };
        if found.is_some() {
            out.kind = TimeKind::Recurrence;
        }
        found
    }

    /// `op maandag en donderdag`, `op de eerste maandag van de maand`.
    fn on_weekdays(&self, mut at: usize, out: &mut TimePhrase) -> End {
        if self.word(at) == Word::Article {
            return self.weekday_of_each(at + 1, out);
        }
        // `op zo een manier` is on no Sunday.
        if !self.is_weekday(at) || (self.word(at), self.value(at)) == (Word::ShortWeekday, 6) {
            return None;
        }
        while (self.word(at + 1) == Word::And || self.mark(at + 1) == ',') && self.is_weekday(at + 2) {
            at += 2;
        }
        if self.moment(at).is_some() {
            return None;
        }
        out.frequency = Some(Frequency { times: 1, every: 1, unit: Unit::Week });
        end(at + 1)
    }

    /// `eerste maandag van elke maand`, `last Friday of the month`.
    fn weekday_of_each(&self, at: usize, out: &mut TimePhrase) -> End {
        let is_of = self.ordinal(at).is_some() && self.word(at + 1) == Word::Weekday && self.word(at + 2) == Word::Of;
        // Of the month of May is another thing.
        let is_month = self.unit_at(at + 4) == Some(Unit::Month) && self.word(at + 5) != Word::Month;
        let is_each = is_of && (self.word(at + 3) == Word::Every || self.word(at + 3) == Word::Article && is_month);
        if is_each { self.rate(1, at + 3, out) } else { None }
    }

    /// `per maand`, `in de week`, `a year`, `/jaar`, `om de twee weken`, `elke eerste maandag van de maand`.
    #[inline(never)]
    fn rate(&self, mut times: u16, at: usize, out: &mut TimePhrase) -> End {
        let relation = self.relation(at);
        let every_word = self.word(at) == Word::Every;
        let loose = every_word || relation == Some(Relation::Per);
        let mut from = at + 1;
        if matches!(relation, Some(Relation::In | Relation::On)) && self.word(at + 1) == Word::Article {
            from += 1;
        } else if !loose && self.word(at) != Word::Article && self.mark(at) != '/' {
            return None;
        }
        let mut by_day = Unit::Week;
        // Every other week.
        let mut every = if every_word && self.value(at) > 0 { 2 } else { 1 };
        if let Some(number) = self.number(from) {
            every = number.max(1);
            from += 1;
        } else if loose && self.word(from) == Word::Ordinal {
            // Every second week or Tuesday; but every first Tuesday is that of a month.
            let (what, number) = (self.word(from + 1), self.value(from));
            if what == Word::Weekday && number != 2 {
                by_day = Unit::Month;
            } else if matches!(what, Word::Unit | Word::Weekday) {
                every = number.max(1);
            }
            from += 1;
        } else if every_word
            && self.value(at) == 3
            && self.items.get(from + 1).is_some_and(|item| item.word != Word::Mark)
        {
            // `om de week te starten` is something else.
            return None;
        }
        let mut unit = match self.word(from) {
            Word::Unit | Word::Units => self.unit_at(from)?,
            Word::Named => {
                let (number, unit) = self.named_amount(from)?;
                every = number;
                unit
            }
            Word::Weekday if loose => by_day,
            // A term has two half-terms.
            Word::Holiday if self.value(from) == HALF_TERM => {
                times = times.saturating_mul(2);
                Unit::Trimester
            }
            Word::Month | Word::Season | Word::Holiday if loose => Unit::Year,
            _ => return None,
        };
        if unit == Unit::Hour {
            return None;
        }
        from += 1;
        if loose
            && self.word(from) == Word::Of
            && self.word(from + 1) == Word::Article
            && self.word(from + 2) == Word::Unit
        {
            // `elke eerste maandag van de maand`
            unit = self.unit_at(from + 2)?;
            every = 1;
            from += 3;
        } else if self.word(from) == Word::And && self.word(from + 1) == Word::Weekday {
            from += 2;
        }
        out.frequency = Some(Frequency { times, every, unit });
        end(from)
    }

    fn number(&self, at: usize) -> Option<u16> {
        let is_number = self.word(at) == Word::Number || self.word(at) == Word::Digits && self.length(at) <= 3;
        is_number.then(|| self.value(at).min(999))
    }

    /// Half a year, a fortnight.
    pub(super) fn named_amount(&self, at: usize) -> Option<(u16, Unit)> {
        let unit = UNITS.get(usize::from(self.value(at) % 10)).copied()?;
        if self.word(at) == Word::Named { Some((self.value(at) / 10, unit)) } else { None }
    }

    /// `zes maanden`, `de week`, `3 tot 4 weken`, `een half jaar`.
    #[inline(never)]
    fn amount(&self, at: usize) -> Option<Amount> {
        let mut from = at;
        while self.word(from) == Word::Article {
            from += 1;
        }
        let mut number = self.number(from);
        let mut counted = number.is_some();
        if counted {
            from += 1;
            // Of two numbers the second is what it may take.
            let between = self.word(from) == Word::And
                || self.relation(from) == Some(Relation::Until)
                || matches!(self.mark(from), '-' | '–');
            if between && let Some(second) = self.number(from + 1) {
                number = Some(second);
                from += 2;
            }
            from += usize::from(self.word(from) == Word::This);
        }
        let word = self.word(from);
        let plural = word != Word::Unit;
        let (number, unit) = if let Some((each, unit)) = self.named_amount(from) {
            counted = true;
            (number.unwrap_or(1).max(1).saturating_mul(each), unit)
        } else {
            (number.unwrap_or(u16::from(!plural)), self.unit_at(from)?)
        };
        Some(Amount { number, unit, counted, plural, end: from + 1 })
    }

    /// A duration, a time from today on, or a norm for how soon.
    #[inline(never)]
    pub(super) fn duration(&self, at: usize, out: &mut TimePhrase) -> End {
        let Some(relation) = self.relation(at) else {
            out.kind = TimeKind::Duration;
            return match self.word(at) {
                // `een traject van zes weken`; of three years or days may be an age or a course.
                Word::Of => {
                    let amount = self.amount(at + 1)?;
                    if amount.counted && amount.plural && amount.is_long() { end(amount.end) } else { None }
                }
                Word::This => self.coming(at, out),
                Word::Digits | Word::Number => {
                    let amount = self.amount(at)?;
                    if self.word(amount.end) == Word::Long { end(amount.end + 1) } else { None }
                }
                _ => None,
            };
        };
        // `de komende drie maanden`, `over the next two years`
        let mut from = at + 1;
        while self.word(from) == Word::Article {
            from += 1;
        }
        if self.word(from) == Word::This {
            return self.coming(from, out);
        }
        let amount = self.amount(at + 1)?;
        let (counted, is_long, mut after) = (amount.counted, amount.is_long(), amount.end);
        let english = self.english();
        let is_from_today = match relation {
            Relation::Within => return self.within(amount, out),
            Relation::Over => !english && counted && amount.unit != Unit::Hour,
            Relation::On => !english && (self.word(after) == Word::Time || counted && amount.number != 1 && is_long),
            Relation::In => counted && (is_long || amount.unit == Unit::Year),
            _ => false,
        };
        if is_from_today {
            // `op zes weken tijd`, `in six weeks' time`
            while self.word(after) == Word::Time || matches!(self.mark(after), '\'' | '’') {
                after += 1;
            }
            self.today_and(amount, out);
            return end(after);
        }
        let lasts = match relation {
            Relation::After | Relation::During | Relation::For | Relation::Over => amount.unit != Unit::Hour,
            Relation::Before => !english && is_long,
            _ => false,
        };
        out.kind = TimeKind::Duration;
        if lasts && counted { end(after) } else { None }
    }

    /// `komende drie maanden`; without a number it is vague.
    fn coming(&self, at: usize, out: &mut TimePhrase) -> End {
        let amount = self.amount(at + 1)?;
        // One is a week or a month by name.
        if self.value(at) != 1 || !amount.plural {
            return None;
        }
        self.today_and(amount, out);
        end(amount.end)
    }

    /// Within so much time from today, unless it runs from something else each time.
    fn within(&self, amount: Amount, out: &mut TimePhrase) -> End {
        let from_something = matches!(self.relation(amount.end), Some(Relation::After | Relation::From))
            || self.word(amount.end) == Word::Of;
        let is_short = matches!(amount.unit, Unit::Hour | Unit::Day | Unit::Workday)
            || amount.unit == Unit::Week && amount.number == 1;
        if from_something || is_short {
            out.kind = TimeKind::Turnaround;
            return end(amount.end + usize::from(from_something));
        }
        self.today_and(amount, out);
        end(amount.end)
    }

    /// Today and so much time; a few of a unit are vague.
    #[inline(never)]
    fn today_and(&self, amount: Amount, out: &mut TimePhrase) {
        out.kind = TimeKind::Vague;
        if amount.number > 0 {
            out.kind = TimeKind::Within;
            let due = self.later(amount);
            out.due = due.map(date);
            out.period = due.map(|due| Period::of_numbers(self.today, due));
        }
    }

    #[inline(never)]
    fn later(&self, amount: Amount) -> Option<i32> {
        let (here, number) = (self.today, i32::from(amount.number));
        let months = match amount.unit {
            Unit::Hour => return Some(here + number / 24),
            Unit::Day => return Some(here + number),
            Unit::Week => return Some(here + number * 7),
            Unit::Workday => {
                let mut day = here;
                for _ in 0..number {
                    day += if weekday(day) > 3 { 7 - weekday(day) } else { 1 };
                }
                return Some(day);
            }
            Unit::Month => 1,
            Unit::Quarter => 3,
            Unit::Semester => 6,
            Unit::Year => 12,
            // The one that runs counts as the first.
            Unit::SchoolYear => {
                return Some(SchoolYear::new(self.first_year + number as i16 - 1).ok()?.lesson_numbers().1);
            }

            Unit::Trimester => {
                let mut left = number;
                for first in self.first_year.. {
                    let year = SchoolYear::new(first).ok()?;
                    for (_, end) in year.trimester_numbers(TrimesterConvention::default()) {
                        left -= i32::from(end >= here);
                        if left == 0 {
                            return Some(year.lesson_until(end));
                        }
                    }
                }
                return None;
            }
        };
        Some(plus_months(here, number * months))
    }
}
