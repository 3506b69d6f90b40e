//! Reads tables for the team widget: a wasm of its own, which is fetched with the first table.

mod element;

use alloc::string::String;

use super::answers::{Answers, Question};
use crate::content::Texts;
use crate::team::{ReadOptions, TeamError, read_responses};

/// The answer to a [`Question`] about a text: [`Answers`], or `!` and the code of what is wrong. Corrections that do not fit
/// the columns as they are now are left out.
pub(super) fn answer(question: &str, text: &str, known: &[Texts]) -> String {
    let Question { questionnaire, mapping, meanings } = Question::read(question);
    let mut options = ReadOptions::new(known).meaning(meanings);
    if let Some(questionnaire) = questionnaire {
        options = options.answering(questionnaire);
    }
    let mut reading = read_responses(text, &options.clone().mapped(mapping));
    if let Err(TeamError::Mapping { .. }) = reading {
        reading = read_responses(text, &options);
    }
    match reading {
        Ok(reading) => Answers::of(reading).write(),
        Err(error) => ["!", error.code()].concat(),
    }
}
