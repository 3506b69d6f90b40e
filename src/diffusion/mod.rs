//! The spread of a change through a group: who adopts when, as counts and curves, and never as names.
//!
//! - [`Rogers`]: five categories of adopters, in whole people.
//! - [`Curve`]: the curves of Bass, Verhulst, Gompertz and the normal distribution, and Bass in whole periods.
//! - [`Fit`]: the best curve through what was seen, or the name of why there is none; its intervals, and a choice between
//!   curves.
//! - [`Forecast`]: what comes next, with bands.
//! - [`simulation`]: people who look at each other, and what comes of it by chance.
//! - [`SchoolTime`]: time that runs on lesson days, so that a curve has dates and stands still in holidays.

mod curve;
mod dice;
mod error;
mod fit;
mod forecast;
mod rogers;
mod school_time;
mod series;
pub mod simulation;
mod warning;

pub use curve::{AnyCurve, Bass, BassCategories, Curve, DiscreteBass, Gompertz, Logistic, Model, Normal};
pub use error::DiffusionError;
pub use fit::{
    BassLikelihood, BassRegression, Fit, FitOptions, Interval, Intervals, Objective, Selected, bass_ols, fit_all,
    select,
};
pub use forecast::{Band, Forecast, ForecastOptions};
pub use rogers::{Rogers, adopter_counts};
pub use school_time::SchoolTime;
pub use series::Series;
pub use warning::Warning;
