//! A lexicon as a page fetches it: hashes in place of words, which are shorter, as no two letters of them are alike.
//!
//! All is printable ASCII, in lines: a mark; the particles of separable verbs; every hash once; the classes of each hash;
//! and the entries of several words, class by class. The hashes are sorted, and the steps between them stand in bits (a Rice
//! code), six a character. All else names a hash by its place.

use alloc::vec::Vec;

use super::class::{Form, form_of};
use super::error::ReadingError;
use super::lexicon::{Entry, GAP, Lexicon, marked};
use crate::content::{Language, cut, fnv1a, split};

/// The first line, so that nothing else that was fetched is taken for one.
pub(super) const MARK: &str = "olievlek-words";
/// Six bits as a printable character: this one and those after it.
pub(super) const SIX: u8 = b'?';
/// So many bits of a step between two hashes are written as they are; how often they overflow, as so many ones and a zero.
pub(super) const PLAIN_BITS: u32 = 10;

/// The entry after this is for the same hash.
pub(super) const MORE: u8 = b'+';
/// There is no entry for this hash alone.
pub(super) const NONE: u8 = b'.';
/// The entry may be the last part of a compound.
pub(super) const ENDS: u8 = b'-';
/// The entry is compared in this form, and not in that of its class.
pub(super) const AS_WORD: u8 = b'(';
pub(super) const AS_VERB: u8 = b')';
pub(super) const AS_EXACT: u8 = b'!';

/// Some words may stand here.
pub(super) const ANY: u8 = b'*';
/// A separable verb, with the place of its particle after it; in all its forms, or with the particle apart alone.
pub(super) const WHOLE: u8 = b'/';
pub(super) const APART: u8 = b'&';
/// After an entry of several words, and after a particle.
pub(super) const END: u8 = b' ';
/// The class of the entries after this.
pub(super) const CLASS: u8 = b':';

impl Lexicon {
    /// Reads what [`pack`](Self::pack) wrote.
    ///
    /// # Errors
    ///
    /// As [`parse`](Self::parse).
    pub fn unpack(language: Language, packed: &str) -> Result<Self, ReadingError> {
        let mut rest = packed;
        let mut line = || {
            let (line, after) = cut(rest, b'\n').unwrap_or((rest, ""));
            rest = after;
            line
        };
        let mut lexicon = Self::empty(language)?;
        if line() == MARK {
            let particles = line();
            let hashes = hashes(line());
            lexicon.take_single(&hashes, line());
            lexicon.take_several(&hashes, particles, line());
            lexicon.sort();
        }
        lexicon.filled()
    }

    /// Takes the entries of one word, hash by hash.
    fn take_single(&mut self, hashes: &[u32], classes: &str) {
        let mut hashes = hashes.iter();
        let mut hash = 0;
        let mut goes_on = false;
        let (mut entry, mut form) = (Entry::default(), None);
        for byte in classes.bytes() {
            match byte {
                MORE => goes_on = true,
                ENDS => entry.ends = true,
                AS_WORD => form = Some(Form::Word),
                AS_VERB => form = Some(Form::Verb),
                AS_EXACT => form = Some(Form::Exact),
                b'0'..=b'9' => entry.value = entry.value.wrapping_mul(10) + u16::from(byte & 15),
                _ => {
                    if !goes_on {
                        hash = hashes.next().copied().unwrap_or_default();
                    }
                    if byte != NONE {
                        entry.class = byte.wrapping_sub(SIX) & 63;
                        entry.hash = marked(hash, form.unwrap_or(form_of(entry.class)));
                        self.entries.push(entry);
                    }
                    (entry, form, goes_on) = (Entry::default(), None, false);
                }
            }
        }
    }

    /// Takes the entries of several words.
    fn take_several(&mut self, hashes: &[u32], particles: &str, text: &str) {
        let mut form = Form::Word;
        let mut class = 0;
        let mut entry = Entry::default();
        let mut words: Vec<u32> = Vec::new();
        let mut bytes = text.bytes();
        while let Some(byte) = bytes.next() {
            let mut six = || usize::from(bytes.next().unwrap_or(SIX).wrapping_sub(SIX) & 63);
            match byte {
                CLASS => {
                    class = six() as u8;
                    form = if form_of(class) == Form::Verb { Form::Verb } else { Form::Word };
                }
                END => {
                    if let Some((first, rest)) = words.split_first() {
                        (entry.class, entry.hash) = (class, *first);
                        self.push(entry, rest);
                    }
                    words.clear();
                    entry = Entry::default();
                }
                ENDS => entry.ends = true,
                b'0'..=b'9' => entry.value = entry.value.wrapping_mul(10) + u16::from(byte & 15),
                ANY => words.push(GAP),
                WHOLE | APART => {
                    let particle = split(particles, END).nth(six()).unwrap_or_default();
                    let verb = words.first().copied().unwrap_or_default();
                    if byte == WHOLE {
                        for between in ["", "ge"] {
                            let hash = before(before(verb, between), particle);
                            self.entries.push(Entry { class, hash: marked(hash, form), ..entry });
                        }
                    }
                    entry.particle = true;
                    words.push(self.hash(particle, Form::Word));
                }
                high => {
                    let place = usize::from(high.wrapping_sub(SIX)) << 6 | six();
                    words.push(marked(hashes.get(place).copied().unwrap_or_default(), form));
                }
            }
        }
    }
}

/// The hash of a word with this before it: hashes go from the last letter to the first.
pub(super) fn before(hash: u32, part: &str) -> u32 {
    part.bytes().rev().fold(hash, |hash, byte| fnv1a(hash, &[byte]))
}

/// Reads sorted hashes.
fn hashes(text: &str) -> Vec<u32> {
    let mut hashes = Vec::new();
    // What the hash before was, what is read of the step from it, and how many bits are still to come; none while ones do.
    let (mut hash, mut step, mut wanted) = (0_u32, 0_u32, None);
    for byte in text.bytes() {
        for place in (0..6).rev() {
            let bit = u32::from(byte.wrapping_sub(SIX)) >> place & 1;
            match &mut wanted {
                None if bit == 1 => step += 1,
                None => wanted = Some(PLAIN_BITS),
                Some(left) => {
                    step = step << 1 | bit;
                    *left -= 1;
                    if *left == 0 {
                        hash = hash.wrapping_add(step);
                        hashes.push(hash);
                        (step, wanted) = (0, None);
                    }
                }
            }
        }
    }
    hashes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::goal_words;

    fn of(language: Language) -> Lexicon {
        Lexicon::of(language).unwrap()
    }

    /// All that a lexicon knows, in one order.
    fn known(lexicon: &Lexicon) -> Vec<([u32; 5], &[u32])> {
        let numbers = |entry: &Entry| {
            [entry.hash, entry.class.into(), entry.ends.into(), entry.particle.into(), entry.value.into()]
        };
        let entries = lexicon.entries.iter();
        let mut known: Vec<_> = entries.map(|entry| (numbers(entry), lexicon.rest_of(entry))).collect();
        known.sort_unstable();
        known.dedup();
        known
    }

    #[test]
    fn what_is_packed_is_the_same_lexicon() {
        for language in [Language::NlBe, Language::En] {
            let packed = Lexicon::pack(language, goal_words(language).unwrap()).unwrap();
            let unpacked = Lexicon::unpack(language, &packed).unwrap();
            assert_eq!(known(&unpacked), known(&of(language)));
            assert!(known(&unpacked).len() > 1500 && packed.is_ascii());
        }
    }

    #[test]
    fn every_kind_of_entry_is_packed() {
        let words = "[party]\n-mentor\n!los\nraad ~ van bestuur\n[concrete-verb]\nop|volgen\naf|zien van\n!ging\nop|doen\n\
                     [number]\ntwee = 2\n[subject]\nwij\n[negation]\nniet\nniet\n[unknown]\nx";
        let packed = Lexicon::pack(Language::NlBe, words).unwrap();
        let read = Lexicon::unpack(Language::NlBe, &packed).unwrap();
        assert_eq!(known(&read), known(&Lexicon::parse(Language::NlBe, words).unwrap()));
    }

    #[test]
    fn nothing_else_is_taken_for_words() {
        for text in ["", "<!doctype html>\n<title>404</title>", "olievlek-words", "olievlek-words\n\n\n\n\n\n"] {
            assert_eq!(Lexicon::unpack(Language::NlBe, text).unwrap_err().code(), "reading-words", "{text}");
        }
        assert_eq!(Lexicon::unpack(Language::De, "").unwrap_err().code(), "reading-language");
        // What was cut off on its way is read as far as it goes, and nothing breaks.
        let packed = Lexicon::pack(Language::NlBe, goal_words(Language::NlBe).unwrap()).unwrap();
        for end in (0..packed.len()).step_by(997) {
            let _ = Lexicon::unpack(Language::NlBe, packed.get(..end).unwrap());
        }
    }
}
