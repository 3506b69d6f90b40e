use alloc::vec::Vec;

/// The UTF-16 offsets of byte offsets, as JavaScript counts, in one pass over the text.
///
/// The offsets are expected in rising order; one beyond the end gives the length of the text, one inside a character its
/// start.
///
/// # Examples
///
/// ```
/// use olievlek::smarti::reading::utf16_offsets;
///
/// let text = "één 🙂 keer";
/// let keer = text.find("keer").unwrap();
/// assert_eq!(utf16_offsets(text, &[0, 2, keer, keer + 4]), [0, 1, 7, 11]);
/// ```
pub fn utf16_offsets(text: &str, bytes: &[usize]) -> Vec<usize> {
    let mut offsets = Vec::with_capacity(bytes.len());
    let mut wanted = bytes.iter();
    let mut next = wanted.next();
    let mut units = 0;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        while next.is_some_and(|wanted| *wanted < end) {
            offsets.push(units);
            next = wanted.next();
        }
        if next.is_none() {
            return offsets;
        }
        units += character.len_utf16();
    }
    offsets.resize(bytes.len(), units);
    offsets
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_offset_is_what_the_text_before_it_takes(text in "\\PC{0,40}") {
            let bytes: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
            let expected: Vec<usize> =
                bytes.iter().map(|at| text.get(..*at).unwrap_or_default().encode_utf16().count()).collect();
            prop_assert_eq!(utf16_offsets(&text, &bytes), expected);
        }
    }

    #[test]
    fn offsets_beyond_the_end_are_the_end() {
        assert_eq!(utf16_offsets("é", &[0, 1, 2, 3, 9]), [0, 0, 1, 1, 1]);
        assert_eq!(utf16_offsets("", &[0, 0]), [0, 0]);
        assert!(utf16_offsets("abc", &[]).is_empty());
    }
}
