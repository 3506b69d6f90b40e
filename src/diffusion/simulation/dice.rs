//! Numbers from a counter: what comes out depends on the seed, the run, the step and the person alone, so it is the same for
//! any number of threads, in any order, natively and in WebAssembly.

/// The dice of one step of one run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dice(u64);

/// The finaliser of splitmix64: every bit of the input moves half of the output. Source: G. L. Steele, D. Lea, C. H. Flood,
/// Fast splittable pseudorandom number generators, 2014.
const fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// An odd number without pattern: what the golden ratio leaves of 2⁶⁴.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

impl Dice {
    pub(super) const fn new(seed: u64, run: u64, step: u64) -> Self {
        let run = mix(seed ^ mix(run.wrapping_add(GOLDEN)));
        Self(mix(run.wrapping_add(step.wrapping_mul(GOLDEN)) ^ GOLDEN))
    }

    /// 64 bits for whatever has this number.
    pub(super) const fn bits(self, number: u64) -> u64 {
        mix(self.0.wrapping_add(number.wrapping_mul(GOLDEN)))
    }

    /// A number from 0 up to but not including 1.
    pub(super) fn share(self, number: u64) -> f64 {
        (self.bits(number) >> 11) as f64 * (1.0 / (1u64 << 53) as f64)
    }

    /// A whole number below a bound, by Lemire's multiplication; the bias is under 2⁻³².
    pub(super) const fn below(self, number: u64, bound: u64) -> u64 {
        ((self.bits(number) as u128 * bound as u128) >> 64) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dice_are_fair() {
        let mut sum = 0.0;
        let mut squares = 0.0;
        let n = 200_000;
        for person in 0..n {
            let share = Dice::new(7, 3, person % 40).share(person / 40);
            sum += share;
            squares += share * share;
        }
        let (mean, square) = (sum / n as f64, squares / n as f64);
        assert!((mean - 0.5).abs() < 0.003 && (square - 1.0 / 3.0).abs() < 0.003, "{mean} {square}");
        let mut counts = [0; 7];
        (0..70_000).for_each(|number| counts[Dice::new(1, 2, 3).below(number, 7) as usize] += 1);
        assert!(counts.iter().all(|count| (9_600..10_400).contains(count)), "{counts:?}");
    }
}
