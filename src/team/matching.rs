//! Which statement a heading is: by id, by text, then by a text that is near.
//!
//! A text is near by the share of the statement's words that need no change: 100 minus 100·*d*/*n*, where *n* is how many words
//! the statement has without the change at hand, and *d* the fewest words to put in, leave out or replace to get from one to
//! the other. Words with one letter wrong are the same (of four letters or more), and any words may stand for the change.
//! It is taken from [`NEAR`] on, with [`MARGIN`] over the second best. No statement of ours denies anything, so a heading
//! with a word of denial says something else and is never near.

use alloc::string::String;
use alloc::vec::Vec;

use super::MatchedBy;
use super::fold::{near, tight, words};
use crate::content::{Texts, split, trim};
use crate::knoster::Questionnaire;

/// A word in five may differ: what someone shortens or mends in a sentence of our length.
const NEAR: u8 = 80;
/// A word more than the second best.
const MARGIN: u8 = 15;
/// From here on a heading that is not taken is worth asking about.
const RESEMBLES: u8 = 50;
/// Longer headings are no statement: ours have 20 words at most and a partner's 300 characters.
const MOST_WORDS: usize = 60;

/// The mark that stands for the change at hand.
const CHANGE: &str = "{change}";

/// The statements of one questionnaire, as headings are compared with them.
pub(super) struct Statements {
    ids: Vec<[String; 2]>,
    wordings: Vec<Wording>,
    denials: Vec<String>,
}

/// A statement in one language.
struct Wording {
    statement: usize,
    /// What stands around each change, letters and digits alone.
    parts: Vec<String>,
    /// The words; an empty one for the change.
    words: Vec<String>,
}

/// What was found for a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Statement(usize, MatchedBy),
    /// Nothing certain; the statements that it resembles.
    Unsure(Vec<usize>),
    Nothing,
}

impl Statements {
    pub(super) fn new(questionnaire: &Questionnaire, texts: &[Texts]) -> Self {
        let mut statements = Self { ids: Vec::new(), wordings: Vec::new(), denials: Vec::new() };
        for (index, statement) in questionnaire.statements().iter().enumerate() {
            let id = tight(statement.id());
            // `staff-vision-1` is `vision1` to a survey of one perspective.
            let short = if questionnaire.is_own() {
                String::new()
            } else {
                id.strip_prefix(questionnaire.perspective().id()).unwrap_or_default().into()
            };
            statements.ids.push([id, short]);
            for texts in texts {
                let text = statement.text(texts, CHANGE);
                let parts: Vec<&str> = text.split(CHANGE).collect();
                let mut split_words = Vec::new();
                for (place, part) in parts.iter().enumerate() {
                    if place > 0 {
                        split_words.push(String::new());
                    }
                    split_words.extend(words(part));
                }
                statements.wordings.push(Wording {
                    statement: index,
                    parts: parts.into_iter().map(tight).collect(),
                    words: split_words,
                });
            }
        }
        for texts in texts {
            statements.denials.extend(split(texts.at(&["responses.denial"]), b'|').map(tight));
        }
        statements
    }

    /// The statement of a heading whose id or text it is.
    pub(super) fn exactly(&self, header: &str) -> Option<(usize, MatchedBy)> {
        for form in forms(header) {
            let key = tight(form);
            if key.is_empty() {
                continue;
            }
            if let Some(index) = self.ids.iter().position(|ids| ids.contains(&key)) {
                return Some((index, MatchedBy::Id));
            }
            if let Some(wording) = self.wordings.iter().find(|wording| wording.is(&key)) {
                return Some((wording.statement, MatchedBy::Text));
            }
        }
        None
    }

    /// The statement of a heading, or those that it resembles.
    pub(super) fn find(&self, header: &str) -> Found {
        if let Some((index, by)) = self.exactly(header) {
            return Found::Statement(index, by);
        }
        // The nearest statements with how near they are, the best first.
        let mut best: Vec<(u8, usize)> = Vec::new();
        let mut denied = false;
        for form in forms(header) {
            let heading = words(form);
            if heading.len() < 3 || heading.len() > MOST_WORDS {
                continue;
            }
            denied |= heading.iter().any(|word| self.denials.contains(word));
            for wording in &self.wordings {
                let similarity = wording.similarity(&heading);
                if similarity < RESEMBLES {
                    continue;
                }
                match best.iter_mut().find(|(_, statement)| *statement == wording.statement) {
                    Some(known) => known.0 = known.0.max(similarity),
                    None => best.push((similarity, wording.statement)),
                }
            }
        }
        best.sort_by_key(|(similarity, statement)| (core::cmp::Reverse(*similarity), *statement));
        let second = best.get(1).map_or(0, |(similarity, _)| *similarity);
        match best.first() {
            None => Found::Nothing,
            Some(&(similarity, statement)) if !denied && similarity >= NEAR && similarity - second >= MARGIN => {
                Found::Statement(statement, MatchedBy::Close { similarity: similarity.min(99) })
            }
            Some(_) => Found::Unsure(best.iter().take(3).map(|(_, statement)| *statement).collect()),
        }
    }
}

impl Wording {
    /// Whether a heading is this text, whatever the change is.
    fn is(&self, key: &str) -> bool {
        // What is little more than the change itself would be any heading.
        if self.parts.iter().map(String::len).sum::<usize>() < 4 {
            return false;
        }
        let [first, rest @ ..] = self.parts.as_slice() else { return false };
        let Some(mut left) = key.strip_prefix(first.as_str()) else { return false };
        let Some((last, between)) = rest.split_last() else { return left.is_empty() };
        for part in between {
            // The change is one character at least.
            let Some((start, _)) = left.char_indices().nth(1) else { return false };
            let after = left.get(start..).unwrap_or_default();
            let Some(at) = after.find(part.as_str()) else { return false };
            left = after.get(at + part.len()..).unwrap_or_default();
        }
        left.strip_suffix(last.as_str()).is_some_and(|change| !change.is_empty())
    }

    /// How near a heading is to this text, from 0 to 100.
    fn similarity(&self, heading: &[String]) -> u8 {
        let own = self.words.iter().filter(|word| !word.is_empty()).count();
        // The fewest changes for the words so far, by how many of the heading's are taken in.
        let mut row: Vec<usize> = (0..=heading.len()).collect();
        let mut next = row.clone();
        for word in &self.words {
            let is_change = word.is_empty();
            let mut before = row.first().copied().unwrap_or_default();
            let mut left = before + usize::from(!is_change);
            if let Some(first) = next.first_mut() {
                *first = left;
            }
            let places = row.iter().skip(1).zip(next.iter_mut().skip(1)).zip(heading);
            for ((above, cell), given) in places {
                let best = if is_change {
                    (*above).min(left)
                } else {
                    let replaced = before + usize::from(!near(word, given));
                    replaced.min(above + 1).min(left + 1)
                };
                before = *above;
                left = best;
                *cell = best;
            }
            core::mem::swap(&mut row, &mut next);
        }
        let changes = row.last().copied().unwrap_or(own);
        (100 * changes).checked_div(own).map_or(0, |far| 100 - far.min(100) as u8)
    }
}

/// The parts of a heading that may be the statement: the whole, what survey tools put in brackets for a row of a grid, and
/// what follows a number or a code, as in `Q1. …`.
pub(super) fn forms(header: &str) -> impl Iterator<Item = &str> {
    let header = trim(header);
    let bracket = header.strip_suffix(']').and_then(|rest| {
        let at = rest.rfind('[')?;
        rest.get(at + 1..)
    });
    let after_code = header.char_indices().take(24).find_map(|(at, character)| {
        let after = header.get(at + character.len_utf8()..)?;
        let is_end = matches!(character, '.' | ':' | ')') && after.starts_with(char::is_whitespace)
            || matches!(character, '.' | ':')
                && header.get(..at)?.ends_with(|code: char| code.is_ascii_digit() || code == ']');
        let before = header.get(..at)?;
        (is_end && !before.is_empty() && !before.contains(' ')).then_some(after)
    });
    [Some(header), bracket, after_code].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knoster::{Perspective, Variant};

    fn statements() -> Statements {
        let questionnaire = Questionnaire::standard(Perspective::Staff, Variant::Consensus);
        Statements::new(&questionnaire, &Texts::included())
    }

    #[test]
    fn every_statement_is_found_by_id_and_by_text_in_every_language() {
        for perspective in Perspective::ALL {
            let questionnaire = Questionnaire::standard(perspective, Variant::Consensus);
            let all = Texts::included();
            let statements = Statements::new(&questionnaire, &all);
            for (index, statement) in questionnaire.statements().iter().enumerate() {
                assert_eq!(statements.exactly(statement.id()), Some((index, MatchedBy::Id)));
                for texts in &all {
                    for change in ["deze verandering", "x", "het nieuwe, lange plan (2025)"] {
                        let text = statement.text(texts, change);
                        let found = statements.exactly(&text.to_uppercase().replace('’', "'"));
                        assert_eq!(found, Some((index, MatchedBy::Text)), "{text}");
                    }
                }
            }
        }
    }

    #[test]
    fn headings_of_survey_tools_are_taken_apart() {
        let statements = statements();
        for header in [
            "Q1. Ik weet wat we met de nieuwe werking willen bereiken.",
            "3) Ik weet wat we met de nieuwe werking willen bereiken",
            "G01Q01[SQ001]. Ik weet wat we met X willen bereiken.",
            "Wat vind je? [Ik weet wat we met X willen bereiken.]",
            "staffvision1",
            "vision-1",
            "G01Q01[staffvision1]",
            "  ik weet  wat we met “de werking” willen bereiken ",
        ] {
            assert!(matches!(statements.find(header), Found::Statement(0, _)), "{header}");
        }
    }

    #[test]
    fn a_mended_sentence_is_near_and_a_denial_is_not() {
        let statements = statements();
        let near = statements.find("Ik weet goed wat we met de nieuwe werking willen bereiken");
        assert_eq!(near, Found::Statement(0, MatchedBy::Close { similarity: 86 }));
        let denied = statements.find("Ik weet niet wat we met de nieuwe werking willen bereiken");
        assert_eq!(denied, Found::Unsure(vec![0]));
        assert_eq!(statements.find("Welke opmerkingen heb je nog voor ons?"), Found::Nothing);
        // As far from one as from another.
        let between = statements.find("Ik weet wat mijn stap is wanneer we samen bekijken hoe het loopt");
        assert!(!matches!(between, Found::Statement(..)), "{between:?}");
    }

    #[test]
    fn no_statement_is_taken_for_another_of_its_questionnaire() {
        let all = Texts::included();
        for perspective in Perspective::ALL {
            let questionnaire = Questionnaire::standard(perspective, Variant::Consensus);
            for texts in &all {
                for (index, statement) in questionnaire.statements().iter().enumerate() {
                    // A heading with its first word lost.
                    let text = statement.text(texts, "de nieuwe werking");
                    let shortened = text.split_once(' ').map_or("", |(_, rest)| rest);
                    match Statements::new(&questionnaire, core::slice::from_ref(texts)).find(shortened) {
                        Found::Statement(found, _) => assert_eq!(found, index, "{shortened}"),
                        Found::Unsure(_) | Found::Nothing => {}
                    }
                }
            }
        }
    }
}
