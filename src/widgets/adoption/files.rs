//! What events and the JSON file tell.

use alloc::string::String;

use super::model::Model;
use super::numbers::push_day;
use super::state::State;
use super::table::lines;
use super::verdict::Verdict;
use super::what_if::{RUNS, WAYS, year};
use crate::diffusion::{Rogers, adopter_counts};
use crate::widgets::json::Json;

/// A file to take along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Svg,
    Png,
    Csv,
    Json,
}

impl Format {
    pub(super) const ALL: [Self; 4] = [Self::Svg, Self::Png, Self::Csv, Self::Json];

    /// The name people know it by, which is also the end of its file's name.
    pub(super) const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Svg => ("SVG", ".svg"),
            Self::Png => ("PNG", ".png"),
            Self::Csv => ("CSV", ".csv"),
            Self::Json => ("JSON", ".json"),
        }
    }
}

/// What `olievlek-change` tells; with `all` also the numbers month by month and what was seen.
pub(super) fn json(state: &State, model: &Model, all: bool) -> String {
    let centre = &state.work.centre;
    let mut json = Json::default();
    json.open('{');
    json.whole("people", centre.people() as u16);
    json.whole("workingGroup", centre.group() as u16);
    json.field("start", &day(model.axis.start()));
    json.begin("sites", '[');
    for site in &centre.sites {
        json.next();
        json.open('{');
        json.field("name", &site.name);
        json.whole("people", site.people() as u16);
        json.whole("workingGroup", site.group() as u16);
        json.field("tempo", site.tempo.id());
        let (p, q) = site.tempo.per_mille();
        json.fraction("p", p as u16, 1000);
        json.fraction("q", q as u16, 1000);
        json.close('}');
    }
    json.close(']');
    json.begin("categories", '{');
    for (category, count) in Rogers::ALL.into_iter().zip(adopter_counts(model.plan.people)) {
        json.whole(category.id(), count as u16);
    }
    json.close('}');
    for (name, count) in [("half", model.plan.people.div_ceil(2)), ("everyone", model.plan.people)] {
        if let Some(place) = model.plan.morning_of(count) {
            json.field(name, &day(model.day(place)));
        }
    }
    json.field("verdict", Verdict::of(model).id());
    if all {
        json.begin("points", '[');
        for line in lines(model) {
            point(&mut json, line.day, super::numbers::people(line.expected));
        }
        json.close(']');
    }
    json.begin("seen", '[');
    for seen in &model.seen {
        point(&mut json, seen.day, seen.count as usize);
    }
    json.close(']');
    json.close('}');
    json.into_text()
}

/// What `olievlek-complete` tells.
pub(super) fn played(state: &State, model: &Model) -> String {
    let mut json = Json::default();
    json.open('{');
    json.whole("runs", RUNS as u16);
    json.begin("scenarios", '[');
    let ways = state.game.iter().flat_map(|game| WAYS.iter().zip(&game.ways));
    for (id, way) in ways {
        json.next();
        json.open('{');
        json.field("id", id);
        json.whole("afterYear", super::numbers::people(way.mean(year(&model.axis))) as u16);
        json.close('}');
    }
    json.close(']');
    json.close('}');
    json.into_text()
}

fn point(json: &mut Json, on: i32, count: usize) {
    json.next();
    json.open('{');
    json.field("date", &day(on));
    json.whole("count", count as u16);
    json.close('}');
}

fn day(day: i32) -> String {
    let mut text = String::new();
    push_day(&mut text, day);
    text
}
