//! Ways to begin and examples for each element of a change, those of a self-check's weak elements first.

use alloc::string::String;
use alloc::vec::Vec;

use super::draft::Draft;
use super::message::Message;
use crate::content::{Texts, split};
use crate::knoster::{ChangeElement, Variant};
use crate::smarti::ItemId;
use crate::widgets::drawing::Drawing;

/// The examples, once someone opened them, under those for weak elements.
pub(super) fn draw(draft: Draft<'_>, texts: &Texts) -> String {
    let all = Variant::Consensus.elements();
    let weak: Vec<ChangeElement> =
        split(draft.weak(), b'\n').filter_map(ChangeElement::from_id).filter(|element| all.contains(element)).collect();
    if weak.is_empty() && !draft.has_open('e') {
        return String::new();
    }
    let mut ui = Drawing::new(texts);
    if !weak.is_empty() {
        let names: Vec<&str> = weak.iter().map(|element| element.name(texts)).collect();
        ui.say("h3 id=starters tabindex=-1", "goal-widget.starters");
        ui.leaf("p part=notice", &texts.fill_one("goal-widget.weak", "elements", &names.join(", ")));
        for element in &weak {
            offer(&mut ui, "h4", *element);
        }
    }
    ui.open(if draft.has_open('e') { "details id=examples open=" } else { "details id=examples" });
    ui.say("summary", "goal-widget.examples");
    if draft.has_open('e') {
        ui.say("p class=quiet", "goal-widget.examples-help");
        for element in all.iter().filter(|element| !weak.contains(element)) {
            offer(&mut ui, "h3", *element);
        }
    }
    ui.close();
    ui.marks().into()
}

/// A way to begin (0) or an example (1, 2) for an element: three for each, in their order.
pub(super) fn example(place: usize, texts: &Texts) -> &str {
    let element = Variant::Consensus.elements().get(place / 3).map_or("", |element| element.id());
    let which = ["begin", "1", "2"].get(place % 3).copied().unwrap_or_default();
    texts.at(&["goal-widget.for.", element, ".", which])
}

/// The three sentences of an element, under a heading.
fn offer(ui: &mut Drawing<'_>, heading: &str, element: ChangeElement) {
    let texts = ui.texts;
    let place = Variant::Consensus.elements().iter().position(|known| *known == element).unwrap_or_default();
    ui.leaf(heading, element.name(texts));
    ui.open("ul class=goals");
    for which in 0..3 {
        let text = example(place * 3 + which, texts);
        ui.open("li class=goal");
        let kind = texts.get(if which == 0 { "goal-widget.begin" } else { "goal-widget.example" });
        ui.leaf("p", &texts.pair(kind, text));
        ui.open("div part=actions");
        ui.open("button part=button type=button");
        ui.on(&Message::Use((place * 3 + which) as ItemId).to_text());
        let take = texts.get("goal-widget.use");
        ui.attribute("aria-label", &texts.pair(take, text));
        ui.text(take);
        ui.close_all(3);
    }
    ui.close();
}
