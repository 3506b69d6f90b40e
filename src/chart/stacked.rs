use alloc::string::String;
use alloc::vec::Vec;

use super::{Scene, Shape, whole};

const WIDTH: f64 = 340.0;
const ROW: f64 = 52.0;
const BAR: f64 = 20.0;
/// How much of a row its words take.
const WORDS: f64 = 20.0;
/// How much of a bar a digit takes, with room at its sides.
const DIGIT: f64 = 8.0;

/// One bar of a [`stacked`] chart: how many gave each answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Stack {
    /// The name above the bar.
    pub label: String,
    /// What it says in words, so that no reader depends on length or colour.
    pub reading: String,
    /// How many, and the class that says of what, from left to right: `level-1` to `level-5` and `unknown` have a style.
    pub parts: Vec<(u32, &'static str)>,
}

/// A bar for each row under its name, cut into parts after their counts. A part shows its count where there is room.
///
/// A row of no answers keeps an empty, dashed track: not known is not zero.
///
/// # Examples
///
/// ```
/// use olievlek::chart::{Stack, stacked};
///
/// let row = Stack { label: "visie".into(), reading: "4 antwoorden".into(), parts: vec![(1, "level-2"), (3, "level-5")] };
/// let svg = stacked("Hoe het team antwoordt", &[row]).to_svg();
/// assert!(svg.contains("class=\"level level-5\"") && svg.contains(">3</text>"));
/// ```
pub fn stacked(title: &str, rows: &[Stack]) -> Scene {
    let mut shapes = Vec::new();
    let mut top = 4.0;
    for row in rows {
        if row.label.is_empty() && row.reading.is_empty() {
            // The words stand elsewhere, and here is no room for them.
            top -= WORDS;
        } else {
            shapes.push(Shape::text("name", 1.0, top + 15.0, "start", &row.label));
            shapes.push(Shape::text("reading", WIDTH - 1.0, top + 15.0, "end", &row.reading));
        }
        let total: f64 = row.parts.iter().map(|(count, _)| f64::from(*count)).sum();
        let of = |count: u32| (WIDTH - 2.0) * f64::from(count) / total;
        let mut left = 1.0;
        if total == 0.0 {
            shapes.push(Shape::rect("track undetermined", left, top + 22.0, WIDTH - 2.0, BAR));
        }
        for (count, class) in &row.parts {
            if *count > 0 {
                let width = of(*count);
                shapes.push(Shape::rect(fill(class), left, top + 22.0, width, BAR));
                let text = whole(*count as usize);
                if width > DIGIT * (text.len() + 1) as f64 {
                    shapes.push(Shape::text(number(class), left + width / 2.0, top + 36.5, "middle", &text));
                }
                left += width;
            }
        }
        top += ROW;
    }
    Scene { title: title.into(), width: WIDTH, height: top, shapes }
}

/// The classes of a part.
fn fill(class: &str) -> &'static str {
    match class {
        "level-1" => "level level-1",
        "level-2" => "level level-2",
        "level-3" => "level level-3",
        "level-4" => "level level-4",
        "level-5" => "level level-5",
        _ => "level unknown",
    }
}

/// The class of the count on a part: light on the two dark ends, else dark.
fn number(class: &str) -> &'static str {
    match class {
        "level-1" | "level-5" => "tally on-dark",
        "unknown" => "tally",
        _ => "tally on-light",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(parts: &[(u32, &'static str)]) -> Scene {
        stacked("t", &[Stack { label: "a".into(), reading: "b".into(), parts: parts.into() }])
    }

    fn widths(scene: &Scene) -> Vec<&str> {
        let rects = scene.shapes.iter().filter(|shape| shape.class.starts_with("level"));
        rects.filter_map(|shape| shape.attributes.get(2)).map(|(_, width)| width.as_str()).collect()
    }

    #[test]
    fn parts_share_the_bar_by_their_counts() {
        let scene = row(&[(1, "level-1"), (0, "level-3"), (2, "level-5"), (1, "unknown")]);
        assert_eq!(widths(&scene), ["84.5", "169", "84.5"]);
        assert_eq!(scene.shapes.iter().filter(|shape| shape.class.starts_with("tally")).count(), 3);
    }

    #[test]
    fn a_sliver_shows_no_count_and_no_answer_is_no_bar() {
        let scene = row(&[(1, "level-1"), (200, "level-4")]);
        assert_eq!(scene.shapes.iter().filter(|shape| shape.class.starts_with("tally")).count(), 1);
        let none = row(&[(0, "level-1")]);
        assert!(widths(&none).is_empty() && none.shapes.iter().any(|shape| shape.class == "track undetermined"));
        let many = row(&[(u32::MAX, "level-1"), (u32::MAX, "level-5")]);
        assert_eq!(widths(&many), ["169", "169"]);
    }
}
