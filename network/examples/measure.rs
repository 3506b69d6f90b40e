//! What a query takes: `cargo run --release --example measure -- profile|means|stream|both <file.parquet> [partitions]`.
//!
//! `profile` is `knoster_profile` by centre, `means` the plain means of the same columns, `stream` the same counts without
//! SQL; each prints its time and, on Linux, the most memory that the process held. `both` says whether SQL and stream agree.

#![expect(clippy::print_stdout, reason = "it is what an example is for")]

#[path = "support/sql.rs"]
mod sql;

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use olievlek::knoster::{Perspective, Questionnaire, Variant};
use olievlek_network::{Centres, answer_columns};

fn main() -> Result<(), Box<dyn Error>> {
    let mut given = std::env::args().skip(1);
    let what = given.next().ok_or("expected profile, means, stream or both")?;
    let file = given.next().ok_or("expected a Parquet file")?;
    let partitions = given.next().map(|given| given.parse()).transpose()?.unwrap_or(2);
    let questionnaire = Questionnaire::standard(Perspective::Staff, Variant::Five);
    let begin = Instant::now();
    match what.as_str() {
        "profile" => {
            let rows = sql::profiles(Path::new(&file), &answer_columns(&questionnaire), partitions)?;
            println!("{} groups", rows.iter().map(|batch| batch.num_rows()).sum::<usize>());
        }
        "means" => {
            let means: Vec<String> =
                questionnaire.statements().iter().map(|of| format!("avg(\"{}\")", of.id())).collect();
            let query = format!("SELECT centre, {} FROM responses GROUP BY centre", means.join(", "));
            let rows = sql::run(Path::new(&file), &query, partitions)?;
            println!("{} groups", rows.iter().map(|batch| batch.num_rows()).sum::<usize>());
        }
        "stream" => println!("{} people", stream(&questionnaire, &file)?.all()?.people()),
        "both" => {
            let rows = sql::profiles(Path::new(&file), &answer_columns(&questionnaire), partitions)?;
            let differing = sql::differing(&rows, &stream(&questionnaire, &file)?, &file)?;
            if !differing.is_empty() {
                return Err(format!("SQL and stream differ: {}", differing.join("; ")).into());
            }
            println!("SQL and stream are equal");
        }
        other => return Err(format!("expected profile, means, stream or both, got `{other}`").into()),
    }
    println!("{:.2} s, {}", begin.elapsed().as_secs_f64(), peak());
    Ok(())
}

fn stream(questionnaire: &Questionnaire, file: &str) -> Result<Centres, Box<dyn Error>> {
    let mut centres = Centres::new(questionnaire.clone(), "centre")?;
    centres.add_file(Path::new(file))?;
    Ok(centres)
}

/// The most memory that this process held, as Linux tells it.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.map_or_else(|| "memory unknown".into(), |peak| format!("at most {} held", peak.trim()))
}
