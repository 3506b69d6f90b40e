//! The Knoster self-check: does a change have what it needs?
//!
//! A [`Questionnaire`] asks about each [`ChangeElement`] of a [`Variant`], from one [`Perspective`]. The [`Answers`] give
//! a [`Profile`]: per element a score and a [`Status`], and for a weak or fragile one a hedged [`Signal`]. A
//! [`ResultCode`] carries the answers from one person to another; a [`Report`] puts the profile into words and pictures.
//!
//! It is a conversation tool. The model is a practitioners' heuristic: no study was found that validates it, there is no
//! norm, and there is no overall grade. [`Claim`] names the source of everything that is shown.

mod code;
mod element;
mod error;
mod export;
mod form;
mod profile;
mod questionnaire;
mod report;
mod source;

pub use code::{CodeError, ResultCode};
pub use element::{ChangeElement, Perspective, Signal, Variant};
pub use error::{KnosterError, StatementFault};
#[cfg(feature = "widget-self-check")]
pub(crate) use form::{Form, Line};
pub use profile::{AnswerCounts, ElementProfile, Profile, Status};
pub use questionnaire::{Answers, Questionnaire, Statement};
pub use report::Report;
pub use source::{Claim, Source};
