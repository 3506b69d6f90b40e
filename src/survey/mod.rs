//! Answers to a survey statement, before anything is made of them.

mod answer;

pub use answer::{Agreement, Answer, AnswerError};
