//! The centre: its places or teams, with their own head count, volunteers and tempo.

use alloc::string::String;
use alloc::vec::Vec;

use crate::chart::whole;
use crate::content::trim;
use crate::diffusion::Bass;

/// A whole number as it was typed, and the last one that could be read: what is typed stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    pub(super) typed: String,
    pub(super) value: u32,
}

impl Amount {
    pub(super) fn new(value: u32) -> Self {
        Self { typed: whole(value as usize), value }
    }

    /// Takes what was typed; a number within these limits counts.
    pub(super) fn write(&mut self, typed: &str, least: u32, most: u32) {
        self.typed = typed.into();
        if let Some(value) = parse_whole(typed).filter(|value| (least..=most).contains(value)) {
            self.value = value;
        }
    }

    /// Whether what was typed is not the number that counts.
    pub(super) fn is_wrong(&self) -> bool {
        parse_whole(&self.typed) != Some(self.value)
    }
}

/// A whole number of at most six digits, with blanks around it or none.
#[inline(never)]
pub(super) fn parse_whole(text: &str) -> Option<u32> {
    let text = trim(text);
    if text.is_empty() || text.len() > 6 {
        return None;
    }
    let mut value = 0;
    for byte in text.bytes() {
        value = value * 10 + u32::from(byte.checked_sub(b'0').filter(|digit| *digit < 10)?);
    }
    Some(value)
}

/// How fast a change spreads in a place: a choice of three assumptions, each twice as fast as the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tempo {
    Slow,
    #[default]
    Ordinary,
    Fast,
}

impl Tempo {
    pub(super) const ALL: [Self; 3] = [Self::Slow, Self::Ordinary, Self::Fast];

    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Slow => "slow",
            Self::Ordinary => "ordinary",
            Self::Fast => "fast",
        }
    }

    pub(super) fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tempo| tempo.id() == id)
    }

    /// The coefficients of innovation and imitation, in tenths of a percent per school month.
    ///
    /// With 8 of 60 people in a working group, the ordinary tempo brings half of a centre along in a school year of ten
    /// months and nine in ten in two. That is a choice to talk about, and no finding: the mean over many products, a *p* of
    /// 0.03 and a *q* of 0.38 a year (Sultan, Farley and Lehmann, 1990), is of the same order as the slow one.
    pub(super) const fn per_mille(self) -> (u32, u32) {
        match self {
            Self::Slow => (5, 90),
            Self::Ordinary => (10, 180),
            Self::Fast => (20, 360),
        }
    }

    /// The same as shares.
    pub(super) fn coefficients(self) -> (f64, f64) {
        let (p, q) = self.per_mille();
        (f64::from(p) / 1000.0, f64::from(q) / 1000.0)
    }
}

/// A place or team of the centre.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Site {
    pub(super) name: String,
    pub(super) people: Amount,
    pub(super) group: Amount,
    pub(super) tempo: Tempo,
}

/// More people, and more places, than a centre has.
pub(super) const MOST_PEOPLE: u32 = 5000;
pub(super) const MOST_SITES: usize = 8;

impl Site {
    pub(super) fn new(people: u32, group: u32) -> Self {
        Self { name: String::new(), people: Amount::new(people), group: Amount::new(group), tempo: Tempo::default() }
    }

    pub(super) const fn people(&self) -> u32 {
        self.people.value
    }

    /// Those who take part from the start: never more than there are.
    pub(super) fn group(&self) -> u32 {
        self.group.value.min(self.people.value)
    }

    /// Those who do not take part at the start, and their curve.
    ///
    /// Whoever starts is there from the first day, so the others adopt at the rate *p + q(W + n)/N*. That is a curve of Bass
    /// again, over the *N − W* others, with *p + qW/N* for *p* and *q(N − W)/N* for *q*.
    pub(super) fn others(&self) -> Option<(f64, Bass)> {
        let (people, group) = (f64::from(self.people()), f64::from(self.group()));
        let (p, q) = self.tempo.coefficients();
        let bass = Bass::new(p + q * group / people, q * (people - group) / people).ok()?;
        Some((people - group, bass))
    }
}

/// All places together.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Centre {
    pub(super) sites: Vec<Site>,
}

impl Default for Centre {
    fn default() -> Self {
        Self { sites: [Site::new(60, 8)].into() }
    }
}

impl Centre {
    pub(super) fn people(&self) -> u32 {
        self.sites.iter().map(Site::people).sum()
    }

    pub(super) fn group(&self) -> u32 {
        self.sites.iter().map(Site::group).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diffusion::Curve;

    #[test]
    fn what_is_typed_stays_and_only_a_number_counts() {
        let mut amount = Amount::new(60);
        for (typed, value, wrong) in [
            ("61", 61, false),
            ("", 61, true),
            ("12x", 61, true),
            (" 7 ", 7, false),
            ("0", 7, true),
            ("9999999", 7, true),
        ] {
            amount.write(typed, 1, 5000);
            assert_eq!((amount.value, amount.is_wrong(), amount.typed.as_str()), (value, wrong, typed));
        }
    }

    #[test]
    fn those_who_start_only_make_the_others_faster() {
        let site = Site::new(60, 8);
        let (others, bass) = site.others().unwrap();
        let (p, q) = site.tempo.coefficients();
        assert_eq!(others, 52.0);
        // The equation itself, in small steps.
        let (mut n, steps) = (8.0, 20_000);
        for _ in 0..steps {
            n += (p + q * n / 60.0) * (60.0 - n) * 10.0 / f64::from(steps);
        }
        assert!((8.0 + others * bass.cumulative(10.0) - n).abs() < 0.01, "{n}");
        // The ordinary tempo is what the docs say.
        let share = |months| (8.0 + others * bass.cumulative(months)) / 60.0;
        assert!((share(10.0) - 0.5).abs() < 0.1 && (share(20.0) - 0.9).abs() < 0.03, "{} {}", share(10.0), share(20.0));
    }

    #[test]
    fn more_volunteers_than_people_are_all_of_them() {
        let site = Site::new(5, 9);
        assert_eq!((site.group(), site.others().unwrap().0), (5, 0.0));
    }
}
