//! Our side of `benches/peers/survey.py`: reads the answers that it wrote, does the same work, and prints what it took.

#![allow(clippy::print_stdout, reason = "an example talks")]

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::time::Instant;

use olievlek::survey::{Layout, TeamSummary, Teams};

const COLUMNS: usize = 25;
const TEAM: usize = 10;

fn main() -> Result<(), Box<dyn Error>> {
    let rows = fs::read(std::env::args().nth(1).ok_or("expected the file of survey.py")?)?;
    let people = rows.len() / COLUMNS;
    let elements: Vec<Vec<usize>> = (0..5).map(|element| (element * 5..element * 5 + 5).collect()).collect();
    let layout = Layout::new(COLUMNS, &elements, &[])?;
    let mut to = vec![0_u8; rows.len()];
    let copy = best(|| to.copy_from_slice(black_box(&rows)));
    black_box(&to);
    println!("copy_ms {copy}");
    let mut team = TeamSummary::empty(&layout);
    let mut failed = None;
    let profile = best(|| match TeamSummary::of_rows(&layout, black_box(&rows)) {
        Ok(found) => {
            black_box((0..5).map(|element| (found.alpha(element), found.r_wg_j(element, 2.0))).collect::<Vec<_>>());
            team = found;
        }
        Err(fault) => failed = Some(fault),
    });
    println!("profile_ms {profile}");
    let ends: Vec<usize> = (1..=people / TEAM).map(|team| team * TEAM).collect();
    let teams = best(|| match Teams::new(&layout, black_box(&rows), &ends, 2.0) {
        Ok(teams) => teams.figures().for_each(|figures| _ = black_box(figures)),
        Err(fault) => failed = Some(fault),
    });
    println!("teams_ms {teams}");
    for element in 0..5 {
        println!("alpha_{element} {}", team.alpha(element)?);
        println!("rwgj_{element} {}", team.r_wg_j(element, 2.0)?);
    }
    for column in 0..COLUMNS {
        println!("mean_{column} {}", team.answers(column).mean()?);
    }
    failed.map_or(Ok(()), |fault| Err(fault.into()))
}

/// The best of several, in milliseconds: what disturbs only adds.
fn best(mut work: impl FnMut()) -> f64 {
    let mut best = f64::INFINITY;
    for _ in 0..15 {
        let begin = Instant::now();
        work();
        best = best.min(begin.elapsed().as_secs_f64() * 1e3);
    }
    best
}
