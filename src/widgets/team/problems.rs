//! What could not be read, or has to be looked at: each with a way to put it right.

use alloc::string::String;

use super::input::roles;
use super::message::Message;
use super::sheet::Sheet;
use super::view::{choice, label, select};
use crate::chart::whole;
use crate::content::Texts;
use crate::survey::Answer;
use crate::widgets::answers::{Answers, Fault};
use crate::widgets::drawing::Drawing;

/// So many are shown at once; when these are put right, others come.
const SHOWN: usize = 12;

pub(super) fn draw(ui: &mut Drawing<'_>, round: usize, sheet: &Sheet, answers: &Answers) {
    let problems = &answers.problems;
    if problems.is_empty() {
        return;
    }
    ui.open("section part=problems");
    ui.say("h3", "team.problems");
    ui.open("ul");
    for (place, fault) in problems.iter().take(SHOWN).enumerate() {
        ui.open("li");
        ui.leaf("p", &sentence(fault, ui.texts));
        fix(ui, (round, place), fault, sheet, answers);
        ui.close();
    }
    ui.close();
    let more = problems.len().saturating_sub(SHOWN) + answers.more as usize;
    if more > 0 {
        ui.leaf("p part=text", &ui.texts.fill_one("team.more-problems", "n", &whole(more)));
    }
    ui.close();
}

/// Where it is, and what is wrong.
fn sentence(fault: &Fault, texts: &Texts) -> String {
    let [row, column, first, second] =
        [fault.row, fault.column, fault.first, fault.second].map(|number| whole(number as usize));
    let place = match (fault.row, fault.column) {
        (0, 0) => "",
        (_, 0) => "team.place",
        (0, _) => "team.place-column",
        _ => "team.place-cell",
    };
    let values = [("value", &*fault.value), ("first", &first), ("expected", &first), ("found", &second)];
    let told = texts.fill(&["team.problem.", &fault.code].concat(), &values);
    if place.is_empty() {
        return told;
    }
    texts.pair(&texts.fill(place, &[("row", &row), ("column", &column)]), &told)
}

/// The field or the button that puts it right.
fn fix(ui: &mut Drawing<'_>, (round, place): (usize, usize), fault: &Fault, sheet: &Sheet, answers: &Answers) {
    let texts = ui.texts;
    let id = ["fix", &whole(round), "-", &whole(place)].concat();
    match fault.code.as_str() {
        "unreadable-answer" | "out-of-scale" => {
            label(ui, &id, &texts.fill_one("team.means", "value", &fault.value));
            select(ui, &id, Message::Meaning(round, place, ""));
            choice(ui, "", texts.get("team.choose"));
            for bits in 1..=8 {
                // Left open comes last: it is what it counts as already.
                let answer = Answer::from_bits(bits % 8);
                choice(ui, answer.id(), texts.of_id("report.answer.", answer.id(), ""));
            }
            ui.value("");
            ui.close();
        }
        "unreadable-code" => {
            label(ui, &id, texts.get("team.correct"));
            // Not of the type `text`, which would tell each letter: a code is right or wrong as a whole.
            ui.open("input part=field type=search autocomplete=off autocapitalize=characters spellcheck=false");
            ui.attribute("id", &id);
            ui.on(&Message::Code(round, place, "").to_text());
            ui.value(&fault.value);
            ui.close();
        }
        "duplicate-code" => {
            let once = sheet.left_out.contains(&fault.row);
            let key = if once { "team.count-twice" } else { "team.count-once" };
            ui.button("button", key, &Message::Once(round, place).to_text());
        }
        "unsure-column" | "twin-column" | "personal-column" => {
            let column = answers.mapping.iter().find(|known| known.column == fault.column as usize);
            if let Some(column) = column {
                label(ui, &id, &texts.fill_one("team.place-column", "column", &whole(column.column)));
                roles(ui, &id, round, column, answers);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::content::Language;
    use crate::widgets::team::state::tests::state;
    use crate::widgets::team::view::{tests::texts, view};

    #[test]
    fn each_problem_names_its_place_and_what_can_be_fixed_has_a_field() {
        let texts = texts(Language::NlBe);
        let state = state("staff-vision-1;staff-vision-2\n9;mja\n4;5\n");
        let drawing = view(&state, &texts);
        let text = drawing.all_text();
        assert!(text.contains("Rij 2, kolom 1: ‘9’ ligt niet tussen 1 en 5."), "{text}");
        assert!(text.contains("Wat betekent ‘mja’?"), "{text}");
        // One for each problem, and one for each column.
        assert_eq!(drawing.count("select"), 4);
    }
}
