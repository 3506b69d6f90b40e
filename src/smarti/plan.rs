use alloc::string::String;
use alloc::vec::Vec;

use super::fields::{Extra, MOST_ENTRIES, MOST_TEXT, no_longer};
use super::{Action, CriterionLabels, Goal, GoalError, GoalStatus, Numbering, PlanError};
use crate::calendar::Period;

/// What a strategic goal, a goal or an action is called within its plan, for as long as it stands there.
///
/// A plan counts them out, so moving and renumbering leave them as they are, and no clock or chance is needed. Zero is
/// none.
pub type ItemId = u32;

/// A plan: strategic goals, under each its operational goals, under each of those its actions.
///
/// # Examples
///
/// ```
/// use olievlek::smarti::{Goal, Plan};
///
/// let mut plan = Plan::new("Jaaractieplan");
/// let strategic = plan.add_strategic_goal("Leerlingen krijgen sneller hulp")?;
/// let first = plan.add_goal(strategic, Goal::builder("Elk team overlegt wekelijks").build()?)?;
/// let second = plan.add_goal(strategic, Goal::builder("De drempel is lager").build()?)?;
/// plan.move_up(second)?;
/// let order: Vec<_> = plan.goals().map(Goal::id).collect();
/// assert_eq!(order, [second, first]);
///
/// // What is written is read back.
/// assert_eq!(Plan::from_json(&plan.to_json())?, plan);
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub(super) title: String,
    pub(super) period: Option<Period>,
    pub(super) period_extra: Extra,
    pub(super) numbering: Numbering,
    pub(super) labels: CriterionLabels,
    pub(super) labels_extra: Extra,
    pub(super) strategic_goals: Vec<StrategicGoal>,
    pub(super) extra: Extra,
    /// The schema it was read from, where that is newer than ours.
    pub(super) newer_schema: Option<u32>,
    /// The last id that was given.
    pub(super) last_id: ItemId,
}

/// Two plans are the same when they say the same; how many ids were given before does not count.
impl PartialEq for Plan {
    fn eq(&self, other: &Self) -> bool {
        self.title == other.title
            && self.period == other.period
            && self.numbering == other.numbering
            && self.labels == other.labels
            && self.strategic_goals == other.strategic_goals
            && self.extra == other.extra
            && self.period_extra == other.period_extra
            && self.labels_extra == other.labels_extra
            && self.newer_schema == other.newer_schema
    }
}

impl Eq for Plan {}

/// A goal of several years, and the operational goals under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StrategicGoal {
    pub(super) id: ItemId,
    pub(super) title: String,
    pub(super) goals: Vec<Goal>,
    pub(super) extra: Extra,
}

impl StrategicGoal {
    /// What it is called in its plan.
    pub fn id(&self) -> ItemId {
        self.id
    }

    /// The sentence; empty for goals that stand under none.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The operational goals, in order.
    pub fn goals(&self) -> &[Goal] {
        &self.goals
    }
}

/// Where something stands, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) strategic: usize,
    pub(super) goal: Option<usize>,
    pub(super) action: Option<usize>,
}

impl Plan {
    /// The schema of the JSON that this release writes.
    pub const SCHEMA: u32 = 1;

    /// A plan with this title and nothing in it.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// The title.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Sets the title.
    pub fn set_title(&mut self, title: impl Into<String>) {
        self.title = title.into();
    }

    /// The days that the plan is for, where that is known.
    pub fn period(&self) -> Option<Period> {
        self.period
    }

    /// Sets the days that the plan is for.
    pub fn set_period(&mut self, period: Option<Period>) {
        self.period = period;
    }

    /// How the plan numbers.
    pub fn numbering(&self) -> Numbering {
        self.numbering
    }

    /// Sets how the plan numbers.
    pub fn set_numbering(&mut self, numbering: Numbering) {
        self.numbering = numbering;
    }

    /// What the letters A and I are said to stand for.
    pub fn labels(&self) -> CriterionLabels {
        self.labels
    }

    /// Sets what the letters A and I are said to stand for.
    pub fn set_labels(&mut self, labels: CriterionLabels) {
        self.labels = labels;
    }

    /// The strategic goals, in order.
    pub fn strategic_goals(&self) -> &[StrategicGoal] {
        &self.strategic_goals
    }

    /// Every operational goal, in order.
    pub fn goals(&self) -> impl Iterator<Item = &Goal> {
        self.strategic_goals.iter().flat_map(|strategic| &strategic.goals)
    }

    /// The goal with this id.
    pub fn goal(&self, id: ItemId) -> Option<&Goal> {
        self.goals().find(|goal| goal.id == id)
    }

    /// The strategic goal with this id.
    pub fn strategic_goal(&self, id: ItemId) -> Option<&StrategicGoal> {
        self.strategic_goals.iter().find(|strategic| strategic.id == id)
    }

    /// The action with this id.
    pub fn action(&self, id: ItemId) -> Option<&Action> {
        self.goals().flat_map(|goal| &goal.actions).find(|action| action.id == id)
    }

    /// How many goals are open.
    pub fn open_goals(&self) -> usize {
        self.goals().filter(|goal| goal.status == GoalStatus::Open).count()
    }

    /// Whether the plan has no level of strategic goals: its one strategic goal has no title.
    pub fn is_flat(&self) -> bool {
        matches!(self.strategic_goals.as_slice(), [only] if only.title.is_empty())
    }

    /// Adds a strategic goal at the end; an empty title is for goals that stand under none.
    ///
    /// # Errors
    ///
    /// [`GoalError::TooLong`] for a title of more than 2000 characters, [`PlanError::TooMany`] for more than 200.
    pub fn add_strategic_goal(&mut self, title: impl Into<String>) -> Result<ItemId, PlanError> {
        let title = title.into();
        no_longer("title", &title, MOST_TEXT)?;
        room(self.strategic_goals.len())?;
        let id = self.next_id();
        self.strategic_goals.push(StrategicGoal { id, title, ..StrategicGoal::default() });
        Ok(id)
    }

    /// Adds a goal as the last under a strategic goal, with an id of its own and one for each of its actions.
    ///
    /// # Errors
    ///
    /// [`PlanError::UnknownId`] where there is no such strategic goal, [`PlanError::TooMany`] where 200 goals stand there.
    pub fn add_goal(&mut self, strategic: ItemId, mut goal: Goal) -> Result<ItemId, PlanError> {
        let id = self.next_id();
        goal.id = id;
        for action in &mut goal.actions {
            action.id = self.next_id();
        }
        let strategic = self.strategic_mut(strategic)?;
        room(strategic.goals.len())?;
        strategic.goals.push(goal);
        Ok(id)
    }

    /// Adds an action as the last under a goal, with an id of its own.
    ///
    /// # Errors
    ///
    /// [`PlanError::UnknownId`] where there is no such goal, [`PlanError::TooMany`] where 200 actions stand there, and
    /// [`PlanError::Goal`] for an action whose texts are too long.
    pub fn add_action(&mut self, goal: ItemId, mut action: Action) -> Result<ItemId, PlanError> {
        action.check()?;
        action.id = self.next_id();
        let id = action.id;
        let goal = self.goal_mut(goal)?;
        room(goal.actions.len())?;
        goal.actions.push(action);
        Ok(id)
    }

    pub(super) fn next_id(&mut self) -> ItemId {
        self.last_id += 1;
        self.last_id
    }

    pub(super) fn strategic_mut(&mut self, id: ItemId) -> Result<&mut StrategicGoal, PlanError> {
        self.strategic_goals.iter_mut().find(|strategic| strategic.id == id).ok_or(PlanError::UnknownId(id))
    }

    pub(super) fn goal_mut(&mut self, id: ItemId) -> Result<&mut Goal, PlanError> {
        let mut goals = self.strategic_goals.iter_mut().flat_map(|strategic| &mut strategic.goals);
        goals.find(|goal| goal.id == id).ok_or(PlanError::UnknownId(id))
    }

    /// Where what has this id stands.
    #[inline(never)]
    pub(super) fn place(&self, id: ItemId) -> Option<Place> {
        for (strategic, entry) in self.strategic_goals.iter().enumerate() {
            let mut place = Place { strategic, goal: None, action: None };
            if entry.id == id {
                return Some(place);
            }
            for (index, goal) in entry.goals.iter().enumerate() {
                place.goal = Some(index);
                if goal.id == id {
                    return Some(place);
                }
                place.action = goal.actions.iter().position(|action| action.id == id);
                if place.action.is_some() {
                    return Some(place);
                }
            }
        }
        None
    }
}

/// Whether one more fits beside so many.
pub(super) fn room(entries: usize) -> Result<(), PlanError> {
    if entries < MOST_ENTRIES { Ok(()) } else { Err(PlanError::TooMany { most: MOST_ENTRIES }) }
}

/// Checked when a plan is read as when it is made.
pub(super) fn check_title(title: &str) -> Result<(), GoalError> {
    no_longer("title", title, MOST_TEXT)
}
