//! The words that matter to a time, by language: a table as text, and what each of its codes means.
//!
//! A table (`nl.txt`, `en.txt`) is lines of a word, a space and a code, sorted by their bytes. `_` joins the tokens of
//! an expression. As text it needs no pointers, so it weighs half of what a slice of pairs does in a widget.
//!
//! | code | what | number |
//! |---|---|---|
//! | `m`, `M` | a month, its abbreviation | 1 to 12 |
//! | `w`, `W` | a weekday, its abbreviation | 0 for Monday |
//! | `u`, `U` | a unit of time, in the singular or the plural | in the order of [`UNITS`] |
//! | `n`, `o` | a number, an ordinal; `n0` is a few, `o0` the last | |
//! | `h`, `v` | a holiday, and the word “holiday” | in the order of `Holiday::ALL`; 5 for a half-term |
//! | `s`, `f` | a season from spring on, a feast | in the order of [`FEASTS`] |
//! | `p` | the start, the middle or the end of something | 0, 1, 2 |
//! | `r` | a preposition | in the order of [`RELATIONS`] |
//! | `d` | this, the next or the last | 0, 1, 2 |
//! | `y` | a recurrence: each number of a unit | ten times the number, and the unit |
//! | `t` | so many times, as in “twice” | the number; 0 for the word “times” |
//! | `z` | today and the days after it; `z3` is now | days from today |
//! | `a`, `b`, `c` | an article, “of”, “and” | of articles: 1 for “whole” |
//! | `e` | “every” | 2 for “every other”, 3 for “om de” |
//! | `D P E V B` | a decree, a plan, an event, a vague horizon, what no month comes before | |
//! | `H` | a number of units by name, as half a year | as for a recurrence |
//! | `l L g` | “long”, “time” as in “six weeks' time”, a grade of a school | |
//! | `O` | an ending of an ordinal | |

use super::shape::NTH;
use crate::calendar::{TimeError, Unit};
use crate::content::{Language, cut, split};

/// What a word can mean for a time: the letter of its code. A number goes along with it.
///
/// Letter and number stay apart, and none of the types here holds another: what the grammar asks of an item is then one
/// comparison of a byte, and its code half as large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Word {
    /// Nothing, or the end of the text.
    Other,
    /// Figures, with their number.
    Digits,
    /// A mark, with its character.
    Mark,
    Month = b'm',
    ShortMonth = b'M',
    Weekday = b'w',
    ShortWeekday = b'W',
    Unit = b'u',
    Units = b'U',
    Number = b'n',
    Ordinal = b'o',
    Holiday = b'h',
    Vacation = b'v',
    Season = b's',
    Feast = b'f',
    Part = b'p',
    Relation = b'r',
    This = b'd',
    Recurs = b'y',
    Times = b't',
    FromToday = b'z',
    Article = b'a',
    Every = b'e',
    Of = b'b',
    And = b'c',
    Decree = b'D',
    Plan = b'P',
    Event = b'E',
    Vague = b'V',
    Verb = b'B',
    Long = b'l',
    Named = b'H',
    Time = b'L',
    Grade = b'g',
    Ending = b'O',
}

impl Word {
    #[inline(never)]
    fn of(letter: u8) -> Self {
        match letter {
            b'm' => Self::Month,
            b'M' => Self::ShortMonth,
            b'w' => Self::Weekday,
            b'W' => Self::ShortWeekday,
            b'u' => Self::Unit,
            b'U' => Self::Units,
            b'n' => Self::Number,
            b'o' => Self::Ordinal,
            b'h' => Self::Holiday,
            b'v' => Self::Vacation,
            b's' => Self::Season,
            b'f' => Self::Feast,
            b'p' => Self::Part,
            b'r' => Self::Relation,
            b'd' => Self::This,
            b'y' => Self::Recurs,
            b't' => Self::Times,
            b'z' => Self::FromToday,
            b'a' => Self::Article,
            b'e' => Self::Every,
            b'b' => Self::Of,
            b'c' => Self::And,
            b'D' => Self::Decree,
            b'P' => Self::Plan,
            b'E' => Self::Event,
            b'V' => Self::Vague,
            b'B' => Self::Verb,
            b'l' => Self::Long,
            b'H' => Self::Named,
            b'L' => Self::Time,
            b'g' => Self::Grade,
            b'O' => Self::Ending,
            _ => Self::Other,
        }
    }
}

/// A word and its number.
pub(super) type Meaning = (Word, u16);

/// What a code of a table means.
pub(super) fn meaning_of(code: &[u8]) -> Option<Meaning> {
    let (letter, digits) = code.split_first()?;
    let number = digits.iter().fold(0, |number, digit| number % 1000 * 10 + u16::from(digit & 15));
    Some((Word::of(*letter), number))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Start,
    Middle,
    End,
}

/// What a preposition says about a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// In, on, at; also no preposition at all.
    In,
    By,
    Before,
    After,
    During,
    From,
    NoLater,
    Within,
    Over,
    Until,
    Between,
    Since,
    Per,
    For,
    On,
}

pub(super) const RELATIONS: [Relation; 15] = [
    Relation::In,
    Relation::By,
    Relation::Before,
    Relation::After,
    Relation::During,
    Relation::From,
    Relation::NoLater,
    Relation::Within,
    Relation::Over,
    Relation::Until,
    Relation::Between,
    Relation::Since,
    Relation::Per,
    Relation::For,
    Relation::On,
];

/// The feasts by month and day (a fourth Thursday among them), or by 0 and the days after Easter: Easter, Christmas, All
/// Saints, New Year, Saint Nicholas, Ascension, Pentecost, Whit Monday and Easter Monday; Epiphany, Saint Valentine, Saint
/// Patrick, Labour Day, Halloween, All Souls, Armistice and Saint Martin, Christmas Eve, New Year's Eve, Good Friday, Ash
/// Wednesday, Thanksgiving and the day after Christmas.
pub(super) const FEASTS: [(i8, i8); 22] = [
    (0, 0),
    (12, 25),
    (11, 1),
    (1, 1),
    (12, 6),
    (0, 39),
    (0, 49),
    (0, 50),
    (0, 1),
    (1, 6),
    (2, 14),
    (3, 17),
    (5, 1),
    (10, 31),
    (11, 2),
    (11, 11),
    (12, 24),
    (12, 31),
    (0, -2),
    (0, -46),
    (11, NTH + 4 * 8 + 3),
    (12, 26),
];

/// The last is a year that is said to be no school year.
pub(super) const UNITS: [Unit; 12] = [
    Unit::Hour,
    Unit::Day,
    Unit::Workday,
    Unit::Week,
    Unit::Month,
    Unit::Quarter,
    Unit::Trimester,
    Unit::Semester,
    Unit::Year,
    Unit::SchoolYear,
    Unit::Year,
    Unit::Week,
];

/// The place of a week of lessons among the units: the first one is that of a school year.
pub(super) const SCHOOL_WEEK: u16 = 11;
/// The number of “now”, which is a day after “from” only.
pub(super) const NOW: u16 = 3;

/// The place of a calendar year among the units.
pub(super) const CALENDAR_YEAR: u16 = 10;

/// The place of a half-term among the holidays: the one in autumn or the one at carnival, whichever comes first.
pub(super) const HALF_TERM: u16 = 5;

/// The words by which times are read in one language.
///
/// They are compiled in ([`of`](Self::of)), and are also a text that a page can fetch in its own language
/// ([`as_text`](Self::as_text), [`parse`](Self::parse)): what a page never calls for, it need not carry.
///
/// # Examples
///
/// ```
/// use olievlek::calendar::{Date, TimeWords, find_times_with};
/// use olievlek::content::Language;
///
/// let text = TimeWords::of(Language::NlBe)?.as_text();
/// let words = TimeWords::parse(Language::NlBe, text);
/// let times = find_times_with("klaar tegen eind mei", Date::constant(2024, 10, 1), words);
/// assert_eq!(times[0].due, Some(Date::constant(2025, 5, 31)));
///
/// assert_eq!(TimeWords::of(Language::De).map_err(|error| error.code()).err(), Some("time-language"));
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct TimeWords<'a> {
    /// Sorted lines of a word and its code, after two lines of words that are for [`TimeWords::with_slip`] and
    /// [`TimeWords::compound`].
    lines: &'a str,
    /// Long words that are recognised with one slip of the pen.
    long: &'a str,
    /// What the last part of a compound may be.
    compounds: &'a str,
    language: Language,
}

impl<'a> TimeWords<'a> {
    /// The words of a language.
    ///
    /// # Errors
    ///
    /// [`TimeError::Language`] for another language than Dutch and English.
    pub fn of(language: Language) -> Result<TimeWords<'static>, TimeError> {
        let text = match language {
            Language::NlBe => include_str!("nl.txt"),
            Language::En => include_str!("en.txt"),
            Language::Fr | Language::De => return Err(TimeError::Language(language)),
        };
        Ok(TimeWords::parse(language, text))
    }

    /// The words of a text that [`as_text`](Self::as_text) gave. In any other text there are none.
    pub fn parse(language: Language, text: &'a str) -> Self {
        let mut words = Self { lines: text, long: "", compounds: "", language };
        if let Some((long, rest)) = text.strip_prefix('!').and_then(|text| cut(text, b'\n'))
            && let Some((compounds, _)) = rest.strip_prefix('?').and_then(|rest| cut(rest, b'\n'))
        {
            words.long = long;
            words.compounds = compounds;
        }
        words
    }

    /// The words as a text, for a page to fetch.
    pub fn as_text(self) -> &'a str {
        self.lines
    }

    /// The language of the words.
    pub fn language(self) -> Language {
        self.language
    }

    /// The line that starts at or around a place, without its end, and where it starts.
    fn line_at(self, place: usize) -> (&'a [u8], usize) {
        let bytes = self.lines.as_bytes();
        let before = bytes.get(..place).unwrap_or(bytes);
        let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        let line = bytes.get(start..).unwrap_or_default();
        (line.split(|byte| *byte == b'\n').next().unwrap_or_default(), start)
    }

    /// The lines from the first one on that starts with this word, or would.
    #[inline(never)]
    pub(super) fn from(self, word: &[u8]) -> Lines<'a> {
        let (mut low, mut high) = (0, self.lines.len());
        while low < high {
            let (line, start) = self.line_at(low.midpoint(high));
            if line < word {
                low = start + line.len() + 1;
            } else {
                high = start;
            }
        }
        Lines { words: self, place: low }
    }

    /// What a single word means.
    pub(super) fn word(self, word: &[u8]) -> Option<Meaning> {
        let (rest, code) = self.from(word).next()?;
        if rest == word { meaning_of(code) } else { None }
    }

    /// What a compound means by its last part (`leersteundecreet`), or by the weekday that it begins with.
    #[inline(never)]
    pub(super) fn compound(self, word: &[u8]) -> Option<Meaning> {
        for end in split(self.compounds, b' ') {
            if !end.is_empty() && word.ends_with(end.as_bytes()) {
                return self.word(end.as_bytes());
            }
        }
        let end = word.windows(3).position(|letters| letters == b"dag")? + 3;
        match self.word(word.get(..end)?)? {
            // `maandags` is each Monday, `maandagvoormiddag` is on a Monday.
            (Word::Weekday, _) if word.get(end..) == Some(b"s") => self.word(b"wekelijks"),
            day @ (Word::Weekday, _) => Some(day),
            _ => None,
        }
    }

    /// What a long word means that is written with one slip: a letter too many, too few, wrong, or two swapped.
    #[inline(never)]
    pub(super) fn with_slip(self, word: &[u8]) -> Option<Meaning> {
        if word.len() < 6 {
            return None;
        }
        split(self.long, b' ').find_map(|long| {
            let long = long.as_bytes();
            if long.len().abs_diff(word.len()) <= 1 && one_slip(long, word) { self.word(long) } else { None }
        })
    }
}

/// Lines of a table from one on.
pub(super) struct Lines<'a> {
    words: TimeWords<'a>,
    place: usize,
}

impl<'a> Iterator for Lines<'a> {
    /// A word or an expression, and its code.
    type Item = (&'a [u8], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        if self.place >= self.words.lines.len() {
            return None;
        }
        let (line, start) = self.words.line_at(self.place);
        self.place = start + line.len() + 1;
        let blank = line.iter().position(|byte| *byte == b' ')?;
        Some((line.get(..blank)?, line.get(blank + 1..)?))
    }
}

/// Whether one slip makes one word of the other.
fn one_slip(known: &[u8], given: &[u8]) -> bool {
    let same = known.iter().zip(given).take_while(|(known, given)| known == given).count();
    let (known, given) = (known.get(same..).unwrap_or_default(), given.get(same..).unwrap_or_default());
    match (known, given) {
        ([a, b, known @ ..], [c, d, given @ ..]) if a == d && b == c && known == given => true,
        ([_, known @ ..], [_, given @ ..]) if known == given => true,
        ([_, known @ ..], given) if known == given => true,
        (known, [_, given @ ..]) => known == given,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_sorted_and_every_code_means_something() {
        for language in [Language::NlBe, Language::En] {
            let table = TimeWords::of(language).unwrap();
            let lines: std::vec::Vec<&str> = table.lines.lines().collect();
            assert!(lines.len() > 200 && table.lines.ends_with('\n'));
            for pair in lines.windows(2) {
                assert!(pair[0] < pair[1], "`{}` does not come before `{}`", pair[0], pair[1]);
            }
            for line in lines.into_iter().skip(2) {
                let (word, code) = line.split_once(' ').unwrap();
                let (meaning, number) = meaning_of(code.as_bytes()).unwrap();
                assert!(code.len() == 1 || code.ends_with(&std::format!("{number}")), "{line}");
                let most = match meaning {
                    Word::Other => panic!("`{line}` means nothing"),
                    Word::Month | Word::ShortMonth => 12,
                    Word::Weekday | Word::ShortWeekday => 6,
                    Word::Unit | Word::Units => UNITS.len() - 1,
                    Word::Relation => RELATIONS.len() - 1,
                    Word::Feast => FEASTS.len() - 1,
                    Word::Holiday => 5,
                    Word::Season => 3,
                    Word::Part | Word::This => 2,
                    _ => 999,
                };
                assert!(usize::from(number) <= most, "{line}");
                assert!(table.from(word.as_bytes()).any(|(found, _)| found == word.as_bytes()), "{line}");
                assert!(word.split('_').all(|part| part.len() <= super::super::scan::LONGEST), "{line}");
            }
            for long in table.long.split(' ').chain(table.compounds.split_whitespace()) {
                assert!(table.word(long.as_bytes()).is_some(), "{long}");
            }
        }
    }

    #[test]
    fn one_slip_and_no_more() {
        for given in ["septmber", "septembers", "septenber", "setpember", "eptember", "sseptember"] {
            assert!(one_slip(b"september", given.as_bytes()), "{given}");
            let table = TimeWords::of(Language::NlBe).unwrap();
            assert_eq!(table.with_slip(given.as_bytes()), Some((Word::Month, 9)), "{given}");
        }
        for given in ["septmbr", "sebtemper", "novembre", ""] {
            assert!(!one_slip(b"september", given.as_bytes()), "{given}");
        }
    }
}
