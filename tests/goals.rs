//! The goal reader against labelled sentences, and against any text at all.
//!
//! `tests/fixtures/goals/*.jsonl` are goal sentences labelled by the guide that the reader follows. The floors are a little
//! below what was reached, so that a rule that breaks is noticed; `cargo xtask goals` lists every miss.

#![cfg(all(feature = "lang-nl", feature = "lang-en"))]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use std::time::{Duration, Instant};

use olievlek::calendar::{Date, iso};
use olievlek::content::Language;
use olievlek::smarti::Criterion;
use olievlek::smarti::reading::{Evidence, GoalReading, Lexicon, read_goal};
use proptest::prelude::*;
use serde_json::Value;

const TODAY: Date = Date::constant(2024, 10, 1);

fn lexicon(language: Language) -> Lexicon {
    Lexicon::of(language).unwrap()
}

/// The mean over the letters of the F1 of `present` against the rest, and how many dates were right.
fn scores(language: Language, lines: &str) -> (f64, usize, usize) {
    let lexicon = lexicon(language);
    let cases: Vec<(Value, GoalReading)> = lines
        .lines()
        .map(|line| {
            let case: Value = serde_json::from_str(line).unwrap();
            let reading = read_goal(case["text"].as_str().unwrap(), &lexicon, TODAY);
            (case, reading)
        })
        .collect();
    let f1 = |criterion: Criterion| {
        let (mut hits, mut marked) = (0, 0);
        for (case, reading) in &cases {
            let labelled = case["labels"][criterion.letter().to_string()] == "present";
            let read = reading.of(criterion).evidence == Evidence::Present;
            hits += usize::from(labelled && read);
            marked += usize::from(labelled) + usize::from(read);
        }
        2.0 * hits as f64 / marked as f64
    };
    let mean = Criterion::ALL.map(f1).iter().sum::<f64>() / 6.0;
    let dated: Vec<&(Value, GoalReading)> = cases.iter().filter(|(case, _)| case["deadline_iso"].is_string()).collect();
    let due = |reading: &GoalReading| reading.deadline.as_ref().and_then(|deadline| deadline.due).map(iso);
    let right = dated.iter().filter(|(case, reading)| due(reading).as_deref() == case["deadline_iso"].as_str()).count();
    (mean, right, dated.len())
}

#[track_caller]
fn hold(language: Language, lines: &str, floor: f64) {
    hold_but(0, language, lines, floor);
}

/// As [`hold`], with so many dates that are read wrongly.
#[track_caller]
fn hold_but(wrong: usize, language: Language, lines: &str, floor: f64) {
    let (mean, right, dated) = scores(language, lines);
    assert!(mean >= floor, "mean F1 {mean:.3}, below {floor}");
    assert_eq!(right + wrong, dated, "dates");
}

#[test]
fn labelled_sentences_are_read_as_people_read_them() {
    hold(Language::NlBe, include_str!("fixtures/goals/own-nl.jsonl"), 0.97);
    hold(Language::En, include_str!("fixtures/goals/own-en.jsonl"), 0.97);
    hold(Language::NlBe, include_str!("fixtures/goals/train-nl.jsonl"), 0.96);
    hold(Language::En, include_str!("fixtures/goals/train-en.jsonl"), 0.95);
    hold(Language::NlBe, include_str!("fixtures/goals/blind-nl.jsonl"), 0.90);
    hold(Language::En, include_str!("fixtures/goals/blind-en.jsonl"), 0.92);
    // These were labelled apart from the reader.
    hold(Language::NlBe, include_str!("fixtures/goals/apart-nl.jsonl"), 0.95);
    hold(Language::En, include_str!("fixtures/goals/apart-en.jsonl"), 0.92);
    // Labelled by the guide before the reader saw them; a first reading reached .85 in Dutch and .81 in English.
    hold(Language::NlBe, include_str!("fixtures/goals/round2-nl.jsonl"), 0.95);
    hold(Language::En, include_str!("fixtures/goals/round2-en.jsonl"), 0.90);
    // The same: .90 and .87 at a first reading of the third round, .91 and .94 at that of the fourth, .90 and .85 at that of
    // the fifth. Of the sixth, two hundred Dutch and eighty English sentences, .87 and .84, dates 64 of 64 and 19 of 25.
    hold(Language::NlBe, include_str!("fixtures/goals/round3-nl.jsonl"), 0.93);
    hold(Language::En, include_str!("fixtures/goals/round3-en.jsonl"), 0.93);
    hold(Language::NlBe, include_str!("fixtures/goals/round4-nl.jsonl"), 0.91);
    hold(Language::En, include_str!("fixtures/goals/round4-en.jsonl"), 0.93);
    hold(Language::NlBe, include_str!("fixtures/goals/round5-nl.jsonl"), 0.91);
    hold(Language::En, include_str!("fixtures/goals/round5-en.jsonl"), 0.87);
    hold(Language::NlBe, include_str!("fixtures/goals/round6-nl.jsonl"), 0.92);
    hold_but(2, Language::En, include_str!("fixtures/goals/round6-en.jsonl"), 0.92);
}

/// Words of goals, signs and characters of all sorts, in any order.
fn anything() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        4 => proptest::sample::select(vec![
            "om", "te", "zodat", "samen met", "elke", "leerlingen", "krijgen", "van 58 %", "naar 75 %", "als", ",", ":", ".", "op",
            "stelt", "één", "in overleg met", "geen", "tegen juni", "die", "we", "voor", "\n", "door", "het", "en", "zelf", "al",
            "to", "so that", "the", "team", "1.000.000", "€", "3de", "i.s.m.", "bestaande", "proberen", "uit", "x", "2024-2030",
        ]).prop_map(String::from),
        1 => "\\PC{1,3}",
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_and_every_span_is_one_of_it(text in anything()) {
        for language in [Language::NlBe, Language::En] {
            let reading = read_goal(&text, &lexicon(language), TODAY);
            for criterion in &reading.criteria {
                for cue in &criterion.cues {
                    prop_assert!(text.get(cue.span.clone()).is_some_and(|words| !words.is_empty()), "{:?}", cue);
                }
                prop_assert_eq!(criterion.hint.is_none(), criterion.evidence == Evidence::Present, "{:?}", criterion);
                let carried = criterion.evidence == Evidence::Absent || !criterion.cues.is_empty();
                prop_assert!(carried, "no words carry {:?}", criterion);
            }
            let spans = reading.quantities.iter().map(|quantity| quantity.span.clone());
            let spans = spans.chain([reading.actor, reading.action, reading.receiver].into_iter().flatten());
            for span in spans.chain(reading.deadline.map(|deadline| deadline.span)) {
                prop_assert!(text.get(span.clone()).is_some(), "{:?}", span);
            }
        }
    }

    #[test]
    fn a_goal_reads_the_same_whatever_blanks_stand_around_it(text in "[a-z ,.]{0,60}") {
        let lexicon = lexicon(Language::NlBe);
        let plain = read_goal(&text, &lexicon, TODAY);
        let padded = read_goal(&format!("  \u{a0}{text}\n\n "), &lexicon, TODAY);
        prop_assert_eq!(plain.criteria.map(|of| of.evidence), padded.criteria.map(|of| of.evidence));
    }
}

/// The least of several tries, since a machine is disturbed and never sped up.
fn fastest(text: &str, lexicon: &Lexicon) -> Duration {
    let once = || {
        let start = Instant::now();
        std::hint::black_box(read_goal(text, lexicon, TODAY));
        start.elapsed()
    };
    (0..5).map(|_| once()).min().unwrap()
}

#[test]
fn a_text_of_four_times_the_length_takes_about_four_times_the_time() {
    let lexicon = lexicon(Language::NlBe);
    let goal = "Tegen juni stelt het team om de leerlingen te helpen samen met elke klas die al oefent een plan op ";
    for text in [goal, "van 58 % naar 75 % ", "die al ", "stelt ", "en ouders ", "om ", "1 "] {
        let long = |bytes: usize| text.repeat(bytes / text.len());
        let ratio = || {
            let (short, whole) = (fastest(&long(15_000), &lexicon), fastest(&long(60_000), &lexicon));
            whole.as_secs_f64() / short.as_secs_f64()
        };
        // Quadratic time would make it 16, each time; what else a machine does may disturb one measurement.
        let ratios: Vec<f64> = (0..4).map(|_| ratio()).take_while(|ratio| *ratio >= 10.0).collect();
        assert!(ratios.len() < 4, "`{text}`: {ratios:.2?} times as long");
    }
}
