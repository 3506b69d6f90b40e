//! How an adoption widget looks: its state drawn as elements.

use alloc::string::String;

use super::files::Format;
use super::message::Message;
use super::model::Model;
use super::numbers::{month, percent};
use super::state::{CHASM, Notice, State, TIPPING};
use super::{chart, inputs, rows, table, what_if_view};
use crate::chart::whole;
use crate::content::Texts;
use crate::diffusion::{Rogers, adopter_counts};
use crate::widgets::drawing::Drawing;

/// The whole widget.
pub(super) fn view<'a>(state: &State, texts: &'a Texts) -> Drawing<'a> {
    let mut ui = Drawing::new(texts);
    ui.open("section part=root");
    ui.attribute("lang", texts.language().as_str());
    ui.label("adoption.title");
    ui.leaf("p class=status role=status", &announcement(state, texts));
    ui.open("div class=page");
    ui.open("div");
    ui.say("h2 part=title id=heading tabindex=-1", "adoption.title");
    ui.say("p part=text", "adoption.intro");
    ui.say("p part=privacy", if state.kept { "adoption.privacy-device" } else { "adoption.privacy" });
    notice(&mut ui, state);
    ui.close();
    ui.open("div class=desk");
    inputs::draw(&mut ui, state);
    if let Some(model) = &state.model {
        plan(&mut ui, state, model);
    }
    ui.close();
    if let Some(model) = &state.model {
        rows::draw(&mut ui, state, model);
        what_if_view::draw(&mut ui, state, model);
        take_away(&mut ui);
    }
    ui.close_all(2);
    ui
}

/// What a screen reader says when something was done.
fn announcement(state: &State, texts: &Texts) -> String {
    let mut said = state.notice.map(|notice| notice_text(state, notice, texts)).unwrap_or_default();
    if said.is_empty() {
        said = what_if_view::announcement(state, texts);
    }
    said
}

#[inline(never)]
pub(super) fn button(ui: &mut Drawing<'_>, key: &str, message: Message<'_>) {
    ui.button("button", key, &message.to_text());
}

/// Gives the element the message to send when it is used.
#[inline(never)]
pub(super) fn on(ui: &mut Drawing<'_>, message: Message<'_>) {
    ui.on(&message.to_text());
}

/// What there is to tell, with a way back where there is one.
fn notice(ui: &mut Drawing<'_>, state: &State) {
    let Some(notice) = state.notice else { return };
    ui.open("div part=notice");
    ui.leaf("p", &notice_text(state, notice, ui.texts));
    if state.can_undo() && matches!(notice, Notice::Plain("removed" | "pasted" | "cleared" | "opened")) {
        button(ui, "adoption.undo", Message::Undo);
    }
    ui.close();
}

fn notice_text(state: &State, notice: Notice, texts: &Texts) -> String {
    match notice {
        Notice::Plain(name) => texts.of_id("adoption.notice.", name, "").into(),
        Notice::Failed => texts.get("adoption.outcome.load-failed").into(),
        Notice::CopyFailed => texts.fill_one("adoption.notice.copy-failed", "text", &state.not_copied),
        Notice::Downloaded(format) => texts.fill_one("adoption.notice.downloaded", "file", &file_name(format, texts)),
    }
}

/// The name of a file.
pub(super) fn file_name(format: Format, texts: &Texts) -> String {
    [texts.get("adoption.file"), format.names().1].concat()
}

/// What follows from what was filled in: in a sentence, as a drawing, by category and as numbers.
fn plan(ui: &mut Drawing<'_>, state: &State, model: &Model) {
    let texts = ui.texts;
    ui.open("div part=plan");
    ui.leaf("p part=headline", &headline(model, texts));
    ui.open("div class=plot");
    ui.chart(&chart::scene(state, model, texts));
    ui.open("input part=slider type=range min=0");
    ui.attribute("class", "slider reader");
    ui.attribute("max", &whole(model.shown - 1));
    ui.label("adoption.read");
    let said = chart::reading(state, model, texts);
    ui.attribute("aria-valuetext", &said);
    on(ui, Message::Read(""));
    ui.value(&whole(state.reading(model)));
    ui.close();
    ui.leaf("p part=reading", &said);
    ui.close();
    legend(ui, model);
    layers(ui, state);
    categories(ui, model);
    table::draw(ui, state, model);
    ui.close();
}

/// When half of the centre and when everyone takes part, if the plan holds.
pub(super) fn headline(model: &Model, texts: &Texts) -> String {
    let people = model.plan.people;
    let when = |count| model.plan.morning_of(count).map(|place| month(model.day(place), texts));
    let (half, all) = (when(people.div_ceil(2)), when(people));
    let last = model.plan.expected.get(model.shown - 1).copied().unwrap_or_default();
    let key = match (&half, &all) {
        (Some(_), Some(_)) => "adoption.headline.all",
        (Some(_), None) => "adoption.headline.half",
        _ => "adoption.headline.none",
    };
    let values = [
        ("start", half.unwrap_or_default()),
        ("end", all.unwrap_or_else(|| month(model.day(model.shown - 1), texts))),
        ("n", super::numbers::count(last)),
        ("total", whole(people as usize)),
    ];
    texts.fill(key, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// What each line is, beside a piece of it.
fn legend(ui: &mut Drawing<'_>, model: &Model) {
    ui.open("ul class=legend");
    let fitted = matches!(model.outcome, super::fit::Outcome::Fitted(_));
    let lines =
        [("curve", true), ("seen", !model.seen.is_empty()), ("fit", fitted), ("spread", fitted), ("rest", true)];
    for (name, _) in lines.into_iter().filter(|(_, shown)| *shown) {
        ui.open("li");
        ui.open("span aria-hidden=true");
        ui.attribute("class", &["key ", name].concat());
        ui.close();
        ui.text(ui.texts.of_id("adoption.legend.", name, ""));
        ui.close();
    }
    ui.close();
}

/// The buttons that show the chasm and the tipping band, each with its note while it is shown.
fn layers(ui: &mut Drawing<'_>, state: &State) {
    ui.open("div part=actions");
    for (place, (layer, key)) in [(CHASM, "adoption.chasm"), (TIPPING, "adoption.tipping")].into_iter().enumerate() {
        ui.open("button part=button type=button");
        ui.attribute("aria-pressed", if state.layers & layer == 0 { "false" } else { "true" });
        on(ui, Message::Layer(place));
        ui.text(ui.texts.get(key));
        ui.close();
    }
    ui.close();
    for (layer, id, key, source) in [
        (
            CHASM,
            1,
            "adoption.chasm-note",
            ("Moore, Crossing the Chasm", "https://wikisum.wiki/wiki/Crossing_the_Chasm"),
        ),
        (
            TIPPING,
            2,
            "adoption.tipping-note",
            ("Centola, 2018", "https://penntoday.upenn.edu/news/damon-centola-tipping-point-large-scale-social-change"),
        ),
    ] {
        if state.layers & layer == 0 {
            continue;
        }
        ui.open("p class=note");
        ui.key(id);
        ui.text(ui.texts.get(key));
        ui.text(" ");
        ui.open("a target=_blank rel=noreferrer");
        ui.attribute("href", source.1);
        ui.text(source.0);
        ui.close_all(2);
    }
}

/// How many people are in each category, and by when they take part.
fn categories(ui: &mut Drawing<'_>, model: &Model) {
    let texts = ui.texts;
    let people = model.plan.people;
    ui.open("div class=wide tabindex=0 role=region");
    ui.label("adoption.categories");
    ui.open("table part=table");
    ui.say("caption", "adoption.categories");
    ui.open("thead");
    ui.open("tr");
    for key in ["adoption.category", "adoption.people-count", "adoption.when"] {
        ui.say("th scope=col", key);
    }
    ui.close_all(2);
    ui.open("tbody");
    let mut sum = 0;
    for (category, size) in Rogers::ALL.into_iter().zip(adopter_counts(people)) {
        let first = sum;
        sum += size;
        ui.open("tr");
        ui.leaf("th scope=row", texts.of_id("adoption.rogers.", category.id(), ""));
        ui.leaf("td", &[&whole(size as usize), " (", &percent(size.into(), people), "\u{A0}%)"].concat());
        ui.leaf("td", &when(model, first, sum, texts));
        ui.close();
    }
    ui.close_all(3);
    ui.say("p class=quiet", "adoption.categories-note");
}

/// From when until when those between two counts come in.
fn when(model: &Model, first: u32, last: u32, texts: &Texts) -> String {
    if first == last {
        return "–".into();
    }
    let place = |count: u32| model.plan.morning_of(count);
    let Some(from) = place(first + 1) else {
        return texts.fill_one("adoption.later", "date", &month(model.day(model.axis.mornings.len() - 1), texts));
    };
    let until = place(last);
    if until == Some(0) {
        return texts.get("adoption.from-start").into();
    }
    let from = month(model.day(from), texts);
    match until.map(|until| month(model.day(until), texts)) {
        Some(until) if until == from => until,
        Some(until) => texts.fill("adoption.range", &[("start", &from), ("end", &until)]),
        None => texts.fill_one("adoption.from", "date", &from),
    }
}

fn take_away(ui: &mut Drawing<'_>) {
    ui.open("section");
    ui.say("h3", "adoption.keep");
    ui.open("div part=actions");
    button(ui, "adoption.link", Message::CopyLink);
    button(ui, "adoption.print", Message::Print);
    for (place, format) in Format::ALL.into_iter().enumerate() {
        ui.open("button part=button type=button");
        on(ui, Message::Download(place));
        ui.text(&ui.texts.fill_one("adoption.download", "format", format.names().0));
        ui.close();
    }
    ui.close();
    ui.say("p class=quiet", "adoption.link-help");
    ui.close();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Language, adoption_pack};
    use crate::widgets::adoption::state::tests::{settle, state};

    fn texts(language: Language) -> Texts {
        Texts::parse(language, adoption_pack(language).unwrap())
    }

    fn drawn<'a>(state: &mut State, texts: &'a Texts) -> Drawing<'a> {
        settle(state, texts);
        view(state, texts)
    }

    /// A state with one of everything there is to see.
    fn full() -> State {
        let mut state = state();
        state.update(Message::Layer(0));
        state.update(Message::Unfold(1));
        state.update(Message::Start("2025-09-01"));
        state.update(Message::AddSite);
        state.update(Message::Group(1, "21"));
        state.update(Message::People(0, "x"));
        for (place, count) in ["10", "13", "16", "21", "30", "28", "1"].into_iter().enumerate() {
            let months = ["2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "?"];
            state.update(Message::Date(place, months[place]));
            state.update(Message::Count(place, count));
        }
        state
    }

    /// The pack of the language alone, as a page has it.
    #[test]
    fn every_language_speaks_without_gaps() {
        for language in Language::ALL {
            let texts = texts(language);
            for mut state in [state(), full()] {
                let empty = drawn(&mut state, &texts).all_text();
                for notice in ["removed", "pasted", "cleared", "undone", "copied", "opened", "link-broken", "restored"]
                {
                    state.notice = Some(Notice::Plain(notice));
                    assert!(drawn(&mut state, &texts).all_text().len() > empty.len());
                }
                state.notice = Some(Notice::Downloaded(Format::Svg));
                state.update(Message::Play);
                let playing = view(&state, &texts).all_text();
                let played = drawn(&mut state, &texts).all_text();
                for text in [empty, playing, played] {
                    let topics = ["adoption.", "calendar.", "report."];
                    assert!(!topics.iter().any(|topic| text.contains(topic)) && !text.contains(['{', '}']), "{text}");
                }
            }
        }
    }

    #[test]
    fn the_headline_says_when_and_the_groups_are_whole_people() {
        let texts = texts(Language::NlBe);
        let mut state = state();
        let text = drawn(&mut state, &texts).all_text();
        assert!(text.contains("doet de helft mee tegen mei 2027, en iedereen tegen"), "{text}");
        for said in ["innovatoren 2 (3\u{A0}%) vanaf dag één", "vroege meerderheid 20 (33\u{A0}%)"] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(!text.contains("kloof (Moore)"));
        state.update(Message::Layer(0));
        assert!(drawn(&mut state, &texts).all_text().contains("kloof (Moore)"));
    }

    #[test]
    fn what_is_wrong_stands_at_its_field_and_stays_as_it_was_typed() {
        let texts = texts(Language::En);
        let mut state = full();
        let drawing = drawn(&mut state, &texts);
        let text = drawing.all_text();
        for fault in
            ["Fill in a whole number from 1 to 5000.", "from 0 to 20.", "15/10/2026 or Oct 2026", "This is less than"]
        {
            assert!(text.contains(fault), "{fault}: {text}");
        }
        assert!(["x", "21", "?", "28"].iter().all(|typed| drawing.held().contains(typed)));
    }

    #[test]
    fn the_numbers_by_month_are_drawn_once_they_are_unfolded_and_on_paper() {
        let texts = texts(Language::NlBe);
        let mut state = state();
        let rows = |state: &mut State| drawn(state, &texts).count("tr");
        let folded = rows(&mut state);
        assert!(state.update(Message::Unfold(1)) && !state.update(Message::Unfold(1)));
        assert!(rows(&mut state) > folded + 20);
        state.update(Message::Unfold(0));
        assert_eq!(rows(&mut state), folded);
        state.update(Message::Print);
        assert!(rows(&mut state) > folded);
    }

    #[test]
    fn what_people_type_is_text() {
        let texts = texts(Language::NlBe);
        let mut state = full();
        state.update(Message::Name(0, "<img src=x onerror=alert(1)>"));
        let drawing = drawn(&mut state, &texts);
        assert_eq!(drawing.count("img"), 0);
        assert!(drawing.all_text().contains("<img src=x onerror=alert(1)>"));
    }

    #[test]
    fn a_field_stays_where_it_is_whatever_is_typed() {
        let texts = texts(Language::NlBe);
        // How many fields stand before the one for the first count.
        let before = |state: &mut State| {
            let drawing = drawn(state, &texts);
            drawing.marks().split("id=count-0").next().unwrap().matches("\u{1}input").count()
        };
        let mut state = state();
        let place = before(&mut state);
        for message in
            [Message::Count(0, "x"), Message::Date(0, "sep 2026"), Message::Count(0, "9"), Message::Date(1, "1")]
        {
            state.update(message);
            assert_eq!(before(&mut state), place);
        }
    }
}
