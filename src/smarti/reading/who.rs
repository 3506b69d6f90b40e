//! Who does it: the WHO of S.
//!
//! A Dutch main clause has its verb second, with the subject on either side of it, so a name is the subject where a finite
//! verb stands next to it. A name that a preposition binds is none, unless the preposition belongs to a count (*80 % van de
//! leerlingen*), or a vague verb changes something of that group (*de draagkracht van de ouders vergroten*).

use super::class::*;
use super::evidence::CueKind;
use super::receive::{receives, then_do};
use super::scan::{Clause, ClauseKind, Item, Scan};
use super::specific::Parts;
use super::topic::{is_infinitive, looks_finite};
use crate::words::TokenKind;

/// A name of persons with the words that belong to it.
struct Phrase {
    first: usize,
    /// The preposition that binds it.
    bound: Option<usize>,
}

pub(super) fn who(scan: &Scan<'_>, parts: &mut Parts) {
    for clause in &scan.clauses {
        if clause.kind == ClauseKind::Main {
            who_in(scan, clause, parts);
        } else if clause.kind != ClauseKind::Condition && parts.who < 2 {
            by_whom(scan, clause, parts);
        }
        if parts.who == 2 {
            return;
        }
    }
    // *Zorgcoördinator: schrijft een plan*: the heading names who does it.
    for pair in scan.clauses.windows(2) {
        let [heading, told] = pair else { continue };
        let at = told.items.start;
        if heading.kind == ClauseKind::Heading
            && told.kind == ClauseKind::Main
            && scan.has(at, VERB)
            && looks_finite(scan, at)
            && !is_infinitive(scan, at)
            && (scan.lexicon.verb_second() || scan.ends(at, "s"))
            && let Some((head, _)) = scan.of(heading).find(|(_, item)| item.is(PARTY))
        {
            return found(scan, parts, head, head, CueKind::Doer);
        }
    }
}

/// *Wie: kleuterteam.*
fn asked(scan: &Scan<'_>, clause: &Clause) -> bool {
    let start = clause.items.start;
    start > 1
        && scan.sign(start - 1) == ":"
        && matches!(scan.word(start - 2), "wie" | "who" | "trekker" | "verantwoordelijke" | "actor")
}

fn who_in(scan: &Scan<'_>, clause: &Clause, parts: &mut Parts) {
    // *Leesgroepjes starten we klein*: a pronoun is the subject wherever it stands.
    let pronoun = scan.of(clause).find(|(at, item)| {
        item.is(SUBJECT) && item.is(BENEFICIARY | STOP) && !item.is(QUANTIFIER) && !bound_before(scan, *at)
    });
    if let Some((at, _)) = pronoun
        && scan.lexicon.verb_second()
    {
        return found(scan, parts, at, at, CueKind::Doer);
    }
    let mut subject = false;
    let mut changing = None;
    let mut place = clause.items.start;
    while let Some(item) = scan.item(place).filter(|_| place < clause.items.end) {
        let at = place;
        place += 1;
        if item.is(SUBJECT) && !bound_before(scan, at) && !item.particle {
            return found(scan, parts, at, at, CueKind::Doer);
        }
        // *Parents' evenings*: whose it is.
        let whose = matches!(scan.sign(at + 1), "'" | "’");
        if !item.is(PARTY) || item.timed || whose || (item.is(VERB) && !item.is(CONCRETE)) {
            continue;
        }
        let phrase = phrase(scan, at, clause);
        if asked(scan, clause) {
            return found(scan, parts, phrase.first, at, CueKind::Doer);
        }
        if let Some(bound) = phrase.bound {
            let binding = scan.item(bound).map_or(0, |item| item.classes);
            if binding & OF != 0
                && !within_support(scan, bound)
                && let Some(first) = counted_before(scan, bound, clause)
                && !subject
            {
                if is_subject(scan, at, first, clause) {
                    return found(scan, parts, first, at, CueKind::Group);
                }
            } else if binding & OF != 0 && changes(clause) && !item.is(ABSTRACT) && !empty_before(scan, bound) {
                changing = changing.or(Some((phrase.first, at)));
            } else if binding & WITH != 0
                && bound > 0
                && (within_support(scan, bound)
                    || scan.has(bound - 1, TOGETHER | AGREEMENT | MAKE)
                    || scan.has(bound - 1, RECEIVE | AUXILIARY) && clause.classes & MAKE != 0)
            {
                half(scan, parts, phrase.first, at);
            }
            continue;
        }
        if subject {
            continue;
        }
        if is_subject(scan, at, phrase.first, clause) {
            if receives(scan, clause, at) {
                subject = true;
                if then_do(scan, clause) {
                    return found(scan, parts, phrase.first, at, CueKind::Doer);
                }
                let span = scan.span(phrase.first, at);
                parts.cue(span.clone(), CueKind::Receiver);
                parts.receiver = parts.receiver.take().or(Some(span));
            } else {
                return found(scan, parts, phrase.first, extent(scan, at, clause), CueKind::Doer);
            }
        } else if changes(clause) && !item.is(ABSTRACT) {
            changing = changing.or(Some((phrase.first, at)));
        }
    }
    by_whom(scan, clause, parts);
    if let Some((first, last)) = changing
        && parts.who < 2
        && clause.classes & RECEIVE == 0
    {
        found(scan, parts, first, last, CueKind::Group);
    }
}

fn found(scan: &Scan<'_>, parts: &mut Parts, first: usize, last: usize, kind: CueKind) {
    let span = scan.span(first, last);
    parts.who = 2;
    parts.doer = Some((first, last));
    parts.actor = Some(span.clone());
    parts.cue(span, kind);
}

fn half(scan: &Scan<'_>, parts: &mut Parts, first: usize, last: usize) {
    if parts.who == 0 {
        parts.who = 1;
        parts.cue(scan.span(first, last), CueKind::Doer);
    }
}

/// *opgesteld door de leerlingenraad*; not *gedragen door*, which says who stands behind it, nor *door … te*.
fn by_whom(scan: &Scan<'_>, clause: &Clause, parts: &mut Parts) {
    for (at, item) in scan.of(clause) {
        if !item.is(BY_WHOM) || item.length > 1 || item.particle || within_support(scan, at) {
            continue;
        }
        let ahead = |from: usize, count: usize, classes: Classes| {
            (from..from + count).find(|place| scan.item(*place).is_some_and(|item| item.is(classes)))
        };
        if let Some(head) = ahead(at + 1, 5, PARTY)
            && ahead(at + 1, 12, INFINITIVE).is_none_or(|te| scan.item(te).is_some_and(|te| te.clause != item.clause))
            && ahead(at + 1, head - at - 1, PREPOSITION | VERB).is_none()
            && ahead(head + 1, 2, SUPPORT).is_none()
        {
            found(scan, parts, at + 1, head, CueKind::Doer);
            return;
        }
    }
}

/// Whether a longer entry about support takes this word in.
fn within_support(scan: &Scan<'_>, at: usize) -> bool {
    (at.saturating_sub(4)..at).any(|first| {
        scan.items
            .get(first)
            .is_some_and(|item| item.length > at - first && item.is(SUPPORT | HALF_SUPPORT | WITH_WHOM))
    })
}

/// Walks back from a name over its modifiers, to the preposition that binds it, if one does.
fn phrase(scan: &Scan<'_>, head: usize, clause: &Clause) -> Phrase {
    let mut first = head;
    while first > clause.items.start && head - first < 6 {
        let Some(item) = scan.item(first - 1) else { break };
        if item.is(PREPOSITION) && !item.particle && !item.is(DETERMINER | QUANTIFIER) {
            // *9 op de 10 leerlingen*, *four out of five parents*
            let number = |at: &usize| scan.is_number(*at) || scan.has(*at, NUMBER);
            let of = number(&first) || number(&(first + 1)) && first + 1 < head;
            if let Some(count) = (first.saturating_sub(3)..first - 1).rev().find(number).filter(|_| of) {
                first = count;
                continue;
            }
            // *at least*, *ten minste*
            if matches!(scan.word(first), "least" | "most" | "minste" | "minst" | "hoogste") {
                first -= 1;
                continue;
            }
            return Phrase { first, bound: Some(first - 1) };
        }
        let joins = item.is(AND) && first >= 2 && scan.has(first - 2, PARTY);
        if joins {
            // *voor leerlingen en ouders*: what binds the first binds the second.
            return phrase(scan, first - 2, clause);
        }
        let determined = scan.item(first).is_some_and(|item| item.is(DETERMINER) && !item.is(STOP));
        let modifies = !item.is_sign()
            && !item.is(VERB | AUXILIARY | AND | PARTY | SUBJECT)
            && (!determined || item.is(QUANTIFIER | VAGUE_QUANTITY | NUMBER))
            && !(item.timed);
        // *the parents' council*
        let modifies = modifies || matches!(scan.sign(first - 1), "%" | "'" | "’");
        // *the pupil council*, *anderstalige gezinnen*
        let compound = item.is(PARTY) && !item.is(VERB);
        if !modifies && !compound {
            break;
        }
        first -= 1;
    }
    Phrase { first, bound: None }
}

fn bound_before(scan: &Scan<'_>, at: usize) -> bool {
    at > 0 && (scan.has(at - 1, PREPOSITION) && !scan.particle_at(at - 1))
}

/// *80 % van de leerlingen*, *het aantal leerlingen*: where the count starts.
fn counted_before(scan: &Scan<'_>, of: usize, clause: &Clause) -> Option<usize> {
    let mut first = of;
    while first > clause.items.start && of - first < 4 {
        let item = scan.item(first - 1)?;
        let counts = item.is(QUANTIFIER | NUMBER | VAGUE_QUANTITY | COUNTABLE | BARE_RESULT)
            || item.kind == TokenKind::Number
            || scan.sign(first - 1) == "%"
            || (item.is(STOP | DETERMINER) && first < of);
        let counts = counts && !item.is(PREPOSITION) || item.is(STOP) && scan.word(first - 1) == "procent";
        if !counts {
            break;
        }
        first -= 1;
    }
    (first < of).then_some(first)
}

/// The words after a name that belong to it: *de leerlingen van 5 STEM*.
fn extent(scan: &Scan<'_>, head: usize, clause: &Clause) -> usize {
    let mut last = head;
    let mut at = head + 1;
    while at < clause.items.end && at - head < 8 {
        let Some(item) = scan.item(at) else { break };
        if item.is(VERB | AUXILIARY | STOP) && !item.is(PREPOSITION | DETERMINER) || item.is_sign() || item.timed {
            break;
        }
        // *de leerlingen van 2A | hun portfolio*
        let another = item.is(DETERMINER)
            && !item.is(PREPOSITION)
            && scan.item(at - 1).is_some_and(|before| !before.is(PREPOSITION | AND));
        if another {
            break;
        }
        let opens = item.is(OF | AND) || at > head + 1;
        if !opens {
            break;
        }
        if item.is(PREPOSITION) && !item.is(OF) {
            break;
        }
        if !item.is(FUNCTION | AND) || item.is(PARTY) {
            last = at;
        }
        at += 1;
    }
    last
}

/// Whether a clause is about changing something without saying how: a vague verb and no other.
fn changes(clause: &Clause) -> bool {
    clause.classes & VAGUE != 0 && clause.classes & (CONCRETE | MAKE) == 0
}

/// Whether a name is the subject of its clause: the finite verb follows it, or stands right before it.
fn is_subject(scan: &Scan<'_>, head: usize, first: usize, clause: &Clause) -> bool {
    let before = first.checked_sub(1).filter(|at| *at >= clause.items.start).and_then(|at| scan.item(at));
    if let Some(before) = before
        && before.classes == 0
        && scan.lexicon.verb_second()
        && looks_finite(scan, first - 1)
        && (first - 1 == clause.items.start || scan.item(first - 2).is_some_and(|item| item.timed))
    {
        // *Tegen juni timmert de klas*
        return true;
    }
    if let Some(before) = before
        && before.is(VERB | AUXILIARY)
        && !before.is(PREPOSITION)
    {
        // *Tegen juni schrijft het team*, but *Inform parents* and *schrijven leerlingen* after a *te*.
        let infinitive = first > 1 && scan.has(first - 2, INFINITIVE);
        return scan.lexicon.verb_second()
            && !infinitive
            && !(is_infinitive(scan, first - 1) && one(scan, first, head));
    }
    // *Coach new teachers in giving feedback*: a verb that could be a name opens an order.
    let order = !scan.lexicon.verb_second()
        && head == clause.items.start
        && scan.has(head, TOWARD)
        && !scan.ends(head, "s")
        && !scan.has(head + 1, AND)
        && !(head + 1..clause.items.end).any(|at| {
            scan.item(at).is_some_and(|item| item.is(VERB | AUXILIARY) && !item.is(PARTY) && !scan.ends(at, "ing"))
        });
    if order {
        return false;
    }
    // *Set up a club*: in English what follows the verb is no subject.
    let after_verb = (clause.items.start..first)
        .any(|at| scan.item(at).is_some_and(|item| item.is(VERB | PILOT) && !item.is(PRODUCT | PARTY)));
    // *the school report*: the name only describes a thing.
    let describes = scan.has(head + 1, PRODUCT | ABSTRACT | MEANS | COUNTABLE | GENERIC)
        && !scan.has(head + 1, VERB | AUXILIARY | PARTY | FUNCTION);
    if !scan.lexicon.verb_second() && (after_verb || describes || scan.has(first, PILOT)) {
        return false;
    }
    let mut at = head + 1;
    let mut complement = false;
    while at < clause.items.end && at - head < 14 {
        let Some(item) = scan.item(at) else { return false };
        if scan.sign(at) == "," || scan.sign(at) == "(" || scan.sign(at) == ":" {
            return true;
        }
        if item.is(VERB | AUXILIARY) && !item.is(PREPOSITION) {
            let object = toward_infinitive(scan, at, item) && at == head + 1;
            let disagrees = !item.is(AUXILIARY) && !item.separable && is_infinitive(scan, at) && one(scan, first, head);
            return !object && !disagrees;
        }
        if item.is(PREPOSITION) || item.is(AND) || item.is_sign() {
            complement = true;
        } else if !complement
            && !item.is(PARTY | NUMBER)
            && item.kind == TokenKind::Word
            && at == head + 1
            && !item.is(FUNCTION)
            && item.classes & !STOP == 0
        {
            // A word that is not known right after a name is its verb, or its adverb.
            if item.classes == 0 && looks_finite(scan, at) {
                return true;
            }
            // *de vakgroep Frans*
            complement = true;
        } else if !complement && item.is(STOP | PURPOSE) && !item.timed {
            // *Ouders beter informeren*: an adverb first, then an infinitive.
            return finite_after(scan, at, clause);
        }
        at += 1;
    }
    // The clause broke off before the verb: a relative clause stands in between.
    at >= clause.items.end && scan.has(at, RELATIVE)
}

/// After an adverb: whether a verb follows at once that is no infinitive.
fn finite_after(scan: &Scan<'_>, at: usize, clause: &Clause) -> bool {
    (at..clause.items.end.min(at + 4))
        .any(|at| scan.item(at).is_some_and(|item| item.is(AUXILIARY) || item.is(VERB) && !is_infinitive(scan, at)))
}

/// Whether a name is that of one: *een aanspreekpunt aanduiden* has no subject, since its verb would be *duidt*.
fn one(scan: &Scan<'_>, first: usize, head: usize) -> bool {
    let word = scan.word(head);
    let plural = word.ends_with("en") || word.ends_with('s') && !word.ends_with("us") || word.ends_with("heden");
    let several = (first..head).any(|at| {
        scan.item(at).is_some_and(|item| item.is(AND | VAGUE_QUANTITY) || item.is(NUMBER) && item.value > 1)
            || scan.is_number(at)
            || scan.sign(at) == "%"
    });
    let joined = scan.has(head + 1, AND);
    !plural && !several && !joined
}

/// *Ouders informeren*: the name before such a verb is who is informed.
fn toward_infinitive(scan: &Scan<'_>, at: usize, item: &Item) -> bool {
    // *Leerkrachten observeren twee lessen*: an object follows, so the name is who does it.
    let object = scan.has(at + 1, DETERMINER | NUMBER) || scan.is_number(at + 1);
    item.is(TOWARD) && is_infinitive(scan, at) && !object && !item.separable
}

/// *de noden van de school*, *op vraag van de scholen*: what stands before *van* is no trait of the group.
fn empty_before(scan: &Scan<'_>, bound: usize) -> bool {
    within_support(scan, bound) || bound > 0 && scan.has(bound - 1, GENERIC | TIME_UNIT | MEANS_UNIT)
}
