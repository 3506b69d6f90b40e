//! A team's profile: what comes in and what goes out.
#![expect(non_snake_case, reason = "an option has the name that JavaScript knows it by")]

use std::boxed::Box;
use std::collections::BTreeMap;
use std::string::String;
use std::vec::Vec;

use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use crate::knoster::{ChangeElement, Perspective, Questionnaire, Variant};
use crate::survey::{Statistic, SurveyError};
use crate::team::{self as domain, GroupColumn, Respondent, Responses};
use crate::wasm::Thrown;
use crate::wasm::input::{Fields, FromJs, plain, thrown, thrown_at, value};
use crate::wasm::knoster::input::Given;
use crate::wasm::options::{Options, options};

options! {
    /// Whose answers, and which groups of them.
    TeamProfileOptions {
        /// Responses as `parseResponses` returns them.
        #[tsify(type = "TeamResponses")]
        responses: Responses,
        /// The smallest group that is shown: 5 when left out.
        #[tsify(optional)]
        minimumGroup: f64,
        /// The names of the columns of groups that are wanted; all when left out.
        #[tsify(optional)]
        groupBy: Vec<String>,
        /// The responses of an earlier round to the same statements.
        #[tsify(optional, type = "TeamResponses")]
        earlier: Responses,
    }
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What several people answered, as `parseResponses` returns it; of each person only the answers are needed. */
export interface TeamResponses {
    perspective?: Perspective;
    variant?: Variant;
    respondents: {
        answers: Record<string, AnswerValue>;
        groups?: Record<string, string>;
        row?: number;
        code?: string;
    }[];
    groups?: { name: string; values?: string[]; column?: number }[];
}
"#;

/// How the answers of a team, or of a group of it, are spread.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct TeamProfile {
    perspective: Perspective,
    variant: Variant,
    /// How many people there are.
    people: u32,
    /// Why nothing is shown: too few people, or too few could be worked out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "\"too-small\" | \"would-give-away\" | \"hidden-before\"")]
    hidden: Option<&'static str>,
    /// The elements, in the order of the model.
    elements: Vec<TeamElement>,
    /// The statements, in their order.
    statements: Vec<TeamStatement>,
    /// The ids of at most three statements that divide people most: at least one in five on either side.
    most_split: Vec<String>,
    /// The ids of at most three statements that most people know nothing of: at least one in ten.
    most_doubt: Vec<String>,
    /// The groups of each column; of the whole only.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    groups: Option<Vec<TeamGroups>>,
    /// The earlier round; of the whole only.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "TeamProfile")]
    earlier: Option<Box<TeamProfile>>,
}

/// What a team says about an element. A figure that is undefined is absent.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct TeamElement {
    id: ChangeElement,
    /// The mean favourable answer, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    score: Option<f64>,
    /// r_wg(j) against answers spread evenly, 0 to 1, of those who answered all statements.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    rwgj: Option<f64>,
    /// How much people agree about a statement on average, r*_wg(j), by the bounds of LeBreton and Senter (2008).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "\"lacking\" | \"weak\" | \"moderate\" | \"strong\" | \"very-strong\"")]
    agreement: Option<&'static str>,
    /// Cronbach's alpha, of the same people.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    alpha: Option<f64>,
    /// How many answers there are from unfavourable to favourable.
    levels: Vec<u32>,
    /// How many answers are unknown.
    unknown: u32,
    not_applicable: u32,
    unanswered: u32,
}

/// What a team says about a statement. A figure that is undefined is absent.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct TeamStatement {
    id: String,
    element: ChangeElement,
    /// How many gave each answer, 1 to 5, as it was given.
    answers: Vec<u32>,
    unknown: u32,
    not_applicable: u32,
    unanswered: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    mean: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    median: Option<f64>,
    /// The standard deviation, with n − 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    sd: Option<f64>,
    /// r_wg against answers spread evenly: 1 for one opinion; below 0 people differ more than by chance.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    rwg: Option<f64>,
    /// The mean distance from the mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    ad: Option<f64>,
    /// Van der Eijk's polarisation: 0 for one opinion, 1 for two camps.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    polarisation: Option<f64>,
}

/// The groups of a column.
#[derive(Debug, Serialize, Tsify)]
pub struct TeamGroups {
    /// What people are grouped by.
    name: String,
    values: Vec<TeamGroup>,
}

/// A group; one that is not shown has a reason in `hidden`, and no figures.
#[derive(Debug, Serialize, Tsify)]
pub struct TeamGroup {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "\"too-small\" | \"would-give-away\" | \"hidden-before\"")]
    hidden: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    picture: Option<TeamProfile>,
}

fn missing(name: &str) -> JsValue {
    crate::wasm::input::wrong_type("responses as `parseResponses` returns them", name, &JsValue::UNDEFINED)
}

impl TeamProfile {
    pub(super) fn asked_for(options: TeamProfileOptions) -> Thrown<Self> {
        let TeamProfileOptions { responses, minimumGroup, groupBy, earlier } = options;
        let responses = responses.ok_or_else(|| missing("responses"))?;
        let minimum = minimumGroup.unwrap_or(domain::Suppression::DEFAULT_MINIMUM as f64);
        if !((1.0..=1e6).contains(&minimum) && minimum.fract() == 0.0) {
            let fault = SurveyError::OutOfDomain("a whole number from 1 on as the smallest group");
            return Err(thrown_at(fault, "minimumGroup"));
        }
        let minimum = minimum as usize;
        let suppression = domain::Suppression::of(&responses, minimum);
        let mut groups = Vec::new();
        for (place, column) in responses.groups.iter().enumerate() {
            if groupBy.as_ref().is_some_and(|wanted| !wanted.contains(&column.name)) {
                continue;
            }
            let values = domain::shown_groups(&responses, place, &suppression).map_err(thrown)?;
            groups.push(TeamGroups { name: column.name.clone(), values: values.iter().map(TeamGroup::new).collect() });
        }
        let earlier = earlier.map(|earlier| Self::of(&earlier, minimum).map(Box::new)).transpose()?;
        Ok(Self { groups: Some(groups), earlier, ..Self::of(&responses, minimum)? })
    }

    fn of(responses: &Responses, minimum: usize) -> Thrown<Self> {
        let profile = domain::TeamProfile::new(responses).map_err(thrown)?;
        let hidden = domain::Suppression::new(responses.respondents.len(), &[], minimum).is_whole_hidden();
        Ok(if hidden { Self::hidden(&profile, "too-small") } else { Self::new(&profile) })
    }

    fn hidden(profile: &domain::TeamProfile, reason: &'static str) -> Self {
        Self {
            perspective: profile.questionnaire().perspective(),
            variant: profile.questionnaire().variant(),
            people: count(profile.people()),
            hidden: Some(reason),
            elements: Vec::new(),
            statements: Vec::new(),
            most_split: Vec::new(),
            most_doubt: Vec::new(),
            groups: None,
            earlier: None,
        }
    }

    fn new(profile: &domain::TeamProfile) -> Self {
        let statements = profile.questionnaire().statements();
        let ids = |places: Vec<usize>| {
            places.into_iter().filter_map(|place| statements.get(place)).map(|of| of.id().into()).collect()
        };
        let statement = |(place, of): (usize, &crate::knoster::Statement)| {
            let figures = profile.statement(place);
            let distribution = &figures.distribution;
            TeamStatement {
                id: of.id().into(),
                element: of.element(),
                answers: distribution.counts().iter().map(|n| count(*n)).collect(),
                unknown: count(figures.unknown),
                not_applicable: count(figures.not_applicable),
                unanswered: count(figures.unanswered),
                mean: defined(distribution.mean()),
                median: defined(distribution.median()),
                sd: defined(distribution.sd()),
                rwg: defined(figures.r_wg()),
                ad: defined(distribution.ad_mean()),
                polarisation: defined(distribution.polarisation()),
            }
        };
        let element = |of: domain::TeamElement| TeamElement {
            id: of.element,
            score: of.score(),
            rwgj: defined(of.r_wg_j),
            agreement: of.agreement().map(domain::AgreementLevel::id),
            alpha: defined(of.alpha),
            levels: of.levels.iter().map(|n| count(*n)).collect(),
            unknown: count(of.unknown),
            not_applicable: count(of.not_applicable),
            unanswered: count(of.unanswered),
        };
        Self {
            elements: profile.elements().into_iter().map(element).collect(),
            statements: statements.iter().enumerate().map(statement).collect(),
            most_split: ids(profile.most_split(3)),
            most_doubt: ids(profile.most_doubt(3)),
            hidden: None,
            ..Self::hidden(profile, "too-small")
        }
    }
}

impl TeamGroup {
    fn new(group: &domain::TeamGroup) -> Self {
        let (hidden, picture) = match &group.profile {
            Ok(profile) => (None, Some(TeamProfile::new(profile))),
            Err(reason) => (Some(reason.id()), None),
        };
        Self { name: group.name.clone(), hidden, picture }
    }
}

fn defined(value: Statistic) -> Option<f64> {
    value.ok()
}

fn count(number: u64) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}

/// One person, as they come in: answers, and the groups they belong to.
struct Person {
    answers: Given,
    groups: BTreeMap<String, String>,
}

impl FromJs for Person {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        let fields = Fields::of(given, place, "a respondent", &["answers", "groups", "row", "code"])?;
        Ok(Self { answers: fields.required("answers")?, groups: fields.optional("groups")?.unwrap_or_default() })
    }
}

impl FromJs for BTreeMap<String, String> {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        let object = plain(given, place, "an object with a group for each column")?;
        let object: &js_sys::Object = object.unchecked_ref();
        let entry = |name: JsValue| {
            let text = js_sys::Reflect::get(object, &name)?;
            let name = name.as_string().unwrap_or_default();
            Ok((name.clone(), value(text, &[place, ".", &name].concat())?))
        };
        js_sys::Object::keys(object).iter().map(entry).collect()
    }
}

/// The name of a column of groups.
struct Named(String);

impl FromJs for Named {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        Fields::of(given, place, "a column of groups", &["name", "values", "column"])?.required("name").map(Self)
    }
}

impl FromJs for Responses {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        let known = ["perspective", "variant", "respondents", "groups"];
        let fields = Fields::of(given, place, "responses", &known)?;
        let perspective: Option<Perspective> = fields.optional("perspective")?;
        let variant: Option<Variant> = fields.optional("variant")?;
        let questionnaire = Questionnaire::standard(perspective.unwrap_or_default(), variant.unwrap_or_default());
        let people: Vec<Person> = fields.required("respondents")?;
        let names: Option<Vec<Named>> = fields.optional("groups")?;
        let mut groups: Vec<GroupColumn> = Vec::new();
        match names {
            Some(names) => {
                for Named(name) in names {
                    groups.push(GroupColumn::new(groups.len() + 1, name, groups.len()));
                }
            }
            None => {
                for name in people.iter().flat_map(|person| person.groups.keys()) {
                    if !groups.iter().any(|known| known.name == *name) {
                        groups.push(GroupColumn::new(groups.len() + 1, name.clone(), groups.len()));
                    }
                }
            }
        }
        let mut respondents = Vec::new();
        for (number, person) in (1..).zip(people) {
            let answers = person.answers.iter().map(|(id, answer)| (id.as_str(), *answer));
            let answers = questionnaire.answers(answers).map_err(thrown)?;
            let places = groups.iter_mut().map(|column| {
                let value = person.groups.get(&column.name)?;
                let known = column.values.iter().position(|known| known == value);
                Some(known.unwrap_or_else(|| {
                    column.values.push(value.clone());
                    column.values.len() - 1
                }))
            });
            let groups = places.collect();
            respondents.push(Respondent { row: number, answers, groups, code: None });
        }
        Ok(Self { questionnaire, respondents, groups })
    }
}
