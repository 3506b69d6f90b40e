//! The numbers of an adoption widget that take more than a curve: the fit of what was seen, and the what-if.
//!
//! It is a wasm of its own: a widget fetches it when the first row is filled in or the what-if is played, so that someone
//! who moves a slider waits for none of it. Text goes in and text comes out; numbers with a fraction travel as their
//! [bits](super::bits).

mod element;
mod estimate;
mod game;

use alloc::string::String;

pub(super) use self::game::Game;

/// Answers a question; the game is what is being played.
///
/// | `what` | `text` | answer |
/// |---|---|---|
/// | `f`: fit | how many may adopt, then for each look the lesson days until then and how many are new, with blanks | an [`Estimate`](super::estimate::Estimate), or `!`, a code, and how many looks are needed and given |
/// | `b`: begin a what-if | see [`Game::read`] | how many runs are done, and of how many |
/// | `p`: play a slice of it | | the same; after the last one see [`Game::write`] |
pub(super) fn answer(game: &mut Option<Game>, what: &str, text: &str) -> String {
    match what {
        "f" => estimate::estimate(text),
        "b" => {
            *game = Game::read(text);
            game.as_ref().map(Game::write).unwrap_or_default()
        }
        _ => match game {
            Some(game) => {
                game.play();
                game.write()
            }
            None => String::new(),
        },
    }
}
