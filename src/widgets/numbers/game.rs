//! The what-if: the same centre with attention for other people, played many times over in slices.

use alloc::string::String;
use alloc::vec::Vec;

use crate::chart::push_whole;
use crate::content::split;
use crate::diffusion::Rogers;
use crate::diffusion::simulation::{Attention, Ensemble, Network, Simulation, WhatIf};
use crate::widgets::bits::{push_bits, read_bits};

/// How often each way is played.
const RUNS: usize = 300;
/// People times steps that a slice may take: some milliseconds on a slow phone.
const SLICE: usize = 150_000;
/// The same for everyone, so that two people who talk about a what-if see the same.
const SEED: u64 = 1;

/// A what-if that is being played, or was.
#[derive(Clone, Debug)]
pub(in super::super) struct Game {
    simulations: Vec<Simulation>,
    /// The runs so far, in the order of [`Attention::ALL`].
    ensembles: Vec<Ensemble>,
    /// How many steps are played, and the one at which the ways are compared.
    steps: usize,
    year: usize,
}

impl Game {
    /// A game of a centre: how many people there are and how many begin, *p* and *q* of a step, the step at which the ways
    /// are compared, and for each step `1` where nobody begins, else `0`; with blanks between.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut parts = split(text, b' ');
        let mut next = || parts.next().map(read_bits);
        let (people, group, p, q, year) = (next()? as u32, next()? as usize, next()?, next()?, next()? as usize);
        let closed: Vec<bool> = parts.next()?.bytes().map(|closed| closed == b'1').collect();
        let what_if = WhatIf { people, p, q, attention: p, readiness: WhatIf::READINESS };
        let mut game = Self { simulations: Vec::new(), ensembles: Vec::new(), steps: closed.len(), year };
        for attention in Attention::ALL {
            let simulation = Simulation::new(Network::complete(people), what_if.spread(attention).ok()?).ok()?;
            // Those who begin are the readiest.
            let mut first = Vec::new();
            for category in Rogers::ALL {
                first.extend(simulation.people_of(category));
            }
            first.truncate(group);
            let simulation = simulation.with_closed_steps(&closed).with_seeds(&first).ok()?;
            game.ensembles.push(Ensemble::of(&simulation, SEED, 0..0, game.steps));
            game.simulations.push(simulation);
        }
        Some(game)
    }

    /// Plays a slice: some runs of the way that is furthest behind.
    pub(super) fn play(&mut self) {
        let people = self.ensembles.first().map_or(1, |ensemble| ensemble.people() as usize);
        let slice = (SLICE / (people * self.steps).max(1)).clamp(1, RUNS);
        let mut ways = self.ensembles.iter_mut().zip(&self.simulations);
        let Some(mut behind) = ways.next() else { return };
        for way in ways {
            if way.0.runs() < behind.0.runs() {
                behind = way;
            }
        }
        let (ensemble, simulation) = behind;
        let from = ensemble.runs();
        let until = (from + slice).min(RUNS);
        let more = Ensemble::of(simulation, SEED, from as u64..until as u64, self.steps);
        *ensemble = ensemble.clone().merge(&more);
    }

    /// How many runs are done and of how many; after the last one a line for each way: in how many people four in five
    /// runs end at the step of comparison, lowest and highest; the step by which half of the runs have half of the people,
    /// or `-`; and the mean after each step.
    pub(super) fn write(&self) -> String {
        let done: usize = self.ensembles.iter().map(Ensemble::runs).sum();
        let all = RUNS * self.ensembles.len();
        let mut out = String::new();
        push_whole(&mut out, done as u32);
        out.push(' ');
        push_whole(&mut out, all as u32);
        if done < all {
            return out;
        }
        for ensemble in &self.ensembles {
            out.push('\n');
            for share in [0.1, 0.9] {
                push_whole(&mut out, ensemble.quantile(share).get(self.year).copied().unwrap_or_default());
                out.push(' ');
            }
            let half = ensemble.chance_of(ensemble.people().div_ceil(2)).iter().position(|chance| *chance >= 0.5);
            match half {
                Some(step) => push_whole(&mut out, step as u32),
                None => out.push('-'),
            }
            ensemble.mean().into_iter().for_each(|mean| push_bits(&mut out, mean));
        }
        out
    }
}

#[cfg(test)]
pub(in super::super) mod tests {
    use super::*;

    /// The question for a centre of so many people in so many steps, the third of which is closed.
    fn question(people: f64, steps: usize) -> String {
        let mut text = String::new();
        [people, 8.0, 0.003, 0.05, 40.0].iter().for_each(|number| push_bits(&mut text, *number));
        text.push_str(" 001");
        (3..steps).for_each(|_| text.push('0'));
        text
    }

    #[test]
    fn it_is_played_in_slices_and_nobody_begins_where_it_is_closed() {
        let mut game = Game::read(&question(60.0, 156)).unwrap();
        assert_eq!(game.write(), "0 900");
        let mut slices = 0;
        while !game.write().contains('\n') {
            game.play();
            slices += 1;
        }
        assert!(slices > 40, "{slices}");
        let told = game.write();
        let lines: Vec<&str> = told.split('\n').collect();
        assert_eq!((lines.len(), lines[0]), (4, "900 900"));
        for line in &lines[1..] {
            let parts: Vec<&str> = line.split(' ').collect();
            let means: Vec<f64> = parts[3..].iter().map(|mean| read_bits(mean)).collect();
            assert_eq!((means.len(), means[0], means[2]), (157, 8.0, means[3]));
            assert!(means.windows(2).all(|pair| pair[0] <= pair[1]));
            let [low, high] = [parts[0], parts[1]].map(|part| part.parse::<f64>().unwrap());
            assert!(low <= means[40] && means[40] <= high, "{low} {high} {}", means[40]);
        }
        // A slice is played as a whole is.
        let whole = Ensemble::of(&game.simulations[0], SEED, 0..RUNS as u64, game.steps);
        assert_eq!(game.ensembles[0], whole);
    }

    #[test]
    fn a_large_centre_takes_a_run_a_slice_and_nonsense_is_no_game() {
        let mut game = Game::read(&question(2000.0, 156)).unwrap();
        game.play();
        assert_eq!(game.write(), "1 900");
        for nonsense in ["", "x", "0 0 0 0 0"] {
            assert!(Game::read(nonsense).is_none(), "{nonsense}");
        }
    }
}
