use alloc::string::String;
use alloc::vec::Vec;

use super::{TeamElement, TeamProfile, TeamStatement};
use crate::chart::{Scene, Stack, push_whole, stacked, whole};
use crate::content::{Texts, push_cell, push_markdown};
use crate::knoster::ChangeElement;
use crate::survey::Statistic;

/// How many statements are put forward to be discussed, of each kind.
const FIRST: usize = 3;

/// A team's profile in the words of a language: sentences, charts, tables and files.
///
/// # Examples
///
/// ```
/// use olievlek::content::{Language, Texts};
/// use olievlek::team::{ReadOptions, TeamProfile, TeamReport, read_responses};
///
/// let texts = Texts::of(Language::NlBe)?;
/// let known = [texts.clone()];
/// let table = "staff-vision-1;staff-vision-2\n5;4\n1;?\n5;4\n2;?\n5;5\n";
/// let team = TeamProfile::new(&read_responses(table, &ReadOptions::new(&known))?.responses)?;
/// let report = TeamReport::new(&team, &texts).to_markdown();
/// assert!(report.contains("2 van 5 weten het niet"));
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct TeamReport<'a> {
    profile: &'a TeamProfile,
    texts: &'a Texts,
    change: &'a str,
    earlier: Option<&'a TeamProfile>,
}

/// A statement to discuss, with how people answered it in words.
#[derive(Clone, Debug, PartialEq)]
pub struct TalkPoint {
    /// Its place in the questionnaire.
    pub place: usize,
    /// The statement.
    pub text: String,
    /// How people answered it, in words.
    pub reading: String,
}

impl<'a> TeamReport<'a> {
    /// A report in the language of these texts.
    pub fn new(profile: &'a TeamProfile, texts: &'a Texts) -> Self {
        let change = profile.questionnaire().perspective().change(None, texts);
        Self { profile, texts, change, earlier: None }
    }

    /// The same report with a name for the change at hand.
    #[must_use]
    pub fn about(mut self, change: &'a str) -> Self {
        self.change = change;
        self
    }

    /// The same report beside an earlier round. Elements that were not asked about then have no comparison.
    #[must_use]
    pub fn since(mut self, earlier: &'a TeamProfile) -> Self {
        self.earlier = Some(earlier);
        self
    }

    /// How many responded.
    pub fn people(&self) -> String {
        self.texts.fill_one("team.people", "n", &whole(self.profile.people() as usize))
    }

    /// A statement as it was asked.
    pub fn text(&self, place: usize) -> String {
        let statements = self.profile.questionnaire().statements();
        statements.get(place).map(|statement| statement.text(self.texts, self.change)).unwrap_or_default()
    }

    /// The statements that divide people most: at most three, none where they are not divided.
    pub fn splits(&self) -> Vec<TalkPoint> {
        self.points(self.profile.most_split(FIRST), &|statement| {
            let [a, b, middle, d, e] = statement.levels;
            let [low, middle, high] = [a + b, middle, d + e].map(|count| whole(count as usize));
            self.texts.fill("team.split-reading", &[("low", &low), ("middle", &middle), ("high", &high)])
        })
    }

    /// The statements that people know least about: at most three.
    pub fn doubts(&self) -> Vec<TalkPoint> {
        let people = whole(self.profile.people() as usize);
        self.points(self.profile.most_doubt(FIRST), &|statement| {
            let unknown = whole(statement.unknown as usize);
            self.texts.fill("team.doubt-reading", &[("n", &unknown), ("total", &people)])
        })
    }

    #[inline(never)]
    fn points(&self, places: Vec<usize>, reading: &dyn Fn(&TeamStatement) -> String) -> Vec<TalkPoint> {
        let points = places.into_iter().map(|place| TalkPoint {
            place,
            text: self.text(place),
            reading: reading(&self.profile.statement(place)),
        });
        points.collect()
    }

    /// What there is to say of an element in sentences: how much people agree, how many do not know, and what changed.
    pub fn sentences(&self, element: &TeamElement) -> Vec<String> {
        let texts = self.texts;
        let agreement = element.agreement().map_or("none", |level| level.id());
        let mut sentences = Vec::from([texts.of_id("team.agreement.", agreement, "").into()]);
        if let Some(share) = element.unknown_share().filter(|_| element.unknown > 0) {
            sentences.push(texts.fill_one("team.unknown-share", "n", &percent(share)));
        }
        let before = self.earlier.and_then(|earlier| {
            earlier.elements().into_iter().find(|before| before.element == element.element).and_then(|of| of.score())
        });
        if let (Some(before), Some(after)) = (before, element.score()) {
            sentences.push(texts.fill("team.change", &[("before", &percent(before)), ("after", &percent(after))]));
        }
        sentences
    }

    /// An element as a bar of a chart.
    pub fn stack(&self, element: &TeamElement) -> Stack {
        let answered = whole(element.answered() as usize);
        let reading = self.texts.pair(self.texts.get("team.figure.answered"), &answered);
        Stack { label: element.element.name(self.texts).into(), reading, parts: parts(element.levels, element.unknown) }
    }

    /// A statement as a bar of a chart, without words: they stand beside it.
    pub fn stack_of(&self, place: usize) -> Stack {
        let statement = self.profile.statement(place);
        Stack { label: String::new(), reading: String::new(), parts: parts(statement.levels, statement.unknown) }
    }

    /// A bar for each element.
    pub fn chart(&self) -> Scene {
        let mut rows = Vec::new();
        rows.extend(self.profile.elements().iter().map(|element| self.stack(element)));
        stacked(self.texts.get("team.chart"), &rows)
    }

    /// The figures of the statements of an element, under a row of headings.
    pub fn table(&self, element: ChangeElement) -> Vec<Vec<String>> {
        let texts = self.texts;
        let mut headings = Vec::from([String::from(texts.get("team.statement"))]);
        for figure in ["answered", "mean", "sd", "r_wg", "polarisation"] {
            headings.push(texts.of_id("team.figure.", figure, "").into());
        }
        for kind in ["unknown", "not-applicable", "unanswered"] {
            headings.push(texts.of_id("report.column.", kind, "").into());
        }
        let mut rows = Vec::from([headings]);
        for (place, statement) in self.profile.questionnaire().statements().iter().enumerate() {
            if statement.element() != element {
                continue;
            }
            let of = self.profile.statement(place);
            let distribution = &of.distribution;
            let mut row = Vec::from([self.text(place), whole(distribution.n() as usize)]);
            for figure in [distribution.mean(), distribution.sd(), of.r_wg(), distribution.polarisation()] {
                row.push(self.figure(figure));
            }
            row.extend([of.unknown, of.not_applicable, of.unanswered].map(|count| whole(count as usize)));
            rows.push(row);
        }
        rows
    }

    /// The figures of an element as a whole: its score, r_wg(j) and alpha, each with its name.
    pub fn figures(&self, element: &TeamElement) -> [(&'a str, String); 3] {
        let score = element.score().map_or_else(|| self.unknown().into(), percent);
        [
            (self.texts.get("team.figure.score"), score),
            (self.texts.get("team.figure.r_wg"), self.figure(element.r_wg_j)),
            (self.texts.get("team.figure.alpha"), self.figure(element.alpha)),
        ]
    }

    fn unknown(&self) -> &'a str {
        self.texts.get("team.not-known")
    }

    /// A number with two decimals, or the word for one that is not known.
    fn figure(&self, value: Statistic) -> String {
        value.map_or_else(|_| self.unknown().into(), |value| decimals(value, self.texts.get("team.decimal")))
    }

    /// The whole report as Markdown.
    pub fn to_markdown(&self) -> String {
        let texts = self.texts;
        let mut out = String::new();
        block(&mut out, "# ", texts.get("team.profile"));
        block(&mut out, "", &self.people());
        block(&mut out, "", texts.get("report.note"));
        block(&mut out, "## ", texts.get("team.first"));
        for (title, none, points) in
            [("team.split", "team.no-split", self.splits()), ("team.doubt", "team.no-doubt", self.doubts())]
        {
            block(&mut out, "### ", texts.get(if points.is_empty() { none } else { title }));
            for (place, point) in points.iter().enumerate() {
                out.push_str(if place == 0 { "\n\n" } else { "\n" });
                push_markdown(&mut out, "- ", &texts.pair(&point.text, &point.reading));
            }
        }
        for element in self.profile.elements() {
            block(&mut out, "## ", element.element.name(texts));
            for sentence in self.sentences(&element) {
                block(&mut out, "", &sentence);
            }
            for (name, value) in self.figures(&element) {
                block(&mut out, "", &texts.pair(name, &value));
            }
            out.push('\n');
            for (place, row) in self.table(element.element).iter().enumerate() {
                out.push_str("\n|");
                for cell in row {
                    push_markdown(&mut out, " ", cell);
                    out.push_str(" |");
                }
                if place == 0 {
                    out.push_str("\n|");
                    row.iter().for_each(|_| out.push_str(" --- |"));
                }
            }
        }
        if self.earlier.is_some() {
            block(&mut out, "", texts.get("team.change-note"));
        }
        out.push('\n');
        out
    }

    /// The figures of every statement as CSV (RFC 4180) with a heading row: ids in English, numbers with a point, and an empty
    /// cell where a figure is undefined.
    ///
    /// A cell that a spreadsheet would run as a formula gets an apostrophe before it.
    pub fn to_csv(&self) -> String {
        let mut csv = String::from(
            "id,element,statement,1,2,3,4,5,unknown,not-applicable,unanswered,mean,sd,r_wg,ad_mean,polarisation\r\n",
        );
        for (place, statement) in self.profile.questionnaire().statements().iter().enumerate() {
            for cell in [statement.id(), statement.element().id(), &self.text(place)] {
                push_cell(&mut csv, cell);
                csv.push(',');
            }
            let of = self.profile.statement(place);
            let distribution = &of.distribution;
            for count in distribution.counts().iter().chain(&[of.unknown, of.not_applicable, of.unanswered]) {
                push_whole(&mut csv, *count as u32);
                csv.push(',');
            }
            let figures = [
                distribution.mean(),
                distribution.sd(),
                of.r_wg(),
                distribution.ad_mean(),
                distribution.polarisation(),
            ];
            for figure in figures {
                csv.push_str(&figure.map_or_else(|_| String::new(), |value| decimals(value, ".")));
                csv.push(',');
            }
            csv.pop();
            csv.push_str("\r\n");
        }
        csv
    }
}

/// The parts of a bar: the answers from unfavourable to favourable, and those who do not know.
fn parts([a, b, c, d, e]: [u64; 5], unknown: u64) -> Vec<(u32, &'static str)> {
    let parts = [(a, "level-1"), (b, "level-2"), (c, "level-3"), (d, "level-4"), (e, "level-5"), (unknown, "unknown")];
    parts.into_iter().map(|(count, class)| (count as u32, class)).collect()
}

/// Begins a block of Markdown, set apart from the one before.
fn block(out: &mut String, markup: &str, text: &str) {
    if !out.is_empty() {
        out.push_str("\n\n");
    }
    push_markdown(out, markup, text);
}

/// A share in whole percents, halves rounded up.
pub(crate) fn percent(share: f64) -> String {
    whole((100.0 * share + 0.5) as usize)
}

/// A number with two decimals, halves away from zero.
fn decimals(value: f64, point: &str) -> String {
    let hundredths = (100.0 * value.abs() + 0.5) as u32;
    let mut text = String::new();
    if value < 0.0 && hundredths > 0 {
        text.push('-');
    }
    push_whole(&mut text, hundredths / 100);
    text.push_str(point);
    push_whole(&mut text, hundredths / 10 % 10);
    push_whole(&mut text, hundredths % 10);
    text
}
