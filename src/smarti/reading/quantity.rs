use core::ops::Range;

use super::evidence::ids;
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
