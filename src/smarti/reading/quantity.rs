use core::ops::Range;

use super::evidence::ids;
use crate::content::Language;
use crate::smarti::Decimal;

ids! {
    /// What a quantity does in a goal.
    QuantityRole {
        /// It counts something, or is the threshold.
        Target = "target",
        /// It is where one starts from: the first of *van 58 % naar 75 %*.
        Baseline = "baseline",
        /// It says how often.
        Frequency = "frequency",
        /// It says within what time something follows each time.
        Turnaround = "turnaround",
        /// It says of how many it holds: *elke*, *geen*, *de helft van*.
        Quantifier = "quantifier",
        /// It says what is put in: time, money, people.
        Means = "means",
        /// It leaves open how many: *enkele*, *de meeste*.
        Vague = "vague",
    }
}

/// How many a quantity says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Amount {
    /// That stays open: *elke*, *enkele*.
    Open,
    /// A word says it: *drie*.
    Word(u16),
    /// Digits do, in these bytes of the text.
    Digits(Range<usize>),
}

impl Amount {
    pub(super) fn value(&self, text: &str, language: Language) -> Option<Decimal> {
        match self {
            Self::Open => None,
            Self::Word(value) => Some(Decimal::from(u32::from(*value))),
            Self::Digits(digits) => Decimal::parse(text.get(digits.clone())?, language).ok(),
        }
    }
}

/// A quantity in a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The bytes of the text, unit included.
    pub span: Range<usize>,
    /// Its number; none for a word such as *elke*.
    pub value: Option<Decimal>,
    /// The bytes of what it counts or is measured in: *%*, *keer*, *leerlingen*.
    pub unit: Option<Range<usize>>,
    /// What it does.
    pub role: QuantityRole,
}
