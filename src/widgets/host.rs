//! What the TypeScript shell does for an element: everything that reaches outside of it.
//!
//! Only text crosses this line, by one method each way, so an element needs no machinery for JavaScript's objects.
#![allow(unreachable_pub, reason = "what an exported function takes must be `pub`, though no Rust user reaches it")]

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The shell of one element on the page.
    #[derive(Debug)]
    pub type Host;

    /// Asks the shell for something.
    ///
    /// | `what` | `first` | `second` |
    /// |---|---|---|
    /// | `draw`: bring the page up to date | the marks of a [`drawing`](super::drawing) | |
    /// | `focus`: put the focus somewhere | the id of an element | |
    /// | `emit`: fire the event `olievlek-<first>` | its name | its detail as JSON |
    /// | `need`: fetch a text pack, then send it | its name | |
    /// | `copy`: copy text, then send whether it worked | the text | |
    /// | `link`: copy a link to this page | what to put in its fragment | |
    /// | `save`: offer a file | its name | its content |
    /// | `print`: print one part alone | the part | a title |
    /// | `store`: keep text on the device | the text; nothing forgets it | |
    #[wasm_bindgen(method)]
    pub(super) fn tell(this: &Host, what: &str, first: &str, second: &str);
}
