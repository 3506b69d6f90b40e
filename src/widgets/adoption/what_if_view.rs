//! The what-if: its assumptions, its progress and its outcome.

use alloc::string::String;

use super::message::Message;
use super::model::Model;
use super::numbers::{count, month};
use super::state::State;
use super::view::{button, on};
use super::what_if::{Played, RUNS, WAYS, Way, year};
use crate::chart::{Layer, Panel, Plot, whole};
use crate::content::Texts;
use crate::widgets::drawing::Drawing;

pub(super) fn draw(ui: &mut Drawing<'_>, state: &State, model: &Model) {
    let texts = ui.texts;
    ui.open("section part=what-if");
    ui.say("h3", "adoption.what-if");
    ui.open("div class=beside");
    ui.open("div");
    ui.leaf("p part=text", &texts.fill_one("adoption.what-if-help", "n", &whole(RUNS as usize)));
    ui.say("p class=note", "adoption.what-if-assumed");
    match &state.game {
        Some(game) if state.playing => {
            let (done, all) = (whole(game.done as usize), whole(game.all as usize));
            let said = texts.fill("adoption.progress", &[("n", &done), ("total", &all)]);
            ui.open("progress");
            ui.attribute("max", &all);
            ui.attribute("value", &done);
            ui.attribute("aria-label", &said);
            ui.close();
            ui.open("div part=actions");
            button(ui, "adoption.stop", Message::Stop);
            ui.leaf("p class=quiet", &said);
            ui.close();
        }
        game => {
            ui.open("div part=actions");
            ui.open("button type=button id=play");
            ui.attribute("part", "button button-primary");
            on(ui, Message::Play);
            ui.text(texts.get(if game.is_some() { "adoption.again" } else { "adoption.play" }));
            ui.close_all(2);
        }
    }
    ui.close();
    if let Some(game) = state.game.as_ref().filter(|_| !state.playing) {
        outcome(ui, state, model, game);
    }
    ui.close_all(2);
}

/// What a screen reader says when a what-if is over.
pub(super) fn announcement(state: &State, texts: &Texts) -> String {
    match (&state.game, &state.model) {
        (Some(game), Some(model)) if !state.playing => compared(game, model, texts),
        _ => String::new(),
    }
}

/// Whether the ways differ by more than chance does.
fn compared(game: &Played, model: &Model, texts: &Texts) -> String {
    let year = year(&model.axis);
    let mean = |(_, way): &(&&str, &Way)| way.mean(year);
    let most = WAYS.iter().zip(&game.ways).max_by(|a, b| mean(a).total_cmp(&mean(b)));
    let Some((id, most)) = most else { return String::new() };
    let apart = game.ways.iter().any(|way| way.high < most.low);
    let key = if apart { "adoption.apart-more" } else { "adoption.apart-less" };
    let date = month(model.day(year), texts);
    let name = texts.of_id("adoption.attention.", id, "");
    texts.fill(key, &[("name", name), ("date", &date), ("n", &count(most.mean(year)))])
}

fn outcome(ui: &mut Drawing<'_>, state: &State, model: &Model, game: &Played) {
    let texts = ui.texts;
    let year = year(&model.axis);
    ui.open("div");
    ui.leaf("p part=headline", &compared(game, model, texts));
    ui.chart(&scene(state, model, game, texts));
    let date = month(model.day(year), texts);
    ui.open("div class=wide tabindex=0 role=region");
    ui.label("adoption.what-if");
    ui.open("table part=table");
    ui.say("caption", "adoption.what-if");
    ui.open("thead");
    ui.open("tr");
    ui.say("th scope=col", "adoption.attention-for");
    ui.leaf("th scope=col", &texts.fill_one("adoption.then", "date", &date));
    ui.say("th scope=col", "adoption.half");
    ui.close_all(2);
    ui.open("tbody");
    for ((id, way), class) in WAYS.iter().zip(&game.ways).zip(LINES) {
        ui.open("tr");
        ui.open("th scope=row");
        ui.open("span aria-hidden=true");
        ui.attribute("class", &["key ", class].concat());
        ui.close();
        ui.text(" ");
        ui.text(texts.of_id("adoption.attention.", id, ""));
        ui.close();
        let values =
            [("n", &*count(way.mean(year))), ("low", &whole(way.low as usize)), ("high", &whole(way.high as usize))];
        ui.leaf("td", &texts.fill("adoption.with-band", &values));
        ui.leaf("td", &way.half.map_or_else(|| "–".into(), |step| month(model.day(step), texts)));
        ui.close();
    }
    ui.close_all(3);
    ui.say("p class=quiet", "adoption.with-band-note");
    ui.close();
}

/// The lines of the three ways.
const LINES: [&str; 3] = ["curve", "curve second", "curve third"];

fn scene(state: &State, model: &Model, game: &Played, texts: &Texts) -> crate::chart::Scene {
    let people = f64::from(model.plan.people);
    // Until all lines are nearly there.
    let there = |way: &Way| way.means.iter().position(|count| *count > 0.97 * people).unwrap_or(way.means.len() - 1);
    let last = game.ways.iter().map(there).max().unwrap_or(1).max(1);
    let span = (f64::from(model.day(0)), f64::from(model.day(last)));
    let mut plot = Plot::new(texts.get("adoption.what-if"), f64::from(state.width), span);
    plot.rests = model.axis.rests();
    plot.ticks = super::chart::months(span, plot.width, texts);
    let mut panel = Panel::new(texts.get("adoption.takers"), 160.0, people);
    panel.ticks = super::chart::ticks(people);
    for (way, class) in game.ways.iter().zip(LINES) {
        let points = way.means.iter().take(last + 1).enumerate();
        panel.layers.push(Layer::line(class, points.map(|(step, mean)| (f64::from(model.day(step)), *mean)).collect()));
    }
    plot.panels.push(panel);
    plot.scene()
}
