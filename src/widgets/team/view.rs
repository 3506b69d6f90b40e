//! How a team widget looks: its state drawn as elements.

use alloc::string::String;

use super::message::Message;
use super::state::{Notice, Page, State};
use super::{input, picture, present};
use crate::chart::whole;
use crate::content::Texts;
use crate::widgets::drawing::Drawing;

/// The whole widget.
pub(super) fn view<'a>(state: &State, texts: &'a Texts) -> Drawing<'a> {
    let mut ui = Drawing::new(texts);
    ui.open("section part=root");
    ui.attribute("lang", texts.language().as_str());
    ui.label("team.label");
    ui.leaf("p class=status role=status", &announcement(state, texts));
    ui.open("div class=page");
    let [now, _] = &state.profiles;
    match (state.page, now) {
        (Page::Picture, Some(profile)) => picture::draw(&mut ui, state, profile),
        (Page::Present(place), Some(profile)) => present::draw(&mut ui, state, profile, place),
        _ => input::draw(&mut ui, state),
    }
    ui.close_all(2);
    ui
}

/// What a screen reader says: what happened, or how much was read.
fn announcement(state: &State, texts: &Texts) -> String {
    match (&state.notice, state.page) {
        (Some(notice), _) => notice_text(notice, texts),
        (None, Page::Input) => {
            let [now, _] = &state.sheets;
            if now.is_blank() { String::new() } else { count(now.people(), texts) }
        }
        (None, Page::Picture) => texts.get("team.profile").into(),
        (None, Page::Present(_)) => String::new(),
    }
}

/// How many people's answers were read.
pub(super) fn count(people: usize, texts: &Texts) -> String {
    match people {
        0 => texts.get("team.count.none").into(),
        1 => texts.get("team.count.one").into(),
        _ => texts.fill_one("team.count.many", "n", &whole(people)),
    }
}

/// What there is to tell once.
#[inline(never)]
pub(super) fn notice(ui: &mut Drawing<'_>, state: &State) {
    let Some(notice) = &state.notice else { return };
    ui.open("p");
    ui.attribute(
        "part",
        if matches!(notice, Notice::File(key, _) if *key != "team.downloaded") { "error" } else { "notice" },
    );
    let text = notice_text(notice, ui.texts);
    ui.text(&text);
    ui.close();
}

fn notice_text(notice: &Notice, texts: &Texts) -> String {
    match notice {
        Notice::Plain(key) => texts.get(key).into(),
        Notice::File(key, file) => texts.fill_one(key, "file", file),
    }
}

/// The title of a page, which takes the focus when the page is reached.
pub(super) fn heading(ui: &mut Drawing<'_>, text: &str) {
    ui.leaf("h2 part=title id=heading tabindex=-1", text);
}

#[inline(never)]
pub(super) fn button(ui: &mut Drawing<'_>, part: &str, key: &str, message: Message<'_>) {
    ui.button(part, key, &message.to_text());
}

/// A choice in a list.
#[inline(never)]
pub(super) fn choice(ui: &mut Drawing<'_>, value: &str, text: &str) {
    ui.open("option");
    ui.attribute("value", value);
    ui.text(text);
    ui.close();
}

#[inline(never)]
pub(super) fn label(ui: &mut Drawing<'_>, id: &str, text: &str) {
    ui.open("label");
    ui.attribute("for", id);
    ui.text(text);
    ui.close();
}

/// Begins a list to choose from.
#[inline(never)]
pub(super) fn select(ui: &mut Drawing<'_>, id: &str, message: Message<'_>) {
    ui.open("select part=field");
    ui.attribute("id", id);
    ui.on(&message.to_text());
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::content::{Language, team_pack};
    use crate::widgets::team::state::tests::{state, table};

    pub(in super::super) fn texts(language: Language) -> Texts {
        Texts::parse(language, team_pack(language).unwrap())
    }

    /// The pack of the language alone, as a page has it.
    #[test]
    fn every_page_speaks_every_language_without_gaps() {
        let broken = "staff-vision-1;Wat wil je nog kwijt?;naam\n9;x;a@b.be\nmja;y\n4;;\n4;;\n4;;\n5;;\n";
        for language in Language::ALL {
            let texts = texts(language);
            for text in ["", "x", "=1", broken, &table(), "7F3K-2M\n7F3K-2M"] {
                let mut state = state(text);
                state.language = language;
                state.update(Message::Write(1, &table()));
                for page in [Page::Input, Page::Picture, Page::Present(0), Page::Present(4)] {
                    state.page = page;
                    state.group_by = Some(0);
                    state.notice = Some(Notice::Plain("team.cleared"));
                    let text = view(&state, &texts).all_text();
                    assert!(!text.contains(['{', '}']), "{text}");
                    let topics = ["team.", "report.", "elements.", "statements."];
                    assert!(!topics.iter().any(|topic| text.contains(topic)), "{text}");
                }
            }
        }
    }

    #[test]
    fn what_was_pasted_is_text() {
        let texts = texts(Language::NlBe);
        let typed = "<img src=x>;staff-vision-1\n<b>;<script>\n";
        let drawing = view(&state(typed), &texts);
        assert_eq!((drawing.count("img"), drawing.count("b"), drawing.count("script")), (0, 0, 0));
        assert!(drawing.held().contains(&typed));
    }
}
