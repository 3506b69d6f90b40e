use alloc::string::String;
use alloc::vec::Vec;

use super::form::{Form, Line, Markdown, PlainText};
use super::{Answers, ChangeElement, Claim, Profile, Questionnaire, ResultCode, Status};
use crate::chart::{Item, Scene, bars, radar, whole};
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

    /// The profile that is reported.
    pub fn profile(&self) -> &'a Profile {
        self.profile
    }

    /// The change at hand on one line: a line break would begin a block of its own in Markdown.
    fn change(&self) -> String {
        let mut line = String::new();
        for character in self.profile.perspective().change(self.change, self.texts).chars() {
            line.push(if character.is_control() { ' ' } else { character });
        }
        line
    }

    /// The title: what was looked at.
    pub fn title(&self) -> String {
        self.texts.fill_one("report.title", "change", &self.change())
    }

    /// The headline: where the conversation can start.
    pub fn headline(&self) -> String {
        let weakest = self.profile.weakest();
        if weakest.is_empty() {
            return self.texts.get("report.headline.none").into();
        }
        // A strong element scores higher than any gap, so where there are gaps the weakest are among them.
        let key = if self.profile.gaps().is_empty() { "report.headline.strong" } else { "report.headline.gap" };
        self.texts.fill_one(key, "elements", &self.names(&weakest))
    }

    /// Which elements are undetermined, as a sentence; absent when none is.
    pub fn undetermined(&self) -> Option<String> {
        let mut elements = Vec::new();
        for profile in self.profile.elements() {
            if profile.status() == Status::Undetermined {
                elements.push(profile.element());
            }
        }
        (!elements.is_empty())
            .then(|| self.texts.fill_one("report.section.undetermined", "elements", &self.names(&elements)))
    }

    /// The name of an element in this language.
    pub fn name(&self, element: ChangeElement) -> &'a str {
        element.name(self.texts)
    }

    /// The name of a status in this language.
    pub fn status(&self, status: Status) -> &'a str {
        self.texts.of_id("report.status.", status.id(), "")
    }

    /// The hedged sentence about what a gap in an element may be seen by.
    pub fn signal(&self, element: ChangeElement) -> &'a str {
        self.texts.of_id("elements.", element.id(), ".signal-text")
    }

    /// Things to talk about for an element, from the profile's perspective.
    pub fn advice(&self, element: ChangeElement) -> Vec<&'a str> {
        let mut advice = Vec::new();
        for number in &["1", "2", "3"] {
            advice.push(self.texts.at(&["advice.", self.profile.perspective().id(), ".", element.id(), ".", number]));
        }
        advice
    }

    /// The statements that were answered "weet ik niet"; empty for a report without answers.
    pub fn unknown(&self) -> Vec<String> {
        let mut unknown = Vec::new();
        if let Some((questionnaire, answers)) = self.sheet {
            for (statement, answer) in questionnaire.answered(answers) {
                if answer == Answer::Unknown {
                    unknown.push(statement.text(self.texts, &self.change()));
                }
            }
        }
        unknown
    }

    /// A claim in words.
    pub(crate) fn claim(&self, claim: Claim) -> &'a str {
        self.texts.of_id("report.claim.", claim.id(), "")
    }

    /// The claims that this report makes, each with its sources.
    pub fn claims(&self) -> impl Iterator<Item = Claim> {
        let consensus = self.profile.element(ChangeElement::Consensus).is_some();
        if consensus { &Claim::ALL[..] } else { &Claim::OF_FIVE }.iter().copied()
    }

    /// The table that says the same as the charts: a row of headings, then a row an element.
    pub fn table(&self) -> Vec<Vec<String>> {
        const COLUMNS: [&str; 7] =
            ["element", "status", "score", "answered", "unknown", "not-applicable", "unanswered"];
        let mut rows = Vec::new();
        let mut headings = Vec::new();
        for column in &COLUMNS {
            headings.push(self.texts.of_id("report.column.", column, "").into());
        }
        rows.push(headings);
        for profile in self.profile.elements() {
            let mut row = Vec::new();
            row.push(self.name(profile.element()).into());
            row.push(self.status(profile.status()).into());
            row.push(profile.percent().map_or_else(|| "–".into(), |percent| whole(percent.into())));
            let counts = profile.counts();
            for count in [counts.answered, counts.unknown, counts.not_applicable, counts.unanswered] {
                row.push(whole(count.into()));
            }
            rows.push(row);
        }
        rows
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
        let mut items = Vec::new();
        for profile in self.profile.elements() {
            items.push(Item {
                label: self.name(profile.element()).into(),
                reading: self.status(profile.status()).into(),
                value: profile.score(),
                class: profile.status().id(),
            });
        }
        items
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

    /// Writes the report piece by piece: Markdown, plain text and the widget all say the same.
    pub(crate) fn write(&self, form: &mut dyn Form) {
        let texts = self.texts;
        form.line(Line::Title, &self.title());
        form.line(Line::Paragraph, texts.of_id("report.perspective.", self.profile.perspective().id(), ""));
        form.line(Line::Headline, &self.headline());
        if let Some(undetermined) = self.undetermined() {
            form.line(Line::Paragraph, &undetermined);
        }
        self.line(form, Line::Section, "report.section.elements");
        form.table(&self.table());
        self.line(form, Line::Paragraph, "report.rule");
        let gaps = self.profile.gaps();
        if !gaps.is_empty() {
            self.line(form, Line::Section, "report.section.talk");
        }
        for gap in gaps {
            let (element, status) = (gap.element(), gap.status());
            // French has a blank before the colon.
            let title = texts.pair(self.name(element), self.status(status));
            form.gap(&title, status, self.signal(element), &self.advice(element));
        }
        let unknown = self.unknown();
        if !unknown.is_empty() {
            self.line(form, Line::Section, "report.section.unknown");
            form.list(&unknown);
        }
        if let Some((questionnaire, answers)) = self.sheet {
            self.line(form, Line::Section, "report.section.code");
            form.line(Line::Code, &ResultCode::encode(questionnaire, answers));
        }
        self.line(form, Line::Section, "report.section.sources");
        self.line(form, Line::Paragraph, "report.note");
        form.sources(self);
    }

    #[inline(never)]
    fn line(&self, form: &mut dyn Form, line: Line, key: &str) {
        form.line(line, self.texts.get(key));
    }

    /// The report as Markdown (CommonMark with tables); what people typed stays text.
    pub fn to_markdown(&self) -> String {
        let mut markdown = Markdown::default();
        self.write(&mut markdown);
        markdown.finish()
    }

    /// The report as plain text, for a mail.
    pub fn to_text(&self) -> String {
        let mut plain = PlainText::default();
        self.write(&mut plain);
        plain.finish()
    }
}
