//! The aggregate in SQL against the same people counted one after another.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "../examples/support/generated.rs"]
mod generated;
#[path = "../examples/support/sql.rs"]
mod sql;

use std::path::{Path, PathBuf};

use datafusion::arrow::array::{Array, AsArray};
use datafusion::arrow::datatypes::{Float64Type, UInt64Type};
use datafusion::arrow::record_batch::RecordBatch;
use datafusion::error::DataFusionError;
use datafusion::prelude::{SessionConfig, SessionContext};
use generated::{Form, Generated};
use olievlek::knoster::{Perspective, Questionnaire, Variant};
use olievlek::survey::TeamSummary;
use olievlek::team::{TeamProfile, layout};
use olievlek_network::{Centres, KnosterProfile, NetworkError, answer_columns};

fn five() -> Questionnaire {
    Questionnaire::standard(Perspective::Staff, Variant::Five)
}

/// People in a file of a folder that goes away with the test.
fn written(generated: &Generated) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("responses.parquet");
    generated.write(&file).unwrap();
    (folder, file)
}

/// The people that a filter lets through, counted by themselves and without any file.
fn counted(generated: &Generated, wanted: impl Fn(u64) -> bool) -> TeamProfile {
    let mut summary = TeamSummary::empty(&layout(&generated.questionnaire).unwrap());
    let statements = generated.questionnaire.statements().len() as u64;
    for person in (0..generated.people).filter(|person| wanted(*person)) {
        let row: Vec<u8> = (0..statements).map(|statement| generated.answer(person, statement)).collect();
        summary.add_rows(&row).unwrap();
    }
    TeamProfile::from_summary(generated.questionnaire.clone(), summary).unwrap()
}

fn run(file: &Path, query: &str) -> Result<Vec<RecordBatch>, String> {
    sql::run(file, query, 2).map_err(|error| error.to_string())
}

/// `OLIEVLEK_ROWS` asks for more people.
fn people() -> u64 {
    std::env::var("OLIEVLEK_ROWS").map_or(200_000, |given| given.parse().unwrap())
}

#[test]
fn sql_and_stream_agree_to_the_last_bit_in_any_partitioning() {
    let generated = Generated { questionnaire: five(), people: people(), centres: 37, seed: 11, form: Form::Bits };
    let (_folder, file) = written(&generated);
    let mut stream = Centres::new(five(), "centre").unwrap();
    assert_eq!(stream.add_file(&file).unwrap().people, generated.people);
    // The stream itself is held against people counted without it.
    assert_eq!(stream.names().count(), 38);
    let one = |person| generated.centre(person).as_deref() == Some("Centre 005");
    assert_eq!(stream.profile("Centre 005").unwrap().unwrap(), counted(&generated, one));
    for partitions in [1, 4] {
        let rows = sql::profiles(&file, &answer_columns(&five()), partitions).unwrap();
        let differing = sql::differing(&rows, &stream, file.to_str().unwrap()).unwrap();
        assert!(differing.is_empty(), "{partitions} partitions: {differing:?}");
    }
    // Without groups it is another accumulator.
    let query = format!("SELECT knoster_profile({}) AS p FROM responses", answer_columns(&five()));
    for partitions in [1, 4] {
        let rows = sql::run(&file, &query, partitions).unwrap();
        let all = stream.all().unwrap();
        assert_eq!(sql::differences(rows[0].column(0).as_struct(), 0, &all).unwrap(), Vec::<String>::new());
    }
}

#[test]
fn as_many_groups_as_people_agree_too() {
    // So many that DataFusion stops counting within partitions and hands single people on.
    let generated = Generated { questionnaire: five(), people: 150_000, centres: u64::MAX, seed: 3, form: Form::Bits };
    let (_folder, file) = written(&generated);
    let query = format!(
        "SELECT count(*), sum(people), sum(answered) FROM (SELECT get_field(p, 'people') AS people, \
         get_field(get_field(p, 'plan'), 'answered') AS answered FROM (SELECT centre, knoster_profile({}) AS p FROM \
         responses GROUP BY centre))",
        answer_columns(&five())
    );
    let rows = run(&file, &query).unwrap();
    let all = counted(&generated, |_| true);
    let groups = 1 + (0..generated.people).filter(|person| generated.centre(*person).is_some()).count();
    assert_eq!(rows[0].column(0).as_primitive::<datafusion::arrow::datatypes::Int64Type>().value(0), groups as i64);
    assert_eq!(rows[0].column(1).as_primitive::<UInt64Type>().value(0), generated.people);
    assert_eq!(rows[0].column(2).as_primitive::<UInt64Type>().value(0), all.elements()[2].answered());
}

#[test]
fn ids_and_numbers_of_any_width_are_the_same_answers() {
    let bits = Generated { questionnaire: five(), people: 3_000, centres: 3, seed: 5, form: Form::Bits };
    let ids = Generated { form: Form::Ids, ..bits.clone() };
    let all = counted(&bits, |_| true);
    let wide: Vec<String> =
        five().statements().iter().map(|statement| format!("CAST(\"{}\" AS BIGINT)", statement.id())).collect();
    for (generated, columns) in
        [(&bits, answer_columns(&five())), (&ids, answer_columns(&five())), (&bits, wide.join(", "))]
    {
        let (_folder, file) = written(generated);
        let rows = run(&file, &format!("SELECT knoster_profile({columns}) FROM responses")).unwrap();
        assert_eq!(sql::differences(rows[0].column(0).as_struct(), 0, &all).unwrap(), Vec::<String>::new());
        let mut stream = Centres::new(five(), "centre").unwrap();
        stream.add_file(&file).unwrap();
        assert_eq!(stream.all().unwrap(), all);
    }
}

#[test]
fn a_filter_and_consensus_as_the_sixth_element() {
    let questionnaire = Questionnaire::standard(Perspective::Policy, Variant::Consensus);
    let generated =
        Generated { questionnaire: questionnaire.clone(), people: 5_000, centres: 2, seed: 8, form: Form::Bits };
    let (_folder, file) = written(&generated);
    let query = format!(
        "SELECT centre, knoster_profile({}) FILTER (WHERE \"policy-vision-1\" = 4) AS p FROM responses GROUP BY centre \
         ORDER BY centre NULLS LAST",
        answer_columns(&questionnaire)
    );
    let rows = run(&file, &query).unwrap();
    let first = |person| generated.centre(person).as_deref() == Some("Centre 000") && generated.answer(person, 0) == 4;
    let expected = counted(&generated, first);
    assert!(expected.people() > 100);
    assert_eq!(sql::differences(rows[0].column(1).as_struct(), 0, &expected).unwrap(), Vec::<String>::new());
}

/// Runs a query without a file.
fn asked(query: &str) -> Result<Vec<RecordBatch>, DataFusionError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let context = SessionContext::new_with_config(SessionConfig::new().with_target_partitions(1));
        context.register_udaf(KnosterProfile::standard().into_udaf());
        context.sql(query).await?.collect().await
    })
}

/// The aggregate over 25 times the same column of these rows.
fn same(values: &str) -> String {
    format!("SELECT knoster_profile({}) AS p FROM (VALUES {values}) AS t(v)", ["v"; 25].join(", "))
}

#[test]
fn null_is_unanswered_and_what_is_undefined_has_a_reason() {
    for nothing in ["(CAST(NULL AS INT)), (0), (NULL)", "(NULL), (''), ('unanswered')"] {
        let rows = asked(&same(nothing)).unwrap();
        let profile = rows[0].column(0).as_struct();
        assert_eq!(profile.column_by_name("people").unwrap().as_primitive::<UInt64Type>().value(0), 3, "{nothing}");
        let vision = profile.column_by_name("vision").unwrap().as_struct();
        let column = |name| vision.column_by_name(name).unwrap();
        assert_eq!(column("n").as_primitive::<UInt64Type>().value(0), 0);
        for absent in ["score", "r_wg_j", "alpha", "unknown_share"] {
            assert!(column(absent).is_null(0), "{absent}");
        }
        assert!(!column("alpha_undefined").as_string::<i32>().value(0).is_empty());
    }
    // Nobody at all is a profile, too.
    let rows = asked(&format!("{} WHERE v > 5", same("(1), (2)"))).unwrap();
    let profile = rows[0].column(0).as_struct();
    assert_eq!(profile.column_by_name("people").unwrap().as_primitive::<UInt64Type>().value(0), 0);
}

#[test]
fn a_small_case_by_hand() {
    // To 3 of 5 statements 4 is favourable with 3 points of 4, to 2 it reveals a gap and is 1 point: (3·3 + 2·1) / 20.
    let rows = asked(&same("(4), (6), (7), (NULL)")).unwrap();
    let vision = rows[0].column(0).as_struct().column_by_name("vision").unwrap().clone();
    let vision = vision.as_struct();
    let number = |name| vision.column_by_name(name).unwrap().as_primitive::<Float64Type>().value(0);
    assert_eq!(number("score"), 11.0 / 20.0);
    assert_eq!(number("unknown_share"), 0.5);
}

#[test]
fn what_is_no_answer_is_an_error_that_says_where() {
    let fault = |query: &str| asked(query).unwrap_err();
    let code = |error: &DataFusionError| match error.find_root() {
        DataFusionError::External(cause) => cause.downcast_ref::<NetworkError>().map(NetworkError::code),
        _ => None,
    };
    for (values, told) in [
        ("(CAST(8 AS TINYINT UNSIGNED))", "`staff-vision-1`, got `8`"),
        ("('4'), ('soms')", "`staff-vision-1`, got `soms`"),
    ] {
        let error = fault(&same(values));
        assert_eq!(code(&error), Some("answer-out-of-range"), "{error}");
        assert!(error.to_string().contains(told), "{error}");
    }
    // A number that fits no answer's byte is no answer that is missing.
    assert!(fault(&same("(300), (4)")).to_string().contains("300"));
    assert!(fault(&same("(-1), (4)")).to_string().contains("-1"));
    let error = fault(&same("(4.5)"));
    assert!(error.to_string().contains("expected whole numbers or text as answers to `staff-vision-1`"), "{error}");
    let error = fault("SELECT knoster_profile(v, v) FROM (VALUES (1)) AS t(v)");
    assert!(error.to_string().contains("25 or 30 statements, got 2 columns"), "{error}");
    let error = fault(&same("(1)").replace("knoster_profile(", "knoster_profile(DISTINCT "));
    assert!(error.to_string().contains("DISTINCT"), "{error}");
}
