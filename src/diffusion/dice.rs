//! Numbers from a counter: what comes out depends on the seed, the run, the step and the person alone, so it is the same for
//! any number of threads, in any order, natively and in WebAssembly.

/// The dice of one step of one run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dice(u64);

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
    pub(crate) const fn new(seed: u64, run: u64, step: u64) -> Self {
        let run = mix(seed ^ mix(run.wrapping_add(GOLDEN)));
        Self(mix(run.wrapping_add(step.wrapping_mul(GOLDEN)) ^ GOLDEN))
    }

    /// 64 bits for whatever has this number.
    pub(crate) const fn bits(self, number: u64) -> u64 {
        mix(self.0.wrapping_add(number.wrapping_mul(GOLDEN)))
    }

    /// A number from 0 up to but not including 1.
    pub(crate) fn share(self, number: u64) -> f64 {
        (self.bits(number) >> 11) as f64 * (1.0 / (1u64 << 53) as f64)
    }

    /// A whole number below a bound, by Lemire's multiplication; the bias is under 2⁻³².
    pub(crate) const fn below(self, number: u64, bound: u64) -> u64 {
        ((self.bits(number) as u128 * bound as u128) >> 64) as u64
    }
}

/// One roll after another of the same dice.
#[derive(Clone, Debug)]
pub(crate) struct Rolls {
    dice: Dice,
    next: u64,
    /// The second of two normal numbers, which come in pairs.
    spare: Option<f64>,
}

impl Dice {
    pub(crate) const fn rolls(self) -> Rolls {
        Rolls { dice: self, next: 0, spare: None }
    }
}

impl Rolls {
    /// A number from 0 up to but not including 1.
    pub(crate) fn share(&mut self) -> f64 {
        self.next += 1;
        self.dice.share(self.next)
    }

    /// A number of the standard normal distribution, by the polar method of Marsaglia.
    pub(crate) fn normal(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        loop {
            let (x, y) = (2.0 * self.share() - 1.0, 2.0 * self.share() - 1.0);
            let square = x * x + y * y;
            if square < 1.0 && square > 0.0 {
                let factor = libm::sqrt(-2.0 * libm::log(square) / square);
                self.spare = Some(y * factor);
                return x * factor;
            }
        }
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
