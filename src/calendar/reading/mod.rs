//! The times in a sentence: which words name one, and what day they allow at the latest.
//!
//! A text becomes a row of items by the language's table ([`scan`], [`word`]). From each item on, a small grammar looks
//! for a time: how often and how long ([`duration`]), or a preposition and one or several moments ([`clause`],
//! [`moment`], [`numeric`]). What was found gets its days on the calendar ([`resolve`]). Every rule looks a bounded number
//! of items ahead or takes what it looked at, so the time it takes is linear.

mod clause;
mod duration;
mod moment;
mod numeric;
mod phrase;
mod resolve;
mod scan;
mod word;

pub use phrase::{Frequency, Question, Reading, TimeKind, TimePhrase, Unit};

use alloc::vec::Vec;

use self::moment::Fault;
use self::scan::Item;
use self::word::{Table, Word};
use super::school_year::first_year_of;
use super::{Date, TimeError};
use crate::content::Language;

/// A text that is read on a day.
struct Reader<'a> {
    text: &'a str,
    items: &'a [Item],
    table: Table,
    today: Date,
    /// The year in which the school year of today starts.
    first_year: i16,
    /// Whether the whole text is one time, so that a bare `2025` is one.
    whole: bool,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> Word {
        self.items.get(at).map_or(Word::Other, |item| item.word)
    }

    fn glued(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.glued)
    }
}

/// Every time in a text, from left to right and none over another, read on the day `today`.
///
/// Times are read in Dutch and English. Numbers that are no time (`KP 2`, `3de leerjaar`, `5 dossiers`) are passed over;
/// the year of a decree is given as [`TimeKind::Background`], so that a reader of goals can leave it out.
///
/// # Errors
///
/// [`TimeError::Language`] for another language than Dutch and English.
///
/// # Examples
///
/// ```
/// use olievlek::calendar::{Date, TimeKind, find_times};
/// use olievlek::content::Language;
///
/// let today = Date::constant(2024, 10, 1);
/// let text = "Elke klas bespreekt het decreet van 2018 tegen eind mei, en daarna 1x per trimester.";
/// let times = find_times(text, today, Language::NlBe)?;
/// let words: Vec<&str> = times.iter().map(|time| &text[time.span.clone()]).collect();
/// assert_eq!(words, ["decreet van 2018", "tegen eind mei", "1x per trimester"]);
/// assert_eq!(times[0].kind, TimeKind::Background);
/// assert_eq!(times[1].due, Some(Date::constant(2025, 5, 31)));
///
/// assert_eq!(find_times(text, today, Language::Fr).map_err(|error| error.code()), Err("time-language"));
/// # Ok::<(), olievlek::Error>(())
/// ```
pub fn find_times(text: &str, today: Date, language: Language) -> Result<Vec<TimePhrase>, TimeError> {
    read(text, today, language, false)
}

/// Reads words that are one time as a whole, as in a field for a date.
///
/// It reads what [`find_times`] reads, and also what is too short to stand out in a sentence: `2025`, `24-25`.
///
/// # Errors
///
/// [`TimeError::Language`] for another language than Dutch and English, [`TimeError::NotFound`] for words that name no
/// time, and what is wrong with words that name an impossible one.
///
/// # Examples
///
/// ```
/// use olievlek::calendar::{Date, Question, resolve_time};
/// use olievlek::content::Language;
///
/// let today = Date::constant(2024, 10, 1);
/// let by_june = resolve_time("tegen juni", today, Language::NlBe)?;
/// assert_eq!(by_june.due, Some(Date::constant(2025, 6, 30)));
/// assert_eq!(by_june.question, Some(Question::BeforeOrDuring));
/// assert_eq!(by_june.alternatives[1].due, Date::constant(2025, 5, 31));
///
/// let error = resolve_time("schooljaar 2024-2026", today, Language::NlBe).map_err(|error| error.code());
/// assert_eq!(error, Err("time-years-not-consecutive"));
/// # Ok::<(), olievlek::Error>(())
/// ```
pub fn resolve_time(text: &str, today: Date, language: Language) -> Result<TimePhrase, TimeError> {
    let mut times = read(text, today, language, true)?;
    if times.is_empty() {
        return Err(TimeError::NotFound(text.into()));
    }
    let mut time = times.swap_remove(0);
    match time.fault.take() {
        Some(fault) => Err(fault),
        None => Ok(time),
    }
}

#[inline(never)]
fn read(text: &str, today: Date, language: Language, whole: bool) -> Result<Vec<TimePhrase>, TimeError> {
    let table = Table::of(language).ok_or(TimeError::Language(language))?;
    let items = scan::scan(text, table);
    let reader = Reader { text, items: &items, table, today, first_year: first_year_of(today), whole };
    let mut times = Vec::new();
    let mut at = 0;
    while let Some(item) = items.get(at) {
        let found = if item.word == Word::Other { None } else { reader.time(at) };
        let Some(found) = found else {
            at += 1;
            continue;
        };
        let start = items.get(found.start).map_or(item.start, |item| item.start);
        let end = items.get(found.end - 1).map_or(item.end, |item| item.end);
        let words = || text.get(start..end).unwrap_or_default().into();
        times.push(TimePhrase {
            span: start..end,
            kind: found.draft.kind,
            period: found.draft.period,
            due: found.draft.due,
            frequency: found.frequency,
            alternatives: found.draft.alternatives,
            question: found.draft.question,
            fault: found.draft.fault.map(|fault| match fault {
                Fault::Date => TimeError::ImpossibleDate(words()),
                Fault::Years => TimeError::YearsNotConsecutive(words()),
                Fault::Part => TimeError::NoSuchPart(words()),
            }),
        });
        at = found.end.max(at + 1);
    }
    Ok(times)
}
