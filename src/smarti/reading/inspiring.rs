//! I: the why, for people.
//!
//! The guide: a why or benefit with a named beneficiary is present. Where the benefit is the goal itself, or a why names
//! nobody, it is weak. *Om … te* that only continues the verb, compliance and a bare result are none.

use alloc::vec::Vec;

use super::class::*;
use super::evidence::{Cue, CueKind, Evidence};
use super::hint::Hint;
use super::scan::{Clause, ClauseKind, Scan};
use crate::words::TokenKind;

/// The evidence for I, its cues and the next best step.
#[inline(never)]
pub(super) fn judge(scan: &Scan<'_>) -> (Evidence, Vec<Cue>, Option<Hint>) {
    let mut evidence = Evidence::Absent;
    let mut hint = Hint::SayWhy;
    let mut cues = Vec::new();
    let mut take = |found: Evidence, step: Hint, span, kind| {
        if found > evidence {
            (evidence, hint) = (found, step);
        }
        cues.push(Cue { span, kind });
    };
    for (place, clause) in scan.clauses.iter().enumerate() {
        let why = match clause.kind {
            ClauseKind::Purpose => why(scan, place, clause),
            ClauseKind::InOrder => in_order(scan, clause),
            ClauseKind::Relative if gives(scan, clause) => why(scan, place, clause),
            _ => {
                if let Some((first, last)) = benefit(scan, clause) {
                    take(Evidence::Weak, Hint::SayWhatChanges, scan.span(first, last), CueKind::Benefit);
                }
                Evidence::Absent
            }
        };
        let span = scan.span(clause.items.start, last_word(scan, clause));
        match why {
            Evidence::Present => take(why, Hint::SayWhy, span, CueKind::Purpose),
            Evidence::Weak => take(why, Hint::SayForWhom, span, CueKind::BarePurpose),
            Evidence::Absent => {}
        }
    }
    // *…: daarom doen we huisbezoeken*: the why stands before it.
    let therefore = (1..scan.items.len()).find(|at| matches!(scan.word(*at), "daarom" | "vandaar" | "therefore"));
    if let Some(at) = therefore
        && let Some(before) = scan.item(at).and_then(|item| scan.clauses.get(item.clause.checked_sub(1)?))
        && people(scan, before)
    {
        evidence = Evidence::Present;
        cues.push(Cue { span: scan.span(at, at), kind: CueKind::Purpose });
    }
    (evidence, cues, (evidence < Evidence::Present).then_some(hint))
}

fn last_word(scan: &Scan<'_>, clause: &Clause) -> usize {
    let last = scan.of(clause).filter(|(_, item)| !item.is_sign()).last();
    last.map_or(clause.items.start, |(at, _)| at)
}

/// *…, wat hun zelfvertrouwen geeft*: what the whole brings about.
fn gives(scan: &Scan<'_>, clause: &Clause) -> bool {
    let start = clause.items.start;
    let comma = start > 0 && scan.sign(start - 1) == ",";
    comma && matches!(scan.word(start), "wat" | "dat" | "which") && clause.classes & (RAISE | TOWARD | BENEFIT) != 0
}

/// After *zodat*, *want*, *omdat*: a beneficiary makes it a why for people.
fn why(scan: &Scan<'_>, place: usize, clause: &Clause) -> Evidence {
    // What follows in the same sentence belongs to it, until a new main clause.
    let next = scan.clauses.get(place + 1).filter(|next| {
        next.sentence == clause.sentence
            && matches!(next.kind, ClauseKind::Relative | ClauseKind::InOrder | ClauseKind::Condition)
    });
    let classes = clause.classes | next.map_or(0, |next| next.classes);
    let for_people = people(scan, clause) || next.is_some_and(|next| people(scan, next));
    let counts = scan.of(clause).any(|(_, item)| item.kind == TokenKind::Number && !item.timed);
    if classes & COMPLIANCE != 0 && classes & BENEFIT == 0 {
        return Evidence::Absent;
    }
    if classes & BARE_RESULT != 0 && (counts || !for_people) && classes & BENEFIT == 0 {
        return Evidence::Absent;
    }
    // *een kijkmoment voor ouders, zodat loslaten makkelijker wordt*: those for whom it is were named before.
    let impersonal = classes & (BARE_GAIN | GENERIC) != 0;
    let named = !impersonal && receivers(scan, place, clause);
    if for_people || named { Evidence::Present } else { Evidence::Weak }
}

/// Whether the main clause before names people who are not its subject.
fn receivers(scan: &Scan<'_>, place: usize, clause: &Clause) -> bool {
    let before = scan.clauses.get(place.saturating_sub(4)..place).unwrap_or_default();
    before.iter().filter(|before| before.sentence == clause.sentence && before.kind == ClauseKind::Main).any(|before| {
        let parties = scan.of(before).filter(|(_, item)| item.is(PARTY)).count();
        parties > 1 || parties == 1 && before.classes & SUBJECT != 0
    })
}

fn people(scan: &Scan<'_>, clause: &Clause) -> bool {
    let marker = clause.items.start;
    let length = scan.item(marker).map_or(1, |item| item.length);
    // A pronoun in the marker itself counts: *wat hun … geeft*.
    scan.of(clause).any(|(at, item)| {
        item.is(PARTY | BENEFICIARY) && (at >= marker + length || item.is(BENEFICIARY)) && !item.timed
            || at < marker + length && length > 1 && item.is(BENEFICIARY)
    })
}

/// *om … te*: a why where it speaks of a gain for people, and nothing where it continues the verb.
fn in_order(scan: &Scan<'_>, clause: &Clause) -> Evidence {
    let first = clause.items.start;
    let continues = scan.any(first.saturating_sub(3)..first, CONTINUES);
    // *krijgen twee dagen om een collega te observeren*: what they do with it.
    let place = scan.item(first).map_or(0, |item| item.clause);
    let received = place > 0 && scan.clauses.get(place - 1).is_some_and(|before| before.classes & RECEIVE != 0);
    if continues || clause.classes & COMPLIANCE != 0 || received && clause.classes & CONCRETE != 0 {
        return Evidence::Absent;
    }
    let gain = clause.classes & (VAGUE | BENEFIT | BARE_GAIN | RAISE | DIRECTION | RECEIVE | AUXILIARY | TOWARD) != 0;
    // *om kinderen te leren plannen*: whom it is for comes first.
    let object = scan.of(clause).skip(1).find(|(_, item)| !item.is(DETERMINER | STOP | QUANTIFIER));
    let gain = gain || object.is_some_and(|(_, item)| item.is(PARTY));
    // A partner of the action is no beneficiary: *om met ouders te praten*.
    let free = scan.of(clause).any(|(at, item)| {
        let person = item.is(PARTY) || item.is(BENEFICIARY) && !item.is(DETERMINER);
        person && at > first && !partner(scan, at)
    });
    match (gain, free) {
        (true, true) => Evidence::Present,
        (true, false) if clause.classes & (BENEFIT | BARE_GAIN) != 0 && clause.classes & BARE_RESULT == 0 => {
            Evidence::Weak
        }
        _ => Evidence::Absent,
    }
}

fn partner(scan: &Scan<'_>, at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|place| scan.has(place, WITH) && !scan.particle_at(place))
}

/// Where the benefit is the goal itself: *zich goed voelen*, *kansen bieden*.
fn benefit(scan: &Scan<'_>, clause: &Clause) -> Option<(usize, usize)> {
    if !matches!(clause.kind, ClauseKind::Main | ClauseKind::Relative | ClauseKind::Heading) {
        return None;
    }
    scan.of(clause).find_map(|(at, item)| {
        let raised = item.length > 1 || clause.classes & RAISE != 0;
        let object = item.is(PARTY) && super::measurable::bound(scan, at);
        (item.is(BENEFIT) && raised && !object && !scan.negated(at)).then_some((at, at + item.length - 1))
    })
}
