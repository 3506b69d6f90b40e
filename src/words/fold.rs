/// What a character is to a text that is cut into words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Letter,
    Digit,
    /// A combining accent: part of the letter before it.
    Mark,
    Space,
    Other,
}

/// Ranges above ASCII that are no letters: punctuation, signs, symbols and pictures. The standard library's tables of
/// all of Unicode would weigh more than the rest of this folder.
const NO_LETTERS: &[(u32, u32)] = &[
    (0x80, 0xA9),
    (0xAB, 0xB4),
    (0xB6, 0xB9),
    (0xBB, 0xBF),
    (0xD7, 0xD7),
    (0xF7, 0xF7),
    (0x2000, 0x206F),
    (0x20A0, 0x20CF),
    (0x2190, 0x2BFF),
    (0x2E00, 0x2E7F),
    (0x3000, 0x3004),
    (0x3008, 0x3020),
    (0xE000, 0xF8FF),
    (0xFE00, 0xFE6F),
    (0xFFF0, 0xFFFF),
    (0x1F000, 0x1FAFF),
    (0xE0000, 0x0010_FFFF),
];

pub(crate) fn class(character: char) -> Class {
    match character {
        'a'..='z' | 'A'..='Z' => Class::Letter,
        '0'..='9' => Class::Digit,
        '\0'..=' ' | '\u{7f}' | '\u{85}' | '\u{a0}' | '\u{ad}' | '\u{1680}' | '\u{3000}' | '\u{feff}' => Class::Space,
        '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{206f}' => Class::Space,
        '!'..='~' => Class::Other,
        '\u{300}'..='\u{36f}' => Class::Mark,
        _ => {
            let code = character as u32;
            let other = NO_LETTERS.iter().any(|&(first, last)| first <= code && code <= last);
            if other { Class::Other } else { Class::Letter }
        }
    }
}

/// The letters from `À` to `ÿ` without accent and in lower case; `*` where there is no single one.
const LATIN: &[u8; 64] = b"aaaaaa*ceeeeiiii*nooooo*ouuuuy**aaaaaa*ceeeeiiii*nooooo*ouuuuy*y";

/// The same from `Ā` to `ž`.
const EXTENDED: &[u8; 127] = b"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkkllllllllllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz";

/// Writes a character in plain lower case, and says whether an accent was left out.
pub(crate) fn fold(character: char, folded: &mut alloc::string::String) -> bool {
    let code = character as usize;
    let plain = match code {
        0..=0x7f => {
            folded.push(character.to_ascii_lowercase());
            return false;
        }
        0xc0..=0xff => LATIN.get(code - 0xc0),
        0x100..=0x17e => EXTENDED.get(code - 0x100),
        _ => None,
    };
    match (plain, character) {
        (Some(&plain), _) if plain != b'*' => folded.push(char::from(plain)),
        (_, 'Æ' | 'æ') => folded.push_str("ae"),
        (_, 'Œ' | 'œ') => folded.push_str("oe"),
        (_, 'ß') => folded.push_str("ss"),
        (_, 'Ĳ' | 'ĳ') => folded.push_str("ij"),
        // A curly apostrophe is the straight one.
        (_, '’' | '‘' | 'ʼ' | '´') => folded.push('\''),
        // The soft hyphen and signs without width are not there.
        (_, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}') => {}
        _ => {
            folded.push(character);
            return false;
        }
    }
    plain.is_some()
}
