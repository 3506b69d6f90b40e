use alloc::string::String;
use alloc::vec::Vec;

use super::{Item, Point, Scene, Shape, class_of, push_point};

const WIDTH: f64 = 384.0;
const HEIGHT: f64 = 270.0;
const RADIUS: f64 = 92.0;

/// A radar: an axis for each item, clockwise from the top, with a web at 0.25, 0.5, 0.75 and 1.
///
/// Only values that are known get a dot. The area is drawn when all of them are, since a side drawn to an unknown value
/// would show something that nobody said.
pub fn radar(title: &str, items: &[Item]) -> Scene {
    let (sin, cos) = sin_cos(core::f64::consts::TAU / items.len().max(1) as f64);
    let mut directions = Vec::new();
    let (mut x, mut y) = (0.0, -1.0);
    for _ in items {
        directions.push((x, y));
        // The next axis is this one turned on.
        (x, y) = (x * cos - y * sin, x * sin + y * cos);
    }

    let mut shapes = Vec::new();
    for share in &[0.25, 0.5, 0.75, 1.0] {
        let mut points = String::new();
        for way in &directions {
            push_point(&mut points, at(*way, *share));
        }
        shapes.push(Shape::polygon("web", points));
    }
    let (mut known, mut area) = (0, String::new());
    let mut dots = Vec::new();
    for (way, item) in directions.into_iter().zip(items) {
        shapes.push(Shape::line("axis", at(way, 0.0), at(way, 1.0)));
        let anchor = match way.0 {
            side if side > 0.1 => "start",
            side if side < -0.1 => "end",
            _ => "middle",
        };
        let (x, y) = at(way, 1.08);
        // Text hangs on its base line: lift it at the top, lower it at the bottom.
        shapes.push(Shape::text("name", x, y + 4.0 + 6.0 * way.1, anchor, &item.label));
        if let Some(value) = item.value {
            let point = at(way, value.clamp(0.0, 1.0));
            known += 1;
            push_point(&mut area, point);
            dots.push(Shape::dot(class_of(&DOTS, item), point));
        }
    }
    if known == items.len() {
        shapes.push(Shape::polygon("area", area));
    }
    shapes.append(&mut dots);
    Scene { title: title.into(), width: WIDTH, height: HEIGHT, shapes }
}

/// The place on an axis at a share of its length.
#[inline(never)]
fn at((x, y): Point, share: f64) -> Point {
    (WIDTH / 2.0 + x * RADIUS * share, HEIGHT / 2.0 + 4.0 + y * RADIUS * share)
}

/// The classes of a dot: what it is, and how its value stands.
const DOTS: [&str; 4] = ["dot strong", "dot fragile", "dot weak", "dot"];

/// Sine and cosine by their series: exact to what a drawing shows, the same everywhere, and a tenth of `libm`'s weight.
fn sin_cos(angle: f64) -> (f64, f64) {
    let (mut sin, mut cos, mut term) = (0.0, 0.0, 1.0);
    for step in 0..40 {
        match step % 4 {
            0 => cos += term,
            1 => sin += term,
            2 => cos -= term,
            _ => sin -= term,
        }
        term *= angle / f64::from(step + 1);
    }
    (sin, cos)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_series_is_the_sine() {
        for axes in 1..=12 {
            let angle = core::f64::consts::TAU / f64::from(axes);
            let (sin, cos) = super::sin_cos(angle);
            assert!((sin - libm::sin(angle)).abs() < 1e-12 && (cos - libm::cos(angle)).abs() < 1e-12, "{axes}");
        }
    }
}
