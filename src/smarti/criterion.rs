/// One of the six criteria of a SMARTI goal.
///
/// # Examples
///
/// ```
/// use olievlek::smarti::Criterion;
///
/// let letters: String = Criterion::ALL.iter().map(|criterion| criterion.letter()).collect();
/// assert_eq!(letters, "SMARTI");
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

    /// The stable identifier.
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
}
