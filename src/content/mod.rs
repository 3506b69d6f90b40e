//! The texts that people read, one pack a language.
//!
//! Texts are data: `src/content/<language>/*.json`, one file per topic. The build flattens them to sorted
//! `topic.key<TAB>text` lines; [`Texts`] reads such a pack, whether it was compiled in ([`Texts::of`]) or fetched by a
//! page ([`Texts::parse`]).

mod language;
mod pieces;

pub use language::{Language, LanguageError};
pub(crate) use pieces::{cut, split, trim};

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::knoster::Perspective;

/// The texts of one language, looked up by key.
///
/// # Examples
///
/// ```
/// use olievlek::content::{Language, Texts};
///
/// let texts = Texts::of(Language::NlBe)?;
/// assert_eq!(texts.get("elements.vision.name"), "visie");
/// // A key that is missing shows itself, so that a gap is seen and nothing breaks.
/// assert_eq!(texts.get("elements.vision.colour"), "elements.vision.colour");
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Texts {
    language: Language,
    pack: Cow<'static, str>,
    /// Start of each line and of its text, in the order of the keys.
    lines: Vec<(usize, usize)>,
}

impl Texts {
    /// The texts of a language that was compiled in by its `lang-*` feature.
    ///
    /// # Errors
    ///
    /// [`LanguageError::NotIncluded`] when that feature is off.
    pub fn of(language: Language) -> Result<Self, LanguageError> {
        let pack = embedded(language).ok_or(LanguageError::NotIncluded(language))?;
        Ok(Self::read(language, Cow::Borrowed(pack)))
    }

    /// Reads a pack as the package publishes it: sorted lines of a key, a tab and a text.
    ///
    /// Lines of another form are passed over: a key that is then missing shows itself.
    pub fn parse(language: Language, pack: String) -> Self {
        Self::read(language, Cow::Owned(pack))
    }

    fn read(language: Language, pack: Cow<'static, str>) -> Self {
        let mut lines = Vec::new();
        let mut start = 0;
        for line in split(&pack, b'\n') {
            if let Some((key, _)) = cut(line, b'\t') {
                lines.push((start, start + key.len() + 1));
            }
            start += line.len() + 1;
        }
        Self { language, pack, lines }
    }

    /// The language of these texts.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether the pack holds no text at all, as when something else was fetched in its place.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The text of a key, or the key itself where there is none.
    #[inline(never)]
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.find(key).unwrap_or(key)
    }

    /// The text of a key, where there is one.
    pub fn find(&self, key: &str) -> Option<&str> {
        let at = self.lines.binary_search_by(|&line| self.key(line).cmp(key)).ok()?;
        Some(self.text(*self.lines.get(at)?))
    }

    /// The text of the key that these parts make together; empty where there is none.
    #[inline(never)]
    pub(crate) fn at(&self, parts: &[&str]) -> &str {
        self.find(&parts.concat()).unwrap_or_default()
    }

    /// The text of the key that an id makes with what stands before and after it; empty where there is none.
    #[inline(never)]
    pub(crate) fn of_id(&self, before: &str, id: &str, after: &str) -> &str {
        self.at(&[before, id, after])
    }

    /// The text of a key with `{name}` replaced by a value for each name given.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.get(key), values)
    }

    /// The text of a key with one `{name}` replaced, as most texts need it.
    #[inline(never)]
    pub(crate) fn fill_one(&self, key: &str, name: &str, value: &str) -> String {
        self.fill(key, &[(name, value)])
    }

    /// Every key with its text, in the order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.lines.iter().map(|&line| (self.key(line), self.text(line)))
    }

    fn key(&self, (start, text): (usize, usize)) -> &str {
        self.pack.get(start..text.saturating_sub(1)).unwrap_or_default()
    }

    fn text(&self, (_, text): (usize, usize)) -> &str {
        let rest = self.pack.get(text..).unwrap_or_default();
        cut(rest, b'\n').map_or(rest, |(text, _)| text)
    }
}

/// Replaces `{name}` by its value, for each name given; anything else in braces stays as it is.
///
/// A value is never searched for placeholders itself.
pub(crate) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = cut(rest, b'{') {
        filled.push_str(before);
        let value = cut(after, b'}')
            .and_then(|(name, tail)| values.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value, tail)));
        let (value, tail) = value.unwrap_or(("{", after));
        filled.push_str(value);
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

fn embedded(language: Language) -> Option<&'static str> {
    match language {
        #[cfg(feature = "lang-nl")]
        Language::NlBe => Some(include_str!(concat!(env!("OUT_DIR"), "/nl-BE.txt"))),
        #[cfg(feature = "lang-en")]
        Language::En => Some(include_str!(concat!(env!("OUT_DIR"), "/en.txt"))),
        #[cfg(feature = "lang-fr")]
        Language::Fr => Some(include_str!(concat!(env!("OUT_DIR"), "/fr.txt"))),
        #[cfg(feature = "lang-de")]
        Language::De => Some(include_str!(concat!(env!("OUT_DIR"), "/de.txt"))),
        #[allow(unreachable_patterns, reason = "reached when a `lang-*` feature is off")]
        _ => None,
    }
}

/// The part of a language's texts that a page with one self-check needs, as the web build publishes it.
///
/// Another perspective's statements stay out: a page pays for what it shows.
///
/// # Errors
///
/// [`LanguageError::NotIncluded`] when the language was not compiled in.
pub fn self_check_pack(language: Language, perspective: Perspective) -> Result<String, LanguageError> {
    let texts = Texts::of(language)?;
    let mut pack = String::new();
    for (key, text) in texts.iter() {
        let mut parts = key.split('.');
        let wanted = match (parts.next(), parts.next(), parts.next()) {
            (Some("statements" | "advice"), part, _) | (Some("report"), Some("change" | "perspective"), part) => {
                part == Some(perspective.id())
            }
            // The bare word of a signal is never shown alone; the hedged sentence is.
            (Some("elements"), _, part) => part != Some("signal"),
            (topic, ..) => matches!(topic, Some("report" | "self-check")),
        };
        if wanted {
            for part in [key, "\t", text, "\n"] {
                pack.push_str(part);
            }
        }
    }
    Ok(pack)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_is_read_by_key_whatever_stands_around_it() {
        let texts = Texts::parse(Language::En, "a.b\tfirst {n} of {m}\nnonsense\nc\tlast".into());
        assert_eq!(texts.get("a.b"), "first {n} of {m}");
        assert_eq!(texts.get("c"), "last");
        assert_eq!(texts.find("nonsense"), None);
        assert_eq!(texts.fill("a.b", &[("n", "{m}"), ("m", "5")]), "first {m} of 5");
        assert!(Texts::parse(Language::En, "<!doctype html>".into()).is_empty());
    }

    #[test]
    fn braces_that_name_nothing_stay() {
        assert_eq!(fill("a {b} {c", &[("c", "x")]), "a {b} {c");
        assert_eq!(fill("{c}{c}", &[("c", "{c}")]), "{c}{c}");
    }
}
