//! JSON beside another reader of it.

use olievlek::calendar::Date;
use olievlek::content::Language;
use olievlek::smarti::json::Value;
use olievlek::smarti::{Plan, progress};
use proptest::prelude::*;
use proptest::sample::Index;

use super::made::{hostile, plan};
use super::{config, texts, tree};

/// Trees that both readers know: numbers within what `serde_json` keeps exactly.
pub(super) fn json() -> impl Strategy<Value = Value> {
    let number = prop_oneof![
        any::<i64>().prop_map(|whole| whole.to_string()),
        (any::<i32>(), 1_u32..1_000_000).prop_map(|(whole, part)| format!("{whole}.{part}")),
        (any::<i16>(), -30_i32..30).prop_map(|(whole, power)| format!("{whole}e{power}")),
    ];
    let text = || prop_oneof![hostile(), any::<String>(), "[\\x00-\\x20\"\\\\/]{0,8}"];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        number.prop_map(Value::Number),
        text().prop_map(Value::Text),
    ];
    leaf.prop_recursive(6, 48, 6, move |inner| {
        let fields = prop::collection::hash_map(text(), inner.clone(), 0..6);
        prop_oneof![
            prop::collection::vec(inner, 0..6).prop_map(Value::List),
            fields.prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

pub(super) fn as_theirs(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(value) => (*value).into(),
        Value::Number(number) => tree(number),
        Value::Text(text) => text.as_str().into(),
        Value::List(entries) => entries.iter().map(as_theirs).collect(),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.clone(), as_theirs(value)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
    }
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn both_readers_read_the_same(value in json(), pretty in any::<bool>()) {
        let json = value.to_json();
        prop_assert_eq!(tree(&json), as_theirs(&value));
        let spelled = if pretty { serde_json::to_string_pretty(&tree(&json)).unwrap() } else { escaped(&json) };
        prop_assert_eq!(as_theirs(&Value::parse(&spelled).unwrap()), as_theirs(&value));
        prop_assert_eq!(Value::parse(&json).unwrap(), value);
    }

    #[test]
    fn both_readers_refuse_the_same(text in prop_oneof![
        "[\\[\\]{}\",:0-9eE+.\\-\\\\u tfnrals\\n]{0,24}",
        any::<String>(),
        // Pairs of surrogates, whole and broken.
        r#""(\\u[dD][89a-fA-F][0-9]{2}|\\u00[0-9a-f]{2}|x){0,4}""#,
    ]) {
        let (ours, theirs) = (Value::parse(&text), serde_json::from_str::<serde_json::Value>(&text));
        match (&ours, &theirs) {
            (Ok(value), Ok(_)) => prop_assert_eq!(&Value::parse(&value.to_json()).unwrap(), value),
            (Err(error), Err(_)) => {
                let line = text.split('\n').nth(error.line() - 1).unwrap();
                prop_assert!(error.column() <= line.chars().count() + 1);
            }
            // A number too large for them is one of ours, and a mark at the start of a file is no fault.
            (Ok(_), Err(error)) => prop_assert!(error.to_string().starts_with("number out of range") || text.starts_with('\u{feff}'), "{}", error),
            (Err(error), Ok(_)) => prop_assert!(false, "{error} for {text:?}"),
        }
    }

    #[test]
    fn a_broken_plan_never_breaks_the_reader(plan in plan(), at in any::<Index>(), noise in any::<u8>()) {
        let mut bytes = plan.to_json().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = noise;
        let text = String::from_utf8_lossy(&bytes);
        if let Ok(read) = Plan::from_json(&text) {
            prop_assert_eq!(&Plan::from_json(&read.to_json()).unwrap(), &read);
            let texts = texts(Language::De);
            read.warnings().iter().for_each(|warning| assert!(!warning.text(&read, &texts).is_empty()));
            read.goals().for_each(|goal| _ = progress(goal, Date::constant(2026, 1, 1)));
        }
    }
}

/// The same JSON with every character outside ASCII as `\u` escapes, in pairs where it takes two.
fn escaped(json: &str) -> String {
    let mut out = String::new();
    for character in json.chars() {
        if character.is_ascii() {
            out.push(character);
        } else {
            let mut units = [0; 2];
            character.encode_utf16(&mut units).iter().for_each(|unit| out.push_str(&format!("\\u{unit:04x}")));
        }
    }
    out
}

#[test]
fn of_two_fields_with_one_name_the_last_counts_however_many_there_are() {
    let many = r#""title":"a","x":1,"#.repeat(20_000);
    let plan = Plan::from_json(&format!(r#"{{{many}"title":"z","strategicGoals":[]}}"#)).unwrap();
    assert_eq!(plan.title(), "z");
}
