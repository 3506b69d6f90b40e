//! The page with the picture of a team: what to discuss first, each element, and groups that may be shown.

use alloc::string::String;
use alloc::vec::Vec;

use super::files::{Format, report};
use super::message::Message;
use super::state::State;
use super::view::{button, choice, heading, notice, select};
use crate::chart::{stacked, whole};
use crate::content::Texts;
use crate::team::{
    SuppressionReason, TalkPoint, TeamElement, TeamGroup, TeamProfile, TeamReport, percent, team_groups,
};
use crate::widgets::drawing::Drawing;

pub(super) fn draw(ui: &mut Drawing<'_>, state: &State, profile: &TeamProfile) {
    let texts = ui.texts;
    let report = report(state, profile, texts);
    ui.key(2);
    ui.open("div part=profile");
    heading(ui, texts.get("team.profile"));
    notice(ui, state);
    ui.leaf("p class=about", &report.people());
    ui.say("p part=text", "report.note");
    first(ui, &report);
    ui.open("section");
    ui.say("h3", "team.elements");
    legend(ui);
    for element in profile.elements() {
        section(ui, &report, &element);
    }
    let [_, earlier] = &state.profiles;
    if earlier.is_some() {
        ui.say("p class=quiet", "team.change-note");
    }
    ui.close();
    groups(ui, state);
    ui.close();
    take_away(ui);
}

/// What to discuss first: where people are divided, and what they do not know.
fn first(ui: &mut Drawing<'_>, report: &TeamReport<'_>) {
    ui.open("section part=first");
    ui.say("h3", "team.first");
    for (title, none, points) in
        [("team.split", "team.no-split", report.splits()), ("team.doubt", "team.no-doubt", report.doubts())]
    {
        talk(ui, report, if points.is_empty() { none } else { title }, &points);
    }
    ui.close();
}

fn talk(ui: &mut Drawing<'_>, report: &TeamReport<'_>, title: &str, points: &[TalkPoint]) {
    if points.is_empty() {
        return ui.say("p part=text", title);
    }
    ui.say("h4", title);
    ui.open("ol part=points");
    for point in points {
        ui.open("li");
        ui.leaf("p part=statement", &point.text);
        ui.leaf("p", &point.reading);
        ui.chart(&stacked(&ui.texts.pair(&point.text, &point.reading), &[report.stack_of(point.place)]));
        ui.close();
    }
    ui.close();
}

/// What the parts of a bar are.
pub(super) fn legend(ui: &mut Drawing<'_>) {
    let texts = ui.texts;
    ui.open("ul part=legend");
    for level in ["1", "2", "3", "4", "5"] {
        key(ui, &["key level-", level].concat(), texts.of_id("team.level.", level, ""));
    }
    key(ui, "key unknown", texts.get("report.answer.unknown"));
    ui.close();
}

fn key(ui: &mut Drawing<'_>, class: &str, text: &str) {
    ui.open("li");
    ui.open("span aria-hidden=true");
    ui.attribute("class", class);
    ui.close();
    ui.text(text);
    ui.close();
}

/// An element: how it was answered, what that says, and its figures.
fn section(ui: &mut Drawing<'_>, report: &TeamReport<'_>, element: &TeamElement) {
    let texts = ui.texts;
    ui.open("article part=element");
    ui.leaf("h4", element.element.name(texts));
    bar(ui, report, element);
    for sentence in report.sentences(element) {
        ui.leaf("p part=text", &sentence);
    }
    ui.open("details");
    let figures = texts.pair(element.element.name(texts), texts.get("team.figures"));
    ui.leaf("summary", &figures);
    table(ui, &figures, &report.table(element.element));
    let mut line = String::new();
    for (name, value) in report.figures(element) {
        line.push_str(&texts.pair(name, &value));
        line.push_str(". ");
    }
    ui.leaf("p class=quiet", &line);
    ui.close_all(2);
}

/// The bar of an element, with all it shows as its name for screen readers.
pub(super) fn bar(ui: &mut Drawing<'_>, report: &TeamReport<'_>, element: &TeamElement) {
    let texts = ui.texts;
    let mut stack = report.stack(element);
    let mut title = String::new();
    for (level, (count, _)) in ["1", "2", "3", "4", "5"].iter().zip(&stack.parts) {
        title.push_str(&texts.pair(texts.of_id("team.level.", level, ""), &whole(*count as usize)));
        title.push_str(", ");
    }
    title.push_str(&texts.pair(texts.get("report.answer.unknown"), &whole(element.unknown as usize)));
    let title = texts.pair(&stack.label, &title);
    // The name stands above as a heading, and the rest below.
    stack.label.clear();
    let answered = core::mem::take(&mut stack.reading);
    ui.chart(&stacked(&title, &[stack]));
    ui.leaf("p class=quiet", &answered);
}

fn table(ui: &mut Drawing<'_>, caption: &str, rows: &[Vec<String>]) {
    ui.open("div class=wide tabindex=0 role=region");
    ui.attribute("aria-label", caption);
    ui.open("table part=table");
    for (index, row) in rows.iter().enumerate() {
        ui.open(if index == 0 { "thead" } else { "tbody" });
        ui.open("tr");
        for (column, cell) in row.iter().enumerate() {
            let element = match (index, column) {
                (0, _) => "th scope=col",
                (_, 0) => "th scope=row",
                _ => "td",
            };
            ui.leaf(element, cell);
        }
        ui.close_all(2);
    }
    ui.close_all(2);
}

/// The same for each group of a column that was chosen, as far as it may be shown.
fn groups(ui: &mut Drawing<'_>, state: &State) {
    let texts = ui.texts;
    let Some(responses) = state.sheets.first().and_then(|sheet| sheet.responses()) else { return };
    if responses.groups.is_empty() {
        return;
    }
    ui.open("section part=groups");
    ui.say("h3", "team.groups");
    ui.say("label for=group", "team.group-by");
    select(ui, "group", Message::GroupBy(""));
    choice(ui, "", texts.get("team.choose"));
    for (place, column) in responses.groups.iter().enumerate().take(10) {
        choice(ui, &whole(place), &column.name);
    }
    let chosen = state.group_by.filter(|place| *place < responses.groups.len());
    ui.value(&chosen.map(whole).unwrap_or_default());
    ui.close();
    if let Some(place) = chosen {
        let groups = team_groups(&responses, place, state.minimum).unwrap_or_default();
        group_table(ui, &groups);
        hidden(ui, &groups, "team.group-small", true);
        hidden(ui, &groups, "team.group-other", false);
    }
    ui.close();
}

/// A row for each group that is shown: how many people, and for each element the score and how much they agree.
fn group_table(ui: &mut Drawing<'_>, groups: &[TeamGroup]) {
    let texts = ui.texts;
    let shown = || groups.iter().filter_map(|group| group.profile.as_ref().ok().map(|profile| (&group.name, profile)));
    let Some((_, first)) = shown().next() else { return ui.say("p part=text", "team.group-none") };
    let mut headings = Vec::from([String::from(texts.get("team.groups")), texts.get("team.figure.answered").into()]);
    headings.extend(first.elements().iter().map(|element| String::from(element.element.name(texts))));
    let mut rows = Vec::from([headings]);
    for (name, profile) in shown() {
        let mut row = Vec::from([name.clone(), whole(profile.people() as usize)]);
        let score = |element: &TeamElement| element.score().map_or_else(|| texts.get("team.not-known").into(), percent);
        row.extend(profile.elements().iter().map(score));
        rows.push(row);
    }
    table(ui, texts.get("team.figure.score"), &rows);
    ui.say("p class=quiet", "team.figure.score");
}

/// Which groups are not shown: because they are small, or for another reason.
fn hidden(ui: &mut Drawing<'_>, groups: &[TeamGroup], key: &str, small: bool) {
    let mut names = String::new();
    for group in groups {
        if group.profile.as_ref().is_err_and(|reason| (*reason == SuppressionReason::TooSmall) == small) {
            if !names.is_empty() {
                names.push_str(", ");
            }
            names.push_str(&group.name);
        }
    }
    if !names.is_empty() {
        ui.leaf("p part=text", &ui.texts.fill_one(key, "groups", &names));
    }
}

fn take_away(ui: &mut Drawing<'_>) {
    let texts: &Texts = ui.texts;
    ui.open("section");
    ui.say("h3", "team.keep");
    ui.open("div part=actions");
    button(ui, "button", "team.present", Message::Present(0));
    button(ui, "button", "team.print", Message::Print);
    for format in Format::ALL {
        ui.open("button part=button type=button");
        ui.on(&Message::Download(format).to_text());
        ui.text(&texts.fill_one("team.download", "format", format.names().0));
        ui.close();
    }
    ui.close();
    ui.open("div part=actions");
    button(ui, "button button-primary", "team.back", Message::Back);
    ui.close_all(2);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Language;
    use crate::widgets::team::state::tests::{state, table};
    use crate::widgets::team::view::{tests::texts, view};

    #[test]
    fn small_groups_are_named_and_not_shown() {
        let texts = texts(Language::NlBe);
        let mut state = state(&table());
        state.update(Message::Show);
        state.update(Message::GroupBy("0"));
        let drawing = view(&state, &texts);
        let text = drawing.all_text();
        assert!(text.contains("Te weinig antwoorden om te tonen: West."), "{text}");
        assert!(text.contains("terug te rekenen: Zuid."), "{text}");
        // The table of the groups has one row under its headings: that of the north.
        assert_eq!(drawing.count("tbody"), 5 * 5 + 1);
    }

    #[test]
    fn what_divides_and_what_is_unknown_comes_first() {
        let texts = texts(Language::NlBe);
        let mut state = state(&table());
        state.update(Message::Show);
        let text = view(&state, &texts).all_text();
        assert!(text.contains("8 ongunstig, 0 tussenin, 8 gunstig"), "{text}");
        assert!(text.contains("8 van 16 weten het niet"), "{text}");
    }
}
