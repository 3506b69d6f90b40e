//! Reading what JavaScript gives, and saying what is wrong with it.

use std::string::{String, ToString};
use std::vec::Vec;

use js_sys::{Array, Object, Reflect, Symbol};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::Thrown;
use super::options::{LanguageOptions, Options};
use crate::Error;
use crate::calendar::{CalendarError, Date, TimeError, parse_iso};
use crate::content::Texts;
use crate::knoster::KnosterError;
use crate::team::TeamError;

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
    let given = given.into();
    let field = match &given {
        Error::Answer(_) => "answers",
        Error::Code(_) => "code",
        Error::Language(_) | Error::Reading(_) => "lang",
        Error::Knoster(KnosterError::UnknownStatement(id)) => id,
        Error::Knoster(_) => "statements",
        Error::Calendar(_) => "date",
        Error::Time(TimeError::Language(_)) => "lang",
        Error::Time(_) => "text",
        Error::Diffusion(_) => "adopters",
        Error::Goal(_) => "goal",
        Error::Plan(_) => "plan",
        Error::Survey(_) => "matrix",
        Error::Team(TeamError::Mapping { .. }) => "mapping",
        Error::Team(_) => "text",
    };
    error(given.code(), &given.to_string(), Some(field))
}

/// An error of the domain about what stands at this place.
pub(super) fn thrown_at(given: impl Into<Error>, place: &str) -> JsValue {
    let given = given.into();
    error(given.code(), &given.to_string(), Some(option_of(place)))
}

/// A value of another type than the one asked for.
pub(super) fn wrong_type(expected: &str, place: &str, given: &JsValue) -> JsValue {
    let at = if place.is_empty() { String::new() } else { [" as `", place, "`"].concat() };
    let given = if is_absent(given) { "nothing".into() } else { ["`", &shown(given), "`"].concat() };
    let message = ["expected ", expected, &at, ", got ", &given].concat();
    error("invalid-type", &message, Some(option_of(place)).filter(|option| !option.is_empty()))
}

/// The option that a place such as `statements[2].text` is in.
fn option_of(place: &str) -> &str {
    place.split(['[', '.']).next().unwrap_or_default()
}

fn is_absent(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

/// A value as a message quotes it.
pub(super) fn shown(value: &JsValue) -> String {
    match (value.as_string(), value.as_f64(), value.as_bool()) {
        (Some(text), ..) => text,
        (_, Some(number), _) => number.to_string(),
        (.., Some(truth)) => truth.to_string(),
        _ if is_absent(value) => "nothing".into(),
        _ if Array::is_array(value) => "a list".into(),
        _ if value.is_object() => "an object".into(),
        _ => value.js_typeof().as_string().unwrap_or_default(),
    }
}

/// What can be read from a value that is there.
pub(super) trait FromJs: Sized {
    /// Reads `value`, which stands at `place`: an option, or a field of one.
    fn from_js(value: JsValue, place: &str) -> Thrown<Self>;
}

/// Reads a value that must be there.
pub(super) fn value<T: FromJs>(given: JsValue, place: &str) -> Thrown<T> {
    T::from_js(given, place)
}

/// An object of which each field is read by its name. A field that does not exist is reported, since a typo would go
/// unseen otherwise.
pub(super) struct Fields {
    object: JsValue,
    place: String,
}

impl Fields {
    pub(super) fn of(object: JsValue, place: &str, expected: &str, known: &[&str]) -> Thrown<Self> {
        let fields = Self { object: plain(object, place, expected)?, place: place.into() };
        for name in Object::keys(fields.object.unchecked_ref::<Object>()).iter().filter_map(|name| name.as_string()) {
            if !known.contains(&name.as_str()) {
                let message =
                    ["expected an option of `", &known.join("`, `"), "`, got `", &fields.place_of(&name), "`"];
                let field = if place.is_empty() { &name } else { option_of(place) };
                return Err(error("unknown-option", &message.concat(), Some(field)));
            }
        }
        Ok(fields)
    }

    pub(super) fn optional<T: FromJs>(&self, name: &str) -> Thrown<Option<T>> {
        self.required(name)
    }

    pub(super) fn required<T: FromJs>(&self, name: &str) -> Thrown<T> {
        T::from_js(Reflect::get(&self.object, &name.into())?, &self.place_of(name))
    }

    fn place_of(&self, name: &str) -> String {
        if self.place.is_empty() { name.into() } else { [&self.place, ".", name].concat() }
    }
}

/// An object that is no list, `Map` or the like: these would look empty.
pub(super) fn plain(value: JsValue, place: &str, expected: &str) -> Thrown<JsValue> {
    let is_plain = value.is_object() && !Symbol::iterator().js_in(value.unchecked_ref());
    if is_plain { Ok(value) } else { Err(wrong_type(expected, place, &value)) }
}

impl FromJs for String {
    fn from_js(value: JsValue, place: &str) -> Thrown<Self> {
        value.as_string().ok_or_else(|| wrong_type("a string", place, &value))
    }
}

impl FromJs for Date {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        let text: String = value(given, place)?;
        parse_iso(&text).ok_or_else(|| thrown_at(CalendarError::NotIso(text), place))
    }
}

impl FromJs for f64 {
    fn from_js(value: JsValue, place: &str) -> Thrown<Self> {
        value.as_f64().ok_or_else(|| wrong_type("a number", place, &value))
    }
}

impl FromJs for bool {
    fn from_js(value: JsValue, place: &str) -> Thrown<Self> {
        value.as_bool().ok_or_else(|| wrong_type("`true` or `false`", place, &value))
    }
}

/// A whole number that counts something.
impl FromJs for u32 {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        let whole =
            given.as_f64().filter(|number| (0.0..=f64::from(Self::MAX)).contains(number) && number.fract() == 0.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number in range")]
        let whole = whole.map(|number| number as Self);
        whole.ok_or_else(|| wrong_type("a whole number of 0 or more", place, &given))
    }
}

/// What may be missing in a list: `null`, or `undefined` for a hole.
impl<T: FromJs> FromJs for Option<T> {
    fn from_js(given: JsValue, place: &str) -> Thrown<Self> {
        if is_absent(&given) { Ok(None) } else { T::from_js(given, place).map(Some) }
    }
}

impl<T: FromJs> FromJs for Vec<T> {
    fn from_js(value: JsValue, place: &str) -> Thrown<Self> {
        if !Array::is_array(&value) {
            return Err(wrong_type("a list", place, &value));
        }
        let entries = value.unchecked_ref::<Array>().iter().enumerate();
        entries.map(|(index, entry)| T::from_js(entry, &[place, "[", &index.to_string(), "]"].concat())).collect()
    }
}

/// A value of the domain, by its own rules for reading.
pub(super) fn domain<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    serde_wasm_bindgen::from_value(value).ok()
}

/// Reads the options of a call; none are as good as an empty object.
pub(super) fn read<T: Options>(given: Option<Ts<T>>) -> Thrown<T> {
    let value = given.map_or(JsValue::UNDEFINED, |given| given.js_value());
    let value = if is_absent(&value) { Object::new().into() } else { value };
    T::read(&Fields::of(value, "", "an object with options", &T::names())?)
}

/// Writes a result as a plain object, with absent fields left out.
pub(super) fn write<T: Tsify + Serialize>(result: &T) -> Thrown<Ts<T>> {
    result.into_ts().map_err(|fault| error("internal", &fault.to_string(), None))
}

pub(super) fn texts(options: LanguageOptions) -> Thrown<Texts> {
    Texts::of(options.lang.unwrap_or_default()).map_err(thrown)
}
