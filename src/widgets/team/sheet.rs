//! What was given of one round: the text, what was read in it, and what was corrected.

use alloc::string::String;
use alloc::vec::Vec;

use crate::content::trim;
use crate::knoster::Questionnaire;
use crate::survey::Answer;
use crate::team::{ColumnMapping, ColumnRole, Respondent, Responses};
use crate::widgets::answers::{Answers, Fault, Question, role};

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sheet {
    pub(super) text: String,
    /// The name of the file that it comes from; empty for what was typed or pasted.
    pub(super) file: String,
    /// What was corrected of columns, of what cells mean, and of rows that count no more.
    mapping: Vec<ColumnMapping>,
    meanings: Vec<(String, Answer)>,
    pub(super) left_out: Vec<u32>,
    pub(super) read: Read,
    /// The number of the question that was asked last about this round, so that an old answer is let go.
    asked: u32,
}

/// Stands between the parts of what is asked and stored; nobody types it.
pub(super) const PART: char = '\u{1D}';

/// What came of reading.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Read {
    /// There is nothing to read.
    #[default]
    Nothing,
    /// The part that reads tables was asked.
    Waiting,
    Known(Answers),
    /// Nothing could be made of it, by this code.
    Refused(String),
}

impl Sheet {
    pub(super) fn is_blank(&self) -> bool {
        trim(&self.text).is_empty()
    }

    /// Takes another text. Corrections of rows go with the old one; those of words and columns stay where they still fit.
    pub(super) fn write(&mut self, text: &str, file: &str) {
        self.text =
            text.chars().map(|character| if character < '\t' || character == PART { ' ' } else { character }).collect();
        self.file = file.into();
        self.left_out.clear();
        if self.is_blank() {
            self.mapping.clear();
            self.meanings.clear();
        }
    }

    /// Has it read: gives the number of the question and the question, where there is something to read.
    pub(super) fn start(&mut self, questionnaire: Option<&Questionnaire>) -> Option<(u32, String)> {
        self.asked = self.asked.wrapping_add(1);
        if self.is_blank() {
            self.read = Read::Nothing;
            return None;
        }
        self.read = Read::Waiting;
        Some((self.asked, self.question(questionnaire)))
    }

    /// What to read in it, and how.
    pub(super) fn question(&self, questionnaire: Option<&Questionnaire>) -> String {
        let (mapping, meanings) = (self.mapping.clone(), self.meanings.clone());
        Question { questionnaire: questionnaire.cloned(), mapping, meanings, left_out: self.left_out.clone() }.write()
    }

    /// Takes the answer to a question; whether it is the one that was waited for.
    pub(super) fn answered(&mut self, asked: u32, answer: &str) -> bool {
        if asked != self.asked || self.read != Read::Waiting {
            return false;
        }
        self.read = match answer.strip_prefix('!') {
            Some(code) => Read::Refused(code.into()),
            None => Answers::read(answer).map_or_else(|| Read::Refused("internal".into()), Read::Known),
        };
        true
    }

    pub(super) fn known(&self) -> Option<&Answers> {
        match &self.read {
            Read::Known(answers) => Some(answers),
            _ => None,
        }
    }

    /// Whose answers count.
    pub(super) fn responses(&self) -> Option<Responses> {
        let mut responses = self.known()?.responses.clone();
        responses.respondents.retain(|person| self.counts(person));
        Some(responses)
    }

    /// How many people's answers count.
    pub(super) fn people(&self) -> usize {
        let known = self.known().map(|answers| answers.responses.respondents.as_slice()).unwrap_or_default();
        known.iter().filter(|person| self.counts(person)).count()
    }

    fn counts(&self, person: &Respondent) -> bool {
        !self.left_out.contains(&(person.row as u32))
    }

    /// Takes a column for something else, as [`role`] names it. What another column was taken for it gives up.
    pub(super) fn map(&mut self, column: usize, given: &str) {
        let Some(answers) = self.known() else { return };
        let wanted = role(given);
        let mut changed = Vec::new();
        for known in &answers.mapping {
            let twin = matches!(&known.role, ColumnRole::Statement(_)) && Some(&known.role) == wanted.as_ref();
            let other = if known.column == column { wanted.clone() } else { twin.then_some(ColumnRole::Ignored) };
            changed.extend(other.map(|role| {
                let mut mapping = ColumnMapping::new(known.column, role);
                mapping.header.clone_from(&known.header);
                mapping
            }));
        }
        self.mapping
            .retain(|known| known.column != column && !changed.iter().any(|other| other.column == known.column));
        self.mapping.append(&mut changed);
    }

    /// What a value means from now on, wherever it stands.
    pub(super) fn mean(&mut self, problem: usize, answer: &str) {
        let Some(value) = self.fault(problem).map(|fault| fault.value.clone()) else { return };
        self.meanings.retain(|(known, _)| *known != value);
        if let Some(answer) = Answer::from_id(answer).filter(|_| !answer.is_empty()) {
            self.meanings.push((value, answer));
        }
    }

    /// Puts a code right where it stands.
    pub(super) fn correct(&mut self, problem: usize, code: &str) {
        let (Some(fault), code) = (self.fault(problem), trim(code)) else { return };
        let value = fault.value.as_bytes();
        let at = self.text.as_bytes().windows(value.len().max(1)).position(|part| part == value);
        if let Some(at) = at.filter(|_| !code.is_empty()) {
            self.text.replace_range(at..at + value.len(), code);
        }
    }

    /// Leaves the row of a problem out, or takes it up again.
    pub(super) fn count_once(&mut self, problem: usize) {
        let Some(row) = self.fault(problem).map(|fault| fault.row) else { return };
        match self.left_out.iter().position(|known| *known == row) {
            Some(place) => _ = self.left_out.remove(place),
            None => self.left_out.push(row),
        }
    }

    fn fault(&self, problem: usize) -> Option<&Fault> {
        self.known()?.problems.get(problem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widgets::team::state::tests::answer;

    fn read(text: &str) -> Sheet {
        let mut sheet = Sheet::default();
        sheet.write(text, "");
        again(&mut sheet);
        sheet
    }

    fn again(sheet: &mut Sheet) {
        if let Some((number, question)) = sheet.start(None) {
            assert!(sheet.answered(number, &answer(&question, &sheet.text.clone())));
        }
    }

    #[test]
    fn what_a_value_means_holds_wherever_it_stands() {
        let mut sheet = read("staff-vision-1;staff-vision-2\nzoiets;2\nzoiets;4\n");
        assert_eq!(sheet.known().unwrap().problems.len(), 2);
        sheet.mean(1, "4");
        again(&mut sheet);
        let answers = sheet.known().unwrap();
        assert!(answers.problems.is_empty());
        let fours = answers.responses.respondents.iter().filter(|person| person.answers.get(0).id() == "4");
        assert_eq!(fours.count(), 2);
    }

    #[test]
    fn a_column_is_corrected_and_the_one_that_had_it_gives_it_up() {
        let mut sheet = read("staff-vision-1;iets\n1;5\n2;4\n");
        sheet.map(2, "staff-vision-1");
        again(&mut sheet);
        let first = |sheet: &Sheet| sheet.known().unwrap().responses.respondents[0].answers.get(0).id();
        assert_eq!(first(&sheet), "5");
        sheet.map(1, "staff-vision-1");
        again(&mut sheet);
        assert_eq!(first(&sheet), "1");
        // Another table has other columns.
        sheet.write("staff-plan-1;x\n3;4\n", "");
        again(&mut sheet);
        assert_eq!(sheet.people(), 1);
    }

    #[test]
    fn a_row_can_count_no_more() {
        let mut sheet = read("staff-vision-1;groep\n1;a\n2;b\n9;c\n");
        assert_eq!(sheet.people(), 3);
        sheet.count_once(0);
        assert_eq!((sheet.people(), sheet.responses().unwrap().respondents.len()), (2, 2));
        sheet.count_once(0);
        assert_eq!(sheet.people(), 3);
        sheet.count_once(7);
    }

    #[test]
    fn a_code_is_put_right_where_it_stands() {
        let mut sheet = read("2000-0000-2000-0000-08HY\n2000-0000-2000-0000-08HX");
        assert_eq!((sheet.people(), sheet.known().unwrap().problems.len()), (1, 1));
        sheet.correct(0, " 2000-0000-2000-0000-08HY ");
        again(&mut sheet);
        // Now it stands there twice, which is said.
        assert_eq!((sheet.people(), sheet.known().unwrap().problems[0].code.as_str()), (2, "duplicate-code"));
        sheet.count_once(0);
        assert_eq!(sheet.people(), 1);
    }

    #[test]
    fn an_old_answer_is_let_go() {
        let mut sheet = Sheet::default();
        sheet.write("a;b", "");
        let (first, _) = sheet.start(None).unwrap();
        sheet.write("a;b\n1;2", "");
        let (second, _) = sheet.start(None).unwrap();
        assert!(!sheet.answered(first, "!responses-not-found") && sheet.read == Read::Waiting);
        assert!(sheet.answered(second, "!responses-not-found") && !sheet.answered(second, "!x"));
        assert_eq!(sheet.read, Read::Refused("responses-not-found".into()));
    }
}
