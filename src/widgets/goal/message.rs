//! What someone can do, and how it travels to the page and back.

use alloc::string::String;

use crate::chart::push_whole;
use crate::smarti::ItemId;

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
    /// The goal goes into the list, or back to its place there.
    Add,
    /// All the goals of a pasted list do.
    AddAll,
    /// The goal of the list stays as it was.
    Cancel,
    Wipe,
    Undo,
    Redo,
    /// The sentence of a strategic goal.
    Strategic(ItemId, &'a str),
    AddStrategic,
    /// New goals come under the strategic goal with this id.
    Under(&'a str),
    /// How the plan numbers.
    Number(&'a str),
    Edit(ItemId),
    Remove(ItemId),
    Up(ItemId),
    Down(ItemId),
    /// Whether a goal is still worked on.
    Stand(ItemId, &'a str),
    Print,
    Download(Format),
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
            Self::Add => ('a', 0),
            Self::AddAll => ('n', 0),
            Self::Cancel => ('c', 0),
            Self::Wipe => ('x', 0),
            Self::Undo => ('u', 0),
            Self::Redo => ('r', 0),
            Self::Strategic(id, _) => ('s', id as usize),
            Self::AddStrategic => ('m', 0),
            Self::Under(_) => ('o', 0),
            Self::Number(_) => ('t', 0),
            Self::Edit(id) => ('i', id as usize),
            Self::Remove(id) => ('q', id as usize),
            Self::Up(id) => ('h', id as usize),
            Self::Down(id) => ('k', id as usize),
            Self::Stand(id, _) => ('g', id as usize),
            Self::Print => ('p', 0),
            Self::Download(format) => ('v', format as usize),
        };
        let mut text = String::new();
        text.push(letter);
        push_whole(&mut text, number as u32);
        text
    }

    /// Reads a message back, with the text of the field that it comes from.
    pub(super) fn read(text: &str, field: &'a str) -> Option<Self> {
        let (letter, digits) = text.as_bytes().split_first()?;
        let mut number = 0_usize;
        for digit in digits {
            number = number.wrapping_mul(10).wrapping_add(usize::from(digit.checked_sub(b'0').filter(|digit| *digit < 10)?));
        }
        let id = number as ItemId;
        Some(match letter {
            b'w' => Self::Write(field),
            b'j' => Self::Jump(number),
            b'f' => Self::Correct(number, field),
            b'b' => Self::TakeBack(number),
            b'd' => Self::Choose(number),
            b'e' => Self::Use(number),
            b'a' => Self::Add,
            b'n' => Self::AddAll,
            b'c' => Self::Cancel,
            b'x' => Self::Wipe,
            b'u' => Self::Undo,
            b'r' => Self::Redo,
            b's' => Self::Strategic(id, field),
            b'm' => Self::AddStrategic,
            b'o' => Self::Under(field),
            b't' => Self::Number(field),
            b'i' => Self::Edit(id),
            b'q' => Self::Remove(id),
            b'h' => Self::Up(id),
            b'k' => Self::Down(id),
            b'g' => Self::Stand(id, field),
            b'p' => Self::Print,
            b'v' => Self::Download(*Format::ALL.get(number)?),
            _ => return None,
        })
    }
}

/// A file that a plan can be taken away as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Markdown,
    Csv,
    Json,
}

impl Format {
    pub(super) const ALL: [Self; 3] = [Self::Markdown, Self::Csv, Self::Json];

    /// The name people know it by, and the ending of its file.
    pub(super) const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Markdown => ("Markdown", ".md"),
            Self::Csv => ("CSV", ".csv"),
            Self::Json => ("JSON", ".json"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_travels_as_text() {
        let mut messages = alloc::vec![Message::Write("x"), Message::Add, Message::AddAll, Message::Cancel, Message::Wipe];
        messages.extend([Message::Undo, Message::Redo, Message::AddStrategic, Message::Under("x"), Message::Number("x")]);
        messages.extend([Message::Print]);
        messages.extend(Format::ALL.map(Message::Download));
        for number in [0, 9, 10, 123_456] {
            messages.extend([Message::Jump(number), Message::Correct(number, "x"), Message::TakeBack(number)]);
            messages.extend([Message::Choose(number), Message::Use(number)]);
            let id = number as ItemId;
            messages.extend([Message::Strategic(id, "x"), Message::Edit(id), Message::Remove(id), Message::Up(id)]);
            messages.extend([Message::Down(id), Message::Stand(id, "x")]);
        }
        for message in messages {
            assert_eq!(Message::read(&message.to_text(), "x"), Some(message));
        }
        for nonsense in ["", "z", "v9", "j1x", "j-1", "\u{1F6E2}"] {
            assert_eq!(Message::read(nonsense, ""), None);
        }
    }
}
