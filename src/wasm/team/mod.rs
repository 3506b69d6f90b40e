//! What a team answered.

mod options;
mod profile;
mod results;

use js_sys::{ArrayBuffer, Uint8Array};
use std::string::String;
use tsify::Ts;
use wasm_bindgen::prelude::*;

use super::Thrown;
use super::input::{read, thrown, write, wrong_type};
use super::knoster::input::questionnaire_if_any;
use crate::content::Texts;
use crate::team::{Charset, ReadOptions, read_responses};
use options::ResponsesOptions;
use profile::{TeamProfile, TeamProfileOptions};
use results::ResponsesReading;

/// Responses out of what people already have: result codes in any text, our own JSON and CSV, and exports of Google Forms,
/// LimeSurvey, Microsoft Forms and Excel.
///
/// Text, or the bytes of a file: then UTF-8, UTF-16 and Windows-1252 are told apart. Columns are matched to statements by id,
/// by text and by close text; `mapping` says how, and can be corrected and given again. Whatever could not be read is in
/// `problems`. Names, addresses and remarks are not kept.
///
/// @example
/// ```js
/// const table = "staff-plan-1;team\nhelemaal eens;Noord\nsoms;Noord";
/// const { responses, mapping, problems } = parseResponses(table);
/// console.log(responses.respondents[0].answers, mapping[1].as); // { 'staff-plan-1': 5 } group
/// console.log(problems[0].message); // row 3, column 1: expected an answer, got `soms`
/// ```
/// @throws OlievlekError `responses-empty`, `responses-not-text`, `responses-not-found`, `responses-too-many-columns`,
/// `responses-row-too-long`, `responses-too-many-rows`, `responses-too-long`, `responses-json`, `responses-mapping`,
/// `unknown-language`, `unknown-perspective`, `unknown-variant`, `unknown-element`, `invalid-statement`, `statement-count`,
/// `unknown-option`, `invalid-type`
#[wasm_bindgen(js_name = parseResponses)]
pub fn parse_responses(
    #[wasm_bindgen(unchecked_param_type = "string | Uint8Array | ArrayBuffer")] text: JsValue,
    options: Option<Ts<ResponsesOptions>>,
) -> Thrown<Ts<ResponsesReading>> {
    let options: ResponsesOptions = read(options)?;
    let texts = match options.language.lang {
        Some(language) => vec![Texts::of(language).map_err(thrown)?],
        None => Texts::included(),
    };
    let mut how = ReadOptions::new(&texts).mapped(options.mapping.unwrap_or_default());
    if let Some(questionnaire) = questionnaire_if_any(options.questionnaire)? {
        how = how.answering(questionnaire);
    }
    let text = match (text.as_string(), bytes(&text)) {
        (Some(text), _) => text,
        (None, Some(bytes)) => TextDecoder::new(Charset::of(&bytes.to_vec()).label()).decode(&bytes),
        (None, None) => return Err(wrong_type("a string or the bytes of a file", "text", &text)),
    };
    write(&ResponsesReading::new(read_responses(&text, &how).map_err(thrown)?))
}

/// What a team answered, element by element and statement by statement: how the answers are spread, how much people agree, and
/// what divides them or what they do not know.
///
/// It holds no person's answers. A whole, a group and an earlier round of fewer people than `minimumGroup` are not shown, and
/// neither is a group that would give such a one away. A figure without a value is absent.
///
/// @example
/// ```js
/// const rows = ["5;?;Noord", "1;4;Noord", "5;?;Noord", "2;4;Noord", "5;4;Zuid", "1;4;Noord"];
/// const { responses } = parseResponses(["staff-vision-1;staff-vision-2;team", ...rows].join("\n"));
/// const { people, mostSplit, mostDoubt, groups } = teamProfile({ responses });
/// console.log(people, mostSplit.join(), mostDoubt.join()); // 6 staff-vision-1 staff-vision-2
/// console.log(groups[0].values.map(({ name, hidden }) => `${name} ${hidden}`).join(", ")); // Noord would-give-away, Zuid too-small
/// ```
/// @throws OlievlekError `unknown-statement`, `answer-out-of-range`, `unknown-perspective`, `unknown-variant`, `out-of-domain`,
/// `unknown-option`, `invalid-type`
#[wasm_bindgen(js_name = teamProfile)]
pub fn team_profile(options: Ts<TeamProfileOptions>) -> Thrown<Ts<TeamProfile>> {
    write(&TeamProfile::asked_for(read(Some(options))?)?)
}

// The decoder of the page or of Node: one of our own would weigh more than the rest of the API.
#[wasm_bindgen]
extern "C" {
    type TextDecoder;

    #[wasm_bindgen(constructor)]
    fn new(label: &str) -> TextDecoder;

    #[wasm_bindgen(method)]
    fn decode(this: &TextDecoder, bytes: &Uint8Array) -> String;
}

fn bytes(given: &JsValue) -> Option<Uint8Array> {
    if let Some(buffer) = given.dyn_ref::<ArrayBuffer>() {
        return Some(Uint8Array::new(buffer));
    }
    given.dyn_ref::<Uint8Array>().cloned()
}
