//! Who only receives something, and so does nothing: *ouders krijgen een brief*.

use super::class::*;
use super::scan::{Clause, ClauseKind, Scan};
use super::topic::participle;

/// Whether the subject of a clause receives or undergoes: its verb is *krijgen* or *worden*, or *hebben* of a thing.
pub(super) fn receives(scan: &Scan<'_>, clause: &Clause, head: usize) -> bool {
    // *Elke leerling die moeilijk leest, krijgt …*: the verb comes after what describes the name.
    let place = scan.item(head).map_or(0, |item| item.clause);
    let clause = match scan.clauses.get(place + 1..place + 3) {
        Some([between, rest])
            if clause.classes & (VERB | AUXILIARY) == 0
                && between.kind == ClauseKind::Relative
                && rest.kind == ClauseKind::Main
                && rest.sentence == clause.sentence =>
        {
            rest
        }
        _ => clause,
    };
    if scan.of(clause).any(|(at, _)| passive(scan, at)) {
        return true;
    }
    // *Elk kind heeft een kapstok*: to have a thing is no doing.
    let has = clause.classes & VERB == 0
        && scan.of(clause).any(|(_, item)| item.is(AUXILIARY) && item.is(RAISE))
        && !scan.of(clause).any(|(at, item)| item.classes == 0 && participle(scan, at))
        && !done_later(scan, clause);
    if clause.classes & RECEIVE == 0 {
        return has;
    }
    // The verb next to the name decides: *schrijft een tekst en krijgt daarvoor tijd*.
    let verbs = scan.of(clause).filter(|(_, item)| item.is(VERB) && !item.is(PARTY));
    let nearest = verbs.min_by_key(|(at, _)| at.abs_diff(head));
    nearest.is_none_or(|(at, item)| {
        if item.is(RECEIVE) {
            // *has rewritten one test*
            return !(matches!(scan.word(at), "has" | "have") && scan.any(at + 1..at + 3, CONCRETE | MAKE));
        }
        // *getest worden*
        scan.lexicon.verb_second() && participle(scan, at) && (scan.has(at + 1, RECEIVE) || scan.has(at - 1, RECEIVE))
    })
}

/// *heeft de werkgroep, in overleg met de ouders, een gids geschreven*: the participle comes after what stands between.
fn done_later(scan: &Scan<'_>, clause: &Clause) -> bool {
    let place = scan.item(clause.items.start).map_or(0, |item| item.clause);
    let rest = scan.clauses.get(place + 1..).unwrap_or_default().iter().take(4);
    rest.take_while(|next| next.sentence == clause.sentence).any(|next| {
        next.kind == ClauseKind::Main && scan.of(next).any(|(at, item)| item.is(VERB) && participle(scan, at))
    })
}

/// *Parents are informed*: an English passive, over an adverb.
fn passive(scan: &Scan<'_>, at: usize) -> bool {
    !scan.lexicon.verb_second()
        && matches!(scan.word(at), "is" | "are" | "was" | "were" | "be" | "been" | "being")
        && (at + 1..at + 3).find(|place| !scan.has(*place, STOP | NEGATION)).is_some_and(|place| {
            participle(scan, place) && (scan.has(place, VERB) || scan.item(place).is_some_and(|item| item.classes == 0))
        })
}

/// *krijgen twee halve dagen om een collega te observeren*: the text says what they do with it.
pub(super) fn then_do(scan: &Scan<'_>, clause: &Clause) -> bool {
    let place = scan.item(clause.items.start).map_or(0, |item| item.clause);
    scan.clauses.get(place + 1).is_some_and(|next| {
        // *krijgen tips zodat ze thuis kunnen voorlezen*
        let theirs = next.kind == ClauseKind::Purpose
            && next.classes & BENEFICIARY != 0
            && next.classes & VAGUE == 0
            && clause.classes & RECEIVE != 0;
        (next.kind == ClauseKind::InOrder || theirs)
            && next.sentence == clause.sentence
            && next.classes & (CONCRETE | MAKE) != 0
    })
}
