//! Result codes anywhere in a text: one a line, in a mail, in a link.

use alloc::string::String;
use alloc::vec::Vec;

use crate::knoster::{CodeError, Questionnaire, ResultCode};

/// A code has 20 or 23 symbols, and with a partner's statements 14 to 52.
const MOST_SYMBOLS: usize = 64;
const LEAST_SYMBOLS: usize = 16;
/// Of a partner's statements, two for each of five elements.
pub(super) const LEAST_OF_OWN: usize = 14;

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

/// The codes of a line, in order: whole ones first of all, then what is left that has the look of one.
pub(super) fn find<'t>(line: &'t str, own: Option<&Questionnaire>) -> Vec<Found<'t>> {
    let groups = groups(line);
    let mut found = Vec::new();
    let (mut at, mut left) = (0, 0);
    while at < groups.len() {
        match whole(line, groups.get(at..).unwrap_or_default(), own) {
            Some((taken, text, result)) => {
                look_alikes(line, groups.get(left..at).unwrap_or_default(), own, &mut found);
                found.push((text, result));
                at += taken;
                left = at;
            }
            None => at += 1,
        }
    }
    look_alikes(line, groups.get(left..).unwrap_or_default(), own, &mut found);
    found
}

/// A whole code at the first of these groups, and of how many groups it is.
fn whole<'t>(
    line: &'t str,
    groups: &[Group],
    own: Option<&Questionnaire>,
) -> Option<(usize, &'t str, Result<ResultCode, CodeError>)> {
    let first = groups.first()?;
    let least = if own.is_some() { LEAST_OF_OWN } else { LEAST_SYMBOLS };
    let mut symbols = 0;
    for (more, group) in chain(groups).iter().enumerate() {
        let length = group.end - group.start;
        // We write groups of four, and only the last may be shorter; a group of its own may be a whole code.
        if more > 0 && (length > 4 || symbols != 4 * more) {
            return None;
        }
        symbols += length;
        if !(least..=MOST_SYMBOLS).contains(&symbols) {
            continue;
        }
        let text = line.get(first.start..group.end)?;
        match ResultCode::decode(text, own) {
            Ok(code) => return Some((more + 1, text, Ok(code))),
            // These are only said of a code whose check is right.
            Err(error @ (CodeError::Version { .. } | CodeError::Edition | CodeError::OwnStatements))
                if symbols >= LEAST_SYMBOLS =>
            {
                return Some((more + 1, text, Err(error)));
            }
            Err(_) => {}
        }
    }
    None
}

/// What has the look of a code: groups of four with dashes, nothing but groups of four with blanks, or as many symbols in
/// a row. A date, a telephone number and an account have fewer.
fn look_alikes<'t>(line: &'t str, groups: &[Group], own: Option<&Questionnaire>, found: &mut Vec<Found<'t>>) {
    let mut rest = groups;
    while let Some((first, after)) = rest.split_first() {
        let dashed = after.iter().take_while(|group| group.joined == Joined::Dash).count();
        let spaced = after.iter().take_while(|group| group.joined == Joined::Blank && group.end - group.start <= 4);
        let taken = if dashed > 0 { dashed } else { spaced.count() };
        let taken = if after.is_empty() { 0 } else { taken };
        let block = rest.get(..=taken).unwrap_or_default();
        let text = block.last().and_then(|last| line.get(first.start..last.end)).unwrap_or_default();
        if has_the_look(block, text, dashed > 0) {
            found.push((text, ResultCode::decode(text, own)));
            rest = rest.get(taken + 1..).unwrap_or_default();
        } else {
            rest = rest.get(dashed + 1..).unwrap_or_default();
        }
    }
}

fn has_the_look(block: &[Group], text: &str, dashed: bool) -> bool {
    let lengths = || block.iter().map(|group| group.end - group.start);
    let symbols: usize = lengths().sum();
    let fours = lengths().filter(|length| *length == 4).count();
    // A code has more digits than prose has.
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let least = if dashed { block.len().saturating_sub(2) } else { block.len().saturating_sub(1) };
    let grouped = block.len() >= 4 && fours >= least && lengths().all(|length| length <= 5);
    let solid = block.len() == 1 && (19..=24).contains(&symbols);
    let enough = if dashed { 14 } else { 17 };
    (enough..=30).contains(&symbols) && digits >= 5 && (grouped || solid)
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
    /// In the order of the codes: a map would weigh more in a widget than all that looks for codes.
    rows: Vec<(String, u64)>,
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
        match self.rows.binary_search_by(|(known, _)| known.as_str().cmp(code)) {
            Ok(place) => return Again::Since(self.rows.get(place).map_or(row, |(_, first)| *first)),
            Err(place) if self.rows.len() < MOST_COMPARED => {
                self.rows.insert(place, (code.into(), row));
                return Again::New;
            }
            Err(_) => {}
        }
        if core::mem::replace(&mut self.full, true) { Again::New } else { Again::Full }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knoster::{ChangeElement, Perspective, Statement, Variant};

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
    fn a_code_of_few_statements_of_ones_own_is_found() {
        let statements = |each: usize| {
            let of = |element: &ChangeElement| {
                let element = *element;
                (0..each)
                    .map(move |number| Statement::new(alloc::format!("{}-{number}", element.id()), element, "Zin."))
            };
            Variant::Five.elements().iter().flat_map(of).collect()
        };
        for each in 2..=3 {
            let own = Questionnaire::own(Perspective::Staff, Variant::Five, statements(each)).unwrap();
            for kind in 0..8 {
                let mut answers = own.blank();
                for index in 0..own.statements().len() {
                    answers.set(index, crate::survey::Answer::from_bits(kind));
                }
                let code = ResultCode::encode(&own, &answers);
                for text in [alloc::format!("Dag An, {code}, Jo"), code.replace('-', "")] {
                    let found = find(&text, Some(&own));
                    assert!(
                        matches!(found.as_slice(), [(_, Ok(read))] if *read.answers() == answers),
                        "{text}: {found:?}"
                    );
                }
            }
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
