//! What someone does in a team widget, and how it travels through the page as text.

use alloc::string::String;

use super::files::Format;
use crate::chart::push_whole;

/// The round that something is about: this one or an earlier one.
pub(super) type Round = usize;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Message<'a> {
    /// What was typed or pasted.
    Write(Round, &'a str),
    /// The file is taken away.
    Remove(Round),
    /// A column, from 1, is taken for something else: the id of a statement, `*` and a role, or nothing to let us find out.
    Column(Round, usize, &'a str),
    /// What the value of a problem means, by the id of an answer.
    Meaning(Round, usize, &'a str),
    /// The code of a problem as it should be.
    Code(Round, usize, &'a str),
    /// The row of a problem counts no more, or again.
    Once(Round, usize),
    Show,
    Back,
    Clear,
    Undo,
    /// Which column of groups is shown, by its place; anything else for none.
    GroupBy(&'a str),
    /// An element on the whole screen, by its place.
    Present(usize),
    Close,
    Print,
    Download(Format),
}

impl<'a> Message<'a> {
    /// Writes it for the page. The text of a field comes along when it is used.
    pub(super) fn to_text(self) -> String {
        let (letter, round, number) = match self {
            Self::Write(round, _) => ('w', round, 0),
            Self::Remove(round) => ('r', round, 0),
            Self::Column(round, column, _) => ('c', round, column),
            Self::Meaning(round, problem, _) => ('a', round, problem),
            Self::Code(round, problem, _) => ('k', round, problem),
            Self::Once(round, problem) => ('o', round, problem),
            Self::Show => ('s', 0, 0),
            Self::Back => ('b', 0, 0),
            Self::Clear => ('x', 0, 0),
            Self::Undo => ('u', 0, 0),
            Self::GroupBy(_) => ('g', 0, 0),
            Self::Present(element) => ('v', 0, element),
            Self::Close => ('m', 0, 0),
            Self::Print => ('p', 0, 0),
            Self::Download(format) => ('d', 0, format as usize),
        };
        let mut text = String::from(letter);
        push_whole(&mut text, round as u32);
        push_whole(&mut text, number as u32);
        text
    }

    /// Reads it back, with the text of the field that was used.
    pub(super) fn read(text: &str, field: &'a str) -> Option<Self> {
        let [letter, round, digits @ ..] = text.as_bytes() else { return None };
        let round = usize::from(*round == b'1');
        let number = digits
            .iter()
            .fold(0_usize, |number, digit| number.wrapping_mul(10).wrapping_add(usize::from(digit.wrapping_sub(b'0'))));
        Some(match letter {
            b'w' => Self::Write(round, field),
            b'r' => Self::Remove(round),
            b'c' => Self::Column(round, number, field),
            b'a' => Self::Meaning(round, number, field),
            b'k' => Self::Code(round, number, field),
            b'o' => Self::Once(round, number),
            b's' => Self::Show,
            b'b' => Self::Back,
            b'x' => Self::Clear,
            b'u' => Self::Undo,
            b'g' => Self::GroupBy(field),
            b'v' => Self::Present(number),
            b'm' => Self::Close,
            b'p' => Self::Print,
            b'd' => Self::Download(*Format::ALL.get(number)?),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_travels_as_text() {
        let mut messages = alloc::vec![Message::Show, Message::Back, Message::Clear, Message::Undo, Message::Close];
        messages.extend([Message::Print, Message::GroupBy("x"), Message::Present(5)]);
        messages.extend(Format::ALL.map(Message::Download));
        for round in [0, 1] {
            messages.extend([Message::Write(round, "x"), Message::Remove(round), Message::Once(round, 12)]);
            messages.extend([Message::Column(round, 250, "x"), Message::Meaning(round, 9, "x")]);
            messages.push(Message::Code(round, 0, "x"));
        }
        for message in messages {
            assert_eq!(Message::read(&message.to_text(), "x"), Some(message));
        }
        for nonsense in ["", "w", "q00", "d09", "é"] {
            assert_eq!(Message::read(nonsense, ""), None, "{nonsense}");
        }
    }
}
