//! What events and files tell.

use alloc::string::String;

use super::state::State;
use crate::chart::push_whole;
use crate::content::Texts;
use crate::survey::Statistic;
use crate::team::{Suppression, TeamProfile, TeamReport, shown_groups};
use crate::widgets::json::Json;

/// A file to take along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Csv,
    Json,
    Svg,
    Markdown,
}

impl Format {
    pub(super) const ALL: [Self; 4] = [Self::Csv, Self::Json, Self::Svg, Self::Markdown];

    /// The name people know it by, and the end of its file's name.
    pub(super) const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Csv => ("CSV", ".csv"),
            Self::Json => ("JSON", ".json"),
            Self::Svg => ("SVG", ".svg"),
            Self::Markdown => ("Markdown", ".md"),
        }
    }

    /// The name of its file.
    pub(super) fn file(self, texts: &Texts) -> String {
        [texts.get("team.file-name"), self.names().1].concat()
    }
}

/// The report on this round, beside the earlier one where there is one.
pub(super) fn report<'a>(state: &'a State, profile: &'a TeamProfile, texts: &'a Texts) -> TeamReport<'a> {
    let change = profile.questionnaire().perspective().change(state.change.as_deref(), texts);
    let report = TeamReport::new(profile, texts).about(change);
    let [_, earlier] = &state.profiles;
    match earlier {
        Some(earlier) => report.since(earlier),
        None => report,
    }
}

/// What `olievlek-change` tells: how many people's answers count, and how much is to be looked at.
pub(super) fn change(state: &State) -> String {
    let [now, _] = &state.sheets;
    let problems = now.known().map_or(0, |answers| answers.problems.len());
    let mut json = Json::default();
    json.open('{');
    count(&mut json, "people", now.people());
    count(&mut json, "problems", problems);
    json.close('}');
    json.into_text()
}

/// What `olievlek-complete` tells, and the JSON file: what `teamProfile` of the JavaScript API gives, without any person's
/// answers.
pub(super) fn json(state: &State) -> Option<String> {
    let [now, earlier] = &state.profiles;
    let mut json = Json::default();
    json.open('{');
    picture(&mut json, now.as_ref()?);
    json.begin("groups", '[');
    let responses = state.sheets.first()?.responses()?;
    let suppression = Suppression::of(&responses, state.minimum);
    for (place, column) in responses.groups.iter().enumerate() {
        json.next();
        json.open('{');
        json.field("name", &column.name);
        json.begin("values", '[');
        for group in shown_groups(&responses, place, &suppression).unwrap_or_default() {
            json.next();
            json.open('{');
            json.field("name", &group.name);
            match &group.profile {
                Ok(of) => {
                    json.begin("picture", '{');
                    picture(&mut json, of);
                    json.close('}');
                }
                Err(reason) => json.field("hidden", reason.id()),
            }
            json.close('}');
        }
        json.close(']');
        json.close('}');
    }
    json.close(']');
    if let Some(earlier) = earlier {
        json.begin("earlier", '{');
        picture(&mut json, earlier);
        json.close('}');
    }
    json.close('}');
    Some(json.into_text())
}

/// The fields of a picture.
fn picture(json: &mut Json, profile: &TeamProfile) {
    let questionnaire = profile.questionnaire();
    json.field("perspective", questionnaire.perspective().id());
    json.field("variant", questionnaire.variant().id());
    count(json, "people", profile.people() as usize);
    json.begin("elements", '[');
    for element in profile.elements() {
        json.next();
        json.open('{');
        json.field("id", element.element.id());
        if let Some(score) = element.score() {
            json.number("score", score);
        }
        if let Some(level) = element.agreement() {
            json.field("agreement", level.id());
        }
        figures(json, &[("rwgj", element.r_wg_j), ("alpha", element.alpha)]);
        counts(json, "levels", &element.levels);
        missing(json, [element.unknown, element.not_applicable, element.unanswered]);
        json.close('}');
    }
    json.close(']');
    json.begin("statements", '[');
    for (place, statement) in questionnaire.statements().iter().enumerate() {
        let of = profile.statement(place);
        let distribution = &of.distribution;
        json.next();
        json.open('{');
        json.field("id", statement.id());
        json.field("element", statement.element().id());
        let [mean, median, sd] = [distribution.mean(), distribution.median(), distribution.sd()];
        figures(json, &[("mean", mean), ("median", median), ("sd", sd), ("rwg", of.r_wg())]);
        figures(json, &[("ad", distribution.ad_mean()), ("polarisation", distribution.polarisation())]);
        counts(json, "answers", distribution.counts());
        missing(json, [of.unknown, of.not_applicable, of.unanswered]);
        json.close('}');
    }
    json.close(']');
    for (name, places) in [("mostSplit", profile.most_split(3)), ("mostDoubt", profile.most_doubt(3))] {
        json.begin(name, '[');
        for statement in places.into_iter().filter_map(|place| questionnaire.statements().get(place)) {
            json.text(statement.id());
        }
        json.close(']');
    }
}

/// Figures that are defined; one that is not stays away.
fn figures(json: &mut Json, figures: &[(&str, Statistic)]) {
    for (name, value) in figures {
        if let Ok(value) = value {
            json.number(name, *value);
        }
    }
}

fn missing(json: &mut Json, [unknown, not_applicable, unanswered]: [u64; 3]) {
    let kinds = [("unknown", unknown), ("notApplicable", not_applicable), ("unanswered", unanswered)];
    kinds.into_iter().for_each(|(name, number)| count(json, name, number as usize));
}

fn counts(json: &mut Json, name: &str, counts: &[u64]) {
    json.begin(name, '[');
    for count in counts {
        json.next();
        number(json, *count as usize);
    }
    json.close(']');
}

fn count(json: &mut Json, name: &str, count: usize) {
    json.name(name);
    number(json, count);
}

fn number(json: &mut Json, number: usize) {
    json.raw(|out| push_whole(out, number as u32));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widgets::team::state::tests::{state, table};

    #[test]
    fn a_file_tells_of_groups_that_may_be_shown_and_of_no_person() {
        let state = state(&table());
        let text = json(&state).unwrap();
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read["people"], 16);
        let teams = &read["groups"][0]["values"];
        assert_eq!((&teams[0]["picture"]["people"], &teams[2]["hidden"]), (&7.into(), &"too-small".into()));
        assert_eq!(teams[1]["hidden"], "would-give-away");
        assert_eq!(read["elements"][0]["levels"][0], 8);
        assert_eq!(read["statements"][1]["unknown"], 8);
        assert!((read["statements"][0]["mean"].as_f64().unwrap() - 3.0).abs() < 1e-9);
    }
}
