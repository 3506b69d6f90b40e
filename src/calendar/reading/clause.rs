//! A time with its preposition, and several of them in a row.

use alloc::vec::Vec;

use super::Reader;
use super::moment::{Core, Found, Moment, When};
use super::phrase::{Frequency, TimeKind};
use super::resolve::{Draft, Occurrence};
use super::word::{Relation, Word};
use crate::calendar::{Period, Unit};

/// A time that was found, and its items.
pub(super) struct Clause {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) draft: Draft,
    pub(super) frequency: Option<Frequency>,
}

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
    pub(super) fn time(&self, at: usize) -> Option<Clause> {
        let clause = |draft, end| Clause { start: at, end, draft, frequency: None };
        if self.word(at) == Word::Vague {
            return Some(clause(Draft::new(TimeKind::Vague, None, None), at + 1));
        }
        if let Some((frequency, end)) = self.recurrence(at) {
            let draft = Draft::new(TimeKind::Recurrence, None, None);
            return Some(Clause { frequency: Some(frequency), ..clause(draft, end) });
        }
        if let Some((draft, end)) = self.duration(at) {
            return Some(clause(draft, end));
        }
        if let Some((kind, end)) = self.aside(at) {
            return Some(clause(Draft::new(kind, None, None), end));
        }
        self.moments(at)
    }

    /// What is no time to be held to: the year of a decree, the years of a plan, an event, the end of a grade.
    fn aside(&self, at: usize) -> Option<(TimeKind, usize)> {
        let skip = |mut from: usize| {
            while match self.word(from) {
                Word::Of | Word::Article | Word::Mark('(') => true,
                Word::Relation(relation) => matches!(relation, Relation::In | Relation::On | Relation::Since),
                _ => false,
            } {
                from += 1;
            }
            from
        };
        match self.word(at) {
            Word::Decree => {
                let (_, end) = self.dated(skip(at + 1))?;
                Some((TimeKind::Background, end))
            }
            Word::Plan => {
                let from = skip(at + 1);
                let from = if matches!(self.word(from), Word::Unit(Unit::SchoolYear, _)) { from + 1 } else { from };
                let (_, end) = self.years(from)?;
                Some((TimeKind::PlanPeriod, end))
            }
            Word::Of | Word::Relation(Relation::Since) => {
                let from = if self.word(at + 1) == Word::Article { at + 2 } else { at + 1 };
                let (moment, end) = self.dated(from)?;
                // “Of” a year only: the figures of 2023. But from 2024 to 2026 is a period.
                let is_year = moment.core == Core::Year && !moment.pointed && !self.is_until(end);
                (self.word(at) != Word::Of || is_year).then_some((TimeKind::Background, end))
            }
            _ => {
                let lead = self.lead(at);
                let from = match self.word(lead.end) {
                    Word::This(_) | Word::Ordinal(_) => lead.end + 1,
                    _ => lead.end,
                };
                let is_timed =
                    matches!(lead.relation, Relation::By | Relation::Before | Relation::After | Relation::NoLater);
                match self.word(from) {
                    // A date that follows says more.
                    Word::Event if is_timed && lead.is_said => {
                        let date = skip(from + 1);
                        let dated = date > from + 1 && self.moment(date).is_some();
                        (!dated).then_some((TimeKind::Event, from + 1))
                    }
                    Word::Part(_) => {
                        let mut from = from + 1;
                        while matches!(self.word(from), Word::Of | Word::Article) {
                            from += 1;
                        }
                        if matches!(self.word(from), Word::Ordinal(_)) {
                            from += 1;
                        }
                        match (self.word(from), self.rate_after(from)) {
                            (Word::Grade, _) => Some((TimeKind::Vague, from + 1)),
                            // At the end of every term.
                            (Word::Every, Some(end)) => Some((TimeKind::Recurrence, end)),
                            _ => None,
                        }
                    }
                    _ => None,
                }
            }
        }
    }

    fn rate_after(&self, at: usize) -> Option<usize> {
        Some(self.recurrence(at)?.1)
    }

    /// A moment with a year of its own.
    fn dated(&self, at: usize) -> Found {
        let (moment, end) = self.moment(at)?;
        let is_dated = moment.when != When::Open || moment.pointed || matches!(moment.core, Core::Date(_));
        is_dated.then_some((moment, end))
    }

    /// The prepositions and articles from here on.
    fn lead(&self, at: usize) -> Lead {
        let mut lead = Lead { relation: Relation::In, is_said: false, of: self.word(at) == Word::Of, end: at };
        if lead.of {
            lead.end += 1;
        }
        for _ in 0..5 {
            match self.word(lead.end) {
                Word::Relation(relation) => {
                    // “No later than in June”: the place says nothing more.
                    if !lead.is_said || !matches!(relation, Relation::In | Relation::On | Relation::During) {
                        lead.relation = if relation == Relation::On { Relation::In } else { relation };
                    }
                    lead.is_said = true;
                }
                Word::Article if lead.is_said || lead.of => {}
                _ => break,
            }
            lead.end += 1;
        }
        lead
    }

    fn is_until(&self, at: usize) -> bool {
        matches!(self.word(at), Word::Relation(Relation::Until | Relation::NoLater) | Word::Mark('-' | '–' | '—'))
    }

    /// A moment or several, with what stands before them.
    fn moments(&self, at: usize) -> Option<Clause> {
        let lead = self.lead(at);
        let event = match self.word(lead.end) {
            Word::Event if matches!(self.word(lead.end + 1), Word::Of | Word::Relation(_)) => lead.end + 2,
            _ => lead.end,
        };
        let (first, end) = self.first(event, lead.is_said)?;
        let mut found = Vec::new();
        found.push(first);
        let mut end = end;
        let mut is_range = false;
        while let Some((next, after, until)) = self.next(&first, end, lead) {
            found.push(next);
            end = after;
            is_range = until;
            if until {
                break;
            }
        }
        let is_lone = found.len() == 1;
        if is_lone && !self.stands_alone(&first, lead) {
            return None;
        }
        let start = if lead.of && is_lone { event } else { at };
        let draft =
            if is_lone { self.draft(&first, lead.relation) } else { self.several(&found, lead.relation, is_range) };
        Some(Clause { start, end, draft, frequency: None })
    }

    /// The first moment; of `12 tot 16 mei` the first number too, as its month comes later.
    fn first(&self, at: usize, is_said: bool) -> Found {
        if let Some(week) = self.week_of(at) {
            return Some(week);
        }
        // A day and a month in figures need a preposition.
        if let Some(found) = self.numeric(at, is_said || self.whole) {
            return Some(found);
        }
        if let Some(found) = self.moment(at) {
            return Some(found);
        }
        // `12 tot 16 mei`, `eerste en derde trimester`
        let number = self.day_number(at)?;
        let is_joined = self.is_until(at + 1) || matches!(self.word(at + 1), Word::And | Word::Mark(','));
        if !is_joined {
            return None;
        }
        let (second, _) = self.moment(at + 2)?;
        let core = match second.core {
            Core::Day(month, _) if (1..=31).contains(&number) => Core::Day(month, number),
            Core::Trimester(_) if (1..=3).contains(&number) => Core::Trimester(number as u8),
            Core::Semester(_) if (1..=2).contains(&number) => Core::Semester(number as u8),
            _ => return None,
        };
        Some((Moment { core, ..second }, at + 1))
    }

    /// What follows a moment and belongs to it: `tot juni 2025`, `, 24-25`, `en mei`; and whether it is an end.
    fn next(&self, first: &Moment, at: usize, lead: Lead) -> Option<(Moment, usize, bool)> {
        let mut from = at + 1;
        let until = match self.word(at) {
            Word::Relation(Relation::Until | Relation::NoLater) | Word::Mark('-' | '–' | '—') => true,
            Word::And => lead.relation == Relation::Between,
            Word::Mark(',' | ';' | '/' | '&' | '+') => {
                if self.word(from) == Word::And {
                    from += 1;
                }
                false
            }
            _ => return None,
        };
        // “en tot”, “in november en in mei”, “tot eind juni”
        while matches!(self.word(from), Word::Article | Word::Relation(Relation::In | Relation::NoLater)) {
            from += 1;
        }
        let (next, end) = if first.core == Core::SchoolYear {
            self.school_years(from, true).or_else(|| self.moment(from))?
        } else {
            self.moment(from).or_else(|| self.numeric(from, true))?
        };
        // A year alone after a comma is no second moment.
        let alike = match (first.core, next.core) {
            (Core::Years(..), _) | (_, Core::Years(..)) => false,
            (Core::Year, other) | (other, Core::Year) => other == Core::Year,
            _ => true,
        };
        (alike && next.fault.is_none()).then_some((next, end, until))
    }

    /// Whether a moment is a time without more: a bare year may be anything, a bare feast the topic.
    fn stands_alone(&self, moment: &Moment, lead: Lead) -> bool {
        let said = lead.is_said || self.whole || moment.pointed || moment.part.is_some();
        match moment.core {
            Core::Year => said,
            Core::Years(..) => lead.is_said || self.whole,
            Core::Season(_) | Core::Feast(_) | Core::Holiday(_) => said || moment.when != When::Open,
            // The first trimester is a time; in `de trimesters` none is named.
            _ => true,
        }
    }

    /// Several moments: due is the last of them.
    fn several(&self, moments: &[Moment], relation: Relation, is_range: bool) -> Draft {
        let relation = match relation {
            Relation::Before | Relation::After | Relation::By if !is_range => relation,
            _ => Relation::In,
        };
        let mut draft = Draft::new(TimeKind::Several, None, None);
        let Some((last, earlier)) = moments.split_last() else { return draft };
        draft.fault = moments.iter().find_map(|moment| moment.fault);
        if draft.fault.is_some() {
            return draft;
        }
        // A year at the end holds for those before it, and a range ends after it starts.
        let is_dated = last.when != When::Open || matches!(last.core, Core::Date(_));
        let Some(mut end) = self.occurrence(last, relation) else { return draft };
        if !is_dated
            && let Some(first) = earlier.first().filter(|first| first.when != When::Open || is_known(first))
            && let Some(first) = self.occurrence(first, relation)
        {
            let later = (first.period.start().year()..)
                .take(3)
                .filter_map(|year| self.occurrence(&Moment { when: year_of(last, year), ..*last }, relation))
                .find(|found| found.period.end() >= first.period.start());
            end = later.unwrap_or(end);
        }
        let (mut start, mut last_day) = (end.period.start(), end.period.end());
        let mut due = end.due;
        for moment in earlier {
            let found = if moment.when == When::Open && (is_dated || is_range) && !is_known(moment) {
                self.last_before(moment, &end, relation)
            } else {
                self.occurrence(moment, relation)
            };
            let Some(found) = found else { continue };
            start = start.min(found.period.start());
            last_day = last_day.max(found.period.end());
            due = due.max(found.due);
        }
        draft.period = Some(Period::between(start, last_day));
        draft.due = due;
        if relation != Relation::In {
            draft.due = moments.iter().filter_map(|moment| self.draft(moment, relation).due).max();
        }
        draft
    }

    /// The last occurrence of a moment that does not start after another.
    fn last_before(&self, moment: &Moment, end: &Occurrence, relation: Relation) -> Option<Occurrence> {
        let year = end.period.start().year();
        [year, year - 1]
            .into_iter()
            .filter_map(|year| self.occurrence(&Moment { when: year_of(moment, year), ..*moment }, relation))
            .find(|found| found.period.start() <= end.period.end())
    }
}

fn is_known(moment: &Moment) -> bool {
    matches!(moment.core, Core::Date(_) | Core::Week(_))
}

/// A year for a moment that leaves it open: the school year that starts in it, for what is counted so.
fn year_of(moment: &Moment, year: i16) -> When {
    match moment.core {
        Core::SchoolYear => When::SchoolYear(year),
        _ => When::Year(year),
    }
}
