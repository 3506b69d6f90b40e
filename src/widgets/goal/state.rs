//! What a goal widget knows, and what each message makes of it. Pure: no page and no clock.

use alloc::string::String;
use alloc::vec::Vec;

use super::draft::{Draft, read_as_json};
use super::history::History;
use super::message::Message;
use super::reading::{Read, Reader};
use crate::calendar::Date;
use crate::chart::push_whole;
use crate::content::{FNV, Language, cut, fnv1a, trim};
use crate::smarti::CriterionLabels;
use crate::smarti::json::push_text;
use crate::smarti::reading::Evidence;

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
    /// The elements of a change that came out weak in a self-check, a line each.
    weak: String,
    pub(super) notice: Option<Notice>,
    /// How many goals stand in the list.
    pub(super) goals: u32,
    /// How many goals the text seems to be, where it has several lines.
    pub(super) pasted: u32,
    /// Whether the panels were opened: the fields and the examples.
    opened: [bool; 2],
    /// What the wasm of the plan draws: the deadline, the fields, the examples and the list.
    pub(super) drawn: [String; 4],
    /// What it was asked to draw last.
    asked: String,
    /// What was kept on the device and is being read.
    pub(super) restoring: String,
    /// What has to happen once the page is drawn.
    pub(super) effects: Vec<Effect>,
}

/// What the wasm of the plan draws by, where there is nothing to draw.
const NOTHING: &str = ",\"time\":[],\"weak\":\"\",\"opened\":\"\"";

/// A run of changes that is one step to undo.
const WRITING: u32 = 1;

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

    /// The plan and what is being written, as JSON; empty where there is neither.
    pub(super) fn value(&self) -> String {
        let Work { plan, draft } = &self.work;
        if !self.restoring.is_empty() {
            return self.restoring.clone();
        }
        if *draft == Draft::default() { plan.clone() } else { draft.within(plan, "") }
    }

    /// The same for the wasm of the plan, with what was read.
    pub(super) fn question(&self) -> String {
        self.work.draft.within(&self.work.plan, &self.beside(true))
    }

    /// What the wasm of the plan has to know besides the plan and the draft.
    fn beside(&self, fields: bool) -> String {
        let mut json = read_as_json(self.read.as_ref(), &self.work.draft.text, fields);
        json.push_str(",\"weak\":");
        push_text(&mut json, &self.weak);
        json.push_str(",\"opened\":");
        push_text(
            &mut json,
            match self.opened {
                [false, false] => "",
                [true, false] => "f",
                [false, true] => "e",
                [true, true] => "fe",
            },
        );
        json
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
        self.drawn = Default::default();
        self.goals = 0;
        self.read_again();
        self.effects.push(Effect::Changed);
        self.asked.clear();
        self.look();
    }

    /// Takes the elements of a change that came out weak.
    pub(super) fn start_from(&mut self, weak: &str) {
        self.weak = weak.into();
        self.look();
    }

    /// Has a panel drawn from now on.
    pub(super) fn open(&mut self, panel: &str) {
        let [fields, examples] = &mut self.opened;
        *(if panel == "fields" { fields } else { examples }) = true;
        self.look();
    }

    /// The same for the fields, where they are drawn already.
    pub(super) fn open_fields(&mut self) {
        let [fields, _] = &mut self.opened;
        if !core::mem::replace(fields, true) {
            self.asked = self.seen();
        }
    }

    /// What the wasm of the plan draws by, besides the plan.
    fn seen(&self) -> String {
        [&*self.beside(self.opened[0]), &self.work.draft.own].concat()
    }

    /// Asks the wasm of the plan to draw what is new.
    pub(super) fn look(&mut self) {
        let seen = self.seen();
        if seen != self.asked && !(self.asked.is_empty() && seen == NOTHING) {
            self.asked = seen;
            self.ask("l", "");
        }
    }

    pub(super) fn ask(&mut self, message: &str, field: &str) {
        self.effects.push(Effect::Ask(message.into(), field.into()));
    }

    /// Takes a message in; false where all waits for the wasm of the plan, so that a field keeps what is typed until then.
    pub(super) fn update(&mut self, message: Message<'_>) -> bool {
        if self.disabled && !matches!(message, Message::Jump(_) | Message::Print | Message::Save) {
            return true;
        }
        if let Message::List(message, field) = message
            && (message != "a0" || !self.work.draft.is_blank())
        {
            self.ask(message, field);
            return false;
        }
        self.notice = None;
        match message {
            Message::Write(text) => {
                if text == self.work.draft.text {
                    return true;
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
                let mut left = cue;
                for letter in 0..6 {
                    let cues = self.read.as_ref().map_or(&[][..], |read| read.cues(letter));
                    match cues.get(left) {
                        Some(cue) => {
                            self.effects.push(Effect::Select(cue.span.start, cue.span.end));
                            break;
                        }
                        None => left -= cues.len(),
                    }
                }
                return true;
            }
            Message::Wipe => {
                self.keep(0);
                self.work.draft = Draft::default();
                self.read_again();
                self.notice = Some(Notice::Plain("wiped"));
                self.effects.push(Effect::Focus("goal".into()));
            }
            Message::Undo | Message::Redo => {
                let Self { history, work, .. } = self;
                let back = message == Message::Undo;
                if !(if back { history.undo(work) } else { history.redo(work) }) {
                    return true;
                }
                self.read_again();
                self.notice = Some(Notice::Plain(if back { "undone" } else { "redone" }));
                self.ask("l", "");
            }
            Message::Print => {
                self.effects.push(Effect::Print);
                return true;
            }
            Message::Save => {
                self.effects.push(Effect::Save);
                return true;
            }
            Message::List(..) => {
                self.effects.push(Effect::Focus("goal".into()));
                return true;
            }
        }
        self.effects.push(Effect::Changed);
        self.look();
        true
    }

    #[inline(never)]
    pub(super) fn keep(&mut self, run: u32) {
        let Self { history, work, .. } = self;
        history.keep(run, || work.clone());
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::reading::tests::reader;
    use super::*;

    pub(in super::super) fn state() -> State {
        State { today: Some(Date::constant(2026, 10, 1)), reader: reader(Language::NlBe), ..State::default() }
    }

    pub(in super::super) fn asked(state: &mut State) -> Vec<String> {
        let effects = core::mem::take(&mut state.effects);
        let asks = effects.into_iter().filter_map(|effect| match effect {
            Effect::Ask(message, _) => Some(message),
            _ => None,
        });
        asks.collect()
    }

    /// A reply with this plan and this draft.
    pub(in super::super) fn reply(told: &str, plan: &str, draft: &str) -> String {
        [told, plan, draft, "", "the year", "the fields", "the examples", "the list"].join("\u{1E}")
    }

    #[test]
    fn what_is_typed_is_read_and_a_run_of_it_is_one_step() {
        let mut state = state();
        for text in ["T", "Te", "Tegen 30 juni 2027"] {
            assert!(state.update(Message::Write(text)));
        }
        assert_eq!((state.evidence(4), state.heard), (Evidence::Present, 1 << 4));
        assert_eq!(asked(&mut state), ["l"]);
        state.update(Message::Undo);
        assert_eq!((state.work.draft.text.as_str(), state.can_undo_redo()), ("", (false, true)));
        state.update(Message::Redo);
        assert_eq!(state.work.draft.text, "Tegen 30 juni 2027");
    }

    #[test]
    fn nothing_is_asked_before_there_is_something_to_draw() {
        let mut state = state();
        state.look();
        state.update(Message::Write("Elk team overlegt"));
        assert_eq!(asked(&mut state), [""; 0]);
        state.open("fields");
        state.open("fields");
        assert_eq!(asked(&mut state), ["l"]);
        state.update(Message::Write("Het zorgteam overlegt"));
        state.start_from("plan\nvision");
        assert_eq!(asked(&mut state).len(), 2);
        let question = state.question();
        for part in ["\"fields\":[\"Het zorgteam\"", "\"time\":[]", "\"weak\":\"plan\\nvision\"", "\"opened\":\"f\""] {
            assert!(question.contains(part), "{part} in {question}");
        }
    }

    #[test]
    fn what_is_done_with_the_list_waits_for_its_answer() {
        let mut state = state();
        state.notice = Some(Notice::Plain("undone"));
        assert!(!state.update(Message::List("f0", "wij")));
        assert_eq!((asked(&mut state), &state.notice), (["f0".into()].into(), &Some(Notice::Plain("undone"))));
        // An empty sentence is no goal.
        assert!(state.update(Message::List("a0", "")));
        assert_eq!(state.effects, [Effect::Focus("goal".into())]);
    }

    #[test]
    fn what_is_kept_is_taken_up_and_nothing_else() {
        let mut first = state();
        first.update(Message::Write("Een zin"));
        let stored = first.stored();
        let mut second = state();
        assert!(second.restore(&stored));
        // Until it is read it is what the page sees.
        assert_eq!((second.value(), asked(&mut second)), (first.value(), ["Z".into()].into()));
        second.replied("Z", &reply(".\u{1F}Verder.\u{1F}\u{1F}\u{1F}0\u{1F}0", "", "\u{1F}Een zin\u{1F}"));
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
        state.update(Message::Write("Een"));
        state.disabled = true;
        state.effects.clear();
        for message in [Message::Write("x"), Message::Undo, Message::Wipe, Message::List("q1", "")] {
            state.update(message);
        }
        assert_eq!((state.work.draft.text.as_str(), state.effects.len()), ("Een", 0));
        state.update(Message::Save);
        assert_eq!(state.effects, [Effect::Save]);
    }

    #[test]
    fn an_empty_field_can_be_taken_back() {
        let mut state = state();
        state.update(Message::Write("Een"));
        state.update(Message::Wipe);
        assert_eq!(state.work.draft.text, "");
        state.update(Message::Undo);
        assert_eq!(state.work.draft.text, "Een");
    }
}
