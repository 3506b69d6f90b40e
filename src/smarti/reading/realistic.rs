//! R: does the text show that it can be done?
//!
//! The guide: means that are there, a pilot or trial, a small start with a bound and an existing relation are present. A
//! condition, small steps, bare *middelen*, bounded effort, baseline plus target and keeping what there is are weak. A route,
//! a low threshold or a target group is none. It says what the text shows, never that the goal is realistic.

use alloc::vec::Vec;

use super::class::*;
use super::counted::Counted;
use super::evidence::{Cue, CueKind, Evidence};
use super::hint::Hint;
use super::quantity::{Amount, QuantityRole};
use super::scan::{Clause, ClauseKind, Item, Scan};
use crate::calendar::TimeKind;

/// The evidence for R, its cues and the next best step.
#[inline(never)]
pub(super) fn judge(scan: &Scan<'_>, counted: &[Counted]) -> (Evidence, Vec<Cue>, Option<Hint>) {
    let mut evidence = Evidence::Absent;
    let mut hint = Hint::NameMeans;
    let mut cues = Vec::new();
    let mut take = |found: Evidence, step: Hint, span, kind| {
        if found > evidence {
            (evidence, hint) = (found, step);
        }
        cues.push(Cue { span, kind });
    };
    for (at, item) in scan.items.iter().enumerate() {
        let Some(clause) = scan.clause(at) else { continue };
        if clause.kind == ClauseKind::Purpose || scan.negated(at) {
            continue;
        }
        let Some((found, step, kind, last)) = cue(scan, at, item, clause, counted) else { continue };
        let open = clause.kind == ClauseKind::Condition || clause.classes & HEDGE != 0;
        let (found, step) =
            if open && found == Evidence::Present { (Evidence::Weak, Hint::SettleCondition) } else { (found, step) };
        take(found, step, scan.span(at, last), kind);
    }
    let of_role = |role: QuantityRole| counted.iter().find(|counted| counted.role == role);
    let target = of_role(QuantityRole::Target).or(of_role(QuantityRole::Frequency));
    if let (Some(baseline), Some(_)) = (of_role(QuantityRole::Baseline), target) {
        take(Evidence::Weak, Hint::ExplainStep, baseline.span.clone(), CueKind::Effort);
    }
    (evidence, cues, (evidence < Evidence::Present).then_some(hint))
}

/// What starts at a place, if something does: how strong, the next step, what it is, and its last item.
fn cue(
    scan: &Scan<'_>,
    at: usize,
    item: &Item,
    clause: &Clause,
    counted: &[Counted],
) -> Option<(Evidence, Hint, CueKind, usize)> {
    let end = at + item.length - 1;
    let present = |kind| Some((Evidence::Present, Hint::NameMeans, kind, end));
    let weak = |hint, kind| Some((Evidence::Weak, hint, kind, end));
    let sentence = scan.whole(clause.sentence);
    if clause.kind == ClauseKind::Condition {
        let opens = at == clause.items.start;
        // *als een leerling afwezig is* is an occasion, and no condition of the goal.
        let feasible = clause.classes & (MEANS | AVAILABLE | HALF_REAL | HEDGE) != 0
            || clause.classes & (PARTY | BENEFICIARY) == 0;
        // *als de schoolraad akkoord gaat*: support and no means.
        let feasible = feasible && (clause.classes & SUPPORT == 0 || clause.classes & MEANS != 0);
        return if opens && feasible { weak(Hint::SettleCondition, CueKind::Condition) } else { None };
    }
    if item.is(PILOT) && !scan.is_number(at + item.length) {
        return present(CueKind::Pilot);
    }
    if small_start(scan, at, item, clause) {
        return present(CueKind::Pilot);
    }
    if item.is(TRIAL) {
        return if bounded(scan, clause, counted) {
            present(CueKind::Pilot)
        } else {
            weak(Hint::BoundTrial, CueKind::Pilot)
        };
    }
    if item.is(EXISTING) {
        let means = (at + 1..at + 4).any(|place| {
            scan.items
                .get(place)
                .is_some_and(|item| item.is(MEANS | PRODUCT | TIME_UNIT | ABSTRACT | PARTY) && !item.is_sign())
        });
        let used = item.length > 1
            || item.separable
            || item.is(AVAILABLE)
            || item.is(VERB) && !item.is(PRODUCT)
            || means && (bound_before(scan, at) || taken_up(scan, at, clause));
        return if used { present(CueKind::Existing) } else { None };
    }
    if item.is(RECEIVE) && gets_time(scan, at, clause) {
        return present(CueKind::Means);
    }
    if item.is(AVAILABLE) && sentence & (MEANS | TIME_UNIT) != 0 && near_means(scan, at) {
        return present(CueKind::Means);
    }
    if clause.kind == ClauseKind::Relative
        && at == clause.items.start
        && (at_hand(scan, at, clause) || free(scan, at, clause))
    {
        return present(CueKind::Means);
    }
    if item.is(AT_HAND)
        && clause.classes & (MEANS | AVAILABLE) != 0
        && near_means(scan, at)
        && (clause.classes & AVAILABLE != 0 || possesses(clause))
    {
        return present(CueKind::Means);
    }
    if let Some(last) = paid(scan, at, item, counted) {
        return Some((Evidence::Present, Hint::NameMeans, CueKind::Means, last));
    }
    if item.is(MEANS) && clause.classes & HEDGE != 0 && !item.is(PRODUCT) {
        return weak(Hint::SettleCondition, CueKind::Means);
    }
    if item.is(HALF_REAL)
        && clause.kind != ClauseKind::Relative
        && (!item.is(AUXILIARY | VAGUE) || keeps(scan, at, clause))
    {
        return weak(Hint::FreeTime, CueKind::Effort);
    }
    if item.is(EFFORT)
        && counted
            .iter()
            .any(|counted| counted.role == QuantityRole::Means || scan.item(counted.at).is_some_and(|item| item.timed))
    {
        return weak(Hint::FreeTime, CueKind::Effort);
    }
    None
}

/// *met de weegschaal die de gemeente al leverde*, *uit de koffer die we hebben*: what is used is there.
fn at_hand(scan: &Scan<'_>, at: usize, clause: &Clause) -> bool {
    let there = clause.classes & (AT_HAND | AVAILABLE) != 0 && clause.classes & NEGATION == 0
        || clause.classes & SUBJECT != 0 && possesses(clause);
    let used =
        (at.saturating_sub(8)..at).rev().find(|place| scan.has(*place, WITH | ROUTE) && !scan.particle_at(*place));
    // *door scholen die al …*: who is no means.
    let used = used.is_some_and(|from| !scan.any(from..at, PARTY) || scan.any(from..at, MEANS | PRODUCT));
    there && used && !scan.of(clause).any(|(_, item)| item.is(PARTY) && item.is(NEGATION))
}

/// Whether someone has something, as far as the words of a clause tell: *hebben*, or another auxiliary beside a verb that
/// raises.
fn possesses(clause: &Clause) -> bool {
    clause.classes & AUXILIARY != 0 && clause.classes & RAISE != 0
}

/// *met 500 euro*, *een budget van 1500 euro*, *met de subsidie van de stad*, *uit de kas*, *Middelen: 3 lestijden*: what it
/// is paid with, up to that place.
fn paid(scan: &Scan<'_>, at: usize, item: &Item, counted: &[Counted]) -> Option<usize> {
    let label = scan.sign(at + 1) == ":" && item.is(MEANS | HALF_REAL);
    if !label && (!item.is(PREPOSITION) || item.particle || item.length > 1) {
        return None;
    }
    let from = at + 1 + usize::from(label);
    let means = (from..from + 3).find(|place| scan.has(*place, MEANS));
    let means = means.filter(|_| scan.item(from).is_some_and(|next| !next.timed));
    let sum = counted.iter().find(|counted| {
        (from..from + 4).contains(&counted.at)
            && counted.role == QuantityRole::Means
            && !scan.any(counted.at + 1..counted.at + 3, TIME_UNIT)
    });
    let sum = sum.map(|counted| counted.at + usize::from(scan.has(counted.at + 1, MEANS_UNIT)));
    if item.is(OF) {
        return sum.filter(|_| scan.has(at.wrapping_sub(1), MEANS));
    }
    let given = label || item.is(BASELINE) || item.is(WITH) && scan.any(from + 1..from + 4, OF);
    means.filter(|_| given).or(sum.filter(|_| label || item.is(WITH | ROUTE | BASELINE)))
}

/// *het lokaal dat op donderdag vrij is*, *uren die de school vrijmaakt*: said of means right before.
fn free(scan: &Scan<'_>, at: usize, clause: &Clause) -> bool {
    clause.classes & AVAILABLE != 0
        && clause.classes & NEGATION == 0
        && scan.any(at.saturating_sub(5)..at, MEANS | MEANS_UNIT | TIME_UNIT)
}

/// *blijft de koffers gebruiken*: keeping something needs a verb besides *blijven*.
fn keeps(scan: &Scan<'_>, at: usize, clause: &Clause) -> bool {
    scan.of(clause).any(|(place, item)| place > at && item.is(CONCRETE | MAKE) && item.clause == clause_of(scan, at))
}

fn clause_of(scan: &Scan<'_>, at: usize) -> usize {
    scan.item(at).map_or(0, |item| item.clause)
}

/// *een groepje dat hiervoor drie namiddagen krijgt*, *teachers get two half-days of cover*: who gets time or means.
fn gets_time(scan: &Scan<'_>, at: usize, clause: &Clause) -> bool {
    let passive = scan.of(clause).any(|(place, item)| place != at && item.is(CONCRETE | MAKE | VAGUE));
    let gets = !matches!(scan.word(at), "worden" | "wordt" | "werden" | "werd" | "geworden" | "be");
    let given = |place: usize| {
        scan.item(place).is_some_and(|item| {
            item.clause == clause_of(scan, at)
                && (item.is(TIME_UNIT | MEANS_UNIT) || item.is(MEANS) && !item.is(PRODUCT | PARTY) && !item.compound)
                && !bound_by(scan, place)
                // *krijgen elke dag fruit*: that is how often.
                && !scan.has(place.wrapping_sub(1), QUANTIFIER)
        })
    };
    gets && !passive && (at.saturating_sub(8)..at + 9).any(given)
}

/// Whether a preposition other than *van* binds a word.
fn bound_by(scan: &Scan<'_>, at: usize) -> bool {
    super::measurable::bound(scan, at) && !scan.any(at.saturating_sub(3)..at, OF)
}

/// *starten*, *begon*
pub(super) fn begins(word: &str) -> bool {
    ["start", "begin", "begon"].iter().any(|start| word.starts_with(start))
}

/// *We starten met één klas*: a small start with a bound.
fn small_start(scan: &Scan<'_>, at: usize, item: &Item, clause: &Clause) -> bool {
    item.is(VERB)
        && begins(scan.word(at))
        && clause.kind == ClauseKind::Main
        && (at + 1..at + 7).any(|place| {
            let few = scan.item(place).is_some_and(|item| {
                item.is(NUMBER) && item.value > 0 && item.value < 4 && item.clause == clause_of(scan, at)
            });
            few && scan.has(place + 1, PARTY)
        })
}

/// Whether means stand near: within a dozen words, in whatever clause.
fn near_means(scan: &Scan<'_>, at: usize) -> bool {
    (at.saturating_sub(12)..at + 12).any(|place| {
        place != at
            && scan.item(place).is_some_and(|item| {
                item.is(MEANS | TIME_UNIT | MEANS_UNIT)
                    && (!item.timed
                        || scan.in_time(item, |kind| matches!(kind, TimeKind::Duration | TimeKind::Recurrence)))
                    && !scan.negated(place)
            })
    })
}

/// *De bestaande map aanvullen*: what is there is worked on, and not merely kept.
fn taken_up(scan: &Scan<'_>, at: usize, clause: &Clause) -> bool {
    scan.has(at, AT_HAND)
        && scan.any(at + 1..at + 4, PRODUCT | MEANS)
        && clause.classes & (CONCRETE | MAKE) != 0
        && clause.classes & HALF_REAL == 0
}

/// *in het bestaande overleg*: what is there is used, and not what the goal is about.
fn bound_before(scan: &Scan<'_>, at: usize) -> bool {
    (at.saturating_sub(3)..at)
        .any(|place| scan.item(place).is_some_and(|item| item.is(PREPOSITION) && !item.is(OF) && !item.particle))
}

/// A trial has a bound where a number of classes or times, or a duration, goes with it.
fn bounded(scan: &Scan<'_>, clause: &Clause, counted: &[Counted]) -> bool {
    let numbered = counted.iter().any(|counted| {
        scan.clause(counted.at).is_some_and(|other| other.sentence == clause.sentence)
            && matches!(counted.role, QuantityRole::Target | QuantityRole::Frequency | QuantityRole::Means)
            && (counted.amount != Amount::Open || counted.role == QuantityRole::Frequency)
    });
    numbered
        || scan
            .of(clause)
            .any(|(_, item)| scan.in_time(item, |kind| matches!(kind, TimeKind::Duration | TimeKind::Within)))
}
