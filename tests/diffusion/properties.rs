//! What must hold for every curve and every series.

use olievlek::diffusion::{
    AnyCurve, Bass, BassLikelihood, Curve, DiffusionError, Fit, FitOptions, ForecastOptions, Gompertz, Logistic, Model,
    Normal, Series, adopter_counts,
};
use proptest::prelude::*;

fn any_curve() -> impl Strategy<Value = AnyCurve> {
    let bass = (-18.0..1.0f64, -8.0..1.5f64).prop_map(|(p, q)| AnyCurve::Bass(Bass::new(p.exp(), q.exp()).unwrap()));
    let place = || (-30.0..60.0f64, -4.0..2.0f64);
    prop_oneof![
        bass,
        place().prop_map(|(a, b)| AnyCurve::Logistic(Logistic::new(a, b.exp()).unwrap())),
        place().prop_map(|(a, b)| AnyCurve::Gompertz(Gompertz::new(a, b.exp()).unwrap())),
        place().prop_map(|(a, b)| AnyCurve::Normal(Normal::new(a, b.exp()).unwrap())),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn shares_are_shares_and_never_fall(curve in any_curve(), from in -50.0..120.0f64, step in 0.0..40.0f64) {
        let (early, late) = (curve.cumulative(from), curve.cumulative(from + step));
        prop_assert!((0.0..=1.0).contains(&early) && (0.0..=1.0).contains(&late));
        prop_assert!(late >= early * (1.0 - 1e-14), "{early} {late}");
        prop_assert!(curve.rate(from) >= 0.0);
        prop_assert!((curve.cumulative(from) + curve.remaining(from) - 1.0).abs() < 1e-14);
        let increment = curve.increment(from, from + step);
        prop_assert!((increment - (late - early)).abs() < 1e-13, "{increment} {}", late - early);
    }

    #[test]
    fn a_quantile_turns_a_share_into_its_time(curve in any_curve(), share in 1e-9..0.999_999_999f64) {
        let time = curve.quantile(share).unwrap();
        prop_assert!((curve.cumulative(time) - share).abs() < 1e-11 * (1.0 + time.abs() * curve.rate(time)), "{time}");
    }

    #[test]
    fn the_rate_is_the_slope_and_highest_at_the_peak(curve in any_curve(), at in 0.01..0.99f64) {
        let time = curve.quantile(at).unwrap();
        let width = 1e-4 / curve.rate(time).max(1e-3) * at.min(1.0 - at);
        let slope = curve.increment(time - width, time + width) / (2.0 * width);
        if time - width > 0.0 || !matches!(curve, AnyCurve::Bass(_)) {
            prop_assert!((slope / curve.rate(time) - 1.0).abs() < 1e-4, "{slope} {}", curve.rate(time));
        }
        prop_assert!(curve.rate(curve.peak()) >= curve.rate(time) * (1.0 - 1e-12));
    }

    #[test]
    fn head_counts_add_up(people in 0u32..3_000_000) {
        let counts = adopter_counts(people);
        prop_assert_eq!(counts.iter().sum::<u32>(), people);
    }

    #[test]
    fn an_exact_series_gives_its_curve_back(
        (a, b) in prop_oneof![(0.001..0.06f64, 0.15..0.9f64), (0.1..0.4f64, 0.02..0.3f64)],
        market in 1.0..1e6f64,
        missing in proptest::option::of(2usize..10),
    ) {
        let bass = Bass::new(a, b).unwrap();
        let periods = (bass.quantile(0.9).unwrap() as usize).clamp(8, 60);
        let mut values: Vec<Option<f64>> =
            (0..periods).map(|t| Some(market * bass.increment(t as f64, t as f64 + 1.0))).collect();
        if let Some(place) = missing.filter(|place| place + 1 < periods) {
            values[place] = None;
        }
        let fit = Bass::fit(&Series::adoptions(&values).unwrap(), &FitOptions::default()).unwrap();
        let (p, q) = fit.curve().parameters();
        prop_assert!((p / a - 1.0).abs() < 1e-6 && (q / b - 1.0).abs() < 1e-5, "{p} {q}");
        prop_assert!((fit.market() / market - 1.0).abs() < 1e-6, "{}", fit.market());
    }
}

/// Numbers from 0 to 1 without a library: splitmix64.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.roll()
    }

    /// About normal, which is enough for noise.
    fn noise(&mut self) -> f64 {
        (0..12).map(|_| self.roll()).sum::<f64>() - 6.0
    }
}

/// A noisy series that is hard in one of several ways: cut before its peak, without imitation, with a tiny *p*, with gaps.
fn hard(dice: &mut Dice) -> Vec<Option<f64>> {
    let (p, q) = match (dice.roll() * 4.0) as usize {
        0 => (dice.between(0.001, 0.05), dice.between(0.2, 0.9)),
        1 => (dice.between(0.05, 0.5), dice.between(0.0, 0.1)),
        2 => ((-dice.between(6.0, 14.0)).exp(), dice.between(0.3, 1.5)),
        _ => (dice.between(0.01, 0.1), dice.between(0.05, 2.5)),
    };
    let bass = Bass::new(p, q).unwrap();
    let until = bass.quantile(dice.between(0.2, 0.995)).unwrap();
    let periods = (until as usize).clamp(4, 40);
    let noise = if dice.roll() < 0.5 { 0.03 } else { 0.25 };
    let market = (dice.between(2.0, 12.0)).exp();
    let mut values: Vec<Option<f64>> = (0..periods)
        .map(|t| market * bass.increment(t as f64, t as f64 + 1.0) * (1.0 + noise * dice.noise()))
        .map(|value| Some(value.max(0.0)))
        .collect();
    if periods > 6 && dice.roll() < 0.3 {
        values[periods / 2] = None;
    }
    values
}

/// The sum of squares of a curve of Bass with the market that fits best, by the curve itself and nothing of the fit.
fn sum_of_squares(values: &[Option<f64>], s: f64, peak: f64) -> f64 {
    let (p, q) = (s / (1.0 + (s * peak).exp()), s / (1.0 + (-s * peak).exp()));
    let Ok(bass) = Bass::new(p, q) else { return f64::INFINITY };
    let seen: Vec<(f64, f64)> = values
        .iter()
        .enumerate()
        .filter_map(|(t, value)| Some((bass.increment(t as f64, t as f64 + 1.0), (*value)?)))
        .collect();
    let (gg, gy) = seen.iter().fold((0.0, 0.0), |(gg, gy), (g, y)| (gg + g * g, gy + g * y));
    let market = gy / gg;
    let rss: f64 = seen.iter().map(|(g, y)| (y - market * g).powi(2)).sum();
    if rss.is_finite() { rss } else { f64::INFINITY }
}

/// The least sum of squares that a fine grid and a plain search from its best cells find.
fn by_force(values: &[Option<f64>]) -> f64 {
    let n = values.len() as f64;
    let mut cells = Vec::new();
    for row in 0..46 {
        let s = 0.02 / n * 10f64.powf(f64::from(row) * 0.1);
        for column in -14..64 {
            let peak = n * f64::from(column) / 34.0;
            cells.push((sum_of_squares(values, s, peak), s.ln(), peak));
        }
    }
    cells.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut least = f64::INFINITY;
    for &(mut rss, mut ln_s, mut peak) in cells.iter().take(12) {
        let (mut by_s, mut by_t) = (0.1, n / 34.0);
        while by_s > 1e-9 {
            let around = [
                (by_s, 0.0),
                (-by_s, 0.0),
                (0.0, by_t),
                (0.0, -by_t),
                (by_s, by_t),
                (-by_s, -by_t),
                (by_s, -by_t),
                (-by_s, by_t),
            ];
            let next = around
                .map(|(s, t)| (sum_of_squares(values, (ln_s + s).exp(), peak + t), ln_s + s, peak + t))
                .into_iter()
                .min_by(|a, b| a.0.total_cmp(&b.0))
                .unwrap();
            if next.0 < rss {
                (rss, ln_s, peak) = next;
            } else {
                (by_s, by_t) = (by_s / 2.0, by_t / 2.0);
            }
        }
        least = least.min(rss);
    }
    least
}

/// The sum of squares of exponential growth, at which the curves of a market without bound end.
fn of_growth(values: &[Option<f64>]) -> f64 {
    let rss = |k: f64| {
        let seen: Vec<(f64, f64)> =
            values.iter().enumerate().filter_map(|(t, value)| Some(((k * t as f64).exp(), (*value)?))).collect();
        let (gg, gy) = seen.iter().fold((0.0, 0.0), |(gg, gy), (g, y)| (gg + g * g, gy + g * y));
        seen.iter().map(|(g, y)| (y - gy / gg * g).powi(2)).sum::<f64>()
    };
    let coarse = |step: i32| rss(f64::from(step) * 1e-3);
    let best = (0..3_000).min_by(|a, b| coarse(*a).total_cmp(&coarse(*b))).unwrap();
    let (mut low, mut high) = (f64::from((best - 1).max(0)) * 1e-3, f64::from(best + 1) * 1e-3);
    for _ in 0..60 {
        let third = (high - low) / 3.0;
        if rss(low + third) < rss(high - third) { high -= third } else { low += third }
    }
    rss(low)
}

#[test]
fn no_search_finds_a_better_curve() {
    let mut dice = Dice(20_261_127);
    let (mut fitted, mut none, mut boundary) = (0, 0, 0);
    let series = if cfg!(debug_assertions) { 40 } else { 250 };
    for number in 0..series {
        let values = hard(&mut dice);
        let least = by_force(&values);
        match Bass::fit(&Series::adoptions(&values).unwrap(), &FitOptions::default()) {
            Ok(fit) => {
                fitted += 1;
                boundary += usize::from(fit.curve().parameters().1 == 0.0);
                assert!(
                    fit.rss() <= least * (1.0 + 1e-6),
                    "series {number}: {} is over {least}: {values:?}",
                    fit.rss()
                );
            }
            Err(DiffusionError::NoFiniteOptimum) => {
                none += 1;
                let total: f64 = values.iter().flatten().map(|value| value * value).sum();
                let limit = of_growth(&values);
                let best_pair = values
                    .windows(2)
                    .map(|pair| pair.iter().flatten().map(|value| value * value).sum::<f64>())
                    .fold(0.0, f64::max);
                let end = limit.min(total - best_pair);
                assert!(end <= least * (1.0 + 1e-6), "series {number}: {least} is under {end}: {values:?}");
            }
            Err(error) => panic!("series {number}: {error}: {values:?}"),
        }
    }
    // All three outcomes are among them.
    assert!(fitted > series / 2 && none > 0 && boundary > 0, "{fitted} {none} {boundary}");
}

#[test]
fn bad_series_are_named() {
    let fit = |values: &[Option<f64>]| {
        Series::adoptions(values).and_then(|series| Bass::fit(&series, &FitOptions::default())).map(|fit| fit.market())
    };
    let code = |values: &[Option<f64>]| fit(values).map_err(|error| error.code());
    assert_eq!(code(&[]), Err("empty"));
    assert_eq!(code(&[None; 9]), Err("too-few-points"));
    assert_eq!(code(&[Some(1.0), Some(f64::NAN), Some(1.0), Some(2.0)]), Err("non-finite"));
    assert_eq!(code(&[Some(3.0); 8]), Err("no-finite-optimum"));
    for growth in [1.3f64, 1.7, 2.0, 2.5, 4.0] {
        for periods in [4, 5, 9, 14] {
            let values: Vec<Option<f64>> = (0..periods).map(|t| Some(3.0 * growth.powi(t))).collect();
            assert_eq!(code(&values), Err("no-finite-optimum"), "{growth} {periods}");
            // Turned around it is decay, without imitation.
            let values: Vec<Option<f64>> = values.into_iter().rev().collect();
            let fit = Bass::fit(&Series::adoptions(&values).unwrap(), &FitOptions::default()).unwrap();
            let (p, q) = fit.curve().parameters();
            assert!(q < 1e-6 && (p / growth.ln() - 1.0).abs() < 1e-6, "{growth} {periods}: {p} {q}");
        }
    }
    // All at one moment, or at one boundary of two periods.
    assert_eq!(code(&[0.0, 0.0, 9.0, 0.0, 0.0, 0.0].map(Some)), Err("no-finite-optimum"));
    assert_eq!(code(&[0.0, 0.0, 9.0, 4.0, 0.0, 0.0].map(Some)), Err("no-finite-optimum"));
    let level = |values: &[f64]| {
        let times: Vec<f64> = (1..=values.len()).map(|time| time as f64).collect();
        let values: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
        Fit::of(Model::Logistic, &Series::levels(&times, &values).unwrap(), &FitOptions::default())
            .map(|fit| fit.market())
            .map_err(|error| error.code())
    };
    assert_eq!(level(&[4.0; 6]), Err("no-variation"));
    let unsorted = Series::levels(&[1.0, 3.0, 3.0], &[Some(1.0); 3]).unwrap_err();
    assert_eq!(unsorted, DiffusionError::TimeNotSorted(2));
}

#[test]
fn a_forecast_of_people_is_of_whole_people_who_are_there() {
    let counts = [2.0, 3.0, 6.0, 9.0, 11.0].map(Some);
    let options = FitOptions { market: Some(60.0), ..FitOptions::default() };
    let fit = Bass::fit(&Series::adoptions(&counts).unwrap(), &options).unwrap();
    let ahead = ForecastOptions { periods: 12, replicates: 400, ..ForecastOptions::default() };
    let forecast = fit.forecast(&ahead);
    assert!(forecast.whole_people);
    assert_eq!(forecast.times, (6..18).map(f64::from).collect::<Vec<f64>>());
    assert!(forecast.total.windows(2).all(|pair| pair[0] <= pair[1]) && forecast.total[11] <= 60.0);
    for band in &forecast.bands {
        for (total, expected) in band.total.iter().zip(&forecast.total) {
            assert!(total.low.fract() == 0.0 && total.high.fract() == 0.0);
            assert!((31.0..=60.0).contains(&total.low) && total.low <= *expected + 1.0 && total.high <= 60.0);
        }
    }
    let [eighty, ninety_five] = &forecast.bands[..] else { panic!("{} bands", forecast.bands.len()) };
    for (inner, outer) in eighty.total.iter().zip(&ninety_five.total) {
        assert!(outer.low <= inner.low && inner.high <= outer.high);
    }
    // The seed fixes it.
    assert_eq!(forecast, fit.forecast(&ahead));
    assert_ne!(forecast, fit.forecast(&ForecastOptions { seed: 2, ..ahead }));
}

#[test]
fn the_truth_is_in_a_forecast_of_the_truth() {
    let bass = Bass::new(0.02, 0.45).unwrap();
    let exact: Vec<Option<f64>> =
        (0..10).map(|t| Some(350.0 * bass.increment(f64::from(t), f64::from(t) + 1.0))).collect();
    let fit = Bass::fit(&Series::adoptions(&exact).unwrap(), &FitOptions::default()).unwrap();
    let forecast = fit.forecast(&ForecastOptions::default());
    for (place, total) in forecast.total.iter().enumerate() {
        let truth = 350.0 * bass.cumulative(11.0 + place as f64);
        assert!((total / truth - 1.0).abs() < 1e-6, "{total} {truth}");
        let interval = forecast.bands[1].total[place];
        assert!(interval.high - interval.low < 1e-3 * truth, "without noise there is little left open");
    }
}

/// Optima found apart from the crate: Nelder and Mead of scipy 1.16 from nine starts.
#[test]
fn the_likelihood_is_at_its_top() {
    let counts = [2.0, 3.0, 6.0, 9.0, 11.0, 12.0, 8.0, 5.0, 2.0, 1.0].map(Some);
    let series = Series::adoptions(&counts).unwrap();
    let known = FitOptions { market: Some(60.0), ..FitOptions::default() };
    for (options, p, q, market, value) in [
        (known, 0.017_750_134_1, 0.768_368_765_8, 60.0, -15.191_327_676_77),
        (FitOptions::default(), 0.017_775_016_7, 0.767_832_537_4, 60.010_568_28, -14.199_669_087_9),
    ] {
        let fit = BassLikelihood::of(&series, &options).unwrap();
        assert!((fit.curve().p() / p - 1.0).abs() < 1e-6 && (fit.curve().q() / q - 1.0).abs() < 1e-6, "{fit:?}");
        assert!((fit.market() / market - 1.0).abs() < 1e-7 && (fit.log_likelihood() - value).abs() < 1e-8, "{fit:?}");
    }
    let code = |values: &[f64]| {
        let values: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
        BassLikelihood::of(&Series::adoptions(&values).unwrap(), &FitOptions::default())
            .map(|_| ())
            .map_err(|e| e.code())
    };
    assert_eq!(code(&[1.0, 2.0, 4.0, 8.0, 17.0]), Err("no-finite-optimum"));
    assert_eq!(code(&[1.0, 2.0]), Err("too-few-points"));
    let small = FitOptions { market: Some(20.0), ..FitOptions::default() };
    assert_eq!(BassLikelihood::of(&series, &small).unwrap_err().code(), "out-of-domain");
}

/// The standard errors of the likelihood are those of many series drawn from one curve.
#[test]
fn the_errors_of_the_likelihood_are_those_of_repetition() {
    let (bass, market) = (Bass::new(0.02, 0.5).unwrap(), 4000.0);
    let expected: Vec<f64> = (0..14).map(|t| market * bass.increment(f64::from(t), f64::from(t) + 1.0)).collect();
    let of = |values: Vec<f64>| {
        let values: Vec<Option<f64>> = values.into_iter().map(Some).collect();
        BassLikelihood::of(&Series::adoptions(&values).unwrap(), &FitOptions::default()).unwrap()
    };
    let errors = of(expected.clone()).standard_errors().unwrap();
    let mut dice = Dice(5);
    let runs = 300;
    let drawn: Vec<[f64; 3]> = (0..runs)
        .map(|_| {
            // Counts of so many people are Poisson, and near normal.
            let fit = of(expected.iter().map(|mean| (mean + mean.sqrt() * dice.noise()).round().max(0.0)).collect());
            [fit.curve().p(), fit.curve().q(), fit.market()]
        })
        .collect();
    for (place, error) in errors.into_iter().enumerate() {
        let mean = drawn.iter().map(|fit| fit[place]).sum::<f64>() / f64::from(runs);
        let sd = (drawn.iter().map(|fit| (fit[place] - mean).powi(2)).sum::<f64>() / f64::from(runs - 1)).sqrt();
        assert!((sd / error - 1.0).abs() < 0.15, "{place}: {sd} from run to run, {error} by the information");
    }
}
