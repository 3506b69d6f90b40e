//! The self-check.

pub(super) mod input;
pub(super) mod options;
mod results;

use std::string::String;
use std::vec::Vec;

use tsify::Ts;
use wasm_bindgen::prelude::*;

use super::Thrown;
use super::input::{error, read, texts, thrown, value, write};
use super::options::LanguageOptions;
use crate::chart::Scene;
use crate::content::Texts;
use crate::knoster as domain;
use domain::ResultCode;
use input::{Sheet, questionnaire};
use options::{Chart, EncodeOptions, QuestionnaireOptions, QuestionsOptions, ReportOptions, ScoreOptions, SvgOptions};
use results::{Claim, DecodedAnswers, Profile, Question};

/// The statements of a questionnaire, in the order of the elements.
///
/// Without options: our own 25 statements for `staff`, in `nl-BE`.
///
/// @example
/// ```js
/// const [first] = questions({ lang: "en", perspective: "policy", change: "the new approach" });
/// console.log(first.id, first.element, first.revealsGap); // policy-vision-1 vision false
/// ```
/// @throws OlievlekError `unknown-language`, `unknown-perspective`, `unknown-variant`, `unknown-element`,
/// `invalid-statement`, `statement-count`, `unknown-option`, `invalid-type`
#[wasm_bindgen(js_name = questions)]
pub fn questions(options: Option<Ts<QuestionsOptions>>) -> Thrown<Vec<Ts<Question>>> {
    let options: QuestionsOptions = read(options)?;
    let texts = texts(options.language)?;
    let questionnaire = questionnaire(options.questionnaire)?;
    let change = questionnaire.perspective().change(options.change.as_deref(), &texts);
    questionnaire.statements().iter().map(|statement| write(&Question::new(statement, &texts, change))).collect()
}

/// What the answers say about each element: a score, a status, and a hedged signal where there is a gap.
///
/// `answers` maps statement ids to 1–5 (agreement), `"unknown"` or `"not-applicable"`; statements that are missing,
/// `null` or `undefined` are unanswered. There is no overall grade; `weakest` names where to start.
///
/// @example
/// ```js
/// const profile = scoreAnswers({ answers: { "staff-plan-1": 2, "staff-plan-2": 1, "staff-plan-3": 4 } });
/// console.log(profile.weakest.join()); // plan
/// ```
/// @throws OlievlekError those of `questions`, and `unknown-statement`, `answer-out-of-range`
#[wasm_bindgen(js_name = scoreAnswers)]
pub fn score_answers(options: Ts<ScoreOptions>) -> Thrown<Ts<Profile>> {
    let ScoreOptions { answers, language } = read(Some(options))?;
    let texts = texts(language)?;
    let sheet = Sheet::read(answers.questionnaire, answers.answers)?;
    write(&Profile::new(&sheet.profile(), &texts))
}

/// The answers as a result code: short, typable, checked, without time or identifier.
///
/// @example
/// ```js
/// console.log(encodeAnswers({ answers: { "staff-vision-1": 4 } })); // 20G0-0000-0000-0000-0DJ5
/// ```
/// @throws OlievlekError those of `scoreAnswers`
#[wasm_bindgen(js_name = encodeAnswers)]
pub fn encode_answers(options: Ts<EncodeOptions>) -> Thrown<String> {
    let options: EncodeOptions = read(Some(options))?;
    let sheet = Sheet::read(options.questionnaire, options.answers)?;
    Ok(ResultCode::encode(&sheet.questionnaire, &sheet.answers))
}

/// The answers that a result code holds. Case, spaces and dashes do not matter; `O` reads as `0`, `I` and `L` as `1`.
///
/// A code of a partner's own statements is read with the same `statements`, `perspective` and `variant`; for a code of
/// ours the options are not looked at.
///
/// @example
/// ```js
/// const { perspective, answers } = decodeAnswers("20g0-0000-0000-0000-0dj5");
/// console.log(perspective, answers["staff-vision-1"]); // staff 4
/// ```
/// @throws OlievlekError `code-empty`, `code-character`, `code-length`, `code-check`, `code-version`, `code-edition`,
/// `code-own-statements`, and those of `questions`
#[wasm_bindgen(js_name = decodeAnswers)]
pub fn decode_answers(
    #[wasm_bindgen(unchecked_param_type = "string")] code: JsValue,
    options: Option<Ts<QuestionnaireOptions>>,
) -> Thrown<Ts<DecodedAnswers>> {
    let code: String = value(code, "code")?;
    let options: QuestionnaireOptions = read(options)?;
    let own = if options.statements.is_some() { Some(questionnaire(options)?) } else { None };
    let decoded = ResultCode::decode(&code, own.as_ref()).map_err(thrown)?;
    write(&DecodedAnswers::new(&decoded))
}

/// A report in Markdown: headline, table, what to talk about, what is not known, sources.
///
/// Give `answers` (then the report also has the statements nobody could judge, and the result code) or a `profile`.
///
/// @example
/// ```js
/// const answers = { "staff-plan-1": 2, "staff-plan-2": 1 };
/// const report = profileToMarkdown({ answers, lang: "en", change: "the new approach" });
/// console.log(report.split("\n")[0]); // # Self-check: the new approach
/// const profile = scoreAnswers({ answers, lang: "en" });
/// console.log(profileToMarkdown({ profile, lang: "en" }).includes(profile.headline)); // true
/// ```
/// @throws OlievlekError those of `scoreAnswers`, and `invalid-profile`
#[wasm_bindgen(js_name = profileToMarkdown)]
pub fn profile_to_markdown(options: Ts<ReportOptions>) -> Thrown<String> {
    report(read(Some(options))?, |report| report.to_markdown())
}

/// The same report as plain text, for a mail.
///
/// @throws OlievlekError those of `profileToMarkdown`
#[wasm_bindgen(js_name = profileToText)]
pub fn profile_to_text(options: Ts<ReportOptions>) -> Thrown<String> {
    report(read(Some(options))?, |report| report.to_text())
}

/// The profile as an SVG file that stands alone: bars, a radar, or (by default) one above the other.
///
/// @example
/// ```js
/// const svg = profileToSvg({ answers: { "staff-plan-1": 2, "staff-plan-2": 1 }, chart: "radar", lang: "en" });
/// console.log(svg.slice(0, 4)); // <svg
/// ```
/// @throws OlievlekError those of `profileToMarkdown`, and `unknown-chart`
#[wasm_bindgen(js_name = profileToSvg)]
pub fn profile_to_svg(options: Ts<SvgOptions>) -> Thrown<String> {
    let options: SvgOptions = read(Some(options))?;
    let draw = |report: &domain::Report<'_>| -> Scene {
        match options.chart.unwrap_or_default() {
            Chart::Bars => report.bars(),
            Chart::Radar => report.radar(),
            Chart::Both => report.bars().above(report.radar()),
        }
    };
    report(options.report, |report| draw(report).to_svg())
}

/// What the product says that a reader may want to check, each claim with its sources.
///
/// @example
/// ```js
/// const [claim] = claims({ lang: "en" });
/// console.log(claim.id, claim.sources.length > 0); // model true
/// ```
/// @throws OlievlekError `unknown-language`, `unknown-option`, `invalid-type`
#[wasm_bindgen(js_name = claims)]
pub fn claims(options: Option<Ts<LanguageOptions>>) -> Thrown<Vec<Ts<Claim>>> {
    let texts = texts(read(options)?)?;
    domain::Claim::ALL.into_iter().map(|claim| write(&Claim::new(claim, &texts))).collect()
}

fn report(options: ReportOptions, write: impl FnOnce(&domain::Report<'_>) -> String) -> Thrown<String> {
    let texts: Texts = texts(options.language)?;
    let change = options.change.unwrap_or_default();
    match (options.profile, options.answers) {
        (Some(profile), None) => Ok(write(&domain::Report::new(&profile, &texts).about(&change))),
        (None, Some(answers)) => {
            let sheet = Sheet::read(options.questionnaire, Some(answers))?;
            let profile = sheet.profile();
            let report = domain::Report::new(&profile, &texts).about(&change);
            Ok(write(&report.with_answers(&sheet.questionnaire, &sheet.answers)))
        }
        (profile, _) => {
            let given = if profile.is_some() { "both" } else { "neither" };
            Err(error(
                "invalid-type",
                &["expected either `answers` or `profile`, got ", given].concat(),
                Some("answers"),
            ))
        }
    }
}
