//! Whatever is typed, a goal is read: no panic, and every span is one of the text.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use olievlek::calendar::Date;
use olievlek::content::Language;
use olievlek::smarti::reading::{Lexicon, read_goal, utf16_offsets};

static LEXICONS: LazyLock<[Lexicon; 2]> =
    LazyLock::new(|| [Language::NlBe, Language::En].map(|language| Lexicon::of(language).expect("it is compiled in")));

fuzz_target!(|text: &str| {
    for lexicon in LEXICONS.iter() {
        let reading = read_goal(text, lexicon, Date::constant(2024, 10, 1));
        let mut offsets = vec![0, text.len()];
        let spans = reading.criteria.iter().flat_map(|criterion| criterion.cues.iter().map(|cue| cue.span.clone()));
        let spans = spans.chain(reading.quantities.iter().map(|quantity| quantity.span.clone()));
        let spans = spans.chain([&reading.actor, &reading.action, &reading.receiver].into_iter().flatten().cloned());
        for span in spans.chain(reading.deadline.iter().map(|deadline| deadline.span.clone())) {
            assert!(text.get(span.clone()).is_some(), "{span:?} of {text:?}");
            offsets.extend([span.start, span.end]);
        }
        offsets.sort_unstable();
        assert_eq!(utf16_offsets(text, &offsets).last().copied(), Some(text.encode_utf16().count()));
    }
});
