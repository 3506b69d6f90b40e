use alloc::string::String;
use alloc::vec::Vec;

use super::{Scene, Shape};

const WIDTH: f64 = 340.0;
const TOP: f64 = 26.0;
const BAND: f64 = 26.0;

/// A place on a [`stretch`], with what it is called.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The name beside it.
    pub label: String,
    /// How far along it is, from 0 to 1.
    pub at: f64,
}

/// A stretch of time as a band: a name for each equal part, darker rests as pairs of a beginning and an end, the present
/// day below the band and the day that it is about above it.
///
/// What lies outside of the stretch is left out: the words beside the drawing name it.
///
/// # Examples
///
/// ```
/// use olievlek::chart::{Mark, stretch};
///
/// let parts = ["Q1".into(), "Q2".into()];
/// let due = Mark { label: "tegen".into(), at: 0.5 };
/// let svg = stretch("Een jaar", &parts, &[(0.2, 0.3)], None, Some(due)).to_svg();
/// assert!(svg.contains("tegen") && svg.contains("class=\"due\""));
/// ```
pub fn stretch(title: &str, parts: &[String], rests: &[(f64, f64)], now: Option<Mark>, due: Option<Mark>) -> Scene {
    let along = |at: f64| 1.0 + (WIDTH - 2.0) * at.clamp(0.0, 1.0);
    let mut shapes = Vec::new();
    shapes.push(Shape::rect("band", 1.0, TOP, WIDTH - 2.0, BAND));
    for (start, end) in rests {
        let (start, end) = (along(*start), along(*end));
        shapes.push(Shape::rect("rest", start, TOP, (end - start).max(2.0), BAND));
    }
    let part = 1.0 / parts.len().max(1) as f64;
    let mut middle = part / 2.0;
    for name in parts {
        shapes.push(Shape::text("part", along(middle), TOP + BAND + 16.0, "middle", name));
        middle += part;
    }
    let marks = [("now", now, TOP + BAND + 34.0, 2.0, BAND + 22.0), ("due", due, 14.0, -8.0, BAND)];
    for (class, mark, label, from, to) in marks {
        if let Some(mark) = mark.filter(|mark| mark.at >= 0.0 && mark.at <= 1.0) {
            let x = along(mark.at);
            let anchor = match mark.at {
                at if at < 0.15 => "start",
                at if at > 0.85 => "end",
                _ => "middle",
            };
            shapes.push(Shape::line(class, (x, TOP + from), (x, TOP + to)));
            shapes.push(Shape::text(class, x, label, anchor, &mark.label));
        }
    }
    Scene { title: title.into(), width: WIDTH, height: TOP + BAND + 40.0, shapes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_outside_is_left_out() {
        let mark = |at| Some(Mark { label: "x".into(), at });
        let count = |now, due| stretch("t", &[], &[], now, due).shapes.len();
        assert_eq!(count(None, None), 1);
        assert_eq!((count(mark(-0.01), mark(1.01)), count(mark(0.0), mark(1.0))), (1, 5));
        assert_eq!(count(mark(f64::NAN), None), 1);
    }

    #[test]
    fn a_label_stays_inside() {
        for (at, anchor) in [(0.0, "start"), (0.5, "middle"), (1.0, "end")] {
            let scene = stretch("t", &[], &[], None, Some(Mark { label: "tegen".into(), at }));
            assert!(scene.shapes.iter().any(|shape| shape.attributes.contains(&("text-anchor", anchor.into()))));
        }
    }
}
