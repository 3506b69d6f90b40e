//! How long the statistics of large surveys take: `cargo bench --bench survey`, over all cores with `--features parallel`.

#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

use divan::{Bencher, black_box};
use olievlek::survey::{Layout, TeamSummary, Teams};

fn main() {
    divan::main();
}

const PEOPLE: usize = 1_000_000;

/// Five elements of five statements, of which one is reverse-keyed.
fn layout() -> Layout {
    let elements: Vec<Vec<usize>> = (0..5).map(|element| (element * 5..element * 5 + 5).collect()).collect();
    Layout::new(25, &elements, &[12]).unwrap()
}

/// Answers of which one in twelve is missing, in three ways.
fn answers(people: usize) -> Vec<u8> {
    let kinds = [1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 1, 2, 3, 4, 5, 3, 4, 4, 0, 6];
    let mut state = 20_261_128_u32;
    let next = |_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        kinds[(state >> 8) as usize % kinds.len()]
    };
    (0..people * 25).map(next).collect()
}

fn profile(layout: &Layout, rows: &[u8]) -> f64 {
    let team = TeamSummary::of_rows(layout, rows).unwrap();
    let figures = (0..5).map(|element| team.alpha(element).unwrap() + team.r_wg_j(element, 2.0).unwrap());
    figures.sum::<f64>() + (0..25).map(|column| team.answers(column).mean().unwrap()).sum::<f64>()
}

/// The profile of a million people in one pass, with alpha and r_wg(j) of each element.
#[divan::bench]
fn profile_of_a_million(bencher: Bencher<'_, '_>) {
    let (layout, rows) = (layout(), answers(PEOPLE));
    bencher.bench(|| profile(black_box(&layout), black_box(&rows)));
}

/// Mean, alpha and r_wg(j) of each element of a hundred thousand teams of ten.
#[divan::bench]
fn figures_of_a_hundred_thousand_teams(bencher: Bencher<'_, '_>) {
    let (layout, rows) = (layout(), answers(PEOPLE));
    let ends: Vec<usize> = (1..=PEOPLE / 10).map(|team| team * 10).collect();
    bencher.bench(|| {
        let teams = Teams::new(black_box(&layout), black_box(&rows), &ends, 2.0).unwrap();
        #[cfg(not(feature = "parallel"))]
        teams.figures().for_each(|figures| _ = black_box(&figures));
        #[cfg(feature = "parallel")]
        rayon::iter::ParallelIterator::for_each(teams.par_figures(), |figures| _ = black_box(&figures));
    });
}

/// What the memory allows: the same bytes copied.
#[divan::bench]
fn copy_of_a_million(bencher: Bencher<'_, '_>) {
    let rows = answers(PEOPLE);
    let mut to = vec![0_u8; rows.len()];
    bencher.bench_local(|| to.copy_from_slice(black_box(&rows)));
}

/// Summaries of a thousand files put together.
#[divan::bench]
fn merge_of_a_thousand(bencher: Bencher<'_, '_>) {
    let layout = layout();
    let parts: Vec<TeamSummary> =
        answers(10_000).chunks(250).map(|rows| TeamSummary::of_rows(&layout, rows).unwrap()).collect();
    bencher.bench(|| {
        let mut all = TeamSummary::empty(&layout);
        parts.iter().for_each(|part| all.merge(part).unwrap());
        all
    });
}
