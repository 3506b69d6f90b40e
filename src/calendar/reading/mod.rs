//! The times in a sentence: which words name one, and what day they allow at the latest.
//!
//! A text becomes a row of items by the language's table ([`scan`], [`word`]). From each item on, a small grammar looks
//! for a time: how often and how long ([`duration`]), or a preposition and one or several moments ([`clause`],
//! [`shape`], [`moment`], [`units`], [`week`], [`numeric`]). What was found gets its days on the calendar ([`resolve`]).
//! Every rule looks a bounded number of items ahead or takes what it looked at, so the time it takes is linear.

mod clause;
mod duration;
mod moment;
mod numeric;
mod phrase;
mod resolve;
mod scan;
mod shape;
mod units;
mod week;
mod word;

pub use phrase::{Frequency, Question, Reading, TimeKind, TimePhrase, Unit};
pub use word::TimeWords;

use core::cell::Cell;
use core::num::NonZeroUsize;

use alloc::vec::Vec;

use self::scan::Item;
use self::shape::Note;
use self::word::{RELATIONS, Relation, UNITS, Word};
use super::date::number;
use super::school_year::first_year_of;
use super::{Date, TimeError};
use crate::content::Language;

/// The place after what a rule took; none where the rule does not fit. As one number it costs no more than that.
type End = Option<NonZeroUsize>;

/// The place after the items that were taken.
fn end(place: usize) -> End {
    NonZeroUsize::new(place)
}

/// The items of a text that is read on a day.
struct Reader<'a> {
    items: &'a [Item],
    words: TimeWords<'a>,
    /// Today, by its number.
    today: i32,
    /// The year in which the school year of today starts.
    first_year: i16,
    /// Whether the whole text is one time, so that a bare `2025` is one.
    whole: bool,
    /// The place after the moment that was found last.
    end: Cell<usize>,
}

impl Reader<'_> {
    #[inline(never)]
    fn word(&self, at: usize) -> Word {
        self.items.get(at).map_or(Word::Other, |item| item.word)
    }

    /// The word before a place.
    fn before(&self, at: usize) -> Word {
        at.checked_sub(1).map_or(Word::Other, |before| self.word(before))
    }

    #[inline(never)]
    fn value(&self, at: usize) -> u16 {
        self.items.get(at).map_or(0, |item| item.value)
    }

    /// The bytes of an item.
    #[inline(never)]
    fn length(&self, at: usize) -> usize {
        self.items.get(at).map_or(0, |item| item.end - item.start)
    }

    #[inline(never)]
    fn glued(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.glued)
    }

    /// The mark here, or 0 where there is none.
    #[inline(never)]
    fn mark(&self, at: usize) -> char {
        let value = if self.word(at) == Word::Mark { self.value(at) } else { 0 };
        char::from_u32(value.into()).unwrap_or('\0')
    }

    /// What the preposition here says.
    #[inline(never)]
    fn relation(&self, at: usize) -> Option<Relation> {
        if self.word(at) == Word::Relation { RELATIONS.get(usize::from(self.value(at))).copied() } else { None }
    }

    /// The unit of time here, in the singular or the plural.
    #[inline(never)]
    fn unit_at(&self, at: usize) -> Option<super::Unit> {
        let is_unit = matches!(self.word(at), Word::Unit | Word::Units);
        if is_unit { UNITS.get(usize::from(self.value(at))).copied() } else { None }
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
    Ok(find_times_with(text, today, TimeWords::of(language)?))
}

/// The same with words at hand, as a widget has them that fetched those of its language: see [`TimeWords`].
pub fn find_times_with(text: &str, today: Date, words: TimeWords<'_>) -> Vec<TimePhrase> {
    read(text, today, words, false)
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
    resolve_time_with(text, today, TimeWords::of(language)?)
}

/// The same with words at hand: see [`TimeWords`].
///
/// # Errors
///
/// As [`resolve_time`], except that the language is known.
pub fn resolve_time_with(text: &str, today: Date, words: TimeWords<'_>) -> Result<TimePhrase, TimeError> {
    let mut times = read(text, today, words, true);
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
fn read(text: &str, today: Date, words: TimeWords<'_>, whole: bool) -> Vec<TimePhrase> {
    let items = scan::scan(text, words);
    let first_year = first_year_of(today);
    let reader = Reader { items: &items, words, today: number(today), first_year, whole, end: Cell::new(0) };
    let mut times = Vec::new();
    let mut at = 0;
    while let Some(item) = items.get(at) {
        at += 1;
        if item.word == Word::Other {
            continue;
        }
        let mut found = Found { first: at - 1, note: Note::Nothing, time: TimePhrase::new() };
        let Some(end) = reader.time(at - 1, &mut found) else { continue };
        at = end.get();
        let mut time = found.time;
        time.span = items.get(found.first).map_or(0, |item| item.start)..items.get(at - 1).map_or(0, |item| item.end);
        let fault = match found.note {
            Note::NoDate => TimeError::ImpossibleDate,
            Note::NoYears => TimeError::YearsNotConsecutive,
            Note::NoPart => TimeError::NoSuchPart,
            Note::Nothing | Note::Pointed => {
                times.push(time);
                continue;
            }
        };
        time.fault = Some(fault(text.get(time.span.clone()).unwrap_or_default().into()));
        times.push(time);
    }
    times
}

/// A time that is being read.
struct Found {
    /// Its first item.
    first: usize,
    note: Note,
    time: TimePhrase,
}
