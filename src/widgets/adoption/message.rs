//! What someone can do, and how it travels to the page and back.

use alloc::string::String;

use super::centre::parse_whole;
use crate::chart::push_whole;

/// What someone did. A number says at which place or row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Message<'a> {
    People(usize, &'a str),
    Group(usize, &'a str),
    Tempo(usize, &'a str),
    Name(usize, &'a str),
    AddSite,
    RemoveSite(usize),
    Start(&'a str),
    /// The chasm (0) or the tipping band (1) is shown, or not any more.
    Layer(usize),
    /// The numbers by month are unfolded (1) or folded (0).
    Unfold(usize),
    /// The morning of this place is read.
    Read(&'a str),
    /// The pointer is at so many thousandths of the chart's width.
    Hover(&'a str),
    Date(usize, &'a str),
    Count(usize, &'a str),
    RemoveRow(usize),
    /// Rows are pasted into a column of a row: twice the row, and one more for the count.
    Paste(usize, &'a str),
    /// A row says how many take part (0) or how many came in (1).
    Kind(usize),
    ClearRows,
    Undo,
    /// The what-if begins.
    Play,
    Stop,
    CopyLink,
    Print,
    Download(usize),
}

impl<'a> Message<'a> {
    /// The message as it travels with a drawing: a letter, and a number where one belongs to it.
    #[inline(never)]
    pub(super) fn to_text(self) -> String {
        let (letter, number) = match self {
            Self::People(site, _) => ('n', site),
            Self::Group(site, _) => ('w', site),
            Self::Tempo(site, _) => ('t', site),
            Self::Name(site, _) => ('a', site),
            Self::AddSite => ('i', 0),
            Self::RemoveSite(site) => ('x', site),
            Self::Start(_) => ('s', 0),
            Self::Layer(layer) => ('y', layer),
            Self::Unfold(open) => ('g', open),
            Self::Read(_) => ('m', 0),
            Self::Hover(_) => ('h', 0),
            Self::Date(row, _) => ('d', row),
            Self::Count(row, _) => ('c', row),
            Self::RemoveRow(row) => ('r', row),
            Self::Paste(cell, _) => ('v', cell),
            Self::Kind(kind) => ('k', kind),
            Self::ClearRows => ('e', 0),
            Self::Undo => ('u', 0),
            Self::Play => ('b', 0),
            Self::Stop => ('q', 0),
            Self::CopyLink => ('l', 0),
            Self::Print => ('p', 0),
            Self::Download(format) => ('f', format),
        };
        let mut text = String::new();
        text.push(letter);
        push_whole(&mut text, number as u32);
        text
    }

    /// Reads a message back, with the text of the field that it comes from.
    pub(super) fn read(text: &str, field: &'a str) -> Option<Self> {
        let letter = text.as_bytes().first()?;
        let number = parse_whole(text.get(1..)?)? as usize;
        Some(match letter {
            b'n' => Self::People(number, field),
            b'w' => Self::Group(number, field),
            b't' => Self::Tempo(number, field),
            b'a' => Self::Name(number, field),
            b'i' => Self::AddSite,
            b'x' => Self::RemoveSite(number),
            b's' => Self::Start(field),
            b'y' => Self::Layer(number),
            b'g' => Self::Unfold(number),
            b'm' => Self::Read(field),
            b'h' => Self::Hover(field),
            b'd' => Self::Date(number, field),
            b'c' => Self::Count(number, field),
            b'r' => Self::RemoveRow(number),
            b'v' => Self::Paste(number, field),
            b'k' => Self::Kind(number),
            b'e' => Self::ClearRows,
            b'u' => Self::Undo,
            b'b' => Self::Play,
            b'q' => Self::Stop,
            b'l' => Self::CopyLink,
            b'p' => Self::Print,
            b'f' => Self::Download(number),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_travels_as_text() {
        let mut messages = alloc::vec![
            Message::AddSite,
            Message::Start("x"),
            Message::Read("x"),
            Message::Hover("x"),
            Message::ClearRows,
            Message::Undo,
            Message::Play,
            Message::Stop,
            Message::CopyLink,
            Message::Print
        ];
        for number in [0, 7, 10, 199] {
            messages.extend([Message::People(number, "x"), Message::Group(number, "x"), Message::Tempo(number, "x")]);
            messages.extend([Message::Name(number, "x"), Message::RemoveSite(number), Message::Layer(number)]);
            messages.extend([Message::Date(number, "x"), Message::Count(number, "x"), Message::RemoveRow(number)]);
            messages.extend([
                Message::Unfold(number),
                Message::Paste(number, "x"),
                Message::Kind(number),
                Message::Download(number),
            ]);
        }
        for message in messages {
            assert_eq!(Message::read(&message.to_text(), "x"), Some(message));
        }
        for nonsense in ["", "n", "nx", "Ü1", "z0", "\u{1F6E2}\u{1F6E2}"] {
            assert_eq!(Message::read(nonsense, ""), None);
        }
    }
}
