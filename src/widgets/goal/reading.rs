//! What was read in the sentence, as the widget asks for it.

use alloc::string::String;
use core::ops::Range;

use crate::calendar::{Date, TimeError, TimeKind, find_times_with, iso};
use crate::content::Language;
use crate::smarti::Criterion;
use crate::smarti::reading::{
    Cue, CueKind, Deadline, Evidence, GoalReading, Hint, Lexicon, Quantity, QuantityRole, read_goal,
};
use crate::widgets::slot::Slot;

/// A sentence that was read.
#[derive(Clone, Debug)]
pub(super) struct Read {
    language: Language,
    goal: GoalReading,
    /// The first day, where the words say from when.
    start: Option<Date>,
    /// Whether that is all they say of the time, so that they set no end.
    open: bool,
    /// A time that cannot be, and its words.
    pub(super) fault: Option<(Range<usize>, TimeError)>,
}

/// What reads.
#[derive(Clone, Debug)]
pub(super) struct Reader(Lexicon);

impl Reader {
    pub(super) fn new(language: Language, words: &str) -> Option<Self> {
        Lexicon::unpack(language, words).ok().map(Self)
    }

    pub(super) fn read(&self, text: &str, today: Date) -> Read {
        let mut read = Read {
            language: self.0.language(),
            goal: read_goal(text, &self.0, today),
            start: None,
            open: false,
            fault: None,
        };
        for time in find_times_with(text, today, self.0.times()) {
            let period = time.period.map(|period| (period.start(), period.end()));
            if read.deadline().is_some_and(|deadline| deadline.span == time.span) {
                read.open = time.kind == TimeKind::From;
                read.start = match time.kind {
                    TimeKind::From => time.due,
                    TimeKind::Several => period.map(|(start, _)| start),
                    _ => None,
                };
            }
            if let (None, Some(fault)) = (&read.fault, time.fault) {
                read.fault = Some((time.span, fault));
            }
        }
        read
    }
}

impl Read {
    pub(super) fn evidence(&self, letter: usize) -> Evidence {
        self.goal.criteria.get(letter).map_or(Evidence::Absent, |reading| reading.evidence)
    }

    /// The words that carry a letter, from left to right; words that hold it back carry nothing.
    pub(super) fn cues(&self, letter: usize) -> &[Cue] {
        match self.goal.criteria.get(letter) {
            Some(reading) if reading.evidence != Evidence::Absent => &reading.cues,
            _ => &[],
        }
    }

    /// The next step for a letter.
    pub(super) fn hint(&self, letter: usize) -> Option<Hint> {
        self.goal.criteria.get(letter)?.hint
    }

    /// The next step that helps most.
    pub(super) fn best(&self) -> Option<Hint> {
        self.goal.best_hint()
    }

    pub(super) fn deadline(&self) -> Option<&Deadline> {
        self.goal.deadline.as_ref()
    }

    fn quantity(&self, role: QuantityRole) -> Option<&Quantity> {
        self.goal.quantities.iter().find(|quantity| quantity.role == role && quantity.value.is_some())
    }

    fn number(&self, quantity: Option<&Quantity>) -> String {
        let value = quantity.and_then(|quantity| quantity.value);
        value.map(|value| value.to_text(self.language)).unwrap_or_default()
    }

    /// The words of these kinds that carry a letter, with a comma between.
    fn words(&self, text: &str, criterion: Criterion, kinds: &[CueKind]) -> String {
        let mut words = String::new();
        for cue in self.cues(criterion as usize) {
            if kinds.contains(&cue.kind) {
                if !words.is_empty() {
                    words.push_str(", ");
                }
                words.push_str(text.get(cue.span.clone()).unwrap_or_default());
            }
        }
        words
    }
}

/// What the sentence says for a field; empty where it says nothing.
pub(super) fn slot_text(slot: Slot, text: &str, read: Option<&Read>) -> String {
    let Some(read) = read else { return String::new() };
    let goal = &read.goal;
    let target = || read.quantity(QuantityRole::Target);
    let range = match slot {
        Slot::Actor => goal.actor.clone(),
        Slot::Action => goal.action.clone(),
        Slot::TargetGroup => goal.receiver.clone(),
        Slot::Unit => target().and_then(|quantity| quantity.unit.clone()),
        Slot::Baseline => return read.number(read.quantity(QuantityRole::Baseline)),
        Slot::Target => return read.number(target()),
        Slot::Consulted => return read.words(text, Criterion::Acceptable, &[CueKind::Together, CueKind::Support]),
        Slot::Means => {
            return read.words(text, Criterion::Realistic, &[CueKind::Means, CueKind::Pilot, CueKind::Existing]);
        }
        Slot::Why => return read.words(text, Criterion::Inspiring, &[CueKind::Purpose, CueKind::BarePurpose]),
        Slot::Start => return read.start.map(iso).unwrap_or_default(),
        // What can be read in two ways is asked, not assumed.
        Slot::End => {
            let end = read.deadline().filter(|deadline| !read.open && deadline.question.is_none());
            let due = end.and_then(|deadline| deadline.due);
            return due.map(iso).unwrap_or_default();
        }
    };
    range.and_then(|range| text.get(range)).unwrap_or_default().into()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::content::goal_words;

    /// A reader of this language, where there is one.
    pub(in super::super) fn reader(language: Language) -> Option<Reader> {
        goal_words(language).and_then(|words| Reader::new(language, &Lexicon::pack(language, words).unwrap()))
    }

    #[test]
    fn the_fields_fill_from_the_sentence() {
        let text = "Tegen eind mei 2027 brengt het zorgteam, samen met de ouders, het aantal klachten van 12 naar 5 klachten. \
                    Daarvoor is een uur ingepland, zodat leerlingen rust krijgen.";
        let read = reader(Language::NlBe).unwrap().read(text, Date::constant(2026, 10, 1));
        let field = |slot| slot_text(slot, text, Some(&read));
        assert_eq!(field(Slot::End), "2027-05-31");
        assert_eq!(field(Slot::Actor), "het zorgteam");
        assert_eq!((field(Slot::Baseline), field(Slot::Target)), ("12".into(), "5".into()));
        assert!(field(Slot::Consulted).contains("de ouders") && field(Slot::Why).contains("leerlingen"));
        assert_eq!(field(Slot::Means), "ingepland");
        assert_eq!(slot_text(Slot::Actor, text, None), "");
    }

    #[test]
    fn a_time_from_which_is_a_start() {
        let dates = |text| {
            let read = reader(Language::NlBe).unwrap().read(text, Date::constant(2026, 10, 1));
            [Slot::Start, Slot::End].map(|slot| slot_text(slot, text, Some(&read)))
        };
        assert_eq!(dates("Vanaf volgend schooljaar krijgt elk team twee uur."), ["2027-09-01", ""]);
        assert_eq!(dates("Van 1 februari 2027 tot 15 maart 2027 overlegt elk team."), ["2027-02-01", "2027-03-15"]);
        assert_eq!(dates("Tegen 15 maart 2027 overlegt elk team."), ["", "2027-03-15"]);
    }

    #[test]
    fn what_is_ambiguous_fills_nothing_and_what_cannot_be_is_named() {
        let read = |text| reader(Language::NlBe).unwrap().read(text, Date::constant(2026, 10, 1));
        let text = "Tegen juni overlegt elk team.";
        assert_eq!(slot_text(Slot::End, text, Some(&read(text))), "");
        assert!(read(text).deadline().unwrap().question.is_some() && read(text).fault.is_none());
        let (span, fault) = read("Elk team overlegt tegen 31 februari 2027.").fault.unwrap();
        assert_eq!(
            (fault.code(), "Elk team overlegt tegen 31 februari 2027.".get(span).unwrap()),
            ("time-impossible-date", "tegen 31 februari 2027")
        );
    }
}
