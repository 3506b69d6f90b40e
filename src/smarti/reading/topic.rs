//! What words that are not in the lexicon may be: what a goal is about, a verb, a participle.

use super::class::*;
use super::scan::Scan;
use crate::content::cut;
use crate::words::TokenKind;

/// Whether a word names a domain: it has a content, and is not a person, a time, a verb or an empty word.
pub(super) fn is_topic(scan: &Scan<'_>, at: usize) -> bool {
    let Some(item) = scan.item(at) else { return false };
    if item.kind != TokenKind::Word
        || item.timed && !(item.compound && item.is(PRODUCT))
        || item.particle
        || (item.inner && !item.is(PRODUCT | BENEFIT))
        || item.is(FUNCTION | SUBJECT | BENEFICIARY | QUANTIFIER)
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
    let time = item.is(TIME_UNIT) && !item.is(PRODUCT);
    if time || item.is(VERB | GENERIC | NUMBER | TIMES | FREQUENCY | VAGUE_QUANTITY | UNNAMED | TOGETHER) {
        // A compound has a content of its own: *zorgbeleid*.
        return item.compound && item.is(ABSTRACT | PRODUCT) && !item.is(VERB);
    }
    if item.is(NUMBERED) && scan.is_number(at + 1) {
        return false;
    }
    if item.is(PARTY) && !item.is(PRODUCT)
        || item.is(DIRECTION
            | CONDITION
            | HEDGE
            | AND
            | HALF_REAL
            | PILOT
            | SUPPORT
            | WITH_WHOM
            | HALF_SUPPORT
            | EXISTING
            | AVAILABLE
            | SELF)
    {
        return false;
    }
    if item.is(PRODUCT | ABSTRACT | AGREEMENT | MEANS) && !item.compound {
        // *over het rapport*: a thing that something else is done about.
        let acted_on = scan.clause(at).is_some_and(|clause| clause.classes & CONCRETE != 0);
        // *a book fair*: an English compound in two words.
        let compound = !scan.lexicon.verb_second()
            && at > 0
            && scan.item(at - 1).is_some_and(|item| item.is(PRODUCT | PARTY | TOPIC_VERB) && !item.is(AUXILIARY));
        return (item.is(PRODUCT) || item.is(MEANS) && acted_on) && (acted_on || compound || about_before(scan, at));
    }
    word.len() > 2 && !adjective(scan, word)
}

/// Whether a preposition binds a word, over its article and one adjective.
fn about_before(scan: &Scan<'_>, at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|before| {
        scan.item(before).is_some_and(|item| {
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

/// A word in capitals after a number: *5 STEM*, *4 Haarzorg*.
pub(super) fn class_name(scan: &Scan<'_>, at: usize) -> bool {
    let is_number = |at: usize| scan.item(at).is_some_and(|item| item.kind == TokenKind::Number);
    at > 0 && is_number(at - 1) && scan.item(at).is_some_and(|item| item.capital)
}

/// Whether a word that is not known has the form of a participle: *weggehaald*, *beschreven*.
pub(super) fn participle(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.word(at);
    if !scan.lexicon.verb_second() {
        return word.ends_with("ed");
    }
    let starts = ["be", "ver", "ont", "her", "er"].iter().any(|prefix| word.starts_with(prefix))
        || word.as_bytes().windows(2).any(|two| two == b"ge");
    word.len() > 5 && starts && ["d", "t", "en"].iter().any(|ending| word.ends_with(ending))
}

/// Whether a word that is not known has the ending of a finite verb.
pub(super) fn looks_finite(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.word(at);
    let endings: &[&str] = if scan.lexicon.verb_second() { &["t", "en", "de"] } else { &["s", "ed", "e", "y"] };
    scan.item(at).is_some_and(|item| item.kind == TokenKind::Word)
        && cut(word, b'-').is_none()
        && word.len() > 3
        && endings.iter().any(|ending| word.ends_with(ending))
}

/// A Dutch verb in the form of its infinitive, which is that of the plural too.
pub(super) fn is_infinitive(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.word(at);
    scan.lexicon.verb_second() && word.ends_with("en") && !word.starts_with("ge")
}
