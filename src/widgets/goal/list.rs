//! The plan: goals under their strategic goals, in their order, and what can be taken away.

use alloc::string::String;

use super::message::{Format, Message};
use super::state::{State, numbered};
use super::view::{actions, button, button_if, on};
use crate::chart::whole;
use crate::content::Texts;
use crate::smarti::{Goal, GoalStatus, ItemId, Numbering, StrategicGoal};
use crate::widgets::drawing::Drawing;

pub(super) fn draw(ui: &mut Drawing<'_>, state: &State) {
    let plan = &state.work.plan;
    let texts = ui.texts;
    ui.open("div part=plan");
    ui.say("h3 id=list tabindex=-1", "goal-widget.list");
    warnings(ui, state);
    if plan.strategic_goals().is_empty() {
        strategic(ui, state, &StrategicGoal::default());
    }
    for goal in plan.strategic_goals() {
        strategic(ui, state, goal);
    }
    if plan.goals().next().is_none() {
        ui.say("p part=text", "goal-widget.empty");
    }
    actions(ui);
    button(ui, "goal-widget.more-strategic", Message::AddStrategic);
    ui.close();
    ui.open("div class=slots");
    if let [_, _, ..] = plan.strategic_goals() {
        let chosen = plan.strategic_goal(state.work.under).or(plan.strategic_goals().last()).map_or(0, StrategicGoal::id);
        select(ui, "under", "goal-widget.under", Message::Under(""), |ui| {
            for goal in plan.strategic_goals() {
                let number = plan.number(goal.id(), texts).unwrap_or_default();
                option(ui, &whole(goal.id() as usize), &texts.pair(&number, goal.title()));
            }
            whole(chosen as usize)
        });
    }
    select(ui, "numbers", "goal-widget.numbers", Message::Number(""), |ui| {
        for numbering in Numbering::ALL {
            option(ui, numbering.id(), texts.of_id("goal-widget.numbering.", numbering.id(), ""));
        }
        plan.numbering().id().into()
    });
    ui.close_all(2);
}

/// A list to choose from, with its label; `fill` draws the choices and gives the chosen one.
fn select<'a>(
    ui: &mut Drawing<'a>,
    id: &str,
    key: &str,
    message: Message<'_>,
    fill: impl FnOnce(&mut Drawing<'a>) -> String,
) {
    ui.open("div class=slot");
    ui.open("label");
    ui.attribute("for", id);
    ui.text(ui.texts.get(key));
    ui.close();
    ui.open("select");
    ui.attribute("id", id);
    on(ui, message);
    let chosen = fill(ui);
    ui.value(&chosen);
    ui.close_all(2);
}

fn option(ui: &mut Drawing<'_>, value: &str, text: &str) {
    ui.open("option");
    ui.attribute("value", value);
    ui.text(text);
    ui.close();
}

fn warnings(_ui: &mut Drawing<'_>, _state: &State) {}

fn strategic(ui: &mut Drawing<'_>, state: &State, strategic: &StrategicGoal) {
    let texts = ui.texts;
    let plan = &state.work.plan;
    let id = numbered("strategic-", strategic.id());
    ui.open("div class=block");
    ui.key(strategic.id() as usize);
    ui.open("label");
    ui.attribute("for", &id);
    let name = texts.get("goal-widget.strategic");
    let number = plan.number(strategic.id(), texts).unwrap_or_default();
    ui.text(&if number.is_empty() { name.into() } else { [name, " (", &number, ")"].concat() });
    ui.close();
    ui.open("input type=text autocomplete=off spellcheck=true");
    ui.attribute("id", &id);
    on(ui, Message::Strategic(strategic.id(), ""));
    ui.value(strategic.title());
    ui.close();
    ui.say("p class=quiet", "goal-widget.strategic-help");
    ui.open("ol class=goals");
    for goal in strategic.goals() {
        one(ui, state, goal);
    }
    ui.close_all(2);
}

fn one(ui: &mut Drawing<'_>, state: &State, goal: &Goal) {
    let texts = ui.texts;
    let number = state.work.plan.number(goal.id(), texts).unwrap_or_default();
    ui.open("li part=goal");
    if state.work.draft.of == Some(goal.id()) {
        ui.attribute("aria-current", "true");
    }
    ui.open("p");
    ui.leaf("b", &number);
    ui.text(" ");
    ui.text(goal.text());
    ui.close();
    actions(ui);
    for (name, key, message) in [
        ("edit-", "goal-widget.edit", Message::Edit(goal.id())),
        ("up-", "goal-widget.up", Message::Up(goal.id())),
        ("down-", "goal-widget.down", Message::Down(goal.id())),
        ("remove-", "goal-widget.remove", Message::Remove(goal.id())),
    ] {
        about(ui, name, goal.id(), key, &number, message);
    }
    ui.open("select class=stand");
    ui.attribute("aria-label", &[texts.get("goal-widget.status"), " ", &number].concat());
    on(ui, Message::Stand(goal.id(), ""));
    for status in GoalStatus::ALL {
        option(ui, status.id(), texts.of_id("goal-widget.stand.", status.id(), ""));
    }
    ui.value(goal.status().id());
    ui.close_all(3);
}

/// A button about a goal, whose name says which.
fn about(ui: &mut Drawing<'_>, name: &str, id: ItemId, key: &str, number: &str, message: Message<'_>) {
    ui.open("button part=button type=button");
    ui.attribute("id", &numbered(name, id));
    ui.attribute("aria-label", &[ui.texts.get(key), " ", number].concat());
    on(ui, message);
    ui.text(ui.texts.get(key));
    ui.close();
}

/// What can be done with the whole plan.
pub(super) fn take_away(ui: &mut Drawing<'_>, state: &State) {
    let any = state.work.plan.goals().next().is_some();
    ui.open("div");
    ui.say("h3", "goal-widget.keep");
    actions(ui);
    button_if(ui, any, "goal-widget.print", Message::Print);
    for format in Format::ALL {
        ui.open("button part=button type=button");
        on(ui, Message::Download(format));
        ui.text(&ui.texts.fill_one("goal-widget.download", "format", format.names().0));
        ui.close();
    }
    ui.close();
    ui.open("div class=slot");
    ui.say("label for=file", "goal-widget.open");
    ui.open("input type=file id=file aria-describedby=file-help");
    ui.attribute("accept", ".json,application/json");
    ui.close();
    ui.say("p class=quiet id=file-help", "goal-widget.open-help");
    ui.close_all(2);
}

pub(super) fn file_name(format: Format, texts: &Texts) -> String {
    [texts.get("goal-widget.file"), format.names().1].concat()
}
