//! Series drawn as if a fitted curve were true, and fitted anew from where it was.

use alloc::vec::Vec;

use libm::{exp, log, sqrt};

use super::Fit;
use super::problem::Problem;
use super::shape::Place;
use crate::diffusion::curve::{AnyCurve, Curve};
use crate::diffusion::dice::Rolls;

/// Room for one replicate after another.
pub(crate) struct Replicates<'a> {
    fit: &'a Fit,
    problem: Problem,
    /// What the curve expects at each point, in the units of the problem.
    expected: Vec<f64>,
    /// The chance that someone who has not adopted does so in each period, where people are counted.
    hazards: Vec<f64>,
    whole_people: bool,
    drawn: Vec<f64>,
}

/// The chance that someone who has not adopted by a time does so by another.
pub(crate) fn hazard(curve: &AnyCurve, from: f64, to: f64) -> f64 {
    let left = curve.remaining(from);
    if left > 0.0 { (curve.increment(from, to) / left).clamp(0.0, 1.0) } else { 1.0 }
}

impl<'a> Replicates<'a> {
    pub(crate) fn new(fit: &'a Fit, whole_people: bool) -> Self {
        let problem = fit.problem.clone();
        let units = fit.units;
        let real = |time: f64| units.origin + time * units.time;
        let expected = |point: &super::Point| {
            let (from, to) = (real(point.from), real(point.to));
            let share = if point.from == point.to {
                fit.curve.rate(to)
            } else if point.from == f64::NEG_INFINITY {
                fit.curve.cumulative(to)
            } else {
                fit.curve.increment(from, to)
            };
            fit.market * share / units.value
        };
        let expected = problem.points.iter().map(expected).collect();
        let hazards = problem.points.iter().map(|point| hazard(&fit.curve, real(point.from), real(point.to))).collect();
        Self { fit, problem, expected, hazards, whole_people, drawn: Vec::new() }
    }

    /// The adoptions in the periods until these times, after a curve fitted to a new series.
    pub(crate) fn draw(&mut self, times: &[f64], dice: &mut Rolls) -> &[f64] {
        let fit = self.fit;
        let sigma = if self.whole_people { self.draw_people(dice) } else { self.draw_noise(dice) };
        let Some(curve) = self.refit() else {
            self.drawn.clear();
            self.drawn.resize(times.len(), f64::NAN);
            return &self.drawn;
        };
        let (curve, market) = curve;
        self.drawn.clear();
        let (mut before, _) = fit.last_period();
        let mut left = fit.known_market().map_or(0.0, |market| (market - fit.seen()).max(0.0));
        for time in times {
            let value = if self.whole_people {
                let new = binomial(left, hazard(&curve, before, *time), dice);
                left -= new;
                new
            } else {
                // Fewer than nobody never adopts.
                (market * curve.increment(before, *time) + sigma * dice.normal()).max(0.0)
            };
            self.drawn.push(value);
            before = *time;
        }
        &self.drawn
    }

    /// A new series with normal noise, whose deviation is drawn from what the residuals leave open.
    fn draw_noise(&mut self, dice: &mut Rolls) -> f64 {
        let df = self.fit.degrees_of_freedom();
        let square: f64 = (0..df).map(|_| dice.normal()).map(|z| z * z).sum();
        let drawn = sqrt(self.fit.best.fitted.rss / square.max(1e-9));
        for (point, expected) in self.problem.points.iter_mut().zip(&self.expected) {
            point.y = expected + drawn * dice.normal();
        }
        drawn * self.fit.units.value
    }

    /// A new series of whole people.
    fn draw_people(&mut self, dice: &mut Rolls) -> f64 {
        let value = self.fit.units.value;
        let mut left = self.fit.market;
        let mut last = 0.0;
        for (point, hazard) in self.problem.points.iter_mut().zip(&self.hazards) {
            // Whoever adopted in a period that was not seen is gone as well.
            if point.from > last {
                let units = self.fit.units;
                let real = |time: f64| units.origin + time * units.time;
                let gap = super::replicates::hazard(&self.fit.curve, real(last), real(point.from));
                left -= binomial(left, gap, dice);
            }
            let new = binomial(left, *hazard, dice);
            left -= new;
            point.y = new / value;
            last = point.to;
        }
        0.0
    }

    /// The best curve near the fitted one, or from the middle of the new series where that is better.
    fn refit(&mut self) -> Option<(AnyCurve, f64)> {
        let units = self.fit.units;
        let own = self.fit.best.place;
        let own = if own.t.is_finite() { own } else { Place { s: own.s, t: -3.0 / own.s } };
        let mut best = self.problem.polish(own, 40);
        let (weights, sum) = self
            .problem
            .points
            .iter()
            .fold((0.0, 0.0), |(weights, sum), point| (weights + point.y * point.to, sum + point.y));
        let middle = Place { s: 6.0, t: if sum > 0.0 { (weights / sum).clamp(0.1, 1.2) } else { 0.5 } };
        let other = self.problem.polish(middle, 40);
        if other.rss < best.rss {
            best = other;
        }
        let curve = units.curve(self.fit.curve.model(), best.place, false).ok()?;
        let market = self.fit.known_market().unwrap_or(self.problem.market_of(&best) * units.market);
        market.is_finite().then_some((curve, market))
    }
}

/// How many of so many people do what each does with this chance: by inversion, from nobody on; for many people the normal
/// distribution is near enough.
fn binomial(people: f64, chance: f64, dice: &mut Rolls) -> f64 {
    let whole = people + 0.5;
    let people = (whole as u64) as f64;
    if people <= 0.0 || chance <= 0.0 {
        return 0.0;
    }
    if chance >= 1.0 {
        return people;
    }
    if chance > 0.5 {
        return people - binomial(people, 1.0 - chance, dice);
    }
    let mean = people * chance;
    if mean > 60.0 {
        let value = mean + sqrt(mean * (1.0 - chance)) * dice.normal();
        return (((value + 0.5).max(0.0)) as u64 as f64).min(people);
    }
    let ratio = chance / (1.0 - chance);
    let mut term = exp(people * log(1.0 - chance));
    let (mut sum, mut count) = (term, 0.0);
    let share = dice.share();
    while sum < share && count < people {
        count += 1.0;
        term *= ratio * (people - count + 1.0) / count;
        sum += term;
    }
    count
}
