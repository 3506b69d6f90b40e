//! What a goal widget knows, and what each message makes of it. Pure: no page and no clock.

use alloc::string::String;
use alloc::vec::Vec;

use super::draft::{Draft, read_as_json};
use super::history::History;
use super::message::Message;
use super::reading::{Read, Reader};
use super::times::Times;
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
    /// As `2025-10-01`.
    pub(super) today: String,
    pub(super) labels: CriterionLabels,
    /// Whether the plan is kept on the device.
    pub(super) kept: bool,
    pub(super) disabled: bool,
    /// What reads the sentence; none in a language that is not read, and until the words are there.
    pub(super) reader: Option<Reader>,
    /// Whether the words could not be had.
    pub(super) unreadable: bool,
    pub(super) read: Option<Read>,
    /// The times of the sentence, as far as they were told.
    pub(super) times: Times,
    /// Whether the sentence was typed and not only put there, since the letters were told.
    pub(super) writing: bool,
    /// The letters as they were told last, two bits each.
    pub(super) told: u32,
    /// What of that changed by what was typed last.
    pub(super) heard: u32,
    /// Whether what was corrected has to be compared with what the sentence says, once that is read.
    pub(super) unsettled: bool,
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
const NOTHING: &str = ",\"time\":[],\"fault\":[],\"weak\":\"\",\"opened\":\"\"";

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
        let text = &self.work.draft.text;
        let times = self.times.of(text);
        let reader = self.reader.as_ref().filter(|_| !self.work.draft.is_blank());
        self.read = reader.map(|reader| reader.read(text, times));
        self.heard = 0;
        self.pasted = 0;
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

    /// What the wasm of the plan draws by, besides the plan. It counts the goals of a text of several lines.
    fn seen(&self) -> String {
        let Draft { text, own, .. } = &self.work.draft;
        let lines = if trim(text).bytes().any(|byte| byte == b'\n') { text } else { "" };
        [&*self.beside(self.opened[0]), own, lines].concat()
    }

    /// Asks the wasm of the plan for the times of the sentence, and once they are known to draw what is new.
    pub(super) fn look(&mut self) {
        if self.awaits_times() {
            return self.ask_times();
        }
        if core::mem::take(&mut self.unsettled) {
            self.ask("o", "");
        }
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
            self.ask_with_times(message, field);
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
                self.writing = true;
                let at_hand = self.times.are_at_hand();
                self.read_again();
                if !self.awaits_times() {
                    self.hear();
                }
                self.effects.push(Effect::Changed);
                self.look();
                // Its times come before the next frame where the wasm of the plan is at hand.
                return !(at_hand && self.awaits_times());
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
                // The plan may be another.
                self.asked = "?".into();
            }
            Message::Print | Message::Save => {
                self.effects.push(if matches!(message, Message::Print) { Effect::Print } else { Effect::Save });
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
    use super::super::reading::tests::{reader, times};
    use super::*;

    pub(in super::super) fn state() -> State {
        State { reader: reader(Language::NlBe), ..State::default() }
    }

    /// Answers what it is asked about times, and gives what else it is asked.
    pub(in super::super) fn asked(state: &mut State) -> Vec<String> {
        let is_of_times = |effect: &Effect| matches!(effect, Effect::Ask(message, _) if message == "T");
        while let Some(at) = state.effects.iter().position(is_of_times) {
            let Effect::Ask(_, text) = state.effects.remove(at) else { unreachable!() };
            state.replied("T", &[&*times(&text), "\n", &text].concat());
        }
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
        assert!(state.update(Message::Write("T")));
        assert_eq!(asked(&mut state), [""; 0]);
        for text in ["Te", "Tegen 30 juni 2027"] {
            // Nothing is drawn before its times are there.
            assert!(!state.update(Message::Write(text)));
            let asked = asked(&mut state);
            assert_eq!(asked.len(), usize::from(text != "Te"));
        }
        assert_eq!((state.evidence(4), state.heard), (Evidence::Present, 2 << 8));
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
        assert_eq!(asked(&mut state), ["l"]);
        state.start_from("plan\nvision");
        assert_eq!(asked(&mut state), ["l"]);
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
