use alloc::vec::Vec;

use super::{Item, Scene, Shape, class_of};

const WIDTH: f64 = 340.0;
const ROW: f64 = 46.0;
const BAR: f64 = 14.0;

/// A bar for each item under its name, with the reading at the end of the line.
///
/// An item without a value keeps an empty, dashed track: not known is not zero.
pub fn bars(title: &str, items: &[Item]) -> Scene {
    let mut shapes = Vec::new();
    let mut top = 4.0;
    for item in items {
        shapes.push(Shape::text("name", 1.0, top + 15.0, "start", &item.label));
        shapes.push(Shape::text("reading", WIDTH - 1.0, top + 15.0, "end", &item.reading));
        let track = if item.value.is_some() { "track" } else { "track undetermined" };
        shapes.push(Shape::rect(track, 1.0, top + 22.0, WIDTH - 2.0, BAR));
        if let Some(value) = item.value {
            // A sliver stays visible at zero, so that a zero is seen to be an answer.
            let width = ((WIDTH - 2.0) * value.clamp(0.0, 1.0)).max(3.0);
            shapes.push(Shape::rect(class_of(&FILLS, item), 1.0, top + 22.0, width, BAR));
        }
        top += ROW;
    }
    Scene { title: title.into(), width: WIDTH, height: top, shapes }
}

/// The classes of a bar: what it is, and how its value stands.
const FILLS: [&str; 4] = ["bar strong", "bar fragile", "bar weak", "bar"];
