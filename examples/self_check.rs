//! A self-check on the command line: `cargo run --example self_check -- [language] [code]`.
//!
//! With a result code it prints the report of that code; without one it answers for someone who misses a plan. The
//! pictures go to `target/self-check-*.svg`.

#![expect(clippy::print_stdout, reason = "a report is printed")]

use std::error::Error;
use std::{env, fs};

use olievlek::content::{Language, Texts};
use olievlek::knoster::{ChangeElement, Perspective, Profile, Questionnaire, Report, ResultCode, Variant};
use olievlek::survey::Answer;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let language: Language = arguments.next().map_or(Ok(Language::default()), |tag| tag.parse())?;
    let texts = Texts::of(language)?;

    let (questionnaire, answers) = match arguments.next() {
        Some(code) => ResultCode::decode(&code, None)?.into_parts(),
        None => {
            let questionnaire = Questionnaire::standard(Perspective::Staff, Variant::Five);
            let mut answers = questionnaire.blank();
            for (index, statement) in questionnaire.statements().iter().enumerate() {
                let answer = match (statement.element(), statement.reveals_gap()) {
                    (ChangeElement::Resources, _) => Answer::Unknown,
                    (ChangeElement::Plan, reveals_gap) => Answer::from_value(if reveals_gap { 4 } else { 2 })?,
                    (_, reveals_gap) => Answer::from_value(if reveals_gap { 2 } else { 5 })?,
                };
                answers.set(index, answer);
            }
            (questionnaire, answers)
        }
    };

    let profile = Profile::new(&questionnaire, &answers);
    let report = Report::new(&profile, &texts).with_answers(&questionnaire, &answers);
    println!("{}", report.to_text());

    fs::create_dir_all("target")?;
    fs::write("target/self-check-bars.svg", report.bars().to_svg())?;
    fs::write("target/self-check-radar.svg", report.radar().to_svg())?;
    fs::write("target/self-check.md", report.to_markdown())?;
    println!("written: target/self-check.md, target/self-check-bars.svg, target/self-check-radar.svg");
    Ok(())
}
