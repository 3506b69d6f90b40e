//! What can be worked out from the figures that are shown, across columns of groups.
//!
//! Those who are in the same shown groups form an *atom*. Every figure that is shown is a sum over atoms, so what can be worked
//! out is what linear combinations of them give: a set of atoms is given away when its indicator is one. What the shown figures
//! leave of a random vector is at right angles to each of them, so a set that is a combination sums to 0 on it, and any other hardly
//! ever does. So one sum for each set of fewer people than the minimum tells.

use alloc::vec::Vec;

use crate::survey::dot;

/// Sums nearer to 0 than this are 0: rounding is a thousandth of it, and a set that is no combination is hardly ever as near.
const NOTHING: f64 = 1e-9;
/// The most shown groups that are looked into: a bit each.
pub(super) const MOST_GROUPS: usize = u64::BITS as usize;
/// More atoms than this are not looked into.
const MOST_ATOMS: usize = 400;
/// Nor more sets than this.
const MOST_SETS: u32 = 1 << 20;

/// No group.
const NONE: usize = usize::MAX;

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

/// People who are in the same shown groups.
struct Atom {
    /// A bit for each shown group.
    groups: u64,
    people: usize,
}

/// Looks for a set of fewer than `minimum` people that the figures of all and of the shown groups give away. `people` says of
/// each in which of so many shown groups they are, a bit each.
pub(super) fn audit(people: impl Iterator<Item = u64>, shown: usize, minimum: usize) -> Audit {
    let mut atoms: Vec<Atom> = Vec::new();
    for groups in people {
        match atoms.iter_mut().find(|atom| atom.groups == groups) {
            Some(atom) => atom.people += 1,
            None => atoms.push(Atom { groups, people: 1 }),
        }
        if atoms.len() > MOST_ATOMS {
            return Audit::TooMany;
        }
    }
    let weights = left_over(&atoms, shown, NONE);
    let mut search =
        Search { atoms: &atoms, weights: &weights, left: MOST_SETS, most: minimum.saturating_sub(1), set: Vec::new() };
    match search.given_away(0, 0, 0.0) {
        Some(true) => {}
        Some(false) => return Audit::Safe,
        None => return Audit::TooMany,
    }
    let mut least = (usize::MAX, Audit::Safe);
    for group in 0..shown {
        // Without a group that helps the set is no combination any more; where none does, the smallest one goes first.
        let weights = left_over(&atoms, shown, group);
        let sum: f64 = search.set.iter().filter_map(|atom| weights.get(*atom)).sum();
        let inside = atoms.iter().filter(|atom| atom.groups >> group & 1 == 1);
        let size = inside.map(|atom| atom.people).sum::<usize>() + if sum.abs() > NOTHING { 0 } else { usize::MAX / 2 };
        if size < least.0 {
            least = (size, Audit::Hide(group));
        }
    }
    least.1
}

/// A search through the sets of a few people.
struct Search<'a> {
    atoms: &'a [Atom],
    weights: &'a [f64],
    left: u32,
    most: usize,
    set: Vec<usize>,
}

impl Search<'_> {
    /// Whether a set that goes on with atoms from a place on sums to 0; none where there are too many.
    fn given_away(&mut self, from: usize, people: usize, sum: f64) -> Option<bool> {
        for (place, (atom, weight)) in self.atoms.iter().zip(self.weights).enumerate().skip(from) {
            let (people, sum) = (people + atom.people, sum + weight);
            if people > self.most {
                continue;
            }
            self.left = self.left.checked_sub(1)?;
            self.set.push(place);
            if sum.abs() < NOTHING || self.given_away(place + 1, people, sum)? {
                return Some(true);
            }
            self.set.pop();
        }
        Some(false)
    }
}

/// What the figures of all, and of each shown group but one, leave of a random vector: its part at right angles to each of them,
/// by Gram and Schmidt's process. A weight for each atom.
#[inline(never)]
fn left_over(atoms: &[Atom], shown: usize, without: usize) -> Vec<f64> {
    // One figure after another, and behind each the square of its length.
    let mut basis: Vec<f64> = Vec::new();
    let mut vector: Vec<f64> = Vec::new();
    // First each group, then all; the last is the random one.
    for figure in (0..shown + 2).filter(|figure| *figure != without) {
        vector.clear();
        for (place, atom) in atoms.iter().enumerate() {
            let inside = figure >= shown || atom.groups >> figure & 1 == 1;
            vector.push(if figure > shown { random(place as u32 + 1) } else { f64::from(u8::from(inside)) });
        }
        for other in basis.chunks_exact(atoms.len() + 1) {
            let share = dot(&vector, other) / other.last().copied().unwrap_or(1.0);
            vector.iter_mut().zip(other).for_each(|(value, other)| *value -= share * other);
        }
        let square = dot(&vector, &vector);
        // A figure that follows from those before leaves nothing.
        if square > NOTHING {
            basis.extend_from_slice(&vector);
            basis.push(square);
        }
    }
    vector
}

/// A number between 0 and 1 for a place, the same each time: the finaliser of MurmurHash 3. It has to mix well: where places
/// that follow each other had numbers in even steps, sums of some of them would be 0 by themselves.
fn random(place: u32) -> f64 {
    let mixed = (place ^ place << 16).wrapping_mul(0x85eb_ca6b);
    let mixed = (mixed ^ mixed >> 13).wrapping_mul(0xc2b2_ae35);
    f64::from(mixed ^ mixed >> 16) / f64::from(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_over_sums_to_nothing_on_each_figure() {
        let atoms: Vec<Atom> =
            [0b001, 0b011, 0b010, 0b100, 0b101, 0b110].map(|groups| Atom { groups, people: 1 }).into();
        let sum = |weights: &[f64], of: &dyn Fn(&Atom) -> bool| {
            atoms.iter().zip(weights).filter(|(atom, _)| of(atom)).map(|(_, weight)| weight).sum::<f64>().abs()
        };
        let within = |group: usize| move |atom: &Atom| atom.groups >> group & 1 == 1;
        let weights = left_over(&atoms, 3, NONE);
        assert!(sum(&weights, &|_| true) < NOTHING);
        assert!((0..3).all(|group| sum(&weights, &within(group)) < NOTHING));
        assert!(dot(&weights, &weights) > 0.01);
        let weights = left_over(&atoms, 3, 1);
        assert!(sum(&weights, &within(0)) < NOTHING && sum(&weights, &within(1)) > 0.01);
    }

    #[test]
    fn too_many_sets_are_said_to_be() {
        // Everyone in other groups than anyone else, so that there are too many small sets to try.
        assert_eq!(audit(0..200, 8, 12), Audit::TooMany);
        assert_eq!(audit((0..512).flat_map(|groups| [groups; 9]), 9, 5), Audit::TooMany);
        assert_eq!(audit(core::iter::empty(), 0, 5), Audit::Safe);
    }
}
