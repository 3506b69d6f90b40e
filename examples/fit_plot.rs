//! A series from a CSV file, fitted, forecast and drawn: `cargo run --example fit_plot -- series.csv plot.svg`.
//!
//! Each line of the file is a period: its name and how many adopted in it, or nothing where nobody counted. Without a file
//! the sales of video recorders in the United States are used, from 1980 to 1989.

#![allow(clippy::print_stdout, reason = "an example talks")]

use std::error::Error;

use olievlek::chart::{Layer, Mark, Panel, Plot};
use olievlek::diffusion::{AnyCurve, Bass, Curve, FitOptions, ForecastOptions, Series};

const SALES: &str =
    "1980,840\n1981,1470\n1982,2110\n1983,4000\n1984,7590\n1985,10950\n1986,10530\n1987,9470\n1988,7790\n1989,5890\n";
const AHEAD: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let text = match arguments.next() {
        Some(file) => std::fs::read_to_string(file)?,
        None => SALES.into(),
    };
    let target = arguments.next().unwrap_or_else(|| "adoption.svg".into());
    let (mut names, mut values) = (Vec::new(), Vec::new());
    for row in csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes()).records() {
        let row = row?;
        names.push(row.get(0).unwrap_or_default().to_owned());
        let value = row.get(1).map(str::trim).unwrap_or_default();
        values.push(if value.is_empty() { None } else { Some(value.parse()?) });
    }
    let fit = Bass::fit(&Series::adoptions(&values)?, &FitOptions::default())?;
    if let AnyCurve::Bass(bass) = fit.curve() {
        println!(
            "p = {:.5}, q = {:.4}, m = {:.0}, peak after {:.1} periods",
            bass.p(),
            bass.q(),
            fit.market(),
            bass.peak()
        );
    }
    if let Some(market) = fit.intervals(0.95).market {
        println!("m is between {:.0} and {:.0} with 95 %", market.low, market.high);
    }
    for warning in fit.warnings() {
        println!("warning: {}", warning.id());
    }
    let forecast = fit.forecast(&ForecastOptions { periods: AHEAD, ..ForecastOptions::default() });

    // Each period stands at its end, and its height is what adopted in it.
    let end = (values.len() + AHEAD) as f64;
    let seen: Vec<(f64, f64)> = (1..).zip(&values).filter_map(|(t, value)| Some((f64::from(t), (*value)?))).collect();
    let curve: Vec<(f64, f64)> =
        (1..=values.len() + AHEAD).map(|t| (t as f64, fit.expected(t as f64 - 1.0, t as f64))).collect();
    let mut top = seen.iter().map(|(_, value)| *value).fold(0.0, f64::max);
    let mut layers = Vec::new();
    if let Some(band) = forecast.bands.first() {
        let area = forecast.times.iter().zip(&band.adoptions).map(|(t, interval)| (*t, interval.low, interval.high));
        top = band.adoptions.iter().map(|interval| interval.high).fold(top, f64::max);
        layers.push(Layer::area("spread", area.collect()));
    }
    layers.push(Layer::line("curve fit", curve));
    layers.push(Layer::dots("seen", seen));
    let mut panel = Panel::new("New adopters, the curve of Bass and a band of 80 %", 220.0, 1.05 * top);
    // The scale has room for four characters: thousands as `11k`.
    let short = |value: f64| if value < 10_000.0 { format!("{value:.0}") } else { format!("{:.0}k", value / 1000.0) };
    panel.ticks = [0.0, 0.5, 1.0].map(|share| (share * top, short(share * top))).to_vec();
    panel.layers = layers;
    let mut plot = Plot::new("New adopters in each period", 640.0, (1.0, end));
    let tick = |(place, name): (usize, &String)| Mark { label: name.clone(), at: place as f64 / (end - 1.0) };
    plot.ticks = names.iter().enumerate().step_by(3).map(tick).collect();
    plot.panels.push(panel);
    std::fs::write(&target, plot.scene().to_svg())?;
    println!("drawn in {target}");
    Ok(())
}
