//! What the numbers that were seen say, in words.

use super::state::{Model, State};
use crate::widgets::drawing::Drawing;

pub(super) fn draw(_ui: &mut Drawing<'_>, _state: &State, _model: &Model) {}

pub(super) fn id(_model: &Model) -> &'static str {
    "early"
}
