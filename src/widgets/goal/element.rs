//! The layer between the page and a goal widget: reads options and events, performs what follows from them.
#![allow(unreachable_pub, reason = "what is exported to JavaScript must be `pub`, though no Rust user reaches it")]

use alloc::string::String;
use alloc::vec::Vec;

use wasm_bindgen::prelude::*;

use super::message::{Format, Message};
use super::options::Options;
use super::reading::Reader;
use super::state::{Effect, Notice, State};
use super::list::numbered;
use super::{detail, list, tree, view};
use crate::content::{Language, Texts, cut, split};
use crate::knoster::{ChangeElement, Variant};
use crate::smarti::Plan;
use crate::smarti::reading::utf16_offsets;
use crate::widgets::host::{emit, fail, tell};
use crate::widgets::packs::Packs;

/// A goal widget behind its element.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Goal {
    /// The number of the element that it is behind.
    host: u32,
    state: State,
    packs: Packs,
    /// The words that were asked for: in which language.
    words: Option<Language>,
    /// Whether the plan between the tags was taken.
    begun: bool,
}

#[wasm_bindgen]
impl Goal {
    /// A widget that shows nothing before it is configured.
    #[wasm_bindgen(constructor)]
    pub fn new(host: u32) -> Self {
        Self { host, state: State::default(), packs: Packs::default(), words: None, begun: false }
    }

    /// Takes what the page has to say, and answers where there is something to answer.
    ///
    /// | `what` | `text` | answer |
    /// |---|---|---|
    /// | `C`: configure | the options, a line each; see [`Options`] | |
    /// | `T`: texts | the name of a pack that was needed, a line break, and the pack or nothing when it cannot be had | |
    /// | `R`: restore | what was kept on the device | `kept`, or nothing when it has to be set aside |
    /// | `F`: storing failed | | |
    /// | `S`: snapshot, `V`: value | | the plan and what is being written, as JSON |
    /// | `W`: write value | the same | what is wrong, as JSON, and then nothing was taken |
    /// | `D`: initial value | | |
    /// | `I`: import | the content of a file | |
    /// | `E`: elements that came out weak | their ids, a line each | |
    /// | `M`: missing | | |
    /// | `X`: disabled | `1` or nothing | |
    /// | `Z`: apology | | what to show should all else fail, in the reader's language |
    /// | a message of the drawing | the text of the field that was used | |
    ///
    /// Beside what every widget asks of its shell, this one tells it `v`: what goes along with a form, and what is missing
    /// in it, in the reader's language; and `r`: select text in the field with this id, from and to, as JavaScript counts.
    pub fn send(&mut self, what: &str, text: &str) -> String {
        let mut answer = String::new();
        match what.as_bytes().first().copied().unwrap_or_default() {
            b'C' => self.configure(text),
            b'T' => {
                let (pack, texts) = cut(text, b'\n').unwrap_or((text, ""));
                self.provide(pack, texts);
            }
            b'R' => {
                let restored = self.state.write_value(text);
                if restored.is_ok() {
                    answer.push_str("kept");
                    self.state.effects.push(Effect::Changed);
                }
                self.state.notice = Some(Notice::Plain(if restored.is_ok() { "restored" } else { "stored-broken" }));
                if restored.is_err() {
                    fail(self.host, "stored-state", "store", text);
                }
            }
            b'F' => self.state.notice = Some(Notice::Plain("store-failed")),
            b'S' | b'V' => return self.state.value(),
            b'W' => match self.state.write_value(text) {
                Ok(()) => self.state.effects.push(Effect::Changed),
                Err(error) => return detail::fault(&error),
            },
            b'D' => self.begin(),
            b'I' => self.state.open(text),
            b'E' => {
                let known = Variant::Consensus.elements();
                let mut weak: Vec<ChangeElement> = Vec::new();
                weak.extend(split(text, b'\n').filter_map(ChangeElement::from_id).filter(|element| known.contains(element)));
                self.state.weak = weak;
            }
            b'M' => {
                self.state.notice = Some(Notice::Missing);
                self.state.effects.push(Effect::Focus("goal", 0));
            }
            b'X' => self.state.disabled = !text.is_empty(),
            b'Z' => {
                if let Some(texts) = self.packs.texts() {
                    answer.push_str(texts.get("goal-widget.error.failed"));
                }
                return answer;
            }
            _ => {
                if let Some(message) = Message::read(what, text)
                    && let Some(texts) = self.packs.texts()
                {
                    self.state.update(message, texts);
                }
            }
        }
        self.refresh();
        answer
    }
}

impl Goal {
    fn configure(&mut self, lines: &str) {
        let Options { common, today, labels, initial, faults } = Options::read(lines);
        for (code, field, given) in &faults {
            fail(self.host, code, field, given);
        }
        let language = common.language();
        if self.state.language != language {
            self.state.language = language;
            self.state.reader = None;
        }
        self.state.today = today;
        self.state.labels = labels;
        self.state.kept = common.kept;
        self.state.initial = initial.into();
        self.state.read_again();
        self.state.heard = 0;
        if !self.begun {
            self.begun = true;
            self.begin();
        }
    }

    /// Takes the plan that stands in the element from the start.
    fn begin(&mut self) {
        let initial = self.state.initial.clone();
        match self.state.write_value(&initial) {
            Ok(()) => self.state.effects.push(Effect::Changed),
            Err(error) => emit(self.host, "error", &detail::fault(&error)),
        }
    }

    fn provide(&mut self, pack: &str, text: &str) {
        if self.words.is_some_and(|language| words_name(language) == pack) {
            self.state.reader = self.words.and_then(|language| Reader::new(language, text));
            self.state.unreadable = self.state.reader.is_none();
            if self.state.unreadable {
                fail(self.host, "texts-unavailable", "lang", pack);
            }
            self.state.read_again();
            self.state.heard = 0;
        } else if self.packs.take(pack, self.state.language, text) == Some(false) {
            fail(self.host, "texts-unavailable", "lang", pack);
            self.state.effects.clear();
            if let Some(texts) = self.packs.texts() {
                // What is shown stays usable.
                self.state.language = texts.language();
            }
            self.packs.despair(&self.pack());
        }
    }

    /// The name of the pack that the state needs.
    fn pack(&self) -> String {
        ["goal.", self.state.language.as_str()].concat()
    }

    /// Draws the state, or asks for the texts that it needs first; then does what is pending.
    fn refresh(&mut self) {
        let pack = self.pack();
        let Some(texts) = self.packs.want(self.host, &pack) else { return };
        tell(self.host, "d", view::view(&self.state, texts).marks(), "");
        for effect in core::mem::take(&mut self.state.effects) {
            perform(self.host, &self.state, effect, texts);
        }
        let language = self.state.language;
        // The words come after the texts: what can be seen comes first.
        if matches!(language, Language::NlBe | Language::En) && self.words != Some(language) {
            self.words = Some(language);
            self.state.unreadable = false;
            tell(self.host, "n", &words_name(language), "");
        }
    }
}

fn perform(host: u32, state: &State, effect: Effect, texts: &Texts) {
    match effect {
        Effect::Changed => {
            let value = state.value();
            let missing = if tree::count(&state.work.plan) > 0 { "" } else { texts.get("goal-widget.required") };
            tell(host, "v", &value, missing);
            emit(host, "change", &detail::told(state, None));
            if state.kept {
                tell(host, "k", &value, "");
            }
        }
        Effect::Completed => emit(host, "complete", &detail::told(state, Some(tree::count(&state.work.plan)))),
        Effect::Focus(id, 0) => tell(host, "f", id, ""),
        Effect::Focus(id, number) => tell(host, "f", &numbered(id, number), ""),
        Effect::Select(start, end) => {
            let mut range = String::new();
            for offset in utf16_offsets(&state.work.draft.text, &[start, end]) {
                if !range.is_empty() {
                    range.push(' ');
                }
                crate::chart::push_whole(&mut range, offset as u32);
            }
            tell(host, "r", "goal", &range);
        }
        Effect::Print => tell(host, "p", "plan", texts.get("goal-widget.list")),
        Effect::Download(format) => {
            // What stands here was read as a plan before.
            let content = match (format, Plan::from_value(state.work.plan.clone())) {
                (Format::Markdown, Ok(plan)) => plan.to_markdown(texts),
                // A spreadsheet reads UTF-8 where this mark says so.
                (Format::Csv, Ok(plan)) => ["\u{FEFF}", &plan.to_csv(texts)].concat(),
                _ => state.value(),
            };
            tell(host, "s", &list::file_name(format, texts), &content);
        }
    }
}

/// The name that the words of a language are published by.
fn words_name(language: Language) -> String {
    ["goal-words.", language.as_str()].concat()
}
