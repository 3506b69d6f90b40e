//! A centre of sixty people at two sites: `cargo run --release --example simulate_centre`.
//!
//! Eight volunteers begin. When does the rest come along, over three school years with their holidays, if each lesson week is
//! a step? And what would it change who gets the attention?

#![allow(clippy::print_stdout, reason = "an example talks")]

use olievlek::calendar::{Date, Period, iso};
use olievlek::diffusion::simulation::{Attention, Ensemble, Network, Simulation, Spread, WhatIf};
use olievlek::diffusion::{SchoolTime, adopter_counts};

const PEOPLE: u32 = 60;
const LESSON_DAYS_IN_WEEK: u32 = 5;

fn main() -> Result<(), olievlek::Error> {
    let [innovators, early, majority, late, laggards] = adopter_counts(PEOPLE);
    println!(
        "About {innovators} innovators, {early} early adopters, {majority} and {late} in between, {laggards} at the end."
    );

    // Colleagues of a site see each other, those of the other now and then.
    let sites = Network::blocks(&[35, 25], &[vec![0.5, 0.05], vec![0.05, 0.5]], 1)?;
    let simulation = Simulation::new(sites, Spread::Bass { p: 0.002, q: 0.06 })?;
    let simulation = simulation.with_seeds(&[0, 4, 8, 12, 16, 20, 40, 50])?;
    let span = Period::new(Date::constant(2026, 9, 1), Date::constant(2029, 6, 30))?;
    let time = SchoolTime::new(span, LESSON_DAYS_IN_WEEK, [])?;
    let weeks = time.at(span.end()) as usize;
    let ensemble = Ensemble::of(&simulation, 2026, 0..2_000, weeks);

    println!("\n{:<12} {:>6} {:>14} {:>16}", "by", "mean", "80 % of runs", "chance of all");
    let (mean, low, high) = (ensemble.mean(), ensemble.quantile(0.1), ensemble.quantile(0.9));
    let all = ensemble.chance_of_all();
    for week in (0..=weeks).step_by(9) {
        let [Some(mean), Some(all)] = [&mean, &all].map(|row| row.get(week)) else { continue };
        let [Some(low), Some(high)] = [&low, &high].map(|row| row.get(week)) else { continue };
        let day = time.date(week as f64).map_or_else(|| "later".into(), iso);
        println!("{day:<12} {mean:>6.1} {:>14} {:>14.0} %", format!("{low} to {high}"), 100.0 * all);
    }

    println!("\nWhat if the same attention went to others? Assumed: readiness halves from category to category.");
    let what_if = WhatIf { people: PEOPLE, p: 0.002, q: 0.06, attention: 0.004, readiness: WhatIf::READINESS };
    for attention in Attention::ALL {
        let simulation = Simulation::new(Network::complete(PEOPLE), what_if.spread(attention)?)?;
        let half = Ensemble::of(&simulation, 2026, 0..1_000, weeks).time_to(0.5);
        let median = half.get(half.len() / 2).copied().flatten();
        let day = median.and_then(|week| time.date(week as f64)).map_or_else(|| "not in three years".into(), iso);
        println!("  {:<10} half of the people by {day}", attention.id());
    }
    Ok(())
}
