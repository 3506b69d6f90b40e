//! The deadline: as it was read, asked for where it can be read in more than one way, and on its school year.

use alloc::string::String;

use super::draft::Draft;
use super::message::Message;
use super::year;
use crate::calendar::{Date, describe_date, parse_iso};
use crate::content::Texts;
use crate::smarti::ItemId;
use crate::widgets::drawing::Drawing;
use crate::widgets::slot::Slot;

/// The deadline; nothing where there is no time in the sentence and none was filled in.
pub(super) fn draw(draft: Draft<'_>, today: Option<Date>, texts: &Texts) -> String {
    let time = draft.time();
    let end = draft.own(Slot::End).unwrap_or(time.end);
    let year = parse_iso(end).map(|due| year::draw(due, today, texts)).unwrap_or_default();
    if time.words.is_empty() && time.fault.is_empty() && year.is_empty() {
        return String::new();
    }
    let day = |day: &str| parse_iso(day).map(|day| describe_date(day, texts)).unwrap_or_default();
    let mut ui = Drawing::new(texts);
    ui.say("h3", "goal-widget.deadline");
    if !time.fault.is_empty() {
        let key = ["calendar.fault.", time.fault].concat();
        ui.leaf("p part=notice", &texts.fill_one(&key, "text", time.wrong_words));
    }
    if !time.question.is_empty() {
        ui.open("fieldset class=choices");
        let asked = texts.of_id("calendar.question.", time.question, "");
        ui.leaf("legend", &texts.fill("goal-widget.deadline-ask", &[("text", time.words), ("question", asked)]));
        let mut place = 0;
        while let Some((id, due)) = draft.way(place) {
            ui.open("label part=option");
            ui.open("input type=radio name=deadline");
            ui.checked(draft.own(Slot::End) == Some(due));
            ui.on(&Message::Choose(place as ItemId).to_text());
            ui.close();
            ui.leaf("span", &texts.fill_one(&["calendar.reading.", id].concat(), "date", &day(due)));
            ui.close();
            place += 1;
        }
        ui.close();
    } else if !time.due.is_empty() {
        ui.leaf("p", &texts.fill("goal-widget.deadline-read", &[("text", time.words), ("date", &day(time.due))]));
    }
    ui.put(&year);
    ui.marks().into()
}

#[cfg(test)]
mod tests {
    use super::super::answer::tests::ask;
    use alloc::string::String;

    fn drawn(draft: &str) -> String {
        ask("l", "", &[r#"{"draft":{"#, draft, "}}"].concat())[4].clone()
    }

    #[test]
    fn a_day_stands_on_its_school_year() {
        let year = |end: &str| drawn(&[r#""own":{"end":""#, end, r#""}"#].concat());
        assert!(year("2027-05-31").contains("2026-2027") && year("2027-05-31").contains("herfstvakantie"));
        assert_eq!((year(""), year("juni"), year("1800-01-01")), Default::default());
    }

    #[test]
    fn what_was_read_is_said_and_what_is_ambiguous_is_asked() {
        let read = drawn(r#""time":["2027-06-30","tegen 30 juni 2027","2027-06-30","",""]"#);
        assert!(
            read.contains("tegen 30 juni 2027") && read.contains("2026-2027") && !read.contains("fieldset"),
            "{read}"
        );
        let asked = drawn(
            r#""own":{"end":"2027-05-31"},"time":["","tegen juni","2027-06-30","before-or-during","","end","2027-06-30","start","2027-05-31"]"#,
        );
        assert_eq!((asked.matches("type=radio").count(), asked.matches("\u{8}1").count()), (2, 1), "{asked}");
        assert!(asked.contains("tegen juni") && asked.contains("2026-2027"));
        let fault = drawn(r#""time":[],"fault":["tegen 31 februari","time-impossible-date"]"#);
        assert!(fault.contains("tegen 31 februari") && fault.contains("part=notice"), "{fault}");
        assert_eq!(drawn(r#""time":[]"#), "");
    }
}
