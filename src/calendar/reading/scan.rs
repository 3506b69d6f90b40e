//! A text as a row of items: the words that matter to a time, numbers and marks.

use alloc::string::String;
use alloc::vec::Vec;

use super::word::{Meaning, TimeWords, Word, meaning_of};
use crate::content::Language;
use crate::words::{Class, class, fold};

/// The longest word that is looked up, in letters.
pub(super) const LONGEST: usize = 24;

/// A word, a number or a mark, or an expression of several.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub(super) word: Word,
    /// The number that goes along with it.
    pub(super) value: u16,
    /// Where it stands, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether it follows the item before it without a blank.
    pub(super) glued: bool,
    /// Whether it starts with a capital.
    pub(super) capital: bool,
}

/// A token as it is written. Unlike those of [`Words`](crate::words::Words), a dash, a dot and an apostrophe part two
/// tokens, since `24-25`, `30.06.2025`, `juni '25` and `M-decreet` are read by their pieces.
#[derive(Clone, Copy)]
struct Token {
    start: usize,
    end: usize,
    class: Class,
}

/// The letters of a token, small and without accents; none where it is longer than any word of a table.
#[inline(never)]
fn folded<'a>(written: &str, letters: &'a mut String) -> &'a [u8] {
    letters.clear();
    if written.len() <= 2 * LONGEST {
        for character in written.chars().filter(|character| class(*character) != Class::Mark) {
            fold(character, letters);
        }
    }
    letters.as_bytes()
}

/// The items of a text.
#[inline(never)]
pub(super) fn scan(text: &str, table: TimeWords<'_>) -> Vec<Item> {
    let tokens = tokens(text);
    let mut items: Vec<Item> = Vec::with_capacity(tokens.len());
    let mut letters = [String::new(), String::new()];
    let mut at = 0;
    while let Some(&token) = tokens.get(at) {
        let ((mut word, value), taken) = meaning(text, table, tokens.get(at..).unwrap_or_default(), &mut letters);
        let end = tokens.get(at + taken - 1).map_or(token.end, |last| last.end);
        let before = items.last().copied();
        let glued = before.is_some_and(|before| before.end == token.start);
        // 1ste, 2de, 3rd: the number takes its ending in.
        if glued
            && word == Word::Ending
            && let Some(last) = items.last_mut()
            && last.word == Word::Digits
            && (1..=31).contains(&last.value)
        {
            last.word = Word::Ordinal;
            last.end = end;
            at += taken;
            continue;
        }
        if word == Word::Ending {
            // What ends an ordinal elsewhere is the article `de` of Dutch.
            let is_article = table.language() == Language::NlBe && end - token.start == 2;
            word = if is_article { Word::Article } else { Word::Other };
        }
        let capital = text.as_bytes().get(token.start).is_some_and(u8::is_ascii_uppercase);
        items.push(Item { word, value, start: token.start, end, glued, capital });
        at += taken;
    }
    items
}

/// The tokens, without blanks.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut before = Class::Space;
    for (start, character) in text.char_indices() {
        let mut class = class(character);
        // An accent may stand apart from its letter.
        if class == Class::Mark {
            class = Class::Letter;
        }
        let end = start + character.len_utf8();
        match tokens.last_mut() {
            Some(last) if class == before && matches!(class, Class::Digit | Class::Letter) => last.end = end,
            _ if class == Class::Space => {}
            _ => tokens.push(Token { start, end, class }),
        }
        before = class;
    }
    tokens
}

/// What the first of these tokens means, alone or with those that follow, and how many of them that is.
fn meaning(text: &str, table: TimeWords<'_>, tokens: &[Token], letters: &mut [String; 2]) -> (Meaning, usize) {
    let nothing = ((Word::Other, 0), 1);
    let Some(first) = tokens.first() else { return nothing };
    let written = text.get(first.start..first.end).unwrap_or_default();
    match first.class {
        Class::Digit => {
            let number = written
                .bytes()
                .fold(0_u16, |number, digit| number.saturating_mul(10).saturating_add(u16::from(digit & 15)));
            return ((Word::Digits, number), 1);
        }
        Class::Letter | Class::Mark => {}
        Class::Other | Class::Space => {
            let mark = written.chars().next().map_or(0, u32::from);
            return ((Word::Mark, u16::try_from(mark).unwrap_or(0)), 1);
        }
    }
    let [word, other] = letters;
    let word = folded(written, word);
    if word.is_empty() {
        return nothing;
    }
    let mut best = (None, 1);
    for (line, code) in table.from(word) {
        let Some(more) = line.strip_prefix(word) else { break };
        let taken = match more {
            [] => 1,
            [b'_', more @ ..] => match follows(text, tokens, more, other) {
                Some(taken) => taken,
                None => continue,
            },
            // Longer words come after the expressions that begin with this one.
            _ => break,
        };
        if best.0.is_none() || taken > best.1 {
            best = (meaning_of(code), taken);
        }
    }
    match best.0 {
        Some(known) => (known, best.1),
        None => (table.compound(word).or_else(|| table.with_slip(word)).unwrap_or(nothing.0), 1),
    }
}

/// How many tokens an expression takes whose other parts are these, when they follow.
fn follows(text: &str, tokens: &[Token], parts: &[u8], letters: &mut String) -> Option<usize> {
    let mut taken = 1;
    for part in parts.split(|byte| *byte == b'_') {
        let token = tokens.get(taken)?;
        let written = text.get(token.start..token.end)?;
        if folded(written, letters) != part {
            return None;
        }
        taken += 1;
    }
    Some(taken)
}
