use core::fmt;
use core::str::FromStr;

use super::GoalError;
use super::fields::place_of;
use crate::content::Texts;

/// One of the six criteria of a SMARTI goal.
///
/// # Examples
///
/// ```
/// use olievlek::content::{Language, Texts};
/// use olievlek::smarti::{Criterion, CriterionLabels, InspiringLabel};
///
/// let letters: String = Criterion::ALL.iter().map(|criterion| criterion.letter()).collect();
/// assert_eq!(letters, "SMARTI");
/// assert_eq!(Criterion::TimeBound.id(), "timeBound");
///
/// let texts = Texts::of(Language::NlBe)?;
/// let labels = CriterionLabels { inspiring: InspiringLabel::Inclusief, ..CriterionLabels::default() };
/// assert_eq!(Criterion::Acceptable.name(&texts, labels), "aanvaardbaar");
/// assert_eq!(Criterion::Inspiring.name(&texts, labels), "inclusief");
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Criterion {
    /// Who does what, for whom.
    Specific,
    /// By what it is seen that it succeeded.
    Measurable,
    /// Who was heard and goes along.
    Acceptable,
    /// With what time, people and means.
    Realistic,
    /// From when, and by when.
    TimeBound,
    /// Why we go for it.
    Inspiring,
}

impl Criterion {
    /// All six, in the order of the letters.
    pub const ALL: [Self; 6] =
        [Self::Specific, Self::Measurable, Self::Acceptable, Self::Realistic, Self::TimeBound, Self::Inspiring];

    /// The letter, the same in every language.
    pub const fn letter(self) -> char {
        match self {
            Self::Specific => 'S',
            Self::Measurable => 'M',
            Self::Acceptable => 'A',
            Self::Realistic => 'R',
            Self::TimeBound => 'T',
            Self::Inspiring => 'I',
        }
    }

    /// The stable identifier, whatever the label of the letter.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Specific => "specific",
            Self::Measurable => "measurable",
            Self::Acceptable => "acceptable",
            Self::Realistic => "realistic",
            Self::TimeBound => "timeBound",
            Self::Inspiring => "inspiring",
        }
    }

    /// The criterion with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|criterion| criterion.id() == id)
    }

    /// What the letter is said to stand for, in the language of the texts.
    pub fn name(self, texts: &Texts, labels: CriterionLabels) -> &str {
        match self {
            Self::Acceptable => texts.of_id("goal.label.", labels.acceptable.id(), ""),
            Self::Inspiring => texts.of_id("goal.label.", labels.inspiring.id(), ""),
            _ => texts.of_id("goal.criterion.", self.id(), ".name"),
        }
    }

    /// The question that the criterion asks of an author.
    pub fn question(self, texts: &Texts) -> &str {
        texts.of_id("goal.criterion.", self.id(), ".question")
    }

    /// What only people can judge for this criterion: questions to talk about, never passed by a machine.
    pub fn self_checks(self, texts: &Texts) -> [&str; 2] {
        ["1", "2"].map(|number| texts.at(&["goal.self-check.", self.id(), ".", number]))
    }
}

impl fmt::Display for Criterion {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}

impl FromStr for Criterion {
    type Err = GoalError;

    fn from_str(id: &str) -> Result<Self, GoalError> {
        Self::from_id(id).ok_or_else(|| GoalError::UnknownCriterion(id.into()))
    }
}

/// What the letters A and I are said to stand for.
///
/// Sources differ in these two, so a centre chooses. It is a label and no more: the identifiers and what is looked at stay
/// the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct CriterionLabels {
    /// The word for A.
    pub acceptable: AcceptableLabel,
    /// The word for I.
    pub inspiring: InspiringLabel,
}

macro_rules! labels {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $id:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$of])* $variant,)*
        }

        impl $name {
            /// Every word that is known, the default first.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The stable identifier.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)*
                }
            }

            /// The label with this id.
            pub fn from_id(id: &str) -> Option<Self> {
                const IDS: &[&str] = &[$($id),*];
                Self::ALL.get(place_of(IDS, id)?).copied()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.id())
            }
        }

        impl FromStr for $name {
            type Err = GoalError;

            fn from_str(id: &str) -> Result<Self, GoalError> {
                Self::from_id(id).ok_or_else(|| GoalError::UnknownLabel(id.into()))
            }
        }
    };
}

labels! {
    /// A word for the letter A, named as it is in Dutch.
    AcceptableLabel {
        /// Those concerned can live with it.
        #[default]
        Aanvaardbaar = "aanvaardbaar",
        /// The same, as most pages put it.
        Acceptabel = "acceptabel",
        /// It asks for action.
        Actiegericht = "actiegericht",
        /// It asks for an effort.
        Ambitieus = "ambitieus",
        /// Someone can be pointed at for it.
        Aanwijsbaar = "aanwijsbaar",
        /// People like to go for it.
        Attractief = "attractief",
    }
}

labels! {
    /// A word for the letter I, named as it is in Dutch.
    InspiringLabel {
        /// It gives energy.
        #[default]
        Inspirerend = "inspirerend",
        /// Everyone counts in it.
        Inclusief = "inclusief",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Language;

    #[test]
    fn ids_are_read_back_and_have_texts() {
        let texts = Texts::of(Language::NlBe).unwrap();
        for criterion in Criterion::ALL {
            assert_eq!(criterion.id().parse(), Ok(criterion));
            assert!(criterion.question(&texts).ends_with('?'), "{criterion}");
            assert!(criterion.self_checks(&texts).iter().all(|check| check.ends_with('?')), "{criterion}");
        }
        for label in AcceptableLabel::ALL {
            assert_eq!(label.id().parse(), Ok(*label));
            let labels = CriterionLabels { acceptable: *label, ..CriterionLabels::default() };
            assert_eq!(Criterion::Acceptable.name(&texts, labels), label.id());
        }
        assert_eq!("inclusive".parse::<InspiringLabel>(), Err(GoalError::UnknownLabel("inclusive".into())));
        assert_eq!("Specific".parse::<Criterion>().map_err(|error| error.code()), Err("unknown-criterion"));
    }
}
