//! The goal that is being written: its sentence, and the fields that fill from it and can be corrected.

use alloc::string::String;
use alloc::vec::Vec;

use super::reading::{Read, slot_text};
use super::tree;
use crate::calendar::parse_iso;
use crate::content::{split, trim};
use crate::smarti::json::Value;
use crate::smarti::ItemId;

/// A field of a goal beside its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Actor,
    Action,
    TargetGroup,
    Baseline,
    Target,
    Unit,
    Consulted,
    Means,
    Start,
    End,
    Why,
}

impl Slot {
    pub(super) const ALL: [Self; 11] = [
        Self::Actor,
        Self::Action,
        Self::TargetGroup,
        Self::Baseline,
        Self::Target,
        Self::Unit,
        Self::Consulted,
        Self::Means,
        Self::Start,
        Self::End,
        Self::Why,
    ];

    /// The id, as in the JSON of a goal and in the texts.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Actor => "actor",
            Self::Action => "action",
            Self::TargetGroup => "targetGroup",
            Self::Baseline => "baseline",
            Self::Target => "target",
            Self::Unit => "unit",
            Self::Consulted => "consulted",
            Self::Means => "means",
            Self::Start => "start",
            Self::End => "end",
            Self::Why => "why",
        }
    }

    /// Where it stands in the JSON of a goal: in which object, and by which name.
    const fn place(self) -> (Option<&'static str>, &'static str) {
        match self {
            Self::Baseline | Self::Target | Self::Unit => (Some("indicator"), self.id()),
            Self::Means => (Some("means"), "people"),
            _ => (None, self.id()),
        }
    }

    pub(super) const fn is_date(self) -> bool {
        matches!(self, Self::Start | Self::End)
    }
}

/// What is being written.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Draft {
    pub(super) text: String,
    /// What was corrected, by slot. It stays, whatever the sentence says.
    own: [Option<String>; 11],
    /// The goal of the list that this is about.
    pub(super) of: Option<ItemId>,
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

    /// The goal as it goes into the plan, over what `base` is; else the field that cannot be understood, or none where the
    /// sentence is too long.
    pub(super) fn to_goal(&self, base: Value, read: Option<&Read>) -> Result<Value, Option<Slot>> {
        let mut goal = base;
        tree::set(&mut goal, "text", trim(&self.text).into());
        for slot in Slot::ALL {
            let text = self.value(slot, read);
            if too_long(&text, 500) {
                return Err(Some(slot));
            }
            let value = match slot {
                _ if trim(&text).is_empty() => "".into(),
                Slot::Baseline | Slot::Target => plain_number(&text).ok_or(Some(slot))?,
                Slot::Start | Slot::End => parse_iso(&text).map(|_| (&*text).into()).ok_or(Some(slot))?,
                Slot::Consulted => {
                    Value::List(split(&text, b',').map(trim).filter(|group| !group.is_empty()).map(Value::from).collect())
                }
                _ => (&*text).into(),
            };
            let (part, name) = slot.place();
            let holder = match part {
                Some(part) => tree::field(&mut goal, part, || Value::Object(Vec::new())),
                None => Some(&mut goal),
            };
            if let Some(holder) = holder {
                tree::set(holder, name, value);
            }
        }
        if too_long(&self.text, 2000) { Err(None) } else { Ok(goal) }
    }

    /// The draft that changes this goal: what it says otherwise than its sentence counts as corrected.
    pub(super) fn of_goal(goal: &Value, read: Option<&Read>) -> Self {
        let mut draft = Self { text: tree::text(goal, "text").into(), of: Some(tree::id(goal)), ..Self::default() };
        for slot in Slot::ALL {
            let (part, name) = slot.place();
            let holder = part.map_or(Some(goal), |part| goal.get(part));
            let mut value = String::new();
            match holder.and_then(|holder| holder.get(name)) {
                Some(Value::Text(text) | Value::Number(text)) => value.push_str(text),
                Some(Value::List(entries)) => {
                    for entry in entries {
                        if let Value::Text(text) = entry {
                            if !value.is_empty() {
                                value.push_str(", ");
                            }
                            value.push_str(text);
                        }
                    }
                }
                _ => {}
            }
            if !value.is_empty() && value != slot_text(slot, &draft.text, read) {
                draft.set_own(slot, Some(&value));
            }
        }
        draft
    }

    /// The draft as JSON.
    pub(super) fn to_value(&self) -> Value {
        let mut fields = Vec::new();
        for slot in Slot::ALL {
            if let Some(own) = self.own(slot) {
                fields.push((slot.id().into(), own.into()));
            }
        }
        let mut value = Vec::from([("text".into(), Value::from(self.text.as_str())), ("own".into(), Value::Object(fields))]);
        if let Some(id) = self.of {
            value.push(("id".into(), tree::number(id)));
        }
        Value::Object(value)
    }

    /// Reads the draft back; what is no part of one is passed over.
    pub(super) fn from_value(value: &Value) -> Self {
        let mut draft = Self::default();
        draft.text.push_str(tree::text(value, "text"));
        if let Some(own) = value.get("own") {
            for slot in Slot::ALL {
                if let Some(Value::Text(text)) = own.get(slot.id()) {
                    draft.set_own(slot, Some(text));
                }
            }
        }
        draft.of = Some(tree::id(value)).filter(|id| *id > 0);
        draft
    }
}

/// Whether a text has more characters than a plan takes; bytes first, as nearly every text is shorter than that.
fn too_long(text: &str, most: usize) -> bool {
    text.len() > most && text.chars().nth(most).is_some()
}

/// What someone typed as a number, as JSON has it: digits, with a comma or a point between them. The word for a baseline
/// that is still to be measured stays.
fn plain_number(text: &str) -> Option<Value> {
    let text = trim(text);
    if text == "to-measure" {
        return Some(text.into());
    }
    let (mut plain, mut digits, mut marks) = (String::new(), 0, 0);
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' => digits += 1,
            b'.' | b',' if digits > 0 => (digits, marks) = (0, marks + 1),
            _ => return None,
        }
        plain.push(if byte == b',' { '.' } else { char::from(byte) });
    }
    (digits > 0 && marks < 2 && plain.len() <= 12).then_some(Value::Number(plain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::smarti::{Baseline, Goal};

    fn corrected() -> Draft {
        let mut draft = Draft::of_text(" Elk team overlegt. ");
        for (slot, value) in [
            (Slot::Actor, "elk team"),
            (Slot::Baseline, "2,5"),
            (Slot::Target, "8"),
            (Slot::Unit, "keer"),
            (Slot::Consulted, "de directie, de ouders"),
            (Slot::Means, "een uur"),
            (Slot::End, "2026-06-30"),
            (Slot::Why, ""),
        ] {
            draft.set_own(slot, Some(value));
        }
        draft
    }

    fn made(draft: &Draft, base: &str) -> Result<Value, Option<Slot>> {
        draft.to_goal(Value::parse(base).unwrap(), None)
    }

    #[test]
    fn a_draft_becomes_a_goal_and_a_goal_a_draft() {
        let value = made(&corrected(), r#"{"id":3}"#).unwrap();
        let goal = Goal::from_value(value.clone()).unwrap();
        assert_eq!((goal.text(), goal.actor(), goal.why()), ("Elk team overlegt.", "elk team", ""));
        assert_eq!(goal.indicator().baseline, Baseline::Known("2.5".parse().unwrap()));
        assert_eq!((goal.indicator().unit.as_str(), goal.means().people.as_str()), ("keer", "een uur"));
        assert_eq!((goal.consulted(), goal.end()), (&["de directie".into(), "de ouders".into()][..], parse_iso("2026-06-30")));
        let again = Draft::of_goal(&value, None);
        assert_eq!((again.of, again.own(Slot::Baseline)), (Some(3), Some("2.5")));
        assert_eq!(again.to_goal(value.clone(), None).unwrap().to_json().len(), value.to_json().len());
    }

    #[test]
    fn what_cannot_be_understood_is_named() {
        for (slot, value) in [(Slot::Target, "veel"), (Slot::Baseline, "1..2"), (Slot::Target, ",5"), (Slot::Target, "5,"), (Slot::End, "juni"), (Slot::Start, "x")] {
            let mut draft = corrected();
            draft.set_own(slot, Some(value));
            assert_eq!(made(&draft, "{}"), Err(Some(slot)));
        }
        for slot in [Slot::Actor, Slot::Unit, Slot::Means] {
            let mut draft = corrected();
            draft.set_own(slot, Some(&"x".repeat(501)));
            assert_eq!(made(&draft, "{}"), Err(Some(slot)));
        }
        assert_eq!(made(&Draft::of_text(&"x".repeat(2001)), "{}"), Err(None));
    }

    #[test]
    fn what_has_no_field_here_stays_in_the_goal() {
        let base = r#"{"id":5,"text":"Oud","why":"x","reviews":["2026-01-05"],"means":{"hours":4},"logo":{"a":[1]}}"#;
        let value = made(&corrected(), base).unwrap();
        let goal = Goal::from_value(value.clone()).unwrap();
        assert_eq!((goal.id(), goal.means().hours, goal.reviews().len(), goal.why()), (5, Some(4.into()), 1, ""));
        assert_eq!(value.get("logo").unwrap().to_json(), r#"{"a":[1]}"#);
        let mut draft = Draft::of_goal(&Value::parse(r#"{"indicator":{"baseline":"to-measure"}}"#).unwrap(), None);
        draft.write("x");
        let goal = Goal::from_value(made(&draft, "{}").unwrap()).unwrap();
        assert_eq!(goal.indicator().baseline, Baseline::ToMeasure);
    }

    #[test]
    fn a_draft_is_read_back_and_nonsense_passed_over() {
        let mut draft = corrected();
        draft.of = Some(42);
        assert_eq!(Draft::from_value(&draft.to_value()), draft);
        for nonsense in ["null", "[]", r#"{"text":[],"own":[],"id":"x"}"#, r#"{"own":{"actor":null,"x":"y"}}"#] {
            let read = Draft::from_value(&Value::parse(nonsense).unwrap());
            assert_eq!(Draft { of: None, ..read }, Draft::default(), "{nonsense}");
        }
    }
}
