use alloc::string::String;
use alloc::vec::Vec;

use super::fields::says_something;
use super::plan::{ItemId, Plan};
use super::{Goal, GoalStatus};
use crate::chart::push_whole;
use crate::content::{FNV, Texts, fnv1a};

/// Something about a plan that is worth a look. It forbids nothing.
///
/// Goals are named by their id, and goals that are done or dropped are left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PlanWarning {
    /// More goals are open than a team keeps in sight.
    TooManyOpenGoals {
        /// How many.
        open: usize,
    },
    /// No goal stands under a strategic goal.
    NoGoals(ItemId),
    /// A goal has no sentence.
    NoText(ItemId),
    /// A goal has nothing that it is measured by.
    NoIndicator(ItemId),
    /// A goal has no last day.
    NoEnd(ItemId),
    /// A goal begins or ends outside the period of the plan.
    OutsidePlan(ItemId),
    /// A goal says the same as one before it.
    Duplicate {
        /// The later goal.
        goal: ItemId,
        /// The earlier one.
        first: ItemId,
    },
    /// The plan was written by a newer release: what was not understood is kept, and not shown.
    NewerSchema(u32),
}

impl PlanWarning {
    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::TooManyOpenGoals { .. } => "too-many-open-goals",
            Self::NoGoals(_) => "no-goals",
            Self::NoText(_) => "no-text",
            Self::NoIndicator(_) => "no-indicator",
            Self::NoEnd(_) => "no-end",
            Self::OutsidePlan(_) => "outside-plan",
            Self::Duplicate { .. } => "duplicate",
            Self::NewerSchema(_) => "newer-schema",
        }
    }

    /// What the warning is about, where that is one goal.
    pub const fn item(self) -> Option<ItemId> {
        match self {
            Self::NoGoals(id) | Self::NoText(id) | Self::NoIndicator(id) | Self::NoEnd(id) | Self::OutsidePlan(id) => {
                Some(id)
            }
            Self::Duplicate { goal, .. } => Some(goal),
            Self::TooManyOpenGoals { .. } | Self::NewerSchema(_) => None,
        }
    }

    /// The warning in words, with the numbers of this plan.
    pub fn text(self, plan: &Plan, texts: &Texts) -> String {
        let number = |id| plan.number(id, texts).unwrap_or_default();
        let goal = self.item().map(number).unwrap_or_default();
        let (mut count, mut other) = (String::new(), String::new());
        match self {
            Self::TooManyOpenGoals { open } => push_whole(&mut count, open as u32),
            Self::Duplicate { first, .. } => other = number(first),
            _ => {}
        }
        let text = texts.of_id("goal.warning.", self.id(), "");
        crate::content::fill(text, &[("n", &count), ("goal", &goal), ("other", &other)])
    }
}

impl Plan {
    /// How many goals a team keeps in sight at once; more of them are warned of.
    pub const MOST_OPEN_GOALS: usize = 5;

    /// What is worth a look in this plan: first the plan as a whole, then goal by goal.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::smarti::{Goal, Plan, PlanWarning};
    ///
    /// let mut plan = Plan::new("Beleidsplan");
    /// let strategic = plan.add_strategic_goal("Een sterk team")?;
    /// let first = plan.add_goal(strategic, Goal::builder("Er is een visie.").build()?)?;
    /// let second = plan.add_goal(strategic, Goal::builder("er is een  visie").build()?)?;
    /// assert!(plan.warnings().contains(&PlanWarning::Duplicate { goal: second, first }));
    /// assert!(plan.warnings().contains(&PlanWarning::NoEnd(first)));
    /// # Ok::<(), olievlek::Error>(())
    /// ```
    pub fn warnings(&self) -> Vec<PlanWarning> {
        let mut warnings = Vec::new();
        warnings.extend(self.newer_schema.map(PlanWarning::NewerSchema));
        let open = self.open_goals();
        if open > Self::MOST_OPEN_GOALS {
            warnings.push(PlanWarning::TooManyOpenGoals { open });
        }
        let mut seen: Vec<(u32, &Goal)> = Vec::new();
        for strategic in &self.strategic_goals {
            if strategic.goals.is_empty() && !strategic.title.is_empty() {
                warnings.push(PlanWarning::NoGoals(strategic.id));
            }
            for goal in strategic.goals.iter().filter(|goal| goal.status == GoalStatus::Open) {
                self.warn_of(goal, &mut warnings);
                if !says_something(&goal.text) {
                    continue;
                }
                let hash = words(&goal.text).fold(FNV, |hash, byte| fnv1a(hash, &[byte]));
                let same = |(known, other): &&(u32, &Goal)| *known == hash && words(&other.text).eq(words(&goal.text));
                match seen.iter().find(same) {
                    Some((_, first)) => warnings.push(PlanWarning::Duplicate { goal: goal.id, first: first.id }),
                    None => seen.push((hash, goal)),
                }
            }
        }
        warnings
    }

    fn warn_of(&self, goal: &Goal, warnings: &mut Vec<PlanWarning>) {
        if !says_something(&goal.text) {
            warnings.push(PlanWarning::NoText(goal.id));
        }
        if !says_something(&goal.indicator.unit) && goal.indicator.target.is_none() {
            warnings.push(PlanWarning::NoIndicator(goal.id));
        }
        if goal.end.is_none() {
            warnings.push(PlanWarning::NoEnd(goal.id));
        }
        if let Some(period) = self.period
            && [goal.start, goal.end].iter().flatten().any(|day| !period.contains(*day))
        {
            warnings.push(PlanWarning::OutsidePlan(goal.id));
        }
    }
}

/// The letters and digits of a text, without what makes no other goal of it: capitals, blanks and marks.
fn words(text: &str) -> impl Iterator<Item = u8> {
    let letters = text.bytes().filter(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
    letters.map(|byte| byte.to_ascii_lowercase())
}
