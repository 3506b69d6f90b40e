//! How often the bands of a forecast hold what then comes: `cargo run --release --example forecast_coverage`.
//!
//! Series are drawn from a known curve, fitted and forecast, and the periods after them are drawn from the same curve.

#![allow(clippy::print_stdout, reason = "an example talks")]

use olievlek::diffusion::simulation::{Network, Simulation, Spread};
use olievlek::diffusion::{Bass, Curve, DiscreteBass, FitOptions, Forecast, ForecastOptions, Interval, Series};

/// Periods ahead.
const AHEAD: usize = 3;

fn main() -> Result<(), olievlek::Error> {
    let series = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(400u32);
    println!(
        "Coverage of the total after 1 and 3 periods, and of the adoptions in them; {series} series each, peak at 6.6\n"
    );
    println!("{:<34} {:>10} {:>23} {:>23}", "", "forecasts", "80 %: total, adoptions", "95 %: total, adoptions");
    for periods in [7, 9, 12, 16] {
        for noise in [0.05, 0.15] {
            let mut tally = Tally::default();
            for number in 0..series {
                let (seen, future) = noisy(periods, noise, u64::from(number))?;
                tally.add(&seen, &future, FitOptions::default())?;
            }
            tally.print(&format!("free market, {periods} periods, noise {:.0} %", noise * 100.0));
        }
    }
    for (people, periods) in [(30, 6), (60, 5), (60, 9), (150, 6)] {
        let mut tally = Tally::default();
        for number in 0..series {
            let (seen, future) = people_of(people, periods, u64::from(number))?;
            let options = FitOptions { market: Some(f64::from(people)), ..FitOptions::default() };
            tally.add(&seen, &future, options)?;
        }
        tally.print(&format!("{people} people, {periods} periods"));
    }
    Ok(())
}

/// How many intervals held what came, by level and by what they are of.
#[derive(Default)]
struct Tally {
    forecasts: u32,
    held: [[u32; 4]; 2],
}

impl Tally {
    fn add(&mut self, seen: &[Option<f64>], future: &[f64], options: FitOptions) -> Result<(), olievlek::Error> {
        let Ok(fit) = Bass::fit(&Series::adoptions(seen)?, &options) else { return Ok(()) };
        let Forecast { bands, .. } = fit.forecast(&ForecastOptions { periods: AHEAD, ..ForecastOptions::default() });
        self.forecasts += 1;
        let sums: Vec<f64> = future
            .iter()
            .scan(seen.iter().flatten().sum::<f64>(), |sum, new| {
                *sum += new;
                Some(*sum)
            })
            .collect();
        let holds = |intervals: &[Interval], values: &[f64], place: usize| {
            let pair = intervals.get(place).zip(values.get(place));
            u32::from(pair.is_some_and(|(interval, value)| interval.low <= *value && *value <= interval.high))
        };
        for (held, band) in self.held.iter_mut().zip(&bands) {
            let found = [
                holds(&band.total, &sums, 0),
                holds(&band.total, &sums, AHEAD - 1),
                holds(&band.adoptions, future, 0),
                holds(&band.adoptions, future, AHEAD - 1),
            ];
            held.iter_mut().zip(found).for_each(|(held, found)| *held += found);
        }
        Ok(())
    }

    fn print(&self, what: &str) {
        let share = |held: &u32| format!("{:.0}", 100.0 * f64::from(*held) / f64::from(self.forecasts.max(1)));
        let row = |held: &[u32; 4]| held.iter().map(share).collect::<Vec<String>>().join("  ");
        let [eighty, ninety_five] = &self.held;
        println!("{what:<34} {:>10} {:>23} {:>23}", self.forecasts, row(eighty), row(ninety_five));
    }
}

/// A series with normal noise of a part of the highest rate, and what comes after it.
fn noisy(periods: usize, noise: f64, number: u64) -> Result<(Vec<Option<f64>>, Vec<f64>), olievlek::Error> {
    let (bass, market) = (Bass::new(0.02, 0.45)?, 350.0);
    let sigma = noise * market * bass.rate_at_peak();
    let mut state = number.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (periods as u64) << 40 ^ noise.to_bits();
    let mut share = || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    };
    let mut value = |t: usize| {
        let normal = (-2.0 * (1.0 - share()).ln()).sqrt() * (std::f64::consts::TAU * share()).cos();
        (market * bass.increment(t as f64, t as f64 + 1.0) + sigma * normal).max(0.0)
    };
    let seen = (0..periods).map(|t| Some(value(t))).collect();
    Ok((seen, (periods..periods + AHEAD).map(value).collect()))
}

/// Whole people who adopt by the hazard of a curve.
fn people_of(people: u32, periods: usize, number: u64) -> Result<(Vec<Option<f64>>, Vec<f64>), olievlek::Error> {
    // Whoever sees everyone adopts by the recursion of Bass, which is near the curve.
    let simulation = Simulation::new(Network::complete(people), Spread::Bass { p: 0.02, q: 0.45 })?;
    DiscreteBass::new(Bass::new(0.02, 0.45)?, f64::from(people))?;
    let run = simulation.run(11, number, periods + AHEAD);
    let after = run.adopters().iter().skip(1);
    let new: Vec<f64> = run.adopters().iter().zip(after).map(|(before, after)| f64::from(after - before)).collect();
    let (seen, future) = new.split_at(periods);
    Ok((seen.iter().copied().map(Some).collect(), future.to_vec()))
}
