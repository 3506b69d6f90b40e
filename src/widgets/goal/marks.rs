//! The sentence behind the field, piece by piece: which words carry which letters.

use alloc::string::String;

use super::reading::Read;
use crate::smarti::Criterion;
use crate::widgets::drawing::Drawing;

/// Words of the sentence that the same letters stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    /// A bit for each letter that stands on these words.
    pub(super) on: u8,
    /// A bit for each letter whose words begin here.
    pub(super) begin: u8,
}

/// The pieces of the sentence, from left to right, in one pass over what was read.
pub(super) fn pieces<'a>(text: &'a str, read: Option<&Read>, mut each: impl FnMut(Piece<'a>)) {
    let mut next = [0_usize; 6];
    let mut at = 0;
    while at < text.len() {
        let (mut on, mut begin, mut end) = (0, 0, text.len());
        for (letter, next) in next.iter_mut().enumerate() {
            let cues = read.map_or(&[][..], |read| read.cues(letter));
            while cues.get(*next).is_some_and(|cue| cue.span.end <= at) {
                *next += 1;
            }
            let Some(cue) = cues.get(*next) else { continue };
            if cue.span.start <= at {
                on |= 1 << letter;
                begin |= u8::from(cue.span.start == at) << letter;
                end = end.min(cue.span.end);
            } else {
                end = end.min(cue.span.start);
            }
        }
        let Some(piece) = text.get(at..end) else { break };
        each(Piece { text: piece, on, begin });
        at = end;
    }
}

/// Draws the sentence with its marks: each letter draws a line of its own kind, and stands above where it begins.
pub(super) fn draw(ui: &mut Drawing<'_>, text: &str, read: Option<&Read>) {
    pieces(text, read, |piece| {
        let mut label = String::new();
        let mut open = 0;
        for (letter, criterion) in Criterion::ALL.iter().enumerate() {
            if piece.begin & 1 << letter != 0 {
                label.push(criterion.letter());
            }
        }
        for (letter, criterion) in Criterion::ALL.iter().enumerate() {
            if piece.on & 1 << letter == 0 {
                continue;
            }
            let mut class = String::from("cue ");
            class.push(criterion.letter());
            ui.open("span");
            ui.attribute("class", &class);
            if open == 0 && !label.is_empty() {
                ui.attribute("data-at", &label);
            }
            open += 1;
        }
        ui.text(piece.text);
        ui.close_all(open);
    });
    // A line break at the end begins a line in the field, and here only when something stands on it.
    ui.text("\u{200B}");
}

#[cfg(test)]
mod tests {
    use super::super::reading::tests::{reader, times};
    use super::*;
    use crate::content::{Language, Texts};
    use alloc::vec::Vec;

    fn read(text: &str) -> Read {
        reader(Language::NlBe).unwrap().read(text, Some(&times(text)))
    }

    #[test]
    fn the_pieces_are_the_sentence_and_carry_what_was_read() {
        for text in [
            "",
            "niets",
            "\u{1F6E2} één: tegen 30 juni 2027 kiest elk team, samen met de ouders, twee afspraken zodat leerlingen rust krijgen.",
            "Tegen eind mei 2027 voert elke medewerker minstens twee gesprekken.\r\n\tTegen eind mei 2027.\n",
        ] {
            let read = read(text);
            let mut all = Vec::new();
            pieces(text, Some(&read), |piece| all.push(piece));
            assert_eq!(all.iter().map(|piece| piece.text).collect::<String>(), text);
            let mut at = 0;
            for piece in all {
                for letter in 0..6 {
                    let covers = |start: usize, end: usize| start <= at && at + piece.text.len() <= end;
                    let carries = read.cues(letter).iter().any(|cue| covers(cue.span.start, cue.span.end));
                    assert_eq!(piece.on & 1 << letter != 0, carries, "{letter} at {at} of {text}");
                    let begins = read.cues(letter).iter().any(|cue| cue.span.start == at);
                    assert_eq!(piece.begin & 1 << letter != 0, begins, "{letter} at {at} of {text}");
                }
                at += piece.text.len();
            }
        }
    }

    #[test]
    fn words_of_two_letters_carry_both_lines_and_both_letters() {
        let texts = Texts::of(Language::NlBe).unwrap();
        let text = "Tegen 30 juni 2027 kiest elk team, samen met de ouders, twee afspraken.";
        let mut ui = Drawing::new(&texts);
        draw(&mut ui, text, Some(&read(text)));
        assert_eq!(ui.all_text().replace(' ', ""), [text, "\u{200B}"].concat().replace(' ', ""));
        let marks = ui.marks();
        assert!(marks.contains("class=cue T\u{3}data-at=T\u{4}Tegen 30 juni 2027"), "{marks}");
        assert!(marks.contains("data-at=SM") || marks.contains("class=cue M"), "{marks}");
    }
}
