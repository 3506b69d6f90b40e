//! How long a goal takes to read: `cargo run --release --example read_speed --features lang-all`.

#![expect(clippy::print_stdout, reason = "it is what an example is for")]

use std::time::Instant;

use olievlek::calendar::Date;
use olievlek::content::Language;
use olievlek::smarti::reading::{Lexicon, read_goal};

fn median(mut times: Vec<u128>) -> u128 {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn main() -> Result<(), olievlek::Error> {
    let start = Instant::now();
    let lexicon = Lexicon::of(Language::NlBe)?;
    println!("the lexicon is read in {} µs", start.elapsed().as_micros());
    let today = Date::constant(2024, 10, 1);
    let goal = "Tegen eind mei 2025 maakt het zorgteam in overleg met de leerlingenraad één folder over pesten voor alle \
                ouders van de eerste graad, zodat leerlingen weten bij wie ze terechtkunnen en sneller hulp vragen.";
    let time = |text: &str, count: usize| {
        let times = (0..count).map(|_| {
            let start = Instant::now();
            std::hint::black_box(read_goal(std::hint::black_box(text), &lexicon, today));
            start.elapsed().as_nanos()
        });
        median(times.collect())
    };
    println!("{} characters: {} µs", goal.chars().count(), time(goal, 2001) as f64 / 1000.0);
    for size in [25_000, 50_000, 100_000] {
        let long: String = goal.chars().chain([' ']).cycle().take(size).collect();
        let unbroken: String = long.chars().filter(|character| !".,".contains(*character)).collect();
        println!(
            "{size} characters: {} ms, without signs {} ms",
            time(&long, 9) as f64 / 1e6,
            time(&unbroken, 9) as f64 / 1e6
        );
    }
    Ok(())
}
