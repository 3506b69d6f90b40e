//! A plan out of a file: what `export` writes, read back.

mod entries;

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use csv_core::{ReadRecordResult, ReaderBuilder};

use self::entries::{Entries, day};
use super::import::without_number;
use super::json::Value;
use super::{Level, Plan, PlanError, goals_from_text};
use crate::content::{Texts, split, trim};

impl Plan {
    /// Reads a plan out of a file: JSON, CSV or Markdown, as its beginning shows.
    ///
    /// # Errors
    ///
    /// As for [`from_json`](Self::from_json), [`from_csv`](Self::from_csv) and [`from_markdown`](Self::from_markdown); what
    /// is none of them is taken for JSON.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::content::{Language, Texts};
    /// use olievlek::smarti::{Plan, goals_from_text};
    ///
    /// let texts = Texts::of(Language::NlBe)?;
    /// let mut plan = Plan::new("Afspraken");
    /// plan.add_pasted(&goals_from_text("SD1 Een sterk team\nOD1.1 Elk team overlegt\nActie 1.1.1 Een studiedag"))?;
    /// for file in [plan.to_json(), plan.to_csv(&texts), plan.to_markdown(&texts)] {
    ///     assert_eq!(Plan::from_file(&file, &texts)?.to_csv(&texts), plan.to_csv(&texts));
    /// }
    /// # Ok::<(), olievlek::Error>(())
    /// ```
    pub fn from_file(text: &str, texts: &Texts) -> Result<Self, PlanError> {
        let text = trim(text.strip_prefix('\u{FEFF}').unwrap_or(text));
        if !text.starts_with(['{', '[']) {
            if is_table(text) {
                return Self::from_csv(text);
            }
            if split(text, b'\n').any(|line| line.starts_with('#')) {
                return Self::from_markdown(text, texts);
            }
        }
        Self::from_json(text)
    }

    /// Reads the rows that [`to_csv`](Self::to_csv) writes, also as a spreadsheet saved them: with semicolons or tabs, with
    /// dates such as `30/06/2026` and decimal commas.
    ///
    /// Columns may stand in any order, and be missing. One that is not known is kept with each goal.
    ///
    /// # Errors
    ///
    /// As for [`from_json`](Self::from_json), with the place that the row has in the plan.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::smarti::Plan;
    ///
    /// let plan = Plan::from_csv("level;text;end\noperational;Elk team overlegt;30/06/2026\n")?;
    /// assert_eq!(plan.goals().next().map(|goal| goal.text()), Some("Elk team overlegt"));
    /// let error = Plan::from_csv("level,text,end\noperational,Een,juni").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "expected a date such as `2026-06-30` at `strategicGoals[0].goals[0].end`"
    /// );
    /// # Ok::<(), olievlek::Error>(())
    /// ```
    pub fn from_csv(text: &str) -> Result<Self, PlanError> {
        let mut rows = rows(text).into_iter();
        let names = rows.next().unwrap_or_default();
        let mut read = Entries::default();
        for row in rows {
            let mut level = Level::Operational;
            let mut numbered = false;
            let mut fields = Vec::new();
            for (name, cell) in names.iter().zip(&row) {
                let (name, cell) = (trim(name), unguarded(cell));
                match name {
                    _ if trim(cell).is_empty() => {}
                    "level" => level = LEVELS.into_iter().find(|level| level.id() == trim(cell)).unwrap_or(level),
                    "number" => numbered = true,
                    _ => fields.push((String::from(name), String::from(cell))),
                }
            }
            // An empty row is none, but a strategic goal may have no title yet, and an action that has a number no text.
            if !fields.is_empty() || level == Level::Strategic || level == Level::Action && numbered {
                read.add(level);
                fields.iter().for_each(|(name, cell)| read.put(name, cell));
            }
        }
        Self::from_value(read.plan(Vec::new()))
    }

    /// Reads what [`to_markdown`](Self::to_markdown) writes, with the names of fields in the language of the texts. A list
    /// without headings for its goals is read as [`goals_from_text`] reads it.
    ///
    /// # Errors
    ///
    /// As for [`from_json`](Self::from_json).
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::content::{Language, Texts};
    /// use olievlek::smarti::Plan;
    ///
    /// let text = "# Plan\n\n## OD1 Elk team overlegt\n\n| Onderdeel | Inhoud |\n| --- | --- |\n| Einde | 30/06/2026 |\n";
    /// let plan = Plan::from_markdown(text, &Texts::of(Language::NlBe)?)?;
    /// let goal = plan.goals().next();
    /// assert_eq!(goal.and_then(|goal| goal.end()).map(|end| end.to_string()).as_deref(), Some("2026-06-30"));
    /// # Ok::<(), olievlek::Error>(())
    /// ```
    pub fn from_markdown(text: &str, texts: &Texts) -> Result<Self, PlanError> {
        let lines = || split(text, b'\n').map(trim);
        let mut plan = Vec::new();
        // Three levels of headings: the plan, its strategic goals, and their goals; or two where there are no such.
        let flat = !lines().any(|line| line.starts_with("### "));
        let mut read = Entries { texts: Some(texts), ..Entries::default() };
        let mut first_row = true;
        for line in lines() {
            let is_row = line.starts_with('|');
            if let Some(title) = line.strip_prefix("# ") {
                plan.push(("title".into(), Value::Text(plain(title))));
            } else if let Some(heading) = line.strip_prefix("## ").or_else(|| line.strip_prefix("### ")) {
                let level = if flat || line.starts_with("###") { Level::Operational } else { Level::Strategic };
                read.add(level);
                read.put("text", &plain(without_number(heading)));
            } else if is_row && !first_row && !is_rule(line) {
                read.row(&cells(line));
            } else if read.entries.is_empty()
                && let [start, end] = &*days(line)
            {
                let days = [("start", start), ("end", end)].map(|(name, day)| (name.into(), Value::Text(day.clone())));
                plan.push(("period".into(), Value::Object(days.into())));
            }
            first_row = !is_row;
        }
        if read.entries.is_empty() {
            let mut list = String::new();
            for line in split(text, b'\n').filter(|line| !line.starts_with("# ")) {
                list.push_str(line);
                list.push('\n');
            }
            for entry in goals_from_text(&list) {
                read.add(entry.level);
                read.put("text", &plain(&entry.text));
            }
        }
        Self::from_value(read.plan(plan))
    }
}

const LEVELS: [Level; 3] = [Level::Strategic, Level::Operational, Level::Action];

/// The days in a line of words.
fn days(line: &str) -> Vec<String> {
    let words = line.split(' ').map(|word| word.trim_end_matches('.'));
    words
        .filter(|word| word.starts_with(|first: char| first.is_ascii_digit()))
        .map(day)
        .filter(|day| day.len() == 10)
        .collect()
}

/// Whether a row of a table in Markdown stands between its heading and the rest: `| --- | --- |`, `|:-:|`.
fn is_rule(line: &str) -> bool {
    line.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' '))
}

/// The cells of a row of a table in Markdown.
fn cells(line: &str) -> Vec<String> {
    let mut cells = Vec::new();
    let mut cell = String::new();
    let mut escaped = false;
    for character in line.chars().skip(1) {
        if character == '|' && !escaped {
            cells.push(plain(&core::mem::take(&mut cell)));
        } else {
            cell.push(character);
        }
        escaped = character == '\\' && !escaped;
    }
    cells
}

/// Text of Markdown without what keeps marks in it from being marks; before anything else a backslash is one.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut characters = trim(text).chars().peekable();
    while let Some(character) = characters.next() {
        let mark = characters.next_if(|next| character == '\\' && next.is_ascii_punctuation());
        out.push(mark.unwrap_or(character));
    }
    out
}

/// A cell without the apostrophe that keeps a spreadsheet from running it; one that someone typed there looks the same.
fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| trim(rest).starts_with(['=', '+', '-', '@'])).unwrap_or(cell)
}

/// Whether the first line has the name of the column that every table of ours has.
fn is_table(text: &str) -> bool {
    let first = split(text, b'\n').next().unwrap_or_default();
    first.split([',', ';', '\t']).any(|name| name.trim_matches(['"', '\r', ' ']) == "text")
}

/// The rows of a table, with the delimiter that its first line has most.
fn rows(text: &str) -> Vec<Vec<String>> {
    let first = split(text, b'\n').next().unwrap_or_default();
    let count = |delimiter: &u8| first.bytes().filter(|byte| byte == delimiter).count();
    let delimiter = [b',', b';', b'\t'].into_iter().rev().max_by_key(count).unwrap_or(b',');
    let mut reader = ReaderBuilder::new().delimiter(delimiter).build();
    // No row is longer than the text, nor has more cells.
    let (mut output, mut ends) = (vec![0; text.len() + 1], vec![0; text.len() + 1]);
    let (mut written, mut ended) = (0, 0);
    let mut input = text.as_bytes();
    let mut rows = Vec::new();
    loop {
        let output_left = output.get_mut(written..).unwrap_or_default();
        let (result, taken, wrote, found) =
            reader.read_record(input, output_left, ends.get_mut(ended..).unwrap_or_default());
        (written, ended) = (written + wrote, ended + found);
        input = input.get(taken..).unwrap_or_default();
        match result {
            // An empty input is the end: what is there of a last row is one, whatever it lacks.
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::Record => {
                let mut start = 0;
                let cells = ends.iter().take(ended).map(|&end| {
                    let cell = output.get(start..end).and_then(|cell| core::str::from_utf8(cell).ok());
                    start = end;
                    String::from(cell.unwrap_or_default())
                });
                rows.push(cells.collect());
                (written, ended) = (0, 0);
            }
            _ => return rows,
        }
    }
}

#[cfg(test)]
#[cfg(feature = "lang-all")]
mod tests {
    use alloc::string::ToString as _;

    use super::*;
    use crate::calendar::{Date, Period};
    use crate::content::Language;
    use crate::smarti::{Action, Baseline, Decimal, Goal, GoalStatus, Indicator, IndicatorKind, Means};

    fn texts(language: Language) -> Texts {
        Texts::of(language).unwrap()
    }

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text, Language::NlBe).unwrap()
    }

    /// A plan with something in every field, and what files find hard: marks, delimiters, quotes and formulas.
    fn full() -> Plan {
        let indicator = Indicator {
            kind: Some(IndicatorKind::Effect),
            baseline: Baseline::Known(decimal("1234,5")),
            target: Some(decimal("0,5")),
            unit: "vragen | \"per\" week (net)".into(),
            source: "=SUM(A1); telling".into(),
            ..Indicator::default()
        };
        let goal = Goal::builder("Tegen juni *overlegt* elk team, \"wekelijks\"; \\ 2 keer")
            .actor("elk team")
            .action("overlegt")
            .target_group("alle leerlingen")
            .indicator(indicator)
            .consulted("de ouders")
            .consulted("de leerlingenraad")
            .means(Means {
                hours: Some(decimal("40")),
                budget: Some(decimal("1250,75")),
                people: "een coach".into(),
                dependencies: "- de directie".into(),
                ..Means::default()
            })
            .start(Date::constant(2026, 9, 1))
            .end(Date::constant(2027, 6, 30))
            .reviews(vec![Date::constant(2027, 1, 31), Date::constant(2027, 4, 1)])
            .why("zodat elk kind telt")
            .status(GoalStatus::Done)
            .measured(Date::constant(2027, 1, 31), decimal("58,25"))
            .build()
            .unwrap();
        let mut plan = Plan::new("Plan #1");
        plan.set_period(Period::new(Date::constant(2026, 9, 1), Date::constant(2028, 8, 31)).ok());
        let strategic = plan.add_strategic_goal("2 sterke teams").unwrap();
        let id = plan.add_goal(strategic, goal).unwrap();
        let mut action = Action::new("Een studiedag");
        action.who = "de coach".into();
        action.end = Some(Date::constant(2026, 12, 24));
        action.indicator = Some(Indicator {
            kind: Some(IndicatorKind::Output),
            baseline: Baseline::ToMeasure,
            target: Some(decimal("12")),
            unit: "verslagen, ook kort".into(),
            ..Indicator::default()
        });
        plan.add_action(id, action).unwrap();
        plan.add_goal(strategic, Goal::builder("Er is een visie").build().unwrap()).unwrap();
        plan.add_strategic_goal("Ouders").unwrap();
        plan
    }

    #[test]
    fn what_is_exported_opens_again_in_every_language() {
        let plan = full();
        for language in Language::ALL {
            let texts = texts(language);
            let (csv, markdown) = (plan.to_csv(&texts), plan.to_markdown(&texts));
            let opened = Plan::from_file(&csv, &texts).unwrap();
            assert_eq!(opened.to_csv(&texts), csv);
            let opened = Plan::from_file(&markdown, &texts).unwrap();
            assert_eq!(opened.to_markdown(&texts), markdown);
            // The one thing that the page of an indicator does not tell apart is what it does not have.
            assert_eq!(opened.to_csv(&texts).lines().count(), csv.lines().count());
            assert_eq!((opened.title(), opened.period()), (plan.title(), plan.period()));
        }
    }

    #[test]
    fn a_spreadsheet_may_save_it_its_own_way() {
        let text = "\u{FEFF}number;text;level;end;target;Thema\r\nOD1;\"Een; \"\"twee\"\"\";;30/06/2027;58,5;zorg\r\n;Drie;action;1.2.2027;;\r\n;;;;;";
        let plan = Plan::from_file(text, &texts(Language::NlBe)).unwrap();
        let goal = plan.goals().next().unwrap();
        assert_eq!((goal.text(), goal.end()), ("Een; \"twee\"", Some(Date::constant(2027, 6, 30))));
        assert_eq!(goal.indicator().target, Some(decimal("58,5")));
        assert_eq!(goal.actions()[0].end, Some(Date::constant(2027, 2, 1)));
        // What is not known is kept, and an empty row is none.
        assert!(plan.to_json().contains("\"Thema\":\"zorg\""));
        assert_eq!(plan.goals().count(), 1);
        // A quote that stays open swallows the rest, and loses none of it.
        let plan = Plan::from_csv("text\n\"Een\nTwee").unwrap();
        assert_eq!(plan.goals().next().unwrap().text(), "Een\nTwee");
    }

    #[test]
    fn markdown_of_others_is_read_as_far_as_it_goes() {
        // What is neither a heading nor a table is a goal, so that nothing is lost.
        let texts = texts(Language::NlBe);
        let read = |text: &str| Plan::from_file(text, &texts).unwrap();
        let plan = read("# Onze doelen\n\nWat vooraf ging.\n\n- Elk team overlegt\n- Er is een visie\n");
        assert_eq!((plan.title(), plan.goals().count()), ("Onze doelen", 3));
        let plan =
            read("## Samen\n### Elk team overlegt\n| Onderdeel | Inhoud |\n|---|---|\n| Wie | wij |\n| Kleur | rood |");
        let goal = plan.goals().next().unwrap();
        assert_eq!((plan.strategic_goals()[0].title(), goal.actor()), ("Samen", "wij"));
        assert!(plan.to_json().contains("\"Kleur\":\"rood\"") && !plan.to_json().contains("---"));
        // A backslash that keeps no mark from being one is a backslash.
        let plan = read("# Plan\n\n- Actie \\\n- a \\| b\n");
        assert_eq!(plan.goals().map(|goal| goal.text()).collect::<Vec<_>>(), ["Actie \\", "a | b"]);
        // An action without text, and it comes in again from a table.
        let plan = read("## Elk team overlegt\n\n| Actie | Wie |\n| --- | --- |\n| a | | |\n").to_csv(&texts);
        assert_eq!(Plan::from_csv(&plan).map(|plan| plan.to_csv(&texts)), Ok(plan));
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config { cases: 512, failure_persistence: None, ..Default::default() })]

        /// Pieces of files in any order are read or refused, and what was read goes out and comes in again.
        #[test]
        fn any_file_is_read_or_refused(pieces in proptest::collection::vec(proptest::sample::select(vec![
            "# ", "## ", "### ", "SD1 ", "|", "| --- |", "\n", "\r\n", "text", "level", "end", "baseline", ",", ";", "\t", "\"", "\\",
            "Wie", "Indicator", "Beginsituatie", "Einde", "vragen (effect)", "12 \u{2192} 5", ", ", "(", ")", "1/2/2027", "99/99/9999",
            "=1", "\u{FEFF}", "{", "[", "0", "- ", "\u{E9}\u{1F6E2}", "Actie 1.1 ", "to-measure", "operational",
        ]), 0..40)) {
            let texts = texts(Language::NlBe);
            if let Ok(plan) = Plan::from_file(&pieces.concat(), &texts) {
                let csv = plan.to_csv(&texts);
                proptest::prop_assert_eq!(Plan::from_csv(&csv).map(|plan| plan.to_csv(&texts)), Ok(csv));
            }
        }
    }

    #[test]
    fn what_cannot_be_says_where() {
        let texts = texts(Language::NlBe);
        let refused = |text: &str| Plan::from_file(text, &texts).unwrap_err();
        let error = refused("text,end\nEen,31/02/2027");
        assert!(error.to_string().ends_with("at `strategicGoals[0].goals[0].end`"), "{error}");
        let error = refused("text,baseline\nEen,\nTwee,veel");
        assert!(error.to_string().ends_with("at `strategicGoals[0].goals[1].indicator.baseline`"), "{error}");
        assert_eq!(refused("zomaar een tekst").code(), "plan-json");
        assert_eq!(refused("").code(), "plan-json");
    }
}
