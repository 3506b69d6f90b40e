//! The layer between the page and an adoption widget: reads options and events, performs what follows from them.
#![allow(unreachable_pub, reason = "what is exported to JavaScript must be `pub`, though no Rust user reaches it")]

use alloc::string::String;

use wasm_bindgen::prelude::*;

use super::files::Format;
use super::message::Message;
use super::options::Options;
use super::state::{Effect, Notice, State};
use super::{chart, files, stored, table, view};
use crate::chart::whole;
use crate::content::{Texts, cut};
use crate::widgets::host::{emit, fail, tell};
use crate::widgets::packs::Packs;

/// An adoption widget behind its element.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Adoption {
    /// The number of the element that it is behind.
    host: u32,
    state: State,
    packs: Packs,
}

#[wasm_bindgen]
impl Adoption {
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
    /// | `O`: open | what a link holds | |
    /// | `R`: restore | what was kept on the device | `kept`, or nothing when it has to be set aside |
    /// | `Y`: copied | the text | |
    /// | `N`: not copied | the text | |
    /// | `F`: storing failed | | |
    /// | `S`: snapshot | | what was filled in, to restore from |
    /// | `Q`: width | the width of the chart, in sixteenths of the size of the text | |
    /// | `V`: value | | what the JSON file holds |
    /// | `z`: a frame | | |
    /// | `B`: replied | what the numbers were asked and the question, a line each, and their answer | |
    /// | `Z`: apology | | what to show should all else fail, in the reader's language |
    /// | a message of the drawing | the text of the field that was used | |
    ///
    /// Beside what every widget asks of its shell, this one tells it:
    ///
    /// | `what` | `first` | `second` |
    /// |---|---|---|
    /// | `t`: send `z` at the next frame | | |
    /// | `x`: ask the numbers | what | the question |
    /// | `v`: save a drawing, with the style that it leaves out | the name of the file | the drawing |
    /// | `g`: save the chart as a picture | the name of the file | |
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
                if self.state.restore(text) {
                    self.state.notice = Some(Notice::Plain("restored"));
                    answer.push_str("kept");
                } else {
                    self.state.notice = Some(Notice::Plain("stored-broken"));
                    fail(self.host, "stored-state", "store", text);
                }
            }
            b'Y' => self.state.notice = Some(Notice::Plain("copied")),
            b'N' => {
                self.state.not_copied = text.into();
                self.state.notice = Some(Notice::CopyFailed);
            }
            b'F' => self.state.notice = Some(Notice::Plain("store-failed")),
            b'S' => return self.state.stored(),
            b'Q' => {
                let width = super::centre::parse_whole(text).unwrap_or_default().clamp(260, 960);
                if core::mem::replace(&mut self.state.width, width) == width {
                    return answer;
                }
            }
            b'V' => {
                return self
                    .state
                    .model
                    .as_ref()
                    .map(|model| files::json(&self.state, model, true))
                    .unwrap_or_default();
            }
            b'z' => {
                self.state.frame();
                self.effects();
                return answer;
            }
            b'B' => {
                let (what, rest) = cut(text, b'\n').unwrap_or_default();
                let (question, reply) = cut(rest, b'\n').unwrap_or_default();
                if !self.state.replied(what, question, reply) {
                    return answer;
                }
            }
            b'Z' => {
                if let Some(texts) = self.packs.texts() {
                    answer.push_str(texts.get("adoption.failed"));
                }
                return answer;
            }
            _ => match Message::read(what, text) {
                Some(message) if self.state.update(message) => {}
                _ => return answer,
            },
        }
        self.refresh();
        answer
    }
}

impl Adoption {
    fn configure(&mut self, lines: &str) {
        let Options { common, people, group, start, today, faults } = Options::read(lines);
        for (code, field, given) in &faults {
            fail(self.host, code, field, given);
        }
        self.state.language = common.language();
        self.state.today = today;
        self.state.kept = common.kept;
        self.state.configure(people, group, start);
        self.state.stale = true;
    }

    fn open(&mut self, text: &str) {
        let opened = self.state.restore(text);
        self.state.notice = Some(Notice::Plain(if opened { "opened" } else { "link-broken" }));
        if opened {
            self.state.effects.push(Effect::Changed);
        } else {
            fail(self.host, "link-unreadable", "link", text);
        }
    }

    fn provide(&mut self, pack: &str, text: &str) {
        // Months have their names in the language, so rows are read again.
        self.state.stale = true;
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
        ["adoption.", self.state.language.as_str()].concat()
    }

    /// Draws the state, or asks for the texts that it needs first; then does what is pending.
    fn refresh(&mut self) {
        let pack = self.pack();
        let Some(texts) = self.packs.want(self.host, &pack) else { return };
        self.state.work_out(texts);
        if !self.state.waits() {
            tell(self.host, "d", view::view(&self.state, texts).marks(), "");
        }
        self.effects();
    }

    /// Does what is pending: a question first, and the rest once its answer is there, where that comes soon.
    fn effects(&mut self) {
        let Some(texts) = self.packs.texts() else { return };
        let waits = self.state.waits();
        for effect in core::mem::take(&mut self.state.effects) {
            if waits && !matches!(effect, Effect::Ask(..)) {
                self.state.effects.push(effect);
            } else {
                perform(self.host, &self.state, effect, texts);
            }
        }
    }
}

fn perform(host: u32, state: &State, effect: Effect, texts: &Texts) {
    let Some(model) = &state.model else { return };
    match effect {
        Effect::Changed => {
            emit(host, "change", &files::json(state, model, false));
            if state.kept {
                tell(host, "k", &state.stored(), "");
            }
        }
        Effect::Focus(name, place) => {
            let place = if place == usize::MAX { String::new() } else { whole(place) };
            tell(host, "f", &[name, &place].concat(), "");
        }
        Effect::Ask(what, question) => tell(host, "x", what, &question),
        Effect::Frame => tell(host, "t", "", ""),
        Effect::Played => emit(host, "complete", &files::played(state, model)),
        Effect::CopyLink => tell(host, "l", &stored::for_address(&state.stored()), ""),
        Effect::Print => tell(host, "p", "plan", texts.get("adoption.title")),
        Effect::Download(format) => {
            let name = view::file_name(format, texts);
            match format {
                Format::Png => tell(host, "g", &name, ""),
                Format::Svg => tell(host, "v", &name, &chart::scene(state, model, texts).styled_svg("")),
                Format::Csv => tell(host, "s", &name, &table::csv(model, texts)),
                Format::Json => tell(host, "s", &name, &files::json(state, model, true)),
            }
        }
    }
}
