//! The texts that a page fetches, cut by the crate itself: for a self-check one file for each language and perspective,
//! for goals one for each language, and the words that goals are read by.

use anyhow::{Context as _, Result};
use olievlek::content::{Language, goal_pack, self_check_pack};
use olievlek::knoster::Perspective;

use crate::files;
use crate::progress::Outcome;
use crate::project::Project;

/// Writes `pkg/dist/texts/self-check.<language>.<perspective>.txt` for every pair, and `goal.<language>.txt` and
/// `goal-words.<language>.txt`.
pub(crate) fn write(project: &Project) -> Result<Outcome> {
    let texts = project.dist().join("texts");
    files::remove_all(&texts)?;
    for language in Language::ALL {
        let name = format!("goal.{language}.txt");
        files::write(&texts.join(&name), goal_pack(language).with_context(|| format!("`{name}` could not be made"))?)?;
        for perspective in Perspective::ALL {
            let name = format!("self-check.{language}.{perspective}.txt");
            let pack = self_check_pack(language, perspective).with_context(|| format!("`{name}` could not be made"))?;
            files::write(&texts.join(name), pack)?;
        }
    }
    Ok(Outcome::Done)
}
