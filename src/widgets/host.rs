//! What the TypeScript shell does for an element: everything that reaches outside of it.
//!
//! Only text crosses this line, by one method each way, so an element needs no machinery for JavaScript's objects.

use wasm_bindgen::prelude::*;

use super::json::fault;

// The package's `www/src/host.ts`; the bundler resolves the name.
#[wasm_bindgen(raw_module = "#host")]
extern "C" {
    /// Asks the shell of the element with this number for something.
    ///
    /// | `what` | `first` | `second` |
    /// |---|---|---|
    /// | `d`: draw, so that the page is up to date | the marks of a [`drawing`](super::drawing) | |
    /// | `f`: focus an element | the id of an element | |
    /// | `e`: emit the event `olievlek-<first>` | its name | its detail as JSON |
    /// | `n`: need a text pack: fetch it, then send it | its name | |
    /// | `c`: copy text, then send whether it worked | the text | |
    /// | `l`: copy a link to this page | what to put in its fragment | |
    /// | `s`: save: offer a file | its name | its content |
    /// | `p`: print one part alone | the part | a title |
    /// | `k`: keep text on the device | the text; nothing forgets it | |
    ///
    /// What only one kind of element asks for stands with that element.
    pub(super) fn tell(host: u32, what: &str, first: &str, second: &str);
}

/// Emits an event of the element.
#[inline(never)]
pub(super) fn emit(host: u32, event: &str, detail: &str) {
    tell(host, "e", event, detail);
}

/// Tells the page what is wrong: a code, where, and what was given there.
#[inline(never)]
pub(super) fn fail(host: u32, code: &str, field: &str, given: &str) {
    emit(host, "error", &fault(code, field, given));
}
