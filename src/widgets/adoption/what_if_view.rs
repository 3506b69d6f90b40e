//! The what-if: its assumptions, its progress and its outcome.

use alloc::string::String;
use alloc::vec::Vec;

use super::message::Message;
use super::numbers::{count, month};
use super::state::{Model, State};
use super::view::{button, on};
use super::what_if::{Game, RUNS};
use crate::chart::{Layer, Panel, Plot, whole};
use crate::content::Texts;
use crate::diffusion::simulation::{Attention, Ensemble};
use crate::widgets::drawing::Drawing;

pub(super) fn draw(ui: &mut Drawing<'_>, state: &State, model: &Model) {
    let texts = ui.texts;
    ui.open("section part=what-if");
    ui.say("h3", "adoption.what-if");
    ui.open("div class=beside");
    ui.open("div");
    ui.leaf("p part=text", &texts.fill_one("adoption.what-if-help", "n", &whole(RUNS)));
    ui.say("p class=note", "adoption.what-if-assumed");
    match &state.game {
        Some(game) if state.playing => {
            let (done, all) = (whole(game.done()), whole(game.all()));
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
        (Some(game), Some(model)) if !state.playing => compared(&ways(game, model), model, texts),
        _ => String::new(),
    }
}

/// One way to spread attention, over all runs.
pub(super) struct Way {
    pub(super) attention: Attention,
    /// When half of the runs have half of the people; none where they have not by the end.
    half: Option<i32>,
    /// How many take part at the end of the school year: the mean, and four in five runs.
    pub(super) mean: f64,
    low: u32,
    high: u32,
}

/// The step at which the ways are compared: the end of a school year.
fn year(game: &Game, model: &Model) -> usize {
    model.axis.morning_after(9.8).unwrap_or(game.steps).min(game.steps)
}

pub(super) fn ways(game: &Game, model: &Model) -> Vec<Way> {
    let year = year(game, model);
    let way = |(attention, ensemble): (Attention, &Ensemble)| {
        let at = |share| ensemble.quantile(share).get(year).copied().unwrap_or_default();
        let chances = ensemble.chance_of(model.plan.people.div_ceil(2));
        let middle = chances.iter().position(|chance| *chance >= 0.5);
        Way {
            attention,
            half: middle.map(|step| model.day(step)),
            mean: ensemble.mean().get(year).copied().unwrap_or_default(),
            low: at(0.1),
            high: at(0.9),
        }
    };
    Attention::ALL.into_iter().zip(&game.ensembles).map(way).collect()
}

/// Whether the ways differ by more than chance does.
fn compared(ways: &[Way], model: &Model, texts: &Texts) -> String {
    let Some(most) = ways.iter().max_by(|a, b| a.mean.total_cmp(&b.mean)) else { return String::new() };
    let apart = ways.iter().any(|way| way.high < most.low);
    let key = if apart { "adoption.apart-more" } else { "adoption.apart-less" };
    let date = month(model.day(model.axis.morning_after(9.8).unwrap_or_default()), texts);
    let name = texts.of_id("adoption.attention.", most.attention.id(), "");
    texts.fill(key, &[("name", name), ("date", &date), ("n", &count(most.mean))])
}

fn outcome(ui: &mut Drawing<'_>, state: &State, model: &Model, game: &Game) {
    let texts = ui.texts;
    let ways = ways(game, model);
    ui.open("div");
    ui.leaf("p part=headline", &compared(&ways, model, texts));
    ui.chart(&scene(state, model, game, texts));
    let date = month(model.day(year(game, model)), texts);
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
    for (way, class) in ways.iter().zip(LINES) {
        ui.open("tr");
        ui.open("th scope=row");
        ui.open("span aria-hidden=true");
        ui.attribute("class", &["key ", class].concat());
        ui.close();
        ui.text(" ");
        ui.text(texts.of_id("adoption.attention.", way.attention.id(), ""));
        ui.close();
        let values = [("n", &*count(way.mean)), ("low", &whole(way.low as usize)), ("high", &whole(way.high as usize))];
        ui.leaf("td", &texts.fill("adoption.with-band", &values));
        ui.leaf("td", &way.half.map_or_else(|| "–".into(), |day| month(day, texts)));
        ui.close();
    }
    ui.close_all(3);
    ui.say("p class=quiet", "adoption.with-band-note");
    ui.close();
}

/// The lines of the three ways.
const LINES: [&str; 3] = ["curve", "curve second", "curve third"];

fn scene(state: &State, model: &Model, game: &Game, texts: &Texts) -> crate::chart::Scene {
    let people = f64::from(model.plan.people);
    let means: Vec<Vec<f64>> = game.ensembles.iter().map(Ensemble::mean).collect();
    // Until all lines are nearly there.
    let there = |mean: &Vec<f64>| mean.iter().position(|count| *count > 0.97 * people).unwrap_or(game.steps);
    let last = means.iter().map(there).max().unwrap_or(game.steps).clamp(1, game.steps);
    let span = (f64::from(model.day(0)), f64::from(model.day(last)));
    let mut plot = Plot::new(texts.get("adoption.what-if"), f64::from(state.width), span);
    plot.rests = model.axis.rests();
    plot.ticks = super::chart::months(span, plot.width, texts);
    let mut panel = Panel::new(texts.get("adoption.takers"), 160.0, people);
    panel.ticks = super::chart::ticks(people);
    for (mean, class) in means.iter().zip(LINES) {
        let points = mean.iter().take(last + 1).enumerate();
        panel.layers.push(Layer::line(class, points.map(|(step, mean)| (f64::from(model.day(step)), *mean)).collect()));
    }
    plot.panels.push(panel);
    plot.scene()
}
