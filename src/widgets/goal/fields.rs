//! The fields that fill from the sentence and can be corrected.

use super::message::Message;
use super::reading::slot_text;
use super::state::State;
use super::view::on;
use crate::widgets::drawing::Drawing;
use crate::widgets::slot::Slot;

pub(super) fn draw(ui: &mut Drawing<'_>, state: &State) {
    let texts = ui.texts;
    let read = state.read.as_ref();
    ui.open("details");
    if !state.wrong.is_empty() {
        ui.attribute("open", "");
    }
    ui.say("summary", "goal-widget.details");
    ui.say("p class=quiet", "goal-widget.details-help");
    ui.open("div class=slots");
    for (index, slot) in Slot::ALL.into_iter().enumerate() {
        let id = ["slot-", slot.id()].concat();
        let wrong = state.wrong == slot.id();
        let own = state.work.draft.own(slot);
        let said = slot_text(slot, &state.work.draft.text, read);
        ui.open("div part=slot");
        ui.attribute("class", if own.is_some() { "slot mine" } else { "slot" });
        ui.open("label");
        ui.attribute("for", &id);
        ui.text(texts.of_id("goal-widget.slot.", slot.id(), ""));
        ui.close();
        ui.open(if slot.is_date() { "input type=date" } else { "input type=text autocomplete=off" });
        ui.attribute("id", &id);
        let note = [&id, "-from"].concat();
        ui.attribute("aria-describedby", &note);
        if wrong {
            ui.attribute("aria-invalid", "true");
        }
        on(ui, Message::Correct(index, ""));
        ui.value(own.unwrap_or(&said));
        ui.close();
        ui.open("p class=from");
        ui.attribute("id", &note);
        ui.text(match own {
            _ if wrong => texts.get("goal-widget.check"),
            Some(_) => texts.get("goal-widget.mine"),
            None if said.is_empty() => "",
            None => texts.get("goal-widget.from-text"),
        });
        ui.close();
        if own.is_some() && read.is_some() {
            ui.open("button part=button type=button");
            on(ui, Message::TakeBack(index));
            let take = texts.get("goal-widget.take");
            ui.attribute("aria-label", &texts.pair(take, texts.of_id("goal-widget.slot.", slot.id(), "")));
            ui.text(take);
            ui.close();
        }
        ui.close();
    }
    ui.close_all(2);
}
