//! Simulations: the reference cases, what must hold for each, and that a seed fixes everything.

#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "diffusion/cases.rs"]
mod cases;

use cases::{Case, Got};
use olievlek::diffusion::simulation::{Attention, Ensemble, Network, Simulation, Sites, Spread, WhatIf, bass_complete};
use olievlek::diffusion::{DiffusionError, Rogers};
use proptest::prelude::*;
use serde_json::{Value, json};

#[test]
fn every_case_holds() {
    let mut failed = Vec::new();
    let mut count = 0;
    for case in cases::all().iter().filter(|case| case.kind.starts_with("sim.")) {
        count += 1;
        let outcome = match case.kind.as_str() {
            "sim.bass_complete" => complete(case),
            "sim.threshold" => case.check(&got(threshold(&case.input))),
            "sim.sites_ode" => case.check(&got(sites(&case.input))),
            kind => Err(format!("no test for the kind `{kind}`")),
        };
        if let Err(problem) = outcome {
            failed.push(format!("{}: {problem}", case.id));
        }
    }
    assert!(count >= 3, "only {count} cases were run");
    assert!(failed.is_empty(), "{} of {count} cases fail:\n{}", failed.len(), failed.join("\n"));
}

fn got(outcome: Result<Value, DiffusionError>) -> Got {
    match outcome {
        Ok(value) => Got::Value { value, flags: vec![] },
        Err(error) => Got::Error(format!("{error:?}").split(['(', ' ']).next().unwrap().to_owned()),
    }
}

/// The exact distribution to its last digits, and the simulation by the rule of the case.
fn complete(case: &Case) -> Result<(), String> {
    let of = |name: &str| cases::number(&case.input[name]);
    let (people, steps, begin) = (of("n") as u32, of("steps") as usize, of("start_adopters") as u32);
    let exact = bass_complete(people, of("p"), of("q"), begin, steps).map_err(|error| error.to_string())?;
    let seeds: Vec<u32> = (0..begin).collect();
    let simulation = Simulation::new(Network::complete(people), Spread::Bass { p: of("p"), q: of("q") })
        .and_then(|simulation| simulation.with_seeds(&seeds))
        .map_err(|error| error.to_string())?;
    let runs = 4000;
    let ensemble = Ensemble::of(&simulation, 20_261_127, 0..runs, steps);
    let (mean, sd) = (ensemble.mean(), ensemble.sd());
    let (means, sds, all) = (case.listed("mean"), case.listed("sd"), case.listed("p_all"));
    for step in 0..steps {
        let near = |got: f64, wanted: f64| (got - wanted).abs() <= 1e-9 * wanted.abs() + 1e-12;
        if !(near(exact.mean[step], means[step]) && near(exact.sd[step], sds[step]) && near(exact.all[step], all[step]))
        {
            return Err(format!(
                "step {step}: exactly {} ± {}, expected {} ± {}",
                exact.mean[step], exact.sd[step], means[step], sds[step]
            ));
        }
        let error = 4.5 * sds[step] / (runs as f64).sqrt();
        if (mean[step + 1] - means[step]).abs() > error + 1e-12 {
            return Err(format!("step {step}: a mean of {}, expected {} ± {error}", mean[step + 1], means[step]));
        }
        if sds[step] > 0.5 && (sd[step + 1] / sds[step] - 1.0).abs() > 0.1 {
            return Err(format!("step {step}: a deviation of {}, expected {}", sd[step + 1], sds[step]));
        }
    }
    Ok(())
}

fn threshold(input: &Value) -> Result<Value, DiffusionError> {
    let people = input["n"].as_u64().unwrap() as u32;
    let pair = |edge: &Value| (edge[0].as_u64().unwrap() as u32, edge[1].as_u64().unwrap() as u32);
    let edges: Vec<(u32, u32)> = input["edges"].as_array().unwrap().iter().map(pair).collect();
    let seeds: Vec<u32> = input["seeds"].as_array().unwrap().iter().map(|seed| seed.as_u64().unwrap() as u32).collect();
    let thresholds = cases::numbers(&input["thresholds"]);
    let simulation =
        Simulation::new(Network::from_edges(people, &edges)?, Spread::Threshold(thresholds))?.with_seeds(&seeds)?;
    let most = people as usize + 1;
    let run = simulation.run(1, 0, most);
    let steps = run.last_change();
    Ok(json!({
        "final": simulation.adopted(1, 0, most),
        "adopters_per_step": run.adopters()[..=steps],
        "steps": steps,
    }))
}

fn sites(input: &Value) -> Result<Value, DiffusionError> {
    let q: Vec<Vec<f64>> = input["q"].as_array().unwrap().iter().map(cases::numbers).collect();
    let sites = Sites::new(&cases::numbers(&input["sizes"]), &cases::numbers(&input["p"]), &q)?;
    Ok(json!({ "N": sites.levels(&cases::numbers(&input["t"]))? }))
}

/// Steps of thresholds by looking at everyone each time: slow, and plainly right.
fn thresholds_by_hand(people: u32, edges: &[(u32, u32)], thresholds: &[f64], seeds: &[u32], steps: usize) -> Vec<u32> {
    let mut neighbours = vec![std::collections::BTreeSet::new(); people as usize];
    for (a, b) in edges.iter().filter(|(a, b)| a != b) {
        neighbours[*a as usize].insert(*b);
        neighbours[*b as usize].insert(*a);
    }
    let mut adopted = vec![false; people as usize];
    seeds.iter().for_each(|seed| adopted[*seed as usize] = true);
    let count = |adopted: &[bool]| adopted.iter().filter(|adopted| **adopted).count() as u32;
    let mut counts = vec![count(&adopted)];
    for _ in 0..steps {
        let before = adopted.clone();
        for person in 0..people as usize {
            let near = &neighbours[person];
            let share = near.iter().filter(|other| before[**other as usize]).count() as f64 / near.len() as f64;
            adopted[person] |= !near.is_empty() && share >= thresholds[person];
        }
        counts.push(count(&adopted));
    }
    counts
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn thresholds_are_those_of_the_plain_way(
        people in 2u32..30,
        edges in proptest::collection::vec((0u32..30, 0u32..30), 0..80),
        thresholds in proptest::collection::vec(prop_oneof![Just(0.0), Just(0.5), Just(1.0), 0.0..1.0f64], 30),
        seed in 0u32..30,
    ) {
        let edges: Vec<(u32, u32)> = edges.into_iter().map(|(a, b)| (a % people, b % people)).collect();
        let (thresholds, seeds) = (&thresholds[..people as usize], [seed % people]);
        let network = Network::from_edges(people, &edges).unwrap();
        let simulation = Simulation::new(network, Spread::Threshold(thresholds.to_vec())).unwrap().with_seeds(&seeds).unwrap();
        let expected = thresholds_by_hand(people, &edges, thresholds, &seeds, 40);
        let run = simulation.run(0, 0, 40);
        prop_assert_eq!(run.adopters(), &expected[..]);
        // A network in which everyone sees everyone is the same whether it is stored or not.
        let all: Vec<(u32, u32)> = (0..people).flat_map(|a| (0..a).map(move |b| (a, b))).collect();
        let stored = Network::from_edges(people, &all).unwrap();
        for spread in [
            Spread::Threshold(thresholds.to_vec()),
            Spread::Bass { p: 0.05, q: 0.5 },
            Spread::Cascade { chance: 0.2 },
        ] {
            let run = |network: Network| {
                let simulation = Simulation::new(network, spread.clone()).unwrap().with_seeds(&seeds).unwrap();
                simulation.run(9, 4, 25)
            };
            let (implicit, explicit) = (run(Network::complete(people)), run(stored.clone()));
            prop_assert_eq!(implicit, explicit);
        }
    }

    #[test]
    fn adoption_never_falls_and_rests_when_closed(seed: u64, run: u64, closed in proptest::collection::vec(any::<bool>(), 30)) {
        let network = Network::watts_strogatz(200, 6, 0.1, seed).unwrap();
        let simulation = Simulation::new(network, Spread::Bass { p: 0.03, q: 0.3 }).unwrap().with_closed_steps(&closed);
        let counts = simulation.run(seed, run, 30);
        for (step, pair) in counts.adopters().windows(2).enumerate() {
            prop_assert!(pair[0] <= pair[1] && pair[1] <= 200);
            prop_assert!(!closed[step] || pair[0] == pair[1]);
        }
    }

    #[test]
    fn an_ensemble_is_the_same_in_any_pieces(seed: u64, cut in 0u64..40) {
        let network = Network::barabasi_albert(80, 3, seed).unwrap();
        let simulation = Simulation::new(network, Spread::Cascade { chance: 0.15 }).unwrap().with_seeds(&[0, 5]).unwrap();
        let whole = Ensemble::of(&simulation, seed, 0..40, 12);
        let parts = Ensemble::of(&simulation, seed, 0..cut, 12).merge(&Ensemble::of(&simulation, seed, cut..40, 12));
        prop_assert_eq!(&whole, &parts);
        prop_assert_eq!(whole.runs(), 40);
        let (low, mean, high) = (whole.quantile(0.0), whole.mean(), whole.quantile(1.0));
        for step in 0..=12 {
            prop_assert!(f64::from(low[step]) <= mean[step] && mean[step] <= f64::from(high[step]));
        }
    }
}

/// Counts of a few runs, so that another machine, compiler or number of threads cannot differ unseen.
#[test]
fn a_seed_fixes_every_number() {
    let network =
        Network::blocks(&[30, 20, 10], &[vec![0.4, 0.05, 0.02], vec![0.05, 0.5, 0.05], vec![0.02, 0.05, 0.6]], 3);
    let simulation =
        Simulation::new(network.unwrap(), Spread::Bass { p: 0.02, q: 0.5 }).unwrap().with_seeds(&[1, 2, 3]).unwrap();
    let last = |run| *simulation.run(42, run, 12).adopters().last().unwrap();
    assert_eq!([0, 1, 2, 3].map(last), PINNED, "the network has {} ties", simulation.network().ties());
}

const PINNED: [u32; 4] = [53, 56, 58, 60];

#[test]
fn networks_have_their_shape() {
    let small = Network::watts_strogatz(2000, 8, 0.1, 5).unwrap();
    // A tie that leads to where there was one already is lost, which is rare.
    assert!((7_950..=8_000).contains(&small.ties()), "{}", small.ties());
    let ring = Network::watts_strogatz(50, 4, 0.0, 5).unwrap();
    assert_eq!(ring.neighbours(0), [1, 2, 48, 49]);
    let grown = Network::barabasi_albert(5000, 4, 5).unwrap();
    let most = (0..5000).map(|person| grown.degree(person)).max().unwrap();
    // Degrees of a power law: with even chances the most would be under 30.
    assert!(most > 100, "{most}");
    assert!((19_000..20_000).contains(&grown.ties()), "{}", grown.ties());
    let blocks = Network::blocks(&[400, 600], &[vec![0.02, 0.005], vec![0.005, 0.01]], 5).unwrap();
    let expected = 0.02 * 400.0 * 399.0 / 2.0 + 0.01 * 600.0 * 599.0 / 2.0 + 0.005 * 400.0 * 600.0;
    assert!((blocks.ties() as f64 / expected - 1.0).abs() < 0.08, "{} {expected}", blocks.ties());
    for network in [small, ring, grown, blocks] {
        for person in 0..network.people() {
            for neighbour in network.neighbours(person) {
                assert!(network.neighbours(*neighbour).binary_search(&person).is_ok());
                assert_ne!(*neighbour, person);
            }
        }
    }
}

#[test]
fn blocks_spread_as_their_equations() {
    // Two sites of which only the first begins by itself. With many neighbours the mean of the runs is near the rates.
    let sizes = [600u32, 400];
    let chances = [vec![0.2, 0.05], vec![0.05, 0.2]];
    let network = Network::blocks(&sizes, &chances, 8).unwrap();
    let simulation = Simulation::new(network, Spread::Bass { p: 0.002, q: 0.02 }).unwrap();
    let mean = Ensemble::of(&simulation, 3, 0..60, 300).mean();
    let share =
        |own: f64, other: f64, a: f64, b: f64| (own * a / (own * a + other * b), other * b / (own * a + other * b));
    let (aa, ab) = share(0.2, 0.05, 600.0, 400.0);
    let (bb, ba) = share(0.2, 0.05, 400.0, 600.0);
    let q = [vec![0.02 * aa, 0.02 * ab], vec![0.02 * ba, 0.02 * bb]];
    let levels = Sites::new(&[600.0, 400.0], &[0.002, 0.002], &q).unwrap().levels(&[100.0, 200.0, 300.0]).unwrap();
    for (step, levels) in [100, 200, 300].into_iter().zip(levels) {
        let expected: f64 = levels.iter().sum();
        assert!((mean[step] / expected - 1.0).abs() < 0.05, "{step}: {} {expected}", mean[step]);
    }
}

#[test]
fn attention_is_the_same_amount_for_whoever_gets_it() {
    let what_if = WhatIf { people: 137, p: 0.01, q: 0.3, attention: 0.02, readiness: WhatIf::READINESS };
    for attention in Attention::ALL {
        let Spread::BassByCategory { coefficients, counts } = what_if.spread(attention).unwrap() else { panic!() };
        let sum: f64 = coefficients.iter().zip(counts).map(|((p, _), count)| p * f64::from(count)).sum();
        assert!((sum / 137.0 - 0.03).abs() < 1e-12, "{sum}");
        let simulation = Simulation::new(Network::complete(137), what_if.spread(attention).unwrap()).unwrap();
        assert_eq!(simulation.people_of(Rogers::EarlyAdopter).len(), counts[1] as usize);
    }
}

#[test]
fn what_does_not_fit_is_named() {
    let complete = || Network::complete(4);
    let error = |spread| Simulation::new(complete(), spread).unwrap_err();
    assert_eq!(error(Spread::Threshold(vec![0.5; 3])), DiffusionError::ShapeMismatch { expected: 4, given: 3 });
    assert_eq!(error(Spread::Threshold(vec![1.5; 4])).code(), "out-of-domain");
    assert_eq!(error(Spread::Cascade { chance: f64::NAN }).code(), "out-of-domain");
    assert_eq!(error(Spread::Bass { p: -0.1, q: 0.2 }).code(), "out-of-domain");
    let spread = Spread::Cascade { chance: 0.5 };
    let simulation = Simulation::new(complete(), spread.clone()).unwrap();
    assert_eq!(simulation.with_seeds(&[4]).unwrap_err(), DiffusionError::OutOfRange(4));
    assert_eq!(Simulation::new(Network::complete(0), spread).unwrap_err(), DiffusionError::Empty);
    assert_eq!(Network::watts_strogatz(10, 3, 0.1, 1).unwrap_err().code(), "out-of-domain");
    assert_eq!(Network::blocks(&[3, 4], &[vec![0.1, 0.2], vec![0.3, 0.1]], 1).unwrap_err().code(), "out-of-domain");
}
