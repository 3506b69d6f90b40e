use alloc::vec::Vec;

use super::fields::says_something;
use super::plan::{ItemId, Plan};
use super::{Baseline, Criterion, Decimal, Goal, GoalStatus, IndicatorKind, Reason, Weight};
use crate::calendar::{Date, Period, SchoolYear};

/// How far the fields of a goal carry one criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing of it is filled in.
    Missing,
    /// Something is filled in, but it lacks a part or contradicts itself.
    Partly,
    /// What can be seen from the fields is there. Whether it is any good, only people can say.
    Met,
}

impl Verdict {
    /// All, the least first.
    pub const ALL: [Self; 3] = [Self::Missing, Self::Partly, Self::Met];

    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Partly => "partly",
            Self::Met => "met",
        }
    }
}

/// What an assessment needs to know beside the goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AssessContext {
    today: Date,
    period: Option<Period>,
}

impl AssessContext {
    /// An assessment on this day.
    pub fn new(today: Date) -> Self {
        Self { today, period: None }
    }

    /// The same for a goal of a plan for these days.
    #[must_use]
    pub fn within(mut self, period: Option<Period>) -> Self {
        self.period = period;
        self
    }
}

/// One criterion of a [`GoalAssessment`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionAssessment {
    criterion: Criterion,
    verdict: Verdict,
    reasons: Vec<Reason>,
}

impl CriterionAssessment {
    /// The criterion.
    pub fn criterion(&self) -> Criterion {
        self.criterion
    }

    /// How far the fields carry it.
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// What was found, what weighs most first. A criterion that is met can still have advice.
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }
}

/// A goal looked at letter by letter.
///
/// Only fields count: what a sentence says is for the reader of goals, and what only people can judge is asked by
/// [`Criterion::self_checks`], never passed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalAssessment {
    criteria: [CriterionAssessment; 6],
}

impl GoalAssessment {
    /// The six criteria, in the order of the letters.
    pub fn criteria(&self) -> &[CriterionAssessment; 6] {
        &self.criteria
    }

    /// One criterion.
    pub fn of(&self, criterion: Criterion) -> &CriterionAssessment {
        let [specific, measurable, acceptable, realistic, time_bound, inspiring] = &self.criteria;
        match criterion {
            Criterion::Specific => specific,
            Criterion::Measurable => measurable,
            Criterion::Acceptable => acceptable,
            Criterion::Realistic => realistic,
            Criterion::TimeBound => time_bound,
            Criterion::Inspiring => inspiring,
        }
    }

    /// Every reason, by criterion.
    pub fn reasons(&self) -> impl Iterator<Item = Reason> {
        self.criteria.iter().flat_map(|criterion| criterion.reasons.iter().copied())
    }
}

/// Looks at the fields of a goal, letter by letter.
///
/// - S asks for an actor, an action and a target group.
/// - M asks for what is counted, a target, and a baseline or that it will be measured; the target differs from the baseline.
/// - A asks for a group that was heard, other than the actor.
/// - R asks for hours, a budget or people, and not all of them zero.
/// - T asks for a first and a last day in that order, within the plan, the last not past while the goal is open; reviews in
///   between, and actions too.
/// - I asks for a reason why.
///
/// A word such as *tbd* or a row of dots counts as empty.
///
/// # Examples
///
/// ```
/// use olievlek::calendar::Date;
/// use olievlek::smarti::{AssessContext, Criterion, Goal, Reason, Verdict, assess_goal};
///
/// let goal = Goal::builder("Tegen juni overlegt elk team wekelijks.")
///     .actor("elk team")
///     .start(Date::constant(2026, 6, 30))
///     .end(Date::constant(2025, 9, 1))
///     .build()?;
/// let assessment = assess_goal(&goal, &AssessContext::new(Date::constant(2025, 8, 20)));
/// let time_bound = assessment.of(Criterion::TimeBound);
/// assert_eq!(time_bound.verdict(), Verdict::Partly);
/// assert_eq!(time_bound.reasons(), [Reason::EndBeforeStart, Reason::ReviewMissing]);
/// assert_eq!(assessment.of(Criterion::Specific).reasons(), [Reason::ActionMissing, Reason::TargetGroupMissing]);
/// assert_eq!(assessment.of(Criterion::Inspiring).verdict(), Verdict::Missing);
/// # Ok::<(), olievlek::Error>(())
/// ```
pub fn assess_goal(goal: &Goal, context: &AssessContext) -> GoalAssessment {
    let mut found = Found { reasons: Vec::new() };
    let any = [
        specific(goal, &mut found),
        measurable(goal, context, &mut found),
        acceptable(goal, &mut found),
        realistic(goal, &mut found),
        time_bound(goal, context, &mut found),
        says_something(&goal.why),
    ];
    found.when(!says_something(&goal.why), Reason::WhyMissing);
    let [s, m, a, r, t, i] = any;
    let criteria = [
        (Criterion::Specific, s),
        (Criterion::Measurable, m),
        (Criterion::Acceptable, a),
        (Criterion::Realistic, r),
        (Criterion::TimeBound, t),
        (Criterion::Inspiring, i),
    ];
    GoalAssessment { criteria: criteria.map(|(criterion, any)| found.of(criterion, any)) }
}

impl Plan {
    /// Assesses the goal with this id within this plan; none where there is no such goal.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::calendar::{Date, Period};
    /// use olievlek::smarti::{Goal, Plan, Reason};
    ///
    /// let mut plan = Plan::new("Jaaractieplan");
    /// plan.set_period(Some(Period::new(Date::constant(2025, 9, 1), Date::constant(2026, 8, 31))?));
    /// let strategic = plan.add_strategic_goal("Samen")?;
    /// let late = Goal::builder("Elk team overlegt").end(Date::constant(2026, 9, 1)).build()?;
    /// let id = plan.add_goal(strategic, late)?;
    /// let found: Vec<_> = plan.assess(id, Date::constant(2025, 9, 1)).iter().flat_map(|a| a.reasons()).collect();
    /// assert!(found.contains(&Reason::EndOutsidePlan));
    /// # Ok::<(), olievlek::Error>(())
    /// ```
    pub fn assess(&self, id: ItemId, today: Date) -> Option<GoalAssessment> {
        Some(assess_goal(self.goal(id)?, &AssessContext::new(today).within(self.period)))
    }
}

/// The reasons that were found so far.
struct Found {
    reasons: Vec<Reason>,
}

impl Found {
    #[inline(never)]
    fn when(&mut self, holds: bool, reason: Reason) {
        if holds && !self.reasons.contains(&reason) {
            self.reasons.push(reason);
        }
    }

    /// The verdict on a criterion, of which something was filled in or nothing.
    fn of(&self, criterion: Criterion, any: bool) -> CriterionAssessment {
        let mut reasons = Vec::<Reason>::new();
        for weight in [Weight::Contradicts, Weight::Lacks, Weight::Advice] {
            let wanted = |reason: &&Reason| reason.criterion() == criterion && reason.weight() == weight;
            reasons.extend(self.reasons.iter().filter(wanted));
        }
        let verdict = match reasons.first() {
            Some(first) if first.weight() == Weight::Advice => Verdict::Met,
            None => Verdict::Met,
            Some(_) if any => Verdict::Partly,
            Some(_) => Verdict::Missing,
        };
        CriterionAssessment { criterion, verdict, reasons }
    }
}

fn specific(goal: &Goal, found: &mut Found) -> bool {
    let mut any = false;
    for (text, reason) in [
        (&goal.actor, Reason::ActorMissing),
        (&goal.action, Reason::ActionMissing),
        (&goal.target_group, Reason::TargetGroupMissing),
    ] {
        let says = says_something(text);
        any |= says;
        found.when(!says, reason);
    }
    any
}

fn measurable(goal: &Goal, context: &AssessContext, found: &mut Found) -> bool {
    let indicator = &goal.indicator;
    let named = says_something(&indicator.unit);
    found.when(!named, Reason::IndicatorMissing);
    found.when(indicator.target.is_none(), Reason::TargetMissing);
    match indicator.baseline {
        Baseline::Absent => found.when(true, Reason::BaselineMissing),
        Baseline::ToMeasure => {
            found.when(goal.start.is_some_and(|start| start < context.today), Reason::BaselineOverdue);
        }
        Baseline::Known(value) => found.when(indicator.target == Some(value), Reason::TargetIsBaseline),
    }
    // Advice on an indicator makes sense once there is one.
    if named || indicator.target.is_some() {
        found.when(indicator.kind.is_none(), Reason::IndicatorTypeMissing);
        found.when(indicator.kind == Some(IndicatorKind::Activity), Reason::IndicatorIsActivity);
        found.when(!says_something(&indicator.source), Reason::SourceMissing);
    }
    named || indicator.target.is_some() || indicator.baseline != Baseline::Absent
}

fn acceptable(goal: &Goal, found: &mut Found) -> bool {
    let (mut any, mut other) = (false, false);
    for group in goal.consulted.iter().filter(|group| says_something(group)) {
        any = true;
        other |= !group.trim_ascii().eq_ignore_ascii_case(goal.actor.trim_ascii());
    }
    found.when(!any, Reason::ConsultedMissing);
    found.when(any && !other, Reason::ConsultedOnlyActor);
    any
}

fn realistic(goal: &Goal, found: &mut Found) -> bool {
    let means = &goal.means;
    let people = says_something(&means.people);
    let numbers = [means.hours, means.budget];
    let named = numbers.iter().flatten().next().is_some();
    let positive = numbers.iter().flatten().any(|number| *number > Decimal::ZERO);
    found.when(!people && !named, Reason::MeansMissing);
    found.when(!people && named && !positive, Reason::MeansAreZero);
    found.when((people || named) && means.hours.is_none(), Reason::HoursMissing);
    people || named || says_something(&means.dependencies)
}

fn time_bound(goal: &Goal, context: &AssessContext, found: &mut Found) -> bool {
    let (start, end) = (goal.start, goal.end);
    found.when(start.is_none(), Reason::StartMissing);
    found.when(end.is_none(), Reason::EndMissing);
    let reversed = is_after(start, end);
    found.when(reversed, Reason::EndBeforeStart);
    if let Some(period) = context.period {
        found.when(start.is_some_and(|start| !period.contains(start)), Reason::StartOutsidePlan);
        found.when(end.is_some_and(|end| !period.contains(end)), Reason::EndOutsidePlan);
    }
    let open = goal.status == GoalStatus::Open;
    found.when(open && end.is_some_and(|end| end < context.today), Reason::EndIsPast);
    found.when(goal.reviews.is_empty() && (start.is_some() || end.is_some()), Reason::ReviewMissing);
    for review in &goal.reviews {
        let review = Some(*review);
        // Against a span that is reversed, every day would be wrong twice.
        found.when(!reversed && is_after(start, review), Reason::ReviewBeforeStart);
        found.when(!reversed && is_after(review, end), Reason::ReviewAfterEnd);
        found.when(review.is_some_and(is_day_off), Reason::ReviewOnDayOff);
    }
    for action in &goal.actions {
        found.when(is_after(action.start, action.end), Reason::ActionEndBeforeStart);
        for day in [action.start, action.end] {
            found.when(!reversed && (is_after(start, day) || is_after(day, end)), Reason::ActionOutsideGoal);
        }
    }
    start.is_some() || end.is_some() || !goal.reviews.is_empty()
}

/// Whether both days are known and the first comes after the second.
fn is_after(first: Option<Date>, second: Option<Date>) -> bool {
    matches!((first, second), (Some(first), Some(second)) if first > second)
}

fn is_day_off(date: Date) -> bool {
    SchoolYear::of(date).is_ok_and(|year| !year.is_lesson_day(date))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::smarti::{Action, GoalBuilder, Indicator, Means};

    const TODAY: Date = Date::constant(2025, 9, 10);

    fn day(month: i8, day: i8) -> Date {
        Date::constant(2026, month, day)
    }

    /// A goal that meets every criterion, without advice.
    fn whole() -> GoalBuilder {
        Goal::builder("Elk team kijkt terug")
            .actor("elk schoolteam")
            .action("kijkt na elke consultatie terug")
            .target_group("leerkrachten")
            .indicator(Indicator {
                kind: Some(IndicatorKind::Effect),
                baseline: Baseline::Known(2.into()),
                target: Some(8.into()),
                unit: "teams".into(),
                source: "registratie".into(),
                ..Indicator::default()
            })
            .consulted("zorgcoördinatoren")
            .means(Means { people: "twee collega's".into(), ..Means::default() })
            .hours(40.into())
            .start(day(1, 5))
            .end(day(6, 30))
            .reviews(Vec::from([day(3, 23)]))
            .why("Zo leren we van elkaar.")
    }

    #[track_caller]
    fn finds(goal: GoalBuilder, expected: &[Reason]) {
        let period = Period::new(day(1, 1), day(12, 31)).unwrap();
        let assessment = assess_goal(&goal.build().unwrap(), &AssessContext::new(TODAY).within(Some(period)));
        assert_eq!(assessment.reasons().collect::<Vec<_>>(), expected);
        for criterion in assessment.criteria() {
            let heavy = criterion.reasons().iter().any(|reason| reason.weight() > Weight::Advice);
            assert_eq!(criterion.verdict() == Verdict::Met, !heavy, "{}", criterion.criterion());
            assert_eq!(assessment.of(criterion.criterion()), criterion);
        }
    }

    #[test]
    fn a_whole_goal_meets_every_criterion_and_an_empty_one_none() {
        finds(whole(), &[]);
        let empty = assess_goal(&Goal::builder("x").build().unwrap(), &AssessContext::new(TODAY));
        assert!(empty.criteria().iter().all(|criterion| criterion.verdict() == Verdict::Missing));
    }

    #[test]
    fn a_placeholder_is_no_answer() {
        finds(whole().actor("tbd"), &[Reason::ActorMissing]);
        finds(whole().why("..."), &[Reason::WhyMissing]);
        finds(whole().consulted_groups(Vec::from(["?".into()])), &[Reason::ConsultedMissing]);
    }

    #[test]
    fn what_is_measured_is_looked_at() {
        let with = |change: fn(&mut Indicator)| {
            let goal = whole().build().unwrap();
            let mut indicator = goal.indicator().clone();
            change(&mut indicator);
            goal.with().indicator(indicator)
        };
        finds(with(|indicator| indicator.target = Some(2.into())), &[Reason::TargetIsBaseline]);
        finds(with(|indicator| indicator.baseline = Baseline::ToMeasure), &[]);
        finds(
            with(|indicator| indicator.baseline = Baseline::ToMeasure).start(Date::constant(2025, 9, 9)),
            &[Reason::BaselineOverdue, Reason::StartOutsidePlan],
        );
        finds(with(|indicator| indicator.baseline = Baseline::Absent), &[Reason::BaselineMissing]);
        finds(with(|indicator| indicator.kind = Some(IndicatorKind::Activity)), &[Reason::IndicatorIsActivity]);
        finds(with(|indicator| indicator.unit.clear()), &[Reason::IndicatorMissing]);
        finds(
            whole().indicator(Indicator::default()),
            &[Reason::IndicatorMissing, Reason::TargetMissing, Reason::BaselineMissing],
        );
    }

    #[test]
    fn who_was_heard_is_someone_else() {
        let own = Vec::from([" Elk schoolteam".into()]);
        finds(whole().consulted_groups(own), &[Reason::ConsultedOnlyActor]);
    }

    #[test]
    fn means_are_named_and_not_nothing() {
        let dependencies = Means { dependencies: "het nieuwe dossier".into(), ..Means::default() };
        finds(whole().means(dependencies), &[Reason::MeansMissing]);
        finds(whole().means(Means::default()).hours(Decimal::ZERO), &[Reason::MeansAreZero]);
        finds(whole().means(Means { budget: Some(100.into()), ..Means::default() }), &[Reason::HoursMissing]);
    }

    #[test]
    fn dates_hold_together() {
        finds(whole().end(day(1, 4)), &[Reason::EndBeforeStart]);
        finds(whole().end(Date::constant(2027, 1, 4)), &[Reason::EndOutsidePlan]);
        finds(whole().start(None), &[Reason::StartMissing]);
        finds(whole().reviews(Vec::new()), &[Reason::ReviewMissing]);
        // A Sunday before the start, and the summer after the end.
        finds(
            whole().reviews(Vec::from([day(1, 4), day(7, 21)])),
            &[Reason::ReviewBeforeStart, Reason::ReviewAfterEnd, Reason::ReviewOnDayOff],
        );
        let past = whole().start(Date::constant(2025, 1, 6)).end(Date::constant(2025, 6, 6)).reviews(Vec::new());
        finds(
            past.clone().status(GoalStatus::Done),
            &[Reason::StartOutsidePlan, Reason::EndOutsidePlan, Reason::ReviewMissing],
        );
        finds(past, &[Reason::StartOutsidePlan, Reason::EndOutsidePlan, Reason::EndIsPast, Reason::ReviewMissing]);
        let mut late = Action { start: Some(day(6, 1)), end: Some(day(7, 1)), ..Action::new("Afronden") };
        finds(whole().actions(Vec::from([late.clone()])), &[Reason::ActionOutsideGoal]);
        late.end = Some(day(5, 1));
        finds(whole().actions(Vec::from([late])), &[Reason::ActionEndBeforeStart]);
    }
}
