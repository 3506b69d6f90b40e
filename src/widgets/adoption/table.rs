//! The numbers of the drawing, month by month: as a table in the page and as a file.

use alloc::string::String;
use alloc::vec::Vec;

use super::fit::Outcome;
use super::model::Model;
use super::numbers::{count, percent, push_day};
use super::state::State;
use crate::calendar::{date, describe_date, number};
use crate::content::Texts;
use crate::widgets::drawing::Drawing;

/// One line of the table.
pub(super) struct Line {
    pub(super) day: i32,
    pub(super) place: usize,
    pub(super) expected: f64,
    /// Those who are new since the line before.
    pub(super) new: f64,
}

/// The mornings nearest to the first of each month, from the start to the end.
pub(super) fn lines(model: &Model) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut next = 0;
    for place in 0..model.shown {
        let day = model.day(place);
        let Some(expected) = model.plan.expected.get(place).copied() else { break };
        if day < next && place + 1 != model.shown {
            continue;
        }
        next = number(date(date_of_next(day)));
        let before = lines.last().map_or(expected, |line| line.expected);
        lines.push(Line { day, place, expected, new: expected - before });
    }
    lines
}

/// The first day of the next month.
fn date_of_next(day: i32) -> i32 {
    number(date(day).last_of_month()) + 1
}

pub(super) fn draw(ui: &mut Drawing<'_>, state: &State, model: &Model) {
    let texts = ui.texts;
    let fitted = match &model.outcome {
        Outcome::Fitted(fitted) => Some(fitted),
        _ => None,
    };
    ui.open("details class=months");
    ui.say("summary", "adoption.table");
    if !state.unfolded {
        ui.close();
        return;
    }
    ui.open("div class=wide tabindex=0 role=region");
    ui.label("adoption.table");
    ui.open("table part=table");
    ui.leaf("caption", &super::chart::title(model, texts));
    ui.open("thead");
    ui.open("tr");
    for key in ["adoption.date", "adoption.takers", "adoption.share", "adoption.new"] {
        ui.say("th scope=col", key);
    }
    if fitted.is_some() {
        ui.say("th scope=col", "adoption.legend.fit");
    }
    ui.close_all(2);
    ui.open("tbody");
    for line in lines(model) {
        ui.open("tr");
        ui.leaf("th scope=row", &describe_date(date(line.day), texts));
        ui.leaf("td", &count(line.expected));
        ui.leaf("td", &[&percent(line.expected, model.plan.people), "\u{A0}%"].concat());
        ui.leaf("td", &count(line.new));
        if let Some((expected, low, high)) = fitted.and_then(|fitted| fitted.at(line.place)) {
            let values = [("n", &*count(expected)), ("low", &count(low)), ("high", &count(high))];
            ui.leaf("td", &texts.fill("adoption.with-band", &values));
        }
        ui.close();
    }
    ui.close_all(4);
}

/// The same, and what was seen, as CSV; a spreadsheet reads UTF-8 where the mark at its beginning says so.
pub(super) fn csv(model: &Model, texts: &Texts) -> String {
    let mut csv = String::from("\u{FEFF}");
    let heads = [
        "adoption.date",
        "adoption.takers",
        "adoption.legend.seen",
        "adoption.legend.fit",
        "adoption.low",
        "adoption.high",
    ];
    for (place, key) in heads.into_iter().enumerate() {
        if place > 0 {
            csv.push(';');
        }
        crate::content::push_cell(&mut csv, texts.get(key));
    }
    csv.push_str("\r\n");
    let mut seen = model.seen.iter().peekable();
    for line in lines(model) {
        while let Some(seen) = seen.next_if(|seen| seen.day < line.day) {
            push_day(&mut csv, seen.day);
            csv.push_str(";;");
            csv.push_str(&crate::chart::whole(seen.count as usize));
            csv.push_str(";;;\r\n");
        }
        push_day(&mut csv, line.day);
        csv.push(';');
        csv.push_str(&count(line.expected));
        csv.push(';');
        if let Outcome::Fitted(fitted) = &model.outcome
            && let Some((expected, low, high)) = fitted.at(line.place)
        {
            for value in [expected, low, high] {
                csv.push(';');
                csv.push_str(&count(value));
            }
        } else {
            csv.push_str(";;;");
        }
        csv.push_str("\r\n");
    }
    csv
}
