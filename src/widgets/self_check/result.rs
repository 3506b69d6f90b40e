//! The page with the profile: the report's own pieces as elements, with the charts, and what to do with them.

use alloc::string::String;
use alloc::vec::Vec;

use super::message::{Format, Message, Page};
use super::state::State;
use super::view::{actions, button, change, heading, notice, on, primary};
use crate::content::Texts;
use crate::knoster::{Form, Line, Profile, Report, Status};
use crate::widgets::drawing::Drawing;

pub(super) fn draw(ui: &mut Drawing<'_>, state: &State) {
    let profile = state.profile();
    let texts = ui.texts;
    let report = report(state, &profile, texts);
    ui.key(100);
    ui.open("div part=profile");
    heading(ui, texts.get("self-check.result"));
    notice(ui, state);
    ui.open("section");
    report.write(&mut Sections { ui, report });
    ui.close_all(2);
    take_away(ui);
}

/// The report as sections of the page.
struct Sections<'a, 'b> {
    ui: &'a mut Drawing<'b>,
    report: Report<'a>,
}

impl Form for Sections<'_, '_> {
    fn line(&mut self, line: Line, text: &str) {
        let ui = &mut *self.ui;
        match line {
            Line::Title => ui.leaf("p class=about", text),
            Line::Section => {
                ui.close();
                ui.open("section");
                ui.leaf("h3", text);
            }
            Line::Paragraph => ui.leaf("p part=text", text),
            Line::Headline => ui.leaf("p part=headline", text),
            Line::Code => {
                ui.open("p");
                ui.leaf("code part=code", text);
                ui.close();
                ui.say("p part=text", "self-check.code-help");
                actions(ui);
                button(ui, "self-check.copy-code", Message::CopyCode);
                button(ui, "self-check.copy-link", Message::CopyLink);
                ui.close();
                ui.say("p part=text", "self-check.link-help");
            }
        }
    }

    fn table(&mut self, rows: &[Vec<String>]) {
        self.ui.open("div class=charts");
        self.ui.chart(&self.report.bars());
        self.ui.chart(&self.report.radar());
        self.ui.close();
        figures(self.ui, rows);
    }

    fn gap(&mut self, title: &str, status: Status, signal: &str, advice: &[&str]) {
        self.ui.open("article part=gap");
        self.ui.attribute("class", &["gap ", status.id()].concat());
        self.ui.leaf("h4", title);
        self.ui.leaf("p part=text", signal);
        self.ui.open("ul");
        for entry in advice {
            self.ui.leaf("li", entry);
        }
        self.ui.close_all(2);
    }

    fn list(&mut self, entries: &[String]) {
        self.ui.open("ul");
        for entry in entries {
            self.ui.leaf("li", entry);
        }
        self.ui.close();
    }

    fn sources(&mut self, report: &Report<'_>) {
        sources(self.ui, report);
    }
}

fn report<'a>(state: &'a State, profile: &'a Profile, texts: &'a Texts) -> Report<'a> {
    Report::new(profile, texts).about(change(state, texts)).with_answers(state.questionnaire(), state.answers())
}

fn figures(ui: &mut Drawing<'_>, rows: &[Vec<String>]) {
    ui.open("details");
    ui.say("summary", "self-check.table");
    ui.open("div class=wide tabindex=0 role=region");
    ui.label("self-check.table");
    ui.open("table part=table");
    ui.say("caption", "report.chart.bars");
    for (index, row) in rows.iter().enumerate() {
        ui.open(if index == 0 { "thead" } else { "tbody" });
        ui.open("tr");
        for (column, cell) in row.iter().enumerate() {
            let element = match (index, column) {
                (0, _) => "th scope=col",
                (_, 0) => "th scope=row",
                _ => "td",
            };
            ui.leaf(element, cell);
        }
        ui.close_all(2);
    }
    ui.close_all(3);
}

fn sources(ui: &mut Drawing<'_>, report: &Report<'_>) {
    ui.open("details");
    ui.say("summary", "self-check.sources");
    ui.open("ul");
    for claim in report.claims() {
        ui.open("li");
        ui.text(report.claim(claim));
        ui.open("ul");
        for source in claim.sources() {
            ui.open("li");
            ui.open("a target=_blank rel=noreferrer");
            ui.attribute("href", source.url);
            ui.text(source.title);
            ui.close_all(2);
        }
        ui.close_all(2);
    }
    ui.close_all(2);
}

fn take_away(ui: &mut Drawing<'_>) {
    ui.open("section");
    ui.say("h3", "self-check.keep");
    actions(ui);
    button(ui, "self-check.print", Message::Print);
    for format in &Format::ALL {
        ui.open("button part=button type=button");
        on(ui, Message::Download(*format));
        ui.text(&ui.texts.fill_one("self-check.download", "format", format.names().0));
        ui.close();
    }
    ui.close();
    actions(ui);
    primary(ui, "self-check.edit", Message::Go(Page::Element(0)));
    button(ui, "self-check.again", Message::Again);
    ui.close_all(2);
}

/// The content of a file; none for JSON, which is the result as the page's script gets it.
pub(super) fn file(state: &State, texts: &Texts, format: Format) -> Option<String> {
    let profile = state.profile();
    let report = report(state, &profile, texts);
    Some(match format {
        Format::Json => return None,
        // A spreadsheet reads UTF-8 where this mark says so.
        Format::Csv => {
            ["\u{FEFF}", &state.questionnaire().to_csv(state.answers(), texts, change(state, texts))].concat()
        }
        Format::Svg => report.bars().above(report.radar()).styled_svg(""),
        Format::Markdown => report.to_markdown(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Language;
    use crate::survey::Answer;

    #[test]
    fn the_weakest_comes_first_and_what_is_unknown_is_named() {
        let texts = Texts::of(Language::NlBe).unwrap();
        let mut state = State::new();
        for index in 0..25 {
            let reveals_gap = matches!(index % 5, 2 | 4);
            let weak = (10..15).contains(&index);
            let value = if reveals_gap == weak { 5 } else { 1 };
            state.update(Message::Answer(index, Answer::from_value(value).unwrap()));
        }
        state.update(Message::Answer(20, Answer::Unknown));
        state.update(Message::Go(Page::Result));
        let drawing = super::super::view::view(&state, &texts);
        let text = drawing.all_text();
        assert!(text.contains("Begin het gesprek bij: plan."), "{text}");
        assert!(text.contains("kan dat wijzen op"), "{text}");
        let unknown = state.questionnaire().statements()[20].text(&texts, "deze verandering");
        assert!(text.contains(&unknown), "{text}");
        assert_eq!(drawing.count("article"), 1);
    }

    #[test]
    fn every_file_but_json_is_written_here() {
        let texts = Texts::of(Language::De).unwrap();
        for format in Format::ALL {
            let content = file(&State::new(), &texts, format);
            assert_eq!(content.is_none(), format == Format::Json);
            assert!(content.is_none_or(|content| content.len() > 100));
        }
    }
}
