//! What a goal widget knows, and what each message makes of it. Pure: no page and no clock.

use alloc::string::String;
use alloc::vec::Vec;

use super::draft::{Draft, Slot};
use super::history::History;
use super::message::{Format, Message};
use super::reading::{Read, Reader};
use super::tree;
use crate::calendar::{Date, iso};
use crate::content::{Language, Texts, split, trim};
use crate::knoster::{ChangeElement, Variant};
use crate::smarti::json::Value;
use crate::smarti::reading::Evidence;
use crate::smarti::{CriterionLabels, ItemId, Plan};

/// What has to happen outside of the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// The plan or the draft changed: tell the page and its form, and keep it where that was asked.
    Changed,
    /// A goal was put in the list: tell the page.
    Completed,
    /// Put the focus on the element with this id, and after it this number where it is not zero.
    Focus(&'static str, ItemId),
    /// Select these bytes of the sentence.
    Select(usize, usize),
    Print,
    Download(Format),
    /// Ask about the whole plan: what the answer is for.
    Ask(u8),
}

/// Something to tell once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    /// The text under `goal-widget.notice` with this key.
    Plain(&'static str),
    /// The same, with a number of goals.
    Count(&'static str, usize),
    /// The same, about a goal of the list.
    About(&'static str, ItemId),
    /// What a form misses.
    Missing,
    /// A field cannot be understood.
    Slot(Slot),
    /// What is wrong with a plan from outside, in the words of the reader.
    Said(String),
    Downloaded(Format),
}

/// What can be undone: the plan, and what is being written for it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Work {
    pub(super) plan: Value,
    pub(super) draft: Draft,
    /// The strategic goal that new goals come under; one that is not there stands for the last.
    pub(super) under: ItemId,
}

impl Default for Work {
    fn default() -> Self {
        let plan = Value::Object(Vec::from([("schema".into(), tree::number(Plan::SCHEMA))]));
        Self { plan, draft: Draft::default(), under: 0 }
    }
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
    /// How many goals the text seems to be, where it has several lines.
    pub(super) pasted: usize,
    /// What is worth a look in the plan.
    pub(super) warnings: Vec<String>,
    /// The elements of a change that came out weak in a self-check.
    pub(super) weak: Vec<ChangeElement>,
    pub(super) notice: Option<Notice>,
    /// What has to happen once the page is drawn.
    pub(super) effects: Vec<Effect>,
}

/// Runs of changes that are one step to undo.
const WRITING: u32 = 1;
const CORRECTING: u32 = 2;
const NAMING: u32 = 100;

impl State {
    /// Whether there is something to undo, and to redo.
    pub(super) fn can_undo_redo(&self) -> (bool, bool) {
        self.history.can()
    }

    /// Reads the sentence again, as when the language, the day or the text changed.
    #[inline(never)]
    pub(super) fn read_again(&mut self) {
        let text = &self.work.draft.text;
        self.read = match (&self.reader, self.today) {
            (Some(reader), Some(today)) if !self.work.draft.is_blank() => Some(reader.read(text, today)),
            _ => None,
        };
        self.heard = 0;
        // Only what goes on after a line break can be a list.
        if trim(text).bytes().any(|byte| byte == b'\n') {
            self.effects.push(Effect::Ask(b'l'));
        } else {
            self.pasted = 0;
        }
    }

    /// How far each letter is carried.
    fn evidence(&self) -> [Evidence; 6] {
        core::array::from_fn(|letter| self.read.as_ref().map_or(Evidence::Absent, |read| read.evidence(letter)))
    }

    /// The plan and what is being written, as JSON; empty where there is neither.
    pub(super) fn value(&self) -> String {
        let Work { plan, draft, .. } = &self.work;
        let blank = Work::default();
        if *draft == blank.draft {
            return if *plan == blank.plan { String::new() } else { plan.to_json() };
        }
        let mut value = plan.clone();
        tree::set(&mut value, "draft", draft.to_value());
        value.to_json()
    }

    /// The same with where new goals come, for questions about the whole plan.
    pub(super) fn question(&self) -> String {
        let mut value = self.work.plan.clone();
        tree::set(&mut value, "draft", self.work.draft.to_value());
        tree::set(&mut value, "under", tree::number(self.work.under));
        value.to_json()
    }

    /// Takes a plan as this release writes it, with what was being written, in place of what is there; nothing at all is an
    /// empty plan. False where it is no such thing, and then everything stays.
    pub(super) fn take_plan(&mut self, json: &str) -> bool {
        let mut work = Work::default();
        if !trim(json).is_empty() {
            let Ok(value @ Value::Object(_)) = Value::parse(json) else { return false };
            work.plan = value;
            if let Some(draft) = work.plan.get("draft") {
                work.draft = Draft::from_value(draft);
            }
            tree::set(&mut work.plan, "draft", "".into());
        }
        work.draft.of = work.draft.of.filter(|id| tree::place(&work.plan, *id).is_some());
        if work != self.work {
            self.keep(0);
            self.work = work;
        }
        self.notice = None;
        self.read_again();
        self.effects.push(Effect::Changed);
        true
    }

    /// Takes the answer to a question about the plan.
    pub(super) fn answered(&mut self, what: u8, answer: &str) {
        if what == b'l' {
            let mut lines = split(answer, b'\n');
            self.pasted = lines.next().map_or(0, |count| tree::whole(count) as usize);
            self.warnings = lines.map(String::from).collect();
            return;
        }
        let draft = self.work.draft.clone();
        let before = tree::count(&self.work.plan);
        if !self.take_plan(answer) {
            return;
        }
        match what {
            b'p' => {
                self.notice = Some(Notice::Count("added-all", tree::count(&self.work.plan).saturating_sub(before)));
                self.effects.extend([Effect::Focus("goal", 0), Effect::Completed]);
            }
            b'r' => {
                // A file with a list alone leaves what is being written.
                if self.work.draft == Draft::default() && draft.of.is_none() {
                    self.work.draft = draft;
                    self.read_again();
                }
                self.notice = Some(Notice::Count("opened", tree::count(&self.work.plan)));
                self.effects.push(Effect::Completed);
            }
            _ => {}
        }
    }

    /// Takes a message in.
    pub(super) fn update(&mut self, message: Message<'_>, texts: &Texts) {
        if self.disabled && !matches!(message, Message::Jump(_) | Message::Print | Message::Download(_)) {
            return;
        }
        self.notice = None;
        match message {
            Message::Write(text) => {
                if text == self.work.draft.text {
                    return;
                }
                self.keep(WRITING);
                self.work.draft.write(text);
                let before = self.evidence();
                self.read_again();
                for (letter, (before, now)) in before.into_iter().zip(self.evidence()).enumerate() {
                    self.heard |= u8::from(before != now) << letter;
                }
            }
            Message::Jump(cue) => {
                let cues = self.read.iter().flat_map(|read| (0..6).flat_map(move |letter| read.cues(letter)));
                self.effects.extend(cues.skip(cue).take(1).map(|cue| Effect::Select(cue.span.start, cue.span.end)));
                return;
            }
            Message::Correct(slot, text) => self.correct(slot, Some(text)),
            Message::TakeBack(slot) => {
                self.correct(slot, None);
                self.effects.push(Effect::Focus("slot-", slot as ItemId + 1));
            }
            Message::Choose(reading) => {
                let ways = self.read.as_ref().and_then(Read::time).map_or(&[][..], |time| &time.alternatives);
                let due = ways.get(reading).map(|way| iso(way.due));
                self.correct(Slot::End as usize, due.as_deref());
            }
            Message::Use(example) => self.take(Draft::of_text(example_text(example, texts)), Notice::Plain("used")),
            Message::Wipe => self.take(Draft::default(), Notice::Plain("wiped")),
            Message::Cancel => self.take(Draft::default(), Notice::Plain("cancelled")),
            Message::Edit(id) => {
                let Some(goal) = tree::place(&self.work.plan, id).and_then(|place| tree::goal_at(&self.work.plan, place))
                else {
                    return;
                };
                let read = self.reader.as_ref().zip(self.today);
                let read = read.map(|(reader, today)| reader.read(tree::text(goal, "text"), today));
                let draft = Draft::of_goal(goal, read.as_ref());
                self.take(draft, Notice::About("editing", id));
            }
            Message::Add => self.add(),
            Message::AddAll => {
                self.effects.push(Effect::Ask(b'p'));
                return;
            }
            Message::Undo | Message::Redo => {
                let Self { history, work, .. } = self;
                let back = message == Message::Undo;
                if !(if back { history.undo(work) } else { history.redo(work) }) {
                    return;
                }
                self.read_again();
                self.notice = Some(Notice::Plain(if back { "undone" } else { "redone" }));
            }
            Message::Strategic(id, title) => {
                self.keep(NAMING + id);
                let place = tree::strategic_place(&mut self.work.plan, id);
                self.set(place, None, "title", title);
            }
            Message::AddStrategic => {
                self.keep(0);
                let place = tree::add_strategic(&mut self.work.plan, "");
                let id = tree::strategic_goals(&self.work.plan).get(place).map_or(0, tree::id);
                self.work.under = id;
                self.effects.push(Effect::Focus("strategic-", id));
            }
            Message::Under(id) => self.work.under = tree::whole(id),
            Message::Number(numbering) => {
                self.keep(0);
                tree::set(&mut self.work.plan, "numbering", numbering.into());
            }
            Message::Remove(id) => {
                let Some((strategic, goal)) = tree::place(&self.work.plan, id) else { return };
                self.keep(0);
                if self.work.draft.of == Some(id) {
                    self.work.draft.of = None;
                }
                if let Some(goals) = tree::goals_mut(&mut self.work.plan, strategic) {
                    goals.remove(goal);
                }
                self.notice = Some(Notice::Plain("removed"));
                self.effects.push(Effect::Focus("list", 0));
            }
            Message::Up(id) | Message::Down(id) => {
                let up = matches!(message, Message::Up(_));
                self.keep(0);
                if tree::shift(&mut self.work.plan, id, up) {
                    self.notice = Some(Notice::About("moved", id));
                }
                self.effects.push(Effect::Focus(if up { "up-" } else { "down-" }, id));
            }
            Message::Stand(id, stand) => {
                let Some((strategic, goal)) = tree::place(&self.work.plan, id) else { return };
                self.keep(0);
                self.set(strategic, Some(goal), "status", stand);
            }
            Message::Print => {
                self.effects.push(Effect::Print);
                return;
            }
            Message::Download(format) => {
                self.notice = Some(Notice::Downloaded(format));
                self.effects.push(Effect::Download(format));
                return;
            }
        }
        self.effects.push(Effect::Changed);
        if tree::count(&self.work.plan) > 0 {
            self.effects.push(Effect::Ask(b'l'));
        }
    }

    #[inline(never)]
    fn keep(&mut self, run: u32) {
        let Self { history, work, .. } = self;
        history.keep(run, || work.clone());
    }

    #[inline(never)]
    fn correct(&mut self, slot: usize, text: Option<&str>) {
        self.keep(CORRECTING + slot as u32);
        if let Some(slot) = Slot::ALL.get(slot) {
            self.work.draft.set_own(*slot, text);
        }
    }

    /// Something else to write on; what was there can be put back.
    #[inline(never)]
    fn take(&mut self, draft: Draft, notice: Notice) {
        self.keep(0);
        self.work.draft = draft;
        self.read_again();
        self.notice = Some(notice);
        self.effects.push(Effect::Focus("goal", 0));
    }

    /// Sets a text of a strategic goal, or of a goal under it.
    #[inline(never)]
    fn set(&mut self, strategic: usize, goal: Option<usize>, name: &str, text: &str) {
        let plan = &mut self.work.plan;
        let found = match goal {
            Some(goal) => tree::goals_mut(plan, strategic).and_then(|goals| goals.get_mut(goal)),
            None => tree::strategic_mut(plan, strategic),
        };
        if let Some(found) = found {
            tree::set(found, name, text.into());
        }
    }

    /// Puts what is being written in the list.
    fn add(&mut self) {
        let Work { plan, draft, .. } = &self.work;
        if draft.is_blank() {
            self.effects.push(Effect::Focus("goal", 0));
            return;
        }
        let place = draft.of.and_then(|id| tree::place(plan, id));
        let base = place.and_then(|place| tree::goal_at(plan, place)).cloned();
        let goal = match draft.to_goal(base.unwrap_or_else(|| tree::with_id(plan)), self.read.as_ref()) {
            Ok(goal) => goal,
            Err(slot) => {
                self.notice = Some(slot.map_or(Notice::Plain("too-long"), Notice::Slot));
                self.effects.push(slot.map_or(Effect::Focus("goal", 0), |slot| Effect::Focus("slot-", slot as ItemId + 1)));
                return;
            }
        };
        self.take(Draft::default(), Notice::Plain(if place.is_some() { "saved" } else { "added" }));
        let plan = &mut self.work.plan;
        let strategic = match place {
            Some((strategic, _)) => strategic,
            None => tree::strategic_place(plan, self.work.under),
        };
        if let Some(goals) = tree::goals_mut(plan, strategic) {
            match place.and_then(|(_, at)| goals.get_mut(at)) {
                Some(there) => *there = goal,
                None => goals.push(goal),
            }
        }
        self.effects.push(Effect::Completed);
    }
}

/// A way to begin (0) or an example (1, 2) for an element: three for each, in their order.
pub(super) fn example_text(example: usize, texts: &Texts) -> &str {
    let element = Variant::Consensus.elements().get(example / 3).map_or("", |element| element.id());
    let which = ["begin", "1", "2"].get(example % 3).copied().unwrap_or_default();
    texts.at(&["goal-widget.for.", element, ".", which])
}
