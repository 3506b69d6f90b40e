//! The options that every element has.

use crate::content::Language;

/// Language and keeping, as the attributes `lang` and `store` and the page around the element give them.
#[derive(Default)]
pub(super) struct Common {
    own: Option<Language>,
    page: Option<Language>,
    /// Whether what someone does is kept on the device.
    pub(super) kept: bool,
}

impl Common {
    /// Takes an option in, and gives the code of what is wrong with it. One that is no option of every element is passed
    /// over.
    pub(super) fn take(&mut self, name: &str, value: &str) -> Option<&'static str> {
        match name {
            "lang" => {
                self.own = Language::from_tag(value);
                self.own.is_none().then_some("unknown-language")
            }
            // A page in yet another language gets the default: a Flemish site picks its language itself.
            "pageLang" => {
                self.page = Language::from_tag(value);
                None
            }
            "store" => {
                self.kept = value == "device";
                (!self.kept && value != "none").then_some("unknown-option")
            }
            _ => None,
        }
    }

    pub(super) fn language(&self) -> Language {
        self.own.or(self.page).unwrap_or_default()
    }
}
