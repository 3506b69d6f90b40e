//! The school year of a deadline, as a picture and as words.

use alloc::string::String;
use alloc::vec::Vec;

use crate::calendar::{Date, SchoolYear, describe_date, holiday_name, month_name, number};
use crate::chart::{Mark, stretch};
use crate::content::Texts;
use crate::widgets::drawing::Drawing;

/// The school year of a day, as marks; nothing for a day outside of what is computed.
pub(super) fn draw(due: Date, today: Option<Date>, texts: &Texts) -> String {
    let Ok(year) = SchoolYear::of(due) else { return String::new() };
    let span = year.span();
    let (first, last) = (number(span.start()), number(span.end()));
    let at = |date| (f64::from(number(date) - first) + 0.5) / f64::from(last + 1 - first);
    let mark = |key: &str, date| Mark { label: texts.get(key).into(), at: at(date) };
    let mut months: Vec<String> = Vec::new();
    for month in [9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8] {
        // The tables of Unicode for capitals would weigh more than all of this; no month begins with an accent.
        months.push(month_name(month, texts).chars().take(1).map(|first| first.to_ascii_uppercase()).collect());
    }
    let mut ui = Drawing::new(texts);
    ui.open("div class=block");
    let title = texts.fill_one("goal-plan.year", "name", &year.name());
    let rests = year.holidays().map(|(_, period)| (at(period.start()), at(period.end())));
    let now = today.map(|today| mark("goal-plan.today", today));
    let shown = [&title, ", ", texts.get("goal-plan.due"), " ", &describe_date(due, texts)].concat();
    ui.chart(&stretch(&shown, &months, &rests, now, Some(mark("goal-plan.due", due))));
    ui.open("details");
    ui.leaf("summary", &title);
    ui.open("ul");
    for (holiday, period) in year.holidays() {
        let days = [holiday_name(holiday, texts), ", ", &describe_date(period.start(), texts), " – "].concat();
        ui.leaf("li", &[&days, &*describe_date(period.end(), texts)].concat());
    }
    ui.close_all(2);
    ui.say("p class=quiet", "calendar.notice");
    ui.close();
    ui.marks().into()
}
