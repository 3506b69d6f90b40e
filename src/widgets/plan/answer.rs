//! The answers, as text.

use alloc::string::String;
use alloc::vec::Vec;

use crate::chart::{push_whole, whole};
use crate::content::{Texts, trim};
use crate::smarti::json::Value;
use crate::smarti::{ItemId, Level, Plan, PlanError, goals_from_text};

/// See [`ask`](super::element::ask).
pub(super) fn answer(what: u8, json: &str, texts: &Texts) -> String {
    match try_to(what, json, texts) {
        Ok(answer) => answer,
        Err(error) => fault(&error, texts),
    }
}

fn try_to(what: u8, json: &str, texts: &Texts) -> Result<String, PlanError> {
    let mut value = if trim(json).is_empty() { Plan::new("").to_value() } else { Value::parse(json)? };
    // What is being written goes beside the plan, and stays as it is.
    let draft = take(&mut value, "draft");
    let under = take(&mut value, "under");
    let mut plan = Plan::from_value(value)?;
    let text = match draft.as_ref().and_then(|draft| draft.get("text")) {
        Some(Value::Text(text)) => text,
        _ => "",
    };
    Ok(match what {
        b'm' => plan.to_markdown(texts),
        // A spreadsheet reads UTF-8 where this mark says so.
        b'c' => ["\u{FEFF}", &plan.to_csv(texts)].concat(),
        b'l' => {
            let mut lines = whole(goals_from_text(text).len());
            for warning in plan.warnings() {
                lines.push('\n');
                lines.push_str(&warning.text(&plan, texts));
            }
            lines
        }
        b'p' => {
            add(&mut plan, text, under.as_ref())?;
            plan.to_json()
        }
        _ => {
            let mut value = plan.to_value();
            if let (Value::Object(fields), Some(draft)) = (&mut value, draft) {
                fields.push(("draft".into(), draft));
            }
            value.to_json()
        }
    })
}

/// Adds the goals of a text: under the strategic goals that stand in it, and before the first of those under the one that
/// was chosen.
fn add(plan: &mut Plan, text: &str, under: Option<&Value>) -> Result<(), PlanError> {
    let pasted = goals_from_text(text);
    let chosen = plan.strategic_goals().iter().find(|strategic| under == Some(&number(strategic.id())));
    let chosen = chosen.map(|strategic| strategic.id());
    let ids = plan.add_pasted(&pasted)?;
    let Some(chosen) = chosen else { return Ok(()) };
    for (id, entry) in ids.iter().zip(&pasted) {
        match entry.level {
            Level::Strategic => break,
            Level::Operational => plan.move_to(*id, chosen, usize::MAX)?,
            Level::Action => {}
        }
    }
    Ok(())
}

fn number(id: ItemId) -> Value {
    let mut digits = String::new();
    push_whole(&mut digits, id);
    Value::Number(digits)
}

fn take(value: &mut Value, name: &str) -> Option<Value> {
    let Value::Object(fields) = value else { return None };
    let at = fields.iter().position(|(known, _)| known == name)?;
    Some(fields.remove(at).1)
}

/// What is wrong, for a program and for a reader: where it is, and what was expected there.
fn fault(error: &PlanError, texts: &Texts) -> String {
    let (mut field, mut values): (&str, Vec<(&str, String)>) = ("", Vec::new());
    let key = match error {
        PlanError::Json(error) => {
            values.extend([("line", whole(error.line())), ("column", whole(error.column()))]);
            "goal-plan.error.syntax"
        }
        PlanError::Field { path, expected } => {
            field = path;
            values.extend([("field", path.clone()), ("expected", texts.get(expected_key(expected)).into())]);
            "goal-plan.error.shape"
        }
        PlanError::TooMany { most } => {
            values.push(("n", whole(*most)));
            "goal-plan.error.many"
        }
        PlanError::Goal(error) => {
            field = error.field().unwrap_or_default();
            values.push(("field", field.into()));
            "goal-plan.error.long"
        }
        _ => "goal-plan.error.gone",
    };
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    ["!", error.code(), "\t", field, "\t", &texts.fill(key, &values)].concat()
}

/// The key of what was expected, in the reader's words; the domain says it in English, for programmers.
fn expected_key(expected: &str) -> &'static str {
    let words = [
        ("a text", "goal-plan.expected.text"),
        ("a list", "goal-plan.expected.list"),
        ("an object", "goal-plan.expected.object"),
        ("a date such as", "goal-plan.expected.date"),
        ("a number of", "goal-plan.expected.number"),
        ("a whole number", "goal-plan.expected.whole"),
        ("a period", "goal-plan.expected.period"),
        ("a start and an end", "goal-plan.expected.period"),
    ];
    let known = words.iter().find(|(start, _)| expected.as_bytes().starts_with(start.as_bytes()));
    known.map_or("goal-plan.expected.word", |(_, key)| key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Language;

    fn ask(what: u8, json: &str) -> String {
        answer(what, json, &Texts::of(Language::NlBe).unwrap())
    }

    #[test]
    fn a_plan_is_read_and_what_is_being_written_stays_beside_it() {
        let old = r#"{"goals":["Elk team overlegt"],"draft":{"text":"Nog een","own":{}}}"#;
        let read = ask(b'r', old);
        let again = Value::parse(&read).unwrap();
        assert!(read.contains(r#""strategicGoals":[{"id":1"#), "{read}");
        assert_eq!(again.get("draft").unwrap().to_json(), r#"{"text":"Nog een","own":{}}"#);
        assert_eq!(ask(b'r', &read), read);
        assert_eq!(Plan::from_json(&ask(b'r', "")).unwrap(), Plan::new(""));
    }

    #[test]
    fn it_counts_what_was_pasted_and_warns() {
        let look = ask(b'l', r#"{"goals":["Een","een"],"draft":{"text":"- Twee\n- Drie"}}"#);
        let lines: Vec<&str> = look.lines().collect();
        assert_eq!(lines.first(), Some(&"2"));
        assert!(lines.iter().any(|line| line.contains("zegt hetzelfde als")), "{look}");
    }

    #[test]
    fn what_was_pasted_comes_under_the_chosen_goal() {
        let plan = |under: &str, text: &str| {
            let json = r#"{"strategicGoals":[{"id":1,"title":"A"},{"id":2,"title":"B"}],"under":U,"draft":{"text":"T"}}"#;
            let plan = Plan::from_json(&ask(b'p', &json.replace('U', under).replace('T', text))).unwrap();
            let goals = plan.strategic_goals().iter().map(|strategic| strategic.goals().iter().map(|goal| goal.text()));
            goals.map(|texts| texts.collect::<Vec<_>>().join(",")).collect::<Vec<_>>()
        };
        assert_eq!(plan("1", "- a\\n- b"), ["a,b", ""]);
        assert_eq!(plan("2", "- a\\n- b"), ["", "a,b"]);
        assert_eq!(plan("9", "- a"), ["", "a"]);
        assert_eq!(plan("1", "- a\\nSD1 C\\n- b"), ["a", "", "b"]);
    }

    #[test]
    fn it_is_taken_along_as_text() {
        let json = r#"{"goals":["Elk team overlegt"]}"#;
        assert!(ask(b'm', json).contains("Elk team overlegt"));
        assert!(ask(b'c', json).starts_with("\u{FEFF}") && ask(b'c', json).contains("Elk team overlegt"));
    }

    #[test]
    fn a_fault_says_where_it_is_and_what_was_expected() {
        for (json, code, field, said) in [
            ("{\n x", "plan-json", "", "regel 2"),
            ("3", "plan-field", "", "een object"),
            (r#"{"strategicGoals":3}"#, "plan-field", "strategicGoals", "een lijst"),
            (r#"{"strategicGoals":[{"goals":[{"end":"juni"}]}]}"#, "plan-field", "strategicGoals[0].goals[0].end", "2026"),
            (r#"{"strategicGoals":[{"goals":[{"text":[]}]}]}"#, "plan-field", "strategicGoals[0].goals[0].text", "een tekst"),
            (r#"{"numbering":"x"}"#, "plan-field", "numbering", "een woord"),
            (r#"{"period":{"start":"2026-01-02","end":"2026-01-01"}}"#, "plan-field", "period", "een begin"),
            (r#"{"goals":[{"indicator":{"target":"veel"}}]}"#, "plan-field", "goals[0].indicator.target", "een getal"),
            (r#"{"strategicGoals":[{"id":"x"}]}"#, "plan-field", "strategicGoals[0].id", "een geheel getal"),
        ] {
            let answer = ask(b'r', json);
            let parts: Vec<&str> = answer.split('\t').collect();
            assert_eq!(parts.len(), 3, "{answer}");
            assert_eq!((parts[0], parts[1]), (&*["!", code].concat(), field), "{json}");
            assert!(parts[2].contains(said), "{answer}");
        }
        let long = [r#"{"goals":[""#, &"x".repeat(2001), r#""]}"#].concat();
        assert!(ask(b'r', &long).starts_with("!goal-too-long\ttext\t"));
    }
}
