//! The plan: how many are expected to take part on each morning, if the assumptions hold.

use alloc::vec::Vec;

use super::axis::Axis;
use super::centre::Centre;
use crate::diffusion::Curve;

/// The expected number of people who take part, on every morning of an axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Plan {
    pub(super) expected: Vec<f64>,
    pub(super) people: u32,
}

impl Plan {
    pub(super) fn new(centre: &Centre, axis: &Axis) -> Self {
        let mut expected = Vec::new();
        let sites: Vec<_> = centre.sites.iter().filter_map(|site| site.others()).collect();
        for morning in &axis.mornings {
            let others: f64 = sites.iter().map(|(others, bass)| others * bass.cumulative(morning.t)).sum();
            expected.push(f64::from(centre.group()) + others);
        }
        Self { expected, people: centre.people() }
    }

    /// The expected number at a lesson time.
    pub(super) fn at(centre: &Centre, t: f64) -> f64 {
        let others = centre.sites.iter().filter_map(|site| site.others());
        f64::from(centre.group()) + others.map(|(others, bass)| others * bass.cumulative(t)).sum::<f64>()
    }

    /// The first morning on which this many people take part, as whole people are counted; none within the axis.
    pub(super) fn morning_of(&self, people: u32) -> Option<usize> {
        // What is just below by rounding is there.
        self.expected.iter().position(|expected| *expected >= f64::from(people) - 0.5)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Date, number};
    use crate::widgets::adoption::centre::Site;

    #[test]
    fn nothing_falls_and_nothing_moves_in_the_summer() {
        let axis = Axis::new(number(Date::constant(2026, 9, 1))).unwrap();
        let plan = Plan::new(&Centre::default(), &axis);
        assert_eq!((plan.expected[0], plan.people), (8.0, 60));
        assert!(plan.expected.windows(2).all(|pair| pair[0] <= pair[1]));
        let on = |day| plan.expected[axis.mornings.iter().position(|morning| morning.day == number(day)).unwrap()];
        assert_eq!(on(Date::constant(2027, 7, 5)), on(Date::constant(2027, 8, 30)));
        assert_eq!(plan.morning_of(8), Some(0));
        assert!(plan.morning_of(30) < plan.morning_of(60));
    }

    #[test]
    fn places_add_up() {
        let axis = Axis::new(number(Date::constant(2026, 9, 1))).unwrap();
        let of = |sites: &[Site]| Plan::new(&Centre { sites: sites.into() }, &axis);
        let (one, two) = (of(&[Site::new(30, 8)]), of(&[Site::new(30, 8), Site::new(30, 0)]));
        assert!(two.expected[40] > one.expected[40] && two.expected[40] < 2.0 * one.expected[40]);
        assert_eq!(two.people, 60);
        let all = Plan::at(&Centre { sites: [Site::new(30, 8)].into() }, axis.mornings[40].t);
        assert!((all - one.expected[40]).abs() < 1e-12);
    }
}
