use core::fmt;

use crate::content::Language;

/// Why a goal could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadingError {
    /// Goals are not read in this language, or its words were not compiled in.
    Language(Language),
    /// The lexicon that was given for this language holds no words.
    NoWords(Language),
}

impl ReadingError {
    /// The stable code of this error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Language(_) => "reading-language",
            Self::NoWords(_) => "reading-words",
        }
    }
}

impl fmt::Display for ReadingError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Language(language) => {
                write!(formatter, "expected a language that goals are read in, `nl-BE` or `en`, got `{language}`")
            }
            Self::NoWords(language) => {
                write!(formatter, "expected a lexicon of goal words for `{language}`, got a text without any")
            }
        }
    }
}

impl core::error::Error for ReadingError {}
