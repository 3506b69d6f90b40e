//! Ten thousand series, fitted and ranked by how fast imitation carries them: `cargo run --release --example rank_series`.
//!
//! With `--features parallel` all cores share the work. A file of a series a line may be given; else series are drawn.

#![allow(clippy::print_stdout, reason = "an example talks")]

use std::error::Error;
use std::time::Instant;

use olievlek::diffusion::simulation::{Network, Simulation, Spread};
use olievlek::diffusion::{DiffusionError, FitOptions, Model, Series, fit_all};

fn main() -> Result<(), Box<dyn Error>> {
    let series = match std::env::args().nth(1) {
        Some(file) => read(&file)?,
        None => (0..10_000).map(drawn).collect::<Result<_, _>>()?,
    };
    let begin = Instant::now();
    let fits = fit_all(Model::Bass, &series, &FitOptions::default());
    let took = begin.elapsed();
    let mut ranked: Vec<(usize, f64, f64)> = Vec::new();
    let (mut open, mut other) = (0, 0);
    for (number, fit) in fits.iter().enumerate() {
        match fit {
            Ok(fit) => ranked.push((number, fit.curve().parameters().1, fit.market())),
            Err(DiffusionError::NoFiniteOptimum) => open += 1,
            Err(_) => other += 1,
        }
    }
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    println!(
        "{} series in {:.0} ms; {open} do not determine their market, {other} are too short or empty",
        series.len(),
        took.as_secs_f64() * 1e3
    );
    println!("{:>8} {:>8} {:>8}", "series", "q", "m");
    for (number, q, market) in ranked.iter().take(10) {
        println!("{number:>8} {q:>8.3} {market:>8.1}");
    }
    Ok(())
}

/// A line is a series; an empty field was not counted.
fn read(file: &str) -> Result<Vec<Series>, Box<dyn Error>> {
    let mut all = Vec::new();
    for row in csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(file)?.records() {
        let field = |text: &str| if text.is_empty() { Ok(None) } else { text.parse().map(Some) };
        let values: Vec<Option<f64>> = row?.iter().map(field).collect::<Result<_, _>>()?;
        all.push(Series::adoptions(&values)?);
    }
    Ok(all)
}

/// The new adopters of a centre of its own pace, seen for eight to nineteen periods.
fn drawn(number: u32) -> Result<Series, DiffusionError> {
    let pace = f64::from(number % 97) / 96.0;
    let people = 40 + number % 160;
    let spread = Spread::Bass { p: 0.01 + 0.03 * pace, q: 0.2 + 0.5 * (1.0 - pace) };
    let steps = 8 + number as usize % 12;
    let run = Simulation::new(Network::complete(people), spread)?.run(5, number.into(), steps);
    let after = run.adopters().iter().skip(1);
    let new: Vec<Option<f64>> = run.adopters().iter().zip(after).map(|(from, to)| Some(f64::from(to - from))).collect();
    Series::adoptions(&new)
}
