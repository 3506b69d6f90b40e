//! The fields that fill from the sentence and can be corrected.

use alloc::string::String;

use super::draft::Draft;
use super::message::Message;
use crate::content::Texts;
use crate::smarti::ItemId;
use crate::widgets::drawing::Drawing;
use crate::widgets::slot::Slot;

/// The fields, once someone opened them, or where one of them is `wrong`.
pub(super) fn draw(draft: Draft<'_>, wrong: &str, texts: &Texts) -> String {
    if !draft.has_open('f') && wrong.is_empty() {
        return String::new();
    }
    let mut ui = Drawing::new(texts);
    ui.open("details id=fields open=");
    ui.say("summary", "goal-widget.details");
    ui.say("p class=quiet", "goal-widget.details-help");
    ui.open("div class=slots");
    for (place, slot) in Slot::ALL.into_iter().enumerate() {
        one(&mut ui, draft, slot, place as ItemId, wrong == slot.id());
    }
    ui.close_all(2);
    ui.marks().into()
}

fn one(ui: &mut Drawing<'_>, draft: Draft<'_>, slot: Slot, place: ItemId, wrong: bool) {
    let texts = ui.texts;
    let id = ["slot-", slot.id()].concat();
    let own = draft.own(slot);
    let name = texts.of_id("goal-widget.slot.", slot.id(), "");
    ui.open("div part=slot");
    ui.attribute("class", if own.is_some() { "slot mine" } else { "slot" });
    ui.open("label");
    ui.attribute("for", &id);
    ui.text(name);
    ui.close();
    ui.open(if slot.is_date() { "input type=date" } else { "input type=text autocomplete=off" });
    ui.attribute("id", &id);
    let note = [&id, "-from"].concat();
    ui.attribute("aria-describedby", &note);
    if wrong {
        ui.attribute("aria-invalid", "true");
    }
    ui.on(&Message::Correct(place).to_text());
    ui.value(draft.field(slot));
    ui.close();
    ui.open("p class=from");
    ui.attribute("id", &note);
    ui.text(match own {
        _ if wrong => texts.get("goal-widget.check"),
        Some(_) => texts.get("goal-widget.mine"),
        None if draft.said(slot).is_empty() => "",
        None => texts.get("goal-widget.from-text"),
    });
    ui.close();
    if own.is_some() && draft.is_read() {
        ui.open("button part=button type=button");
        ui.on(&Message::TakeBack(place).to_text());
        let take = texts.get("goal-widget.take");
        ui.attribute("aria-label", &texts.pair(take, name));
        ui.text(take);
        ui.close();
    }
    ui.close();
}
