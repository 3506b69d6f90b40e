//! The what-if: its assumption, its progress and its outcome.

use alloc::string::String;

use super::state::State;
use crate::content::Texts;
use crate::widgets::drawing::Drawing;

pub(super) fn draw(_ui: &mut Drawing<'_>, _state: &State) {}

pub(super) fn announcement(_state: &State, _texts: &Texts) -> String {
    String::new()
}
