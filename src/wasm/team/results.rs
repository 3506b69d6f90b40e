//! What goes out about responses. The doc comments reach the editor through the generated types.

use std::collections::BTreeMap;
use std::string::{String, ToString};
use std::vec::Vec;

use serde::Serialize;
use tsify::Tsify;

use crate::knoster::{Perspective, Variant};
use crate::survey::Answer;
use crate::team as domain;
use domain::{ColumnRole, MatchedBy, ProblemKind};

/// What was read of responses.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
#[tsify(hashmap_as_object)]
pub struct ResponsesReading {
    /// What people answered.
    responses: Responses,
    /// How each column was taken; empty for a text with codes.
    mapping: Vec<ColumnMapping>,
    /// What was not read, or has to be looked at: the first 500.
    problems: Vec<ResponseProblem>,
    /// How many more problems there are.
    more_problems: u32,
}

/// What several people answered to one questionnaire.
#[derive(Debug, Serialize, Tsify)]
pub struct Responses {
    /// From where the change was looked at.
    perspective: Perspective,
    /// Which elements were asked about.
    variant: Variant,
    /// The people. Nobody has a name.
    respondents: Vec<Respondent>,
    /// What people can be grouped by.
    groups: Vec<ResponseGroup>,
}

/// One person's answers.
#[derive(Debug, Serialize, Tsify)]
pub struct Respondent {
    /// The row, from 1, the headings being one; in a text with codes the line.
    row: u32,
    /// Answers by statement id; unanswered statements are left out.
    #[tsify(type = "Record<string, AnswerValue>")]
    answers: BTreeMap<String, Answer>,
    /// The group in each column of groups, by its name.
    #[tsify(type = "Record<string, string>")]
    groups: BTreeMap<String, String>,
    /// The result code, where there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    code: Option<String>,
}

/// A column whose few values part people into groups.
#[derive(Debug, Serialize, Tsify)]
pub struct ResponseGroup {
    /// The column, from 1.
    column: u32,
    /// The heading.
    name: String,
    /// The values.
    values: Vec<String>,
}

/// How a column was taken, or is to be taken.
#[derive(Debug, Serialize, Tsify)]
pub struct ColumnMapping {
    /// The column, from 1.
    column: u32,
    /// Its heading; when it is given, the column must have it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    header: Option<String>,
    /// What it is taken for.
    #[serde(rename = "as")]
    #[tsify(type = "\"statement\" | \"group\" | \"code\" | \"ignored\"")]
    role: &'static str,
    /// The statement's id, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    statement: Option<String>,
    /// How that was found; of no account in what is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "\"given\" | \"id\" | \"text\" | \"close\" | \"heading\" | \"values\" | \"nothing\"")]
    by: Option<&'static str>,
    /// With `close`: how near the heading is to the statement, from 80 to 99.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    similarity: Option<u8>,
}

/// Something that was not read, or that someone has to look at.
#[derive(Debug, Serialize, Tsify)]
pub struct ResponseProblem {
    /// What kind of problem it is.
    #[tsify(type = "ResponseProblemCode")]
    code: &'static str,
    /// The row, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    row: Option<u32>,
    /// The column, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    column: Option<u32>,
    /// What stands there, at most 80 characters of it.
    value: String,
    /// The sentence for a developer.
    message: String,
    /// With `unsure-column` and `twin-column`: the ids of the statements.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    statements: Option<Vec<String>>,
    /// With `unreadable-code`: the code of what is wrong with it, as `decodeAnswers` throws it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional, type = "ErrorCode")]
    reason: Option<&'static str>,
    /// With `duplicate-code`: the row where it came first.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    first: Option<u32>,
}

/// A count as JavaScript has it.
fn count(number: impl TryInto<u32>) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}

impl ResponsesReading {
    pub(super) fn new(reading: domain::Reading) -> Self {
        let domain::Reading { responses, mapping, problems } = reading;
        Self {
            mapping: mapping.into_iter().map(ColumnMapping::new).collect(),
            more_problems: count(problems.more()),
            problems: problems.kept().iter().map(ResponseProblem::new).collect(),
            responses: Responses::new(responses),
        }
    }
}

impl Responses {
    fn new(responses: domain::Responses) -> Self {
        let domain::Responses { questionnaire, respondents, groups } = responses;
        let respondent = |one: domain::Respondent| {
            let answered = questionnaire.answered(&one.answers).filter(|(_, answer)| *answer != Answer::Unanswered);
            let of_group = |(group, value): (&domain::GroupColumn, Option<usize>)| {
                value.and_then(|value| group.values.get(value)).map(|value| (group.name.clone(), value.clone()))
            };
            Respondent {
                row: count(one.row),
                answers: answered.map(|(statement, answer)| (statement.id().into(), answer)).collect(),
                groups: groups.iter().zip(one.groups).filter_map(of_group).collect(),
                code: one.code,
            }
        };
        Self {
            perspective: questionnaire.perspective(),
            variant: questionnaire.variant(),
            respondents: respondents.into_iter().map(respondent).collect(),
            groups: groups
                .iter()
                .map(|group| ResponseGroup {
                    column: count(group.column),
                    name: group.name.clone(),
                    values: group.values.clone(),
                })
                .collect(),
        }
    }
}

impl ColumnMapping {
    fn new(mapping: domain::ColumnMapping) -> Self {
        Self {
            column: count(mapping.column),
            header: mapping.header,
            role: mapping.role.id(),
            by: Some(mapping.by.id()),
            similarity: match mapping.by {
                MatchedBy::Close { similarity } => Some(similarity),
                _ => None,
            },
            statement: match mapping.role {
                ColumnRole::Statement(id) => Some(id),
                _ => None,
            },
        }
    }
}

impl ResponseProblem {
    fn new(problem: &domain::Problem) -> Self {
        let kind = problem.kind();
        Self {
            code: kind.code(),
            row: problem.row().map(count),
            column: problem.column().map(count),
            value: problem.value().into(),
            message: problem.to_string(),
            statements: match kind {
                ProblemKind::UnsureColumn { candidates } => Some(candidates.clone()),
                ProblemKind::TwinColumn { statement } => Some(vec![statement.clone()]),
                _ => None,
            },
            reason: match kind {
                ProblemKind::UnreadableCode(error) => Some(error.code()),
                _ => None,
            },
            first: match kind {
                ProblemKind::DuplicateCode { first } => Some(count(*first)),
                _ => None,
            },
        }
    }
}
