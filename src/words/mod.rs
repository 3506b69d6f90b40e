//! The words of a running text: where each stands, how it reads in plain lower case, and what its stem is.
//!
//! [`Words::of`] cuts a text once, in one pass over its characters; whoever reads goals or dates works on the result.
//! [`Stemmer`] takes the endings of inflection off, so that *leerlingen* and *leerling* meet in a lexicon.

mod dutch;
mod english;
mod fold;
mod token;

pub(crate) use fold::{Class, class, fold};
pub use token::{Token, TokenKind, Words};

use alloc::string::String;

/// The language whose endings are taken off.
///
/// # Examples
///
/// ```
/// use olievlek::words::Stemmer;
///
/// assert_eq!(Stemmer::Dutch.stem("leerkrachten"), Stemmer::Dutch.stem("leerkracht"));
/// assert_eq!(Stemmer::Dutch.stem("werkgroepen"), "werkgroep");
/// assert_eq!(Stemmer::English.stem("studies"), Stemmer::English.stem("study"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stemmer {
    /// Dutch: the steps of Snowball's Dutch Porter stemmer that undo inflection.
    Dutch,
    /// English: the steps of Snowball's English stemmer that undo inflection.
    English,
}

impl Stemmer {
    /// The word without the endings of inflection, as Snowball takes them off.
    ///
    /// Endings that make another word (*-ing*, *-heid*, *-lijk*, *-ation*) stay: *meting* and *meten* are two entries of a
    /// lexicon, and *werking* is not *werk*. The word is expected [folded](Words::folded).
    pub fn stem(self, word: &str) -> String {
        let mut bytes = word.as_bytes().to_vec();
        match self {
            Self::Dutch => dutch::stem(&mut bytes),
            Self::English => english::stem(&mut bytes),
        }
        // Only ASCII endings were cut or changed, so what is left is still UTF-8.
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// The stem as lexicons compare it: spelling that follows the ending is undone too, so that *klassen* and *klas*,
    /// *brieven* and *brief*, *organize* and *organise* are one.
    #[inline(never)]
    pub(crate) fn key(self, word: &str, key: &mut alloc::vec::Vec<u8>) {
        key.clear();
        key.extend_from_slice(word.as_bytes());
        match self {
            Self::Dutch => dutch::key(key),
            Self::English => english::key(key),
        }
    }

    /// What the forms of a verb have in common: *organiseert*, *organiseerde* and *organiseren*; a participle keeps its
    /// *ge-*.
    #[inline(never)]
    pub(crate) fn verb_key(self, word: &str, key: &mut alloc::vec::Vec<u8>) {
        self.key(word, key);
        if self == Self::Dutch {
            dutch::finish_verb(key);
        }
    }
}
