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

/// What the figures of all and of the shown groups of every column give away of these people: sets of fewer than the minimum.
fn given_away_across(
    people: &[Vec<Option<usize>>],
    columns: &[usize],
    hidden: &Suppression,
    minimum: usize,
) -> Vec<Vec<usize>> {
    let mut kinds: Vec<&Vec<Option<usize>>> = people.iter().collect();
    kinds.sort();
    kinds.dedup();
    let mut known: Vec<Vec<i128>> = vec![vec![1; kinds.len()]];
    for (column, groups) in columns.iter().enumerate() {
        for group in (0..*groups).filter(|group| hidden.reason(column, *group).is_none()) {
            known.push(kinds.iter().map(|kind| i128::from(kind[column] == Some(group))).collect());
        }
    }
    let sets = 1_u32..1 << kinds.len();
    let inside = sets.map(|set| (0..kinds.len()).filter(|kind| set >> kind & 1 == 1).collect::<Vec<usize>>());
    let small = inside
        .filter(|set| people.iter().filter(|person| set.iter().any(|kind| kinds[*kind] == *person)).count() < minimum);
    small
        .filter(|set| {
            is_combination(&known, &(0..kinds.len()).map(|kind| i128::from(set.contains(&kind))).collect::<Vec<_>>())
        })
        .collect()
}

/// People with a group in each of up to three columns, alike in twos to sevens, where the second column may lie within the first.
fn people() -> impl Strategy<Value = Vec<Vec<Option<usize>>>> {
    let group = || prop_oneof![1 => Just(None), 6 => (0..3_usize).prop_map(Some)];
    let kind = (prop::collection::vec(group(), 3), 1..7_usize, any::<bool>()).prop_map(|(mut kind, count, nested)| {
        if nested {
            kind[1] = kind[0];
        }
        vec![kind; count]
    });
    prop::collection::vec(kind, 1..8).prop_map(|kinds| kinds.concat())
}

proptest! {
    #[test]
    fn columns_together_give_nothing_small_away(people in people(), columns in 1..4_usize, minimum in 2..8_usize) {
        let people: Vec<Vec<Option<usize>>> = people.iter().map(|groups| groups[..columns].to_vec()).collect();
        let rows: Vec<&[Option<usize>]> = people.iter().map(Vec::as_slice).collect();
        let columns = vec![3; columns];
        let hidden = Suppression::across(&rows, &columns, minimum);
        if !hidden.is_whole_hidden() {
            let found = given_away_across(&people, &columns, &hidden, minimum);
            prop_assert!(found.is_empty(), "{found:?}");
        }
        // Of one column it is what a column for itself hides.
        if let [groups] = columns[..] {
            let sizes: Vec<usize> = (0..groups).map(|group| people.iter().filter(|person| person[0] == Some(group)).count()).collect();
            prop_assert_eq!(hidden, Suppression::new(people.len(), &[sizes], minimum));
        }
    }
}

#[test]
fn a_team_within_a_site_is_not_what_the_site_leaves() {
    // Two sites: one of teams of 6 and 3, one of teams of 8 and 4.
    let people: Vec<Vec<Option<usize>>> = [(0, 0, 6), (0, 1, 3), (1, 2, 8), (1, 3, 4)]
        .iter()
        .flat_map(|(site, team, count)| vec![vec![Some(*site), Some(*team)]; *count])
        .collect();
    let rows: Vec<&[Option<usize>]> = people.iter().map(Vec::as_slice).collect();
    let sizes = [vec![9, 12], vec![6, 3, 8, 4]];
    // Each column for itself lets the small team be worked out, and the force of the tests finds it.
    let apart = Suppression::new(21, &sizes, 5);
    assert!(!given_away_across(&people, &[2, 4], &apart, 5).is_empty());
    let together = Suppression::across(&rows, &[2, 4], 5);
    assert_eq!(given_away_across(&people, &[2, 4], &together, 5), Vec::<Vec<usize>>::new());
    let shown: Vec<bool> = [(0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (1, 3)]
        .iter()
        .map(|(column, group)| together.reason(*column, *group).is_none())
        .collect();
    assert_eq!(shown, [true, true, false, false, false, false]);
}

#[test]
fn where_there_are_too_many_groups_to_be_sure_one_column_is_shown() {
    let people: Vec<Vec<Option<usize>>> =
        (0..600).map(|person| (0..9).map(|column| Some(person >> column & 1)).collect()).collect();
    let rows: Vec<&[Option<usize>]> = people.iter().map(Vec::as_slice).collect();
    let hidden = Suppression::across(&rows, &[2; 9], 5);
    assert!((0..2).all(|group| hidden.reason(0, group).is_none()));
    assert!((1..9).all(|column| (0..2).all(|group| hidden.reason(column, group).is_some())));
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
