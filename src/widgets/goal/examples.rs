//! Ways to begin and examples for each element of a change, those of a self-check's weak elements first.

use alloc::vec::Vec;

use super::message::Message;
use super::state::{State, example_text};
use super::view::on;
use crate::knoster::{ChangeElement, Variant};
use crate::widgets::drawing::Drawing;

pub(super) fn draw(ui: &mut Drawing<'_>, state: &State) {
    let texts = ui.texts;
    let names: Vec<&str> = state.weak.iter().map(|element| element.name(texts)).collect();
    ui.open("div");
    if !names.is_empty() {
        ui.say("h3 id=starters tabindex=-1", "goal-widget.starters");
        ui.leaf("p part=notice", &texts.fill_one("goal-widget.weak", "elements", &names.join(", ")));
        for element in &state.weak {
            offer(ui, "h4", *element);
        }
    }
    ui.open("details");
    ui.say("summary", "goal-widget.examples");
    ui.say("p class=quiet", "goal-widget.examples-help");
    for element in Variant::Consensus.elements() {
        if !state.weak.contains(element) {
            offer(ui, "h3", *element);
        }
    }
    ui.close_all(2);
}

/// The three sentences of an element, under a heading.
fn offer(ui: &mut Drawing<'_>, heading: &str, element: ChangeElement) {
    let texts = ui.texts;
    let place = Variant::Consensus.elements().iter().position(|known| *known == element).unwrap_or_default();
    ui.leaf(heading, element.name(texts));
    ui.open("ul class=goals");
    for which in 0..3 {
        let text = example_text(place * 3 + which, texts);
        ui.open("li class=goal");
        let kind = texts.get(if which == 0 { "goal-widget.begin" } else { "goal-widget.example" });
        ui.leaf("p", &texts.pair(kind, text));
        ui.open("div part=actions");
        ui.open("button part=button type=button");
        on(ui, Message::Use(place * 3 + which));
        let take = texts.get("goal-widget.use");
        ui.attribute("aria-label", &texts.pair(take, text));
        ui.text(take);
        ui.close_all(3);
    }
    ui.close();
}
