//! From a moment to days: which year is meant, and what a preposition makes of it.

use alloc::vec::Vec;

use super::Reader;
use super::moment::{Core, Fault, Moment, When};
use super::phrase::{Question, Reading, TimeKind};
use super::word::{Feast, Part, Relation};
use crate::calendar::date::{monday_of, plus, plus_months, ymd};
use crate::calendar::school_year::first_year_of;
use crate::calendar::{Date, Holiday, Period, SchoolYear, TrimesterConvention, easter};
use crate::content::Language;

/// A moment of one year, by its days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Occurrence {
    pub(super) period: Period,
    /// The last day that it allows, where it fixes one.
    pub(super) due: Option<Date>,
    /// The last day that is before it, and the first after it, as a school counts.
    before: Date,
    after: Date,
}

impl Occurrence {
    /// What begins and ends with its days.
    fn plain(start: Date, end: Date) -> Self {
        let period = Period::between(start, end);
        Self { period, due: Some(end), before: plus(start, -1), after: plus(end, 1) }
    }
}

/// What words say, before they have a place in the text.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) kind: TimeKind,
    pub(super) period: Option<Period>,
    pub(super) due: Option<Date>,
    pub(super) alternatives: Vec<Reading>,
    pub(super) question: Option<Question>,
    pub(super) fault: Option<Fault>,
}

impl Draft {
    pub(super) fn new(kind: TimeKind, period: Option<Period>, due: Option<Date>) -> Self {
        Self { kind, period, due, alternatives: Vec::new(), question: None, fault: None }
    }

    /// The first reading is the likeliest, and says what is due unless nothing is certain.
    fn ask(&mut self, question: Question, readings: [(&'static str, Date); 2]) {
        self.question = Some(question);
        self.alternatives = readings.into_iter().map(|(id, due)| Reading { id, due }).collect();
    }
}

impl Reader<'_> {
    /// The days of a moment: of the year it names, or of the first that is not over yet.
    #[inline(never)]
    pub(super) fn occurrence(&self, moment: &Moment, relation: Relation) -> Option<Occurrence> {
        let first = self.today.year() - 1;
        match moment.when {
            When::Open if matches!(moment.core, Core::Date(_) | Core::Week(_)) => days_of(moment, 0),
            When::Open => (first..first + 10).find_map(|year| {
                let found = days_of(moment, year)?;
                let last = match relation {
                    Relation::Before | Relation::By if matches!(moment.core, Core::Holiday(_)) => found.before,
                    Relation::After => found.after,
                    Relation::From => found.period.start(),
                    _ => found.due.unwrap_or(found.period.end()),
                };
                (last >= self.today).then_some(found)
            }),
            // A part of a school year falls in the calendar year that it starts in.
            When::Year(year) if is_of_school(moment.core) => [year - 1, year]
                .into_iter()
                .find_map(|first| days_of(moment, first).filter(|found| found.period.start().year() == year)),
            When::Year(year) => days_of(moment, year),
            When::SchoolYear(first) if is_of_school(moment.core) => days_of(moment, first),
            When::SchoolYear(first) => [first, first + 1]
                .into_iter()
                .find_map(|year| days_of(moment, year).filter(|found| first_year_of(found.period.start()) == first)),
        }
    }

    /// What a preposition and a moment say together.
    #[inline(never)]
    pub(super) fn draft(&self, moment: &Moment, relation: Relation) -> Draft {
        let mut draft = Draft::new(kind(moment, relation), None, None);
        draft.fault = moment.fault;
        if draft.fault.is_some() {
            return draft;
        }
        let Some(found) = self.occurrence(moment, relation) else { return draft };
        let period = found.period;
        draft.period = Some(period);
        let (core, part) = (moment.core, moment.part);
        let school_year = SchoolYear::of(period.start()).ok();
        let lessons_end = |date: Date| Some(SchoolYear::of(date).ok()?.lessons().end());
        draft.due = match (relation, core) {
            (Relation::From, _) => {
                draft.kind = TimeKind::From;
                Some(period.start())
            }
            (Relation::After, _) => Some(found.after),
            (Relation::Before | Relation::By | Relation::Until, Core::Holiday(_)) if part.is_none() => {
                Some(found.before)
            }
            (Relation::By | Relation::Until | Relation::Before, Core::Year) if part.is_none() => {
                draft.ask(Question::StartOrEnd, [("start", found.before), ("end", period.end())]);
                (relation == Relation::Before).then_some(found.before)
            }
            (Relation::By | Relation::Until, Core::SchoolYear) if part.is_none() => {
                let end = found.due.unwrap_or(period.end());
                draft.ask(Question::StartOrEnd, [("start", period.start()), ("end", end)]);
                None
            }
            (Relation::By | Relation::Until, Core::Month(_)) if part.is_none() => {
                draft.ask(Question::BeforeOrDuring, [("end", period.end()), ("before", found.before)]);
                found.due
            }
            (Relation::By | Relation::Until, Core::Trimester(_) | Core::Semester(_) | Core::YearPart(..))
                if part.is_none() =>
            {
                draft.ask(
                    Question::BeforeOrDuring,
                    [("end", found.due.unwrap_or(period.end())), ("before", found.before)],
                );
                found.due
            }
            // In Dutch, `voor` a school year is for it.
            (Relation::Before, Core::SchoolYear) if part.is_none() && self.table.language == Language::NlBe => {
                found.due
            }
            (Relation::Before, Core::Date(_) | Core::Day(..) | Core::Feast(_)) => found.due,
            (Relation::Before, _) if part.is_none() => Some(found.before),
            (_, Core::Year) if part != Some(Part::Start) && part != Some(Part::Middle) => {
                // “In 2027” may be the school year that ends then, “by the end of the year” too.
                if (part.is_none() || moment.pointed)
                    && let Some(lessons) = lessons_end(period.start())
                {
                    draft.ask(Question::YearOrSchoolYear, [("year", period.end()), ("school-year", lessons)]);
                }
                found.due.filter(|_| part.is_some() || !moment.pointed)
            }
            (_, Core::SchoolYear) if part == Some(Part::End) => {
                if let (Some(year), Some(due)) = (school_year, found.due) {
                    draft.ask(Question::LessonsOrSchoolYear, [("lessons", due), ("summer", year.span().end())]);
                }
                found.due
            }
            _ => found.due,
        };
        draft
    }
}

/// Whether a school year and not a calendar year tells which one is meant.
fn is_of_school(core: Core) -> bool {
    matches!(core, Core::Holiday(_) | Core::Trimester(_) | Core::Semester(_) | Core::SchoolYear)
}

fn kind(moment: &Moment, relation: Relation) -> TimeKind {
    match moment.core {
        Core::Date(_) | Core::Day(..) => TimeKind::Date,
        Core::Week(_) | Core::WeekOf(..) => TimeKind::Week,
        Core::Month(_) if moment.part.is_some() => TimeKind::MonthPart,
        Core::Month(_) => TimeKind::Month,
        Core::YearPart(..) => TimeKind::Quarter,
        Core::Year => TimeKind::Year,
        Core::Season(_) => TimeKind::Season,
        Core::Feast(_) => TimeKind::Feast,
        Core::Holiday(_) => match relation {
            _ if moment.part.is_some() => TimeKind::DuringHoliday,
            Relation::Before | Relation::By | Relation::Until => TimeKind::BeforeHoliday,
            Relation::After => TimeKind::AfterHoliday,
            _ => TimeKind::DuringHoliday,
        },
        Core::Trimester(_) => TimeKind::Trimester,
        Core::Semester(_) => TimeKind::Semester,
        Core::SchoolYear => match moment.part {
            Some(Part::Start) => TimeKind::SchoolYearStart,
            Some(Part::End) => TimeKind::SchoolYearEnd,
            _ => TimeKind::SchoolYear,
        },
        Core::Years(..) => TimeKind::PlanPeriod,
    }
}

/// The days of a moment in a calendar year, or in the school year that starts in it.
#[inline(never)]
fn days_of(moment: &Moment, year: i16) -> Option<Occurrence> {
    let school_year = || SchoolYear::new(year).ok();
    let whole = match moment.core {
        Core::Date(date) => on(date),
        Core::Day(month, day) => on(ymd(year, month, day)?),
        Core::Week(date) => week(date),
        Core::WeekOf(month, day) => week(ymd(year, month, day)?),
        Core::Month(month) => {
            let start = ymd(year, month, 1)?;
            Occurrence::plain(start, start.last_of_month())
        }
        Core::YearPart(number, months) => {
            let start = ymd(year, (number - 1) * months + 1, 1)?;
            Occurrence::plain(start, plus(plus_months(start, months.into()), -1))
        }
        Core::Year => Occurrence::plain(ymd(year, 1, 1)?, ymd(year, 12, 31)?),
        Core::Years(first, last) => {
            Occurrence { due: None, ..Occurrence::plain(ymd(first, 1, 1)?, ymd(last.max(first), 12, 31)?) }
        }
        Core::Season(season) => {
            let start = ymd(year, season * 3 + 3, 1)?;
            Occurrence { due: None, ..Occurrence::plain(start, plus(plus_months(start, 3), -1)) }
        }
        Core::Feast(Feast::Fixed(month, day)) => on(ymd(year, month, day)?),
        Core::Feast(Feast::FromEaster(days)) => on(plus(easter(year)?, days.into())),
        Core::Holiday(holiday) => {
            let year = school_year()?;
            Occurrence {
                before: year.last_lesson_day_before(holiday),
                after: year.first_lesson_day_after(holiday),
                ..Occurrence::plain(year.holiday(holiday).start(), year.holiday(holiday).end())
            }
        }
        Core::Trimester(number) => {
            let school_year = school_year()?;
            let trimesters = school_year.trimesters(TrimesterConvention::default());
            let period = trimesters.get(usize::from(number).checked_sub(1)?).copied()?;
            let before = match number {
                1 => plus(period.start(), -1),
                2 => school_year.last_lesson_day_before(Holiday::Christmas),
                _ => school_year.last_lesson_day_before(Holiday::Easter),
            };
            Occurrence {
                due: Some(school_year.last_lesson_day_until(period.end())),
                before,
                after: match number {
                    1 => school_year.first_lesson_day_after(Holiday::Christmas),
                    2 => school_year.first_lesson_day_after(Holiday::Easter),
                    _ => school_year.first_lesson_day_after(Holiday::Summer),
                },
                period,
            }
        }
        Core::Semester(number) => {
            let year = school_year()?;
            let turn = ymd(year.first_year() + 1, 2, 1)?;
            match number {
                1 => Occurrence::plain(year.span().start(), plus(turn, -1)),
                2 => Occurrence::plain(turn, year.lessons().end()),
                _ => return None,
            }
        }
        Core::SchoolYear => {
            let year = school_year()?;
            let due = Some(year.lessons().end());
            Occurrence { due, ..Occurrence::plain(year.span().start(), year.span().end()) }
        }
    };
    Some(match moment.part {
        Some(part) => part_of(moment.core, &whole, part),
        None => whole,
    })
}

/// A day; what is due “before” it is due on it.
fn on(date: Date) -> Occurrence {
    Occurrence::plain(date, date)
}

/// A week from Monday, with its Friday as the last day.
fn week(date: Date) -> Occurrence {
    let monday = monday_of(date);
    Occurrence { due: Some(plus(monday, 4)), ..Occurrence::plain(monday, plus(monday, 6)) }
}

/// The start, the middle or the end of something.
fn part_of(core: Core, whole: &Occurrence, part: Part) -> Occurrence {
    let (start, end) = (whole.period.start(), whole.period.end());
    let last = whole.due.unwrap_or(end);
    // In a month: ten days, the middle due on the fifteenth. Of a school year: its first two weeks, its last month.
    let (start, end, due) = match (core, part) {
        (Core::Month(_), Part::Start) => (start, plus(start, 9), None),
        (Core::Month(_), Part::Middle) => (plus(start, 10), plus(start, 19), Some(plus(start, 14))),
        (Core::Month(_), Part::End) => (plus(start, 20), end, Some(end)),
        (Core::Year, Part::Start) => (start, plus(plus_months(start, 3), -1), None),
        (Core::Year, Part::Middle) => (plus_months(start, 3), plus(plus_months(start, 9), -1), None),
        (Core::Year, Part::End) => (plus_months(start, 9), end, Some(end)),
        (Core::SchoolYear, Part::Start) => (start, plus(start, 13), Some(start)),
        (Core::SchoolYear, Part::Middle) => (plus_months(start, 4), plus(plus_months(start, 6), -1), None),
        (Core::SchoolYear, Part::End) => (plus_months(start, 9), last, Some(last)),
        (_, Part::Start) => (start, start, Some(start)),
        (_, Part::Middle) => (start, end, None),
        (Core::Season(_), Part::End) => (end, end, None),
        (_, Part::End) => (last, last, Some(last)),
    };
    // What is due before the end of something, or before its middle, is due then.
    Occurrence { period: Period::between(start, end), due, before: due.unwrap_or(plus(start, -1)), after: plus(end, 1) }
}
