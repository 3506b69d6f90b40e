//! What was read in the sentence, as the widget asks for it.

use alloc::string::String;
use core::ops::Range;

use crate::calendar::{Date, Question, TimeError, TimeKind, find_times_with, iso};
use crate::content::Language;
use crate::smarti::Criterion;
use crate::smarti::reading::{Cue, CueKind, Deadline, Evidence, GoalReading, Hint, Lexicon, QuantityRole, read_goal};

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
    fault: Option<(Range<usize>, TimeError)>,
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

    /// The time that sets a day or asks for one; what is wrong with a time is told apart.
    fn deadline(&self) -> Option<&Deadline> {
        self.goal.deadline.as_ref().filter(|deadline| deadline.fault.is_none())
    }

    /// The value of the quantity with this role.
    fn number(&self, role: QuantityRole) -> String {
        let known = self.goal.quantities.iter().find(|quantity| quantity.role == role && quantity.value.is_some());
        let value = known.and_then(|quantity| quantity.value);
        value.map(|value| value.to_text(self.language)).unwrap_or_default()
    }

    /// What the sentence says for each field, in the order of [`Slot`](crate::widgets::slot::Slot).
    pub(super) fn fields(&self, text: &str, each: &mut dyn FnMut(&str)) {
        let goal = &self.goal;
        let target =
            goal.quantities.iter().find(|quantity| quantity.role == QuantityRole::Target && quantity.value.is_some());
        let unit = target.and_then(|quantity| quantity.unit.clone());
        let mut part = |range: &Option<Range<usize>>| {
            each(range.clone().and_then(|range| text.get(range)).unwrap_or_default());
        };
        part(&goal.actor);
        part(&goal.action);
        part(&goal.receiver);
        each(&self.number(QuantityRole::Baseline));
        each(&self.number(QuantityRole::Target));
        each(unit.and_then(|range| text.get(range)).unwrap_or_default());
        each(&self.words(text, Criterion::Acceptable, &[CueKind::Together, CueKind::Support]));
        each(&self.words(text, Criterion::Realistic, &[CueKind::Means, CueKind::Pilot, CueKind::Existing]));
        each(&self.start.map(iso).unwrap_or_default());
        each(&self.due().map(iso).unwrap_or_default());
        each(&self.words(text, Criterion::Inspiring, &[CueKind::Purpose, CueKind::BarePurpose]));
    }

    /// The last day that the sentence sets. What can be read in two ways is asked, not assumed.
    fn due(&self) -> Option<Date> {
        let end = self.deadline().filter(|deadline| !self.open && deadline.question.is_none());
        end.and_then(|deadline| deadline.due)
    }

    /// The time: the last day that it sets; the words, the day and the question of the deadline; the words and the code of a
    /// time that cannot be; and for each way to read it an id and a day. Nothing where there is no time.
    pub(super) fn time(&self, text: &str, each: &mut dyn FnMut(&str)) {
        let words = |span: &Range<usize>| text.get(span.clone()).unwrap_or_default();
        let day = |day: Option<Date>| day.map(iso).unwrap_or_default();
        let time = self.deadline();
        if time.is_none() && self.fault.is_none() {
            return;
        }
        each(&day(self.due()));
        each(time.map_or("", |time| words(&time.span)));
        each(&day(time.and_then(|time| time.due)));
        each(time.and_then(|time| time.question).map_or("", Question::id));
        each(self.fault.as_ref().map_or("", |(span, _)| words(span)));
        each(self.fault.as_ref().map_or("", |(_, fault)| fault.code()));
        for way in time.map_or(&[][..], |time| &time.alternatives) {
            each(way.id);
            each(&iso(way.due));
        }
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

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::content::goal_words;
    use crate::widgets::slot::Slot;
    use alloc::vec::Vec;

    /// A reader of this language, where there is one.
    pub(in super::super) fn reader(language: Language) -> Option<Reader> {
        goal_words(language).and_then(|words| Reader::new(language, &Lexicon::pack(language, words).unwrap()))
    }

    fn read(text: &str) -> Read {
        reader(Language::NlBe).unwrap().read(text, Date::constant(2026, 10, 1))
    }

    fn field(slot: Slot, text: &str) -> String {
        let mut fields: Vec<String> = Vec::new();
        read(text).fields(text, &mut |field| fields.push(field.into()));
        assert_eq!(fields.len(), Slot::ALL.len());
        fields.swap_remove(slot as usize)
    }

    fn time(text: &str) -> Vec<String> {
        let mut time: Vec<String> = Vec::new();
        read(text).time(text, &mut |part| time.push(part.into()));
        time
    }

    #[test]
    fn the_fields_fill_from_the_sentence() {
        let text = "Tegen eind mei 2027 brengt het zorgteam, samen met de ouders, het aantal klachten van 12 naar 5 klachten. \
                    Daarvoor is een uur ingepland, zodat leerlingen rust krijgen.";
        let field = |slot| field(slot, text);
        assert_eq!(field(Slot::End), "2027-05-31");
        assert_eq!(field(Slot::Actor), "het zorgteam");
        assert_eq!((field(Slot::Baseline), field(Slot::Target)), ("12".into(), "5".into()));
        assert!(field(Slot::Consulted).contains("de ouders") && field(Slot::Why).contains("leerlingen"));
        assert_eq!(field(Slot::Means), "ingepland");
    }

    #[test]
    fn a_time_from_which_is_a_start() {
        let dates = |text| [Slot::Start, Slot::End].map(|slot| field(slot, text));
        assert_eq!(dates("Vanaf volgend schooljaar krijgt elk team twee uur."), ["2027-09-01", ""]);
        assert_eq!(dates("Van 1 februari 2027 tot 15 maart 2027 overlegt elk team."), ["2027-02-01", "2027-03-15"]);
        assert_eq!(dates("Tegen 15 maart 2027 overlegt elk team."), ["", "2027-03-15"]);
    }

    #[test]
    fn what_is_ambiguous_fills_nothing_and_what_cannot_be_is_named() {
        let text = "Tegen juni overlegt elk team.";
        assert_eq!(field(Slot::End, text), "");
        let parts = time(text);
        assert_eq!(parts[..4], ["", "Tegen juni", "2027-06-30", "before-or-during"]);
        assert_eq!((parts.len(), parts[9].as_str()), (10, "2027-05-31"));
        let parts = time("Elk team overlegt tegen 31 februari 2027.");
        assert_eq!(parts, ["", "", "", "", "tegen 31 februari 2027", "time-impossible-date"]);
        assert_eq!(time("Elk team overlegt tegen 15 maart 2027.")[0], "2027-03-15");
        assert_eq!(time("Elk team overlegt."), [""; 0]);
    }
}
