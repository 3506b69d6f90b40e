//! `Serialize` and `Deserialize` for plans and goals: the same tree of JSON, by way of another framework.

use core::fmt;

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use serde::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap as _, SerializeSeq as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{MOST_DEPTH, Value};
use crate::smarti::{Goal, Plan};

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => match (number.parse::<u64>(), number.parse::<i64>(), number.parse::<f64>()) {
                (Ok(whole), ..) => serializer.serialize_u64(whole),
                (_, Ok(whole), _) => serializer.serialize_i64(whole),
                (.., Ok(float)) if float.is_finite() => serializer.serialize_f64(float),
                // Larger than any number of other frameworks: as it is spelled.
                _ => serializer.serialize_str(number),
            },
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(entries) => {
                let mut list = serializer.serialize_seq(Some(entries.len()))?;
                entries.iter().try_for_each(|entry| list.serialize_element(entry))?;
                list.end()
            }
            Self::Object(fields) => {
                let mut object = serializer.serialize_map(Some(fields.len()))?;
                fields.iter().try_for_each(|(name, value)| object.serialize_entry(name, value))?;
                object.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Tree { depth: 0 }.deserialize(deserializer)
    }
}

/// Builds a tree down to the depth that JSON may have here, so that data that goes round in circles ends in an error.
#[derive(Clone, Copy)]
struct Tree {
    depth: usize,
}

impl Tree {
    fn deeper<E: serde::de::Error>(self) -> Result<Self, E> {
        if self.depth < MOST_DEPTH {
            Ok(Self { depth: self.depth + 1 })
        } else {
            Err(E::custom("expected lists and objects of at most 64 levels"))
        }
    }
}

impl<'de> DeserializeSeed<'de> for Tree {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a piece of JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.to_string()))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Value, E> {
        if value.is_finite() {
            Ok(Value::Number(value.to_string()))
        } else {
            Err(E::custom("expected a finite number"))
        }
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut entries = Vec::new();
        while let Some(entry) = access.next_element_seed(inner)? {
            entries.push(entry);
        }
        Ok(Value::List(entries))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut fields = Vec::new();
        while let Some(name) = access.next_key::<String>()? {
            fields.push((name, access.next_value_seed(inner)?));
        }
        Ok(Value::Object(fields))
    }
}

macro_rules! by_tree {
    ($($type:ty),*) => {$(
        /// The same JSON as [`to_value`](Self::to_value) has.
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.to_value().serialize(serializer)
            }
        }

        /// Through [`from_value`](Self::from_value), with its checks.
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::from_value(Value::deserialize(deserializer)?).map_err(D::Error::custom)
            }
        }
    )*};
}

by_tree!(Goal, Plan);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_framework_reads_and_writes_the_same() {
        let json = r#"{"schema":1,"title":"P","strategicGoals":[{"id":1,"title":"S","goals":[{"id":2,"text":"G",
            "indicator":{"baseline":-2.5,"target":1e3},"end":"2026-06-30","x":[null,true,0.1]}]}]}"#;
        let ours = Plan::from_json(json).unwrap();
        let theirs: Plan = serde_json::from_str(json).unwrap();
        assert_eq!(ours, theirs);
        let written = serde_json::to_value(&ours).unwrap();
        assert_eq!(written, serde_json::from_str::<serde_json::Value>(&ours.to_json()).unwrap());
        let goal = ours.goals().next().unwrap();
        assert_eq!(&serde_json::from_value::<Goal>(serde_json::to_value(goal).unwrap()).unwrap(), goal);
    }

    #[test]
    fn a_fault_has_the_message_of_the_domain() {
        let error = serde_json::from_str::<Goal>(r#"{"means":{"hours":-1}}"#).unwrap_err().to_string();
        assert_eq!(error, "expected nothing below zero in `hours`");
        let error = serde_json::from_str::<Goal>(r#"{"means":{"hours":"veel"}}"#).unwrap_err().to_string();
        assert_eq!(error, "expected a number such as `58.5` at `means.hours`");
        let deep = "[".repeat(100) + &"]".repeat(100);
        let error = serde_json::from_str::<Value>(&deep).unwrap_err().to_string();
        assert!(error.starts_with("expected lists and objects of at most 64 levels"), "{error}");
    }
}
