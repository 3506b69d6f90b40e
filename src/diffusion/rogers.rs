/// Rogers' five categories of adopters, by when they adopt one particular change.
///
/// They divide a normal curve of adoption times at whole standard deviations from its mean. The shares are an
/// idealisation of many people and many changes: a category is no trait of a person, and this crate counts and never
/// names. Source: E. M. Rogers, Diffusion of Innovations, 5th edition, 2003.
///
/// | category | share | adopts | exact normal share |
/// |---|---|---|---|
/// | innovators | 2.5 % | before −2 sd | 2.28 % |
/// | early adopters | 13.5 % | −2 to −1 sd | 13.59 % |
/// | early majority | 34 % | −1 to 0 sd | 34.13 % |
/// | late majority | 34 % | 0 to +1 sd | 34.13 % |
/// | laggards | 16 % | after +1 sd | 15.87 % |
///
/// # Examples
///
/// ```
/// use olievlek::diffusion::{Rogers, adopter_counts};
///
/// assert_eq!(adopter_counts(60), [2, 8, 20, 20, 10]);
/// assert_eq!(Rogers::EarlyAdopter.per_mille(), 135);
/// assert!((Rogers::Innovator.normal_share() - 0.02275).abs() < 1e-5);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rogers {
    /// The first to try.
    Innovator,
    /// Those whom others look to.
    EarlyAdopter,
    /// Those who come along once it is seen to work.
    EarlyMajority,
    /// Those who come along once most have.
    LateMajority,
    /// The last to adopt; Rogers' word, and no judgement.
    Laggard,
}

impl Rogers {
    /// The five in the order in which they adopt.
    pub const ALL: [Self; 5] =
        [Self::Innovator, Self::EarlyAdopter, Self::EarlyMajority, Self::LateMajority, Self::Laggard];

    /// Its id, as `early_adopter`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Innovator => "innovator",
            Self::EarlyAdopter => "early_adopter",
            Self::EarlyMajority => "early_majority",
            Self::LateMajority => "late_majority",
            Self::Laggard => "laggard",
        }
    }

    /// Rogers' share, per thousand.
    pub const fn per_mille(self) -> u32 {
        match self {
            Self::Innovator => 25,
            Self::EarlyAdopter => 135,
            Self::EarlyMajority | Self::LateMajority => 340,
            Self::Laggard => 160,
        }
    }

    /// From when to when it adopts, in standard deviations from the mean.
    pub const fn cut_offs(self) -> (f64, f64) {
        match self {
            Self::Innovator => (f64::NEG_INFINITY, -2.0),
            Self::EarlyAdopter => (-2.0, -1.0),
            Self::EarlyMajority => (-1.0, 0.0),
            Self::LateMajority => (0.0, 1.0),
            Self::Laggard => (1.0, f64::INFINITY),
        }
    }

    /// The share that the normal distribution has between its cut-offs, which Rogers' is rounded from.
    pub fn normal_share(self) -> f64 {
        let (from, to) = self.cut_offs();
        super::curve::phi_between(from, to)
    }
}

/// How many of so many people are in each category, in the order of [`Rogers::ALL`]: whole people that add up.
///
/// By largest remainder: each category gets the whole part of its share, and those left over go to the largest
/// fractions, a tie to the earlier category. So the counts are “about”: of 19 people one is an innovator, of 20 none.
pub fn adopter_counts(people: u32) -> [u32; 5] {
    let shares = Rogers::ALL.map(|category| u64::from(people) * u64::from(category.per_mille()));
    let mut counts = shares.map(|share| (share / 1000) as u32);
    let mut fractions = shares.map(|share| share % 1000);
    for _ in counts.iter().sum::<u32>()..people {
        let largest = fractions.iter().copied().max().unwrap_or_default();
        // The first of those that tie.
        if let Some((count, fraction)) =
            counts.iter_mut().zip(&mut fractions).find(|(_, fraction)| **fraction == largest)
        {
            *count += 1;
            *fraction = 0;
        }
    }
    counts
}
