//! A plan as Markdown and as CSV.

use alloc::string::String;
use alloc::vec::Vec;

use super::goal_json::TO_MEASURE;
use super::plan::Place;
use super::{Action, Baseline, Decimal, Goal, GoalStatus, Indicator, Plan, StrategicGoal};
use crate::calendar::{Date, push_iso};
use crate::chart::push_whole;
use crate::content::{Language, Texts, push_cell, push_markdown};

impl Plan {
    /// The plan as Markdown: headings with numbers, a table for what is filled in of each goal, and one for its actions.
    ///
    /// What was typed stays text: marks of Markdown in it are escaped, and a line break becomes a blank.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::content::{Language, Texts};
    /// use olievlek::smarti::{Goal, Plan};
    ///
    /// let mut plan = Plan::new("Afspraken");
    /// let strategic = plan.add_strategic_goal("Sneller *samen* aan tafel")?;
    /// plan.add_goal(strategic, Goal::builder("Elk team overlegt").actor("elk team").build()?)?;
    /// let markdown = plan.to_markdown(&Texts::of(Language::NlBe)?);
    /// assert!(markdown.starts_with("# Afspraken\n\n## SD1 Sneller \\*samen\\* aan tafel\n\n### OD1.1 Elk team overlegt\n"));
    /// assert!(markdown.contains("| Wie | elk team |"));
    /// # Ok::<(), olievlek::Error>(())
    /// ```
    pub fn to_markdown(&self, texts: &Texts) -> String {
        let mut page = Page { out: String::new(), texts };
        page.block("# ", &self.title);
        if let Some(period) = self.period {
            let [start, end] = [period.start(), period.end()].map(|date| page.date(date));
            let line = texts.fill("goal.export.period", &[("start", &start), ("end", &end)]);
            page.block("", &line);
        }
        let flat = self.is_flat();
        for (index, strategic) in self.strategic_goals.iter().enumerate() {
            let mut place = Place { strategic: index, goal: None, action: None };
            if !flat {
                page.heading("## ", &self.number_at(place, texts), &strategic.title);
            }
            for (index, goal) in strategic.goals.iter().enumerate() {
                place.goal = Some(index);
                place.action = None;
                page.heading(if flat { "## " } else { "### " }, &self.number_at(place, texts), &goal.text);
                page.goal(goal);
                let mut rows = Vec::new();
                for (index, action) in goal.actions.iter().enumerate() {
                    place.action = Some(index);
                    rows.push(page.action(self.number_at(place, texts), action));
                }
                if !rows.is_empty() {
                    let names = ["number", "action", "actor", "start", "end", "indicator"];
                    rows.insert(0, names.map(|name| page.field(name).into()).into());
                    page.table(&rows);
                }
            }
        }
        page.out.push('\n');
        page.out
    }

    /// The plan as CSV (RFC 4180): a row for each strategic goal, goal and action, with a heading row of the names that the
    /// JSON has.
    ///
    /// Dates are written as `2026-06-30` and numbers with a decimal point, so that a program reads them; a cell that a
    /// spreadsheet would run as a formula gets an apostrophe before it.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::content::{Language, Texts};
    /// use olievlek::smarti::{Plan, goals_from_text};
    ///
    /// let mut plan = Plan::new("Afspraken");
    /// plan.add_pasted(&goals_from_text("- Elk team overlegt, wekelijks\n- =1+1"))?;
    /// let csv = plan.to_csv(&Texts::of(Language::NlBe)?);
    /// let rows: Vec<&str> = csv.lines().collect();
    /// assert!(rows[0].starts_with("level,number,text,actor"));
    /// assert!(rows[1].starts_with("operational,OD1,\"Elk team overlegt, wekelijks\","));
    /// assert!(rows[2].starts_with("operational,OD2,\"'=1+1\","));
    /// # Ok::<(), olievlek::Error>(())
    /// ```
    pub fn to_csv(&self, texts: &Texts) -> String {
        let mut csv = String::new();
        for (index, name) in COLUMNS.iter().enumerate() {
            if index > 0 {
                csv.push(',');
            }
            csv.push_str(name);
        }
        csv.push_str("\r\n");
        for (index, strategic) in self.strategic_goals.iter().enumerate() {
            let mut place = Place { strategic: index, goal: None, action: None };
            if !self.is_flat() {
                strategic_row(strategic).push(&mut csv, "strategic", &self.number_at(place, texts));
            }
            for (index, goal) in strategic.goals.iter().enumerate() {
                place.goal = Some(index);
                place.action = None;
                goal_row(goal).push(&mut csv, "operational", &self.number_at(place, texts));
                for (index, action) in goal.actions.iter().enumerate() {
                    place.action = Some(index);
                    action_row(action).push(&mut csv, "action", &self.number_at(place, texts));
                }
            }
        }
        csv
    }
}

/// Markdown that is being written.
struct Page<'a> {
    out: String,
    texts: &'a Texts,
}

impl<'a> Page<'a> {
    fn block(&mut self, markup: &str, text: &str) {
        if !self.out.is_empty() {
            self.out.push_str("\n\n");
        }
        push_markdown(&mut self.out, markup, &one_line(text));
    }

    #[inline(never)]
    fn heading(&mut self, markup: &str, number: &str, text: &str) {
        self.block(markup, number);
        push_markdown(&mut self.out, " ", &one_line(text));
    }

    #[inline(never)]
    fn table(&mut self, rows: &[Vec<String>]) {
        self.out.push('\n');
        for (index, row) in rows.iter().enumerate() {
            self.out.push_str("\n|");
            for cell in row {
                push_markdown(&mut self.out, " ", &one_line(cell));
                self.out.push_str(" |");
            }
            if index == 0 {
                self.out.push_str("\n|");
                row.iter().for_each(|_| self.out.push_str(" --- |"));
            }
        }
    }

    /// The name of a field, such as a heading of a table.
    fn field(&self, name: &str) -> &'a str {
        self.texts.of_id("goal.field.", name, "")
    }

    #[inline(never)]
    fn amount(&self, number: Option<Decimal>) -> String {
        number.map(|number| number.to_text(self.texts.language())).unwrap_or_default()
    }

    #[inline(never)]
    fn day(&self, date: Option<Date>) -> String {
        date.map(|date| self.date(date)).unwrap_or_default()
    }

    /// A date as people of this language write it.
    #[inline(never)]
    fn date(&self, date: Date) -> String {
        let mut out = String::new();
        let mark = if self.texts.language() == Language::De { '.' } else { '/' };
        for part in [date.day(), date.month()] {
            if part < 10 {
                out.push('0');
            }
            push_whole(&mut out, u32::from(part.unsigned_abs()));
            out.push(mark);
        }
        push_whole(&mut out, u32::from(date.year().unsigned_abs()));
        out
    }

    fn pair(&self, name: &str, text: &str) -> String {
        self.texts.fill("goal.export.pair", &[("name", name), ("text", text)])
    }

    #[inline(never)]
    fn indicator(&self, indicator: &Indicator) -> String {
        let mut out = String::from(&indicator.unit);
        if let Some(kind) = indicator.kind {
            let kind = self.texts.of_id("goal.indicator.", kind.id(), "");
            if out.is_empty() {
                out.push_str(kind);
            } else {
                out.push_str(" (");
                out.push_str(kind);
                out.push(')');
            }
        }
        out
    }

    #[inline(never)]
    fn baseline(&self, baseline: Baseline) -> String {
        match baseline {
            Baseline::Absent => String::new(),
            Baseline::ToMeasure => self.texts.at(&["goal.export.to-measure"]).into(),
            Baseline::Known(value) => self.amount(Some(value)),
        }
    }

    /// A table of the fields that say something; nothing where none does.
    fn goal(&mut self, goal: &Goal) {
        let (indicator, means) = (&goal.indicator, &goal.means);
        let mut rows = Rows { rows: Vec::new(), page: self };
        rows.text("actor", &goal.actor);
        rows.text("action", &goal.action);
        rows.text("targetGroup", &goal.target_group);
        rows.text("indicator", &self.indicator(indicator));
        rows.text("baseline", &self.baseline(indicator.baseline));
        rows.text("target", &self.amount(indicator.target));
        rows.text("source", &indicator.source);
        rows.text("consulted", &goal.consulted.join(", "));
        rows.text("hours", &self.amount(means.hours));
        rows.text("budget", &self.amount(means.budget));
        rows.text("people", &means.people);
        rows.text("dependencies", &means.dependencies);
        rows.text("start", &self.day(goal.start));
        rows.text("end", &self.day(goal.end));
        let mut reviews = Vec::new();
        goal.reviews.iter().for_each(|review| reviews.push(self.date(*review)));
        rows.text("reviews", &reviews.join(", "));
        rows.text("why", &goal.why);
        if goal.status != GoalStatus::Open {
            rows.text("status", self.texts.of_id("goal.status.", goal.status.id(), ""));
        }
        let mut measured = Vec::new();
        for measurement in &goal.measurements {
            measured.push(self.pair(&self.date(measurement.date), &self.amount(Some(measurement.value))));
        }
        rows.text("measurements", &measured.join(", "));
        let mut rows = rows.rows;
        if !rows.is_empty() {
            rows.insert(0, ["field", "value"].map(|name| String::from(self.field(name))).into());
            self.table(&rows);
        }
    }

    fn action(&self, number: String, action: &Action) -> Vec<String> {
        let mut measured = String::new();
        if let Some(indicator) = &action.indicator {
            let parts = [self.indicator(indicator), self.baseline(indicator.baseline), self.amount(indicator.target)];
            for (part, before) in parts.iter().zip(["", ", ", " \u{2192} "]) {
                if !part.is_empty() {
                    measured.push_str(if measured.is_empty() { "" } else { before });
                    measured.push_str(part);
                }
            }
        }
        let (start, end) = (self.day(action.start), self.day(action.end));
        Vec::from([number, action.text.clone(), action.who.clone(), start, end, measured])
    }
}

/// The rows of a table of fields.
struct Rows<'a, 'b> {
    rows: Vec<Vec<String>>,
    page: &'a Page<'b>,
}

impl Rows<'_, '_> {
    /// A row, where there is something to say.
    #[inline(never)]
    fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.rows.push(Vec::from([self.page.field(name).into(), text.into()]));
        }
    }
}

/// The text on one line, since a line break would end a heading or a table.
#[inline(never)]
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        let breaks = character.is_control() || matches!(character, '\u{2028}' | '\u{2029}');
        line.push(if breaks { ' ' } else { character });
    }
    line
}

/// The names of the columns; a row is written in their order.
pub(super) const COLUMNS: [&str; 22] = [
    "level",
    "number",
    "text",
    "actor",
    "action",
    "targetGroup",
    "indicatorType",
    "baseline",
    "target",
    "unit",
    "source",
    "consulted",
    "hours",
    "budget",
    "people",
    "dependencies",
    "start",
    "end",
    "reviews",
    "why",
    "status",
    "measurements",
];

/// What stands between the entries of a list within a cell.
pub(super) const BETWEEN: &str = "; ";

/// A row after its level and number: each cell, and whether it is ours and so no formula.
struct Row(Vec<(String, bool)>);

impl Row {
    #[inline(never)]
    fn typed(&mut self, text: &str) {
        self.0.push((text.into(), false));
    }

    #[inline(never)]
    fn own(&mut self, text: String) {
        self.0.push((text, true));
    }

    #[inline(never)]
    fn empty(&mut self, cells: usize) {
        (0..cells).for_each(|_| self.own(String::new()));
    }

    #[inline(never)]
    fn date(&mut self, date: Option<Date>) {
        let mut text = String::new();
        if let Some(date) = date {
            push_iso(&mut text, date);
        }
        self.own(text);
    }

    #[inline(never)]
    fn number(&mut self, number: Option<Decimal>) {
        let mut text = String::new();
        if let Some(number) = number {
            number.push(&mut text, '.');
        }
        self.own(text);
    }

    fn indicator(&mut self, indicator: &Indicator) {
        self.own(indicator.kind.map(|kind| kind.id().into()).unwrap_or_default());
        match indicator.baseline {
            Baseline::ToMeasure => self.own(TO_MEASURE.into()),
            Baseline::Known(value) => self.number(Some(value)),
            Baseline::Absent => self.number(None),
        }
        self.number(indicator.target);
        self.typed(&indicator.unit);
        self.typed(&indicator.source);
    }

    #[inline(never)]
    fn push(self, csv: &mut String, level: &str, number: &str) {
        csv.push_str(level);
        csv.push(',');
        push_cell(csv, number);
        for (cell, own) in &self.0 {
            csv.push(',');
            if *own {
                csv.push_str(cell);
            } else {
                push_cell(csv, cell);
            }
        }
        csv.push_str("\r\n");
    }
}

fn strategic_row(strategic: &StrategicGoal) -> Row {
    let mut row = Row(Vec::new());
    row.typed(&strategic.title);
    row.empty(COLUMNS.len() - 3);
    row
}

fn goal_row(goal: &Goal) -> Row {
    let mut row = Row(Vec::new());
    for text in [&goal.text, &goal.actor, &goal.action, &goal.target_group] {
        row.typed(text);
    }
    row.indicator(&goal.indicator);
    row.typed(&goal.consulted.join(BETWEEN));
    row.number(goal.means.hours);
    row.number(goal.means.budget);
    row.typed(&goal.means.people);
    row.typed(&goal.means.dependencies);
    row.date(goal.start);
    row.date(goal.end);
    let mut reviews = String::new();
    for review in &goal.reviews {
        if !reviews.is_empty() {
            reviews.push_str(BETWEEN);
        }
        push_iso(&mut reviews, *review);
    }
    row.own(reviews);
    row.typed(&goal.why);
    row.own(goal.status.id().into());
    let mut measured = String::new();
    for measurement in &goal.measurements {
        if !measured.is_empty() {
            measured.push_str(BETWEEN);
        }
        push_iso(&mut measured, measurement.date);
        measured.push('=');
        measurement.value.push(&mut measured, '.');
    }
    row.own(measured);
    row
}

fn action_row(action: &Action) -> Row {
    let mut row = Row(Vec::new());
    row.typed(&action.text);
    row.typed(&action.who);
    row.empty(2);
    row.indicator(action.indicator.as_ref().unwrap_or(&Indicator::default()));
    row.empty(5);
    row.date(action.start);
    row.date(action.end);
    row.empty(4);
    row
}
