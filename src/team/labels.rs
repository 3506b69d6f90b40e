//! What a cell says: a number, a label in one of the languages, or a variant that people write.

use alloc::string::String;
use alloc::vec::Vec;

use super::fold::tight;
use crate::content::{Texts, split, trim};
use crate::survey::Answer;
use crate::words::{Class, class};

/// The keys of the answers in `responses.json`, each a list with `|` between.
const ANSWERS: [&str; 8] = ["1", "2", "3", "4", "5", "unknown", "not-applicable", "unanswered"];

/// The labels by which an answer is recognised.
pub(super) struct Labels {
    /// Sorted by label; `None` where two languages mean something else by it.
    entries: Vec<(String, Option<Answer>)>,
    /// What was given, which goes before all else.
    given: Vec<(String, Answer)>,
}

/// What a cell turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Answer(Answer),
    /// An answer code of a survey tool, such as `A4`: its place, taken from disagreement to agreement.
    Place(Answer),
    OutOfScale,
    Unreadable,
}

impl Labels {
    pub(super) fn new(texts: &[Texts]) -> Self {
        let mut entries: Vec<(String, Option<Answer>)> = Vec::new();
        for texts in texts {
            for id in &ANSWERS {
                let answer = Answer::from_id(id);
                let label = [texts.of_id("report.answer.", id, "")];
                let variants = split(texts.of_id("responses.answer.", id, ""), b'|');
                for text in label.into_iter().chain(variants) {
                    let key = key(text);
                    if !key.is_empty() {
                        entries.push((key, answer));
                    }
                }
            }
        }
        entries.sort_by(|one, other| one.0.cmp(&other.0));
        entries.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same && next.1 != kept.1 {
                kept.1 = None;
            }
            same
        });
        Self { entries, given: Vec::new() }
    }

    /// The same with meanings that go before what is known.
    pub(super) fn with(mut self, meanings: &[(String, Answer)]) -> Self {
        self.given.extend(meanings.iter().map(|(text, answer)| (key(text), *answer)));
        self
    }

    fn find(&self, text: &str) -> Option<Answer> {
        let key = key(text);
        let place = self.entries.binary_search_by(|(known, _)| known.as_str().cmp(&key)).ok()?;
        self.entries.get(place).and_then(|(_, answer)| *answer)
    }

    /// Reads a cell. A number and a label that contradict one another are unreadable.
    pub(super) fn read(&self, cell: &str) -> Cell {
        // An apostrophe before a formula is ours, or another exporter's.
        let cell = trim(cell.strip_prefix('\'').unwrap_or(cell));
        if cell.is_empty() {
            return Cell::Answer(Answer::Unanswered);
        }
        if !self.given.is_empty() {
            let key = key(cell);
            if let Some((_, answer)) = self.given.iter().find(|(known, _)| *known == key) {
                return Cell::Answer(*answer);
            }
        }
        if let Some(answer) = Answer::from_id(cell).or_else(|| self.find(cell)) {
            return Cell::Answer(answer);
        }
        if let Some(place) = place(cell) {
            return Cell::Place(place);
        }
        let Some((number, label)) = number_and_label(cell) else { return Cell::Unreadable };
        let answer = u8::try_from(number).ok().and_then(|value| Answer::from_value(value).ok());
        match answer {
            Some(answer) if tight(label).is_empty() || self.find(label) == Some(answer) => Cell::Answer(answer),
            None if tight(label).is_empty() => Cell::OutOfScale,
            _ => Cell::Unreadable,
        }
    }

    /// Labels for which two languages do not mean the same.
    #[cfg(test)]
    fn contradictions(&self) -> Vec<&str> {
        self.entries.iter().filter(|(_, answer)| answer.is_none()).map(|(label, _)| label.as_str()).collect()
    }
}

/// What a label is compared by; a sign such as `?`, which has no letters, by itself.
fn key(text: &str) -> String {
    let key = tight(text);
    if key.is_empty() { trim(text).into() } else { key }
}

/// `A1` to `A5` and `AO01` to `AO05`, as LimeSurvey makes up answer codes.
fn place(cell: &str) -> Option<Answer> {
    let digits = cell.strip_prefix("AO0").or_else(|| cell.strip_prefix('A'))?;
    match digits.as_bytes() {
        [digit @ b'1'..=b'5'] => Answer::from_value(digit - b'0').ok(),
        _ => None,
    }
}

/// Whether a character is a letter or a digit, without the standard library's tables of all of Unicode.
fn is_word(character: char) -> bool {
    matches!(class(character), Class::Letter | Class::Digit)
}

/// The whole number at the start or the end, and what stands besides: `4`, `4,0`, `4 - eerder eens`, `Eerder eens (4)`.
fn number_and_label(cell: &str) -> Option<(u32, &str)> {
    let is_mark = |character: char| !is_word(character);
    let start = cell.trim_start_matches(is_mark);
    // A minus before the number counts: it is a number of another scale.
    let negative = cell.trim_start_matches(['(', '[', ' ']).starts_with('-');
    let digits = start.trim_start_matches(|character: char| character.is_ascii_digit());
    let number = start.get(..start.len() - digits.len())?;
    if !number.is_empty() {
        let mut rest = digits;
        if let Some(decimals) = rest.strip_prefix([',', '.']) {
            let after = decimals.trim_start_matches('0');
            if after.starts_with(|character: char| character.is_ascii_digit()) {
                return None;
            }
            rest = after;
        }
        if rest.starts_with(is_word) {
            return None;
        }
        let number = if negative { u32::MAX } else { number.parse().unwrap_or(u32::MAX) };
        return Some((number, rest));
    }
    let end = cell.trim_end_matches(is_mark);
    let label = end.trim_end_matches(|character: char| character.is_ascii_digit());
    let number = end.get(label.len()..).filter(|number| !number.is_empty())?;
    // `M2` is a word and no label with a number.
    if label.ends_with(is_word) {
        return None;
    }
    Some((number.parse().unwrap_or(u32::MAX), label))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Language;

    fn labels() -> Labels {
        Labels::new(&Texts::included())
    }

    fn point(value: u8) -> Cell {
        Cell::Answer(Answer::from_value(value).unwrap())
    }

    #[test]
    fn numbers_are_read_however_they_are_written() {
        let labels = labels();
        for cell in [
            "4",
            " 4 ",
            "4,0",
            "4.00",
            "4 - eerder eens",
            "4 – Eerder eens",
            "4. eerder eens",
            "(4)",
            "Eerder eens (4)",
            "4 = eerder akkoord",
            "'4",
        ] {
            assert_eq!(labels.read(cell), point(4), "{cell}");
        }
        for cell in ["0", "6", "-1", "10", "99999999999", "0,0"] {
            assert_eq!(labels.read(cell), Cell::OutOfScale, "{cell}");
        }
        for cell in ["4,5", "4 - helemaal oneens", "4 of 5", "4a", "M2", "=1+1", "4e1", "veel", "1 - vaak"] {
            assert_eq!(labels.read(cell), Cell::Unreadable, "{cell}");
        }
    }

    #[test]
    fn labels_of_the_issue_are_read() {
        let labels = labels();
        for (cell, expected) in [
            ("helemaal eens", point(5)),
            ("Eerder  oneens", point(2)),
            ("akkoord", point(4)),
            ("n.v.t.", Cell::Answer(Answer::NotApplicable)),
            ("?", Cell::Answer(Answer::Unknown)),
            ("Geen idee", Cell::Answer(Answer::Unknown)),
            ("", Cell::Answer(Answer::Unanswered)),
            ("-", Cell::Answer(Answer::Unanswered)),
            ("unknown", Cell::Answer(Answer::Unknown)),
            ("AO02", Cell::Place(Answer::from_value(2).unwrap())),
            ("A5", Cell::Place(Answer::from_value(5).unwrap())),
            ("A6", Cell::Unreadable),
            ("misschien", Cell::Unreadable),
        ] {
            assert_eq!(labels.read(cell), expected, "{cell}");
        }
    }

    #[test]
    fn each_language_reads_its_own_labels_and_no_two_contradict() {
        let all = labels();
        assert_eq!(all.contradictions(), Vec::<&str>::new());
        for language in Language::ALL {
            let Ok(texts) = Texts::of(language) else { continue };
            let alone = Labels::new(core::slice::from_ref(&texts));
            for id in ANSWERS {
                let label = texts.of_id("report.answer.", id, "");
                assert_eq!(alone.read(label), Cell::Answer(Answer::from_id(id).unwrap()), "{language}: {label}");
                assert_eq!(all.read(label), alone.read(label), "{language}: {label}");
            }
        }
    }
}
