//! What must hold for all answers.

use olievlek::survey::{
    Answer, Distribution, Layout, Matrix, Missing, Scale, Statistic, TeamSummary, Teams, ad_mean, alpha_interval,
    r_wg_j,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// A statistic of one statement.
type Figure = fn(&Distribution) -> Statistic;

/// Elements that are not in a row, one reverse-keyed statement, and one statement in no element.
fn layout() -> Layout {
    Layout::new(7, &[vec![0, 1, 2], vec![6, 3, 4]], &[1, 4]).unwrap()
}

fn rows(most: usize) -> impl Strategy<Value = Vec<u8>> {
    rows_of(7, most)
}

fn rows_of(columns: usize, most: usize) -> impl Strategy<Value = Vec<u8>> {
    let answer = prop_oneof![16 => 1_u8..=5, 1 => Just(0), 1 => Just(6), 1 => Just(7)];
    vec(vec(answer, columns), 0..most).prop_map(|rows| rows.concat())
}

fn summary(rows: &[u8]) -> TeamSummary {
    TeamSummary::of_rows(&layout(), rows).unwrap()
}

fn merged(one: &TeamSummary, other: &TeamSummary) -> TeamSummary {
    let mut sum = one.clone();
    sum.merge(other).unwrap();
    sum
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-12 * (1.0 + one.abs())
}

/// Answers to three statements by several people, without any missing.
fn complete() -> impl Strategy<Value = Vec<u8>> {
    vec(vec(1_u8..=5, 3), 2..40).prop_map(|rows| rows.concat())
}

fn matrix(scale: Scale, answers: &[u8], change: impl Fn(f64) -> f64) -> Matrix {
    let cells: Vec<Option<f64>> = answers.iter().map(|answer| Some(change(f64::from(*answer)))).collect();
    Matrix::new(scale, answers.len() / 3, 3, &cells).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(target_family = "wasm") { 32 } else { 256 }))]

    #[test]
    fn merging_is_associative_and_commutative_with_an_empty_one(a in rows(40), b in rows(40), c in rows(40)) {
        let (a, b, c) = (summary(&a), summary(&b), summary(&c));
        prop_assert_eq!(merged(&a, &b), merged(&b, &a));
        prop_assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
        prop_assert_eq!(merged(&a, &TeamSummary::empty(&layout())), a);
    }

    #[test]
    fn any_split_gives_the_same_summary(all in rows(300), cuts in vec(0_usize..300, 0..6)) {
        let whole = summary(&all);
        let mut ends: Vec<usize> = cuts.iter().map(|cut| (cut * 7).min(all.len())).collect();
        ends.push(all.len());
        ends.sort_unstable();
        let mut pieced = TeamSummary::empty(&layout());
        let mut from = 0;
        for end in ends {
            let mut part = TeamSummary::empty(&layout());
            part.add_rows(&all[from..end]).unwrap();
            pieced.merge(&part).unwrap();
            from = end;
        }
        prop_assert_eq!(&pieced, &whole);
        let mut single = TeamSummary::empty(&layout());
        for row in all.chunks(7) {
            let answers: Vec<Answer> = row.iter().map(|bits| Answer::from_bits(*bits)).collect();
            single.add(&answers).unwrap();
        }
        prop_assert_eq!(&single, &whole);
        prop_assert_eq!(TeamSummary::from_parts(&layout(), &whole.to_parts()).unwrap(), whole);
    }

    #[test]
    fn changed_parts_are_refused(all in rows(60), place in 0_usize..200, by in 1_u64..3) {
        let mut parts = summary(&all).to_parts();
        let place = place % parts.len();
        parts[place] += by;
        prop_assert!(TeamSummary::from_parts(&layout(), &parts).is_err());
    }

    #[test]
    fn a_summary_says_what_a_matrix_of_its_complete_cases_says(all in rows(60)) {
        let team = summary(&all);
        for (element, columns) in [[0, 1, 2], [6, 3, 4]].iter().enumerate() {
            let keyed = |row: &[u8], column: usize| {
                let answer = row[column];
                let is_on_scale = (1..=5).contains(&answer);
                is_on_scale.then(|| f64::from(if [1, 4].contains(&column) { 6 - answer } else { answer }))
            };
            let cells: Vec<Option<f64>> =
                all.chunks(7).flat_map(|row| columns.iter().map(move |column| keyed(row, *column))).collect();
            let Ok(matrix) = Matrix::new(Scale::AGREEMENT, all.len() / 7, 3, &cells) else { continue };
            prop_assert_eq!(team.totals(element).n(), matrix.complete_rows() as u64);
            match (team.alpha(element), matrix.alpha(Missing::Listwise)) {
                (Ok(one), Ok(other)) => prop_assert!(near(one, other), "{one} {other}"),
                (one, other) => prop_assert_eq!(one, other),
            }
            let statements = matrix.complete_distributions();
            match (team.r_wg_j(element, 2.0), r_wg_j(&statements, 2.0)) {
                (Ok(one), Ok(other)) => prop_assert!(near(one, other), "{one} {other}"),
                (one, other) => prop_assert_eq!(one, other),
            }
            prop_assert_eq!(ad_mean(&team.complete_statements(element)).is_ok(), ad_mean(&statements).is_ok());
        }
    }

    #[test]
    fn figures_of_teams_are_those_of_their_summaries(
        narrow in vec(rows(60), 1..5),
        wide in vec(rows_of(22, 120), 1..5),
    ) {
        // Of the wide one, elements in a row, at its end, all over it, and of more statements than a word has bytes.
        let elements = [(0..5).collect(), vec![20, 21, 17, 19], vec![12, 5, 9, 16], vec![18, 7, 6, 8, 10, 11, 13, 14, 15]];
        let cases = [(narrow, layout()), (wide, Layout::new(22, &elements, &[2, 13, 16, 20]).unwrap())];
        for (teams, layout) in &cases {
            let all = teams.concat();
            let ends: Vec<usize> = teams.iter().scan(0, |end, team| {
                *end += team.len() / layout.columns();
                Some(*end)
            }).collect();
            let all = Teams::new(layout, &all, &ends, 2.0).unwrap();
            let figures = all.figures().collect::<Result<Vec<_>, _>>().unwrap();
            prop_assert_eq!(figures.len(), layout.elements() * teams.len());
            for (team, figures) in teams.iter().zip(figures.chunks(layout.elements())) {
                let summary = TeamSummary::of_rows(layout, team).unwrap();
                for (element, figures) in figures.iter().enumerate() {
                    let totals = summary.totals(element);
                    prop_assert_eq!(u64::from(figures.n), totals.n());
                    let statements = summary.complete_statements(element).len() as f64;
                    let pairs = [
                        (figures.alpha, summary.alpha(element)),
                        (figures.r_wg_j, summary.r_wg_j(element, 2.0)),
                        (figures.mean, totals.mean().map(|mean| mean / statements)),
                    ];
                    for (one, other) in pairs {
                        match (one, other) {
                            (Ok(one), Ok(other)) => prop_assert!(near(one, other), "{one} {other}"),
                            (one, other) => prop_assert_eq!(one, other),
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn reliability_does_not_depend_on_where_the_scale_begins_or_points(answers in complete()) {
        let usual = matrix(Scale::AGREEMENT, &answers, |answer| answer);
        let moved = matrix(Scale::new(-2, 2).unwrap(), &answers, |answer| answer - 3.0);
        let turned = matrix(Scale::AGREEMENT, &answers, |answer| 6.0 - answer);
        for missing in [Missing::Listwise, Missing::Pairwise] {
            let alpha = usual.alpha(missing);
            for other in [moved.alpha(missing), turned.alpha(missing)] {
                match (alpha, other) {
                    (Ok(one), Ok(other)) => prop_assert!(near(one, other), "{one} {other}"),
                    (one, other) => prop_assert_eq!(one, other),
                }
            }
        }
    }

    #[test]
    fn statistics_of_one_statement_stay_in_their_ranges(counts in vec(0_u64..50, 2..9)) {
        let scale = Scale::new(1, counts.len() as i32).unwrap();
        let answers = Distribution::new(scale, counts.clone()).unwrap();
        let mut turned = counts;
        turned.reverse();
        let turned = Distribution::new(scale, turned).unwrap();
        let width = (scale.points() - 1) as f64;
        let ranges: [(Figure, f64, f64); 9] = [
            (Distribution::agreement, -1.0, 1.0),
            (Distribution::polarisation, 0.0, 1.0),
            (Distribution::leik, 0.0, 1.0),
            (Distribution::consensus, 0.0, 1.0),
            (Distribution::variance_ratio, 0.0, 1.0),
            (Distribution::ad_mean, 0.0, width / 2.0),
            (Distribution::ad_median, 0.0, width / 2.0),
            (Distribution::a_wg, -1.0, 1.0),
            (Distribution::bimodality, 0.0, 1.0 + 1e-9),
        ];
        for (number, (figure, low, high)) in ranges.into_iter().enumerate() {
            match (figure(&answers), figure(&turned)) {
                (Ok(value), Ok(other)) => {
                    let is_within = value >= low - 1e-12 && value <= high + 1e-12;
                    prop_assert!(number == 8 || is_within, "{number}: {value}");
                    prop_assert!(near(value, other), "{number}: {value} {other}");
                }
                (one, other) => prop_assert_eq!(one, other),
            }
        }
        if let Ok(agreement) = answers.r_wg(scale.uniform_variance()) {
            prop_assert!((0.0..=1.0).contains(&agreement));
        }
    }

    #[test]
    fn an_interval_holds_its_alpha(alpha in -1.0..0.99_f64, n in 3_u64..500, k in 2_usize..30) {
        let (low, high) = alpha_interval(alpha, n, k, 0.95).unwrap();
        prop_assert!(low < alpha && alpha < high && high < 1.0, "{low} {alpha} {high}");
        let (lower, higher) = alpha_interval(alpha, n, k, 0.99).unwrap();
        prop_assert!(lower < low && high < higher);
    }
}

proptest! {
    // A search without an end takes long.
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn omega_does_not_depend_on_where_the_scale_points(answers in complete()) {
        let usual = matrix(Scale::AGREEMENT, &answers, |answer| answer).omega();
        let turned = matrix(Scale::AGREEMENT, &answers, |answer| 6.0 - answer).omega();
        // Without a proper solution it is chance where a search ends.
        if let (Ok(one), Ok(other)) = (usual, turned) && !one.is_improper {
            prop_assert!((one.value - other.value).abs() < 1e-6, "{one:?} {other:?}");
            prop_assert!((0.0..=1.0).contains(&one.value));
        }
    }
}

#[test]
fn a_team_that_is_split_in_two_is_polarised_wholly() {
    let split = Distribution::new(Scale::AGREEMENT, vec![5, 0, 0, 0, 5]).unwrap();
    assert_eq!((split.polarisation(), split.leik(), split.variance_ratio()), (Ok(1.0), Ok(1.0), Ok(1.0)));
    let even = Distribution::new(Scale::AGREEMENT, vec![2; 5]).unwrap();
    assert_eq!(even.polarisation(), Ok(0.5));
    let one = Distribution::new(Scale::AGREEMENT, vec![0, 0, 7, 0, 0]).unwrap();
    assert_eq!((one.polarisation(), one.consensus()), (Ok(0.0), Ok(1.0)));
}

#[test]
fn a_billion_people_do_not_overflow() {
    let mut team = summary(&[5; 7]);
    for _ in 0..30 {
        team = merged(&team, &team);
    }
    assert_eq!(team.rows(), 1 << 30);
    team.merge(&summary(&[1; 7])).unwrap();
    assert_eq!(team.totals(0).n(), (1 << 30) + 1);
    assert!(team.alpha(0).unwrap().is_finite());
    for _ in 0..5 {
        team = merged(&team, &team);
    }
    let too_many = merged(&team, &TeamSummary::empty(&layout())).merge(&team);
    assert_eq!(too_many.map_err(|error| error.code()), Err("out-of-domain"));
}

#[test]
fn an_answer_that_is_none_adds_nothing() {
    let mut team = summary(&[3; 7 * 200]);
    let before = team.clone();
    let mut rows = vec![3; 7 * 200];
    rows[1003] = 8;
    let error = team.add_rows(&rows).unwrap_err();
    assert_eq!((error.code(), error), ("out-of-range", olievlek::survey::SurveyError::OutOfRange(1003)));
    assert_eq!(team.add_rows(&[1; 8]).map_err(|error| error.code()), Err("shape-mismatch"));
    assert_eq!(team, before);
}

#[test]
fn a_wrong_byte_takes_the_figures_of_its_team_alone() {
    let mut rows = vec![3; 7 * 20];
    rows[7 * 10 + 6] = 8;
    let (layout, ends) = (layout(), [5, 10, 15, 20]);
    let teams = Teams::new(&layout, &rows, &ends, 2.0).unwrap();
    let errors: Vec<_> = teams.figures().map(Result::err).collect();
    let wrong = Some(olievlek::survey::SurveyError::OutOfRange(76));
    let expected: Vec<_> =
        [None, None, wrong, None].into_iter().flat_map(|team| vec![team; layout.elements()]).collect();
    assert_eq!(errors, expected);
}
