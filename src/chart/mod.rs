//! Charts as a small scene, drawn as SVG text natively and as DOM nodes in a widget.
//!
//! A [`Scene`] knows shapes and their class, no colours: a page styles the classes, and [`Scene::to_svg`] brings a style
//! of its own for a file that stands alone. Coordinates are in the scene's own units and written with one decimal, so
//! that the same scene gives the same text everywhere.

mod bars;
mod plot;
mod radar;
mod stacked;
mod stretch;

pub use bars::bars;
pub use plot::{Layer, Panel, Plot};
pub use radar::radar;
pub use stacked::{Stack, stacked};
pub use stretch::{Mark, stretch};

use alloc::string::String;
use alloc::vec::Vec;

/// One value of a chart, with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The name beside the value.
    pub label: String,
    /// The value in words, so that no reader depends on length or colour.
    pub reading: String,
    /// 0 to 1, or absent where it is not known.
    pub value: Option<f64>,
    /// The class that says how the value stands, such as `weak`.
    pub class: &'static str,
}

/// A drawing: shapes in a box of `width` by `height` units.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// What the drawing shows, in one sentence.
    pub title: String,
    /// The width of the box.
    pub width: f64,
    /// The height of the box.
    pub height: f64,
    /// The shapes, the last on top.
    pub shapes: Vec<Shape>,
}

/// A shape: an SVG element with its attributes in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// The name of the SVG element.
    pub tag: &'static str,
    /// Its class, which says what it is.
    pub class: &'static str,
    /// Its attributes.
    pub attributes: Vec<(&'static str, String)>,
    /// Its text, for a `text`.
    pub text: String,
}

impl Shape {
    /// A shape with these numbers as the attributes of these names.
    #[inline(never)]
    fn new(tag: &'static str, class: &'static str, names: &[&'static str], numbers: &[f64]) -> Self {
        let mut attributes = Vec::new();
        for (name, number) in names.iter().zip(numbers) {
            let mut value = String::new();
            push_fixed(&mut value, *number);
            attributes.push((*name, value));
        }
        Self { tag, class, attributes, text: String::new() }
    }

    #[inline(never)]
    fn rect(class: &'static str, x: f64, y: f64, width: f64, height: f64) -> Self {
        Self::new("rect", class, &["x", "y", "width", "height", "rx"], &[x, y, width, height, 3.0])
    }

    fn line(class: &'static str, (x1, y1): Point, (x2, y2): Point) -> Self {
        Self::new("line", class, &["x1", "y1", "x2", "y2"], &[x1, y1, x2, y2])
    }

    fn dot(class: &'static str, (x, y): Point) -> Self {
        Self::new("circle", class, &["cx", "cy", "r"], &[x, y, 4.0])
    }

    /// A polygon of points as [`push_point`] writes them.
    fn polygon(class: &'static str, points: String) -> Self {
        let mut shape = Self::new("polygon", class, &[], &[]);
        shape.attributes.push(("points", points));
        shape
    }

    #[inline(never)]
    fn text(class: &'static str, x: f64, y: f64, anchor: &str, text: &str) -> Self {
        let mut shape = Self::new("text", class, &["x", "y"], &[x, y]);
        shape.attributes.push(("text-anchor", anchor.into()));
        shape.text = text.into();
        shape
    }
}

/// A place in a drawing.
type Point = (f64, f64);

/// Writes a point after those that are there.
#[inline(never)]
fn push_point(points: &mut String, (x, y): Point) {
    if !points.is_empty() {
        points.push(' ');
    }
    push_fixed(points, x);
    points.push(',');
    push_fixed(points, y);
}

/// The one of these classes that ends with the class of an item, or else the last.
fn class_of(classes: &[&'static str], item: &Item) -> &'static str {
    let mut found = "";
    for class in classes {
        found = class;
        if class.ends_with(item.class) {
            break;
        }
    }
    found
}

impl Scene {
    /// The drawing as an SVG file that stands alone, with a title for screen readers.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::chart::{Item, bars};
    ///
    /// let item = Item { label: "a < b".into(), reading: "zwak".into(), value: Some(0.25), class: "weak" };
    /// let svg = bars("Voorbeeld", &[item]).to_svg();
    /// assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    /// assert!(svg.contains("a &lt; b"));
    /// ```
    pub fn to_svg(&self) -> String {
        self.styled_svg(concat!(include_str!("chart.css"), include_str!("plot.css"), include_str!("stacked.css")))
    }

    /// The same file with another style; a widget leaves it empty, since its shell has ours at hand.
    pub(crate) fn styled_svg(&self, style: &str) -> String {
        let mut svg = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ");
        push_fixed(&mut svg, self.width);
        svg.push(' ');
        push_fixed(&mut svg, self.height);
        svg.push_str("\" width=\"");
        push_fixed(&mut svg, self.width);
        svg.push_str("\" height=\"");
        push_fixed(&mut svg, self.height);
        svg.push_str("\"><title>");
        push_escaped(&mut svg, &self.title);
        svg.push_str("</title><style>");
        svg.push_str(style);
        svg.push_str("</style><rect class=\"ground\" width=\"100%\" height=\"100%\"/>");
        for shape in &self.shapes {
            svg.push('<');
            svg.push_str(shape.tag);
            push_attribute(&mut svg, "class", shape.class);
            for (name, value) in &shape.attributes {
                push_attribute(&mut svg, name, value);
            }
            if shape.text.is_empty() {
                svg.push_str("/>");
            } else {
                svg.push('>');
                push_escaped(&mut svg, &shape.text);
                svg.push_str("</");
                svg.push_str(shape.tag);
                svg.push('>');
            }
        }
        svg.push_str("</svg>\n");
        svg
    }

    /// This drawing with another under it.
    #[must_use]
    pub fn above(mut self, mut below: Self) -> Self {
        for shape in &mut below.shapes {
            let mut transform = String::from("translate(0 ");
            push_fixed(&mut transform, self.height);
            transform.push(')');
            shape.attributes.push(("transform", transform));
        }
        self.width = self.width.max(below.width);
        self.height += below.height;
        self.shapes.append(&mut below.shapes);
        self
    }
}

fn push_attribute(svg: &mut String, name: &str, value: &str) {
    svg.push(' ');
    svg.push_str(name);
    svg.push_str("=\"");
    push_escaped(svg, value);
    svg.push('"');
}

/// Writes text so that XML reads it as text; characters that XML does not know are left out.
pub(crate) fn push_escaped(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            character if character.is_control() || matches!(character, '\u{FFFE}' | '\u{FFFF}') => {}
            character => out.push(character),
        }
    }
}

/// Writes a number with at most one decimal, halves rounded away from zero.
#[inline(never)]
fn push_fixed(out: &mut String, value: f64) {
    let tenths = (value.abs() * 10.0 + 0.5) as u32;
    if value < 0.0 && tenths > 0 {
        out.push('-');
    }
    push_whole(out, tenths / 10);
    if !tenths.is_multiple_of(10) {
        out.push('.');
        push_whole(out, tenths % 10);
    }
}

/// A whole number as text.
#[inline(never)]
pub(crate) fn whole(value: usize) -> String {
    let mut text = String::new();
    push_whole(&mut text, value as u32);
    text
}

/// Writes a whole number without the formatting machinery, which would double a widget's weight.
pub(crate) fn push_whole(out: &mut String, value: u32) {
    if value >= 10 {
        push_whole(out, value / 10);
    }
    out.push(char::from(b'0' + (value % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_one_decimal_at_most() {
        for (value, text) in [(0.0, "0"), (-0.04, "0"), (12.34, "12.3"), (-1.25, "-1.3"), (100.0, "100"), (0.96, "1")] {
            let mut out = String::new();
            push_fixed(&mut out, value);
            assert_eq!(out, text);
        }
    }

    #[test]
    fn text_stays_text() {
        let mut out = String::new();
        push_escaped(&mut out, "<a href=\"x\">'&\u{0}\u{7}</a>");
        assert_eq!(out, "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&lt;/a&gt;");
    }
}
