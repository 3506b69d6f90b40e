//! The table for what was seen, with what is wrong at its row, and what the numbers say.

use alloc::string::String;

use super::message::Message;
use super::model::Model;
use super::seen::{MOST_ROWS, Row, RowFault};
use super::state::State;
use super::view::{button, on};
use crate::chart::whole;
use crate::content::Texts;
use crate::widgets::drawing::Drawing;

pub(super) fn draw(ui: &mut Drawing<'_>, state: &State, model: &Model) {
    ui.open("section part=seen");
    ui.say("h3 id=seen tabindex=-1", "adoption.seen");
    ui.say("p part=text", "adoption.seen-help");
    kind(ui, state);
    ui.open("div class=beside");
    ui.open("div");
    ui.open("table part=rows");
    ui.label("adoption.seen");
    ui.open("thead");
    ui.open("tr");
    ui.say("th scope=col", "adoption.date");
    ui.say("th scope=col", if state.work.each { "adoption.new" } else { "adoption.takers" });
    ui.open("td");
    ui.close_all(3);
    ui.open("tbody");
    let rows = &state.work.rows;
    let blank = Row::default();
    // There is always a row to go on with, and three to begin with.
    let more = rows.len().max(2) + 1;
    for place in 0..more.min(MOST_ROWS) {
        let fault = model.faults.get(place).copied().flatten();
        row(ui, place, rows.get(place).unwrap_or(&blank), fault, model, place < rows.len());
    }
    ui.close_all(2);
    if !rows.is_empty() {
        ui.open("div part=actions");
        button(ui, "adoption.clear", Message::ClearRows);
        ui.close();
    }
    ui.close();
    super::verdict::draw(ui, state, model);
    ui.close_all(2);
}

fn kind(ui: &mut Drawing<'_>, state: &State) {
    ui.open("fieldset class=choice");
    ui.say("legend", "adoption.kind");
    for (kind, key) in ["adoption.kind-total", "adoption.kind-new"].into_iter().enumerate() {
        ui.open("label part=option");
        ui.open("input type=radio name=kind");
        ui.attribute("value", &whole(kind));
        ui.checked(usize::from(state.work.each) == kind);
        on(ui, Message::Kind(kind));
        ui.close();
        ui.say("span", key);
        ui.close();
    }
    ui.close();
}

fn row(ui: &mut Drawing<'_>, place: usize, row: &Row, fault: Option<RowFault>, model: &Model, is_there: bool) {
    let texts = ui.texts;
    let number = whole(place + 1);
    let note = ["row-", &number].concat();
    ui.open("tr");
    let cells = [("date-", "adoption.date", &row.date, true), ("count-", "adoption.takers", &row.count, false)];
    for (name, key, typed, is_date) in cells {
        ui.open("td");
        ui.open("input part=field type=text autocomplete=off");
        ui.attribute("id", &[name, &whole(place)].concat());
        // Where pasted rows go.
        ui.attribute("data-cell", &whole(2 * place + usize::from(!is_date)));
        if !is_date {
            ui.attribute("inputmode", "numeric");
        }
        let label = texts.fill("adoption.row", &[("name", texts.get(key)), ("n", &number)]);
        ui.attribute("aria-label", &label);
        if fault.is_some_and(|fault| fault.is_of_date() == is_date) {
            ui.attribute("aria-invalid", "true");
            ui.attribute("aria-describedby", &note);
        }
        on(ui, if is_date { Message::Date(place, "") } else { Message::Count(place, "") });
        ui.value(typed);
        ui.close();
        if let Some(fault) = fault.filter(|fault| fault.is_of_date() == is_date) {
            ui.open("p class=fault");
            ui.attribute("id", &note);
            ui.text(&fault_text(fault, model, texts));
            ui.close();
        }
        ui.close();
    }
    ui.open("td");
    if is_there {
        ui.open("button part=button type=button");
        on(ui, Message::RemoveRow(place));
        let remove = texts.get("adoption.remove");
        ui.attribute("aria-label", &texts.fill("adoption.row", &[("name", remove), ("n", &number)]));
        ui.attribute("title", remove);
        ui.text("×");
        ui.close();
    }
    ui.close_all(2);
}

fn fault_text(fault: RowFault, model: &Model, texts: &Texts) -> String {
    let key = ["adoption.fault.", fault.id()].concat();
    let number = match fault {
        RowFault::BelowStart => model.plan.expected.first().copied().unwrap_or_default(),
        _ => f64::from(model.plan.people),
    };
    texts.fill_one(&key, "n", &super::numbers::count(number))
}
