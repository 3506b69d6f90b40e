//! A time with its preposition, and several of them in a row.

use alloc::vec::Vec;

use super::phrase::{TimeKind, TimePhrase};
use super::resolve::{Occurrence, kind};
use super::shape::{Core, Moment, When};
use super::word::{Relation, Word};
use super::{End, Found, Reader, end};
use crate::calendar::date::{date, ymd};
use crate::calendar::{Period, Unit};

/// What stands before a moment.
#[derive(Clone, Copy, Debug)]
struct Lead {
    relation: Relation,
    /// Whether there is a preposition at all, apart from “of”.
    is_said: bool,
    /// Whether it begins with “of”, which in Dutch is also “from”.
    of: bool,
    /// The place of the moment.
    end: usize,
}

impl Reader<'_> {
    /// The time that starts at this item, if one does.
    #[inline(never)]
    pub(super) fn time(&self, at: usize, out: &mut Found) -> End {
        if self.word(at) == Word::Vague {
            return end(at + 1);
        }
        self.recurrence(at, &mut out.time)
            .or_else(|| {
                let found = self.duration(at, &mut out.time);
                // What a rule wrote that did not fit in the end is nobody's.
                if found.is_none() {
                    out.time = TimePhrase::new();
                }
                found
            })
            .or_else(|| self.aside(at, &mut out.time))
            .or_else(|| self.moments(at, out))
    }

    /// What is no time to be held to: the year of a decree, the years of a plan, an event, the end of a grade.
    #[inline(never)]
    fn aside(&self, at: usize, out: &mut TimePhrase) -> End {
        let word = self.word(at);
        match word {
            Word::Decree => {
                out.kind = TimeKind::Background;
                self.dated(self.skip(at + 1))?;
                return end(self.end.get());
            }
            Word::Plan => {
                let from = self.skip(at + 1);
                let from = from + usize::from(self.unit_at(from) == Some(Unit::SchoolYear));
                out.kind = TimeKind::PlanPeriod;
                self.years(from)?;
                return end(self.end.get());
            }
            _ => {}
        }
        let is_since = self.relation(at) == Some(Relation::Since);
        if is_since || word == Word::Of {
            let moment = self.dated(at + 1 + usize::from(is_since && self.word(at + 1) == Word::Article))?;
            // “Of” a year, or of what is over: the figures of 2023. But from 2024 to 2026 is a period.
            let after = self.end.get();
            let is_past = || self.occurrence(&moment, Relation::In).is_some_and(|found| found.end < self.today);
            let is_topic = !moment.is_pointed() && !self.is_until(after) && (moment.core == Core::Year || is_past());
            out.kind = TimeKind::Background;
            return if is_since || is_topic { end(after) } else { None };
        }
        let lead = self.lead(at);
        let mut from = lead.end;
        if matches!(self.word(from), Word::This | Word::Ordinal) {
            from += 1;
        }
        let is_timed = matches!(lead.relation, Relation::By | Relation::Before | Relation::After | Relation::NoLater);
        if self.word(from) == Word::Event && is_timed && lead.is_said {
            // A date that follows says more.
            let date = self.skip(from + 1);
            out.kind = TimeKind::Event;
            return if date > from + 1 && self.moment(date).is_some() { None } else { end(from + 1) };
        }
        if self.word(from) != Word::Part {
            return None;
        }
        from += 1;
        while self.is_link(from) {
            from += 1;
        }
        // At the end of every term.
        if self.word(from) == Word::Every {
            return self.recurrence(from, out);
        }
        if self.word(from) == Word::Ordinal {
            from += 1;
        }
        if self.word(from) == Word::Grade { end(from + 1) } else { None }
    }

    /// The place after what may stand between a name and its year.
    fn skip(&self, mut at: usize) -> usize {
        while self.is_link(at)
            || self.mark(at) == '('
            || matches!(self.relation(at), Some(Relation::In | Relation::On | Relation::Since))
        {
            at += 1;
        }
        at
    }

    /// A moment with a year of its own.
    fn dated(&self, at: usize) -> Option<Moment> {
        self.moment(at).filter(|moment| moment.is_dated() || moment.is_pointed())
    }

    /// The prepositions and articles from here on.
    #[inline(never)]
    fn lead(&self, at: usize) -> Lead {
        let of = self.word(at) == Word::Of;
        let mut lead = Lead { relation: Relation::In, is_said: false, of, end: at + usize::from(of) };
        for _ in 0..5 {
            if let Some(relation) = self.relation(lead.end) {
                // “No later than in June”: the place says nothing more.
                if !lead.is_said || !matches!(relation, Relation::In | Relation::On | Relation::During) {
                    lead.relation = if relation == Relation::On { Relation::In } else { relation };
                }
                lead.is_said = true;
            } else if self.word(lead.end) == Word::Ordinal
                && self.unit_at(lead.end + 1) == Some(Unit::Workday)
                && matches!(self.relation(lead.end + 2), Some(Relation::Before | Relation::After))
            {
                // The last school day before a holiday is what “before” says already.
                lead.end += 1;
            } else if self.word(lead.end) != Word::Article || !(lead.is_said || of) {
                break;
            }
            lead.end += 1;
        }
        lead
    }

    pub(super) fn is_until(&self, at: usize) -> bool {
        matches!(self.relation(at), Some(Relation::Until | Relation::NoLater))
            || matches!(self.mark(at), '-' | '–' | '—')
    }

    /// A moment or several, with what stands before them.
    #[inline(never)]
    fn moments(&self, at: usize, out: &mut Found) -> End {
        let lead = self.lead(at);
        let mut from = lead.end;
        if self.word(from) == Word::Event && matches!(self.word(from + 1), Word::Of | Word::Relation) {
            from += 2;
        }
        let first = self.first(from, lead)?;
        let mut last = self.end.get();
        let mut found = Vec::new();
        found.push(first);
        let mut is_range = false;
        let mut relation = lead.relation;
        while !is_range && let Some(next) = self.next(&first, last, lead) {
            is_range = self.is_until(last) || relation == Relation::Between;
            if is_range {
                let is_with = self.relation(last) == Some(Relation::NoLater);
                relation = if is_with { Relation::NoLater } else { Relation::Until };
            }
            last = self.end.get();
            found.push(next);
        }
        let is_lone = found.len() == 1;
        if is_lone && !self.stands_alone(&first, lead) {
            return None;
        }
        if is_lone && lead.of {
            out.first = from;
        }
        out.note = first.note;
        if first.is_faulty() {
            out.time.kind = if is_lone { kind(&first, lead.relation) } else { TimeKind::Several };
        } else if is_lone {
            self.say(&first, lead.relation, &mut out.time);
        } else {
            out.time.kind = TimeKind::Several;
            self.several(&found, relation, is_range, &mut out.time);
        }
        end(last)
    }

    /// The first moment; of `12 tot 16 mei` the first number too, as its month comes later.
    #[inline(never)]
    fn first(&self, at: usize, lead: Lead) -> Option<Moment> {
        let is_whole = |at| (self.word(at), self.value(at)) == (Word::Article, 1);
        let at = at + usize::from(is_whole(at));
        let is_whole = is_whole(at.wrapping_sub(1));
        // A day and a month in figures need a preposition; after “from” an “until” too.
        let found = self
            .week_of(at)
            .or_else(|| self.numeric(at, lead.is_said || self.whole))
            .or_else(|| self.shared(at))
            .or_else(|| self.moment(at))
            .or_else(|| self.numeric(at, lead.of).filter(|_| self.is_until(self.end.get())));
        if found.is_some() {
            return found;
        }
        if (lead.is_said || is_whole) && self.word(at) == Word::Unit {
            // “In the course of the school year” is this one.
            let is_in = is_whole || matches!(lead.relation, Relation::In | Relation::During);
            return self.bare_unit(at).filter(|moment| is_in && moment.core == Core::SchoolYear);
        }
        self.day_of_month(at, lead)
    }

    /// `tegen de 15de`, `by the 15th of next month`: of the month that is pointed at, or else of the first where it is not
    /// over.
    fn day_of_month(&self, at: usize, lead: Lead) -> Option<Moment> {
        let day = self.day_number(at);
        // In figures: `by the second` and `tegen de derde` may be anything. Before and for are one word in Dutch, so that a
        // low number may be a grade.
        let is_day = self.word(at) == Word::Ordinal && self.length(at) < 5 + usize::from(day > 9);
        let is_time = match lead.relation {
            Relation::By | Relation::NoLater => true,
            Relation::Before => day > 12,
            _ => false,
        };
        if !is_day || !is_time {
            return None;
        }
        if self.word(at + 1) == Word::Of {
            let month = self.pointed(at + 2).filter(|moment| moment.core == Core::Month && moment.is_dated())?;
            ymd(month.year, month.first, day)?;
            return Some(Moment { core: Core::Day, second: day, ..month });
        }
        // *tegen de 15de keer* is no day, *tegen de 15de een folder* is one.
        let is_other = self.items.get(at + 1).is_some_and(|next| {
            let breaks = matches!(next.word, Word::Mark | Word::Verb | Word::Article | Word::Relation | Word::And);
            !breaks && !matches!(next.word, Word::Number | Word::Digits | Word::Every)
        });
        if is_other {
            return None;
        }
        let number = (self.today..self.today + 62).find(|number| date(*number).day() == day)?;
        self.ends_at(Moment::day(number), at + 1)
    }

    /// What stands before a moment and shares its month or its year: `12 tot 16 mei`, `eerste en derde trimester`, `begin tot
    /// midden mei`.
    #[inline(never)]
    fn shared(&self, at: usize) -> Option<Moment> {
        let at = at + usize::from(self.is_weekday(at));
        let mut from = at;
        for _ in 0..4 {
            let is_joined = self.is_until(from + 1) || self.word(from + 1) == Word::And || self.mark(from + 1) == ',';
            if !is_joined || self.day_number(from) == 0 && self.word(from) != Word::Part {
                return None;
            }
            from += 2;
            from += usize::from(self.word(from) == Word::Article);
            let Some(mut moment) = self.moment(from) else { continue };
            self.end.set(at + 1);
            let number = self.day_number(at);
            match moment.core {
                Core::Day if number > 0 => moment.second = number,
                Core::Trimester if (1..=3).contains(&number) => moment.first = number,
                Core::Semester if (1..=2).contains(&number) => moment.first = number,
                Core::Month if moment.part.is_some() && number == 0 => moment.part = self.part_at(at),
                _ => return None,
            }
            return Some(moment);
        }
        None
    }

    /// What follows a moment and belongs to it: `tot juni 2025`, `, 24-25`, `en mei`.
    #[inline(never)]
    fn next(&self, first: &Moment, at: usize, lead: Lead) -> Option<Moment> {
        // `sept.-dec.`
        let at = at + usize::from(self.before(at) == Word::ShortMonth && self.mark(at) == '.');
        let mut from = at + 1;
        let is_school = first.core == Core::SchoolYear;
        // A semicolon parts clauses, except in a list of school years.
        let is_mark = matches!(self.mark(at), ',' | '/' | '&' | '+') || self.mark(at) == ';' && is_school;
        if is_mark {
            from += usize::from(self.word(from) == Word::And);
        } else if self.word(at) != Word::And && !self.is_until(at) {
            return None;
        }
        // “in november, in januari en in mei”, “tot eind juni”; but after “by May, in June” another time begins.
        let goes_on = !is_mark || lead.relation == Relation::In;
        while self.word(from) == Word::Article
            || goes_on && matches!(self.relation(from), Some(Relation::In | Relation::NoLater))
        {
            from += 1;
        }
        let next = if is_school { self.school_years(from, true) } else { None };
        let next = next
            .or_else(|| self.numeric(from, lead.is_said || lead.of || first.core == Core::Day))
            .or_else(|| self.moment(from))
            .or_else(|| self.place_after(first, at, from))
            .or_else(|| self.shared(from))?;
        // A year alone after a comma is no second moment.
        let alike = (first.core == Core::Year) == (next.core == Core::Year);
        let is_plan = first.core == Core::Years || next.core == Core::Years;
        (alike && !is_plan && !next.is_faulty()).then_some(next)
    }

    /// `weken 46 en 47`, `trimesters 1 en 2`.
    fn place_after(&self, first: &Moment, at: usize, from: usize) -> Option<Moment> {
        let unit = match first.core {
            Core::Week if first.first == 0 => Unit::Week,
            Core::Trimester => Unit::Trimester,
            Core::Semester => Unit::Semester,
            Core::YearPart => Unit::Quarter,
            _ => return None,
        };
        // `trimester 1 en 2 dossiers`
        let is_named = unit == Unit::Week || self.items.get(from + 1).is_none_or(|item| item.word != Word::Other);
        if is_named && self.before(at) == Word::Digits { self.place(unit, from) } else { None }
    }

    /// Whether a moment is a time without more: a bare year may be anything, a bare feast the topic.
    fn stands_alone(&self, moment: &Moment, lead: Lead) -> bool {
        let said = lead.is_said || self.whole;
        match moment.core {
            Core::Years => said,
            Core::Year => said || moment.is_pointed() || moment.part.is_some(),
            Core::Season | Core::Feast | Core::Holiday => {
                said || moment.is_pointed() || moment.part.is_some() || moment.is_dated()
            }
            _ => true,
        }
    }

    /// Several moments: due is the last of them.
    #[inline(never)]
    fn several(&self, moments: &[Moment], relation: Relation, is_range: bool, out: &mut TimePhrase) {
        let keeps = matches!(relation, Relation::Before | Relation::After | Relation::By) && !is_range;
        let is_until = is_range && relation == Relation::Until;
        let relation = if keeps { relation } else { Relation::In };
        let Some((last, earlier)) = moments.split_last() else { return };
        // A year at the end holds for those before it, and a range ends after it starts.
        let mut end = self.occurrence(last, relation);
        if !last.is_dated()
            && let Some(first) = earlier.first().filter(|first| first.is_dated())
            && let Some(first) = self.occurrence(first, relation)
        {
            end = self.near(last, first.start, 1).or(end);
        }
        let Some(end) = end else { return };
        let (mut start, mut last_day, mut due) = (end.start, end.end, end.due);
        // Until a holiday is until it starts, and from one to another is what lies between.
        if is_until && last.core == Core::Holiday {
            (last_day, due) = (end.before, Some(end.before));
        }
        for moment in earlier {
            let found = if !moment.is_dated() && (last.is_dated() || is_range) {
                // The last one that does not start after the end.
                self.near(moment, end.end, -1)
            } else {
                self.occurrence(moment, relation)
            };
            if let Some(found) = found {
                let is_after = is_until && moment.core == Core::Holiday;
                start = start.min(if is_after { found.after } else { found.start });
                if !is_range {
                    last_day = last_day.max(found.end);
                    due = due.max(found.due);
                }
            }
        }
        out.period = Some(Period::of_numbers(start, last_day));
        out.due = due.map(date);
        if keeps {
            let mut one = TimePhrase::new();
            out.due = None;
            for moment in moments {
                self.say(moment, relation, &mut one);
                out.due = out.due.max(one.due);
            }
        }
    }

    /// The first occurrence that ends on or after a day (a step of 1), or the last that starts on or before it (-1).
    #[inline(never)]
    fn near(&self, moment: &Moment, day: i32, step: i16) -> Option<Occurrence> {
        let when = if moment.core == Core::SchoolYear { When::School } else { When::Calendar };
        let mut year = date(day).year() - step;
        for _ in 0..4 {
            let found = self.occurrence(&moment.of(when, year), Relation::In);
            if let Some(found) = found
                && (if step > 0 { found.end >= day } else { found.start <= day })
            {
                return Some(found);
            }
            year += step;
        }
        None
    }
}
