use core::ops::Range;

use alloc::string::String;
use alloc::vec::Vec;

use super::fold::{Class, class, fold};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with digits after them, and with hyphens and apostrophes between them: *CLB-team*, *collega's*, *KP2*.
    /// An abbreviation with dots is one word: *i.s.m.*
    Word,
    /// Digits, with dots or commas between them: *12,5*, *30.06.2025*.
    Number,
    /// One sign.
    Punctuation,
}

/// A word, a number or a sign, and where it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    kind: TokenKind,
    start: usize,
    end: usize,
    folded: Range<usize>,
    accented: bool,
}

impl Token {
    /// What it is.
    pub fn kind(&self) -> TokenKind {
        self.kind
    }

    /// The bytes of the text that it takes.
    pub fn span(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether it carries an accent that [`Words::folded`] leaves out, as *één* does.
    pub fn accented(&self) -> bool {
        self.accented
    }
}

/// A text cut into tokens, left to right.
///
/// # Examples
///
/// ```
/// use olievlek::words::{TokenKind, Words};
///
/// let text = "Eén keer: 12,5 % van de collega’s (i.s.m. CLB)";
/// let words = Words::of(text);
/// let folded: Vec<&str> = words.iter().map(|(_, folded)| folded).collect();
/// assert_eq!(folded, ["een", "keer", ":", "12,5", "%", "van", "de", "collega's", "(", "ism", "clb", ")"]);
///
/// let (token, _) = words.iter().next().unwrap();
/// assert_eq!((token.kind(), &text[token.span()], token.accented()), (TokenKind::Word, "Eén", true));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    folded: String,
    tokens: Vec<Token>,
}

impl Words {
    /// Cuts a text, in one pass.
    #[inline(never)]
    pub fn of(text: &str) -> Self {
        let mut cutter =
            Cutter { folded: String::with_capacity(text.len()), tokens: Vec::new(), open: None, dotted: false };
        let mut characters = text.char_indices();
        while let Some((at, character)) = characters.next() {
            let rest = characters.as_str();
            cutter.take(at, character, rest);
        }
        cutter.close();
        Self { folded: cutter.folded, tokens: cutter.tokens }
    }

    /// The tokens, left to right.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// A token in lower case and without accents; an abbreviation without its dots.
    pub fn folded(&self, token: &Token) -> &str {
        self.folded.get(token.folded.clone()).unwrap_or_default()
    }

    /// Each token with its folded form.
    pub fn iter(&self) -> impl Iterator<Item = (&Token, &str)> {
        self.tokens.iter().map(|token| (token, self.folded(token)))
    }
}

struct Cutter {
    folded: String,
    tokens: Vec<Token>,
    open: Option<Token>,
    /// Whether the open word took a dot already.
    dotted: bool,
}

impl Cutter {
    fn take(&mut self, at: usize, character: char, rest: &str) {
        let next = rest.chars().next().map_or(Class::Space, class);
        let kind = self.open.as_ref().map(|open| open.kind);
        let kind = match (kind, class(character)) {
            (Some(TokenKind::Word), Class::Letter | Class::Digit | Class::Mark) => TokenKind::Word,
            (Some(TokenKind::Number), Class::Digit) => TokenKind::Number,
            (Some(TokenKind::Number), Class::Other) if matches!(character, '.' | ',') && next == Class::Digit => {
                TokenKind::Number
            }
            // A soft hyphen and signs without width do not part a word.
            (Some(open), Class::Space) if matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}') => open,
            (Some(TokenKind::Word), Class::Other) if next == Class::Letter && joins(character) => TokenKind::Word,
            (Some(TokenKind::Word), Class::Other) if character == '.' && self.abbreviates(next, rest) => {
                // The dot belongs to the word and is not said.
                if let Some(open) = &mut self.open {
                    open.end = at + 1;
                }
                self.dotted = true;
                return;
            }
            (_, Class::Space) => return self.close(),
            (_, Class::Letter | Class::Mark) => {
                self.start(TokenKind::Word, at);
                TokenKind::Word
            }
            (_, Class::Digit) => {
                self.start(TokenKind::Number, at);
                TokenKind::Number
            }
            (_, Class::Other) => {
                self.start(TokenKind::Punctuation, at);
                TokenKind::Punctuation
            }
        };
        let accent = if class(character) == Class::Mark { true } else { fold(character, &mut self.folded) };
        let end = at + character.len_utf8();
        if let Some(open) = &mut self.open {
            open.accented |= accent;
            open.end = end;
        }
        if kind == TokenKind::Punctuation {
            self.close();
        }
    }

    /// Whether a dot after the open word belongs to it, as in *i.s.m.* and *d.w.z.*: single letters only.
    fn abbreviates(&self, next: Class, rest: &str) -> bool {
        let Some(open) = &self.open else { return false };
        let letters = self.folded.len() - open.folded.start;
        let dotted = self.dotted;
        if next != Class::Letter {
            return dotted;
        }
        let single = rest.chars().nth(1).is_none_or(|after| class(after) != Class::Letter);
        single && (letters == 1 || dotted)
    }

    fn start(&mut self, kind: TokenKind, at: usize) {
        self.close();
        let from = self.folded.len();
        self.dotted = false;
        self.open = Some(Token { kind, start: at, end: at, folded: from..from, accented: false });
    }

    fn close(&mut self) {
        if let Some(mut open) = self.open.take() {
            open.folded.end = self.folded.len();
            self.tokens.push(open);
        }
    }
}

/// Signs that stand inside a word.
fn joins(character: char) -> bool {
    matches!(character, '-' | '\'' | '’' | '‘' | '´' | '\u{2010}' | '\u{2011}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        Words::of(text).iter().map(|(_, folded)| folded.into()).collect()
    }

    #[test]
    fn words_keep_their_hyphens_and_apostrophes() {
        assert_eq!(cut("CLB-team's co-teaching -los einde-"), ["clb-team's", "co-teaching", "-", "los", "einde", "-"]);
        assert_eq!(cut("collega’s 's morgens"), ["collega's", "'", "s", "morgens"]);
    }

    #[test]
    fn numbers_keep_what_stands_between_their_digits() {
        assert_eq!(
            cut("12,5% 1.000 30/06/2025 24-25 3de 5x KP2"),
            ["12,5", "%", "1.000", "30", "/", "06", "/", "2025", "24", "-", "25", "3", "de", "5", "x", "kp2"]
        );
        assert_eq!(cut("op 3, 4. en 5."), ["op", "3", ",", "4", ".", "en", "5", "."]);
    }

    #[test]
    fn an_abbreviation_is_one_word() {
        assert_eq!(
            cut("i.s.m. ouders, d.w.z. we. O.a. dit."),
            ["ism", "ouders", ",", "dwz", "we", ".", "oa", "dit", "."]
        );
        assert_eq!(cut("bv. dit"), ["bv", ".", "dit"]);
        assert_eq!(cut("één. Één."), ["een", ".", "een", "."]);
    }

    #[test]
    fn accents_go_and_are_remembered() {
        assert_eq!(cut("ÉÉN coördinator œuvre Ĳs e\u{301}e\u{301}n"), ["een", "coordinator", "oeuvre", "ijs", "een"]);
        let words = Words::of("een één e\u{301}en");
        let accents: Vec<bool> = words.tokens().iter().map(Token::accented).collect();
        assert_eq!(accents, [false, true, true]);
    }

    #[test]
    fn spans_are_those_of_the_text() {
        let text = "“Zo’n 5 %” – i.s.m. 🙂 ouders\u{ad}raad";
        let words = Words::of(text);
        let found: Vec<&str> = words.tokens().iter().map(|token| text.get(token.span()).unwrap()).collect();
        assert_eq!(found, ["“", "Zo’n", "5", "%", "”", "–", "i.s.m.", "🙂", "ouders\u{ad}raad"]);
        assert_eq!(words.iter().last().unwrap().1, "oudersraad");
    }

    #[test]
    fn nothing_is_cut_into_nothing() {
        assert!(Words::of("").tokens().is_empty());
        assert!(Words::of(" \u{a0}\t\n\u{200b}").tokens().is_empty());
    }
}
