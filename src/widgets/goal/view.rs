//! How a goal widget looks: its state drawn as elements.

use alloc::string::String;

use super::draft::Draft;
use super::state::{Notice, State};
use super::{letters, marks};
use crate::chart::whole;
use crate::content::{Language, Texts};
use crate::smarti::Criterion;
use crate::widgets::drawing::Drawing;

/// The whole widget. Every part of it is always drawn, though it may be empty, so that the field that someone writes in
/// is never made anew.
pub(super) fn view<'a>(state: &State, texts: &'a Texts) -> Drawing<'a> {
    let mut ui = Drawing::new(texts);
    ui.open("section part=root");
    ui.attribute("lang", texts.language().as_str());
    ui.label("goal-widget.label");
    ui.leaf("p class=status role=status", &announcement(state, texts));
    ui.open("fieldset class=form");
    ui.label("goal-widget.label");
    if state.disabled {
        ui.attribute("disabled", "");
    }
    head(&mut ui, state);
    sheet(&mut ui, state);
    letters::draw(&mut ui, state);
    let [deadline, fields, examples, list] = &state.drawn;
    ui.open("div");
    ui.put(deadline);
    ui.close();
    panel(&mut ui, fields, "details id=fields", "goal-widget.details");
    finish(&mut ui, state);
    ui.open("div");
    panel(&mut ui, examples, "details id=examples", "goal-widget.examples");
    ui.close();
    plan(&mut ui, list);
    ui.close_all(2);
    ui
}

/// What a screen reader says: what happened, or else which letters changed. It stays as it is while nothing does.
fn announcement(state: &State, texts: &Texts) -> String {
    if let Some(notice) = &state.notice {
        return notice_text(notice, texts).into();
    }
    let mut said = String::new();
    for letter in 0..6 {
        if state.heard >> (2 * letter) & 3 != 0 {
            let shown = texts.of_id("goal-widget.evidence.", state.evidence(letter).id(), "");
            said.push_str(&texts.pair(name(letter, state, texts), shown));
            said.push_str(". ");
        }
    }
    said
}

/// What a letter stands for, in the words of the page.
pub(super) fn name<'a>(letter: usize, state: &State, texts: &'a Texts) -> &'a str {
    Criterion::ALL.get(letter).map_or("", |criterion| criterion.name(texts, state.labels))
}

/// A button that can be pressed when there is something for it, and says so otherwise; it keeps the focus either way.
#[inline(never)]
fn button_if(ui: &mut Drawing<'_>, able: bool, key: &str, message: &str) {
    ui.open("button part=button type=button");
    if !able {
        ui.attribute("aria-disabled", "true");
    }
    ui.on(message);
    ui.text(ui.texts.get(key));
    ui.close();
}

/// What the wasm of the plan draws once someone opens it.
fn panel(ui: &mut Drawing<'_>, drawn: &str, closed: &str, key: &str) {
    if drawn.is_empty() {
        ui.open(closed);
        ui.say("summary", key);
        ui.close();
    } else {
        ui.put(drawn);
    }
}

fn head(ui: &mut Drawing<'_>, state: &State) {
    ui.open("div");
    ui.say("h2 part=title id=heading tabindex=-1", "goal-widget.title");
    ui.say("p part=privacy", if state.kept { "goal-widget.privacy-device" } else { "goal-widget.privacy" });
    // In Dutch and English something went wrong; in the others it says that it is not for them.
    if state.unreadable || matches!(state.language, Language::Fr | Language::De) {
        ui.say("p part=notice", "goal-widget.not-read");
    }
    ui.close();
}

fn sheet(ui: &mut Drawing<'_>, state: &State) {
    let Draft { text, .. } = &state.work.draft;
    ui.open("div");
    ui.say("label for=goal", "goal-widget.field");
    ui.open("div part=sheet");
    ui.open("div class=mirror aria-hidden=true");
    marks::draw(ui, text, state.read.as_ref());
    ui.close();
    ui.open("textarea id=goal rows=3 spellcheck=true autocomplete=off aria-describedby=goal-help");
    if state.notice == Some(Notice::Missing) {
        ui.attribute("aria-invalid", "true");
    }
    ui.on("w");
    ui.value(text);
    ui.close_all(2);
    ui.say("p class=quiet id=goal-help", "goal-widget.help");
    ui.close();
}

/// What to do with the sentence, and what was told last.
fn finish(ui: &mut Drawing<'_>, state: &State) {
    let texts = ui.texts;
    let draft = &state.work.draft;
    let (edited, several) = (!draft.of.is_empty(), whole(state.pasted as usize));
    ui.open("div");
    if state.pasted > 1 {
        ui.leaf("p part=notice", &texts.fill_one("goal-widget.several", "n", &several));
    }
    ui.open("div part=actions");
    if state.pasted > 1 {
        ui.open("button type=button");
        ui.attribute("part", "button button-primary");
        ui.on("n0");
        ui.text(&texts.fill_one("goal-widget.add-all", "n", &several));
        ui.close();
    }
    let part = if state.pasted > 1 { "button" } else { "button button-primary" };
    ui.button(part, if edited { "goal-widget.save" } else { "goal-widget.add" }, "a0");
    if edited || !draft.is_blank() {
        ui.button("button", if edited { "goal-widget.cancel" } else { "goal-widget.wipe" }, "x");
    }
    let (undo, redo) = state.can_undo_redo();
    button_if(ui, undo, "goal-widget.undo", "u");
    button_if(ui, redo, "goal-widget.redo", "r");
    ui.close();
    if let Some(notice) = &state.notice {
        ui.open("p");
        ui.attribute("part", if matches!(notice, Notice::Wrong(_) | Notice::Missing) { "error" } else { "notice" });
        ui.text(notice_text(notice, texts));
        ui.close();
    }
    ui.close();
}

fn notice_text<'a>(notice: &'a Notice, texts: &'a Texts) -> &'a str {
    match notice {
        Notice::Plain(name) => texts.of_id("goal-widget.notice.", name, ""),
        Notice::Missing => texts.get("goal-widget.required"),
        Notice::Done(text) | Notice::Wrong(text) => text,
    }
}

/// The list, and a file to open one from.
fn plan(ui: &mut Drawing<'_>, list: &str) {
    ui.open("div");
    if list.is_empty() {
        ui.say("h3", "goal-widget.list");
        ui.say("p part=text", "goal-widget.empty");
    } else {
        ui.put(list);
    }
    ui.close();
    ui.open("div class=slot");
    ui.say("label for=file", "goal-widget.open");
    ui.open("input type=file id=file accept=.json,.csv,.md aria-describedby=file-help");
    ui.close();
    ui.say("p class=quiet id=file-help", "goal-widget.open-help");
    ui.close();
}

#[cfg(test)]
mod tests {
    use super::super::message::Message;
    use super::super::state::tests::asked;
    use super::*;
    use crate::content::goal_pack;

    fn texts(language: Language) -> Texts {
        Texts::parse(language, goal_pack(language).unwrap())
    }

    fn reading(language: Language, text: &str) -> State {
        let mut state = State::default();
        state.language = language;
        state.reader = super::super::reading::tests::reader(language);
        write(&mut state, text);
        state
    }

    /// Writes a text, and answers what is asked about it.
    fn write(state: &mut State, text: &str) {
        state.update(Message::Write(text));
        asked(state);
    }

    /// The pack of the language alone, as a page has it.
    #[test]
    fn every_language_speaks_without_gaps() {
        for language in Language::ALL {
            let texts = texts(language);
            for text in ["", "In 2027 is er een visie.\nTwee", "tegen 31 februari"] {
                let mut state = reading(language, text);
                state.pasted = 3;
                for notice in
                    [Notice::Missing, Notice::Plain("undone"), Notice::Plain("no-plan"), Notice::Plain("wiped")]
                {
                    state.notice = Some(notice);
                    let text = view(&state, &texts).all_text();
                    let topics = [
                        "goal-widget.",
                        "goal-hints.",
                        "goal.label",
                        "goal.criterion",
                        "elements.",
                        "calendar.",
                        "report.",
                    ];
                    assert!(!topics.iter().any(|topic| text.contains(topic)) && !text.contains(['{', '}']), "{text}");
                }
            }
        }
    }

    #[test]
    fn the_field_stands_at_its_place_whatever_comes_and_goes() {
        let texts = texts(Language::NlBe);
        let path = |state: &State| {
            let drawing = view(state, &texts);
            let before = String::from(drawing.marks().split("\u{1}textarea").next().unwrap());
            // How many parts of the form there are before it, and within the part.
            let (mut depth, mut counts) = (0_usize, alloc::vec![0_usize; 16]);
            for mark in before.chars() {
                match mark {
                    '\u{1}' | '\u{2}' => {
                        counts[depth] += 1;
                        depth += 1;
                        counts[depth] = 0;
                    }
                    '\u{5}' => depth -= 1,
                    _ => {}
                }
            }
            counts.truncate(depth + 1);
            counts
        };
        let plain = path(&State::default());
        let mut state = reading(Language::NlBe, "Elk team overlegt tegen juni\nEn meer");
        state.pasted = 4;
        state.unreadable = true;
        state.notice = Some(Notice::Missing);
        state.drawn = ["\u{1}h3\u{5}", "\u{1}details\u{5}", "\u{1}h3\u{5}", "\u{1}div\u{5}"].map(String::from);
        assert_eq!(path(&state), plain);
    }

    #[test]
    fn what_someone_types_is_text_and_stays_in_the_field() {
        let typed = "<img src=x onerror=alert(1)> \t\"x\"\nelk";
        let state = reading(Language::NlBe, typed);
        let texts = texts(Language::NlBe);
        let drawing = view(&state, &texts);
        assert_eq!(drawing.count("img"), 0);
        assert!(drawing.held().contains(&typed));
    }

    #[test]
    fn a_screen_reader_hears_what_changed_and_no_more() {
        let texts = texts(Language::NlBe);
        let mut state = reading(Language::NlBe, "De");
        assert_eq!(announcement(&state, &texts), "");
        write(&mut state, "Tegen 30 juni 2027 kiest elk team");
        let heard = announcement(&state, &texts);
        assert!(heard.contains("tijdgebonden: staat erin. ") && !heard.contains("inspirerend"), "{heard}");
        write(&mut state, "Tegen 30 juni 2027 kiest elk team.");
        assert_eq!(announcement(&state, &texts), "");
    }
}
