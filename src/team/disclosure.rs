//! What can be worked out from the figures that are shown, across columns of groups.
//!
//! Those who are in the same shown groups form an *atom*. Every figure that is shown is a sum over atoms, so what can be worked
//! out is what linear combinations of them give: a set of atoms is given away when its indicator is one. A vector that every
//! shown figure sums to 0 on is drawn at random, modulo a prime: a set that is no combination sums to 0 on it with a chance
//! of one in two milliards, and one that is a combination always does (Freivalds). So one sum for each set of fewer people than the
//! minimum tells.

use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;

/// Sums are taken modulo this, so that a product of two fits 64 bits.
const PRIME: u64 = (1 << 31) - 1;
/// More atoms than this are not looked into.
const MOST_ATOMS: usize = 400;
/// Nor more sets than this.
const MOST_SETS: u32 = 1 << 20;

/// What an audit finds.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Audit {
    /// Nothing small is given away.
    Safe,
    /// A small set is; hiding this of the shown groups, by its place, is the least that helps.
    Hide(usize),
    /// There are too many sets to try.
    TooMany,
}

/// Looks for a set of fewer than `minimum` people that the figures of all and of the shown groups give away. `people` says of
/// each kind of person in which of the shown groups they are, and how many there are.
pub(super) fn audit(people: &[(Vec<bool>, usize)], shown: usize, minimum: usize) -> Audit {
    let mut atoms: BTreeMap<&[bool], usize> = BTreeMap::new();
    for (inside, count) in people {
        *atoms.entry(inside.as_slice()).or_default() += count;
    }
    if atoms.len() > MOST_ATOMS {
        return Audit::TooMany;
    }
    let sizes: Vec<usize> = atoms.values().copied().collect();
    let is_inside = |group: usize| {
        let is_inside = move |inside: &&[bool]| u64::from(inside.get(group).copied().unwrap_or_default());
        atoms.keys().map(is_inside).collect::<Vec<u64>>()
    };
    let groups: Vec<Vec<u64>> = (0..shown).map(is_inside).collect();
    let figures = |without: Option<usize>| {
        let rest = groups.iter().enumerate().filter(|(group, _)| Some(*group) != without);
        let mut figures: Vec<Vec<u64>> = rest.map(|(_, figure)| figure.clone()).collect();
        figures.push(vec![1; sizes.len()]);
        null_vector(&mut figures, sizes.len())
    };
    let small = sizes.iter().zip(figures(None)).enumerate().filter(|(_, (people, _))| **people < minimum);
    let small: Vec<(usize, usize, u64)> = small.map(|(atom, (people, weight))| (atom, *people, weight)).collect();
    let mut search = Search { left: MOST_SETS, most: minimum.saturating_sub(1), set: Vec::new() };
    match search.given_away(&small, 0, 0) {
        Some(true) => {}
        Some(false) => return Audit::Safe,
        None => return Audit::TooMany,
    }
    let size = |group: &usize| -> u64 {
        let people = groups.get(*group).map_or(&[][..], Vec::as_slice);
        people.iter().zip(&sizes).map(|(inside, size)| inside * *size as u64).sum()
    };
    let mut smallest: Vec<usize> = (0..shown).collect();
    smallest.sort_by_key(size);
    // Without the group the set is no combination any more.
    let helps = |group: &usize| {
        let weights = figures(Some(*group));
        let set = search.set.iter().filter_map(|atom| weights.get(*atom));
        set.fold(0, |sum, weight| (sum + weight) % PRIME) != 0
    };
    let least = smallest.iter().copied().find(helps).or(smallest.first().copied());
    least.map_or(Audit::Safe, Audit::Hide)
}

/// A search through the sets of a few people.
struct Search {
    left: u32,
    most: usize,
    set: Vec<usize>,
}

impl Search {
    /// Whether a set that goes on from this one sums to 0; none where there are too many.
    fn given_away(&mut self, atoms: &[(usize, usize, u64)], people: usize, sum: u64) -> Option<bool> {
        let mut rest = atoms;
        while let Some(((atom, count, weight), after)) = rest.split_first() {
            rest = after;
            if people + count > self.most {
                continue;
            }
            self.left = self.left.checked_sub(1)?;
            let sum = (sum + weight) % PRIME;
            self.set.push(*atom);
            if sum == 0 || self.given_away(after, people + count, sum)? {
                return Some(true);
            }
            self.set.pop();
        }
        Some(false)
    }
}

/// A vector on which each of these rows sums to 0, drawn from all of them: by Gauss and Jordan's elimination.
fn null_vector(rows: &mut [Vec<u64>], width: usize) -> Vec<u64> {
    let mut pivots = Vec::new();
    for column in 0..width {
        let own = |row: &[u64]| row.get(column).copied().unwrap_or_default();
        let done = pivots.len();
        let Some(found) = (done..rows.len()).find(|place| rows.get(*place).is_some_and(|row| own(row) != 0)) else {
            continue;
        };
        rows.swap(done, found);
        let (above, rest) = rows.split_at_mut(done);
        let Some((pivot, below)) = rest.split_first_mut() else { break };
        let scale = inverse(own(pivot));
        pivot.iter_mut().for_each(|value| *value = *value * scale % PRIME);
        for row in above.iter_mut().chain(below) {
            let factor = PRIME - own(row);
            row.iter_mut().zip(&*pivot).for_each(|(value, pivot)| *value = (*value + factor * pivot) % PRIME);
        }
        pivots.push(column);
    }
    // The other columns take any number, and those of the pivots follow.
    let any = |column: usize| ((column as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33) % (PRIME - 1) + 1;
    let mut vector: Vec<u64> =
        (0..width).map(|column| if pivots.contains(&column) { 0 } else { any(column) }).collect();
    for (row, pivot) in rows.iter().zip(&pivots) {
        let sum = row.iter().zip(&vector).fold(0, |sum, (value, number)| (sum + value * number) % PRIME);
        if let Some(number) = vector.get_mut(*pivot) {
            *number = (PRIME - sum) % PRIME;
        }
    }
    vector
}

/// By Fermat's little theorem.
fn inverse(value: u64) -> u64 {
    let (mut power, mut left, mut result) = (value, PRIME - 2, 1);
    while left > 0 {
        if left & 1 == 1 {
            result = result * power % PRIME;
        }
        power = power * power % PRIME;
        left >>= 1;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_null_vector_sums_to_nothing_on_each_row() {
        let rows = vec![vec![1, 1, 1, 1, 1, 1], vec![1, 1, 0, 0, 0, 0], vec![0, 1, 1, 0, 0, 0], vec![0, 0, 0, 1, 1, 1]];
        let vector = null_vector(&mut rows.clone(), 6);
        for row in &rows {
            assert_eq!(row.iter().zip(&vector).map(|(value, number)| value * number).sum::<u64>() % PRIME, 0);
        }
        assert!(vector.iter().any(|number| *number != 0));
        assert_eq!(inverse(7) * 7 % PRIME, 1);
    }

    #[test]
    fn too_many_sets_are_said_to_be() {
        // Every person alone in a shown group of a column, and all of them in one: too many small sets to try.
        let people: Vec<(Vec<bool>, usize)> =
            (0..200).map(|person| ((0..8).map(|group| person >> group & 1 == 1).collect(), 1)).collect();
        assert_eq!(audit(&people, 8, 12), Audit::TooMany);
        let many: Vec<(Vec<bool>, usize)> =
            (0..512).map(|person| ((0..9).map(|group| person >> group & 1 == 1).collect(), 9)).collect();
        assert_eq!(audit(&many, 9, 5), Audit::TooMany);
        assert_eq!(audit(&[], 0, 5), Audit::Safe);
    }
}
