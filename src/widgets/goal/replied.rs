//! What a reply of the wasm of the plan makes of the state.


use super::draft::Draft;
use super::state::{Effect, NAMING, Notice, State, Work};
use crate::content::split;
use crate::widgets::reply::{FIELD, SECTION};

impl State {
    /// Takes the reply of the wasm of the plan to a message: what to tell, the plan, what is being written, and drawings.
    pub(super) fn replied(&mut self, message: &str, reply: &str) {
        if message == "Z" {
            self.restoring.clear();
        }
        let mut sections = split(reply, SECTION);
        let mut told = split(sections.next().unwrap_or_default(), FIELD);
        let mut tell = || told.next().unwrap_or_default();
        let (kind, said, focus, wrong) = (tell(), tell(), tell(), tell());
        let whole =
            |digits: &str| digits.bytes().fold(0, |whole, digit| whole * 10 + u32::from(digit.wrapping_sub(b'0')));
        let (goals, pasted) = (whole(tell()), whole(tell()));
        let mut next = || sections.next().unwrap_or_default();
        let (plan, draft, year) = (next(), next(), next());
        // The list is what is left, whatever stands in it.
        let list = reply.get(reply.len() - sections.map(|rest| rest.len() + 1).sum::<usize>()..).unwrap_or_default();
        self.list = list.strip_prefix(char::from(SECTION)).unwrap_or(list).into();
        self.year = year.into();
        self.wrong = wrong.into();
        let before = Work { plan: plan.into(), draft: self.work.draft.clone() };
        let mut work = before;
        if !draft.is_empty() {
            work.draft = Draft::read(draft, |text| self.read_of(text));
        }
        let changed = work != self.work;
        if changed {
            // The sentence of a strategic goal is typed letter by letter.
            let naming = message.strip_prefix('s').map_or(0, |id| NAMING + whole(id));
            // What was kept is what was there, and no change to take back.
            if message != "Z" {
                self.keep(naming);
            }
            self.work = work;
            self.effects.push(Effect::Changed);
        }
        self.goals = goals;
        if !draft.is_empty() {
            self.read_again();
        }
        self.pasted = pasted;
        if message != "l" {
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
        self.look();
    }
}

#[cfg(test)]
mod tests {
    use super::super::message::Message;
    use super::super::state::tests::{reply, state, texts};
    use super::*;

    #[test]
    fn a_reply_brings_the_plan_and_can_be_undone() {
        let mut state = state();
        state.update(Message::Write("Een"), &texts());
        state.effects.clear();
        let told = "+\u{1F}Klaar.\u{1F}goal\u{1F}\u{1F}1\u{1F}0";
        state.replied("a0", &reply(told, "{\"schema\":1}", "\u{1F}"));
        assert_eq!((state.value().as_str(), state.goals, state.list.as_str()), ("{\"schema\":1}", 1, "the list"));
        assert_eq!((&state.notice, state.year.as_str()), (&Some(Notice::Done("Klaar.".into())), "the year"));
        assert_eq!(state.effects, [Effect::Changed, Effect::Completed, Effect::Focus("goal".into())]);
        state.update(Message::Undo, &texts());
        assert_eq!((state.work.plan.as_str(), state.work.draft.text.as_str()), ("", "Een"));
        // A look changes nothing that was told, and is no step.
        state.update(Message::Redo, &texts());
        let notice = state.notice.clone();
        state.replied("l", &reply("\u{1F}\u{1F}\u{1F}\u{1F}1\u{1F}2", "{\"schema\":1}", ""));
        assert_eq!((&state.notice, state.pasted, state.can_undo_redo().1), (&notice, 2, false));
    }

    #[test]
    fn the_list_may_hold_anything() {
        let mut state = state();
        let list = "\u{1}p\u{4}a\u{1E}b\u{1F}c\u{5}";
        state.replied("l", &["\u{1F}\u{1F}\u{1F}\u{1F}1\u{1F}0", "{}", "", "", list].join("\u{1E}"));
        assert_eq!(state.list, list);
        state.replied("l", "");
        assert_eq!((state.list.as_str(), state.goals), ("", 0));
    }
}
