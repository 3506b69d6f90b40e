//! From a moment to days: which year is meant, and what a preposition makes of it.

use super::Reader;
use super::phrase::{Question, Reading, TimeKind, TimePhrase};
use super::shape::{Core, Moment, NTH, When};
use super::word::{Part, Relation};
use crate::calendar::date::{date, monday_of, on_or_after, plus_months, ymd};
use crate::calendar::easter::easter_number;
use crate::calendar::school_year::first_year_of;
use crate::calendar::{Period, SchoolYear, TrimesterConvention};

/// A moment of one year, by the numbers of its days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Occurrence {
    pub(super) start: i32,
    pub(super) end: i32,
    /// The last day that it allows, where it fixes one.
    pub(super) due: Option<i32>,
    /// The last day that is before it, and the first after it, as a school counts.
    pub(super) before: i32,
    pub(super) after: i32,
}

/// Asks, with two readings of which the first is the likelier.
#[inline(never)]
fn ask(out: &mut TimePhrase, question: Question, first: (&'static str, i32), second: (&'static str, i32)) {
    out.question = Some(question);
    for (id, due) in [first, second] {
        out.alternatives.push(Reading { id, due: date(due) });
    }
}

impl Reader<'_> {
    /// The days of a moment: of the year it names, or of the first that is not over yet.
    #[inline(never)]
    pub(super) fn occurrence(&self, moment: &Moment, relation: Relation) -> Option<Occurrence> {
        // A part of a school year falls in the calendar year that it starts in, and the other way round.
        let is_of_school = is_of_school(moment.core);
        let (first, last) = match moment.when {
            When::Open => (self.first_year - 1, self.first_year + 9),
            When::Calendar => (moment.year - i16::from(is_of_school), moment.year),
            When::School => (moment.year, moment.year + i16::from(!is_of_school)),
        };
        for year in first..=last {
            let Some(found) = days_of(moment, year) else { continue };
            let start = found.start;
            let fits = match moment.when {
                When::Open => {
                    let last = match relation {
                        Relation::Before | Relation::By if moment.core == Core::Holiday => found.before,
                        Relation::After => found.after,
                        Relation::From => start,
                        _ => found.due.unwrap_or(found.end),
                    };
                    last >= self.today
                }
                When::Calendar => !is_of_school || date(start).year() == moment.year,
                When::School => is_of_school || first_year_of(date(start)) == moment.year,
            };
            if fits {
                return Some(found);
            }
        }
        None
    }

    /// What a preposition and a moment say together.
    #[inline(never)]
    pub(super) fn say(&self, moment: &Moment, relation: Relation, out: &mut TimePhrase) {
        out.kind = kind(moment, relation);
        let Some(found) = self.occurrence(moment, relation) else { return };
        let (start, end) = (found.start, found.end);
        out.period = Some(Period::of_numbers(start, end));
        let mut due = found.due;
        let (core, part) = (moment.core, moment.part);
        let by = matches!(relation, Relation::By | Relation::Until);
        let whole = part.is_none();
        if core == Core::Season {
            // “After the summer” is no day.
        } else if relation == Relation::From {
            out.kind = TimeKind::From;
            due = Some(start);
        } else if relation == Relation::After {
            due = Some(found.after);
        } else if out.kind == TimeKind::BeforeHoliday {
            due = Some(found.before);
        } else if whole && (by || relation == Relation::Before) {
            let last = due.unwrap_or(end);
            match core {
                Core::Year => {
                    ask(out, Question::StartOrEnd, ("start", found.before), ("end", end));
                    due = if by { None } else { Some(found.before) };
                }
                Core::SchoolYear if by => {
                    ask(out, Question::StartOrEnd, ("start", start), ("end", last));
                    due = None;
                }
                // In Dutch, `voor` a school year is for it.
                Core::SchoolYear if !self.english() => {}
                Core::Week if by => {}
                Core::Day | Core::Feast => {}
                _ if by => ask(out, Question::BeforeOrDuring, ("end", last), ("before", found.before)),
                _ => due = Some(found.before),
            }
        } else if core == Core::Year && moment.first == 0 && matches!(part, None | Some(Part::End)) {
            // “In 2027” may be the school year that ends then, “by the end of the year” too.
            let pointed = moment.is_pointed();
            let year = date(start).year();
            // “This year” may be the school year that runs, wherever in it today is.
            let first = if pointed { self.first_year + year - date(self.today).year() } else { year - 1 };
            if (whole || pointed)
                && let Ok(school_year) = SchoolYear::new(first)
            {
                let (_, lessons) = school_year.lesson_numbers();
                ask(out, Question::YearOrSchoolYear, ("year", end), ("school-year", lessons));
            }
            if whole && pointed {
                due = None;
            }
        } else if core == Core::SchoolYear && part == Some(Part::End) {
            ask(out, Question::LessonsOrSchoolYear, ("lessons", end), ("summer", found.after));
        }
        out.due = due.map(date);
    }
}

/// Whether a school year and not a calendar year tells which one is meant.
fn is_of_school(core: Core) -> bool {
    matches!(core, Core::Holiday | Core::Trimester | Core::Semester | Core::SchoolYear)
}

pub(super) fn kind(moment: &Moment, relation: Relation) -> TimeKind {
    match (moment.core, moment.part) {
        (Core::Day, _) => TimeKind::Date,
        (Core::Week, _) => TimeKind::Week,
        (Core::Month, None) => TimeKind::Month,
        (Core::Month, _) => TimeKind::MonthPart,
        (Core::YearPart, _) => TimeKind::Quarter,
        (Core::Year, _) => TimeKind::Year,
        (Core::Season, _) => TimeKind::Season,
        (Core::Feast, _) => TimeKind::Feast,
        (Core::Holiday, None | Some(Part::Start)) => match relation {
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
    let (first, second) = (moment.first, moment.second);
    let is_of_school = is_of_school(moment.core);
    let school_year = if is_of_school { Some(SchoolYear::new(year).ok()?) } else { None };
    let place = usize::from(first.unsigned_abs());
    let (start, end) = match (moment.core, &school_year) {
        (Core::Day | Core::Feast, _) => {
            let day = if first == 0 { easter_number(year)? + i32::from(second) } else { day_of(year, first, second)? };
            (day, day)
        }
        (Core::Week, _) => {
            // The first week of a year has its fourth day in it.
            let (month, day, weeks) = if first == 0 { (1, 4, i32::from(second) - 1) } else { (first, second, 0) };
            let monday = monday_of(day_of(year, month, day)?) + 7 * weeks;
            // Week 53 is not in every year.
            if weeks > 0 && date(monday + 3).year() != year {
                return None;
            }
            (monday, monday + 6)
        }
        (Core::Month, _) => months(year, first, 1)?,
        (Core::YearPart, _) => months(year, (first - 1) * second + 1, second.into())?,
        (Core::Season, _) => months(year, first * 3 + 3, 3)?,
        (Core::Years, _) => (ymd(year, 1, 1)?, ymd(year + i16::from(first.max(0)), 12, 31)?),
        (Core::Holiday, Some(year)) => year.holiday_numbers(place),
        (Core::Trimester, Some(year)) => *year.trimester_numbers(TrimesterConvention::default()).get(place - 1)?,
        (Core::Semester, Some(year)) => {
            let turn = ymd(year.first_year() + 1, 2, 1)?;
            if first == 1 { (year.span_numbers().0, turn - 1) } else { (turn, year.lesson_numbers().1) }
        }
        (_, Some(year)) => year.span_numbers(),
        (_, None) => months(year, 1, 12)?,
    };
    let mut whole = Occurrence { start, end, due: Some(end), before: start - 1, after: end + 1 };
    match (moment.core, &school_year) {
        (Core::Week, _) => whole.due = Some(start + 4),
        (Core::Season | Core::Years, _) => whole.due = None,
        (Core::SchoolYear, Some(year)) => whole.due = Some(year.lesson_numbers().1),
        // A school counts in lesson days around its holidays and trimesters.
        (Core::Holiday | Core::Trimester, Some(year)) => {
            if moment.core == Core::Trimester {
                whole.due = Some(year.lesson_until(end));
            }
            whole.before = year.lesson_until(whole.before);
            whole.after = year.lesson_from(whole.after);
        }
        _ => {}
    }
    Some(match moment.part {
        Some(part) => part_of(moment.core, &whole, part),
        None => whole,
    })
}

/// A day of a month, or the first, second, ... or last of a weekday in it.
fn day_of(year: i16, month: i8, day: i8) -> Option<i32> {
    if day < NTH {
        return ymd(year, month, day);
    }
    let (place, wanted) = (i32::from(day - NTH) / 8, i32::from(day - NTH) % 8);
    let (start, end) = months(year, month, 1)?;
    let day = on_or_after(if place == 0 { end - 6 } else { start + 7 * (place - 1) }, wanted);
    (day <= end).then_some(day)
}

/// So many months from one on.
#[inline(never)]
fn months(year: i16, month: i8, count: i32) -> Option<(i32, i32)> {
    let start = ymd(year, month, 1)?;
    Some((start, plus_months(start, count) - 1))
}

/// The start, the middle or the end of something.
#[inline(never)]
fn part_of(core: Core, whole: &Occurrence, part: Part) -> Occurrence {
    let (start, end) = (whole.start, whole.end);
    let last = whole.due.unwrap_or(end);
    // Of a month: ten days, the middle due on the fifteenth. Of a school year: its first two weeks, its last month.
    let (from, to, due) = match (core, part) {
        (Core::Month, Part::Start) => (start, start + 9, None),
        (Core::Month, Part::Middle) => (start + 10, start + 19, Some(start + 14)),
        (Core::Month, Part::End) => (start + 20, end, Some(end)),
        (Core::Year, Part::Start) => (start, plus_months(start, 3) - 1, None),
        (Core::SchoolYear, Part::Start) => (start, start + 13, Some(start)),
        (Core::Year | Core::SchoolYear, Part::Middle) => (plus_months(start, 3), plus_months(start, 9) - 1, None),
        (Core::Year | Core::SchoolYear, Part::End) => (plus_months(start, 9), last, Some(last)),
        (_, Part::Start) => (start, start, Some(start)),
        (_, Part::Middle) => (start, end, None),
        (_, Part::End) => (last, last, whole.due),
    };
    // What is due before the end of something, or before its middle, is due then. A school year goes on after its lessons.
    let after = if core == Core::SchoolYear { end } else { to + 1 };
    // Before the start of a holiday is before the holiday.
    let before = if core == Core::Holiday && part == Part::Start { whole.before } else { due.unwrap_or(from - 1) };
    Occurrence { start: from, end: to, due, before, after }
}
