//! Writes the details of events as JSON (RFC 8259), piece by piece: an element has no room for a serialiser.

use alloc::string::String;

use crate::chart::push_whole;

/// JSON that is being written.
#[derive(Default)]
pub(super) struct Json(String);

impl Json {
    /// What was written.
    pub(super) fn into_text(self) -> String {
        self.0
    }

    /// A bracket or brace that opens; the next piece is the first inside.
    pub(super) fn open(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    /// A bracket or brace that closes.
    pub(super) fn close(&mut self, bracket: char) {
        self.0.push(bracket);
    }

    /// Goes on to the next piece, after a comma unless it is the first.
    #[inline(never)]
    pub(super) fn next(&mut self) {
        if !matches!(self.0.as_bytes().last(), Some(b'{' | b'[' | b':')) {
            self.0.push(',');
        }
    }

    /// The name of a field; its value follows.
    #[inline(never)]
    pub(super) fn name(&mut self, name: &str) {
        self.text(name);
        self.0.push(':');
    }

    /// A field with what stands in brackets or braces; its pieces follow.
    #[inline(never)]
    pub(super) fn begin(&mut self, name: &str, bracket: char) {
        self.name(name);
        self.open(bracket);
    }

    /// A piece of text.
    #[inline(never)]
    pub(super) fn text(&mut self, text: &str) {
        self.next();
        self.0.push('"');
        for character in text.chars() {
            if matches!(character, '"' | '\\') {
                self.0.push('\\');
            }
            // No text of ours has control characters, and in what people type they mean nothing.
            self.0.push(if u32::from(character) < 0x20 { ' ' } else { character });
        }
        self.0.push('"');
    }

    /// A field with text.
    #[inline(never)]
    pub(super) fn field(&mut self, name: &str, text: &str) {
        self.name(name);
        self.text(text);
    }

    /// A field with a whole number.
    #[inline(never)]
    pub(super) fn whole(&mut self, name: &str, value: u16) {
        self.name(name);
        push_whole(&mut self.0, value.into());
    }

    /// A piece that is written as it is.
    pub(super) fn raw(&mut self, write: impl FnOnce(&mut String)) {
        write(&mut self.0);
    }

    /// A field with a number of moderate size, with nine decimals.
    pub(super) fn number(&mut self, name: &str, value: f64) {
        self.name(name);
        let billionths = (value.abs() * 1e9 + 0.5) as u64;
        if value < 0.0 && billionths > 0 {
            self.0.push('-');
        }
        push_whole(&mut self.0, (billionths / 1_000_000_000) as u32);
        self.0.push('.');
        let mut unit = 100_000_000;
        while unit > 0 {
            push_whole(&mut self.0, (billionths / unit % 10) as u32);
            unit /= 10;
        }
    }

    /// A field with a fraction from 0 to 1, written out so far that every reader gets the nearest number to it.
    pub(super) fn fraction(&mut self, name: &str, part: u16, whole: u16) {
        self.name(name);
        let whole = u32::from(whole).max(1);
        let mut rest = u32::from(part);
        push_whole(&mut self.0, rest / whole);
        self.0.push('.');
        for _ in 0..20 {
            rest = rest % whole * 10;
            push_whole(&mut self.0, rest / whole);
        }
    }
}

/// What is wrong: a code, where, and what was given there.
pub(super) fn fault(code: &str, field: &str, given: &str) -> String {
    let mut json = Json::default();
    json.open('{');
    json.field("code", code);
    json.field("field", field);
    json.field("given", given);
    json.close('}');
    json.into_text()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_json_reader_reads_it_back() {
        let mut json = Json::default();
        json.open('{');
        json.field("a\"\\", "x\"\\\u{1}\n{é\u{1F6E2}:");
        json.name("list");
        json.next();
        json.open('[');
        json.text("[");
        json.text("b");
        json.close(']');
        json.whole("n", 65_535);
        json.fraction("third", 1, 3);
        json.fraction("one", 48, 48);
        json.close('}');
        let read: serde_json::Value = serde_json::from_str(&json.into_text()).unwrap();
        let third = 1.0 / 3.0;
        let expected = serde_json::json!({
            "a\"\\": "x\"\\  {é\u{1F6E2}:", "list": ["[", "b"], "n": 65_535, "third": third, "one": 1.0
        });
        assert_eq!(read, expected);
    }

    #[test]
    fn every_score_is_the_nearest_number() {
        for answered in 1..=12_u16 {
            for points in 0..=4 * answered {
                let mut json = Json::default();
                json.open('{');
                json.fraction("score", points, 4 * answered);
                json.close('}');
                let read: serde_json::Value = serde_json::from_str(&json.into_text()).unwrap();
                assert_eq!(read["score"].as_f64(), Some(f64::from(points) / f64::from(4 * answered)));
            }
        }
    }
}
