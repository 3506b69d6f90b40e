//! What someone can do, and how it travels to the page and back.

use alloc::string::String;

use crate::chart::push_whole;
use crate::survey::Answer;

/// Where someone is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    /// What it is and what happens with answers.
    Intro,
    /// The statements of the element at this place.
    Element(usize),
    /// The profile.
    Result,
}

/// What someone did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Message<'a> {
    Go(Page),
    Answer(usize, Answer),
    /// The text in the field for a result code.
    Code(&'a str),
    OpenCode,
    Again,
    Undo,
    CopyCode,
    CopyLink,
    Print,
    Download(Format),
}

impl<'a> Message<'a> {
    /// The message as it travels with a drawing: a letter, and what belongs to it.
    #[inline(never)]
    pub(super) fn to_text(self) -> String {
        let (letter, place, rest) = match self {
            Self::Go(page) => ('g', page.place(), None),
            Self::Answer(index, answer) => ('a', answer.to_bits(), Some(index)),
            Self::Code(_) => ('c', 0, None),
            Self::OpenCode => ('o', 0, None),
            Self::Again => ('n', 0, None),
            Self::Undo => ('u', 0, None),
            Self::CopyCode => ('k', 0, None),
            Self::CopyLink => ('l', 0, None),
            Self::Print => ('p', 0, None),
            Self::Download(format) => ('d', format as u8, None),
        };
        let mut text = String::new();
        text.push(letter);
        text.push(char::from(b'0' + place));
        if let Some(rest) = rest {
            push_whole(&mut text, rest as u32);
        }
        text
    }

    /// Reads a message back, with the text of the field that it comes from.
    pub(super) fn read(text: &str, field: &'a str) -> Option<Self> {
        let mut characters = text.chars();
        let letter = characters.next()?;
        let place = characters.next()?.to_digit(10)? as u8;
        Some(match letter {
            'g' => Self::Go(Page::at(place)),
            'a' => {
                let mut index = 0;
                for digit in characters {
                    index = index * 10 + digit.to_digit(10)? as usize;
                }
                Self::Answer(index, Answer::from_bits(place))
            }
            'c' => Self::Code(field),
            'o' => Self::OpenCode,
            'n' => Self::Again,
            'u' => Self::Undo,
            'k' => Self::CopyCode,
            'l' => Self::CopyLink,
            'p' => Self::Print,
            'd' => Self::Download(*Format::ALL.get(usize::from(place))?),
            _ => return None,
        })
    }
}

impl Page {
    /// The page as one digit.
    pub(super) const fn place(self) -> u8 {
        match self {
            Self::Element(index) => index as u8,
            Self::Intro => 8,
            Self::Result => 9,
        }
    }

    pub(super) const fn at(place: u8) -> Self {
        match place {
            8 => Self::Intro,
            9 => Self::Result,
            index => Self::Element(index as usize),
        }
    }
}

/// A file that a result can be taken away as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Markdown,
    Svg,
    Csv,
    Json,
}

impl Format {
    pub(super) const ALL: [Self; 4] = [Self::Markdown, Self::Svg, Self::Csv, Self::Json];

    /// The name people know it by, and that of its file.
    pub(super) const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Json => ("JSON", "self-check.json"),
            Self::Csv => ("CSV", "self-check.csv"),
            Self::Svg => ("SVG", "self-check.svg"),
            Self::Markdown => ("Markdown", "self-check.md"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_travels_as_text() {
        let mut messages = alloc::vec![Message::Code("x"), Message::OpenCode, Message::Again, Message::Undo];
        messages.extend([Message::CopyCode, Message::CopyLink, Message::Print]);
        messages.extend([Page::Intro, Page::Result, Page::Element(0), Page::Element(5)].map(Message::Go));
        messages.extend(Format::ALL.map(Message::Download));
        messages.extend((0..8).map(|bits| Message::Answer(9 * usize::from(bits), Answer::from_bits(bits))));
        for message in messages {
            assert_eq!(Message::read(&message.to_text(), "x"), Some(message));
        }
        for nonsense in ["", "a", "x1", "d9", "a1x", "\u{1F6E2}\u{1F6E2}"] {
            assert_eq!(Message::read(nonsense, ""), None);
        }
    }
}
