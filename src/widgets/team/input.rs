//! The page on which answers are put together: what was pasted or chosen, how much was read in it, and what each column is.

use super::message::Message;
use super::problems;
use super::sheet::{Read, Sheet};
use super::state::State;
use super::view::{button, choice, count, heading, label, notice, select};
use crate::chart::whole;
use crate::team::ColumnMapping;
use crate::widgets::answers::{Answers, role_name};
use crate::widgets::drawing::Drawing;

pub(super) fn draw(ui: &mut Drawing<'_>, state: &State) {
    let [now, earlier] = &state.sheets;
    ui.key(1);
    heading(ui, ui.texts.get("team.title"));
    ui.say("p part=text", "team.intro");
    ui.say("p part=privacy", "team.privacy");
    sheet(ui, 0, now);
    ui.open("details");
    ui.say("summary", "team.earlier");
    sheet(ui, 1, earlier);
    ui.close();
    ui.open("div");
    if !now.is_blank() && !state.can_show() {
        ui.leaf("p part=text id=few", &ui.texts.fill_one("team.too-few", "n", &whole(state.minimum)));
    }
    notice(ui, state);
    ui.open("div part=actions");
    ui.open("button type=button");
    ui.attribute("part", "button button-primary");
    if !state.can_show() {
        ui.attribute("aria-disabled", "true");
        ui.attribute("aria-describedby", "few");
    }
    ui.on(&Message::Show.to_text());
    ui.text(ui.texts.get("team.show"));
    ui.close();
    if state.can_undo() {
        button(ui, "button", "team.undo", Message::Undo);
    } else if !(now.is_blank() && earlier.is_blank()) {
        button(ui, "button", "team.clear", Message::Clear);
    }
    ui.close_all(2);
}

/// What was given of a round. The field stays in its place whatever comes and goes around it.
fn sheet(ui: &mut Drawing<'_>, round: usize, sheet: &Sheet) {
    let number = whole(round);
    let texts = ui.texts;
    ui.open("div part=round");
    ui.attribute("data-round", &number);
    if sheet.file.is_empty() {
        field(ui, round, &number, sheet);
    } else {
        ui.open("p part=file");
        ui.key(7);
        ui.leaf("span", &texts.fill_one("team.file-shown", "file", &sheet.file));
        ui.text(" ");
        button(ui, "button", "team.remove", Message::Remove(round));
        ui.close();
    }
    read(ui, round, sheet);
    ui.close();
}

fn field(ui: &mut Drawing<'_>, round: usize, number: &str, sheet: &Sheet) {
    ui.open("div part=field-row");
    named(ui, "label", "for", "text", number, if round == 0 { "team.input" } else { "team.earlier-input" });
    ui.open("textarea part=field rows=7 spellcheck=false autocomplete=off");
    numbered(ui, "id", "text", number);
    numbered(ui, "aria-describedby", "help", number);
    ui.on(&Message::Write(round, "").to_text());
    ui.value(&sheet.text);
    ui.close();
    named(ui, "p class=quiet", "id", "help", number, "team.help");
    named(ui, "label", "for", "file", number, "team.file");
    ui.open("input type=file accept=.csv,.tsv,.txt,.json");
    numbered(ui, "id", "file", number);
    numbered(ui, "aria-describedby", "file-help", number);
    ui.close();
    named(ui, "p class=quiet", "id", "file-help", number, "team.file-help");
    ui.close();
}

/// A text whose attribute names an element of this round.
#[inline(never)]
fn named(ui: &mut Drawing<'_>, tag: &str, attribute: &str, name: &str, number: &str, key: &str) {
    ui.open(tag);
    numbered(ui, attribute, name, number);
    ui.text(ui.texts.get(key));
    ui.close();
}

#[inline(never)]
fn numbered(ui: &mut Drawing<'_>, attribute: &str, name: &str, number: &str) {
    ui.attribute(attribute, &[name, number].concat());
}

/// What was read, or why nothing was.
fn read(ui: &mut Drawing<'_>, round: usize, sheet: &Sheet) {
    match &sheet.read {
        Read::Nothing => {}
        Read::Waiting => ui.say("p part=text", "team.waiting"),
        Read::Known(answers) => {
            ui.leaf("p part=count", &count(sheet.people(), ui.texts));
            problems::draw(ui, round, sheet, answers);
            columns(ui, round, answers);
        }
        Read::Refused(code) => {
            let key = match code.as_str() {
                "responses-empty" | "responses-not-found" => "team.error.nothing",
                "responses-too-many-columns"
                | "responses-too-many-rows"
                | "responses-too-long"
                | "responses-row-too-long" => "team.error.too-long",
                "load-failed" => "team.load-failed",
                "words-failed" => "team.words-failed",
                "internal" => "team.failed",
                _ => "team.error.other",
            };
            ui.say("p part=error", key);
        }
    }
}

/// What each column was taken for, to be corrected.
fn columns(ui: &mut Drawing<'_>, round: usize, answers: &Answers) {
    if answers.mapping.is_empty() {
        return;
    }
    ui.open("details");
    ui.say("summary", "team.columns");
    ui.open("ul part=columns");
    for column in &answers.mapping {
        ui.open("li");
        let id = ["column", &whole(round), "-", &whole(column.column)].concat();
        label(ui, &id, &heading_of(ui, column));
        roles(ui, &id, round, column, answers);
        ui.close();
    }
    ui.close_all(2);
}

/// The heading of a column, or its number where it has none.
fn heading_of(ui: &Drawing<'_>, column: &ColumnMapping) -> alloc::string::String {
    match &column.header {
        Some(header) if !header.is_empty() => header.clone(),
        _ => ui.texts.fill_one("team.place-column", "column", &whole(column.column)),
    }
}

/// A list of all that a column can be, with what it is.
pub(super) fn roles(ui: &mut Drawing<'_>, id: &str, round: usize, column: &ColumnMapping, answers: &Answers) {
    let texts = ui.texts;
    select(ui, id, Message::Column(round, column.column, ""));
    let questionnaire = &answers.responses.questionnaire;
    for role in ["ignored", "group", "code"] {
        choice(ui, &["*", role].concat(), texts.of_id("team.role.", role, ""));
    }
    let change = questionnaire.perspective().change(None, texts);
    for statement in questionnaire.statements() {
        choice(ui, statement.id(), &statement.text(texts, change));
    }
    ui.value(&role_name(&column.role));
    ui.close();
}

#[cfg(test)]
mod tests {
    use crate::content::Language;
    use crate::widgets::team::message::Message;
    use crate::widgets::team::state::{Effect, State};
    use crate::widgets::team::view::{tests::texts, view};

    /// Only where the words alone did not come can codes be read.
    #[test]
    fn each_way_to_fail_is_told_as_it_is() {
        let codes = [
            (Language::NlBe, "Codes lezen lukt wel"),
            (Language::En, "Codes can be read"),
            (Language::Fr, "Les codes peuvent être lus"),
            (Language::De, "Codes können gelesen werden"),
        ];
        for (language, codes) in codes {
            let texts = texts(language);
            let mut told = [("load-failed", false), ("words-failed", true), ("internal", false), ("x", false)].map(
                |(code, can_read_codes)| {
                    let mut state = State::default();
                    state.update(Message::Write(0, "a;b"));
                    let asked = state.effects.iter().find_map(|effect| match effect {
                        Effect::Ask(_, number, _) => Some(*number),
                        _ => None,
                    });
                    assert!(state.replied(0, asked.unwrap(), &["!", code].concat()));
                    let text = view(&state, &texts).all_text();
                    assert_eq!(text.contains(codes), can_read_codes, "{code}: {text}");
                    text
                },
            );
            told.sort();
            assert!(told.windows(2).all(|pair| pair[0] != pair[1]), "{told:?}");
        }
    }
}
