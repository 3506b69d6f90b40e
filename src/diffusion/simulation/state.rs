//! One run, step by step. A step allocates nothing, and looks only at those who may still move.

use alloc::vec::Vec;

use super::{Simulation, Spread};
use crate::diffusion::dice::Dice;

/// How many had adopted after each step of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    adopters: Vec<u32>,
}

impl Run {
    /// The adopters at the beginning and after each step: one more than there are steps.
    pub fn adopters(&self) -> &[u32] {
        &self.adopters
    }

    /// The last step in which someone adopted; 0 where nobody did.
    pub fn last_change(&self) -> usize {
        self.adopters.windows(2).rposition(|pair| pair.first() != pair.last()).map_or(0, |step| step + 1)
    }
}

/// Room for a run, to use again for the next.
#[derive(Clone, Debug)]
pub(super) struct State {
    /// A bit for each person.
    adopted: Vec<u64>,
    /// How many neighbours of each person have adopted; nothing in a complete network.
    counts: Vec<u32>,
    /// Those who may move: for a hazard whoever has not adopted, for thresholds whoever will in the next step, and for a
    /// cascade whoever did in the last.
    active: Vec<u32>,
    next: Vec<u32>,
    adopters: u32,
    /// *q* over the number of neighbours, for each number, where a hazard is the same for all.
    by_degree: Vec<f64>,
}

impl Simulation {
    /// One run of so many steps: the same for the same seed and number.
    pub fn run(&self, seed: u64, run: u64, steps: usize) -> Run {
        let mut adopters = alloc::vec![0; steps + 1];
        self.run_into(&mut State::new(self), seed, run, &mut adopters);
        Run { adopters }
    }

    /// Who has adopted at the end of a run, by number.
    pub fn adopted(&self, seed: u64, run: u64, steps: usize) -> Vec<u32> {
        let mut state = State::new(self);
        self.run_into(&mut state, seed, run, &mut alloc::vec![0; steps + 1]);
        (0..self.network.people()).filter(|person| state.has_adopted(*person)).collect()
    }

    /// Runs, and writes the adopters at the beginning and after each step.
    pub(super) fn run_into(&self, state: &mut State, seed: u64, run: u64, adopters: &mut [u32]) {
        state.begin(self);
        let mut settled = false;
        for (step, count) in adopters.iter_mut().enumerate() {
            let closed = step > 0 && self.closed.get(step - 1).copied().unwrap_or(false);
            if step > 0 && !closed && !settled {
                let dice = Dice::new(seed, run, step as u64);
                match &self.spread {
                    Spread::Bass { p, q } => state.step_of_hazard(self, dice, |_| (*p, *q)),
                    Spread::BassByCategory { coefficients, .. } => state.step_of_hazard(self, dice, |person| {
                        let category = self.categories.get(person as usize).copied().unwrap_or_default();
                        coefficients.get(usize::from(category)).copied().unwrap_or_default()
                    }),
                    Spread::Threshold(_) => state.step_of_thresholds(self),
                    Spread::Cascade { chance } => state.step_of_cascade(self, dice, *chance),
                }
            }
            // With nobody left to move nothing changes any more.
            if step == 0 || !closed {
                settled = state.active.is_empty();
            }
            *count = state.adopters;
        }
    }
}

impl State {
    pub(super) fn new(simulation: &Simulation) -> Self {
        let network = &simulation.network;
        let people = network.people() as usize;
        let most = (0..network.people()).map(|person| network.degree(person)).max().unwrap_or_default();
        let by_degree = if let Spread::Bass { q, .. } = &simulation.spread
            && !network.is_complete()
        {
            (0..=most).map(|degree| if degree == 0 { 0.0 } else { *q / f64::from(degree) }).collect()
        } else {
            Vec::new()
        };
        let counts = if network.is_complete() { 0 } else { people };
        Self {
            adopted: alloc::vec![0; people.div_ceil(64)],
            counts: alloc::vec![0; counts],
            active: Vec::with_capacity(people),
            next: Vec::with_capacity(people),
            adopters: 0,
            by_degree,
        }
    }

    fn begin(&mut self, simulation: &Simulation) {
        self.adopted.fill(0);
        self.counts.fill(0);
        self.active.clear();
        self.next.clear();
        self.adopters = 0;
        for seed in &simulation.seeds {
            self.adopt(*seed);
        }
        match simulation.spread {
            Spread::Bass { .. } | Spread::BassByCategory { .. } => {
                simulation.seeds.iter().for_each(|seed| self.tell(simulation, *seed));
                let people = 0..simulation.network.people();
                self.active.extend(people.filter(|person| !has(&self.adopted, *person)));
            }
            Spread::Threshold(_) if simulation.network.is_complete() => {
                let people = 0..simulation.network.people();
                self.active.extend(people.filter(|person| !has(&self.adopted, *person)));
            }
            Spread::Threshold(_) => {
                // Who needs nobody has what they need from the start.
                let nobody =
                    (0..).zip(&simulation.needed).filter(|(_, needed)| **needed == 0).map(|(person, _)| person);
                self.active.extend(nobody.filter(|person| !has(&self.adopted, *person)));
                simulation.seeds.iter().for_each(|seed| self.tell_and_ask(simulation, *seed));
                self.active.append(&mut self.next);
            }
            Spread::Cascade { .. } => self.active.extend_from_slice(&simulation.seeds),
        }
    }

    /// Everyone who has not adopted does so by a chance of their own.
    #[inline]
    fn step_of_hazard(&mut self, simulation: &Simulation, dice: Dice, coefficients: impl Fn(u32) -> (f64, f64)) {
        let network = &simulation.network;
        let complete = network.is_complete();
        let seen = f64::from(self.adopters) / f64::from(network.people().saturating_sub(1).max(1));
        let mut active = core::mem::take(&mut self.active);
        self.next.clear();
        let Self { counts, by_degree, .. } = self;
        let mut kept = 0;
        for place in 0..active.len() {
            let Some(person) = active.get(place).copied() else { break };
            let (p, q) = coefficients(person);
            let hazard = if complete {
                p + q * seen
            } else {
                match counts.get(person as usize).copied().unwrap_or_default() {
                    0 => p,
                    count => {
                        let degree = network.degree(person);
                        p + match by_degree.get(degree as usize) {
                            Some(each) => each * f64::from(count),
                            None => q * f64::from(count) / f64::from(degree),
                        }
                    }
                }
            };
            let adopts = dice.share(u64::from(person)) < hazard;
            // Those who stay move up; who adopts is told of after all have decided.
            let slot = if adopts { None } else { active.get_mut(kept) };
            match slot {
                Some(slot) => {
                    *slot = person;
                    kept += 1;
                }
                None => self.next.push(person),
            }
        }
        active.truncate(kept);
        self.active = active;
        let next = core::mem::take(&mut self.next);
        for person in &next {
            self.adopt(*person);
            self.tell(simulation, *person);
        }
        self.next = next;
    }

    /// Everyone who has what they need adopts, and then their neighbours look around.
    fn step_of_thresholds(&mut self, simulation: &Simulation) {
        let mut due = core::mem::take(&mut self.active);
        if simulation.network.is_complete() {
            let before = self.adopters;
            let needs = |person: &u32| simulation.needed.get(*person as usize).is_some_and(|needed| *needed > before);
            due.retain(|person| {
                let stays = needs(person);
                if !stays {
                    self.adopt(*person);
                }
                stays
            });
            if self.adopters == before {
                due.clear();
            }
            self.active = due;
            return;
        }
        self.next.clear();
        due.iter().for_each(|person| self.adopt(*person));
        due.iter().for_each(|person| self.tell_and_ask(simulation, *person));
        self.active = core::mem::replace(&mut self.next, due);
    }

    /// Tells the neighbours of a new adopter, and notes who now has what they need.
    fn tell_and_ask(&mut self, simulation: &Simulation, person: u32) {
        for neighbour in simulation.network.neighbours(person) {
            if let Some(count) = self.counts.get_mut(*neighbour as usize) {
                *count += 1;
                if simulation.needed.get(*neighbour as usize) == Some(count) && !has(&self.adopted, *neighbour) {
                    self.next.push(*neighbour);
                }
            }
        }
    }

    /// Everyone who adopted last tries each neighbour once.
    fn step_of_cascade(&mut self, simulation: &Simulation, dice: Dice, chance: f64) {
        let network = &simulation.network;
        let last = core::mem::take(&mut self.active);
        self.next.clear();
        for person in &last {
            // Each tie has a number of its own in each direction.
            let first = u64::from(*person) << 32;
            let mut try_one = |neighbour: u32| {
                if !has(&self.adopted, neighbour) && dice.share(first | u64::from(neighbour)) < chance {
                    self.next.push(neighbour);
                    if let Some(word) = self.adopted.get_mut(neighbour as usize / 64) {
                        *word |= 1 << (neighbour % 64);
                        self.adopters += 1;
                    }
                }
            };
            if network.is_complete() {
                (0..network.people()).filter(|other| other != person).for_each(&mut try_one);
            } else {
                network.neighbours(*person).iter().copied().for_each(&mut try_one);
            }
        }
        self.active = core::mem::replace(&mut self.next, last);
    }

    pub(super) fn has_adopted(&self, person: u32) -> bool {
        has(&self.adopted, person)
    }

    #[inline]
    fn adopt(&mut self, person: u32) {
        if let Some(word) = self.adopted.get_mut(person as usize / 64) {
            *word |= 1 << (person % 64);
            self.adopters += 1;
        }
    }

    /// The neighbours of a new adopter have one adopter more beside them.
    #[inline]
    fn tell(&mut self, simulation: &Simulation, person: u32) {
        for neighbour in simulation.network.neighbours(person) {
            if let Some(count) = self.counts.get_mut(*neighbour as usize) {
                *count += 1;
            }
        }
    }
}

fn has(adopted: &[u64], person: u32) -> bool {
    adopted.get(person as usize / 64).is_some_and(|word| word >> (person % 64) & 1 == 1)
}
