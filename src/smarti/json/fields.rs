//! The fields of an object, taken out one by one; what nobody asks for is left over and kept.

use alloc::string::String;
use alloc::vec::Vec;

use super::Value;
use crate::calendar::{Date, parse_iso, push_iso};
use crate::chart::push_whole;
use crate::content::Language;
use crate::smarti::fields::MOST_ENTRIES;
use crate::smarti::{Decimal, PlanError};

/// An object that is being read.
pub(in crate::smarti) struct Fields {
    fields: Vec<(String, Value)>,
    /// Whether what is not understood is kept instead of refused, since a newer release wrote it.
    lenient: bool,
}

impl Fields {
    pub(in crate::smarti) fn new(value: Value, lenient: bool) -> Result<Self, PlanError> {
        match value {
            Value::Object(fields) => Ok(Self { fields, lenient }),
            _ => Err(fault("", "an object")),
        }
    }

    pub(in crate::smarti) fn is_lenient(&self) -> bool {
        self.lenient
    }

    /// What nobody asked for.
    pub(in crate::smarti) fn rest(self) -> Vec<(String, Value)> {
        self.fields
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
        found.filter(|value| *value != Value::Null)
    }

    /// What to do with a value that is not what is expected: refuse it, or put it back to be kept.
    #[inline(never)]
    pub(in crate::smarti) fn refuse(
        &mut self,
        name: &str,
        value: Value,
        expected: &'static str,
    ) -> Result<(), PlanError> {
        if !self.lenient {
            return Err(fault(name, expected));
        }
        self.fields.push((name.into(), value));
        Ok(())
    }

    /// A text; a number is one too. Empty where it is missing.
    #[inline(never)]
    pub(in crate::smarti) fn text(&mut self, name: &str) -> Result<String, PlanError> {
        match self.take(name) {
            None => Ok(String::new()),
            Some(Value::Text(text) | Value::Number(text)) => Ok(text),
            Some(other) => self.refuse(name, other, "a text").map(|()| String::new()),
        }
    }

    /// One of these words, by its place.
    #[inline(never)]
    pub(in crate::smarti) fn word<T>(
        &mut self,
        name: &str,
        from_id: fn(&str) -> Option<T>,
        expected: &'static str,
    ) -> Result<Option<T>, PlanError> {
        let Some(value) = self.take(name) else { return Ok(None) };
        let found = if let Value::Text(id) = &value { from_id(id) } else { None };
        if found.is_none() {
            self.refuse(name, value, expected)?;
        }
        Ok(found)
    }

    #[inline(never)]
    pub(in crate::smarti) fn date(&mut self, name: &str) -> Result<Option<Date>, PlanError> {
        let Some(value) = self.take(name) else { return Ok(None) };
        let date = date_of(&value);
        // A form that was left empty.
        if date.is_none() && value != Value::Text(String::new()) {
            self.refuse(name, value, A_DATE)?;
        }
        Ok(date)
    }

    #[inline(never)]
    pub(in crate::smarti) fn number(&mut self, name: &str) -> Result<Option<Decimal>, PlanError> {
        let Some(value) = self.take(name) else { return Ok(None) };
        let number = number_of(&value);
        if number.is_none() && value != Value::Text(String::new()) {
            self.refuse(name, value, A_NUMBER)?;
        }
        Ok(number)
    }

    /// An id: a whole number from 1; zero where it is missing.
    #[inline(never)]
    pub(in crate::smarti) fn id(&mut self, name: &str) -> Result<u32, PlanError> {
        let Some(value) = self.take(name) else { return Ok(0) };
        let id = if let Value::Number(digits) = &value { whole_of(digits) } else { None };
        if id.is_none() {
            self.refuse(name, value, "a whole number below a milliard")?;
        }
        Ok(id.unwrap_or(0))
    }

    /// The entries of a list of at most so many; empty where it is missing.
    #[inline(never)]
    pub(in crate::smarti) fn list(&mut self, name: &str, most: usize) -> Result<Vec<Value>, PlanError> {
        match self.take(name) {
            None => Ok(Vec::new()),
            Some(Value::List(entries)) if entries.len() > most => Err(PlanError::TooMany { most }),
            Some(Value::List(entries)) => Ok(entries),
            Some(other) => self.refuse(name, other, "a list").map(|()| Vec::new()),
        }
    }

    /// A list of objects, each read by this.
    pub(in crate::smarti) fn objects<T>(
        &mut self,
        name: &str,
        most: usize,
        read: fn(Self) -> Result<T, PlanError>,
    ) -> Result<Vec<T>, PlanError> {
        let lenient = self.lenient;
        let entries = self.list(name, most)?;
        let kept = lenient.then(|| entries.clone());
        let mut all = Vec::new();
        for (index, value) in entries.into_iter().enumerate() {
            match Self::new(value, lenient).and_then(read) {
                Ok(entry) => all.push(entry),
                Err(error) => {
                    // All or nothing, so that nothing is lost between the entries.
                    let kept = kept.ok_or_else(|| within(error, name, Some(index)))?;
                    self.fields.push((name.into(), Value::List(kept)));
                    return Ok(Vec::new());
                }
            }
        }
        Ok(all)
    }

    /// A list of plain values, each read by this.
    #[inline(never)]
    pub(in crate::smarti) fn values<T>(
        &mut self,
        name: &str,
        read: fn(&Value) -> Option<T>,
        expected: &'static str,
    ) -> Result<Vec<T>, PlanError> {
        let entries = self.list(name, MOST_ENTRIES)?;
        let mut all = Vec::new();
        for (index, entry) in entries.iter().enumerate() {
            match read(entry) {
                Some(value) => all.push(value),
                None if self.lenient => {
                    self.fields.push((name.into(), Value::List(entries)));
                    return Ok(Vec::new());
                }
                None => return Err(within(fault("", expected), name, Some(index))),
            }
        }
        Ok(all)
    }

    /// An object of its own; none where it is missing.
    #[inline(never)]
    pub(in crate::smarti) fn object(&mut self, name: &str) -> Result<Option<Self>, PlanError> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::Object(fields)) => Ok(Some(Self { fields, lenient: self.lenient })),
            Some(other) => self.refuse(name, other, "an object").map(|()| None),
        }
    }
}

pub(in crate::smarti) const A_DATE: &str = "a date such as `2026-06-30`";
pub(in crate::smarti) const A_NUMBER: &str = "a number of at most 12 digits";

pub(in crate::smarti) fn date_of(value: &Value) -> Option<Date> {
    if let Value::Text(text) = value { parse_iso(text) } else { None }
}

/// A number, or a text that is one as people write it.
pub(in crate::smarti) fn number_of(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(digits) => Decimal::from_plain(digits),
        Value::Text(text) => Decimal::from_plain(text).or_else(|| Decimal::parse(text, Language::NlBe).ok()),
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

    pub(in crate::smarti) fn date(&mut self, name: &str, date: Option<Date>) {
        if let Some(date) = date {
            self.value(name, date_value(date));
        }
    }

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

pub(in crate::smarti) fn date_value(date: Date) -> Value {
    let mut text = String::new();
    push_iso(&mut text, date);
    Value::Text(text)
}

pub(in crate::smarti) fn number_value(number: Decimal) -> Value {
    let mut text = String::new();
    number.push(&mut text, '.');
    Value::Number(text)
}
