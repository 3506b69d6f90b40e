//! JSON (RFC 8259) as a tree, read and written without a framework, so that a widget can afford it.
//!
//! Objects keep the order of their fields and numbers their spelling, so what is read is written back the same, with the
//! blanks between left out.

pub(super) mod fields;
mod read;
#[cfg(feature = "serde")]
mod serde;

use core::fmt;

use alloc::string::String;
use alloc::vec::Vec;

/// A piece of JSON.
///
/// # Examples
///
/// ```
/// use olievlek::smarti::json::Value;
///
/// let value = Value::parse(r#"{"b": 1.50, "a": ["\u00e9", null]}"#)?;
/// assert_eq!(value.get("b"), Some(&Value::Number("1.50".into())));
/// assert_eq!(value.to_json(), r#"{"b":1.50,"a":["é",null]}"#);
///
/// let error = Value::parse("{\"a\": 1,\n }").unwrap_err();
/// assert_eq!((error.line(), error.column(), error.code()), (2, 2, "plan-json"));
/// # Ok::<(), olievlek::smarti::json::JsonError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it is spelled.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Self>),
    /// Fields in order. One name may come twice; then the last counts.
    Object(Vec<(String, Self)>),
}

impl Value {
    /// Reads a text that holds one piece of JSON.
    ///
    /// # Errors
    ///
    /// [`JsonError`] with the place where it stops being JSON, or goes deeper than [`MOST_DEPTH`].
    pub fn parse(text: &str) -> Result<Self, JsonError> {
        read::read(text)
    }

    /// The field of this name, for an object that has one.
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(fields) => fields.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The JSON, without blanks.
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        self.push(&mut out);
        out
    }

    /// Writes the JSON.
    pub(crate) fn push(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(true) => out.push_str("true"),
            Self::Bool(false) => out.push_str("false"),
            Self::Number(number) => out.push_str(number),
            Self::Text(text) => push_text(out, text),
            Self::List(entries) => {
                out.push('[');
                for (index, entry) in entries.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    entry.push(out);
                }
                out.push(']');
            }
            Self::Object(fields) => {
                out.push('{');
                for (index, (name, value)) in fields.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    push_text(out, name);
                    out.push(':');
                    value.push(out);
                }
                out.push('}');
            }
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

/// Writes a text in quotes.
#[inline(never)]
pub(crate) fn push_text(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                out.push('\\');
                out.push(character);
            }
            '\n' => out.push_str("\\n"),
            '\0'..='\x1F' => {
                let code = u32::from(character);
                out.push_str(if code < 16 { "\\u000" } else { "\\u001" });
                out.extend(char::from_digit(code % 16, 16));
            }
            _ => out.push(character),
        }
    }
    out.push('"');
}

/// How deep lists and objects may stand in one another.
pub const MOST_DEPTH: usize = 64;

/// Why a text is not JSON, and where it stops being so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonError {
    fault: JsonFault,
    line: usize,
    column: usize,
}

/// What is wrong at that place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum JsonFault {
    /// The text stops before the JSON does.
    End,
    /// Something else was expected here.
    Unexpected,
    /// More stands after the JSON.
    Trailing,
    /// A number is not spelled as JSON has it.
    Number,
    /// A text holds a control character, or something after a backslash that means nothing.
    Text,
    /// Half a pair of surrogates, which is no character.
    Surrogate,
    /// Lists and objects go deeper than [`MOST_DEPTH`].
    Depth,
}

impl JsonError {
    /// The stable code of this error.
    pub const fn code(&self) -> &'static str {
        "plan-json"
    }

    /// What is wrong.
    pub const fn fault(&self) -> JsonFault {
        self.fault
    }

    /// The line, from 1.
    pub const fn line(&self) -> usize {
        self.line
    }

    /// The character within the line, from 1.
    pub const fn column(&self) -> usize {
        self.column
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let expected = match self.fault {
            JsonFault::End => "expected more JSON, got the end",
            JsonFault::Unexpected => "expected JSON, got something else",
            JsonFault::Trailing => "expected the end after the JSON, got more",
            JsonFault::Number => "expected a number as JSON has it",
            JsonFault::Text => "expected a text as JSON has it",
            JsonFault::Surrogate => "expected a whole character, got half a pair",
            JsonFault::Depth => "expected lists and objects of at most 64 levels",
        };
        write!(formatter, "{expected} (line {}, character {})", self.line, self.column)
    }
}

impl core::error::Error for JsonError {}
