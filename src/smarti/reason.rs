use core::fmt;

use super::Criterion;
use crate::content::Texts;

/// How much a reason weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weight {
    /// Worth a thought; the criterion can be met all the same.
    Advice,
    /// Something is missing that the criterion asks for.
    Lacks,
    /// What is filled in cannot all be true, or cannot be kept.
    Contradicts,
}

impl Weight {
    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Lacks => "lacks",
            Self::Contradicts => "contradicts",
        }
    }
}

macro_rules! reasons {
    ($($(#[$doc:meta])* $variant:ident = $id:literal, $criterion:ident, $weight:ident;)*) => {
        /// What an assessment found: a stable id, with a text in each language.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Reason {
            $($(#[$doc])* $variant,)*
        }

        impl Reason {
            /// Every reason there is, by criterion.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The stable identifier.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)*
                }
            }

            /// The criterion that it is about.
            pub const fn criterion(self) -> Criterion {
                match self {
                    $(Self::$variant => Criterion::$criterion,)*
                }
            }

            /// How much it weighs.
            pub const fn weight(self) -> Weight {
                match self {
                    $(Self::$variant => Weight::$weight,)*
                }
            }
        }
    };
}

reasons! {
    /// Nobody is named who does it.
    ActorMissing = "actor-missing", Specific, Lacks;
    /// It is not said what they do.
    ActionMissing = "action-missing", Specific, Lacks;
    /// It is not said for whom.
    TargetGroupMissing = "target-group-missing", Specific, Lacks;
    /// It is not said what is counted.
    IndicatorMissing = "indicator-missing", Measurable, Lacks;
    /// There is no target.
    TargetMissing = "target-missing", Measurable, Lacks;
    /// Nothing is said of how it stands at the start.
    BaselineMissing = "baseline-missing", Measurable, Lacks;
    /// The target is what it was at the start.
    TargetIsBaseline = "target-is-baseline", Measurable, Contradicts;
    /// The baseline is still to be measured, and the goal has begun.
    BaselineOverdue = "baseline-overdue", Measurable, Advice;
    /// It is not said what type the indicator is.
    IndicatorTypeMissing = "indicator-type-missing", Measurable, Advice;
    /// What is measured is what is done, and not what comes of it.
    IndicatorIsActivity = "indicator-is-activity", Measurable, Advice;
    /// It is not said where the figures come from.
    SourceMissing = "source-missing", Measurable, Advice;
    /// Nobody was heard.
    ConsultedMissing = "consulted-missing", Acceptable, Lacks;
    /// Only those were heard who do it.
    ConsultedOnlyActor = "consulted-only-actor", Acceptable, Lacks;
    /// No time, money or people are named.
    MeansMissing = "means-missing", Realistic, Lacks;
    /// All that is named is nothing.
    MeansAreZero = "means-are-zero", Realistic, Contradicts;
    /// Nothing is said of the hours.
    HoursMissing = "hours-missing", Realistic, Advice;
    /// There is no first day.
    StartMissing = "start-missing", TimeBound, Lacks;
    /// There is no last day.
    EndMissing = "end-missing", TimeBound, Lacks;
    /// The last day comes before the first.
    EndBeforeStart = "end-before-start", TimeBound, Contradicts;
    /// It begins outside the period of the plan.
    StartOutsidePlan = "start-outside-plan", TimeBound, Contradicts;
    /// It ends outside the period of the plan.
    EndOutsidePlan = "end-outside-plan", TimeBound, Contradicts;
    /// It is open, and its last day is over.
    EndIsPast = "end-is-past", TimeBound, Contradicts;
    /// A review comes before the first day.
    ReviewBeforeStart = "review-before-start", TimeBound, Contradicts;
    /// A review comes after the last day.
    ReviewAfterEnd = "review-after-end", TimeBound, Contradicts;
    /// An action begins or ends outside the goal.
    ActionOutsideGoal = "action-outside-goal", TimeBound, Contradicts;
    /// An action ends before it begins.
    ActionEndBeforeStart = "action-end-before-start", TimeBound, Contradicts;
    /// There is no review.
    ReviewMissing = "review-missing", TimeBound, Advice;
    /// A review is on a day without lessons.
    ReviewOnDayOff = "review-on-day-off", TimeBound, Advice;
    /// It is not said why.
    WhyMissing = "why-missing", Inspiring, Lacks;
}

impl Reason {
    /// The reason in words, in the language of the texts.
    pub fn text(self, texts: &Texts) -> &str {
        texts.of_id("goal.reason.", self.id(), "")
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}
