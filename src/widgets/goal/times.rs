//! The times of the sentence, which the wasm of the plan reads: when it is asked, and what waits for its answer.

use alloc::string::String;
use alloc::vec::Vec;

use super::state::{Effect, State};
use crate::content::cut;

/// The times of the sentence, as far as they were told.
#[derive(Clone, Debug, Default)]
pub(super) struct Times {
    /// A text, and its times.
    known: Option<(String, String)>,
    /// Whether a question is on its way. There is one at a time, however fast someone types.
    asked: bool,
    /// Whether its answer comes too late, as the day or the language is another now.
    stale: bool,
    /// What is asked once they are known, as they belong to it.
    held: Vec<(String, String)>,
}

impl Times {
    /// The times of a text, if they are known.
    pub(super) fn of(&self, text: &str) -> Option<&str> {
        self.known.as_ref().filter(|(known, _)| known == text).map(|(_, times)| &**times)
    }

    /// Whether an answer comes before the next frame, as one came before.
    pub(super) fn are_at_hand(&self) -> bool {
        self.known.is_some()
    }
}

impl State {
    /// Takes the day that times are read on.
    pub(super) fn set_today(&mut self, today: &str) {
        self.today = today.into();
        self.times.known = None;
        self.times.stale = self.times.asked;
    }

    /// Whether the times of the sentence are not known yet.
    pub(super) fn awaits_times(&self) -> bool {
        self.read.is_some() && self.times.of(&self.work.draft.text).is_none()
    }

    pub(super) fn ask_times(&mut self) {
        if !core::mem::replace(&mut self.times.asked, true) {
            self.effects.push(Effect::Ask("T".into(), self.work.draft.text.clone()));
        }
    }

    /// Asks the wasm of the plan what the times of the sentence belong to, now or once they are known.
    pub(super) fn ask_with_times(&mut self, message: &str, field: &str) {
        if self.awaits_times() {
            self.times.held.push((message.into(), field.into()));
            self.ask_times();
        } else {
            self.ask(message, field);
        }
    }

    /// Takes the times of a text: a section each, and after a line break the text.
    pub(super) fn take_times(&mut self, reply: &str) {
        self.times.asked = false;
        let (times, text) = cut(reply, b'\n').unwrap_or_default();
        if !core::mem::take(&mut self.times.stale) {
            self.times.known = Some((text.into(), times.into()));
        }
        if !self.awaits_times() {
            self.read_again();
            self.go_on();
        }
        self.look();
    }

    /// The times could not be had: the other letters are told all the same.
    pub(super) fn miss_times(&mut self) {
        self.times.asked = false;
        self.go_on();
    }

    fn go_on(&mut self) {
        self.hear();
        for (message, field) in core::mem::take(&mut self.times.held) {
            self.ask(&message, &field);
        }
    }

    /// Has a screen reader told which letters changed by what was typed.
    pub(super) fn hear(&mut self) {
        let told = (0..6).fold(0, |told, letter| told | (self.evidence(letter) as u32) << (2 * letter));
        if core::mem::take(&mut self.writing) {
            self.heard = told ^ self.told;
        }
        self.told = told;
    }
}

#[cfg(test)]
mod tests {
    use super::super::message::Message;
    use super::super::state::tests::{asked, state};
    use super::*;
    use crate::smarti::reading::Evidence;

    fn questions(state: &State) -> usize {
        state.effects.iter().filter(|effect| matches!(effect, Effect::Ask(..))).count()
    }

    #[test]
    fn one_question_is_on_its_way_and_what_needs_its_answer_waits() {
        let mut state = state();
        state.update(Message::Write("Klaar tegen 30"));
        state.update(Message::Write("Klaar tegen 30 juni 2027"));
        state.update(Message::List("a0", ""));
        assert_eq!(questions(&state), 1);
        // The first answer is about another text than there is now.
        assert_eq!(asked(&mut state), ["a0", "l"]);
        assert!(state.question().contains("\"time\":[\"2027-06-30\""));
    }

    #[test]
    fn where_there_is_no_answer_nothing_is_lost() {
        let mut state = state();
        state.update(Message::Write("Klaar tegen juni"));
        state.update(Message::List("a0", ""));
        state.effects.clear();
        state.miss_times();
        assert_eq!((asked(&mut state), state.evidence(4)), (["a0".into()].into(), Evidence::Absent));
        // It is asked again with what comes next.
        state.open("fields");
        assert_eq!((asked(&mut state), state.evidence(4)), (["l".into()].into(), Evidence::Present));
    }

    #[test]
    fn an_answer_for_another_day_is_asked_for_again() {
        let mut state = state();
        state.update(Message::Write("Klaar tegen juni"));
        let question = core::mem::take(&mut state.effects);
        state.set_today("2027-10-01");
        state.look();
        assert_eq!((questions(&state), question.len()), (0, 2));
        state.take_times("\nKlaar tegen juni");
        assert!(state.awaits_times());
        assert_eq!(questions(&state), 1);
    }
}
