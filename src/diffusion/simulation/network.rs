use alloc::vec::Vec;

use crate::diffusion::DiffusionError;
use crate::diffusion::dice::Dice;

/// Who can see whom: people by number, and their neighbours, both ways.
///
/// Neighbours stand in compressed sparse rows: 4 bytes for each person and 4 for each neighbour. In a complete network
/// everyone sees everyone, and nothing is stored.
///
/// # Examples
///
/// ```
/// use olievlek::diffusion::simulation::Network;
///
/// let line = Network::from_edges(4, &[(0, 1), (1, 2), (1, 0)])?;
/// assert_eq!((line.degree(1), line.degree(3)), (2, 0));
/// assert_eq!(Network::from_edges(2, &[(0, 2)]).unwrap_err().code(), "out-of-range");
/// // Two sites of forty: a colleague of the same site is seen with a chance of 30 %, one of the other with 2 %.
/// let sites = Network::blocks(&[40, 40], &[vec![0.3, 0.02], vec![0.02, 0.3]], 1)?;
/// assert_eq!(sites.people(), 80);
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
    people: u32,
    /// Where the neighbours of each person start; empty for a complete network.
    starts: Vec<u32>,
    neighbours: Vec<u32>,
}

impl Network {
    /// Everyone sees everyone.
    pub const fn complete(people: u32) -> Self {
        Self { people, starts: Vec::new(), neighbours: Vec::new() }
    }

    /// The network of these pairs. A pair counts once, in either direction, and nobody is a neighbour of themselves.
    ///
    /// # Errors
    ///
    /// [`DiffusionError::OutOfRange`] for a person of a pair who is not there.
    pub fn from_edges(people: u32, edges: &[(u32, u32)]) -> Result<Self, DiffusionError> {
        if let Some((a, b)) = edges.iter().find(|(a, b)| *a.max(b) >= people) {
            return Err(DiffusionError::OutOfRange(*a.max(b) as usize));
        }
        Self::build(people, |edge| edges.iter().for_each(|(a, b)| edge(*a, *b)))
    }

    /// A small world: a ring on which everyone sees the nearest, half of them on each side, and in which some ties lead
    /// elsewhere instead.
    ///
    /// Source: D. J. Watts, S. H. Strogatz, Collective dynamics of “small-world” networks, Nature 393, 1998.
    ///
    /// # Errors
    ///
    /// [`DiffusionError::OutOfDomain`] unless the number of neighbours is even and below that of people, and the chance
    /// of a tie to lead elsewhere is from 0 to 1.
    pub fn watts_strogatz(people: u32, nearest: u32, rewired: f64, seed: u64) -> Result<Self, DiffusionError> {
        if nearest % 2 == 1 || nearest >= people {
            return Err(DiffusionError::OutOfDomain("an even number of neighbours below the number of people"));
        }
        chance(rewired)?;
        let dice = Dice::new(seed, 0, 0);
        let half = nearest / 2;
        Self::build(people, |edge| {
            for person in 0..people {
                for away in 1..=half {
                    let number = u64::from(person) * u64::from(half) + u64::from(away);
                    let near = ((u64::from(person) + u64::from(away)) % u64::from(people)) as u32;
                    let other = if dice.share(2 * number) < rewired {
                        dice.below(2 * number + 1, u64::from(people)) as u32
                    } else {
                        near
                    };
                    // A tie to oneself stays where it was.
                    edge(person, if other == person { near } else { other });
                }
            }
        })
    }

    /// A network that grew: each newcomer has so many ties, and people who have many get more.
    ///
    /// Each tie leads to an end of an earlier one, chosen evenly, so to a person by how many ties that person has. The ends
    /// are found back by number and not from memory, after P. Sanders, C. Schulz, Scalable generation of scale-free graphs,
    /// 2016. Source of the model: A.-L. Barabási, R. Albert, Emergence of scaling in random networks, Science 286, 1999.
    ///
    /// # Errors
    ///
    /// [`DiffusionError::OutOfDomain`] unless there is at least one tie and more people than ties.
    pub fn barabasi_albert(people: u32, ties: u32, seed: u64) -> Result<Self, DiffusionError> {
        if ties == 0 || ties >= people {
            return Err(DiffusionError::OutOfDomain("at least one tie, and fewer ties than people"));
        }
        let dice = Dice::new(seed, 1, 0);
        let (people_, ties_) = (u64::from(people), u64::from(ties));
        // The edge of a number: its first end is the newcomer, its second an end of an earlier edge.
        let second = |edge: u64| {
            let mut edge = edge;
            loop {
                // The first edges go to the first person, who has none of their own.
                if edge < ties_ {
                    return 0;
                }
                let end = dice.below(edge, 2 * (edge - edge % ties_));
                if end.is_multiple_of(2) {
                    return end / 2 / ties_ + 1;
                }
                edge = end / 2;
            }
        };
        Self::build(people, |tie| {
            for edge in 0..(people_ - 1) * ties_ {
                tie((edge / ties_ + 1) as u32, second(edge) as u32);
            }
        })
    }

    /// Teams and sites: the chance that two people see each other depends on the blocks that they are in.
    ///
    /// People are numbered block after block. `chances` has a row for each block, and is the same both ways. Source:
    /// P. W. Holland, K. B. Laskey, S. Leinhardt, Stochastic blockmodels: first steps, Social Networks 5, 1983.
    ///
    /// # Errors
    ///
    /// [`DiffusionError::ShapeMismatch`] where the rows do not fit the blocks; [`DiffusionError::OutOfDomain`] for a
    /// chance outside 0 to 1, chances that differ by direction, or more people than there are numbers for.
    pub fn blocks(sizes: &[u32], chances: &[Vec<f64>], seed: u64) -> Result<Self, DiffusionError> {
        let expected = sizes.len();
        for row in core::iter::once(chances.len()).chain(chances.iter().map(Vec::len)) {
            if row != expected {
                return Err(DiffusionError::ShapeMismatch { expected, given: row });
            }
        }
        let of = |a: usize, b: usize| chances.get(a).and_then(|row| row.get(b)).copied().unwrap_or_default();
        for a in 0..expected {
            for b in 0..expected {
                chance(of(a, b))?;
                if of(a, b) != of(b, a) {
                    return Err(DiffusionError::OutOfDomain("the same chance in both directions"));
                }
            }
        }
        let people = sizes.iter().try_fold(0u32, |sum, size| sum.checked_add(*size));
        let people = people.ok_or(DiffusionError::OutOfDomain("at most 4294967295 people"))?;
        let mut starts = Vec::new();
        sizes.iter().fold(0u32, |start, size| {
            starts.push(start);
            start + size
        });
        let block = |place: usize| {
            (u64::from(starts.get(place).copied().unwrap_or(0)), u64::from(sizes.get(place).copied().unwrap_or(0)))
        };
        Self::build(people, |edge| {
            for a in 0..expected {
                for b in a..expected {
                    let ((first, rows), (second, columns)) = (block(a), block(b));
                    let dice = Dice::new(seed, 2 + a as u64, b as u64);
                    // Pairs are numbered row by row, and the gaps between those that see each other are drawn.
                    let pairs = if a == b { rows * rows.saturating_sub(1) / 2 } else { rows * columns };
                    each_drawn(pairs, of(a, b), dice, |pair| {
                        let (row, column) = if a == b { triangle(pair) } else { (pair / columns, pair % columns) };
                        edge((first + row) as u32, (second + column) as u32);
                    });
                }
            }
        })
    }

    /// Builds the rows from a listing of ties that gives the same each time: once to count, once to fill.
    fn build(people: u32, each: impl Fn(&mut dyn FnMut(u32, u32))) -> Result<Self, DiffusionError> {
        let mut starts = alloc::vec![0u32; people as usize + 1];
        let mut ends = 0u64;
        each(&mut |a, b| {
            if a != b {
                ends += 2;
                for person in [a, b] {
                    if let Some(count) = starts.get_mut(person as usize) {
                        *count = count.saturating_add(1);
                    }
                }
            }
        });
        if ends > u64::from(u32::MAX) {
            return Err(DiffusionError::OutOfDomain("at most 2147483647 ties"));
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += core::mem::replace(start, sum);
        }
        let mut neighbours = alloc::vec![0u32; ends as usize];
        each(&mut |a, b| {
            if a != b {
                for (from, to) in [(a, b), (b, a)] {
                    if let Some(place) = starts.get_mut(from as usize) {
                        if let Some(slot) = neighbours.get_mut(*place as usize) {
                            *slot = to;
                        }
                        *place += 1;
                    }
                }
            }
        });
        // Each start is now where the next one began: put them back while every row is sorted and freed of doubles.
        let (mut kept, mut before) = (0usize, 0usize);
        for start in &mut starts {
            let end = (*start as usize).min(neighbours.len());
            if let Some(row) = neighbours.get_mut(before..end.max(before)) {
                row.sort_unstable();
            }
            *start = kept as u32;
            let mut last = None;
            for place in before..end.max(before) {
                let neighbour = neighbours.get(place).copied();
                if neighbour != last
                    && let Some(slot) = neighbours.get_mut(kept)
                {
                    *slot = neighbour.unwrap_or_default();
                    kept += 1;
                    last = neighbour;
                }
            }
            before = end.max(before);
        }
        neighbours.truncate(kept);
        Ok(Self { people, starts, neighbours })
    }

    /// How many people there are.
    pub const fn people(&self) -> u32 {
        self.people
    }

    /// Whether everyone sees everyone.
    pub const fn is_complete(&self) -> bool {
        self.starts.is_empty()
    }

    /// How many neighbours a person has.
    #[inline]
    pub fn degree(&self, person: u32) -> u32 {
        if self.is_complete() {
            return self.people.saturating_sub(1);
        }
        let place = person as usize;
        match self.starts.get(place..place + 2) {
            Some(&[start, end]) => end - start,
            _ => 0,
        }
    }

    /// The neighbours of a person, in order; of a complete network none are stored.
    #[inline]
    pub fn neighbours(&self, person: u32) -> &[u32] {
        let place = person as usize;
        match self.starts.get(place..place + 2) {
            Some(&[start, end]) => self.neighbours.get(start as usize..end as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// How many ties there are.
    pub fn ties(&self) -> u64 {
        if self.is_complete() {
            u64::from(self.people) * u64::from(self.people.saturating_sub(1)) / 2
        } else {
            self.neighbours.len() as u64 / 2
        }
    }
}

fn chance(value: f64) -> Result<f64, DiffusionError> {
    if (0.0..=1.0).contains(&value) { Ok(value) } else { Err(DiffusionError::OutOfDomain("a chance from 0 to 1")) }
}

/// Calls for each of so many numbers with a chance, by drawing the gaps between them.
fn each_drawn(count: u64, chance: f64, dice: Dice, mut each: impl FnMut(u64)) {
    if chance <= 0.0 {
        return;
    }
    let scale = 1.0 / libm::log1p(-chance);
    let mut next = 0u64;
    for draw in 0.. {
        if chance < 1.0 {
            let gap = libm::log1p(-dice.share(draw)) * scale;
            next = next.saturating_add(if gap < 1e18 { gap as u64 } else { u64::MAX });
        }
        if next >= count {
            return;
        }
        each(next);
        next += 1;
    }
}

/// The pair of a number in a triangle: (1, 0), (2, 0), (2, 1), (3, 0) and on.
fn triangle(pair: u64) -> (u64, u64) {
    let mut row = (0.5 + libm::sqrt(0.25 + 2.0 * pair as f64)) as u64;
    while row * (row - 1) / 2 > pair {
        row -= 1;
    }
    while (row + 1) * row / 2 <= pair {
        row += 1;
    }
    (row, pair - row * (row - 1) / 2)
}
