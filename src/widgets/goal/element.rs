//! The layer between the page and a goal widget: reads options and events, performs what follows from them.
#![allow(unreachable_pub, reason = "what is exported to JavaScript must be `pub`, though no Rust user reaches it")]

use alloc::string::String;

use wasm_bindgen::prelude::*;

use super::message::Message;
use super::options::Options;
use super::reading::Reader;
use super::state::{Effect, Notice, State};
use super::view;
use crate::chart::push_whole;
use crate::content::{Language, Texts, cut, split};
use crate::smarti::reading::utf16_offsets;
use crate::widgets::host::{emit, fail, tell};
use crate::widgets::json::Json;
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
}

#[wasm_bindgen]
impl Goal {
    /// A widget that shows nothing before it is configured.
    #[wasm_bindgen(constructor)]
    pub fn new(host: u32) -> Self {
        Self { host, state: State::default(), packs: Packs::default(), words: None }
    }

    /// Takes what the page has to say, and answers where there is something to answer.
    ///
    /// | `what` | `text` | answer |
    /// |---|---|---|
    /// | `C`: configure | the options, a line each; see [`Options`] | |
    /// | `T`: texts | the name of a pack that was needed, a line break, and the pack or nothing when it cannot be had | |
    /// | `R`: restore | what was kept on the device | `kept`, or nothing when it has to be set aside |
    /// | `F`: storing failed | | |
    /// | `S`: snapshot | | the plan and what is being written, to restore from |
    /// | `V`: value | | the same as JSON |
    /// | `W`: write value | the same, or nothing for an empty plan | |
    /// | `I`: import | the content of a file | |
    /// | `B`: replied | a message to the wasm of the plan, a line break, and its reply | |
    /// | `E`: elements that came out weak | their ids, a line each | |
    /// | `O`: a panel was opened | its id | |
    /// | `M`: missing | | |
    /// | `X`: disabled | `1` or nothing | |
    /// | `Z`: apology | | what to show should all else fail, in the reader's language |
    /// | a message of the drawing | the text of the field that was used | |
    ///
    /// Beside what every widget asks of its shell, this one tells it:
    ///
    /// | `what` | `first` | `second` |
    /// |---|---|---|
    /// | `v`: the value | what goes along with a form | what is missing in it, in the reader's language |
    /// | `r`: select text | the id of a field | from and to, as JavaScript counts, with a blank between |
    /// | `x`: ask the wasm of the plan | a message, the language, today and the text of a field, with tabs between | the plan |
    pub fn send(&mut self, what: &str, text: &str) -> String {
        let mut answer = String::new();
        match what.as_bytes().first().copied().unwrap_or_default() {
            b'C' => self.configure(text),
            b'T' => {
                let (pack, texts) = cut(text, b'\n').unwrap_or((text, ""));
                self.provide(pack, texts);
            }
            b'R' => {
                if self.state.restore(text) {
                    answer.push_str("kept");
                } else {
                    fail(self.host, "stored-state", "store", text);
                }
            }
            b'F' => self.state.notice = Some(Notice::Plain("store-failed")),
            b'S' => return self.state.stored(),
            b'V' => return self.state.value(),
            b'W' if text.is_empty() => self.state.clear(),
            b'W' | b'I' => self.state.effects.push(Effect::Ask(what.into(), text.into())),
            b'B' => {
                let (message, reply) = cut(text, b'\n').unwrap_or((text, ""));
                match reply.strip_prefix('!') {
                    Some(fault) => self.refused(message, fault),
                    None => self.state.replied(message, reply),
                }
            }
            b'E' => self.state.start_from(text),
            b'O' => self.state.open(text),
            b'M' => {
                self.state.notice = Some(Notice::Missing);
                self.state.effects.push(Effect::Focus("goal".into()));
            }
            b'X' => self.state.disabled = !text.is_empty(),
            b'Z' => {
                if let Some(texts) = self.packs.texts() {
                    answer.push_str(texts.get("goal-widget.error.failed"));
                }
                return answer;
            }
            _ => {
                if self.packs.texts().is_some() && !self.state.update(Message::read(what, text)) {
                    self.perform();
                    return answer;
                }
            }
        }
        self.refresh();
        answer
    }
}

impl Goal {
    fn configure(&mut self, lines: &str) {
        let Options { common, today, labels, faults } = Options::read(lines);
        for (code, field, given) in &faults {
            fail(self.host, code, field, given);
        }
        let language = common.language();
        if self.state.language != language {
            self.state.language = language;
            self.state.reader = None;
        }
        self.state.set_today(today);
        self.state.labels = labels;
        self.state.kept = common.kept;
        self.state.effects.push(Effect::Form);
        self.state.read_again();
        self.state.look();
    }

    /// Takes a refusal of the wasm of the plan: a code, a field, and what is wrong in the words of the reader.
    fn refused(&mut self, message: &str, fault: &str) {
        let mut parts = split(fault, b'\t');
        let (code, field, said) = (parts.next(), parts.next(), parts.next());
        // Of what the page gave, the page hears.
        if message == "W" || message == "Z" {
            fail(self.host, code.unwrap_or_default(), field.unwrap_or_default(), "");
        }
        match message {
            "W" => self.state.effects.push(Effect::Changed),
            // A look that failed comes again.
            "l" => {}
            "T" => self.state.miss_times(),
            _ => self.state.notice = Some(said.map_or(Notice::Plain("no-plan"), |said| Notice::Wrong(said.into()))),
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
            self.state.look();
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
        self.perform();
        let language = self.state.language;
        // The words come after the texts: what can be seen comes first.
        if matches!(language, Language::NlBe | Language::En) && self.words != Some(language) {
            self.words = Some(language);
            self.state.unreadable = false;
            tell(self.host, "n", &words_name(language), "");
        }
    }

    /// Does what is pending.
    fn perform(&mut self) {
        let effects = core::mem::take(&mut self.state.effects);
        let Some(texts) = self.packs.texts() else { return };
        for effect in effects {
            self.perform_one(effect, texts);
        }
    }

    fn perform_one(&self, effect: Effect, texts: &Texts) {
        let Self { host, state, .. } = self;
        let host = *host;
        match effect {
            Effect::Changed | Effect::Form => {
                let value = state.value();
                tell(host, "v", &value, if state.goals > 0 { "" } else { texts.get("goal-widget.required") });
                if effect == Effect::Changed {
                    emit(host, "change", &told(&value, None));
                    if state.kept {
                        tell(host, "k", &state.stored(), "");
                    }
                }
            }
            Effect::Completed => emit(host, "complete", &told(&state.value(), Some(state.goals))),
            Effect::Focus(id) => tell(host, "f", &id, ""),
            Effect::Select(start, end) => {
                let mut range = String::new();
                for offset in utf16_offsets(&state.work.draft.text, &[start, end]) {
                    if !range.is_empty() {
                        range.push(' ');
                    }
                    push_whole(&mut range, offset as u32);
                }
                tell(host, "r", "goal", &range);
            }
            Effect::Print => tell(host, "p", "plan", texts.get("goal-widget.list")),
            Effect::Save => tell(host, "s", &[texts.get("goal-widget.file"), ".json"].concat(), &state.value()),
            Effect::Ask(message, field) => {
                // A plan from outside takes the place of ours, and times are asked for without one.
                let (field, plan) = match &*message {
                    "W" | "I" | "Z" => ("", field.clone()),
                    "T" => (&*field, String::new()),
                    _ => (&*field, state.question()),
                };
                let about = [&message, "\t", state.language.as_str(), "\t", &state.today, "\t", field].concat();
                tell(host, "x", &about, &plan);
            }
        }
    }
}

/// The name that the words of a language are published by.
fn words_name(language: Language) -> String {
    ["goal-words.", language.as_str()].concat()
}

/// What `olievlek-change` tells, and with `goals` what `olievlek-complete` does.
fn told(value: &str, goals: Option<u32>) -> String {
    let mut json = Json::default();
    json.open('{');
    if let Some(goals) = goals {
        json.whole("goals", goals as u16);
    }
    json.name("value");
    let value = if value.is_empty() { "{}" } else { value };
    [&*json.into_text(), value, "}"].concat()
}
