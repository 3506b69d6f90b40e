use alloc::vec::Vec;

use super::{Item, Scene, Shape};

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
        let bar = [1.0, top + 22.0, WIDTH - 2.0, BAR];
        shapes.push(Shape::text("name", (1.0, top + 15.0), "start", &item.label));
        shapes.push(Shape::text("reading", (WIDTH - 1.0, top + 15.0), "end", &item.reading));
        shapes.push(Shape::rect(if item.value.is_some() { "track" } else { "track undetermined" }, bar));
        if let Some(value) = item.value {
            let [x, y, width, height] = bar;
            // A sliver stays visible at zero, so that a zero is seen to be an answer.
            shapes.push(Shape::rect(fill(item.class), [x, y, (width * value.clamp(0.0, 1.0)).max(3.0), height]));
        }
        top += ROW;
    }
    Scene { title: title.into(), width: WIDTH, height: top, shapes }
}

fn fill(class: &'static str) -> &'static str {
    match class {
        "strong" => "bar strong",
        "fragile" => "bar fragile",
        "weak" => "bar weak",
        _ => "bar",
    }
}
