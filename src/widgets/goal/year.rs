//! The deadline: as it was read, asked for where it can be read in more than one way, and on its school year.

use alloc::string::String;
use alloc::vec::Vec;

use super::draft::Slot;
use super::message::Message;
use super::state::State;
use super::view::on;
use crate::calendar::{Date, SchoolYear, days_between, iso, parse_iso};
use crate::chart::{Mark, stretch, whole};
use crate::content::{Texts, split};
use crate::widgets::drawing::Drawing;

pub(super) fn draw(ui: &mut Drawing<'_>, state: &State) {
    ui.open("div");
    let time = state.read.as_ref().and_then(|read| read.time());
    let due = parse_iso(&state.work.draft.value(Slot::End, state.read.as_ref()));
    if time.is_some() || due.is_some() {
        ui.say("h3", "goal-widget.deadline");
    }
    let texts = ui.texts;
    if let Some(time) = time {
        let words = state.work.draft.text.get(time.span.clone()).unwrap_or_default();
        let own = state.work.draft.own(Slot::End);
        if let Some(question) = time.question {
            ui.open("fieldset class=choices");
            let asked = texts.of_id("calendar.question.", question.id(), "");
            ui.leaf("legend", &texts.fill("goal-widget.deadline-ask", &[("text", words), ("question", asked)]));
            for (index, way) in time.alternatives.iter().enumerate() {
                ui.open("label part=option");
                ui.open("input type=radio name=deadline");
                ui.checked(own == Some(&*iso(way.due)));
                on(ui, Message::Choose(index));
                ui.close();
                let date = date_text(way.due, texts);
                ui.leaf("span", &texts.fill(&["calendar.reading.", way.id].concat(), &[("date", &date)]));
                ui.close();
            }
            ui.close();
        } else if let Some(fault) = &time.fault {
            let fault = texts.of_id("calendar.fault.", fault.code(), "");
            ui.leaf("p part=notice", &texts.fill("goal-widget.deadline-fault", &[("text", words), ("fault", fault)]));
        } else if let Some(due) = time.due {
            let date = date_text(due, texts);
            ui.leaf("p", &texts.fill("goal-widget.deadline-read", &[("text", words), ("date", &date)]));
        }
    }
    if let Some(due) = due {
        school_year(ui, state, due);
    }
    ui.close();
}

/// The school year of a deadline, as a picture and as words.
fn school_year(ui: &mut Drawing<'_>, state: &State, due: Date) {
    let texts = ui.texts;
    let Ok(year) = SchoolYear::of(due) else { return };
    let span = year.span();
    let days = f64::from(days_between(span.start(), span.end()) + 1);
    let at = |date| (f64::from(days_between(span.start(), date)) + 0.5) / days;
    let mark = |key: &str, date| Mark { label: texts.get(key).into(), at: at(date) };
    let mut months: Vec<String> = Vec::new();
    for month in 0..12 {
        // The tables of Unicode for capitals would weigh more than all of this; no month begins with an accent.
        months.push(month_name(month + 9, texts).chars().take(1).map(|first| first.to_ascii_uppercase()).collect());
    }
    let holidays = year.holidays();
    let rests = holidays.map(|(_, period)| (at(period.start()), at(period.end())));
    let title = texts.fill_one("goal-widget.year", "name", &year.name());
    let now = state.today.map(|today| mark("goal-widget.today", today));
    ui.chart(&stretch(&texts.pair(&title, &date_text(due, texts)), &months, &rests, now, Some(mark("goal-widget.due", due))));
    ui.open("details");
    ui.leaf("summary", &title);
    ui.open("ul");
    for (holiday, period) in holidays {
        let days = [&date_text(period.start(), texts), " – ", &date_text(period.end(), texts)].concat();
        ui.leaf("li", &texts.pair(texts.of_id("calendar.holiday.", holiday.id(), ""), &days));
    }
    ui.close_all(2);
    ui.say("p class=quiet", "goal-widget.computed");
}

/// The name of a month, counted from 1 and on after 12.
fn month_name(month: usize, texts: &Texts) -> &str {
    split(texts.get("goal-widget.months"), b' ').nth((month - 1) % 12).unwrap_or_default()
}

/// A day in words, as `30 juni 2025`.
pub(super) fn date_text(date: Date, texts: &Texts) -> String {
    let [day, year] = [whole(date.day() as usize), whole(date.year() as usize)];
    let month = month_name(date.month() as usize, texts);
    texts.fill("goal-widget.date", &[("day", &day), ("month", month), ("year", &year)])
}
