use alloc::vec::Vec;

use super::dice::Dice;
use super::fit::{Fit, Replicates};

/// What comes next, with how far it may be off.
///
/// # Examples
///
/// ```
/// use olievlek::diffusion::{Bass, FitOptions, ForecastOptions, Series};
///
/// let counts = [2.0, 4.0, 5.0, 9.0, 14.0, 15.0, 12.0, 8.0].map(Some);
/// let fit = Bass::fit(&Series::adoptions(&counts)?, &FitOptions::default())?;
/// let forecast = fit.forecast(&ForecastOptions { periods: 3, ..ForecastOptions::default() });
/// assert_eq!(forecast.times, [9.0, 10.0, 11.0]);
/// let band = &forecast.bands[0];
/// assert_eq!(band.level, 0.8);
/// assert!(band.total[0].low < forecast.total[0] && forecast.total[0] < band.total[0].high);
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// The end of each period to come.
    pub times: Vec<f64>,
    /// How many are expected to adopt in each.
    pub adoptions: Vec<f64>,
    /// How many are expected to have adopted by the end of each: what was seen, and what is expected.
    pub total: Vec<f64>,
    /// A band for each level.
    pub bands: Vec<Band>,
    /// Whether bands are of whole people, as they are where the market is known.
    pub whole_people: bool,
}

/// Between which numbers a forecast is, with a probability.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// The probability, nominally: 0.8 for example. What was measured is in the docs of [`Fit::forecast`].
    pub level: f64,
    /// For the adoptions of each period.
    pub adoptions: Vec<super::Interval>,
    /// For all adoptions by the end of each.
    pub total: Vec<super::Interval>,
}

/// How to forecast.
#[derive(Clone, Debug, PartialEq)]
pub struct ForecastOptions {
    /// How many periods ahead.
    pub periods: usize,
    /// How many series are drawn and fitted anew.
    pub replicates: usize,
    /// The levels of the bands.
    pub levels: Vec<f64>,
    /// Fixes the numbers that are drawn.
    pub seed: u64,
}

impl Default for ForecastOptions {
    /// Three periods, a thousand replicates, and bands of 80 % and 95 %.
    fn default() -> Self {
        Self { periods: 3, replicates: 1000, levels: alloc::vec![0.8, 0.95], seed: 1 }
    }
}

impl Fit {
    /// Forecasts the periods after the last one by parametric bootstrap.
    ///
    /// Series are drawn as if the fitted curve were true, and fitted anew; each new curve goes on with noise of its own. So
    /// a band holds what the data leave open about the curve and what any period has of chance.
    ///
    /// - Where the market is **free** the noise is normal, with the variance of the residuals drawn as well, since few
    ///   periods do not fix it.
    /// - Where the market is **known** the series and what comes next are of whole people: of those who have not adopted,
    ///   each does so in a period with the chance that the curve gives, so nobody adopts twice and none are left over.
    ///
    /// A series of levels is forecast by the curve alone and its noise, and its bands are too narrow: errors of levels hang
    /// together.
    ///
    /// # Coverage
    ///
    /// How often the band of the total held it, in percent, over 400 series each (`examples/forecast_coverage.rs` measures
    /// it anew). The noise is a part of the highest rate; the peak is after 6.6 periods. Series without a best curve have
    /// no forecast: 8 % of those of seven noisy periods, and 1 to 3 % of those of thirty and sixty people.
    ///
    /// | series | 80 %, one period on | three | 95 %, one | three |
    /// |---|---|---|---|---|
    /// | 7 periods, noise 5 % / 15 % | 76 / 78 | 80 / 82 | 94 / 94 | 92 / 95 |
    /// | 9 periods | 82 / 76 | 80 / 75 | 97 / 93 | 96 / 92 |
    /// | 12 periods | 80 / 81 | 80 / 77 | 94 / 94 | 96 / 94 |
    /// | 16 periods | 85 / 80 | 80 / 78 | 91 / 84 | 95 / 95 |
    /// | 30 people, 6 periods | 86 | 86 | 94 | 94 |
    /// | 60 people, 5 / 9 periods | 90 / 82 | 86 / 81 | 96 / 96 | 95 / 97 |
    /// | 150 people, 6 periods | 87 | 84 | 98 | 96 |
    pub fn forecast(&self, options: &ForecastOptions) -> Forecast {
        let (end, period) = self.last_period();
        let times: Vec<f64> = (1..=options.periods).map(|ahead| end + ahead as f64 * period).collect();
        let mut before = end;
        let mut adoptions = Vec::with_capacity(times.len());
        for time in &times {
            adoptions.push(self.expected(before, *time));
            before = *time;
        }
        let seen = self.seen();
        let whole_people = self.known_market().is_some() && !self.of_levels();
        let (mut new, mut sums) = (Vec::new(), Vec::new());
        let mut replicates = Replicates::new(self, whole_people);
        for number in 0..options.replicates {
            let mut dice = Dice::new(options.seed, number as u64, 0).rolls();
            let drawn = replicates.draw(&times, &mut dice);
            let mut sum = seen;
            for value in drawn {
                sum += value;
                new.push(*value);
                sums.push(sum);
            }
        }
        // Of those who have not adopted each does so by the hazard, so what is expected starts from what was seen.
        if let Some(market) = self.known_market().filter(|_| whole_people) {
            let curve = self.curve();
            let mut left = (market - seen).max(0.0);
            let mut before = end;
            for (value, time) in adoptions.iter_mut().zip(&times) {
                *value = left * super::fit::hazard(&curve, before, *time);
                left -= *value;
                before = *time;
            }
        }
        let total = adoptions.iter().scan(seen, |sum, value| {
            *sum += value;
            Some(*sum)
        });
        let bands = options.levels.iter().map(|level| Band {
            level: *level,
            adoptions: bands(&new, options.periods, *level),
            total: bands(&sums, options.periods, *level),
        });
        Forecast { total: total.collect(), bands: bands.collect(), times, adoptions, whole_people }
    }
}

/// The middle part of the values of each column.
fn bands(values: &[f64], columns: usize, level: f64) -> Vec<super::Interval> {
    let mut column = Vec::new();
    let of = |place: usize| {
        column.clear();
        column.extend(values.iter().skip(place).step_by(columns.max(1)));
        column.sort_unstable_by(f64::total_cmp);
        let outside = (0.5 - 0.5 * level) * column.len() as f64;
        let at = |place: f64| column.get(place as usize).copied().unwrap_or(f64::NAN);
        super::Interval { low: at(outside), high: at((column.len() as f64 - 1.0 - outside).max(0.0) + 0.5) }
    };
    (0..columns).map(of).collect()
}
