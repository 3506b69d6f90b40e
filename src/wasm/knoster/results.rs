//! What goes out about a self-check. The doc comments reach the editor through the generated types.

use std::collections::BTreeMap;
use std::string::String;
use std::vec::Vec;

use serde::Serialize;
use tsify::Tsify;

use crate::content::Texts;
use crate::knoster as domain;
use crate::survey::Answer;
use domain::{ChangeElement, Perspective, Report, ResultCode, Signal, Status, Variant};

/// A statement to agree or disagree with.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// Unique among all statements, such as `staff-vision-1`.
    id: String,
    /// The element that it asks about.
    element: ChangeElement,
    /// The sentence, with the change at hand filled in.
    text: String,
    /// Whether agreeing points at a gap, so that disagreeing is favourable.
    reveals_gap: bool,
}

impl Question {
    pub(super) fn new(statement: &domain::Statement, texts: &Texts, change: &str) -> Self {
        Self {
            id: statement.id().into(),
            element: statement.element(),
            text: statement.text(texts, change),
            reveals_gap: statement.reveals_gap(),
        }
    }
}

/// The answers that a result code holds.
#[derive(Debug, Serialize, Tsify)]
#[tsify(hashmap_as_object)]
pub struct DecodedAnswers {
    /// The version of the code's form.
    version: u8,
    /// From where the change was looked at.
    perspective: Perspective,
    /// Which elements were asked about.
    variant: Variant,
    /// Answers by statement id; unanswered statements are left out.
    #[tsify(type = "Record<string, AnswerValue>")]
    answers: BTreeMap<String, Answer>,
}

impl DecodedAnswers {
    pub(super) fn new(decoded: &ResultCode) -> Self {
        let questionnaire = decoded.questionnaire();
        let answered = questionnaire.answered(decoded.answers()).filter(|(_, answer)| *answer != Answer::Unanswered);
        Self {
            version: 1,
            perspective: questionnaire.perspective(),
            variant: questionnaire.variant(),
            answers: answered.map(|(statement, answer)| (statement.id().into(), answer)).collect(),
        }
    }
}

/// What a set of answers says about each element.
#[derive(Debug, Serialize, Tsify)]
pub struct Profile {
    /// From where the change was looked at.
    perspective: Perspective,
    /// Which elements were looked at.
    variant: Variant,
    /// The elements, in the order of the model.
    elements: Vec<ElementProfile>,
    /// The element with the lowest score, all of them in a tie, none when nothing is determined.
    weakest: Vec<ChangeElement>,
    /// Where the conversation can start, in one sentence.
    headline: String,
}

impl Profile {
    pub(super) fn new(profile: &domain::Profile, texts: &Texts) -> Self {
        let report = Report::new(profile, texts);
        Self {
            perspective: profile.perspective(),
            variant: profile.variant(),
            elements: profile.elements().iter().map(|element| ElementProfile::new(element, &report)).collect(),
            weakest: profile.weakest(),
            headline: report.headline(),
        }
    }
}

/// What the answers say about one element.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ElementProfile {
    /// The element.
    id: ChangeElement,
    /// Its name in the language asked for.
    name: String,
    /// 0 (least favourable) to 1; absent when the element is undetermined.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    score: Option<f64>,
    /// How it stands.
    status: Status,
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
    signal: Option<PossibleSignal>,
    /// Things to talk about, from this perspective.
    advice: Vec<String>,
}

impl ElementProfile {
    fn new(profile: &domain::ElementProfile, report: &Report<'_>) -> Self {
        let element = profile.element();
        let domain::AnswerCounts { answered, unknown, not_applicable, unanswered } = profile.counts();
        Self {
            id: element,
            name: report.name(element).into(),
            score: profile.score(),
            status: profile.status(),
            points: profile.points(),
            answered,
            unknown,
            not_applicable,
            unanswered,
            signal: profile.signal().map(|id| PossibleSignal {
                id,
                text: report.signal(element).into(),
                sources: sources(domain::Claim::Signals),
            }),
            advice: report.advice(element).into_iter().map(String::from).collect(),
        }
    }
}

/// What a gap may be seen by: something to talk about.
#[derive(Debug, Serialize, Tsify)]
pub struct PossibleSignal {
    /// Which signal.
    id: Signal,
    /// The sentence that says so, hedged.
    text: String,
    /// Where the link between element and signal comes from.
    sources: Vec<Source>,
}

/// A claim of the product with its sources.
#[derive(Debug, Serialize, Tsify)]
pub struct Claim {
    /// Which claim.
    #[tsify(type = "\"model\" | \"signals\" | \"resistance\" | \"consensus\" | \"scoring\"")]
    id: &'static str,
    /// What is claimed.
    text: String,
    /// Where it comes from.
    sources: Vec<Source>,
}

impl Claim {
    pub(super) fn new(claim: domain::Claim, texts: &Texts) -> Self {
        let key = ["report.claim.", claim.id()].concat();
        Self { id: claim.id(), text: texts.get(&key).into(), sources: sources(claim) }
    }
}

/// Where a claim comes from.
#[derive(Debug, Serialize, Tsify)]
pub struct Source {
    /// Author or site, title and year.
    title: &'static str,
    /// Where it can be read.
    url: &'static str,
}

fn sources(claim: domain::Claim) -> Vec<Source> {
    claim.sources().iter().map(|source| Source { title: source.title, url: source.url }).collect()
}
