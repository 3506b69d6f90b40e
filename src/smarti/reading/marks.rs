//! What is known about each word: its classes, whether it is a noun where it stands, and the particles of verbs.

use alloc::vec::Vec;

use super::class::*;
use super::lexicon::Hashes;
use super::scan::{Item, Scan};
use crate::content::cut;
use crate::words::TokenKind;

/// How far a separable verb looks for its particle.
const PARTICLE_WINDOW: usize = 24;
/// Classes of which a longer entry takes the place: *gedragen door* of *gedragen*.
const RIVALS: [Classes; 4] = [
    VERB | TOWARD | HALF_REAL,
    WITH_WHOM | SUPPORT | HALF_SUPPORT | TOGETHER,
    PRODUCT | ABSTRACT | GENERIC,
    QUANTIFIER | VAGUE_QUANTITY,
];

impl Scan<'_> {
    pub(super) fn classify(&mut self, hashes: &[Hashes], key: &mut Vec<u8>) {
        let mut blocked = (0, 0, 0);
        let mut end_before = 0;
        for (at, token) in self.words.tokens().iter().enumerate() {
            let span = token.span();
            let between = self.text.get(end_before..span.start).unwrap_or_default();
            let original = self.text.get(span.clone()).unwrap_or_default();
            end_before = span.end;
            let mut item = Item {
                classes: 0,
                start: span.start,
                end: span.end,
                kind: token.kind(),
                clause: 0,
                length: 1,
                value: 0,
                compound: false,
                inner: false,
                separable: false,
                particle: false,
                timed: false,
                capital: original.as_bytes().first().is_some_and(u8::is_ascii_uppercase),
                new_line: cut(between, b'\n').is_some(),
            };
            if token.kind() != TokenKind::Punctuation {
                let found = self.lexicon.find(hashes, at, self.words.folded(token), key);
                item.classes = found.classes;
                if at < blocked.0 {
                    item.classes &= !blocked.1;
                    item.inner = blocked.2 != 0;
                    item.classes |= blocked.2 & (QUANTIFIER | VAGUE_QUANTITY);
                    // *draw up*, *bring together*: part of the verb.
                    if blocked.2 & VERB != 0 && item.is(PREPOSITION | TOGETHER) {
                        item.particle = true;
                        item.classes &= !(PREPOSITION | OF | WITH | BY_WHOM | TOGETHER);
                    }
                }
                if found.length > 1 {
                    let rivals = RIVALS.iter().filter(|rivals| **rivals & found.classes != 0);
                    let rivals = rivals.fold(0, |all, rivals| all | rivals);
                    let alone =
                        self.lexicon.find(hashes.get(..=at).unwrap_or_default(), at, self.words.folded(token), key);
                    item.classes |= alone.classes & !rivals;
                    item.value = alone.value;
                    // *at the pupils' request*: no verb within words of support.
                    let verbs = if found.classes & SUPPORT != 0 && item.is(PREPOSITION) { VERB } else { 0 };
                    blocked = (at + found.length, rivals | verbs, if found.solid { found.classes } else { 0 });
                }
                item.length = found.length;
                item.value = item.value.max(found.value);
                item.compound = found.compound;
                // *één* is a number, *een* an article.
                if item.value == 1 && item.is(DETERMINER) && !token.accented() {
                    item.classes &= !NUMBER;
                }
                // What binds is no verb and no thing, whatever it looks like without its ending: *met*, *rond*.
                if item.is(PREPOSITION | RELATIVE) && found.length == 1 {
                    item.classes &= BINDING;
                }
            }
            self.items.push(item);
        }
    }

    pub(super) fn mark_hashes(&self, hashes: &mut [Hashes]) {
        let mut times = self.times.iter();
        let mut time = times.next();
        for (token, own) in self.words.tokens().iter().zip(hashes) {
            while time.is_some_and(|time| time.span.end <= token.span().start) {
                time = times.next();
            }
            own.timed = time.is_some_and(|time| time.span.start <= token.span().start);
        }
    }

    pub(super) fn mark_times(&mut self) {
        let mut at = 0;
        for time in &self.times {
            while self.item(at).is_some_and(|item| item.end <= time.span.start) {
                at += 1;
            }
            while let Some(item) = self.items.get_mut(at)
                && item.start < time.span.end
            {
                item.timed = true;
                // *in the long run*, *in de loop van*: no verbs there.
                item.classes &= !(VERB | AUXILIARY | TOWARD | PILOT | HALF_REAL | ABSTRACT);
                // *op het schoolfeest van 24 mei*: a thing with a content of its own stays one.
                if !item.compound {
                    item.classes &= !PRODUCT;
                }
                at += 1;
            }
        }
    }

    /// A word after an article or a preposition is a noun there, whatever verb it looks like.
    pub(super) fn nouns(&mut self) {
        for at in 0..self.items.len() {
            let next_of = self.has(at + 1, OF) || self.item(at.wrapping_sub(1)).is_none_or(|last| !last.is(DETERMINER));
            let rest_next_verb = self.item(at + 1).is_some_and(|next| next.is(MAKE) && self.ends(at + 1, "en"));
            let next_auxiliary = self.has(at + 1, AUXILIARY) && !self.has(at + 1, DETERMINER);
            let next_verb = self.has(at + 1, VERB) && self.lexicon.verb_second() && self.ends(at + 1, "en");
            let (before, rest) = self.items.split_at_mut(at);
            let Some(item) = rest.first_mut() else { return };
            let Some(last) = before.last() else {
                // *Plan opmaken*, *Spijbelen aanpakken*
                if rest_next_verb && item.is(PRODUCT) || next_verb && item.is(TOPIC_VERB) {
                    item.classes &= !(VERB | TOWARD);
                }
                continue;
            };
            if !item.is(VERB | DIRECTION | MEASURING) || item.length > 1 {
                continue;
            }
            let word = self.words.tokens().get(at).map_or("", |token| self.words.folded(token));
            let before_word = self.words.tokens().get(at - 1).map_or("", |token| self.words.folded(token));
            let dutch = self.lexicon.verb_second();
            // *Plan opmaken*: a thing before the verb that makes it.
            if dutch && item.is(PRODUCT) && rest_next_verb {
                item.classes &= !(VERB | TOWARD);
                continue;
            }
            // *Het versterken van het lezen*: the first is what is done, the second what it is about.
            let infinitive = dutch && word.ends_with("en") && next_of && !last.is(ONE);
            let object = !dutch
                && (last.is(VERB) && !last.is(HALF_REAL | CONTINUES) && word.ends_with("ing")
                    || word.ends_with("ings"));
            // *Promote healthy eating*
            let described = last.classes & !STOP == 0
                && !last.is_sign()
                && before.len() > 1
                && before.get(before.len() - 2).is_some_and(|item| item.is(VAGUE));
            let object = object || !dutch && described && word.ends_with("ing");
            // *the school report is rewritten*: no verb stands before an auxiliary.
            let object = object || !dutch && item.is(PRODUCT | GENERIC | COUNTABLE | MEANS) && next_auxiliary;
            let by_doing = !dutch && last.is(BY_WHOM) && word.ends_with("ing");
            let article =
                last.is(DETERMINER) && !last.is(AUXILIARY | RELATIVE) || last.is(NUMBER) && !last.is(AUXILIARY);
            let adjective = last.classes & !(STOP | EXISTING | AVAILABLE | FREQUENCY) == 0
                && !last.is_sign()
                && !last.timed
                && (!dutch
                    || before_word.ends_with('e')
                    || !word.ends_with('t')
                        && !infinitive
                        && before.len() > 1
                        && before.get(before.len() - 2).is_some_and(|item| item.is(ONE)))
                && before.len() > 1
                && before.get(before.len() - 2).is_some_and(|item| item.is(DETERMINER));
            let bound = last.is(PREPOSITION) && !last.is(INFINITIVE) && !last.particle;
            // *versterken in het voeren van gesprekken*: what the first verb is about.
            let nominal = article
                && before.len() > 1
                && before
                    .get(before.len() - 2)
                    .is_some_and(|item| item.is(PREPOSITION) && !item.is(BY_WHOM) && !item.particle);
            if ((article || adjective) && !infinitive)
                || nominal
                || object
                || (bound && !by_doing)
                || (!dutch && last.is(DIRECTION) && word.ends_with("ing"))
            {
                item.classes &= !(VERB | TOWARD | DIRECTION | HALF_REAL | PILOT);
            }
        }
    }

    pub(super) fn particles(&mut self, hashes: &[Hashes]) {
        for at in 0..self.items.len() {
            let Some(own) = hashes.get(at) else { return };
            // *een lijst … op*: a thing after its article is no verb.
            let noun = self.has(at, PRODUCT) && self.any(at.saturating_sub(2)..at, ONE);
            if noun || self.item(at).is_none_or(|item| item.kind != TokenKind::Word || item.is(FUNCTION & !STOP)) {
                continue;
            }
            let mut gained = 0;
            let mut place = None;
            self.lexicon.particles(*own, |particle, classes| {
                let found = self.particle(hashes, at, particle);
                match (found, place) {
                    (Some(found), None) => (place, gained) = (Some(found), classes),
                    (Some(found), Some(known)) if found == known => gained |= classes,
                    (Some(found), Some(known)) if found < known => (place, gained) = (Some(found), classes),
                    _ => {}
                }
            });
            let Some((_, place)) = place else { continue };
            if let Some(item) = self.items.get_mut(place) {
                item.particle = true;
                item.classes &= !(PREPOSITION | OF | WITH | BY_WHOM | BASELINE);
            }
            if let Some(item) = self.items.get_mut(at) {
                item.classes = item.classes & !(VERB | TOWARD | DIRECTION | HALF_REAL) | gained;
                item.separable = true;
            }
        }
    }

    /// Where the particle of a verb stands, before *te* or further on at an edge: *op te stellen*, *stelt een lijst op*.
    fn particle(&self, hashes: &[Hashes], verb: usize, particle: u32) -> Option<(bool, usize)> {
        let is = |at: usize| hashes.get(at).is_some_and(|own| own.is(particle));
        if verb > 1 && is(verb - 2) && self.has(verb - 1, INFINITIVE) {
            return Some((false, verb - 2));
        }
        let last = (verb + PARTICLE_WINDOW).min(self.items.len());
        for at in verb + 1..last {
            let item = self.item(at)?;
            if item.is_sign() && self.ends_sentence(at) {
                return None;
            }
            if is(at) && self.is_edge(at) {
                // *stelt samen met het team een plan op*: another particle may follow.
                let loose = item.is(TOGETHER) && self.has(at + 1, WITH);
                // *brengt het zorgteam, samen met de ouders, …*
                if item.is(WITH_WHOM | TOGETHER) && self.sign(at - 1) == "," {
                    continue;
                }
                return Some((loose, at));
            }
        }
        None
    }

    /// Whether nothing follows that a preposition could bind.
    fn is_edge(&self, at: usize) -> bool {
        let own = self.item(at);
        match self.item(at + 1) {
            None => true,
            Some(next) => {
                let time_starts = next.timed && own.is_some_and(|item| !item.timed);
                time_starts
                    || next.is_sign() && !matches!(self.sign(at + 1), "\"" | "'" | "“" | "‘" | "(")
                    || next.new_line
                    || next.is(PREPOSITION | AND | PURPOSE | IN_ORDER | CONDITION) && !next.is(DETERMINER)
                    || next.is(RELATIVE) && !next.is(DETERMINER)
            }
        }
    }
}
