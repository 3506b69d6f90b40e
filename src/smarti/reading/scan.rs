//! A text as the criteria look at it: tokens with their classes, in clauses, with the times in it.

use core::ops::Range;

use alloc::vec::Vec;

use super::class::*;
use super::lexicon::{Hashes, Lexicon};
use crate::calendar::{TimeKind, TimePhrase};
use crate::words::{TokenKind, Words};

/// A token with what is known about it.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) classes: Classes,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: TokenKind,
    pub(super) clause: usize,
    /// How many tokens the entry takes that starts here.
    pub(super) length: usize,
    /// The value of a word for a number.
    pub(super) value: u16,
    /// The last part of a compound, so that it has a content of its own.
    pub(super) compound: bool,
    /// Not the first word of an entry of several that touch.
    pub(super) inner: bool,
    /// The particle of a separable verb, so no preposition.
    pub(super) particle: bool,
    /// Part of a time.
    pub(super) timed: bool,
    /// Written with a capital.
    pub(super) capital: bool,
    /// A line ends before it.
    pub(super) new_line: bool,
}

impl Item {
    pub(super) fn is(&self, classes: Classes) -> bool {
        self.classes & classes != 0
    }

    pub(super) fn is_sign(&self) -> bool {
        self.kind == TokenKind::Punctuation
    }

    pub(super) fn span(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// What a clause is to the goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ClauseKind {
    /// It says what happens.
    Main,
    /// A few words without a verb before a colon: *Oudercontact:*.
    Heading,
    /// It says why: after *zodat*, *want*, *omdat*.
    Purpose,
    /// After *om … te*: a why, or the rest of the verb.
    InOrder,
    /// After *als*, *indien*.
    Condition,
    /// After *die*, *waarin*.
    Relative,
}

/// Words that belong to one verb, as far as signs and conjunctions show.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    pub(super) kind: ClauseKind,
    pub(super) items: Range<usize>,
    /// Every class that occurs in it.
    pub(super) classes: Classes,
    pub(super) sentence: usize,
}

/// A text as the criteria look at it.
#[derive(Debug)]
pub(super) struct Scan<'a> {
    pub(super) text: &'a str,
    pub(super) words: Words,
    pub(super) lexicon: &'a Lexicon,
    pub(super) items: Vec<Item>,
    pub(super) clauses: Vec<Clause>,
    pub(super) times: Vec<TimePhrase>,
}

/// A longer clause is cut, so that looking around in one costs no more than so many steps.
const LONGEST_CLAUSE: usize = 60;
/// A longer text before a colon is no heading.
const LONGEST_HEADING: usize = 7;
/// How many clauses of a sentence are looked at together.
const MOST_CLAUSES: usize = 24;
/// How far a separable verb looks for its particle.
const PARTICLE_WINDOW: usize = 24;

/// Classes of which a longer entry takes the place: *gedragen door* of *gedragen*.
const RIVALS: [Classes; 4] = [
    VERB | TOWARD | HALF_REAL,
    WITH_WHOM | SUPPORT | HALF_SUPPORT | TOGETHER,
    PRODUCT | ABSTRACT | GENERIC,
    QUANTIFIER | VAGUE_QUANTITY,
];

impl<'a> Scan<'a> {
    #[inline(never)]
    pub(super) fn new(text: &'a str, lexicon: &'a Lexicon, times: Vec<TimePhrase>) -> Self {
        let mut scan = Self { text, words: Words::of(text), lexicon, items: Vec::new(), clauses: Vec::new(), times };
        let mut key = Vec::new();
        let mut hashes: Vec<Hashes> = scan.words.iter().map(|(_, word)| lexicon.hashes(word, &mut key)).collect();
        scan.mark_hashes(&mut hashes);
        scan.classify(&hashes, &mut key);
        scan.mark_times();
        scan.nouns();
        scan.particles(&hashes);
        scan.cut();
        scan
    }

    fn classify(&mut self, hashes: &[Hashes], key: &mut Vec<u8>) {
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
                particle: false,
                timed: false,
                capital: original.as_bytes().first().is_some_and(u8::is_ascii_uppercase),
                new_line: between.as_bytes().contains(&b'\n'),
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
                    blocked = (at + found.length, rivals, if found.solid { found.classes } else { 0 });
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

    fn mark_hashes(&self, hashes: &mut [Hashes]) {
        let mut times = self.times.iter();
        let mut time = times.next();
        for (token, own) in self.words.tokens().iter().zip(hashes) {
            while time.is_some_and(|time| time.span.end <= token.span().start) {
                time = times.next();
            }
            own.timed = time.is_some_and(|time| time.span.start <= token.span().start);
        }
    }

    fn mark_times(&mut self) {
        let mut at = 0;
        for time in &self.times {
            while self.items.get(at).is_some_and(|item| item.end <= time.span.start) {
                at += 1;
            }
            while let Some(item) = self.items.get_mut(at)
                && item.start < time.span.end
            {
                item.timed = true;
                // *in the long run*, *in de loop van*: no verbs there.
                item.classes &= !(VERB | TOWARD | PILOT | HALF_REAL | PRODUCT | ABSTRACT);
                at += 1;
            }
        }
    }

    /// A word after an article or a preposition is a noun there, whatever verb it looks like.
    fn nouns(&mut self) {
        for at in 0..self.items.len() {
            let rest_next_verb = self.items.get(at + 1).is_some_and(|next| next.is(MAKE) && self.word(at + 1).ends_with("en"));
            let (before, rest) = self.items.split_at_mut(at);
            let Some(item) = rest.first_mut() else { return };
            let Some(last) = before.last() else {
                if rest_next_verb && item.is(PRODUCT) {
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
            let infinitive = dutch && word.ends_with("en");
            let by_doing = !dutch && last.is(BY_WHOM) && word.ends_with("ing");
            let article =
                last.is(DETERMINER) && !last.is(AUXILIARY | RELATIVE) || last.is(NUMBER) && !last.is(AUXILIARY);
            let adjective = last.classes & !(STOP | EXISTING | AVAILABLE | FREQUENCY) == 0
                && !last.is_sign()
                && !last.timed
                && (!dutch
                    || before_word.ends_with('e')
                    || !word.ends_with('t') && !infinitive && before.len() > 1 && before.get(before.len() - 2).is_some_and(|item| item.is(ONE)))
                && before.len() > 1
                && before.get(before.len() - 2).is_some_and(|item| item.is(DETERMINER));
            let bound = last.is(PREPOSITION) && !last.is(INFINITIVE) && !last.particle;
            // *versterken in het voeren van gesprekken*: what the first verb is about.
            let nominal = article
                && before.len() > 1
                && before.get(before.len() - 2).is_some_and(|item| item.is(PREPOSITION) && !item.is(BY_WHOM) && !item.particle);
            if ((article || adjective) && !infinitive) || nominal || (bound && !by_doing) || (!dutch && last.is(DIRECTION) && word.ends_with("ing")) {
                item.classes &= !(VERB | TOWARD | DIRECTION | HALF_REAL | PILOT);
            }
        }
    }

    fn particles(&mut self, hashes: &[Hashes]) {
        for at in 0..self.items.len() {
            let Some(own) = hashes.get(at) else { return };
            if self.items.get(at).is_none_or(|item| item.kind != TokenKind::Word || item.is(FUNCTION & !STOP)) {
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
            }
        }
    }

    /// Where the particle of a verb stands, before *te* or further on at an edge: *op te stellen*, *stelt een lijst op*.
    fn particle(&self, hashes: &[Hashes], verb: usize, particle: u32) -> Option<(bool, usize)> {
        let is = |at: usize| hashes.get(at).is_some_and(|own| own.is(particle));
        if verb > 1 && is(verb - 2) && self.items.get(verb - 1).is_some_and(|item| item.is(INFINITIVE)) {
            return Some((false, verb - 2));
        }
        let last = (verb + PARTICLE_WINDOW).min(self.items.len());
        for at in verb + 1..last {
            let item = self.items.get(at)?;
            if item.is_sign() && self.ends_sentence(at) {
                return None;
            }
            if is(at) && self.is_edge(at) {
                // *stelt samen met het team een plan op*: another particle may follow.
                let loose = item.is(TOGETHER) && self.items.get(at + 1).is_some_and(|next| next.is(WITH));
                return Some((loose, at));
            }
        }
        None
    }

    /// Whether nothing follows that a preposition could bind.
    fn is_edge(&self, at: usize) -> bool {
        let own = self.items.get(at);
        match self.items.get(at + 1) {
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

    /// The sign at a place; empty for a word.
    pub(super) fn sign(&self, at: usize) -> &str {
        match self.items.get(at) {
            Some(item) if item.is_sign() => self.text.get(item.span()).unwrap_or_default(),
            _ => "",
        }
    }

    /// The word at a place, in plain lower case.
    pub(super) fn word(&self, at: usize) -> &str {
        self.words.tokens().get(at).map_or("", |token| self.words.folded(token))
    }

    fn ends_sentence(&self, at: usize) -> bool {
        matches!(self.sign(at), "." | "!" | "?" | ";" | "•" | "|")
    }

    /// Cuts the items into clauses.
    fn cut(&mut self) {
        let mut kind = ClauseKind::Main;
        let mut start = 0;
        let mut sentence = 0;
        // Whether the clause that is open stood at the start of its sentence, so that a comma leads to the main one.
        let mut at = 0;
        while at < self.items.len() {
            let next = self.opens(at, start, kind);
            let new_line = self.items.get(at).is_some_and(|item| item.new_line);
            let ended = at > 0 && (self.ends_sentence(at - 1) || new_line);
            let headed = at > start && self.sign(at - 1) == ":";
            if headed && kind == ClauseKind::Main && at - start <= LONGEST_HEADING && !self.has_verb(start..at) {
                kind = ClauseKind::Heading;
            }
            if ended || headed || next.is_some() || at - start >= LONGEST_CLAUSE {
                self.close(start..at, kind, sentence);
                start = at;
                if ended || headed {
                    kind = ClauseKind::Main;
                }
                if ended {
                    sentence += 1;
                }
                kind = next.unwrap_or(kind);
            }
            at += 1;
        }
        self.close(start..self.items.len(), kind, sentence);
    }

    fn has_verb(&self, items: Range<usize>) -> bool {
        self.items.get(items).unwrap_or_default().iter().any(|item| item.is(VERB | AUXILIARY))
    }

    /// The kind of the clause that starts at a place, if one does.
    fn opens(&self, at: usize, start: usize, kind: ClauseKind) -> Option<ClauseKind> {
        let item = self.items.get(at)?;
        let previous = at.checked_sub(1).and_then(|at| self.items.get(at));
        let fresh = previous.is_none_or(Item::is_sign);
        if item.is(PURPOSE) && !item.particle {
            return Some(ClauseKind::Purpose);
        }
        if item.is(IN_ORDER) && self.has_infinitive(at, at > start) {
            return Some(ClauseKind::InOrder);
        }
        // *Zoals leerkrachten zelf vroegen, …*
        if fresh && item.is(RELATIVE) && matches!(self.word(at), "zoals" | "as") {
            return Some(ClauseKind::Relative);
        }
        if item.is(CONDITION) && self.sign(at + 1) != ":" {
            let next = self.items.get(at + 1);
            let subject =
                next.is_some_and(|next| next.is(SUBJECT | BENEFICIARY | DETERMINER) || self.word(at + 1) == "er");
            if item.length > 1 || fresh || subject {
                return Some(ClauseKind::Condition);
            }
        }
        if item.is(RELATIVE) && !item.timed {
            let bound = previous.is_some_and(|item| item.is(PREPOSITION));
            let noun = previous.is_some_and(|item| !item.is(FUNCTION | VERB) && !item.is_sign());
            let asks = !item.is(DETERMINER);
            let comma = at > 0 && self.sign(at - 1) == ",";
            let free = !item.is(DETERMINER) || noun || comma;
            if (noun || comma || bound || asks) && free && at > start {
                return Some(ClauseKind::Relative);
            }
        }
        // A comma ends a clause that stands within another, or before it.
        if at > start && self.sign(at - 1) == "," {
            return match kind {
                ClauseKind::Main => Some(ClauseKind::Main),
                ClauseKind::Purpose
                    if self
                        .clauses
                        .last()
                        .is_some_and(|last| last.items.end == start && last.kind == ClauseKind::Main)
                        && start > 0
                        && !self.ends_sentence(start - 1) =>
                {
                    None
                }
                _ => Some(ClauseKind::Main),
            };
        }
        None
    }

    fn has_infinitive(&self, at: usize, inside: bool) -> bool {
        if !self.lexicon.verb_second() && self.items.get(at).is_some_and(|item| item.is(INFINITIVE)) {
            // *two half-days to observe a colleague*, but *want to observe*, *to school* and *To improve …*.
            let verb = self.items.get(at + 1).is_some_and(|next| next.is(VERB | TOWARD) && !next.is(PRODUCT | PARTY));
            let free = self.items.get(at.wrapping_sub(1)).is_some_and(|before| !before.is(VERB | AUXILIARY));
            return verb && free && inside;
        }
        let rest = self.items.get(at + 1..).unwrap_or_default();
        for (ahead, item) in rest.iter().take(PARTICLE_WINDOW).enumerate() {
            if item.is(INFINITIVE) {
                return true;
            }
            if self.ends_sentence(at + 1 + ahead) {
                return false;
            }
        }
        false
    }

    fn close(&mut self, items: Range<usize>, kind: ClauseKind, sentence: usize) {
        if items.is_empty() {
            return;
        }
        let clause = self.clauses.len();
        let mut classes = 0;
        for item in self.items.get_mut(items.clone()).unwrap_or_default() {
            item.clause = clause;
            classes |= item.classes;
        }
        self.clauses.push(Clause { kind, items, classes, sentence });
    }

    /// The items of a clause, with their places.
    pub(super) fn of(&self, clause: &Clause) -> impl Iterator<Item = (usize, &Item)> {
        let first = clause.items.start;
        self.items
            .get(clause.items.clone())
            .unwrap_or_default()
            .iter()
            .enumerate()
            .map(move |(at, item)| (first + at, item))
    }

    /// Every class that occurs in the clauses of a sentence that say what happens.
    pub(super) fn sentence(&self, sentence: usize) -> Classes {
        self.classes_of(sentence, |kind| kind == ClauseKind::Main)
    }

    /// Every class that occurs in a sentence.
    pub(super) fn whole(&self, sentence: usize) -> Classes {
        self.classes_of(sentence, |_| true)
    }

    fn classes_of(&self, sentence: usize, wanted: impl Fn(ClauseKind) -> bool) -> Classes {
        let first = self.clauses.partition_point(|clause| clause.sentence < sentence);
        let rest = self.clauses.get(first..).unwrap_or_default();
        // A sentence of more clauses is no sentence; looking on would cost too much in a long text.
        let own = rest.iter().take(MOST_CLAUSES).take_while(|clause| clause.sentence == sentence);
        own.filter(|clause| wanted(clause.kind)).fold(0, |all, clause| all | clause.classes)
    }

    /// Whether this very word stands at a place.
    pub(super) fn is_word(&self, at: usize, word: &str) -> bool {
        self.word(at) == word
    }

    /// Whether digits stand at a place.
    pub(super) fn is_number(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.kind == TokenKind::Number)
    }

    /// Whether an item is denied: by a word shortly before it in its clause.
    pub(super) fn negated(&self, at: usize) -> bool {
        let Some(item) = self.items.get(at) else { return false };
        (at.saturating_sub(4)..at)
            .any(|before| self.items.get(before).is_some_and(|other| other.is(NEGATION) && other.clause == item.clause))
    }

    /// The clause of an item.
    pub(super) fn clause(&self, at: usize) -> Option<&Clause> {
        self.clauses.get(self.items.get(at)?.clause)
    }

    /// The bytes from one item up to and including another.
    pub(super) fn span(&self, first: usize, last: usize) -> Range<usize> {
        let start = self.items.get(first).map_or(0, |item| item.start);
        start..self.items.get(last).map_or(start, |item| item.end)
    }

    /// Whether an item stands in a time of one of these kinds.
    pub(super) fn in_time(&self, item: &Item, wanted: impl Fn(TimeKind) -> bool) -> bool {
        let after = self.times.partition_point(|time| time.span.end < item.end);
        item.timed && self.times.get(after).is_some_and(|time| time.span.start <= item.start && wanted(time.kind))
    }
}
