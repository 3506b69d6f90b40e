//! What was given of one round: the text, what was read in it, and what was corrected.

use alloc::string::String;
use alloc::vec::Vec;

use crate::content::{Texts, trim};
use crate::knoster::Questionnaire;
use crate::survey::Answer;
use crate::team::{ColumnMapping, ColumnRole, ReadOptions, Reading, Responses, TeamError, read_responses};

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sheet {
    pub(super) text: String,
    /// The name of the file that it comes from; empty for what was typed or pasted.
    pub(super) file: String,
    /// What was corrected of columns, of what cells mean, and of rows that count no more.
    pub(super) mapping: Vec<ColumnMapping>,
    pub(super) meanings: Vec<(String, Answer)>,
    pub(super) left_out: Vec<u64>,
    /// What was read; none of nothing.
    pub(super) reading: Option<Result<Reading, TeamError>>,
}

impl Sheet {
    pub(super) fn is_blank(&self) -> bool {
        trim(&self.text).is_empty()
    }

    /// Takes another text. Corrections of columns and rows go with the old one, those of words stay: they mean the same.
    pub(super) fn write(&mut self, text: &str, file: &str) {
        self.text = text.into();
        self.file = file.into();
        self.left_out.clear();
        if self.is_blank() {
            self.mapping.clear();
            self.meanings.clear();
        }
    }

    /// Whether it may be a table, which is read by words; codes are not.
    pub(super) fn wants_words(&self) -> bool {
        self.text.bytes().any(|byte| matches!(byte, b',' | b';' | b'\t' | b'{'))
    }

    /// Reads it, with what was corrected as far as that fits the text as it is now.
    pub(super) fn read(&mut self, known: &[Texts], questionnaire: Option<&Questionnaire>) {
        if self.is_blank() {
            self.reading = None;
            return;
        }
        let mut options = ReadOptions::new(known).meaning(self.meanings.clone());
        if let Some(questionnaire) = questionnaire {
            options = options.answering(questionnaire.clone());
        }
        let mut reading = read_responses(&self.text, &options.clone().mapped(self.mapping.clone()));
        if let Err(TeamError::Mapping { .. }) = reading {
            self.mapping.clear();
            reading = read_responses(&self.text, &options);
        }
        self.reading = Some(reading);
    }

    pub(super) fn known(&self) -> Option<&Reading> {
        self.reading.as_ref()?.as_ref().ok()
    }

    pub(super) fn fault(&self) -> Option<&TeamError> {
        self.reading.as_ref()?.as_ref().err()
    }

    /// Whose answers count.
    pub(super) fn responses(&self) -> Option<Responses> {
        let mut responses = self.known()?.responses.clone();
        responses.respondents.retain(|respondent| !self.left_out.contains(&respondent.row));
        Some(responses)
    }

    /// How many people's answers count.
    pub(super) fn people(&self) -> usize {
        let count = |reading: &Reading| {
            reading.responses.respondents.iter().filter(|person| !self.left_out.contains(&person.row)).count()
        };
        self.known().map_or(0, count)
    }

    /// Takes a column for something else, as [`role`] names it. What another column was taken for it gives up.
    pub(super) fn map(&mut self, column: usize, given: &str) {
        let Some(reading) = self.known() else { return };
        let role = role(given);
        let mut changed = Vec::new();
        for known in &reading.mapping {
            if known.column == column {
                changed.extend(role.clone().map(|role| (known.column, known.header.clone(), role)));
            } else if matches!(&known.role, ColumnRole::Statement(_)) && Some(&known.role) == role.as_ref() {
                changed.push((known.column, known.header.clone(), ColumnRole::Ignored));
            }
        }
        self.mapping.retain(|known| known.column != column);
        for (column, header, role) in changed {
            self.mapping.retain(|known| known.column != column);
            let mut mapping = ColumnMapping::new(column, role);
            mapping.header = header;
            self.mapping.push(mapping);
        }
    }

    /// What a value means from now on, wherever it stands.
    pub(super) fn mean(&mut self, problem: usize, answer: &str) {
        let Some(value) = self.value(problem) else { return };
        self.meanings.retain(|(known, _)| *known != value);
        if let Some(answer) = Answer::from_id(answer).filter(|_| !answer.is_empty()) {
            self.meanings.push((value, answer));
        }
    }

    /// Puts a code right where it stands.
    pub(super) fn correct(&mut self, problem: usize, code: &str) {
        let (Some(value), code) = (self.value(problem), trim(code)) else { return };
        if let Some(at) = self.text.find(&value).filter(|_| !code.is_empty() && !value.is_empty()) {
            self.text.replace_range(at..at + value.len(), code);
        }
    }

    /// Leaves the row of a problem out, or takes it up again.
    pub(super) fn count_once(&mut self, problem: usize) {
        let row = self.known().and_then(|reading| reading.problems.kept().get(problem)).and_then(|found| found.row());
        let Some(row) = row else { return };
        let before = self.left_out.len();
        self.left_out.retain(|known| *known != row);
        if self.left_out.len() == before {
            self.left_out.push(row);
        }
    }

    fn value(&self, problem: usize) -> Option<String> {
        self.known()?.problems.kept().get(problem).map(|problem| problem.value().into())
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

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    fn read(text: &str) -> Sheet {
        let mut sheet = Sheet::default();
        sheet.write(text, "");
        sheet.read(&Texts::included(), None);
        sheet
    }

    fn again(sheet: &mut Sheet) {
        sheet.read(&Texts::included(), None);
    }

    #[test]
    fn what_a_value_means_holds_wherever_it_stands() {
        let mut sheet = read("staff-vision-1;staff-vision-2\nzoiets;2\nzoiets;4\n");
        assert_eq!(sheet.known().unwrap().problems.kept().len(), 2);
        sheet.mean(1, "4");
        again(&mut sheet);
        let reading = sheet.known().unwrap();
        assert!(reading.problems.is_empty());
        let fours = reading.responses.respondents.iter().filter(|person| person.answers.get(0).id() == "4");
        assert_eq!(fours.count(), 2);
    }

    #[test]
    fn a_column_is_corrected_and_the_one_that_had_it_gives_it_up() {
        let mut sheet = read("staff-vision-1;iets\n1;5\n2;4\n");
        sheet.map(2, "staff-vision-1");
        again(&mut sheet);
        let first = |sheet: &Sheet| sheet.known().unwrap().responses.respondents[0].answers.get(0).id();
        assert_eq!(first(&sheet), "5");
        sheet.map(2, "");
        sheet.map(1, "staff-vision-1");
        again(&mut sheet);
        assert_eq!(first(&sheet), "1");
        // Another table has other columns.
        sheet.write("staff-plan-1\n3\n", "");
        again(&mut sheet);
        assert_eq!(sheet.people(), 1);
    }

    #[test]
    fn a_row_can_count_no_more() {
        let code = "staff-vision-1;groep\n1;a\n2;b\n9;c\n";
        let mut sheet = read(code);
        assert_eq!(sheet.people(), 3);
        sheet.count_once(0);
        assert_eq!((sheet.people(), sheet.responses().unwrap().respondents.len()), (2, 2));
        sheet.count_once(0);
        assert_eq!(sheet.people(), 3);
        sheet.count_once(7);
    }

    #[test]
    fn roles_have_names() {
        for role_of in [ColumnRole::Group, ColumnRole::Code, ColumnRole::Ignored, ColumnRole::Statement("x".into())] {
            assert_eq!(role(&role_name(&role_of)), Some(role_of));
        }
    }
}
