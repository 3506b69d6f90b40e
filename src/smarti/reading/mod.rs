//! Reads a goal as it was written: which words carry which criterion, and what would help.
//!
//! The rules are those of a label guide: for each criterion, which words carry it? No words, no evidence. What is negated
//! or merely what the goal is about does not count, what is conditional or hoped for is weak at most, and background (a
//! decree's year, the name of a class, a phase number) is none. A file for each criterion cites its part of the guide.

mod acceptable;
mod class;
mod clauses;
mod counted;
mod error;
mod evidence;
mod hint;
mod inspiring;
mod lexicon;
mod marks;
mod measurable;
mod offsets;
mod pack;
mod packed;
mod quantity;
mod realistic;
mod receive;
mod scan;
mod sort;
mod specific;
mod time_bound;
mod topic;
mod who;

#[cfg(test)]
#[cfg(all(feature = "lang-nl", feature = "lang-en"))]
mod tests;

pub use error::ReadingError;
pub use evidence::{CriterionReading, Cue, CueKind, Evidence};
pub use hint::Hint;
pub use lexicon::Lexicon;
pub use offsets::utf16_offsets;
pub use quantity::{Quantity, QuantityRole};

pub(crate) use counted::Counted;
#[cfg(feature = "widget-goal")]
pub(crate) use quantity::Amount;
pub(crate) use scan::TimeSpan;

use core::ops::Range;

use alloc::vec::Vec;

use super::Criterion;
use crate::calendar::{self, Date, Question, TimeError, TimePhrase, TimeWords, find_times_with};

/// A time that carries T, and the day that it sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The bytes of the text.
    pub span: Range<usize>,
    /// The last day that the words allow; none where they fix no day.
    pub due: Option<Date>,
    /// Every way to read the words where there is more than one, the likeliest first.
    pub alternatives: Vec<calendar::Reading>,
    /// What to ask then.
    pub question: Option<Question>,
    /// What is wrong with the words, as with `31 februari`; then they fix no day, and T is weak at most.
    pub fault: Option<TimeError>,
}

/// What the words of a goal show.
///
/// It says nothing about whether the goal is realistic, or whether people support it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalReading {
    /// Each criterion, in the order of the letters.
    pub criteria: [CriterionReading; 6],
    /// Who does it, or the group that changes.
    pub actor: Option<Range<usize>>,
    /// What is done.
    pub action: Option<Range<usize>>,
    /// Who receives something.
    pub receiver: Option<Range<usize>>,
    /// The quantities, left to right.
    pub quantities: Vec<Quantity>,
    /// By when.
    pub deadline: Option<Deadline>,
}

impl GoalReading {
    /// What the words show for one criterion.
    pub fn of(&self, criterion: Criterion) -> &CriterionReading {
        let [specific, measurable, acceptable, realistic, time_bound, inspiring] = &self.criteria;
        match criterion {
            Criterion::Specific => specific,
            Criterion::Measurable => measurable,
            Criterion::Acceptable => acceptable,
            Criterion::Realistic => realistic,
            Criterion::TimeBound => time_bound,
            Criterion::Inspiring => inspiring,
        }
    }

    /// The step that helps most: for what is missing before what is weak, in the order S, M, T, I, A, R.
    ///
    /// A goal that nobody can picture gains nothing by a date, so S and M come first.
    pub fn best_hint(&self) -> Option<Hint> {
        best_hint(&self.criteria)
    }
}

pub(crate) fn best_hint(criteria: &[CriterionReading; 6]) -> Option<Hint> {
    let [specific, measurable, acceptable, realistic, time_bound, inspiring] = criteria;
    let order = [specific, measurable, time_bound, inspiring, acceptable, realistic];
    let missing = |evidence: Evidence| {
        order.into_iter().filter(|reading| reading.evidence == evidence).find_map(|reading| reading.hint)
    };
    missing(Evidence::Absent).or_else(|| missing(Evidence::Weak))
}

/// What the words of a goal show, apart from what only a calendar knows.
#[derive(Clone, Debug)]
pub(crate) struct Judgement {
    pub(crate) criteria: [CriterionReading; 6],
    pub(crate) actor: Option<Range<usize>>,
    pub(crate) action: Option<Range<usize>>,
    pub(crate) receiver: Option<Range<usize>>,
    pub(crate) counted: Vec<Counted>,
    /// The place of the time that is the deadline.
    pub(crate) deadline: Option<usize>,
}

/// Reads a goal, on the day `today`.
///
/// # Examples
///
/// ```
/// use olievlek::calendar::Date;
/// use olievlek::content::Language;
/// use olievlek::smarti::Criterion;
/// use olievlek::smarti::reading::{Evidence, Lexicon, read_goal};
///
/// let lexicon = Lexicon::of(Language::NlBe)?;
/// let today = Date::constant(2024, 10, 1);
/// let text = "Tegen eind mei maakt het zorgteam samen met de leerlingen één folder over pesten.";
/// let reading = read_goal(text, &lexicon, today);
///
/// assert_eq!(reading.of(Criterion::Specific).evidence, Evidence::Present);
/// assert_eq!(reading.of(Criterion::Inspiring).evidence, Evidence::Absent);
/// assert_eq!(reading.actor.and_then(|actor| text.get(actor)), Some("het zorgteam"));
/// assert_eq!(reading.deadline.and_then(|deadline| deadline.due), Some(Date::constant(2025, 5, 31)));
/// # Ok::<(), olievlek::Error>(())
/// ```
pub fn read_goal(text: &str, lexicon: &Lexicon, today: Date) -> GoalReading {
    let language = lexicon.language();
    let mut times = TimeWords::of(language).map(|words| find_times_with(text, today, words)).unwrap_or_default();
    let judgement = judge_goal(text, lexicon, times.iter().map(TimeSpan::of).collect());
    let Judgement { criteria, actor, action, receiver, counted, deadline } = judgement;
    let deadline = deadline.filter(|place| *place < times.len()).map(|place| {
        let TimePhrase { span, due, alternatives, question, fault, .. } = times.swap_remove(place);
        Deadline { span, due, alternatives, question, fault }
    });
    let quantity = |Counted { span, amount, unit, role, .. }| {
        let value = amount.value(text, language);
        Quantity { span, value, unit, role }
    };
    GoalReading { criteria, actor, action, receiver, quantities: counted.into_iter().map(quantity).collect(), deadline }
}

/// The same for times that are known.
pub(crate) fn judge_goal(text: &str, lexicon: &Lexicon, times: Vec<TimeSpan>) -> Judgement {
    let scan = scan::Scan::new(text, lexicon, times);
    let counted = counted::counted(&scan);
    let parts = specific::parts(&scan);
    let (actor, action, receiver) = (parts.actor.clone(), parts.action.clone(), parts.receiver.clone());
    let (evidence, cues, hint, deadline) = time_bound::judge(&scan);
    let reading = |criterion, (evidence, cues, hint): (Evidence, Vec<Cue>, Option<Hint>)| {
        let order = sort::order(cues.iter().map(|cue| cue.span.start as u32));
        let cues = order.into_iter().filter_map(|entry| cues.get(sort::place(entry)).cloned()).collect();
        CriterionReading { criterion, evidence, cues, hint }
    };
    let criteria = [
        reading(Criterion::Specific, specific::judge(parts)),
        reading(Criterion::Measurable, measurable::judge(&scan, &counted)),
        reading(Criterion::Acceptable, acceptable::judge(&scan)),
        reading(Criterion::Realistic, realistic::judge(&scan, &counted)),
        reading(Criterion::TimeBound, (evidence, cues, hint)),
        reading(Criterion::Inspiring, inspiring::judge(&scan)),
    ];
    Judgement { criteria, actor, action, receiver, counted, deadline }
}
