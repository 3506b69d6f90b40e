//! The deadline: as it was read, asked for where it can be read in more than one way, and on its school year.

use core::ops::Range;

use super::message::Message;
use super::state::State;
use super::view::on;
use crate::calendar::{describe_date, iso};
use crate::widgets::drawing::Drawing;
use crate::widgets::slot::Slot;

pub(super) fn draw(ui: &mut Drawing<'_>, state: &State) {
    let texts = ui.texts;
    ui.open("div");
    let words = |span: &Range<usize>| state.work.draft.text.get(span.clone()).unwrap_or_default();
    let time = state.read.as_ref().and_then(|read| read.deadline());
    let fault = state.read.as_ref().and_then(|read| read.fault.as_ref());
    if time.is_some() || fault.is_some() || !state.year.is_empty() {
        ui.say("h3", "goal-widget.deadline");
    }
    if let Some((span, fault)) = fault {
        let key = ["calendar.fault.", fault.code()].concat();
        ui.leaf("p part=notice", &texts.fill_one(&key, "text", words(span)));
    }
    if let Some(time) = time {
        let words = words(&time.span);
        if let Some(question) = time.question {
            ui.open("fieldset class=choices");
            let asked = texts.of_id("calendar.question.", question.id(), "");
            ui.leaf("legend", &texts.fill("goal-widget.deadline-ask", &[("text", words), ("question", asked)]));
            for (index, way) in time.alternatives.iter().enumerate() {
                ui.open("label part=option");
                ui.open("input type=radio name=deadline");
                ui.checked(state.work.draft.own(Slot::End) == Some(&*iso(way.due)));
                on(ui, Message::Choose(index));
                ui.close();
                let date = describe_date(way.due, texts);
                ui.leaf("span", &texts.fill_one(&["calendar.reading.", way.id].concat(), "date", &date));
                ui.close();
            }
            ui.close();
        } else if let Some(due) = time.due {
            let date = describe_date(due, texts);
            ui.leaf("p", &texts.fill("goal-widget.deadline-read", &[("text", words), ("date", &date)]));
        }
    }
    ui.put(&state.year);
    ui.close();
}
