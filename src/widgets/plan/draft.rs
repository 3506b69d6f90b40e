//! What is being written, as the widget tells it: the sentence, what was read in it, and what was corrected.

use alloc::string::String;
use alloc::vec::Vec;

use crate::content::Language;
use crate::smarti::Decimal;
use crate::smarti::json::Value;
use crate::widgets::slot::Slot;

/// What is being written, beside the plan.
#[derive(Clone, Copy, Debug)]
pub(super) struct Draft<'a>(pub(super) &'a Value);

/// The time in the sentence; [`times`](super::times) told it to the widget.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Time<'a> {
    /// The first and the last day that it sets.
    pub(super) start: &'a str,
    pub(super) end: &'a str,
    /// The words of the deadline, its day, and the id of what has to be asked about it.
    pub(super) words: &'a str,
    pub(super) due: &'a str,
    pub(super) question: &'a str,
    /// The words of a time that cannot be, and the code of what is wrong.
    pub(super) wrong_words: &'a str,
    pub(super) fault: &'a str,
}

impl<'a> Draft<'a> {
    /// Whether nothing stands beside the plan.
    pub(super) fn is_none(self) -> bool {
        *self.0 == Value::Null
    }

    /// The sentence.
    pub(super) fn text(self) -> &'a str {
        text_of(self.0, "text")
    }

    /// The id of the goal of the list that it is about; empty for a new one.
    pub(super) fn id(self) -> &'a str {
        text_of(self.0, "id")
    }

    /// What someone put into a field themselves.
    pub(super) fn own(self, slot: Slot) -> Option<&'a str> {
        match self.0.get("own")?.get(slot.id())? {
            Value::Text(own) => Some(own),
            _ => None,
        }
    }

    /// What the sentence says for a field.
    pub(super) fn said(self, slot: Slot) -> &'a str {
        match slot {
            Slot::Start => self.time().start,
            Slot::End => self.time().end,
            _ => self.at("fields", slot as usize),
        }
    }

    /// What a field holds.
    pub(super) fn field(self, slot: Slot) -> &'a str {
        self.own(slot).unwrap_or(self.said(slot))
    }

    /// Whether the sentence was read.
    pub(super) fn is_read(self) -> bool {
        matches!(self.0.get("fields"), Some(Value::List(fields)) if !fields.is_empty())
    }

    pub(super) fn time(self) -> Time<'a> {
        let at = |place| self.at("time", place);
        Time {
            end: at(0),
            words: at(1),
            due: at(2),
            question: at(3),
            start: at(4),
            wrong_words: self.at("fault", 0),
            fault: self.at("fault", 1),
        }
    }

    /// A way to read the deadline: an id and a day.
    pub(super) fn way(self, place: usize) -> Option<(&'a str, &'a str)> {
        let id = self.at("time", 5 + 2 * place);
        (!id.is_empty()).then(|| (id, self.at("time", 6 + 2 * place)))
    }

    /// The ids of the elements of a change that came out weak, a line each.
    pub(super) fn weak(self) -> &'a str {
        text_of(self.0, "weak")
    }

    /// Whether the panel with this letter is open.
    pub(super) fn has_open(self, panel: char) -> bool {
        text_of(self.0, "opened").contains(panel)
    }

    fn at(self, list: &str, place: usize) -> &'a str {
        match self.0.get(list) {
            Some(Value::List(texts)) => match texts.get(place) {
                Some(Value::Text(text)) => text,
                _ => "",
            },
            _ => "",
        }
    }

    /// What was corrected, as JSON, with another value for one field; without a value the sentence fills it again.
    pub(super) fn with_own(self, changed: Slot, value: Option<&str>) -> String {
        own_as_json(|slot| if slot == changed { value } else { self.own(slot) })
    }
}

/// Writes the numbers that stand in the sentence as a field has them, without thousands marked; what is none is left out.
pub(super) fn write_numbers(draft: &mut Value, language: Language) {
    let Value::Object(parts) = draft else { return };
    let fields = parts.iter_mut().find(|(name, _)| name == "fields");
    let Some((_, Value::List(fields))) = fields else { return };
    for slot in [Slot::Baseline, Slot::Target] {
        if let Some(Value::Text(number)) = fields.get_mut(slot as usize) {
            *number = Decimal::parse(number, language).map(|number| number.to_text(language)).unwrap_or_default();
        }
    }
}

/// What was corrected of the fields, as JSON.
pub(super) fn own_as_json<'a>(own: impl Fn(Slot) -> Option<&'a str>) -> String {
    let fields = Slot::ALL.into_iter().filter_map(|slot| Some((slot.id().into(), own(slot)?.into())));
    Value::Object(fields.collect::<Vec<_>>()).to_json()
}

/// The text of a field; empty where there is none.
pub(super) fn text_of<'a>(value: &'a Value, name: &str) -> &'a str {
    match value.get(name) {
        Some(Value::Text(text) | Value::Number(text)) => text,
        _ => "",
    }
}
