//! What the widget asks the numbers, and what it does with their answers.

use alloc::string::String;

use super::fit;
use super::state::{Effect, Notice, State};
use super::what_if::Played;

impl State {
    pub(super) fn end_game(&mut self) {
        (self.game, self.playing) = (None, false);
    }

    /// Asks for a slice of the what-if, where it is being played.
    pub(super) fn frame(&mut self) {
        if self.playing {
            self.effects.push(Effect::Ask("p", String::new()));
        }
    }

    /// Takes an answer of the numbers to a question; whether there is something new to draw.
    pub(super) fn replied(&mut self, what: &str, question: &str, answer: &str) -> bool {
        self.at_hand = true;
        if what == "f" {
            if question != self.asked {
                return false;
            }
            self.answer = Some(answer.into());
            self.take_answer();
            // What follows from it the page hears as well.
            if !self.effects.contains(&Effect::Changed) {
                self.effects.push(Effect::Changed);
            }
            return true;
        }
        if !self.playing {
            return false;
        }
        match Played::read(answer) {
            Some(played) => {
                self.playing = played.ways.is_empty();
                self.game = Some(played);
                self.effects.push(if self.playing { Effect::Frame } else { Effect::Played });
            }
            None => {
                self.end_game();
                self.notice = Some(Notice::Failed);
            }
        }
        true
    }

    /// Puts the answer about what was seen into the model.
    pub(super) fn take_answer(&mut self) {
        if let (Some(answer), Some(model)) = (&self.answer, &mut self.model) {
            let centre = &self.work.centre;
            model.outcome =
                fit::answer(answer, &model.seen, &model.axis, model.shown, (centre.group(), centre.people()));
        }
    }

    /// Whether an answer is on its way that comes before the next frame: what is drawn until then no one sees.
    pub(super) fn waits(&self) -> bool {
        self.at_hand && self.answer.is_none() && !self.asked.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Language, Texts};
    use crate::widgets::adoption::fit::Outcome;
    use crate::widgets::adoption::message::Message;
    use crate::widgets::adoption::state::tests::{settle, state};
    use alloc::vec::Vec;

    fn texts() -> Texts {
        Texts::of(Language::NlBe).unwrap()
    }

    #[test]
    fn a_what_if_ends_with_what_it_was_about() {
        let mut state = state();
        state.work_out(&texts());
        state.update(Message::Play);
        let Some(Effect::Ask("b", question)) = state.effects.pop() else { panic!() };
        assert!(state.playing && state.replied("b", &question, "0 900"));
        state.update(Message::Stop);
        // What comes late is about nothing any more.
        assert!(!state.playing && state.game.is_none() && !state.replied("p", "", "3 900"));
        state.update(Message::Play);
        settle(&mut state, &texts());
        let game = state.game.as_ref().unwrap();
        assert_eq!((game.done, game.ways.len(), state.playing), (900, 3, false));
        assert!(state.effects.contains(&Effect::Played));
        state.update(Message::People(0, "61"));
        assert!(state.game.is_none());
        state.update(Message::Play);
        assert!(state.replied("b", "", "!load-failed"));
        assert_eq!((state.playing, state.notice), (false, Some(Notice::Failed)));
    }

    #[test]
    fn a_question_is_asked_once_and_an_old_answer_is_let_go() {
        let mut state = state();
        state.update(Message::Date(0, "sep 2026"));
        state.update(Message::Count(0, "9"));
        state.work_out(&texts());
        let asked: Vec<_> = state.effects.drain(..).filter(|effect| matches!(effect, Effect::Ask(..))).collect();
        assert_eq!(asked.len(), 1);
        // Before the numbers are at hand, the curve is drawn without them.
        assert!(!state.waits() && !state.replied("f", "1 2 3", "!too-few-points 4 1"));
        let Effect::Ask(_, question) = &asked[0] else { panic!() };
        assert!(state.replied("f", question, "!too-few-points 4 1"));
        assert_eq!(state.model.as_ref().unwrap().outcome, Outcome::None("too-few-points".into(), 4, 1));
        state.update(Message::Tempo(0, "fast"));
        state.work_out(&texts());
        assert!(!state.effects.iter().any(|effect| matches!(effect, Effect::Ask(..))) && !state.waits());
        state.update(Message::Count(0, "10"));
        state.work_out(&texts());
        assert!(state.waits());
    }
}
