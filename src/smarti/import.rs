//! Goals out of text that was pasted.

use alloc::string::String;
use alloc::vec::Vec;

use super::plan::{ItemId, Plan};
use super::{Action, Goal, PlanError};
use crate::content::{split, trim};

/// What an entry of a pasted list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// A strategic goal: `SD1`.
    Strategic,
    /// An operational goal: `OD1.2`, a bullet, or a line of its own.
    Operational,
    /// An action: `Actie 1.2.1`, `OD1.2.3`, or a number that is deeper than those of the goals.
    Action,
}

impl Level {
    /// The stable identifier.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Strategic => "strategic",
            Self::Operational => "operational",
            Self::Action => "action",
        }
    }
}

/// An entry of a pasted list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastedGoal {
    /// What it is.
    pub level: Level,
    /// What was entered, without the bullet or number before it.
    pub text: String,
}

/// Splits pasted text into goals: bullets (`-`, `•`), numbers (`1.`, `2)`, `1.1`) and codes (`SD1`, `OD1.2:`, `Actie 1.1.`)
/// begin one, and so does a line of its own.
///
/// A line goes on with the entry before it when no blank line stands between and it is indented under a bullet or begins
/// with a small letter, so a paragraph stays one goal however it was wrapped. Nothing that was entered is lost but the
/// bullets and numbers. Where only numbers say what is what, the deepest of three levels are actions under goals under
/// strategic goals, and of two levels actions under goals.
///
/// # Examples
///
/// ```
/// use olievlek::smarti::{Level, goals_from_text};
///
/// let pasted = goals_from_text("SD1: Een sterk team\n\n• OD1.1 Er is een\n  visie.\n• OD1.2 Elk team overlegt\nActie 1.2.1: een studiedag");
/// let entries: Vec<_> = pasted.iter().map(|goal| (goal.level.id(), goal.text.as_str())).collect();
/// assert_eq!(
///     entries,
///     [
///         ("strategic", "Een sterk team"),
///         ("operational", "Er is een visie."),
///         ("operational", "Elk team overlegt"),
///         ("action", "een studiedag"),
///     ]
/// );
/// # use Level::Strategic;
/// # assert_eq!(pasted[0].level, Strategic);
/// ```
pub fn goals_from_text(text: &str) -> Vec<PastedGoal> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut blank = true;
    for line in split(text, b'\n') {
        let content = trim(line);
        if content.is_empty() {
            blank = true;
            continue;
        }
        let mark = read_mark(content);
        let goes_on = !blank && !mark.found && entries.last().is_some_and(|last| last.takes(line, content));
        if goes_on && let Some(last) = entries.last_mut() {
            last.text.push(' ');
            last.text.push_str(content);
        } else if !mark.rest.is_empty() {
            entries.push(Entry { level: mark.level, depth: mark.depth, marked: mark.found, text: mark.rest.into() });
        }
        blank = false;
    }
    // Numbers say how deep something stands; what that means depends on how deep they go.
    let deepest = entries.iter().filter(|entry| entry.level.is_none()).map(|entry| entry.depth).max().unwrap_or(0);
    let level = |entry: &Entry| {
        entry.level.unwrap_or(match (entry.depth, deepest) {
            (1, 3..) => Level::Strategic,
            (2, 2) | (3.., _) => Level::Action,
            _ => Level::Operational,
        })
    };
    entries.into_iter().map(|entry| PastedGoal { level: level(&entry), text: entry.text }).collect()
}

struct Entry {
    level: Option<Level>,
    /// How many numbers stood before it: two for `1.2`.
    depth: usize,
    marked: bool,
    text: String,
}

impl Entry {
    /// Whether a line without a mark goes on with this entry.
    fn takes(&self, line: &str, content: &str) -> bool {
        let small = content.chars().next().is_some_and(|first| first.is_ascii_lowercase() || is_small_accented(first));
        let indented = self.marked && line.starts_with([' ', '\t', '\u{A0}']);
        small || indented
    }
}

/// Small letters with an accent that a Dutch, French or German word begins with; the tables of Unicode would be too heavy
/// for a widget.
fn is_small_accented(character: char) -> bool {
    matches!(character, '\u{DF}'..='\u{FF}' | '\u{153}') && character != '\u{F7}'
}

/// What stands before the text of a line.
struct Mark<'a> {
    found: bool,
    level: Option<Level>,
    depth: usize,
    rest: &'a str,
}

const BULLETS: [char; 18] = [
    '-', '*', '+', '\u{2013}', '\u{2014}', '\u{2022}', '\u{B7}', '\u{25E6}', '\u{25AA}', '\u{25AB}', '\u{25CF}',
    '\u{25CB}', '\u{25A0}', '\u{25A1}', '\u{2023}', '\u{2713}', '\u{27A2}', '\u{F0B7}',
];

/// Words and abbreviations before a number, in our four languages, and what they say of the entry.
const CODES: [(&str, Level); 26] = [
    ("sd", Level::Strategic),
    ("sg", Level::Strategic),
    ("os", Level::Strategic),
    ("sz", Level::Strategic),
    ("strategische doelstelling", Level::Strategic),
    ("strategisch doel", Level::Strategic),
    ("strategic goal", Level::Strategic),
    ("objectif stratégique", Level::Strategic),
    ("strategisches ziel", Level::Strategic),
    ("od", Level::Operational),
    ("og", Level::Operational),
    ("oo", Level::Operational),
    ("oz", Level::Operational),
    ("operationele doelstelling", Level::Operational),
    ("operationeel doel", Level::Operational),
    ("operational goal", Level::Operational),
    ("objectif opérationnel", Level::Operational),
    ("operatives ziel", Level::Operational),
    ("doelstelling", Level::Operational),
    ("doel", Level::Operational),
    ("goal", Level::Operational),
    ("objectif", Level::Operational),
    ("ziel", Level::Operational),
    ("actie", Level::Action),
    ("action", Level::Action),
    ("maßnahme", Level::Action),
];

fn read_mark(content: &str) -> Mark<'_> {
    let mut mark = Mark { found: false, level: None, depth: 0, rest: content };
    // A heading of Markdown.
    let heading = content.trim_start_matches('#');
    if heading.len() < content.len() && heading.starts_with(' ') {
        mark.rest = trim(heading);
        mark.found = true;
    }
    let first = mark.rest.chars().next().unwrap_or_default();
    if BULLETS.contains(&first) {
        let rest = mark.rest.get(first.len_utf8()..).unwrap_or_default();
        // A dash or star is a bullet with a blank after it only: `-5 %` is a number.
        if !first.is_ascii() && first != '\u{2013}' || rest.starts_with([' ', '\t', '\u{A0}']) || rest.is_empty() {
            mark.rest = trim(rest);
            mark.found = true;
        }
        for done in ["[ ] ", "[x] ", "[X] "] {
            mark.rest = trim(mark.rest.strip_prefix(done).unwrap_or(mark.rest));
        }
    }
    for (code, level) in CODES {
        let Some(word) = mark.rest.get(..code.len()).filter(|word| word.eq_ignore_ascii_case(code)) else { continue };
        let after = trim(mark.rest.get(word.len()..).unwrap_or_default());
        if let Some((depth, rest)) = read_number(after, true) {
            // An action is often numbered as a part of its goal.
            let level = if depth > 2 && level == Level::Operational { Level::Action } else { level };
            return Mark { found: true, level: Some(level), depth, rest };
        }
    }
    if let Some((depth, rest)) = read_number(mark.rest, false) {
        return Mark { found: true, level: None, depth, rest };
    }
    mark
}

/// Reads `1.`, `2)`, `(3)`, `1.2`, `1.2.` or `a)`, and answers how many numbers these are and what comes after.
///
/// After a code such as `OD` any number will do. Alone it needs a mark after it, or to be `1.2` before a capital: `3 teams`
/// and `1.5 uur` begin a sentence.
fn read_number(text: &str, coded: bool) -> Option<(usize, &str)> {
    let bytes = text.as_bytes();
    let mut at = usize::from(!coded && bytes.first() == Some(&b'('));
    let opened = at == 1;
    let mut depth = 0;
    loop {
        let start = at;
        while at - start < 2 && bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        let letter = !coded && depth == 0 && at == start && bytes.get(at).is_some_and(u8::is_ascii_lowercase);
        at += usize::from(letter);
        if at == start {
            break;
        }
        depth += 1;
        if letter || bytes.get(at) != Some(&b'.') || !bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
            break;
        }
        at += 1;
    }
    if depth == 0 {
        return None;
    }
    let by_letter = bytes.get(at - 1).is_some_and(u8::is_ascii_lowercase);
    let closed = match bytes.get(at) {
        Some(b')') => true,
        Some(b'.' | b':') => !opened && !by_letter,
        _ => false,
    };
    let rest = text.get(at + usize::from(closed)..)?;
    let blank = rest.is_empty() || rest.starts_with([' ', '\t', '\u{A0}']);
    let capital = || trim(rest).starts_with(|first: char| first.is_ascii_uppercase());
    let is_mark = match (coded, closed) {
        (true, _) | (false, true) => blank,
        (false, false) => blank && depth > 1 && !opened && capital(),
    };
    if !is_mark {
        return None;
    }
    let rest = trim(rest);
    // `OD1 - tekst` and `Actie 2 : tekst`.
    let after = rest.strip_prefix([':', '-', '\u{2013}', '\u{2014}']).filter(|after| coded && after.starts_with(' '));
    Some((depth, trim(after.unwrap_or(rest))))
}

/// A heading without the bullet, code or number before it.
pub(super) fn without_number(heading: &str) -> &str {
    read_mark(heading).rest
}

impl Plan {
    /// Adds what was pasted: a strategic goal as it stands there, a goal under the last strategic goal, and an action under
    /// the last goal. Goals of a plan without strategic goals come under one without a title.
    ///
    /// # Errors
    ///
    /// [`PlanError::Goal`] for an entry of more than 2000 characters, [`PlanError::TooMany`] where there is no room; then
    /// the plan stays as it was.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::smarti::{Plan, goals_from_text};
    ///
    /// let mut plan = Plan::new("Afspraken");
    /// plan.add_pasted(&goals_from_text("1. Er is een visie\n1.1 Een studiedag\n2. Elk team overlegt"))?;
    /// assert!(plan.is_flat());
    /// let goals: Vec<_> = plan.goals().map(|goal| (goal.text(), goal.actions().len())).collect();
    /// assert_eq!(goals, [("Er is een visie", 1), ("Elk team overlegt", 0)]);
    /// # Ok::<(), olievlek::Error>(())
    /// ```
    pub fn add_pasted(&mut self, pasted: &[PastedGoal]) -> Result<Vec<ItemId>, PlanError> {
        let mut plan = self.clone();
        let mut ids = Vec::new();
        for entry in pasted {
            let last_goal = plan.strategic_goals.last().and_then(|strategic| strategic.goals.last()).map(Goal::id);
            let id = match (entry.level, last_goal) {
                (Level::Strategic, _) => plan.add_strategic_goal(&entry.text)?,
                (Level::Action, Some(goal)) => plan.add_action(goal, Action::new(&entry.text))?,
                _ => {
                    let goal = Goal::builder(&entry.text).build()?;
                    let strategic = match plan.strategic_goals.last() {
                        Some(last) => last.id,
                        None => plan.add_strategic_goal("")?,
                    };
                    plan.add_goal(strategic, goal)?
                }
            };
            ids.push(id);
        }
        *self = plan;
        Ok(ids)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn splits(text: &str, expected: &[&str]) {
        let texts: Vec<String> = goals_from_text(text).into_iter().map(|goal| goal.text).collect();
        assert_eq!(texts, expected, "{text}");
    }

    #[track_caller]
    fn levels(text: &str) -> String {
        goals_from_text(text).iter().map(|goal| goal.level.id().chars().next().unwrap_or_default()).collect()
    }

    #[test]
    fn lines_bullets_and_numbers_begin_a_goal() {
        splits("Een\r\nTwee\r\n\r\nDrie", &["Een", "Twee", "Drie"]);
        splits("- Een\n* Twee\n\u{2022}Drie\n\u{2013} Vier\n\u{f0b7}\tVijf", &["Een", "Twee", "Drie", "Vier", "Vijf"]);
        splits(
            "1. een\n2) twee\n(3) drie\na) vier\n1.1 Vijf\n1.1. zes",
            &["een", "twee", "drie", "vier", "Vijf", "zes"],
        );
        splits("- [ ] Een\n- [x] Twee", &["Een", "Twee"]);
        splits("OD1: Een\nOD2 \u{2013} Twee\nod 1.2. Drie\nActie 1.1. Vier", &["Een", "Twee", "Drie", "Vier"]);
        splits("## SD1 Een\n### OD1.1 Twee", &["Een", "Twee"]);
    }

    #[test]
    fn a_paragraph_stays_one_goal() {
        splits(
            "Tegen juni overlegt\nelk team wekelijks.\nDaarna meer.",
            &["Tegen juni overlegt elk team wekelijks.", "Daarna meer."],
        );
        splits("- Een\n  Twee\nDrie", &["Een Twee", "Drie"]);
        splits("Een\n\ntwee", &["Een", "twee"]);
        splits(
            "Overleg met ouders,\n\u{e9}\u{e9}n keer per trimester",
            &["Overleg met ouders, \u{e9}\u{e9}n keer per trimester"],
        );
    }

    #[test]
    fn what_looks_like_a_number_stays() {
        for text in [
            "3 teams overleggen",
            "1.5 uur per week",
            "2025 is het jaar",
            "1.500 leerlingen",
            "-5 % afwezigen",
            "doel 5x per jaar",
        ] {
            splits(text, &[text]);
        }
        splits("", &[]);
        splits(" \n\t\n-\n", &[]);
    }

    #[test]
    fn codes_and_depth_say_what_an_entry_is() {
        assert_eq!(levels("SD1 a\nOD1 b\nOD1.2 c\nOD1.2.3 d\nActie 1 e"), "sooaa");
        assert_eq!(levels("1. a\n1.1. b\n2. c"), "oao");
        assert_eq!(levels("1. a\n1.1. b\n1.1.1. c"), "soa");
        assert_eq!(levels("1. a\n2. b\n- c"), "ooo");
    }
}
