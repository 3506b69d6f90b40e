//! Folders of files: which centre people belong to, and what is not shown.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "../examples/support/generated.rs"]
mod generated;

use std::fmt::Write as _;
use std::fs;

use generated::{Form, Generated};
use olievlek::knoster::{Perspective, Questionnaire, Variant};
use olievlek::team::SuppressionReason;
use olievlek_network::{Centres, response_files};

fn five() -> Questionnaire {
    Questionnaire::standard(Perspective::Staff, Variant::Five)
}

fn empty() -> Centres {
    Centres::new(five(), "centre").unwrap()
}

#[test]
fn csv_and_parquet_of_the_same_people_are_the_same() {
    let folder = tempfile::tempdir().unwrap();
    // More centres than the reader would take for groups by itself.
    let generated = Generated { questionnaire: five(), people: 4_000, centres: 90, seed: 4, form: Form::Bits };
    let parquet = folder.path().join("all.parquet");
    generated.write(&parquet).unwrap();
    let mut table = String::from("\u{feff}\"Centre\"");
    for statement in five().statements() {
        write!(table, ";{}", statement.id()).unwrap();
    }
    for person in 0..generated.people {
        write!(table, "\n{}", generated.centre(person).unwrap_or_default()).unwrap();
        for statement in 0..25 {
            let answer = olievlek::survey::Answer::from_bits(generated.answer(person, statement));
            write!(table, ";{}", answer.id()).unwrap();
        }
    }
    let text = folder.path().join("all.csv");
    fs::write(&text, table).unwrap();
    let apart = tempfile::tempdir().unwrap();
    let ids = apart.path().join("all.parquet");
    Generated { form: Form::Ids, ..generated.clone() }.write(&ids).unwrap();
    let mut third = empty();
    third.add_file(&ids).unwrap();
    let (mut one, mut other) = (empty(), empty());
    one.add_file(&parquet).unwrap();
    let read = other.add_file(&text).unwrap();
    assert!(read.problems.is_empty(), "{:?}", read.problems.kept().first());
    assert_eq!(one.names().collect::<Vec<_>>(), other.names().collect::<Vec<_>>());
    assert_eq!(one.names().count(), 91);
    for name in one.names() {
        assert_eq!(one.profile(name).unwrap(), other.profile(name).unwrap(), "{name}");
        assert_eq!(one.profile(name).unwrap(), third.profile(name).unwrap(), "{name}");
    }
    assert_eq!(response_files(folder.path()).unwrap(), [text, parquet]);
}

#[test]
fn a_file_without_the_column_is_a_centre_and_small_ones_stay_hidden() {
    let folder = tempfile::tempdir().unwrap();
    let mut centres = empty();
    for (name, people) in [("Noord", 9), ("Zuid", 8), ("West", 3)] {
        let file = folder.path().join(format!("{name}.csv"));
        fs::write(&file, format!("staff-vision-1;staff-plan-1\n{}", "4;2\n".repeat(people))).unwrap();
        centres.add_file(&file).unwrap();
    }
    let shown = centres.shown(5).unwrap();
    let why: Vec<_> = shown.iter().map(|of| (of.name.as_str(), of.profile.as_ref().err().copied())).collect();
    let expected = [
        ("Noord", None),
        ("West", Some(SuppressionReason::TooSmall)),
        ("Zuid", Some(SuppressionReason::WouldGiveAway)),
    ];
    assert_eq!(why, expected);
    assert_eq!(centres.all().unwrap().people(), 20);
}

#[test]
fn a_file_that_cannot_be_read_adds_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut centres = empty();
    for (name, content, code) in [
        ("workbook.csv", "PK\0\0".to_owned(), "responses-not-text"),
        ("broken.parquet", "PAR1".to_owned(), "parquet"),
        ("notes.txt", "4".to_owned(), "file-kind"),
        (
            "people.csv",
            (0..1_200).fold("centre;staff-plan-1\n".into(), |text: String, number| text + &format!("n{number};4\n")),
            "too-many-centres",
        ),
    ] {
        let file = folder.path().join(name);
        fs::write(&file, content).unwrap();
        assert_eq!(centres.add_file(&file).map_err(|error| error.code()).err(), Some(code), "{name}");
    }
    let policy = Generated {
        questionnaire: Questionnaire::standard(Perspective::Policy, Variant::Five),
        people: 10,
        centres: 1,
        seed: 1,
        form: Form::Bits,
    };
    let file = folder.path().join("policy.parquet");
    policy.write(&file).unwrap();
    let error = centres.add_file(&file).unwrap_err();
    assert_eq!(error.code(), "no-column");
    assert_eq!(error.to_string(), "expected a column `staff-vision-1`, got none");
    assert_eq!(centres.names().count(), 0);
    assert_eq!(centres.all().unwrap().people(), 0);
}
