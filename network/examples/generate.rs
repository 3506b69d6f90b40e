//! Writes made-up responses: `cargo run --release --example generate -- <file.parquet> [people] [centres] [seed] [ids]`.
//!
//! Answers are whole numbers, or text with `ids`.

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
    let (people, centres, seed) = (number(10_000_000)?, number(60)?.max(1), number(1)?);
    let form = if given.next().as_deref() == Some("ids") { Form::Ids } else { Form::Bits };
    let generated = Generated {
        questionnaire: Questionnaire::standard(Perspective::Staff, Variant::Five),
        people,
        centres,
        seed,
        form,
    };
    generated.write(&file)?;
    println!("{}: {} people, {} centres", file.display(), generated.people, generated.centres);
    Ok(())
}
