//! T: a deadline, a date, a period.
//!
//! The guide: a deadline, date, period, dated or seasonal event, duration or start is present; recurrence, a turnaround norm,
//! a vague horizon and the period of a plan in its name are weak; a background year is none.

use alloc::vec::Vec;

use super::class::*;
use super::evidence::{Cue, CueKind, Evidence};
use super::hint::Hint;
use super::scan::{ClauseKind, Item, Scan, TimeSpan};
use crate::calendar::TimeKind;

/// The evidence for T, its cues, the next best step, and the time that is the deadline.
#[inline(never)]
pub(super) fn judge(scan: &Scan<'_>) -> (Evidence, Vec<Cue>, Option<Hint>, Option<usize>) {
    let mut evidence = Evidence::Absent;
    let mut hint = Hint::SetDate;
    let mut cues = Vec::new();
    let mut deadline: Option<usize> = None;
    // *de raad van september*, *a September offer*: when something else is, so that any other time comes before it.
    let mut aside = false;
    let mut at = 0;
    for (place, time) in scan.times.iter().enumerate() {
        while scan.item(at).is_some_and(|item| item.end <= time.span.start) {
            at += 1;
        }
        let Some(clause) = scan.clause(at) else { continue };
        // *every Year 7 classroom*, *at the end of Year 9*: the name of a class.
        let named = scan.text.get(time.span.end..).is_some_and(|rest| {
            rest.trim_start().starts_with(|next: char| next.is_ascii_digit())
                && scan.text.get(..time.span.end).is_some_and(|own| own.ends_with("Year"))
        });
        // *meer dan vorig jaar*, *what we bought last year*: what was.
        let past = matches!(scan.word(at), "vorig" | "vorige" | "previous")
            || scan.is_word(at, "last") && scan.text.get(time.span.clone()).is_some_and(|own| own.ends_with("year"));
        if past || clause.kind == ClauseKind::Purpose || clause.kind == ClauseKind::Condition {
            continue;
        }
        let (found, step, kind) = match time.kind {
            TimeKind::Background => continue,
            TimeKind::Recurrence if named => continue,
            _ if named => (Evidence::Weak, Hint::PinDate, CueKind::VagueTime),
            TimeKind::Recurrence => (Evidence::Weak, Hint::SetEnd, CueKind::Recurrence),
            TimeKind::Turnaround => (Evidence::Weak, Hint::SetEnd, CueKind::Recurrence),
            TimeKind::Vague | TimeKind::PlanPeriod => (Evidence::Weak, Hint::PinDate, CueKind::VagueTime),
            _ if time.faulty => (Evidence::Weak, Hint::PinDate, CueKind::Deadline),
            _ => (Evidence::Present, Hint::SetDate, CueKind::Deadline),
        };
        // A slogan has no verb: *Elke dag een beetje groener!*
        let told = scan.whole(clause.sentence);
        if time.kind == TimeKind::Recurrence && super::measurable::slogan(scan, clause) {
            continue;
        }
        if time.kind == TimeKind::Recurrence
            && told & (VERB | AUXILIARY | PRODUCT | NEGATION | NUMBER) == 0
            && !unknown(scan, clause.sentence)
        {
            continue;
        }
        if found > evidence {
            (evidence, hint) = (found, step);
        }
        if found == Evidence::Present
            && (aside
                || deadline
                    .and_then(|known| scan.times.get(known))
                    .is_none_or(|known| known.faulty || later(known, time)))
        {
            aside = time.kind == TimeKind::Month && at > 0 && scan.has(at - 1, OF | ONE);
            deadline = Some(place);
        }
        if found == Evidence::Weak && deadline.is_none() && (time.kind == TimeKind::PlanPeriod || time.faulty) {
            deadline = Some(place);
        }
        cues.push(Cue { span: time.span.clone(), kind });
    }
    if evidence < Evidence::Present
        && let Some((first, last)) = unnamed(scan)
    {
        (evidence, hint) = (Evidence::Present, Hint::SetDate);
        cues.push(Cue { span: scan.span(first, last), kind: CueKind::Deadline });
    }
    if evidence == Evidence::Absent
        && let Some((first, last)) = each(scan)
    {
        (evidence, hint) = (Evidence::Weak, Hint::SetEnd);
        cues.push(Cue { span: scan.span(first, last), kind: CueKind::Recurrence });
    }
    (evidence, cues, (evidence < Evidence::Present).then_some(hint), deadline)
}

/// Times that the calendar leaves alone: *zes weken* by itself, *tijdens de Week van het Bos*.
fn unnamed(scan: &Scan<'_>) -> Option<(usize, usize)> {
    scan.items.iter().enumerate().find_map(|(at, item)| {
        let next = scan.item(at + 1)?;
        let told =
            scan.clause(at).is_some_and(|clause| !matches!(clause.kind, ClauseKind::Purpose | ClauseKind::Condition));
        if !told || item.timed || next.timed {
            return None;
        }
        let long = matches!(scan.word(at + 1), "weken" | "maanden" | "weeks" | "months");
        let long = long
            || matches!(scan.word(at + 1), "week" | "month" | "term" | "year")
                && at > 0
                && scan.is_word(at - 1, "for")
                && item.is(ONE);
        let number = item.is(ONE) && long || item.kind == crate::words::TokenKind::Number || item.is(NUMBER);
        let named = item.is(TIME_UNIT) && item.capital && next.is(PREPOSITION) && at > 1;
        let day = item.capital && at > 0 && !item.timed && ["dag", "week", "day"].iter().any(|end| scan.ends(at, end));
        // *tijdens de projectweek*, *in de examenperiode*
        let event = ["week", "maand", "periode"].iter().any(|end| scan.ends(at, end)) && scan.word(at).len() > 8;
        if event && (at.saturating_sub(2)..at).any(|place| matches!(scan.word(place), "in" | "tijdens")) {
            return Some((at, at));
        }
        // *a six-week pilot*
        if ["-week", "-month", "weekse", "maandse"].iter().any(|end| scan.ends(at, end)) {
            return Some((at, at));
        }
        let sentence_start = at == 0 || scan.item(at - 1).is_some_and(|before| before.is_sign() || item.new_line);
        if day && !sentence_start && item.is(PRODUCT | MEANS | TIME_UNIT) && !number {
            return Some((at, at));
        }
        let from = if named { at.saturating_sub(2) } else { at };
        (number && long || named).then_some((from, at + 1))
    })
}

/// *na elk overleg*, *elke middag*: it recurs.
fn each(scan: &Scan<'_>) -> Option<(usize, usize)> {
    scan.items.iter().enumerate().find_map(|(at, item)| {
        let next = scan.item(at + 1)?;
        let told = scan.clause(at).is_some_and(|clause| matches!(clause.kind, ClauseKind::Main | ClauseKind::InOrder));
        let each = |item: &Item| item.is(QUANTIFIER) && item.is(DETERMINER) && !item.is(NEGATION);
        let after = matches!(scan.word(at), "na" | "after") && each(next);
        // *one book a month*
        let counted = (at.saturating_sub(4)..at).any(|place| scan.is_number(place) || scan.has(place, NUMBER));
        let free = at > 0 && scan.item(at - 1).is_some_and(|item| !item.is(VERB | PREPOSITION));
        let english = scan.is_word(at, "a") && free && counted;
        let unit = (each(item) || english) && next.is(TIME_UNIT);
        (told
            && !item.timed
            && (after || unit)
            && scan.clause(at).is_some_and(|clause| clause.classes & (VERB | AUXILIARY) != 0))
        .then_some((at, at + 1 + usize::from(after)))
    })
}

/// Whether a sentence has a person, so that its verb may be one that is not known.
fn unknown(scan: &Scan<'_>, sentence: usize) -> bool {
    scan.whole(sentence) & (PARTY | SUBJECT) != 0
}

/// Of several times the last one is the deadline; a start only where there is no end.
fn later(known: &TimeSpan, time: &TimeSpan) -> bool {
    let start = |time: &TimeSpan| time.kind == TimeKind::From;
    match (known.due, time.due) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(_), Some(_)) if start(known) != start(time) => start(known),
        (Some(known), Some(time)) => time > known,
    }
}
