use core::cmp::Ordering;
use core::fmt;

use alloc::vec::Vec;

use super::{Answers, ChangeElement, Perspective, Questionnaire, Signal, Variant};
use crate::survey::Answer;

/// What a set of answers says about each element.
///
/// There is no overall grade: a mean over elements would hide the one that is missing. The headline is the weakest
/// element.
///
/// # Examples
///
/// ```
/// use olievlek::knoster::{ChangeElement, Perspective, Profile, Questionnaire, Status, Variant};
/// use olievlek::survey::Answer;
///
/// let questionnaire = Questionnaire::standard(Perspective::Staff, Variant::Five);
/// let mut answers = questionnaire.blank();
/// for (index, statement) in questionnaire.statements().iter().enumerate() {
///     let favourable = statement.element() != ChangeElement::Plan;
///     answers.set(index, Answer::from_value(if favourable != statement.reveals_gap() { 5 } else { 1 })?);
/// }
/// let profile = Profile::new(&questionnaire, &answers);
/// assert_eq!(profile.weakest(), [ChangeElement::Plan]);
/// assert_eq!(profile.element(ChangeElement::Vision).map(|vision| vision.status()), Some(Status::Strong));
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    perspective: Perspective,
    variant: Variant,
    elements: Vec<ElementProfile>,
}

impl Profile {
    /// Scores a sheet of answers.
    pub fn new(questionnaire: &Questionnaire, answers: &Answers) -> Self {
        let mut elements = Vec::new();
        for element in questionnaire.variant().elements() {
            let mut profile = ElementProfile::empty(*element);
            for (statement, answer) in questionnaire.answered(answers) {
                if statement.element() == *element {
                    profile.add(answer, statement.reveals_gap());
                }
            }
            elements.push(profile);
        }
        Self { perspective: questionnaire.perspective(), variant: questionnaire.variant(), elements }
    }

    /// A profile from what is known of each element, as when it comes back from a file.
    ///
    /// The elements must be those of the variant, in order; otherwise there is none.
    pub fn from_elements(perspective: Perspective, variant: Variant, elements: Vec<ElementProfile>) -> Option<Self> {
        let order = elements.iter().map(ElementProfile::element);
        order.eq(variant.elements().iter().copied()).then_some(Self { perspective, variant, elements })
    }

    /// From where the change was looked at.
    pub fn perspective(&self) -> Perspective {
        self.perspective
    }

    /// Which elements were looked at.
    pub fn variant(&self) -> Variant {
        self.variant
    }

    /// The elements, in the order of the model.
    pub fn elements(&self) -> &[ElementProfile] {
        &self.elements
    }

    /// One element, where the variant has it.
    pub fn element(&self, element: ChangeElement) -> Option<&ElementProfile> {
        self.elements.iter().find(|profile| profile.element == element)
    }

    /// The element with the lowest score, or all of them in a tie; none when no element is determined.
    ///
    /// Scores are compared exactly, as fractions, so that a tie is a tie.
    pub fn weakest(&self) -> Vec<ChangeElement> {
        let mut weakest = Vec::new();
        let mut lowest: Option<&ElementProfile> = None;
        for profile in &self.elements {
            if profile.status() == Status::Undetermined {
                continue;
            }
            let order = lowest.map_or(Ordering::Less, |lowest| profile.cmp_score(lowest));
            if order.is_lt() {
                weakest.clear();
                lowest = Some(profile);
            }
            if order.is_le() {
                weakest.push(profile.element);
            }
        }
        weakest
    }

    /// The weak and fragile elements, the lowest score first; ties stay in the order of the model.
    pub fn gaps(&self) -> Vec<&ElementProfile> {
        let mut gaps: Vec<&ElementProfile> = Vec::new();
        for gap in &self.elements {
            if gap.signal().is_some() {
                // Six elements at most: a sort would weigh more in a widget than all of this module.
                let after = gaps.iter().position(|other| other.cmp_score(gap).is_gt());
                gaps.insert(after.unwrap_or(gaps.len()), gap);
            }
        }
        gaps
    }
}

/// What the answers say about one element.
///
/// # Formula
///
/// Each agreement *a* (1 to 5) gives *a* − 1 points, or 5 − *a* where the statement reveals a gap; so 0 is the least
/// and 4 the most favourable. The score is the sum of the points over 4 times the number of agreements, 0 to 1.
/// "Weet ik niet", "niet van toepassing" and unanswered statements give no points and do not count in that number:
/// none of them is a midpoint.
///
/// # When an element is undetermined
///
/// An element has a status only when at least two of its statements, and at least half of those that apply to the
/// person, carry an agreement. The half is the usual rule for scale scores with missing answers (the EORTC QLQ-C30
/// scoring manual has it, for one); two, because one answer speaks about its statement rather than the element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ElementProfile {
    element: ChangeElement,
    points: u16,
    answered: u16,
    unknown: u16,
    not_applicable: u16,
    unanswered: u16,
}

/// How many answers of each kind an element got.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AnswerCounts {
    /// Points on the agreement scale.
    pub answered: u16,
    /// "Weet ik niet".
    pub unknown: u16,
    /// "Niet van toepassing".
    pub not_applicable: u16,
    /// Left open.
    pub unanswered: u16,
}

impl ElementProfile {
    fn empty(element: ChangeElement) -> Self {
        Self { element, points: 0, answered: 0, unknown: 0, not_applicable: 0, unanswered: 0 }
    }

    /// An element from its sum of points and its counts; none where there are more points than answers allow.
    pub fn from_counts(element: ChangeElement, points: u16, counts: AnswerCounts) -> Option<Self> {
        let AnswerCounts { answered, unknown, not_applicable, unanswered } = counts;
        (u32::from(points) <= 4 * u32::from(answered)).then_some(Self {
            element,
            points,
            answered,
            unknown,
            not_applicable,
            unanswered,
        })
    }

    fn add(&mut self, answer: Answer, reveals_gap: bool) {
        match answer {
            Answer::Agreement(agreement) => {
                let value = u16::from(agreement.value());
                self.points += if reveals_gap { 5 - value } else { value - 1 };
                self.answered += 1;
            }
            Answer::Unknown => self.unknown += 1,
            Answer::NotApplicable => self.not_applicable += 1,
            Answer::Unanswered => self.unanswered += 1,
        }
    }

    /// The element.
    pub fn element(&self) -> ChangeElement {
        self.element
    }

    /// The score, 0 to 1; absent when the element is [undetermined](Status::Undetermined).
    pub fn score(&self) -> Option<f64> {
        (self.status() != Status::Undetermined).then(|| f64::from(self.points) / (4.0 * f64::from(self.answered)))
    }

    /// The score in whole percents, halves rounded up; absent when the element is undetermined.
    pub fn percent(&self) -> Option<u16> {
        let most = 4 * u32::from(self.answered);
        let percent = (200 * u32::from(self.points) + most).checked_div(2 * most)?;
        (self.status() != Status::Undetermined).then_some(percent as u16)
    }

    /// The sum of the favourable points, 0 to four times the number of agreements.
    pub fn points(&self) -> u16 {
        self.points
    }

    /// How many answers of each kind there are.
    pub fn counts(&self) -> AnswerCounts {
        AnswerCounts {
            answered: self.answered,
            unknown: self.unknown,
            not_applicable: self.not_applicable,
            unanswered: self.unanswered,
        }
    }

    /// How the element stands.
    #[inline(never)]
    pub fn status(&self) -> Status {
        let (points, answered) = (u32::from(self.points), u32::from(self.answered));
        if answered < 2 || answered < u32::from(self.unknown) + u32::from(self.unanswered) {
            Status::Undetermined
        } else if points >= 3 * answered {
            Status::Strong
        } else if points >= 2 * answered {
            Status::Fragile
        } else {
            Status::Weak
        }
    }

    /// What a gap in this element may be seen by; absent when the element is strong or undetermined.
    pub fn signal(&self) -> Option<Signal> {
        matches!(self.status(), Status::Weak | Status::Fragile).then(|| self.element.signal())
    }

    /// Compares scores as exact fractions: *a*/*b* < *c*/*d* where *ad* < *cb*.
    fn cmp_score(&self, other: &Self) -> Ordering {
        let cross = |a: &Self, b: &Self| u32::from(a.points) * u32::from(b.answered);
        cross(self, other).cmp(&cross(other, self))
    }
}

/// How an element stands.
///
/// The bounds are the words of the scale, not a norm: a score of 0.75 is "eerder eens" on average, 0.5 the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Too little is known to say; see [`ElementProfile`].
    Undetermined,
    /// The answers lean to the unfavourable side: a score below 0.5.
    Weak,
    /// The answers are favourable on balance, but short of "eerder eens": 0.5 up to 0.75.
    Fragile,
    /// The answers are "eerder eens" or better on average: 0.75 and up.
    Strong,
}

impl Status {
    /// Every status, from the best to the one that cannot be told.
    pub const ALL: [Self; 4] = [Self::Strong, Self::Fragile, Self::Weak, Self::Undetermined];

    /// The identifier used in data: `strong`, `fragile`, `weak` or `undetermined`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Strong => "strong",
            Self::Fragile => "fragile",
            Self::Weak => "weak",
            Self::Undetermined => "undetermined",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}
