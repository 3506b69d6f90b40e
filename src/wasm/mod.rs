//! The JavaScript API: read, call the domain, write.
//!
//! Plain objects in camelCase come in and go out. Anything that is wrong with them is thrown as a plain
//! `{code, message, field?}`, which the package turns into an `OlievlekError`.

#![allow(unreachable_pub, reason = "what is exported to JavaScript must be `pub`, though no Rust user reaches it")]

mod input;
mod types;

use std::string::String;
use std::vec::Vec;

use tsify::Ts;
use wasm_bindgen::prelude::*;

use crate::content::Texts;
use crate::knoster::{Claim, Profile, Report, ResultCode};
use input::{Sheet, options, questionnaire, texts, write};
use types::{
    Answers, Chart, ClaimResult, DecodeOptions, DecodedAnswers, ElementResult, EncodeOptions, LanguageOptions,
    ProfileResult, Question, QuestionsOptions, ReportOptions, ScoreOptions, SvgOptions,
};

/// What an exported function throws.
type Thrown<T> = Result<T, JsValue>;

/// The statements of a questionnaire, in the order of the elements.
///
/// Without options: our own 25 statements for `staff`, in `nl-BE`.
///
/// @example
/// ```js
/// const list = questions({ lang: "en", perspective: "policy", change: "the new approach" });
/// list[0]; // { id: "policy-vision-1", element: "vision", text: "…", revealsGap: false }
/// ```
/// @throws OlievlekError `unknown-language`, `unknown-perspective`, `unknown-variant`, `invalid-statement`,
/// `statement-count`, `unknown-option`, `invalid-type`
#[wasm_bindgen(js_name = questions)]
pub fn questions(given: Option<Ts<QuestionsOptions>>) -> Thrown<Vec<Ts<Question>>> {
    let given = options(given, QuestionsOptions::FIELDS)?;
    let texts = texts(given.lang.as_deref())?;
    let questionnaire = questionnaire(given.perspective, given.variant, given.statements)?;
    let change = questionnaire.perspective().change(given.change.as_deref(), &texts);
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
/// profile.weakest; // ["plan"]
/// ```
/// @throws OlievlekError those of `questions`, and `unknown-statement`, `answer-out-of-range`
#[wasm_bindgen(js_name = scoreAnswers)]
pub fn score_answers(given: Ts<ScoreOptions>) -> Thrown<Ts<ProfileResult>> {
    let given = options(Some(given), ScoreOptions::FIELDS)?;
    let texts = texts(given.lang.as_deref())?;
    let sheet = Sheet::read(given.perspective, given.variant, given.statements, given.answers)?;
    let profile = Profile::new(&sheet.questionnaire, &sheet.answers);
    write(&ProfileResult::new(&profile, &texts))
}

/// The answers as a result code: short, typable, checked, without time or identifier.
///
/// @example
/// ```js
/// encodeAnswers({ answers: { "staff-vision-1": 4 } }); // "2040-0000-0000-0000-0H7P", say
/// ```
/// @throws OlievlekError those of `scoreAnswers`
#[wasm_bindgen(js_name = encodeAnswers)]
pub fn encode_answers(given: Ts<EncodeOptions>) -> Thrown<String> {
    let given = options(Some(given), EncodeOptions::FIELDS)?;
    let sheet = Sheet::read(given.perspective, given.variant, given.statements, given.answers)?;
    Ok(ResultCode::encode(&sheet.questionnaire, &sheet.answers))
}

/// The answers that a result code holds. Case, spaces and dashes do not matter; `O` reads as `0`, `I` and `L` as `1`.
///
/// A code of a partner's own statements is read with the same `statements`, `perspective` and `variant`.
///
/// @example
/// ```js
/// const { perspective, variant, answers } = decodeAnswers(code);
/// ```
/// @throws OlievlekError `code-empty`, `code-character`, `code-length`, `code-check`, `code-version`, `code-edition`,
/// `code-own-statements`, and those of `questions`
#[wasm_bindgen(js_name = decodeAnswers)]
pub fn decode_answers(code: &str, given: Option<Ts<DecodeOptions>>) -> Thrown<Ts<DecodedAnswers>> {
    let given = options(given, DecodeOptions::FIELDS)?;
    let own = match given.statements {
        Some(statements) => Some(questionnaire(given.perspective, given.variant, Some(statements))?),
        None => None,
    };
    let read = ResultCode::decode(code, own.as_ref()).map_err(input::thrown)?;
    write(&DecodedAnswers {
        version: 1,
        perspective: read.questionnaire().perspective().id(),
        variant: read.questionnaire().variant().id(),
        answers: Answers::of(read.questionnaire(), read.answers()),
    })
}

/// A report in Markdown: headline, table, what to talk about, what is not known, sources.
///
/// Give `answers` (then the report also has the statements nobody could judge, and the result code) or a `profile`.
///
/// @example
/// ```js
/// profileToMarkdown({ answers, lang: "fr", change: "la nouvelle approche" });
/// profileToMarkdown({ profile: scoreAnswers({ answers }) });
/// ```
/// @throws OlievlekError those of `scoreAnswers`, and `invalid-profile`
#[wasm_bindgen(js_name = profileToMarkdown)]
pub fn profile_to_markdown(given: Ts<ReportOptions>) -> Thrown<String> {
    let given = options(Some(given), ReportOptions::FIELDS)?;
    report(given, |report| report.to_markdown())
}

/// The same report as plain text, for a mail.
///
/// @throws OlievlekError those of `profileToMarkdown`
#[wasm_bindgen(js_name = profileToText)]
pub fn profile_to_text(given: Ts<ReportOptions>) -> Thrown<String> {
    let given = options(Some(given), ReportOptions::FIELDS)?;
    report(given, |report| report.to_text())
}

/// The profile as an SVG file that stands alone: bars, a radar, or (by default) one above the other.
///
/// @example
/// ```js
/// const svg = profileToSvg({ answers, chart: "radar", lang: "en" });
/// ```
/// @throws OlievlekError those of `profileToMarkdown`, and `unknown-chart`
#[wasm_bindgen(js_name = profileToSvg)]
pub fn profile_to_svg(given: Ts<SvgOptions>) -> Thrown<String> {
    let given = options(Some(given), SvgOptions::FIELDS)?;
    let chart = Chart::read(given.chart.as_deref())?;
    report(given.report, |report| chart.scene(report).to_svg())
}

/// What the product says that a reader may want to check, each claim with its sources.
///
/// @example
/// ```js
/// claims({ lang: "en" })[0].sources[0].url;
/// ```
/// @throws OlievlekError `unknown-language`
#[wasm_bindgen(js_name = claims)]
pub fn claims(given: Option<Ts<LanguageOptions>>) -> Thrown<Vec<Ts<ClaimResult>>> {
    let given = options(given, LanguageOptions::FIELDS)?;
    let texts = texts(given.lang.as_deref())?;
    Claim::ALL.into_iter().map(|claim| write(&ClaimResult::new(claim, &texts))).collect()
}

fn report(given: ReportOptions, write: impl FnOnce(&Report<'_>) -> String) -> Thrown<String> {
    let texts: Texts = texts(given.lang.as_deref())?;
    let change = given.change.unwrap_or_default();
    match (given.profile, given.answers) {
        (Some(profile), None) => {
            let profile = ElementResult::profile(&profile).ok_or_else(|| {
                input::error("invalid-profile", "expected a profile as `scoreAnswers` returns it", Some("profile"))
            })?;
            Ok(write(&Report::new(&profile, &texts).about(&change)))
        }
        (None, Some(answers)) => {
            let sheet = Sheet::read(given.perspective, given.variant, given.statements, answers)?;
            let profile = Profile::new(&sheet.questionnaire, &sheet.answers);
            Ok(write(&Report::new(&profile, &texts).about(&change).with_answers(&sheet.questionnaire, &sheet.answers)))
        }
        _ => Err(input::error("invalid-type", "expected either `answers` or `profile`", Some("answers"))),
    }
}
