//! What a view draws: elements, text and messages, written down as one line of marks.
//!
//! The shell reads the marks and brings the page up to date with them, so a whole view crosses to the page in one call
//! and an element's wasm holds no bindings to the page at all. A mark is a control character; what follows, up to the next
//! one, belongs to it:
//!
//! | mark | what follows |
//! |---|---|
//! | 1, 2 | the tag of an HTML or an SVG element that begins here, and plain attributes after blanks: `p part=text` |
//! | 3 | another attribute of it: name, `=`, value |
//! | 4 | text: never markup, whatever it holds |
//! | 5 | nothing: the element ends here |
//! | 6 | a key: elements of different keys are never made into one another |
//! | 7 | the message to send when it is used: a click, or for a field a change |
//! | 8 | what a field holds, a property since people change it too: its value, or `1` for a radio button that is on |
//!
//! A `part`, by which a page styles an element, is its class as well, by which we do.

use alloc::string::String;

use crate::chart::{Scene, push_whole};
use crate::content::Texts;

const HTML: char = '\u{1}';
const SVG: char = '\u{2}';
const ATTRIBUTE: char = '\u{3}';
const TEXT: char = '\u{4}';
const END: char = '\u{5}';
const KEY: char = '\u{6}';
const MESSAGE: char = '\u{7}';
const HELD: char = '\u{8}';

/// The marks of a view, as they are written, in the language of these texts.
///
/// Its methods are never inlined: a view is a long row of calls, and each would weigh several times as much otherwise.
#[derive(Debug)]
pub(super) struct Drawing<'a> {
    marks: String,
    pub(super) texts: &'a Texts,
}

impl<'a> Drawing<'a> {
    pub(super) fn new(texts: &'a Texts) -> Self {
        Self { marks: String::new(), texts }
    }

    /// Writes a mark and what follows it; what people typed holds no marks, while their tabs and line breaks stay.
    #[inline(never)]
    fn mark(&mut self, mark: char, text: &str) {
        self.marks.push(mark);
        if cfg!(feature = "widget-adoption") && text.bytes().all(|byte| byte >= b'\t') {
            // All at once: a view that follows a slider is forty thousand characters, sixty times a second. The others go
            // without these bytes.
            self.marks.push_str(text);
            return;
        }
        for character in text.chars() {
            self.marks.push(if character < '\t' { ' ' } else { character });
        }
    }

    /// Begins an element: a tag, and plain attributes after blanks.
    #[inline(never)]
    pub(super) fn open(&mut self, element: &str) {
        self.mark(HTML, element);
    }

    /// Ends the element that began last.
    #[inline(never)]
    pub(super) fn close(&mut self) {
        self.marks.push(END);
    }

    /// Ends several elements.
    pub(super) fn close_all(&mut self, elements: usize) {
        (0..elements).for_each(|_| self.close());
    }

    /// Gives the element an attribute.
    #[inline(never)]
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        self.mark(ATTRIBUTE, &[name, "=", value].concat());
    }

    /// Puts text into the element.
    #[inline(never)]
    pub(super) fn text(&mut self, text: &str) {
        self.mark(TEXT, text);
    }

    /// An element with text in it.
    #[inline(never)]
    pub(super) fn leaf(&mut self, element: &str, text: &str) {
        self.open(element);
        self.text(text);
        self.close();
    }

    /// An element with the text of a key in it.
    #[inline(never)]
    pub(super) fn say(&mut self, element: &str, key: &str) {
        self.leaf(element, self.texts.get(key));
    }

    /// Gives the element the text of a key as its name for screen readers.
    #[inline(never)]
    pub(super) fn label(&mut self, key: &str) {
        self.attribute("aria-label", self.texts.get(key));
    }

    /// Keeps the element apart from those of other keys.
    pub(super) fn key(&mut self, key: usize) {
        self.marks.push(KEY);
        push_whole(&mut self.marks, key as u32);
    }

    pub(super) fn checked(&mut self, checked: bool) {
        self.value(if checked { "1" } else { "" });
    }

    /// Gives the field its value. While that is what someone typed, the page leaves the field alone.
    #[inline(never)]
    pub(super) fn value(&mut self, value: &str) {
        self.mark(HELD, value);
    }

    /// Gives the element the message to send when it is used.
    #[inline(never)]
    pub(super) fn on(&mut self, message: &str) {
        self.mark(MESSAGE, message);
    }

    /// A button that says the text of a key and sends a message.
    #[inline(never)]
    pub(super) fn button(&mut self, part: &str, key: &str, message: &str) {
        self.open("button type=button");
        self.attribute("part", part);
        self.on(message);
        self.text(self.texts.get(key));
        self.close();
    }

    /// A chart, in the words and colours of the page.
    #[inline(never)]
    pub(super) fn chart(&mut self, scene: &Scene) {
        self.mark(SVG, "svg part=chart role=img");
        self.marks.push(ATTRIBUTE);
        self.marks.push_str("viewBox=0 0 ");
        push_whole(&mut self.marks, scene.width as u32);
        self.marks.push(' ');
        push_whole(&mut self.marks, scene.height as u32);
        self.attribute("aria-label", &scene.title);
        for shape in &scene.shapes {
            self.mark(SVG, shape.tag);
            self.attribute("class", shape.class);
            for (name, value) in &shape.attributes {
                self.attribute(name, value);
            }
            if !shape.text.is_empty() {
                self.text(&shape.text);
            }
            self.close();
        }
        self.close();
    }

    /// Puts in what was drawn elsewhere, in other texts.
    pub(super) fn put(&mut self, marks: &str) {
        self.marks.push_str(marks);
    }

    /// The marks.
    pub(super) fn marks(&self) -> &str {
        &self.marks
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::content::Language;
    use alloc::vec::Vec;

    impl Drawing<'_> {
        /// What follows each of these marks, for tests that read a view as its user would.
        pub(in super::super) fn all(&self, mark: char) -> Vec<&str> {
            let end = |c: char| c < '\t';
            let pieces = self.marks.split_inclusive(end).scan(None, |before: &mut Option<char>, piece| {
                let this = before.replace(piece.chars().next_back()?);
                Some((this, piece.trim_end_matches(end)))
            });
            pieces.filter(|(found, _)| *found == Some(mark)).map(|(_, text)| text).collect()
        }

        /// All text in it.
        pub(in super::super) fn all_text(&self) -> String {
            self.all(TEXT).join(" ")
        }

        /// How many elements of this tag are in it.
        pub(in super::super) fn count(&self, tag: &str) -> usize {
            self.all(HTML).iter().filter(|found| found.split(' ').next() == Some(tag)).count()
        }

        /// What the fields hold: their values, and `1` for each radio button that is on.
        pub(in super::super) fn held(&self) -> Vec<&str> {
            self.all(HELD)
        }
    }

    #[test]
    fn what_people_type_holds_no_marks() {
        let texts = Texts::parse(Language::En, String::new());
        let mut drawing = Drawing::new(&texts);
        drawing.open("p part=text");
        drawing.text("a\u{1}script\u{5}<b>");
        drawing.value("x\u{8}\ty\r\nz");
        drawing.attribute("title", "x\u{3}onclick=y");
        drawing.close();
        assert_eq!(drawing.marks(), "\u{1}p part=text\u{4}a script <b>\u{8}x \ty\r\nz\u{3}title=x onclick=y\u{5}");
        assert_eq!((drawing.count("p"), drawing.all_text().as_str()), (1, "a script <b>"));
    }
}
