//! What events tell, as JSON.

use alloc::string::String;

use super::state::State;
use crate::widgets::json::Json;

/// What `olievlek-change` tells, and with `goals` what `olievlek-complete` does.
pub(super) fn told(state: &State, goals: Option<usize>) -> String {
    let mut json = Json::default();
    json.open('{');
    if let Some(goals) = goals {
        json.whole("goals", goals as u16);
    }
    json.name("value");
    let value = state.value();
    let mut text = json.into_text();
    text.push_str(if value.is_empty() { "{}" } else { &value });
    text.push('}');
    text
}
