//! The goal that is being written: its sentence, and the fields that fill from it and can be corrected.

use alloc::string::String;

use super::reading::{Read, slot_text};
use crate::content::{split, trim};
use crate::smarti::json::push_text;
use crate::widgets::reply::FIELD;
use crate::widgets::slot::Slot;

/// What is being written.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Draft {
    pub(super) text: String,
    /// What was corrected, by slot. It stays, whatever the sentence says.
    own: [Option<String>; 11],
    /// The id of the goal of the list that this is about; empty for a new one.
    pub(super) of: String,
}

impl Draft {
    pub(super) fn of_text(text: &str) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Takes the sentence as it is now. What was corrected goes with a goal that is wiped.
    pub(super) fn write(&mut self, text: &str) {
        self.text = text.into();
        if self.is_blank() {
            self.own = Default::default();
        }
    }

    pub(super) fn is_blank(&self) -> bool {
        trim(&self.text).is_empty()
    }

    /// What someone put into a field themselves.
    pub(super) fn own(&self, slot: Slot) -> Option<&str> {
        self.own.get(slot as usize)?.as_deref()
    }

    pub(super) fn set_own(&mut self, slot: Slot, value: Option<&str>) {
        if let Some(own) = self.own.get_mut(slot as usize) {
            *own = value.map(String::from);
        }
    }

    /// What a field holds: what was corrected, or what the sentence says.
    pub(super) fn value(&self, slot: Slot, read: Option<&Read>) -> String {
        match self.own(slot) {
            Some(own) => own.into(),
            None => slot_text(slot, &self.text, read),
        }
    }

    /// The plan with the draft in it, as JSON: what was corrected as `own`, and for a question all that the fields hold as
    /// `fields`.
    pub(super) fn within(&self, plan: &str, question: Option<Option<&Read>>) -> String {
        let mut json = String::from(plan.strip_suffix('}').unwrap_or("{"));
        if json.len() > 1 {
            json.push(',');
        }
        json.push_str("\"draft\":{\"text\":");
        push_text(&mut json, &self.text);
        json.push_str(",\"id\":");
        push_text(&mut json, &self.of);
        for (name, read) in [(",\"own\":{", None), (",\"fields\":{", question)] {
            if name.len() > 8 && read.is_none() {
                break;
            }
            json.push_str(name);
            let mut first = true;
            for slot in Slot::ALL {
                let value = match read {
                    Some(read) => self.value(slot, read),
                    None => match self.own(slot) {
                        Some(own) => own.into(),
                        None => continue,
                    },
                };
                if !first {
                    json.push(',');
                }
                first = false;
                push_text(&mut json, slot.id());
                json.push(':');
                push_text(&mut json, &value);
            }
            json.push('}');
        }
        json.push_str("}}");
        json
    }

    /// Reads a draft out of a reply: an id, the sentence, and pairs of a slot and what it holds. What the sentence says
    /// anyhow was not corrected.
    pub(super) fn read(reply: &str, read: impl FnOnce(&str) -> Option<Read>) -> Self {
        let mut fields = split(reply, FIELD);
        let (of, text) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
        let mut draft = Self { of: of.into(), ..Self::of_text(text) };
        let read = read(text);
        while let (Some(id), Some(value)) = (fields.next(), fields.next()) {
            for slot in Slot::ALL {
                if slot.id() == id && value != slot_text(slot, text, read.as_ref()) {
                    draft.set_own(slot, Some(value));
                }
            }
        }
        draft
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::smarti::json::Value;

    #[test]
    fn the_plan_with_a_draft_is_json() {
        let mut draft = Draft::of_text("Een \"zin\"\nmet \\ twee\tregels");
        draft.set_own(Slot::Actor, Some("é"));
        draft.set_own(Slot::Why, Some(""));
        for (plan, start) in [("", "{\"draft\""), ("{}", "{\"draft\""), ("{\"a\":[1]}", "{\"a\":[1],\"draft\"")] {
            let json = draft.within(plan, None);
            assert!(json.starts_with(start), "{json}");
            let read = Value::parse(&json).unwrap();
            let inner = read.get("draft").unwrap();
            assert_eq!(inner.get("text"), Some(&Value::Text(draft.text.clone())));
            assert_eq!(inner.get("own").unwrap().to_json(), "{\"actor\":\"é\",\"why\":\"\"}");
            assert_eq!(inner.get("fields"), None);
        }
        let asked = Value::parse(&draft.within("", Some(None))).unwrap();
        let fields = asked.get("draft").and_then(|draft| draft.get("fields")).unwrap();
        assert_eq!((fields.get("actor"), fields.get("end")), (Some(&"é".into()), Some(&"".into())));
    }

    #[test]
    fn a_reply_is_a_draft() {
        let draft = Draft::read("12\u{1F}Een\nzin\u{1F}actor\u{1F}wij\u{1F}start\u{1F}\u{1F}x\u{1F}y", |_| None);
        assert_eq!((draft.of.as_str(), draft.text.as_str()), ("12", "Een\nzin"));
        assert_eq!((draft.own(Slot::Actor), draft.own(Slot::Start), draft.own(Slot::End)), (Some("wij"), None, None));
        assert_eq!(Draft::read("", |_| None), Draft::default());
    }

    #[test]
    fn what_was_corrected_goes_with_the_goal() {
        let mut draft = Draft::of_text("x");
        draft.set_own(Slot::Actor, Some("wij"));
        draft.write("xy");
        assert_eq!(draft.value(Slot::Actor, None), "wij");
        draft.write(" ");
        assert_eq!((draft.value(Slot::Actor, None), draft.is_blank()), (String::new(), true));
    }
}
