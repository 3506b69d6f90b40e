//! The forms of a [`Report`](super::Report): what it is written in.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Report, Status};
use crate::content::push_markdown;

/// A form that a report is written in: Markdown, plain text, or a view of a widget.
pub(crate) trait Form {
    fn line(&mut self, line: Line, text: &str);

    /// The table that says the same as the charts: a row of headings, then a row an element.
    fn table(&mut self, rows: &[Vec<String>]);

    /// A weak or fragile element.
    fn gap(&mut self, title: &str, status: Status, signal: &str, advice: &[&str]);

    fn list(&mut self, entries: &[String]);

    /// The claims of the report, and where they come from.
    fn sources(&mut self, report: &Report<'_>);
}

/// What a line of a report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// What was looked at.
    Title,
    /// The title of a new section.
    Section,
    Paragraph,
    /// Where the conversation can start.
    Headline,
    /// The result code.
    Code,
}

/// A report as Markdown.
#[derive(Default)]
pub(super) struct Markdown {
    out: String,
}

impl Markdown {
    /// Begins a block, set apart from the one before.
    fn block(&mut self, markup: &str, text: &str) {
        if !self.out.is_empty() {
            self.out.push_str("\n\n");
        }
        push_markdown(&mut self.out, markup, text);
    }

    pub(super) fn finish(mut self) -> String {
        self.out.push('\n');
        self.out
    }
}

impl Form for Markdown {
    fn line(&mut self, line: Line, text: &str) {
        let (start, end) = match line {
            Line::Title => ("# ", ""),
            Line::Section => ("## ", ""),
            Line::Paragraph | Line::Code => ("", ""),
            Line::Headline => ("**", "**"),
        };
        self.block(start, text);
        self.out.push_str(end);
    }

    fn table(&mut self, rows: &[Vec<String>]) {
        for (index, row) in rows.iter().enumerate() {
            if index == 0 {
                self.block("|", "");
            } else {
                self.out.push_str("\n|");
            }
            for cell in row {
                push_markdown(&mut self.out, " ", cell);
                self.out.push_str(" |");
            }
            if index == 0 {
                self.out.push_str("\n|");
                for _ in row {
                    self.out.push_str(" --- |");
                }
            }
        }
    }

    fn gap(&mut self, title: &str, _: Status, signal: &str, advice: &[&str]) {
        self.block("### ", title);
        self.block("", signal);
        self.out.push('\n');
        for entry in advice {
            push_markdown(&mut self.out, "\n- ", entry);
        }
    }

    fn list(&mut self, entries: &[String]) {
        self.out.push('\n');
        for entry in entries {
            push_markdown(&mut self.out, "\n- ", entry);
        }
    }

    fn sources(&mut self, report: &Report<'_>) {
        self.out.push('\n');
        for claim in report.claims() {
            push_markdown(&mut self.out, "\n- ", report.claim(claim));
            for source in claim.sources() {
                push_markdown(&mut self.out, "\n  - [", source.title);
                self.out.push_str("](");
                self.out.push_str(source.url);
                self.out.push(')');
            }
        }
    }
}

/// A report as plain text.
#[derive(Default)]
pub(super) struct PlainText {
    out: String,
}

impl PlainText {
    fn block(&mut self, text: &str) {
        if !self.out.is_empty() {
            self.out.push_str("\n\n");
        }
        self.out.push_str(text);
    }

    /// The last line again as a row of `mark`.
    fn underline(&mut self, text: &str, mark: char) {
        self.out.push('\n');
        text.chars().for_each(|_| self.out.push(mark));
    }

    fn entries(&mut self, entries: impl Iterator<Item: AsRef<str>>) {
        for entry in entries {
            self.out.push_str("\n* ");
            self.out.push_str(entry.as_ref());
        }
    }

    pub(super) fn finish(mut self) -> String {
        self.out.push('\n');
        self.out
    }
}

impl Form for PlainText {
    fn line(&mut self, line: Line, text: &str) {
        self.block(text);
        match line {
            Line::Title => self.underline(text, '='),
            Line::Section => self.underline(text, '-'),
            Line::Paragraph | Line::Headline | Line::Code => {}
        }
    }

    /// Columns that line up.
    fn table(&mut self, rows: &[Vec<String>]) {
        let width =
            |column: usize| rows.iter().filter_map(|row| Some(row.get(column)?.chars().count())).max().unwrap_or(0);
        let widths: Vec<usize> = (0..rows.first().map_or(0, Vec::len)).map(width).collect();
        self.out.push('\n');
        for row in rows {
            self.out.push('\n');
            for (cell, width) in row.iter().zip(&widths) {
                self.out.push_str(cell);
                (cell.chars().count()..width + 2).for_each(|_| self.out.push(' '));
            }
            self.out.truncate(self.out.trim_end_matches(' ').len());
        }
    }

    fn gap(&mut self, title: &str, _: Status, signal: &str, advice: &[&str]) {
        self.block(title);
        self.out.push('\n');
        self.out.push_str(signal);
        self.entries(advice.iter());
    }

    fn list(&mut self, entries: &[String]) {
        self.out.push('\n');
        self.entries(entries.iter());
    }

    fn sources(&mut self, report: &Report<'_>) {
        self.out.push('\n');
        for claim in report.claims() {
            self.entries([report.claim(claim)].into_iter());
            for source in claim.sources() {
                for part in ["\n  ", source.title, ", ", source.url] {
                    self.out.push_str(part);
                }
            }
        }
    }
}
