//! Text with result codes in it, read line by line.

use alloc::string::String;
use alloc::vec::Vec;

use super::codes::{self, Again, Met};
use super::fold::tight;
use super::records::MOST_RECORD;
use super::{Outline, ProblemKind, Problems, Reading, Respondent, Responses, Row, TeamError};
use crate::content::cut;
use crate::knoster::Questionnaire;

/// So many respondents are kept at once. Who has more reads row by row.
const MOST_ROWS: usize = 100_000;

/// What is done with a row.
pub(super) type EachRow<'f> = &'f mut dyn FnMut(Row);

/// A text with codes.
pub(super) struct Codes {
    questionnaire: Questionnaire,
    line: String,
    number: u64,
    met: Met,
    pub(super) any: bool,
    pub(super) problems: Problems,
}

impl Codes {
    pub(super) fn new(questionnaire: Questionnaire) -> Self {
        Self {
            questionnaire,
            line: String::new(),
            number: 1,
            met: Met::default(),
            any: false,
            problems: Problems::default(),
        }
    }

    pub(super) fn push(&mut self, text: &str, own: Option<&Questionnaire>, each: EachRow<'_>) -> Result<(), TeamError> {
        let mut rest = text;
        while let Some((line, after)) = cut(rest, b'\n') {
            self.add(line)?;
            self.line_end(own, each);
            rest = after;
        }
        self.add(rest)
    }

    fn add(&mut self, text: &str) -> Result<(), TeamError> {
        if self.line.len() + text.len() > 2 * MOST_RECORD {
            return Err(TeamError::RowTooLong { row: self.number });
        }
        self.line.push_str(text);
        Ok(())
    }

    /// Reads the line that came so far.
    pub(super) fn line_end(&mut self, own: Option<&Questionnaire>, each: EachRow<'_>) {
        let line = core::mem::take(&mut self.line);
        let number = self.number;
        for (text, result) in codes::find(&line, own) {
            match result {
                Ok(code) if code.questionnaire() == &self.questionnaire => {
                    self.any = true;
                    meet(&mut self.met, &mut self.problems, text, number, None);
                    let (_, answers) = code.into_parts();
                    each(Row { number, answers, groups: Vec::new(), code: Some(text.into()) });
                }
                Ok(_) => self.problems.add(ProblemKind::OtherQuestionnaire, Some(number), None, text),
                Err(error) => self.problems.add(ProblemKind::UnreadableCode(error), Some(number), None, text),
            }
        }
        self.number += 1;
    }

    pub(super) fn finish(self) -> Outline {
        let Self { questionnaire, problems, .. } = self;
        Outline { questionnaire, groups: Vec::new(), mapping: Vec::new(), problems }
    }
}

/// Notes a code that was met before.
pub(super) fn meet(met: &mut Met, problems: &mut Problems, code: &str, row: u64, column: Option<usize>) {
    // Case and dashes do not make another code.
    let key = tight(code);
    match met.meet(&key, row) {
        Again::New => {}
        Again::Since(first) => problems.add(ProblemKind::DuplicateCode { first }, Some(row), column, code),
        Again::Full => problems.add(ProblemKind::DuplicatesNotChecked, Some(row), column, ""),
    }
}

/// The questionnaire that most codes answer; of equals the one that came first.
pub(super) fn most_answered(text: &str, own: Option<&Questionnaire>) -> Option<Questionnaire> {
    let mut met: Vec<(Questionnaire, usize)> = Vec::new();
    for line in text.lines() {
        for (_, code) in codes::find(line, own) {
            let Ok(code) = code else { continue };
            match met.iter_mut().find(|(known, _)| known == code.questionnaire()) {
                Some((_, count)) => *count += 1,
                None => met.push((code.questionnaire().clone(), 1)),
            }
        }
    }
    let most = met.iter().map(|(_, count)| *count).max()?;
    met.into_iter().find(|(_, count)| *count == most).map(|(questionnaire, _)| questionnaire)
}

/// Rows that are kept.
#[derive(Default)]
pub(super) struct Kept {
    rows: Vec<Row>,
    too_many: bool,
}

impl Kept {
    pub(super) fn add(&mut self, row: Row) {
        if self.rows.len() < MOST_ROWS {
            self.rows.push(row);
        } else {
            self.too_many = true;
        }
    }

    pub(super) fn reading(self, outline: Outline) -> Result<Reading, TeamError> {
        if self.too_many {
            return Err(TeamError::TooManyRows { most: MOST_ROWS });
        }
        let Outline { questionnaire, mut groups, mapping, problems } = outline;
        let respondent = |row: Row| Respondent {
            row: row.number,
            groups: groups.iter().map(|group| row.groups.get(group.place).copied().flatten()).collect(),
            answers: row.answers,
            code: row.code,
        };
        let respondents = self.rows.into_iter().map(respondent).collect();
        (0..).zip(&mut groups).for_each(|(place, group)| group.place = place);
        Ok(Reading { responses: Responses { questionnaire, respondents, groups }, mapping, problems })
    }
}
