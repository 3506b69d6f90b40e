//! A: do those concerned support, choose or help shape the goal?
//!
//! The guide: *in overleg*, *samen* and the like with a named party, two named parties that act jointly, and *gedragen door*,
//! *op vraag van*, *akkoord*, *vrijwillig* are present. Bare *samen*, partners without a name, support that is hoped for and
//! an agreement that is itself the goal are weak. What is denied, and what the goal is about, is none.

use alloc::vec::Vec;

use super::class::*;
use super::evidence::{Cue, CueKind, Evidence};
use super::hint::Hint;
use super::scan::{Clause, ClauseKind, Item, Scan};
use crate::words::TokenKind;

/// How far the name may stand from *in overleg met*.
const REACH: usize = 7;

/// The evidence for A, its cues and the next best step.
#[inline(never)]
pub(super) fn judge(scan: &Scan<'_>) -> (Evidence, Vec<Cue>, Option<Hint>) {
    let mut evidence = Evidence::Absent;
    let mut hint = Hint::NameParty;
    let mut cues = Vec::new();
    for (at, item) in scan.items.iter().enumerate() {
        let Some(clause) = scan.clause(at) else { continue };
        let Some((mut found, step, last)) = cue(scan, at, item, clause) else { continue };
        // *because pupils who play together make friends*
        let within_why = clause.kind == ClauseKind::Relative
            && clause_before(scan, item).is_some_and(|before| before.kind == ClauseKind::Purpose);
        if scan.negated(at) || clause.kind == ClauseKind::Purpose || within_why {
            continue;
        }
        if clause.kind == ClauseKind::Condition || clause.classes & HEDGE != 0 {
            found = found.min(Evidence::Weak);
        }
        if found > evidence {
            (evidence, hint) = (found, step);
        }
        let kind = match found {
            Evidence::Present if item.is(SUPPORT) => CueKind::Support,
            Evidence::Weak if item.is(SUPPORT | HALF_SUPPORT | AGREEMENT) => CueKind::HopedSupport,
            _ => CueKind::Together,
        };
        cues.push(Cue { span: scan.span(at, last), kind });
    }
    (evidence, cues, (evidence < Evidence::Present).then_some(hint))
}

/// The clause before that of an item.
fn clause_before<'s>(scan: &'s Scan<'_>, item: &Item) -> Option<&'s Clause> {
    scan.clauses.get(item.clause.checked_sub(1)?)
}

/// What starts at a place, if something does: how strong, the next step, and its last item.
fn cue(scan: &Scan<'_>, at: usize, item: &Item, clause: &Clause) -> Option<(Evidence, Hint, usize)> {
    let end = at + item.length - 1;
    // *het plan 'Samen sterk'*: a name.
    let quoted = item.capital && at > 0 && matches!(scan.sign(at - 1), "'" | "‘" | "\"" | "“" | "«");
    if item.particle || item.timed || quoted {
        return None;
    }
    // *een akkoord bereiken*, *akkoord vinden*: still to be won.
    let sought = matches!(scan.word(at + 1), "bereiken" | "vinden" | "zoeken" | "sluiten");
    if item.is(SUPPORT) && item.is(AGREEMENT) && (at > 0 && scan.has(at - 1, ONE) || sought) {
        return Some((Evidence::Weak, Hint::AskSupport, end));
    }
    if item.is(SUPPORT) {
        // *op vraag van …*, but *geven zich op om …*
        let more = scan.item(end + 1).is_some_and(|next| !next.is_sign() && !next.is(IN_ORDER | AND));
        let open = more && item.length > 1 && scan.has(end, PREPOSITION);
        if !open {
            return Some((Evidence::Present, Hint::NameParty, end));
        }
        return Some(match ahead(scan, end, PARTY | SUBJECT | BENEFICIARY) {
            Some(party) => (Evidence::Present, Hint::NameParty, party),
            None => (Evidence::Weak, Hint::SayWithWhom, end),
        });
    }
    if item.is(WITH_WHOM) {
        return Some(match ahead(scan, end, PARTY).or(named(scan, end)) {
            Some(party) => (Evidence::Present, Hint::NameParty, party),
            None => (Evidence::Weak, Hint::SayWithWhom, end),
        });
    }
    if item.is(HALF_SUPPORT) && clause.kind != ClauseKind::Relative && supports(scan, clause) {
        let hint = if item.length > 1 && !item.is(VERB) { Hint::CheckNeeds } else { Hint::AskSupport };
        return Some((Evidence::Weak, hint, end));
    }
    if item.is(TOGETHER) && !item.is(VERB) {
        return Some((Evidence::Weak, Hint::SayWithWhom, end));
    }
    if item.is(AGREEMENT)
        && !item.compound
        && clause.classes & MAKE != 0
        && clause.kind == ClauseKind::Main
        && !super::measurable::bound(scan, at)
    {
        return Some((Evidence::Weak, Hint::AskSupport, end));
    }
    if item.is(AGREEMENT) && clause.classes & VERB == 0 && scan.has(end + 1, WITH) {
        return Some((Evidence::Weak, Hint::AskSupport, end));
    }
    if item.is(CHOICE) && themselves(scan, at, clause) {
        return Some((Evidence::Present, Hint::NameParty, end));
    }
    if let Some(found) = made_with(scan, at, item, clause) {
        return Some(found);
    }
    jointly(scan, at, item, clause).map(|last| (Evidence::Present, Hint::NameParty, last))
}

/// Whether what may be support is that of the goal.
fn supports(scan: &Scan<'_>, clause: &Clause) -> bool {
    let means = clause.kind == ClauseKind::Condition && clause.classes & MEANS != 0;
    // *voelen zich gesteund*
    let felt = || scan.of(clause).any(|(at, _)| ["voel", "feel"].iter().any(|start| scan.word(at).starts_with(start)));
    !means && !felt()
}

/// *leerkrachten die zich zelf aanmeldden*, *een kaart die mee door de leerlingen ontworpen is*, *elk team kiest zelf*: they
/// chose or helped shape. *Leerlingen leren zelf kiezen* is what the goal is about.
fn themselves(scan: &Scan<'_>, at: usize, clause: &Clause) -> bool {
    let own = |place: usize| scan.has(place, SELF);
    let near = (at.saturating_sub(6)..at + 4).any(own);
    let along = (at.saturating_sub(6)..at + 4).any(|place| scan.is_word(place, "mee"));
    // What one makes oneself is not chosen.
    let chosen = (!scan.has(at, MAKE) || scan.has(at, CONCRETE))
        && (at.saturating_sub(2)..at + 3).any(own)
        && !scan.any(at.saturating_sub(3)..at, VERB);
    near && (clause.kind == ClauseKind::Relative || clause.classes & BY_WHOM != 0 || along || chosen)
}

/// *Het reglement herschrijven met de leerlingenraad*, *met externe partners een aanbod uitwerken*: made with them.
fn made_with(scan: &Scan<'_>, at: usize, item: &Item, clause: &Clause) -> Option<(Evidence, Hint, usize)> {
    if !item.is(WITH) || clause.kind != ClauseKind::Main {
        return None;
    }
    if let Some(place) = (at + 1..at + 4).find(|place| scan.has(*place, UNNAMED) && !scan.has(*place, QUANTIFIER)) {
        return Some((Evidence::Weak, Hint::SayWithWhom, place));
    }
    if clause.classes & MAKE == 0 {
        return None;
    }
    let before = at.wrapping_sub(1);
    // *We starten met één klas*: where it begins.
    let begins = super::realistic::begins(scan.word(before));
    let starts = at == clause.items.start
        || scan.has(before, MAKE | AUXILIARY | RECEIVE) && !begins
        || scan.particle_at(before)
        || shaped(scan, at, clause);
    if !starts {
        return None;
    }
    for place in at + 1..at + 5 {
        let next = scan.item(place)?;
        if next.is(PARTY) {
            return Some((Evidence::Present, Hint::NameParty, place));
        }
        let describes = next.is(DETERMINER | STOP) || next.classes == 0 && scan.ends(place, "e");
        if !describes || next.is_sign() {
            return None;
        }
    }
    None
}

/// *makes an error guide with the pupils*: in English what is made stands in between; a talk with them is only held.
fn shaped(scan: &Scan<'_>, at: usize, clause: &Clause) -> bool {
    let makes = |item: &Item| item.is(MAKE) && item.is(CHOICE);
    !scan.lexicon.verb_second()
        && (clause.items.start..at).any(|place| scan.item(place).is_some_and(makes))
        && at > 0
        && !scan.has(at - 1, AGREEMENT | ABSTRACT | PARTY)
        && !(scan.has(at - 1, VERB) && scan.has(at - 1, COUNTABLE))
}

/// *in overleg met de vakbonden*: a name that the lexicon does not have is a name.
fn named(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let end = (at + 1..at + 4).find(|place| scan.item(*place).is_none_or(|item| !item.is(DETERMINER | STOP)))?;
    let item = scan.item(end)?;
    (item.kind == TokenKind::Word && item.classes & !(COUNTABLE | GENERIC) == 0).then_some(end)
}

fn ahead(scan: &Scan<'_>, at: usize, classes: Classes) -> Option<usize> {
    let own = scan.item(at)?;
    for place in at + 1..at + 1 + REACH {
        let item = scan.item(place)?;
        if item.is(classes) {
            return Some(place);
        }
        // *with other agencies, the family worker …*
        if item.is(UNNAMED) && scan.sign(place + 1) == "," {
            return None;
        }
        if item.clause != own.clause && !matches!(scan.sign(place - 1), "," | ":") {
            return None;
        }
    }
    None
}

/// *CLB en school bereiden … voor*: two names that do it, neither of them bound by a preposition other than *door*.
fn jointly(scan: &Scan<'_>, at: usize, item: &Item, clause: &Clause) -> Option<usize> {
    let names = PARTY;
    if !item.is(names) || clause.kind == ClauseKind::Condition || clause.kind == ClauseKind::InOrder {
        return None;
    }
    let apostrophe = |item: &Item| matches!(scan.text.get(item.span()), Some("'" | "’"));
    let and = (at + 1..at + 7).find(|place| scan.has(*place, AND))?;
    if (at + 1..and).any(|place| {
        scan.items
            .get(place)
            .is_none_or(|item| item.is_sign() && !apostrophe(item) || item.is(VERB | AUXILIARY | TIME_UNIT))
    }) {
        return None;
    }
    let second = (and + 1..and + 5).find(|place| scan.item(*place).is_some_and(|item| item.is(names)))?;
    if (and + 1..second)
        .any(|place| scan.item(place).is_none_or(|item| item.is(PREPOSITION | VERB | AUXILIARY) || item.is_sign()))
    {
        return None;
    }
    // *the head and the parents' council*
    let council = scan.item(second + 1).is_some_and(apostrophe) && scan.has(second + 2, PARTY);
    let second = if council { second + 2 } else { second };
    let mut first = at;
    while first > clause.items.start {
        let before = scan.item(first - 1)?;
        if before.is(BY_WHOM) && before.length == 1 {
            return Some(second);
        }
        if before.is(QUANTIFIER | PREPOSITION) && !before.particle {
            return None;
        }
        let modifies = before.is(DETERMINER)
            || before.classes == 0 && !before.is_sign()
            || matches!(scan.sign(first - 1), "'" | "’");
        if !modifies {
            break;
        }
        first -= 1;
    }
    let acts =
        clause.kind == ClauseKind::Main && clause.classes & (CONCRETE | MAKE) != 0 && clause.classes & RECEIVE == 0;
    // A subject has its verb on one side: not *we bezoeken leerlingen en ouders*.
    let other = scan.any(clause.items.start..first, SUBJECT | PARTY);
    let follows = scan.item(second + 1).is_some_and(|next| next.clause == item.clause && !next.is_sign());
    (acts && !other && follows).then_some(second)
}
