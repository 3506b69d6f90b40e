use alloc::vec::Vec;

use super::{Item, Scene, Shape};

const WIDTH: f64 = 340.0;
const HEIGHT: f64 = 270.0;
const RADIUS: f64 = 96.0;

/// A radar: an axis for each item, clockwise from the top, with a web at 0.25, 0.5, 0.75 and 1.
///
/// Only values that are known get a dot. The area is drawn when all of them are, since a side drawn to an unknown value
/// would show something that nobody said.
pub fn radar(title: &str, items: &[Item]) -> Scene {
    let (x, y) = (WIDTH / 2.0, HEIGHT / 2.0 + 4.0);
    let directions: Vec<(f64, f64)> = (0..items.len())
        .map(|index| {
            let angle = core::f64::consts::TAU * index as f64 / items.len() as f64;
            (libm::sin(angle), -libm::cos(angle))
        })
        .collect();
    let at = |(dx, dy): (f64, f64), share: f64| (x + dx * RADIUS * share, y + dy * RADIUS * share);

    let mut shapes: Vec<Shape> = [0.25, 0.5, 0.75, 1.0]
        .into_iter()
        .map(|share| Shape::polygon("web", directions.iter().map(|direction| at(*direction, share))))
        .collect();
    for (direction, item) in directions.iter().zip(items) {
        let (end_x, end_y) = at(*direction, 1.0);
        shapes.push(Shape::line("axis", [x, y, end_x, end_y]));
        let anchor = match direction.0 {
            side if side > 0.1 => "start",
            side if side < -0.1 => "end",
            _ => "middle",
        };
        let (label_x, label_y) = at(*direction, 1.08);
        // Text hangs on its base line: lift it at the top, lower it at the bottom.
        shapes.push(Shape::text("name", (label_x, label_y + 4.0 + 6.0 * direction.1), anchor, &item.label));
    }
    let known = || directions.iter().zip(items).filter_map(|(direction, item)| Some((at(*direction, item.value?.clamp(0.0, 1.0)), item)));
    if items.iter().all(|item| item.value.is_some()) {
        shapes.push(Shape::polygon("area", known().map(|(point, _)| point)));
    }
    shapes.extend(known().map(|(point, item)| {
        let class = match item.class {
            "strong" => "dot strong",
            "fragile" => "dot fragile",
            "weak" => "dot weak",
            _ => "dot",
        };
        Shape::dot(class, point)
    }));
    Scene { title: title.into(), width: WIDTH, height: HEIGHT, shapes }
}
