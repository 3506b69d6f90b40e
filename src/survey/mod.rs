//! Answers to survey statements, and what they say together: agreement, reliability and how opinions divide.
//!
//! Every statistic has its formula, its source and its range, and a named reason, [`Undefined`], where it has no value.

mod agreement;
mod alpha;
mod answer;
mod covariance;
mod distribution;
mod error;
mod fisher;
mod groups;
mod matrix;
mod omega;
mod polarisation;
mod scale;
mod summary;
mod symmetric;
mod warning;

pub use agreement::{Null, a_wg, ad_mean, ad_median, r_wg_j};
pub use alpha::{Missing, alpha_interval};
pub use answer::{Agreement, Answer, AnswerError};
pub use distribution::Distribution;
pub use error::{Statistic, SurveyError, Undefined};
pub use groups::Groups;
pub use matrix::Matrix;
pub use omega::Omega;
pub use scale::Scale;
pub use summary::{ElementFigures, Layout, TeamSummary, Teams};
pub(crate) use symmetric::dot;
pub use warning::SurveyWarning;
