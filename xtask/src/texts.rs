//! The texts that a page fetches: one file for each element, language and perspective, cut by the crate itself, and the
//! words that the goal reader knows.

use anyhow::{Context as _, Result};
use olievlek::content::{Language, goal_words, self_check_pack};
use olievlek::knoster::Perspective;

use crate::files;
use crate::progress::Outcome;
use crate::project::Project;

/// Writes `pkg/dist/texts/self-check.<language>.<perspective>.txt` for every pair, and `goal-words.<language>.txt` for every
/// language that goals are read in.
pub(crate) fn write(project: &Project) -> Result<Outcome> {
    let texts = project.dist().join("texts");
    files::remove_all(&texts)?;
    for language in Language::ALL {
        for perspective in Perspective::ALL {
            let name = format!("self-check.{language}.{perspective}.txt");
            let pack = self_check_pack(language, perspective).with_context(|| format!("`{name}` could not be made"))?;
            files::write(&texts.join(name), pack)?;
        }
        if let Some(words) = goal_words(language) {
            files::write(&texts.join(format!("goal-words.{language}.txt")), words)?;
        }
    }
    Ok(Outcome::Done)
}
