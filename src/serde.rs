//! `Serialize` and `Deserialize` for the domain's types (feature `serde`).
//!
//! The spelling is that of the JavaScript API: ids as text, fields in camelCase. Whatever is read goes through the
//! checked constructors, so that data from outside obeys the same rules, and a fault has the message of the domain.

use core::fmt;

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use serde::de::{Error as _, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::content::Language;
use crate::knoster::{
    AnswerCounts, ChangeElement, ElementProfile, Perspective, Profile, Questionnaire, Signal, Statement, Status,
    Variant,
};
use crate::survey::{Answer, AnswerError};

macro_rules! by_display {
    ($($type:ty),*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    )*};
}

macro_rules! by_from_str {
    ($($type:ty),*) => {$(
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
            }
        }
    )*};
}

by_display!(Language, Perspective, Variant, ChangeElement, Signal, Status);
by_from_str!(Language, Perspective, Variant, ChangeElement);

impl<'de> Deserialize<'de> for Signal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        one_of(deserializer, "signal", Variant::Consensus.elements().iter().map(|element| element.signal()))
    }
}

impl<'de> Deserialize<'de> for Status {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        one_of(deserializer, "status", Self::ALL.into_iter())
    }
}

/// The one of these that is written as the text that comes.
fn one_of<'de, D, T>(deserializer: D, what: &str, mut known: impl Iterator<Item = T> + Clone) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: fmt::Display,
{
    let given = String::deserialize(deserializer)?;
    let names: Vec<String> = known.clone().map(|known| known.to_string()).collect();
    let fault = || D::Error::custom(format!("expected a {what} of `{}`, got `{given}`", names.join("`, `")));
    known.find(|known| known.to_string() == given).ok_or_else(fault)
}

/// 1 to 5, `"unknown"`, `"not-applicable"`, or nothing (`null`) where nothing was answered.
impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Agreement(agreement) => serializer.serialize_u8(agreement.value()),
            Self::Unanswered => serializer.serialize_unit(),
            Self::Unknown | Self::NotApplicable => serializer.serialize_str(self.id()),
        }
    }
}

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnswerVisitor)
    }
}

struct AnswerVisitor;

impl Visitor<'_> for AnswerVisitor {
    type Value = Answer;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a whole number from 1 to 5, `unknown`, `not-applicable` or nothing")
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Answer, E> {
        Ok(Answer::Unanswered)
    }

    fn visit_u64<E: serde::de::Error>(self, given: u64) -> Result<Answer, E> {
        let value = u8::try_from(given).map_err(|_| AnswerError::new(given.to_string()));
        value.and_then(Answer::from_value).map_err(E::custom)
    }

    fn visit_i64<E: serde::de::Error>(self, given: i64) -> Result<Answer, E> {
        let value = u64::try_from(given).map_err(|_| E::custom(AnswerError::new(given.to_string())));
        value.and_then(|value| self.visit_u64(value))
    }

    /// A format with one kind of number writes 4 as `4.0`.
    fn visit_f64<E: serde::de::Error>(self, given: f64) -> Result<Answer, E> {
        let value = given as u8;
        if f64::from(value) == given {
            self.visit_u64(value.into())
        } else {
            Err(E::custom(AnswerError::new(given.to_string())))
        }
    }

    fn visit_bool<E: serde::de::Error>(self, given: bool) -> Result<Answer, E> {
        Err(E::custom(AnswerError::new(given.to_string())))
    }

    fn visit_str<E: serde::de::Error>(self, given: &str) -> Result<Answer, E> {
        match Answer::from_id(given) {
            Some(answer @ (Answer::Unknown | Answer::NotApplicable)) => Ok(answer),
            _ => Err(E::custom(AnswerError::new(given))),
        }
    }
}

/// A statement as data.
#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct StatementData {
    id: String,
    element: ChangeElement,
    /// Our own stand in the text packs.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<TextData>,
    #[serde(default)]
    reveals_gap: bool,
}

#[derive(Deserialize, Serialize)]
#[serde(untagged, expecting = "expected a text, or one for each language")]
enum TextData {
    One(String),
    Each(BTreeMap<Language, String>),
}

/// `{id, element, text, revealsGap}`, where `text` is one text, or an object with texts by language.
impl Serialize for Statement {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = |language| Some((language, String::from(self.own_text(language)?)));
        let mut texts: BTreeMap<_, _> = Language::ALL.into_iter().filter_map(text).collect();
        // What stands first is for all languages without a text of their own.
        let first = texts.first_key_value().map(|(_, text)| text.clone());
        texts.retain(|language, text| *language == Language::default() || first.as_ref() != Some(text));
        let text = first.map(|first| if texts.len() == 1 { TextData::One(first) } else { TextData::Each(texts) });
        let data =
            StatementData { id: self.id().into(), element: self.element(), text, reveals_gap: self.reveals_gap() };
        data.serialize(serializer)
    }
}

/// Whether id and text are usable is checked when the questionnaire is made.
impl<'de> Deserialize<'de> for Statement {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let StatementData { id, element, text, reveals_gap } = StatementData::deserialize(deserializer)?;
        let statement = match text.ok_or_else(|| D::Error::missing_field("text"))? {
            TextData::One(text) => Self::new(id, element, text),
            TextData::Each(texts) => {
                let mut texts = texts.into_iter();
                let first = texts.next().map(|(_, text)| text).unwrap_or_default();
                texts.fold(Self::new(id, element, first), |statement, (language, text)| {
                    statement.translated(language, text)
                })
            }
        };
        Ok(if reveals_gap { statement.revealing_gap() } else { statement })
    }
}

#[derive(Deserialize, Serialize)]
struct QuestionnaireData {
    perspective: Perspective,
    variant: Variant,
    /// A partner's own; left out for ours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    statements: Option<Vec<Statement>>,
}

/// `{perspective, variant, statements}`, the last for a partner's own only.
impl Serialize for Questionnaire {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let statements = self.is_own().then(|| self.statements().to_vec());
        QuestionnaireData { perspective: self.perspective(), variant: self.variant(), statements }.serialize(serializer)
    }
}

/// Through [`Questionnaire::own`], or [`Questionnaire::standard`] where there are no statements.
impl<'de> Deserialize<'de> for Questionnaire {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let QuestionnaireData { perspective, variant, statements } = QuestionnaireData::deserialize(deserializer)?;
        match statements {
            None => Ok(Self::standard(perspective, variant)),
            Some(statements) => Self::own(perspective, variant, statements).map_err(D::Error::custom),
        }
    }
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct ElementData {
    id: ChangeElement,
    points: u16,
    answered: u16,
    unknown: u16,
    not_applicable: u16,
    unanswered: u16,
}

/// `{id, points, answered, unknown, notApplicable, unanswered}`: score, status and signal follow from these.
impl Serialize for ElementProfile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let AnswerCounts { answered, unknown, not_applicable, unanswered } = self.counts();
        let (id, points) = (self.element(), self.points());
        ElementData { id, points, answered, unknown, not_applicable, unanswered }.serialize(serializer)
    }
}

/// Through [`ElementProfile::from_counts`]; other fields are not looked at.
impl<'de> Deserialize<'de> for ElementProfile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let ElementData { id, points, answered, unknown, not_applicable, unanswered } =
            ElementData::deserialize(deserializer)?;
        let fault = || {
            let most = 4 * u32::from(answered);
            D::Error::custom(format!("expected 0 to {most} points for {answered} answers, got `{points}`"))
        };
        let counts = AnswerCounts { answered, unknown, not_applicable, unanswered };
        Self::from_counts(id, points, counts).ok_or_else(fault)
    }
}

/// `{perspective, variant, elements}`.
///
/// # Examples
///
/// ```
/// use olievlek::knoster::{Perspective, Profile, Questionnaire, Variant};
///
/// let questionnaire = Questionnaire::standard(Perspective::Staff, Variant::Five);
/// let profile = Profile::new(&questionnaire, &questionnaire.blank());
/// let json = serde_json::to_string(&profile)?;
/// assert_eq!(serde_json::from_str::<Profile>(&json)?, profile);
///
/// let wrong = json.replacen("\"points\":0", "\"points\":9", 1);
/// let error = serde_json::from_str::<Profile>(&wrong).map_err(|error| error.to_string());
/// assert!(error.is_err_and(|error| error.starts_with("expected 0 to 0 points for 0 answers, got `9`")));
/// # Ok::<(), serde_json::Error>(())
/// ```
impl Serialize for Profile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let elements = self.elements().to_vec();
        ProfileData { perspective: self.perspective(), variant: self.variant(), elements }.serialize(serializer)
    }
}

#[derive(Deserialize, Serialize)]
struct ProfileData {
    perspective: Perspective,
    variant: Variant,
    elements: Vec<ElementProfile>,
}

/// Through [`Profile::from_elements`]; other fields are not looked at.
impl<'de> Deserialize<'de> for Profile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let ProfileData { perspective, variant, elements } = ProfileData::deserialize(deserializer)?;
        let fault = || D::Error::custom(format!("expected the elements of the variant `{variant}`, in order"));
        Self::from_elements(perspective, variant, elements).ok_or_else(fault)
    }
}

#[cfg(test)]
mod tests {
    use core::fmt::Debug;

    use serde::de::DeserializeOwned;
    use serde_json::{Value, from_value, json, to_value};

    use super::*;

    #[track_caller]
    fn both_ways<T: Serialize + DeserializeOwned + PartialEq + Debug>(given: T, expected: Value) {
        assert_eq!(to_value(&given).unwrap(), expected);
        assert_eq!(from_value::<T>(expected).unwrap(), given);
    }

    #[track_caller]
    fn refused<T: DeserializeOwned + Debug>(given: Value) -> String {
        from_value::<T>(given).unwrap_err().to_string()
    }

    #[test]
    fn ids_are_text() {
        both_ways(Language::ALL, json!(["nl-BE", "en", "fr", "de"]));
        both_ways(Perspective::ALL, json!(["staff", "policy", "school"]));
        both_ways(Variant::ALL, json!(["five", "consensus"]));
        both_ways(Status::ALL, json!(["strong", "fragile", "weak", "undetermined"]));
        for element in Variant::Consensus.elements() {
            both_ways(*element, json!(element.id()));
            both_ways(element.signal(), json!(element.signal().id()));
        }
        assert_eq!(
            refused::<Perspective>(json!("Staff")),
            "expected the perspective `staff`, `policy` or `school`, got `Staff`"
        );
        assert_eq!(refused::<Language>(json!("tlh")), "expected a language of `nl-BE`, `en`, `fr` or `de`, got `tlh`");
        assert_eq!(
            refused::<Status>(json!("")),
            "expected a status of `strong`, `fragile`, `weak`, `undetermined`, got ``"
        );
        assert!(refused::<Signal>(json!("cause")).ends_with("`anxiety`, `sabotage`, got `cause`"));
    }

    #[test]
    fn an_answer_is_a_number_a_word_or_nothing() {
        let answers: [Answer; 8] =
            ["1", "2", "3", "4", "5", "unknown", "not-applicable", ""].map(|id| Answer::from_id(id).unwrap());
        both_ways(answers, json!([1, 2, 3, 4, 5, "unknown", "not-applicable", null]));
        assert_eq!(from_value::<Answer>(json!(4.0)).unwrap(), Answer::from_value(4).unwrap());
        for bad in [
            json!(0),
            json!(6),
            json!(-1),
            json!(300),
            json!(3.5),
            json!(1e300),
            json!("4"),
            json!("unanswered"),
            json!(true),
        ] {
            let given = bad.as_str().map_or_else(|| bad.to_string(), String::from);
            let message = refused::<Answer>(bad);
            assert!(message.starts_with("expected a whole number from 1 to 5"), "{message}");
            assert!(given.contains("1e") || message.ends_with(&format!("got `{given}`")), "{message}");
        }
        assert!(refused::<Answer>(json!([4])).contains("expected a whole number from 1 to 5, `unknown`"));
    }

    fn statements() -> Vec<Statement> {
        let pair = |element: &ChangeElement| {
            let first =
                Statement::new(element.id(), *element, "Eerste {change}.").translated(Language::En, "First {change}.");
            [first, Statement::new(format!("{element}.2"), *element, "Tweede.").revealing_gap()]
        };
        Variant::Five.elements().iter().flat_map(pair).collect()
    }

    #[test]
    fn a_statement_has_one_text_or_one_for_each_language() {
        let [first, second] = <[Statement; 2]>::try_from(statements().drain(..2).collect::<Vec<_>>()).unwrap();
        let text = json!({ "nl-BE": "Eerste {change}.", "en": "First {change}." });
        both_ways(first, json!({ "id": "vision", "element": "vision", "text": text, "revealsGap": false }));
        both_ways(second, json!({ "id": "vision.2", "element": "vision", "text": "Tweede.", "revealsGap": true }));
        // A text for the other languages does not get lost when Dutch has its own.
        let odd = Statement::new("a", ChangeElement::Plan, "Rest").translated(Language::NlBe, "Eigen");
        let texts = json!({ "nl-BE": "Eigen", "en": "Rest", "fr": "Rest", "de": "Rest" });
        assert_eq!(to_value(odd).unwrap()["text"], texts);
        assert!(refused::<Statement>(json!({ "id": "a", "element": "plans", "text": "x" })).ends_with("got `plans`"));
        assert!(refused::<Statement>(json!({ "id": "a", "element": "plan" })).contains("`text`"));
        assert_eq!(
            refused::<Statement>(json!({ "id": "a", "element": "plan", "text": 1 })),
            "expected a text, or one for each language"
        );
    }

    #[test]
    fn a_questionnaire_is_made_again() {
        let standard = Questionnaire::standard(Perspective::School, Variant::Consensus);
        both_ways(standard, json!({ "perspective": "school", "variant": "consensus" }));
        let own = Questionnaire::own(Perspective::Staff, Variant::Five, statements()).unwrap();
        let data = to_value(&own).unwrap();
        both_ways(own, data.clone());

        let mut wrong = data.clone();
        wrong["statements"][1]["id"] = "a b".into();
        assert!(refused::<Questionnaire>(wrong).starts_with("statement 1 (counted from 0): expected an id"));
        let mut few = data;
        few["statements"].as_array_mut().unwrap().pop();
        assert!(refused::<Questionnaire>(few).contains("`competences`, got 1"));
    }

    #[test]
    fn a_profile_is_checked() {
        let questionnaire = Questionnaire::standard(Perspective::Policy, Variant::Five);
        let mut answers = questionnaire.blank();
        (0..25).for_each(|index| answers.set(index, Answer::from_bits(index as u8)));
        let profile = Profile::new(&questionnaire, &answers);
        let data = to_value(&profile).unwrap();
        // Unanswered, 1, 2, 3 and 4; the third and the fifth reveal a gap, so 0 + 3 + 2 + 1 points.
        let vision =
            json!({ "id": "vision", "points": 6, "answered": 4, "unknown": 0, "notApplicable": 0, "unanswered": 1 });
        assert_eq!(data["elements"][0], vision);
        both_ways(profile, data.clone());

        let mut many = data.clone();
        many["elements"][2]["points"] = 21.into();
        assert!(refused::<Profile>(many).ends_with("answers, got `21`"));
        let mut few = data;
        few["elements"].as_array_mut().unwrap().pop();
        assert_eq!(refused::<Profile>(few), "expected the elements of the variant `five`, in order");
    }
}
