use core::ops::Range;

use alloc::vec::Vec;

use super::hint::Hint;
use crate::smarti::Criterion;

/// How far the words of a goal carry a criterion.
///
/// It is about the words and no more: nothing here says that a goal is realistic, or that people support it.
///
/// # Examples
///
/// ```
/// use olievlek::smarti::reading::Evidence;
///
/// assert!(Evidence::Present > Evidence::Weak && Evidence::Weak > Evidence::Absent);
/// assert_eq!(Evidence::Weak.id(), "weak");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Evidence {
    /// No words carry it.
    #[default]
    Absent,
    /// Words point to it, and something is still open: a condition, a hope, a vague quantity.
    Weak,
    /// Words carry it.
    Present,
}

impl Evidence {
    /// The stable identifier: `present`, `weak` or `absent`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Absent => "absent",
            Self::Weak => "weak",
            Self::Present => "present",
        }
    }
}

/// Defines an enum of unit variants, each with its stable identifier.
macro_rules! ids {
    ($(#[$outer:meta])* $name:ident { $($(#[$inner:meta])* $variant:ident = $id:literal,)+ }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$inner])* $variant,)+
        }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The stable identifier, in kebab-case.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)+
                }
            }
        }
    };
}
pub(super) use ids;

ids! {
    /// What words do for a criterion.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::smarti::reading::CueKind;
    ///
    /// assert_eq!(CueKind::VagueVerb.id(), "vague-verb");
    /// ```
    CueKind {
        /// They name who does it.
        Doer = "doer",
        /// They name the group whose behaviour, result or competence changes.
        Group = "group",
        /// They name who receives something, which is not yet who does something.
        Receiver = "receiver",
        /// They name an action that can be seen.
        Action = "action",
        /// They name an action that can mean many things.
        VagueVerb = "vague-verb",
        /// They name something that will be there: a folder, a meeting.
        Product = "product",
        /// They name something that takes many forms: a policy, a vision, agreements.
        AbstractProduct = "abstract-product",
        /// They name what it is about.
        Topic = "topic",
        /// A number, and what it counts.
        Number = "number",
        /// A word such as *elke*, *geen* or *de helft*.
        Quantifier = "quantifier",
        /// How often.
        Frequency = "frequency",
        /// Within what time something follows.
        Turnaround = "turnaround",
        /// A quantity that leaves open how many.
        VagueQuantity = "vague-quantity",
        /// More or fewer of something that can be counted.
        Direction = "direction",
        /// They announce that something will be measured.
        Measuring = "measuring",
        /// With whom it is decided or made.
        Together = "together",
        /// Who stands behind it, or chose it.
        Support = "support",
        /// Support that is hoped for, or still has to be asked.
        HopedSupport = "hoped-support",
        /// Time, people or things that are there.
        Means = "means",
        /// A trial, or a small start.
        Pilot = "pilot",
        /// What is there already and is built on.
        Existing = "existing",
        /// It depends on something.
        Condition = "condition",
        /// Effort with a bound, baseline and target, or keeping what there is.
        Effort = "effort",
        /// By when, or in which period.
        Deadline = "deadline",
        /// How often, or from when on, without an end.
        Recurrence = "recurrence",
        /// A time that nobody can put in a diary.
        VagueTime = "vague-time",
        /// Why, and for whom.
        Purpose = "purpose",
        /// Why, without for whom.
        BarePurpose = "bare-purpose",
        /// The goal itself is what people gain.
        Benefit = "benefit",
    }
}

/// Words that carry a criterion, or that hold it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// The bytes of the text.
    pub span: Range<usize>,
    /// What the words do.
    pub kind: CueKind,
}

/// What the words of a goal show for one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionReading {
    /// The criterion.
    pub criterion: Criterion,
    /// How far the words carry it.
    pub evidence: Evidence,
    /// The words, left to right.
    pub cues: Vec<Cue>,
    /// The next best step; none where the words carry it already.
    pub hint: Option<Hint>,
}
