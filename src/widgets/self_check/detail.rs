//! What events tell, as JSON: the same fields as the JavaScript API has, which a browser test holds together.

use alloc::string::String;

use super::state::State;
use crate::content::Texts;
use crate::knoster::{Claim, ElementProfile, Report};
use crate::survey::Answer;
use crate::widgets::json::Json;

/// The answers by statement id.
pub(super) fn answers(state: &State) -> String {
    let mut json = Json::default();
    push_answers(&mut json, state);
    json.into_text()
}

/// What `olievlek-change` tells.
pub(super) fn change(state: &State) -> String {
    let (answered, total) = state.progress();
    let mut json = Json::default();
    json.open('{');
    json.name("answers");
    push_answers(&mut json, state);
    json.whole("answered", answered as u16);
    json.whole("total", total as u16);
    json.close('}');
    json.into_text()
}

/// What `olievlek-complete` tells.
pub(super) fn result(state: &State, texts: &Texts) -> String {
    let profile = state.profile();
    let report = Report::new(&profile, texts);
    let mut json = Json::default();
    json.open('{');
    json.field("code", &state.code());
    json.field("perspective", profile.perspective().id());
    json.field("variant", profile.variant().id());
    json.name("answers");
    push_answers(&mut json, state);
    json.begin("profile", '{');
    json.field("perspective", profile.perspective().id());
    json.field("variant", profile.variant().id());
    json.begin("elements", '[');
    for element in profile.elements() {
        push_element(&mut json, element, &report);
    }
    json.close(']');
    json.begin("weakest", '[');
    for element in profile.weakest() {
        json.text(element.id());
    }
    json.close(']');
    json.field("headline", &report.headline());
    json.close('}');
    json.close('}');
    json.into_text()
}

fn push_answers(json: &mut Json, state: &State) {
    json.open('{');
    for (statement, answer) in state.questionnaire().answered(state.answers()) {
        match answer {
            Answer::Agreement(agreement) => json.whole(statement.id(), agreement.value().into()),
            Answer::Unknown | Answer::NotApplicable => json.field(statement.id(), answer.id()),
            Answer::Unanswered => {}
        }
    }
    json.close('}');
}

fn push_element(json: &mut Json, element: &ElementProfile, report: &Report<'_>) {
    let counts = element.counts();
    json.next();
    json.open('{');
    json.field("id", element.element().id());
    json.field("name", report.name(element.element()));
    if element.score().is_some() {
        json.fraction("score", element.points(), 4 * counts.answered);
    }
    json.field("status", element.status().id());
    json.whole("points", element.points());
    json.whole("answered", counts.answered);
    json.whole("unknown", counts.unknown);
    json.whole("notApplicable", counts.not_applicable);
    json.whole("unanswered", counts.unanswered);
    if let Some(signal) = element.signal() {
        json.begin("signal", '{');
        json.field("id", signal.id());
        json.field("text", report.signal(element.element()));
        json.begin("sources", '[');
        for source in Claim::Signals.sources() {
            json.next();
            json.open('{');
            json.field("title", source.title);
            json.field("url", source.url);
            json.close('}');
        }
        json.close(']');
        json.close('}');
    }
    json.begin("advice", '[');
    for advice in report.advice(element.element()) {
        json.text(advice);
    }
    json.close(']');
    json.close('}');
}
