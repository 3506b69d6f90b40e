//! What a goal widget knows, and what each message makes of it. Pure: no page and no clock.

use alloc::string::String;
use alloc::vec::Vec;

use super::draft::Draft;
use super::history::History;
use super::message::Message;
use super::reading::{Read, Reader};
use crate::calendar::{Date, iso};
use crate::chart::push_whole;
use crate::content::{FNV, Language, Texts, cut, fnv1a, trim};
use crate::knoster::{ChangeElement, Variant};
use crate::smarti::CriterionLabels;
use crate::smarti::reading::Evidence;
use crate::widgets::slot::Slot;

/// What has to happen outside of the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// The plan or the draft changed: tell the page and its form, and keep it where that was asked.
    Changed,
    /// A form hears what goes along with it, and what it misses.
    Form,
    /// A goal was put in the list: tell the page.
    Completed,
    /// Put the focus on the element with this id.
    Focus(String),
    /// Select these bytes of the sentence.
    Select(usize, usize),
    Print,
    /// Save the plan as JSON.
    Save,
    /// Ask the wasm of the plan: a message, and the text of the field that it comes from.
    Ask(String, String),
}

/// Something to tell once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    /// The text under `goal-widget.notice` with this key.
    Plain(&'static str),
    /// What a form misses.
    Missing,
    /// In the words of the reader already: what was done with the list.
    Done(String),
    /// The same: what is wrong.
    Wrong(String),
}

/// What can be undone: the plan, and what is being written for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Work {
    /// The plan as JSON; empty before there is one.
    pub(super) plan: String,
    pub(super) draft: Draft,
}

#[derive(Clone, Debug, Default)]
pub(super) struct State {
    pub(super) work: Work,
    history: History<Work>,
    pub(super) language: Language,
    pub(super) today: Option<Date>,
    pub(super) labels: CriterionLabels,
    /// Whether the plan is kept on the device.
    pub(super) kept: bool,
    pub(super) disabled: bool,
    /// What reads the sentence; none in a language that is not read, and until the words are there.
    pub(super) reader: Option<Reader>,
    /// Whether the words could not be had.
    pub(super) unreadable: bool,
    pub(super) read: Option<Read>,
    /// The letters whose state changed by what was typed last, a bit each.
    pub(super) heard: u8,
    /// The elements of a change that came out weak in a self-check.
    pub(super) weak: Vec<ChangeElement>,
    pub(super) notice: Option<Notice>,
    /// How many goals stand in the list.
    pub(super) goals: u32,
    /// How many goals the text seems to be, where it has several lines.
    pub(super) pasted: u32,
    /// The field that was not understood, by its id; empty for none.
    pub(super) wrong: String,
    /// The list and the school year, as the wasm of the plan draws them.
    pub(super) list: String,
    pub(super) year: String,
    /// The day that the school year was asked for.
    asked: String,
    /// What was kept on the device and is being read.
    pub(super) restoring: String,
    /// What has to happen once the page is drawn.
    pub(super) effects: Vec<Effect>,
}

/// Runs of changes that are one step to undo.
const WRITING: u32 = 1;
const CORRECTING: u32 = 2;
pub(super) const NAMING: u32 = 100;

impl State {
    /// Whether there is something to undo, and to redo.
    pub(super) fn can_undo_redo(&self) -> (bool, bool) {
        self.history.can()
    }

    /// Reads the sentence again, as when the language, the day or the text changed.
    #[inline(never)]
    pub(super) fn read_again(&mut self) {
        self.read = self.read_of(&self.work.draft.text);
        self.heard = 0;
        self.pasted = 0;
    }

    pub(super) fn read_of(&self, text: &str) -> Option<Read> {
        let (reader, today) = (self.reader.as_ref()?, self.today?);
        (!trim(text).is_empty()).then(|| reader.read(text, today))
    }

    /// How far a letter is carried.
    pub(super) fn evidence(&self, letter: usize) -> Evidence {
        self.read.as_ref().map_or(Evidence::Absent, |read| read.evidence(letter))
    }

    /// The last day, as the sentence or a correction has it.
    fn due(&self) -> String {
        self.work.draft.value(Slot::End, self.read.as_ref())
    }

    /// The plan and what is being written, as JSON; empty where there is neither.
    pub(super) fn value(&self) -> String {
        let Work { plan, draft } = &self.work;
        if !self.restoring.is_empty() {
            return self.restoring.clone();
        }
        if *draft == Draft::default() { plan.clone() } else { draft.within(plan, None) }
    }

    /// The same with what the fields hold, for the wasm of the plan.
    pub(super) fn question(&self) -> String {
        self.work.draft.within(&self.work.plan, Some(self.read.as_ref()))
    }

    /// What is kept on the device: a sum over the value, a blank, and the value.
    pub(super) fn stored(&self) -> String {
        let value = self.value();
        let mut stored = String::new();
        push_whole(&mut stored, fnv1a(FNV, value.as_bytes()));
        stored.push(' ');
        stored.push_str(&value);
        stored
    }

    /// Takes up what was kept; false when it is not what was stored. The plan is read first, as every plan from outside.
    pub(super) fn restore(&mut self, stored: &str) -> bool {
        let mut sum = String::new();
        let (given, value) = cut(stored, b' ').unwrap_or_default();
        push_whole(&mut sum, fnv1a(FNV, value.as_bytes()));
        let whole = sum == given;
        if whole && !value.is_empty() {
            self.restoring = value.into();
            self.effects.push(Effect::Ask("Z".into(), value.into()));
        } else if !whole {
            self.notice = Some(Notice::Plain("stored-broken"));
        }
        whole
    }

    /// Empties everything.
    pub(super) fn clear(&mut self) {
        self.keep(0);
        self.restoring.clear();
        self.work = Work::default();
        self.list.clear();
        self.goals = 0;
        self.read_again();
        self.effects.push(Effect::Changed);
    }

    /// Asks for the school year of a day that is new.
    pub(super) fn look(&mut self) {
        let due = self.due();
        if due != self.asked {
            self.asked = due;
            self.ask("l", "");
        }
    }

    fn ask(&mut self, message: &str, field: &str) {
        self.effects.push(Effect::Ask(message.into(), field.into()));
    }

    /// Takes a message in.
    pub(super) fn update(&mut self, message: Message<'_>, texts: &Texts) {
        if self.disabled && !matches!(message, Message::Jump(_) | Message::Print | Message::Save) {
            return;
        }
        self.notice = None;
        self.wrong.clear();
        match message {
            Message::Write(text) => {
                if text == self.work.draft.text {
                    return;
                }
                self.keep(WRITING);
                self.work.draft.write(text);
                let before: [Evidence; 6] = core::array::from_fn(|letter| self.evidence(letter));
                self.read_again();
                for (letter, before) in before.into_iter().enumerate() {
                    self.heard |= u8::from(before != self.evidence(letter)) << letter;
                }
                // Only what goes on after a line break can be a list.
                if trim(text).bytes().any(|byte| byte == b'\n') {
                    self.ask("l", "");
                }
            }
            Message::Jump(cue) => {
                let cues = self.read.iter().flat_map(|read| (0..6).flat_map(move |letter| read.cues(letter)));
                self.effects.extend(cues.skip(cue).take(1).map(|cue| Effect::Select(cue.span.start, cue.span.end)));
                return;
            }
            Message::Correct(slot, text) => self.correct(slot, Some(text)),
            Message::TakeBack(slot) => {
                self.correct(slot, None);
                let id = Slot::ALL.get(slot).map_or("", |slot| slot.id());
                self.effects.push(Effect::Focus(["slot-", id].concat()));
            }
            Message::Choose(reading) => {
                let ways = self.read.as_ref().and_then(Read::deadline).map_or(&[][..], |time| &time.alternatives);
                let due = ways.get(reading).map(|way| iso(way.due));
                self.correct(Slot::End as usize, due.as_deref());
            }
            Message::Use(example) => self.take(Draft::of_text(example_text(example, texts)), "used"),
            Message::Wipe => self.take(Draft::default(), "wiped"),
            Message::Undo | Message::Redo => {
                let Self { history, work, .. } = self;
                let back = message == Message::Undo;
                if !(if back { history.undo(work) } else { history.redo(work) }) {
                    return;
                }
                self.read_again();
                self.notice = Some(Notice::Plain(if back { "undone" } else { "redone" }));
                self.ask("l", "");
            }
            Message::Print => {
                self.effects.push(Effect::Print);
                return;
            }
            Message::Save => {
                self.effects.push(Effect::Save);
                return;
            }
            Message::List(message, field) => {
                if message == "a0" && self.work.draft.is_blank() {
                    self.effects.push(Effect::Focus("goal".into()));
                } else {
                    self.ask(message, field);
                }
                return;
            }
        }
        self.effects.push(Effect::Changed);
        self.look();
    }

    #[inline(never)]
    pub(super) fn keep(&mut self, run: u32) {
        let Self { history, work, .. } = self;
        history.keep(run, || work.clone());
    }

    #[inline(never)]
    fn correct(&mut self, slot: usize, text: Option<&str>) {
        self.keep(CORRECTING + slot as u32);
        if let Some(slot) = Slot::ALL.get(slot) {
            self.work.draft.set_own(*slot, text);
        }
    }

    /// Something else to write on; what was there can be put back.
    #[inline(never)]
    fn take(&mut self, draft: Draft, notice: &'static str) {
        self.keep(0);
        self.work.draft = draft;
        self.read_again();
        self.notice = Some(Notice::Plain(notice));
        self.effects.push(Effect::Focus("goal".into()));
    }
}

/// A way to begin (0) or an example (1, 2) for an element: three for each, in their order.
pub(super) fn example_text(example: usize, texts: &Texts) -> &str {
    let element = Variant::Consensus.elements().get(example / 3).map_or("", |element| element.id());
    let which = ["begin", "1", "2"].get(example % 3).copied().unwrap_or_default();
    texts.at(&["goal-widget.for.", element, ".", which])
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::reading::tests::reader;
    use super::*;

    pub(in super::super) fn texts() -> Texts {
        Texts::of(Language::NlBe).unwrap()
    }

    pub(in super::super) fn state() -> State {
        State { today: Some(Date::constant(2026, 10, 1)), reader: reader(Language::NlBe), ..State::default() }
    }

    fn asked(state: &mut State) -> Vec<String> {
        let effects = core::mem::take(&mut state.effects);
        let asks = effects.into_iter().filter_map(|effect| match effect {
            Effect::Ask(message, _) => Some(message),
            _ => None,
        });
        asks.collect()
    }

    /// A reply with this plan and this draft.
    pub(in super::super) fn reply(told: &str, plan: &str, draft: &str) -> String {
        [told, plan, draft, "the year", "the list"].join("\u{1E}")
    }

    #[test]
    fn what_is_typed_is_read_and_a_run_of_it_is_one_step() {
        let mut state = state();
        for text in ["T", "Te", "Tegen 30 juni 2027"] {
            state.update(Message::Write(text), &texts());
        }
        assert_eq!((state.evidence(4), state.heard), (Evidence::Present, 1 << 4));
        assert_eq!((asked(&mut state), state.due().as_str()), (["l".into()].into(), "2027-06-30"));
        state.update(Message::Undo, &texts());
        assert_eq!((state.work.draft.text.as_str(), state.can_undo_redo()), ("", (false, true)));
        state.update(Message::Redo, &texts());
        assert_eq!(state.work.draft.text, "Tegen 30 juni 2027");
    }

    #[test]
    fn a_corrected_field_stays_until_it_is_taken_back() {
        let mut state = state();
        state.update(Message::Write("Elk team overlegt tegen 30 juni 2027"), &texts());
        state.update(Message::Correct(Slot::End as usize, "2027-05-01"), &texts());
        state.update(Message::Write("Elk team overlegt tegen 15 juni 2027"), &texts());
        assert_eq!(state.due(), "2027-05-01");
        state.effects.clear();
        state.update(Message::TakeBack(Slot::End as usize), &texts());
        assert_eq!(state.due(), "2027-06-15");
        assert!(state.effects.contains(&Effect::Focus("slot-end".into())));
        state.update(Message::Correct(99, "x"), &texts());
    }

    #[test]
    fn an_ambiguous_day_is_chosen() {
        let mut state = state();
        state.update(Message::Write("Elk team overlegt tegen juni"), &texts());
        assert_eq!(state.due(), "");
        state.update(Message::Choose(1), &texts());
        assert_eq!(state.due(), "2027-05-31");
        state.update(Message::Choose(9), &texts());
        assert_eq!(state.due(), "");
    }

    #[test]
    fn what_is_kept_is_taken_up_and_nothing_else() {
        let mut first = state();
        first.update(Message::Write("Een zin"), &texts());
        let stored = first.stored();
        let mut second = state();
        assert!(second.restore(&stored));
        // Until it is read it is what the page sees.
        assert_eq!((second.value(), asked(&mut second)), (first.value(), ["Z".into()].into()));
        second.replied("Z", &reply(".\u{1F}Verder.\u{1F}\u{1F}\u{1F}0\u{1F}0", "", "\u{1F}Een zin"));
        assert_eq!((second.work.draft.text.as_str(), second.can_undo_redo()), ("Een zin", (false, false)));
        for broken in ["", "x", "1 {}", stored.get(1..).unwrap(), &[&*stored, "}"].concat(), "é"] {
            let mut state = state();
            assert!(!state.restore(broken), "{broken}");
            assert_eq!((state.notice, state.effects.len()), (Some(Notice::Plain("stored-broken")), 0));
        }
    }

    #[test]
    fn nothing_changes_while_it_is_disabled() {
        let mut state = state();
        state.update(Message::Write("Een"), &texts());
        state.disabled = true;
        state.effects.clear();
        for message in [Message::Write("x"), Message::Undo, Message::Wipe, Message::Use(0), Message::List("q1", "")] {
            state.update(message, &texts());
        }
        assert_eq!((state.work.draft.text.as_str(), state.effects.len()), ("Een", 0));
        state.update(Message::Save, &texts());
        assert_eq!(state.effects, [Effect::Save]);
    }

    #[test]
    fn an_example_and_an_empty_field_can_be_taken_back() {
        let mut state = state();
        state.update(Message::Write("Een"), &texts());
        for message in [Message::Use(1), Message::Wipe] {
            state.update(message, &texts());
            assert_ne!(state.work.draft.text, "Een");
            state.update(Message::Undo, &texts());
            assert_eq!(state.work.draft.text, "Een");
        }
        assert_eq!(example_text(99, &texts()), "");
    }
}
