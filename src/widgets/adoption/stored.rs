//! What was filled in as one text: for a link, for the device, and for an element that leaves the page and comes back.
//!
//! Parts stand between `~` and records between `!`, which an address may hold as they are: first a version, the start, what
//! a row says and what is shown; then a record for each place and each row.

use alloc::string::String;

use super::centre::{Amount, Centre, MOST_PEOPLE, MOST_SITES, Site, Tempo};
use super::numbers::push_day;
use super::seen::{MOST_ROWS, Row};
use super::state::Work;
use crate::calendar::{number, parse_iso};
use crate::content::split;

const VERSION: &str = "1";

/// Writes it.
pub(super) fn write(work: &Work, start: i32, layers: u8) -> String {
    let mut out = String::from(VERSION);
    out.push('~');
    push_day(&mut out, start);
    out.push_str(if work.each { "~n~" } else { "~t~" });
    out.push(char::from(b'0' + layers % 4));
    for site in &work.centre.sites {
        record(&mut out, &["s", &site.name, &site.people.typed, &site.group.typed, site.tempo.id()]);
    }
    for row in work.rows.iter().filter(|row| !row.is_blank()) {
        record(&mut out, &["r", &row.date, &row.count]);
    }
    out
}

fn record(out: &mut String, parts: &[&str]) {
    let mut before = '!';
    for part in parts {
        out.push(before);
        before = '~';
        // What people type holds no marks of ours.
        part.chars().for_each(|c| out.push(if matches!(c, '~' | '!') || c.is_control() { ' ' } else { c }));
    }
}

/// Reads it back: the work, the start and what is shown; none where it is of another form.
pub(super) fn read(text: &str) -> Option<(Work, i32, u8)> {
    let mut records = split(text, b'!');
    let mut head = split(records.next()?, b'~');
    if head.next()? != VERSION {
        return None;
    }
    let start = number(parse_iso(head.next()?)?);
    let each = match head.next()? {
        "n" => true,
        "t" => false,
        _ => return None,
    };
    let layers = head.next()?.bytes().next()?.checked_sub(b'0').filter(|layers| *layers < 4)?;
    let mut work = Work { centre: Centre { sites: [].into() }, each, rows: [].into() };
    for record in records {
        let mut parts = split(record, b'~');
        match parts.next()? {
            "s" if work.centre.sites.len() < MOST_SITES => {
                let name = String::from(parts.next()?);
                // Without a number that can be read, the one of a small place stands.
                let (mut people, mut group) = (Amount::new(1), Amount::new(0));
                people.write(parts.next()?, 1, MOST_PEOPLE);
                group.write(parts.next()?, 0, MOST_PEOPLE);
                work.centre.sites.push(Site { name, people, group, tempo: Tempo::from_id(parts.next()?)? });
            }
            "r" if work.rows.len() < MOST_ROWS => {
                work.rows.push(Row { date: parts.next()?.into(), count: parts.next()?.into() });
            }
            _ => return None,
        }
    }
    (!work.centre.sites.is_empty()).then_some((work, start, layers))
}

/// The text as it can stand in an address.
pub(super) fn for_address(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'!') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for half in [byte >> 4, byte & 15] {
                out.push(char::from(DIGITS.get(usize::from(half)).copied().unwrap_or(b'0')));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;

    #[test]
    fn what_was_filled_in_comes_back() {
        let mut work = Work::default();
        work.centre.sites = [Site::new(30, 4), Site::new(25, 4)].into();
        work.centre.sites[1].name = "Noord ~ & Zuid! é".into();
        work.centre.sites[1].tempo = Tempo::Slow;
        work.centre.sites[0].people.write("3x", 1, MOST_PEOPLE);
        work.rows = [Row { date: "okt 2026".into(), count: "12".into() }, Row::default()].into();
        work.each = true;
        let start = number(Date::constant(2026, 9, 1));
        let text = write(&work, start, 3);
        let (back, day, layers) = read(&text).unwrap();
        assert_eq!((day, layers, back.each, back.rows.len()), (start, 3, true, 1));
        assert_eq!(back.centre.sites[1].name, "Noord   & Zuid  é");
        assert_eq!((back.centre.sites[0].people.typed.as_str(), back.centre.sites[1].tempo), ("3x", Tempo::Slow));
        let address = for_address(&text);
        assert!(
            address.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'&' | b'=' | b'#')),
            "{address}"
        );
        assert!(address.contains("Noord%20%20%20%26%20Zuid%20%20%C3%A9"), "{address}");
    }

    #[test]
    fn nothing_else_is_taken_for_it() {
        let head = "1~2026-09-01~t~1";
        for broken in ["", "1", "2~2026-09-01~t~1!s~~60~8~slow", head, "1~2026-09-31~t~1!s~~60~8~slow", "é", "{}"] {
            assert!(read(broken).is_none(), "{broken}");
        }
        for tail in ["!s~~60~8~x", "!q~1", "!s~~60", "!s~~60~8~slow!r~x"] {
            assert!(read(&[head, tail].concat()).is_none(), "{tail}");
        }
        assert!(read(&[head, "!s~~60~8~slow!r~~"].concat()).is_some());
        assert!(read(&[head, &"!s~~60~8~slow".repeat(9)].concat()).is_none());
    }
}
