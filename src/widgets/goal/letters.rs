//! The six letters: how far each is carried, by which words, and what would help.

use super::message::jump;
use super::reading::Read;
use super::state::State;
use super::view::name;
use crate::smarti::Criterion;
use crate::smarti::reading::Evidence;
use crate::widgets::drawing::Drawing;

/// More words than these are marked in the sentence all the same.
const MOST_SHOWN: usize = 6;

pub(super) fn draw(ui: &mut Drawing<'_>, state: &State) {
    ui.open("div");
    if let Some(read) = &state.read {
        best(ui, state, read);
        ui.say("h3", "goal-widget.letters");
        ui.open("ul class=letters");
        let mut cue = 0;
        for (letter, criterion) in Criterion::ALL.iter().enumerate() {
            one(ui, state, read, letter, criterion.letter(), cue);
            cue += read.cues(letter).len();
        }
        ui.close();
        ui.say("p class=quiet", "goal-widget.note");
    }
    ui.close();
}

/// The next step that helps most, before all else. While the time is not read, it may be the one.
fn best(ui: &mut Drawing<'_>, state: &State, read: &Read) {
    let texts = ui.texts;
    let best = read.best();
    if best.is_none() && read.is_open(Criterion::TimeBound as usize) {
        return;
    }
    ui.open("div part=hint class=best");
    match best {
        Some(hint) => {
            let letter = hint.criterion() as usize;
            ui.leaf("h3", &texts.pair(texts.get("goal-widget.next"), name(letter, state, texts)));
            ui.leaf("p", hint.text(texts));
        }
        None => ui.say("p", "goal-widget.all-there"),
    }
    ui.close();
}

fn one(ui: &mut Drawing<'_>, state: &State, read: &Read, letter: usize, symbol: char, first: usize) {
    let texts = ui.texts;
    let evidence = read.evidence(letter);
    let cues = read.cues(letter);
    let mut sign = [0; 4];
    let sign: &str = symbol.encode_utf8(&mut sign);
    ui.open("li part=letter");
    ui.attribute("class", &["letter ", evidence.id()].concat());
    let told = if read.is_open(letter) { "open" } else { evidence.id() };
    let shown = texts.pair(name(letter, state, texts), texts.of_id("goal-widget.evidence.", told, ""));
    // The letter goes to the first of its words.
    if cues.is_empty() {
        ui.open("span class=sign aria-hidden=true");
    } else {
        ui.open("button class=sign type=button");
        ui.attribute("aria-label", &[sign, ", ", &shown].concat());
        ui.on(&jump(first));
    }
    ui.text(sign);
    ui.leaf(
        "small",
        match evidence {
            Evidence::Present => "●",
            Evidence::Weak => "◐",
            Evidence::Absent => "○",
        },
    );
    ui.close();
    ui.open("div class=block");
    ui.leaf("h4", &shown);
    if !cues.is_empty() {
        ui.open("div class=cues");
        ui.say("span class=quiet", "goal-widget.shows");
        for (place, cue) in cues.iter().take(MOST_SHOWN).enumerate() {
            let words = state.work.draft.text.get(cue.span.clone()).unwrap_or_default();
            ui.open("button part=jump type=button");
            ui.on(&jump(first + place));
            ui.attribute("aria-label", &texts.fill_one("goal-widget.jump", "text", words));
            ui.text(words);
            ui.close();
        }
        ui.close();
    }
    if let Some(hint) = read.hint(letter) {
        ui.leaf("p class=quiet", hint.text(texts));
    }
    ui.close_all(2);
}
