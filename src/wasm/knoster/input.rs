//! Reading answers, profiles and questionnaires.

use std::collections::BTreeMap;
use std::string::{String, ToString};

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

use super::options::QuestionnaireOptions;
use crate::knoster::{Answers, Profile, Questionnaire};
use crate::survey::{Answer, AnswerError};
use crate::wasm::Thrown;
use crate::wasm::input::{FromJs, domain, error, plain, shown, thrown, wrong_type};

/// Answers by statement id, as they were given.
pub(in crate::wasm) type Given = BTreeMap<String, Answer>;

impl FromJs for Given {
    fn from_js(value: JsValue, place: &str) -> Thrown<Self> {
        let object = plain(value, place, "an object with answers by statement id")?;
        let entry = |id: JsValue| {
            let (value, id) = (Reflect::get(&object, &id)?, id.as_string().unwrap_or_default());
            let answer = domain(value.clone()).ok_or_else(|| {
                let fault = AnswerError::new(shown(&value));
                error(fault.code(), &[&id, ": ", &fault.to_string()].concat(), Some(&id))
            })?;
            Ok((id, answer))
        };
        Object::keys(object.unchecked_ref::<Object>()).iter().map(entry).collect()
    }
}

/// A profile that was written before: its counts and points decide, all else follows from them.
impl FromJs for Profile {
    fn from_js(value: JsValue, place: &str) -> Thrown<Self> {
        let fault = || error("invalid-profile", "expected a profile as `scoreAnswers` returns it", Some(place));
        domain(value).ok_or_else(fault)
    }
}

/// The questionnaire that the options describe.
pub(super) fn questionnaire(options: QuestionnaireOptions) -> Thrown<Questionnaire> {
    let perspective = options.perspective.unwrap_or_default();
    let variant = options.variant.unwrap_or_default();
    let Some(statements) = options.statements else { return Ok(Questionnaire::standard(perspective, variant)) };
    Questionnaire::own(perspective, variant, statements).map_err(thrown)
}

/// The questionnaire that the options describe, if they say anything about it.
pub(in crate::wasm) fn questionnaire_if_any(options: QuestionnaireOptions) -> Thrown<Option<Questionnaire>> {
    let says = options.perspective.is_some() || options.variant.is_some() || options.statements.is_some();
    says.then(|| questionnaire(options)).transpose()
}

/// A questionnaire with what was answered.
pub(super) struct Sheet {
    pub(super) questionnaire: Questionnaire,
    pub(super) answers: Answers,
}

impl Sheet {
    pub(super) fn read(options: QuestionnaireOptions, given: Option<Given>) -> Thrown<Self> {
        let given = given
            .ok_or_else(|| wrong_type("an object with answers by statement id", "answers", &JsValue::UNDEFINED))?;
        let questionnaire = questionnaire(options)?;
        let pairs = given.iter().map(|(id, answer)| (id.as_str(), *answer));
        let answers = questionnaire.answers(pairs).map_err(thrown)?;
        Ok(Self { questionnaire, answers })
    }

    pub(super) fn profile(&self) -> Profile {
        Profile::new(&self.questionnaire, &self.answers)
    }
}
