//! From a moment to days: which year is meant, and what a preposition makes of it.

use super::Reader;
use super::moment::{Core, Moment, When};
use super::phrase::{Question, Reading, TimeKind, TimePhrase};
use super::word::{Part, Relation};
use crate::calendar::date::{monday_of, plus, plus_months, ymd};
use crate::calendar::school_year::first_year_of;
use crate::calendar::{Date, Holiday, Period, SchoolYear, TrimesterConvention, easter};

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
    #[inline(never)]
    fn plain(start: Date, end: Date) -> Self {
        let period = Period::between(start, end);
        Self { period, due: Some(end), before: plus(start, -1), after: plus(end, 1) }
    }
}

/// Asks, with two readings of which the first is the likelier.
#[inline(never)]
fn ask(out: &mut TimePhrase, question: Question, first: (&'static str, Date), second: (&'static str, Date)) {
    out.question = Some(question);
    for (id, due) in [first, second] {
        out.alternatives.push(Reading { id, due });
    }
}

impl Reader<'_> {
    /// The days of a moment: of the year it names, or of the first that is not over yet.
    #[inline(never)]
    pub(super) fn occurrence(&self, moment: &Moment, relation: Relation) -> Option<Occurrence> {
        // A part of a school year falls in the calendar year that it starts in, and the other way round.
        let is_of_school = is_of_school(moment.core);
        let (first, last) = match moment.when {
            When::Open => (self.today.year() - 1, self.today.year() + 8),
            When::Calendar => (moment.year - i16::from(is_of_school), moment.year),
            When::School => (moment.year, moment.year + i16::from(!is_of_school)),
        };
        (first..=last).find_map(|year| {
            let found = days_of(moment, year)?;
            let start = found.period.start();
            let fits = match moment.when {
                When::Open => {
                    let last = match relation {
                        Relation::Before | Relation::By if moment.core == Core::Holiday => found.before,
                        Relation::After => found.after,
                        Relation::From => start,
                        _ => found.due.unwrap_or(found.period.end()),
                    };
                    last >= self.today
                }
                When::Calendar => !is_of_school || start.year() == moment.year,
                When::School => is_of_school || first_year_of(start) == moment.year,
            };
            fits.then_some(found)
        })
    }

    /// What a preposition and a moment say together.
    #[inline(never)]
    pub(super) fn say(&self, moment: &Moment, relation: Relation, out: &mut TimePhrase) {
        out.kind = kind(moment, relation);
        let Some(found) = self.occurrence(moment, relation) else { return };
        let (start, end) = (found.period.start(), found.period.end());
        out.period = Some(found.period);
        let (core, part) = (moment.core, moment.part);
        let by = matches!(relation, Relation::By | Relation::Until);
        let whole = part.is_none();
        out.due = found.due;
        if relation == Relation::From {
            out.kind = TimeKind::From;
            out.due = Some(start);
        } else if relation == Relation::After {
            out.due = Some(found.after);
        } else if whole && (by || relation == Relation::Before) {
            let due = found.due.unwrap_or(end);
            match core {
                Core::Holiday => out.due = Some(found.before),
                Core::Year => {
                    ask(out, Question::StartOrEnd, ("start", found.before), ("end", end));
                    out.due = if by { None } else { Some(found.before) };
                }
                Core::SchoolYear if by => {
                    ask(out, Question::StartOrEnd, ("start", start), ("end", due));
                    out.due = None;
                }
                // In Dutch, `voor` a school year is for it.
                Core::SchoolYear if !self.english() => {}
                Core::Day | Core::Feast | Core::Week | Core::Season if by => {}
                Core::Day | Core::Feast => {}
                _ if by => ask(out, Question::BeforeOrDuring, ("end", due), ("before", found.before)),
                _ => out.due = Some(found.before),
            }
        } else if core == Core::Year && matches!(part, None | Some(Part::End)) {
            // “In 2027” may be the school year that ends then, “by the end of the year” too.
            if (whole || moment.pointed)
                && let Ok(school_year) = SchoolYear::of(start)
            {
                let lessons = school_year.lessons().end();
                ask(out, Question::YearOrSchoolYear, ("year", end), ("school-year", lessons));
            }
            if whole && moment.pointed {
                out.due = None;
            }
        } else if core == Core::SchoolYear
            && part == Some(Part::End)
            && let Some(summer) = ymd(end.year(), 8, 31)
        {
            ask(out, Question::LessonsOrSchoolYear, ("lessons", end), ("summer", summer));
        }
    }
}

/// Whether a school year and not a calendar year tells which one is meant.
fn is_of_school(core: Core) -> bool {
    matches!(core, Core::Holiday | Core::Trimester | Core::Semester | Core::SchoolYear)
}

fn kind(moment: &Moment, relation: Relation) -> TimeKind {
    match (moment.core, moment.part) {
        (Core::Day, _) => TimeKind::Date,
        (Core::Week, _) => TimeKind::Week,
        (Core::Month, None) => TimeKind::Month,
        (Core::Month, _) => TimeKind::MonthPart,
        (Core::YearPart, _) => TimeKind::Quarter,
        (Core::Year, _) => TimeKind::Year,
        (Core::Season, _) => TimeKind::Season,
        (Core::Feast, _) => TimeKind::Feast,
        (Core::Holiday, None) => match relation {
            Relation::Before | Relation::By | Relation::Until => TimeKind::BeforeHoliday,
            Relation::After => TimeKind::AfterHoliday,
            _ => TimeKind::DuringHoliday,
        },
        (Core::Holiday, _) => TimeKind::DuringHoliday,
        (Core::Trimester, _) => TimeKind::Trimester,
        (Core::Semester, _) => TimeKind::Semester,
        (Core::SchoolYear, Some(Part::Start)) => TimeKind::SchoolYearStart,
        (Core::SchoolYear, Some(Part::End)) => TimeKind::SchoolYearEnd,
        (Core::SchoolYear, _) => TimeKind::SchoolYear,
        (Core::Years, _) => TimeKind::PlanPeriod,
    }
}

/// The days of a moment in a calendar year, or in the school year that starts in it.
#[inline(never)]
fn days_of(moment: &Moment, year: i16) -> Option<Occurrence> {
    let (first, second) = (moment.first as i8, moment.second as i8);
    let is_of_school = is_of_school(moment.core);
    let school_year = if is_of_school { Some(SchoolYear::new(year).ok()?) } else { None };
    let (start, end) = match (moment.core, &school_year) {
        (Core::Day | Core::Week, _) => {
            let date = ymd(year, first, second)?;
            if moment.core == Core::Week { (monday_of(date), plus(monday_of(date), 6)) } else { (date, date) }
        }
        (Core::Feast, _) => {
            let date = if first == 0 { plus(easter(year)?, second.into()) } else { ymd(year, first, second)? };
            (date, date)
        }
        (Core::Month, _) => months(year, first, 1)?,
        (Core::YearPart, _) => months(year, (first - 1) * second + 1, second.into())?,
        (Core::Year, _) => months(year, 1, 12)?,
        (Core::Season, _) => months(year, first * 3 + 3, 3)?,
        (Core::Years, _) => (ymd(year, 1, 1)?, ymd(moment.first.max(year), 12, 31)?),
        (Core::Holiday, Some(year)) => {
            let period = year.holiday(*Holiday::ALL.get(usize::from(first.unsigned_abs()))?);
            (period.start(), period.end())
        }
        (Core::Trimester, Some(year)) => {
            let period = *year.trimesters(TrimesterConvention::default()).get(usize::from(first.unsigned_abs()) - 1)?;
            (period.start(), period.end())
        }
        (Core::Semester, Some(year)) => {
            let turn = ymd(year.first_year() + 1, 2, 1)?;
            if first == 1 { (year.span().start(), plus(turn, -1)) } else { (turn, year.lessons().end()) }
        }
        (_, year) => (year.as_ref()?.span().start(), year.as_ref()?.span().end()),
    };
    let mut whole = Occurrence::plain(start, end);
    match (moment.core, &school_year) {
        (Core::Week, _) => whole.due = Some(plus(start, 4)),
        (Core::Season | Core::Years, _) => whole.due = None,
        (Core::SchoolYear, Some(year)) => whole.due = Some(year.lessons().end()),
        // A school counts in lesson days around its holidays and trimesters.
        (Core::Holiday | Core::Trimester, Some(year)) => {
            if moment.core == Core::Trimester {
                whole.due = Some(year.last_lesson_day_until(end));
            }
            whole.before = year.last_lesson_day_until(whole.before);
            whole.after = year.first_lesson_day_from(whole.after);
        }
        _ => {}
    }
    Some(match moment.part {
        Some(part) => part_of(moment.core, &whole, part),
        None => whole,
    })
}

/// So many months from one on.
#[inline(never)]
fn months(year: i16, month: i8, count: i32) -> Option<(Date, Date)> {
    let start = ymd(year, month, 1)?;
    Some((start, plus(plus_months(start, count), -1)))
}

/// The start, the middle or the end of something.
#[inline(never)]
fn part_of(core: Core, whole: &Occurrence, part: Part) -> Occurrence {
    let (start, end) = (whole.period.start(), whole.period.end());
    let last = whole.due.unwrap_or(end);
    // In a month: ten days, the middle due on the fifteenth. Of a school year: its first two weeks, its last month.
    let (from, to, due) = match (core, part) {
        (Core::Month, Part::Start) => (start, plus(start, 9), None),
        (Core::Month, Part::Middle) => (plus(start, 10), plus(start, 19), Some(plus(start, 14))),
        (Core::Month, Part::End) => (plus(start, 20), end, Some(end)),
        (Core::Year, Part::Start) => (start, plus(plus_months(start, 3), -1), None),
        (Core::SchoolYear, Part::Start) => (start, plus(start, 13), Some(start)),
        (Core::Year | Core::SchoolYear, Part::Middle) => (plus_months(start, 3), plus(plus_months(start, 9), -1), None),
        (Core::Year | Core::SchoolYear, Part::End) => (plus_months(start, 9), last, Some(last)),
        (_, Part::Start) => (start, start, Some(start)),
        (_, Part::Middle) => (start, end, None),
        (_, Part::End) => (last, last, whole.due),
    };
    // What is due before the end of something, or before its middle, is due then.
    let before = due.unwrap_or(plus(from, -1));
    Occurrence { period: Period::between(from, to), due, before, after: plus(to, 1) }
}
