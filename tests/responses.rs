//! Responses read from what people already have: each export with the same six people, hostile files, and mappings.
//!
//! The fixtures follow these descriptions:
//!
//! - LimeSurvey, a byte order mark, every cell in quotes, CRLF and an empty line at the end, headings by code, by text or by both
//!   with a row of an array in brackets: `CsvWriter.php` and `Writer.php` of LimeSurvey,
//!   <https://github.com/LimeSurvey/LimeSurvey/tree/master/application/helpers/admin/export>.
//! - Google Forms, a grid with one answer a row: "Class GridItem", Apps Script reference,
//!   <https://developers.google.com/apps-script/reference/forms/grid-item>. No page was found that describes the first columns;
//!   `Timestamp` and `Email Address` are what exports in public repositories have.
//! - Microsoft Forms, `ID,Start time,Completion time,Email,Name` before the questions: the head of `bin/add_attachments.py` in the
//!   ACL Anthology, <https://github.com/acl-org/acl-anthology>, which reads such files.
//! - Excel, Windows-1252 for CSV and a byte order mark for "CSV UTF-8": "CSV: An Encoding Nightmare",
//!   <https://donatstudios.com/CSV-An-Encoding-Nightmare>.
//!
//! `expected.json` holds the answers, and points, counts and codes that were worked out apart from this crate.

#![cfg(all(feature = "lang-all", feature = "encodings"))]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a fixture that does not fit may stop the test")]

use olievlek::content::{Language, Texts};
use olievlek::knoster::{Perspective, Profile, Questionnaire, Variant};
use olievlek::survey::Answer;
use olievlek::team::{
    ColumnMapping, ColumnRole, MappingFault, MatchedBy, ProblemKind, ReadOptions, Reading, ResponseReader, TeamError,
    TextReader, read_response_bytes, read_responses,
};
use serde_json::Value;

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!("fixtures/responses/", $name)).as_slice()
    };
}

fn expected() -> Value {
    serde_json::from_slice(fixture!("expected.json")).unwrap()
}

fn bytes(reading: &[u8]) -> Reading {
    read_response_bytes(reading, &ReadOptions::new(&Texts::included())).unwrap()
}

#[track_caller]
fn text(text: &str) -> Reading {
    read_responses(text, &ReadOptions::new(&Texts::included())).unwrap()
}

fn fault(text: &str) -> TeamError {
    read_responses(text, &ReadOptions::new(&Texts::included())).unwrap_err()
}

fn codes(reading: &Reading) -> Vec<&'static str> {
    reading.problems.kept().iter().map(|problem| problem.kind().code()).collect()
}

fn sign(answer: Answer) -> char {
    match answer.id() {
        "unknown" => '?',
        "not-applicable" => 'n',
        "unanswered" => ' ',
        value => value.chars().next().unwrap(),
    }
}

/// Whether these are the six people, with their answers, their profiles and their teams.
#[track_caller]
fn is_the_team(reading: &Reading, grouped: bool) {
    let expected = expected();
    let responses = &reading.responses;
    assert_eq!(responses.questionnaire, Questionnaire::standard(Perspective::Staff, Variant::Five));
    let people: Vec<String> =
        responses.respondents.iter().map(|respondent| respondent.answers.iter().map(sign).collect()).collect();
    assert_eq!(Value::from(people), expected["people"]);
    let counts: Vec<Value> = responses
        .respondents
        .iter()
        .map(|respondent| {
            let profile = Profile::new(&responses.questionnaire, &respondent.answers);
            let counts = profile
                .elements()
                .iter()
                .map(|element| Value::from(vec![i64::from(element.points()), i64::from(element.counts().answered)]));
            Value::from(counts.collect::<Vec<_>>())
        })
        .collect();
    assert_eq!(Value::from(counts), expected["profiles"]);
    if grouped {
        let names: Vec<&str> = responses.groups.iter().map(|group| group.name.as_str()).collect();
        assert_eq!(names.len(), 1, "{names:?}");
        let teams: Vec<&str> = responses
            .respondents
            .iter()
            .map(|respondent| responses.groups[0].values[respondent.groups[0].unwrap()].as_str())
            .collect();
        assert_eq!(Value::from(teams), expected["teams"]);
    } else {
        assert!(responses.groups.is_empty(), "{:?}", responses.groups);
    }
}

#[test]
fn exports_of_survey_tools_and_spreadsheets() {
    for (name, given, problems) in [
        ("Google Forms", fixture!("google-forms.csv"), &[] as &[&str]),
        ("LimeSurvey, codes", fixture!("limesurvey-codes.csv"), &["assumed-order"]),
        ("LimeSurvey, texts", fixture!("limesurvey-text.csv"), &[]),
        ("Microsoft Forms", fixture!("microsoft-forms-1252.csv"), &[]),
        ("Excel, pasted", fixture!("excel-paste.tsv"), &[]),
        ("Excel, UTF-8 with byte order mark", fixture!("excel-utf8-bom.csv"), &[]),
        ("Excel, UTF-16", fixture!("excel-unicode-utf16.txt"), &[]),
        ("our CSV", fixture!("ours.csv"), &[]),
        ("our JSON", fixture!("ours.json"), &[]),
        ("a table of codes", fixture!("codes-table.csv"), &[]),
    ] {
        let reading = bytes(given);
        assert_eq!(codes(&reading), problems, "{name}: {:?}", reading.problems);
        is_the_team(&reading, true);
    }
    let reading = bytes(fixture!("self-checks.csv"));
    assert!(reading.problems.is_empty(), "{:?}", reading.problems);
    is_the_team(&reading, false);
}

#[test]
fn nothing_personal_is_kept_or_shown() {
    for given in [fixture!("google-forms.csv"), fixture!("microsoft-forms-1252.csv"), fixture!("codes-table.csv")] {
        let shown = format!("{:?}", bytes(given));
        for personal in ["@", "Peeters", "Naïma", "0470", "HYPERLINK", "Bel me", "9:12"] {
            assert!(!shown.contains(personal), "{personal} in {shown}");
        }
    }
}

#[test]
fn codes_anywhere_in_a_mail() {
    let reading = bytes(fixture!("mail.txt"));
    is_the_team(&reading, false);
    let rows: Vec<u64> = reading.responses.respondents.iter().map(|respondent| respondent.row).collect();
    assert_eq!(rows, [4, 5, 6, 7, 9, 10]);
    // The code that was taken down wrong is reported, and nothing of the prose.
    assert_eq!(codes(&reading), ["unreadable-code"]);
    assert_eq!(reading.problems.kept()[0].row(), Some(10));
    assert!(reading.mapping.is_empty());
}

#[test]
fn a_code_that_comes_again_is_flagged_and_kept() {
    let code = expected()["codes"][0].as_str().unwrap().to_owned();
    let reading = text(&format!("\n{code}\n\n{}", code.to_lowercase().replace('-', "")));
    assert_eq!(reading.responses.respondents.len(), 2);
    let problem = &reading.problems.kept()[0];
    assert_eq!((problem.kind(), problem.row()), (&ProblemKind::DuplicateCode { first: 2 }, Some(4)));
}

#[test]
fn json_of_other_forms_is_read_or_reported() {
    let codes_in = expected()["codes"].to_string();
    is_the_team(&text(&codes_in), false);
    let decoded = r#"{"version": 1, "perspective": "policy", "variant": "five", "answers": {"policy-plan-1": 4}}"#;
    assert_eq!(text(decoded).responses.questionnaire.perspective(), Perspective::Policy);
    let reading = text(r#"[{"plan-1": 4, "team": "A"}, 7, {"plan-1": [4]}, {"plan-1": "soms"}]"#);
    assert_eq!(codes(&reading), ["unreadable-row", "unreadable-row", "unreadable-answer"]);
    let rows: Vec<_> = reading.problems.kept().iter().map(|problem| problem.row()).collect();
    assert_eq!(rows, [Some(2), Some(3), Some(4)]);
    assert_eq!(reading.responses.respondents.len(), 2);
}

#[test]
fn codes_of_other_statements_are_not_mixed_in() {
    let code = expected()["codes"][0].as_str().unwrap().to_owned();
    let policy = Questionnaire::standard(Perspective::Policy, Variant::Five);
    let other = olievlek::knoster::ResultCode::encode(&policy, &policy.blank());
    // The first is not the most: that decides.
    let reading = text(&format!("{other}\n{code}\n{code}"));
    assert_eq!(codes(&reading), ["other-questionnaire", "duplicate-code"]);
    assert_eq!(reading.responses.questionnaire.perspective(), Perspective::Staff);
    let texts = Texts::included();
    let reading = read_responses(&format!("{other}\n{code}"), &ReadOptions::new(&texts).answering(policy)).unwrap();
    assert_eq!(reading.responses.respondents.len(), 1);
    assert_eq!(reading.problems.kept()[0].row(), Some(2));
}

#[test]
fn every_cell_that_is_not_read_is_reported_and_its_row_stays() {
    let reading = text("staff-vision-1;staff-vision-2;team\n4;soms;Noord\n7;5\n\n;;\n5;=1+1;Noord;x\n");
    let seen: Vec<String> = reading.problems.kept().iter().map(ToString::to_string).collect();
    assert_eq!(
        seen,
        [
            "row 2, column 2: expected an answer, got `soms`",
            "row 3: expected 3 cells, got 2",
            "row 3, column 1: expected a whole number from 1 to 5, got `7`",
            "row 5: expected 3 cells, got 4",
            "row 5, column 2: expected an answer, got `=1+1`",
        ]
    );
    let rows: Vec<u64> = reading.responses.respondents.iter().map(|respondent| respondent.row).collect();
    assert_eq!(rows, [2, 3, 5]);
}

#[test]
fn a_mapping_comes_back_whole_and_corrects_the_next_reading() {
    let table = "Ik weet niet wat we met X willen bereiken\tIk weet wat mijn stap is voor X\tdienst\tvraag 9\n4\t5\tA\t3\n2\t2\tB\t1\n";
    let first = text(table);
    let roles: Vec<(&str, &str)> = first.mapping.iter().map(|column| (column.role.id(), column.by.id())).collect();
    assert_eq!(roles, [("ignored", "nothing"), ("statement", "close"), ("ignored", "nothing"), ("ignored", "nothing")]);
    assert_eq!(codes(&first), ["unsure-column"]);
    assert_eq!(first.mapping[1].by, MatchedBy::Close { similarity: 88 });

    let mut mapping = first.mapping;
    mapping[0].role = ColumnRole::Statement("staff-vision-1".into());
    mapping[2].role = ColumnRole::Group;
    let texts = Texts::included();
    let options = ReadOptions::new(&texts).mapped(mapping.clone());
    let second = read_responses(table, &options).unwrap();
    assert!(second.problems.is_empty());
    assert!(second.mapping.iter().all(|column| column.by == MatchedBy::Given));
    let given = |mapping: &[ColumnMapping]| mapping.iter().map(|column| column.role.clone()).collect::<Vec<_>>();
    assert_eq!(given(&second.mapping), given(&mapping));
    assert_eq!(second.responses.groups[0].values, ["A", "B"]);

    for (column, role, header, expected) in [
        (9, ColumnRole::Group, None, MappingFault::NoColumn),
        (0, ColumnRole::Group, None, MappingFault::NoColumn),
        (1, ColumnRole::Statement("x".into()), None, MappingFault::Statement("x".into())),
        (3, ColumnRole::Group, Some("team"), MappingFault::Header("team".into())),
    ] {
        let given = ColumnMapping { header: header.map(String::from), ..ColumnMapping::new(column, role) };
        let error = read_responses(table, &ReadOptions::new(&texts).mapped(vec![given])).unwrap_err();
        assert_eq!(error, TeamError::Mapping { column, fault: expected });
    }
    let twice = [1, 2].map(|column| ColumnMapping::new(column, ColumnRole::Statement("staff-plan-1".into())));
    let error = read_responses(table, &ReadOptions::new(&texts).mapped(twice.into())).unwrap_err();
    assert_eq!(error, TeamError::Mapping { column: 2, fault: MappingFault::Twice("staff-plan-1".into()) });
}

#[test]
fn names_are_no_group_even_when_asked_for() {
    let texts = Texts::included();
    for table in
        ["naam;staff-plan-1\nAnnelies;4\nAnnelies;5\n", "wie;staff-plan-1\nan@clb.example;4\nan@clb.example;5\n"]
    {
        let options = ReadOptions::new(&texts).mapped(vec![ColumnMapping::new(1, ColumnRole::Group)]);
        let reading = read_responses(table, &options).unwrap();
        assert_eq!(codes(&reading), ["personal-column"]);
        assert!(reading.responses.groups.is_empty());
        assert!(!format!("{:?}", reading.responses).contains("nnelies"));
    }
}

#[test]
fn a_title_above_the_headings_and_a_second_column_are_reported() {
    let reading = text("Bevraging 2025;;\n;;\nstaff-plan-1;plan-1;team\n4;5;A\n");
    assert_eq!(codes(&reading), ["before-headings", "twin-column"]);
    assert_eq!(reading.responses.respondents[0].row, 4);
    assert_eq!(
        reading.responses.respondents[0].answers.iter().filter(|answer| answer.agreement().is_some()).count(),
        1
    );
}

#[test]
fn every_language_and_perspective_is_read() {
    for language in Language::ALL {
        let texts = Texts::of(language).unwrap();
        for perspective in Perspective::ALL {
            for variant in Variant::ALL {
                let questionnaire = Questionnaire::standard(perspective, variant);
                let mut header = Vec::new();
                let mut row = Vec::new();
                for (index, statement) in questionnaire.statements().iter().enumerate() {
                    header.push(format!("\"{}\"", statement.text(&texts, "het plan")));
                    let id = ["1", "2", "3", "4", "5", "unknown", "not-applicable", "unanswered"][index % 8];
                    row.push(format!("\"{}\"", texts.get(&format!("report.answer.{id}"))));
                }
                let reading = text(&format!("{}\n{}\n", header.join(","), row.join(",")));
                assert!(reading.problems.is_empty(), "{language} {perspective}: {:?}", reading.problems);
                assert_eq!(reading.responses.questionnaire, questionnaire, "{language}");
                assert!(reading.mapping.iter().all(|column| column.by == MatchedBy::Text), "{language}");
                let bytes = reading.responses.to_bytes();
                assert!(bytes.iter().zip(0..).all(|(bits, index)| *bits == [1, 2, 3, 4, 5, 6, 7, 0][index % 8]));
            }
        }
    }
}

#[test]
fn what_we_write_is_read_back_and_a_formula_is_text() {
    let reading = text("staff-plan-1;=cmd|' /C calc'!A0\n4;=1+1\n;@x\n5;=1+1\n?;@x\n");
    let csv = reading.responses.to_csv();
    assert!(csv.contains("\"'=cmd|") && csv.contains("\"'=1+1\"") && csv.contains("\"'@x\""), "{csv}");
    for (index, line) in csv.lines().enumerate() {
        assert!(!line.split(',').any(|cell| cell.starts_with(['=', '@', '+'])), "{index}: {line}");
    }
    let again = text(&csv);
    assert_eq!(again.responses.to_bytes(), reading.responses.to_bytes());
    assert_eq!(again.responses.questionnaire, reading.responses.questionnaire);
}

#[test]
fn pieces_of_any_size_give_the_same() {
    let texts = Texts::included();
    for given in [
        fixture!("google-forms.csv"),
        fixture!("limesurvey-codes.csv"),
        fixture!("microsoft-forms-1252.csv"),
        fixture!("excel-unicode-utf16.txt"),
        fixture!("mail.txt"),
        fixture!("ours.json"),
    ] {
        let whole = bytes(given);
        for size in [1, 7, 1000] {
            let mut reader = ResponseReader::new(ReadOptions::new(&texts));
            let mut rows = Vec::new();
            for piece in given.chunks(size) {
                reader.push(piece, &mut |row| rows.push(row)).unwrap();
            }
            let outline = reader.finish(&mut |row| rows.push(row)).unwrap();
            assert_eq!(outline.mapping, whole.mapping);
            assert_eq!(outline.problems, whole.problems);
            let answers: Vec<_> = rows.iter().map(|row| (row.number, &row.answers, &row.code)).collect();
            let expected: Vec<_> =
                whole.responses.respondents.iter().map(|one| (one.row, &one.answers, &one.code)).collect();
            assert_eq!(answers, expected);
        }
    }
}

#[test]
fn hostile_files_end_in_a_clear_error_or_a_result() {
    assert_eq!(fault(""), TeamError::Empty);
    assert_eq!(fault(" \r\n\t\n"), TeamError::Empty);
    assert_eq!(fault("\u{feff}"), TeamError::Empty);
    assert_eq!(fault("staff-plan-1\n4\0\n"), TeamError::NotText);
    assert_eq!(fault("Beste,\ntot morgen.\n"), TeamError::NotFound);
    assert_eq!(fault("{\"answers\": [1]}").code(), "responses-not-found");
    assert_eq!(fault("{\"a\": ").code(), "responses-json");
    assert_eq!(fault("[]"), TeamError::Empty);
    assert_eq!(fault("[[1]]").code(), "responses-not-found");
    assert_eq!(fault(&format!("[{}", " ".repeat(33 << 20))).code(), "responses-too-long");
    // A million columns, one endless line, and quotes that never close.
    assert_eq!(fault(&format!("staff-plan-1{}", ",".repeat(1_000_000))), TeamError::TooManyColumns);
    assert_eq!(fault(&"x".repeat(3 << 20)), TeamError::RowTooLong { row: 1 });
    let open = format!("staff-plan-1;x\n4;a\n5;\"{}", "4;b\n".repeat(1 << 19));
    assert_eq!(fault(&open), TeamError::RowTooLong { row: 3 });
    let short = text("staff-plan-1;x\n4;a\n5;\"b\n3;c\n");
    assert_eq!((short.responses.respondents.len(), codes(&short)), (2, vec!["open-quote"]));
    // Many problems: the first are kept, the others counted.
    let many = text(&format!("staff-plan-1\n{}", "soms\n".repeat(2000)));
    assert_eq!((many.problems.kept().len(), many.problems.more()), (500, 1500));
    assert_eq!(many.responses.respondents.len(), 2000);
    let crowd = format!("staff-plan-1\n{}", "4\n".repeat(100_001));
    assert_eq!(fault(&crowd), TeamError::TooManyRows { most: 100_000 });
}

#[test]
fn bytes_of_two_encodings_are_reported() {
    let reading = bytes(b"staff-plan-1;team\n4;Li\xc3\xa9ge\n5;Li\xe9ge\n4;Li\xc3\xa9ge\n");
    assert_eq!(codes(&reading), ["replaced-characters"]);
    assert_eq!(reading.responses.respondents.len(), 3);
}

#[test]
fn an_error_stays() {
    let texts = Texts::included();
    let mut reader = TextReader::new(ReadOptions::new(&texts));
    let mut none = |_| {};
    assert_eq!(reader.push("\0", &mut none), Err(TeamError::NotText));
    assert_eq!(reader.push("staff-plan-1\n4\n", &mut none), Err(TeamError::NotText));
    assert_eq!(reader.finish(&mut none), Err(TeamError::NotText));
}
