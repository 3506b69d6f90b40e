use core::ops::Range;

use alloc::vec::Vec;

use crate::calendar::{Date, Period, TimeError};

/// Words that name a time, and what they say.
///
/// It is made by [`find_times`](super::find_times) and [`resolve_time`](super::resolve_time).
///
/// # Examples
///
/// ```
/// use olievlek::calendar::{Date, TimeKind, resolve_time};
/// use olievlek::content::Language;
///
/// let time = resolve_time("voor de paasvakantie", Date::constant(2024, 10, 1), Language::NlBe)?;
/// assert_eq!((time.kind, time.due), (TimeKind::BeforeHoliday, Some(Date::constant(2025, 4, 4))));
/// assert_eq!(time.period.map(|holiday| holiday.start()), Some(Date::constant(2025, 4, 7)));
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TimePhrase {
    /// Where the words stand in the text, in bytes, with the preposition: `tegen eind mei 2025`.
    pub span: Range<usize>,
    /// What sort of time it is.
    pub kind: TimeKind,
    /// The days that the words name, where they name some.
    pub period: Option<Period>,
    /// The last day that the words allow, where they fix one.
    ///
    /// A month, a year, a trimester or a school year allows its last (lesson) day; “before a holiday” the last lesson day
    /// before it, “after” it the first one after; “from” a time its first day. “By” a year or a school year fixes no day,
    /// nor do a season, a duration that does not start today, and an event without a date.
    pub due: Option<Date>,
    /// How often, for a recurrence that says so.
    pub frequency: Option<Frequency>,
    /// Every way to read the words where there is more than one, the likeliest first.
    pub alternatives: Vec<Reading>,
    /// What to ask then.
    pub question: Option<Question>,
    /// Why the words name nothing, as `31 februari`.
    pub fault: Option<TimeError>,
}

impl TimePhrase {
    /// One of which nothing is known yet.
    pub(super) fn new() -> Self {
        Self {
            span: 0..0,
            kind: TimeKind::Vague,
            period: None,
            due: None,
            frequency: None,
            alternatives: Vec::new(),
            question: None,
            fault: None,
        }
    }
}

/// One way to read words that can be read in more than one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reading {
    /// Which way; its text is `calendar.reading.<id>`, with the day for `{date}`.
    pub id: &'static str,
    /// The last day that the words allow when read so.
    pub due: Date,
}

/// What to ask whoever wrote words that can be read in more than one way.
///
/// # Examples
///
/// ```
/// use olievlek::calendar::{Date, Question, iso, resolve_time};
/// use olievlek::content::{Language, Texts};
///
/// let time = resolve_time("in 2027", Date::constant(2024, 10, 1), Language::En)?;
/// assert_eq!(time.question, Some(Question::YearOrSchoolYear));
/// let days: Vec<String> = time.alternatives.iter().map(|reading| iso(reading.due)).collect();
/// assert_eq!(days, ["2027-12-31", "2027-06-30"]);
/// assert_eq!(Question::YearOrSchoolYear.id(), "year-or-school-year");
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Question {
    /// “In 2027”: by the end of that year, or of the school year that ends in it?
    YearOrSchoolYear,
    /// “By June”: before it starts, or by its end?
    BeforeOrDuring,
    /// “By 2027”, “by next school year”: by its start or by its end?
    StartOrEnd,
    /// “The end of the school year”: the last lesson day, or 31 August?
    LessonsOrSchoolYear,
}

impl Question {
    /// Every question.
    pub const ALL: [Self; 4] =
        [Self::YearOrSchoolYear, Self::BeforeOrDuring, Self::StartOrEnd, Self::LessonsOrSchoolYear];

    /// The id; its text is `calendar.question.<id>`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::YearOrSchoolYear => "year-or-school-year",
            Self::BeforeOrDuring => "before-or-during",
            Self::StartOrEnd => "start-or-end",
            Self::LessonsOrSchoolYear => "lessons-or-school-year",
        }
    }
}

/// A sort of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimeKind {
    /// A day: `30 juni 2025`.
    Date,
    /// A week: `in de week van 12 mei`.
    Week,
    /// A month: `juni`.
    Month,
    /// The start, the middle or the end of a month: `eind mei`.
    MonthPart,
    /// A trimester: `3de trimester`.
    Trimester,
    /// A quarter of a year: `Q1 2025`.
    Quarter,
    /// Half a school year: `eerste semester`.
    Semester,
    /// A school year: `schooljaar 2024-2025`.
    SchoolYear,
    /// The first days of a school year: `opstart schooljaar`.
    SchoolYearStart,
    /// The end of a school year: `einde schooljaar`.
    SchoolYearEnd,
    /// A year, or its start, middle or end: `in 2027`, `eind 2025`.
    Year,
    /// A season: `dit najaar`.
    Season,
    /// A named feast: `Pasen`.
    Feast,
    /// Before or by a holiday: `voor de paasvakantie`.
    BeforeHoliday,
    /// After a holiday: `na de herfstvakantie`.
    AfterHoliday,
    /// In a holiday: `tijdens de zomervakantie`.
    DuringHoliday,
    /// A time from today on: `binnen de zes maanden`, `over twee jaar`.
    Within,
    /// A time without a start: `zes weken lang`, `na twee schooljaren`.
    Duration,
    /// A start: `vanaf volgend schooljaar`.
    From,
    /// From a time to a time, or several times: `van januari tot maart`, `in november en mei`.
    Several,
    /// The years of a plan: `beleidsplan 2025-2030`.
    PlanPeriod,
    /// Something that happens, without a date: `voor het oudercontact`.
    Event,
    /// Again and again: `1x per maand`, `op vrijdag`.
    Recurrence,
    /// A time that runs from something else each time: `binnen de week na de aanvraag`.
    Turnaround,
    /// A horizon without a date: `op termijn`, `zo snel mogelijk`.
    Vague,
    /// A year in the background: `het decreet van 2018`, `sinds 2014`.
    Background,
}

impl TimeKind {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::Date,
        Self::Week,
        Self::Month,
        Self::MonthPart,
        Self::Trimester,
        Self::Quarter,
        Self::Semester,
        Self::SchoolYear,
        Self::SchoolYearStart,
        Self::SchoolYearEnd,
        Self::Year,
        Self::Season,
        Self::Feast,
        Self::BeforeHoliday,
        Self::AfterHoliday,
        Self::DuringHoliday,
        Self::Within,
        Self::Duration,
        Self::From,
        Self::Several,
        Self::PlanPeriod,
        Self::Event,
        Self::Recurrence,
        Self::Turnaround,
        Self::Vague,
        Self::Background,
    ];

    /// The id, in kebab-case.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Week => "week",
            Self::Month => "month",
            Self::MonthPart => "month-part",
            Self::Trimester => "trimester",
            Self::Quarter => "quarter",
            Self::Semester => "semester",
            Self::SchoolYear => "school-year",
            Self::SchoolYearStart => "school-year-start",
            Self::SchoolYearEnd => "school-year-end",
            Self::Year => "year",
            Self::Season => "season",
            Self::Feast => "feast",
            Self::BeforeHoliday => "before-holiday",
            Self::AfterHoliday => "after-holiday",
            Self::DuringHoliday => "during-holiday",
            Self::Within => "within",
            Self::Duration => "duration",
            Self::From => "from",
            Self::Several => "several",
            Self::PlanPeriod => "plan-period",
            Self::Event => "event",
            Self::Recurrence => "recurrence",
            Self::Turnaround => "turnaround",
            Self::Vague => "vague",
            Self::Background => "background",
        }
    }
}

/// How often something recurs: `5x per jaar` is 5 times each 1 year, `om de twee weken` once each 2 weeks.
///
/// # Examples
///
/// ```
/// use olievlek::calendar::{Date, Unit, resolve_time};
/// use olievlek::content::Language;
///
/// let often = resolve_time("3 times per term", Date::constant(2024, 10, 1), Language::En)?.frequency;
/// assert_eq!(often.map(|often| (often.times, often.every, often.unit)), Some((3, 1, Unit::Trimester)));
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Frequency {
    /// How many times.
    pub times: u16,
    /// In how many of the unit.
    pub every: u16,
    /// The unit of time.
    pub unit: Unit,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A day from Monday to Friday.
    Workday,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A trimester of a school year.
    Trimester,
    /// Half a school year.
    Semester,
    /// A year.
    Year,
    /// A school year.
    SchoolYear,
}

impl Unit {
    /// The id, in kebab-case.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Workday => "workday",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Trimester => "trimester",
            Self::Semester => "semester",
            Self::Year => "year",
            Self::SchoolYear => "school-year",
        }
    }
}
