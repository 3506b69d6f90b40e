//! Writes a lexicon as a page fetches it; [`packed`](super::packed) says how, and reads it.

use alloc::string::String;
use alloc::vec::Vec;

use super::class::{Form, form_of};
use super::error::ReadingError;
use super::lexicon::{Entry, GAP, HASH_BITS, Lexicon, marked};
use super::packed::{
    ANY, APART, AS_EXACT, AS_VERB, AS_WORD, CLASS, END, ENDS, MARK, MORE, NONE, PLAIN_BITS, SIX, WHOLE, before,
};
use crate::chart::push_whole;
use crate::content::{Language, cut, split};

impl Lexicon {
    /// Writes words, as [`parse`](Self::parse) reads them, in the form that a page fetches.
    ///
    /// # Errors
    ///
    /// As [`parse`](Self::parse).
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::content::{Language, goal_words};
    /// use olievlek::smarti::reading::Lexicon;
    ///
    /// let words = goal_words(Language::NlBe).unwrap_or_default();
    /// let packed = Lexicon::pack(Language::NlBe, words)?;
    /// assert!(packed.is_ascii() && packed.len() < words.len());
    /// assert_eq!(Lexicon::unpack(Language::NlBe, &packed)?.language(), Language::NlBe);
    /// # Ok::<(), olievlek::Error>(())
    /// ```
    pub fn pack(language: Language, words: &str) -> Result<String, ReadingError> {
        let lexicon = Self::parse(language, words)?;
        let mut particles: Vec<&str> = Vec::new();
        for line in split(words, b'\n') {
            particles.extend(cut(line, b'|').map(|(particle, _)| particle.trim().trim_start_matches('-')));
        }
        particles.sort_unstable();
        particles.dedup();
        let (mut single, mut several) = (Vec::new(), Vec::new());
        for entry in &lexicon.entries {
            match lexicon.rest_of(entry) {
                [] => single.push(*entry),
                rest => several.push(Several { entry: *entry, rest, particle: None, whole: false }),
            }
        }
        // What follows from a separable verb need not be written.
        let mut follows = Vec::new();
        for verb in several.iter_mut().filter(|several| several.entry.particle) {
            let own = |particle: &&str| verb.rest == [lexicon.hash(particle, Form::Word)];
            verb.particle = particles.iter().position(own);
            let Some(particle) = verb.particle.and_then(|place| particles.get(place)) else { continue };
            let form = if form_of(verb.entry.class) == Form::Verb { Form::Verb } else { Form::Word };
            let all = ["", "ge"].map(|between| {
                let hash = marked(before(before(verb.entry.hash, between), particle), form);
                (hash, verb.entry.class, false, verb.entry.ends, verb.entry.value)
            });
            verb.whole = all.iter().all(|form| single.iter().any(|entry| key(entry) == *form));
            follows.extend(all.into_iter().filter(|_| verb.whole));
        }
        single.retain(|entry| !follows.contains(&key(entry)));
        single.sort_unstable_by_key(|entry| (plain(entry.hash), key(entry)));
        single.dedup_by_key(|entry| key(entry));
        several.sort_by_key(|several| (several.entry.class, key(&several.entry), several.rest));
        several.dedup_by_key(|several| (key(&several.entry), several.rest));

        let mut hashes: Vec<u32> = single.iter().map(|entry| plain(entry.hash)).collect();
        hashes.extend(several.iter().flat_map(Several::words).filter(|word| *word != GAP).map(plain));
        hashes.sort_unstable();
        hashes.dedup();
        let mut entries = String::new();
        for of_class in several.chunk_by(|a, b| a.entry.class == b.entry.class) {
            for (place, several) in of_class.iter().enumerate() {
                if place == 0 {
                    entries.extend([char::from(CLASS), six(several.entry.class.into())]);
                }
                entries.push_str(&several.text(&hashes));
                entries.push(char::from(END));
            }
        }
        let (steps, classes) = (steps(&hashes), singles(&hashes, &single));
        let lines = [MARK, &particles.join(" "), &steps, &classes, &entries];
        Ok(lines.join("\n"))
    }
}

/// An entry of several words.
struct Several<'a> {
    entry: Entry,
    rest: &'a [u32],
    /// The place of its particle, for a separable verb.
    particle: Option<usize>,
    /// Whether the verb is there with its particle before it, too.
    whole: bool,
}

impl Several<'_> {
    /// The words of it that stand among the hashes.
    fn words(&self) -> impl Iterator<Item = u32> {
        let rest = if self.entry.particle { &[] } else { self.rest };
        core::iter::once(self.entry.hash).chain(rest.iter().copied())
    }

    fn text(&self, hashes: &[u32]) -> String {
        let mut text = properties(&self.entry);
        for word in self.words() {
            match hashes.binary_search(&plain(word)) {
                Ok(place) if word != GAP => text.extend([place >> 6, place & 63].map(six)),
                _ => text.push(char::from(ANY)),
            }
        }
        if let Some(particle) = self.particle {
            text.push(char::from(if self.whole { WHOLE } else { APART }));
            text.push(six(particle));
        }
        text
    }
}

/// What tells entries of one word apart.
fn key(entry: &Entry) -> (u32, u8, bool, bool, u16) {
    (entry.hash, entry.class, entry.particle, entry.ends, entry.value)
}

/// A hash without its form.
fn plain(hash: u32) -> u32 {
    hash & ((1 << HASH_BITS) - 1)
}

/// Six bits as a character.
fn six(bits: usize) -> char {
    char::from(SIX + (bits & 63) as u8)
}

/// What an entry has besides its words.
fn properties(entry: &Entry) -> String {
    let mut text = String::new();
    if entry.value > 0 {
        push_whole(&mut text, entry.value.into());
    }
    if entry.ends {
        text.push(char::from(ENDS));
    }
    text
}

/// The classes of each hash.
fn singles(hashes: &[u32], single: &[Entry]) -> String {
    let mut text = String::new();
    for hash in hashes {
        let first = single.partition_point(|entry| plain(entry.hash) < *hash);
        let own = single.get(first..).unwrap_or_default().iter().take_while(|entry| plain(entry.hash) == *hash);
        let before = text.len();
        for entry in own {
            if text.len() > before {
                text.push(char::from(MORE));
            }
            text.push_str(&properties(entry));
            let forms = [(Form::Word, AS_WORD), (Form::Verb, AS_VERB), (Form::Exact, AS_EXACT)];
            let is = |form: Form| entry.hash == marked(*hash, form);
            if !is(form_of(entry.class)) {
                text.extend(forms.iter().filter(|(form, _)| is(*form)).map(|(_, mark)| char::from(*mark)));
            }
            text.push(six(entry.class.into()));
        }
        if text.len() == before {
            text.push(char::from(NONE));
        }
    }
    text
}

/// The steps between sorted hashes.
fn steps(hashes: &[u32]) -> String {
    let mut bits: Vec<bool> = Vec::new();
    let mut last = 0;
    for hash in hashes {
        let step = hash - last;
        last = *hash;
        bits.extend((0..step >> PLAIN_BITS).map(|_| true));
        bits.push(false);
        bits.extend((0..PLAIN_BITS).rev().map(|place| step >> place & 1 == 1));
    }
    // Ones at the end are the beginning of a step that never comes.
    while !bits.len().is_multiple_of(6) {
        bits.push(true);
    }
    bits.chunks(6).map(|bits| six(bits.iter().fold(0, |six, bit| six << 1 | usize::from(*bit)))).collect()
}
