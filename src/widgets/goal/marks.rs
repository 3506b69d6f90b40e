//! The sentence behind the field, piece by piece: which words carry which letters.

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
        let mut label = alloc::string::String::new();
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
            let mut class = alloc::string::String::from("cue ");
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
