//! What goes out about the calendar.

use std::string::String;
use std::vec::Vec;

use serde::Serialize;
use tsify::Tsify;

use crate::calendar::{self as domain, TrimesterConvention, iso};
use crate::content::Texts;

/// A school year: from 1 September to 31 August.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct SchoolYear {
    /// The year in which it starts.
    first_year: i16,
    /// As people write it: `2025-2026`.
    name: String,
    /// 1 September to 31 August.
    #[tsify(type = "Period")]
    span: Days,
    /// The first and the last day of lessons.
    #[tsify(type = "Period")]
    lessons: Days,
    /// The five holidays, in order.
    holidays: Vec<Holiday>,
    /// Other days without lessons.
    days_off: Vec<DayOff>,
    /// The three trimesters: a convention.
    #[tsify(type = "[Period, Period, Period]")]
    trimesters: Vec<Days>,
    /// How many days have lessons.
    lesson_days: u16,
}

/// The days from the one to the other.
#[derive(Debug, Serialize)]
pub(in crate::wasm) struct Days {
    start: String,
    end: String,
}

impl Days {
    pub(in crate::wasm) fn new(period: domain::Period) -> Self {
        Self { start: iso(period.start()), end: iso(period.end()) }
    }
}

/// A school holiday.
#[derive(Debug, Serialize, Tsify)]
pub struct Holiday {
    /// Which one.
    #[tsify(type = "\"autumn\" | \"christmas\" | \"carnival\" | \"easter\" | \"summer\"")]
    id: &'static str,
    /// Its first day.
    start: String,
    /// Its last day.
    end: String,
}

/// A day without lessons.
#[derive(Debug, Serialize, Tsify)]
pub struct DayOff {
    /// Which one.
    #[tsify(
        type = "\"armistice\" | \"easter-monday\" | \"labour\" | \"ascension\" | \"ascension-friday\" | \"whit-monday\""
    )]
    id: &'static str,
    /// The day.
    date: String,
}

impl SchoolYear {
    pub(super) fn new(year: &domain::SchoolYear, trimesters: TrimesterConvention) -> Self {
        let holiday = |(id, period): (domain::Holiday, domain::Period)| {
            let Days { start, end } = Days::new(period);
            Holiday { id: id.id(), start, end }
        };
        Self {
            first_year: year.first_year(),
            name: year.name(),
            span: Days::new(year.span()),
            lessons: Days::new(year.lessons()),
            holidays: year.holidays().into_iter().map(holiday).collect(),
            days_off: year.days_off().into_iter().map(|(id, date)| DayOff { id: id.id(), date: iso(date) }).collect(),
            trimesters: year.trimesters(trimesters).into_iter().map(Days::new).collect(),
            lesson_days: u16::try_from(year.lesson_days().count()).unwrap_or(u16::MAX),
        }
    }
}

/// What words say about time.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ResolvedTime {
    /// The words that say it.
    text: String,
    /// What sort of time it is, such as `month` or `school-year`.
    kind: &'static str,
    /// The days that the words name, where they name some.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "Period")]
    period: Option<Days>,
    /// The last day that the words allow, where they fix one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    due: Option<String>,
    /// How often, for a recurrence that says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    frequency: Option<Frequency>,
    /// Every way to read the words where there is more than one, the likeliest first.
    alternatives: Vec<TimeReading>,
    /// What to ask then.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    question: Option<TimeQuestion>,
}

/// One way to read words.
#[derive(Debug, Serialize, Tsify)]
pub struct TimeReading {
    /// Which way.
    id: &'static str,
    /// The last day that the words allow when read so.
    due: String,
    /// It in words, in the language asked for.
    text: String,
}

/// What to ask whoever wrote the words.
#[derive(Debug, Serialize, Tsify)]
pub struct TimeQuestion {
    /// Which question.
    #[tsify(type = "\"year-or-school-year\" | \"before-or-during\" | \"start-or-end\" | \"lessons-or-school-year\"")]
    id: &'static str,
    /// The sentence, in the language asked for.
    text: String,
}

/// How often: 5 `times` each 1 `year`.
#[derive(Debug, Serialize, Tsify)]
pub struct Frequency {
    /// How many times.
    times: u16,
    /// In how many of the unit.
    every: u16,
    /// The unit of time.
    #[tsify(
        type = "\"hour\" | \"day\" | \"workday\" | \"week\" | \"month\" | \"quarter\" | \"trimester\" | \"semester\" | \"year\" | \"school-year\""
    )]
    unit: &'static str,
}

impl ResolvedTime {
    pub(in crate::wasm) fn new(text: &str, phrase: &domain::TimePhrase, texts: &Texts) -> Self {
        Self {
            text: text.get(phrase.span.clone()).unwrap_or_default().into(),
            kind: phrase.kind.id(),
            period: phrase.period.map(Days::new),
            due: phrase.due.map(iso),
            frequency: phrase.frequency.map(|given| Frequency {
                times: given.times,
                every: given.every,
                unit: given.unit.id(),
            }),
            alternatives: phrase.alternatives.iter().map(|reading| TimeReading::new(*reading, texts)).collect(),
            question: phrase.question.map(|question| TimeQuestion::new(question, texts)),
        }
    }
}

impl TimeReading {
    pub(in crate::wasm) fn new(reading: domain::Reading, texts: &Texts) -> Self {
        let key = ["calendar.reading.", reading.id].concat();
        let day = domain::describe(domain::Period::day(reading.due), texts);
        Self { id: reading.id, due: iso(reading.due), text: texts.fill(&key, &[("date", &day)]) }
    }
}

impl TimeQuestion {
    pub(in crate::wasm) fn new(question: domain::Question, texts: &Texts) -> Self {
        Self { id: question.id(), text: texts.get(&["calendar.question.", question.id()].concat()).into() }
    }
}
