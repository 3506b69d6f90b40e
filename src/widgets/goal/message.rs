//! What someone can do with the sentence, and how it travels to the page and back. What they do with fields, examples and the
//! list is for the wasm of the plan; see `src/widgets/plan/message.rs`.

use alloc::string::String;

use crate::chart::push_whole;

/// What someone did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Message<'a> {
    /// The text of the field, as it is now.
    Write(&'a str),
    /// To the words of a cue, counted over all letters.
    Jump(usize),
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

/// To the words of a cue, as it travels.
pub(super) fn jump(cue: usize) -> String {
    let mut text = String::from("j");
    push_whole(&mut text, cue as u32);
    text
}

impl<'a> Message<'a> {
    /// Reads a message, with the text of the field that it comes from.
    pub(super) fn read(text: &'a str, field: &'a str) -> Self {
        let mut bytes = text.bytes();
        let letter = bytes.next().unwrap_or_default();
        let number = bytes
            .fold(0_usize, |number, digit| number.wrapping_mul(10).wrapping_add(usize::from(digit.wrapping_sub(b'0'))));
        match letter {
            b'w' => Self::Write(field),
            b'j' => Self::Jump(number),
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
    fn a_message_is_read() {
        for (text, message) in [
            ("w", Message::Write("x")),
            ("x", Message::Wipe),
            ("u", Message::Undo),
            ("r", Message::Redo),
            ("p0", Message::Print),
            ("y0", Message::Save),
            ("q12", Message::List("q12", "x")),
            ("", Message::List("", "x")),
        ] {
            assert_eq!(Message::read(text, "x"), message);
        }
        for cue in [0, 9, 10, 123_456] {
            assert_eq!(Message::read(&jump(cue), ""), Message::Jump(cue));
        }
    }
}
