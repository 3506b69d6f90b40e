//! How long a certified fit of Bass to fifteen periods takes: `cargo run --release --example fit_speed`.
//!
//! The same file runs in WebAssembly, with `--target wasm32-wasip1` and a runner such as Node's `node:wasi`.

#![allow(clippy::print_stdout, reason = "an example talks")]

use std::hint::black_box;
use std::time::Instant;

use olievlek::diffusion::{Bass, Curve, FitOptions, Series};

fn main() -> Result<(), olievlek::Error> {
    let bass = Bass::new(0.02, 0.45)?;
    let noise = [0.1, -0.06, 0.02, -0.1, 0.07, 0.0, 0.05, -0.04, 0.09, -0.08, 0.01, 0.03, -0.02, 0.1, -0.05];
    let seen = |(t, noise): (u32, &f64)| 350.0 * bass.increment(t.into(), f64::from(t) + 1.0) * (1.0 + noise);
    let values: Vec<Option<f64>> = (0..).zip(&noise).map(|pair| Some(seen(pair))).collect();
    let series = Series::adoptions(&values)?;
    let mut times = Vec::new();
    for _ in 0..41 {
        let begin = Instant::now();
        for _ in 0..200 {
            black_box(Bass::fit(black_box(&series), &FitOptions::default())?);
        }
        times.push(begin.elapsed().as_secs_f64() * 1e6 / 200.0);
    }
    times.sort_by(f64::total_cmp);
    println!("{:.1} µs a fit", times.get(20).copied().unwrap_or_default());
    Ok(())
}
