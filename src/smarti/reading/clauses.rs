//! Clauses: where one starts, and what it is to the goal.

use core::ops::Range;

use super::class::*;
use super::scan::{Clause, ClauseKind, Item, Scan};
use super::topic::{is_infinitive, looks_finite};

/// A longer clause is cut, so that looking around in one costs no more than so many steps.
const LONGEST_CLAUSE: usize = 60;
/// A longer text before a colon is no heading.
const LONGEST_HEADING: usize = 7;
/// How far *te* may stand from *om*.
const INFINITIVE_WINDOW: usize = 24;

impl Scan<'_> {
    /// Cuts the items into clauses.
    pub(super) fn cut(&mut self) {
        let mut kind = ClauseKind::Main;
        let mut start = 0;
        let mut sentence = 0;
        // Whether the clause that is open stood at the start of its sentence, so that a comma leads to the main one.
        let mut at = 0;
        while at < self.items.len() {
            let next = self.opens(at, start, kind);
            let new_line = self.item(at).is_some_and(|item| item.new_line);
            let ended = at > 0 && (self.ends_sentence(at - 1) || new_line);
            let headed = at > start && self.sign(at - 1) == ":";
            if headed && kind == ClauseKind::Main && at - start <= LONGEST_HEADING && !self.has_verb(start..at) {
                kind = ClauseKind::Heading;
            }
            if ended || headed || next.is_some() || at - start >= LONGEST_CLAUSE {
                self.close(start..at, kind, sentence);
                start = at;
                if ended || headed {
                    let why = headed && matches!(self.word(at.wrapping_sub(2)), "waarom" | "why");
                    kind = if why { ClauseKind::Purpose } else { ClauseKind::Main };
                }
                if ended {
                    sentence += 1;
                }
                kind = next.unwrap_or(kind);
            }
            at += 1;
        }
        self.close(start..self.items.len(), kind, sentence);
        // *tutors who volunteered run …*: no comma ends an English relative clause, and the verb after it is the main one.
        for place in 1..self.clauses.len() {
            let main = self.clauses.get(place - 1).is_some_and(|before| {
                before.kind == ClauseKind::Main
                    && before.classes & (VERB | AUXILIARY) == 0
                    && before.classes & PARTY != 0
            });
            let verbs = self
                .clauses
                .get(place)
                .map_or(0, |clause| self.of(clause).filter(|(_, item)| item.is(VERB | CHOICE)).count());
            if !self.lexicon.verb_second()
                && main
                && verbs > 1
                && let Some(clause) = self.clauses.get_mut(place)
                && clause.kind == ClauseKind::Relative
            {
                clause.kind = ClauseKind::Main;
            }
        }
        // *There is no time, so counsellors write …*: where nothing was told before, that is no purpose.
        for place in 1..self.clauses.len() {
            let told = self.clauses.get(place - 1).is_some_and(|before| before.classes & VERB != 0);
            if !told
                && let Some(clause) = self.clauses.get(place)
                && clause.kind == ClauseKind::Purpose
                && matches!(self.word(clause.items.start), "so" | "dus")
                && self.item(clause.items.start).is_some_and(|marker| marker.length == 1)
                && clause.classes & (CONCRETE | MAKE) != 0
                && let Some(clause) = self.clauses.get_mut(place)
            {
                clause.kind = ClauseKind::Main;
            }
        }
        // *Voorbereiding infoavond: 12/02/2025*: where no verb follows, the heading is what is told.
        for place in 0..self.clauses.len() {
            let Some(clause) = self.clauses.get(place) else { break };
            if clause.kind == ClauseKind::Heading
                && self.sentence(clause.sentence) & (VERB | AUXILIARY | PRODUCT | PARTY) == 0
                && let Some(clause) = self.clauses.get_mut(place)
            {
                clause.kind = ClauseKind::Main;
            }
        }
    }

    fn has_verb(&self, items: Range<usize>) -> bool {
        self.items.get(items).unwrap_or_default().iter().any(|item| item.is(VERB | AUXILIARY))
    }

    /// The kind of the clause that starts at a place, if one does.
    fn opens(&self, at: usize, start: usize, kind: ClauseKind) -> Option<ClauseKind> {
        let item = self.item(at)?;
        let previous = at.checked_sub(1).and_then(|at| self.item(at));
        let fresh = previous.is_none_or(Item::is_sign);
        if item.is(PURPOSE) && !item.particle {
            return Some(ClauseKind::Purpose);
        }
        if item.is(IN_ORDER) {
            // *The deputy head to check every file*: who is to do it.
            let told =
                kind == ClauseKind::Main && previous.is_some_and(|item| item.is(PARTY)) && !self.has_verb(start..at);
            if self.has_infinitive(at, at > start && !told) {
                return Some(ClauseKind::InOrder);
            }
        }
        if item.is(CONDITION) && self.sign(at + 1) != ":" {
            let next = self.item(at + 1);
            let subject =
                next.is_some_and(|next| next.is(SUBJECT | BENEFICIARY | DETERMINER) || self.word(at + 1) == "er");
            // *Als leerlingenbegeleider maak ik …*: a role, with its verb right after it.
            let role = next.is_some_and(|next| next.is(PARTY))
                && self.has(at + 2, VERB | AUXILIARY)
                && self.has(at + 3, SUBJECT | DETERMINER)
                && !self.ends(at + 2, "en");
            if (item.length > 1 || fresh || subject) && !role {
                return Some(ClauseKind::Condition);
            }
        }
        if item.is(RELATIVE) && !item.timed && !item.inner {
            let bound = previous.is_some_and(|item| item.is(PREPOSITION));
            let noun = previous.is_some_and(|item| !item.is(FUNCTION | VERB) && !item.is_sign());
            let asks = !item.is(DETERMINER);
            let comma = at > 0 && self.sign(at - 1) == ",";
            let free = !item.is(DETERMINER) || noun || comma;
            if (noun || comma || bound || asks) && free && at > start {
                return Some(ClauseKind::Relative);
            }
        }
        // *Om in orde te zijn herschrijft het team de nota*: after an infinitive that no comma ends comes the finite verb.
        if kind == ClauseKind::InOrder
            && self.lexicon.verb_second()
            && (start == 0 || self.ends_sentence(start - 1))
            && at > start + 3
            && (item.is(VERB | AUXILIARY) || item.classes == 0 && looks_finite(self, at))
            && (!is_infinitive(self, at) || self.has(at - 2, INFINITIVE))
            && self.any(start..at - 1, INFINITIVE)
            && self.has(at + 1, DETERMINER | SUBJECT | PARTY)
        {
            return Some(ClauseKind::Main);
        }
        // A comma ends a clause that stands within another, or before it.
        if at > start && self.sign(at - 1) == "," {
            return match kind {
                ClauseKind::Main => Some(ClauseKind::Main),
                ClauseKind::Purpose
                    if self
                        .clauses
                        .last()
                        .is_some_and(|last| last.items.end == start && last.kind == ClauseKind::Main)
                        && start > 0
                        && !self.ends_sentence(start - 1) =>
                {
                    None
                }
                _ => Some(ClauseKind::Main),
            };
        }
        None
    }

    fn has_infinitive(&self, at: usize, inside: bool) -> bool {
        if !self.lexicon.verb_second() && self.has(at, INFINITIVE) {
            // *two half-days to observe a colleague*, but *want to observe*, *to school* and *To improve …*.
            let verb = self.item(at + 1).is_some_and(|next| next.is(VERB | TOWARD) && !next.is(PARTY));
            let free = self.item(at.wrapping_sub(1)).is_some_and(|before| !before.is(VERB | AUXILIARY));
            return verb && free && inside;
        }
        let rest = self.items.get(at + 1..).unwrap_or_default();
        for (ahead, item) in rest.iter().take(INFINITIVE_WINDOW).enumerate() {
            if item.is(INFINITIVE) {
                return true;
            }
            if self.ends_sentence(at + 1 + ahead) {
                return false;
            }
        }
        false
    }

    fn close(&mut self, items: Range<usize>, kind: ClauseKind, sentence: usize) {
        if items.is_empty() {
            return;
        }
        let clause = self.clauses.len();
        let mut classes = 0;
        for item in self.items.get_mut(items.clone()).unwrap_or_default() {
            item.clause = clause;
            // *zo snel mogelijk* is when, and no doubt.
            classes |= item.classes & if item.timed { !HEDGE } else { !0 };
        }
        self.clauses.push(Clause { kind, items, classes, sentence });
    }
}
