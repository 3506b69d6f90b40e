//! What a team widget knows, and what each message makes of it. Pure: no page.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::files::Format;
use super::message::Message;
use super::sheet::{PART, Read, Sheet};
use crate::chart::whole;
use crate::content::{Language, split};
use crate::knoster::{Perspective, Questionnaire, Variant};
use crate::team::TeamProfile;

/// Where someone is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Page {
    /// What colleagues answered is put together.
    #[default]
    Input,
    /// What comes of it.
    Picture,
    /// One element on the whole screen.
    Present(usize),
}

/// What has to happen outside of the state, once the page is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// Ask the part that reads tables about a round: the number of the question, and the question.
    Ask(usize, u32, String),
    /// Other answers count: tell the page.
    Changed,
    /// The picture is shown: tell the page.
    Completed,
    /// Put the focus on the element with this id.
    Focus(&'static str),
    Print,
    Download(Format),
    /// Take the whole screen, or give it back.
    Screen(bool),
}

/// Something to tell once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    /// The text under `team` with this key.
    Plain(&'static str),
    /// The same about a file.
    File(&'static str, String),
}

#[derive(Clone, Debug, Default)]
pub(super) struct State {
    pub(super) page: Page,
    pub(super) language: Language,
    pub(super) change: Option<String>,
    perspective: Option<Perspective>,
    variant: Option<Variant>,
    pub(super) minimum: usize,
    /// This round, and an earlier one to compare with.
    pub(super) sheets: [Sheet; 2],
    /// What comes of each round, where there are enough people for it; worked out when what was read changes.
    pub(super) profiles: [Option<TeamProfile>; 2],
    cleared: Option<Box<[Sheet; 2]>>,
    /// Which column of groups is shown.
    pub(super) group_by: Option<usize>,
    pub(super) notice: Option<Notice>,
    pub(super) effects: Vec<Effect>,
}

impl State {
    /// Takes what the page asks for. Which statements were answered may be told; else it is found out.
    pub(super) fn configure(&mut self, asked: (Option<Perspective>, Option<Variant>), minimum: usize) {
        (self.perspective, self.variant) = asked;
        self.minimum = minimum;
        self.read();
    }

    /// Reads both rounds. What is compared has to be about the same statements, so the earlier one waits for this one.
    fn read(&mut self) {
        let asked = self.asked_for();
        let [now, _] = &mut self.sheets;
        if let Some((number, question)) = now.start(asked.as_ref()) {
            self.effects.push(Effect::Ask(0, number, question));
        } else {
            self.read_earlier();
        }
        self.work_out();
    }

    fn read_earlier(&mut self) {
        let asked = self.asked_for();
        let [now, earlier] = &mut self.sheets;
        let same = now.known().map(|answers| answers.responses.questionnaire.clone()).or(asked);
        if let Some((number, question)) = earlier.start(same.as_ref()) {
            self.effects.push(Effect::Ask(1, number, question));
        }
    }

    /// Whose statements were answered, where the page says so.
    fn asked_for(&self) -> Option<Questionnaire> {
        (self.perspective.is_some() || self.variant.is_some())
            .then(|| Questionnaire::standard(self.perspective.unwrap_or_default(), self.variant.unwrap_or_default()))
    }

    /// Takes an answer of the part that reads tables; whether there is something new to draw.
    pub(super) fn replied(&mut self, round: usize, number: u32, answer: &str) -> bool {
        if !self.sheets.get_mut(round).is_some_and(|sheet| sheet.answered(number, answer)) {
            return false;
        }
        if round == 0 {
            self.read_earlier();
        }
        self.effects.push(Effect::Changed);
        self.work_out();
        true
    }

    /// Works out what comes of both rounds as they are now. Without enough people there is no picture any more.
    fn work_out(&mut self) {
        self.profiles = self.sheets.each_ref().map(|sheet| self.profile(sheet));
        let [now, _] = &self.sheets;
        if self.page != Page::Input && now.read != Read::Waiting && !self.can_show() {
            self.page = Page::Input;
        }
    }

    /// Whether there are enough people for a picture.
    pub(super) fn can_show(&self) -> bool {
        let [now, _] = &self.sheets;
        now.people() >= self.minimum.max(1)
    }

    /// The profile of a round, where there are enough people for one.
    fn profile(&self, sheet: &Sheet) -> Option<TeamProfile> {
        let responses = sheet.responses()?;
        let people = responses.respondents.len();
        if people < self.minimum.max(1) { None } else { TeamProfile::new(&responses).ok() }
    }

    /// Takes what a file holds; a name without content is of a file that could not be taken.
    pub(super) fn take_file(&mut self, round: usize, name: &str, content: &str) {
        if let Some(sheet) = self.sheets.get_mut(round) {
            sheet.write(content, name);
            self.changed();
        }
    }

    fn changed(&mut self) {
        self.notice = None;
        self.group_by = None;
        self.read();
        self.effects.push(Effect::Changed);
    }

    /// Takes a message in.
    pub(super) fn update(&mut self, message: Message<'_>) {
        self.notice = None;
        let mut at = |round: usize, change: &dyn Fn(&mut Sheet)| {
            if let Some(sheet) = self.sheets.get_mut(round) {
                change(sheet);
            }
        };
        match message {
            Message::Write(round, text) => at(round, &|sheet| sheet.write(text, "")),
            Message::Remove(round) => at(round, &|sheet| sheet.write("", "")),
            Message::Column(round, column, role) => at(round, &|sheet| sheet.map(column, role)),
            Message::Meaning(round, problem, answer) => at(round, &|sheet| sheet.mean(problem, answer)),
            Message::Code(round, problem, code) => at(round, &|sheet| sheet.correct(problem, code)),
            Message::Once(round, problem) => at(round, &|sheet| sheet.count_once(problem)),
            Message::Clear => {
                let sheets = core::mem::take(&mut self.sheets);
                self.cleared = Some(Box::new(sheets));
                self.changed();
                self.page = Page::Input;
                self.notice = Some(Notice::Plain("team.cleared"));
                self.effects.push(Effect::Focus("heading"));
                return;
            }
            Message::Undo => {
                if let Some(sheets) = self.cleared.take() {
                    self.sheets = *sheets;
                    self.changed();
                    self.notice = Some(Notice::Plain("team.undone"));
                }
                return;
            }
            _ => return self.look(message),
        }
        self.changed();
    }

    /// What is shown, and what is done with it; the answers stay.
    fn look(&mut self, message: Message<'_>) {
        match message {
            Message::Show if self.can_show() => self.go(Page::Picture),
            Message::Back => self.go(Page::Input),
            Message::Close if matches!(self.page, Page::Present(_)) => {
                self.go(Page::Picture);
                self.effects.push(Effect::Screen(false));
            }
            Message::Present(element) if self.can_show() => {
                if !matches!(self.page, Page::Present(_)) {
                    self.effects.push(Effect::Screen(true));
                }
                self.go(Page::Present(element));
            }
            Message::GroupBy(column) => {
                self.group_by = column.bytes().next().and_then(|digit| digit.checked_sub(b'0')).map(usize::from);
            }
            Message::Print => self.effects.push(Effect::Print),
            Message::Download(format) => self.effects.push(Effect::Download(format)),
            _ => {}
        }
    }

    fn go(&mut self, page: Page) {
        if page == Page::Picture && self.page == Page::Input {
            self.effects.push(Effect::Completed);
        }
        self.page = page;
        self.effects.push(Effect::Focus("heading"));
    }

    pub(super) fn can_undo(&self) -> bool {
        self.cleared.is_some() && self.sheets.iter().all(Sheet::is_blank)
    }

    /// What was given, to restore from when the element comes back to the page.
    pub(super) fn stored(&self) -> String {
        let [now, earlier] = &self.sheets;
        let mark = PART.encode_utf8(&mut [0; 4]).to_owned();
        [&*now.file, &*now.text, &*earlier.file, &*earlier.text].join(&mark)
    }

    /// Takes up what [`stored`](Self::stored) gave.
    pub(super) fn restore(&mut self, stored: &str) {
        let mut parts = split(stored, PART as u8);
        for sheet in &mut self.sheets {
            let (file, text) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            sheet.write(text, file);
        }
        self.read();
    }

    /// What to ask for a file: how it is made, and both rounds with how they are read.
    pub(super) fn file_request(&self, format: Format) -> String {
        let same = self.sheets.first().and_then(Sheet::known).map(|answers| &answers.responses.questionnaire);
        let [now, earlier] = &self.sheets;
        let mut request = String::from(format.names().0);
        let minimum = whole(self.minimum);
        let (first, second) = (now.question(same), earlier.question(same));
        for part in [self.change.as_deref().unwrap_or_default(), &minimum, &first, &now.text, &second, &earlier.text] {
            request.push(PART);
            request.push_str(part);
        }
        request
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::content::Texts;

    /// Seven people of two teams and one of three, who answer two statements.
    pub(in super::super) fn table() -> String {
        let mut table = String::from("staff-vision-1;staff-vision-2;team\n");
        for (place, team) in ["Noord"; 7].into_iter().chain(["Zuid"; 6]).chain(["West"; 3]).enumerate() {
            table.push_str(if place % 2 == 0 { "1;4;" } else { "5;?;" });
            table.push_str(team);
            table.push('\n');
        }
        table
    }

    /// What the part that reads tables answers.
    pub(in super::super) fn answer(question: &str, text: &str) -> String {
        crate::widgets::responses::answer(question, text, &Texts::included())
    }

    /// Answers what was asked.
    pub(in super::super) fn settle(state: &mut State) {
        while let Some(place) = state.effects.iter().position(|effect| matches!(effect, Effect::Ask(..))) {
            let Effect::Ask(round, number, question) = state.effects.remove(place) else { return };
            state.replied(round, number, &answer(&question, &state.sheets[round].text.clone()));
        }
    }

    pub(in super::super) fn state(text: &str) -> State {
        let mut state = State { minimum: 5, ..State::default() };
        state.update(Message::Write(0, text));
        settle(&mut state);
        state
    }

    #[test]
    fn a_picture_needs_enough_people() {
        let mut state = state("staff-vision-1\n4\n5\n3\n2\n");
        assert!(!state.can_show() && state.profiles[0].is_none());
        state.update(Message::Show);
        assert_eq!(state.page, Page::Input);
        state.update(Message::Write(0, "staff-vision-1\n4\n5\n3\n2\n1\n"));
        settle(&mut state);
        state.effects.clear();
        state.update(Message::Show);
        assert_eq!(
            (state.page, state.effects.as_slice()),
            (Page::Picture, &[Effect::Completed, Effect::Focus("heading")][..])
        );
        // With fewer people there is no picture any more.
        state.update(Message::Write(0, "staff-vision-1\n4\n"));
        settle(&mut state);
        assert_eq!(state.page, Page::Input);
    }

    #[test]
    fn presenting_takes_the_screen_once_and_gives_it_back() {
        let mut state = state(&table());
        state.update(Message::Show);
        state.effects.clear();
        state.update(Message::Present(0));
        state.update(Message::Present(1));
        state.update(Message::Close);
        state.update(Message::Close);
        let screen = state.effects.iter().filter(|effect| matches!(effect, Effect::Screen(_)));
        assert_eq!(screen.collect::<Vec<_>>(), [&Effect::Screen(true), &Effect::Screen(false)]);
    }

    #[test]
    fn what_was_cleared_comes_back() {
        let mut state = state(&table());
        let people = state.sheets[0].people();
        state.update(Message::Clear);
        assert!(state.can_undo() && state.sheets[0].people() == 0);
        state.update(Message::Undo);
        settle(&mut state);
        assert_eq!((state.sheets[0].people(), people, state.can_undo()), (16, 16, false));
    }

    #[test]
    fn an_earlier_round_is_about_the_same_statements() {
        let mut state = state("policy-plan-1\n4\n5\n3\n2\n1\n");
        state.update(Message::Write(1, "vraag;policy-plan-1\nx;1\n"));
        settle(&mut state);
        let of = |round: usize| state.sheets[round].known().unwrap().responses.questionnaire.perspective();
        assert_eq!((of(0), of(1)), (Perspective::Policy, Perspective::Policy));
        assert!(state.profiles[0].is_some() && state.profiles[1].is_none());
    }

    #[test]
    fn what_is_shown_is_always_of_the_answers_as_they_are() {
        let mut state = State { minimum: 5, ..State::default() };
        let mut step = |happens: &dyn Fn(&mut State), people: [Option<u64>; 2]| {
            let held = |state: &State| {
                let [now, earlier] = state.sheets.each_ref().map(|sheet| state.profile(sheet));
                assert_eq!(state.profiles, [now, earlier]);
            };
            happens(&mut state);
            held(&state);
            while let Some(place) = state.effects.iter().position(|effect| matches!(effect, Effect::Ask(..))) {
                let Effect::Ask(round, number, question) = state.effects.remove(place) else { return };
                state.replied(round, number, &answer(&question, &state.sheets[round].text.clone()));
                held(&state);
            }
            assert_eq!(state.profiles.each_ref().map(|of| of.as_ref().map(TeamProfile::people)), people);
        };
        let code = "2000-0000-2000-0000-08HY\n";
        step(&|state| state.update(Message::Write(0, &code.repeat(5))), [Some(5), None]);
        step(&|state| state.update(Message::Once(0, 1)), [None, None]);
        step(&|state| state.update(Message::Once(0, 1)), [Some(5), None]);
        step(&|state| state.update(Message::Write(1, &table())), [Some(5), Some(16)]);
        step(&|state| state.update(Message::Show), [Some(5), Some(16)]);
        step(&|state| state.configure((None, None), 6), [None, Some(16)]);
        step(&|state| state.update(Message::Write(0, &table())), [Some(16), Some(16)]);
        step(&|state| state.update(Message::GroupBy("0")), [Some(16), Some(16)]);
        step(&|state| state.update(Message::Column(0, 1, "*ignored")), [Some(16), Some(16)]);
        step(&|state| state.configure((Some(Perspective::Policy), None), 3), [None, None]);
        step(&|state| state.configure((None, None), 3), [Some(16), Some(16)]);
        step(&|state| state.take_file(1, "vorig.txt", &code.repeat(4)), [Some(16), Some(4)]);
        step(&|state| state.update(Message::Clear), [None, None]);
        step(&|state| state.update(Message::Undo), [Some(16), Some(4)]);
        step(&|state| state.restore(""), [None, None]);
    }

    #[test]
    fn what_is_given_outlives_a_move() {
        let mut first = state(&table());
        first.take_file(1, "vorig.csv", &table());
        let mut second = State { minimum: 5, ..State::default() };
        second.restore(&first.stored());
        settle(&mut second);
        assert_eq!((second.sheets[0].people(), second.sheets[1].file.as_str()), (16, "vorig.csv"));
    }
}
