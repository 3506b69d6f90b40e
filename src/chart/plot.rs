use alloc::string::String;
use alloc::vec::Vec;

use super::{Mark, Point, Scene, Shape, push_point};

const LEFT: f64 = 38.0;
const RIGHT: f64 = 10.0;
const HEAD: f64 = 28.0;
const GAP: f64 = 6.0;
const FOOT: f64 = 24.0;

/// Curves over time: one or more panels, one above the other, that share the time below them.
///
/// What each is drawn with is its class: `curve`, `curve fit`, `area`, `seen` and so on, which a page styles. Times and
/// values are in the units of the caller; only [`ticks`](Self::ticks) and [`notes`](Self::notes) stand at a share of the
/// width, from 0 to 1, as everywhere in this module.
///
/// # Examples
///
/// ```
/// use olievlek::chart::{Layer, Mark, Panel, Plot};
///
/// let curve = Layer::line("curve", vec![(0.0, 0.0), (1.0, 12.0), (2.0, 12.0), (3.0, 40.0)]);
/// let mut panel = Panel::new("Doen mee", 160.0, 40.0);
/// panel.ticks = vec![(0.0, "0".into()), (40.0, "40".into())];
/// panel.layers.push(curve);
/// let mut plot = Plot::new("Wie doet mee?", 480.0, (0.0, 3.0));
/// plot.rests = vec![(1.0, 2.0)];
/// plot.ticks = vec![Mark { label: "sep".into(), at: 0.0 }];
/// plot.panels.push(panel);
/// let svg = plot.scene().to_svg();
/// assert!(svg.contains("class=\"curve\"") && svg.contains("class=\"rest\""));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// What the drawing shows, in one sentence.
    pub title: String,
    /// The width of the drawing.
    pub width: f64,
    /// The first and the last time.
    pub span: (f64, f64),
    /// Stretches of time in which nothing moves.
    pub rests: Vec<(f64, f64)>,
    /// Names below the time.
    pub ticks: Vec<Mark>,
    /// Lines through all panels, each with a class and its name above them.
    pub notes: Vec<(&'static str, Mark)>,
    /// From top to bottom.
    pub panels: Vec<Panel>,
    /// A time that is read, and the value in each panel there.
    pub reading: Option<(f64, Vec<f64>)>,
}

/// One panel of a [`Plot`].
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Its name, above it.
    pub name: String,
    /// The height of the panel itself, without what stands around it.
    pub height: f64,
    /// The highest value.
    pub top: f64,
    /// Values with their names, at the left.
    pub ticks: Vec<(f64, String)>,
    /// A stretch of values that is marked, with its name.
    pub band: Option<(f64, f64, String)>,
    /// The last on top.
    pub layers: Vec<Layer>,
}

/// What is drawn in a [`Panel`].
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    class: &'static str,
    what: What,
}

#[derive(Clone, Debug, PartialEq)]
enum What {
    Line(Vec<Point>),
    Area(Vec<(f64, f64, f64)>),
    Dots(Vec<Point>),
}

impl Layer {
    /// A line through points of a time and a value.
    pub const fn line(class: &'static str, points: Vec<(f64, f64)>) -> Self {
        Self { class, what: What::Line(points) }
    }

    /// An area between two values at each time.
    pub const fn area(class: &'static str, points: Vec<(f64, f64, f64)>) -> Self {
        Self { class, what: What::Area(points) }
    }

    /// A dot for each point.
    pub const fn dots(class: &'static str, points: Vec<(f64, f64)>) -> Self {
        Self { class, what: What::Dots(points) }
    }
}

impl Panel {
    /// A panel of a name, a height and a highest value, with nothing in it.
    pub fn new(name: &str, height: f64, top: f64) -> Self {
        Self { name: name.into(), height, top, ticks: Vec::new(), band: None, layers: Vec::new() }
    }
}

/// The place of a panel in the drawing.
struct Frame {
    x: (f64, f64),
    span: (f64, f64),
    base: f64,
    height: f64,
    top: f64,
}

impl Frame {
    fn x(&self, time: f64) -> f64 {
        let length = self.span.1 - self.span.0;
        let share = if length > 0.0 { (time - self.span.0) / length } else { 0.0 };
        self.x.0 + (self.x.1 - self.x.0) * share.clamp(0.0, 1.0)
    }

    fn y(&self, value: f64) -> f64 {
        let share = if self.top > 0.0 { value / self.top } else { 0.0 };
        self.base - self.height * share.clamp(0.0, 1.0)
    }

    fn at(&self, (time, value): Point) -> Point {
        (self.x(time), self.y(value))
    }
}

impl Plot {
    /// A plot of a title, a width and a stretch of time, with nothing in it.
    pub fn new(title: &str, width: f64, span: (f64, f64)) -> Self {
        Self {
            title: title.into(),
            width,
            span,
            rests: Vec::new(),
            ticks: Vec::new(),
            notes: Vec::new(),
            panels: Vec::new(),
            reading: None,
        }
    }

    /// The share of the drawing's width at which the time begins, and at which it ends.
    pub fn inset(width: f64) -> (f64, f64) {
        (LEFT / width, 1.0 - RIGHT / width)
    }

    /// The drawing.
    pub fn scene(&self) -> Scene {
        let mut shapes = Vec::new();
        let x = (LEFT, self.width - RIGHT);
        // The names of notes stand in rows of their own, so that none lies on another.
        let top = 16.0 * self.notes.len() as f64;
        let mut bottom = top;
        for (place, panel) in self.panels.iter().enumerate() {
            let base = bottom + HEAD + panel.height;
            let frame = Frame { x, span: self.span, base, height: panel.height, top: panel.top };
            self.panel(&mut shapes, panel, &frame);
            if let Some((time, values)) = &self.reading {
                let x = frame.x(*time);
                shapes.push(Shape::line("reader", (x, base - panel.height), (x, base)));
                if let Some(value) = values.get(place) {
                    shapes.push(Shape::dot("reader", frame.at((*time, *value))));
                }
            }
            bottom = base + GAP;
        }
        for mark in &self.ticks {
            let at = x.0 + (x.1 - x.0) * mark.at;
            shapes.push(Shape::line("tick", (at, bottom - GAP), (at, bottom - 1.0)));
            shapes.push(Shape::text("part", at, bottom + 12.0, anchor(mark.at), &mark.label));
        }
        for (place, (class, mark)) in self.notes.iter().enumerate() {
            let at = x.0 + (x.1 - x.0) * mark.at.clamp(0.0, 1.0);
            let label = 12.0 + 16.0 * place as f64;
            // A line in each panel, so that it crosses no name.
            let mut roof = top + HEAD;
            for panel in &self.panels {
                shapes.push(Shape::line(class, (at, roof), (at, roof + panel.height)));
                roof += panel.height + GAP + HEAD;
            }
            shapes.push(Shape::text(class, at, label, wide_anchor(mark.at), &mark.label));
        }
        Scene { title: self.title.clone(), width: self.width, height: bottom + FOOT - GAP, shapes }
    }

    fn panel(&self, shapes: &mut Vec<Shape>, panel: &Panel, frame: &Frame) {
        let (left, right) = frame.x;
        let roof = frame.base - frame.height;
        shapes.push(Shape::text("name", 1.0, roof - 10.0, "start", &panel.name));
        for (start, end) in &self.rests {
            let (start, end) = (frame.x(*start), frame.x(*end));
            if end > start {
                shapes.push(Shape::new(
                    "rect",
                    "rest",
                    &["x", "y", "width", "height"],
                    &[start, roof, end - start, frame.height],
                ));
            }
        }
        for (value, label) in &panel.ticks {
            let y = frame.y(*value);
            shapes.push(Shape::line("grid", (left, y), (right, y)));
            shapes.push(Shape::text("value", left - 6.0, y + 4.0, "end", label));
        }
        if let Some((from, to, label)) = &panel.band {
            let (high, low) = (frame.y(*to), frame.y(*from));
            shapes.push(Shape::new(
                "rect",
                "zone",
                &["x", "y", "width", "height"],
                &[left, high, right - left, low - high],
            ));
            shapes.push(Shape::text("zone", right - 4.0, high + 14.0, "end", label));
        }
        for layer in &panel.layers {
            match &layer.what {
                What::Line(points) => {
                    let mut text = String::new();
                    points.iter().for_each(|point| push_point(&mut text, frame.at(*point)));
                    shapes.push(Shape { tag: "polyline", ..Shape::polygon(layer.class, text) });
                }
                What::Area(points) => {
                    let mut text = String::new();
                    points.iter().for_each(|(time, low, _)| push_point(&mut text, frame.at((*time, *low))));
                    points.iter().rev().for_each(|(time, _, high)| push_point(&mut text, frame.at((*time, *high))));
                    shapes.push(Shape::polygon(layer.class, text));
                }
                What::Dots(points) => {
                    points.iter().for_each(|point| shapes.push(Shape::dot(layer.class, frame.at(*point))));
                }
            }
        }
    }
}

/// How a short name hangs on its place, so that it stays inside.
fn anchor(at: f64) -> &'static str {
    if at > 0.97 { "end" } else { "start" }
}

/// The same for a long one.
fn wide_anchor(at: f64) -> &'static str {
    match at {
        at if at < 0.3 => "start",
        at if at > 0.7 => "end",
        _ => "middle",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    fn plot() -> Plot {
        let mut plot = Plot::new("t", 348.0, (10.0, 20.0));
        let mut panel = Panel::new("n", 100.0, 50.0);
        panel.layers = vec![
            Layer::line("curve", vec![(10.0, 0.0), (15.0, 25.0), (20.0, 80.0)]),
            Layer::area("area", vec![(10.0, 0.0, 10.0), (20.0, 10.0, 20.0)]),
            Layer::dots("seen", vec![(12.5, 5.0)]),
        ];
        plot.panels.push(panel);
        plot
    }

    fn attribute<'a>(scene: &'a Scene, class: &str, name: &str) -> Vec<&'a str> {
        let of_class = scene.shapes.iter().filter(|shape| shape.class == class);
        of_class.flat_map(|shape| &shape.attributes).filter(|(known, _)| *known == name).map(|(_, v)| &**v).collect()
    }

    #[test]
    fn a_point_stands_at_its_time_and_value() {
        let scene = plot().scene();
        // From 38 to 338 is the time, and 128 is where a value of 0 stands; what is too high stays inside.
        assert_eq!(attribute(&scene, "curve", "points"), ["38,128 188,78 338,28"]);
        assert_eq!(attribute(&scene, "area", "points"), ["38,128 338,108 338,88 38,108"]);
        assert_eq!(attribute(&scene, "seen", "cx"), ["113"]);
        assert_eq!(scene.height, 152.0);
    }

    #[test]
    fn a_reading_goes_through_all_panels_and_a_note_has_a_row() {
        let mut plot = plot();
        plot.panels.push(Panel::new("m", 40.0, 1.0));
        let before = plot.scene().height;
        plot.reading = Some((15.0, vec![25.0, 0.5]));
        plot.notes = vec![("chasm", Mark { label: "x".into(), at: 0.1 }), ("now", Mark { label: "y".into(), at: 0.9 })];
        let scene = plot.scene();
        assert_eq!(scene.height, before + 32.0);
        assert_eq!(attribute(&scene, "reader", "cx"), ["188", "188"]);
        let anchors: Vec<_> =
            [attribute(&scene, "chasm", "text-anchor"), attribute(&scene, "now", "text-anchor")].concat();
        assert_eq!(anchors, ["start", "end"]);
    }

    #[test]
    fn rests_outside_of_the_time_and_empty_plots_draw_nothing() {
        let mut plot = plot();
        plot.rests = vec![(0.0, 5.0), (12.0, 13.0), (30.0, 31.0)];
        assert_eq!(attribute(&plot.scene(), "rest", "x"), ["98"]);
        plot.span = (10.0, 10.0);
        assert!(!plot.scene().to_svg().contains("NaN"));
    }
}
