//! M: an indicator or threshold by which one can verify.
//!
//! The guide: a number, percentage, frequency, quantifier or turnaround norm bound to an observable predicate is present, and
//! so is one product or event that can be ticked. Direction without a number, a vague quantity, a quantity on a vague
//! predicate, measuring without a threshold and abstract or plural products are weak. A number that describes means is none.

use alloc::vec::Vec;

use super::class::*;
use super::counted::Counted;
use super::evidence::{Cue, CueKind, Evidence};
use super::hint::Hint;
use super::quantity::QuantityRole;
use super::scan::{Clause, ClauseKind, Item, Scan};
use super::specific::{by_number, counts, tells};
use super::topic::{is_topic, participle};
use crate::calendar::TimeKind;

struct Reading {
    evidence: Evidence,
    hint: Hint,
    cues: Vec<Cue>,
}

impl Reading {
    /// Takes a cue in; what says more than the ones before sets the hint.
    fn take(&mut self, evidence: Evidence, hint: Hint, span: core::ops::Range<usize>, kind: CueKind) {
        if evidence > self.evidence {
            (self.evidence, self.hint) = (evidence, hint);
        }
        self.cues.push(Cue { span, kind });
    }
}

/// The evidence for M, its cues and the next best step.
#[inline(never)]
pub(super) fn judge(scan: &Scan<'_>, counted: &[Counted]) -> (Evidence, Vec<Cue>, Option<Hint>) {
    let mut reading = Reading { evidence: Evidence::Absent, hint: Hint::NameIndicator, cues: Vec::new() };
    for counted in counted {
        quantity(scan, counted, &mut reading);
    }
    for at in 0..scan.items.len() {
        product(scan, at, &mut reading);
        direction(scan, at, &mut reading);
    }
    if reading.evidence < Evidence::Present {
        event(scan, &mut reading);
    }
    let hint = (reading.evidence < Evidence::Present).then_some(reading.hint);
    (reading.evidence, reading.cues, hint)
}

/// *vergadert op 5 december*, *visit a school on 6 May*: what happens on a day can be ticked off that day.
fn event(scan: &Scan<'_>, reading: &mut Reading) {
    for (at, item) in scan.items.iter().enumerate() {
        let Some(clause) = scan.clause(at) else { continue };
        let on = matches!(scan.word(at), "op" | "on")
            && item.timed
            && scan.in_time(item, |kind| matches!(kind, TimeKind::Date | TimeKind::Several));
        let done = clause.classes & (CONCRETE | MAKE) != 0 && clause.classes & (HEDGE | DIRECTION) == 0;
        if on && done && clause.kind == ClauseKind::Main && !scan.negated(at) {
            let last =
                (at..clause.items.end).take_while(|place| scan.item(*place).is_some_and(|item| item.timed)).last();
            let span = scan.span(at, last.unwrap_or(at));
            reading.take(Evidence::Present, Hint::NameIndicator, span, CueKind::Product);
            return;
        }
    }
}

/// What a quantity is bound to.
#[derive(PartialEq, Eq)]
enum Predicate {
    Observable,
    Vague,
    None,
}

fn predicate(scan: &Scan<'_>, at: usize) -> Predicate {
    let Some(clause) = scan.clause(at) else { return Predicate::None };
    let mut classes = clause.classes;
    if classes & VERB == 0 || classes & (SUBJECT | PARTY) == 0 {
        // The verb may stand before a comma.
        classes |= scan.sentence(clause.sentence);
    }
    let told = scan.of(clause).any(|(at, item)| item.classes == 0 && participle(scan, at));
    // *We streven ernaar …*, *strive to be …*: what one strives for is no predicate of its own.
    let strives = (clause.kind == ClauseKind::InOrder || clause.classes & RECEIVE != 0)
        && !scan.lexicon.verb_second()
        && clause.classes & (CONCRETE | MAKE) == 0
        && scan.sentence(clause.sentence) & VAGUE != 0;
    if strives {
        Predicate::Vague
    } else if classes & (CONCRETE | MAKE | RECEIVE) != 0 {
        Predicate::Observable
    } else if classes & VERB == 0 && classes & AUXILIARY != 0 && classes & (PRODUCT | COUNTABLE | RAISE) == 0 && !told {
        // *Iedereen is welkom*
        Predicate::Vague
    } else if classes & VAGUE != 0 && !by_number(scan, clause) {
        Predicate::Vague
    } else if classes & (PRODUCT | COUNTABLE | AUXILIARY | DIRECTION | MEANS) != 0
        || scan.of(clause).any(|(at, _)| is_topic(scan, at))
    {
        Predicate::Observable
    } else {
        Predicate::None
    }
}

fn quantity(scan: &Scan<'_>, counted: &Counted, reading: &mut Reading) {
    let Some(clause) = scan.clause(counted.at) else { return };
    if !tells(clause) && clause.kind != ClauseKind::Relative || slogan(scan, clause) {
        return;
    }
    let role = counted.role;
    let kind = match role {
        QuantityRole::Means | QuantityRole::Baseline => return,
        QuantityRole::Target => CueKind::Number,
        QuantityRole::Frequency => CueKind::Frequency,
        QuantityRole::Turnaround => CueKind::Turnaround,
        QuantityRole::Quantifier => CueKind::Quantifier,
        QuantityRole::Vague => CueKind::VagueQuantity,
    };
    let span = counted.span.clone();
    let predicate = predicate(scan, counted.at);
    let hedged = clause.classes & HEDGE != 0;
    let (evidence, hint) = match (role, predicate) {
        (_, Predicate::None) => return,
        // *voor de rol van iedereen*
        // *voor iedereen*, *aandacht voor schooltaal in elke les*
        (QuantityRole::Quantifier, Predicate::Vague)
            if bound(scan, counted.at) && (counted.unit.is_none() || !has_person(scan, clause.sentence)) =>
        {
            return;
        }
        // *niet alle leraren*, *are not asked to agree with every step*
        (QuantityRole::Quantifier, _) if denied(scan, counted.at, clause) => return,
        // *leerlingen die vaak te laat komen*
        (QuantityRole::Vague, _) if clause.kind == ClauseKind::Relative => return,
        (QuantityRole::Vague, _) => (Evidence::Weak, Hint::SayHowMany),
        (QuantityRole::Frequency, Predicate::Vague) if !has_person(scan, clause.sentence) => return,
        (QuantityRole::Target, Predicate::Vague) if by_means(scan, counted.at, clause.sentence) => return,
        // *Elke leerling telt!*
        (_, Predicate::Vague) if clause.kind == ClauseKind::Relative || !has_content(scan, counted.at) => return,
        (_, Predicate::Vague) => (Evidence::Weak, Hint::MakeObservable),
        _ if hedged => (Evidence::Weak, Hint::NameIndicator),
        _ if clause.kind == ClauseKind::Relative => return,
        _ => (Evidence::Present, Hint::NameIndicator),
    };
    reading.take(evidence, hint, span, kind);
}

/// Whether a word before denies it that is no quantity itself, as *geen* is.
fn denied(scan: &Scan<'_>, at: usize, clause: &Clause) -> bool {
    (clause.items.start.max(at.saturating_sub(6))..at)
        .any(|place| scan.has(place, NEGATION) && !scan.has(place, QUANTIFIER | PREPOSITION))
}

/// *Elke leerling telt!*
pub(super) fn slogan(scan: &Scan<'_>, clause: &Clause) -> bool {
    scan.of(clause).any(|(_, item)| item.is(VAGUE) && item.is(BARE_RESULT))
}

/// Whether a clause says more than that someone does something vague.
fn has_content(scan: &Scan<'_>, at: usize) -> bool {
    scan.clause(at).is_some_and(|clause| {
        clause.classes & (GENERIC | BENEFIT | PRODUCT | ABSTRACT | DIRECTION | BENEFICIARY) != 0
            || scan.of(clause).any(|(at, _)| is_topic(scan, at))
    })
}

fn has_person(scan: &Scan<'_>, sentence: usize) -> bool {
    scan.sentence(sentence) & (PARTY | SUBJECT) != 0
}

/// *Met de vier uren die we hebben*: after a vague verb, a number that describes a means says nothing.
fn by_means(scan: &Scan<'_>, at: usize, sentence: usize) -> bool {
    scan.whole(sentence) & (AT_HAND | AVAILABLE) != 0 && scan.any(at.saturating_sub(2)..at, WITH | ROUTE)
}

/// One product or event, or several that are not counted.
fn product(scan: &Scan<'_>, at: usize, reading: &mut Reading) {
    let Some(item) = scan.item(at) else { return };
    let Some(clause) = scan.clause(at) else { return };
    if item.timed || item.particle || !tells(clause) || item.is(VERB) || item.is_sign() {
        return;
    }
    let own = clause.classes;
    let classes = if own & VERB == 0 { scan.sentence(clause.sentence) } else { own };
    let made = classes & MAKE != 0;
    let span = scan.span(at, at + item.length - 1);
    let article = article_before(scan, at);
    let hedged = (clause.classes | scan.sentence(clause.sentence)) & HEDGE != 0;
    // *bevragen met een vragenlijst*: how it is measured.
    let instrument = own & MEASURING != 0 && scan.any(at.saturating_sub(3)..at, WITH) && bound(scan, at);
    let (evidence, hint, kind) = if item.is(PRODUCT) {
        let plural = article != Article::One && plural(scan, at);
        let per_person = (at + 1..at + 3).any(|next| scan.is_word(next, "per")) && scan.any(at + 2..at + 4, PARTY);
        match article {
            Article::One if instrument => return,
            Article::One if hedged || per_person => (Evidence::Weak, Hint::SayHowMany, CueKind::Product),
            Article::One => (Evidence::Present, Hint::NameIndicator, CueKind::Product),
            Article::The if own & CONCRETE != 0 && theirs(scan, at) => {
                (Evidence::Weak, Hint::SayHowMany, CueKind::Product)
            }
            _ if plural && (made || own & RECEIVE != 0 && !bound(scan, at)) => {
                (Evidence::Weak, Hint::SayWhichProduct, CueKind::Product)
            }
            Article::The
                if own & RECEIVE != 0
                    && own & (CONCRETE | MAKE) == 0
                    && own & (PARTY | SUBJECT) != 0
                    && object(scan, at) =>
            {
                (Evidence::Weak, Hint::SayHowMany, CueKind::Product)
            }
            Article::The if made && !plural && object(scan, at) => {
                (Evidence::Present, Hint::NameIndicator, CueKind::Product)
            }
            Article::None
                if !plural
                    && classes & VAGUE == 0
                    && !bound(scan, at)
                    && (made || classes & (CONCRETE | AUXILIARY | RECEIVE) == 0) =>
            {
                (Evidence::Present, Hint::NameIndicator, CueKind::Product)
            }
            _ => return,
        }
    } else if abstract_product(scan, at, item, classes, article) {
        (Evidence::Weak, Hint::SayWhichProduct, CueKind::AbstractProduct)
    } else if made
        && article == Article::One
        && (is_topic(scan, at) || item.is(PARTY) && !item.is(GENERIC))
        && object(scan, at)
    {
        (if hedged { Evidence::Weak } else { Evidence::Present }, Hint::NameIndicator, CueKind::Product)
    } else if own & RECEIVE != 0
        && article == Article::One
        && (is_topic(scan, at) || item.is(PARTY) && !item.is(GENERIC))
        && object(scan, at)
    {
        // *Nieuwe leraren krijgen een peter*: how many is left open.
        (Evidence::Weak, Hint::SayHowMany, CueKind::Product)
    } else {
        return;
    };
    reading.take(evidence, hint, span, kind);
}

/// An abstract product that is made, or that stands alone: *een visie op zorg*; *werk maken van een visie*.
fn abstract_product(scan: &Scan<'_>, at: usize, item: &Item, classes: Classes, article: Article) -> bool {
    if item.is(ABSTRACT) && article == Article::One && of_before(scan, at) {
        return true;
    }
    // *We hopen middelen te vinden*
    if item.is(MEANS) && classes & HEDGE != 0 {
        return false;
    }
    let alone = classes & VERB == 0 && (article == Article::One || item.is(AGREEMENT) && classes & AUXILIARY == 0);
    item.is(ABSTRACT | AGREEMENT) && (classes & MAKE != 0 || alone) && !bound(scan, at)
}

/// *werk maken van een visie*
fn of_before(scan: &Scan<'_>, at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|place| scan.item(place).is_some_and(|item| item.is(OF) && item.is(BASELINE)))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Article {
    /// *een*, *één*.
    One,
    /// *de*, *het*, *onze*.
    The,
    None,
}

/// The article of a noun, over what describes it.
fn article_before(scan: &Scan<'_>, at: usize) -> Article {
    for place in (at.saturating_sub(4)..at).rev() {
        let Some(item) = scan.item(place) else { break };
        if item.is(VAGUE_QUANTITY) {
            return Article::None;
        }
        if item.is(ONE) {
            return Article::One;
        }
        if item.is(DETERMINER) {
            return Article::The;
        }
        if item.is_sign() || item.is(PREPOSITION | AUXILIARY | AND) || item.is(VERB) && !item.is(PRODUCT) || item.timed
        {
            break;
        }
    }
    Article::None
}

/// *stellen hun plan voor*: one for each, and how many is left open.
fn theirs(scan: &Scan<'_>, at: usize) -> bool {
    (at.saturating_sub(2)..at).any(|place| {
        scan.item(place).is_some_and(|item| item.is(DETERMINER) && item.is(BENEFICIARY) && !item.is(SUBJECT))
    }) && !bound(scan, at)
}

/// Whether a preposition binds a noun, over what describes it.
pub(super) fn bound(scan: &Scan<'_>, at: usize) -> bool {
    for place in (at.saturating_sub(4)..at).rev() {
        let Some(item) = scan.item(place) else { break };
        if item.is(PREPOSITION) && !item.is(IN_ORDER | INFINITIVE) && !item.particle && !item.timed {
            return true;
        }
        if item.timed || item.is_sign() || item.is(VERB | AUXILIARY) {
            break;
        }
    }
    false
}

fn object(scan: &Scan<'_>, at: usize) -> bool {
    !bound(scan, at)
}

fn plural(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.word(at);
    let ends = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("les")
        || scan.lexicon.verb_second() && word.ends_with("en");
    word.len() > 3 && ends
}

/// More or fewer of something that can be counted, and measuring that is announced.
fn direction(scan: &Scan<'_>, at: usize, reading: &mut Reading) {
    let Some(item) = scan.item(at) else { return };
    let Some(clause) = scan.clause(at) else { return };
    if item.timed || !(tells(clause) || clause.kind == ClauseKind::Relative) {
        return;
    }
    if item.is(DIRECTION) {
        let countable = counts(scan, at, clause);
        if countable {
            reading.take(Evidence::Weak, Hint::CountIt, scan.span(at, at), CueKind::Direction);
        }
    } else if item.is(MEASURING)
        && clause.kind == ClauseKind::Main
        && !bound(scan, at)
        && !scan.has(at + 1, NEGATION)
        && !scan.negated(at)
    {
        reading.take(Evidence::Weak, Hint::SetThreshold, scan.span(at, at), CueKind::Measuring);
    }
}
