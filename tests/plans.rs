//! What holds for every plan, however it was made: numbers, JSON, Markdown, CSV and progress. Runs natively and on wasm32.

#![cfg(feature = "lang-all")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

#[path = "plans/json.rs"]
mod json;
#[path = "plans/made.rs"]
mod made;
#[path = "plans/schemas.rs"]
mod schemas;

use olievlek::calendar::{Date, Period, iso};
use olievlek::content::{Language, Texts};
use olievlek::smarti::json::Value;
use olievlek::smarti::{
    AcceptableLabel, Action, AssessContext, Baseline, CriterionLabels, Decimal, Goal, GoalStatus, Indicator,
    InspiringLabel, Numbering, Plan, PlanError, PlanWarning, Reason, Standing, Verdict, assess_goal, goals_from_text,
    progress,
};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use json::{as_theirs, json};
use made::{date, decimal, goal, hostile, plan};

fn config(cases: u32) -> ProptestConfig {
    // A failing case is printed; a file beside the sources would be no help on wasm32.
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn texts(language: Language) -> Texts {
    Texts::of(language).unwrap()
}

fn tree(json: &str) -> serde_json::Value {
    serde_json::from_str(json).unwrap()
}

/// Everything in a plan, in order: id, number, and which level it is of.
fn listed(plan: &Plan) -> Vec<(u32, String, usize)> {
    let texts = texts(Language::NlBe);
    let mut all = Vec::new();
    for strategic in plan.strategic_goals() {
        all.push((strategic.id(), 0));
        for goal in strategic.goals() {
            all.push((goal.id(), 1));
            all.extend(goal.actions().iter().map(|action| (action.id, 2)));
        }
    }
    all.into_iter().map(|(id, level)| (id, plan.number(id, &texts).unwrap(), level)).collect()
}

/// The numbers that a plan of this shape has, worked out apart from the crate.
fn expected_numbers(plan: &Plan) -> Vec<String> {
    let lettered = plan.numbering() == Numbering::Lettered;
    let flat = plan.strategic_goals().len() == 1 && plan.strategic_goals()[0].title().is_empty();
    let mut numbers = Vec::new();
    for (s, strategic) in plan.strategic_goals().iter().enumerate() {
        numbers.push(format!("{}{}", if lettered { "SD" } else { "" }, s + 1));
        for (g, goal) in strategic.goals().iter().enumerate() {
            let parent = if flat { String::new() } else { format!("{}.", s + 1) };
            let number = format!("{}{parent}{}", if lettered { "OD" } else { "" }, g + 1);
            numbers.push(number.clone());
            numbers.extend((0..goal.actions().len()).map(|a| format!("{number}.{}", a + 1)));
        }
    }
    numbers
}

#[derive(Clone, Debug)]
enum Step {
    AddStrategic(String),
    AddGoal(Index),
    AddAction(Index),
    Remove(Index),
    Up(Index),
    Down(Index),
    To(Index, Index, usize),
    Replace(Index),
}

fn step() -> impl Strategy<Value = Step> {
    let at = any::<Index>;
    prop_oneof![
        "[a-z]{0,3}".prop_map(Step::AddStrategic),
        at().prop_map(Step::AddGoal),
        at().prop_map(Step::AddAction),
        at().prop_map(Step::Remove),
        at().prop_map(Step::Up),
        at().prop_map(Step::Down),
        (at(), at(), 0_usize..6).prop_map(|(what, parent, index)| Step::To(what, parent, index)),
        at().prop_map(Step::Replace),
    ]
}

/// Does a step, and checks what it must do to the order.
fn take(plan: &mut Plan, step: Step) {
    let before = listed(plan);
    let pick = |index: Index| if before.is_empty() { 999 } else { before[index.index(before.len())].0 };
    let level = |id| before.iter().find(|(known, ..)| *known == id).map(|(.., level)| *level);
    match step {
        Step::AddStrategic(title) => {
            let id = plan.add_strategic_goal(title).unwrap();
            assert!(level(id).is_none(), "an id was given twice");
        }
        Step::AddGoal(index) => {
            let parent = pick(index);
            let added = plan.add_goal(parent, Goal::builder("g").build().unwrap());
            assert_eq!(added.is_ok(), level(parent) == Some(0));
            if let Ok(id) = added {
                assert_eq!(plan.strategic_goal(parent).unwrap().goals().last().unwrap().id(), id);
            }
        }
        Step::AddAction(index) => {
            let parent = pick(index);
            let added = plan.add_action(parent, Action::new("a"));
            assert_eq!(added.is_ok(), level(parent) == Some(1));
        }
        Step::Remove(index) => {
            let id = pick(index);
            assert_eq!(plan.remove(id).is_ok(), level(id).is_some());
            assert_eq!(plan.number(id, &texts(Language::NlBe)), None);
        }
        Step::Up(index) | Step::Down(index) if level(pick(index)).is_none() => {
            assert_eq!(plan.move_up(pick(index)), Err(PlanError::UnknownId(999)));
        }
        Step::Up(index) => {
            let id = pick(index);
            let copy = plan.clone();
            let moved = plan.move_up(id).unwrap();
            assert_eq!(moved, *plan != copy);
            // Down again is back, since both cross into the neighbour's list at the same edge.
            if moved {
                let mut back = plan.clone();
                assert!(back.move_down(id).unwrap());
                assert_eq!(back, copy);
            }
        }
        Step::Down(index) => {
            let copy = plan.clone();
            assert_eq!(plan.move_down(pick(index)).unwrap(), *plan != copy);
        }
        Step::To(what, parent, index) => {
            let (id, parent) = (pick(what), pick(parent));
            let copy = plan.clone();
            let fits = level(id) == Some(0) || level(id).zip(level(parent)).is_some_and(|(a, b)| a == b + 1);
            let moved = plan.move_to(id, parent, index);
            assert_eq!(moved.is_ok(), fits, "{moved:?}");
            let siblings: Vec<u32> = match level(id) {
                _ if !fits => {
                    assert_eq!(*plan, copy);
                    return;
                }
                Some(0) => plan.strategic_goals().iter().map(|strategic| strategic.id()).collect(),
                Some(1) => plan.strategic_goal(parent).unwrap().goals().iter().map(Goal::id).collect(),
                _ => plan.goal(parent).unwrap().actions().iter().map(|action| action.id).collect(),
            };
            assert_eq!(siblings.iter().position(|known| *known == id), Some(index.min(siblings.len() - 1)));
        }
        Step::Replace(index) => {
            let id = pick(index);
            let new = Goal::builder("new").actions(vec![Action::new("one"), Action::new("two")]).build().unwrap();
            assert_eq!(plan.replace_goal(id, new).is_ok(), level(id) == Some(1));
        }
    }
}

/// Adds a field to every object of a plan, but not within those that it adds.
fn add_everywhere(value: &mut Value, name: &str, added: &Value, places: &mut usize) {
    match value {
        Value::List(entries) => entries.iter_mut().for_each(|entry| add_everywhere(entry, name, added, places)),
        Value::Object(fields) => {
            fields.iter_mut().for_each(|(_, value)| add_everywhere(value, name, added, places));
            fields.push((name.into(), added.clone()));
            *places += 1;
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn numbers_follow_the_order_after_anything_that_is_done(steps in prop::collection::vec(step(), 0..40), plain in any::<bool>()) {
        let mut plan = Plan::new("P");
        plan.set_numbering(if plain { Numbering::Plain } else { Numbering::Lettered });
        for step in steps {
            take(&mut plan, step);
            let listed = listed(&plan);
            let numbers: Vec<String> = listed.iter().map(|(_, number, _)| number.clone()).collect();
            prop_assert_eq!(numbers, expected_numbers(&plan));
            let mut ids: Vec<u32> = listed.iter().map(|(id, ..)| *id).collect();
            ids.sort_unstable();
            ids.dedup();
            prop_assert_eq!(ids.len(), listed.len());
            prop_assert!(!ids.contains(&0));
        }
        prop_assert_eq!(&Plan::from_json(&plan.to_json()).unwrap(), &plan);
    }

    #[test]
    fn what_is_written_as_json_is_read_back(plan in plan()) {
        let json = plan.to_json();
        prop_assert_eq!(&Plan::from_json(&json).unwrap(), &plan);
        let ours: Value = plan.to_value();
        prop_assert_eq!(as_theirs(&ours), tree(&json));
    }

    #[test]
    fn fields_that_nobody_knows_survive(plan in plan(), value in json(), name in "x-[a-z]{1,5}") {
        let mut with = plan.to_value();
        let mut places = 0;
        add_everywhere(&mut with, &name, &value, &mut places);
        let read = Plan::from_json(&with.to_json()).unwrap();
        prop_assert_eq!(as_theirs(&read.to_value()), as_theirs(&with));
        prop_assert!(places >= 2);
        // And they change nothing of what is known.
        prop_assert_eq!(listed(&read), listed(&plan));
    }

    #[test]
    fn typed_text_is_never_markup(plan in plan()) {
        let texts = texts(Language::En);
        let markdown = plan.to_markdown(&texts);
        let (mut headings, mut cells, mut level) = (Vec::new(), 0, None);
        for event in Parser::new_ext(&markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Start(Tag::Heading { level: at, .. }) => {
                    level = Some(at);
                    headings.push(String::new());
                }
                Event::End(TagEnd::Heading(_)) => level = None,
                Event::Start(Tag::TableCell) => cells += 1,
                Event::Text(text) => {
                    if level.is_some() {
                        headings.last_mut().unwrap().push_str(&text);
                    }
                }
                Event::Start(Tag::Paragraph | Tag::Table(_) | Tag::TableHead | Tag::TableRow) | Event::End(_) => {}
                other => prop_assert!(false, "{other:?} in\n{markdown}"),
            }
        }
        let flat = plan.is_flat();
        let goals = plan.goals().count();
        let strategic = if flat { 0 } else { plan.strategic_goals().len() };
        prop_assert_eq!(headings.len(), 1 + goals + strategic, "{}", markdown);
        let actions = plan.goals().filter(|goal| !goal.actions().is_empty()).map(|goal| 6 * (goal.actions().len() + 1));
        prop_assert!(cells >= actions.sum::<usize>());
        let squeeze = |text: &str| text.chars().filter(|c| !c.is_whitespace() && !c.is_control() && *c != '\u{fffd}').collect::<String>();
        for goal in plan.goals() {
            let wanted = squeeze(goal.text());
            prop_assert!(headings.iter().any(|heading| squeeze(heading).ends_with(&wanted)), "{:?} in {:?}", wanted, headings);
        }
    }

    #[test]
    fn another_reader_finds_every_row_of_the_csv(plan in plan()) {
        let csv = plan.to_csv(&texts(Language::NlBe));
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let names: Vec<String> = reader.headers().unwrap().iter().map(String::from).collect();
        let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
        let cell = |row: &csv::StringRecord, name: &str| row[names.iter().position(|known| known == name).unwrap()].to_owned();
        let flat = plan.is_flat();
        let expected: Vec<(u32, String, usize)> = listed(&plan).into_iter().filter(|(.., level)| !flat || *level > 0).collect();
        prop_assert_eq!(rows.len(), expected.len());
        for (row, (id, number, level)) in rows.iter().zip(expected) {
            prop_assert_eq!(row.len(), names.len());
            prop_assert_eq!(cell(row, "number"), number);
            prop_assert_eq!(cell(row, "level"), ["strategic", "operational", "action"][level]);
            let text = match level {
                0 => plan.strategic_goal(id).unwrap().title(),
                1 => plan.goal(id).unwrap().text(),
                _ => &plan.action(id).unwrap().text,
            };
            let written = cell(row, "text");
            prop_assert!(written == text || written.strip_prefix('\'') == Some(text));
            for name in ["text", "actor", "action", "targetGroup", "unit", "source", "consulted", "people", "dependencies", "why"] {
                prop_assert!(!cell(row, name).trim_start().starts_with(['=', '+', '-', '@']), "a formula in {}", name);
            }
            if let Some(goal) = plan.goal(id).filter(|_| level == 1) {
                let target = goal.indicator().target.map(|target| target.to_string()).unwrap_or_default();
                prop_assert_eq!(cell(row, "target"), target);
                prop_assert_eq!(cell(row, "end"), goal.end().map(iso).unwrap_or_default());
            }
        }
    }

    #[test]
    fn an_assessment_never_passes_what_is_empty(goal in goal(), today in date()) {
        let assessment = assess_goal(&goal, &AssessContext::new(today));
        for criterion in assessment.criteria() {
            for reason in criterion.reasons() {
                prop_assert_eq!(reason.criterion(), criterion.criterion());
            }
        }
        let [specific, measurable, acceptable, _, time_bound, inspiring] = assessment.criteria().clone().map(|c| c.verdict());
        prop_assert!(specific != Verdict::Met || !goal.actor().is_empty() && !goal.action().is_empty() && !goal.target_group().is_empty());
        prop_assert!(measurable != Verdict::Met || goal.indicator().target.is_some() && goal.indicator().baseline != Baseline::Absent);
        prop_assert!(acceptable != Verdict::Met || !goal.consulted().is_empty());
        prop_assert!(time_bound != Verdict::Met || goal.start() <= goal.end() && goal.start().is_some());
        prop_assert!(inspiring != Verdict::Met || !goal.why().is_empty());
        let past = goal.end().is_some_and(|end| end < today) && goal.status() == GoalStatus::Open;
        prop_assert_eq!(assessment.reasons().any(|reason| reason == Reason::EndIsPast), past);
    }

    #[test]
    fn more_is_never_a_worse_standing(
        baseline in 0_u32..1000, up in any::<bool>(), way in 1_u32..1000, day in 1_i8..=28, first in 0_u32..2000, more in 0_u32..1000,
    ) {
        let target = if up { baseline + way } else { baseline.saturating_sub(way) };
        prop_assume!(target != baseline);
        let start = Date::constant(2025, 9, 1);
        let standing = |value: u32| {
            let indicator = Indicator { baseline: Baseline::Known(baseline.into()), target: Some(target.into()), ..Indicator::default() };
            let goal = Goal::builder("x").indicator(indicator).start(start).end(Date::constant(2025, 10, 31));
            let measured = Date::constant(2025, 10, day);
            progress(&goal.measured(measured, value.into()).build().unwrap(), measured)
        };
        let rank = |value: u32| match standing(value).standing() {
            Standing::Behind => 0,
            Standing::OnTrack => 1,
            Standing::Reached => 2,
            Standing::CannotTellYet(why) => panic!("{why}"),
        };
        let (near, far) = if up { (first, first + more) } else { (first, first.saturating_sub(more)) };
        prop_assert!(rank(near) <= rank(far));
        // Against the formula in floating point, away from the edge.
        let (days, total) = standing(first).days().unwrap();
        let due = f64::from(baseline) + (f64::from(target) - f64::from(baseline)) * f64::from(days) / f64::from(total);
        let expected: f64 = standing(first).expected().unwrap().to_string().parse().unwrap();
        prop_assert!((expected - due).abs() < 1e-5);
    }

    #[test]
    fn nothing_that_was_pasted_is_lost(lines in prop::collection::vec("[A-Z][a-z]{2,8}( [a-z]{2,8}){0,4}\\.?", 0..8), mark in select(vec!["", "- ", "\u{2022} ", "* "])) {
        let text: String = lines.iter().map(|line| format!("{mark}{line}\n")).collect();
        let pasted: Vec<String> = goals_from_text(&text).into_iter().map(|goal| goal.text).collect();
        prop_assert_eq!(pasted, lines);
    }

    #[test]
    fn whatever_is_pasted_comes_back_in_words(text in hostile()) {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic() && !c.is_ascii()).collect::<String>();
        let pasted: String = goals_from_text(&text).into_iter().map(|goal| goal.text).collect();
        prop_assert_eq!(letters(&pasted), letters(&text));
    }

    #[test]
    fn a_number_is_read_back_in_every_language(number in decimal()) {
        for language in Language::ALL {
            prop_assert_eq!(Decimal::parse(&number.to_text(language), language).unwrap(), number);
        }
        prop_assert_eq!(number.to_string().parse::<Decimal>().unwrap(), number);
    }
}

#[test]
fn what_is_public_goes_between_threads() {
    fn goes<T: Send + Sync>() {}
    goes::<Plan>();
    goes::<Goal>();
    goes::<Value>();
    goes::<PlanError>();
}

// Texts.

#[test]
fn everything_that_is_found_has_a_text_in_every_language() {
    for language in Language::ALL {
        let texts = texts(language);
        for reason in Reason::ALL {
            assert!(reason.text(&texts).contains(' '), "{language}, {reason}");
        }
        for unclear in olievlek::smarti::Unclear::ALL {
            assert!(Standing::CannotTellYet(*unclear).text(&texts).contains(' '), "{language}, {unclear}");
        }
        for standing in [Standing::Reached, Standing::OnTrack, Standing::Behind] {
            assert!(standing.text(&texts).contains(' '), "{language}, {standing:?}");
        }
        let mut plan = Plan::new("P");
        let strategic = plan.add_strategic_goal("S").unwrap();
        let goal = plan.add_goal(strategic, Goal::builder("G").build().unwrap()).unwrap();
        for warning in [
            PlanWarning::TooManyOpenGoals { open: 6 },
            PlanWarning::NoGoals(strategic),
            PlanWarning::NoText(goal),
            PlanWarning::NoIndicator(goal),
            PlanWarning::NoEnd(goal),
            PlanWarning::OutsidePlan(goal),
            PlanWarning::Duplicate { goal, first: goal },
            PlanWarning::NewerSchema(9),
        ] {
            let text = warning.text(&plan, &texts);
            assert!(text.contains(' ') && !text.contains('{'), "{language}, {}: {text}", warning.id());
            if let Some(item) = warning.item() {
                assert!(text.contains(&plan.number(item, &texts).unwrap()), "{language}: {text}");
            }
        }
    }
}

#[test]
fn warnings_name_what_is_worth_a_look() {
    let mut plan = Plan::new("P");
    plan.set_period(Some(Period::new(Date::constant(2025, 9, 1), Date::constant(2026, 8, 31)).unwrap()));
    let (full, empty) = (plan.add_strategic_goal("S").unwrap(), plan.add_strategic_goal("T").unwrap());
    let indicator = Indicator { unit: "teams".into(), target: Some(3.into()), ..Indicator::default() };
    let goal = |text: &str| Goal::builder(text).indicator(indicator.clone()).end(Date::constant(2026, 6, 30));
    let ids: Vec<u32> =
        (0..5).map(|n| plan.add_goal(full, goal(&format!("Doel {n}")).build().unwrap()).unwrap()).collect();
    assert_eq!(plan.warnings(), [PlanWarning::NoGoals(empty)]);

    let same = plan.add_goal(empty, goal("doel 0.").build().unwrap()).unwrap();
    let expected = [PlanWarning::TooManyOpenGoals { open: 6 }, PlanWarning::Duplicate { goal: same, first: ids[0] }];
    assert_eq!(plan.warnings(), expected);

    // What is done is not open, and no double of anything.
    let done = plan.goal(same).unwrap().with().status(GoalStatus::Done).build().unwrap();
    plan.replace_goal(same, done).unwrap();
    assert_eq!(plan.warnings(), []);

    let late = plan.goal(ids[1]).unwrap().with().end(Date::constant(2026, 9, 1)).build().unwrap();
    plan.replace_goal(ids[1], late).unwrap();
    let bare = plan.goal(ids[2]).unwrap().with().end(None).indicator(Indicator::default()).text(" ").build().unwrap();
    plan.replace_goal(ids[2], bare).unwrap();
    let expected = [
        PlanWarning::OutsidePlan(ids[1]),
        PlanWarning::NoText(ids[2]),
        PlanWarning::NoIndicator(ids[2]),
        PlanWarning::NoEnd(ids[2]),
    ];
    assert_eq!(plan.warnings(), expected);
}
