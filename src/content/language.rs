use core::fmt;
use core::str::FromStr;

use alloc::string::String;

use super::trim;

/// A language that the texts are written in.
///
/// Dutch as it is spoken in Flanders comes first; the others are optional packs. A page shows one language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// Dutch as spoken in Flanders (`nl-BE`), the default.
    #[default]
    NlBe,
    /// English (`en`).
    En,
    /// French (`fr`).
    Fr,
    /// German (`de`).
    De,
}

impl Language {
    /// Every language, the default first.
    pub const ALL: [Self; 4] = [Self::NlBe, Self::En, Self::Fr, Self::De];

    /// The tag after BCP 47: `nl-BE`, `en`, `fr` or `de`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NlBe => "nl-BE",
            Self::En => "en",
            Self::Fr => "fr",
            Self::De => "de",
        }
    }

    /// The language of a BCP 47 tag, by its first part: `nl`, `nl-NL` and `NL-be` are all `nl-BE` here.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = trim(tag);
        let primary = tag.get(..2).filter(|_| matches!(tag.as_bytes().get(2), None | Some(b'-' | b'_')))?;
        let own = |language: &Self| language.as_str().get(..2).is_some_and(|own| own.eq_ignore_ascii_case(primary));
        Self::ALL.iter().copied().find(own)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// Reads a BCP 47 tag by its language: `nl`, `nl-NL` and `NL-be` are all `nl-BE` here.
impl FromStr for Language {
    type Err = LanguageError;

    fn from_str(tag: &str) -> Result<Self, LanguageError> {
        Self::from_tag(tag).ok_or_else(|| LanguageError::Unknown(tag.into()))
    }
}

/// Why there are no texts in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LanguageError {
    /// No texts were ever written in this language.
    Unknown(String),
    /// The language exists, but its `lang-*` feature was off when this was compiled.
    NotIncluded(Language),
}

impl LanguageError {
    /// The stable code of this error.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unknown(_) => "unknown-language",
            Self::NotIncluded(_) => "language-not-included",
        }
    }
}

impl fmt::Display for LanguageError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(given) => {
                write!(formatter, "expected a language of `nl-BE`, `en`, `fr` or `de`, got `{given}`")
            }
            Self::NotIncluded(language) => {
                write!(
                    formatter,
                    "the texts in `{language}` are not compiled in; turn on the feature `lang-{}`",
                    primary(*language)
                )
            }
        }
    }
}

impl core::error::Error for LanguageError {}

fn primary(language: Language) -> &'static str {
    language.as_str().split('-').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_by_their_language() {
        for (tag, language) in
            [("nl", Language::NlBe), ("NL-be", Language::NlBe), ("fr-BE", Language::Fr), ("de_AT", Language::De)]
        {
            assert_eq!(tag.parse(), Ok(language));
        }
        for language in Language::ALL {
            assert_eq!(language.as_str().parse(), Ok(language));
        }
        assert_eq!("tlh".parse::<Language>(), Err(LanguageError::Unknown("tlh".into())));
        assert_eq!("".parse::<Language>().map_err(|error| error.code()), Err("unknown-language"));
    }
}
