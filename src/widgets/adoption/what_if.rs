//! The what-if as the widget knows it: what it asks the numbers, and what they said.

use alloc::string::String;
use alloc::vec::Vec;

use super::axis::{Axis, MONTH};
use super::centre::{Centre, parse_whole};
use crate::content::split;
use crate::widgets::bits::{push_bits, read_bits};

/// How often each way is played.
pub(super) const RUNS: u32 = 300;
/// Lesson days in a step, which is a week.
const WEEK: f64 = 5.0;
/// Three years: what is not there by then, no one waits for.
const MOST_STEPS: usize = 156;

/// The ways to spread attention, in the order in which they are played.
pub(super) const WAYS: [&str; 3] = ["early", "everyone", "late"];

/// What was played so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Played {
    pub(super) done: u32,
    pub(super) all: u32,
    /// One for each of [`WAYS`], once all is played.
    pub(super) ways: Vec<Way>,
}

/// One way to spread attention, over all runs.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Way {
    /// How many take part in four of five runs at the end of a school year.
    pub(super) low: u32,
    pub(super) high: u32,
    /// The step by which half of the runs have half of the people.
    pub(super) half: Option<usize>,
    /// The mean at the beginning and after each step.
    pub(super) means: Vec<f64>,
}

/// The step at which the ways are compared: the end of a school year.
pub(super) fn year(axis: &Axis) -> usize {
    axis.morning_after(9.8).unwrap_or(MOST_STEPS).min(MOST_STEPS)
}

/// What to ask for a centre; see `src/widgets/numbers/game.rs`. Everyone sees everyone, with the mean tempo of all places.
pub(super) fn question(centre: &Centre, axis: &Axis) -> String {
    let people = f64::from(centre.people());
    let week = WEEK / f64::from(MONTH);
    let (mut p, mut q) = (0.0, 0.0);
    for site in &centre.sites {
        let share = f64::from(site.people()) / people;
        let (own_p, own_q) = site.tempo.coefficients();
        p += share * own_p * week;
        q += share * own_q * week;
    }
    let mut text = String::new();
    for number in [people, f64::from(centre.group()), p, q, year(axis) as f64] {
        push_bits(&mut text, number);
    }
    text.push(' ');
    for pair in axis.mornings.windows(2).take(MOST_STEPS) {
        text.push(if matches!(pair, [now, next] if now.t == next.t) { '1' } else { '0' });
    }
    text
}

impl Way {
    /// The mean after a step.
    pub(super) fn mean(&self, step: usize) -> f64 {
        self.means.get(step).copied().unwrap_or_default()
    }
}

impl Played {
    /// Reads an answer.
    pub(super) fn read(answer: &str) -> Option<Self> {
        let mut lines = split(answer, b'\n');
        let mut counts = split(lines.next()?, b' ').map(parse_whole);
        let mut played = Self { done: counts.next()??, all: counts.next()??, ways: Vec::new() };
        for line in lines {
            let mut parts = split(line, b' ');
            played.ways.push(Way {
                low: parse_whole(parts.next()?)?,
                high: parse_whole(parts.next()?)?,
                half: parse_whole(parts.next()?).map(|step| step as usize),
                means: parts.map(read_bits).collect(),
            });
        }
        Some(played)
    }
}
