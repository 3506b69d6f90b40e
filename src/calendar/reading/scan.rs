//! A text as a row of items: the words that matter to a time, numbers and marks.

use alloc::vec::Vec;

use super::word::{Table, Word};
use crate::content::Language;

/// The longest word that is looked up, in letters.
pub(super) const LONGEST: usize = 24;

/// A word, a number or a mark, or an expression of several.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub(super) word: Word,
    /// Where it stands, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether it follows the item before it without a blank.
    pub(super) glued: bool,
    /// Whether it starts with a capital.
    pub(super) capital: bool,
}

/// A token as it is written.
#[derive(Clone, Copy)]
struct Token {
    start: usize,
    end: usize,
    sort: Sort,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Blank,
    Digit,
    Letter,
    Mark,
}

/// Sorts a character without the tables of Unicode, which a widget would carry for this alone.
fn sort(character: char) -> Sort {
    match character {
        '0'..='9' => Sort::Digit,
        'a'..='z' | 'A'..='Z' => Sort::Letter,
        '\u{0}'..=' '
        | '\u{85}'
        | '\u{a0}'
        | '\u{2000}'..='\u{200d}'
        | '\u{2028}'..='\u{202f}'
        | '\u{205f}'
        | '\u{feff}' => Sort::Blank,
        '\u{c0}'..='\u{1fff}' if !matches!(character, '×' | '÷') => Sort::Letter,
        '\u{3040}'..='\u{d7ff}' | '\u{f900}'..='\u{fdff}' => Sort::Letter,
        _ => Sort::Mark,
    }
}

/// The small letter without its accent; a byte that no word has, for any other letter.
fn fold(character: char) -> u8 {
    match character {
        'a'..='z' => character as u8,
        'A'..='Z' => character as u8 | 32,
        'à'..='å' | 'À'..='Å' => b'a',
        'ç' | 'Ç' => b'c',
        'è'..='ë' | 'È'..='Ë' => b'e',
        'ì'..='ï' | 'Ì'..='Ï' => b'i',
        'ñ' | 'Ñ' => b'n',
        'ò'..='ö' | 'Ò'..='Ö' => b'o',
        'ù'..='ü' | 'Ù'..='Ü' => b'u',
        character if character.is_ascii() => character as u8,
        '’' | '‘' => b'\'',
        _ => 0xff,
    }
}

/// A word in small letters without accents; empty for one that is too long to be in a table.
struct Folded {
    letters: [u8; LONGEST],
    length: usize,
}

impl Folded {
    #[inline(never)]
    fn new(text: &str) -> Self {
        let mut folded = Self { letters: [0; LONGEST], length: 0 };
        for character in text.chars() {
            // An accent may stand apart from its letter.
            if matches!(character, '\u{300}'..='\u{36f}') {
                continue;
            }
            match folded.letters.get_mut(folded.length) {
                Some(letter) => *letter = fold(character),
                None => return Self { length: 0, ..folded },
            }
            folded.length += 1;
        }
        folded
    }

    fn as_bytes(&self) -> &[u8] {
        self.letters.get(..self.length).unwrap_or_default()
    }
}

/// The items of a text.
#[inline(never)]
pub(super) fn scan(text: &str, table: Table) -> Vec<Item> {
    let tokens = tokens(text);
    let mut items: Vec<Item> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(&token) = tokens.get(at) {
        let (mut word, taken) = meaning(text, table, tokens.get(at..).unwrap_or_default());
        let end = tokens.get(at + taken - 1).map_or(token.end, |last| last.end);
        let before = items.last().copied();
        let glued = before.is_some_and(|before| before.end == token.start);
        // 1ste, 2de, 3rd: the number takes its ending in.
        if glued
            && word == Word::Ending
            && let Some(last) = items.last_mut()
            && let Word::Digits(number @ 1..=31, _) = last.word
        {
            last.word = Word::Ordinal(number as u8);
            last.end = end;
            at += taken;
            continue;
        }
        if word == Word::Ending {
            // What ends an ordinal elsewhere is the article `de` of Dutch.
            let is_article = table.language == Language::NlBe && end - token.start == 2;
            word = if is_article { Word::Article } else { Word::Other };
        }
        let capital = text.as_bytes().get(token.start).is_some_and(u8::is_ascii_uppercase);
        items.push(Item { word, start: token.start, end, glued, capital });
        at += taken;
    }
    items
}

/// The tokens, without blanks.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut before = Sort::Blank;
    for (start, character) in text.char_indices() {
        let sort = sort(character);
        let end = start + character.len_utf8();
        match tokens.last_mut() {
            Some(last) if sort == before && matches!(sort, Sort::Digit | Sort::Letter) => last.end = end,
            _ if sort == Sort::Blank => {}
            _ => tokens.push(Token { start, end, sort }),
        }
        before = sort;
    }
    tokens
}

/// What the first of these tokens means, alone or with those that follow, and how many of them that is.
fn meaning(text: &str, table: Table, tokens: &[Token]) -> (Word, usize) {
    let Some(first) = tokens.first() else { return (Word::Other, 1) };
    let written = text.get(first.start..first.end).unwrap_or_default();
    match first.sort {
        Sort::Digit => {
            let length = u8::try_from(written.len()).unwrap_or(u8::MAX);
            let number = written.bytes().fold(0_u16, |number, digit| {
                number.saturating_mul(10).saturating_add(u16::from(digit.wrapping_sub(b'0')))
            });
            return (Word::Digits(number, length), 1);
        }
        Sort::Mark | Sort::Blank => return (Word::Mark(written.chars().next().unwrap_or(' ')), 1),
        Sort::Letter => {}
    }
    let folded = Folded::new(written);
    let word = folded.as_bytes();
    if word.is_empty() {
        return (Word::Other, 1);
    }
    let mut best = (None, 1);
    for (line, code) in table.from(word) {
        let Some(more) = line.strip_prefix(word) else { break };
        let taken = match more {
            [] => 1,
            [b'_', more @ ..] => match follows(text, tokens, more) {
                Some(taken) => taken,
                None => continue,
            },
            // Longer words come after the expressions that begin with this one.
            _ => break,
        };
        if best.0.is_none() || taken > best.1 {
            best = (Word::of_code(code), taken);
        }
    }
    match best.0 {
        Some(known) => (known, best.1),
        None => (table.compound(word).or_else(|| table.with_slip(word)).unwrap_or(Word::Other), 1),
    }
}

/// How many tokens an expression takes whose other parts are these, when they follow.
fn follows(text: &str, tokens: &[Token], parts: &[u8]) -> Option<usize> {
    let mut taken = 1;
    for part in parts.split(|byte| *byte == b'_') {
        let token = tokens.get(taken)?;
        let written = text.get(token.start..token.end)?;
        if Folded::new(written).as_bytes() != part {
            return None;
        }
        taken += 1;
    }
    Some(taken)
}
