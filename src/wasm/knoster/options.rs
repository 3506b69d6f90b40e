//! What comes in about a self-check: the options of each call.

use std::collections::BTreeMap;
use std::string::String;
use std::vec::Vec;

use js_sys::{Object, Reflect};
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use crate::content::Language;
use crate::knoster::{ChangeElement, Perspective, Profile, Statement, Variant};
use crate::wasm::Thrown;
use crate::wasm::input::{Fields, FromJs, error, plain, thrown_at, value};
use crate::wasm::options::{LanguageOptions, Options, from_text, options};

use super::input::Given;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** From where the change is looked at: who is asked to change, who steers it, or school and centre together. */
export type Perspective = "staff" | "policy" | "school";
/** The five canonical elements, or those and consensus. */
export type Variant = "five" | "consensus";
/** One of the things a change needs, after Knoster (1991). */
export type ChangeElement = "vision" | "interest" | "plan" | "resources" | "competences" | "consensus";
/** How an element stands; `undetermined` when less than half of its statements, or fewer than two, got an agreement. */
export type Status = "strong" | "fragile" | "weak" | "undetermined";
/** What a gap may be seen by: something to talk about, never a diagnosis. */
export type Signal = "confusion" | "resistance" | "false-start" | "frustration" | "anxiety" | "sabotage";
/** 1 to 5 on the agreement scale, "weet ik niet" or "niet van toepassing". */
export type AnswerValue = 1 | 2 | 3 | 4 | 5 | "unknown" | "not-applicable";

/** A statement of your own. */
export interface StatementInput {
    /** Unique: 1 to 64 letters, digits, `-`, `_` or `.`. */
    id: string;
    /** The element that it asks about. */
    element: ChangeElement;
    /** The sentence, at most 300 characters, with `{change}` for the change at hand; or one for each language. */
    text: string | Partial<Record<Language, string>>;
    /** Whether agreeing points at a gap, so that disagreeing is favourable. */
    revealsGap?: boolean;
}
"#;

options! {
    /// Whose statements.
    QuestionnaireOptions {
        /// `staff` when left out.
        #[tsify(optional)]
        perspective: Perspective,
        /// `five` when left out.
        #[tsify(optional)]
        variant: Variant,
        /// Your own statements instead of ours: 2 to 12 for each element.
        #[tsify(optional, type = "StatementInput[]")]
        statements: Vec<Statement>,
    }

    /// Which statements, and how they are worded.
    QuestionsOptions {
        ..questionnaire: QuestionnaireOptions,
        ..language: LanguageOptions,
        /// A noun phrase for the change at hand, such as "de nieuwe werking".
        #[tsify(optional)]
        change: String,
    }

    /// Answers, and whose statements they belong to.
    EncodeOptions {
        ..questionnaire: QuestionnaireOptions,
        /// Answers by statement id; what is left out is unanswered.
        #[tsify(type = "Record<string, AnswerValue | null | undefined>")]
        answers: Given,
    }

    /// Answers, and the language of what is said about them.
    ScoreOptions {
        ..answers: EncodeOptions,
        ..language: LanguageOptions,
    }

    /// What to report on: either `answers` or a `profile`.
    ReportOptions {
        ..questionnaire: QuestionnaireOptions,
        ..language: LanguageOptions,
        /// A noun phrase for the change at hand, such as "de nieuwe werking".
        #[tsify(optional)]
        change: String,
        /// A profile as `scoreAnswers` returned it.
        #[tsify(optional)]
        profile: Profile,
        /// Answers by statement id; what is left out is unanswered.
        #[tsify(optional, type = "Record<string, AnswerValue | null | undefined>")]
        answers: Given,
    }

    /// What to draw, and which chart.
    SvgOptions {
        ..report: ReportOptions,
        /// `both` when left out: the bars above the radar.
        #[tsify(optional, type = "\"bars\" | \"radar\" | \"both\"")]
        chart: Chart,
    }
}

from_text!(Perspective, Variant, ChangeElement);

/// Which chart is drawn.
#[derive(Clone, Copy, Debug, Default)]
pub enum Chart {
    Bars,
    Radar,
    #[default]
    Both,
}

impl FromJs for Chart {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        match value::<String>(given, place)?.as_str() {
            "bars" => Ok(Self::Bars),
            "radar" => Ok(Self::Radar),
            "both" => Ok(Self::Both),
            other => {
                let message = ["expected the chart `bars`, `radar` or `both`, got `", other, "`"].concat();
                Err(error("unknown-chart", &message, Some(place)))
            }
        }
    }
}

impl FromJs for Statement {
    fn from_js(value: JsValue, place: &str) -> Thrown<Self> {
        let fields = Fields::of(value, place, "a statement", &["id", "element", "text", "revealsGap"])?;
        let (id, element): (String, _) = (fields.required("id")?, fields.required("element")?);
        let Texts { first, others } = fields.required("text")?;
        let statement = Self::new(id, element, first);
        let statement = others.into_iter().fold(statement, |statement, (lang, text)| statement.translated(lang, text));
        Ok(if fields.optional("revealsGap")? == Some(true) { statement.revealing_gap() } else { statement })
    }
}

/// One text for all languages, and others for some.
struct Texts {
    first: String,
    others: BTreeMap<Language, String>,
}

impl FromJs for Texts {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        if let Some(first) = given.as_string() {
            return Ok(Self { first, others: BTreeMap::new() });
        }
        let texts = plain(given, place, "a string, or an object with one for each language")?;
        let entry = |name: JsValue| {
            let text = Reflect::get(&texts, &name)?;
            let language: Language = value(name, place)?;
            Ok((language, value(text, &[place, ".", language.as_str()].concat())?))
        };
        let names = Object::keys(texts.unchecked_ref::<Object>());
        let mut others = names.iter().map(entry).collect::<Thrown<BTreeMap<_, _>>>()?;
        // A language that is left out has the text of the first: Dutch, where it is there.
        let first = others.pop_first().map(|(_, text)| text).unwrap_or_default();
        Ok(Self { first, others })
    }
}
