//! Plans of each schema, as files that were written before.

use super::*;

const V0: &str = include_str!("../fixtures/plans/v0.json");
const V0_LIST: &str = include_str!("../fixtures/plans/v0-list.json");
const V1: &str = include_str!("../fixtures/plans/v1.json");
const FUTURE: &str = include_str!("../fixtures/plans/future.json");

#[test]
fn a_plan_of_schema_1_keeps_what_it_does_not_know() {
    let plan = Plan::from_json(V1).unwrap();
    assert!(plan.warnings().iter().all(|warning| !matches!(warning, PlanWarning::NewerSchema(_))));
    let labels = CriterionLabels { acceptable: AcceptableLabel::Acceptabel, inspiring: InspiringLabel::Inclusief };
    assert_eq!(plan.labels(), labels);
    let goal = plan.goals().next().unwrap();
    assert_eq!(goal.indicator().baseline, Baseline::Known("45.5".parse().unwrap()));
    assert_eq!(goal.means().budget, Some(1500.into()));
    let dates: Vec<String> = goal.measurements().iter().map(|measurement| iso(measurement.date)).collect();
    assert_eq!(dates, ["2025-10-01", "2026-01-15"]);
    // The id that came twice, and the one that was missing, are given anew; the others stay.
    let ids: Vec<u32> = plan.goals().map(Goal::id).chain(goal.actions().iter().map(|action| action.id)).collect();
    assert_eq!(ids, [2, 5, 3, 4]);

    let written = tree(&plan.to_json());
    for (pointer, expected) in [
        ("/period/label", "twee schooljaren"),
        ("/labels/measurable", "telbaar"),
        ("/logo/src", "logo.png"),
        ("/strategicGoals/0/owner", "de directie"),
        ("/strategicGoals/0/goals/0/mood", "groen"),
        ("/strategicGoals/0/goals/0/means/room", "B2"),
        ("/strategicGoals/0/goals/0/measurements/1/by", "het kernteam"),
    ] {
        assert_eq!(written.pointer(pointer), Some(&expected.into()), "{pointer}");
    }
    let goal = written.pointer("/strategicGoals/0/goals/0").unwrap();
    assert_eq!(goal.pointer("/actions/0/done"), Some(&true.into()));
    assert_eq!(goal.pointer("/indicator/norm"), Some(&serde_json::Value::Null));
    assert_eq!(goal.pointer("/indicator/target"), Some(&80.into()));
    assert_eq!(Plan::from_json(&plan.to_json()).unwrap(), plan);
}

#[test]
fn a_plan_of_schema_0_loads() {
    for (json, title, goals) in [(V0, "Afspraken van het onthaalteam", 2), (V0_LIST, "", 2)] {
        let plan = Plan::from_json(json).unwrap();
        assert_eq!((plan.title(), plan.goals().count(), plan.is_flat()), (title, goals, true));
        assert_eq!(plan.numbering(), Numbering::Plain);
        let numbers: Vec<String> =
            plan.goals().filter_map(|goal| plan.number(goal.id(), &texts(Language::NlBe))).collect();
        assert_eq!(numbers, ["1", "2"]);
        let again = Plan::from_json(&plan.to_json()).unwrap();
        assert_eq!(again, plan);
    }
    let plan = Plan::from_json(V0).unwrap();
    let goal = plan.goals().nth(1).unwrap();
    assert_eq!((goal.actor(), goal.end()), ("de coördinator", Some(Date::constant(2023, 6, 30))));
    let written = tree(&plan.to_json());
    assert_eq!(written.pointer("/author"), Some(&"het onthaalteam".into()));
    assert_eq!(written.pointer("/strategicGoals/0/goals/1/colour"), Some(&"blue".into()));
}

#[test]
fn a_plan_of_a_newer_schema_loads_with_what_is_understood() {
    let plan = Plan::from_json(FUTURE).unwrap();
    assert_eq!(plan.warnings()[0], PlanWarning::NewerSchema(7));
    let goal = plan.goals().next().unwrap();
    assert_eq!((goal.text(), goal.id()), ("Tegen juni overlegt elk team.", 4));
    assert_eq!((goal.start(), goal.end()), (Some(Date::constant(2031, 9, 1)), None));
    assert_eq!((goal.status(), goal.indicator().unit.as_str()), (GoalStatus::Open, "teams"));
    // All of it comes out again, as other schemas have it.
    assert_eq!(tree(&plan.to_json()), tree(FUTURE));
    assert_eq!(Plan::from_json(&plan.to_json()).unwrap(), plan);
}

#[test]
fn what_is_no_plan_says_where() {
    let refused = |json: &str| Plan::from_json(json).unwrap_err();
    for (json, message) in [
        ("", "expected more JSON, got the end (line 1, character 1)"),
        ("3", "expected an object at ``"),
        (
            r#"{"strategicGoals":[{"goals":[{"means":{"budget":"1.500"}}]}]}"#,
            "expected a number such as `58.5` at `strategicGoals[0].goals[0].means.budget`",
        ),
        (r#"{"schema":"1"}"#, "expected a whole number below a milliard at `schema`"),
        (r#"{"schema":1,"strategicGoals":{}}"#, "expected a list at `strategicGoals`"),
        (r#"{"schema":1,"strategicGoals":[3]}"#, "expected an object at `strategicGoals[0]`"),
        (r#"{"schema":1,"numbering":"roman"}"#, "expected `SD` or `plain` at `numbering`"),
        (
            r#"{"strategicGoals":[{"goals":[{},{"measurements":[{"date":"2026-01-01"}]}]}]}"#,
            "expected a number such as `58.5` at `strategicGoals[0].goals[1].measurements[0].value`",
        ),
        (
            r#"{"schema":1,"period":{"start":"2026-01-02","end":"2026-01-01"}}"#,
            "expected a start and an end, the start not after the end at `period`",
        ),
        (r#"[{"deadline":"soon"}]"#, "expected a date such as `2026-06-30` at `goals[0].deadline`"),
        (
            r#"{"strategicGoals":[{"goals":[{"reviews":["2026-02-30"]}]}]}"#,
            "expected a date such as `2026-06-30` at `strategicGoals[0].goals[0].reviews[0]`",
        ),
    ] {
        assert_eq!(refused(json).to_string(), message, "{json}");
    }
    assert_eq!(refused("{").code(), "plan-json");
    assert_eq!(refused("3").code(), "plan-field");
    let many = format!(r#"{{"strategicGoals":[{}]}}"#, vec!["{}"; 201].join(","));
    assert_eq!(refused(&many), PlanError::TooMany { most: 200 });
    let long = format!(r#"["{}"]"#, "é".repeat(2001));
    assert_eq!(refused(&long).code(), "goal-too-long");
    assert!(Plan::from_json(&long.replacen('é', "", 1)).is_ok());
}
