//! The times of a sentence, for the widget: what the letters are judged by, and what is drawn of them later.

use alloc::string::String;
use alloc::vec::Vec;

use crate::calendar::{Date, Question, TimeKind, TimePhrase, TimeWords, find_times_with, iso, number};
use crate::chart::push_whole;
use crate::smarti::json::Value;
use crate::widgets::reply::{FIELD, SECTION};

/// Tells the times of a text, from left to right, a section each; after a line break, the text that they were read in.
///
/// The fields of a time are the place of its kind among all of them; its first byte and the byte after its last; how often
/// it recurs in each period; the number of the last day that it allows; `!` where it cannot be; and a note that the widget
/// gives back for the time that it shows. Without a day to read them on there are no times.
pub(super) fn tell(text: &str, today: Option<Date>, words: TimeWords<'_>) -> String {
    let mut told = String::new();
    for time in today.map(|today| find_times_with(text, today, words)).unwrap_or_default() {
        let frequency = time.frequency.map(|frequency| u32::from(frequency.times));
        let due = time.due.map(|due| number(due) as u32);
        let kind = TimeKind::ALL.iter().position(|kind| *kind == time.kind).unwrap_or_default();
        for part in [Some(kind as u32), Some(time.span.start as u32), Some(time.span.end as u32), frequency, due] {
            if let Some(part) = part {
                push_whole(&mut told, part);
            }
            told.push(char::from(FIELD));
        }
        told.push_str(if time.fault.is_some() { "!" } else { "" });
        told.push(char::from(FIELD));
        told.push_str(&note(text, &time));
        told.push(char::from(SECTION));
    }
    told.push('\n');
    told.push_str(text);
    told
}

/// What is shown of a time, as [`Time`](super::draft::Time) reads it.
fn note(text: &str, time: &TimePhrase) -> String {
    let words = text.get(time.span.clone()).unwrap_or_default();
    let day = |day: Option<Date>| day.map(iso).unwrap_or_default();
    let mut parts: Vec<String> = Vec::new();
    match &time.fault {
        Some(fault) => parts.extend([words.into(), fault.code().into()]),
        None => {
            let end = time.due.filter(|_| time.kind != TimeKind::From && time.question.is_none());
            let start = match time.kind {
                TimeKind::From => time.due,
                TimeKind::Several => time.period.map(|period| period.start()),
                _ => None,
            };
            let question = time.question.map_or("", Question::id);
            parts.extend([day(end), words.into(), day(time.due), question.into(), day(start)]);
            parts.extend(time.alternatives.iter().flat_map(|way| [way.id.into(), iso(way.due)]));
        }
    }
    Value::List(parts.into_iter().map(Value::Text).collect()).to_json()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Language;

    fn told(text: &str) -> String {
        let words = TimeWords::of(Language::NlBe).unwrap();
        tell(text, Some(Date::constant(2026, 10, 1)), words).replace(char::from(FIELD), "|")
    }

    #[test]
    fn a_time_is_told_with_what_is_shown_of_it() {
        let read = |text: &str| told(text).split_once('[').unwrap().1.to_owned();
        use alloc::borrow::ToOwned as _;
        assert_eq!(
            read("Tegen 15 maart 2027."),
            "\"2027-03-15\",\"Tegen 15 maart 2027\",\"2027-03-15\",\"\",\"\"]\u{1E}\nTegen 15 maart 2027."
        );
        assert!(
            read("Vanaf volgend schooljaar")
                .starts_with("\"\",\"Vanaf volgend schooljaar\",\"2027-09-01\",\"\",\"2027-09-01\"]")
        );
        assert!(read("Van 1 februari 2027 tot 15 maart 2027").contains("\"2027-03-15\",\"\",\"2027-02-01\"]"));
        let asked = read("Tegen juni");
        assert!(
            asked.starts_with("\"\",\"Tegen juni\",\"2027-06-30\",\"before-or-during\",\"\",\"end\",\"2027-06-30\""),
            "{asked}"
        );
        assert!(read("tegen 31 februari 2027").starts_with("\"tegen 31 februari 2027\",\"time-impossible-date\"]"));
    }

    #[test]
    fn what_the_letters_are_judged_by_goes_along() {
        let told = told("é 2x per jaar, tegen 31 februari 2027");
        let times: Vec<&str> = told.split('\u{1E}').collect();
        let recurrence = TimeKind::ALL.iter().position(|kind| *kind == TimeKind::Recurrence).unwrap();
        assert!(times[0].starts_with(&alloc::format!("{recurrence}|3|14|2|||[")), "{told}");
        assert!(times[1].contains("|16|38|||!|["), "{told}");
        assert_eq!(times[2], "\né 2x per jaar, tegen 31 februari 2027");
        let words = TimeWords::of(Language::NlBe).unwrap();
        assert_eq!(tell("tegen juni", None, words), "\ntegen juni");
    }
}
