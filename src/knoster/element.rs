use core::fmt;
use core::str::FromStr;

use super::KnosterError;
use crate::content::{Texts, trim};

/// One of the things a change needs, in the order in which Flemish centres name them.
///
/// The five canonical elements follow the model of Knoster (1991), which goes back to Lippitt (1987). The sixth,
/// [`Consensus`](Self::Consensus), belongs to a variant that other sources describe; see [`Variant`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChangeElement {
    /// Visie: knowing where the change leads.
    Vision,
    /// Belang: seeing what one gains by it.
    Interest,
    /// Plan: knowing who does what by when.
    Plan,
    /// Middelen: having the time, money and material.
    Resources,
    /// Competenties: being able to do what is asked.
    Competences,
    /// Draagvlak: agreeing on the course together.
    Consensus,
}

impl ChangeElement {
    /// The identifier used in data: `vision`, `interest`, `plan`, `resources`, `competences` or `consensus`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Vision => "vision",
            Self::Interest => "interest",
            Self::Plan => "plan",
            Self::Resources => "resources",
            Self::Competences => "competences",
            Self::Consensus => "consensus",
        }
    }

    /// What people call it in the language of these texts.
    #[inline(never)]
    pub(crate) fn name(self, texts: &Texts) -> &str {
        texts.of_id("elements.", self.id(), ".name")
    }

    /// What a gap in this element may be seen by.
    pub const fn signal(self) -> Signal {
        match self {
            Self::Vision => Signal::Confusion,
            Self::Interest => Signal::Resistance,
            Self::Plan => Signal::FalseStart,
            Self::Resources => Signal::Frustration,
            Self::Competences => Signal::Anxiety,
            Self::Consensus => Signal::Sabotage,
        }
    }

    /// What has this [`id`](Self::id).
    pub fn from_id(id: &str) -> Option<Self> {
        Variant::Consensus.elements().iter().copied().find(|known| known.id() == id)
    }
}

impl fmt::Display for ChangeElement {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}

impl FromStr for ChangeElement {
    type Err = KnosterError;

    fn from_str(id: &str) -> Result<Self, KnosterError> {
        Self::from_id(id).ok_or_else(|| KnosterError::UnknownElement(id.into()))
    }
}

/// What a gap in one element may be seen by, in practitioners' grids of the model.
///
/// A signal is something to talk about, never a diagnosis: no study was found that validates these links, so a text
/// that shows one says "kan wijzen op".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Signal {
    /// Verwarring, with a gap in vision.
    Confusion,
    /// Weerstand, with a gap in interest. It may carry information rather than be a fault of people.
    Resistance,
    /// Valse start or chaos, with a gap in plan.
    FalseStart,
    /// Frustratie, with a gap in resources.
    Frustration,
    /// Onzekerheid or angst, with a gap in competences.
    Anxiety,
    /// Tegenwerking, with a gap in consensus.
    Sabotage,
}

impl Signal {
    /// The identifier used in data: `confusion`, `resistance`, `false-start`, `frustration`, `anxiety` or `sabotage`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Confusion => "confusion",
            Self::Resistance => "resistance",
            Self::FalseStart => "false-start",
            Self::Frustration => "frustration",
            Self::Anxiety => "anxiety",
            Self::Sabotage => "sabotage",
        }
    }
}

impl fmt::Display for Signal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}

/// Which elements are looked at.
///
/// Sources agree on five and disagree on a sixth (consensus or leadership), so the sixth is an option.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Variant {
    /// The five canonical elements.
    #[default]
    Five,
    /// The five and consensus.
    Consensus,
}

impl Variant {
    /// Both variants, the default first.
    pub const ALL: [Self; 2] = [Self::Five, Self::Consensus];

    /// The elements of this variant, in order.
    pub const fn elements(self) -> &'static [ChangeElement] {
        const FIVE: &[ChangeElement] = &[
            ChangeElement::Vision,
            ChangeElement::Interest,
            ChangeElement::Plan,
            ChangeElement::Resources,
            ChangeElement::Competences,
        ];
        const SIX: &[ChangeElement] = &[
            ChangeElement::Vision,
            ChangeElement::Interest,
            ChangeElement::Plan,
            ChangeElement::Resources,
            ChangeElement::Competences,
            ChangeElement::Consensus,
        ];
        match self {
            Self::Five => FIVE,
            Self::Consensus => SIX,
        }
    }

    /// The identifier used in data: `five` or `consensus`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Five => "five",
            Self::Consensus => "consensus",
        }
    }

    /// What has this [`id`](Self::id).
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.id() == id)
    }
}

impl fmt::Display for Variant {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}

impl FromStr for Variant {
    type Err = KnosterError;

    fn from_str(id: &str) -> Result<Self, KnosterError> {
        Self::from_id(id).ok_or_else(|| KnosterError::UnknownVariant(id.into()))
    }
}

/// From where someone looks at the change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Perspective {
    /// Someone in a centre who is asked to change.
    #[default]
    Staff,
    /// Someone who steers the change.
    Policy,
    /// A centre and a school that look at their cooperation together.
    School,
}

impl Perspective {
    /// Every perspective, the default first.
    pub const ALL: [Self; 3] = [Self::Staff, Self::Policy, Self::School];

    /// The identifier used in data: `staff`, `policy` or `school`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Policy => "policy",
            Self::School => "school",
        }
    }

    /// The noun phrase for the change at hand: what was given, or this perspective's default ("deze verandering").
    pub fn change<'a>(self, given: Option<&'a str>, texts: &'a Texts) -> &'a str {
        let key = match self {
            Self::Staff => "report.change.staff",
            Self::Policy => "report.change.policy",
            Self::School => "report.change.school",
        };
        given.map(trim).filter(|given| !given.is_empty()).unwrap_or_else(|| texts.get(key))
    }

    /// What has this [`id`](Self::id).
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.id() == id)
    }
}

impl fmt::Display for Perspective {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}

impl FromStr for Perspective {
    type Err = KnosterError;

    fn from_str(id: &str) -> Result<Self, KnosterError> {
        Self::from_id(id).ok_or_else(|| KnosterError::UnknownPerspective(id.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_canon_is_five_in_this_order_and_consensus_comes_only_when_asked() {
        let ids =
            |variant: Variant| variant.elements().iter().map(|element| element.id()).collect::<alloc::vec::Vec<_>>();
        assert_eq!(ids(Variant::default()), ["vision", "interest", "plan", "resources", "competences"]);
        assert_eq!(ids(Variant::Consensus), ["vision", "interest", "plan", "resources", "competences", "consensus"]);
    }

    #[test]
    fn each_element_has_the_signal_of_the_published_grids() {
        let signals = Variant::Consensus.elements().iter().map(|element| element.signal().id());
        assert!(signals.eq(["confusion", "resistance", "false-start", "frustration", "anxiety", "sabotage"]));
    }

    #[test]
    fn what_is_printed_is_read_back() {
        for element in Variant::Consensus.elements() {
            assert_eq!(element.id().parse(), Ok(*element));
        }
        for variant in Variant::ALL {
            assert_eq!(variant.id().parse(), Ok(variant));
        }
        for perspective in Perspective::ALL {
            assert_eq!(perspective.id().parse(), Ok(perspective));
        }
    }
}
