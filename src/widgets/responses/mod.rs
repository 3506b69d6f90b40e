//! Reads what colleagues answered for the team widget, and writes its files: a wasm of its own, which is fetched with the
//! first answers.

mod element;

use alloc::string::String;

use super::answers::{Answers, Question};
use crate::content::{Texts, split};
use crate::team::{ReadOptions, Reading, Suppression, TeamError, TeamProfile, TeamReport, read_responses};

/// Reads a text as a [`Question`] asks. Corrections that do not fit the columns as they are now are left out.
fn read(question: Question, text: &str, known: &[Texts]) -> Result<Reading, TeamError> {
    let Question { questionnaire, mapping, meanings, .. } = question;
    let mut options = ReadOptions::new(known).meaning(meanings);
    if let Some(questionnaire) = questionnaire {
        options = options.answering(questionnaire);
    }
    let reading = read_responses(text, &options.clone().mapped(mapping));
    if let Err(TeamError::Mapping { .. }) = reading { read_responses(text, &options) } else { reading }
}

/// The answer to a [`Question`] about a text: [`Answers`], `!` and the code of what is wrong, or `?` where words may help: a
/// text of codes is read without.
pub(super) fn answer(question: &str, text: &str, known: &[Texts]) -> String {
    let reading = read(Question::read(question), text, known);
    if known.is_empty()
        && !reading.as_ref().is_ok_and(|reading| reading.mapping.is_empty() && reading.responses.groups.is_empty())
    {
        return "?".into();
    }
    match reading {
        Ok(reading) => Answers::of(reading).write(),
        Err(error) => ["!", error.code()].concat(),
    }
}

/// A file of a round, beside an earlier one: the name of its format, the change, the smallest group that is shown, and for
/// each round a [`Question`] and the text, with [`PART`] between. Nothing of too few people.
pub(super) fn file(request: &str, texts: &Texts, known: &[Texts]) -> Option<String> {
    let mut parts = split(request, PART);
    let (format, change, minimum) = (parts.next()?, parts.next()?, parts.next()?);
    let minimum = minimum.bytes().fold(0, |number, digit| number * 10 + usize::from(digit.wrapping_sub(b'0')));
    let mut profile = || {
        let question = Question::read(parts.next()?);
        let left_out = question.left_out.clone();
        let mut responses = read(question, parts.next()?, known).ok()?.responses;
        responses.respondents.retain(|person| !left_out.contains(&(person.row as u32)));
        let hidden = Suppression::new(responses.respondents.len(), &[], minimum).is_whole_hidden();
        TeamProfile::new(&responses).ok().filter(|_| !hidden)
    };
    let (now, earlier) = (profile()?, profile());
    let change = now.questionnaire().perspective().change(Some(change), texts);
    let mut report = TeamReport::new(&now, texts).about(change);
    if let Some(earlier) = &earlier {
        report = report.since(earlier);
    }
    Some(match format {
        // A spreadsheet reads UTF-8 where this mark says so.
        "CSV" => ["\u{FEFF}", &report.to_csv()].concat(),
        "SVG" => report.chart().styled_svg(""),
        _ => report.to_markdown(),
    })
}

/// Stands between the parts of a request.
const PART: u8 = 0x1d;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Language;

    const CODE: &str = "2000-0000-2000-0000-08HY";

    #[test]
    fn codes_need_no_words_and_a_table_asks_for_them() {
        let codes = answer("q", CODE, &[]);
        assert!(codes.starts_with("qstaff"), "{codes}");
        assert_eq!(answer("q", "staff-vision-1;x\n4;5", &[]), "?");
        assert_eq!(answer("q", "niets", &[]), "?");
        assert_eq!(answer("q", "niets", &Texts::included()), "!responses-not-found");
    }

    #[test]
    fn every_format_says_something_and_nothing_of_too_few() {
        let texts = Texts::of(Language::NlBe).unwrap();
        let table = "staff-vision-1;x\n4;\n5;\n3;\n2;\n1;\n";
        for format in ["CSV", "SVG", "Markdown"] {
            let request = |minimum: &str, left_out: &str| {
                let question = ["q", left_out].concat();
                [format, "", minimum, &question, table, "q", ""].join("\u{1d}")
            };
            let made = |request: &str| file(request, &texts, &Texts::included());
            assert!(made(&request("5", "")).is_some_and(|content| content.len() > 200), "{format}");
            assert_eq!(made(&request("6", "")), None);
            // Of five people one does not count.
            assert_eq!(made(&request("5", "\u{1e}x2")), None);
        }
        assert_eq!(file("", &texts, &[]), None);
    }
}
