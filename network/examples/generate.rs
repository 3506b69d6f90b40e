//! Writes made-up responses: `cargo run --release --example generate -- <file.parquet> [people] [centres] [seed]`.

#![expect(clippy::print_stdout, reason = "it is what an example is for")]

#[path = "support/generated.rs"]
mod generated;

use std::error::Error;
use std::path::PathBuf;

use generated::{Form, Generated};
use olievlek::knoster::{Perspective, Questionnaire, Variant};

fn main() -> Result<(), Box<dyn Error>> {
    let mut given = std::env::args().skip(1);
    let file = PathBuf::from(given.next().ok_or("expected a file to write")?);
    let mut number = |usual: u64| given.next().map_or(Ok(usual), |given| given.parse());
    let generated = Generated {
        questionnaire: Questionnaire::standard(Perspective::Staff, Variant::Five),
        people: number(10_000_000)?,
        centres: number(60)?.max(1),
        seed: number(1)?,
        form: Form::Bits,
    };
    generated.write(&file)?;
    println!("{}: {} people, {} centres", file.display(), generated.people, generated.centres);
    Ok(())
}
