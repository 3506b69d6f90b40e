//! The layer between the page and a team widget: reads options and events, performs what follows from them.
#![allow(unreachable_pub, reason = "what is exported to JavaScript must be `pub`, though no Rust user reaches it")]

use alloc::string::String;

use wasm_bindgen::prelude::*;

use super::files::Format;
use super::message::Message;
use super::options::Options;
use super::state::{Effect, Notice, State};
use super::{files, view};
use crate::chart::{push_whole, whole};
use crate::content::{Texts, cut};
use crate::widgets::host::{emit, fail, tell};
use crate::widgets::packs::Packs;

/// A team widget behind its element.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Team {
    /// The number of the element that it is behind.
    host: u32,
    state: State,
    packs: Packs,
}

#[wasm_bindgen]
impl Team {
    /// A widget that shows nothing before it is configured.
    #[wasm_bindgen(constructor)]
    pub fn new(host: u32) -> Self {
        Self { host, state: State::default(), packs: Packs::default() }
    }

    /// Takes what the page has to say, and answers where there is something to answer.
    ///
    /// | `what` | `text` | answer |
    /// |---|---|---|
    /// | `C`: configure | the options, a line each; see [`Options`] | |
    /// | `T`: texts | the name of a pack that was needed, a line break, and the pack or nothing when it cannot be had | |
    /// | `S`: snapshot | | what was given, to restore from |
    /// | `R`: restore | the same | `kept` |
    /// | `I0`, `I1`: a file of this round or the earlier one | its name, a line break, and its content | |
    /// | `L`: too large | the name of a file | |
    /// | `E`: not readable | the name of a file | |
    /// | `B`: replied | the round and the number of the question with a blank between, a line break, and the answer | |
    /// | `V`: value | | what `olievlek-complete` tells, or nothing while there are too few answers |
    /// | `Z`: apology | | what to show should all else fail, in the reader's language |
    /// | a message of the drawing | the text of the field that was used | |
    ///
    /// Beside what every widget asks of its shell, this one tells it:
    ///
    /// | `what` | `first` | `second` |
    /// |---|---|---|
    /// | `y`: have a file made and saved | its name | [how](State::file_request) |
    /// | `x`: have answers read | the round and a number with a blank between, a line break, and the question | the text |
    /// | `u`: take the whole screen, or give it back | `1` or nothing | |
    pub fn send(&mut self, what: &str, text: &str) -> String {
        let mut answer = String::new();
        match what.as_bytes().first().copied().unwrap_or_default() {
            b'C' => self.configure(text),
            b'T' => {
                let (pack, texts) = cut(text, b'\n').unwrap_or((text, ""));
                self.provide(pack, texts);
            }
            b'S' => return self.state.stored(),
            b'R' => {
                self.state.restore(text);
                answer.push_str("kept");
            }
            b'I' => {
                let (name, content) = cut(text, b'\n').unwrap_or((text, ""));
                self.state.take_file(usize::from(what.ends_with('1')), name, content);
            }
            b'L' => self.state.notice = Some(Notice::File("team.file-large", text.into())),
            b'E' => self.state.notice = Some(Notice::File("team.file-failed", text.into())),
            b'B' => {
                let (about, reply) = cut(text, b'\n').unwrap_or_default();
                let (round, number) = cut(about, b' ').unwrap_or_default();
                let number = number.bytes().fold(0, |number: u32, digit| {
                    number.wrapping_mul(10).wrapping_add(u32::from(digit.wrapping_sub(b'0')))
                });
                if !self.state.replied(usize::from(round == "1"), number, reply) {
                    return answer;
                }
            }
            b'V' => return files::json(&self.state).unwrap_or_default(),
            b'Z' => {
                if let Some(texts) = self.packs.texts() {
                    answer.push_str(texts.get("team.failed"));
                }
                return answer;
            }
            _ => match Message::read(what, text) {
                Some(message) => self.state.update(message),
                None => return answer,
            },
        }
        self.refresh();
        answer
    }
}

impl Team {
    fn configure(&mut self, lines: &str) {
        let Options { common, perspective, variant, change, minimum, faults } = Options::read(lines);
        for (code, field, given) in &faults {
            fail(self.host, code, field, given);
        }
        self.state.language = common.language();
        self.state.change = change;
        self.state.configure((perspective, variant), minimum);
    }

    fn provide(&mut self, pack: &str, text: &str) {
        if self.packs.take(pack, self.state.language, text) != Some(false) {
            return;
        }
        fail(self.host, "texts-unavailable", "lang", pack);
        self.state.effects.clear();
        if let Some(texts) = self.packs.texts() {
            // What is shown stays usable.
            self.state.language = texts.language();
        }
        self.packs.despair(&self.pack());
    }

    /// The name of the pack that the state needs.
    fn pack(&self) -> String {
        ["team.", self.state.language.as_str()].concat()
    }

    /// Draws the state, or asks for the texts that it needs first; then does what is pending.
    fn refresh(&mut self) {
        let pack = self.pack();
        let Some(texts) = self.packs.want(self.host, &pack) else { return };
        tell(self.host, "d", view::view(&self.state, texts).marks(), "");
        for effect in core::mem::take(&mut self.state.effects) {
            perform(self.host, &self.state, effect, texts);
        }
    }
}

fn perform(host: u32, state: &State, effect: Effect, texts: &Texts) {
    match effect {
        Effect::Ask(round, number, question) => {
            let text = state.sheets.get(round).map_or("", |sheet| &sheet.text);
            let mut about = whole(round);
            about.push(' ');
            push_whole(&mut about, number);
            tell(host, "x", &[&about, "\n", &question].concat(), text);
        }
        Effect::Changed => emit(host, "change", &files::change(state)),
        Effect::Completed => {
            if let Some(told) = files::json(state) {
                emit(host, "complete", &told);
            }
        }
        Effect::Focus(id) => tell(host, "f", id, ""),
        Effect::Print => tell(host, "p", "profile", texts.get("team.profile")),
        Effect::Screen(on) => tell(host, "u", if on { "1" } else { "" }, ""),
        Effect::Download(format) if format == Format::Json => {
            tell(host, "s", &format.file(texts), &files::json(state).unwrap_or_default());
        }
        Effect::Download(format) => tell(host, "y", &format.file(texts), &state.file_request(format)),
    }
}
