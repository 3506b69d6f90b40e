//! What was read in the sentence, as the widget asks for it.
//!
//! Times are read by the wasm of the plan, which has the calendar. Until it answers, the other letters are read without them.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use crate::calendar::TimeKind;
use crate::chart::whole;
use crate::content::{Language, split};
use crate::smarti::Criterion;
use crate::smarti::reading::{
    Amount, Cue, CueKind, Evidence, Hint, Judgement, Lexicon, QuantityRole, TimeSpan, best_hint, judge_goal,
};
use crate::widgets::reply::{FIELD, SECTION, digits};

/// A sentence that was read.
#[derive(Clone, Debug)]
pub(super) struct Read {
    judgement: Judgement,
    /// Whether its times are known.
    timed: bool,
    /// What the wasm of the plan told of the deadline, and of a time that cannot be, for itself: lists as JSON.
    deadline: String,
    fault: String,
}

/// What the wasm of the plan tells of no time.
pub(super) const NO_NOTE: &str = "[]";

/// What reads.
#[derive(Clone, Debug)]
pub(super) struct Reader(Lexicon);

impl Reader {
    pub(super) fn new(language: Language, words: &str) -> Option<Self> {
        Lexicon::unpack(language, words).ok().map(Self)
    }

    /// Reads a text, with its times as the wasm of the plan told them; see `src/widgets/plan/times.rs`.
    pub(super) fn read(&self, text: &str, told: Option<&str>) -> Read {
        let mut times = Vec::new();
        let (mut notes, mut fault) = (Vec::new(), NO_NOTE);
        for record in told.into_iter().flat_map(|told| split(told, SECTION)).filter(|record| !record.is_empty()) {
            let mut fields = split(record, FIELD);
            let mut next = || fields.next().unwrap_or_default();
            let (kind, start, end) = (next(), next(), next());
            let (frequency, due, faulty, note) = (next(), next(), !next().is_empty(), next());
            let number = |text: &str| (!text.is_empty()).then(|| digits(text));
            times.push(TimeSpan {
                span: digits(start) as usize..digits(end) as usize,
                kind: TimeKind::ALL.get(digits(kind) as usize).copied().unwrap_or(TimeKind::Vague),
                frequency: number(frequency).map(|times| times as u16),
                due: number(due).map(|due| due as i32),
                faulty,
            });
            notes.push(if faulty { NO_NOTE } else { note });
            if faulty && fault == NO_NOTE {
                fault = note;
            }
        }
        let mut judgement = judge_goal(text, &self.0, times);
        let deadline = judgement.deadline.and_then(|place| notes.get(place)).copied().unwrap_or(NO_NOTE);
        let [.., time_bound, _] = &mut judgement.criteria;
        if told.is_none() {
            time_bound.hint = None;
        }
        Read { judgement, timed: told.is_some(), deadline: deadline.into(), fault: fault.into() }
    }
}

impl Read {
    pub(super) fn evidence(&self, letter: usize) -> Evidence {
        self.judgement.criteria.get(letter).map_or(Evidence::Absent, |reading| reading.evidence)
    }

    /// Whether a letter cannot be told yet.
    pub(super) fn is_open(&self, letter: usize) -> bool {
        !self.timed && letter == Criterion::TimeBound as usize && self.evidence(letter) < Evidence::Present
    }

    /// The words that carry a letter, from left to right; words that hold it back carry nothing.
    pub(super) fn cues(&self, letter: usize) -> &[Cue] {
        match self.judgement.criteria.get(letter) {
            Some(reading) if reading.evidence != Evidence::Absent => &reading.cues,
            _ => &[],
        }
    }

    /// The next step for a letter.
    pub(super) fn hint(&self, letter: usize) -> Option<Hint> {
        self.judgement.criteria.get(letter)?.hint
    }

    /// The next step that helps most.
    pub(super) fn best(&self) -> Option<Hint> {
        best_hint(&self.judgement.criteria)
    }

    /// What the wasm of the plan told of the deadline and of a time that cannot be.
    pub(super) fn time(&self) -> (&str, &str) {
        (&self.deadline, &self.fault)
    }

    /// What the sentence says for each field, in the order of [`Slot`](crate::widgets::slot::Slot). The days and how numbers
    /// are written are for the wasm of the plan.
    pub(super) fn fields(&self, text: &str, each: &mut dyn FnMut(&str)) {
        let judgement = &self.judgement;
        let of_role = |role| {
            let mut known = judgement.counted.iter().filter(|counted| counted.amount != Amount::Open);
            known.find(|counted| counted.role == role)
        };
        let mut part = |range: &Option<Range<usize>>| {
            each(range.clone().and_then(|range| text.get(range)).unwrap_or_default());
        };
        part(&judgement.actor);
        part(&judgement.action);
        part(&judgement.receiver);
        let (baseline, target) = (of_role(QuantityRole::Baseline), of_role(QuantityRole::Target));
        for counted in [baseline, target] {
            match counted.map(|counted| &counted.amount) {
                Some(Amount::Word(value)) => each(&whole(usize::from(*value))),
                Some(Amount::Digits(digits)) => each(text.get(digits.clone()).unwrap_or_default()),
                _ => each(""),
            }
        }
        each(target.and_then(|target| text.get(target.unit.clone()?)).unwrap_or_default());
        each(&self.words(text, Criterion::Acceptable, &[CueKind::Together, CueKind::Support]));
        each(&self.words(text, Criterion::Realistic, &[CueKind::Means, CueKind::Pilot, CueKind::Existing]));
        each("");
        each("");
        each(&self.words(text, Criterion::Inspiring, &[CueKind::Purpose, CueKind::BarePurpose]));
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
    use crate::calendar::Date;
    use crate::content::goal_words;
    use crate::smarti::reading::read_goal;
    use crate::widgets::plan;
    use crate::widgets::slot::Slot;

    /// A reader of this language, where there is one.
    pub(in super::super) fn reader(language: Language) -> Option<Reader> {
        goal_words(language).and_then(|words| Reader::new(language, &Lexicon::pack(language, words).unwrap()))
    }

    /// The times of a text, as the wasm of the plan tells them in October 2026.
    pub(in super::super) fn times(text: &str) -> String {
        let told = plan::told(&["T\tnl-BE\t2026-10-01\t", text].concat(), "");
        told.split_once('\n').unwrap().0.into()
    }

    fn read(text: &str) -> Read {
        reader(Language::NlBe).unwrap().read(text, Some(&times(text)))
    }

    fn field(slot: Slot, text: &str) -> String {
        let mut fields: Vec<String> = Vec::new();
        read(text).fields(text, &mut |field| fields.push(field.into()));
        assert_eq!(fields.len(), Slot::ALL.len());
        fields.swap_remove(slot as usize)
    }

    #[test]
    fn the_fields_fill_from_the_sentence() {
        let text = "Tegen eind mei 2027 brengt het zorgteam, samen met de ouders, het aantal klachten van 12 naar vijf klachten. \
                    Daarvoor is een uur ingepland, zodat leerlingen rust krijgen.";
        let field = |slot| field(slot, text);
        assert_eq!(field(Slot::Actor), "het zorgteam");
        assert_eq!((field(Slot::Baseline), field(Slot::Target)), ("12".into(), "5".into()));
        assert!(field(Slot::Consulted).contains("de ouders") && field(Slot::Why).contains("leerlingen"));
        assert_eq!(field(Slot::Means), "ingepland");
        assert_eq!((field(Slot::Start), field(Slot::End)), Default::default());
    }

    /// With times from the wasm of the plan it is read as natively, to the last cue.
    #[test]
    fn the_letters_are_those_of_the_whole_reader() {
        let lexicon = Lexicon::of(Language::NlBe).unwrap();
        for text in [
            "Tegen eind mei 2027 voert elke medewerker minstens twee gesprekken, 2x per maand. In 2018 was er een decreet.",
            "Vanaf volgend schooljaar krijgt elk team twee uur; de proef loopt zes weken.",
            "Elke zorgvraag wordt binnen de 5 werkdagen beantwoord, tegen 31 februari 2027 voor de helft.",
            "Het zorgteam overlegt elke dinsdag.",
        ] {
            let native = read_goal(text, &lexicon, Date::constant(2026, 10, 1));
            let read = read(text);
            assert_eq!(read.judgement.criteria, native.criteria, "{text}");
            assert_eq!(read.best(), native.best_hint());
        }
    }

    #[test]
    fn what_was_told_of_the_deadline_is_passed_on() {
        let noted = |text: &str| {
            let read = read(text);
            let (deadline, fault) = read.time();
            (String::from(deadline), String::from(fault))
        };
        let (deadline, fault) = noted("Op 1 maart 2027 start het team, tegen eind mei 2027 zijn er twee gesprekken.");
        assert!(deadline.starts_with("[\"2027-05-31\",\"tegen eind mei 2027\"") && fault == "[]", "{deadline}");
        let (deadline, fault) = noted("Elk team overlegt tegen 31 februari 2027.");
        assert!(deadline == "[]" && fault.starts_with("[\"tegen 31 februari 2027\","), "{fault}");
        assert_eq!(noted("Elk team overlegt."), ("[]".into(), "[]".into()));
    }

    #[test]
    fn without_its_times_a_sentence_is_read_but_for_one_letter() {
        let text = "Tegen 30 juni 2027 maakt het zorgteam samen met de ouders één folder over pesten.";
        let open = reader(Language::NlBe).unwrap().read(text, None);
        assert_eq!((open.evidence(0), open.evidence(2)), (Evidence::Present, Evidence::Present));
        assert!(open.is_open(4) && !open.is_open(0) && open.hint(4).is_none() && !read(text).is_open(4));
        // Nothing is asked of a letter that is not read.
        assert!(open.best().is_some_and(|hint| hint.criterion() != Criterion::TimeBound));
    }
}
