//! The goal that is being written: its sentence, and what was corrected of the fields that fill from it.

use alloc::string::String;

use super::reading::{NO_NOTE, Read};
use crate::content::{split, trim};
use crate::smarti::json::push_text;
use crate::widgets::reply::FIELD;

/// What is being written.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Draft {
    pub(super) text: String,
    /// What was corrected, as the JSON of the wasm of the plan, which knows the fields; empty for nothing.
    pub(super) own: String,
    /// The id of the goal of the list that this is about; empty for a new one.
    pub(super) of: String,
}

impl Draft {
    /// Takes the sentence as it is now. What was corrected goes with a goal that is wiped.
    pub(super) fn write(&mut self, text: &str) {
        self.text = text.into();
        if self.is_blank() {
            self.own.clear();
        }
    }

    pub(super) fn is_blank(&self) -> bool {
        trim(&self.text).is_empty()
    }

    /// The plan with the draft in it, as JSON, and `more` beside the draft's own fields.
    pub(super) fn within(&self, plan: &str, more: &str) -> String {
        let mut json = String::from(plan.strip_suffix('}').unwrap_or("{"));
        if json.len() > 1 {
            json.push(',');
        }
        json.push_str("\"draft\":{\"text\":");
        push_text(&mut json, &self.text);
        json.push_str(",\"id\":");
        push_text(&mut json, &self.of);
        json.push_str(",\"own\":");
        json.push_str(if self.own.is_empty() { "{}" } else { &self.own });
        json.push_str(more);
        json.push_str("}}");
        json
    }

    /// Reads a draft out of a reply: an id, the sentence, and what was corrected.
    pub(super) fn read(reply: &str) -> Self {
        let mut fields = split(reply, FIELD);
        let mut next = || fields.next().unwrap_or_default();
        let mut draft = Self { of: next().into(), text: next().into(), ..Self::default() };
        draft.correct(next());
        draft
    }

    /// Takes what is corrected from now on.
    pub(super) fn correct(&mut self, own: &str) {
        self.own = if own == "{}" { "" } else { own }.into();
    }
}

/// What the wasm of the plan has to know of what was read: what each field says, and what it told of the time.
pub(super) fn read_as_json(read: Option<&Read>, text: &str, fields: bool) -> String {
    let mut json = String::new();
    if fields {
        list(&mut json, ",\"fields\":[", |each| read.into_iter().for_each(|read| read.fields(text, each)));
    }
    let (time, fault) = read.map_or((NO_NOTE, NO_NOTE), Read::time);
    [&json, ",\"time\":", time, ",\"fault\":", fault].concat()
}

/// A list of texts.
fn list(json: &mut String, name: &str, texts: impl FnOnce(&mut dyn FnMut(&str))) {
    json.push_str(name);
    let mut first = true;
    texts(&mut |text| {
        if !first {
            json.push(',');
        }
        first = false;
        push_text(json, text);
    });
    json.push(']');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::smarti::json::Value;

    #[test]
    fn the_plan_with_a_draft_is_json() {
        let mut draft = Draft { text: "Een \"zin\"\nmet \\ twee\tregels".into(), ..Draft::default() };
        for (plan, start) in [("", "{\"draft\""), ("{}", "{\"draft\""), ("{\"a\":[1]}", "{\"a\":[1],\"draft\"")] {
            draft.own = "{\"actor\":\"é\",\"why\":\"\"}".into();
            let json = draft.within(plan, ",\"x\":1");
            assert!(json.starts_with(start), "{json}");
            let read = Value::parse(&json).unwrap();
            let inner = read.get("draft").unwrap();
            assert_eq!(inner.get("text"), Some(&Value::Text(draft.text.clone())));
            assert_eq!(inner.get("own").unwrap().to_json(), draft.own);
            assert_eq!(inner.get("x"), Some(&Value::Number("1".into())));
            draft.own.clear();
            let read = Value::parse(&draft.within(plan, &read_as_json(None, "", true))).unwrap();
            let inner = read.get("draft").unwrap();
            assert_eq!(inner.get("own").unwrap().to_json(), "{}");
            assert_eq!(
                (inner.get("fields").unwrap().to_json(), inner.get("time").unwrap().to_json()),
                ("[]".into(), "[]".into())
            );
        }
    }

    #[test]
    fn a_reply_is_a_draft() {
        let draft = Draft::read("12\u{1F}Een\nzin\u{1F}{\"actor\":\"wij\"}");
        assert_eq!(
            (draft.of.as_str(), draft.text.as_str(), draft.own.as_str()),
            ("12", "Een\nzin", "{\"actor\":\"wij\"}")
        );
        assert_eq!((Draft::read(""), Draft::read("\u{1F}\u{1F}{}")), (Draft::default(), Draft::default()));
    }

    #[test]
    fn what_was_corrected_goes_with_the_goal() {
        let mut draft = Draft { own: "{\"actor\":\"wij\"}".into(), ..Draft::default() };
        draft.write("xy");
        assert!(!draft.own.is_empty());
        draft.write(" ");
        assert!(draft.own.is_empty() && draft.is_blank());
    }
}
