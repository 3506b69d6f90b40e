//! What was read of a team's answers, as it travels from the part that reads tables to the widget.
//!
//! Records stand apart by [`RECORD`] and their fields by [`FIELD`]; the first letter says what a record is about.

use alloc::string::String;
use alloc::vec::Vec;

use super::reply::FIELD;
use crate::chart::whole;
use crate::content::split;
use crate::knoster::{Perspective, Questionnaire, Variant};
use crate::survey::Answer;
use crate::team::{ColumnMapping, ColumnRole, GroupColumn, ProblemKind, Reading, Respondent, Responses};

const RECORD: u8 = 0x1e;

/// What was read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Answers {
    pub(super) responses: Responses,
    pub(super) mapping: Vec<ColumnMapping>,
    pub(super) problems: Vec<Fault>,
    /// How many more problems there are.
    pub(super) more: u32,
}

/// A problem: its code, where it is, and what stands there. What is not known is nought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) code: String,
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) value: String,
    /// Where a code came first, or how many cells there should be; and how many there are.
    pub(super) first: u32,
    pub(super) second: u32,
}

impl Answers {
    pub(super) fn of(reading: Reading) -> Self {
        let mut problems = Vec::new();
        for problem in reading.problems.kept() {
            let (first, second) = match problem.kind() {
                ProblemKind::DuplicateCode { first } => (*first as u32, 0),
                ProblemKind::RowLength { expected, found } => (*expected as u32, *found as u32),
                _ => (0, 0),
            };
            problems.push(Fault {
                code: problem.kind().code().into(),
                row: problem.row().unwrap_or_default() as u32,
                column: problem.column().unwrap_or_default() as u32,
                value: problem.value().into(),
                first,
                second,
            });
        }
        let more = reading.problems.more() as u32;
        Self { responses: reading.responses, mapping: reading.mapping, problems, more }
    }

    /// Writes it down.
    #[cfg(any(feature = "widget-team-responses", test))]
    pub(super) fn write(&self) -> String {
        let mut out = String::new();
        let questionnaire = &self.responses.questionnaire;
        record(&mut out, 'q', &[questionnaire.perspective().id(), questionnaire.variant().id()]);
        for column in &self.mapping {
            let header = column.header.as_deref().unwrap_or_default();
            record(&mut out, 'm', &[&whole(column.column), header, &role_name(&column.role)]);
        }
        for fault in &self.problems {
            let Fault { code, row, column, value, first, second } = fault;
            let [row, column, first, second] = [row, column, first, second].map(|number| whole(*number as usize));
            record(&mut out, 'p', &[code, &row, &column, &first, &second, value]);
        }
        record(&mut out, '+', &[&whole(self.more as usize)]);
        for group in &self.responses.groups {
            let mut fields = Vec::from([whole(group.column), group.name.clone()]);
            fields.extend(group.values.iter().cloned());
            record(&mut out, 'g', &fields.iter().map(String::as_str).collect::<Vec<_>>());
        }
        for person in &self.responses.respondents {
            let bits: String = person.answers.iter().map(|answer| char::from(b'0' + answer.to_bits())).collect();
            let mut fields = Vec::from([whole(person.row as usize), bits]);
            // From 1, so that nought is none.
            fields.extend(person.groups.iter().map(|place| place.map_or(String::from("0"), |place| whole(place + 1))));
            record(&mut out, 'r', &fields.iter().map(String::as_str).collect::<Vec<_>>());
        }
        out
    }

    /// Reads it back; none of another form.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut records = split(text, RECORD);
        let mut head = split(records.next()?.strip_prefix('q')?, FIELD);
        let perspective = Perspective::from_id(head.next()?)?;
        let questionnaire = Questionnaire::standard(perspective, Variant::from_id(head.next()?)?);
        let responses = Responses { questionnaire, respondents: Vec::new(), groups: Vec::new() };
        let mut read = Self { responses, mapping: Vec::new(), problems: Vec::new(), more: 0 };
        for record in records {
            let mut letters = record.chars();
            let kind = letters.next();
            let mut fields = split(letters.as_str(), FIELD);
            let mut next = || fields.next().unwrap_or_default();
            match kind? {
                'm' => {
                    let (column, header, role_of) = (number(next()), next(), role(next()));
                    let mut mapping = ColumnMapping::new(column as usize, role_of.unwrap_or(ColumnRole::Ignored));
                    mapping.header = Some(header.into());
                    read.mapping.push(mapping);
                }
                'p' => {
                    let code = next().into();
                    let [row, column, first, second] = [(); 4].map(|()| number(next()));
                    read.problems.push(Fault { code, row, column, first, second, value: next().into() });
                }
                '+' => read.more = number(next()),
                'g' => {
                    let place = read.responses.groups.len();
                    let mut group = GroupColumn::new(number(next()) as usize, next().into(), place);
                    group.values.extend(fields.map(String::from));
                    read.responses.groups.push(group);
                }
                'r' => {
                    let (row, bits) = (number(next()).into(), next());
                    let mut answers = read.responses.questionnaire.blank();
                    for (place, bits) in bits.bytes().enumerate() {
                        answers.set(place, Answer::from_bits(bits.wrapping_sub(b'0')));
                    }
                    let groups = fields.map(|place| (number(place) as usize).checked_sub(1)).collect();
                    read.responses.respondents.push(Respondent { row, answers, groups, code: None });
                }
                _ => return None,
            }
        }
        Some(read)
    }
}

/// What a role is called in a field: the id of a statement, or `*` and the id of another role; nothing is no correction.
pub(super) fn role(given: &str) -> Option<ColumnRole> {
    Some(match given {
        "" => return None,
        "*group" => ColumnRole::Group,
        "*code" => ColumnRole::Code,
        "*ignored" => ColumnRole::Ignored,
        id => ColumnRole::Statement(id.into()),
    })
}

/// The same the other way around.
pub(super) fn role_name(role: &ColumnRole) -> String {
    match role {
        ColumnRole::Statement(id) => id.clone(),
        other => ["*", other.id()].concat(),
    }
}

/// What to read, beside the text itself: whose statements where that is known, and what was corrected.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Question {
    pub(super) questionnaire: Option<Questionnaire>,
    pub(super) mapping: Vec<ColumnMapping>,
    pub(super) meanings: Vec<(String, Answer)>,
    /// Rows that do not count, for a file.
    pub(super) left_out: Vec<u32>,
}

impl Question {
    /// Writes it down.
    pub(super) fn write(&self) -> String {
        let mut out = String::new();
        match &self.questionnaire {
            Some(of) => record(&mut out, 'q', &[of.perspective().id(), of.variant().id()]),
            None => record(&mut out, 'q', &[]),
        }
        for column in &self.mapping {
            let header = column.header.as_deref().unwrap_or_default();
            record(&mut out, 'm', &[&whole(column.column), header, &role_name(&column.role)]);
        }
        for (value, answer) in &self.meanings {
            record(&mut out, 'a', &[value, answer.id()]);
        }
        for row in &self.left_out {
            record(&mut out, 'x', &[&whole(*row as usize)]);
        }
        out
    }

    /// Reads it back; what is of another form is passed over.
    #[cfg(any(feature = "widget-team-responses", test))]
    pub(super) fn read(text: &str) -> Self {
        let mut read = Self::default();
        for record in split(text, RECORD) {
            let mut letters = record.chars();
            let kind = letters.next();
            let mut fields = split(letters.as_str(), FIELD);
            let mut next = || fields.next().unwrap_or_default();
            match kind {
                Some('q') => {
                    let of = (Perspective::from_id(next()), Variant::from_id(next()));
                    if let (Some(perspective), Some(variant)) = of {
                        read.questionnaire = Some(Questionnaire::standard(perspective, variant));
                    }
                }
                Some('m') => {
                    let (column, header, role_of) = (number(next()), next(), role(next()));
                    let Some(role_of) = role_of else { continue };
                    let mut mapping = ColumnMapping::new(column as usize, role_of);
                    mapping.header = Some(header.into()).filter(|header: &String| !header.is_empty());
                    read.mapping.push(mapping);
                }
                Some('a') => {
                    let (value, answer) = (next(), Answer::from_id(next()));
                    read.meanings.extend(answer.map(|answer| (value.into(), answer)));
                }
                Some('x') => read.left_out.push(number(next())),
                _ => {}
            }
        }
        read
    }
}

/// Writes a record; what people typed holds no marks of ours.
fn record(out: &mut String, kind: char, fields: &[&str]) {
    if !out.is_empty() {
        out.push(char::from(RECORD));
    }
    out.push(kind);
    for (place, field) in fields.iter().enumerate() {
        if place > 0 {
            out.push(char::from(FIELD));
        }
        out.extend(field.chars().map(|character| if character < ' ' { ' ' } else { character }));
    }
}

fn number(text: &str) -> u32 {
    text.bytes().fold(0, |number: u32, digit| number.wrapping_mul(10).wrapping_add(u32::from(digit.wrapping_sub(b'0'))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Texts;
    use crate::team::{ReadOptions, read_responses};

    #[test]
    fn what_was_read_travels_as_text() {
        let table = "staff-vision-1;team;staff-plan-1\n4;Noord;?\n9;Zuid\n5;Noord;mja\n;;3\n";
        let reading = read_responses(table, &ReadOptions::new(&Texts::included())).unwrap();
        let answers = Answers::of(reading);
        let again = Answers::read(&answers.write()).unwrap();
        assert_eq!((&again.responses, &again.problems, again.more), (&answers.responses, &answers.problems, 0));
        assert_eq!(again.problems.len(), 3);
        let roles = |answers: &Answers| answers.mapping.iter().map(|of| of.role.clone()).collect::<Vec<_>>();
        assert_eq!(roles(&again), roles(&answers));
        for nonsense in ["", "x", "q", "qstaff\u{1f}seven", "qstaff\u{1f}five\u{1e}z"] {
            assert_eq!(Answers::read(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn a_question_travels_as_text() {
        let mut mapping = ColumnMapping::new(12, ColumnRole::Statement("staff-plan-1".into()));
        mapping.header = Some("Hoe gaat het?".into());
        let question = Question {
            questionnaire: Some(Questionnaire::standard(Perspective::School, Variant::Consensus)),
            mapping: [mapping, ColumnMapping::new(3, ColumnRole::Group)].into(),
            meanings: [("ja; hoor".into(), Answer::from_bits(5)), ("nee".into(), Answer::Unanswered)].into(),
            left_out: [3, 70_000].into(),
        };
        assert_eq!(Question::read(&question.write()), question);
        assert_eq!(Question::read(&Question::default().write()), Question::default());
    }

    #[test]
    fn roles_have_names() {
        for role_of in [ColumnRole::Group, ColumnRole::Code, ColumnRole::Ignored, ColumnRole::Statement("x".into())] {
            assert_eq!(role(&role_name(&role_of)), Some(role_of));
        }
    }
}
