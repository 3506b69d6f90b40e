//! The deadline: as it was read, asked for where it can be read in more than one way, and on its school year.

use alloc::string::String;
use alloc::vec::Vec;

use super::draft::Slot;
use super::message::Message;
use super::state::State;
use super::view::on;
use crate::calendar::{Date, SchoolYear, days_between, describe_date, holiday_name, iso, month_name, parse_iso};
use crate::chart::{Mark, stretch};
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
                let date = describe_date(way.due, texts);
                ui.leaf("span", &texts.fill(&["calendar.reading.", way.id].concat(), &[("date", &date)]));
                ui.close();
            }
            ui.close();
        } else if let Some(fault) = &time.fault {
            ui.leaf("p part=notice", &texts.fill(&["calendar.fault.", fault.code()].concat(), &[("text", words)]));
        } else if let Some(due) = time.due {
            let date = describe_date(due, texts);
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
    for month in [9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8] {
        // The tables of Unicode for capitals would weigh more than all of this; no month begins with an accent.
        months.push(month_name(month, texts).chars().take(1).map(|first| first.to_ascii_uppercase()).collect());
    }
    let holidays = year.holidays();
    let rests = holidays.map(|(_, period)| (at(period.start()), at(period.end())));
    let title = texts.fill_one("goal-widget.year", "name", &year.name());
    let now = state.today.map(|today| mark("goal-widget.today", today));
    ui.chart(&stretch(&texts.pair(&title, &describe_date(due, texts)), &months, &rests, now, Some(mark("goal-widget.due", due))));
    ui.open("details");
    ui.leaf("summary", &title);
    ui.open("ul");
    for (holiday, period) in holidays {
        let days = [&describe_date(period.start(), texts), " – ", &describe_date(period.end(), texts)].concat();
        ui.leaf("li", &texts.pair(holiday_name(holiday, texts), &days));
    }
    ui.close_all(2);
    ui.say("p class=quiet", "calendar.notice");
}
