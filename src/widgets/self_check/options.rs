//! Reads what a page gives: the options of the element, a partner's statements, and answers.

use alloc::string::String;
use alloc::vec::Vec;

use crate::chart::whole;
use crate::content::{Language, cut, split};
use crate::knoster::{Answers, ChangeElement, KnosterError, Perspective, Questionnaire, Statement, Variant};
use crate::survey::Answer;
use crate::widgets::options::Common;

/// What is wrong: a code, where, and what was given there.
pub(super) type Fault<'a> = (&'static str, &'a str, &'a str);

/// The options of a self-check.
///
/// They come as lines of a name, a tab and a value: `lang`, `pageLang`, `perspective`, `variant`, `change` and `store`. A
/// partner's statements are lines of `statement` and, after tabs, an id, an element, `gap` or nothing, and then a
/// language (or nothing, for all of them) and a text, once or more. `statements` alone says that the page gives some, so
/// that none at all is not taken for ours.
#[derive(Default)]
pub(super) struct Options<'a> {
    pub(super) common: Common,
    pub(super) perspective: Perspective,
    pub(super) variant: Variant,
    pub(super) change: Option<String>,
    pub(super) own: Option<Vec<Statement>>,
    /// Options that are not known, and the first statement that cannot be read; they were passed over.
    pub(super) faults: Vec<Fault<'a>>,
}

impl<'a> Options<'a> {
    pub(super) fn read(lines: &'a str) -> Self {
        let mut read = Self::default();
        for line in split(lines, b'\n') {
            let (name, value) = cut(line, b'\t').unwrap_or((line, ""));
            let mut wrong = None;
            match name {
                "perspective" => {
                    let known = Perspective::from_id(value);
                    wrong = known.is_none().then_some("unknown-perspective");
                    read.perspective = known.unwrap_or_default();
                }
                "variant" => {
                    let known = Variant::from_id(value);
                    wrong = known.is_none().then_some("unknown-variant");
                    read.variant = known.unwrap_or_default();
                }
                "change" => read.change = Some(value.into()),
                "statements" => read.own = Some(Vec::new()),
                "statement" => {
                    let own = read.own.get_or_insert_default();
                    // One that cannot be read makes the questionnaire unusable where it stands.
                    own.push(statement(value).unwrap_or_else(|| Statement::new("", ChangeElement::Vision, "")));
                }
                _ => wrong = read.common.take(name, value),
            }
            if let Some(code) = wrong {
                read.faults.push((code, name, value));
            }
        }
        read
    }
}

fn statement(line: &str) -> Option<Statement> {
    let mut parts = split(line, b'\t');
    let (id, element, gap, language, text) =
        (parts.next()?, parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let mut statement = Statement::new(id, ChangeElement::from_id(element)?, text);
    if gap == "gap" {
        statement = statement.revealing_gap();
    }
    if !language.is_empty() {
        statement = statement.translated(Language::from_tag(language)?, text);
    }
    while let (Some(language), Some(text)) = (parts.next(), parts.next()) {
        statement = statement.translated(Language::from_tag(language)?, text);
    }
    Some(statement)
}

/// Reads answers, a line each: an id, a tab, and an answer or nothing.
pub(super) fn answers<'a>(questionnaire: &Questionnaire, lines: &'a str) -> Result<Answers, Fault<'a>> {
    let mut answers = questionnaire.blank();
    for line in split(lines, b'\n') {
        let Some((id, value)) = cut(line, b'\t') else { continue };
        let Some(answer) = Answer::from_id(value) else {
            return Err(("answer-out-of-range", id, value));
        };
        let Some(index) = questionnaire.statements().iter().position(|statement| statement.id() == id) else {
            return Err(("unknown-statement", "answers", id));
        };
        answers.set(index, answer);
    }
    Ok(answers)
}

/// Where an error is, and what was given there.
pub(super) fn place(error: &KnosterError) -> (String, String) {
    match error {
        KnosterError::Statement { index, .. } => (["statements[", &whole(*index), "]"].concat(), String::new()),
        KnosterError::StatementCount { element, found } => (["statements.", element.id()].concat(), whole(*found)),
        _ => (String::new(), String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knoster::StatementFault;

    #[test]
    fn options_are_read_and_what_is_not_known_is_named() {
        let read =
            Options::read("pageLang\tfr-BE\nperspective\tschool\nvariant\tseven\nchange\tde werking\nstore\tdevice");
        assert_eq!((read.common.language(), read.perspective), (Language::Fr, Perspective::School));
        assert_eq!((read.change.as_deref(), read.common.kept, read.variant), (Some("de werking"), true, Variant::Five));
        assert_eq!(read.faults, [("unknown-variant", "variant", "seven")]);
        assert!(read.own.is_none());
        let both = Options::read("lang\ten\npageLang\tfr");
        assert_eq!(both.common.language(), Language::En);
        assert_eq!(Options::read("lang\tklingon\npageLang\tde").common.language(), Language::De);
    }

    #[test]
    fn a_partners_statements_are_read_line_by_line() {
        let read = Options::read(
            "statements\nstatement\ta\tplan\tgap\tnl-BE\tHallo\ten\tHello\nstatement\tb\tvision\t\t\tAllo",
        );
        let expected = [
            Statement::new("a", ChangeElement::Plan, "Hallo")
                .revealing_gap()
                .translated(Language::NlBe, "Hallo")
                .translated(Language::En, "Hello"),
            Statement::new("b", ChangeElement::Vision, "Allo"),
        ];
        assert_eq!(read.own.unwrap(), expected);
        assert_eq!(Options::read("statements").own, Some(Vec::new()));
        for line in ["a\tplans\t\t\tx", "a\tplan", "a\tplan\t\txx\tx", ""] {
            let own = Options::read(&["statements\nstatement\t", line].concat()).own.unwrap();
            let error = Questionnaire::own(Perspective::Staff, Variant::Five, own).unwrap_err();
            assert_eq!(error, KnosterError::Statement { index: 0, fault: StatementFault::Id });
        }
    }

    #[test]
    fn answers_are_all_taken_or_none() {
        let questionnaire = Questionnaire::standard(Perspective::Staff, Variant::Five);
        let read = answers(&questionnaire, "staff-plan-1\t4\nstaff-plan-2\tunknown\nstaff-plan-3\t").unwrap();
        assert_eq!(read.iter().filter(|answer| *answer != Answer::Unanswered).count(), 2);
        let fault =
            |lines: &'static str| answers(&questionnaire, lines).map_err(|(code, field, _)| (code, field)).unwrap_err();
        assert_eq!(fault("staff-plan-1\t6"), ("answer-out-of-range", "staff-plan-1"));
        assert_eq!(fault("plan-1\t4"), ("unknown-statement", "answers"));
    }
}
