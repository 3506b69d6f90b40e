//! Reading what JavaScript gives, and saying what is wrong with it.

use std::collections::BTreeMap;
use std::string::{String, ToString};
use std::vec::Vec;

use js_sys::{Object, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::Thrown;
use super::types::{AnswerValue, StatementInput};
use crate::Error;
use crate::content::{Language, Texts};
use crate::knoster::{Answers, Questionnaire};
use crate::survey::AnswerError;

/// What is thrown: the package makes an `OlievlekError` of it.
pub(super) fn error(code: &str, message: &str, field: Option<&str>) -> JsValue {
    let thrown = Object::new();
    let fields = [("code", Some(code)), ("message", Some(message)), ("field", field)];
    for (name, value) in fields {
        if let Some(value) = value {
            // Setting a property of a fresh plain object cannot fail.
            _ = Reflect::set(&thrown, &name.into(), &value.into());
        }
    }
    thrown.into()
}

/// An error of the domain as it is thrown.
pub(super) fn thrown(given: impl Into<Error>) -> JsValue {
    let given: Error = given.into();
    let field = match &given {
        Error::Answer(_) => Some("answers"),
        Error::Code(_) => Some("code"),
        Error::Language(_) => Some("lang"),
        Error::Knoster(_) => match given.code() {
            "unknown-perspective" => Some("perspective"),
            "unknown-variant" => Some("variant"),
            "unknown-statement" | "answered-twice" => Some("answers"),
            _ => Some("statements"),
        },
    };
    error(given.code(), &given.to_string(), field)
}

/// Reads an options object: an option that does not exist is reported, since a typo would go unseen otherwise.
pub(super) fn options<T: Tsify + DeserializeOwned + Default>(given: Option<Ts<T>>, fields: &[&str]) -> Thrown<T> {
    let Some(given) = given else { return Ok(T::default()) };
    let value = given.js_value();
    if value.is_undefined() || value.is_null() {
        return Ok(T::default());
    }
    if !value.is_object() {
        return Err(error("invalid-type", "expected an object with options", None));
    }
    for name in Object::keys(value.unchecked_ref::<Object>()).iter().filter_map(|name| name.as_string()) {
        if !fields.contains(&name.as_str()) {
            let message = ["expected an option of `", &fields.join("`, `"), "`, got `", &name, "`"].concat();
            return Err(error("unknown-option", &message, Some(&name)));
        }
    }
    serde_wasm_bindgen::from_value(value).map_err(|fault| {
        let message = fault.to_string();
        error("invalid-type", message.strip_prefix("Error: ").unwrap_or(&message), None)
    })
}

/// Writes a result as a plain object, with absent fields left out.
pub(super) fn write<T: Tsify + Serialize>(result: &T) -> Thrown<Ts<T>> {
    result.into_ts().map_err(|fault| error("internal", &fault.to_string(), None))
}

pub(super) fn texts(lang: Option<&str>) -> Thrown<Texts> {
    let language = lang.map_or(Ok(Language::default()), str::parse).map_err(thrown)?;
    Texts::of(language).map_err(thrown)
}

/// The questionnaire that the options describe.
pub(super) fn questionnaire(
    perspective: Option<String>,
    variant: Option<String>,
    statements: Option<Vec<StatementInput>>,
) -> Thrown<Questionnaire> {
    let perspective = perspective.as_deref().map_or(Ok(Default::default()), str::parse).map_err(thrown)?;
    let variant = variant.as_deref().map_or(Ok(Default::default()), str::parse).map_err(thrown)?;
    let Some(statements) = statements else { return Ok(Questionnaire::standard(perspective, variant)) };
    let statements = statements.into_iter().map(StatementInput::read).collect::<Result<_, Error>>().map_err(thrown)?;
    Questionnaire::own(perspective, variant, statements).map_err(thrown)
}

/// A questionnaire with what was answered.
pub(super) struct Sheet {
    pub(super) questionnaire: Questionnaire,
    pub(super) answers: Answers,
}

impl Sheet {
    pub(super) fn read(
        perspective: Option<String>,
        variant: Option<String>,
        statements: Option<Vec<StatementInput>>,
        answers: BTreeMap<String, Option<AnswerValue>>,
    ) -> Thrown<Self> {
        let questionnaire = questionnaire(perspective, variant, statements)?;
        let read = |(id, value): (&String, &Option<AnswerValue>)| match AnswerValue::read(value.as_ref()) {
            Some(answer) => Ok((id.clone(), answer)),
            None => {
                let given = value.as_ref().map(AnswerValue::given).unwrap_or_default();
                let message = [id, ": ", &AnswerError::new(given).to_string()].concat();
                Err(error("answer-out-of-range", &message, Some(id)))
            }
        };
        let given = answers.iter().map(read).collect::<Result<Vec<_>, JsValue>>()?;
        let pairs = given.iter().map(|(id, answer)| (id.as_str(), *answer));
        let answers = questionnaire.answers(pairs).map_err(|fault| {
            let field = match &fault {
                crate::knoster::KnosterError::UnknownStatement(id) => id.clone(),
                _ => "answers".into(),
            };
            error(fault.code(), &fault.to_string(), Some(&field))
        })?;
        Ok(Self { questionnaire, answers })
    }
}
