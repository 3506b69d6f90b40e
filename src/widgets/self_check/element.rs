//! The layer between the page and a self-check: reads options and events, performs what follows from them.
#![allow(unreachable_pub, reason = "what is exported to JavaScript must be `pub`, though no Rust user reaches it")]

use alloc::string::String;
use alloc::vec::Vec;

use wasm_bindgen::prelude::*;

use super::message::{Message, Page};
use super::options::{self, Options};
use super::state::{Effect, Notice, State};
use super::{detail, result, view};
use crate::content::{Language, Texts, cut};
use crate::knoster::{Questionnaire, Report};
use crate::widgets::host::{emit, fail, tell};
use crate::widgets::json::fault;
use crate::widgets::packs::Packs;

/// A self-check behind its element.
#[wasm_bindgen]
#[derive(Debug)]
pub struct SelfCheck {
    /// The number of the element that it is behind.
    host: u32,
    state: State,
    language: Language,
    packs: Packs,
    /// What has to happen once the page is drawn.
    pending: Vec<Effect>,
}

#[wasm_bindgen]
impl SelfCheck {
    /// A self-check that shows nothing before it is configured.
    #[wasm_bindgen(constructor)]
    pub fn new(host: u32) -> Self {
        Self { host, state: State::new(), language: Language::default(), packs: Packs::default(), pending: Vec::new() }
    }

    /// Takes what the page has to say, and answers where there is something to answer. One way in weighs a fraction of
    /// a dozen.
    ///
    /// | `what` | `text` | answer |
    /// |---|---|---|
    /// | `C`: configure | the options, a line each; see [`Options`] | |
    /// | `T`: texts | the name of a pack that was needed, a line break, and the pack or nothing when it cannot be had | |
    /// | `O`: open | the result code of a link | |
    /// | `R`: restore | what was kept on the device | `kept`, or nothing when it has to be set aside |
    /// | `Y`: copied | the text | |
    /// | `N`: not copied | the text | |
    /// | `F`: storing failed | | |
    /// | `S`: snapshot | | the page and the answers, to restore from |
    /// | `A`: answers | | the answers as a JSON object by statement id |
    /// | `W`: write answers | answers by statement id, a line each | what is wrong, as JSON, and then none was taken |
    /// | `K`: code | | the result code |
    /// | `P`: profile | | what `olievlek-complete` tells, as JSON, while the profile is shown |
    /// | `Z`: apology | | what to show should all else fail, in the reader's language |
    /// | a message of the drawing | the text of the field that was used | |
    pub fn send(&mut self, what: &str, text: &str) -> String {
        let mut answer = String::new();
        match what.as_bytes().first().copied().unwrap_or_default() {
            b'C' => self.configure(text),
            b'T' => {
                let (pack, texts) = cut(text, b'\n').unwrap_or((text, ""));
                self.provide(pack, texts);
            }
            b'O' => self.open(text),
            b'R' => {
                if self.restore(text) {
                    answer.push_str("kept");
                }
            }
            b'Y' => self.state.notice = Some(Notice::Copied),
            b'N' => {
                self.state.not_copied = text.into();
                self.state.notice = Some(Notice::CopyFailed);
            }
            b'F' => self.state.notice = Some(Notice::StoreFailed),
            b'S' => return self.state.stored(),
            b'A' => return detail::answers(&self.state),
            b'W' => match options::answers(self.state.questionnaire(), text) {
                Ok(answers) => {
                    self.state.replace(answers);
                    self.pending.push(Effect::Changed);
                }
                Err((code, field, given)) => return fault(code, field, given),
            },
            b'K' => return self.state.code(),
            b'P' => {
                if let Some(texts) = self.packs.texts()
                    && self.state.page == Page::Result
                {
                    answer = detail::result(&self.state, texts);
                }
                return answer;
            }
            b'Z' => {
                if let Some(texts) = self.packs.texts() {
                    answer.push_str(texts.get("self-check.error.failed"));
                }
                return answer;
            }
            _ => {
                let Some(message) = Message::read(what, text) else { return answer };
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
        let Options { common, perspective, variant, change, own, faults } = Options::read(lines);
        for (code, field, given) in &faults {
            fail(self.host, code, field, given);
        }
        self.language = common.language();
        self.state.change = change;
        self.state.kept = common.kept;
        self.state.broken = false;
        let mut questionnaire = Questionnaire::standard(perspective, variant);
        if let Some(own) = own {
            match Questionnaire::own(perspective, variant, own) {
                Ok(own) => questionnaire = own,
                // Our own statements in place of a partner's would pass for theirs: ask neither.
                Err(error) => {
                    self.state.broken = true;
                    let (field, given) = options::place(&error);
                    fail(self.host, error.code(), &field, &given);
                }
            }
        }
        self.state.ask(questionnaire);
    }

    fn provide(&mut self, pack: &str, text: &str) {
        if self.packs.take(pack, self.language, text) != Some(false) {
            return;
        }
        fail(self.host, "texts-unavailable", "lang", pack);
        self.pending.clear();
        if let Some(texts) = self.packs.texts() {
            // What is shown stays usable: go back to what the texts at hand belong to.
            self.language = texts.language();
            self.state.give_back();
        }
        self.packs.despair(&self.pack());
    }

    fn open(&mut self, code: &str) {
        match self.state.open(code) {
            Ok(()) => self.pending.extend_from_slice(&[Effect::Changed, Effect::Completed]),
            Err(error) => {
                self.state.notice = Some(Notice::LinkBroken(error));
                fail(self.host, error.code(), "code", code);
            }
        }
    }

    fn restore(&mut self, stored: &str) -> bool {
        let restored = self.state.restore(stored);
        if !restored {
            fail(self.host, "stored-state", "store", stored);
        } else if self.state.page == Page::Result {
            self.pending.push(Effect::Completed);
        }
        restored
    }

    /// The name of the pack that the state needs.
    fn pack(&self) -> String {
        ["self-check.", self.language.as_str(), ".", self.state.questionnaire().perspective().id()].concat()
    }

    /// Draws the state, or asks for the texts that it needs first; then does what is pending.
    fn refresh(&mut self) {
        let pack = self.pack();
        let Some(texts) = self.packs.want(self.host, &pack) else { return };
        tell(self.host, "d", view::view(&self.state, texts).marks(), "");
        for effect in core::mem::take(&mut self.pending) {
            perform(self.host, &self.state, effect, texts);
        }
    }
}

fn perform(host: u32, state: &State, effect: Effect, texts: &Texts) {
    match effect {
        Effect::Changed => {
            emit(host, "change", &detail::change(state));
            if state.kept {
                tell(host, "k", &state.stored(), "");
            }
        }
        Effect::Completed => emit(host, "complete", &detail::result(state, texts)),
        Effect::Focus(id) => tell(host, "f", id, ""),
        Effect::Forget => {
            if state.kept {
                tell(host, "k", "", "");
            }
        }
        Effect::Copy(what) => tell(host, what, &state.code(), ""),
        Effect::Print => {
            let profile = state.profile();
            let change = view::change(state, texts);
            tell(host, "p", "profile", &Report::new(&profile, texts).about(change).title());
        }
        Effect::Download(format) => {
            let content = match result::file(state, texts, format) {
                Some(content) => content,
                None => detail::result(state, texts),
            };
            tell(host, "s", format.names().1, &content);
        }
    }
}
