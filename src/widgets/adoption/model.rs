//! What follows from what was filled in.

use alloc::vec::Vec;

use super::axis::Axis;
use super::fit::{self, Outcome};
use super::plan::Plan;
use super::seen::{Frame, RowFault, Seen, read};
use super::state::{Effect, State};
use crate::chart::Plot;
use crate::content::Texts;

/// What is worked out from that.
#[derive(Clone, Debug)]
pub(super) struct Model {
    pub(super) axis: Axis,
    pub(super) plan: Plan,
    /// How many mornings are shown.
    pub(super) shown: usize,
    pub(super) seen: Vec<Seen>,
    pub(super) faults: Vec<Option<RowFault>>,
    pub(super) outcome: Outcome,
    /// What the plan expects at the end of the last day that was seen.
    pub(super) planned: Option<f64>,
}

impl State {
    /// Works out what follows from what was filled in, where that is not there yet.
    pub(super) fn work_out(&mut self, texts: &Texts) {
        if !core::mem::take(&mut self.stale) {
            return;
        }
        // While the start stays, so does the time: to count six years of lesson days takes longer than all the rest.
        let (known, before) = self.model.take().map(|model| (model.axis, model.outcome)).unzip();
        let (known, before) =
            (known.filter(|axis: &Axis| Some(axis.start()) == self.start), before.unwrap_or_default());
        let Some(axis) = known.or_else(|| self.start.and_then(Axis::new)) else { return };
        let centre = &self.work.centre;
        let plan = Plan::new(centre, &axis);
        let frame = Frame {
            start: axis.start(),
            today: self.today,
            group: centre.group(),
            people: centre.people(),
            each: self.work.each,
        };
        let (seen, faults) = read(&self.work.rows, frame, texts);
        let question = fit::question(&seen, &axis, frame.group, frame.people);
        // Until the answer comes, what was there before it stays.
        let outcome = if question.is_empty() { Outcome::Nothing } else { before };
        let shown = shown(&axis, &plan, &seen);
        let planned = seen.last().map(|seen| Plan::at(centre, axis.at_end_of(seen.day)));
        self.model = Some(Model { axis, plan, shown, seen, faults, outcome, planned });
        if question != self.asked {
            self.answer = None;
            if !question.is_empty() {
                self.effects.push(Effect::Ask("f", question.clone()));
            }
            self.asked = question;
        }
        self.take_answer();
    }

    /// Goes to the morning under a pointer, at so many thousandths of the drawing's width.
    pub(super) fn hover(&mut self, thousandths: u32) {
        let Some(model) = &self.model else { return };
        let (from, to) = Plot::inset(f64::from(self.width));
        let share = (f64::from(thousandths) / 1000.0 - from) / (to - from);
        let (first, last) = model.span();
        let day = first + (last - first) * share.clamp(0.0, 1.0);
        let near = |place: &usize| (f64::from(model.day(*place)) - day).abs();
        self.cursor = (0..model.shown).min_by(|a, b| near(a).total_cmp(&near(b)));
    }

    /// The morning that is read: the one that was chosen, else the last one until today.
    pub(super) fn reading(&self, model: &Model) -> usize {
        let today = || model.axis.mornings.iter().rposition(|morning| Some(morning.day) <= self.today);
        self.cursor.or_else(today).unwrap_or_default().min(model.shown - 1)
    }
}

impl Model {
    /// The day of a morning.
    pub(super) fn day(&self, place: usize) -> i32 {
        self.axis.mornings.get(place).map_or(0, |morning| morning.day)
    }

    /// The first and the last day that are shown.
    pub(super) fn span(&self) -> (f64, f64) {
        (f64::from(self.day(0)), f64::from(self.day(self.shown - 1)))
    }
}

/// How many mornings are shown: until everyone is there or a school year has passed, with room for what was seen.
fn shown(axis: &Axis, plan: &Plan, seen: &[Seen]) -> usize {
    let most = axis.mornings.len();
    // A year of lessons, and at most five.
    let year = axis.morning_after(9.8).unwrap_or(most);
    let five = axis.morning_after(49.0).unwrap_or(most);
    let all = plan.morning_of(plan.people).map_or(most, |place| place + 4);
    let last = seen.last().map_or(0, |seen| {
        axis.mornings.iter().position(|morning| morning.day > seen.day).map_or(most, |place| place + 8)
    });
    all.min(five).max(year).max(last).min(most).max(2)
}
