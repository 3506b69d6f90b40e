use alloc::vec::Vec;

use super::class::{Classes, Form, SECTIONS};
use super::error::ReadingError;
use super::sort;
use crate::content::{FNV, Language, cut, fnv1a, split, trim};
use crate::words::{Stemmer, Words};

/// The words that a reader knows in one language.
///
/// The words are data (`src/content/<language>/goal-words.txt`), so a teacher can add to them without touching a rule: the
/// file says at its top how. Reading is in Dutch and in English.
///
/// # Examples
///
/// ```
/// use olievlek::content::Language;
/// use olievlek::smarti::reading::Lexicon;
///
/// let lexicon = Lexicon::of(Language::NlBe)?.with("[party]\n-mentor\n[concrete-verb]\nop|volgen");
/// assert_eq!(lexicon.language(), Language::NlBe);
/// assert_eq!(Lexicon::of(Language::Fr).unwrap_err().code(), "reading-language");
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Lexicon {
    language: Language,
    pub(super) stemmer: Stemmer,
    pub(super) entries: Vec<Entry>,
    /// The further words of entries of several, as hashes; `GAP` where some words may stand between.
    pub(super) rest: Vec<u32>,
}

/// A word, or the first of several.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    pub(super) hash: u32,
    pub(super) class: u8,
    /// Whether it may be the last part of a compound.
    pub(super) ends: bool,
    /// Whether the further word is the particle of a separable verb.
    pub(super) particle: bool,
    pub(super) value: u16,
    pub(super) first: u16,
    pub(super) last: u16,
}

/// Stands between two words of an entry that need not touch.
pub(super) const GAP: u32 = 0;
/// How many words may stand in a gap.
const WIDEST_GAP: usize = 5;

/// What a lexicon knows about the word at a place.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Found {
    pub(super) classes: Classes,
    /// How many tokens they hold for.
    pub(super) length: usize,
    /// The value of a word for a number.
    pub(super) value: u16,
    /// Whether its words touch, for one of several.
    pub(super) solid: bool,
    /// Whether only the last part of a compound was found.
    pub(super) compound: bool,
}

/// The hashes of a word: as it is, and as a verb with and without *ge-*.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hashes {
    word: u32,
    verb: u32,
    participle: u32,
    exact: u32,
    /// In a time, which may stand inside any entry: *werkt volgend jaar met*.
    pub(super) timed: bool,
}

impl Lexicon {
    /// The lexicon of a language, compiled in by its `lang-*` feature.
    ///
    /// # Errors
    ///
    /// [`ReadingError::Language`] for a language that goals are not read in, or that was not compiled in.
    pub fn of(language: Language) -> Result<Self, ReadingError> {
        Self::parse(language, crate::content::goal_words(language).ok_or(ReadingError::Language(language))?)
    }

    /// Reads a lexicon, as `goal-words.<language>.txt` has it.
    ///
    /// Lines that say nothing and sections that are not known are passed over.
    ///
    /// # Errors
    ///
    /// [`ReadingError::Language`] for a language that goals are not read in; [`ReadingError::NoWords`] where the text holds
    /// no words, as when something else was fetched in its place.
    pub fn parse(language: Language, text: &str) -> Result<Self, ReadingError> {
        Self::empty(language)?.with(text).filled()
    }

    /// A lexicon without words.
    pub(super) fn empty(language: Language) -> Result<Self, ReadingError> {
        let stemmer = match language {
            Language::NlBe => Stemmer::Dutch,
            Language::En => Stemmer::English,
            _ => return Err(ReadingError::Language(language)),
        };
        Ok(Self { language, stemmer, entries: Vec::new(), rest: Vec::new() })
    }

    /// The lexicon, unless it holds nothing.
    pub(super) fn filled(self) -> Result<Self, ReadingError> {
        if self.entries.is_empty() { Err(ReadingError::NoWords(self.language)) } else { Ok(self) }
    }

    /// The same lexicon with further lines, in sections as the file has them.
    #[must_use]
    pub fn with(mut self, lines: &str) -> Self {
        let mut section = None;
        for line in split(lines, b'\n') {
            let line = trim(line);
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                section = SECTIONS.iter().find(|(known, ..)| *known == name);
            } else if let Some(&(_, class, form)) = section
                && !line.is_empty()
                && !line.starts_with('#')
            {
                self.add(line, class, form);
            }
        }
        self.sort();
        self
    }

    pub(super) fn sort(&mut self) {
        let order = sort::order(self.entries.iter().map(|entry| entry.hash));
        self.entries = order.into_iter().filter_map(|entry| self.entries.get(sort::place(entry)).copied()).collect();
    }

    /// The language that it is for.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether the verb of a main clause comes second, with the subject on either side of it.
    pub(super) fn verb_second(&self) -> bool {
        self.stemmer == Stemmer::Dutch
    }

    fn add(&mut self, line: &str, class: u8, form: Form) {
        let (line, value) = match cut(line, b'=') {
            Some((line, value)) => (line, digits(trim(value))),
            None => (line, 0),
        };
        let ends = line.starts_with('-');
        let line = line.strip_prefix('-').unwrap_or(line);
        let mut entry = Entry { class, ends, value, ..Entry::default() };
        if let Some((particle, verb)) = cut(line, b'|') {
            // *opstellen*, *op te stellen*; *opgesteld*; *stelt … op*.
            for whole in [[particle, "", verb].concat(), [particle, "ge", verb].concat()] {
                entry.hash = self.hash(&whole, form);
                self.entries.push(entry);
            }
            entry.hash = self.hash(verb, form);
            entry.particle = true;
            self.push(entry, &[self.hash(particle, Form::Word)]);
            return;
        }
        if let Some(word) = line.strip_prefix('!') {
            entry.hash = exact(word);
            return self.push(entry, &[]);
        }
        let words = Words::of(line);
        if form == Form::Exact && words.tokens().len() == 1 {
            entry.hash = exact(trim(line));
            return self.push(entry, &[]);
        }
        let mut hashes = Vec::new();
        for (_, word) in words.iter() {
            hashes.push(if word == "~" { GAP } else { self.hash(word, form) });
        }
        if let Some((first, rest)) = hashes.split_first() {
            entry.hash = *first;
            self.push(entry, rest);
        }
        if ends && hashes.len() == 1 {
            // Within a compound more of an ending may go: *uren* stays, *coachingsuren* becomes *coachingsur*.
            let mut compound = alloc::string::String::from(FIRST_PART);
            compound.push_str(line);
            let mut key = Vec::new();
            self.stemmer.key(&compound, &mut key);
            if let Some(key) = key.strip_prefix(FIRST_PART.as_bytes()) {
                entry.hash = hash(key, Form::Word);
                self.push(entry, &[]);
            }
        }
    }

    pub(super) fn push(&mut self, mut entry: Entry, rest: &[u32]) {
        entry.first = self.rest.len() as u16;
        self.rest.extend_from_slice(rest);
        entry.last = self.rest.len() as u16;
        if rest.is_empty() {
            (entry.first, entry.last) = (0, 0);
        }
        self.entries.push(entry);
    }

    pub(super) fn hash(&self, word: &str, form: Form) -> u32 {
        let mut key = Vec::new();
        match form {
            Form::Word | Form::Exact => self.stemmer.key(word, &mut key),
            Form::Verb => self.stemmer.verb_key(word, &mut key),
        }
        // Words that bind others are exact when they stand alone.
        hash(&key, if form == Form::Verb { form } else { Form::Word })
    }

    /// The hashes of a token; `key` is room to work in.
    pub(super) fn hashes(&self, word: &str, key: &mut Vec<u8>) -> Hashes {
        self.stemmer.key(word, key);
        let noun = hash(key, Form::Word);
        self.stemmer.verb_key(word, key);
        let verb = hash(key, Form::Verb);
        let participle = match key.strip_prefix(b"ge") {
            Some(rest) if self.verb_second() && rest.len() > 1 && participle(word) => hash(rest, Form::Verb),
            _ => verb,
        };
        Hashes { word: noun, verb, participle, exact: exact(word), timed: false }
    }

    /// What is known about the word at a place: the longest entry that starts there, or the last part of a compound.
    pub(super) fn find(&self, hashes: &[Hashes], at: usize, word: &str, key: &mut Vec<u8>) -> Found {
        let mut found = Found { length: 1, ..Found::default() };
        let Some(own) = hashes.get(at) else { return found };
        let ways = [own.word, own.verb, own.exact, own.participle];
        let ways = if own.verb == own.participle { ways.get(..3) } else { ways.get(..) };
        for hash in ways.unwrap_or_default() {
            for entry in self.entries_of(*hash) {
                if entry.particle {
                    continue;
                }
                let rest = self.rest_of(entry);
                let Some(length) = follows(hashes, at, rest) else { continue };
                if length > found.length {
                    found = Found { length, solid: length == rest.len() + 1, ..Found::default() };
                }
                if length == found.length {
                    found.solid |= length == rest.len() + 1;
                    found.classes |= 1 << entry.class;
                    found.value = found.value.max(entry.value);
                }
            }
        }
        if found.classes == 0 {
            self.find_end(word, key, &mut found);
        }
        found
    }

    /// The particles of a verb, with the classes that they give it: *op* for *stellen*.
    pub(super) fn particles(&self, own: Hashes, mut each: impl FnMut(u32, Classes)) {
        for hash in [own.verb, own.participle] {
            for entry in self.entries_of(hash) {
                if entry.particle
                    && let Some(particle) = self.rest.get(usize::from(entry.first))
                {
                    each(*particle, 1 << entry.class);
                }
            }
            if own.verb == own.participle {
                return;
            }
        }
    }

    /// The further words of an entry.
    pub(super) fn rest_of(&self, entry: &Entry) -> &[u32] {
        self.rest.get(usize::from(entry.first)..usize::from(entry.last)).unwrap_or_default()
    }

    fn entries_of(&self, hash: u32) -> &[Entry] {
        let start = self.entries.partition_point(|entry| entry.hash < hash);
        let rest = self.entries.get(start..).unwrap_or_default();
        let count = rest.iter().take_while(|entry| entry.hash == hash).count();
        rest.get(..count).unwrap_or_default()
    }

    /// The longest known last part of a compound.
    fn find_end(&self, word: &str, key: &mut Vec<u8>, found: &mut Found) {
        if word.len() > LONGEST_COMPOUND {
            return;
        }
        self.stemmer.key(word, key);
        let mut hash = FNV;
        let mut before = key.len();
        for byte in key.iter().rev() {
            hash = fnv1a(hash, &[*byte]);
            before -= 1;
            if before < 2 || key.len() - before < 2 {
                continue;
            }
            let mut classes = 0;
            for entry in self.entries_of(marked(hash, Form::Word)) {
                if entry.ends && entry.first == entry.last {
                    classes |= 1 << entry.class;
                }
            }
            if classes != 0 {
                found.classes = classes;
                found.compound = true;
            }
        }
    }
}

/// Some first part of a compound.
const FIRST_PART: &str = "land";
/// Longer words are no compounds that anyone writes.
const LONGEST_COMPOUND: usize = 48;

impl Hashes {
    /// Whether it is the particle with this hash.
    pub(super) fn is(self, word: u32) -> bool {
        self.word == word
    }
}

/// From the last letter to the first, so that the last part of a compound is met on the way.
fn hash(key: &[u8], form: Form) -> u32 {
    marked(key.iter().rev().fold(FNV, |hash, byte| fnv1a(hash, &[*byte])), form)
}

/// How many bits of a hash count: few, since a page fetches them, and enough that of some thousand words that are not known
/// about one is taken for one that is.
///
/// The lower bits of an FNV-1a hash are a hash of their own: they can be taken further without those above.
pub(super) const HASH_BITS: u32 = 21;

/// A hash with the form that it was made for, so that a word is not taken for a verb, and that it is never [`GAP`].
pub(super) fn marked(hash: u32, form: Form) -> u32 {
    hash & ((1 << HASH_BITS) - 1) | (form as u32 + 1) << HASH_BITS
}

/// The hash of a form as it is written, for an entry that holds for no other.
fn exact(word: &str) -> u32 {
    hash(word.as_bytes(), Form::Exact)
}

/// Whether *ge-* may be that of a participle: *gemaakt*, but not *gesprekken*.
fn participle(word: &str) -> bool {
    ["d", "t", "de", "te"].iter().any(|ending| word.ends_with(ending))
}

/// How many tokens an entry takes from a place on, where its further words follow.
fn follows(hashes: &[Hashes], at: usize, rest: &[u32]) -> Option<usize> {
    let mut place = at + 1;
    let mut gap = 0;
    for wanted in rest {
        if *wanted == GAP {
            gap = WIDEST_GAP;
            continue;
        }
        let first = hashes.get(at)?;
        let mut left = gap;
        loop {
            let own = hashes.get(place)?;
            place += 1;
            if own.word == *wanted || own.verb == *wanted || own.participle == *wanted {
                break;
            }
            if own.timed && !first.timed && place - at < LONGEST_ENTRY {
                continue;
            }
            // *in the hall, in consultation with*: the entry starts later.
            if own.exact == first.exact {
                return None;
            }
            left = left.checked_sub(1)?;
        }
        gap = 0;
    }
    Some(place - at)
}

/// How far an entry may reach, times inside it included.
const LONGEST_ENTRY: usize = 20;

fn digits(text: &str) -> u16 {
    text.bytes()
        .filter(u8::is_ascii_digit)
        .fold(0, |value: u16, digit| value.saturating_mul(10).saturating_add(u16::from(digit - b'0')))
}
