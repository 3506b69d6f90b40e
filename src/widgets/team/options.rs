//! Reads the options of the element.

use alloc::string::String;
use alloc::vec::Vec;

use crate::content::{cut, split};
use crate::knoster::{Perspective, Variant};
use crate::team::Suppression;
use crate::widgets::options::Common;

/// The smallest group that a page may ask to show. Of two people each knows what the other said.
const SMALLEST: usize = 3;

/// The options of a team widget, as lines of a name, a tab and a value: those that every element has, and the attributes
/// `perspective`, `variant`, `change` and `minimum-group`.
pub(super) struct Options<'a> {
    pub(super) common: Common,
    pub(super) perspective: Option<Perspective>,
    pub(super) variant: Option<Variant>,
    pub(super) change: Option<String>,
    pub(super) minimum: usize,
    /// Options that are not known, as a code, a name and what was given; they were passed over.
    pub(super) faults: Vec<(&'static str, &'a str, &'a str)>,
}

impl<'a> Options<'a> {
    pub(super) fn read(lines: &'a str) -> Self {
        let mut read = Self {
            common: Common::default(),
            perspective: None,
            variant: None,
            change: None,
            minimum: Suppression::DEFAULT_MINIMUM,
            faults: Vec::new(),
        };
        for line in split(lines, b'\n') {
            let (name, value) = cut(line, b'\t').unwrap_or((line, ""));
            let wrong = match name {
                "perspective" => {
                    read.perspective = Perspective::from_id(value);
                    read.perspective.is_none().then_some("unknown-perspective")
                }
                "variant" => {
                    read.variant = Variant::from_id(value);
                    read.variant.is_none().then_some("unknown-variant")
                }
                "change" => {
                    read.change = Some(value.into());
                    None
                }
                "minimum-group" => match number(value).filter(|minimum| *minimum >= SMALLEST) {
                    Some(minimum) => {
                        read.minimum = minimum;
                        None
                    }
                    None => Some("unknown-option"),
                },
                // What colleagues answered is not kept, so there is nothing to keep it by.
                "store" => (value != "none").then_some("unknown-option"),
                _ => read.common.take(name, value),
            };
            if let Some(code) = wrong {
                read.faults.push((code, name, value));
            }
        }
        read
    }
}

/// A whole number of at most four digits.
fn number(text: &str) -> Option<usize> {
    let digits = !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.bytes().fold(0, |number, digit| number * 10 + usize::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Language;

    #[test]
    fn options_are_read_and_what_is_not_known_is_named() {
        let read =
            Options::read("lang\tde\nperspective\tschool\nvariant\tconsensus\nchange\tons plan\nminimum-group\t8");
        assert_eq!((read.common.language(), read.perspective), (Language::De, Some(Perspective::School)));
        assert_eq!(
            (read.variant, read.change.as_deref(), read.minimum),
            (Some(Variant::Consensus), Some("ons plan"), 8)
        );
        assert!(read.faults.is_empty());

        let read = Options::read("perspective\tx\nvariant\ty\nminimum-group\t2\nstore\tdevice");
        let faults: Vec<_> = read.faults.iter().map(|(code, name, _)| (*code, *name)).collect();
        let expected = [
            ("unknown-perspective", "perspective"),
            ("unknown-variant", "variant"),
            ("unknown-option", "minimum-group"),
            ("unknown-option", "store"),
        ];
        assert_eq!((faults, read.minimum), (expected.into(), 5));
        assert_eq!(Options::read("minimum-group\t-5").faults.len(), 1);
    }
}
