//! S: who does or changes what, about what.
//!
//! The guide counts three parts. WHO is a named doer, or the named group whose own behaviour, result or competence must
//! change; who only receives something is none, and a partner named in *samen met X* is half. WHAT is a concrete action,
//! result or product; an abstract product is half, a vague verb none unless a concrete action follows. ABOUT names a domain.
//! All three in full is present, two of them weak (halves counted).

use core::ops::Range;

use alloc::vec::Vec;

use super::class::*;
use super::evidence::{Cue, CueKind, Evidence};
use super::hint::Hint;
use super::measurable::bound;
use super::scan::{Clause, ClauseKind, Scan};
use super::topic::{class_name, is_infinitive, is_topic, looks_finite, participle};
use super::who::who;

/// What was found of the three parts; halves count as one, so a full part as two.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) who: u8,
    pub(super) what: u8,
    pub(super) about: u8,
    pub(super) actor: Option<Range<usize>>,
    pub(super) action: Option<Range<usize>>,
    pub(super) receiver: Option<Range<usize>>,
    /// Whether the action is the thing that someone gets, and so what it is about too.
    thing: bool,
    cues: Vec<Cue>,
    /// The first and last item of the doer, so that a name is not taken for what the goal is about.
    pub(super) doer: Option<(usize, usize)>,
}

impl Parts {
    pub(super) fn cue(&mut self, span: Range<usize>, kind: CueKind) {
        self.cues.push(Cue { span, kind });
    }
}

/// Reads the three parts.
#[inline(never)]
pub(super) fn parts(scan: &Scan<'_>) -> Parts {
    let mut parts = Parts::default();
    who(scan, &mut parts);
    what(scan, &mut parts);
    about(scan, &mut parts);
    parts
}

/// The evidence for S, its cues and the next best step.
pub(super) fn judge(parts: Parts) -> (Evidence, Vec<Cue>, Option<Hint>) {
    let evidence = match parts.who + parts.what + parts.about {
        6 => Evidence::Present,
        4 | 5 => Evidence::Weak,
        _ => Evidence::Absent,
    };
    let hint = match (parts.who, parts.what, parts.about) {
        (2, 2, 2) => None,
        (0, 0, _) => Some(Hint::SayWhoDoesWhat),
        (0, _, _) if parts.receiver.is_some() => Some(Hint::ReceiverDoes),
        (0 | 1, 2, _) => Some(Hint::NameDoer),
        (_, 1, _) => Some(Hint::ShapeProduct),
        (_, 0, _) => Some(Hint::ConcreteAction),
        (0 | 1, _, _) => Some(Hint::NameDoer),
        _ => Some(Hint::NameTopic),
    };
    (evidence, parts.cues, hint)
}

/// Clauses that say what happens, not why or under what condition.
pub(super) fn tells(clause: &Clause) -> bool {
    clause.kind == ClauseKind::Main || clause.kind == ClauseKind::InOrder && clause.classes & COMPLIANCE == 0
}

fn what(scan: &Scan<'_>, parts: &mut Parts) {
    let mut best: (u8, Option<usize>) = (0, None);
    let mut vague = None;
    for (place, clause) in scan.clauses.iter().enumerate() {
        // The verb of the main clause may come after a relative one that no comma ends.
        let verbless = place > 0
            && scan
                .clauses
                .get(place - 1)
                .is_some_and(|before| before.kind == ClauseKind::Main && before.classes & VERB == 0);
        let relative = clause.kind == ClauseKind::Relative && (clause.classes & BY_WHOM != 0 || verbless);
        if !tells(clause) && !relative {
            continue;
        }
        let product = product(scan, clause);
        // *krijgen een vorming*, and not *worden … gevormd*
        let free = scan.of(clause).any(|(at, item)| item.is(PRODUCT) && !bound(scan, at));
        let mut hoped = false;
        for (at, item) in scan.of(clause) {
            // What one hopes for is not what one does.
            hoped |= item.is(HEDGE) && item.is(VAGUE);
            let value = if hoped {
                0
            } else if item.is(VAGUE) && item.is(RAISE) && by_number(scan, clause) {
                // *verlaagt de factuur met 10 euro*: by how much is a result.
                2
            } else if item.is(VAGUE) || item.is(MAKE) && item.is(RAISE) && better(scan, clause) {
                vague = vague.or(Some(at));
                0
            } else if item.is(CONCRETE) {
                2
            } else if item.is(MAKE) || item.is(RECEIVE) && parts.receiver.is_some() && free {
                product
            } else if item.is(DIRECTION) && counts(scan, at, clause) {
                2
            } else {
                0
            };
            if value > best.0
                && (clause.kind == ClauseKind::Main
                    || vague.is_some()
                    || relative
                    || best.0 > 0
                    || received(scan, place))
            {
                best = (value, Some(at));
            }
        }
        let verbs = clause.classes & (VAGUE | CONCRETE | MAKE);
        if verbs == 0 && best.0 < 2 && clause.kind == ClauseKind::Main {
            let value = without_known_verb(scan, clause, parts.receiver.is_some());
            if value.0 > best.0 {
                best = value;
            }
        }
    }
    let receiver = parts.receiver.is_some();
    let found = best.1.and_then(|at| scan.item(at));
    parts.thing = found.is_some_and(|item| {
        receiver
            && item.classes == 0
            && scan.clauses.get(item.clause).is_some_and(|clause| clause.classes & (RECEIVE | AUXILIARY) != 0)
    });
    parts.what = best.0;
    match (best.1, vague) {
        (Some(at), _) => {
            let item = scan.item(at);
            let kind = match item {
                Some(item) if item.is(CONCRETE | MAKE) => CueKind::Action,
                Some(item) if item.is(ABSTRACT) => CueKind::AbstractProduct,
                Some(item) if item.is(PRODUCT) => CueKind::Product,
                _ => CueKind::Action,
            };
            let span = scan.span(at, at);
            parts.action = Some(span.clone());
            parts.cue(span, kind);
        }
        (None, Some(at)) => parts.cue(scan.span(at, at), CueKind::VagueVerb),
        _ => {}
    }
}

/// *het gebouw toegankelijker maken*, *make lunch calmer*: a quality, and nothing that is made.
fn better(scan: &Scan<'_>, clause: &Clause) -> bool {
    scan.of(clause).any(|(at, item)| {
        !item.is(PARTY | PRODUCT | VERB | FUNCTION | MEANS | COUNTABLE | ABSTRACT)
            && scan.ends(at, "er")
            && scan.word(at).len() > 5
            && !scan.has(at.wrapping_sub(1), FUNCTION | ONE | NUMBER)
    })
}

/// More or fewer of something that can be counted: a verb in a clause that names it, or *meer* right before it.
pub(super) fn counts(scan: &Scan<'_>, at: usize, clause: &Clause) -> bool {
    let Some(item) = scan.item(at) else { return false };
    if item.is(VERB) {
        return clause.classes & COUNTABLE != 0;
    }
    let own = |place: usize| scan.item(place).filter(|other| other.clause == item.clause);
    let near = (at + 1..at + 4).find(|place| {
        own(*place).is_none_or(|other| other.is(COUNTABLE | PARTY | PRODUCT | PREPOSITION | VERB) || other.is_sign())
    });
    // *meer boekjes*, not *meer overleg*
    let things = |place: usize| ["s", "en"].iter().any(|end| scan.ends(place, end));
    let after = near.is_some_and(|place| {
        own(place).is_some_and(|other| other.is(COUNTABLE | PARTY) || other.is(PRODUCT) && things(place))
    });
    // *een daling van het aantal*, *het aantal daalt*
    // *fewer phones*: that word is for what can be counted.
    let fewer = scan.is_word(at, "fewer") && scan.ends(at + 1, "s");
    after || fewer || !item.is(STOP) && clause.classes & COUNTABLE != 0
}

/// What a making verb makes: a thing in full, something abstract by half.
fn product(scan: &Scan<'_>, clause: &Clause) -> u8 {
    // What no preposition binds is made; *voor de schoolbib* is only what it is for.
    let mut best = [0, 0];
    for (at, item) in scan.of(clause) {
        let value = match () {
            () if item.is(PRODUCT) => 2,
            () if item.is(MEANS) && numbered(scan, at) => 2,
            () if item.is(ABSTRACT | AGREEMENT | MEANS) => 1,
            // *een brugfiguur aanwerven*
            () if item.is(PARTY) && !item.is(GENERIC) && numbered(scan, at) => 2,
            () => continue,
        };
        let [free, other] = &mut best;
        let place = if bound(scan, at) { other } else { free };
        *place = value.max(*place);
    }
    match best {
        [0, 0] if scan.of(clause).any(|(at, _)| is_topic(scan, at)) => 2,
        [0, other] => other,
        [free, _] => free,
    }
}

/// Whether the clause before says that someone gets something.
fn received(scan: &Scan<'_>, place: usize) -> bool {
    place > 0 && scan.clauses.get(place - 1).is_some_and(|before| before.classes & (RECEIVE | AVAILABLE) != 0)
}

/// *met 10 euro*, *by 5 %*, *van 58 % naar*; not of a trait, of which nobody counts per cents: *betrokkenheid met 15 %*.
pub(super) fn by_number(scan: &Scan<'_>, clause: &Clause) -> bool {
    let is_trait = |at: usize| {
        scan.ends(at, "heid") && !scan.ends(at, "wezigheid")
            || matches!(scan.word(at), "motivatie" | "welbevinden" | "motivation" | "engagement" | "wellbeing")
    };
    !scan.of(clause).any(|(at, _)| is_trait(at)) && numbers_follow(scan, clause)
}

fn numbers_follow(scan: &Scan<'_>, clause: &Clause) -> bool {
    scan.of(clause).any(|(at, item)| {
        (scan.is_number(at) || item.is(NUMBER)) && !item.timed && at > 0 && scan.has(at - 1, WITH | BY_WHOM | BASELINE)
    })
}

/// Whether *een* or a number stands before a noun.
fn numbered(scan: &Scan<'_>, at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|place| scan.has(place, ONE | NUMBER) || scan.is_number(place))
}

/// A clause without a verb that is known: a product, a receiver with what it gets, or a verb that is not in the lexicon.
fn without_known_verb(scan: &Scan<'_>, clause: &Clause, received: bool) -> (u8, Option<usize>) {
    let find = |classes: Classes| scan.of(clause).find(|(_, item)| item.is(classes)).map(|(at, _)| at);
    if let Some((at, _)) = scan.of(clause).find(|(at, item)| item.is(DIRECTION) && counts(scan, *at, clause)) {
        return (2, Some(at));
    }
    // *Van 12 naar 20 inschrijvingen*
    let baseline = |at: usize| scan.has(at, BASELINE) && scan.is_number(at + 1);
    if let Some((at, _)) = scan.of(clause).find(|(at, _)| baseline(*at))
        && (at + 2..at + 6).any(|place| scan.is_number(place))
    {
        return (2, Some(at + 1));
    }
    // *Geen huiswerk meer op vrijdag*
    if let Some((at, _)) = scan.of(clause).find(|(_, item)| item.is(QUANTIFIER) && item.is(NEGATION))
        && is_topic(scan, at + 1)
    {
        return (2, Some(at));
    }
    // *In het kader van ons meerjarenplan*: what a preposition binds is not made.
    let free = scan.of(clause).find(|(at, item)| item.is(PRODUCT) && !bound(scan, *at)).map(|(at, _)| at);
    if let Some(at) = free.or_else(|| find(PRODUCT).filter(|_| clause.classes & VAGUE == 0)) {
        return (2, Some(at));
    }
    if received
        && clause.classes & (RECEIVE | AUXILIARY) != 0
        && let Some((at, _)) = scan.of(clause).find(|(at, _)| is_topic(scan, *at))
    {
        return (2, Some(at));
    }
    // The participle of a verb that is not known: *worden weggehaald*.
    if clause.classes & (RECEIVE | AUXILIARY) != 0 && scan.lexicon.verb_second() {
        let found = scan.of(clause).filter(|(at, item)| item.classes == 0 && participle(scan, *at)).last();
        if let Some((at, _)) = found {
            return (2, Some(at));
        }
    }
    // A word that is not known next to the one who does it is what they do.
    for (at, item) in scan.of(clause) {
        if !item.is(PARTY | SUBJECT) {
            continue;
        }
        let next = scan.item(at + 1).filter(|next| next.clause == item.clause);
        if !bound(scan, at)
            && next.is_some_and(|next| {
                next.classes == 0 && next.kind == crate::words::TokenKind::Word && !next.capital && !next.timed
            })
            && scan.item(at + 2).is_some()
        {
            return (2, Some(at + 1));
        }
    }
    // *Tegen juni timmert de klas*: after a time comes the verb.
    let second = scan.of(clause).find(|(at, item)| {
        item.classes == 0
            && !item.capital
            && !item.timed
            && *at > 0
            && scan.item(at - 1).is_some_and(|item| item.timed)
            && looks_finite(scan, *at)
    });
    if let Some((at, _)) = second
        && scan.lexicon.verb_second()
        && clause.classes & (PARTY | SUBJECT) != 0
    {
        return (2, Some(at));
    }
    // The last word of a Dutch infinitive that is not known.
    let last = scan.of(clause).filter(|(_, item)| !item.is_sign() && !item.timed).last();
    if let Some((at, item)) = last
        && item.classes == 0
        && at > clause.items.start
        && is_infinitive(scan, at)
    {
        return (2, Some(at));
    }
    match find(ABSTRACT) {
        Some(at) => (1, Some(at)),
        None => (0, None),
    }
}

fn about(scan: &Scan<'_>, parts: &mut Parts) {
    let mut other = None;
    for clause in &scan.clauses {
        if matches!(clause.kind, ClauseKind::Purpose | ClauseKind::Condition) {
            continue;
        }
        for (at, item) in scan.of(clause) {
            if parts.doer.is_some_and(|(first, last)| first <= at && at <= last) || class_name(scan, at) {
                continue;
            }
            let span = scan.span(at, at);
            // A verb that is not known is what is done, not what it is done about.
            let done = parts.action.as_ref() == Some(&span) && item.classes == 0 && !parts.thing;
            if is_topic(scan, at) && !done {
                parts.about = 2;
                if parts.action.as_ref() != Some(&span) {
                    parts.cue(span, CueKind::Topic);
                }
                return;
            }
            // *bespreken twee leerlingen*: those with whom something concrete is done.
            // *werft een brugfiguur aan*: what it is about is the one who comes.
            let object = item.is(PARTY | UNNAMED)
                && tells(clause)
                && (clause.classes & MAKE == 0 || !item.is(GENERIC) && numbered(scan, at) && !bound(scan, at));
            if object && other.is_none() && !item.timed {
                other = Some(span);
            }
        }
    }
    if let Some(span) = other
        && parts.who == 2
        && parts.what == 2
    {
        parts.about = 2;
        parts.cue(span, CueKind::Topic);
    }
}
