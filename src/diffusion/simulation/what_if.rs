use super::Spread;
use crate::diffusion::{DiffusionError, Rogers, adopter_counts};

/// Who gets the attention of those who carry a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Attention {
    /// Innovators and early adopters.
    Early,
    /// Everyone alike.
    Everyone,
    /// The late majority and the laggards.
    Late,
}

impl Attention {
    /// The three.
    pub const ALL: [Self; 3] = [Self::Early, Self::Everyone, Self::Late];

    /// Its id, as `early`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Early => "early",
            Self::Everyone => "everyone",
            Self::Late => "late",
        }
    }

    /// Whether a category gets it.
    pub const fn reaches(self, category: Rogers) -> bool {
        match self {
            Self::Early => matches!(category, Rogers::Innovator | Rogers::EarlyAdopter),
            Self::Everyone => true,
            Self::Late => matches!(category, Rogers::LateMajority | Rogers::Laggard),
        }
    }
}

/// A what-if, and no forecast: the same centre, with the same amount of attention for other people.
///
/// It rests on assumptions that nobody measured, so whoever shows it shows them:
///
/// - Each category has a **readiness**: how easily it adopts, by itself and by others, beside the mean of all. By default it
///   halves from category to category.
/// - **Attention** adds to the chance of a step to adopt by oneself, shared evenly by those who get it, and the total is the
///   same whoever they are. That attention works as well for one as for another is the assumption to doubt first.
///
/// # Examples
///
/// ```
/// use olievlek::diffusion::simulation::{Attention, Ensemble, Network, Simulation, WhatIf};
///
/// let what_if = WhatIf { people: 60, p: 0.02, q: 0.4, attention: 0.02, readiness: WhatIf::READINESS };
/// let reached = |attention| {
///     let simulation = Simulation::new(Network::complete(60), what_if.spread(attention)?)?;
///     Ok::<_, olievlek::Error>(Ensemble::of(&simulation, 1, 0..400, 40).mean())
/// };
/// // Which is sooner hangs on the assumptions: with this readiness everyone is reached in each, at another pace.
/// assert!(reached(Attention::Early)?[40] > 50.0 && reached(Attention::Late)?[40] > 50.0);
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WhatIf {
    /// How many people there are.
    pub people: u32,
    /// The mean chance to adopt by oneself, per step.
    pub p: f64,
    /// What it rises by when all others have adopted, on average.
    pub q: f64,
    /// What attention adds to *p* when everyone gets it.
    pub attention: f64,
    /// How easily each category adopts, in the order of [`Rogers::ALL`]; only the ratios count.
    pub readiness: [f64; 5],
}

impl WhatIf {
    /// A readiness that halves from category to category.
    pub const READINESS: [f64; 5] = [16.0, 8.0, 4.0, 2.0, 1.0];

    /// How the change spreads when these people get the attention.
    ///
    /// # Errors
    ///
    /// [`DiffusionError::Empty`] without people; [`DiffusionError::OutOfDomain`] for a number below 0 or for readiness that
    /// is all 0.
    pub fn spread(&self, attention: Attention) -> Result<Spread, DiffusionError> {
        if self.people == 0 {
            return Err(DiffusionError::Empty);
        }
        let counts = adopter_counts(self.people);
        let numbers = [self.p, self.q, self.attention];
        if !numbers.iter().chain(&self.readiness).all(|number| number.is_finite() && *number >= 0.0) {
            return Err(DiffusionError::OutOfDomain("numbers of 0 or more"));
        }
        let people = f64::from(self.people);
        let weighed: f64 = counts.iter().zip(&self.readiness).map(|(count, ready)| f64::from(*count) * ready).sum();
        if weighed <= 0.0 {
            return Err(DiffusionError::OutOfDomain("a readiness above 0"));
        }
        let reached = Rogers::ALL.iter().zip(counts).filter(|(category, _)| attention.reaches(**category));
        let reached = f64::from(reached.map(|(_, count)| count).sum::<u32>());
        let each = if reached > 0.0 { self.attention * people / reached } else { 0.0 };
        let mut coefficients = [(0.0, 0.0); 5];
        for ((pair, category), ready) in coefficients.iter_mut().zip(Rogers::ALL).zip(self.readiness) {
            let ready = ready * people / weighed;
            let extra = if attention.reaches(category) { each } else { 0.0 };
            *pair = (self.p * ready + extra, self.q * ready);
        }
        Ok(Spread::BassByCategory { coefficients, counts })
    }
}
