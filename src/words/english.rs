//! The English stemmer of Snowball, as far as it undoes inflection (steps 0 to 1c and 5).
//!
//! Written here for the same reasons as the Dutch one.

use alloc::vec::Vec;

fn vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

#[inline(never)]
pub(super) fn stem(word: &mut Vec<u8>) {
    if word.len() <= 2 {
        return;
    }
    mark(word);
    let r1 = region(word, 0);
    let r2 = region(word, r1);
    plural(word);
    past(word, r1);
    // 1c: a final y after a consonant that is not the first letter.
    if let [_, .., before, last @ (b'y' | b'Y')] = word.as_mut_slice()
        && !vowel(*before)
    {
        *last = b'i';
    }
    // 5: a final e, where what is left can do without.
    if word.last() == Some(&b'e') {
        let left = word.len() - 1;
        if left >= r2 || (left >= r1 && !word.get(..left).is_some_and(short_syllable)) {
            word.pop();
        }
    }
    word.make_ascii_lowercase();
}

/// A `y` at the start and after a vowel is a consonant, and written as a capital.
fn mark(word: &mut [u8]) {
    let mut before = true;
    for byte in word {
        if *byte == b'y' && before {
            *byte = b'Y';
        }
        before = vowel(*byte);
    }
}

/// After the first consonant that follows a vowel, from a place on.
fn region(word: &[u8], from: usize) -> usize {
    let Some(rest) = word.get(from..) else { return word.len() };
    let first = rest.iter().position(|byte| vowel(*byte)).unwrap_or(rest.len());
    let after = rest.iter().skip(first).position(|byte| !vowel(*byte));
    after.map_or(word.len(), |after| from + first + after + 1)
}

/// 0 and 1a: *'s*, *-sses*, *-ies*, *-s*.
fn plural(word: &mut Vec<u8>) {
    if word.ends_with(b"sses") {
        word.truncate(word.len() - 2);
    } else if word.ends_with(b"ied") || word.ends_with(b"ies") {
        word.truncate(word.len() - if word.len() > 4 { 2 } else { 1 });
    } else if word.ends_with(b"s") && !word.ends_with(b"us") && !word.ends_with(b"ss") {
        // A vowel has to stand before, and not right before.
        if word.iter().rev().skip(2).any(|byte| vowel(*byte)) {
            word.pop();
        }
    }
}

/// 1b: *-eed*, *-ed*, *-ing*.
fn past(word: &mut Vec<u8>, r1: usize) {
    if word.ends_with(b"eed") {
        if word.len() - 3 >= r1 {
            word.pop();
        }
        return;
    }
    let ending = if word.ends_with(b"ed") {
        2
    } else if word.ends_with(b"ing") {
        3
    } else {
        return;
    };
    let left = word.len() - ending;
    if !word.get(..left).is_some_and(|left| left.iter().any(|byte| vowel(*byte))) {
        return;
    }
    word.truncate(left);
    match word.as_slice() {
        [.., b'a', b't'] | [.., b'b', b'l'] | [.., b'i', b'z'] => word.push(b'e'),
        // *add*, *egg* and *off* keep both.
        [b'a' | b'e' | b'o', first, second] if first == second => {}
        [.., first, second]
            if first == second && matches!(first, b'b' | b'd' | b'f' | b'g' | b'm' | b'n' | b'p' | b'r' | b't') =>
        {
            word.pop();
        }
        _ if word.len() <= r1 && short_syllable(word) => word.push(b'e'),
        _ => {}
    }
}

/// Whether it ends in a short syllable: a vowel between consonants, or at the start before one.
fn short_syllable(word: &[u8]) -> bool {
    match *word {
        [first, last] => vowel(first) && !vowel(last),
        [.., before, middle, last] => {
            !vowel(before) && vowel(middle) && !vowel(last) && !matches!(last, b'w' | b'x' | b'Y')
        }
        _ => false,
    }
}

/// The stem, with `'s` cut off and *-ize* as *-ise*.
pub(super) fn key(word: &mut Vec<u8>) {
    if let Some(at) = word.iter().position(|byte| *byte == b'\'')
        && at > 1
    {
        word.truncate(at);
    }
    stem(word);
    if let [.., _, letter @ b'z'] = word.as_mut_slice() {
        *letter = b's';
    }
}

#[cfg(test)]
mod tests {
    use super::super::Stemmer;
    use alloc::string::String;
    use alloc::vec::Vec;
    use proptest::prelude::*;

    fn key(word: &str) -> String {
        let mut key = Vec::new();
        Stemmer::English.key(word, &mut key);
        String::from_utf8(key).unwrap()
    }

    #[test]
    fn forms_have_one_key() {
        for forms in [
            ["teacher", "teachers", "teacher's"],
            ["organise", "organising", "organized"],
            ["plan", "planned", "plans"],
            ["improve", "improves", "improving"],
            ["policy", "policies", "policy"],
            ["make", "makes", "making"],
            ["visit", "visited", "visiting"],
            ["study", "studied", "studies"],
            ["class", "classes", "class"],
        ] {
            assert!(forms.iter().all(|form| key(form) == key(forms[0])), "{forms:?}: {:?}", forms.map(key));
        }
    }

    /// Whether a later step of Snowball's, which we leave out, or one of its exceptions could have a say.
    fn further(word: &str, stem: &str) -> bool {
        let endings = [
            "tion", "enci", "anci", "abli", "entli", "izer", "ation", "ator", "alism", "aliti", "alli", "fulness",
            "ousli", "ousness", "iveness", "iviti", "biliti", "bli", "ogist", "ogi", "fulli", "lessli", "li", "al",
            "icate", "iciti", "ical", "ful", "ness", "ative", "ance", "ence", "er", "ic", "able", "ible", "ant",
            "ement", "ment", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "alize", "ll", "izat", "iv",
            "abl", "ibl", "anc", "enc", "at", "iz", "icat", "ativ", "aliz", "y",
        ];
        let exceptions = [
            "skis", "skies", "dying", "lying", "tying", "idly", "gently", "ugly", "early", "only", "singly", "sky",
            "news", "howe", "atlas", "cosmos", "bias", "andes", "inning", "outing", "canning", "herring", "earring",
            "proceed", "exceed", "succeed", "evening", "past", "paste", "gener", "commun", "arsen", "univers", "later",
            "emerg", "organ", "inter", "hying", "vying", "ying",
        ];
        endings.iter().any(|ending| stem.ends_with(ending)) || exceptions.iter().any(|other| word.contains(other))
    }

    fn compare(word: &str) -> bool {
        let ours = Stemmer::English.stem(word);
        if further(word, &ours) {
            return false;
        }
        let theirs = snowstem::Stemmer::create(snowstem::Algorithm::English).stem(word).into_owned();
        assert_eq!(ours, theirs, "`{word}`");
        true
    }

    #[test]
    fn real_words_are_stemmed_as_snowball_does() {
        let words = include_str!("../content/en/statements.json").to_lowercase();
        let words = words.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| !word.is_empty());
        let compared = words.filter(|word| compare(word)).count();
        assert!(compared > 700, "{compared} compared");
    }

    proptest! {
        #[test]
        fn made_up_words_are_stemmed_as_snowball_does(word in "[abdeginoprstuvyz]{1,6}(s|es|ies|ied|ed|ing|eed|sses|e|us|)") {
            compare(&word);
        }
    }
}
