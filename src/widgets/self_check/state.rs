//! What a self-check knows, and what each message makes of it. Pure: no page, no clock, no texts.

use alloc::string::String;
use alloc::vec::Vec;

use crate::chart::push_whole;
use crate::knoster::{Answers, CodeError, Perspective, Profile, Questionnaire, ResultCode, Variant};
use crate::survey::Answer;

/// Where someone is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    /// What it is and what happens with answers.
    Intro,
    /// The statements of the element at this place.
    Element(usize),
    /// The profile.
    Result,
}

/// What someone did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Message {
    Go(Page),
    Answer(usize, Answer),
    /// The text in the field for a result code.
    Code(String),
    OpenCode,
    Again,
    Undo,
    CopyCode,
    CopyLink,
    Print,
    Download(Format),
}

impl Message {
    /// The message as it travels with a drawing: a letter, and what belongs to it.
    #[inline(never)]
    pub(super) fn to_text(&self) -> String {
        let (letter, place, rest) = match self {
            Self::Go(page) => ('g', page.place(), None),
            Self::Answer(index, answer) => ('a', answer.to_bits(), Some(*index)),
            Self::Code(_) => ('c', 0, None),
            Self::OpenCode => ('o', 0, None),
            Self::Again => ('n', 0, None),
            Self::Undo => ('u', 0, None),
            Self::CopyCode => ('k', 0, None),
            Self::CopyLink => ('l', 0, None),
            Self::Print => ('p', 0, None),
            Self::Download(format) => ('d', *format as u8, None),
        };
        let mut text = String::new();
        text.push(letter);
        text.push(char::from(b'0' + place));
        if let Some(rest) = rest {
            push_whole(&mut text, rest as u32);
        }
        text
    }

    /// Reads a message back, with the text of the field that it comes from.
    pub(super) fn read(text: &str, field: &str) -> Option<Self> {
        let mut characters = text.chars();
        let letter = characters.next()?;
        let place = characters.next()?.to_digit(10)? as u8;
        Some(match letter {
            'g' => Self::Go(Page::at(place)),
            'a' => {
                let mut index = 0;
                for digit in characters {
                    index = index * 10 + digit.to_digit(10)? as usize;
                }
                Self::Answer(index, Answer::from_bits(place))
            }
            'c' => Self::Code(field.into()),
            'o' => Self::OpenCode,
            'n' => Self::Again,
            'u' => Self::Undo,
            'k' => Self::CopyCode,
            'l' => Self::CopyLink,
            'p' => Self::Print,
            'd' => Self::Download(*Format::ALL.get(usize::from(place))?),
            _ => return None,
        })
    }
}

impl Page {
    /// The page as one digit.
    const fn place(self) -> u8 {
        match self {
            Self::Element(index) => index as u8,
            Self::Intro => 8,
            Self::Result => 9,
        }
    }

    const fn at(place: u8) -> Self {
        match place {
            8 => Self::Intro,
            9 => Self::Result,
            index => Self::Element(index as usize),
        }
    }
}

/// A file that a result can be taken away as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Markdown,
    Svg,
    Csv,
    Json,
}

impl Format {
    pub(super) const ALL: [Self; 4] = [Self::Markdown, Self::Svg, Self::Csv, Self::Json];

    /// The name people know it by, and that of its file.
    pub(super) const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Json => ("JSON", "self-check.json"),
            Self::Csv => ("CSV", "self-check.csv"),
            Self::Svg => ("SVG", "self-check.svg"),
            Self::Markdown => ("Markdown", "self-check.md"),
        }
    }
}

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
    CopyCode,
    CopyLink,
    Print,
    Download(Format),
}

/// Something to tell once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    Cleared,
    Undone,
    Copied,
    /// Copying did not work; this is the text to copy by hand.
    CopyFailed(String),
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
    /// A partner's own statements, which a code may belong to.
    own: Option<Questionnaire>,
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
    /// Whether a partner's statements could not be used, so that there is nothing to ask.
    pub(super) broken: bool,
    before: Option<(Questionnaire, Answers, Page)>,
}

impl State {
    pub(super) fn new() -> Self {
        let questionnaire = Questionnaire::standard(Perspective::default(), Variant::default());
        Self {
            answers: questionnaire.blank(),
            questionnaire,
            own: None,
            aside: Vec::new(),
            page: Page::Intro,
            change: None,
            kept: false,
            typed: String::new(),
            typed_error: None,
            notice: None,
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
        self.own = questionnaire.is_own().then(|| questionnaire.clone());
        if questionnaire == self.questionnaire {
            return;
        }
        for (statement, answer) in self.questionnaire.answered(&self.answers) {
            if let Some((_, kept)) = self.aside.iter_mut().find(|(id, _)| id == statement.id()) {
                *kept = answer;
            } else if answer != Answer::Unanswered {
                self.aside.push((statement.id().into(), answer));
            }
        }
        self.answers = questionnaire.blank();
        for (index, statement) in questionnaire.statements().iter().enumerate() {
            if let Some((_, answer)) = self.aside.iter().find(|(id, _)| id == statement.id()) {
                self.answers.set(index, *answer);
            }
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
        let (questionnaire, answers) = ResultCode::decode(code, self.own.as_ref())?.into_parts();
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

    /// Takes up what was kept; false when it cannot be read or belongs to another questionnaire.
    pub(super) fn restore(&mut self, stored: &str) -> bool {
        let place = stored.as_bytes().get(1).map_or(0, |place| place.wrapping_sub(b'0'));
        if let Some(code) = stored.get(2..)
            && stored.starts_with('1')
            && let Ok(read) = ResultCode::decode(code, self.own.as_ref())
            && *read.questionnaire() == self.questionnaire
        {
            (_, self.answers) = read.into_parts();
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
    pub(super) fn update(&mut self, message: Message) -> Vec<Effect> {
        let mut effects = Vec::new();
        if !matches!(message, Message::Code(_)) {
            self.notice = None;
        }
        match message {
            Message::Go(page) => {
                self.page = self.existing(page);
                effects.push(Effect::Focus("heading"));
                effects.push(Effect::Changed);
                if self.page == Page::Result {
                    effects.push(Effect::Completed);
                }
            }
            Message::Answer(index, answer) => {
                self.answers.set(index, answer);
                self.before = None;
                effects.push(Effect::Changed);
            }
            Message::Code(typed) => {
                self.typed = typed;
                self.typed_error = None;
            }
            Message::OpenCode => match self.open(&self.typed.clone()) {
                Ok(()) => {
                    self.typed.clear();
                    self.typed_error = None;
                    effects.extend_from_slice(&[Effect::Focus("heading"), Effect::Changed, Effect::Completed]);
                }
                Err(error) => {
                    self.typed_error = Some(error);
                    effects.push(Effect::Focus("code"));
                }
            },
            Message::Again => {
                self.remember();
                self.answers = self.questionnaire.blank();
                self.page = Page::Intro;
                self.notice = Some(Notice::Cleared);
                effects.extend_from_slice(&[Effect::Focus("heading"), Effect::Changed, Effect::Forget]);
            }
            Message::Undo => {
                if self.before.is_some() {
                    self.give_back();
                    self.notice = Some(Notice::Undone);
                    effects.extend_from_slice(&[Effect::Focus("heading"), Effect::Changed]);
                }
            }
            Message::CopyCode => effects.push(Effect::CopyCode),
            Message::CopyLink => effects.push(Effect::CopyLink),
            Message::Print => effects.push(Effect::Print),
            Message::Download(format) => {
                self.notice = Some(Notice::Downloaded(format));
                effects.push(Effect::Download(format));
            }
        }
        effects
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
    fn a_message_travels_as_text() {
        let mut messages = alloc::vec![Message::Code("x".into()), Message::OpenCode, Message::Again, Message::Undo];
        messages.extend([Message::CopyCode, Message::CopyLink, Message::Print]);
        messages.extend([Page::Intro, Page::Result, Page::Element(0), Page::Element(5)].map(Message::Go));
        messages.extend(Format::ALL.map(Message::Download));
        messages.extend((0..8).map(|bits| Message::Answer(9 * usize::from(bits), Answer::from_bits(bits))));
        for message in messages {
            assert_eq!(Message::read(&message.to_text(), "x"), Some(message));
        }
        for nonsense in ["", "a", "x1", "d9", "a1x", "\u{1F6E2}\u{1F6E2}"] {
            assert_eq!(Message::read(nonsense, ""), None);
        }
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
    fn what_is_stored_is_taken_up_and_nothing_else() {
        let state = filled();
        let mut fresh = State::new();
        assert!(fresh.restore(&state.stored()));
        assert_eq!((fresh.answers(), fresh.page), (state.answers(), Page::Element(2)));
        assert_eq!(fresh.notice, Some(Notice::Restored));
        for broken in ["", "1", "20X", "1020PN", "{\"answers\":[]}", "1920PN-APNA-98MV-DPPN-AWJM", "é"] {
            let mut fresh = State::new();
            assert!(!fresh.restore(broken), "{broken}");
            assert_eq!((fresh.notice.clone(), fresh.page), (Some(Notice::StoredBroken), Page::Intro));
            assert!(fresh.answers().is_blank());
        }
    }

    #[test]
    fn a_typed_code_opens_its_result_and_a_wrong_one_keeps_everything() {
        let mut state = filled();
        let code = state.code();
        let wrong = [code.get(1..).unwrap(), "2"].concat();
        state.update(Message::Code(wrong.clone()));
        assert_eq!(state.update(Message::OpenCode), [Effect::Focus("code")]);
        assert!(state.typed_error.is_some());
        assert_eq!((state.typed.as_str(), state.page), (wrong.as_str(), Page::Element(2)));

        state.update(Message::Answer(1, answer(1)));
        state.update(Message::Code(code.clone()));
        assert!(state.update(Message::OpenCode).contains(&Effect::Completed));
        assert_eq!((state.code(), state.page), (code, Page::Result));
        state.update(Message::Undo);
        assert_eq!(state.progress(), (3, 25));
    }
}
