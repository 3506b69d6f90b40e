//! What a goal widget knows, and what each message makes of it. Pure: no page and no clock.

use alloc::string::String;
use alloc::vec::Vec;

use super::draft::{Draft, Slot};
use super::history::History;
use super::message::{Format, Message};
use super::reading::{Read, Reader};
use super::tree;
use crate::calendar::{Date, iso};
use crate::content::{Language, Texts, trim};
use crate::knoster::{ChangeElement, Variant};
use crate::smarti::json::Value;
use crate::smarti::reading::Evidence;
use crate::smarti::{CriterionLabels, ItemId, Level, PastedGoal, Plan, PlanError, goals_from_text};

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
    /// A file could not be opened.
    Fault(PlanError),
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
    /// The entries of a pasted list.
    pub(super) pasted: Vec<PastedGoal>,
    /// The elements of a change that came out weak in a self-check.
    pub(super) weak: Vec<ChangeElement>,
    pub(super) notice: Option<Notice>,
    /// What stands in the element from the start, as JSON.
    pub(super) initial: String,
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
        self.pasted = goals_from_text(text);
        self.heard = 0;
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

    /// Takes a plan as JSON, with what was being written, in place of what is there. Nothing at all is an empty plan.
    pub(super) fn write_value(&mut self, json: &str) -> Result<(), PlanError> {
        let mut work = Work::default();
        if !trim(json).is_empty() {
            let mut value = Value::parse(json)?;
            if let Some(draft) = value.get("draft") {
                work.draft = Draft::from_value(draft);
            }
            tree::set(&mut value, "draft", "".into());
            work.plan = Plan::from_value(value)?.to_value();
        }
        work.draft.of = work.draft.of.filter(|id| tree::place(&work.plan, *id).is_some());
        if work != self.work {
            self.keep(0);
            self.work = work;
        }
        self.notice = None;
        self.read_again();
        Ok(())
    }

    /// Opens a file; a plan that cannot be read leaves everything as it is, and so does one without a goal that is being
    /// written for what is being written here.
    pub(super) fn open(&mut self, json: &str) {
        let before = self.work.draft.clone();
        self.notice = Some(match self.write_value(json) {
            Ok(()) => {
                if self.work.draft == Draft::default() && before.of.is_none() {
                    self.work.draft = before;
                    self.read_again();
                }
                self.effects.extend([Effect::Changed, Effect::Completed]);
                Notice::Count("opened", tree::count(&self.work.plan))
            }
            Err(error) => Notice::Fault(error),
        });
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
            Message::AddAll => self.add_all(),
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
        let goal = match draft.to_goal(base.unwrap_or_else(|| tree::with_id(plan)), self.read.as_ref(), self.language) {
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

    /// Puts a pasted list in the plan: strategic goals as they stand there, goals under the last of them, and actions under
    /// the last goal.
    fn add_all(&mut self) {
        let pasted = core::mem::take(&mut self.pasted);
        let mut goals = 0;
        self.take(Draft::default(), Notice::Missing);
        let under = self.work.under;
        let plan = &mut self.work.plan;
        let mut strategic = None;
        for entry in &pasted {
            let mut new = tree::with_id(plan);
            tree::set(&mut new, "text", (&*entry.text).into());
            let place = match entry.level {
                Level::Strategic => {
                    strategic = Some(tree::add_strategic(plan, &entry.text));
                    continue;
                }
                _ => *strategic.get_or_insert_with(|| tree::strategic_place(plan, under)),
            };
            let Some(list) = tree::goals_mut(plan, place) else { continue };
            let actions = match list.last_mut() {
                Some(last) if entry.level == Level::Action && goals > 0 => tree::list_mut(last, "actions"),
                _ => None,
            };
            match actions {
                Some(actions) => actions.push(new),
                None => {
                    goals += 1;
                    list.push(new);
                }
            }
        }
        self.notice = Some(Notice::Count("added-all", goals));
        self.effects.push(Effect::Completed);
    }
}

/// A way to begin (0) or an example (1, 2) for an element: three for each, in their order.
pub(super) fn example_text(example: usize, texts: &Texts) -> &str {
    let element = Variant::Consensus.elements().get(example / 3).map_or("", |element| element.id());
    let which = ["begin", "1", "2"].get(example % 3).copied().unwrap_or_default();
    texts.at(&["goal-widget.for.", element, ".", which])
}
