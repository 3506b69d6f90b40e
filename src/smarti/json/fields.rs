//! The fields of an object, taken out one by one; what nobody asks for is left over and kept.

use alloc::string::String;
use alloc::vec::Vec;

use super::Value;
use crate::calendar::{Date, parse_iso, push_iso};
use crate::chart::push_whole;
use crate::content::Language;
use crate::smarti::fields::MOST_ENTRIES;
use crate::smarti::{Decimal, GoalError, PlanError};

/// An object that is being read.
///
/// The first fault is kept until [`finish`](Self::finish): to leave at each field would make the code of a goal three times
/// as heavy.
pub(in crate::smarti) struct Fields {
    fields: Vec<(String, Value)>,
    /// Whether what is not understood is kept instead of refused, since a newer release wrote it.
    lenient: bool,
    fault: Option<PlanError>,
}

impl Fields {
    pub(in crate::smarti) fn new(value: Value, lenient: bool) -> Self {
        match value {
            Value::Object(fields) => Self { fields, lenient, fault: None },
            _ => Self { fields: Vec::new(), lenient, fault: Some(fault("", "an object")) },
        }
    }

    /// Whether to keep what is not understood.
    pub(in crate::smarti) fn set_lenient(&mut self, lenient: bool) {
        self.lenient = lenient;
    }

    /// What nobody asked for.
    pub(in crate::smarti) fn rest(&mut self) -> Vec<(String, Value)> {
        core::mem::take(&mut self.fields)
    }

    /// What was read, or the first fault.
    pub(in crate::smarti) fn finish<T>(self, read: T) -> Result<T, PlanError> {
        match self.fault {
            Some(fault) => Err(fault),
            None => Ok(read),
        }
    }

    pub(in crate::smarti) fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(known, _)| known == name)
    }

    /// Takes a field out; none where it is missing or `null`. Of two with one name the last counts.
    #[inline(never)]
    pub(in crate::smarti) fn take(&mut self, name: &str) -> Option<Value> {
        let mut found = None;
        self.fields.retain_mut(|(known, value)| {
            let other = known != name;
            if !other {
                found = Some(core::mem::replace(value, Value::Null));
            }
            other
        });
        found.filter(|value| !matches!(value, Value::Null))
    }

    #[inline(never)]
    pub(in crate::smarti) fn fail(&mut self, fault: PlanError) {
        if self.fault.is_none() {
            self.fault = Some(fault);
        }
    }

    /// Fails where a check of the domain did.
    pub(in crate::smarti) fn check(&mut self, checked: Result<(), GoalError>) {
        if let Err(error) = checked {
            self.fail(PlanError::Goal(error));
        }
    }

    /// What to do with a value that is not what is expected: refuse it, or put it back to be kept.
    #[inline(never)]
    pub(in crate::smarti) fn refuse(&mut self, name: &str, value: Value, expected: &'static str) {
        if self.lenient {
            self.put(name, value);
        } else if value != Value::Text(String::new()) {
            // An empty text is a form that was left empty.
            self.fail(fault(name, expected));
        }
    }

    /// Puts a field back.
    pub(in crate::smarti) fn put(&mut self, name: &str, value: Value) {
        self.fields.push((name.into(), value));
    }

    /// A text; a number is one too. Empty where it is missing.
    #[inline(never)]
    pub(in crate::smarti) fn text(&mut self, name: &str) -> String {
        match self.take(name) {
            Some(Value::Text(text) | Value::Number(text)) => return text,
            Some(other) => self.refuse(name, other, "a text"),
            None => {}
        }
        String::new()
    }

    /// One of these words.
    pub(in crate::smarti) fn word<T>(
        &mut self,
        name: &str,
        from_id: fn(&str) -> Option<T>,
        expected: &'static str,
    ) -> Option<T> {
        let value = self.take(name)?;
        let found = if let Value::Text(id) = &value { from_id(id) } else { None };
        if found.is_none() {
            self.refuse(name, value, expected);
        }
        found
    }

    #[inline(never)]
    pub(in crate::smarti) fn date(&mut self, name: &str) -> Option<Date> {
        let value = self.take(name)?;
        let date = date_of(&value);
        if date.is_none() {
            self.refuse(name, value, A_DATE);
        }
        date
    }

    #[inline(never)]
    pub(in crate::smarti) fn number(&mut self, name: &str) -> Option<Decimal> {
        let value = self.take(name)?;
        let number = number_of(&value);
        if number.is_none() {
            self.refuse(name, value, A_NUMBER);
        }
        number
    }

    /// A whole number from 1; zero where it is missing.
    #[inline(never)]
    pub(in crate::smarti) fn id(&mut self, name: &str) -> u32 {
        let Some(value) = self.take(name) else { return 0 };
        let id = if let Value::Number(digits) = &value { whole_of(digits) } else { None };
        if id.is_none() {
            self.refuse(name, value, "a whole number below a milliard");
        }
        id.unwrap_or(0)
    }

    /// The entries of a list of at most so many; empty where it is missing.
    #[inline(never)]
    pub(in crate::smarti) fn list(&mut self, name: &str, most: usize) -> Vec<Value> {
        match self.take(name) {
            Some(Value::List(entries)) if entries.len() > most => self.fail(PlanError::TooMany { most }),
            Some(Value::List(entries)) => return entries,
            Some(other) => self.refuse(name, other, "a list"),
            None => {}
        }
        Vec::new()
    }

    /// A list of objects, each read by this.
    pub(in crate::smarti) fn objects<T>(&mut self, name: &str, most: usize, read: fn(&mut Self) -> T) -> Vec<T> {
        let entries = self.list(name, most);
        let mut all = Vec::new();
        for (index, value) in entries.iter().enumerate() {
            let mut inner = Self::new(value.clone(), self.lenient);
            all.push(read(&mut inner));
            if inner.fault.is_some() {
                // All or nothing, so that nothing is lost between the entries.
                self.spoil(name, Value::List(entries), inner, Some(index));
                return Vec::new();
            }
        }
        all
    }

    /// What to do with a value of which a part is not what is expected.
    #[inline(never)]
    fn spoil(&mut self, name: &str, value: Value, part: Self, index: Option<usize>) {
        if self.lenient {
            self.put(name, value);
        } else if let Some(fault) = part.fault {
            self.fail(within(fault, name, index));
        }
    }

    /// A list of which every entry is right; empty where one is not.
    #[inline(never)]
    pub(in crate::smarti) fn values(
        &mut self,
        name: &str,
        is_right: fn(&Value) -> bool,
        expected: &'static str,
    ) -> Vec<Value> {
        let entries = self.list(name, MOST_ENTRIES);
        if let Some(index) = entries.iter().position(|entry| !is_right(entry)) {
            if self.lenient {
                self.fields.push((name.into(), Value::List(entries)));
            } else {
                self.fail(within(fault("", expected), name, Some(index)));
            }
            return Vec::new();
        }
        entries
    }

    /// An object of its own, read by this; none where it is missing, or not understood.
    pub(in crate::smarti) fn object<T>(&mut self, name: &str, read: fn(&mut Self) -> T) -> Option<T> {
        let value = self.take(name)?;
        let mut inner = Self::new(value.clone(), self.lenient);
        let object = read(&mut inner);
        if inner.fault.is_some() {
            self.spoil(name, value, inner, None);
            return None;
        }
        Some(object)
    }
}

pub(in crate::smarti) const A_DATE: &str = "a date such as `2026-06-30`";
pub(in crate::smarti) const A_NUMBER: &str = "a number such as `58.5`";

#[inline(never)]
pub(in crate::smarti) fn date_of(value: &Value) -> Option<Date> {
    if let Value::Text(text) = value { parse_iso(text) } else { None }
}

/// A number, or a text that is one, with a decimal point or comma. A text such as `1.500` is none: a program means one and
/// a half by it, and a person fifteen hundred.
pub(in crate::smarti) fn number_of(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(digits) => Decimal::from_plain(digits),
        Value::Text(text) => {
            let (plain, typed) = (Decimal::from_plain(text), Decimal::parse(text, Language::NlBe).ok());
            if plain.is_some() && plain != typed { None } else { typed }
        }
        _ => None,
    }
}

pub(in crate::smarti) fn whole_of(digits: &str) -> Option<u32> {
    if digits.is_empty() || digits.len() > 9 {
        return None;
    }
    digits.bytes().try_fold(0, |whole, byte| byte.is_ascii_digit().then(|| whole * 10 + u32::from(byte - b'0')))
}

#[inline(never)]
pub(in crate::smarti) fn fault(name: &str, expected: &'static str) -> PlanError {
    PlanError::Field { path: name.into(), expected }
}

/// The same error, seen from the object around it.
#[inline(never)]
pub(in crate::smarti) fn within(error: PlanError, name: &str, index: Option<usize>) -> PlanError {
    let PlanError::Field { path, expected } = error else { return error };
    let mut longer = String::from(name);
    if let Some(index) = index {
        longer.push('[');
        push_whole(&mut longer, index as u32);
        longer.push(']');
    }
    if !path.is_empty() {
        longer.push('.');
        longer.push_str(&path);
    }
    PlanError::Field { path: longer, expected }
}

/// An object that is being written. What is empty is left out.
pub(in crate::smarti) struct Written<'a> {
    fields: Vec<(String, Value)>,
    /// What was kept from reading, and goes to the end.
    kept: &'a [(String, Value)],
}

impl<'a> Written<'a> {
    pub(in crate::smarti) fn beside(kept: &'a [(String, Value)]) -> Self {
        Self { fields: Vec::new(), kept }
    }

    #[inline(never)]
    fn has_kept(&self, name: &str) -> bool {
        self.kept.iter().any(|(known, _)| known == name)
    }

    /// A value that says nothing of its own, unless something was kept under its name.
    #[inline(never)]
    pub(in crate::smarti) fn unless_kept(&mut self, name: &str, value: Value) {
        if !self.has_kept(name) {
            self.value(name, value);
        }
    }

    /// A text that stands there even when it is empty.
    #[inline(never)]
    pub(in crate::smarti) fn always(&mut self, name: &str, text: &str) {
        if text.is_empty() {
            self.unless_kept(name, text.into());
        } else {
            self.value(name, text.into());
        }
    }

    /// A word of a few, of which the first says nothing of its own.
    #[inline(never)]
    pub(in crate::smarti) fn word(&mut self, name: &str, id: &str, is_default: bool) {
        if is_default {
            self.unless_kept(name, id.into());
        } else {
            self.value(name, id.into());
        }
    }

    /// An id, where there is one.
    #[inline(never)]
    pub(in crate::smarti) fn id(&mut self, id: u32) {
        if id > 0 {
            self.unless_kept("id", whole_value(id));
        }
    }

    #[inline(never)]
    pub(in crate::smarti) fn value(&mut self, name: &str, value: Value) {
        self.fields.push((name.into(), value));
    }

    #[inline(never)]
    pub(in crate::smarti) fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.value(name, text.into());
        }
    }

    #[inline(never)]
    pub(in crate::smarti) fn date(&mut self, name: &str, date: Option<Date>) {
        if let Some(date) = date {
            self.value(name, date_value(date));
        }
    }

    #[inline(never)]
    pub(in crate::smarti) fn number(&mut self, name: &str, number: Option<Decimal>) {
        if let Some(number) = number {
            self.value(name, number_value(number));
        }
    }

    #[inline(never)]
    pub(in crate::smarti) fn list(&mut self, name: &str, entries: Vec<Value>) {
        if !entries.is_empty() {
            self.value(name, Value::List(entries));
        }
    }

    /// An object, unless it has no fields.
    #[inline(never)]
    pub(in crate::smarti) fn object(&mut self, name: &str, object: Value) {
        if !matches!(&object, Value::Object(fields) if fields.is_empty()) {
            self.value(name, object);
        }
    }

    /// The object, with what was kept at its end; a field that was written has the newer word.
    #[inline(never)]
    pub(in crate::smarti) fn finish(mut self) -> Value {
        let own = self.fields.len();
        for (name, value) in self.kept {
            if !self.fields.iter().take(own).any(|(known, _)| known == name) {
                self.fields.push((name.clone(), value.clone()));
            }
        }
        Value::Object(self.fields)
    }
}

pub(in crate::smarti) fn whole_value(whole: u32) -> Value {
    let mut digits = String::new();
    push_whole(&mut digits, whole);
    Value::Number(digits)
}

#[inline(never)]
pub(in crate::smarti) fn date_value(date: Date) -> Value {
    let mut text = String::new();
    push_iso(&mut text, date);
    Value::Text(text)
}

#[inline(never)]
pub(in crate::smarti) fn number_value(number: Decimal) -> Value {
    let mut text = String::new();
    number.push(&mut text, '.');
    Value::Number(text)
}
