//! Which encoding bytes are in.
//!
//! A byte order mark says it. Without one, text is UTF-8 if it is UTF-8 at the first character beyond ASCII; otherwise it is
//! Windows-1252, which Excel writes for CSV in Western Europe. So it does not count in which pieces the bytes come.

/// An encoding that survey tools and spreadsheets write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Charset {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
}

impl Charset {
    /// The name by which a page's decoder knows it (WHATWG Encoding).
    #[cfg(feature = "js")]
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
        }
    }

    /// The encoding of a whole text.
    #[cfg(feature = "js")]
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let mut start = 0;
        if bytes.first().is_none_or(u8::is_ascii) {
            start = bytes.iter().take_while(|byte| byte.is_ascii()).count();
        }
        let rest = bytes.get(start..).unwrap_or_default();
        let said = |length: usize| Self::said(rest.get(..length)?, start == 0, length >= rest.len().min(4));
        (1..=rest.len().min(4)).find_map(said).unwrap_or(Self::Utf8)
    }

    /// The encoding that the first bytes beyond ASCII say; `None` when they are ASCII, or only the beginning of something.
    pub(crate) fn said(held: &[u8], at_start: bool, last: bool) -> Option<Self> {
        match held {
            [0xFF, 0xFE] if at_start => Some(Self::Utf16Le),
            [0xFE, 0xFF] if at_start => Some(Self::Utf16Be),
            [0xFF] | [0xFE] if at_start && !last => None,
            _ => match core::str::from_utf8(held) {
                Ok(text) => (!text.is_ascii()).then_some(Self::Utf8),
                // A character that is not whole yet.
                Err(error) if error.error_len().is_none() && !last => None,
                Err(_) => Some(Self::Windows1252),
            },
        }
    }
}
