use alloc::string::String;
use alloc::vec::Vec;

use super::{Answers, ChangeElement, Claim, ElementProfile, Profile, Questionnaire, ResultCode, Status};
use crate::chart::{Item, Scene, bars, push_whole, radar};
use crate::content::Texts;
use crate::survey::Answer;

/// A profile in words and pictures, in one language.
///
/// It says nothing that the profile does not say: signals stay hedged, the weakest element comes first, and what is not
/// known is named.
///
/// # Examples
///
/// ```
/// use olievlek::content::{Language, Texts};
/// use olievlek::knoster::{Perspective, Profile, Questionnaire, Report, Variant};
/// use olievlek::survey::Answer;
///
/// let questionnaire = Questionnaire::standard(Perspective::Staff, Variant::Five);
/// let mut answers = questionnaire.blank();
/// (0..25).for_each(|index| answers.set(index, Answer::Unknown));
/// let profile = Profile::new(&questionnaire, &answers);
/// let texts = Texts::of(Language::NlBe)?;
///
/// let report = Report::new(&profile, &texts).about("de nieuwe werking").with_answers(&questionnaire, &answers);
/// assert!(report.to_markdown().starts_with("# Zelfcheck: de nieuwe werking\n"));
/// assert!(report.radar().to_svg().ends_with("</svg>\n"));
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    profile: &'a Profile,
    texts: &'a Texts,
    change: Option<&'a str>,
    sheet: Option<(&'a Questionnaire, &'a Answers)>,
}

/// A piece of a report, before it is written in one form or another.
enum Block {
    Heading(u8, String),
    Paragraph(String),
    List(Vec<String>),
    Table(Vec<Vec<String>>),
}

impl<'a> Report<'a> {
    /// A report of a profile.
    pub fn new(profile: &'a Profile, texts: &'a Texts) -> Self {
        Self { profile, texts, change: None, sheet: None }
    }

    /// The same report with a name for the change at hand.
    #[must_use]
    pub fn about(mut self, change: &'a str) -> Self {
        self.change = Some(change);
        self
    }

    /// The same report with the statements that were answered "weet ik niet", and the result code.
    #[must_use]
    pub fn with_answers(mut self, questionnaire: &'a Questionnaire, answers: &'a Answers) -> Self {
        self.sheet = Some((questionnaire, answers));
        self
    }

    fn change(&self) -> &str {
        self.profile.perspective().change(self.change, self.texts)
    }

    /// The title: what was looked at.
    pub fn title(&self) -> String {
        self.texts.fill("report.title", &[("change", self.change())])
    }

    /// The headline: where the conversation can start.
    pub fn headline(&self) -> String {
        let weakest = self.profile.weakest();
        if weakest.is_empty() {
            return self.texts.get("report.headline.none").into();
        }
        let gap = self.profile.gaps().first().is_some_and(|gap| weakest.contains(&gap.element()));
        let key = if gap { "report.headline.gap" } else { "report.headline.strong" };
        self.texts.fill(key, &[("elements", &self.names(&weakest))])
    }

    /// Which elements are undetermined, as a sentence; absent when none is.
    pub fn undetermined(&self) -> Option<String> {
        let elements: Vec<ChangeElement> = (self.profile.elements().iter())
            .filter(|profile| profile.status() == Status::Undetermined)
            .map(ElementProfile::element)
            .collect();
        (!elements.is_empty())
            .then(|| self.texts.fill("report.section.undetermined", &[("elements", &self.names(&elements))]))
    }

    /// The name of an element in this language.
    pub fn name(&self, element: ChangeElement) -> &'a str {
        self.texts.find(&key(&["elements", element.id(), "name"])).unwrap_or(element.id())
    }

    /// The name of a status in this language.
    pub fn status(&self, status: Status) -> &'a str {
        self.texts.find(&key(&["report.status", status.id()])).unwrap_or(status.id())
    }

    /// The hedged sentence about what a gap in an element may be seen by.
    pub fn signal(&self, element: ChangeElement) -> &'a str {
        self.texts.find(&key(&["elements", element.id(), "signal-text"])).unwrap_or_default()
    }

    /// Things to talk about for an element, from the profile's perspective.
    pub fn advice(&self, element: ChangeElement) -> Vec<&'a str> {
        let perspective = self.profile.perspective().id();
        (["1", "2", "3"].iter())
            .filter_map(|number| self.texts.find(&key(&["advice", perspective, element.id(), number])))
            .collect()
    }

    /// The statements that were answered "weet ik niet"; empty for a report without answers.
    pub fn unknown(&self) -> Vec<String> {
        let Some((questionnaire, answers)) = self.sheet else { return Vec::new() };
        let unknown = questionnaire.answered(answers).filter(|(_, answer)| *answer == Answer::Unknown);
        unknown.map(|(statement, _)| statement.text(self.texts, self.change())).collect()
    }

    /// The claims that this report makes, each with its sources.
    pub fn claims(&self) -> impl Iterator<Item = Claim> {
        let consensus = self.profile.element(ChangeElement::Consensus).is_some();
        Claim::ALL.into_iter().filter(move |claim| *claim != Claim::Consensus || consensus)
    }

    /// The table that says the same as the charts: a row of headings, then a row an element.
    pub fn table(&self) -> Vec<Vec<String>> {
        const COLUMNS: [&str; 7] = ["element", "status", "score", "answered", "unknown", "not-applicable", "unanswered"];
        let heading = COLUMNS.iter().map(|column| self.texts.get(&key(&["report.column", column])).into()).collect();
        let row = |profile: &ElementProfile| {
            let counts = profile.counts();
            let counts = [counts.answered, counts.unknown, counts.not_applicable, counts.unanswered];
            let mut row = alloc::vec![String::from(self.name(profile.element())), String::from(self.status(profile.status()))];
            row.push(profile.percent().map_or_else(|| "–".into(), |percent| whole(percent.into())));
            row.extend(counts.map(|count| whole(count.into())));
            row
        };
        core::iter::once(heading).chain(self.profile.elements().iter().map(row)).collect()
    }

    /// The profile as bars.
    pub fn bars(&self) -> Scene {
        bars(self.texts.get("report.chart.bars"), &self.items())
    }

    /// The profile as a radar.
    pub fn radar(&self) -> Scene {
        radar(self.texts.get("report.chart.radar"), &self.items())
    }

    fn items(&self) -> Vec<Item> {
        let item = |profile: &ElementProfile| Item {
            label: self.name(profile.element()).into(),
            reading: self.status(profile.status()).into(),
            value: profile.score(),
            class: profile.status().id(),
        };
        self.profile.elements().iter().map(item).collect()
    }

    fn names(&self, elements: &[ChangeElement]) -> String {
        let mut names = String::new();
        for (index, element) in elements.iter().enumerate() {
            if index > 0 && index + 1 == elements.len() {
                names.push(' ');
                names.push_str(self.texts.get("report.and"));
                names.push(' ');
            } else if index > 0 {
                names.push_str(", ");
            }
            names.push_str(self.name(*element));
        }
        names
    }

    fn blocks(&self) -> Vec<Block> {
        let text = |key: &str| String::from(self.texts.get(key));
        let mut blocks = alloc::vec![
            Block::Heading(1, self.title()),
            Block::Paragraph(text(&key(&["report.perspective", self.profile.perspective().id()]))),
            Block::Paragraph(self.headline()),
            Block::Heading(2, text("report.section.elements")),
            Block::Table(self.table()),
            Block::Paragraph(text("report.rule")),
        ];
        blocks.extend(self.undetermined().map(Block::Paragraph));
        let gaps = self.profile.gaps();
        if !gaps.is_empty() {
            blocks.push(Block::Heading(2, text("report.section.talk")));
        }
        for gap in gaps {
            let mut heading = String::from(self.name(gap.element()));
            heading.push_str(": ");
            heading.push_str(self.status(gap.status()));
            blocks.push(Block::Heading(3, heading));
            blocks.push(Block::Paragraph(self.signal(gap.element()).into()));
            blocks.push(Block::List(self.advice(gap.element()).into_iter().map(String::from).collect()));
        }
        let unknown = self.unknown();
        if !unknown.is_empty() {
            blocks.push(Block::Heading(2, text("report.section.unknown")));
            blocks.push(Block::List(unknown));
        }
        if let Some((questionnaire, answers)) = self.sheet {
            blocks.push(Block::Heading(2, text("report.section.code")));
            blocks.push(Block::Paragraph(ResultCode::encode(questionnaire, answers)));
        }
        blocks.push(Block::Heading(2, text("report.section.sources")));
        blocks.push(Block::Paragraph(text("report.note")));
        blocks.push(Block::List(self.claims().map(|claim| self.claim_line(claim)).collect()));
        blocks
    }

    fn claim_line(&self, claim: Claim) -> String {
        let mut line = String::from(self.texts.get(&key(&["report.claim", claim.id()])));
        for (index, source) in claim.sources().iter().enumerate() {
            line.push_str(if index == 0 { ": " } else { "; " });
            line.push_str(source.title);
            line.push_str(", ");
            line.push_str(source.url);
        }
        line
    }

    /// The report as Markdown (CommonMark with tables); what people typed stays text.
    pub fn to_markdown(&self) -> String {
        let mut out = String::new();
        for block in self.blocks() {
            match block {
                Block::Heading(level, text) => {
                    (0..level).for_each(|_| out.push('#'));
                    out.push(' ');
                    push_markdown(&mut out, &text);
                }
                Block::Paragraph(text) => push_markdown(&mut out, &text),
                Block::List(entries) => {
                    for (index, entry) in entries.iter().enumerate() {
                        out.push_str(if index == 0 { "- " } else { "\n- " });
                        push_markdown(&mut out, entry);
                    }
                }
                Block::Table(rows) => {
                    for (index, row) in rows.iter().enumerate() {
                        out.push_str(if index == 0 { "|" } else { "\n|" });
                        for cell in row {
                            out.push(' ');
                            push_markdown(&mut out, cell);
                            out.push_str(" |");
                        }
                        if index == 0 {
                            out.push_str("\n|");
                            row.iter().for_each(|_| out.push_str(" --- |"));
                        }
                    }
                }
            }
            out.push_str("\n\n");
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
        out
    }

    /// The report as plain text, for a mail.
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        for block in self.blocks() {
            match block {
                Block::Heading(level, text) => {
                    out.push_str(&text);
                    out.push('\n');
                    let under = if level == 1 { '=' } else { '-' };
                    text.chars().for_each(|_| out.push(under));
                }
                Block::Paragraph(text) => out.push_str(&text),
                Block::List(entries) => {
                    for (index, entry) in entries.iter().enumerate() {
                        out.push_str(if index == 0 { "* " } else { "\n* " });
                        out.push_str(entry);
                    }
                }
                Block::Table(rows) => push_columns(&mut out, &rows),
            }
            out.push_str("\n\n");
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
        out
    }
}

/// The parts joined by dots.
fn key(parts: &[&str]) -> String {
    parts.join(".")
}

fn whole(value: u32) -> String {
    let mut text = String::new();
    push_whole(&mut text, value);
    text
}

/// Escapes what Markdown would read as markup, wherever it stands, and a list marker at the start.
fn push_markdown(out: &mut String, text: &str) {
    for (index, character) in text.char_indices() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '!' | '&' | '~')
            || index == 0 && matches!(character, '-' | '+' | '=')
            || matches!(character, '.' | ')') && is_number(text.get(..index))
        {
            out.push('\\');
        }
        out.push(character);
    }
}

/// Whether this is what stands before the dot of a numbered list.
fn is_number(before: Option<&str>) -> bool {
    before.is_some_and(|before| !before.is_empty() && before.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Writes a table as columns that line up.
fn push_columns(out: &mut String, rows: &[Vec<String>]) {
    let width = |column: usize| rows.iter().filter_map(|row| Some(row.get(column)?.chars().count())).max().unwrap_or(0);
    let widths: Vec<usize> = (0..rows.first().map_or(0, Vec::len)).map(width).collect();
    for (index, row) in rows.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        let start = out.len();
        for (cell, width) in row.iter().zip(&widths) {
            out.push_str(cell);
            (cell.chars().count()..width + 2).for_each(|_| out.push(' '));
        }
        out.truncate(start + out.get(start..).map_or(0, |line| line.trim_end().len()));
    }
}
