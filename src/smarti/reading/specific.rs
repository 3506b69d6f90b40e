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
use super::scan::{Clause, ClauseKind, Item, Scan};

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
    doer: Option<(usize, usize)>,
}

impl Parts {
    fn cue(&mut self, span: Range<usize>, kind: CueKind) {
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

/// A name of persons with the words that belong to it.
struct Phrase {
    first: usize,
    /// The preposition that binds it.
    bound: Option<usize>,
}

/// Clauses that say what happens, not why or under what condition.
pub(super) fn tells(clause: &Clause) -> bool {
    clause.kind == ClauseKind::Main || clause.kind == ClauseKind::InOrder && clause.classes & COMPLIANCE == 0
}

fn who(scan: &Scan<'_>, parts: &mut Parts) {
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
}

/// *Wie: kleuterteam.*
fn asked(scan: &Scan<'_>, clause: &Clause) -> bool {
    let start = clause.items.start;
    start > 1 && scan.sign(start - 1) == ":" && matches!(scan.word(start - 2), "wie" | "who" | "trekker" | "verantwoordelijke" | "actor")
}

fn who_in(scan: &Scan<'_>, clause: &Clause, parts: &mut Parts) {
    // *Leesgroepjes starten we klein*: a pronoun is the subject wherever it stands.
    let pronoun = scan.of(clause).find(|(at, item)| item.is(SUBJECT) && item.is(BENEFICIARY | STOP) && !item.is(QUANTIFIER) && !bound_before(scan, *at));
    if let Some((at, _)) = pronoun
        && scan.lexicon.verb_second()
    {
        return found(scan, parts, at, at, CueKind::Doer);
    }
    let mut subject = false;
    let mut changing = None;
    let mut place = clause.items.start;
    while let Some(item) = scan.items.get(place).filter(|_| place < clause.items.end) {
        let at = place;
        place += 1;
        if item.is(SUBJECT) && !bound_before(scan, at) && !item.particle {
            return found(scan, parts, at, at, CueKind::Doer);
        }
        if !item.is(PARTY) || (item.is(VERB) && !item.is(CONCRETE)) {
            continue;
        }
        let phrase = phrase(scan, at, clause);
        if asked(scan, clause) {
            return found(scan, parts, phrase.first, at, CueKind::Doer);
        }
        if let Some(bound) = phrase.bound {
            let binding = scan.items.get(bound).map_or(0, |item| item.classes);
            if binding & OF != 0
                && !within_support(scan, bound)
                && let Some(first) = counted_before(scan, bound, clause)
                && !subject
            {
                if is_subject(scan, at, first, clause) {
                    return found(scan, parts, first, at, CueKind::Group);
                }
            } else if binding & OF != 0 && changes(clause) && !empty_before(scan, bound) {
                changing = changing.or(Some((phrase.first, at)));
            } else if binding & WITH != 0
                && bound > 0
                && (within_support(scan, bound) || scan.items.get(bound - 1).is_some_and(|item| item.is(TOGETHER | AGREEMENT | MAKE)))
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
            (from..from + count).find(|place| scan.items.get(*place).is_some_and(|item| item.is(classes)))
        };
        if let Some(head) = ahead(at + 1, 5, PARTY)
            && ahead(at + 1, 12, INFINITIVE)
                .is_none_or(|te| scan.items.get(te).is_some_and(|te| te.clause != item.clause))
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
        let Some(item) = scan.items.get(first - 1) else { break };
        if item.is(PREPOSITION) && !item.particle && !item.is(DETERMINER | QUANTIFIER) {
            return Phrase { first, bound: Some(first - 1) };
        }
        let joins = item.is(AND) && first >= 2 && scan.items.get(first - 2).is_some_and(|item| item.is(PARTY));
        if joins {
            // *voor leerlingen en ouders*: what binds the first binds the second.
            return phrase(scan, first - 2, clause);
        }
        let determined = scan.items.get(first).is_some_and(|item| item.is(DETERMINER) && !item.is(STOP));
        let modifies = !item.is_sign()
            && !item.is(VERB | AUXILIARY | AND | PARTY | SUBJECT)
            && (!determined || item.is(QUANTIFIER | VAGUE_QUANTITY | NUMBER))
            && !(item.timed);
        // *the parents' council*
        let modifies = modifies || matches!(scan.sign(first - 1), "%" | "'" | "’");
        if !modifies {
            break;
        }
        first -= 1;
    }
    Phrase { first, bound: None }
}

fn bound_before(scan: &Scan<'_>, at: usize) -> bool {
    at > 0 && scan.items.get(at - 1).is_some_and(|item| item.is(PREPOSITION) && !item.particle)
}

/// *80 % van de leerlingen*, *het aantal leerlingen*: where the count starts.
fn counted_before(scan: &Scan<'_>, of: usize, clause: &Clause) -> Option<usize> {
    let mut first = of;
    while first > clause.items.start && of - first < 4 {
        let item = scan.items.get(first - 1)?;
        let counts = item.is(QUANTIFIER | NUMBER | VAGUE_QUANTITY | COUNTABLE | BARE_RESULT)
            || item.kind == crate::words::TokenKind::Number
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
        let Some(item) = scan.items.get(at) else { break };
        if item.is(VERB | AUXILIARY | STOP) && !item.is(PREPOSITION | DETERMINER) || item.is_sign() || item.timed {
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
    let before = first.checked_sub(1).filter(|at| *at >= clause.items.start).and_then(|at| scan.items.get(at));
    if let Some(before) = before
        && before.classes == 0
        && scan.lexicon.verb_second()
        && looks_finite(scan, first - 1)
        && (first - 1 == clause.items.start || scan.items.get(first - 2).is_some_and(|item| item.timed))
    {
        // *Tegen juni timmert de klas*
        return true;
    }
    if let Some(before) = before
        && before.is(VERB | AUXILIARY)
        && !before.is(PREPOSITION)
    {
        // *Tegen juni schrijft het team*, but *Inform parents* and *schrijven leerlingen* after a *te*.
        let infinitive = first > 1 && scan.items.get(first - 2).is_some_and(|item| item.is(INFINITIVE));
        return scan.lexicon.verb_second() && !infinitive && !(is_infinitive(scan, first - 1) && one(scan, first, head));
    }
    let mut at = head + 1;
    let mut complement = false;
    while at < clause.items.end && at - head < 14 {
        let Some(item) = scan.items.get(at) else { return false };
        if scan.sign(at) == "," || scan.sign(at) == "(" || scan.sign(at) == ":" {
            return true;
        }
        if item.is(VERB | AUXILIARY) && !item.is(PREPOSITION) {
            let object = toward_infinitive(scan, at, item) && at == head + 1;
            let disagrees = !item.is(AUXILIARY) && is_infinitive(scan, at) && one(scan, first, head);
            return !object && !disagrees;
        }
        if item.is(PREPOSITION) || item.is(AND) || item.is_sign() {
            complement = true;
        } else if !complement && !item.is(PARTY | NUMBER) && item.kind == crate::words::TokenKind::Word && at == head + 1
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
    at >= clause.items.end
        && scan
            .clauses
            .get(scan.items.get(head).map_or(0, |item| item.clause) + 1)
            .is_some_and(|next| next.kind == ClauseKind::Relative)
}

/// Whether a word that is not known has the form of a participle: *weggehaald*, *beschreven*.
fn participle(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.word(at);
    if !scan.lexicon.verb_second() {
        return word.ends_with("ed");
    }
    let starts = ["be", "ver", "ont", "her", "er"].iter().any(|prefix| word.starts_with(prefix)) || word.contains("ge");
    word.len() > 5 && starts && ["d", "t", "en"].iter().any(|ending| word.ends_with(ending))
}

/// Whether a word that is not known has the ending of a finite verb.
fn looks_finite(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.word(at);
    let endings: &[&str] = if scan.lexicon.verb_second() { &["t", "en", "de"] } else { &["s", "ed", "e", "y"] };
    scan.items.get(at).is_some_and(|item| item.kind == crate::words::TokenKind::Word)
        && !word.contains('-')
        && word.len() > 3
        && endings.iter().any(|ending| word.ends_with(ending))
}

/// After an adverb: whether a verb follows at once that is no infinitive.
fn finite_after(scan: &Scan<'_>, at: usize, clause: &Clause) -> bool {
    (at..clause.items.end.min(at + 4)).any(|at| {
        scan.items.get(at).is_some_and(|item| item.is(AUXILIARY) || item.is(VERB) && !is_infinitive(scan, at))
    })
}

/// Whether a name is that of one: *een aanspreekpunt aanduiden* has no subject, since its verb would be *duidt*.
fn one(scan: &Scan<'_>, first: usize, head: usize) -> bool {
    let word = scan.word(head);
    let plural = word.ends_with("en") || word.ends_with('s') && !word.ends_with("us") || word.ends_with("heden");
    let several = (first..head).any(|at| {
        scan.items.get(at).is_some_and(|item| item.is(AND | VAGUE_QUANTITY) || item.is(NUMBER) && item.value > 1)
            || scan.is_number(at)
            || scan.sign(at) == "%"
    });
    let joined = scan.items.get(head + 1).is_some_and(|item| item.is(AND));
    !plural && !several && !joined
}

/// A Dutch verb in the form of its infinitive, which is that of the plural too.
fn is_infinitive(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.word(at);
    scan.lexicon.verb_second() && word.ends_with("en") && !word.starts_with("ge")
}

/// *Ouders informeren*: the name before such a verb is who is informed.
fn toward_infinitive(scan: &Scan<'_>, at: usize, item: &Item) -> bool {
    item.is(TOWARD) && is_infinitive(scan, at)
}

/// Whether the subject of a clause receives or undergoes: its verb is *krijgen* or *worden*, or *hebben* of a thing.
fn receives(scan: &Scan<'_>, clause: &Clause, head: usize) -> bool {
    // *Elk kind heeft een kapstok*: to have a thing is no doing.
    let has = clause.classes & VERB == 0
        && scan.of(clause).any(|(_, item)| item.is(AUXILIARY) && item.is(RAISE))
        && !scan.of(clause).any(|(at, item)| item.classes == 0 && participle(scan, at));
    if clause.classes & RECEIVE == 0 {
        return has;
    }
    // The verb next to the name decides: *schrijft een tekst en krijgt daarvoor tijd*.
    let verbs = scan.of(clause).filter(|(_, item)| item.is(VERB) && !item.is(PARTY));
    let nearest = verbs.min_by_key(|(at, _)| at.abs_diff(head));
    nearest.is_none_or(|(_, item)| item.is(RECEIVE))
}

/// *krijgen twee halve dagen om een collega te observeren*: the text says what they do with it.
fn then_do(scan: &Scan<'_>, clause: &Clause) -> bool {
    let place = scan.items.get(clause.items.start).map_or(0, |item| item.clause);
    scan.clauses.get(place + 1).is_some_and(|next| {
        next.kind == ClauseKind::InOrder && next.sentence == clause.sentence && next.classes & (CONCRETE | MAKE) != 0
    })
}

/// *de noden van de school*, *op vraag van de scholen*: what stands before *van* is no trait of the group.
fn empty_before(scan: &Scan<'_>, bound: usize) -> bool {
    within_support(scan, bound) || bound > 0 && scan.items.get(bound - 1).is_some_and(|item| item.is(GENERIC))
}

fn what(scan: &Scan<'_>, parts: &mut Parts) {
    let mut best: (u8, Option<usize>) = (0, None);
    let mut vague = None;
    for (place, clause) in scan.clauses.iter().enumerate() {
        // The verb of the main clause may come after a relative one that no comma ends.
        let verbless = place > 0
            && scan.clauses.get(place - 1).is_some_and(|before| before.kind == ClauseKind::Main && before.classes & VERB == 0);
        let relative = clause.kind == ClauseKind::Relative && (clause.classes & BY_WHOM != 0 || verbless);
        if !tells(clause) && !relative {
            continue;
        }
        let product = product(scan, clause);
        let mut hoped = false;
        for (at, item) in scan.of(clause) {
            // What one hopes for is not what one does.
            hoped |= item.is(HEDGE) && item.is(VAGUE);
            let value = if hoped {
                0
            } else if item.is(VAGUE) {
                vague = vague.or(Some(at));
                0
            } else if item.is(CONCRETE) {
                2
            } else if item.is(MAKE) {
                product
            } else if item.is(DIRECTION) && counts(scan, at, clause) {
                2
            } else {
                0
            };
            if value > best.0 && (clause.kind == ClauseKind::Main || vague.is_some() || relative || best.0 > 0) {
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
    let found = best.1.and_then(|at| scan.items.get(at));
    parts.thing = found.is_some_and(|item| {
        receiver && item.classes == 0 && scan.clauses.get(item.clause).is_some_and(|clause| clause.classes & (RECEIVE | AUXILIARY) != 0)
    });
    parts.what = best.0;
    match (best.1, vague) {
        (Some(at), _) => {
            let item = scan.items.get(at);
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

/// More or fewer of something that can be counted: a verb in a clause that names it, or *meer* right before it.
pub(super) fn counts(scan: &Scan<'_>, at: usize, clause: &Clause) -> bool {
    let Some(item) = scan.items.get(at) else { return false };
    if item.is(VERB) {
        return clause.classes & COUNTABLE != 0;
    }
    let own = |place: usize| scan.items.get(place).filter(|other| other.clause == item.clause);
    let near = (at + 1..at + 4).find(|place| own(*place).is_none_or(|other| other.is(COUNTABLE | PREPOSITION | VERB) || other.is_sign()));
    let after = near.and_then(own).is_some_and(|other| other.is(COUNTABLE));
    // *een daling van het aantal*, *het aantal daalt*
    after || !item.is(STOP) && clause.classes & COUNTABLE != 0
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

/// Whether *een* or a number stands before a noun.
fn numbered(scan: &Scan<'_>, at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|place| scan.items.get(place).is_some_and(|item| item.is(ONE | NUMBER)) || scan.is_number(place))
}

/// A clause without a verb that is known: a product, a receiver with what it gets, or a verb that is not in the lexicon.
fn without_known_verb(scan: &Scan<'_>, clause: &Clause, received: bool) -> (u8, Option<usize>) {
    let find = |classes: Classes| scan.of(clause).find(|(_, item)| item.is(classes)).map(|(at, _)| at);
    if let Some((at, _)) = scan.of(clause).find(|(at, item)| item.is(DIRECTION) && counts(scan, *at, clause)) {
        return (2, Some(at));
    }
    // *Geen huiswerk meer op vrijdag*
    if let Some((at, _)) = scan.of(clause).find(|(_, item)| item.is(QUANTIFIER) && item.is(NEGATION))
        && is_topic(scan, at + 1)
    {
        return (2, Some(at));
    }
    if let Some(at) = find(PRODUCT) {
        return (2, Some(at));
    }
    if received && clause.classes & (RECEIVE | AUXILIARY) != 0
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
        let next = scan.items.get(at + 1).filter(|next| next.clause == item.clause);
        if next.is_some_and(|next| {
            next.classes == 0 && next.kind == crate::words::TokenKind::Word && !next.capital && !next.timed
        }) && scan.items.get(at + 2).is_some()
        {
            return (2, Some(at + 1));
        }
    }
    // *Tegen juni timmert de klas*: after a time comes the verb.
    let second = scan.of(clause).find(|(at, item)| {
        item.classes == 0 && !item.capital && !item.timed && *at > 0 && scan.items.get(at - 1).is_some_and(|item| item.timed) && looks_finite(scan, *at)
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

/// Whether a word names a domain: it has a content, and is not a person, a time, a verb or an empty word.
pub(super) fn is_topic(scan: &Scan<'_>, at: usize) -> bool {
    let Some(item) = scan.items.get(at) else { return false };
    if item.kind != crate::words::TokenKind::Word || item.timed || item.particle || (item.inner && !item.is(PRODUCT | BENEFIT)) || item.is(FUNCTION | SUBJECT | BENEFICIARY | QUANTIFIER)
    {
        return false;
    }
    if item.is(TOPIC_VERB) {
        return true;
    }
    if item.is(BENEFIT) && !item.is(GENERIC) {
        return true;
    }
    let word = scan.word(at);
    if item.is(VERB | GENERIC | NUMBER | TIMES | FREQUENCY | VAGUE_QUANTITY | TIME_UNIT | UNNAMED | TOGETHER) {
        // A compound has a content of its own: *zorgbeleid*.
        return item.compound && item.is(ABSTRACT | PRODUCT) && !item.is(VERB);
    }
    if item.is(NUMBERED) && scan.is_number(at + 1) {
        return false;
    }
    if item.is(PARTY) || item.is(DIRECTION
            | CONDITION
            | HEDGE | AND | HALF_REAL
            | PILOT
            | SUPPORT | WITH_WHOM | HALF_SUPPORT | EXISTING | AVAILABLE | SELF)
    {
        return false;
    }
    if item.is(PRODUCT | ABSTRACT | AGREEMENT | MEANS) && !item.compound {
        // *over het rapport*: a thing that something else is done about.
        let acted_on = scan.clause(at).is_some_and(|clause| clause.classes & CONCRETE != 0);
        // *a book fair*: an English compound in two words.
        let compound = !scan.lexicon.verb_second()
            && at > 0
            && scan.items.get(at - 1).is_some_and(|item| item.is(PRODUCT | PARTY | TOPIC_VERB) && !item.is(AUXILIARY));
        return item.is(PRODUCT) && (acted_on || compound || about_before(scan, at));
    }
    word.len() > 2 && !adjective(scan, word)
}

/// Whether a preposition binds a word, over its article and one adjective.
fn about_before(scan: &Scan<'_>, at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|before| {
        scan.items.get(before).is_some_and(|item| {
            item.is(PREPOSITION) && !item.is(WITH | INFINITIVE) && !item.particle && !item.is(ROUTE)
        })
    })
}

fn adjective(scan: &Scan<'_>, word: &str) -> bool {
    let endings: &[&str] = if scan.lexicon.verb_second() {
        &[
            "lijk", "lijke", "ende", "ige", "baar", "bare", "matig", "matige", "loos", "loze", "zaam", "zame", "iever",
            "ieve",
        ]
    } else {
        &["ly", "able", "ible", "ful", "less"]
    };
    endings.iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
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
            let object = item.is(PARTY | UNNAMED) && clause.classes & CONCRETE != 0 && clause.kind == ClauseKind::Main;
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

/// A word in capitals after a number: *5 STEM*, *4 Haarzorg*.
pub(super) fn class_name(scan: &Scan<'_>, at: usize) -> bool {
    let is_number = |at: usize| scan.items.get(at).is_some_and(|item| item.kind == crate::words::TokenKind::Number);
    at > 0 && is_number(at - 1) && scan.items.get(at).is_some_and(|item| item.capital)
}
