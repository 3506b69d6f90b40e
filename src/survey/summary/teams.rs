//! Many small teams: a few figures of each, without a summary of each.

use alloc::vec;
use alloc::vec::Vec;

use super::kernel::eight_from;
use super::layout::Layout;
use crate::survey::agreement::r_wg_j_of;
use crate::survey::alpha::alpha_of;
use crate::survey::{Statistic, SurveyError, Undefined};

/// An element of a team in a few figures, listwise: of those who answered all its statements on the scale.
///
/// The figures are those of a [`TeamSummary`](super::TeamSummary) of the same team, and undefined where they are.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct ElementFigures {
    /// How many answered every statement of the element on the scale.
    pub n: u32,
    /// The mean answer, 1 to 5, with reverse-keyed answers as *6 − x*.
    pub mean: Statistic,
    /// Cronbach's alpha: see [`Matrix::alpha`](crate::survey::Matrix::alpha).
    pub alpha: Statistic,
    /// Within-group agreement: see [`r_wg_j`](crate::survey::r_wg_j).
    pub r_wg_j: Statistic,
}

/// The figures of each element of each team, team by team; over all cores with the feature `parallel`.
///
/// `rows` has everyone, row by row by the [`bits`](crate::survey::Answer::to_bits) of the answers, team after team; `ends`
/// after how many people each team ends; `null` the variance of the null distribution of r_wg(j).
///
/// # Errors
///
/// `shape-mismatch` when the last row is not whole or the last end is not the number of people; `out-of-range` for a byte
/// above 7; `out-of-domain` for ends that go down, a team of more than 2¹⁸ people, or a null variance that is not above 0.
///
/// # Examples
///
/// ```
/// use olievlek::survey::{Layout, Undefined, figures_of_teams};
///
/// let layout = Layout::new(2, &[vec![0, 1]], &[])?;
/// // Three people in the first team, one in the second.
/// let figures = figures_of_teams(&layout, &[4, 5, 3, 3, 2, 3, 1, 1], &[3, 4], 2.0)?;
/// assert_eq!((figures[0].n, figures[0].mean), (3, Ok(20.0 / 6.0)));
/// assert_eq!(figures[1].alpha, Err(Undefined::TooFewRespondents));
/// # Ok::<(), olievlek::Error>(())
/// ```
pub fn figures_of_teams(
    layout: &Layout,
    rows: &[u8],
    ends: &[usize],
    null: f64,
) -> Result<Vec<ElementFigures>, SurveyError> {
    let columns = layout.columns();
    let people = rows.len() / columns;
    if !rows.len().is_multiple_of(columns) {
        return Err(SurveyError::ShapeMismatch { expected: (people + 1) * columns, given: rows.len() });
    }
    if ends.last().copied().unwrap_or_default() != people {
        let given = ends.last().copied().unwrap_or_default();
        return Err(SurveyError::ShapeMismatch { expected: people, given });
    }
    if !ends.is_sorted() {
        return Err(SurveyError::OutOfDomain("ends of teams that go up"));
    }
    if !(null > 0.0 && null.is_finite()) {
        return Err(SurveyError::OutOfDomain("a null variance above 0"));
    }
    let starts = core::iter::once(0).chain(ends.iter().copied());
    if starts.zip(ends).any(|(start, end)| end - start > MOST_PEOPLE) {
        return Err(SurveyError::OutOfDomain("at most 2^18 people in a team"));
    }
    if rows.iter().fold(0, |all, byte| all | byte) > 7 {
        return Err(super::out_of_range(rows));
    }
    let words = Words::new(layout);
    #[cfg(feature = "parallel")]
    {
        use rayon::prelude::*;
        let several = 1024;
        let figures = ends.par_chunks(several).enumerate().map(|(number, part)| {
            let before = number.checked_mul(several).and_then(|at| ends.get(at.checked_sub(1)?)).copied();
            words.figures(rows, before.unwrap_or_default(), part, null)
        });
        Ok(figures.collect::<Vec<_>>().concat())
    }
    #[cfg(not(feature = "parallel"))]
    Ok(words.figures(rows, 0, ends, null))
}

/// So that no product of sums overflows 64 bits: *n Σt²* with totals of up to 5000.
const MOST_PEOPLE: usize = 1 << 18;
/// A one in each byte.
const ONES: u64 = 0x0101_0101_0101_0101;
/// How many answers of up to 5 a byte can add up.
const IN_A_BYTE: usize = 51;

/// The statements of elements as words of eight bytes, so that a person's element is a few operations on whole words.
struct Words {
    columns: usize,
    elements: Vec<Element>,
}

struct Element {
    statements: usize,
    reversed: u64,
    words: Vec<Word>,
}

/// Up to eight statements of an element.
struct Word {
    /// The column of its first byte, where its statements stand in a row.
    at: Option<usize>,
    statements: Vec<usize>,
    /// `0xff` for each byte that is a statement.
    keep: u64,
    /// `0x07` for each that is reverse-keyed: *7 − x* is `x ^ 7`.
    flip: u64,
}

/// What the figures come from: of the complete cases *n*, *Σt* and *Σt²* of the totals, *ΣΣx²* of all answers, and *Σ(Σx)²*, by
/// statement.
#[derive(Clone, Copy, Default)]
struct Tally {
    n: u64,
    sum: u64,
    squares: u64,
    of_answers: u64,
    squared_sums: u64,
}

impl Words {
    fn new(layout: &Layout) -> Self {
        let element = |columns: &Vec<usize>| {
            let reversed = columns.iter().filter(|column| layout.is_reversed(**column)).count();
            let words = columns.chunks(8).map(|eight| Word::new(layout, eight)).collect();
            Element { statements: columns.len(), reversed: reversed as u64, words }
        };
        Self { columns: layout.columns(), elements: layout.each().iter().map(element).collect() }
    }

    /// Of the teams with these ends, where the first begins after so many people.
    fn figures(&self, rows: &[u8], first: usize, ends: &[usize], null: f64) -> Vec<ElementFigures> {
        let mut figures = Vec::with_capacity(ends.len() * self.elements.len());
        let mut start = first;
        for end in ends {
            // To the end of all: a word may reach into the next row.
            let team = rows.get(start * self.columns..).unwrap_or_default();
            for element in &self.elements {
                figures.push(element.tally(team, end - start, self.columns).figures(element.statements, null));
            }
            start = *end;
        }
        figures
    }
}

impl Word {
    fn new(layout: &Layout, statements: &[usize]) -> Self {
        let (mut keep, mut flip) = (0, 0);
        for (place, column) in statements.iter().enumerate() {
            keep |= 0xff << (8 * place);
            flip |= if layout.is_reversed(*column) { 7 << (8 * place) } else { 0 };
        }
        let in_a_row = statements.is_sorted_by(|before, after| before + 1 == *after);
        let at = statements.first().copied().filter(|_| in_a_row);
        Self { at, statements: statements.to_vec(), keep, flip }
    }

    fn read(&self, row: &[u8]) -> u64 {
        match self.at {
            Some(at) => eight_from(row, at),
            None => {
                let bytes = self.statements.iter().rev().map(|column| row.get(*column).copied().unwrap_or_default());
                bytes.fold(0, |word, byte| word << 8 | u64::from(byte))
            }
        }
    }
}

/// A bit for each statement without an answer on the scale: *x − 1* modulo 8 is at most 4 for an answer, and 3 more is 8 or
/// more for what is none.
#[inline(always)]
fn missing(word: u64, keep: u64) -> u64 {
    ((word.wrapping_add(7 * ONES) & (7 * ONES)) + 3 * ONES) & (keep & (8 * ONES))
}

impl Element {
    fn tally(&self, team: &[u8], people: usize, columns: usize) -> Tally {
        match self.words.as_slice() {
            [word] => self.tally_word(word, team, people, columns),
            words => self.tally_words(words, team, people, columns),
        }
    }

    fn tally_word(&self, word: &Word, team: &[u8], people: usize, columns: usize) -> Tally {
        match word.at {
            Some(at) => {
                let read = |row| eight_from(team, row * columns + at);
                if word.flip == 0 {
                    self.tally_by::<false>(word, people, read)
                } else {
                    self.tally_by::<true>(word, people, read)
                }
            }
            None => self.tally_by::<true>(word, people, |row| word.read(team.get(row * columns..).unwrap_or_default())),
        }
    }

    /// Without a branch on the answers, which no processor can foresee; with `FLIP`, some are reverse-keyed.
    #[inline(always)]
    fn tally_by<const FLIP: bool>(&self, word: &Word, people: usize, read: impl Fn(usize) -> u64) -> Tally {
        // Copies, so that they stay in registers.
        let Word { keep, flip, .. } = *word;
        let (flip, reversed) = if FLIP { (flip, self.reversed) } else { (0, 0) };
        let mut sums = [0_u64; 8];
        let (mut n, mut sum, mut squares, mut of_answers) = (0, 0, 0, 0);
        for first in (0..people).step_by(IN_A_BYTE) {
            let mut each = 0_u64;
            for row in first..people.min(first + IN_A_BYTE) {
                let answers = read(row);
                // All ones where nothing is missing: 0 less 1 has the highest bit, and `missing` never does.
                let complete = (missing(answers, keep).wrapping_sub(1) as i64 >> 63) as u64;
                let answers = answers & keep & complete;
                let total = ((answers ^ (flip & complete)).wrapping_mul(ONES) >> 56) - (reversed & complete);
                n += complete & 1;
                sum += total;
                squares += total * total;
                // The highest byte of a number times the same number backwards is the sum of its squared bytes.
                of_answers += answers.wrapping_mul(answers.swap_bytes()) >> 56;
                each += answers;
            }
            for (sum, byte) in sums.iter_mut().zip(each.to_le_bytes()) {
                *sum += u64::from(byte);
            }
        }
        Tally { n, sum, squares, of_answers, squared_sums: sums.iter().map(|sum| sum * sum).sum() }
    }

    fn tally_words(&self, words: &[Word], team: &[u8], people: usize, columns: usize) -> Tally {
        let mut tally = Tally::default();
        let mut sums = vec![0_u64; 8 * words.len()];
        for row in team.chunks_exact(columns).take(people) {
            if words.iter().any(|word| missing(word.read(row), word.keep) != 0) {
                continue;
            }
            let mut total = 0;
            for (word, sums) in words.iter().zip(sums.chunks_exact_mut(8)) {
                let answers = word.read(row) & word.keep;
                total += (answers ^ word.flip).wrapping_mul(ONES) >> 56;
                tally.of_answers += answers.wrapping_mul(answers.swap_bytes()) >> 56;
                for (sum, byte) in sums.iter_mut().zip(answers.to_le_bytes()) {
                    *sum += u64::from(byte);
                }
            }
            total -= self.reversed;
            tally.n += 1;
            tally.sum += total;
            tally.squares += total * total;
        }
        tally.squared_sums = sums.iter().map(|sum| sum * sum).sum();
        tally
    }
}

impl Tally {
    fn figures(self, statements: usize, null: f64) -> ElementFigures {
        let (n, k) = (self.n as f64, statements as f64);
        let of_statements = (self.n * self.of_answers - self.squared_sums) as f64;
        let of_totals = (self.n * self.squares - self.sum * self.sum) as f64;
        let few = if self.n == 0 { Undefined::NoAnswers } else { Undefined::TooFewRespondents };
        let some = |value: Statistic| if self.n > 1 { value } else { Err(few) };
        ElementFigures {
            n: self.n as u32,
            mean: if self.n > 0 { Ok(self.sum as f64 / (n * k)) } else { Err(few) },
            alpha: some(alpha_of(statements, of_statements, of_totals)),
            r_wg_j: some(Ok(r_wg_j_of(of_statements / (n * (n - 1.0) * k), null, statements))),
        }
    }
}
