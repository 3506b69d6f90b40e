//! A text as the criteria look at it: tokens with their classes, in clauses, with the times in it.

use core::ops::Range;

use alloc::vec::Vec;

use super::class::*;
use super::lexicon::{Hashes, Lexicon};
use crate::calendar::{TimeKind, TimePhrase, number};
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
    /// A verb whose particle stands elsewhere.
    pub(super) separable: bool,
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

    #[inline(never)]
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
    pub(super) times: Vec<TimeSpan>,
}

/// A time in the text, as far as the criteria ask about it.
#[derive(Clone, Debug)]
pub(crate) struct TimeSpan {
    /// The bytes of the text.
    pub(crate) span: Range<usize>,
    pub(crate) kind: TimeKind,
    /// How many times in each period, where it recurs so.
    pub(crate) frequency: Option<u16>,
    /// The number of the last day that it allows.
    pub(crate) due: Option<i32>,
    /// Whether it is no time that can be.
    pub(crate) faulty: bool,
}

impl TimeSpan {
    pub(crate) fn of(time: &TimePhrase) -> Self {
        Self {
            span: time.span.clone(),
            kind: time.kind,
            frequency: time.frequency.map(|frequency| frequency.times),
            due: time.due.map(number),
            faulty: time.fault.is_some(),
        }
    }
}

/// How many clauses of a sentence are looked at together.
const MOST_CLAUSES: usize = 24;

impl<'a> Scan<'a> {
    #[inline(never)]
    pub(super) fn new(text: &'a str, lexicon: &'a Lexicon, times: Vec<TimeSpan>) -> Self {
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

    /// The item at a place.
    // Asked everywhere, so it is one function and no copy at each place.
    #[inline(never)]
    pub(super) fn item(&self, at: usize) -> Option<&Item> {
        self.items.get(at)
    }

    /// The sign at a place; empty for a word.
    #[inline(never)]
    pub(super) fn sign(&self, at: usize) -> &str {
        match self.item(at) {
            Some(item) if item.is_sign() => self.text.get(item.span()).unwrap_or_default(),
            _ => "",
        }
    }

    /// The word at a place, in plain lower case.
    #[inline(never)]
    pub(super) fn word(&self, at: usize) -> &str {
        self.words.tokens().get(at).map_or("", |token| self.words.folded(token))
    }

    pub(super) fn ends_sentence(&self, at: usize) -> bool {
        matches!(self.sign(at), "." | "!" | "?" | ";" | "•" | "|")
    }

    /// The items of a clause, with their places.
    pub(super) fn of(&self, clause: &Clause) -> impl Iterator<Item = (usize, &Item)> {
        clause.items.clone().map_while(|at| Some((at, self.item(at)?)))
    }

    /// Every class that occurs in the clauses of a sentence that say what happens.
    #[inline(never)]
    pub(super) fn sentence(&self, sentence: usize) -> Classes {
        self.classes_of(sentence, |kind| kind == ClauseKind::Main)
    }

    /// Every class that occurs in a sentence.
    #[inline(never)]
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

    /// Whether a word at a place is of one of these classes.
    // Asked everywhere, so it is one function and no copy at each place.
    #[inline(never)]
    pub(super) fn has(&self, at: usize, classes: Classes) -> bool {
        self.item(at).is_some_and(|item| item.classes & classes != 0)
    }

    /// Whether a word in a range is of one of these classes.
    #[inline(never)]
    pub(super) fn any(&self, range: Range<usize>, classes: Classes) -> bool {
        self.items
            .get(range.start..range.end.min(self.items.len()))
            .is_some_and(|items| items.iter().any(|item| item.classes & classes != 0))
    }

    /// Whether the word at a place is the particle of a verb.
    #[inline(never)]
    pub(super) fn particle_at(&self, at: usize) -> bool {
        self.item(at).is_some_and(|item| item.particle)
    }

    /// Whether this very word stands at a place.
    #[inline(never)]
    pub(super) fn is_word(&self, at: usize, word: &str) -> bool {
        self.word(at) == word
    }

    /// Whether the word at a place ends so.
    #[inline(never)]
    pub(super) fn ends(&self, at: usize, end: &str) -> bool {
        self.word(at).ends_with(end)
    }

    /// Whether digits stand at a place.
    #[inline(never)]
    pub(super) fn is_number(&self, at: usize) -> bool {
        self.item(at).is_some_and(|item| item.kind == TokenKind::Number)
    }

    /// Whether an item is denied: by a word shortly before it in its clause.
    #[inline(never)]
    pub(super) fn negated(&self, at: usize) -> bool {
        let Some(item) = self.item(at) else { return false };
        (at.saturating_sub(4)..at)
            .any(|before| self.item(before).is_some_and(|other| other.is(NEGATION) && other.clause == item.clause))
    }

    /// The clause of an item.
    #[inline(never)]
    pub(super) fn clause(&self, at: usize) -> Option<&Clause> {
        self.clauses.get(self.item(at)?.clause)
    }

    /// The bytes from one item up to and including another.
    pub(super) fn span(&self, first: usize, last: usize) -> Range<usize> {
        let start = self.item(first).map_or(0, |item| item.start);
        start..self.item(last).map_or(start, |item| item.end)
    }

    /// Whether an item stands in a time of one of these kinds.
    pub(super) fn in_time(&self, item: &Item, wanted: impl Fn(TimeKind) -> bool) -> bool {
        let after = self.times.partition_point(|time| time.span.end < item.end);
        item.timed && self.times.get(after).is_some_and(|time| time.span.start <= item.start && wanted(time.kind))
    }
}
