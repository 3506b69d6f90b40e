//! What a goal widget knows, and what each message makes of it. Pure: no page and no clock.

use alloc::string::String;
use alloc::vec::Vec;

use super::draft::{Draft, Slot};
use super::history::History;
use super::message::{Format, Message};
use super::reading::{Read, Reader};
use crate::calendar::{Date, iso};
use crate::content::{Language, Texts};
use crate::knoster::{ChangeElement, Variant};
use crate::smarti::json::Value;
use crate::smarti::reading::Evidence;
use crate::smarti::{CriterionLabels, Goal, GoalStatus, ItemId, Numbering, Plan, PlanError};

/// What has to happen outside of the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// The plan or the draft changed: tell the page and its form, and keep it where that was asked.
    Changed,
    /// A goal was put in the list: tell the page.
    Completed,
    /// Put the focus on the element with this id.
    Focus(String),
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
    /// A file could not be opened, or the plan cannot hold more.
    Fault(PlanError),
    Downloaded(Format),
}

/// What can be undone: the plan, and what is being written for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Work {
    pub(super) plan: Plan,
    pub(super) draft: Draft,
    /// The strategic goal that new goals come under; one that is not there stands for the last.
    pub(super) under: ItemId,
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
    /// The elements of a change that came out weak in a self-check.
    pub(super) weak: Vec<ChangeElement>,
    pub(super) notice: Option<Notice>,
    /// What stands in the element from the start, as JSON.
    pub(super) initial: String,
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
    pub(super) fn read_again(&mut self) {
        let before = self.evidence();
        self.read = match (&self.reader, self.today) {
            (Some(reader), Some(today)) if !self.work.draft.is_blank() => Some(reader.read(&self.work.draft.text, today)),
            _ => None,
        };
        self.heard = 0;
        for (letter, (before, now)) in before.into_iter().zip(self.evidence()).enumerate() {
            self.heard |= u8::from(before != now) << letter;
        }
    }

    /// How far each letter is carried.
    pub(super) fn evidence(&self) -> [Evidence; 6] {
        core::array::from_fn(|letter| self.read.as_ref().map_or(Evidence::Absent, |read| read.evidence(letter)))
    }

    /// The plan and what is being written, as JSON; empty where there is neither.
    pub(super) fn value(&self) -> String {
        let Work { plan, draft, .. } = &self.work;
        if *draft == Draft::default() && *plan == Plan::default() {
            return String::new();
        }
        let mut value = plan.to_value();
        if let Value::Object(fields) = &mut value
            && *draft != Draft::default()
        {
            fields.push(("draft".into(), draft.to_value()));
        }
        value.to_json()
    }

    /// Takes a plan as JSON, with what was being written, in place of what is there. Nothing at all is an empty plan.
    pub(super) fn write_value(&mut self, json: &str) -> Result<(), PlanError> {
        let mut work = Work::default();
        if !crate::content::trim(json).is_empty() {
            let mut value = Value::parse(json)?;
            if let Value::Object(fields) = &mut value
                && let Some(at) = fields.iter().position(|(name, _)| name == "draft")
            {
                work.draft = Draft::from_value(&fields.remove(at).1);
            }
            work.plan = Plan::from_value(value)?;
        }
        work.draft.of = work.draft.of.filter(|id| work.plan.goal(*id).is_some());
        if work != self.work {
            self.keep(0);
            self.work = work;
        }
        self.notice = None;
        self.read_again();
        Ok(())
    }

    /// Opens a file; a plan that cannot be read leaves everything as it is.
    pub(super) fn open(&mut self, json: &str) -> Vec<Effect> {
        let draft = self.work.draft.clone();
        match self.write_value(json) {
            Ok(()) => {
                if self.work.draft.is_blank() && draft.of.is_none() {
                    self.work.draft = draft;
                    self.read_again();
                }
                self.notice = Some(Notice::Count("opened", self.work.plan.goals().count()));
                Vec::from([Effect::Changed, Effect::Completed])
            }
            Err(error) => {
                self.notice = Some(Notice::Fault(error));
                Vec::new()
            }
        }
    }

    /// Takes a message in; what comes back has to happen, in this order.
    pub(super) fn update(&mut self, message: Message<'_>, texts: &Texts) -> Vec<Effect> {
        if self.disabled && !matches!(message, Message::Jump(_) | Message::Print | Message::Download(_)) {
            return Vec::new();
        }
        self.notice = None;
        self.heard = 0;
        match message {
            Message::Write(text) => {
                if text != self.work.draft.text {
                    self.keep(WRITING);
                    self.work.draft.write(text);
                    self.read_again();
                }
                Vec::from([Effect::Changed])
            }
            Message::Jump(cue) => self.jump(cue),
            Message::Correct(slot, text) => self.correct(Slot::ALL.get(slot), Some(text)),
            Message::TakeBack(slot) => {
                let mut effects = self.correct(Slot::ALL.get(slot), None);
                if let Some(slot) = Slot::ALL.get(slot) {
                    effects.push(Effect::Focus(["slot-", slot.id()].concat()));
                }
                effects
            }
            Message::Choose(reading) => {
                let due = self.read.as_ref().and_then(|read| read.time()?.alternatives.get(reading)).map(|way| iso(way.due));
                self.correct(Some(&Slot::End), due.as_deref())
            }
            Message::Use(example) => self.take(Draft::of_text(example_text(example, texts)), "used"),
            Message::Wipe => self.take(Draft::default(), "wiped"),
            Message::Cancel => self.take(Draft::default(), "cancelled"),
            Message::Add => self.add(),
            Message::AddAll => self.add_all(),
            Message::Undo => self.step(true),
            Message::Redo => self.step(false),
            Message::Strategic(id, title) => {
                self.keep(NAMING + id);
                let id = self.strategic_goal(id);
                let named = id.and_then(|id| self.work.plan.set_title_of(id, title));
                self.told(named, None)
            }
            Message::AddStrategic => {
                self.keep(0);
                let added = self.work.plan.add_strategic_goal("");
                let focus = added.as_ref().map(|id| numbered("strategic-", *id)).unwrap_or_default();
                if let Ok(id) = added {
                    self.work.under = id;
                }
                let mut effects = self.told(added.map(|_| ()), None);
                effects.push(Effect::Focus(focus));
                effects
            }
            Message::Under(id) => {
                self.keep(0);
                let chosen = self.work.plan.strategic_goals().iter().map(|goal| goal.id());
                self.work.under = chosen.into_iter().find(|known| crate::chart::whole(*known as usize) == id).unwrap_or(0);
                Vec::from([Effect::Changed])
            }
            Message::Number(numbering) => {
                self.keep(0);
                self.work.plan.set_numbering(Numbering::from_id(numbering).unwrap_or_default());
                Vec::from([Effect::Changed])
            }
            Message::Edit(id) => self.edit(id),
            Message::Remove(id) => {
                self.keep(0);
                if self.work.draft.of == Some(id) {
                    self.work.draft.of = None;
                }
                let removed = self.work.plan.remove(id).map(|_| ());
                let mut effects = self.told(removed, Some(Notice::Plain("removed")));
                effects.push(Effect::Focus("list".into()));
                effects
            }
            Message::Up(id) => self.shift(id, true),
            Message::Down(id) => self.shift(id, false),
            Message::Stand(id, stand) => {
                self.keep(0);
                let status = GoalStatus::from_id(stand).unwrap_or_default();
                let goal = self.work.plan.goal(id).map(|goal| goal.with().status(status).build());
                let done = match goal {
                    Some(Ok(goal)) => self.work.plan.replace_goal(id, goal),
                    _ => Ok(()),
                };
                self.told(done, None)
            }
            Message::Print => Vec::from([Effect::Print]),
            Message::Download(format) => {
                self.notice = Some(Notice::Downloaded(format));
                Vec::from([Effect::Download(format)])
            }
        }
    }

    #[inline(never)]
    fn keep(&mut self, run: u32) {
        let Self { history, work, .. } = self;
        history.keep(run, || work.clone());
    }

    fn jump(&self, cue: usize) -> Vec<Effect> {
        let cues = self.read.iter().flat_map(|read| (0..6).flat_map(move |letter| read.cues(letter)));
        cues.skip(cue).take(1).map(|cue| Effect::Select(cue.span.start, cue.span.end)).collect()
    }

    fn correct(&mut self, slot: Option<&Slot>, text: Option<&str>) -> Vec<Effect> {
        let Some(slot) = slot else { return Vec::new() };
        self.keep(CORRECTING + *slot as u32);
        self.work.draft.set_own(*slot, text);
        Vec::from([Effect::Changed])
    }

    /// Something else to write on; what was there can be put back.
    #[inline(never)]
    fn take(&mut self, draft: Draft, notice: &'static str) -> Vec<Effect> {
        self.keep(0);
        self.work.draft = draft;
        self.read_again();
        self.heard = 0;
        self.notice = Some(Notice::Plain(notice));
        Vec::from([Effect::Focus("goal".into()), Effect::Changed])
    }

    fn edit(&mut self, id: ItemId) -> Vec<Effect> {
        let Some(goal) = self.work.plan.goal(id) else { return Vec::new() };
        let read = self.reader.as_ref().zip(self.today).map(|(reader, today)| reader.read(goal.text(), today));
        let draft = Draft::of_goal(goal, read.as_ref(), self.language);
        let effects = self.take(draft, "");
        self.notice = Some(Notice::About("editing", id));
        effects
    }

    fn step(&mut self, back: bool) -> Vec<Effect> {
        let Self { history, work, .. } = self;
        let moved = if back { history.undo(work) } else { history.redo(work) };
        if !moved {
            return Vec::new();
        }
        self.read_again();
        self.heard = 0;
        self.notice = Some(Notice::Plain(if back { "undone" } else { "redone" }));
        Vec::from([Effect::Changed])
    }

    fn shift(&mut self, id: ItemId, up: bool) -> Vec<Effect> {
        self.keep(0);
        let moved = if up { self.work.plan.move_up(id) } else { self.work.plan.move_down(id) };
        let mut effects = self.told(moved.map(|_| ()), Some(Notice::About("moved", id)));
        effects.push(Effect::Focus(numbered(if up { "up-" } else { "down-" }, id)));
        effects
    }

    /// The strategic goal with this id, or the last; a first one is made where there is none.
    fn strategic_goal(&mut self, id: ItemId) -> Result<ItemId, PlanError> {
        let plan = &mut self.work.plan;
        let known = plan.strategic_goal(id).or(plan.strategic_goals().last()).map(|goal| goal.id());
        match known {
            Some(known) => Ok(known),
            None => plan.add_strategic_goal(""),
        }
    }

    fn add(&mut self) -> Vec<Effect> {
        let draft = &self.work.draft;
        if draft.is_blank() {
            return Vec::from([Effect::Focus("goal".into())]);
        }
        let base = draft.of.and_then(|id| self.work.plan.goal(id));
        let goal = match draft.to_goal(base, self.read.as_ref(), self.language) {
            Ok(goal) => goal,
            Err(slot) => {
                self.notice = Some(Notice::Slot(slot));
                return Vec::from([Effect::Focus(["slot-", slot.id()].concat())]);
            }
        };
        let edited = base.map(Goal::id);
        self.keep(0);
        let done = match edited {
            Some(id) => self.work.plan.replace_goal(id, goal),
            None => self.put(goal),
        };
        if done.is_ok() {
            self.work.draft = Draft::default();
            self.read_again();
            self.heard = 0;
        }
        let mut effects = self.told(done, Some(Notice::Plain(if edited.is_some() { "saved" } else { "added" })));
        effects.extend([Effect::Focus("goal".into()), Effect::Completed]);
        effects
    }

    fn put(&mut self, goal: Goal) -> Result<(), PlanError> {
        let under = self.strategic_goal(self.work.under)?;
        self.work.plan.add_goal(under, goal).map(|_| ())
    }

    /// How many goals the sentence seems to be.
    pub(super) fn pasted(&self) -> usize {
        1
    }

    fn add_all(&mut self) -> Vec<Effect> {
        Vec::new()
    }

    /// What follows from a change of the plan: a notice, or what stands in its way.
    #[inline(never)]
    fn told(&mut self, done: Result<(), PlanError>, notice: Option<Notice>) -> Vec<Effect> {
        self.notice = match done {
            Ok(()) => notice,
            Err(error) => Some(Notice::Fault(error)),
        };
        Vec::from([Effect::Changed])
    }
}

/// The id of an element of the page that belongs to something in the plan.
pub(super) fn numbered(name: &str, id: ItemId) -> String {
    [name, &crate::chart::whole(id as usize)].concat()
}

/// A way to begin (0) or an example (1, 2) for an element: three for each, in their order.
pub(super) fn example_text(example: usize, texts: &Texts) -> &str {
    let element = Variant::Consensus.elements().get(example / 3).map_or("", |element| element.id());
    let which = ["begin", "1", "2"].get(example % 3).copied().unwrap_or_default();
    texts.at(&["goal-widget.for.", element, ".", which])
}
