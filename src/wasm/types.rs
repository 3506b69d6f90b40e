//! The objects of the JavaScript API. Their doc comments reach the editor through the generated types.

use std::collections::BTreeMap;
use std::string::{String, ToString};
use std::vec::Vec;

use serde::{Deserialize, Serialize};
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::{Thrown, input};
use crate::chart::Scene;
use crate::content::{Language, Texts};
use crate::knoster::{
    AnswerCounts, Answers as Sheet, Claim, ElementProfile, Perspective, Profile, Questionnaire, Report, Source,
    Statement, Variant,
};
use crate::survey::Answer;
use crate::{Error, knoster::ChangeElement};

#[wasm_bindgen(typescript_custom_section)]
const UNIONS: &str = r#"
/** A language that the texts are written in. A tag such as `nl-NL` is read by its first part. */
export type Language = "nl-BE" | "en" | "fr" | "de";
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
"#;

macro_rules! options {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* } as [$($js:literal),*];)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Default, Deserialize, Tsify)]
        #[serde(rename_all = "camelCase")]
        pub struct $name { $($(#[$field_doc])* pub(super) $field: $type,)* }
        impl $name {
            /// The options that exist.
            pub(super) const FIELDS: &[&str] = &[$($js),*];
        }
    )*};
}

options! {
    /// Options that only name a language.
    LanguageOptions {
        /** The language of the texts; `nl-BE` when left out. */
        #[serde(default)] #[tsify(optional, type = "Language")]
        lang: Option<String>,
    } as ["lang"];

    /// Which statements, and how they are worded.
    QuestionsOptions {
        /** The language of the texts; `nl-BE` when left out. */
        #[serde(default)] #[tsify(optional, type = "Language")]
        lang: Option<String>,
        /** `staff` when left out. */
        #[serde(default)] #[tsify(optional, type = "Perspective")]
        perspective: Option<String>,
        /** `five` when left out. */
        #[serde(default)] #[tsify(optional, type = "Variant")]
        variant: Option<String>,
        /** A noun phrase for the change at hand, such as "de nieuwe werking". */
        #[serde(default)] #[tsify(optional)]
        change: Option<String>,
        /** Your own statements instead of ours: 2 to 12 for each element. */
        #[serde(default)] #[tsify(optional)]
        statements: Option<Vec<StatementInput>>,
    } as ["lang", "perspective", "variant", "change", "statements"];

    /// Answers, and whose statements they belong to.
    ScoreOptions {
        /** The language of the texts; `nl-BE` when left out. */
        #[serde(default)] #[tsify(optional, type = "Language")]
        lang: Option<String>,
        /** `staff` when left out. */
        #[serde(default)] #[tsify(optional, type = "Perspective")]
        perspective: Option<String>,
        /** `five` when left out. */
        #[serde(default)] #[tsify(optional, type = "Variant")]
        variant: Option<String>,
        /** Your own statements instead of ours: 2 to 12 for each element. */
        #[serde(default)] #[tsify(optional)]
        statements: Option<Vec<StatementInput>>,
        /** Answers by statement id; what is left out is unanswered. */
        #[tsify(type = "Record<string, AnswerValue | null | undefined>")]
        answers: BTreeMap<String, Option<AnswerValue>>,
    } as ["lang", "perspective", "variant", "statements", "answers"];

    /// Answers to write as a code.
    EncodeOptions {
        /** `staff` when left out. */
        #[serde(default)] #[tsify(optional, type = "Perspective")]
        perspective: Option<String>,
        /** `five` when left out. */
        #[serde(default)] #[tsify(optional, type = "Variant")]
        variant: Option<String>,
        /** Your own statements instead of ours: 2 to 12 for each element. */
        #[serde(default)] #[tsify(optional)]
        statements: Option<Vec<StatementInput>>,
        /** Answers by statement id; what is left out is unanswered. */
        #[tsify(type = "Record<string, AnswerValue | null | undefined>")]
        answers: BTreeMap<String, Option<AnswerValue>>,
    } as ["perspective", "variant", "statements", "answers"];

    /// The statements of a code of a partner's own; not looked at for ours.
    DecodeOptions {
        /** `staff` when left out. */
        #[serde(default)] #[tsify(optional, type = "Perspective")]
        perspective: Option<String>,
        /** `five` when left out. */
        #[serde(default)] #[tsify(optional, type = "Variant")]
        variant: Option<String>,
        /** The statements that were answered. */
        #[serde(default)] #[tsify(optional)]
        statements: Option<Vec<StatementInput>>,
    } as ["perspective", "variant", "statements"];

    /// What to report on: either `answers` or a `profile`.
    ReportOptions {
        /** The language of the texts; `nl-BE` when left out. */
        #[serde(default)] #[tsify(optional, type = "Language")]
        lang: Option<String>,
        /** A noun phrase for the change at hand, such as "de nieuwe werking". */
        #[serde(default)] #[tsify(optional)]
        change: Option<String>,
        /** A profile as `scoreAnswers` returned it. */
        #[serde(default)] #[tsify(optional, type = "Profile")]
        profile: Option<ProfileInput>,
        /** Answers by statement id; what is left out is unanswered. */
        #[serde(default)] #[tsify(optional, type = "Record<string, AnswerValue | null | undefined>")]
        answers: Option<BTreeMap<String, Option<AnswerValue>>>,
        /** With `answers`: `staff` when left out. */
        #[serde(default)] #[tsify(optional, type = "Perspective")]
        perspective: Option<String>,
        /** With `answers`: `five` when left out. */
        #[serde(default)] #[tsify(optional, type = "Variant")]
        variant: Option<String>,
        /** With `answers`: your own statements instead of ours. */
        #[serde(default)] #[tsify(optional)]
        statements: Option<Vec<StatementInput>>,
    } as ["lang", "change", "profile", "answers", "perspective", "variant", "statements"];
}

/// What to draw: a report's options, and which chart.
#[derive(Debug, Default, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct SvgOptions {
    /// `both` when left out: the bars above the radar.
    #[serde(default)]
    #[tsify(optional, type = "\"bars\" | \"radar\" | \"both\"")]
    pub(super) chart: Option<String>,
    #[serde(flatten)]
    pub(super) report: ReportOptions,
}

impl SvgOptions {
    /// The options that exist.
    pub(super) const FIELDS: &[&str] =
        &["chart", "lang", "change", "profile", "answers", "perspective", "variant", "statements"];
}

/// Which chart is drawn.
#[derive(Clone, Copy)]
pub(super) enum Chart {
    Bars,
    Radar,
    Both,
}

impl Chart {
    pub(super) fn read(given: Option<&str>) -> Thrown<Self> {
        match given {
            Some("bars") => Ok(Self::Bars),
            Some("radar") => Ok(Self::Radar),
            Some("both") | None => Ok(Self::Both),
            Some(other) => {
                let message = ["expected the chart `bars`, `radar` or `both`, got `", other, "`"].concat();
                Err(input::error("unknown-chart", &message, Some("chart")))
            }
        }
    }

    pub(super) fn scene(self, report: &Report<'_>) -> Scene {
        match self {
            Self::Bars => report.bars(),
            Self::Radar => report.radar(),
            Self::Both => report.bars().above(report.radar()),
        }
    }
}

/// A statement of your own.
#[derive(Debug, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct StatementInput {
    /// Unique: 1 to 64 letters, digits, `-`, `_` or `.`.
    pub(super) id: String,
    /// The element that it asks about.
    #[tsify(type = "ChangeElement")]
    pub(super) element: String,
    /// The sentence, at most 300 characters, with `{change}` for the change at hand; or one for each language.
    #[tsify(type = "string | Partial<Record<Language, string>>")]
    pub(super) text: TextInput,
    /// Whether agreeing points at a gap, so that disagreeing is favourable.
    #[serde(default)]
    #[tsify(optional)]
    pub(super) reveals_gap: bool,
}

/// One text, or one for each language.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum TextInput {
    One(String),
    Each(BTreeMap<String, String>),
}

impl StatementInput {
    pub(super) fn read(self) -> Result<Statement, Error> {
        let element = self.element.parse::<ChangeElement>()?;
        let statement = match self.text {
            TextInput::One(text) => Statement::new(self.id, element, text),
            TextInput::Each(texts) => {
                let default = texts.get(Language::default().as_str()).or_else(|| texts.values().next());
                let statement = Statement::new(self.id, element, default.cloned().unwrap_or_default());
                texts.into_iter().try_fold(statement, |statement, (language, text)| {
                    Ok::<_, Error>(statement.translated(language.parse()?, text))
                })?
            }
        };
        Ok(if self.reveals_gap { statement.revealing_gap() } else { statement })
    }
}

/// An answer as JavaScript gives it.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(untagged)]
pub(super) enum AnswerValue {
    Number(f64),
    Text(String),
    Other(bool),
}

impl AnswerValue {
    /// The answer, or none when it is not one.
    pub(super) fn read(value: Option<&Self>) -> Option<Answer> {
        match value {
            None => Some(Answer::Unanswered),
            Some(Self::Number(value)) if value.fract() == 0.0 && (1.0..=5.0).contains(value) => {
                Answer::from_value(*value as u8).ok()
            }
            Some(Self::Text(text)) if text == "unknown" => Some(Answer::Unknown),
            Some(Self::Text(text)) if text == "not-applicable" => Some(Answer::NotApplicable),
            Some(_) => None,
        }
    }

    fn write(answer: Answer) -> Option<Self> {
        match answer {
            Answer::Agreement(agreement) => Some(Self::Number(agreement.value().into())),
            Answer::Unknown => Some(Self::Text("unknown".into())),
            Answer::NotApplicable => Some(Self::Text("not-applicable".into())),
            Answer::Unanswered => None,
        }
    }

    pub(super) fn given(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
            Self::Other(other) => other.to_string(),
        }
    }
}

/// Answers by statement id; unanswered statements are left out.
#[derive(Debug, Serialize, Tsify)]
#[tsify(hashmap_as_object)]
pub struct Answers(#[tsify(type = "Record<string, AnswerValue>")] BTreeMap<String, AnswerValue>);

impl Answers {
    pub(super) fn of(questionnaire: &Questionnaire, answers: &Sheet) -> Self {
        let given = questionnaire.answered(answers);
        Self(
            given
                .filter_map(|(statement, answer)| Some((statement.id().into(), AnswerValue::write(answer)?)))
                .collect(),
        )
    }
}

/// A statement to agree or disagree with.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// Unique among all statements, such as `staff-vision-1`.
    id: String,
    /// The element that it asks about.
    #[tsify(type = "ChangeElement")]
    element: &'static str,
    /// The sentence, with the change at hand filled in.
    text: String,
    /// Whether agreeing points at a gap, so that disagreeing is favourable.
    reveals_gap: bool,
}

impl Question {
    pub(super) fn new(statement: &Statement, texts: &Texts, change: &str) -> Self {
        Self {
            id: statement.id().into(),
            element: statement.element().id(),
            text: statement.text(texts, change),
            reveals_gap: statement.reveals_gap(),
        }
    }
}

/// The answers that a result code holds.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
#[tsify(hashmap_as_object)]
pub struct DecodedAnswers {
    /// The version of the code's form.
    pub(super) version: u8,
    /// From where the change was looked at.
    #[tsify(type = "Perspective")]
    pub(super) perspective: &'static str,
    /// Which elements were asked about.
    #[tsify(type = "Variant")]
    pub(super) variant: &'static str,
    /// Answers by statement id; unanswered statements are left out.
    #[tsify(type = "Record<string, AnswerValue>")]
    pub(super) answers: Answers,
}

/// What a set of answers says about each element.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename = "Profile", rename_all = "camelCase")]
pub struct ProfileResult {
    /// From where the change was looked at.
    #[tsify(type = "Perspective")]
    perspective: &'static str,
    /// Which elements were looked at.
    #[tsify(type = "Variant")]
    variant: &'static str,
    /// The elements, in the order of the model.
    elements: Vec<ElementResult>,
    /// The element with the lowest score, all of them in a tie, none when nothing is determined.
    #[tsify(type = "ChangeElement[]")]
    weakest: Vec<&'static str>,
    /// Where the conversation can start, in one sentence.
    headline: String,
}

/// What the answers say about one element.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename = "ElementProfile", rename_all = "camelCase")]
pub struct ElementResult {
    /// The element.
    #[tsify(type = "ChangeElement")]
    id: &'static str,
    /// Its name in the language asked for.
    name: String,
    /// 0 (least favourable) to 1; absent when the element is undetermined.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    score: Option<f64>,
    /// How it stands.
    #[tsify(type = "Status")]
    status: &'static str,
    /// Sum of the favourable points, 0 to 4 for each answer on the scale.
    points: u16,
    /// Answers on the scale.
    answered: u16,
    /// "Weet ik niet": never counted as a midpoint.
    unknown: u16,
    /// "Niet van toepassing".
    not_applicable: u16,
    /// Left open.
    unanswered: u16,
    /// With a weak or fragile element: what a gap may be seen by.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    signal: Option<SignalResult>,
    /// Things to talk about, from this perspective.
    advice: Vec<String>,
}

/// A hedged signal: something to talk about.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename = "SignalResult", rename_all = "camelCase")]
pub struct SignalResult {
    /// Which signal.
    #[tsify(type = "Signal")]
    id: &'static str,
    /// The sentence that says so, hedged.
    text: String,
    /// Where the link between element and signal comes from.
    sources: Vec<SourceResult>,
}

/// Where a claim comes from.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename = "Source")]
pub struct SourceResult {
    /// Author or site, title and year.
    title: &'static str,
    /// Where it can be read.
    url: &'static str,
}

/// A claim of the product with its sources.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename = "Claim")]
pub struct ClaimResult {
    /// `model`, `signals`, `resistance`, `consensus` or `scoring`.
    id: &'static str,
    /// What is claimed.
    text: String,
    /// Where it comes from.
    sources: Vec<SourceResult>,
}

impl ClaimResult {
    pub(super) fn new(claim: Claim, texts: &Texts) -> Self {
        let key = ["report.claim.", claim.id()].concat();
        Self { id: claim.id(), text: texts.get(&key).into(), sources: sources(claim.sources()) }
    }
}

fn sources(sources: &[Source]) -> Vec<SourceResult> {
    sources.iter().map(|source| SourceResult { title: source.title, url: source.url }).collect()
}

impl ProfileResult {
    pub(super) fn new(profile: &Profile, texts: &Texts) -> Self {
        let report = Report::new(profile, texts);
        Self {
            perspective: profile.perspective().id(),
            variant: profile.variant().id(),
            elements: profile.elements().iter().map(|element| ElementResult::new(element, &report)).collect(),
            weakest: profile.weakest().into_iter().map(ChangeElement::id).collect(),
            headline: report.headline(),
        }
    }
}

impl ElementResult {
    fn new(profile: &ElementProfile, report: &Report<'_>) -> Self {
        let element = profile.element();
        let AnswerCounts { answered, unknown, not_applicable, unanswered } = profile.counts();
        Self {
            id: element.id(),
            name: report.name(element).into(),
            score: profile.score(),
            status: profile.status().id(),
            points: profile.points(),
            answered,
            unknown,
            not_applicable,
            unanswered,
            signal: profile.signal().map(|signal| SignalResult {
                id: signal.id(),
                text: report.signal(element).into(),
                sources: sources(Claim::Signals.sources()),
            }),
            advice: report.advice(element).into_iter().map(String::from).collect(),
        }
    }

    /// The domain's profile of one that was written before: counts and points decide, all else follows from them.
    pub(super) fn profile(given: &ProfileInput) -> Option<Profile> {
        let perspective: Perspective = given.perspective.parse().ok()?;
        let variant: Variant = given.variant.parse().ok()?;
        let elements = given.elements.iter().map(|element| {
            let counts = AnswerCounts {
                answered: element.answered,
                unknown: element.unknown,
                not_applicable: element.not_applicable,
                unanswered: element.unanswered,
            };
            ElementProfile::from_counts(element.id.parse().ok()?, element.points, counts)
        });
        Profile::from_elements(perspective, variant, elements.collect::<Option<_>>()?)
    }
}

/// A profile that comes back.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ProfileInput {
    perspective: String,
    variant: String,
    elements: Vec<ElementInput>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct ElementInput {
    id: String,
    points: u16,
    answered: u16,
    unknown: u16,
    not_applicable: u16,
    unanswered: u16,
}
