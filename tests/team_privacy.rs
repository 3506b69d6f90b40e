//! No small group is shown, and none can be worked out: held by working it out by force.
//!
//! Whoever sees the figures of all and of the shown groups knows every sum and difference of them. A set of groups is given
//! away when its figure is such a combination; here every set is tried, by linear algebra over fractions, which shares no
//! line with the code under test.

#![expect(clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;

use olievlek::team::{Suppression, SuppressionReason};
use proptest::prelude::*;

/// Whether `wanted` is a combination of the rows that are known.
fn is_combination(known: &[Vec<i128>], wanted: &[i128]) -> bool {
    rank(known) == rank(&[known, &[wanted.to_vec()]].concat())
}

/// The rank, by elimination in whole numbers.
fn rank(rows: &[Vec<i128>]) -> usize {
    let mut rows = rows.to_vec();
    let width = rows.first().map_or(0, Vec::len);
    let mut rank = 0;
    for column in 0..width {
        let Some(pivot) = (rank..rows.len()).find(|row| rows[*row][column] != 0) else { continue };
        rows.swap(rank, pivot);
        for other in 0..rows.len() {
            if other == rank || rows[other][column] == 0 {
                continue;
            }
            let (a, b) = (rows[rank][column], rows[other][column]);
            let top = rows[rank].clone();
            for (cell, above) in rows[other].iter_mut().zip(top) {
                *cell = *cell * a - above * b;
            }
            let common = rows[other].iter().fold(0, |a, b| gcd(a, *b));
            if common > 1 {
                rows[other].iter_mut().for_each(|cell| *cell /= common);
            }
        }
        rank += 1;
    }
    rank
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}

/// The sets of fewer people than the minimum that the figures of these rounds give away. In each round the last block is
/// those without a group.
fn given_away(
    sizes: &[usize],
    rest: usize,
    rounds: &[&Suppression],
    column: usize,
    minimum: usize,
) -> BTreeSet<Vec<usize>> {
    let blocks: Vec<usize> = sizes.iter().copied().chain([rest]).collect();
    let mut known = Vec::new();
    for round in rounds {
        if !round.is_whole_hidden() {
            known.push(blocks.iter().map(|size| i128::from(*size > 0)).collect());
        }
        for (group, size) in sizes.iter().enumerate() {
            if round.reason(column, group).is_none() && *size > 0 {
                known.push((0..blocks.len()).map(|block| i128::from(block == group)).collect());
            }
        }
    }
    let mut sets = BTreeSet::new();
    for set in 1_u32..1 << blocks.len() {
        let inside: Vec<usize> =
            (0..blocks.len()).filter(|block| set >> block & 1 == 1 && blocks[*block] > 0).collect();
        let people: usize = inside.iter().map(|block| blocks[*block]).sum();
        let wanted: Vec<i128> = (0..blocks.len()).map(|block| i128::from(inside.contains(&block))).collect();
        if (1..minimum).contains(&people) && is_combination(&known, &wanted) {
            sets.insert(inside);
        }
    }
    sets
}

fn sizes() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(prop_oneof![0..4_usize, 3..12_usize], 1..7)
}

proptest! {
    #[test]
    fn nothing_small_is_given_away(columns in prop::collection::vec(sizes(), 1..4), more in 0..7_usize, minimum in 1..9_usize) {
        let whole = columns.iter().map(|sizes| sizes.iter().sum::<usize>()).max().unwrap_or(0) + more;
        let suppression = Suppression::new(whole, &columns, minimum);
        for (column, sizes) in columns.iter().enumerate() {
            let rest = whole - sizes.iter().sum::<usize>();
            let found = given_away(sizes, rest, &[&suppression], column, minimum);
            prop_assert!(found.is_empty(), "{whole} {sizes:?}, minimum {minimum}: {found:?}");
        }
    }

    #[test]
    fn two_rounds_give_away_no_more_than_one(sizes in sizes(), more in 0..7_usize, minimum in 1..9_usize, before in prop::collection::vec(0..12_usize, 6)) {
        // The earlier round had other sizes, so it hid other groups; then the same people answered again.
        let earlier: Vec<usize> = sizes.iter().zip(before).map(|(size, before)| if *size == 0 { 0 } else { before.max(1) }).collect();
        let whole = |sizes: &[usize]| sizes.iter().sum::<usize>() + more;
        let first = Suppression::new(whole(&earlier), std::slice::from_ref(&earlier), minimum);
        let second = Suppression::after(whole(&sizes), std::slice::from_ref(&sizes), minimum, Some(&first));
        for (group, size) in sizes.iter().enumerate() {
            prop_assert!(first.reason(0, group).is_none() || second.reason(0, group).is_some() || *size == 0);
        }
        let found = given_away(&sizes, more, &[&second], 0, minimum);
        prop_assert!(found.is_empty(), "{sizes:?}, minimum {minimum}: {found:?}");
    }

    #[test]
    fn no_more_is_hidden_than_needed(sizes in sizes(), minimum in 1..9_usize) {
        let whole: usize = sizes.iter().sum();
        let suppression = Suppression::new(whole, std::slice::from_ref(&sizes), minimum);
        let hidden = |reason| (0..sizes.len()).filter(|group| suppression.reason(0, *group) == Some(reason)).collect::<Vec<_>>();
        let given = hidden(SuppressionReason::WouldGiveAway);
        // Without the last group that was hidden for another's sake, too few would be hidden.
        if let Some(largest) = given.iter().map(|group| sizes[*group]).max() {
            let all: usize = (0..sizes.len()).filter(|group| suppression.reason(0, *group).is_some()).map(|group| sizes[group]).sum();
            prop_assert!(all - largest < minimum);
        }
        if sizes.iter().all(|size| *size == 0 || *size >= minimum) && whole >= minimum {
            prop_assert!(given.is_empty());
        }
    }
}

#[test]
fn the_force_that_the_tests_use_finds_what_is_given_away() {
    // Nothing hidden of 9, 8 and a rest of 3.
    let open = Suppression::new(20, &[vec![9, 8]], 1);
    assert_eq!(given_away(&[9, 8], 3, &[&open], 0, 5), BTreeSet::from([vec![2]]));
    // Each round for itself gives nothing away, and both together do.
    let [one, other] = [[9, 1, 1], [1, 9, 1]].map(|sizes| Suppression::new(11, &[sizes.to_vec()], 2));
    assert_eq!(given_away(&[1, 1, 1], 0, &[&one, &other], 0, 2).len(), 3);
    let after = Suppression::after(11, &[vec![1, 9, 1]], 2, Some(&one));
    assert_eq!(after.reason(0, 1), Some(SuppressionReason::HiddenBefore));
}

#[test]
fn examples_of_a_centre() {
    let hidden = |whole, sizes: &[usize]| -> Vec<&'static str> {
        let suppression = Suppression::new(whole, &[sizes.to_vec()], Suppression::DEFAULT_MINIMUM);
        (0..sizes.len()).map(|group| suppression.reason(0, group).map_or("", SuppressionReason::id)).collect()
    };
    assert_eq!(hidden(20, &[10, 10]), ["", ""]);
    assert_eq!(hidden(13, &[10, 3]), ["would-give-away", "too-small"]);
    assert_eq!(hidden(18, &[10, 3, 2, 3]), ["", "too-small", "too-small", "too-small"]);
    assert_eq!(hidden(17, &[6, 7, 3]), ["would-give-away", "", "too-small"]);
    // One person left the question about the team open.
    assert_eq!(hidden(13, &[6, 6]), ["would-give-away", ""]);
    assert_eq!(hidden(4, &[4]), ["too-small"]);
    assert_eq!(hidden(0, &[]), Vec::<&str>::new());
    assert!(Suppression::new(4, &[], 5).is_whole_hidden());
}
