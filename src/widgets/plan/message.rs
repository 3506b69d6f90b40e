//! What someone can do with the fields, the examples and the list, and how it travels to the page and back.

use alloc::string::String;

use crate::chart::push_whole;
use crate::smarti::ItemId;

/// What someone did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Message {
    /// Nothing: all is looked at.
    Look,
    /// The times of a sentence are asked for.
    Times,
    /// What the sentence says anyhow was not corrected.
    Settle,
    /// A field is corrected, by its place; or what the sentence says goes into it again.
    Correct(ItemId),
    TakeBack(ItemId),
    /// A day for a deadline that can be read in more than one way.
    Choose(ItemId),
    /// A way to begin, or an example: three for each element.
    Use(ItemId),
    /// What is being written goes into the list, under a strategic goal or the last, or back to its place.
    Add(ItemId),
    /// The goals of a pasted list do.
    AddAll,
    /// A strategic goal gets a sentence.
    Name(ItemId),
    AddStrategic,
    /// The plan gets other numbers.
    Number,
    Edit(ItemId),
    Remove(ItemId),
    Up(ItemId),
    Down(ItemId),
    /// A goal is worked on still, or not any more.
    Stand(ItemId),
    /// A plan comes from a file, from the page's script, or from the device.
    Open,
    Take,
    Restore,
    Markdown,
    Csv,
}

impl Message {
    /// The message as it travels with a drawing: a letter, and a number where one belongs to it.
    #[inline(never)]
    pub(super) fn to_text(self) -> String {
        let (letter, number) = match self {
            Self::Look => ('l', 0),
            Self::Times => ('T', 0),
            Self::Settle => ('o', 0),
            Self::Correct(slot) => ('f', slot),
            Self::TakeBack(slot) => ('b', slot),
            Self::Choose(way) => ('d', way),
            Self::Use(example) => ('e', example),
            Self::Add(id) => ('a', id),
            Self::AddAll => ('n', 0),
            Self::Name(id) => ('s', id),
            Self::AddStrategic => ('m', 0),
            Self::Number => ('t', 0),
            Self::Edit(id) => ('i', id),
            Self::Remove(id) => ('q', id),
            Self::Up(id) => ('h', id),
            Self::Down(id) => ('k', id),
            Self::Stand(id) => ('g', id),
            Self::Open => ('I', 0),
            Self::Take => ('W', 0),
            Self::Restore => ('Z', 0),
            Self::Markdown => ('v', 0),
            Self::Csv => ('v', 1),
        };
        let mut text = String::new();
        text.push(letter);
        push_whole(&mut text, number);
        text
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        let (letter, digits) = text.as_bytes().split_first()?;
        let mut id: ItemId = 0;
        for digit in digits {
            id = id.wrapping_mul(10).wrapping_add(u32::from(digit.checked_sub(b'0').filter(|digit| *digit < 10)?));
        }
        Some(match letter {
            b'l' => Self::Look,
            b'T' => Self::Times,
            b'o' => Self::Settle,
            b'f' => Self::Correct(id),
            b'b' => Self::TakeBack(id),
            b'd' => Self::Choose(id),
            b'e' => Self::Use(id),
            b'a' => Self::Add(id),
            b'n' => Self::AddAll,
            b's' => Self::Name(id),
            b'm' => Self::AddStrategic,
            b't' => Self::Number,
            b'i' => Self::Edit(id),
            b'q' => Self::Remove(id),
            b'h' => Self::Up(id),
            b'k' => Self::Down(id),
            b'g' => Self::Stand(id),
            b'I' => Self::Open,
            b'W' => Self::Take,
            b'Z' => Self::Restore,
            b'v' if id == 0 => Self::Markdown,
            b'v' => Self::Csv,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_travels_as_text() {
        use Message::{Add, Choose, Correct, Down, Edit, Name, Remove, Stand, TakeBack, Up, Use};
        let mut messages = alloc::vec![
            Message::Look,
            Message::Times,
            Message::Settle,
            Message::AddAll,
            Message::AddStrategic,
            Message::Number
        ];
        messages.extend([Message::Open, Message::Take, Message::Restore, Message::Markdown, Message::Csv]);
        for id in [0, 9, 10, 123_456] {
            messages.extend([Add, Name, Edit, Remove, Up, Down, Stand].map(|message| message(id)));
            messages.extend([Correct, TakeBack, Choose, Use].map(|message| message(id)));
        }
        for message in messages {
            assert_eq!(Message::read(&message.to_text()), Some(message));
        }
        for nonsense in ["", "z", "i1x", "i-1", "\u{1F6E2}"] {
            assert_eq!(Message::read(nonsense), None);
        }
    }
}
