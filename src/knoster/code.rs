//! The result code: a profile's answers in a line that can be read out over the phone.
//!
//! # Form
//!
//! Symbols of Crockford's base 32 (`0`–`9` and `A`–`Z` without I, L, O and U), five bits each, in groups of four. Case,
//! spaces and dashes do not count; `O` reads as `0`, `I` and `L` as `1`.
//!
//! | bits | what |
//! |---|---|
//! | 4 | version of this form, 1 now |
//! | 2 | perspective: 0 staff, 1 policy, 2 school |
//! | 1 | variant: 0 five, 1 with consensus |
//! | 1 | 1 for a partner's own statements |
//! | 2 | edition of our statements, 0 now; 0 for own statements |
//! | 15 | own statements only: a fingerprint of their ids, elements and directions |
//! | 3 each | the answers in order: 0 unanswered, 1 to 5 agreement, 6 unknown, 7 not applicable |
//! | to a multiple of 5 | zeros |
//! | 15 | check |
//!
//! So five elements make 20 symbols and six make 23. There is no time and no identifier in it.
//!
//! # Check
//!
//! The whole code, read as a number in base 32, leaves 1 when divided by the prime 32749. A wrong symbol adds
//! *d*·32ⁱ with 0 < |*d*| < 32, and two swapped ones add *d*·(32ⁱ − 32ʲ); neither is a multiple of that prime for codes
//! as short as ours, so each is reported. Anything else slips through once in 32749 times at most.

use core::fmt;

use alloc::string::String;
use alloc::vec::Vec;

use super::{Answers, Perspective, Questionnaire, Variant};
use crate::content::{FNV, fnv1a};
use crate::survey::Answer;

const VERSION: u32 = 1;
/// Counts up, modulo 4, when our statements change so that older answers no longer belong to them.
const EDITION: u32 = 0;
const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const PRIME: u32 = 32_749;
const CHECK_SYMBOLS: usize = 3;
/// No questionnaire has more: 6 elements of 12 statements.
const MOST_SYMBOLS: usize = 64;

/// A result code that was read: whose statements it answers, and how.
///
/// # Examples
///
/// ```
/// use olievlek::knoster::{Perspective, Questionnaire, ResultCode, Variant};
/// use olievlek::survey::Answer;
///
/// let questionnaire = Questionnaire::standard(Perspective::Staff, Variant::Five);
/// let answers = questionnaire.answers([("staff-plan-2", Answer::from_value(4)?)])?;
/// let code = ResultCode::encode(&questionnaire, &answers);
/// assert_eq!(code, "2000-0000-2000-0000-08HY");
///
/// let read = ResultCode::decode(&code.to_lowercase(), None)?;
/// assert_eq!(read.questionnaire(), &questionnaire);
/// assert_eq!(read.answers(), &answers);
///
/// let error = ResultCode::decode("not a code!", None).map_err(|error| error.code());
/// assert_eq!(error, Err("code-character"));
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultCode {
    questionnaire: Questionnaire,
    answers: Answers,
}

impl ResultCode {
    /// Writes answers as a code, in groups of four joined by dashes.
    pub fn encode(questionnaire: &Questionnaire, answers: &Answers) -> String {
        let mut bits = Bits::default();
        bits.push(VERSION, 4);
        bits.push(questionnaire.perspective() as u32, 2);
        bits.push(questionnaire.variant() as u32, 1);
        bits.push(u32::from(questionnaire.is_own()), 1);
        if questionnaire.is_own() {
            bits.push(0, 2);
            bits.push(fingerprint(questionnaire), 15);
        } else {
            bits.push(EDITION, 2);
        }
        for (_, answer) in questionnaire.answered(answers) {
            bits.push(u32::from(answer.to_bits()), 3);
        }
        let mut symbols = bits.into_symbols();
        symbols.extend_from_slice(&[0; CHECK_SYMBOLS]);
        let check = (1 + PRIME - remainder(&symbols)) % PRIME;
        symbols.truncate(symbols.len() - CHECK_SYMBOLS);
        for shift in &[10, 5, 0] {
            symbols.push((check >> shift & 31) as u8);
        }

        let mut code = String::new();
        for (index, symbol) in symbols.iter().enumerate() {
            if index > 0 && index % 4 == 0 {
                code.push('-');
            }
            code.push(SYMBOLS.get(usize::from(*symbol)).copied().map_or('0', char::from));
        }
        code
    }

    /// Reads a code back.
    ///
    /// A code of a partner's own statements is read with that questionnaire as `own`; for our statements `own` is not
    /// looked at.
    ///
    /// # Errors
    ///
    /// A [`CodeError`] for anything but a whole, correct code of this version: no wrong result comes out of a code in
    /// which one character is wrong or two have changed places.
    pub fn decode(code: &str, own: Option<&Questionnaire>) -> Result<Self, CodeError> {
        let symbols = read_symbols(code)?;
        let found = symbols.len();
        let mut bits = BitReader::new(&symbols);
        let version = bits.take(4);
        let perspective = Perspective::ALL.get(bits.take(2) as usize).copied();
        let variant = if bits.take(1) == 0 { Variant::Five } else { Variant::Consensus };
        let is_own = bits.take(1) == 1;
        let edition = bits.take(2);

        let questionnaire = if is_own {
            own.filter(|own| Some(own.perspective()) == perspective && own.variant() == variant).cloned()
        } else {
            perspective.map(|perspective| Questionnaire::standard(perspective, variant))
        };
        let expected = questionnaire.as_ref().map(|questionnaire| {
            let bits = 10 + if is_own { 15 } else { 0 } + 3 * questionnaire.statements().len();
            bits.div_ceil(5) + CHECK_SYMBOLS
        });
        if found <= CHECK_SYMBOLS || remainder(&symbols) != 1 {
            // The beginning is often right where the end is missing: then say so, as it helps more.
            return Err(match expected {
                Some(expected) if version == VERSION && found != expected => CodeError::Length { expected, found },
                _ => CodeError::Check,
            });
        }
        if version != VERSION {
            return Err(CodeError::Version { found: version as u8 });
        }
        if edition != if is_own { 0 } else { EDITION } {
            return Err(CodeError::Edition);
        }
        let (Some(questionnaire), Some(expected)) = (questionnaire, expected) else {
            return Err(if is_own { CodeError::OwnStatements } else { CodeError::Check });
        };
        if is_own && bits.take(15) != fingerprint(&questionnaire) {
            return Err(CodeError::OwnStatements);
        }
        if found != expected {
            return Err(CodeError::Length { expected, found });
        }
        let mut answers = questionnaire.blank();
        for index in 0..questionnaire.statements().len() {
            answers.set(index, Answer::from_bits(bits.take(3) as u8));
        }
        // What is left before the check is padding; one result has one code.
        let padding = (5 * (found - CHECK_SYMBOLS)).saturating_sub(bits.at);
        if bits.take(padding) != 0 {
            return Err(CodeError::Check);
        }
        Ok(Self { questionnaire, answers })
    }

    /// The questionnaire that was answered.
    pub fn questionnaire(&self) -> &Questionnaire {
        &self.questionnaire
    }

    /// The answers.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// Both, for keeping.
    pub fn into_parts(self) -> (Questionnaire, Answers) {
        (self.questionnaire, self.answers)
    }
}

/// Why a code could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CodeError {
    /// There is nothing to read.
    Empty,
    /// A character that no code has.
    Character {
        /// Its place among the characters given, from 1.
        position: usize,
        /// The character.
        found: char,
    },
    /// Characters are missing or too many.
    Length {
        /// How many a code of this kind has, without dashes.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// The check says that something in the code is wrong.
    Check,
    /// The code is of a version that this release does not know.
    Version {
        /// That version.
        found: u8,
    },
    /// The code answers an edition of our statements that this release does not know.
    Edition,
    /// The code answers a partner's own statements, and these are not the ones given.
    OwnStatements,
}

impl CodeError {
    /// The stable code of this error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "code-empty",
            Self::Character { .. } => "code-character",
            Self::Length { .. } => "code-length",
            Self::Check => "code-check",
            Self::Version { .. } => "code-version",
            Self::Edition => "code-edition",
            Self::OwnStatements => "code-own-statements",
        }
    }
}

impl fmt::Display for CodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => formatter.write_str("expected a result code, got nothing"),
            Self::Character { position, found } => {
                write!(formatter, "expected digits and letters (never U), got `{found}` at character {position}")
            }
            Self::Length { expected, found } => {
                write!(formatter, "expected {expected} characters besides dashes, got {found}")
            }
            Self::Check => formatter.write_str("expected a correct result code, got one with a wrong character"),
            Self::Version { found } => {
                write!(formatter, "expected a result code of version {VERSION}, got version {found}")
            }
            Self::Edition => {
                formatter.write_str("expected a code of the statements in use, got one of another edition")
            }
            Self::OwnStatements => {
                formatter.write_str("expected a code of the statements given, got one of other partner statements")
            }
        }
    }
}

impl core::error::Error for CodeError {}

/// The value of each symbol, whatever the case and the grouping.
fn read_symbols(code: &str) -> Result<Vec<u8>, CodeError> {
    let mut symbols = Vec::new();
    for (index, character) in code.chars().enumerate() {
        if character.is_whitespace()
            || matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{AD}' | '\u{200B}')
        {
            continue;
        }
        let symbol = match character.to_ascii_uppercase() {
            'O' => Some(0),
            'I' | 'L' => Some(1),
            upper => SYMBOLS.iter().position(|symbol| char::from(*symbol) == upper),
        };
        let symbol = symbol.ok_or(CodeError::Character { position: index + 1, found: character })?;
        if symbols.len() < MOST_SYMBOLS {
            symbols.push(symbol as u8);
        }
    }
    if symbols.is_empty() { Err(CodeError::Empty) } else { Ok(symbols) }
}

fn remainder(symbols: &[u8]) -> u32 {
    symbols.iter().fold(0, |remainder, symbol| (remainder * 32 + u32::from(*symbol)) % PRIME)
}

/// Fifteen bits of FNV-1a over the ids, elements and directions of the statements, so that answers to one partner's
/// statements are not read as another's. The wording may be mended without a new fingerprint.
fn fingerprint(questionnaire: &Questionnaire) -> u32 {
    let mut hash = FNV;
    for statement in questionnaire.statements() {
        let ends = [0, statement.element() as u8, u8::from(statement.reveals_gap())];
        hash = fnv1a(fnv1a(hash, statement.id().as_bytes()), &ends);
    }
    (hash >> 15 ^ hash) & 0x7FFF
}

/// Bits gathered into symbols of five.
#[derive(Default)]
struct Bits {
    symbols: Vec<u8>,
    pending: u32,
    count: u32,
}

impl Bits {
    #[inline(never)]
    fn push(&mut self, value: u32, width: u32) {
        for shift in (0..width).rev() {
            self.pending = self.pending << 1 | value >> shift & 1;
            self.count += 1;
            if self.count == 5 {
                self.symbols.push(self.pending as u8);
                (self.pending, self.count) = (0, 0);
            }
        }
    }

    fn into_symbols(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.push(0, 5 - self.count);
        }
        self.symbols
    }
}

struct BitReader<'a> {
    symbols: &'a [u8],
    at: usize,
}

impl<'a> BitReader<'a> {
    fn new(symbols: &'a [u8]) -> Self {
        Self { symbols, at: 0 }
    }

    /// The next bits; zeros past the end.
    #[inline(never)]
    fn take(&mut self, width: usize) -> u32 {
        (0..width).fold(0, |value, _| {
            let symbol = self.symbols.get(self.at / 5).copied().unwrap_or_default();
            let bit = symbol >> (4 - self.at % 5) & 1;
            self.at += 1;
            value << 1 | u32::from(bit)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 32 to any power that a code reaches differs from 1, so that swapped symbols change the remainder.
    #[test]
    fn the_prime_tells_places_apart() {
        let mut power = 1;
        for _ in 1..=2 * MOST_SYMBOLS {
            power = power * 32 % PRIME;
            assert_ne!(power, 1);
        }
        assert!((2..181).all(|divisor| !PRIME.is_multiple_of(divisor)));
    }

    #[test]
    fn what_people_do_to_a_code_does_not_matter() {
        let questionnaire = Questionnaire::standard(Perspective::School, Variant::Consensus);
        let mut answers = questionnaire.blank();
        (0..30).for_each(|index| answers.set(index, Answer::from_bits(index as u8)));
        let code = ResultCode::encode(&questionnaire, &answers);
        let spaced = code.replace('-', " \u{2013} ").replace('0', "o").replace('1', "l");
        assert_eq!(ResultCode::decode(&spaced, None).map(ResultCode::into_parts), Ok((questionnaire, answers)));
    }

    #[test]
    fn a_piece_of_a_code_is_told_from_a_wrong_one() {
        let questionnaire = Questionnaire::standard(Perspective::Staff, Variant::Five);
        let code = ResultCode::encode(&questionnaire, &questionnaire.blank());
        let piece = code.get(..12).unwrap();
        assert_eq!(ResultCode::decode(piece, None), Err(CodeError::Length { expected: 20, found: 10 }));
        assert_eq!(ResultCode::decode(" - ", None), Err(CodeError::Empty));
        assert_eq!(ResultCode::decode("2U", None), Err(CodeError::Character { position: 2, found: 'U' }));
        let long = "Z".repeat(1_000_000);
        assert_eq!(ResultCode::decode(&long, None), Err(CodeError::Check));
    }
}
