//! From a message to a reply.

use alloc::string::String;
use alloc::vec::Vec;

use super::change::change;
use super::draft::{Draft, write_numbers};
use super::message::Message;
use super::{examples, fields, list, times, when};
use crate::calendar::{Date, TimeWords, parse_iso};
use crate::chart::whole;
use crate::content::{Texts, cut, split, trim};
use crate::smarti::json::Value;
use crate::smarti::{Plan, PlanError, goals_from_text};
use crate::widgets::reply::{FIELD, SECTION};

/// What is asked.
#[derive(Debug)]
pub(super) struct Asked<'a> {
    message: Option<Message>,
    pub(super) language: &'a str,
    today: &'a str,
    pub(super) field: &'a str,
    plan: &'a str,
}

impl<'a> Asked<'a> {
    pub(super) fn read(about: &'a str, plan: &'a str) -> Self {
        let (message, rest) = cut(about, b'\t').unwrap_or((about, ""));
        let (language, rest) = cut(rest, b'\t').unwrap_or((rest, ""));
        let (today, field) = cut(rest, b'\t').unwrap_or((rest, ""));
        Self { message: Message::read(message), language, today, field, plan }
    }
}

/// See [`ask`](super::element::ask).
pub(super) fn answer(asked: &Asked<'_>, texts: &Texts, words: TimeWords<'_>) -> String {
    let today = parse_iso(asked.today);
    if asked.message == Some(Message::Times) {
        return times::tell(asked.field, today, words);
    }
    match reply(asked, today, texts) {
        Ok(reply) => reply,
        Err(error) => refusal(&error, texts),
    }
}

fn reply(asked: &Asked<'_>, today: Option<Date>, texts: &Texts) -> Result<String, PlanError> {
    let message = asked.message.unwrap_or(Message::Look);
    let (mut draft, mut plan) = if message == Message::Open && !trim(asked.plan).starts_with('{') {
        (Value::Null, Plan::from_file(asked.plan, texts)?)
    } else {
        let mut value = if trim(asked.plan).is_empty() { Plan::new("").to_value() } else { Value::parse(asked.plan)? };
        // What is being written stands beside the plan.
        (take(&mut value, "draft").unwrap_or(Value::Null), Plan::from_value(value)?)
    };
    write_numbers(&mut draft, texts.language());
    let file = texts.get("goal-plan.file");
    match message {
        Message::Markdown => return Ok([file, ".md\n", &plan.to_markdown(texts)].concat()),
        // A spreadsheet reads UTF-8 where this mark says so.
        Message::Csv => return Ok([file, ".csv\n\u{FEFF}", &plan.to_csv(texts)].concat()),
        _ => {}
    }
    let told = change(&mut plan, message, asked.field, Draft(&draft), texts)?;
    if let (Value::Object(fields), Ok(own)) = (&mut draft, Value::parse(&told.own)) {
        fields.push(("own".into(), own));
    }
    let draft = Draft(&draft);
    let (edited, pasted) = match split(&told.draft, FIELD).next() {
        Some(id) if !told.draft.is_empty() => (id, 0),
        _ => (draft.id(), goals_from_text(draft.text()).len()),
    };
    let drawn = if plan == Plan::new("") { String::new() } else { list::draw(&plan, edited, texts) };
    let mut reply = String::new();
    let head = [told.kind, &*told.said, &*told.focus, told.wrong, &*whole(plan.goals().count()), &*whole(pasted)];
    for (place, part) in head.into_iter().enumerate() {
        if place > 0 {
            reply.push(char::from(FIELD));
        }
        reply.push_str(part);
    }
    let json = if drawn.is_empty() { String::new() } else { plan.to_json() };
    let when = when::draw(draft, today, texts);
    let fields = fields::draw(draft, told.wrong, texts);
    let examples = examples::draw(draft, texts);
    for section in [&json, &told.draft, &told.own, &when, &fields, &examples, &drawn] {
        reply.push(char::from(SECTION));
        reply.push_str(section);
    }
    Ok(reply)
}

fn take(value: &mut Value, name: &str) -> Option<Value> {
    let Value::Object(fields) = value else { return None };
    let at = fields.iter().position(|(known, _)| known == name)?;
    Some(fields.remove(at).1)
}

/// What is wrong, for a program and for a reader: where it is, and what was expected there.
fn refusal(error: &PlanError, texts: &Texts) -> String {
    let (mut field, mut values): (&str, Vec<(&str, String)>) = ("", Vec::new());
    let key = match error {
        PlanError::Json(error) => {
            values.extend([("line", whole(error.line())), ("column", whole(error.column()))]);
            "goal-plan.error.syntax"
        }
        PlanError::Field { path, expected } => {
            field = path;
            values.extend([("field", path.clone()), ("expected", texts.get(expected_key(expected)).into())]);
            if path.is_empty() { "goal-plan.error.no-plan" } else { "goal-plan.error.shape" }
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
        ("a number", "goal-plan.expected.number"),
        ("a whole number", "goal-plan.expected.whole"),
        ("a period", "goal-plan.expected.period"),
        ("a start and an end", "goal-plan.expected.period"),
    ];
    let known = words.iter().find(|(start, _)| expected.as_bytes().starts_with(start.as_bytes()));
    known.map_or("goal-plan.expected.word", |(_, key)| key)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::content::{Language, split};

    pub(in crate::widgets) fn told(about: &str, plan: &str) -> String {
        let words = TimeWords::of(Language::NlBe).unwrap();
        answer(&Asked::read(about, plan), &Texts::of(Language::NlBe).unwrap(), words)
    }

    /// What a widget gets: what to tell, the plan, what is being written, what was corrected, and four drawings: the
    /// deadline, the fields, the examples and the list.
    pub(in super::super) fn ask(message: &str, field: &str, plan: &str) -> [String; 8] {
        let about = [message, "\tnl-BE\t2026-10-01\t", field].concat();
        let reply = told(&about, plan);
        assert!(!reply.starts_with('!'), "{reply}");
        let mut sections = split(&reply, SECTION).map(String::from);
        core::array::from_fn(|_| sections.next().unwrap())
    }

    #[test]
    fn a_file_may_be_what_was_taken_along() {
        let plan = r#"{"goals":[{"text":"Elk team overlegt","end":"2027-06-30"}]}"#;
        for message in ["v0", "v1"] {
            let file = told(&[message, "\tnl-BE\t\t"].concat(), plan);
            let [told, plan, ..] = ask("I", "", file.split_once('\n').unwrap().1);
            assert!(told.starts_with("+\u{1F}") && plan.contains("\"end\":\"2027-06-30\""), "{told} {plan}");
        }
        // An empty file is none, and an empty plan of a page is one.
        assert!(told("I\tnl-BE\t\t", "").starts_with("!plan-json"));
        assert!(!told("W\tnl-BE\t\t", "").starts_with('!'));
    }

    fn refused(plan: &str) -> String {
        told("I\tnl-BE\t\t", plan)
    }

    #[test]
    fn an_older_plan_is_read_as_it_is_written_today() {
        let [_, plan, draft, ..] =
            ask("W", "", r#"{"goals":["Elk team overlegt"],"draft":{"text":"Nog","own":{"actor":"wij"}}}"#);
        assert!(plan.contains(r#""strategicGoals":[{"id":1"#), "{plan}");
        assert_eq!(draft, "\u{1F}Nog\u{1F}{\"actor\":\"wij\"}");
        assert_eq!(ask("W", "", &plan)[1], plan);
        assert_eq!(ask("l", "", "")[1..], [""; 7]);
    }

    #[test]
    fn it_counts_what_was_pasted_and_warns() {
        let [told, .., list] = ask("l", "", r#"{"goals":["Een","een"],"draft":{"text":"- Twee\n- Drie"}}"#);
        assert_eq!(told, "\u{1F}\u{1F}\u{1F}\u{1F}2\u{1F}2");
        assert!(list.contains("zegt hetzelfde als"), "{list}");
    }

    #[test]
    fn a_panel_is_drawn_once_it_is_open() {
        let drawn = |more: &str| {
            let [.., fields, examples, _] = ask("l", "", &[r#"{"draft":{"text":"x""#, more, "}}"].concat());
            (fields.len(), examples.len())
        };
        assert_eq!(drawn(""), (0, 0));
        let ((fields, none), (zero, examples)) = (drawn(r#","opened":"f""#), drawn(r#","opened":"e""#));
        assert!(fields > 1000 && examples > 5000 && none == 0 && zero == 0);
        let weak = drawn(r#","weak":"plan\nx\nvision""#).1;
        assert!(weak > 1000 && weak < examples);
    }

    #[test]
    fn it_is_taken_along_as_a_file() {
        let file = |message| {
            let about = [message, "\tnl-BE\t\t"].concat();
            told(&about, r#"{"goals":["Elk team overlegt"]}"#)
        };
        assert!(file("v0").starts_with("doelen.md\n") && file("v0").contains("Elk team overlegt"));
        assert!(file("v1").starts_with("doelen.csv\n\u{FEFF}") && file("v1").contains("Elk team overlegt"));
    }

    #[test]
    fn a_refusal_says_where_it_is_and_what_was_expected() {
        for (json, code, field, said) in [
            ("{\n x", "plan-json", "", "regel 2"),
            ("3", "plan-field", "", "geen plan"),
            (r#"{"strategicGoals":3}"#, "plan-field", "strategicGoals", "een lijst"),
            (r#"{"strategicGoals":[3]}"#, "plan-field", "strategicGoals[0]", "een object"),
            (
                r#"{"strategicGoals":[{"goals":[{"end":"juni"}]}]}"#,
                "plan-field",
                "strategicGoals[0].goals[0].end",
                "2026",
            ),
            (
                r#"{"strategicGoals":[{"goals":[{"text":[]}]}]}"#,
                "plan-field",
                "strategicGoals[0].goals[0].text",
                "een tekst",
            ),
            (r#"{"numbering":"x"}"#, "plan-field", "numbering", "een woord"),
            (r#"{"period":{"start":"2026-01-02","end":"2026-01-01"}}"#, "plan-field", "period", "een begin"),
            (r#"{"goals":[{"indicator":{"target":"veel"}}]}"#, "plan-field", "goals[0].indicator.target", "een getal"),
            (r#"{"strategicGoals":[{"id":"x"}]}"#, "plan-field", "strategicGoals[0].id", "een geheel getal"),
        ] {
            let answer = refused(json);
            let parts: Vec<&str> = answer.split('\t').collect();
            assert_eq!(parts.len(), 3, "{answer}");
            assert_eq!((parts[0], parts[1]), (&*["!", code].concat(), field), "{json}");
            assert!(parts[2].contains(said), "{answer}");
        }
        let long = [r#"{"goals":[""#, &"x".repeat(2001), r#""]}"#].concat();
        assert!(refused(&long).starts_with("!goal-too-long\ttext\t"));
    }
}
