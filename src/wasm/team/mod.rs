//! What a team answered.

mod options;
mod results;

use js_sys::{ArrayBuffer, Uint8Array};
use std::vec::Vec;
use tsify::Ts;
use wasm_bindgen::prelude::*;

use super::Thrown;
use super::input::{read, thrown, write, wrong_type};
use super::knoster::input::questionnaire_if_any;
use crate::content::Texts;
use crate::team::{ReadOptions, read_response_bytes, read_responses};
use options::ResponsesOptions;
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
    let reading = match (text.as_string(), bytes(&text)) {
        (Some(text), _) => read_responses(&text, &how),
        (None, Some(bytes)) => read_response_bytes(&bytes, &how),
        (None, None) => return Err(wrong_type("a string or the bytes of a file", "text", &text)),
    };
    write(&ResponsesReading::new(reading.map_err(thrown)?))
}

fn bytes(given: &JsValue) -> Option<Vec<u8>> {
    if let Some(buffer) = given.dyn_ref::<ArrayBuffer>() {
        return Some(Uint8Array::new(buffer).to_vec());
    }
    given.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}
