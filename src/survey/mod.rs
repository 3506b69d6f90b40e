//! Answers to survey statements, and what they say together: agreement, reliability and how opinions divide.
//!
//! Every statistic has its formula, its source and its range, and a named reason, [`Undefined`], where it has no value.

mod answer;
mod distribution;
mod error;
mod scale;
mod summary;

pub use answer::{Agreement, Answer, AnswerError};
pub use distribution::Distribution;
pub use error::{Statistic, SurveyError, Undefined};
pub use scale::Scale;
pub use summary::{Layout, TeamSummary};
