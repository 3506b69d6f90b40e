//! Days as a calendar file, after RFC 5545.
//!
//! The writer is our own. Of the libraries, `ics` folds a line at 75 octets and then puts the blank of the next line
//! before another 75, which makes 76, and it is built on the standard library and formatting, which the elements go
//! without; `icalendar` brings chrono with a clock. Its parser opens our files in `tests/calendar.rs`.

use alloc::string::String;
use alloc::vec::Vec;

use super::Date;
use super::date::{date, number, push_digits, push_number};
use crate::content::{FNV, fnv1a};

/// The most octets in a line, without its end.
const MOST_OCTETS: usize = 75;

/// Something on one day or on several, for a calendar file.
///
/// # Examples
///
/// ```
/// use olievlek::calendar::{Date, Event, to_ics};
///
/// let event = Event::new(Date::constant(2025, 6, 30), "Eindevaluatie")
///     .with_description("Meenemen: de cijfers; alle klassen.")
///     .with_alarm(7);
/// let file = to_ics(&[event], Date::constant(2024, 10, 1));
/// assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
/// assert!(file.contains("DTSTART;VALUE=DATE:20250630\r\nDTEND;VALUE=DATE:20250701\r\n"));
/// assert!(file.contains("DESCRIPTION:Meenemen: de cijfers\\; alle klassen.\r\n"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    start: Date,
    end: Date,
    summary: String,
    description: String,
    uid: String,
    alarm: Option<u16>,
}

impl Event {
    /// Something on one day, with its title.
    pub fn new(date: Date, summary: impl Into<String>) -> Self {
        Self {
            start: date,
            end: date,
            summary: summary.into(),
            description: String::new(),
            uid: String::new(),
            alarm: None,
        }
    }

    /// The last day, which belongs to it; one before the first counts as the first.
    #[must_use]
    pub fn until(mut self, end: Date) -> Self {
        self.end = end.max(self.start);
        self
    }

    /// What else there is to say.
    #[must_use]
    pub fn with_description(mut self, description: impl Into<String>) -> Self {
        self.description = description.into();
        self
    }

    /// The identifier by which a calendar knows it again when the file is read anew.
    ///
    /// Without one it is made from the days and the title, so another title is another event.
    #[must_use]
    pub fn with_uid(mut self, uid: impl Into<String>) -> Self {
        self.uid = uid.into();
        self
    }

    /// A reminder so many days before it starts.
    #[must_use]
    pub fn with_alarm(mut self, days: u16) -> Self {
        self.alarm = Some(days);
        self
    }

    fn write(&self, out: &mut Lines, stamp: &str) {
        out.line(&["BEGIN:VEVENT"]);
        let (mut start, mut after) = (String::new(), String::new());
        push_basic(&mut start, self.start);
        push_basic(&mut after, date(number(self.end) + 1));
        if self.uid.is_empty() {
            let parts = [start.as_bytes(), b"/", after.as_bytes(), b"/", self.summary.as_bytes()];
            // Two hashes that begin differently, as one of 32 bits meets another too soon.
            let mut uid = String::new();
            for begin in [FNV, !FNV] {
                push_hex(&mut uid, parts.iter().fold(begin, |hash, part| fnv1a(hash, part)));
            }
            out.line(&["UID:", &uid, "@olievlek"]);
        } else {
            out.text("UID:", &self.uid);
        }
        out.line(&["DTSTAMP:", stamp, "T000000Z"]);
        out.line(&["DTSTART;VALUE=DATE:", &start]);
        // The end is the first day that no longer belongs to it.
        out.line(&["DTEND;VALUE=DATE:", &after]);
        out.text("SUMMARY:", &self.summary);
        if !self.description.is_empty() {
            out.text("DESCRIPTION:", &self.description);
        }
        out.line(&["TRANSP:TRANSPARENT"]);
        if let Some(days) = self.alarm {
            out.line(&["BEGIN:VALARM"]);
            out.line(&["ACTION:DISPLAY"]);
            out.text("DESCRIPTION:", &self.summary);
            let mut trigger = String::new();
            push_number(&mut trigger, days.into());
            out.line(&["TRIGGER:-P", &trigger, "D"]);
            out.line(&["END:VALARM"]);
        }
        out.line(&["END:VEVENT"]);
    }
}

/// Writes days as a calendar file, made on the day `now`.
///
/// Each event takes whole days and does not block them. The file has the media type `text/calendar`.
pub fn to_ics(events: &[Event], now: Date) -> String {
    let mut out = Lines { file: String::new() };
    let mut stamp = String::new();
    push_basic(&mut stamp, now);
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Olievlek//Olievlek//EN", "CALSCALE:GREGORIAN"] {
        out.line(&[line]);
    }
    for event in events {
        event.write(&mut out, &stamp);
    }
    out.line(&["END:VCALENDAR"]);
    out.file
}

/// A file of lines, each folded where it is too long.
struct Lines {
    file: String,
}

impl Lines {
    /// A line of these parts, which have nothing in them to escape.
    fn line(&mut self, parts: &[&str]) {
        let mut octets = 0;
        for character in parts.iter().flat_map(|part| part.chars()) {
            if octets + character.len_utf8() > MOST_OCTETS {
                self.file.push_str("\r\n ");
                octets = 1;
            }
            self.file.push(character);
            octets += character.len_utf8();
        }
        self.file.push_str("\r\n");
    }

    /// A property with a text as its value.
    fn text(&mut self, name: &str, text: &str) {
        let mut value = String::with_capacity(text.len() + 8);
        let mut before = '\0';
        for character in text.chars() {
            match character {
                '\\' | ';' | ',' => {
                    value.push('\\');
                    value.push(character);
                }
                // However a line ends, it ends once.
                '\n' if before == '\r' => {}
                '\n' | '\r' | '\u{2028}' | '\u{2029}' => value.push_str("\\n"),
                '\t' => value.push(' '),
                '\0'..='\u{1f}' | '\u{7f}' => {}
                _ => value.push(character),
            }
            before = character;
        }
        self.line(&[name, &value]);
    }
}

/// Writes a day as `20250630`.
fn push_basic(out: &mut String, date: Date) {
    push_digits(out, date.year().into(), 1000);
    push_digits(out, date.month().into(), 10);
    push_digits(out, date.day().into(), 10);
}

fn push_hex(out: &mut String, number: u32) {
    let digits: Vec<u8> = number.to_be_bytes().iter().flat_map(|byte| [byte >> 4, byte & 15]).collect();
    digits.iter().for_each(|digit| out.push(char::from(if *digit < 10 { b'0' + digit } else { b'a' + digit - 10 })));
}
