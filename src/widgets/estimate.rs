//! What a fit found, as it travels from the numbers to the widget.

use alloc::string::String;

use super::bits::{push_bits, read_bits};
use crate::content::split;

/// A curve of Bass through what was seen, with what it says about itself. Times are in school months.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Estimate {
    pub(super) p: f64,
    pub(super) q: f64,
    pub(super) market: f64,
    /// Of *p*, *q* and the market; nought where there are none.
    pub(super) errors: [f64; 3],
    /// Of *p* with *q*, *p* with the market, and *q* with it.
    pub(super) correlations: [f64; 3],
    pub(super) sigma: f64,
    /// How many looks there are, and how many of them are left over for the parameters.
    pub(super) observed: f64,
    pub(super) freedom: f64,
    /// The time of the last look.
    pub(super) last: f64,
    /// The interval of the market; none where the market was not estimated but is everyone.
    pub(super) interval: Option<(f64, f64)>,
    pub(super) peak_passed: bool,
    pub(super) poor: bool,
}

impl Estimate {
    /// Writes it as numbers with blanks between.
    pub(super) fn write(&self) -> String {
        let mut out = String::new();
        let [ep, eq, em] = self.errors;
        let [pq, pm, qm] = self.correlations;
        let flag = |is: bool| if is { 1.0 } else { 0.0 };
        let (low, high) = self.interval.unwrap_or_default();
        let numbers = [self.p, self.q, self.market, ep, eq, em, pq, pm, qm, self.sigma, self.observed, self.freedom];
        numbers.iter().for_each(|number| push_bits(&mut out, *number));
        let rest = [self.last, flag(self.interval.is_some()), low, high, flag(self.peak_passed), flag(self.poor)];
        rest.iter().for_each(|number| push_bits(&mut out, *number));
        out
    }

    /// Reads it back.
    pub(super) fn read(text: &str) -> Self {
        let mut numbers = split(text, b' ').map(read_bits);
        let mut next = || numbers.next().unwrap_or_default();
        let [p, q, market] = [next(), next(), next()];
        let errors = [next(), next(), next()];
        let correlations = [next(), next(), next()];
        let [sigma, observed, freedom, last] = [next(), next(), next(), next()];
        let [free, low, high] = [next(), next(), next()];
        let interval = (free > 0.0).then_some((low, high));
        let [peak_passed, poor] = [next() > 0.0, next() > 0.0];
        Self { p, q, market, errors, correlations, sigma, observed, freedom, last, interval, peak_passed, poor }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_comes_back_as_it_was() {
        let estimate = Estimate {
            p: 0.1,
            q: 0.2,
            market: 3.0,
            errors: [4.0, 5.0, 6.0],
            correlations: [-0.7, 0.8, 0.9],
            sigma: 1.5,
            observed: 9.0,
            freedom: 6.0,
            last: 12.25,
            interval: Some((2.0, f64::INFINITY)),
            peak_passed: true,
            poor: false,
        };
        assert_eq!(Estimate::read(&estimate.write()), estimate);
        let known = Estimate { interval: None, poor: true, ..estimate };
        assert_eq!(Estimate::read(&known.write()), known);
    }
}
