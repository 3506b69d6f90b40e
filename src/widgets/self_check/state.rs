//! What a self-check knows, and what each message makes of it. Pure: no page, no clock, no texts.

use alloc::string::String;
use alloc::vec::Vec;

use super::message::{Format, Message, Page};
use crate::knoster::{Answers, CodeError, Perspective, Profile, Questionnaire, ResultCode, Variant};
use crate::survey::Answer;

/// What has to happen outside of the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// Answers changed: tell the page, and keep them where that was asked.
    Changed,
    /// A profile is shown: tell the page.
    Completed,
    /// Put the focus on the element with this id.
    Focus(&'static str),
    /// What was kept on the device is not needed any more.
    Forget,
    /// Copy the code by itself (`c`) or in a link to this page (`l`).
    Copy(&'static str),
    Print,
    Download(Format),
}

/// Something to tell once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    Cleared,
    Undone,
    Copied,
    /// Copying did not work: there is a text to copy by hand.
    CopyFailed,
    Downloaded(Format),
    Restored,
    StoredBroken,
    StoreFailed,
    Opened,
    /// A link held a code that could not be read.
    LinkBroken(CodeError),
}

#[derive(Clone, Debug)]
pub(super) struct State {
    questionnaire: Questionnaire,
    answers: Answers,
    /// What the page asks. A code may have brought another one, and then that one is shown.
    asked: Questionnaire,
    /// What was answered to statements that are not shown now, by their id.
    aside: Vec<(String, Answer)>,
    pub(super) page: Page,
    /// The change at hand, as the page gives it.
    pub(super) change: Option<String>,
    /// Whether an unfinished self-check is kept on the device.
    pub(super) kept: bool,
    pub(super) typed: String,
    pub(super) typed_error: Option<CodeError>,
    pub(super) notice: Option<Notice>,
    /// What could not be copied.
    pub(super) not_copied: String,
    /// Whether a partner's statements could not be used, so that there is nothing to ask.
    pub(super) broken: bool,
    before: Option<(Questionnaire, Answers, Page)>,
}

impl State {
    pub(super) fn new() -> Self {
        let questionnaire = Questionnaire::standard(Perspective::default(), Variant::default());
        Self {
            answers: questionnaire.blank(),
            asked: questionnaire.clone(),
            questionnaire,
            aside: Vec::new(),
            page: Page::Intro,
            change: None,
            kept: false,
            typed: String::new(),
            typed_error: None,
            notice: None,
            not_copied: String::new(),
            broken: false,
            before: None,
        }
    }

    pub(super) fn questionnaire(&self) -> &Questionnaire {
        &self.questionnaire
    }

    pub(super) fn answers(&self) -> &Answers {
        &self.answers
    }

    pub(super) fn profile(&self) -> Profile {
        Profile::new(&self.questionnaire, &self.answers)
    }

    pub(super) fn code(&self) -> String {
        ResultCode::encode(&self.questionnaire, &self.answers)
    }

    /// How many statements have an answer, of how many.
    pub(super) fn progress(&self) -> (usize, usize) {
        let answered = self.answers.iter().filter(|answer| *answer != Answer::Unanswered).count();
        (answered, self.answers.iter().len())
    }

    /// Whether the answers that were wiped, or replaced by a code, can be brought back.
    pub(super) fn can_undo(&self) -> bool {
        self.before.is_some()
    }

    /// Asks another questionnaire. What was answered is set aside by statement, and comes back with the statement.
    pub(super) fn ask(&mut self, questionnaire: Questionnaire) {
        if questionnaire == self.asked {
            return;
        }
        self.asked = questionnaire.clone();
        for (statement, answer) in self.questionnaire.answered(&self.answers) {
            take(&mut self.aside, statement.id());
            self.aside.push((statement.id().into(), answer));
        }
        self.answers = questionnaire.blank();
        for (index, statement) in questionnaire.statements().iter().enumerate() {
            self.answers.set(index, take(&mut self.aside, statement.id()));
        }
        if questionnaire.perspective() != self.questionnaire.perspective() {
            self.page = Page::Intro;
        }
        self.questionnaire = questionnaire;
        self.page = self.existing(self.page);
        self.before = None;
    }

    /// Answers from the page's script, in place of those given.
    pub(super) fn replace(&mut self, answers: Answers) {
        self.remember();
        self.answers = answers;
        self.notice = None;
    }

    /// Opens the result of a code, keeping what was there for [`Message::Undo`].
    pub(super) fn open(&mut self, code: &str) -> Result<(), CodeError> {
        let (questionnaire, answers) = ResultCode::decode(code, Some(&self.asked))?.into_parts();
        self.remember();
        (self.questionnaire, self.answers) = (questionnaire, answers);
        self.page = Page::Result;
        self.notice = Some(Notice::Opened);
        Ok(())
    }

    /// Takes the last opened code back, as when its texts cannot be had.
    pub(super) fn give_back(&mut self) {
        if let Some((questionnaire, answers, page)) = self.before.take() {
            (self.questionnaire, self.answers, self.page) = (questionnaire, answers, page);
        }
    }

    /// What is kept on the device: a version, the page and the result code.
    pub(super) fn stored(&self) -> String {
        let mut stored = String::from("1");
        stored.push(char::from(b'0' + self.page.place()));
        stored.push_str(&self.code());
        stored
    }

    /// Takes up what was kept; false when it cannot be read or belongs to statements that the page does not ask.
    pub(super) fn restore(&mut self, stored: &str) -> bool {
        let place = stored.as_bytes().get(1).map_or(0, |place| place.wrapping_sub(b'0'));
        if let Some(code) = stored.get(2..)
            && stored.starts_with('1')
            && let Ok(read) = ResultCode::decode(code, Some(&self.asked))
            && read.questionnaire().is_own() == self.asked.is_own()
        {
            (self.questionnaire, self.answers) = read.into_parts();
            self.page = self.existing(Page::at(place));
            if !self.answers.is_blank() {
                self.notice = Some(Notice::Restored);
            }
            return true;
        }
        self.notice = Some(Notice::StoredBroken);
        false
    }

    /// Takes a message in; what comes back has to happen, in this order.
    pub(super) fn update(&mut self, message: Message<'_>) -> Vec<Effect> {
        if !matches!(message, Message::Code(_)) {
            self.notice = None;
        }
        let effects: &[Effect] = match message {
            Message::Go(page) => {
                self.page = self.existing(page);
                match self.page {
                    Page::Result => &[Effect::Focus("heading"), Effect::Changed, Effect::Completed],
                    _ => &[Effect::Focus("heading"), Effect::Changed],
                }
            }
            Message::Answer(index, answer) => {
                self.answers.set(index, answer);
                self.before = None;
                &[Effect::Changed]
            }
            Message::Code(typed) => {
                self.typed = typed.into();
                self.typed_error = None;
                &[]
            }
            Message::OpenCode => {
                let opened = self.open(&self.typed.clone());
                self.typed_error = opened.err();
                if opened.is_ok() {
                    self.typed.clear();
                    &[Effect::Focus("heading"), Effect::Changed, Effect::Completed]
                } else {
                    &[Effect::Focus("code")]
                }
            }
            Message::Again => {
                self.remember();
                self.answers = self.questionnaire.blank();
                self.page = Page::Intro;
                self.notice = Some(Notice::Cleared);
                &[Effect::Focus("heading"), Effect::Changed, Effect::Forget]
            }
            Message::Undo => {
                if !self.can_undo() {
                    return Vec::new();
                }
                self.give_back();
                self.notice = Some(Notice::Undone);
                &[Effect::Focus("heading"), Effect::Changed]
            }
            Message::CopyCode => &[Effect::Copy("c")],
            Message::CopyLink => &[Effect::Copy("l")],
            Message::Print => &[Effect::Print],
            Message::Download(format) => {
                self.notice = Some(Notice::Downloaded(format));
                return alloc::vec![Effect::Download(format)];
            }
        };
        effects.into()
    }

    /// Keeps what is there for undo, where there is something to lose.
    fn remember(&mut self) {
        self.before = (!self.answers.is_blank()).then(|| (self.questionnaire.clone(), self.answers.clone(), self.page));
    }

    /// The page itself, or the last one that this variant has.
    fn existing(&self, page: Page) -> Page {
        let last = self.questionnaire.variant().elements().len() - 1;
        match page {
            Page::Element(index) => Page::Element(index.min(last)),
            page => page,
        }
    }
}

/// Takes the answer to a statement out of what was set aside.
#[inline(never)]
fn take(aside: &mut Vec<(String, Answer)>, id: &str) -> Answer {
    match aside.iter().position(|(other, _)| other == id) {
        Some(at) => aside.swap_remove(at).1,
        None => Answer::Unanswered,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(value: u8) -> Answer {
        Answer::from_value(value).unwrap()
    }

    fn filled() -> State {
        let mut state = State::new();
        state.update(Message::Go(Page::Element(2)));
        state.update(Message::Answer(0, answer(4)));
        state.update(Message::Answer(11, Answer::Unknown));
        state
    }

    #[test]
    fn the_way_goes_on_and_back_without_loss() {
        let mut state = filled();
        let before = state.answers().clone();
        for page in [Page::Element(3), Page::Intro, Page::Element(99), Page::Result] {
            state.update(Message::Go(page));
        }
        assert_eq!(state.answers(), &before);
        assert_eq!(state.progress(), (2, 25));
        assert_eq!(state.update(Message::Go(Page::Element(99))), [Effect::Focus("heading"), Effect::Changed]);
        assert_eq!(state.page, Page::Element(4));
    }

    #[test]
    fn an_answer_can_be_cleared() {
        let mut state = filled();
        state.update(Message::Answer(0, Answer::Unanswered));
        assert_eq!(state.progress(), (1, 25));
    }

    #[test]
    fn starting_again_can_be_undone() {
        let mut state = filled();
        let before = state.answers().clone();
        assert!(state.update(Message::Again).contains(&Effect::Forget));
        assert!(state.answers().is_blank());
        assert_eq!((state.page, state.can_undo()), (Page::Intro, true));
        state.update(Message::Undo);
        assert_eq!((state.answers(), state.page), (&before, Page::Element(2)));
        assert!(!state.can_undo());
    }

    #[test]
    fn another_questionnaire_brings_back_what_was_answered_to_it() {
        let mut state = filled();
        let before = state.answers().clone();
        state.ask(Questionnaire::standard(Perspective::School, Variant::Five));
        assert!(state.answers().is_blank());
        state.ask(Questionnaire::standard(Perspective::Staff, Variant::Consensus));
        assert_eq!(state.progress(), (2, 30));
        state.ask(Questionnaire::standard(Perspective::Staff, Variant::Five));
        assert_eq!(state.answers(), &before);
    }

    #[test]
    fn a_cleared_answer_does_not_come_back_with_its_questionnaire() {
        let mut state = filled();
        let [staff, school] =
            [Perspective::Staff, Perspective::School].map(|p| Questionnaire::standard(p, Variant::Five));
        state.ask(school);
        state.ask(staff.clone());
        state.update(Message::Answer(0, Answer::Unanswered));
        state.ask(Questionnaire::standard(Perspective::School, Variant::Five));
        state.ask(staff);
        assert_eq!(state.progress(), (1, 25));
    }

    #[test]
    fn a_result_of_another_perspective_stays_while_the_page_asks_the_same() {
        let mut school = State::new();
        school.ask(Questionnaire::standard(Perspective::School, Variant::Five));
        school.update(Message::Answer(3, answer(2)));
        let mut state = filled();
        state.open(&school.code()).unwrap();
        state.ask(Questionnaire::standard(Perspective::Staff, Variant::Five));
        assert_eq!((state.code(), state.page), (school.code(), Page::Result));
        let mut back = State::new();
        assert!(back.restore(&state.stored()));
        assert_eq!((back.code(), back.page), (school.code(), Page::Result));
    }

    #[test]
    fn what_is_stored_is_taken_up_and_nothing_else() {
        let state = filled();
        let mut fresh = State::new();
        assert!(fresh.restore(&state.stored()));
        assert_eq!((fresh.answers(), fresh.page), (state.answers(), Page::Element(2)));
        assert_eq!(fresh.notice, Some(Notice::Restored));
        for broken in ["", "1", "20X", "1020PN", "{\"answers\":[]}", "1920PN-APNA-98MV-DPPN-AWJM", "é"] {
            let mut fresh = State::new();
            assert!(!fresh.restore(broken), "{broken}");
            assert_eq!((fresh.notice, fresh.page), (Some(Notice::StoredBroken), Page::Intro));
            assert!(fresh.answers().is_blank());
        }
    }

    #[test]
    fn a_typed_code_opens_its_result_and_a_wrong_one_keeps_everything() {
        let mut state = filled();
        let code = state.code();
        let wrong = [code.get(1..).unwrap(), "2"].concat();
        state.update(Message::Code(&wrong));
        assert_eq!(state.update(Message::OpenCode), [Effect::Focus("code")]);
        assert!(state.typed_error.is_some());
        assert_eq!((state.typed.as_str(), state.page), (wrong.as_str(), Page::Element(2)));

        state.update(Message::Answer(1, answer(1)));
        state.update(Message::Code(&code));
        assert!(state.update(Message::OpenCode).contains(&Effect::Completed));
        assert_eq!((state.code(), state.page), (code, Page::Result));
        state.update(Message::Undo);
        assert_eq!(state.progress(), (3, 25));
    }
}
