//! The layer between the page and a self-check: reads options and events, performs what follows from them.
#![allow(unreachable_pub, reason = "what is exported to JavaScript must be `pub`, though no Rust user reaches it")]

use alloc::string::String;
use alloc::vec::Vec;

use wasm_bindgen::prelude::*;

use super::options::{self, Options};
use super::state::{Effect, Message, Notice, Page, State};
use super::{detail, result, view};
use crate::content::{Language, Texts};
use crate::knoster::{Questionnaire, Report};
use crate::widgets::host::Host;

/// A self-check behind its element.
#[wasm_bindgen]
#[derive(Debug)]
pub struct SelfCheck {
    host: Host,
    state: State,
    language: Language,
    /// The texts in use, and the name of their pack.
    texts: Option<(String, Texts)>,
    /// The pack that was asked for and has not come yet.
    awaited: String,
    /// What has to happen once the page is drawn.
    pending: Vec<Effect>,
}

#[wasm_bindgen]
impl SelfCheck {
    /// A self-check that shows nothing before it is configured.
    #[wasm_bindgen(constructor)]
    pub fn new(host: Host) -> Self {
        Self {
            host,
            state: State::new(),
            language: Language::default(),
            texts: None,
            awaited: String::new(),
            pending: Vec::new(),
        }
    }

    /// Takes what the page has to say, and answers where there is something to answer. One way in weighs a fraction of
    /// a dozen.
    ///
    /// | `what` | `text` | answer |
    /// |---|---|---|
    /// | `configure` | the options, a line each; see [`Options`] | |
    /// | `texts` | the name of a pack that was needed, a line break, and the pack or nothing when it cannot be had | |
    /// | `open` | the result code of a link | |
    /// | `restore` | what was kept on the device | `kept`, or nothing when it has to be set aside |
    /// | `copied`, `copy-failed` | the text | |
    /// | `store-failed` | | |
    /// | `snapshot` | | the page and the answers, to `restore` from |
    /// | `answers` | | the answers as a JSON object by statement id |
    /// | `set-answers` | answers by statement id, a line each | what is wrong with them, as JSON, and then none was taken |
    /// | `code` | | the result code |
    /// | `result` | | what `olievlek-complete` tells, as JSON, while the profile is shown |
    /// | `apology` | | what to show should all else fail, in the reader's language |
    /// | a message of the drawing | the text of the field that was used | |
    pub fn send(&mut self, what: &str, text: &str) -> String {
        let mut answer = String::new();
        match what {
            "configure" => self.configure(text),
            "texts" => {
                let (pack, texts) = text.split_once('\n').unwrap_or((text, ""));
                self.provide(pack, texts);
            }
            "open" => self.open(text),
            "restore" => {
                if self.restore(text) {
                    answer.push_str("kept");
                }
            }
            "copied" => self.state.notice = Some(Notice::Copied),
            "copy-failed" => self.state.notice = Some(Notice::CopyFailed(text.into())),
            "store-failed" => self.state.notice = Some(Notice::StoreFailed),
            "snapshot" => return self.state.stored(),
            "answers" => return detail::answers(&self.state),
            "set-answers" => match options::answers(self.state.questionnaire(), text) {
                Ok(answers) => {
                    self.state.replace(answers);
                    self.pending.push(Effect::Changed);
                }
                Err((code, field, given)) => return detail::fault(code, &field, &given),
            },
            "code" => return self.state.code(),
            "result" => {
                if let Some((_, texts)) = &self.texts
                    && self.state.page == Page::Result
                {
                    answer = detail::result(&self.state, texts);
                }
                return answer;
            }
            "apology" => {
                if let Some((_, texts)) = &self.texts {
                    answer.push_str(texts.get("self-check.error.failed"));
                }
                return answer;
            }
            message => {
                let Some(message) = Message::read(message, text) else { return answer };
                let mut effects = self.state.update(message);
                self.pending.append(&mut effects);
            }
        }
        self.refresh();
        answer
    }
}

impl SelfCheck {
    fn configure(&mut self, lines: &str) {
        let Options { language, perspective, variant, change, kept, own, faults } = Options::read(lines);
        for (code, field, given) in &faults {
            self.fail(code, field, given);
        }
        self.language = language;
        self.state.change = change;
        self.state.kept = kept;
        self.state.broken = false;
        let mut questionnaire = Questionnaire::standard(perspective, variant);
        if let Some(own) = own {
            match Questionnaire::own(perspective, variant, own) {
                Ok(own) => questionnaire = own,
                // Our own statements in place of a partner's would pass for theirs: ask neither.
                Err(error) => {
                    self.state.broken = true;
                    let (field, given) = options::place(&error);
                    self.fail(error.code(), &field, &given);
                }
            }
        }
        self.state.ask(questionnaire);
    }

    fn provide(&mut self, pack: &str, text: &str) {
        if self.awaited != pack {
            return;
        }
        self.awaited.clear();
        let texts = Texts::parse(self.language, text.into());
        if !texts.is_empty() {
            self.texts = Some((pack.into(), texts));
            return;
        }
        self.fail("texts-unavailable", "lang", pack);
        self.pending.clear();
        if let Some((_, texts)) = &self.texts {
            // What is shown stays usable: go back to what the texts at hand belong to.
            self.language = texts.language();
            self.state.give_back();
        }
        if !self.has_texts() {
            // Asking for the same again would not bring it.
            self.awaited = self.pack();
        }
    }

    fn open(&mut self, code: &str) {
        match self.state.open(code) {
            Ok(()) => self.pending.extend([Effect::Changed, Effect::Completed]),
            Err(error) => {
                self.state.notice = Some(Notice::LinkBroken(error));
                self.fail(error.code(), "code", code);
            }
        }
    }

    fn restore(&mut self, stored: &str) -> bool {
        let restored = self.state.restore(stored);
        if !restored {
            self.fail("stored-state", "store", stored);
        } else if self.state.page == Page::Result {
            self.pending.push(Effect::Completed);
        }
        restored
    }

    /// The name of the pack that the state needs.
    fn pack(&self) -> String {
        ["self-check.", self.language.as_str(), ".", self.state.questionnaire().perspective().id()].concat()
    }

    fn has_texts(&self) -> bool {
        self.texts.as_ref().is_some_and(|(pack, _)| *pack == self.pack())
    }

    /// Draws the state, or asks for the texts that it needs first; then does what is pending.
    fn refresh(&mut self) {
        if !self.has_texts() {
            let pack = self.pack();
            if self.awaited != pack {
                self.host.tell("need", &pack, "");
                self.awaited = pack;
            }
            return;
        }
        self.awaited.clear();
        if let Some((_, texts)) = &self.texts {
            self.host.tell("draw", view::view(&self.state, texts).marks(), "");
            for effect in core::mem::take(&mut self.pending) {
                self.perform(effect, texts);
            }
        }
    }

    fn perform(&self, effect: Effect, texts: &Texts) {
        match effect {
            Effect::Changed => {
                self.host.tell("emit", "change", &detail::change(&self.state));
                if self.state.kept {
                    self.host.tell("store", &self.state.stored(), "");
                }
            }
            Effect::Completed => self.host.tell("emit", "complete", &detail::result(&self.state, texts)),
            Effect::Focus(id) => self.host.tell("focus", id, ""),
            Effect::Forget => {
                if self.state.kept {
                    self.host.tell("store", "", "");
                }
            }
            Effect::CopyCode => self.host.tell("copy", &self.state.code(), ""),
            Effect::CopyLink => self.host.tell("link", &self.state.code(), ""),
            Effect::Print => {
                let profile = self.state.profile();
                let change = view::change(&self.state, texts);
                self.host.tell("print", "profile", &Report::new(&profile, texts).about(change).title());
            }
            Effect::Download(format) => {
                let content = match result::file(&self.state, texts, format) {
                    Some(content) => content,
                    None => detail::result(&self.state, texts),
                };
                self.host.tell("save", format.names().1, &content);
            }
        }
    }

    fn fail(&self, code: &str, field: &str, given: &str) {
        self.host.tell("emit", "error", &detail::fault(code, field, given));
    }
}
