//! The quantities of a text, apart from what only looks like one.
//!
//! The guide: a decree's year, the name of a class, an age, an article, a phase or process number is background and no
//! evidence. Dates are times, and not quantities either.

use core::ops::Range;

use alloc::vec::Vec;

use super::class::*;
use super::quantity::{Amount, QuantityRole};
use super::scan::{Item, Scan};
use crate::calendar::TimeKind;
use crate::content::cut;
use crate::words::TokenKind;

/// A quantity as the criteria look at it.
#[derive(Clone, Debug)]
pub(crate) struct Counted {
    /// The bytes of the text, unit included.
    pub(crate) span: Range<usize>,
    /// How many.
    pub(crate) amount: Amount,
    /// The bytes of what it counts or is measured in.
    pub(crate) unit: Option<Range<usize>>,
    pub(crate) role: QuantityRole,
    /// The item that it starts with.
    pub(super) at: usize,
}

/// Reads the quantities, left to right.
#[inline(never)]
pub(super) fn counted(scan: &Scan<'_>) -> Vec<Counted> {
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(item) = scan.item(at) {
        let next = if item.timed { in_time(scan, at, &mut all) } else { at_place(scan, at, item, &mut all) };
        at = next.max(at + 1);
    }
    all
}

/// A time that recurs or follows something counts how often, or how soon.
fn in_time(scan: &Scan<'_>, at: usize, all: &mut Vec<Counted>) -> usize {
    let Some(item) = scan.item(at) else { return at };
    let after = scan.times.partition_point(|time| time.span.end < item.end);
    let Some(time) = scan.times.get(after) else { return at + 1 };
    let mut next = at;
    while scan.item(next).is_some_and(|item| item.start < time.span.end) {
        next += 1;
    }
    let role = match time.kind {
        TimeKind::Recurrence if time.frequency.is_some() => QuantityRole::Frequency,
        TimeKind::Turnaround => QuantityRole::Turnaround,
        _ => return next,
    };
    let amount = time.frequency.map_or(Amount::Open, Amount::Word);
    all.push(Counted { span: time.span.clone(), amount, unit: None, role, at });
    next
}

fn at_place(scan: &Scan<'_>, at: usize, item: &Item, all: &mut Vec<Counted>) -> usize {
    let number = item.kind == TokenKind::Number;
    if number || item.is(NUMBER) {
        return number_at(scan, at, item, all);
    }
    let role = match () {
        () if item.is(VAGUE_QUANTITY) => QuantityRole::Vague,
        () if item.is(QUANTIFIER) => QuantityRole::Quantifier,
        () if item.is(FREQUENCY) => QuantityRole::Frequency,
        () => return at + 1,
    };
    let last = at + item.length - 1;
    let noun = if role == QuantityRole::Frequency { None } else { noun_after(scan, last) };
    // *half an hour*
    let time = scan.any(last + 1..last + 3, TIME_UNIT) && !item.is(DETERMINER | NUMBER | SUBJECT);
    if time && role == QuantityRole::Quantifier {
        return last + 1;
    }
    let unit = noun.map(|noun| scan.span(noun, noun));
    all.push(Counted { span: scan.span(at, noun.unwrap_or(last)), amount: Amount::Open, unit, role, at });
    last + 1
}

fn number_at(scan: &Scan<'_>, at: usize, item: &Item, all: &mut Vec<Counted>) -> usize {
    if masked(scan, at, item) {
        return at + 1;
    }
    let amount = if item.kind == TokenKind::Number { Amount::Digits(item.span()) } else { Amount::Word(item.value) };
    let next = scan.item(at + 1);
    let percent = scan.sign(at + 1) == "%" || next.is_some_and(|next| scan.is_word(at + 1, "procent") && next.is(STOP));
    let unit = if percent { Some(at + 1) } else { noun_after(scan, at) };
    let unit_is = |classes: Classes| unit.and_then(|unit| scan.item(unit)).is_some_and(|unit| unit.is(classes));
    // *twee infoavonden*: things, and no time.
    let things = unit.and_then(|unit| scan.item(unit)).is_some_and(|unit| unit.compound && unit.is(PRODUCT));
    let money = at > 0 && matches!(scan.sign(at - 1), "€" | "£" | "$") || matches!(scan.sign(at + 1), "€");
    let role = match () {
        () if percent => change(scan, at),
        () if next.is_some_and(|next| next.is(TIMES)) => QuantityRole::Frequency,
        () if (money || unit_is(MEANS_UNIT)) && by_how_much(scan, at, item) => QuantityRole::Target,
        () if money || unit_is(MEANS_UNIT | TIME_UNIT) && !things => QuantityRole::Means,
        () => change(scan, at),
    };
    let last = unit.unwrap_or(at);
    let unit = unit.map(|unit| scan.span(unit, unit));
    all.push(Counted { span: scan.span(at, last), amount, unit, role, at });
    last + 1
}

/// Where one starts from, or the target: *van 58 % naar 75 %*, *(nu 62 %)*.
fn change(scan: &Scan<'_>, at: usize) -> QuantityRole {
    let is = |at: usize, classes: Classes| scan.item(at).is_some_and(|item| item.is(classes));
    let before = |distance: usize, classes: Classes| at >= distance && is(at - distance, classes);
    let later = (at + 1..at + 5)
        .any(|place| to(scan, place) && (place + 1..place + 3).any(|to| is(to, NUMBER) || scan.is_number(to)));
    let now = (1..4).any(|distance| before(distance, BASELINE) && !before(distance, OF));
    if before(1, BASELINE) && later || now && !(at > 0 && to(scan, at - 1)) {
        QuantityRole::Baseline
    } else {
        QuantityRole::Target
    }
}

/// *van 58 % naar 75 %*
fn to(scan: &Scan<'_>, at: usize) -> bool {
    matches!(scan.word(at), "naar" | "tot" | "to")
}

/// *verlaagt de factuur met 10 euro*
fn by_how_much(scan: &Scan<'_>, at: usize, item: &Item) -> bool {
    // *beperken tot hoogstens 20 minuten*
    let with = (at.saturating_sub(2)..at).any(|place| scan.has(place, WITH | BY_WHOM) || to(scan, place));
    with && scan
        .clauses
        .get(item.clause)
        .is_some_and(|clause| scan.of(clause).any(|(_, item)| item.is(VAGUE | DIRECTION) && item.is(RAISE | DIRECTION)))
}

/// What a quantity counts: the next word with a content, over two that only describe it.
fn noun_after(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let own = scan.item(at)?;
    for place in at + 1..at + 5 {
        let item = scan.item(place)?;
        if item.is_sign() || item.clause != own.clause || item.timed && !item.is(TIME_UNIT) {
            return None;
        }
        if item.is(TIME_UNIT | MEANS_UNIT) && place == at + 1 {
            return Some(place);
        }
        let opens = item.is(OF | DETERMINER | STOP | COUNTABLE) && item.is(OF | DETERMINER | STOP);
        if opens {
            continue;
        }
        if item.is(PREPOSITION | AUXILIARY | VERB) && !item.is(PARTY | PRODUCT) {
            return None;
        }
        // *nieuwe anderstalige boeken*: what ends in -e describes, where another word follows.
        let describes = item.classes == 0
            && scan.lexicon.verb_second()
            && scan.ends(place, "e")
            && scan.item(place + 1).is_some_and(|next| !next.is(FUNCTION | VERB) && !next.is_sign());
        if !describes {
            return Some(place);
        }
    }
    None
}

/// Whether a number is a name, an age, a year or a place in a list.
fn masked(scan: &Scan<'_>, at: usize, item: &Item) -> bool {
    let before = at.checked_sub(1).and_then(|at| scan.item(at));
    let next = scan.item(at + 1);
    let text = scan.text.get(item.span()).unwrap_or_default();
    if before.is_some_and(|before| before.is(NUMBERED) && !before.is(VERB | TIMES)) {
        return true;
    }
    if item.kind != TokenKind::Number {
        // *één* of the first words of a list is a number all the same; *vijf jaar* is an age or a time.
        return next.is_some_and(|next| next.is(GRADE) && next.is(TIME_UNIT));
    }
    // *Project Horizon 21*, *the Entry 2 course*
    let opens = |item: &Item| item.new_line || at < 2 || scan.ends_sentence(at - 2);
    if before.is_some_and(|name| name.capital && name.classes == 0 && !opens(name)) {
        return true;
    }
    let year = text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    let glued = next.filter(|next| next.start == item.end);
    let named = glued.is_some_and(|next| {
        let word = scan.word(at + 1);
        let ordinal = matches!(word, "de" | "ste" | "e" | "st" | "nd" | "rd" | "th");
        let age = scan.sign(at + 1) == "-" && scan.word(at + 2).starts_with("jarig")
            || scan.sign(at + 1) == "-" && scan.is_word(at + 2, "year");
        let class = word.len() == 1 && next.capital;
        ordinal || age || class
    });
    let grade = next.is_some_and(|next| next.is(GRADE) && (next.is(TIME_UNIT) || text.len() == 1 && !next.is(PARTY)));
    let class = text.len() == 1 && next.is_some_and(|next| next.capital && next.start > item.end);
    let starts = before.is_none_or(|before| item.new_line || before.is_sign() && before.clause != item.clause);
    let listed = starts && (matches!(scan.sign(at + 1), "." | ")" | ":") || cut(text, b'.').is_some());
    year || named || grade || class || listed
}
