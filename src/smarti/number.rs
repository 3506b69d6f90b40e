use core::fmt;
use core::str::FromStr;

use alloc::string::String;

use super::GoalError;
use super::plan::{ItemId, Place, Plan};
use crate::chart::push_whole;
use crate::content::Texts;

/// How a plan numbers what stands in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Numbering {
    /// With letters for the kind: SD1, OD1.2, and OD1.2.3 for an action. The letters are those of the language.
    #[default]
    Lettered,
    /// Digits alone: 1, 1.2, 1.2.3.
    Plain,
}

impl Numbering {
    /// Both.
    pub const ALL: &[Self] = &[Self::Lettered, Self::Plain];

    /// The stable identifier: `SD` or `plain`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Lettered => "SD",
            Self::Plain => "plain",
        }
    }

    /// The numbering with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|numbering| numbering.id() == id)
    }
}

impl fmt::Display for Numbering {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}

impl FromStr for Numbering {
    type Err = GoalError;

    fn from_str(id: &str) -> Result<Self, GoalError> {
        Self::from_id(id).ok_or_else(|| GoalError::UnknownNumbering(id.into()))
    }
}

impl Plan {
    /// The number of a strategic goal, a goal or an action, as this plan numbers; none where nothing has the id.
    ///
    /// A plan whose one strategic goal has no title is a plan without that level: its goals count 1, 2, 3, and their actions
    /// 1.1, 1.2.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::content::{Language, Texts};
    /// use olievlek::smarti::{Action, Goal, Numbering, Plan};
    ///
    /// let texts = Texts::of(Language::NlBe)?;
    /// let mut plan = Plan::new("Beleidsplan");
    /// let strategic = plan.add_strategic_goal("Een sterk team")?;
    /// let goal = plan.add_goal(strategic, Goal::builder("Er is een visie").build()?)?;
    /// let action = plan.add_action(goal, Action::new("Een studiedag"))?;
    /// let number = |plan: &Plan, id| plan.number(id, &texts).unwrap_or_default();
    /// assert_eq!([strategic, goal, action].map(|id| number(&plan, id)), ["SD1", "OD1.1", "OD1.1.1"]);
    ///
    /// plan.set_numbering(Numbering::Plain);
    /// assert_eq!([strategic, goal, action].map(|id| number(&plan, id)), ["1", "1.1", "1.1.1"]);
    ///
    /// plan.set_title_of(strategic, "")?;
    /// assert_eq!([goal, action].map(|id| number(&plan, id)), ["1", "1.1"]);
    /// # Ok::<(), olievlek::Error>(())
    /// ```
    pub fn number(&self, id: ItemId, texts: &Texts) -> Option<String> {
        self.place(id).map(|place| self.number_at(place, texts))
    }

    pub(super) fn number_at(&self, place: Place, texts: &Texts) -> String {
        self.numbering.number(self.is_flat(), [Some(place.strategic), place.goal, place.action], texts)
    }
}

impl Numbering {
    /// The number of what stands at these places, counted from 0: of a strategic goal, a goal under it and an action.
    #[inline(never)]
    pub(crate) fn number(self, is_flat: bool, mut places: [Option<usize>; 3], texts: &Texts) -> String {
        let mut number = String::new();
        let [_, goal, _] = places;
        if self == Self::Lettered {
            let key = if goal.is_none() { "goal.number.strategic" } else { "goal.number.operational" };
            number.push_str(texts.at(&[key]));
        }
        if is_flat && goal.is_some() {
            places[0] = None;
        }
        let mut first = true;
        for index in places.into_iter().flatten() {
            if !first {
                number.push('.');
            }
            first = false;
            push_whole(&mut number, index as u32 + 1);
        }
        number
    }
}
