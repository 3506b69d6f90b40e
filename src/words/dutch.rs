//! The Dutch Porter stemmer of Snowball, as far as it undoes inflection (steps 1, 2 and 4), on folded letters.
//!
//! Written here and not taken from a crate because of weight: `snowstem` adds 4.0 kB to an element after compression for
//! this language alone, and the steps that make *werk* of *werking* do a lexicon harm. A test holds the two together.

use alloc::vec::Vec;

/// A vowel of Snowball's; an `i` between vowels and a `y` after one are written in capitals and are none.
fn vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

#[inline(never)]
pub(super) fn stem(word: &mut Vec<u8>) {
    mark(word);
    let r1 = region(word);
    if word.ends_with(b"heden") {
        if word.len() - 5 >= r1 {
            word.truncate(word.len() - 3);
            word.extend_from_slice(b"id");
        }
    } else if word.ends_with(b"ene") {
        cut_en(word, 3, r1);
    } else if word.ends_with(b"en") {
        cut_en(word, 2, r1);
    } else if word.ends_with(b"se") {
        cut_s(word, 2, r1);
    } else if word.ends_with(b"s") {
        cut_s(word, 1, r1);
    }
    if word.ends_with(b"e") && word.len() > r1 && consonant_before(word, 1) {
        word.truncate(word.len() - 1);
        undouble(word);
    }
    if let [.., before, first, second, last] = word.as_slice()
        && first == second
        && matches!(first, b'a' | b'e' | b'o' | b'u')
        && !vowel(*before)
        && !vowel(*last)
        && *last != b'I'
    {
        let last = *last;
        word.truncate(word.len() - 2);
        word.push(last);
    }
    word.make_ascii_lowercase();
}

/// Marks what only looks like a vowel.
fn mark(word: &mut [u8]) {
    let mut before = true;
    for at in 0..word.len() {
        let next = word.get(at + 1).is_some_and(|next| vowel(*next));
        let Some(byte) = word.get_mut(at) else { return };
        if before && (*byte == b'y' || (*byte == b'i' && next && at > 0)) {
            *byte = byte.to_ascii_uppercase();
        }
        before = vowel(*byte);
    }
}

/// Where an ending may start: after the first consonant that follows a vowel, and not within the first three letters.
fn region(word: &[u8]) -> usize {
    let first = word.iter().position(|byte| vowel(*byte)).unwrap_or(word.len());
    let rest = word.iter().skip(first).position(|byte| !vowel(*byte));
    rest.map_or(word.len(), |rest| (first + rest + 1).max(3))
}

fn consonant_before(word: &[u8], ending: usize) -> bool {
    word.len().checked_sub(ending + 1).and_then(|at| word.get(at)).is_some_and(|byte| !vowel(*byte))
}

fn cut_en(word: &mut Vec<u8>, ending: usize, r1: usize) {
    let left = word.len() - ending;
    if left >= r1 && consonant_before(word, ending) && !word.get(..left).is_some_and(|left| left.ends_with(b"gem")) {
        word.truncate(left);
        undouble(word);
    }
}

fn cut_s(word: &mut Vec<u8>, ending: usize, r1: usize) {
    let left = word.len() - ending;
    if left >= r1 && consonant_before(word, ending) && word.get(left - 1) != Some(&b'j') {
        word.truncate(left);
    }
}

fn undouble(word: &mut Vec<u8>) {
    if let [.., first @ (b'd' | b'k' | b't'), second] = word.as_slice()
        && first == second
    {
        word.pop();
    }
}

/// The stem, with the spelling undone that an ending brings: *klassen*, *brieven*, *huizen*, *collega's*.
pub(super) fn key(word: &mut Vec<u8>) {
    if let Some(at) = word.iter().position(|byte| *byte == b'\'')
        && at > 1
    {
        word.truncate(at);
    }
    // *fiches*, *methodes*; but *proces*.
    if word.len() > 4 && word.ends_with(b"es") && !word.ends_with(b"ces") {
        word.pop();
    }
    stem(word);
    respell(word);
    // *artsen* is left as *arts*, and *arts* as *art*.
    if let [.., before, b's'] = word.as_slice()
        && !vowel(*before)
        && word.len() > 3
    {
        word.pop();
        stem_vowel(word);
        respell(word);
    }
}

fn respell(word: &mut Vec<u8>) {
    if let [.., first, second] = word.as_slice()
        && first == second
        && !vowel(*first)
        && word.len() > 3
    {
        word.pop();
    }
    if let Some(last) = word.last_mut() {
        match *last {
            b'z' => *last = b's',
            b'v' => *last = b'f',
            _ => {}
        }
    }
}

/// Takes the endings of the present and the past off a key: *organiseer-t*, *organiseer-de*, *meld-t*.
pub(super) fn finish_verb(word: &mut Vec<u8>) {
    while word.len() > 3 && matches!(word.last(), Some(b't' | b'd')) {
        word.pop();
    }
    stem_vowel(word);
    respell(word);
    // *zie-n* beside *zie-t*, *sta-n* beside *sta-t*.
    if [&b"zien"[..], b"doen", b"stan", b"gan", b"slan"].iter().any(|verb| word.ends_with(verb)) {
        word.pop();
    }
}

/// The double vowel of a closed syllable, once its *t* is gone: *maak-t* beside *mak-en*.
fn stem_vowel(word: &mut Vec<u8>) {
    if let [.., first, second, last] = word.as_slice()
        && first == second
        && vowel(*first)
        && !vowel(*last)
    {
        let last = *last;
        word.truncate(word.len() - 2);
        word.push(last);
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
        Stemmer::Dutch.key(word, &mut key);
        String::from_utf8(key).unwrap()
    }

    fn verb(word: &str) -> String {
        let mut key = Vec::new();
        Stemmer::Dutch.verb_key(word, &mut key);
        String::from_utf8(key).unwrap()
    }

    #[test]
    fn forms_of_a_noun_have_one_key() {
        for forms in [
            ["klas", "klassen"],
            ["brief", "brieven"],
            ["school", "scholen"],
            ["collega", "collega's"],
            ["leerling", "leerlingen"],
            ["taak", "taken"],
            ["afspraak", "afspraken"],
            ["plan", "plannen"],
            ["ouder", "ouders"],
            ["moeilijkheid", "moeilijkheden"],
            ["keuze", "keuzes"],
            ["les", "lessen"],
            ["arts", "artsen"],
            ["kans", "kansen"],
            ["plaats", "plaatsen"],
        ] {
            assert_eq!(key(forms[0]), key(forms[1]), "{forms:?}");
        }
        assert_ne!(key("werking"), key("werk"));
        assert_ne!(key("meting"), key("meten"));
    }

    #[test]
    fn forms_of_a_verb_have_one_key() {
        for forms in [
            ["organiseren", "organiseert", "organiseerde"],
            ["maken", "maakt", "maakte"],
            ["melden", "meldt", "meld"],
            ["schrijven", "schrijft", "schrijf"],
            ["lezen", "leest", "lees"],
            ["opstellen", "opstelt", "opstelde"],
            ["zetten", "zet", "zette"],
            ["praten", "praat", "praatte"],
            ["voorzien", "voorziet", "voorzie"],
            ["volgen", "volgt", "volgden"],
        ] {
            assert!(forms.iter().all(|form| verb(form) == verb(forms[0])), "{forms:?}: {:?}", forms.map(verb));
        }
    }

    /// Whether Snowball has a further step for this word, which we leave out.
    fn derived(stem: &str) -> bool {
        ["heid", "end", "ing", "ig", "lijk", "baar", "bar"].iter().any(|ending| stem.ends_with(ending))
    }

    #[track_caller]
    fn compare(word: &str) -> bool {
        let ours = Stemmer::Dutch.stem(word);
        if derived(&ours) || derived(word) || word.contains("heid") {
            return false;
        }
        let theirs = snowstem::Stemmer::create(snowstem::Algorithm::DutchPorter).stem(word).into_owned();
        assert_eq!(ours, theirs, "`{word}`");
        true
    }

    #[test]
    fn real_words_are_stemmed_as_snowball_does() {
        let words = include_str!("../content/nl-BE/statements.json").to_lowercase();
        let words = words.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| !word.is_empty());
        let compared = words.filter(|word| compare(word)).count();
        assert!(compared > 700, "{compared} compared");
    }

    proptest! {
        #[test]
        fn made_up_words_are_stemmed_as_snowball_does(word in "[abdeginoprstuvyz]{1,7}(en|ene|s|se|heden|e|aar|oos|ijen|iaen|gemen|jes|)") {
            compare(&word);
        }
    }
}
