//! Goals and the plans they stand in.

mod options;
mod reading;
mod results;

use std::string::String;
use std::vec::Vec;

use tsify::Ts;
use wasm_bindgen::prelude::*;

use super::Thrown;
use super::calendar::required_day;
use super::input::{read, texts, thrown, value, write};
use super::options::LanguageOptions;
use crate::smarti as domain;
use domain::{AssessContext, Goal, Plan};
use options::{AssessOptions, ReadOptions, plan_error};
use reading::GoalReading;
use results::{CheckedPlan, GoalAssessment, GoalProgress, PastedGoal};

/// What the words of a goal show, letter by letter: which words carry it, and what would help.
///
/// It reads the words and nothing else: it never says that a goal is realistic, or that people support it. Dutch and
/// English are read.
///
/// @example
/// ```js
/// const text = "Tegen eind mei maakt het zorgteam samen met de leerlingen één folder over pesten.";
/// const { criteria, actor, deadline, next } = readGoal(text, { lang: "nl-BE", today: "2024-10-01" });
/// console.log(criteria.measurable.evidence, actor.text, deadline.date); // present het zorgteam 2025-05-31
/// const [{ start, end }] = criteria.acceptable.spans;
/// console.log(text.slice(start, end), next.criterion); // samen met de leerlingen inspiring
/// ```
/// @throws OlievlekError `reading-language`, `date-not-iso`, `unknown-language`, `unknown-option`, `invalid-type`
#[wasm_bindgen(js_name = readGoal)]
pub fn read_goal(
    #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
    options: Ts<ReadOptions>,
) -> Thrown<Ts<GoalReading>> {
    let text: String = value(text, "text")?;
    let options: ReadOptions = read(Some(options))?;
    let today = required_day(options.today, "today")?;
    let texts = texts(options.language)?;
    let reading = reading::read(&text, texts.language(), options.words.as_deref(), today).map_err(thrown)?;
    write(&GoalReading::new(&text, &reading, &texts))
}

/// What the fields of a goal carry, letter by letter, and what they lack.
///
/// Only fields count, not the sentence: `readGoal` reads that. What only people can judge is asked in `selfChecks`, and
/// never passed by a machine.
///
/// @example
/// ```js
/// const goal = { text: "Elk team overlegt wekelijks", actor: "elk team", start: "2025-09-01", end: "2025-06-30" };
/// const { criteria } = assessGoal(goal, { today: "2025-08-20", lang: "en" });
/// console.log(criteria.specific.verdict, criteria.specific.reasons[0].id); // partly action-missing
/// console.log(criteria.timeBound.reasons[0].id); // end-before-start
/// ```
/// @throws OlievlekError `plan-field`, `plan-too-many`, `goal-too-long`, `goal-negative`, `date-not-iso`,
/// `period-reversed`, `unknown-language`, `unknown-option`, `invalid-type`
#[wasm_bindgen(js_name = assessGoal)]
pub fn assess_goal(
    #[wasm_bindgen(unchecked_param_type = "Goal")] goal: JsValue,
    options: Ts<AssessOptions>,
) -> Thrown<Ts<GoalAssessment>> {
    let goal: Goal = value(goal, "goal")?;
    let options: AssessOptions = read(Some(options))?;
    let today = required_day(options.today, "today")?;
    let texts = texts(options.language)?;
    let assessment = domain::assess_goal(&goal, &AssessContext::new(today).within(options.period));
    write(&GoalAssessment::new(&assessment, &texts))
}

/// How a goal stands against its target, by what was measured, and how that was worked out.
///
/// Progress is taken to be even from the baseline on the first day to the target on the last: an assumption, and a change
/// often starts slowly. Where it cannot be told, `reason` says why.
///
/// @example
/// ```js
/// const goal = {
///   text: "Van 20 naar 60 dossiers met een terugblik", start: "2025-09-01", end: "2025-09-21",
///   indicator: { baseline: 20, target: 60 }, measurements: [{ date: "2025-09-11", value: 38 }],
/// };
/// const { standing, measured, expected } = goalProgress(goal, { today: "2025-09-12" });
/// console.log(standing, measured.value, expected); // behind 38 40
/// ```
/// @throws OlievlekError those of `assessGoal`
#[wasm_bindgen(js_name = goalProgress)]
pub fn goal_progress(
    #[wasm_bindgen(unchecked_param_type = "Goal")] goal: JsValue,
    options: Ts<AssessOptions>,
) -> Thrown<Ts<GoalProgress>> {
    let goal: Goal = value(goal, "goal")?;
    let options: AssessOptions = read(Some(options))?;
    let today = required_day(options.today, "today")?;
    let texts = texts(options.language)?;
    write(&GoalProgress::new(&domain::progress(&goal, today), &texts))
}

/// A plan as it is read: with an id for each part, in the form of today, with numbers and warnings.
///
/// Plans of older forms, such as a list of sentences, are read too. Fields that are not known are kept.
///
/// @example
/// ```js
/// const { plan, numbers, warnings } = checkPlan({
///   title: "Jaaractieplan", strategicGoals: [{ title: "Sterke teams", goals: [{ text: "Elk team overlegt wekelijks" }] }],
/// });
/// const [goal] = plan.strategicGoals[0].goals;
/// console.log(numbers[goal.id], warnings.map(({ id }) => id).join(" ")); // OD1.1 no-indicator no-end
/// ```
/// @throws OlievlekError `plan-field`, `plan-too-many`, `goal-too-long`, `goal-negative`,
/// `unknown-language`, `unknown-option`, `invalid-type`
#[wasm_bindgen(js_name = checkPlan)]
pub fn check_plan(
    #[wasm_bindgen(unchecked_param_type = "Plan")] plan: JsValue,
    options: Option<Ts<LanguageOptions>>,
) -> Thrown<Ts<CheckedPlan>> {
    let plan: Plan = value(plan, "plan")?;
    let texts = texts(read(options)?)?;
    write(&CheckedPlan::new(&plan, &texts)?)
}

/// A plan in Markdown, numbered, with the fields of each goal.
///
/// @example
/// ```js
/// const plan = { title: "Jaaractieplan", strategicGoals: [{ title: "Sterke teams", goals: [] }] };
/// console.log(planToMarkdown(plan).split("\n")[0]); // # Jaaractieplan
/// ```
/// @throws OlievlekError those of `checkPlan`
#[wasm_bindgen(js_name = planToMarkdown)]
pub fn plan_to_markdown(
    #[wasm_bindgen(unchecked_param_type = "Plan")] plan: JsValue,
    options: Option<Ts<LanguageOptions>>,
) -> Thrown<String> {
    let plan: Plan = value(plan, "plan")?;
    Ok(plan.to_markdown(&texts(read(options)?)?))
}

/// A plan as CSV (RFC 4180), a row for each goal and action; what would be a formula in a spreadsheet is made text.
///
/// @throws OlievlekError those of `checkPlan`
#[wasm_bindgen(js_name = planToCsv)]
pub fn plan_to_csv(
    #[wasm_bindgen(unchecked_param_type = "Plan")] plan: JsValue,
    options: Option<Ts<LanguageOptions>>,
) -> Thrown<String> {
    let plan: Plan = value(plan, "plan")?;
    Ok(plan.to_csv(&texts(read(options)?)?))
}

/// A plan out of a file, as `checkPlan` gives one: JSON, or what `planToMarkdown` and `planToCsv` write.
///
/// A table may be as a spreadsheet saved it: with semicolons or tabs, dates such as `30/06/2026` and decimal commas. In
/// Markdown the names of fields are in the language of the options.
///
/// @example
/// ```js
/// const { plan } = planFromFile("level;text;end\noperational;Elk team overlegt wekelijks;30/06/2027");
/// console.log(plan.strategicGoals[0].goals[0].end); // 2027-06-30
/// ```
/// @throws OlievlekError `plan-json` where the text is no file of ours, and those of `checkPlan`
#[wasm_bindgen(js_name = planFromFile)]
pub fn plan_from_file(
    #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
    options: Option<Ts<LanguageOptions>>,
) -> Thrown<Ts<CheckedPlan>> {
    let text: String = value(text, "text")?;
    let texts = texts(read(options)?)?;
    let plan = Plan::from_file(&text, &texts).map_err(|fault| plan_error(&fault, "text"))?;
    write(&CheckedPlan::new(&plan, &texts)?)
}

/// Pasted text taken apart into goals: by lines, bullets, numbers and codes such as `OD1.2`.
///
/// @example
/// ```js
/// const goals = goalsFromText("SD1: Sterke teams\n- OD1.1 Elk team overlegt\n- OD1.2 Er is een visie");
/// console.log(goals.map(({ level, text }) => `${level}: ${text}`).join(" | ")); // strategic: Sterke teams | operational: Elk team overlegt | operational: Er is een visie
/// ```
/// @throws OlievlekError `invalid-type`
#[wasm_bindgen(js_name = goalsFromText)]
pub fn goals_from_text(#[wasm_bindgen(unchecked_param_type = "string")] text: JsValue) -> Thrown<Vec<Ts<PastedGoal>>> {
    let text: String = value(text, "text")?;
    domain::goals_from_text(&text).iter().map(|goal| write(&PastedGoal::new(goal))).collect()
}
