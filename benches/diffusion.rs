//! How long curves and fits take: `cargo bench --bench diffusion`.

#![allow(missing_docs, clippy::unwrap_used)]

use divan::{Bencher, black_box};
use olievlek::diffusion::{Bass, Curve, Fit, FitOptions, ForecastOptions, Model, Series, fit_all, select};

fn main() {
    divan::main();
}

/// Fifteen periods of a centre, with a noise of a tenth.
fn fifteen() -> Series {
    let bass = Bass::new(0.02, 0.45).unwrap();
    let noise = [0.1, -0.06, 0.02, -0.1, 0.07, 0.0, 0.05, -0.04, 0.09, -0.08, 0.01, 0.03, -0.02, 0.1, -0.05];
    let values: Vec<Option<f64>> = noise
        .iter()
        .enumerate()
        .map(|(t, noise)| Some(350.0 * bass.increment(t as f64, t as f64 + 1.0) * (1.0 + noise)))
        .collect();
    Series::adoptions(&values).unwrap()
}

#[divan::bench]
fn bass_fit(bencher: Bencher<'_, '_>) {
    let series = fifteen();
    bencher.bench(|| Bass::fit(black_box(&series), &FitOptions::default()));
}

#[divan::bench]
fn bass_fit_in_a_known_market(bencher: Bencher<'_, '_>) {
    let series = fifteen();
    bencher.bench(|| Bass::fit(black_box(&series), &FitOptions { market: Some(350.0), ..FitOptions::default() }));
}

#[divan::bench(args = [Model::Logistic, Model::Gompertz, Model::Normal])]
fn fit(bencher: Bencher<'_, '_>, model: Model) {
    let series = fifteen();
    bencher.bench(|| Fit::of(model, black_box(&series), &FitOptions::default()));
}

#[divan::bench]
fn three_profile_intervals(bencher: Bencher<'_, '_>) {
    let fit = Bass::fit(&fifteen(), &FitOptions::default()).unwrap();
    bencher.bench(|| black_box(&fit).intervals(0.95));
}

#[divan::bench]
fn selection_of_four(bencher: Bencher<'_, '_>) {
    let series = fifteen();
    bencher.bench(|| select(black_box(&series), &Model::ALL, &FitOptions::default()));
}

#[divan::bench]
fn forecast_by_a_thousand_replicates(bencher: Bencher<'_, '_>) {
    let fit = Bass::fit(&fifteen(), &FitOptions::default()).unwrap();
    bencher.bench(|| black_box(&fit).forecast(&ForecastOptions::default()));
}

/// Over all cores with `--features parallel`.
#[divan::bench(sample_count = 10)]
fn ten_thousand_series(bencher: Bencher<'_, '_>) {
    let series = vec![fifteen(); 10_000];
    bencher.bench(|| fit_all(Model::Bass, black_box(&series), &FitOptions::default()));
}
