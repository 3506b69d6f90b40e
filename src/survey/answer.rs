use core::fmt;

use alloc::string::String;

/// How far someone agrees with a statement, on five points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Agreement {
    /// 1: helemaal oneens.
    StronglyDisagree = 1,
    /// 2: eerder oneens.
    Disagree,
    /// 3: tussenin.
    Neutral,
    /// 4: eerder eens.
    Agree,
    /// 5: helemaal eens.
    StronglyAgree,
}

impl Agreement {
    /// The five points, from disagreement to agreement.
    pub const ALL: [Self; 5] =
        [Self::StronglyDisagree, Self::Disagree, Self::Neutral, Self::Agree, Self::StronglyAgree];

    /// The point on the scale, 1 to 5.
    pub const fn value(self) -> u8 {
        self as u8
    }

    /// The agreement at a point of the scale, where `value` is 1 to 5.
    pub fn from_value(value: u8) -> Option<Self> {
        Self::ALL.iter().copied().find(|agreement| agreement.value() == value)
    }
}

/// What someone did with a statement: four different things, never mixed up.
///
/// "Weet ik niet" is not the midpoint, "niet van toepassing" is no opinion, and an unanswered statement says nothing
/// about why.
///
/// # Examples
///
/// ```
/// use olievlek::survey::{Agreement, Answer};
///
/// assert_eq!(Answer::from_value(4)?, Answer::Agreement(Agreement::Agree));
/// assert_eq!(Answer::Unknown.agreement(), None);
/// assert_eq!(Answer::from_value(6).map_err(|error| error.code()), Err("answer-out-of-range"));
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Answer {
    /// A point on the five-point scale.
    Agreement(Agreement),
    /// "Weet ik niet": the person cannot tell.
    Unknown,
    /// "Niet van toepassing": the statement does not fit the person's situation.
    NotApplicable,
    /// No answer was given.
    #[default]
    Unanswered,
}

impl Answer {
    /// The answer at a point of the scale.
    ///
    /// # Errors
    ///
    /// [`AnswerError`] when `value` is not 1 to 5.
    pub fn from_value(value: u8) -> Result<Self, AnswerError> {
        Agreement::from_value(value)
            .map(Self::Agreement)
            .ok_or_else(|| AnswerError { given: alloc::string::ToString::to_string(&value) })
    }

    /// The point on the scale, where one was given.
    pub const fn agreement(self) -> Option<Agreement> {
        match self {
            Self::Agreement(agreement) => Some(agreement),
            Self::Unknown | Self::NotApplicable | Self::Unanswered => None,
        }
    }

    /// The identifier used in data: `1` to `5`, `unknown`, `not-applicable` or `unanswered`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Agreement(Agreement::StronglyDisagree) => "1",
            Self::Agreement(Agreement::Disagree) => "2",
            Self::Agreement(Agreement::Neutral) => "3",
            Self::Agreement(Agreement::Agree) => "4",
            Self::Agreement(Agreement::StronglyAgree) => "5",
            Self::Unknown => "unknown",
            Self::NotApplicable => "not-applicable",
            Self::Unanswered => "unanswered",
        }
    }

    /// The answer of an [`id`](Self::id); nothing is unanswered, too.
    pub fn from_id(id: &str) -> Option<Self> {
        if id.is_empty() {
            return Some(Self::Unanswered);
        }
        (0..8).map(Self::from_bits).find(|answer| answer.id() == id)
    }

    /// The eight possible answers as three bits: 0 unanswered, 1 to 5 the scale, 6 unknown, 7 not applicable.
    pub const fn to_bits(self) -> u8 {
        match self {
            Self::Unanswered => 0,
            Self::Agreement(agreement) => agreement.value(),
            Self::Unknown => 6,
            Self::NotApplicable => 7,
        }
    }

    /// Reads [`Answer::to_bits`] back; only the three lowest bits count.
    pub fn from_bits(bits: u8) -> Self {
        match bits & 7 {
            0 => Self::Unanswered,
            6 => Self::Unknown,
            7 => Self::NotApplicable,
            value => Agreement::from_value(value).map_or(Self::Unanswered, Self::Agreement),
        }
    }
}

/// An answer that is none of the possible ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerError {
    given: String,
}

impl AnswerError {
    /// An error about the value that was given.
    pub fn new(given: impl Into<String>) -> Self {
        Self { given: given.into() }
    }

    /// The stable code of this error.
    pub const fn code(&self) -> &'static str {
        "answer-out-of-range"
    }
}

impl fmt::Display for AnswerError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "expected a whole number from 1 to 5, `unknown`, `not-applicable` or nothing, got `{}`",
            self.given
        )
    }
}

impl core::error::Error for AnswerError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eight_answers_are_eight_bit_patterns() {
        let answers: alloc::vec::Vec<Answer> = (0..8).map(Answer::from_bits).collect();
        for (bits, answer) in (0..).zip(&answers) {
            assert_eq!(answer.to_bits(), bits);
        }
        assert_eq!(answers.first(), Some(&Answer::Unanswered));
        assert_eq!(answers.get(3), Some(&Answer::Agreement(Agreement::Neutral)));
    }
}
