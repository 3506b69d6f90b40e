//! What the fields of a goal have in common: how long they may be, and when they say something.

use alloc::string::String;
use alloc::vec::Vec;

use super::GoalError;
use super::json::Value;
use crate::content::trim;

/// Fields of the JSON that this release does not know, in the order they came.
pub(super) type Extra = Vec<(String, Value)>;

/// How many characters a sentence may have.
pub(super) const MOST_TEXT: usize = 2000;
/// How many characters a shorter field may have.
pub(super) const MOST_LINE: usize = 500;
/// How many entries a list may have.
pub(super) const MOST_ENTRIES: usize = 200;

#[inline(never)]
pub(super) fn no_longer(field: &'static str, text: &str, most: usize) -> Result<(), GoalError> {
    // A byte that goes on with a character begins none.
    let characters = text.bytes().filter(|byte| byte & 0xC0 != 0x80).count();
    if characters > most { Err(GoalError::TooLong { field, most }) } else { Ok(()) }
}

/// The place of an id among those of its kind.
#[inline(never)]
pub(super) fn place_of(ids: &[&str], id: &str) -> Option<usize> {
    ids.iter().position(|known| *known == id)
}

/// What people write where they do not know yet, in our four languages.
const PLACEHOLDERS: [&str; 18] = [
    "tbd",
    "tba",
    "todo",
    "to do",
    "to be determined",
    "n/a",
    "ntb",
    "nvt",
    "n.v.t.",
    "n.t.b.",
    "nog te bepalen",
    "nader te bepalen",
    "nog in te vullen",
    "in te vullen",
    "à déterminer",
    "a determiner",
    "noch offen",
    "offen",
];

/// Whether a field says something: it has a letter or digit, is no `xxx`, and no word such as `tbd`.
#[inline(never)]
pub(super) fn says_something(text: &str) -> bool {
    let text = trim(text);
    let mut first = None;
    let mut differ = false;
    for character in text.chars() {
        // Letters and digits, by their place: the tables of Unicode would be too heavy for a widget.
        if character.is_ascii_alphanumeric() || character >= '\u{C0}' && !matches!(character, '\u{2000}'..='\u{206F}') {
            let character = character.to_ascii_lowercase();
            differ |= first.is_some_and(|first| first != character);
            first = first.or(Some(character));
        }
    }
    let row = matches!(first, None | Some('x')) && !differ;
    !row && !PLACEHOLDERS.iter().any(|placeholder| placeholder.eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_says_nothing() {
        for text in ["", "  ", "...", "?", "xxx", "X", "TBD", " nog te bepalen ", "-", "\u{2026}?"] {
            assert!(!says_something(text), "{text}");
        }
        for text in ["wij", "2", "é", "directie", "open", "xy"] {
            assert!(says_something(text), "{text}");
        }
    }
}
