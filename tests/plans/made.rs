//! Plans that anyone could make.

use olievlek::calendar::{Date, Period};
use olievlek::smarti::{
    AcceptableLabel, Action, Baseline, CriterionLabels, Decimal, Goal, GoalStatus, Indicator, IndicatorKind, Means,
    Measurement, Numbering, Plan,
};
use proptest::prelude::*;
use proptest::sample::select;

/// Text that a person, or someone who means harm, could give.
pub(super) fn hostile() -> impl Strategy<Value = String> {
    let markup: Vec<char> =
        "<>[](){}|`*_~#-+=!&\\/\n\r\t .:1\"'$^@a;,\u{a0}\u{200b}\u{202e}\u{2028}\u{0}\u{fffe}".chars().collect();
    let character = prop_oneof![3 => select(markup), 1 => any::<char>()];
    prop_oneof![
        4 => prop::collection::vec(character, 0..30).prop_map(String::from_iter),
        1 => select(vec!["=1+1", "@SUM(A1)", "<b>x</b>", "| a |", "# kop", "```", "1. een", "-5", "\"", "x\n\n- y"])
            .prop_map(String::from),
    ]
}

pub(super) fn date() -> impl Strategy<Value = Date> {
    (2020_i16..2032, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| Date::constant(year, month, day))
}

pub(super) fn maybe_date() -> impl Strategy<Value = Option<Date>> {
    prop::option::of(date())
}

pub(super) fn decimal() -> impl Strategy<Value = Decimal> {
    (any::<bool>(), 0_u64..1_000_000_000_000, 0_u32..1_000_000).prop_map(|(negative, whole, millionths)| {
        let sign = if negative { "-" } else { "" };
        format!("{sign}{}.{millionths:06}", whole >> (millionths % 40)).parse().unwrap()
    })
}

pub(super) fn indicator() -> impl Strategy<Value = Indicator> {
    let baseline = prop_oneof![Just(Baseline::Absent), Just(Baseline::ToMeasure), decimal().prop_map(Baseline::Known),];
    (prop::option::of(select(IndicatorKind::ALL)), baseline, prop::option::of(decimal()), hostile(), hostile())
        .prop_map(|(kind, baseline, target, unit, source)| Indicator {
            kind,
            baseline,
            target,
            unit,
            source,
            ..Indicator::default()
        })
}

pub(super) fn action() -> impl Strategy<Value = Action> {
    let own = prop::option::of(indicator()).prop_map(|own| own.filter(|own| *own != Indicator::default()));
    (hostile(), hostile(), maybe_date(), maybe_date(), own).prop_map(|(text, who, start, end, indicator)| Action {
        who,
        start,
        end,
        indicator,
        ..Action::new(text)
    })
}

pub(super) fn goal() -> impl Strategy<Value = Goal> {
    let words = (hostile(), hostile(), hostile(), hostile(), hostile());
    let positive =
        || prop::option::of(decimal().prop_map(|number| if number.is_negative() { Decimal::ZERO } else { number }));
    let means = (positive(), positive(), hostile(), hostile()).prop_map(|(hours, budget, people, dependencies)| {
        Means { hours, budget, people, dependencies, ..Means::default() }
    });
    let measurement = (date(), decimal()).prop_map(|(date, value)| Measurement { date, value, extra: Vec::new() });
    let lists = (
        prop::collection::vec(hostile(), 0..3),
        prop::collection::vec(date(), 0..3),
        prop::collection::vec(measurement, 0..4),
        prop::collection::vec(action(), 0..3),
    );
    (words, indicator(), means, (maybe_date(), maybe_date()), lists, select(GoalStatus::ALL)).prop_map(
        |(
            (text, actor, act, group, why),
            indicator,
            means,
            (start, end),
            (heard, reviews, measured, actions),
            status,
        )| {
            let goal = Goal::builder(text).actor(actor).action(act).target_group(group).why(why).indicator(indicator);
            let goal = goal.consulted_groups(heard).means(means).start(start).end(end).reviews(reviews);
            goal.measurements(measured).actions(actions).status(status).build().unwrap()
        },
    )
}

pub(super) fn plan() -> impl Strategy<Value = Plan> {
    let title = || prop_oneof![1 => Just(String::new()), 4 => hostile()];
    let strategic = prop::collection::vec((title(), prop::collection::vec(goal(), 0..4)), 0..4);
    let settings = (title(), prop::option::of((date(), date())), select(Numbering::ALL), select(AcceptableLabel::ALL));
    (settings, strategic).prop_map(|((title, period, numbering, acceptable), strategic)| {
        let mut plan = Plan::new(title);
        plan.set_period(period.map(|(a, b)| Period::new(a.min(b), a.max(b)).unwrap()));
        plan.set_numbering(numbering);
        plan.set_labels(CriterionLabels { acceptable, ..CriterionLabels::default() });
        for (title, goals) in strategic {
            let id = plan.add_strategic_goal(title).unwrap();
            for goal in goals {
                plan.add_goal(id, goal).unwrap();
            }
        }
        plan
    })
}
