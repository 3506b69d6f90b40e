//! A filled-in questionnaire as CSV.

use alloc::string::String;

use super::{Answers, Questionnaire};
use crate::content::{Texts, push_cell};
use crate::survey::Answer;

impl Questionnaire {
    /// The statements with their answers as CSV (RFC 4180) with a heading row, in one language.
    ///
    /// A cell that a spreadsheet would run as a formula gets an apostrophe before it.
    pub fn to_csv(&self, answers: &Answers, texts: &Texts, change: &str) -> String {
        let mut csv = String::from("id,element,statement,answer,label\r\n");
        for (statement, answer) in self.answered(answers) {
            let label = texts.of_id("report.answer.", answer.id(), "");
            let value = if answer == Answer::Unanswered { "" } else { answer.id() };
            let text = statement.text(texts, change);
            let cells = [statement.id(), statement.element().id(), &text, value, label];
            for (index, cell) in cells.into_iter().enumerate() {
                if index > 0 {
                    csv.push(',');
                }
                push_cell(&mut csv, cell);
            }
            csv.push_str("\r\n");
        }
        csv
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Language;
    use crate::knoster::{ChangeElement, Perspective, Statement, Variant};

    fn hostile() -> Questionnaire {
        let statements = Variant::Five.elements().iter().flat_map(|element| {
            let text = if *element == ChangeElement::Vision { "=1+1;\"x\", {change}" } else { "Gewoon." };
            ["-a", "-b"].map(|end| Statement::new([element.id(), end].concat(), *element, text))
        });
        Questionnaire::own(Perspective::Staff, Variant::Five, statements.collect()).unwrap()
    }

    #[test]
    fn a_formula_in_a_cell_is_text() {
        let questionnaire = hostile();
        let texts = Texts::parse(Language::En, "report.answer.2\tRather, no\n".into());
        let answers = questionnaire.answers([("vision-a", Answer::from_value(2).unwrap())]).unwrap();
        let csv = questionnaire.to_csv(&answers, &texts, "@x");
        let line = csv.lines().nth(1).unwrap();
        assert_eq!(line, "vision-a,vision,\"'=1+1;\"\"x\"\", @x\",2,\"Rather, no\"");
    }
}
