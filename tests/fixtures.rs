//! The reference cases of `tests/fixtures`, which run natively, on wasm32 and through the npm package.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a fixture that does not fit may stop the test")]

use olievlek::Error;
use olievlek::knoster::{Answers, ElementProfile, Profile, Questionnaire, ResultCode, Statement};
use olievlek::survey::{Answer, AnswerError};
use serde_json::Value;

fn knoster() -> Value {
    serde_json::from_str(include_str!("fixtures/knoster.json")).unwrap()
}

/// The cases of one list, each with its name for messages; an empty list would prove nothing.
fn each(list: &str, check: impl Fn(&str, &Value)) {
    let fixtures = knoster();
    let cases = fixtures[list].as_array().unwrap();
    assert!(cases.len() >= 15, "`{list}` holds {} cases", cases.len());
    for case in cases {
        check(case["name"].as_str().unwrap(), case);
    }
}

/// The questionnaire that a case or its options describe.
fn questionnaire(case: &Value) -> Result<Questionnaire, Error> {
    let perspective = case["perspective"].as_str().unwrap_or("staff").parse()?;
    let variant = case["variant"].as_str().unwrap_or("five").parse()?;
    let Some(statements) = case["statements"].as_array() else {
        return Ok(Questionnaire::standard(perspective, variant));
    };
    let statement = |given: &Value| {
        let text = |field: &str| given[field].as_str().unwrap().to_owned();
        let statement = Statement::new(text("id"), text("element").parse()?, text("text"));
        Ok::<_, Error>(if given["revealsGap"] == true { statement.revealing_gap() } else { statement })
    };
    let statements = statements.iter().map(statement).collect::<Result<_, _>>()?;
    Ok(Questionnaire::own(perspective, variant, statements)?)
}

fn answer(given: &Value) -> Result<Answer, AnswerError> {
    match given {
        Value::String(text) if text == "unknown" => Ok(Answer::Unknown),
        Value::String(text) if text == "not-applicable" => Ok(Answer::NotApplicable),
        // What Rust's types rule out, the boundary refuses with the same error.
        other => match other.as_u64().and_then(|value| u8::try_from(value).ok()) {
            Some(value) => Answer::from_value(value),
            None => Err(AnswerError::new(other.to_string())),
        },
    }
}

fn answers(questionnaire: &Questionnaire, case: &Value) -> Result<Answers, Error> {
    let given = case["answers"].as_object().unwrap().iter();
    let given = given.map(|(id, value)| Ok((id.as_str(), answer(value)?))).collect::<Result<Vec<_>, Error>>()?;
    Ok(questionnaire.answers(given)?)
}

/// What a profile says about an element, in the fields of the fixtures.
fn found(profile: &ElementProfile) -> Value {
    let counts = profile.counts();
    serde_json::json!({
        "score": profile.score(),
        "status": profile.status().id(),
        "points": profile.points(),
        "answered": counts.answered,
        "unknown": counts.unknown,
        "notApplicable": counts.not_applicable,
        "unanswered": counts.unanswered,
        "signal": profile.signal().map(|signal| signal.id()),
    })
}

/// The same, but for the last digits of the score.
#[track_caller]
fn assert_same(found: &Value, expected: &Value, name: &str) {
    let near = match (found["score"].as_f64(), expected["score"].as_f64()) {
        (Some(found), Some(expected)) => (found - expected).abs() < 1e-12,
        (found, expected) => found == expected,
    };
    let rest = |value: &Value| {
        let mut fields = value.as_object().unwrap().clone();
        fields.remove("score");
        fields
    };
    assert!(near && rest(found) == rest(expected), "{name}: expected {expected}, found {found}");
}

#[test]
fn answers_give_the_profile_and_the_code_of_the_reference() {
    each("cases", |name, case| {
        let questionnaire = questionnaire(case).unwrap();
        let answers = answers(&questionnaire, case).unwrap();
        let profile = Profile::new(&questionnaire, &answers);
        let expected = &case["expect"];
        assert_eq!(profile.elements().len(), expected["elements"].as_object().unwrap().len(), "{name}");
        for element in profile.elements() {
            let id = element.element().id();
            assert_same(&found(element), &expected["elements"][id], &format!("{name}, {id}"));
        }
        let weakest: Vec<&str> = profile.weakest().iter().map(|element| element.id()).collect();
        assert_eq!(serde_json::json!(weakest), expected["weakest"], "{name}");

        let code = ResultCode::encode(&questionnaire, &answers);
        assert_eq!(code, expected["code"], "{name}");
        let read = ResultCode::decode(&code, Some(&questionnaire)).map(ResultCode::into_parts);
        assert_eq!(read, Ok((questionnaire, answers)), "{name}");
    });
}

#[test]
fn what_people_make_of_a_code_reads_as_that_code() {
    each("goodCodes", |name, case| {
        let [code, same] = ["code", "same"].map(|field| ResultCode::decode(case[field].as_str().unwrap(), None));
        assert!(same.is_ok(), "{name}: {same:?}");
        assert_eq!(code, same, "{name}");
    });
}

#[test]
fn a_wrong_code_is_refused_for_the_right_reason() {
    each("badCodes", |name, case| {
        let own = case["statements"].is_array().then(|| questionnaire(case).unwrap());
        let read = ResultCode::decode(case["code"].as_str().unwrap(), own.as_ref());
        assert_eq!(read.map_err(|error| error.code()).unwrap_err(), case["error"], "{name}");
    });
}

#[test]
fn input_that_cannot_be_understood_is_refused_for_the_right_reason() {
    each("badInput", |name, case| {
        let options = &case["options"];
        let read = questionnaire(options).and_then(|questionnaire| match options["answers"].is_object() {
            true => answers(&questionnaire, options).map(|_| ()),
            false => Ok(()),
        });
        assert_eq!(read.map_err(|error| error.code()).unwrap_err(), case["error"], "{name}");
    });
}
