//! What someone can do with the sentence, and how it travels to the page and back. What they do with the list is for the wasm
//! of the plan; see `src/widgets/plan/message.rs`.

use alloc::string::String;

use crate::chart::push_whole;

/// What someone did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Message<'a> {
    /// The text of the field, as it is now.
    Write(&'a str),
    /// To the words of a cue, counted over all letters.
    Jump(usize),
    /// A field is corrected.
    Correct(usize, &'a str),
    /// What the sentence says goes into a field again.
    TakeBack(usize),
    /// A day for a deadline that can be read in more than one way.
    Choose(usize),
    /// A way to begin, or an example: three for each element.
    Use(usize),
    /// Another sentence is begun, and this one not kept.
    Wipe,
    Undo,
    Redo,
    /// The list is printed.
    Print,
    /// The list, with what is being written, as JSON.
    Save,
    /// Something is done with the list, with the text of the field that it comes from.
    List(&'a str, &'a str),
}

impl<'a> Message<'a> {
    /// The message as it travels with a drawing: a letter, and a number where one belongs to it.
    #[inline(never)]
    pub(super) fn to_text(self) -> String {
        let (letter, number) = match self {
            Self::Write(_) => ('w', 0),
            Self::Jump(cue) => ('j', cue),
            Self::Correct(slot, _) => ('f', slot),
            Self::TakeBack(slot) => ('b', slot),
            Self::Choose(reading) => ('d', reading),
            Self::Use(example) => ('e', example),
            Self::Wipe => ('x', 0),
            Self::Undo => ('u', 0),
            Self::Redo => ('r', 0),
            Self::Print => ('p', 0),
            Self::Save => ('y', 0),
            Self::List(message, _) => return message.into(),
        };
        let mut text = String::new();
        text.push(letter);
        push_whole(&mut text, number as u32);
        text
    }

    /// Reads a message back, with the text of the field that it comes from.
    pub(super) fn read(text: &'a str, field: &'a str) -> Self {
        let mut bytes = text.bytes();
        let letter = bytes.next().unwrap_or_default();
        let number = bytes
            .fold(0_usize, |number, digit| number.wrapping_mul(10).wrapping_add(usize::from(digit.wrapping_sub(b'0'))));
        match letter {
            b'w' => Self::Write(field),
            b'j' => Self::Jump(number),
            b'f' => Self::Correct(number, field),
            b'b' => Self::TakeBack(number),
            b'd' => Self::Choose(number),
            b'e' => Self::Use(number),
            b'x' => Self::Wipe,
            b'u' => Self::Undo,
            b'r' => Self::Redo,
            b'p' => Self::Print,
            b'y' => Self::Save,
            _ => Self::List(text, field),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_travels_as_text() {
        let mut messages = alloc::vec![Message::Write("x"), Message::Wipe, Message::Undo, Message::Redo];
        messages.extend([Message::Print, Message::Save, Message::List("q12", "x"), Message::List("", "x")]);
        for number in [0, 9, 10, 123_456] {
            messages.extend([Message::Jump(number), Message::Correct(number, "x"), Message::TakeBack(number)]);
            messages.extend([Message::Choose(number), Message::Use(number)]);
        }
        for message in messages {
            assert_eq!(Message::read(&message.to_text(), "x"), message);
        }
    }
}
