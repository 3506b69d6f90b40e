//! The goal that is being written: its sentence, and the fields that fill from it and can be corrected.

use alloc::string::String;
use alloc::vec::Vec;

use super::reading::{Read, slot_text};
use crate::calendar::{iso, parse_iso};
use crate::content::{Language, split, trim};
use crate::smarti::json::Value;
use crate::smarti::{Baseline, Decimal, Goal, ItemId};

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

    /// The goal, with what stood in `base` and has no field here; else the field that cannot be understood.
    pub(super) fn to_goal(&self, base: Option<&Goal>, read: Option<&Read>, language: Language) -> Result<Goal, Slot> {
        let value = |slot| self.value(slot, read);
        let number = |slot| match value(slot) {
            text if trim(&text).is_empty() => Ok(None),
            text => Decimal::parse(&text, language).map(Some).map_err(|_| slot),
        };
        let date = |slot| match value(slot) {
            text if text.is_empty() => Ok(None),
            text => parse_iso(&text).map(Some).ok_or(slot),
        };
        let mut builder = match base {
            Some(goal) => goal.with(),
            None => Goal::builder(""),
        };
        let (mut indicator, mut means) = base.map_or_else(Default::default, |goal| (goal.indicator().clone(), goal.means().clone()));
        indicator.baseline = match (number(Slot::Baseline)?, indicator.baseline) {
            (Some(known), _) => Baseline::Known(known),
            (None, Baseline::ToMeasure) => Baseline::ToMeasure,
            (None, _) => Baseline::Absent,
        };
        indicator.target = number(Slot::Target)?;
        indicator.unit = value(Slot::Unit);
        means.people = value(Slot::Means);
        let consulted = value(Slot::Consulted);
        let groups = split(&consulted, b',').map(trim).filter(|group| !group.is_empty()).map(String::from).collect();
        builder = builder.text(trim(&self.text)).actor(value(Slot::Actor)).action(value(Slot::Action));
        builder = builder.target_group(value(Slot::TargetGroup)).indicator(indicator).means(means);
        builder = builder.consulted_groups(groups).why(value(Slot::Why));
        builder = builder.start(date(Slot::Start)?).end(date(Slot::End)?);
        // What is left to be wrong is the length of a field; the sentence is the longest.
        builder.build().map_err(|error| {
            let field = error.field().unwrap_or_default();
            Slot::ALL.into_iter().find(|slot| slot.id() == field).unwrap_or(Slot::Means)
        })
    }

    /// The draft that changes this goal: what it says otherwise than its sentence counts as corrected.
    pub(super) fn of_goal(goal: &Goal, read: Option<&Read>, language: Language) -> Self {
        let mut draft = Self { text: goal.text().into(), of: Some(goal.id()), ..Self::default() };
        for slot in Slot::ALL {
            let value = stored(goal, slot, language);
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
            let mut number = String::new();
            crate::chart::push_whole(&mut number, id);
            value.push(("of".into(), Value::Number(number)));
        }
        Value::Object(value)
    }

    /// Reads the draft back; what is no part of one is passed over.
    pub(super) fn from_value(value: &Value) -> Self {
        let mut draft = Self::default();
        if let Some(Value::Text(text)) = value.get("text") {
            draft.text.clone_from(text);
        }
        if let Some(own) = value.get("own") {
            for slot in Slot::ALL {
                if let Some(Value::Text(text)) = own.get(slot.id()) {
                    draft.set_own(slot, Some(text));
                }
            }
        }
        if let Some(Value::Number(number)) = value.get("of") {
            let digits = number.bytes().map(|digit| u32::from(digit.wrapping_sub(b'0')));
            draft.of = Some(digits.fold(0_u32, |id, digit| id.wrapping_mul(10).wrapping_add(digit)));
        }
        draft
    }
}

/// What a goal of the list holds in a field.
fn stored(goal: &Goal, slot: Slot, language: Language) -> String {
    let date = |date: Option<_>| date.map(iso).unwrap_or_default();
    let number = |number: Option<Decimal>| number.map(|number| number.to_text(language)).unwrap_or_default();
    match slot {
        Slot::Actor => goal.actor().into(),
        Slot::Action => goal.action().into(),
        Slot::TargetGroup => goal.target_group().into(),
        Slot::Baseline => number(match goal.indicator().baseline {
            Baseline::Known(known) => Some(known),
            _ => None,
        }),
        Slot::Target => number(goal.indicator().target),
        Slot::Unit => goal.indicator().unit.clone(),
        Slot::Consulted => goal.consulted().join(", "),
        Slot::Means => goal.means().people.clone(),
        Slot::Start => date(goal.start()),
        Slot::End => date(goal.end()),
        Slot::Why => goal.why().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn a_draft_becomes_a_goal_and_a_goal_a_draft() {
        let goal = corrected().to_goal(None, None, Language::NlBe).unwrap();
        assert_eq!((goal.text(), goal.actor(), goal.why()), ("Elk team overlegt.", "elk team", ""));
        assert_eq!(goal.indicator().baseline, Baseline::Known("2.5".parse().unwrap()));
        assert_eq!(goal.consulted(), ["de directie", "de ouders"]);
        let again = Draft::of_goal(&goal, None, Language::NlBe);
        assert_eq!(again.to_goal(Some(&goal), None, Language::NlBe).unwrap(), goal);
    }

    #[test]
    fn what_cannot_be_understood_is_named() {
        for (slot, value) in [(Slot::Target, "veel"), (Slot::Baseline, "1..2"), (Slot::End, "juni"), (Slot::Start, "x")] {
            let mut draft = corrected();
            draft.set_own(slot, Some(value));
            assert_eq!(draft.to_goal(None, None, Language::NlBe), Err(slot));
        }
        let mut draft = corrected();
        draft.set_own(Slot::Actor, Some(&"x".repeat(501)));
        assert_eq!(draft.to_goal(None, None, Language::NlBe), Err(Slot::Actor));
    }

    #[test]
    fn what_has_no_field_here_stays_in_the_goal() {
        let base = Goal::builder("Oud").hours(4.into()).reviews(Vec::from([parse_iso("2026-01-05").unwrap()])).build().unwrap();
        let goal = corrected().to_goal(Some(&base), None, Language::NlBe).unwrap();
        assert_eq!((goal.means().hours, goal.reviews().len(), goal.text()), (Some(4.into()), 1, "Elk team overlegt."));
    }

    #[test]
    fn a_draft_is_read_back_and_nonsense_passed_over() {
        let mut draft = corrected();
        draft.of = Some(42);
        assert_eq!(Draft::from_value(&draft.to_value()), draft);
        for nonsense in ["null", "[]", "{\"text\":1,\"own\":[],\"of\":\"x\"}", "{\"own\":{\"actor\":null,\"x\":\"y\"}}"] {
            assert_eq!(Draft::from_value(&Value::parse(nonsense).unwrap()), Draft::default(), "{nonsense}");
        }
    }
}
