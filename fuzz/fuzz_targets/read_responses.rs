//! Whatever is pasted or opened, responses are read or refused: no panic, pieces do not count, and what we write comes back.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use olievlek::content::{Language, Texts};
use olievlek::knoster::{Perspective, Questionnaire, Variant};
use olievlek::team::{ReadOptions, ResponseReader, Suppression, TextReader, read_response_bytes, read_responses};

static TEXTS: LazyLock<Vec<Texts>> = LazyLock::new(|| vec![Texts::of(Language::NlBe).expect("it is compiled in")]);

fuzz_target!(|input: (u8, &[u8])| {
    let (piece, bytes) = input;
    // With a questionnaire given, the columns are compared with one only: three times as many inputs a second.
    let options = ReadOptions::new(&TEXTS).answering(Questionnaire::standard(Perspective::Staff, Variant::Five));
    let reading = read_response_bytes(bytes, &options);

    let mut reader = ResponseReader::new(options.clone());
    let mut rows = 0;
    let pushed = bytes
        .chunks(usize::from(piece).max(1))
        .try_for_each(|piece| reader.push(piece, &mut |_| rows += 1))
        .and_then(|()| reader.finish(&mut |_| rows += 1));
    match (&reading, pushed) {
        (Ok(reading), Ok(outline)) => {
            assert_eq!(reading.mapping, outline.mapping);
            assert_eq!(reading.problems, outline.problems);
            assert_eq!(reading.responses.respondents.len(), rows);
        }
        (Err(error), Err(other)) => assert_eq!(error, &other),
        (one, other) => panic!("{one:?} as a whole, {other:?} in pieces of {piece}"),
    }

    let Ok(reading) = reading else { return };
    let statements = reading.responses.questionnaire.statements().len();
    let answers = reading.responses.to_bytes();
    assert_eq!(answers.len(), statements * reading.responses.respondents.len());
    _ = Suppression::of(&reading.responses, Suppression::DEFAULT_MINIMUM);
    if answers.is_empty() {
        return;
    }
    let again = read_responses(&reading.responses.to_csv(), &options).expect("our own CSV is read");
    // A row without any answer and group is an empty row to a table.
    assert!(again.responses.respondents.len() <= reading.responses.respondents.len());

    // A mapping that comes out goes in, and then nothing is matched any more.
    if let Ok(text) = core::str::from_utf8(bytes)
        && !reading.mapping.is_empty()
    {
        let mut reader = TextReader::new(options.mapped(reading.mapping));
        _ = reader.push(text, &mut |_| ()).and_then(|()| reader.finish(&mut |_| ()));
    }
});
