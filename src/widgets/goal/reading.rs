//! What was read in the sentence, as the widget asks for it.

use alloc::string::String;
use alloc::vec::Vec;

use crate::calendar::{Date, TimePhrase, find_times, iso};
use crate::content::{Language, Texts};
use crate::smarti::reading::{Cue, CueKind, Evidence, Hint};
use crate::widgets::slot::Slot;

/// A sentence that was read.
#[derive(Clone, Debug)]
pub(super) struct Read {
    cues: [Vec<Cue>; 6],
    evidence: [Evidence; 6],
    time: Option<TimePhrase>,
}

/// What reads.
#[derive(Clone, Debug)]
pub(super) struct Reader {
    language: Language,
}

impl Reader {
    pub(super) fn new(language: Language, _words: &str) -> Option<Self> {
        Some(Self { language })
    }

    pub(super) fn read(&self, text: &str, today: Date) -> Read {
        let mut read = Read { cues: Default::default(), evidence: Default::default(), time: None };
        for (letter, word) in ["werkgroep", "elk", "samen", "uur", "tegen", "zodat"].iter().enumerate() {
            let mut from = 0;
            while let Some(at) = text.get(from..).and_then(|rest| rest.find(word)) {
                read.cues[letter].push(Cue { span: from + at..from + at + word.len(), kind: CueKind::Doer });
                read.evidence[letter] = Evidence::Present;
                from += at + word.len();
            }
        }
        read.time = find_times(text, today, self.language).ok().and_then(|times| times.into_iter().next());
        read
    }
}

impl Read {
    pub(super) fn evidence(&self, letter: usize) -> Evidence {
        self.evidence.get(letter).copied().unwrap_or_default()
    }

    /// The words that carry a letter, from left to right.
    pub(super) fn cues(&self, letter: usize) -> &[Cue] {
        self.cues.get(letter).map_or(&[], Vec::as_slice)
    }

    /// The next step for a letter, in words.
    pub(super) fn hint<'a>(&self, letter: usize, texts: &'a Texts) -> Option<&'a str> {
        let hint = Hint::ALL.iter().find(|hint| hint.criterion() as usize == letter)?;
        (self.evidence(letter) != Evidence::Present).then(|| hint.text(texts))
    }

    /// The letter whose next step helps most.
    pub(super) fn best(&self) -> Option<usize> {
        self.evidence.iter().position(|evidence| *evidence != Evidence::Present)
    }

    pub(super) fn time(&self) -> Option<&TimePhrase> {
        self.time.as_ref()
    }
}

/// What the sentence says for a field; empty where it says nothing.
pub(super) fn slot_text(slot: Slot, _text: &str, read: Option<&Read>) -> String {
    let Some(read) = read else { return String::new() };
    match slot {
        // What can be read in two ways is asked, not assumed.
        Slot::End => read.time.as_ref().filter(|time| time.question.is_none()).and_then(|time| time.due).map(iso).unwrap_or_default(),
        _ => String::new(),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A reader of this language, where there is one.
    pub(in super::super) fn reader(language: Language) -> Option<Reader> {
        matches!(language, Language::NlBe | Language::En).then(|| Reader::new(language, "").unwrap())
    }
}
