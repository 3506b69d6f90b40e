//! The plan: goals under their strategic goals, in their order, and what can be taken away.

use alloc::string::String;

use super::message::{Format, Message};
use super::state::State;
use super::tree;
use super::view::{actions, button, button_if, on};
use crate::chart::whole;
use crate::content::Texts;
use crate::smarti::json::Value;
use crate::smarti::{GoalStatus, ItemId, Numbering};
use crate::widgets::drawing::Drawing;

pub(super) fn draw(ui: &mut Drawing<'_>, state: &State) {
    let plan = &state.work.plan;
    let texts = ui.texts;
    ui.open("div part=plan");
    ui.say("h3 id=list tabindex=-1", "goal-widget.list");
    warnings(ui, state);
    let all = tree::strategic_goals(plan);
    if all.is_empty() {
        strategic(ui, state, 0, &Value::Null);
    }
    for (place, goal) in all.iter().enumerate() {
        strategic(ui, state, place, goal);
    }
    if tree::count(plan) == 0 {
        ui.say("p part=text", "goal-widget.empty");
    }
    actions(ui);
    button(ui, "goal-widget.more-strategic", Message::AddStrategic);
    ui.close();
    ui.open("div class=slots");
    if let [.., last] = all
        && all.len() > 1
    {
        let under = state.work.under;
        let chosen = if all.iter().any(|goal| tree::id(goal) == under) { under } else { tree::id(last) };
        select(ui, "under", "goal-widget.under", Message::Under(""), &whole(chosen as usize), |ui| {
            for (place, goal) in all.iter().enumerate() {
                let number = tree::number_of(plan, place, None, texts);
                option(ui, &whole(tree::id(goal) as usize), &[&number, " ", tree::text(goal, "title")].concat());
            }
        });
    }
    let numbering = Numbering::from_id(tree::text(plan, "numbering")).unwrap_or_default();
    select(ui, "numbers", "goal-widget.numbers", Message::Number(""), numbering.id(), |ui| {
        for numbering in Numbering::ALL {
            option(ui, numbering.id(), texts.of_id("goal-widget.numbering.", numbering.id(), ""));
        }
    });
    ui.close_all(2);
}

/// A list to choose from, with its label; `fill` draws the choices.
fn select<'a>(
    ui: &mut Drawing<'a>,
    id: &str,
    key: &str,
    message: Message<'_>,
    chosen: &str,
    fill: impl FnOnce(&mut Drawing<'a>),
) {
    ui.open("div class=slot");
    ui.open("label");
    ui.attribute("for", id);
    ui.text(ui.texts.get(key));
    ui.close();
    ui.open("select");
    ui.attribute("id", id);
    on(ui, message);
    fill(ui);
    ui.value(chosen);
    ui.close_all(2);
}

fn option(ui: &mut Drawing<'_>, value: &str, text: &str) {
    ui.open("option");
    ui.attribute("value", value);
    ui.text(text);
    ui.close();
}

/// What is worth a look in the plan.
fn warnings(ui: &mut Drawing<'_>, state: &State) {
    ui.open("ul class=warnings");
    for warning in &state.warnings {
        ui.leaf("li", warning);
    }
    ui.close();
}

fn strategic(ui: &mut Drawing<'_>, state: &State, place: usize, strategic: &Value) {
    let texts = ui.texts;
    let number = tree::number_of(&state.work.plan, place, None, texts);
    let id = numbered("strategic-", tree::id(strategic));
    ui.open("div class=block");
    ui.open("label");
    ui.attribute("for", &id);
    ui.text(&texts.pair(&number, texts.get("goal-widget.strategic")));
    ui.close();
    ui.open("input type=text autocomplete=off spellcheck=true");
    ui.attribute("id", &id);
    on(ui, Message::Strategic(tree::id(strategic), ""));
    ui.value(tree::text(strategic, "title"));
    ui.close();
    if place == 0 {
        ui.say("p class=quiet", "goal-widget.strategic-help");
    }
    ui.open("ol class=goals");
    for (at, goal) in tree::goals(strategic).iter().enumerate() {
        one(ui, state, goal, &tree::number_of(&state.work.plan, place, Some(at), texts));
    }
    ui.close_all(2);
}

fn one(ui: &mut Drawing<'_>, state: &State, goal: &Value, number: &str) {
    let texts = ui.texts;
    let id = tree::id(goal);
    ui.open("li part=goal");
    if state.work.draft.of == Some(id) {
        ui.attribute("aria-current", "true");
    }
    ui.open("p");
    ui.leaf("b", number);
    ui.text(" ");
    ui.text(tree::text(goal, "text"));
    ui.close();
    let actions_of = tree::list(goal, "actions");
    if !actions_of.is_empty() {
        ui.open("ul");
        for action in actions_of {
            ui.leaf("li", tree::text(action, "text"));
        }
        ui.close();
    }
    actions(ui);
    for (name, key, message) in [
        ("edit-", "goal-widget.edit", Message::Edit(id)),
        ("up-", "goal-widget.up", Message::Up(id)),
        ("down-", "goal-widget.down", Message::Down(id)),
        ("remove-", "goal-widget.remove", Message::Remove(id)),
    ] {
        about(ui, name, id, key, number, message);
    }
    ui.open("select class=stand");
    ui.attribute("aria-label", &[texts.get("goal-widget.status"), " ", number].concat());
    on(ui, Message::Stand(id, ""));
    let mut shown = GoalStatus::default();
    for status in GoalStatus::ALL {
        option(ui, status.id(), texts.of_id("goal.status.", status.id(), ""));
        if status.id() == tree::text(goal, "status") {
            shown = *status;
        }
    }
    ui.value(shown.id());
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
    let any = tree::count(&state.work.plan) > 0;
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

/// The id of an element of the page that belongs to something in the plan.
pub(super) fn numbered(name: &str, id: ItemId) -> String {
    [name, &whole(id as usize)].concat()
}
