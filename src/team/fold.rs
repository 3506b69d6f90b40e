//! Text made comparable: case, accents, blanks, punctuation and quotes do not count.

use alloc::string::String;
use alloc::vec::Vec;

use crate::words::{Class, class, fold};

/// The letters and digits alone, so that `N.v.t.` and `nvt` are the same.
#[inline(never)]
pub(super) fn tight(text: &str) -> String {
    let mut folded = String::new();
    for character in text.chars() {
        if matches!(class(character), Class::Letter | Class::Digit) {
            fold(character, &mut folded);
        }
    }
    folded
}

/// The words; an apostrophe parts none.
#[inline(never)]
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for character in text.chars() {
        match class(character) {
            Class::Letter | Class::Digit => _ = fold(character, &mut word),
            Class::Mark => {}
            _ if matches!(character, '\'' | '’' | '‘' | '\u{ad}' | '\u{200b}') => {}
            _ if word.is_empty() => {}
            _ => words.push(core::mem::take(&mut word)),
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Whether two words are the same but for one letter; short words must be the same.
pub(super) fn near(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let (short, long) = (short.as_bytes(), long.as_bytes());
    if short.len() < 4 || long.len() - short.len() > 1 {
        return false;
    }
    let ahead = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let behind = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    ahead + behind + 1 >= long.len()
}

/// Whether an e-mail address stands in a text.
pub(super) fn is_address(text: &str) -> bool {
    let mut parts = text.split('@');
    let before = parts.next().unwrap_or_default();
    let after = parts.next().unwrap_or_default();
    let joined = |character: Option<char>| character.is_some_and(|character| !character.is_whitespace());
    joined(before.chars().next_back()) && joined(after.chars().next()) && after.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_blanks_quotes_and_accents_do_not_count() {
        assert_eq!(tight(" N.v.t.\u{a0}"), "nvt");
        assert_eq!(tight("Mijn  collega’s,"), tight("mijn COLLEGA's"));
        assert_eq!(words("Één  collega’s-\u{201c}x\u{201d}"), ["een", "collegas", "x"]);
        assert!(words("… ? ").is_empty());
    }

    #[test]
    fn a_slip_of_the_pen_is_near() {
        assert!(near("bereiken", "bereken"));
        assert!(near("bereiken", "bereikem"));
        assert!(!near("niet", "nietes"));
        assert!(!near("ik", "ek"));
    }
}
