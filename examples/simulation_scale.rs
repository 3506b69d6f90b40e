//! How time and memory of a simulation grow with the number of people: `cargo run --release --example simulation_scale`.
//!
//! A small world of degree 8, Bass with p = 0.01 and q = 0.3, 40 steps, on one thread.

#![allow(clippy::print_stdout, reason = "an example talks")]

use std::time::Instant;

use olievlek::diffusion::simulation::{Ensemble, Network, Simulation, Spread};

fn main() -> Result<(), olievlek::Error> {
    let most = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(1_000_000u32);
    println!(
        "{:>10} {:>12} {:>12} {:>16} {:>12} {:>10}",
        "people", "network ms", "run ms", "ns a person-step", "adopters", "peak MiB"
    );
    let mut people = 1_000;
    while people <= most {
        let begin = Instant::now();
        let network = Network::watts_strogatz(people, 8, 0.1, 1)?;
        let built = begin.elapsed();
        let simulation = Simulation::new(network, Spread::Bass { p: 0.01, q: 0.3 })?;
        let steps = 40;
        // The median of a few runs, each with room of its own, as someone who runs one has it.
        let mut times = Vec::new();
        let mut last = 0;
        for run in 0..5 {
            let begin = Instant::now();
            last = simulation.run(7, run, steps).adopters().last().copied().unwrap_or_default();
            times.push(begin.elapsed().as_secs_f64());
        }
        times.sort_by(f64::total_cmp);
        let time = times.get(2).copied().unwrap_or_default();
        println!(
            "{people:>10} {:>12.1} {:>12.2} {:>16.2} {last:>12} {:>10}",
            built.as_secs_f64() * 1e3,
            time * 1e3,
            time * 1e9 / (f64::from(people) * steps as f64),
            peak().map_or("?".into(), |bytes| format!("{:.1}", bytes / 1_048_576.0)),
        );
        people *= 10;
    }
    let centre = Simulation::new(Network::watts_strogatz(500, 8, 0.1, 1)?, Spread::Bass { p: 0.01, q: 0.3 })?;
    let begin = Instant::now();
    let ensemble = Ensemble::of(&centre, 7, 0..2_000, 40);
    println!("500 people, {} runs, 40 steps: {:.0} ms", ensemble.runs(), begin.elapsed().as_secs_f64() * 1e3);
    Ok(())
}

/// The most memory that this process has used, where the system tells.
fn peak() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? * 1024.0)
}
