//! Our side of `benches/peers/compare.py`: reads a folder that it wrote, does the same work, and prints what it took.
//!
//! `series.csv` has a series a line; `edges.csv`, `thresholds.csv` and `seeds.csv` a network. Written are the fits and the
//! adopters of each step, for the script to hold against those of others.

#![allow(clippy::print_stdout, reason = "an example talks")]

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Instant;

use olievlek::diffusion::simulation::{Network, Simulation, Spread};
use olievlek::diffusion::{Bass, FitOptions, ForecastOptions, Series};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("expected the folder of compare.py")?);
    fits(&folder)?;
    network(&folder)
}

fn fits(folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut fitted = String::new();
    let mut times = Vec::new();
    let mut last = None;
    for values in rows::<f64>(&folder.join("series.csv"))? {
        let values: Vec<Option<f64>> = values.into_iter().map(Some).collect();
        // The median of a few: the first finds the caches cold.
        let mut took = Vec::new();
        for _ in 0..5 {
            let begin = Instant::now();
            last = Some(Bass::fit(&Series::adoptions(&values)?, &FitOptions::default()));
            took.push(begin.elapsed().as_secs_f64());
        }
        times.push(median(took));
        match &last {
            Some(Ok(fit)) => {
                let (p, q) = fit.curve().parameters();
                writeln!(fitted, "{p},{q},{},{}", fit.market(), fit.rss())?;
            }
            _ => writeln!(fitted, "none")?,
        }
    }
    fs::write(folder.join("fits.csv"), fitted)?;
    println!("fit_us {}", median(times) * 1e6);
    if let Some(Ok(fit)) = last {
        let begin = Instant::now();
        std::hint::black_box(fit.intervals(0.95));
        println!("intervals_us {}", begin.elapsed().as_secs_f64() * 1e6);
        let begin = Instant::now();
        std::hint::black_box(fit.forecast(&ForecastOptions::default()));
        println!("forecast_us {}", begin.elapsed().as_secs_f64() * 1e6);
    }
    Ok(())
}

fn network(folder: &Path) -> Result<(), Box<dyn Error>> {
    let edges = rows::<u32>(&folder.join("edges.csv"))?;
    let edges: Vec<(u32, u32)> = edges.iter().filter_map(|row| Some((*row.first()?, *row.get(1)?))).collect();
    let thresholds: Vec<f64> = rows(&folder.join("thresholds.csv"))?.into_iter().flatten().collect();
    let seeds: Vec<u32> = rows(&folder.join("seeds.csv"))?.into_iter().flatten().collect();
    let steps = 60;
    let network = Network::from_edges(u32::try_from(thresholds.len())?, &edges)?;
    let simulation = Simulation::new(network.clone(), Spread::Threshold(thresholds))?.with_seeds(&seeds)?;
    let mut took = Vec::new();
    let mut run = simulation.run(1, 0, steps);
    for _ in 0..5 {
        let begin = Instant::now();
        run = simulation.run(1, 0, steps);
        took.push(begin.elapsed().as_secs_f64());
    }
    println!("threshold_s {}", median(took));
    let counts: Vec<String> = run.adopters().iter().map(u32::to_string).collect();
    fs::write(folder.join("counts.csv"), counts.join("\n"))?;
    let simulation = Simulation::new(network, Spread::Bass { p: 0.01, q: 0.3 })?;
    let mut took = Vec::new();
    for number in 0..5 {
        let begin = Instant::now();
        std::hint::black_box(simulation.run(1, number, 40));
        took.push(begin.elapsed().as_secs_f64());
    }
    println!("bass_s {}", median(took));
    Ok(())
}

fn rows<T: FromStr<Err: Error + 'static>>(file: &Path) -> Result<Vec<Vec<T>>, Box<dyn Error>> {
    let mut rows = Vec::new();
    for line in fs::read_to_string(file)?.lines() {
        rows.push(line.split(',').map(str::parse).collect::<Result<_, T::Err>>()?);
    }
    Ok(rows)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
