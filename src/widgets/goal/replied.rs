//! What a reply of the wasm of the plan makes of the state.

use super::draft::Draft;
use super::state::{Effect, Notice, State, Work};
use crate::content::split;
use crate::widgets::reply::{FIELD, SECTION, digits};

/// Runs of changes that are one step to undo: in a field, and in the sentence of a strategic goal.
const CORRECTING: u32 = 2;
const NAMING: u32 = 100;

impl State {
    /// Takes the reply of the wasm of the plan to a message: what to tell, the plan, what is being written, and drawings.
    pub(super) fn replied(&mut self, message: &str, reply: &str) {
        if message == "T" {
            return self.take_times(reply);
        }
        if message == "Z" {
            self.restoring.clear();
        }
        let mut sections = split(reply, SECTION);
        let mut told = split(sections.next().unwrap_or_default(), FIELD);
        let mut tell = || told.next().unwrap_or_default();
        let (kind, said, focus, wrong) = (tell(), tell(), tell(), tell());
        let (goals, pasted) = (digits(tell()), digits(tell()));
        let mut next = || sections.next().unwrap_or_default();
        let (plan, draft, own) = (next(), next(), next());
        for drawn in &mut self.drawn {
            *drawn = next().into();
        }
        // The list is the last, whatever stands in it.
        let [.., list] = &mut self.drawn;
        for more in sections {
            list.push(char::from(SECTION));
            list.push_str(more);
        }
        let mut work = Work { plan: plan.into(), draft: self.work.draft.clone() };
        if !draft.is_empty() {
            work.draft = Draft::read(draft);
        } else if !own.is_empty() {
            work.draft.correct(own);
        }
        // What the sentence of another draft says anyhow was not corrected: once it is read, that is known.
        self.unsettled |= !draft.is_empty() && !work.draft.own.is_empty();
        let changed = work != self.work;
        if changed {
            // What is typed letter by letter is one step. What was kept is what was there, and no change to take back.
            let place = |run: u32| run + message.get(1..).map_or(0, digits);
            match message.as_bytes().first() {
                Some(b'Z' | b'o') => {}
                Some(b'f') => self.keep(place(CORRECTING)),
                Some(b's') => self.keep(place(NAMING)),
                _ => self.keep(0),
            }
            self.work = work;
        }
        self.goals = goals;
        if !draft.is_empty() {
            self.read_again();
        }
        self.pasted = pasted;
        if (changed || message == "o") && !self.unsettled {
            self.effects.push(Effect::Changed);
        }
        if !matches!(message, "l" | "o") {
            self.notice = match kind {
                "" => None,
                "?" => Some(Notice::Wrong(said.into())),
                _ => Some(Notice::Done(said.into())),
            };
        }
        if kind == "+" {
            self.effects.push(Effect::Completed);
        }
        if !focus.is_empty() {
            self.effects.push(Effect::Focus(focus.into()));
        }
        if !wrong.is_empty() {
            self.open_fields();
        }
        self.look();
    }
}

#[cfg(test)]
mod tests {
    use super::super::message::Message;
    use super::super::state::tests::{asked, reply, state};
    use super::*;

    #[test]
    fn a_reply_brings_the_plan_and_can_be_undone() {
        let mut state = state();
        state.update(Message::Write("Een"));
        state.effects.clear();
        let told = "+\u{1F}Klaar.\u{1F}goal\u{1F}\u{1F}1\u{1F}0";
        state.replied("a0", &reply(told, "{\"schema\":1}", "\u{1F}\u{1F}"));
        assert_eq!((state.value().as_str(), state.goals), ("{\"schema\":1}", 1));
        assert_eq!(state.notice, Some(Notice::Done("Klaar.".into())));
        assert_eq!(state.drawn, ["the year", "the fields", "the examples", "the list"]);
        assert_eq!(state.effects, [Effect::Changed, Effect::Completed, Effect::Focus("goal".into())]);
        state.update(Message::Undo);
        assert_eq!((state.work.plan.as_str(), state.work.draft.text.as_str()), ("", "Een"));
        // A look changes nothing that was told, and is no step.
        state.update(Message::Redo);
        let notice = state.notice.clone();
        state.replied("l", &reply("\u{1F}\u{1F}\u{1F}\u{1F}1\u{1F}2", "{\"schema\":1}", ""));
        assert_eq!((&state.notice, state.pasted, state.can_undo_redo().1), (&notice, 2, false));
    }

    #[test]
    fn another_draft_is_settled_once_it_is_read() {
        let mut state = state();
        state.replied(
            "i1",
            &reply(".\u{1F}\u{1F}\u{1F}\u{1F}1\u{1F}0", "{}", "1\u{1F}Elk team\u{1F}{\"actor\":\"wij\"}"),
        );
        assert!(!state.effects.contains(&Effect::Changed));
        assert_eq!(asked(&mut state)[0], "o");
        let own = ["\u{1F}\u{1F}\u{1F}\u{1F}1\u{1F}0", "{}", "", "{}", "", "", "", ""].join("\u{1E}");
        state.replied("o", &own);
        assert_eq!((state.work.draft.own.as_str(), state.effects.contains(&Effect::Changed)), ("", true));
        // It is no step of its own.
        state.update(Message::Undo);
        assert_eq!((state.work.draft.of.as_str(), state.can_undo_redo().0), ("", false));
    }

    #[test]
    fn a_field_is_one_step_however_many_letters_are_typed() {
        let mut state = state();
        for own in ["{\"actor\":\"w\"}", "{\"actor\":\"wij\"}"] {
            state.replied("f0", &["\u{1F}\u{1F}\u{1F}\u{1F}0\u{1F}0", "", "", own, "", "", "", ""].join("\u{1E}"));
            assert_eq!(state.work.draft.own, own);
        }
        state.update(Message::Undo);
        assert_eq!((state.work.draft.own.as_str(), state.can_undo_redo().0), ("", false));
    }

    #[test]
    fn the_list_may_hold_anything() {
        let mut state = state();
        let list = "\u{1}p\u{4}a\u{1E}b\u{1F}c\u{5}";
        state.replied("l", &["\u{1F}\u{1F}\u{1F}\u{1F}1\u{1F}0", "{}", "", "", "", "", "", list].join("\u{1E}"));
        assert_eq!(state.drawn[3], list);
        state.replied("l", "");
        assert_eq!((state.drawn[3].as_str(), state.goals), ("", 0));
    }
}
