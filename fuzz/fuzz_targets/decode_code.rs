//! A code is read or refused, what is read is written the same, and what is written is found in a text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use olievlek::content::Texts;
use olievlek::knoster::{ChangeElement, Perspective, Questionnaire, ResultCode, Statement, Variant};
use olievlek::survey::Answer;
use olievlek::team::{ReadOptions, read_responses};

fuzz_target!(|input: (&str, [u8; 30], u8)| {
    let (text, answers, which) = input;
    if let Ok(code) = ResultCode::decode(text, None) {
        let written = ResultCode::encode(code.questionnaire(), code.answers());
        assert_eq!(ResultCode::decode(&written, None).as_ref(), Ok(&code));
        let symbols = |text: &str| {
            let upper = text.chars().map(|symbol| symbol.to_ascii_uppercase()).filter(char::is_ascii_alphanumeric);
            upper.map(|symbol| if symbol == 'O' { '0' } else if "IL".contains(symbol) { '1' } else { symbol }).collect::<String>()
        };
        assert_eq!(symbols(&written), symbols(text));
    }

    let perspective = Perspective::ALL[usize::from(which) % 3];
    let variant = Variant::ALL[usize::from(which / 3) % 2];
    let questionnaire = if which & 0x80 == 0 {
        Questionnaire::standard(perspective, variant)
    } else {
        let pair = |element: &ChangeElement| ["-a", "-b"].map(|end| Statement::new(element.id().to_owned() + end, *element, "Zin."));
        Questionnaire::own(perspective, variant, variant.elements().iter().flat_map(pair).collect()).expect("it is whole")
    };
    let mut sheet = questionnaire.blank();
    for (index, answer) in answers.iter().enumerate() {
        let answer = match answer % 8 {
            0 => Answer::Unanswered,
            6 => Answer::Unknown,
            7 => Answer::NotApplicable,
            value => Answer::from_value(value).expect("it is on the scale"),
        };
        sheet.set(index, answer);
    }
    let code = ResultCode::encode(&questionnaire, &sheet);
    let read = ResultCode::decode(&code, Some(&questionnaire)).expect("what is written is read");
    assert_eq!((read.questionnaire(), read.answers()), (&questionnaire, &sheet));

    // Whatever lines stand around it, it is found. A line with what looks like JSON first would make it something else.
    let texts: [Texts; 0] = [];
    let before = text.trim_start_matches(['{', '[', ' ', '\n', '\r', '\t']);
    if !before.contains('\0') && !before.trim_start().starts_with(['{', '[']) {
        let options = ReadOptions::new(&texts).answering(questionnaire);
        let reading = read_responses(&format!("Dag,\n{before}\n{code}\n"), &options);
        if let Ok(reading) = reading
            && reading.mapping.is_empty()
        {
            let found = reading.responses.respondents.iter().any(|respondent| respondent.answers == sheet);
            assert!(found, "{code} after {before:?}");
        }
    }
});
