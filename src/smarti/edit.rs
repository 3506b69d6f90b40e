//! What is done to a plan that has something in it: change, remove and move, by id.

use alloc::string::String;
use alloc::vec::Vec;

use super::plan::{ItemId, Place, Plan, check_title, room};
use super::{Action, Goal, PlanError, StrategicGoal};

/// What was removed, as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    target_pointer_width = "64",
    expect(clippy::large_enum_variant, reason = "one is taken out at a time, and put back or let go at once")
)]
pub enum Removed {
    /// A strategic goal with all its goals.
    StrategicGoal(StrategicGoal),
    /// A goal with all its actions.
    Goal(Goal),
    /// An action.
    Action(Action),
}

impl Plan {
    /// Sets the sentence of a strategic goal.
    ///
    /// # Errors
    ///
    /// [`PlanError::UnknownId`] where there is no such strategic goal, [`PlanError::Goal`] for a title that is too long.
    pub fn set_title_of(&mut self, strategic: ItemId, title: impl Into<String>) -> Result<(), PlanError> {
        let title = title.into();
        check_title(&title)?;
        self.strategic_mut(strategic)?.title = title;
        Ok(())
    }

    /// Puts a goal in the place of the one with this id, which it keeps. Actions that are new get an id.
    ///
    /// # Errors
    ///
    /// [`PlanError::UnknownId`] where there is no such goal.
    pub fn replace_goal(&mut self, id: ItemId, mut goal: Goal) -> Result<(), PlanError> {
        let known: Vec<ItemId> = self.goal_mut(id)?.actions.iter().map(|action| action.id).collect();
        goal.id = id;
        let mut used: Vec<ItemId> = Vec::new();
        for action in &mut goal.actions {
            if !known.contains(&action.id) || used.contains(&action.id) {
                action.id = self.next_id();
            }
            used.push(action.id);
        }
        *self.goal_mut(id)? = goal;
        Ok(())
    }

    /// Puts an action in the place of the one with this id, which it keeps.
    ///
    /// # Errors
    ///
    /// [`PlanError::UnknownId`] where there is no such action, [`PlanError::Goal`] for texts that are too long.
    pub fn replace_action(&mut self, id: ItemId, mut action: Action) -> Result<(), PlanError> {
        action.check()?;
        action.id = id;
        let mut actions = self
            .strategic_goals
            .iter_mut()
            .flat_map(|strategic| &mut strategic.goals)
            .flat_map(|goal| &mut goal.actions);
        *actions.find(|known| known.id == id).ok_or(PlanError::UnknownId(id))? = action;
        Ok(())
    }

    /// Takes a strategic goal, a goal or an action out, with all that stands under it. Ids of what is left stay, and the
    /// numbers close up.
    ///
    /// # Errors
    ///
    /// [`PlanError::UnknownId`] where nothing has this id.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::content::{Language, Texts};
    /// use olievlek::smarti::{Plan, Removed, goals_from_text};
    ///
    /// let texts = Texts::of(Language::NlBe)?;
    /// let mut plan = Plan::new("Afspraken");
    /// let ids = plan.add_pasted(&goals_from_text("SD1 Samen\nOD1.1 Een visie\nOD1.2 Een overleg"))?;
    /// assert_eq!(plan.number(ids[2], &texts).as_deref(), Some("OD1.2"));
    /// assert!(matches!(plan.remove(ids[1])?, Removed::Goal(goal) if goal.text() == "Een visie"));
    /// assert_eq!(plan.number(ids[2], &texts).as_deref(), Some("OD1.1"));
    /// assert_eq!(plan.remove(ids[1]).map_err(|error| error.code()), Err("plan-unknown-id"));
    /// # Ok::<(), olievlek::Error>(())
    /// ```
    pub fn remove(&mut self, id: ItemId) -> Result<Removed, PlanError> {
        let place = self.place(id).ok_or(PlanError::UnknownId(id))?;
        self.take(place).ok_or(PlanError::UnknownId(id))
    }

    /// Moves something one place up. The first goal under a strategic goal becomes the last under the one before, and so
    /// for an action; what is first of all stays, and the answer is whether anything moved.
    ///
    /// # Errors
    ///
    /// [`PlanError::UnknownId`] where nothing has this id, [`PlanError::TooMany`] where there is no room.
    pub fn move_up(&mut self, id: ItemId) -> Result<bool, PlanError> {
        self.step(id, true)
    }

    /// Moves something one place down, as [`move_up`](Self::move_up) does upwards.
    ///
    /// # Errors
    ///
    /// As for [`move_up`](Self::move_up).
    pub fn move_down(&mut self, id: ItemId) -> Result<bool, PlanError> {
        self.step(id, false)
    }

    /// Moves something to a place among those of its kind: a goal under a strategic goal, an action under a goal, and a
    /// strategic goal in the plan, for which `parent` does not count. `index` counts from 0 in the list as it is without
    /// what is moved; past the end is last.
    ///
    /// # Errors
    ///
    /// [`PlanError::UnknownId`] where nothing has this id, [`PlanError::Place`] where `parent` cannot hold it, and
    /// [`PlanError::TooMany`] where there is no room.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::smarti::{Goal, Plan, goals_from_text};
    ///
    /// let mut plan = Plan::new("Afspraken");
    /// let ids = plan.add_pasted(&goals_from_text("SD1 a\nOD1.1 b\nOD1.2 c\nSD2 d\nOD2.1 e"))?;
    /// plan.move_to(ids[2], ids[3], 0)?;
    /// assert_eq!(plan.goals().map(Goal::text).collect::<String>(), "bce");
    /// assert_eq!(plan.strategic_goals()[1].goals().len(), 2);
    /// // A goal does not stand under a goal.
    /// assert_eq!(plan.move_to(ids[2], ids[1], 0).map_err(|error| error.code()), Err("plan-place"));
    /// # Ok::<(), olievlek::Error>(())
    /// ```
    pub fn move_to(&mut self, id: ItemId, parent: ItemId, index: usize) -> Result<(), PlanError> {
        let from = self.place(id).ok_or(PlanError::UnknownId(id))?;
        let mut to = from;
        match (&mut to.goal, &mut to.action) {
            (None, _) => to.strategic = index,
            (Some(goal), None) => {
                let place = self.place(parent).filter(|place| place.goal.is_none());
                to.strategic = place.ok_or(PlanError::Place(id))?.strategic;
                *goal = index;
            }
            (goal @ Some(_), Some(action)) => {
                let place = self.place(parent).filter(|place| place.action.is_none() && place.goal.is_some());
                let place = place.ok_or(PlanError::Place(id))?;
                (to.strategic, *goal) = (place.strategic, place.goal);
                *action = index;
            }
        }
        self.carry(from, to)
    }

    fn step(&mut self, id: ItemId, up: bool) -> Result<bool, PlanError> {
        let from = self.place(id).ok_or(PlanError::UnknownId(id))?;
        let Some(to) = self.beside(from, up) else { return Ok(false) };
        self.carry(from, to)?;
        Ok(true)
    }

    /// The next place for what stands here; none at the edge of the plan.
    #[inline(never)]
    fn beside(&self, from: Place, up: bool) -> Option<Place> {
        // The index within the list, and how many stand in it.
        let (index, count) = match (from.goal, from.action) {
            (None, _) => (from.strategic, self.strategic_goals.len()),
            (Some(goal), None) => (goal, self.strategic_goals.get(from.strategic)?.goals.len()),
            (Some(goal), Some(action)) => {
                (action, self.strategic_goals.get(from.strategic)?.goals.get(goal)?.actions.len())
            }
        };
        let within = if up { index.checked_sub(1) } else { Some(index + 1).filter(|next| *next < count) };
        let mut to = from;
        if let Some(next) = within {
            match (&mut to.goal, &mut to.action) {
                (None, _) => to.strategic = next,
                (Some(goal), None) => *goal = next,
                (_, Some(action)) => *action = next,
            }
            return Some(to);
        }
        // Out of this list and into the one beside it.
        let end = if up { usize::MAX } else { 0 };
        match (&mut to.goal, &mut to.action) {
            (None, _) => return None,
            (Some(goal), None) => {
                to.strategic = if up { from.strategic.checked_sub(1)? } else { from.strategic + 1 };
                *goal = end;
            }
            (goal @ Some(_), Some(action)) => {
                let order = self.strategic_goals.iter().enumerate();
                let mut goals: Vec<(usize, usize)> =
                    order.flat_map(|(at, strategic)| (0..strategic.goals.len()).map(move |goal| (at, goal))).collect();
                if up {
                    goals.reverse();
                }
                let here = goals.iter().position(|place| (place.0, Some(place.1)) == (from.strategic, from.goal))?;
                let (strategic, next) = goals.get(here + 1).copied()?;
                to.strategic = strategic;
                *goal = Some(next);
                *action = end;
            }
        }
        (to.strategic < self.strategic_goals.len()).then_some(to)
    }

    /// Takes what stands at one place to another of its kind.
    #[inline(never)]
    fn carry(&mut self, from: Place, to: Place) -> Result<(), PlanError> {
        // The plan as it was comes back where there is no room.
        let stays = (from.strategic, from.goal) == (to.strategic, to.goal)
            || from.goal.is_none()
            || from.action.is_none() && from.strategic == to.strategic;
        if !stays {
            let strategic = self.strategic_goals.get(to.strategic);
            let count = strategic.map_or(0, |strategic| match (to.goal, to.action) {
                (Some(goal), Some(_)) => strategic.goals.get(goal).map_or(0, |goal| goal.actions.len()),
                _ => strategic.goals.len(),
            });
            room(count)?;
        }
        match self.take(from) {
            Some(Removed::StrategicGoal(strategic)) => insert(&mut self.strategic_goals, to.strategic, strategic),
            Some(Removed::Goal(goal)) => {
                if let Some(strategic) = self.strategic_goals.get_mut(to.strategic) {
                    insert(&mut strategic.goals, to.goal.unwrap_or_default(), goal);
                }
            }
            Some(Removed::Action(action)) => {
                let goals = self.strategic_goals.get_mut(to.strategic).map(|strategic| &mut strategic.goals);
                if let Some(goal) = goals.and_then(|goals| goals.get_mut(to.goal.unwrap_or_default())) {
                    insert(&mut goal.actions, to.action.unwrap_or_default(), action);
                }
            }
            None => {}
        }
        Ok(())
    }

    fn take(&mut self, place: Place) -> Option<Removed> {
        let Some(goal) = place.goal else {
            let there = place.strategic < self.strategic_goals.len();
            return there.then(|| Removed::StrategicGoal(self.strategic_goals.remove(place.strategic)));
        };
        let goals = &mut self.strategic_goals.get_mut(place.strategic)?.goals;
        let Some(action) = place.action else {
            return (goal < goals.len()).then(|| Removed::Goal(goals.remove(goal)));
        };
        let actions = &mut goals.get_mut(goal)?.actions;
        (action < actions.len()).then(|| Removed::Action(actions.remove(action)))
    }
}

fn insert<T>(list: &mut Vec<T>, index: usize, entry: T) {
    list.insert(index.min(list.len()), entry);
}
