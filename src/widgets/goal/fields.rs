//! The fields that fill from the sentence and can be corrected.

use super::draft::Slot;
use super::list::numbered;
use super::message::Message;
use super::reading::slot_text;
use super::state::{Notice, State};
use super::view::on;
use crate::content::Texts;
use crate::widgets::drawing::Drawing;

pub(super) fn draw(ui: &mut Drawing<'_>, state: &State) {
    let texts = ui.texts;
    let read = state.read.as_ref();
    let wrong = match &state.notice {
        Some(Notice::Slot(slot)) => Some(*slot),
        _ => None,
    };
    ui.open("details");
    if wrong.is_some() {
        ui.attribute("open", "");
    }
    ui.say("summary", "goal-widget.details");
    ui.say("p class=quiet", "goal-widget.details-help");
    ui.open("div class=slots");
    for (index, slot) in Slot::ALL.into_iter().enumerate() {
        let id = numbered("slot-", index as u32 + 1);
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
        if wrong == Some(slot) {
            ui.attribute("aria-invalid", "true");
        }
        on(ui, Message::Correct(index, ""));
        ui.value(own.unwrap_or(&said));
        ui.close();
        ui.open("p class=from");
        ui.attribute("id", &note);
        ui.text(match own {
            _ if wrong == Some(slot) => fault(slot, texts),
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

/// What is expected of a field that cannot be understood.
pub(super) fn fault(slot: Slot, texts: &Texts) -> &str {
    texts.get(match slot {
        Slot::Baseline | Slot::Target => "goal-widget.error.number",
        _ if slot.is_date() => "goal-widget.error.date",
        _ => "goal-widget.error.long",
    })
}
