//! What comes in about responses.

use std::string::String;
use std::vec::Vec;

use tsify::Tsify;
use wasm_bindgen::prelude::*;

use crate::team::{ColumnMapping, ColumnRole};
use crate::wasm::Thrown;
use crate::wasm::input::{Fields, FromJs, wrong_type};
use crate::wasm::knoster::options::QuestionnaireOptions;
use crate::wasm::options::{LanguageOptions, Options, options};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What kind of problem something in responses is. */
export type ResponseProblemCode =
    | "unreadable-answer"
    | "out-of-scale"
    | "unreadable-code"
    | "duplicate-code"
    | "duplicates-not-checked"
    | "other-questionnaire"
    | "unsure-column"
    | "twin-column"
    | "personal-column"
    | "assumed-order"
    | "row-length"
    | "before-headings"
    | "open-quote"
    | "replaced-characters"
    | "unreadable-row";
"#;

options! {
    /// Whose statements were answered, and what the columns are.
    ///
    /// Without `perspective`, `variant` and `statements`, it is ours from the perspective that fits best. With `lang`, statements
    /// and answers are recognised in that language alone; without it, in all.
    ResponsesOptions {
        ..questionnaire: QuestionnaireOptions,
        ..language: LanguageOptions,
        /// What some columns are; the others are matched.
        #[tsify(optional, type = "ColumnMapping[]")]
        mapping: Vec<ColumnMapping>,
    }
}

impl FromJs for ColumnMapping {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        let known = ["column", "header", "as", "statement", "by", "similarity"];
        let fields = Fields::of(given, place, "the mapping of a column", &known)?;
        let number: f64 = fields.required("column")?;
        // A number that is no column names none: the domain says so.
        let column = if number.fract() == 0.0 && (0.0..1e9).contains(&number) { number as usize } else { 0 };
        let role: String = fields.required("as")?;
        let role = match role.as_str() {
            "statement" => ColumnRole::Statement(fields.required("statement")?),
            "group" => ColumnRole::Group,
            "code" => ColumnRole::Code,
            "ignored" => ColumnRole::Ignored,
            other => {
                let expected = "`statement`, `group`, `code` or `ignored`";
                return Err(wrong_type(expected, &[place, ".as"].concat(), &JsValue::from_str(other)));
            }
        };
        Ok(Self { header: fields.optional("header")?, ..Self::new(column, role) })
    }
}
