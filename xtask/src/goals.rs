//! `cargo xtask goals`: how well the goal reader agrees with labelled sentences.
//!
//! Without files it reads `tests/fixtures/goals/*.jsonl`, but for those that are held out, `held-*`: they tell how the reader
//! does on sentences that no rule was made for, as long as nobody looks. Name them to score them.
//!
//! A line is an object with `id`, `text`, `labels` (`S` … `I`, each `present`, `weak` or `absent`), `deadline_text` and
//! `deadline_iso`, read on 1 October 2024. The language is that of the `id`: `…-nl-…`, `nl-…` or `…en…`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use olievlek::calendar::{Date, iso};
use olievlek::content::Language;
use olievlek::smarti::Criterion;
use olievlek::smarti::reading::{Evidence, GoalReading, Lexicon, read_goal};
use serde_json::Value;

use crate::files;
use crate::project::Project;

/// The day that the labels were given for.
const TODAY: Date = Date::constant(2024, 10, 1);

/// A sentence with its labels and what was read.
struct Case {
    id: String,
    text: String,
    labels: [Evidence; 6],
    due: Option<String>,
    /// Whether the words of a time were labelled, even where they set no day.
    timed: bool,
    note: String,
    read: GoalReading,
}

impl Case {
    fn read(line: &str, lexicons: &[Lexicon; 2]) -> Result<Self> {
        let value: Value = serde_json::from_str(line).context("a line is no JSON")?;
        let text_of = |field: &str| value.get(field).and_then(Value::as_str).map(String::from);
        let id = text_of("id").context("a line has no `id`")?;
        let text = text_of("text").with_context(|| format!("`{id}` has no `text`"))?;
        let [dutch, english] = lexicons;
        let lexicon = if id.split('-').any(|part| part == "en") { english } else { dutch };
        let mut labels = [Evidence::Absent; 6];
        for (label, criterion) in labels.iter_mut().zip(Criterion::ALL) {
            let given = value["labels"][criterion.letter().to_string()].as_str().unwrap_or_default();
            let levels = [Evidence::Absent, Evidence::Weak, Evidence::Present];
            let found = levels.into_iter().find(|evidence| evidence.id() == given);
            *label = found.with_context(|| format!("`{id}` has no label for {}", criterion.letter()))?;
        }
        let read = read_goal(&text, lexicon, TODAY);
        let timed = value["deadline_text"].is_string();
        Ok(Self {
            read,
            id,
            text,
            labels,
            due: text_of("deadline_iso"),
            timed,
            note: text_of("note").unwrap_or_default(),
        })
    }

    fn evidence(&self, criterion: usize) -> Evidence {
        self.read.criteria.get(criterion).map_or(Evidence::Absent, |reading| reading.evidence)
    }

    fn read_due(&self) -> Option<String> {
        self.read.deadline.as_ref().and_then(|deadline| deadline.due).map(iso)
    }
}

/// The measures of one criterion.
#[derive(Default)]
struct Score {
    accuracy: f64,
    macro_f1: f64,
    binary_f1: f64,
}

fn f1(hits: usize, found: usize, wanted: usize) -> f64 {
    if found + wanted == 0 { 1.0 } else { 2.0 * hits as f64 / (found + wanted) as f64 }
}

fn score(cases: &[Case], criterion: usize) -> Score {
    let pairs: Vec<(Evidence, Evidence)> =
        cases.iter().map(|case| (case.labels[criterion], case.evidence(criterion))).collect();
    let right = pairs.iter().filter(|(label, read)| label == read).count();
    let of_class = |class: Evidence| {
        let hits = pairs.iter().filter(|pair| **pair == (class, class)).count();
        let found = pairs.iter().filter(|(_, read)| *read == class).count();
        let wanted = pairs.iter().filter(|(label, _)| *label == class).count();
        f1(hits, found, wanted)
    };
    let classes = [Evidence::Absent, Evidence::Weak, Evidence::Present].map(of_class);
    Score {
        accuracy: right as f64 / pairs.len().max(1) as f64,
        macro_f1: classes.iter().sum::<f64>() / 3.0,
        binary_f1: of_class(Evidence::Present),
    }
}

pub(crate) fn run(project: &Project, options: &[String]) -> Result<()> {
    let quiet = options.iter().any(|option| option == "--scores-only");
    let mut paths: Vec<PathBuf> =
        options.iter().filter(|option| !option.starts_with("--")).map(PathBuf::from).collect();
    if let Some(option) = options.iter().find(|option| option.starts_with("--") && *option != "--scores-only") {
        bail!("`goals` knows the option `--scores-only`, got `{option}`");
    }
    if paths.is_empty() {
        paths = files::list(&project.root.join("tests/fixtures/goals"))?;
        paths.retain(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.ends_with(".jsonl") && !name.starts_with("held-")
        });
    }
    let lexicons = [Lexicon::of(Language::NlBe)?, Lexicon::of(Language::En)?];
    for path in &paths {
        let cases = cases(path, &lexicons)?;
        println!("\n{} ({} sentences)\n", project.display(path), cases.len());
        if !quiet {
            print!("{}", misses(&cases));
        }
        print!("{}", table(&cases));
    }
    Ok(())
}

fn cases(path: &Path, lexicons: &[Lexicon; 2]) -> Result<Vec<Case>> {
    let text = files::read_text(path)?;
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| Case::read(line, lexicons).with_context(|| format!("`{}`", path.display()))).collect()
}

fn misses(cases: &[Case]) -> String {
    let mut out = String::new();
    for case in cases {
        let mut wrong = String::new();
        for (place, criterion) in Criterion::ALL.iter().enumerate() {
            let read = case.evidence(place);
            if read != case.labels[place] {
                let cues = case.read.criteria.get(place).map(|reading| &reading.cues).into_iter().flatten();
                let cues: Vec<String> = cues
                    .map(|cue| format!("{} “{}”", cue.kind.id(), case.text.get(cue.span.clone()).unwrap_or_default()))
                    .collect();
                let label = case.labels[place].id();
                _ = write!(wrong, "\n    {}: {label}, read {} [{}]", criterion.letter(), read.id(), cues.join(", "));
            }
        }
        let due = case.read_due();
        if (case.due.is_some() || !case.timed) && due != case.due {
            _ = write!(wrong, "\n    due: {:?}, read {due:?}", case.due);
        }
        if !wrong.is_empty() {
            _ = writeln!(out, "{} {} ({}){wrong}", case.id, case.text, case.note);
        }
    }
    out
}

fn table(cases: &[Case]) -> String {
    let mut out = String::from("\n      accuracy  macro-F1  binary F1\n");
    let mut mean = Score::default();
    for (place, criterion) in Criterion::ALL.iter().enumerate() {
        let score = score(cases, place);
        _ = writeln!(
            out,
            "  {}   {:>8.3}  {:>8.3}  {:>9.3}",
            criterion.letter(),
            score.accuracy,
            score.macro_f1,
            score.binary_f1
        );
        mean.accuracy += score.accuracy / 6.0;
        mean.macro_f1 += score.macro_f1 / 6.0;
        mean.binary_f1 += score.binary_f1 / 6.0;
    }
    _ = writeln!(out, "  all {:>8.3}  {:>8.3}  {:>9.3}", mean.accuracy, mean.macro_f1, mean.binary_f1);
    let dated: Vec<&Case> = cases.iter().filter(|case| case.due.is_some()).collect();
    let right = dated.iter().filter(|case| case.read_due() == case.due).count();
    let invented = cases.iter().filter(|case| case.due.is_none() && !case.timed && case.read_due().is_some()).count();
    _ = writeln!(out, "  dates {right} of {} right, {invented} where there is none", dated.len());
    out
}
