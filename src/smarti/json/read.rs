use alloc::string::String;
use alloc::vec::Vec;

use super::{JsonError, JsonFault, MOST_DEPTH, Value};

pub(super) fn read(text: &str) -> Result<Value, JsonError> {
    // Some editors begin a file with a mark of their own.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(0).and_then(|value| {
        reader.blanks();
        if reader.at < text.len() { Err(JsonFault::Trailing) } else { Ok(value) }
    });
    value.map_err(|fault| reader.error(fault))
}

/// Where the reading has come.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// What is wrong at the next character.
    fn surprise(&self, fault: JsonFault) -> JsonFault {
        if self.at < self.text.len() { fault } else { JsonFault::End }
    }

    #[inline(never)]
    fn error(&self, fault: JsonFault) -> JsonError {
        let (mut line, mut column) = (1, 1);
        for (at, character) in self.text.char_indices() {
            if at >= self.at {
                break;
            }
            (line, column) = if character == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        JsonError { fault, line, column }
    }

    #[inline(never)]
    fn blanks(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Goes past this character, where it comes next.
    #[inline(never)]
    fn takes(&mut self, expected: u8) -> bool {
        self.blanks();
        let comes = self.peek() == Some(expected);
        self.at += usize::from(comes);
        comes
    }

    fn value(&mut self, depth: usize) -> Result<Value, JsonFault> {
        self.blanks();
        if depth > MOST_DEPTH {
            return Err(JsonFault::Depth);
        }
        let value = match self.peek() {
            Some(b'{') => {
                self.at += 1;
                let mut fields = Vec::new();
                while !self.closes(b'}', fields.is_empty())? {
                    self.blanks();
                    let name = self.string()?;
                    if !self.takes(b':') {
                        return Err(self.surprise(JsonFault::Unexpected));
                    }
                    fields.push((name, self.value(depth + 1)?));
                }
                Value::Object(fields)
            }
            Some(b'[') => {
                self.at += 1;
                let mut entries = Vec::new();
                while !self.closes(b']', entries.is_empty())? {
                    entries.push(self.value(depth + 1)?);
                }
                Value::List(entries)
            }
            Some(b'"') => Value::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => Value::Number(self.number()?),
            _ => self.word()?,
        };
        Ok(value)
    }

    /// Whether the list or object closes here; otherwise its next entry begins, after a comma unless it is the first.
    #[inline(never)]
    fn closes(&mut self, bracket: u8, first: bool) -> Result<bool, JsonFault> {
        if self.takes(bracket) {
            return Ok(true);
        }
        if !first && !self.takes(b',') {
            return Err(self.surprise(JsonFault::Unexpected));
        }
        Ok(false)
    }

    fn word(&mut self) -> Result<Value, JsonFault> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        for (word, value) in [("null", Value::Null), ("true", Value::Bool(true)), ("false", Value::Bool(false))] {
            if rest.starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
        }
        Err(self.surprise(JsonFault::Unexpected))
    }

    /// Goes past digits, of which there must be one.
    #[inline(never)]
    fn digits(&mut self) -> Result<(), JsonFault> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at == start { Err(self.surprise(JsonFault::Number)) } else { Ok(()) }
    }

    fn number(&mut self) -> Result<String, JsonFault> {
        let start = self.at;
        self.at += usize::from(self.peek() == Some(b'-'));
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            self.digits()?;
        }
        if self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            return Err(JsonFault::Number);
        }
        Ok(self.text.get(start..self.at).unwrap_or_default().into())
    }

    #[inline(never)]
    fn string(&mut self) -> Result<String, JsonFault> {
        if self.peek() != Some(b'"') {
            return Err(self.surprise(JsonFault::Unexpected));
        }
        self.at += 1;
        let mut string = String::new();
        loop {
            let start = self.at;
            while self.peek().is_some_and(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
                self.at += 1;
            }
            string.push_str(self.text.get(start..self.at).unwrap_or_default());
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(string);
                }
                Some(b'\\') => {
                    self.at += 1;
                    string.push(self.escape()?);
                }
                _ => return Err(self.surprise(JsonFault::Text)),
            }
        }
    }

    fn escape(&mut self) -> Result<char, JsonFault> {
        let character = match self.peek() {
            Some(plain @ (b'"' | b'\\' | b'/')) => char::from(plain),
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{C}',
            Some(b'u') => {
                self.at += 1;
                let first = self.hex()?;
                let mut code = first;
                if matches!(first, 0xD800..=0xDBFF) {
                    if self.peek() != Some(b'\\') {
                        return Err(self.surprise(JsonFault::Surrogate));
                    }
                    self.at += 1;
                    if self.peek() != Some(b'u') {
                        return Err(self.surprise(JsonFault::Surrogate));
                    }
                    self.at += 1;
                    let second = self.hex()?;
                    if !matches!(second, 0xDC00..=0xDFFF) {
                        return Err(JsonFault::Surrogate);
                    }
                    code = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
                }
                return char::from_u32(code).ok_or(JsonFault::Surrogate);
            }
            _ => return Err(self.surprise(JsonFault::Text)),
        };
        self.at += 1;
        Ok(character)
    }

    fn hex(&mut self) -> Result<u32, JsonFault> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            code = code * 16 + digit.ok_or_else(|| self.surprise(JsonFault::Text))?;
            self.at += 1;
        }
        Ok(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn fails(text: &str, fault: JsonFault, line: usize, column: usize) {
        let error = Value::parse(text).unwrap_err();
        assert_eq!((error.fault(), error.line(), error.column()), (fault, line, column), "{text}");
        assert!(serde_json::from_str::<serde_json::Value>(text).is_err(), "{text}");
    }

    #[test]
    fn a_fault_has_its_place() {
        fails("", JsonFault::End, 1, 1);
        fails("{\"é\":1,\n  }", JsonFault::Unexpected, 2, 3);
        fails("[1,]", JsonFault::Unexpected, 1, 4);
        fails("[1 2]", JsonFault::Unexpected, 1, 4);
        fails("{\"a\" 1}", JsonFault::Unexpected, 1, 6);
        fails("nul", JsonFault::Unexpected, 1, 1);
        fails("01", JsonFault::Number, 1, 2);
        fails("1.", JsonFault::End, 1, 3);
        fails("[-]", JsonFault::Number, 1, 3);
        fails("1 1", JsonFault::Trailing, 1, 3);
        fails("\"a\nb\"", JsonFault::Text, 1, 3);
        fails("\"\\x\"", JsonFault::Text, 1, 3);
        fails("\"\\u12", JsonFault::End, 1, 6);
        fails("\"\\ud800x\"", JsonFault::Surrogate, 1, 8);
        fails("\"\\udc00\"", JsonFault::Surrogate, 1, 8);
        fails("\"\\ud800\\u0041\"", JsonFault::Surrogate, 1, 14);
        fails("\"abc", JsonFault::End, 1, 5);
    }

    #[test]
    fn what_is_too_deep_is_refused_and_nothing_breaks() {
        let nested = |depth| "[".repeat(depth) + &"]".repeat(depth);
        assert!(Value::parse(&nested(MOST_DEPTH + 1)).is_ok());
        assert_eq!(Value::parse(&nested(MOST_DEPTH + 2)).unwrap_err().fault(), JsonFault::Depth);
        assert_eq!(Value::parse(&"[{\"a\":".repeat(1_000_000)).unwrap_err().fault(), JsonFault::Depth);
    }

    #[test]
    fn escapes_are_characters() {
        let read = Value::parse("\u{FEFF}\"\\ud83d\\udee2\\u00e9\\/\\b\\f\\n\\r\\t\\\\\"").unwrap();
        assert_eq!(read, Value::Text("\u{1F6E2}é/\u{8}\u{C}\n\r\t\\".into()));
        assert_eq!(Value::parse(&read.to_json()), Ok(read));
    }
}
