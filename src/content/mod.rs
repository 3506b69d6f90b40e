//! The texts that people read, one pack a language.
//!
//! Texts are data: `src/content/<language>/*.json`, one file per topic. The build flattens them to `topic.key<TAB>text`
//! lines, which the crate compiles in ([`Texts::of`]). A pack that a page fetches ([`Texts::parse`]) is the same with a
//! code of three characters in place of each key and tab, since the keys would be a sixth of what comes over the line.

mod escape;
mod language;
mod pieces;

pub(crate) use escape::{push_cell, push_markdown};
pub use language::{Language, LanguageError};
pub(crate) use pieces::{FNV, cut, fnv1a, split, trim};

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
    /// The code of each line's key, and the place of its text.
    lines: Vec<(u32, usize)>,
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

    /// The texts of every language that was compiled in, the default first.
    pub fn included() -> Vec<Self> {
        Language::ALL.iter().filter_map(|language| Self::of(*language).ok()).collect()
    }

    /// Reads a pack: as the package publishes it, or lines of a key, a tab and a text.
    ///
    /// Lines of another form are passed over: a key that is then missing shows itself.
    pub fn parse(language: Language, pack: String) -> Self {
        Self::read(language, Cow::Owned(pack))
    }

    fn read(language: Language, pack: Cow<'static, str>) -> Self {
        let mut lines = Vec::new();
        let coded = pack.starts_with(CODED);
        let mut start = 0;
        for line in split(&pack, b'\n') {
            if coded {
                if let Some(&[a, b, c]) = line.as_bytes().first_chunk()
                    && start > 0
                {
                    lines.push((u32::from_be_bytes([0, a, b, c]), start + 3));
                }
            } else if let Some((key, _)) = cut(line, b'\t') {
                lines.push((code(&[key]), start + key.len() + 1));
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
        self.of_code(code(&[key]))
    }

    /// The text of the key that these parts make together; empty where there is none.
    #[inline(never)]
    pub(crate) fn at(&self, parts: &[&str]) -> &str {
        self.of_code(code(parts)).unwrap_or_default()
    }

    #[inline(never)]
    fn of_code(&self, code: u32) -> Option<&str> {
        for &(known, text) in &self.lines {
            if known == code {
                let rest = self.pack.get(text..)?;
                return Some(cut(rest, b'\n').map_or(rest, |(text, _)| text));
            }
        }
        None
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

    /// A name and what belongs to it, with the colon that the language puts between them.
    #[inline(never)]
    pub(crate) fn pair(&self, name: &str, text: &str) -> String {
        self.fill("report.pair", &[("name", name), ("text", text)])
    }

    /// Every key with its text, in the order of the keys; nothing for a published pack, which has no keys.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        split(&self.pack, b'\n').filter_map(|line| cut(line, b'\t'))
    }
}

/// The first line of a published pack, so that nothing else that was fetched is taken for one.
const CODED: &str = "olievlek\n";

/// The code of the key that these parts make together: 18 bits of its FNV-1a hash as three ASCII characters.
///
/// A test holds that no two keys have the same.
#[inline(never)]
fn code(parts: &[&str]) -> u32 {
    let hash = parts.iter().fold(FNV, |hash, part| fnv1a(hash, part.as_bytes()));
    let six = |shift: u32| (hash >> shift & 63) + 63;
    six(26) << 16 | six(20) << 8 | six(14)
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

/// The words that the goal reader knows in a language, as the web build publishes them too; none where goals are not read
/// in it, or it was not compiled in.
pub fn goal_words(language: Language) -> Option<&'static str> {
    match language {
        #[cfg(feature = "lang-nl")]
        Language::NlBe => Some(include_str!(concat!(env!("OUT_DIR"), "/goal-words.nl-BE.txt"))),
        #[cfg(feature = "lang-en")]
        Language::En => Some(include_str!(concat!(env!("OUT_DIR"), "/goal-words.en.txt"))),
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
    pack(language, |key| match key {
        ["statements" | "advice", part, ..] | ["report", "change" | "perspective", part, ..] => {
            *part == perspective.id()
        }
        // The bare word of a signal is never shown alone; the hedged sentence is.
        ["elements", _, part] => *part != "signal",
        [topic, ..] => matches!(*topic, "report" | "self-check"),
        [] => false,
    })
}

/// The part of a language's texts that a page with one goal widget needs, as the web build publishes it.
///
/// # Errors
///
/// [`LanguageError::NotIncluded`] when the language was not compiled in.
pub fn goal_pack(language: Language) -> Result<String, LanguageError> {
    pack(language, |key| match key {
        ["report", part, ..] => *part == "pair",
        ["goal", "criterion", _, part] => *part == "name",
        ["goal", part, ..] => *part == "label",
        ["goal-widget", part, more @ ..] => !comes_later(part, more) || matches!(*part, "details" | "examples"),
        [topic, ..] => *topic == "goal-hints",
        [] => false,
    })
}

/// Whether a text of a goal widget comes with the wasm of the plan, which draws the deadline, the fields and the examples.
fn comes_later(part: &str, more: &[&str]) -> bool {
    match part {
        "notice" => more == ["used"],
        "deadline" | "deadline-read" | "deadline-ask" => true,
        "details" | "details-help" | "from-text" | "mine" | "take" | "slot" | "check" => true,
        "starters" | "weak" | "examples" | "examples-help" | "begin" | "example" | "use" | "for" => true,
        _ => false,
    }
}

/// The part of a language's texts that a page with one adoption widget needs, as the web build publishes it.
///
/// # Errors
///
/// [`LanguageError::NotIncluded`] when the language was not compiled in.
pub fn adoption_pack(language: Language) -> Result<String, LanguageError> {
    pack(language, |key| match key {
        ["report", part] => *part == "pair",
        ["calendar", "describe", part] => matches!(*part, "date" | "first" | "month"),
        ["calendar", part, ..] => *part == "month",
        [topic, ..] => *topic == "adoption",
        [] => false,
    })
}

/// The part of a language's texts that a page with one team widget needs, as the web build publishes it.
///
/// # Errors
///
/// [`LanguageError::NotIncluded`] when the language was not compiled in.
pub fn team_pack(language: Language) -> Result<String, LanguageError> {
    pack(language, |key| match key {
        ["elements", _, part] => *part == "name" || *part == "question",
        ["report", part, ..] => matches!(*part, "answer" | "change" | "column" | "note" | "pair"),
        [topic, ..] => matches!(*topic, "statements" | "team"),
        [] => false,
    })
}

/// What comes along when a team widget is given a table: the words by which statements and answers are recognised.
///
/// # Errors
///
/// [`LanguageError::NotIncluded`] when the language was not compiled in.
pub fn team_words_pack(language: Language) -> Result<String, LanguageError> {
    pack(language, |key| match key {
        ["report", part, ..] => *part == "answer",
        [topic, ..] => matches!(*topic, "responses" | "statements"),
        [] => false,
    })
}

/// What comes along when a goal widget asks about a whole plan.
///
/// # Errors
///
/// [`LanguageError::NotIncluded`] when the language was not compiled in.
pub fn goal_plan_pack(language: Language) -> Result<String, LanguageError> {
    pack(language, |key| match key {
        ["elements", _, part] => *part == "name",
        ["report", part, ..] => *part == "pair",
        ["goal", part, ..] => matches!(*part, "warning" | "number" | "status" | "indicator" | "field" | "export"),
        ["goal-widget", part, more @ ..] => comes_later(part, more),
        ["calendar", "describe", part] => *part == "date" || *part == "first",
        ["calendar", part, ..] => {
            matches!(*part, "holiday" | "month" | "notice" | "question" | "reading" | "fault")
        }
        [topic, ..] => *topic == "goal-plan",
        [] => false,
    })
}

/// The texts whose keys, taken apart at the points, are wanted.
fn pack(language: Language, wanted: impl Fn(&[&str]) -> bool) -> Result<String, LanguageError> {
    let texts = Texts::of(language)?;
    let mut pack = String::from(CODED);
    for (key, text) in texts.iter() {
        let parts: Vec<&str> = key.split('.').collect();
        if wanted(&parts) {
            let [_, code @ ..] = code(&[key]).to_be_bytes();
            code.iter().for_each(|byte| pack.push(char::from(*byte)));
            pack.push_str(text);
            pack.push('\n');
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
        assert!(Texts::parse(Language::En, "<!doctype html>\n<title>404</title>".into()).is_empty());
    }

    #[test]
    fn no_two_keys_have_the_same_code() {
        let texts = Texts::of(Language::NlBe).unwrap();
        let mut codes: Vec<u32> = texts.iter().map(|(key, _)| code(&[key])).collect();
        let keys = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!((codes.len(), keys > 200), (keys, true));
        assert_eq!(code(&["elements.", "vision", ".name"]), code(&["elements.vision.name"]));
    }

    #[test]
    fn braces_that_name_nothing_stay() {
        assert_eq!(fill("a {b} {c", &[("c", "x")]), "a {b} {c");
        assert_eq!(fill("{c}{c}", &[("c", "{c}")]), "{c}{c}");
    }
}
