//! Result codes anywhere in a text: one a line, in a mail, in a link.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use crate::knoster::{CodeError, Questionnaire, ResultCode};

/// A code has 20 or 23 symbols, and with a partner's statements at most 52.
const MOST_SYMBOLS: usize = 64;
const LEAST_SYMBOLS: usize = 16;

/// So many codes are compared with one another: more than people work in all centres together.
const MOST_COMPARED: usize = 20_000;

/// Letters and digits in a row, with what joins them to those before.
struct Group {
    start: usize,
    end: usize,
    joined: Joined,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Joined {
    Dash,
    Blank,
    Apart,
}

/// A code in a text, or what looks like one and is none.
pub(super) type Found<'t> = (&'t str, Result<ResultCode, CodeError>);

/// The codes of a line, in order.
pub(super) fn find<'t>(line: &'t str, own: Option<&Questionnaire>) -> Vec<Found<'t>> {
    let groups = groups(line);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = groups.get(at) {
        let chain = chain(groups.get(at..).unwrap_or_default());
        let mut symbols = 0;
        let mut whole = None;
        for (more, group) in chain.iter().enumerate() {
            let length = group.end - group.start;
            symbols += length;
            // We write groups of four, and only the last may be shorter; a group of its own may be a whole code.
            if more > 0 && (length > 4 || symbols - length != 4 * more) {
                break;
            }
            if !(LEAST_SYMBOLS..=MOST_SYMBOLS).contains(&symbols) {
                continue;
            }
            let text = line.get(first.start..group.end).unwrap_or_default();
            match ResultCode::decode(text, own) {
                Ok(code) => {
                    whole = Some((more, text, Ok(code)));
                    break;
                }
                // These are only said of a code whose check is right.
                Err(error @ (CodeError::Version { .. } | CodeError::Edition | CodeError::OwnStatements)) => {
                    whole = Some((more, text, Err(error)));
                    break;
                }
                Err(_) => {}
            }
        }
        if whole.is_none() && (at == 0 || first.joined != Joined::Dash) {
            whole = alike(line, chain, groups.len(), own);
        }
        match whole {
            Some((more, text, result)) => {
                found.push((text, result));
                at += more + 1;
            }
            None => at += 1,
        }
    }
    found
}

/// What has the look of a code: groups of four with dashes, a whole line of groups, or as many symbols in a row.
fn alike<'t>(
    line: &'t str,
    chain: &[Group],
    on_line: usize,
    own: Option<&Questionnaire>,
) -> Option<(usize, &'t str, Result<ResultCode, CodeError>)> {
    let (first, rest) = chain.split_first()?;
    let dashed = rest.iter().take_while(|group| group.joined == Joined::Dash).count();
    let joined = if rest.len() > dashed && chain.len() == on_line { rest.len() } else { dashed };
    let taken = chain.get(..=joined)?;
    let last = taken.last()?;
    let text = line.get(first.start..last.end)?;
    let lengths = || taken.iter().map(|group| group.end - group.start);
    let symbols: usize = lengths().sum();
    let fours = lengths().filter(|length| *length == 4).count();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    // A code has a version first, and more digits than prose has.
    let grouped = joined >= 3 && fours + 2 >= taken.len() && lengths().all(|length| length <= 5);
    let solid = joined == 0 && (19..=24).contains(&symbols);
    let is_alike = (14..=30).contains(&symbols) && digits >= 5 && (grouped || solid) && !text.starts_with('0');
    is_alike.then(|| (joined, text, ResultCode::decode(text, own)))
}

/// The groups that may belong to one code: joined by dashes or single blanks.
fn chain(groups: &[Group]) -> &[Group] {
    let more = groups.iter().take(MOST_SYMBOLS).skip(1).take_while(|group| group.joined != Joined::Apart).count();
    groups.get(..=more.min(groups.len().saturating_sub(1))).unwrap_or_default()
}

fn groups(line: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut end = None;
    let mut open = false;
    for (at, character) in line.char_indices() {
        if character.is_ascii_alphanumeric() {
            if open && let Some(group) = groups.last_mut() {
                group.end = at + 1;
            } else {
                let between = end.and_then(|end| line.get(end..at)).unwrap_or("..");
                groups.push(Group { start: at, end: at + 1, joined: joined(between) });
                open = true;
            }
            end = Some(at + 1);
        } else {
            open = false;
        }
    }
    groups
}

fn joined(between: &str) -> Joined {
    let mut characters = between.chars().filter(|character| !matches!(character, '\u{ad}' | '\u{200b}'));
    match (characters.next(), characters.next()) {
        (Some('-' | '\u{2010}'..='\u{2015}' | '\u{2212}'), None) | (None, None) => Joined::Dash,
        (Some(blank), None) if blank.is_whitespace() => Joined::Blank,
        _ => Joined::Apart,
    }
}

/// The codes that were met, for telling when one comes again.
#[derive(Default)]
pub(super) struct Met {
    rows: BTreeMap<String, u64>,
    full: bool,
}

/// What is to be said about a code that was met.
pub(super) enum Again {
    New,
    Since(u64),
    /// From now on codes are not compared; said once.
    Full,
}

impl Met {
    pub(super) fn meet(&mut self, code: &str, row: u64) -> Again {
        if let Some(first) = self.rows.get(code) {
            return Again::Since(*first);
        }
        if self.rows.len() < MOST_COMPARED {
            self.rows.insert(code.into(), row);
            return Again::New;
        }
        if core::mem::replace(&mut self.full, true) { Again::New } else { Again::Full }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knoster::{Perspective, Variant};

    const CODE: &str = "2000-0000-2000-0000-08HY";

    fn read(text: &str) -> Vec<(&str, &'static str)> {
        find(text, None)
            .into_iter()
            .map(|(text, result)| (text, result.map_or_else(|fault| fault.code(), |_| "ok")))
            .collect()
    }

    #[test]
    fn a_code_is_found_wherever_it_stands() {
        for text in [
            CODE.into(),
            CODE.to_lowercase(),
            CODE.replace('-', " "),
            CODE.replace('-', ""),
            CODE.replace('-', "\u{2013}"),
            alloc::format!("Dag An, mijn code is {CODE}. Groeten, Jo (lokaal 12)"),
            alloc::format!("> https://clb.example/check#r={CODE}&x=1"),
            alloc::format!("3 uur 2000 {CODE}"),
        ] {
            let found = read(&text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!(found[0].1, "ok", "{text}");
        }
        let two = alloc::format!("{CODE} en {CODE}");
        assert_eq!(read(&two), [(CODE, "ok"), (CODE, "ok")]);
    }

    #[test]
    fn what_looks_like_a_code_is_reported_and_prose_is_not() {
        assert_eq!(read("code: 2000-0000-2000-0000-08HX."), [("2000-0000-2000-0000-08HX", "code-check")]);
        assert_eq!(read("2000-0000-2000-000-08HY"), [("2000-0000-2000-000-08HY", "code-length")]);
        assert_eq!(read("2000 0000 2000 0000 08HX").len(), 1);
        for prose in [
            "Bel me op 0470-12-34-56 of 02 123 45 67",
            "rekening BE68 5390 0754 7034",
            "van 12-10-2025 tot 2026-06-30, 14:00",
            "550e8400-e29b-41d4-a716-446655440000",
            "Ik heb ze alle vijf bijna altijd wel eens mee",
            "",
        ] {
            assert_eq!(read(prose), [], "{prose}");
        }
    }

    #[test]
    fn every_code_we_write_is_found() {
        for perspective in Perspective::ALL {
            for variant in Variant::ALL {
                let questionnaire = Questionnaire::standard(perspective, variant);
                let mut answers = questionnaire.blank();
                for index in 0..questionnaire.statements().len() {
                    answers.set(index, crate::survey::Answer::from_bits((index % 8) as u8));
                    let code = ResultCode::encode(&questionnaire, &answers);
                    let text = alloc::format!("x {code} y");
                    assert_eq!(read(&text), [(code.as_str(), "ok")]);
                }
            }
        }
    }
}
