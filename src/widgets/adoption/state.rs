//! What an adoption widget knows, and what each message makes of it. Pure: no page and no clock.

use alloc::string::String;
use alloc::vec::Vec;

use super::axis::Axis;
use super::centre::{Amount, Centre, MOST_PEOPLE, MOST_SITES, Site, Tempo, parse_whole};
use super::files::Format;
use super::message::Message;
use super::model::Model;
use super::seen::{MOST_ROWS, Row, paste};
use super::stored;
use super::what_if::{self, Played};
use crate::calendar::{SchoolYear, date, number, parse_iso};
use crate::content::Language;

/// What has to happen outside of the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// Something was filled in: tell the page, and keep it where that was asked.
    Changed,
    /// Put the focus on the element of this name and place.
    Focus(&'static str, usize),
    CopyLink,
    Print,
    Download(Format),
    /// Ask the numbers: what, and the question.
    Ask(&'static str, String),
    /// Go on with the what-if at the next frame.
    Frame,
    /// The what-if is over: tell the page.
    Played,
}

/// Something to tell once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    /// The text under `adoption.notice` of this name.
    Plain(&'static str),
    /// Copying did not work: there is a text to copy by hand.
    CopyFailed,
    /// The numbers could not be loaded.
    Failed,
    Downloaded(Format),
}

/// What someone fills in, and can undo.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Work {
    pub(super) centre: Centre,
    /// Whether a row says how many came in since the one before.
    pub(super) each: bool,
    pub(super) rows: Vec<Row>,
}

/// The layers that can be shown: the chasm and the tipping band.
pub(super) const CHASM: u8 = 1;
pub(super) const TIPPING: u8 = 2;

#[derive(Clone, Debug)]
pub(super) struct State {
    pub(super) work: Work,
    pub(super) language: Language,
    pub(super) today: Option<i32>,
    /// The first day, and what was typed for it.
    pub(super) start: Option<i32>,
    pub(super) start_typed: Option<String>,
    pub(super) layers: u8,
    /// Whether what is filled in is kept on the device.
    pub(super) kept: bool,
    /// The morning that is read, once someone chose one.
    pub(super) cursor: Option<usize>,
    /// Whether the numbers by month are unfolded: folded they are not drawn, since a slider draws anew with each step.
    pub(super) unfolded: bool,
    /// The width of the chart, in sixteenths of the size of the text.
    pub(super) width: u32,
    pub(super) model: Option<Model>,
    /// Whether something was filled in since the model was worked out.
    pub(super) stale: bool,
    /// What is played, or was.
    pub(super) game: Option<Played>,
    pub(super) playing: bool,
    /// What the numbers were asked last about what was seen, and their answer once it came.
    pub(super) asked: String,
    pub(super) answer: Option<String>,
    /// Whether the numbers are at hand, so that an answer comes before the next frame.
    pub(super) at_hand: bool,
    pub(super) notice: Option<Notice>,
    /// What could not be copied.
    pub(super) not_copied: String,
    before: Option<Work>,
    /// What the page gave last, to see what it changes.
    given: (Option<u32>, Option<u32>, Option<i32>),
    /// What has to happen once the page is drawn.
    pub(super) effects: Vec<Effect>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            work: Work::default(),
            language: Language::default(),
            today: None,
            start: None,
            start_typed: None,
            layers: TIPPING,
            kept: false,
            cursor: None,
            unfolded: false,
            width: 640,
            model: None,
            stale: true,
            game: None,
            playing: false,
            asked: String::new(),
            answer: None,
            at_hand: false,
            notice: None,
            not_copied: String::new(),
            before: None,
            given: (None, None, None),
            effects: Vec::new(),
        }
    }
}

impl State {
    /// Takes what the page gives. An attribute that changed goes before what was filled in for it.
    pub(super) fn configure(&mut self, people: Option<u32>, group: Option<u32>, start: Option<i32>) {
        let given = (people, group, start);
        let site = self.work.centre.sites.first_mut();
        if let Some(site) = site {
            if let Some(people) = people.filter(|_| self.given.0 != people) {
                site.people = Amount::new(people);
            }
            if let Some(group) = group.filter(|_| self.given.1 != group) {
                site.group = Amount::new(group);
            }
        }
        if start.is_some() && self.given.2 != start {
            self.start = start;
        }
        if self.given != given {
            self.end_game();
        }
        self.given = given;
        if self.start.is_none() {
            // The first lesson day of the school year that is under way.
            let year = self.today.and_then(|today| SchoolYear::of(date(today)).ok());
            self.start = year.map(|year| number(year.lessons().start()));
        }
        self.start_typed = None;
    }

    /// What is kept, or put into a link.
    pub(super) fn stored(&self) -> String {
        stored::write(&self.work, self.start.unwrap_or_default(), self.layers)
    }

    /// Takes up what was kept or linked; whether it could be read.
    pub(super) fn restore(&mut self, text: &str) -> bool {
        let Some((work, start, layers)) = stored::read(text) else { return false };
        if Axis::new(start).is_none() {
            return false;
        }
        self.before = Some(core::mem::replace(&mut self.work, work));
        self.stale = true;
        (self.start, self.start_typed, self.layers) = (Some(start), None, layers);
        self.end_game();
        true
    }

    pub(super) fn can_undo(&self) -> bool {
        self.before.is_some()
    }

    fn remember(&mut self) {
        self.before = Some(self.work.clone());
    }

    /// Takes a message in; whether there is something new to draw.
    pub(super) fn update(&mut self, message: Message<'_>) -> bool {
        let quiet = matches!(message, Message::Read(_) | Message::Hover(_) | Message::Unfold(_));
        if !quiet {
            self.notice = None;
        }
        let mut changed = true;
        match message {
            Message::People(place, typed) => {
                if let Some(site) = self.work.centre.sites.get_mut(place) {
                    site.people.write(typed, 1, MOST_PEOPLE);
                }
            }
            Message::Group(place, typed) => {
                if let Some(site) = self.work.centre.sites.get_mut(place) {
                    site.group.write(typed, 0, MOST_PEOPLE);
                }
            }
            Message::Tempo(place, id) => {
                if let (Some(site), Some(tempo)) = (self.work.centre.sites.get_mut(place), Tempo::from_id(id)) {
                    site.tempo = tempo;
                }
            }
            Message::Name(place, name) => {
                if let Some(site) = self.work.centre.sites.get_mut(place) {
                    site.name = name.into();
                }
            }
            Message::AddSite => {
                if self.work.centre.sites.len() < MOST_SITES {
                    self.remember();
                    self.work.centre.sites.push(Site::new(20, 0));
                    self.effects.push(Effect::Focus("name-", self.work.centre.sites.len() - 1));
                }
            }
            Message::RemoveSite(place) => {
                if self.work.centre.sites.len() > 1 && place < self.work.centre.sites.len() {
                    self.remember();
                    self.work.centre.sites.remove(place);
                    self.notice = Some(Notice::Plain("removed"));
                    self.effects.push(Effect::Focus("heading", usize::MAX));
                }
            }
            Message::Start(typed) => {
                let day = parse_iso(typed).map(number).filter(|day| Axis::new(*day).is_some());
                self.start_typed = day.is_none().then(|| typed.into());
                self.start = day.or(self.start);
            }
            Message::Layer(layer) => {
                self.layers ^= if layer == 0 { CHASM } else { TIPPING };
                self.effects.push(Effect::Changed);
                changed = false;
            }
            Message::Unfold(open) => {
                let open = open == 1;
                return core::mem::replace(&mut self.unfolded, open) != open;
            }
            Message::Read(place) => {
                let before = self.cursor;
                self.cursor = parse_whole(place).map_or(before, |place| Some(place as usize));
                return self.cursor != before;
            }
            Message::Hover(thousandths) => {
                let before = self.cursor;
                self.hover(parse_whole(thousandths).unwrap_or_default());
                return self.cursor != before;
            }
            Message::Date(place, typed) => self.cell(place, |row| &mut row.date, typed),
            Message::Count(place, typed) => self.cell(place, |row| &mut row.count, typed),
            Message::RemoveRow(place) => {
                if place < self.work.rows.len() {
                    self.remember();
                    self.work.rows.remove(place);
                    self.notice = Some(Notice::Plain("removed"));
                    self.effects.push(Effect::Focus("date-", place.min(self.work.rows.len())));
                }
            }
            Message::Paste(cell, text) => {
                self.remember();
                paste(&mut self.work.rows, cell / 2, cell % 2 == 1, text);
                self.notice = Some(Notice::Plain("pasted"));
            }
            Message::Kind(kind) => self.work.each = kind == 1,
            Message::ClearRows => {
                self.remember();
                self.work.rows.clear();
                self.notice = Some(Notice::Plain("cleared"));
                self.effects.push(Effect::Focus("date-", 0));
            }
            Message::Undo => {
                if let Some(before) = self.before.take() {
                    self.work = before;
                    self.notice = Some(Notice::Plain("undone"));
                }
            }
            Message::Play => {
                if let Some(model) = &self.model {
                    let question = what_if::question(&self.work.centre, &model.axis);
                    self.effects.push(Effect::Ask("b", question));
                    (self.game, self.playing) = (Some(Played::default()), true);
                }
                changed = false;
            }
            Message::Stop => {
                self.end_game();
                self.notice = Some(Notice::Plain("stopped"));
                changed = false;
            }
            Message::CopyLink => {
                self.effects.push(Effect::CopyLink);
                changed = false;
            }
            Message::Print => {
                // On paper nothing is folded.
                self.unfolded = true;
                self.effects.push(Effect::Print);
                changed = false;
            }
            Message::Download(place) => {
                if let Some(format) = Format::ALL.get(place) {
                    self.effects.push(Effect::Download(*format));
                    self.notice = Some(Notice::Downloaded(*format));
                }
                changed = false;
            }
        }
        if changed {
            self.effects.push(Effect::Changed);
            self.stale = true;
            // What was played was another centre.
            self.end_game();
        }
        true
    }

    /// Writes into a cell; the row after the last one is there to begin with.
    fn cell(&mut self, place: usize, cell: impl Fn(&mut Row) -> &mut String, typed: &str) {
        if place == self.work.rows.len() && place < MOST_ROWS {
            self.work.rows.push(Row::default());
        }
        if let Some(row) = self.work.rows.get_mut(place) {
            *cell(row) = typed.into();
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::calendar::Date;
    use crate::content::Texts;

    pub(in super::super) fn state() -> State {
        let mut state = State { today: Some(number(Date::constant(2026, 11, 24))), ..State::default() };
        state.configure(None, None, None);
        state
    }

    /// Works out what follows and answers what is asked, as the page does; what else has to happen stays.
    pub(in super::super) fn settle(state: &mut State, texts: &Texts) {
        let mut game = None;
        loop {
            state.work_out(texts);
            if let Some(place) = state.effects.iter().position(|effect| matches!(effect, Effect::Ask(..))) {
                let Effect::Ask(what, question) = state.effects.remove(place) else { panic!() };
                let reply = crate::widgets::numbers::answer(&mut game, what, &question);
                state.replied(what, &question, &reply);
            } else if let Some(place) = state.effects.iter().position(|effect| *effect == Effect::Frame) {
                state.effects.remove(place);
                state.frame();
            } else {
                return;
            }
        }
    }

    fn texts() -> Texts {
        Texts::of(Language::NlBe).unwrap()
    }

    #[test]
    fn it_begins_on_the_first_lesson_day_with_sixty_people() {
        let mut state = state();
        assert_eq!(state.start, Some(number(Date::constant(2026, 9, 1))));
        assert_eq!((state.work.centre.people(), state.work.centre.group()), (60, 8));
        state.work_out(&texts());
        let model = state.model.as_ref().unwrap();
        // The morning that is read is today's: Monday of the week.
        assert_eq!(model.day(state.reading(model)), number(Date::constant(2026, 11, 23)));
    }

    #[test]
    fn an_attribute_goes_before_what_was_typed_only_when_it_changes() {
        let mut state = state();
        state.configure(Some(40), None, None);
        assert_eq!(state.work.centre.people(), 40);
        state.update(Message::People(0, "45"));
        state.configure(Some(40), Some(5), Some(number(Date::constant(2027, 1, 4))));
        assert_eq!((state.work.centre.people(), state.work.centre.group()), (45, 5));
        assert_eq!(state.start, Some(number(Date::constant(2027, 1, 4))));
    }

    #[test]
    fn what_was_taken_away_comes_back() {
        let mut state = state();
        state.update(Message::Date(0, "okt 2026"));
        state.update(Message::Count(0, "12"));
        state.update(Message::AddSite);
        assert_eq!((state.work.centre.sites.len(), &state.effects[2]), (2, &Effect::Focus("name-", 1)));
        let before = state.work.clone();
        for message in
            [Message::ClearRows, Message::RemoveRow(0), Message::RemoveSite(0), Message::Paste(0, "a;1\nb;2")]
        {
            state.update(message);
            assert_ne!(state.work, before);
            state.update(Message::Undo);
            assert_eq!(state.work, before);
        }
        // The last place stays, and so does a row that is not there.
        state.update(Message::RemoveSite(1));
        state.update(Message::RemoveSite(0));
        state.update(Message::RemoveRow(7));
        assert_eq!((state.work.centre.sites.len(), state.work.rows.len()), (1, 1));
    }

    #[test]
    fn a_start_that_is_no_day_leaves_the_curve_as_it_was() {
        let mut state = state();
        let start = state.start;
        for typed in ["", "1950-01-01", "x"] {
            state.update(Message::Start(typed));
            assert_eq!((state.start, state.start_typed.as_deref()), (start, Some(typed)));
        }
        state.update(Message::Start("2027-01-04"));
        assert_eq!((state.start, state.start_typed.as_deref()), (Some(number(Date::constant(2027, 1, 4))), None));
    }

    #[test]
    fn the_pointer_goes_to_the_nearest_morning_and_says_nothing_twice() {
        let mut state = state();
        state.work_out(&texts());
        assert!(state.update(Message::Hover("0")));
        assert_eq!(state.cursor, Some(0));
        assert!(!state.update(Message::Hover("10")));
        assert!(state.update(Message::Hover("1000")));
        let model = state.model.as_ref().unwrap();
        assert_eq!(state.cursor, Some(model.shown - 1));
        assert!(state.update(Message::Read("3")) && !state.update(Message::Read("3")));
        // Nothing was worked out anew for that.
        assert!(!state.stale && state.effects.is_empty());
    }

    #[test]
    fn what_was_kept_is_taken_up() {
        let mut state = state();
        state.update(Message::Name(0, "Noord"));
        state.update(Message::Layer(0));
        let kept = state.stored();
        let mut fresh = self::state();
        assert!(fresh.restore(&kept));
        assert_eq!((fresh.work, fresh.layers), (state.work, state.layers));
        let mut fresh = self::state();
        for broken in ["", "1~1950-01-01~t~2!s~~60~8~slow", "x"] {
            assert!(!fresh.restore(broken));
        }
        assert_eq!(fresh.work, Work::default());
    }
}
