//! The fields for the centre: numbers with a slider each, and the places with their tempo.

use alloc::string::String;

use super::centre::{Amount, MOST_SITES, Site};
use super::message::Message;
use super::numbers::{site_name, tenths};
use super::state::State;
use super::view::{button, on};
use crate::calendar::{date, iso};
use crate::chart::whole;
use crate::widgets::drawing::Drawing;

pub(super) fn draw(ui: &mut Drawing<'_>, state: &State) {
    let centre = &state.work.centre;
    let several = centre.sites.len() > 1;
    ui.open("div part=setup");
    ui.say("h3", "adoption.setup");
    start(ui, state);
    for (place, site) in centre.sites.iter().enumerate() {
        ui.open("fieldset part=site");
        if several {
            ui.leaf("legend", &site_name(centre, place, ui.texts));
            field(ui, "name", place, "adoption.site-name");
            ui.open("input part=field type=text autocomplete=off");
            ui.attribute("id", &id("name", place));
            on(ui, Message::Name(place, ""));
            ui.value(&site.name);
            ui.close_all(2);
        } else {
            ui.attribute("aria-label", ui.texts.get("adoption.setup"));
        }
        let most = site.people().max(120);
        amount(ui, "people", place, &site.people, (1, most), Message::People(place, ""));
        amount(ui, "group", place, &site.group, (0, site.people()), Message::Group(place, ""));
        tempo(ui, place, site);
        if several {
            ui.open("button part=button type=button");
            on(ui, Message::RemoveSite(place));
            let remove = ui.texts.get("adoption.remove");
            ui.attribute("aria-label", &ui.texts.pair(remove, &site_name(centre, place, ui.texts)));
            ui.text(remove);
            ui.close();
        }
        ui.close();
    }
    if several {
        let (people, group) = (whole(centre.people() as usize), whole(centre.group() as usize));
        ui.leaf("p class=quiet", &ui.texts.fill("adoption.sum", &[("total", &people), ("n", &group)]));
        ui.say("p class=quiet", "adoption.apart");
    }
    if centre.sites.len() < MOST_SITES {
        ui.open("div part=actions");
        button(ui, "adoption.add-site", Message::AddSite);
        ui.close();
    }
    ui.close();
}

fn start(ui: &mut Drawing<'_>, state: &State) {
    ui.open("div class=field-row");
    ui.say("label for=start", "adoption.start");
    ui.open("input part=field type=date id=start");
    if state.start_typed.is_some() {
        ui.attribute("aria-invalid", "true");
        ui.attribute("aria-describedby", "start-fault");
    }
    on(ui, Message::Start(""));
    let shown = state.start.map(|start| iso(date(start))).unwrap_or_default();
    ui.value(state.start_typed.as_deref().unwrap_or(&shown));
    ui.close();
    if state.start_typed.is_some() {
        ui.say("p part=error id=start-fault", "adoption.start-fault");
    }
    ui.close();
}

/// Begins a row with a label for the field of this name.
fn field(ui: &mut Drawing<'_>, name: &str, place: usize, label: &str) {
    ui.open("div class=field-row");
    ui.open("label");
    ui.attribute("for", &id(name, place));
    ui.text(ui.texts.get(label));
    ui.close();
}

fn id(name: &str, place: usize) -> String {
    [name, "-", &whole(place)].concat()
}

/// A number with a slider; both are the same message.
fn amount(
    ui: &mut Drawing<'_>,
    name: &'static str,
    place: usize,
    amount: &Amount,
    (least, most): (u32, u32),
    message: Message<'_>,
) {
    let key = ["adoption.", name].concat();
    field(ui, name, place, &key);
    ui.open("div class=amount");
    ui.open("input part=field type=text inputmode=numeric autocomplete=off");
    ui.attribute("id", &id(name, place));
    let fault = amount.is_wrong() || (name == "group" && amount.value > most);
    if fault {
        ui.attribute("aria-invalid", "true");
        ui.attribute("aria-describedby", &id(name, place).replace('-', "-fault-"));
    }
    on(ui, message);
    ui.value(&amount.typed);
    ui.close();
    ui.open("input part=slider type=range");
    ui.attribute("aria-label", ui.texts.get(&key));
    ui.attribute("min", &whole(least as usize));
    ui.attribute("max", &whole(most as usize));
    on(ui, message);
    ui.value(&whole(amount.value.min(most) as usize));
    ui.close_all(2);
    if fault {
        ui.open("p part=error");
        ui.attribute("id", &id(name, place).replace('-', "-fault-"));
        let values = [
            ("start", &*whole(least as usize)),
            ("end", &*whole(if name == "group" { most } else { super::centre::MOST_PEOPLE } as usize)),
        ];
        ui.text(&ui.texts.fill("adoption.amount-fault", &values));
        ui.close();
    }
    ui.close();
}

fn tempo(ui: &mut Drawing<'_>, place: usize, site: &Site) {
    let texts = ui.texts;
    field(ui, "tempo", place, "adoption.tempo");
    ui.open("select part=field");
    ui.attribute("id", &id("tempo", place));
    ui.attribute("aria-describedby", &id("assumed", place));
    on(ui, Message::Tempo(place, ""));
    ui.value(site.tempo.id());
    for tempo in super::centre::Tempo::ALL {
        ui.open("option");
        ui.attribute("value", tempo.id());
        ui.text(texts.of_id("adoption.tempos.", tempo.id(), ""));
        ui.close();
    }
    ui.close();
    let (p, q) = site.tempo.per_mille();
    ui.open("p class=quiet");
    ui.attribute("id", &id("assumed", place));
    ui.text(&texts.fill("adoption.assumed", &[("p", &tenths(p, texts)), ("q", &tenths(q, texts))]));
    ui.close_all(2);
}
