//! How a self-check looks: its state drawn as elements.

use alloc::string::String;

use super::message::{Message, Page};
use super::result;
use super::state::{Notice, State};
use crate::chart::whole;
use crate::content::Texts;
use crate::knoster::{ChangeElement, CodeError, Report};
use crate::survey::Answer;
use crate::widgets::drawing::Drawing;

/// The whole widget.
pub(super) fn view<'a>(state: &State, texts: &'a Texts) -> Drawing<'a> {
    let mut ui = Drawing::new(texts);
    ui.open("section part=root");
    ui.attribute("lang", texts.language().as_str());
    ui.label("self-check.label");
    ui.leaf("p class=status role=status", &announcement(state, texts));
    ui.open("div class=page");
    match state.page {
        _ if state.broken => ui.say("p part=error", "self-check.error.statements"),
        Page::Intro => intro(&mut ui, state),
        Page::Element(index) => element(&mut ui, state, index),
        Page::Result => result::draw(&mut ui, state),
    }
    ui.close_all(2);
    ui
}

/// What a screen reader says when the page or a notice changes.
fn announcement(state: &State, texts: &Texts) -> String {
    if let Some(notice) = state.notice {
        return notice_text(state, notice, texts);
    }
    match state.page {
        Page::Intro => String::new(),
        Page::Element(index) => step_text(state, texts, index),
        Page::Result => Report::new(&state.profile(), texts).headline(),
    }
}

pub(super) fn change<'a>(state: &'a State, texts: &'a Texts) -> &'a str {
    state.questionnaire().perspective().change(state.change.as_deref(), texts)
}

/// The title of a page, which takes the focus when the page is reached.
pub(super) fn heading(ui: &mut Drawing<'_>, text: &str) {
    ui.leaf("h2 part=title id=heading tabindex=-1", text);
}

#[inline(never)]
pub(super) fn button(ui: &mut Drawing<'_>, key: &str, message: Message<'_>) {
    ui.button("button", key, &message.to_text());
}

/// The button that leads on.
pub(super) fn primary(ui: &mut Drawing<'_>, key: &str, message: Message<'_>) {
    ui.button("button button-primary", key, &message.to_text());
}

/// Gives the element the message to send when it is used.
#[inline(never)]
pub(super) fn on(ui: &mut Drawing<'_>, message: Message<'_>) {
    ui.on(&message.to_text());
}

/// Begins a row of buttons.
pub(super) fn actions(ui: &mut Drawing<'_>) {
    ui.open("div part=actions");
}

/// What there is to tell, with a way back where there is one.
#[inline(never)]
pub(super) fn notice(ui: &mut Drawing<'_>, state: &State) {
    let Some(notice) = state.notice else { return };
    ui.open("div part=notice");
    ui.leaf("p", &notice_text(state, notice, ui.texts));
    if state.can_undo() && matches!(notice, Notice::Cleared | Notice::Opened) {
        button(ui, "self-check.undo", Message::Undo);
    }
    ui.close();
}

fn notice_text(state: &State, notice: Notice, texts: &Texts) -> String {
    let key = match notice {
        Notice::Cleared => "self-check.notice.cleared",
        Notice::Undone => "self-check.notice.undone",
        Notice::Copied => "self-check.notice.copied",
        Notice::CopyFailed => return texts.fill_one("self-check.notice.copy-failed", "text", &state.not_copied),
        Notice::Downloaded(format) => {
            return texts.fill_one("self-check.notice.downloaded", "file", format.names().1);
        }
        Notice::Restored => "self-check.notice.restored",
        Notice::StoredBroken => "self-check.notice.stored-broken",
        Notice::StoreFailed => "self-check.notice.store-failed",
        Notice::Opened => "self-check.notice.opened",
        Notice::LinkBroken(error) => return code_error(error, texts),
    };
    texts.get(key).into()
}

/// What is wrong with a code, in the reader's language.
fn code_error(error: CodeError, texts: &Texts) -> String {
    let mut found_text = String::new();
    let (first, second) = match error {
        CodeError::Character { position, found } => {
            found_text.push(found);
            (("position", whole(position)), found_text)
        }
        CodeError::Length { expected, found } => (("expected", whole(expected)), whole(found)),
        _ => (("", String::new()), found_text),
    };
    let key = ["self-check.error.", error.code()].concat();
    texts.fill(&key, &[(first.0, &first.1), ("found", &second)])
}

fn intro(ui: &mut Drawing<'_>, state: &State) {
    let texts = ui.texts;
    let change = change(state, texts);
    let count = whole(state.questionnaire().statements().len());
    let begun = !state.answers().is_blank();
    ui.key(1);
    heading(ui, &texts.fill_one("self-check.title", "change", change));
    notice(ui, state);
    ui.leaf("p part=text", &texts.fill("self-check.intro", &[("n", &count), ("change", change)]));
    ui.say("p part=text", "self-check.free");
    let privacy = if state.kept { "self-check.privacy-device" } else { "self-check.privacy" };
    ui.say("p part=privacy", privacy);
    actions(ui);
    let start = if begun { "self-check.resume" } else { "self-check.start" };
    primary(ui, start, Message::Go(Page::Element(0)));
    if begun {
        button(ui, "self-check.finish", Message::Go(Page::Result));
        button(ui, "self-check.again", Message::Again);
    }
    ui.close();
    code_form(ui, state);
}

fn code_form(ui: &mut Drawing<'_>, state: &State) {
    ui.open("details");
    ui.say("summary", "self-check.have-code");
    ui.say("label for=code", "self-check.code-label");
    ui.open("input id=code part=field type=text autocomplete=off autocapitalize=characters spellcheck=false aria-describedby=code-help");
    on(ui, Message::Code(""));
    if let Some(error) = state.typed_error {
        ui.attribute("aria-invalid", "true");
        ui.close();
        ui.leaf("p id=code-help part=error", &code_error(error, ui.texts));
    } else {
        ui.close();
        ui.say("p id=code-help part=text", "self-check.code-hint");
    }
    button(ui, "self-check.code-open", Message::OpenCode);
    ui.close();
}

fn step_text(state: &State, texts: &Texts, index: usize) -> String {
    let elements = state.questionnaire().variant().elements();
    let name = elements.get(index).map_or("", |element| element.name(texts));
    texts.fill("self-check.step", &[("step", &whole(index + 1)), ("steps", &whole(elements.len())), ("name", name)])
}

fn element(ui: &mut Drawing<'_>, state: &State, index: usize) {
    let elements = state.questionnaire().variant().elements();
    let current = elements.get(index).copied().unwrap_or(ChangeElement::Vision);
    let texts = ui.texts;
    let change = change(state, texts);
    ui.key(2 + index);
    steps(ui, state, index);
    heading(ui, &step_text(state, texts, index));
    notice(ui, state);
    ui.leaf("p part=question", texts.of_id("elements.", current.id(), ".question"));
    for (place, (statement, answer)) in state.questionnaire().answered(state.answers()).enumerate() {
        if statement.element() == current {
            question(ui, place, &statement.text(texts, change), answer);
        }
    }
    actions(ui);
    let back = if index == 0 { Page::Intro } else { Page::Element(index - 1) };
    button(ui, "self-check.previous", Message::Go(back));
    let (forward, page) = if index + 1 == elements.len() {
        ("self-check.finish", Page::Result)
    } else {
        ("self-check.next", Page::Element(index + 1))
    };
    primary(ui, forward, Message::Go(page));
    ui.close();
}

/// The way to every element, with how far each is, and the progress of the whole.
fn steps(ui: &mut Drawing<'_>, state: &State, index: usize) {
    let texts = ui.texts;
    ui.open("div class=way");
    ui.open("nav");
    ui.label("self-check.steps");
    ui.open("ol part=steps");
    for (place, element) in state.questionnaire().variant().elements().iter().enumerate() {
        let (mut given, mut all) = (0, 0);
        for (statement, answer) in state.questionnaire().answered(state.answers()) {
            if statement.element() == *element {
                all += 1;
                given += usize::from(answer != Answer::Unanswered);
            }
        }
        ui.open("li");
        ui.open("button part=step type=button");
        on(ui, Message::Go(Page::Element(place)));
        if place == index {
            ui.attribute("aria-current", "step");
        }
        ui.leaf("span", element.name(texts));
        ui.text(" ");
        ui.leaf("small", &[&whole(given), "/", &whole(all)].concat());
        ui.close_all(2);
    }
    ui.close_all(2);
    let (answered, total) = state.progress();
    let (answered, total) = (whole(answered), whole(total));
    let progress = texts.fill("self-check.progress", &[("answered", &answered), ("total", &total)]);
    ui.open("progress part=progress");
    ui.attribute("max", &total);
    ui.attribute("value", &answered);
    ui.attribute("aria-label", &progress);
    ui.close();
    ui.leaf("p class=count", &progress);
    ui.close();
}

/// A statement with its answers: a radio group, so that keyboards and screen readers know it.
fn question(ui: &mut Drawing<'_>, place: usize, text: &str, answer: Answer) {
    ui.open("fieldset part=statement");
    ui.leaf("legend", text);
    ui.open("div part=scale");
    let name = ["s", &whole(place)].concat();
    for bits in 1..=7 {
        let given = Answer::from_bits(bits);
        if given == Answer::Unknown {
            ui.close();
            ui.open("div class=apart");
        }
        ui.open("label part=option");
        ui.open("input type=radio");
        ui.attribute("name", &name);
        ui.attribute("value", given.id());
        ui.checked(answer == given);
        on(ui, Message::Answer(place, given));
        ui.close();
        ui.leaf("span", ui.texts.of_id("report.answer.", given.id(), ""));
        ui.close();
    }
    if answer != Answer::Unanswered {
        ui.open("button part=button type=button");
        on(ui, Message::Answer(place, Answer::Unanswered));
        let clear = ui.texts.get("self-check.clear");
        ui.attribute("aria-label", &ui.texts.pair(clear, text));
        ui.text(clear);
        ui.close();
    }
    ui.close_all(2);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Language;
    use crate::knoster::{Perspective, Questionnaire, Variant};

    fn texts(language: Language) -> Texts {
        Texts::of(language).unwrap()
    }

    #[test]
    fn every_page_speaks_every_language_without_gaps() {
        for language in Language::ALL {
            let texts = texts(language);
            for perspective in Perspective::ALL {
                let mut state = State::new();
                state.ask(Questionnaire::standard(perspective, Variant::Consensus));
                state.replace(state.questionnaire().answers([]).unwrap());
                for page in [Page::Intro, Page::Element(0), Page::Element(5), Page::Result] {
                    state.update(Message::Go(page));
                    let text = view(&state, &texts).all_text();
                    assert!(!text.contains(['{', '}']), "{text}");
                    let key = ["self-check.", "report.", "elements.", "statements.", "advice."];
                    assert!(!key.iter().any(|topic| text.contains(topic)), "{text}");
                }
            }
        }
    }

    #[test]
    fn each_statement_is_a_group_of_seven_answers_and_shows_the_one_given() {
        let texts = texts(Language::NlBe);
        let mut state = State::new();
        state.update(Message::Go(Page::Element(1)));
        state.update(Message::Answer(5, Answer::Unknown));
        let view = view(&state, &texts);
        assert_eq!(
            (view.count("fieldset"), view.count("input"), view.held().iter().filter(|held| **held == "1").count()),
            (5, 35, 1)
        );
    }

    #[test]
    fn what_a_page_gives_is_text() {
        let texts = texts(Language::NlBe);
        let mut state = State::new();
        state.change = Some("<img src=x onerror=alert(1)>".into());
        let view = view(&state, &texts);
        assert_eq!(view.count("img"), 0);
        assert!(view.all_text().contains("<img src=x onerror=alert(1)>"));
    }
}
