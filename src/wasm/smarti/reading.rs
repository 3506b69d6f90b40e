//! What a goal was read to say. Places are in UTF-16, as JavaScript counts.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::string::String;
use std::vec::Vec;

use serde::Serialize;
use tsify::Tsify;

use crate::calendar::{Date, iso};
use crate::content::{Language, Texts};
use crate::smarti::reading::{self as domain, Lexicon, ReadingError, utf16_offsets};
use crate::smarti::{CriterionLabels, Decimal};
use crate::wasm::calendar::results::{TimeQuestion, TimeReading};

thread_local! {
    /// The lexicons that were used: reading one takes longer than reading a goal.
    static LEXICONS: RefCell<Vec<Lexicon>> = const { RefCell::new(Vec::new()) };
}

/// Reads a goal by the words of a language, and by further ones.
pub(super) fn read(
    text: &str,
    language: Language,
    words: Option<&str>,
    today: Date,
) -> Result<domain::GoalReading, ReadingError> {
    LEXICONS.with_borrow_mut(|lexicons| {
        let lexicon = match lexicons.iter().find(|lexicon| lexicon.language() == language) {
            Some(lexicon) => lexicon,
            None => {
                lexicons.push(Lexicon::of(language)?);
                lexicons.last().ok_or(ReadingError::Language(language))?
            }
        };
        Ok(match words {
            Some(words) => domain::read_goal(text, &lexicon.clone().with(words), today),
            None => domain::read_goal(text, lexicon, today),
        })
    })
}

/// What the words of a goal show.
#[derive(Debug, Serialize, Tsify)]
#[tsify(hashmap_as_object)]
pub struct GoalReading {
    /// The six criteria.
    #[tsify(type = "Record<Criterion, CriterionReading>")]
    criteria: BTreeMap<&'static str, CriterionReading>,
    /// The step that helps most; absent when all six letters are there.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    next: Option<GoalHint>,
    /// Who does it, or the group that changes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    actor: Option<Words>,
    /// What is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    action: Option<Words>,
    /// Who receives something.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    receiver: Option<Words>,
    /// The quantities, left to right.
    quantities: Vec<Quantity>,
    /// By when.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    deadline: Option<Deadline>,
}

/// What the words show for one criterion.
#[derive(Debug, Serialize, Tsify)]
pub struct CriterionReading {
    /// Its name, in the language asked for.
    name: String,
    /// Whether the words carry it.
    #[tsify(type = "\"present\" | \"weak\" | \"absent\"")]
    evidence: &'static str,
    /// The words that carry it, or could.
    spans: Vec<CueSpan>,
    /// What would help most; absent when nothing is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    hint: Option<GoalHint>,
}

/// Words that carry a criterion, or could.
#[derive(Debug, Serialize, Tsify)]
pub struct CueSpan {
    /// Where they start.
    start: usize,
    /// Where they end.
    end: usize,
    /// What they are, such as `doer`, `number` or `hoped-support`.
    cue: &'static str,
}

/// What would help.
#[derive(Debug, Serialize, Tsify)]
pub struct GoalHint {
    /// Which hint, in kebab-case.
    id: &'static str,
    /// The criterion that it helps.
    #[tsify(type = "Criterion")]
    criterion: &'static str,
    /// The sentence, in the language asked for.
    text: String,
}

/// Words of the text and where they stand.
#[derive(Debug, Serialize, Tsify)]
pub struct Words {
    /// The words.
    text: String,
    /// Where they start.
    start: usize,
    /// Where they end.
    end: usize,
}

/// A quantity in a goal.
#[derive(Debug, Serialize, Tsify)]
pub struct Quantity {
    /// The words, with the unit.
    text: String,
    /// Where they start.
    start: usize,
    /// Where they end.
    end: usize,
    /// The number; absent for a word such as "elke".
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    value: Option<f64>,
    /// What it counts, or is measured in.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    unit: Option<String>,
    /// What it does.
    #[tsify(
        type = "\"target\" | \"baseline\" | \"frequency\" | \"turnaround\" | \"quantifier\" | \"means\" | \"vague\""
    )]
    role: &'static str,
}

/// By when, as the words have it.
#[derive(Debug, Serialize, Tsify)]
pub struct Deadline {
    /// The words.
    text: String,
    /// Where they start.
    start: usize,
    /// Where they end.
    end: usize,
    /// The last day that they allow; absent where they fix none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    date: Option<String>,
    /// Whether they can be read in more than one way.
    ambiguous: bool,
    /// Every way to read them then, the likeliest first.
    alternatives: Vec<TimeReading>,
    /// What to ask then.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    question: Option<TimeQuestion>,
    /// What is wrong with them, where no calendar has such a day: the code of the error that `resolveTime` throws.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "\"time-impossible-date\" | \"time-years-not-consecutive\" | \"time-no-such-part\"")]
    fault: Option<&'static str>,
}

impl GoalReading {
    pub(super) fn new(text: &str, reading: &domain::GoalReading, texts: &Texts) -> Self {
        let places = Places::new(text, reading);
        let hint = |hint: domain::Hint| GoalHint {
            id: hint.id(),
            criterion: hint.criterion().id(),
            text: hint.text(texts).into(),
        };
        let span = |cue: &domain::Cue| {
            let (start, end) = places.of(&cue.span);
            CueSpan { start, end, cue: cue.kind.id() }
        };
        let criterion = |read: &domain::CriterionReading| {
            let criterion = CriterionReading {
                name: read.criterion.name(texts, CriterionLabels::default()).into(),
                evidence: read.evidence.id(),
                spans: read.cues.iter().map(span).collect(),
                hint: read.hint.map(hint),
            };
            (read.criterion.id(), criterion)
        };
        let quantity = |quantity: &domain::Quantity| {
            let Words { text, start, end } = places.words(&quantity.span);
            let unit = quantity.unit.as_ref().map(|unit| places.words(unit).text);
            Quantity { text, start, end, value: quantity.value.map(Decimal::to_f64), unit, role: quantity.role.id() }
        };
        let deadline = |deadline: &domain::Deadline| {
            let Words { text, start, end } = places.words(&deadline.span);
            Deadline {
                text,
                start,
                end,
                date: deadline.due.map(iso),
                ambiguous: deadline.question.is_some(),
                alternatives: deadline.alternatives.iter().map(|given| TimeReading::new(*given, texts)).collect(),
                question: deadline.question.map(|question| TimeQuestion::new(question, texts)),
                fault: deadline.fault.as_ref().map(|fault| fault.code()),
            }
        };
        Self {
            criteria: reading.criteria.iter().map(criterion).collect(),
            next: reading.best_hint().map(hint),
            actor: reading.actor.as_ref().map(|span| places.words(span)),
            action: reading.action.as_ref().map(|span| places.words(span)),
            receiver: reading.receiver.as_ref().map(|span| places.words(span)),
            quantities: reading.quantities.iter().map(quantity).collect(),
            deadline: reading.deadline.as_ref().map(deadline),
        }
    }
}

/// The places of a text that a reading names, from bytes to UTF-16 in one pass.
struct Places<'a> {
    text: &'a str,
    bytes: Vec<usize>,
    units: Vec<usize>,
}

impl<'a> Places<'a> {
    fn new(text: &'a str, reading: &domain::GoalReading) -> Self {
        let cues = reading.criteria.iter().flat_map(|criterion| criterion.cues.iter().map(|cue| &cue.span));
        let parts = [&reading.actor, &reading.action, &reading.receiver].into_iter().flatten();
        let quantities = reading.quantities.iter().map(|quantity| &quantity.span);
        let units = reading.quantities.iter().filter_map(|quantity| quantity.unit.as_ref());
        let deadline = reading.deadline.iter().map(|deadline| &deadline.span);
        let spans = cues.chain(parts).chain(quantities).chain(units).chain(deadline);
        let mut bytes: Vec<usize> = spans.flat_map(|span| [span.start, span.end]).collect();
        bytes.sort_unstable();
        bytes.dedup();
        let units = utf16_offsets(text, &bytes);
        Self { text, bytes, units }
    }

    fn at(&self, byte: usize) -> usize {
        self.bytes.binary_search(&byte).ok().and_then(|place| self.units.get(place)).copied().unwrap_or_default()
    }

    fn of(&self, span: &Range<usize>) -> (usize, usize) {
        (self.at(span.start), self.at(span.end))
    }

    fn words(&self, span: &Range<usize>) -> Words {
        let (start, end) = self.of(span);
        Words { text: self.text.get(span.clone()).unwrap_or_default().into(), start, end }
    }
}
