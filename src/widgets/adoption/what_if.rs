//! The what-if: the same centre with attention for other people, played many times over in slices.

use alloc::vec::Vec;

use super::axis::{Axis, MONTH};
use super::centre::Centre;
use crate::diffusion::Rogers;
use crate::diffusion::simulation::{Attention, Ensemble, Network, Simulation, WhatIf};

/// How often each way is played.
pub(super) const RUNS: usize = 300;
/// People times steps that a slice may take: some milliseconds on a slow phone.
const SLICE: usize = 150_000;
/// Lesson days in a step, which is a week.
const WEEK: f64 = 5.0;
/// Three school years: what is not there by then, no one waits for.
const MOST_STEPS: usize = 156;

/// A what-if that is being played, or was.
#[derive(Clone, Debug)]
pub(super) struct Game {
    simulations: Vec<Simulation>,
    /// The runs so far, in the order of [`Attention::ALL`].
    pub(super) ensembles: Vec<Ensemble>,
    /// How many weeks are played.
    pub(super) steps: usize,
}

impl Game {
    /// A game for a centre from the first morning of an axis on. Everyone sees everyone, with the mean tempo of all places.
    pub(super) fn new(centre: &Centre, axis: &Axis) -> Option<Self> {
        let people = centre.people();
        let steps = axis.mornings.len().saturating_sub(1).min(MOST_STEPS);
        let week = WEEK / f64::from(MONTH);
        let (mut p, mut q) = (0.0, 0.0);
        for site in &centre.sites {
            let share = f64::from(site.people()) / f64::from(people);
            let (own_p, own_q) = site.tempo.coefficients();
            p += share * own_p * week;
            q += share * own_q * week;
        }
        let what_if = WhatIf { people, p, q, attention: p, readiness: WhatIf::READINESS };
        let closed: Vec<bool> = axis.mornings.windows(2).map(|pair| matches!(pair, [a, b] if a.t == b.t)).collect();
        let mut simulations = Vec::new();
        let mut ensembles = Vec::new();
        for attention in Attention::ALL {
            let simulation = Simulation::new(Network::complete(people), what_if.spread(attention).ok()?).ok()?;
            // The working group are those who are readiest.
            let mut group = Vec::new();
            for category in Rogers::ALL {
                group.extend(simulation.people_of(category));
            }
            group.truncate(centre.group() as usize);
            let simulation = simulation.with_closed_steps(&closed).with_seeds(&group).ok()?;
            ensembles.push(Ensemble::of(&simulation, SEED, 0..0, steps));
            simulations.push(simulation);
        }
        Some(Self { simulations, ensembles, steps })
    }

    /// Plays a slice: some runs of the way that is furthest behind. Whether there is more to play.
    pub(super) fn play(&mut self) -> bool {
        let people = self.ensembles.first().map_or(1, |ensemble| ensemble.people() as usize);
        let slice = (SLICE / (people * self.steps).max(1)).clamp(1, RUNS);
        let behind = (0..self.ensembles.len()).min_by_key(|place| self.ensembles.get(*place).map(Ensemble::runs));
        let behind = behind.unwrap_or_default();
        if let (Some(ensemble), Some(simulation)) = (self.ensembles.get_mut(behind), self.simulations.get(behind)) {
            let from = ensemble.runs();
            let until = (from + slice).min(RUNS);
            let more = Ensemble::of(simulation, SEED, from as u64..until as u64, self.steps);
            *ensemble = ensemble.clone().merge(&more);
        }
        self.done() < self.all()
    }

    /// How many runs are done.
    pub(super) fn done(&self) -> usize {
        self.ensembles.iter().map(Ensemble::runs).sum()
    }

    /// How many there are to do.
    pub(super) fn all(&self) -> usize {
        RUNS * self.ensembles.len()
    }
}

/// The same for everyone, so that two people who talk about a what-if see the same.
const SEED: u64 = 1;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Date, number};
    use crate::widgets::adoption::centre::Site;

    fn played(centre: &Centre) -> (Game, usize) {
        let axis = Axis::new(number(Date::constant(2026, 9, 1))).unwrap();
        let mut game = Game::new(centre, &axis).unwrap();
        let mut slices = 1;
        while game.play() {
            slices += 1;
        }
        (game, slices)
    }

    #[test]
    fn it_is_played_in_slices_and_attention_for_the_early_group_goes_before() {
        let (game, slices) = played(&Centre::default());
        assert_eq!((game.done(), game.all(), game.steps), (900, 900, 156));
        assert!(slices > 40, "{slices}");
        let means: Vec<_> = game.ensembles.iter().map(Ensemble::mean).collect();
        // Nobody begins in a holiday: the weeks of Christmas 2026.
        let axis = Axis::new(number(Date::constant(2026, 9, 1))).unwrap();
        let at = axis.mornings.iter().position(|m| m.day == number(Date::constant(2026, 12, 21))).unwrap();
        for mean in &means {
            assert_eq!((mean[0], mean[at]), (8.0, mean[at + 2]));
            assert!(mean.windows(2).all(|pair| pair[0] <= pair[1]));
        }
        // A slice is played as a whole is.
        let whole = Ensemble::of(&game.simulations[0], SEED, 0..RUNS as u64, game.steps);
        assert_eq!(game.ensembles[0], whole);
    }

    #[test]
    fn a_large_centre_takes_a_run_a_slice() {
        let centre = Centre { sites: [Site::new(2000, 40)].into() };
        let axis = Axis::new(number(Date::constant(2026, 9, 1))).unwrap();
        let mut game = Game::new(&centre, &axis).unwrap();
        assert!(game.play());
        assert_eq!(game.done(), 1);
    }
}
