use core::ops::Range;

use super::evidence::ids;

ids! {
    /// What a quantity does in a goal.
    QuantityRole {
        /// It counts something, or is the threshold.
        Target = "target",
        /// It is where one starts from: the first of *van 58 % naar 75 %*.
        Baseline = "baseline",
        /// It says how often.
        Frequency = "frequency",
        /// It says of how many it holds: *elke*, *geen*, *de helft van*.
        Quantifier = "quantifier",
        /// It says what is put in: time, money, people.
        Means = "means",
        /// It leaves open how many: *enkele*, *de meeste*.
        Vague = "vague",
    }
}

/// A number of a text, exact to the thousandth.
///
/// # Examples
///
/// ```
/// use olievlek::smarti::reading::Amount;
///
/// assert_eq!(Amount::from_thousandths(12_500).to_f64(), 12.5);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Amount(u64);

impl Amount {
    /// The amount of so many thousandths.
    pub const fn from_thousandths(thousandths: u64) -> Self {
        Self(thousandths)
    }

    /// How many thousandths it is.
    pub const fn thousandths(self) -> u64 {
        self.0
    }

    /// As a floating-point number.
    pub fn to_f64(self) -> f64 {
        // Exact below 2⁵³ thousandths; `Amount` is read from at most twelve digits.
        self.0 as f64 / 1000.0
    }
}

/// A quantity in a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The bytes of the text, unit included.
    pub span: Range<usize>,
    /// Its number; none for a word such as *elke*.
    pub value: Option<Amount>,
    /// The bytes of what it counts or is measured in: *%*, *keer*, *leerlingen*.
    pub unit: Option<Range<usize>>,
    /// What it does.
    pub role: QuantityRole,
}
