//! The list: goals under their strategic goals, in their order, and what can be taken along.

use alloc::string::String;

use super::message::Message;
use crate::chart::whole;
use crate::content::Texts;
use crate::smarti::{Goal, GoalStatus, ItemId, Numbering, Plan, PlanWarning, StrategicGoal};
use crate::widgets::drawing::Drawing;

/// The list, as marks; the goal with the id `edited` is the one that is being written.
pub(super) fn draw(plan: &Plan, edited: &str, texts: &Texts) -> String {
    let mut ui = Drawing::new(texts);
    ui.open("div part=plan");
    ui.say("h3 id=list tabindex=-1", "goal-plan.list");
    let warnings = plan.warnings();
    worth_a_look(&mut ui, plan, &warnings, None);
    for goal in plan.strategic_goals() {
        strategic(&mut ui, plan, goal, edited, &warnings);
    }
    ui.open("div part=actions");
    button(&mut ui, "goal-plan.more-strategic", Message::AddStrategic);
    ui.close();
    numbers(&mut ui, plan);
    take_away(&mut ui);
    ui.close();
    ui.marks().into()
}

fn button(ui: &mut Drawing<'_>, key: &str, message: Message) {
    ui.button("button", key, &message.to_text());
}

/// What is worth a look in the plan as a whole, or in what has this id.
fn worth_a_look(ui: &mut Drawing<'_>, plan: &Plan, warnings: &[PlanWarning], id: Option<ItemId>) {
    ui.open("ul class=warnings");
    for warning in warnings.iter().filter(|warning| warning.item() == id) {
        ui.leaf("li", &warning.text(plan, ui.texts));
    }
    ui.close();
}

fn strategic(ui: &mut Drawing<'_>, plan: &Plan, strategic: &StrategicGoal, edited: &str, warnings: &[PlanWarning]) {
    let texts = ui.texts;
    let number = plan.number(strategic.id(), texts).unwrap_or_default();
    let id = numbered("strategic-", strategic.id());
    ui.open("div class=block");
    ui.open("label");
    ui.attribute("for", &id);
    ui.text(&texts.fill("goal-plan.strategic", &[("name", &number)]));
    ui.close();
    ui.open("input type=text autocomplete=off spellcheck=true");
    ui.attribute("id", &id);
    ui.on(&Message::Name(strategic.id()).to_text());
    ui.value(strategic.title());
    ui.close();
    // On paper, where a field is no text.
    ui.leaf("p class=paper", strategic.title());
    worth_a_look(ui, plan, warnings, Some(strategic.id()));
    ui.open("ol class=goals");
    for goal in strategic.goals() {
        one(ui, plan, goal, edited, warnings);
    }
    ui.close();
    if plan.strategic_goals().len() > 1 {
        ui.open("div part=actions");
        about(ui, "add-", strategic.id(), "goal-plan.here", &number, Message::Add(strategic.id()));
        about(ui, "remove-", strategic.id(), "goal-plan.remove", &number, Message::Remove(strategic.id()));
        ui.close();
    }
    ui.close();
}

fn one(ui: &mut Drawing<'_>, plan: &Plan, goal: &Goal, edited: &str, warnings: &[PlanWarning]) {
    let texts = ui.texts;
    let id = goal.id();
    let number = plan.number(id, texts).unwrap_or_default();
    ui.open("li part=goal");
    if whole(id as usize) == edited {
        ui.attribute("aria-current", "true");
    }
    ui.open("p");
    ui.leaf("b", &number);
    ui.text(" ");
    ui.text(goal.text());
    ui.close();
    worth_a_look(ui, plan, warnings, Some(id));
    ui.open("ul");
    for action in goal.actions() {
        ui.leaf("li", &action.text);
    }
    ui.close();
    ui.open("div part=actions");
    for (name, key, message) in [
        ("edit-", "goal-plan.edit", Message::Edit(id)),
        ("up-", "goal-plan.up", Message::Up(id)),
        ("down-", "goal-plan.down", Message::Down(id)),
        ("remove-", "goal-plan.remove", Message::Remove(id)),
    ] {
        about(ui, name, id, key, &number, message);
    }
    ui.open("select class=stand");
    ui.attribute("aria-label", &[texts.get("goal-plan.status"), " ", &number].concat());
    ui.on(&Message::Stand(id).to_text());
    for status in GoalStatus::ALL {
        option(ui, status.id(), texts.of_id("goal.status.", status.id(), ""));
    }
    ui.value(goal.status().id());
    ui.close_all(3);
}

/// A button about a goal, whose name says which.
fn about(ui: &mut Drawing<'_>, name: &str, id: ItemId, key: &str, number: &str, message: Message) {
    ui.open("button part=button type=button");
    ui.attribute("id", &numbered(name, id));
    ui.attribute("aria-label", &[ui.texts.get(key), " ", number].concat());
    ui.on(&message.to_text());
    ui.text(ui.texts.get(key));
    ui.close();
}

fn option(ui: &mut Drawing<'_>, value: &str, text: &str) {
    ui.open("option");
    ui.attribute("value", value);
    ui.text(text);
    ui.close();
}

/// How the plan numbers.
fn numbers(ui: &mut Drawing<'_>, plan: &Plan) {
    ui.open("div class=slot");
    ui.say("label for=numbers", "goal-plan.numbers");
    ui.open("select id=numbers");
    ui.on(&Message::Number.to_text());
    for numbering in Numbering::ALL {
        option(ui, numbering.id(), ui.texts.of_id("goal-plan.numbering.", numbering.id(), ""));
    }
    ui.value(plan.numbering().id());
    ui.close_all(2);
}

/// What can be done with the whole plan.
fn take_away(ui: &mut Drawing<'_>) {
    ui.say("h3", "goal-plan.keep");
    ui.open("div part=actions");
    // Printing and JSON are for the widget itself, which has all that it takes.
    ui.button("button", "goal-plan.print", "p0");
    for (format, message) in
        [("Markdown", &*Message::Markdown.to_text()), ("CSV", &*Message::Csv.to_text()), ("JSON", "y0")]
    {
        ui.open("button part=button type=button");
        ui.on(message);
        ui.text(&ui.texts.fill_one("goal-plan.download", "format", format));
        ui.close();
    }
    ui.close();
}

/// The id of an element of the page that belongs to something in the plan.
pub(super) fn numbered(name: &str, id: ItemId) -> String {
    [name, &whole(id as usize)].concat()
}

#[cfg(test)]
mod tests {
    use super::super::draft::Draft;
    use super::super::{examples, fields, when, year};
    use super::*;
    use crate::content::{Language, goal_plan_pack};
    use crate::smarti::Action;
    use crate::smarti::json::Value;

    fn plan() -> Plan {
        let mut plan = Plan::new("");
        for title in ["Een <b>sterk</b> team", ""] {
            let strategic = plan.add_strategic_goal(title).unwrap();
            let goal = plan.add_goal(strategic, Goal::builder("Elk team overlegt").build().unwrap()).unwrap();
            plan.add_action(goal, Action::new("Een studiedag")).unwrap();
        }
        plan
    }

    /// The pack of the language alone, as a page has it.
    #[test]
    fn everything_speaks_every_language_without_gaps() {
        for language in Language::ALL {
            let texts = Texts::parse(language, goal_plan_pack(language).unwrap());
            let day = crate::calendar::Date::constant(2027, 5, 31);
            let written = r#"{"own":{"actor":"x"},"fields":["","y"],"opened":"fe","weak":"plan",
                "time":["","juni","2027-06-30","before-or-during","","end","2027-06-30"],
                "fault":["mei","time-impossible-date"]}"#;
            let value = Value::parse(written).unwrap();
            let draft = Draft(&value);
            let shown = [
                draw(&plan(), "", &texts),
                year::draw(day, Some(day), &texts),
                when::draw(draft, None, &texts),
                fields::draw(draft, "unit", &texts),
                examples::draw(draft, &texts),
            ];
            let shown = shown.concat();
            for topic in [
                "goal-plan.",
                "goal.status",
                "goal.warning",
                "goal-widget.",
                "elements.",
                "calendar.",
                "report.",
                "{",
                "}",
            ] {
                assert!(!shown.contains(topic), "{language}: {topic} in {shown}");
            }
            assert!(shown.contains("Een <b>sterk</b> team") && shown.contains("Een studiedag"));
        }
    }

    #[test]
    fn the_goal_that_is_being_written_is_the_current_one() {
        let texts = Texts::of(Language::NlBe).unwrap();
        let plan = plan();
        let id = plan.goals().map(Goal::id).last().unwrap();
        assert_eq!(draw(&plan, &whole(id as usize), &texts).matches("aria-current").count(), 1);
        assert_eq!(draw(&plan, "", &texts).matches("aria-current").count(), 0);
    }
}
