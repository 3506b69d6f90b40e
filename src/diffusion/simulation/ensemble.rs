use alloc::vec::Vec;

use super::Simulation;
use super::state::State;

/// Many runs of one simulation: what is likely, and how far it can go either way.
///
/// The runs are numbered, and each is what it is by its number: two ensembles of neighbouring numbers
/// [`merge`](Self::merge) to that of all, and the number of threads changes nothing.
///
/// # Examples
///
/// ```
/// use olievlek::diffusion::simulation::{Ensemble, Network, Simulation, Spread};
///
/// let centre = Simulation::new(Network::complete(60), Spread::Bass { p: 0.03, q: 0.4 })?;
/// let ensemble = Ensemble::of(&centre, 7, 0..500, 30);
/// let mean = ensemble.mean();
/// assert!((mean[1] - 1.8).abs() < 0.3);
/// let (low, high) = (ensemble.quantile(0.1), ensemble.quantile(0.9));
/// assert!(low[10] < high[10]);
/// assert!(ensemble.chance_of_all()[30] > 0.9);
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ensemble {
    people: u32,
    /// The values of a run: one more than there are steps.
    width: usize,
    /// The adopters of each run at each step, run after run.
    adopters: Vec<u32>,
}

impl Ensemble {
    /// The runs of these numbers, each of so many steps; over all cores with the feature `parallel`.
    pub fn of(simulation: &Simulation, seed: u64, runs: core::ops::Range<u64>, steps: usize) -> Self {
        let width = steps + 1;
        let count = runs.end.saturating_sub(runs.start) as usize;
        let mut adopters = alloc::vec![0; width * count];
        #[cfg(feature = "parallel")]
        {
            use rayon::prelude::*;
            adopters.par_chunks_mut(width).enumerate().for_each_init(
                || State::new(simulation),
                |state, (place, row)| simulation.run_into(state, seed, runs.start + place as u64, row),
            );
        }
        #[cfg(not(feature = "parallel"))]
        {
            let mut state = State::new(simulation);
            for (row, run) in adopters.chunks_mut(width).zip(runs) {
                simulation.run_into(&mut state, seed, run, row);
            }
        }
        Self { people: simulation.network().people(), width, adopters }
    }

    /// These runs and those of another ensemble after them. Runs of another number of people or steps are left out.
    #[must_use]
    pub fn merge(mut self, other: &Self) -> Self {
        if self.width == other.width && self.people == other.people {
            self.adopters.extend_from_slice(&other.adopters);
        }
        self
    }

    /// How many runs there are.
    pub fn runs(&self) -> usize {
        self.adopters.len() / self.width
    }

    /// How many people there are.
    pub const fn people(&self) -> u32 {
        self.people
    }

    /// The mean number of adopters, at the beginning and after each step.
    pub fn mean(&self) -> Vec<f64> {
        let mut sums = alloc::vec![0u64; self.width];
        for row in self.adopters.chunks(self.width) {
            sums.iter_mut().zip(row).for_each(|(sum, count)| *sum += u64::from(*count));
        }
        let runs = self.runs().max(1) as f64;
        sums.into_iter().map(|sum| sum as f64 / runs).collect()
    }

    /// The standard deviation between runs, with *n − 1*; 0 for one run.
    pub fn sd(&self) -> Vec<f64> {
        let mean = self.mean();
        let mut squares = alloc::vec![0.0; self.width];
        for row in self.adopters.chunks(self.width) {
            for ((square, count), mean) in squares.iter_mut().zip(row).zip(&mean) {
                let rest = f64::from(*count) - mean;
                *square += rest * rest;
            }
        }
        let free = self.runs().saturating_sub(1).max(1) as f64;
        squares.into_iter().map(|square: f64| libm::sqrt(square / free)).collect()
    }

    /// The number of adopters that this share of the runs has not passed, at each step: a whole number of people.
    pub fn quantile(&self, share: f64) -> Vec<u32> {
        let runs = self.runs();
        let place = ((share.clamp(0.0, 1.0) * runs as f64) as usize).min(runs.saturating_sub(1));
        // The least number that more than `place` runs have not passed: to halve the numbers takes as many looks as a number
        // has digits, and no column of its own.
        let at = |step: usize| {
            let (mut low, mut high) = (0, self.people);
            while low < high {
                let middle = low + (high - low) / 2;
                let column = self.adopters.iter().skip(step).step_by(self.width);
                if column.filter(|count| **count <= middle).count() > place {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            if runs == 0 { 0 } else { low }
        };
        (0..self.width).map(at).collect()
    }

    /// The share of the runs in which everyone has adopted, at each step.
    pub fn chance_of_all(&self) -> Vec<f64> {
        self.chance_of(self.people)
    }

    /// The share of the runs in which at least so many have adopted, at each step.
    pub fn chance_of(&self, adopters: u32) -> Vec<f64> {
        let mut counts = alloc::vec![0u32; self.width];
        for row in self.adopters.chunks(self.width) {
            counts.iter_mut().zip(row).for_each(|(sum, count)| *sum += u32::from(*count >= adopters));
        }
        let runs = self.runs().max(1) as f64;
        counts.into_iter().map(|count| f64::from(count) / runs).collect()
    }

    /// The step by which each run reached a share of the people, from the earliest on; nothing for one that did not.
    pub fn time_to(&self, share: f64) -> Vec<Option<usize>> {
        let wanted = share * f64::from(self.people);
        let reached = |row: &[u32]| row.iter().position(|count| f64::from(*count) >= wanted);
        let mut times: Vec<Option<usize>> = self.adopters.chunks(self.width).map(reached).collect();
        times.sort_by_key(|time| time.unwrap_or(usize::MAX));
        times
    }
}
