//! The report of every centre in a folder and of all together:
//! `cargo run --release --example network_report -- <folder> [into] [staff|policy|school] [column]`.
//!
//! The folder has `.csv` and `.parquet` files with responses. People belong to the centre in the column `centre`, or else to
//! the file. What would tell about fewer than five people is not shown. A chart of each centre and one of all are written
//! into a folder.

#![expect(clippy::print_stdout, reason = "it is what an example is for")]

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use olievlek::content::{Language, Texts};
use olievlek::knoster::{Perspective, Questionnaire, Variant};
use olievlek::team::{Suppression, TeamGroup, TeamProfile, TeamReport};
use olievlek_network::{Centres, response_files};

fn main() -> Result<(), Box<dyn Error>> {
    let mut given = std::env::args().skip(1);
    let folder = PathBuf::from(given.next().ok_or("expected a folder with .csv and .parquet files")?);
    let into = PathBuf::from(given.next().unwrap_or_else(|| "network-report".into()));
    let perspective: Perspective = given.next().unwrap_or_else(|| "staff".into()).parse()?;
    let column = given.next().unwrap_or_else(|| "centre".into());

    let mut centres = Centres::new(Questionnaire::standard(perspective, Variant::Five), &column)?;
    for file in response_files(&folder)? {
        // One file that cannot be read does not keep the others back.
        match centres.add_file(&file) {
            Ok(read) => {
                println!("{}: {} people", file.display(), read.people);
                for problem in read.problems.kept().iter().take(3) {
                    println!("  {problem}");
                }
                let more = (read.problems.kept().len() as u64 + read.problems.more()).saturating_sub(3);
                if more > 0 {
                    println!("  and {more} more");
                }
            }
            Err(error) => println!("{}: not read, {} ({})", file.display(), error, error.code()),
        }
    }

    let texts = Texts::of(Language::NlBe)?;
    fs::create_dir_all(&into)?;
    let minimum = Suppression::DEFAULT_MINIMUM;
    let mut number = 0;
    for TeamGroup { name, profile } in centres.shown(minimum)? {
        match profile {
            Ok(profile) => {
                number += 1;
                print(&name, &profile, &texts);
                // A name may have signs that a file's cannot have.
                let chart = into.join(format!("centre-{number:03}.svg"));
                fs::write(&chart, TeamReport::new(&profile, &texts).chart().to_svg())?;
                println!("  {}", chart.display());
            }
            Err(reason) => println!("\n{name}: not shown, {}", reason.id()),
        }
    }
    let all = centres.all()?;
    if all.people() < minimum as u64 {
        println!("\nfewer than {minimum} people in all: nothing is shown");
        return Ok(());
    }
    print("All centres", &all, &texts);
    let chart = into.join("all.svg");
    fs::write(&chart, TeamReport::new(&all, &texts).chart().to_svg())?;
    println!("  {}", chart.display());
    Ok(())
}

fn print(name: &str, profile: &TeamProfile, texts: &Texts) {
    let report = TeamReport::new(profile, texts);
    println!("\n{name}: {}", report.people());
    for element in profile.elements() {
        let figures: Vec<String> =
            report.figures(&element).iter().map(|(figure, value)| format!("{figure} {value}")).collect();
        println!("  {}: {}", element.element.id(), figures.join(", "));
    }
    for point in report.splits().iter().chain(&report.doubts()) {
        println!("  {} {}", point.text, point.reading);
    }
}
