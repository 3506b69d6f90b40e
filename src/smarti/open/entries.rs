//! What a file says of a plan, cell by cell, as the JSON that a plan is read from.

use alloc::string::String;
use alloc::vec::Vec;

use crate::calendar::{date, iso, ymd};
use crate::content::{Language, Texts, cut, trim};
use crate::smarti::export::{BETWEEN, COLUMNS};
use crate::smarti::goal_json::TO_MEASURE;
use crate::smarti::json::Value;
use crate::smarti::{Decimal, GoalStatus, IndicatorKind, Level};

/// What stands between the entries of a list in a table of Markdown.
const LISTED: &str = ", ";

/// What a plan has besides its fields: objects within a goal or an action, each with fields of its own. A field of one has
/// its name before its own, with a point between, until [`nested`].
const OBJECTS: [&str; 2] = ["indicator", "means"];

pub(super) type Fields = Vec<(String, Value)>;

/// Strategic goals, goals and actions in the order in which they stand, each as JSON has it.
#[derive(Default)]
pub(super) struct Entries<'a> {
    pub(super) entries: Vec<(Level, Fields)>,
    /// The language of the cells; none for those of a program.
    pub(super) texts: Option<&'a Texts>,
}

impl Entries<'_> {
    pub(super) fn add(&mut self, level: Level) {
        self.entries.push((level, Vec::new()));
    }

    /// Puts a field into the entry that came last.
    #[inline(never)]
    fn set(&mut self, name: &str, value: Value) {
        if let Some((_, entry)) = self.entries.last_mut() {
            entry.push((name.into(), value));
        }
    }

    /// A row of a table under a heading: a field of the goal, or an action.
    pub(super) fn row(&mut self, cells: &[String]) {
        let Some(texts) = self.texts else { return };
        match cells {
            [name, cell] => {
                let is_name = |known: &&&str| texts.of_id("goal.field.", known, "") == name;
                let field = COLUMNS.iter().chain(&["indicator"]).find(is_name);
                self.put(field.copied().unwrap_or(name), cell);
            }
            [_, cells @ ..] => {
                self.add(Level::Action);
                for (name, cell) in ["text", "actor", "start", "end", "measure"].into_iter().zip(cells) {
                    self.put(name, cell);
                }
            }
            [] => {}
        }
    }

    /// Puts a cell into the entry that came last, in the field of this name.
    pub(super) fn put(&mut self, name: &str, cell: &str) {
        if cell.is_empty() {
            return;
        }
        let level = self.entries.last().map(|(level, _)| *level);
        let text = |text: &str| Value::Text(text.into());
        match name {
            "text" if level == Some(Level::Strategic) => self.set("title", text(cell)),
            "actor" if level == Some(Level::Action) => self.set("who", text(cell)),
            "start" | "end" => self.set(name, text(&day(cell))),
            "consulted" => self.list(name, cell, &text),
            "reviews" => self.list(name, cell, &|part| text(&day(part))),
            "measurements" => {
                let texts = self.texts;
                self.list(name, cell, &|part| measurement(part, texts));
            }
            "hours" => self.set("means.hours", number(cell, self.texts)),
            "budget" => self.set("means.budget", number(cell, self.texts)),
            "people" => self.set("means.people", text(cell)),
            "dependencies" => self.set("means.dependencies", text(cell)),
            "indicatorType" => self.set("indicator.type", text(trim(cell))),
            "baseline" => self.set("indicator.baseline", baseline(cell, self.texts)),
            "target" => self.set("indicator.target", number(cell, self.texts)),
            "unit" => self.set("indicator.unit", text(cell)),
            "source" => self.set("indicator.source", text(cell)),
            "indicator" => self.unit_and_type(cell),
            "measure" => self.measure(cell),
            "status" => {
                let cell = trim(cell);
                let is_name = |status: &&GoalStatus| {
                    self.texts.is_some_and(|texts| texts.of_id("goal.status.", status.id(), "") == cell)
                };
                let status = GoalStatus::ALL.iter().find(is_name).map_or(cell, |status| status.id());
                self.set(name, text(status));
            }
            _ => self.set(name, text(cell)),
        }
    }

    fn list(&mut self, name: &str, cell: &str, each: &dyn Fn(&str) -> Value) {
        let between = if self.texts.is_some() { LISTED } else { BETWEEN };
        let parts = parts(cell, between).into_iter().filter(|part| !part.is_empty());
        self.set(name, Value::List(parts.map(each).collect()));
    }

    /// What is measured, from where, to where: *vragen (effect), 12 → 5*.
    fn measure(&mut self, cell: &str) {
        let arrow = cell.char_indices().find(|(_, character)| *character == '\u{2192}');
        let at = arrow.map_or(cell.len(), |(at, _)| at);
        let (rest, target) = (cell.get(..at).unwrap_or_default(), cell.get(at..).unwrap_or_default());
        let rest = trim(rest);
        let from = parts(rest, LISTED).last().copied().unwrap_or_default();
        let unit = rest.get(..rest.len() - from.len()).unwrap_or_default();
        let unit = trim(unit.strip_suffix(LISTED).unwrap_or(unit));
        let known = match baseline(from, self.texts) {
            Value::Text(text) => text == TO_MEASURE,
            _ => true,
        };
        let (unit, from) = if known { (unit, from) } else { (rest, "") };
        self.unit_and_type(unit);
        self.put("baseline", from);
        self.put("target", trim(target.trim_start_matches('\u{2192}')));
    }

    /// The unit and what sort of indicator it is: *vragen (effect)*.
    fn unit_and_type(&mut self, cell: &str) {
        let opened = cell.bytes().rposition(|byte| byte == b'(').filter(|_| cell.ends_with(')'));
        let at = opened.unwrap_or_default();
        let (unit, kind) = (cell.get(..at).unwrap_or_default(), cell.get(at..).unwrap_or_default());
        let kind = kind.trim_matches(['(', ')']);
        let is_name = |known: &&IndicatorKind| {
            self.texts.is_some_and(|texts| texts.of_id("goal.indicator.", known.id(), "") == kind)
        };
        let kind = IndicatorKind::ALL.iter().find(is_name);
        self.put("indicatorType", kind.map_or("", |kind| kind.id()));
        self.put("unit", if kind.is_some() { trim(unit) } else { cell });
    }

    /// All of it as the JSON of a plan, with what it has besides: actions under the goal before them, goals under the
    /// strategic goal before them, or under one without a title.
    pub(super) fn plan(self, mut plan: Fields) -> Value {
        let mut all: Vec<Node> = Vec::new();
        for (level, fields) in self.entries {
            let node = Node { fields, under: Vec::new() };
            if level == Level::Strategic || all.is_empty() {
                all.push(Node::default());
            }
            let Some(strategic) = all.last_mut() else { break };
            match strategic.under.last_mut() {
                _ if level == Level::Strategic => *strategic = node,
                Some(goal) if level == Level::Action => goal.under.push(node),
                _ => strategic.under.push(node),
            }
        }
        let all = all.into_iter().map(|strategic| strategic.into_value(&["goals", "actions"]));
        plan.push(("strategicGoals".into(), Value::List(all.collect())));
        Value::Object(plan)
    }
}

/// Something in a plan, and what stands under it.
#[derive(Default)]
struct Node {
    fields: Fields,
    under: Vec<Node>,
}

impl Node {
    /// As JSON has it, by the names of what stands under it and under that.
    fn into_value(self, names: &[&str]) -> Value {
        let Self { mut fields, under } = self;
        if let Some((name, names)) = names.split_first() {
            let under = under.into_iter().map(|node| node.into_value(names));
            fields.push(((*name).into(), Value::List(under.collect())));
        }
        nested(fields)
    }
}

/// Makes objects of the fields that belong to one.
fn nested(fields: Fields) -> Value {
    let mut objects = OBJECTS.map(|_| Fields::new());
    let mut all = Fields::new();
    for (name, value) in fields {
        let (outer, inner) = cut(&name, b'.').unwrap_or_default();
        match OBJECTS.iter().position(|object| *object == outer).and_then(|at| objects.get_mut(at)) {
            Some(object) => object.push((inner.into(), value)),
            None => all.push((name, value)),
        }
    }
    for (name, object) in OBJECTS.into_iter().zip(objects) {
        if !object.is_empty() {
            all.push((name.into(), Value::Object(object)));
        }
    }
    Value::Object(all)
}

/// The entries of a list, with these two characters between; a search for any text would weigh more than all of this.
fn parts<'a>(cell: &'a str, between: &str) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, pair) in cell.as_bytes().windows(2).enumerate() {
        if pair == between.as_bytes() {
            parts.push(trim(cell.get(start..at).unwrap_or_default()));
            start = at + 1;
        }
    }
    parts.push(trim(cell.get(start..).unwrap_or_default()));
    parts
}

/// A number as a program writes it, or in the language of the texts; what is none stays as it is, for the error.
fn number(cell: &str, texts: Option<&Texts>) -> Value {
    let cell = trim(cell);
    let language = texts.map_or(Language::NlBe, Texts::language);
    let read = if texts.is_none() { Decimal::from_plain(cell) } else { None };
    let Some(number) = read.or_else(|| Decimal::parse(cell, language).ok()) else { return Value::Text(cell.into()) };
    let mut digits = String::new();
    number.push(&mut digits, '.');
    Value::Number(digits)
}

fn baseline(cell: &str, texts: Option<&Texts>) -> Value {
    match texts {
        Some(texts) if cell == texts.get("goal.export.to-measure") => Value::Text(TO_MEASURE.into()),
        _ => number(cell, texts),
    }
}

/// A day and a number: `2027-01-31=58.5`, or in Markdown `31/01/2027: 58,5`.
fn measurement(part: &str, texts: Option<&Texts>) -> Value {
    let (date, value) = cut(part, if texts.is_some() { b':' } else { b'=' }).unwrap_or((part, ""));
    Value::Object(Vec::from([
        ("date".into(), Value::Text(day(trim(date)))),
        ("value".into(), number(trim(value), texts)),
    ]))
}

/// A day as people write it, `30/06/2026` or `30.06.2026`, as JSON has it; anything else as it is.
pub(super) fn day(cell: &str) -> String {
    let cell = trim(cell);
    let mut parts = [0_i16; 3];
    let mut at = 0;
    for byte in cell.bytes() {
        match (byte, parts.get_mut(at)) {
            (b'0'..=b'9', Some(part)) => *part = part.saturating_mul(10).saturating_add(i16::from(byte - b'0')),
            (b'/' | b'.' | b'-', Some(part)) if *part > 0 => at += 1,
            _ => return cell.into(),
        }
    }
    let [day, month, year] = parts;
    let small = i8::try_from(month).ok().zip(i8::try_from(day).ok()).filter(|_| at == 2 && year > 31);
    small.and_then(|(month, day)| ymd(year, month, day)).map_or_else(|| cell.into(), |number| iso(date(number)))
}
