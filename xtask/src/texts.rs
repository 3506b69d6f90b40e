//! The texts that a page fetches, cut by the crate itself: for a self-check one file for each language and perspective,
//! for the others one for each language, and the words that goals and tables are read by.

use std::path::Path;

use anyhow::{Context as _, Result};
use olievlek::calendar::TimeWords;
use olievlek::content::{
    Language, LanguageError, adoption_pack, goal_pack, goal_plan_pack, goal_words, self_check_pack, team_pack,
    team_words_pack,
};
use olievlek::knoster::Perspective;
use olievlek::smarti::reading::Lexicon;

use crate::files;
use crate::progress::Outcome;
use crate::project::Project;

/// Writes `pkg/dist/texts/self-check.<language>.<perspective>.txt` for every pair, `adoption.<language>.txt`, for goals
/// `goal.<language>.txt`, `goal-plan.<language>.txt` and `goal-words.<language>.txt`, and for teams `team.<language>.txt` and
/// `team-words.<language>.txt`.
pub(crate) fn write(project: &Project) -> Result<Outcome> {
    let texts = project.dist().join("texts");
    files::remove_all(&texts)?;
    for language in Language::ALL {
        write_pack(&texts.join(format!("adoption.{language}.txt")), adoption_pack(language))?;
        write_pack(&texts.join(format!("goal.{language}.txt")), goal_pack(language))?;
        // The words of times after a sign that stands in neither: the plan has the calendar.
        let words = TimeWords::of(language).map_or(String::new(), |words| format!("\u{1D}{}", words.as_text()));
        let pack = goal_plan_pack(language).map(|texts| texts + &words);
        write_pack(&texts.join(format!("goal-plan.{language}.txt")), pack)?;
        if let Some(words) = goal_words(language) {
            let words =
                Lexicon::pack(language, words).with_context(|| format!("the words of `{language}` make no lexicon"))?;
            files::write(&texts.join(format!("goal-words.{language}.txt")), words)?;
        }
        write_pack(&texts.join(format!("team.{language}.txt")), team_pack(language))?;
        write_pack(&texts.join(format!("team-words.{language}.txt")), team_words_pack(language))?;
        for perspective in Perspective::ALL {
            let file = texts.join(format!("self-check.{language}.{perspective}.txt"));
            write_pack(&file, self_check_pack(language, perspective))?;
        }
    }
    Ok(Outcome::Done)
}

fn write_pack(file: &Path, pack: Result<String, LanguageError>) -> Result<()> {
    files::write(file, pack.with_context(|| format!("`{}` could not be made", file.display()))?)
}
