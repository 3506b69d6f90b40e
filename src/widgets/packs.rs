//! The texts of an element: those it shows, and those it waits for.

use alloc::string::String;

use super::host::tell;
use crate::content::{Language, Texts};

#[derive(Debug, Default)]
pub(super) struct Packs {
    /// The texts in use, and the name of their pack.
    shown: Option<(String, Texts)>,
    /// The pack that was asked for and has not come yet; empty for none.
    awaited: String,
}

impl Packs {
    pub(super) fn texts(&self) -> Option<&Texts> {
        self.shown.as_ref().map(|(_, texts)| texts)
    }

    /// Whether this pack is in use.
    pub(super) fn has(&self, name: &str) -> bool {
        self.shown.as_ref().is_some_and(|(shown, _)| shown == name)
    }

    /// The texts of this pack; where they are not at hand, the shell is asked for them, once.
    pub(super) fn want(&mut self, host: u32, name: &str) -> Option<&Texts> {
        let at_hand = self.has(name);
        if !at_hand && self.awaited != name {
            tell(host, "n", name, "");
        }
        self.awaited.clear();
        if !at_hand {
            self.awaited.push_str(name);
            return None;
        }
        self.texts()
    }

    /// Takes a pack that came; whether it could be used, where it is the one that was waited for.
    pub(super) fn take(&mut self, name: &str, language: Language, pack: &str) -> Option<bool> {
        if self.awaited != name {
            return None;
        }
        self.awaited.clear();
        let texts = Texts::parse(language, pack.into());
        let usable = !texts.is_empty();
        if usable {
            self.shown = Some((name.into(), texts));
        }
        Some(usable)
    }

    /// Asks no more for a pack that did not come: asking again would not bring it.
    pub(super) fn despair(&mut self, name: &str) {
        if !self.has(name) {
            self.awaited = name.into();
        }
    }
}
