use alloc::vec::Vec;

use super::Network;
use crate::diffusion::{DiffusionError, Rogers};

/// How people come along, in steps that all take at the same time.
#[derive(Clone, Debug, PartialEq)]
pub enum Spread {
    /// Bass: a person adopts with the chance *p + q k/d* of a step, with *k* of their *d* neighbours among the adopters;
    /// with *p* where there are no neighbours, and at most 1.
    Bass {
        /// The chance to adopt by oneself, per step.
        p: f64,
        /// What it rises by when all neighbours have adopted.
        q: f64,
    },
    /// Bass with other coefficients for each of Rogers' categories.
    BassByCategory {
        /// *p* and *q* in the order of [`Rogers::ALL`].
        coefficients: [(f64, f64); 5],
        /// How many people are in each category; they are spread evenly over the numbers of the people.
        counts: [u32; 5],
    },
    /// Granovetter's linear threshold: a person adopts once the share of their neighbours who have reaches a threshold of
    /// their own. Without neighbours nobody does. Source: M. Granovetter, Threshold models of collective behavior, American
    /// Journal of Sociology 83(6), 1978.
    Threshold(
        /// The threshold of each person, from 0 to 1.
        Vec<f64>,
    ),
    /// The independent cascade: whoever adopts gets one chance, in the next step, to take each neighbour along. Source:
    /// J. Goldenberg, B. Libai, E. Muller, Talk of the network, Marketing Letters 12(3), 2001.
    Cascade {
        /// That chance.
        chance: f64,
    },
}

/// What is simulated.
///
/// # Examples
///
/// ```
/// use olievlek::diffusion::simulation::{Network, Simulation, Spread};
///
/// // A path on which each needs half of the neighbours: one step a person.
/// let path = Network::from_edges(6, &[(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (0, 2)])?;
/// let simulation = Simulation::new(path, Spread::Threshold(vec![0.5; 6]))?.with_seeds(&[0])?;
/// let run = simulation.run(1, 0, 20);
/// assert_eq!(run.adopters()[..6], [1, 2, 3, 4, 5, 6]);
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Simulation {
    pub(super) network: Network,
    pub(super) spread: Spread,
    pub(super) seeds: Vec<u32>,
    /// Steps in which nothing is adopted.
    pub(super) closed: Vec<bool>,
    /// The category of each person, where that counts.
    pub(super) categories: Vec<u8>,
    /// How many adopted neighbours each person needs, for thresholds.
    pub(super) needed: Vec<u32>,
}

impl Simulation {
    /// A change that spreads in this way through this network, in which nobody has begun.
    ///
    /// # Errors
    ///
    /// [`DiffusionError::Empty`] without people; [`DiffusionError::OutOfDomain`] for a chance that is below 0, for one of
    /// a cascade above 1, and for a threshold outside 0 to 1; [`DiffusionError::ShapeMismatch`] where thresholds or
    /// categories do not fit the people.
    pub fn new(network: Network, spread: Spread) -> Result<Self, DiffusionError> {
        let people = network.people();
        if people == 0 {
            return Err(DiffusionError::Empty);
        }
        let fits = |given: usize| {
            let expected = people as usize;
            if given == expected { Ok(()) } else { Err(DiffusionError::ShapeMismatch { expected, given }) }
        };
        let hazard = |(p, q): (f64, f64)| {
            let fine = p.is_finite() && q.is_finite() && p >= 0.0 && q >= 0.0;
            if fine { Ok(()) } else { Err(DiffusionError::OutOfDomain("chances p and q of 0 or more")) }
        };
        let (mut categories, mut needed) = (Vec::new(), Vec::new());
        match &spread {
            Spread::Bass { p, q } => hazard((*p, *q))?,
            Spread::BassByCategory { coefficients, counts } => {
                coefficients.iter().try_for_each(|pair| hazard(*pair))?;
                fits(counts.iter().map(|count| *count as usize).sum())?;
                categories = spread_evenly(counts);
            }
            Spread::Threshold(thresholds) => {
                fits(thresholds.len())?;
                if !thresholds.iter().all(|threshold| (0.0..=1.0).contains(threshold)) {
                    return Err(DiffusionError::OutOfDomain("a threshold from 0 to 1"));
                }
                let persons = (0..people).zip(thresholds);
                needed = persons.map(|(person, threshold)| least(*threshold, network.degree(person))).collect();
            }
            Spread::Cascade { chance } => {
                if !(0.0..=1.0).contains(chance) {
                    return Err(DiffusionError::OutOfDomain("a chance from 0 to 1"));
                }
            }
        }
        Ok(Self { network, spread, seeds: Vec::new(), closed: Vec::new(), categories, needed })
    }

    /// The same, begun by these people: a working group.
    ///
    /// # Errors
    ///
    /// [`DiffusionError::OutOfRange`] for someone who is not there.
    pub fn with_seeds(mut self, people: &[u32]) -> Result<Self, DiffusionError> {
        if let Some(person) = people.iter().find(|person| **person >= self.network.people()) {
            return Err(DiffusionError::OutOfRange(*person as usize));
        }
        let mut begins = alloc::vec![false; self.network.people() as usize];
        for person in people {
            if let Some(begins) = begins.get_mut(*person as usize) {
                *begins = true;
            }
        }
        self.seeds =
            (0..self.network.people()).zip(begins).filter_map(|(person, begins)| begins.then_some(person)).collect();
        Ok(self)
    }

    /// The same, with steps in which nothing is adopted, as holidays are: `true` for each that is closed, from the first.
    #[must_use]
    pub fn with_closed_steps(mut self, closed: &[bool]) -> Self {
        self.closed = closed.to_vec();
        self
    }

    /// The network.
    pub const fn network(&self) -> &Network {
        &self.network
    }

    /// The people of a category, for a working group from it; none where categories do not count.
    pub fn people_of(&self, category: Rogers) -> Vec<u32> {
        let people = (0..self.network.people()).zip(&self.categories);
        people.filter(|(_, own)| **own == category as u8).map(|(person, _)| person).collect()
    }
}

/// The least number of adopters among so many neighbours whose share reaches a threshold; out of reach without any.
fn least(threshold: f64, degree: u32) -> u32 {
    if degree == 0 {
        return u32::MAX;
    }
    let reaches = |count: u32| f64::from(count) / f64::from(degree) >= threshold;
    let mut count = (threshold * f64::from(degree)) as u32;
    while count > 0 && reaches(count - 1) {
        count -= 1;
    }
    while !reaches(count) {
        count += 1;
    }
    count
}

/// Categories in turn, so that each block of people has about its share of them: the one furthest behind comes next.
fn spread_evenly(counts: &[u32; 5]) -> Vec<u8> {
    let people: u32 = counts.iter().sum();
    let mut given = [0u32; 5];
    let mut categories = Vec::with_capacity(people as usize);
    for person in 0..u64::from(people) {
        let behind = |(category, (count, given)): (usize, (&u32, &u32))| {
            let due = i128::from(*count) * i128::from(2 * person + 1) - 2 * i128::from(*given) * i128::from(people);
            (given < count).then_some((due, category))
        };
        let next = counts.iter().zip(&given).enumerate().filter_map(behind).max_by_key(|(due, at)| (*due, 5 - at));
        let Some((_, category)) = next else { break };
        if let Some(given) = given.get_mut(category) {
            *given += 1;
        }
        categories.push(category as u8);
    }
    categories
}
