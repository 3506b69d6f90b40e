//! Many small teams: a few figures of each, without a summary of each.

use alloc::vec;
use alloc::vec::Vec;

use super::kernel::sum_of_bytes;
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

/// Many small teams, whose figures are worked out as they are asked for: a region's worth takes no memory of its own.
///
/// # Examples
///
/// ```
/// use olievlek::survey::{Layout, Teams, Undefined};
///
/// let layout = Layout::new(2, &[vec![0, 1]], &[])?;
/// // Three people in the first team, one in the second.
/// let teams = Teams::new(&layout, &[4, 5, 3, 3, 2, 3, 1, 1], &[3, 4], 2.0)?;
/// let figures = teams.figures().collect::<Result<Vec<_>, _>>()?;
/// assert_eq!((figures[0].n, figures[0].mean), (3, Ok(20.0 / 6.0)));
/// assert_eq!(figures[1].alpha, Err(Undefined::TooFewRespondents));
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Teams<'a> {
    rows: &'a [u8],
    ends: &'a [usize],
    null: f64,
    columns: usize,
    elements: Vec<Element>,
}

impl<'a> Teams<'a> {
    /// `rows` has everyone, row by row by the [`bits`](crate::survey::Answer::to_bits) of the answers, team after team; `ends`
    /// after how many people each team ends; `null` the variance of the null distribution of r_wg(j).
    ///
    /// # Errors
    ///
    /// `shape-mismatch` when the last row is not whole or the last end is not the number of people; `out-of-domain` for ends that
    /// go down, a team of more than 2¹⁸ people, or a null variance that is not above 0. The bytes are looked at by team.
    pub fn new(layout: &Layout, rows: &'a [u8], ends: &'a [usize], null: f64) -> Result<Self, SurveyError> {
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
        let elements = layout.each().iter().map(|columns| Element::new(layout, columns)).collect();
        Ok(Self { rows, ends, null, columns, elements })
    }

    /// The figures of each element of each team: team after team, each element after another.
    ///
    /// # Errors
    ///
    /// `out-of-range` in place of all figures of a team with a byte above 7, with the place of that byte in all rows.
    pub fn figures(&self) -> impl Iterator<Item = Result<ElementFigures, SurveyError>> {
        (0..self.ends.len()).flat_map(|team| self.figures_of(team))
    }

    /// [`figures`](Self::figures) over all cores.
    ///
    /// # Errors
    ///
    /// Those of [`figures`](Self::figures).
    #[cfg(feature = "parallel")]
    pub fn par_figures(&self) -> impl rayon::iter::ParallelIterator<Item = Result<ElementFigures, SurveyError>> {
        use rayon::prelude::*;
        (0..self.ends.len()).into_par_iter().with_min_len(256).flat_map_iter(|team| self.figures_of(team))
    }

    fn figures_of(&self, team: usize) -> impl Iterator<Item = Result<ElementFigures, SurveyError>> {
        let end = |team: usize| self.ends.get(team).map_or(0, |end| end * self.columns);
        let start = team.checked_sub(1).map_or(0, end);
        let team = self.rows.get(start..end(team)).unwrap_or_default();
        // As late as this, so that the bytes come from the memory once.
        let wrong = if has_high_bits(team) { Err(super::out_of_range(start, team)) } else { Ok(()) };
        let figures = move |element: &Element| element.tally(team, self.columns).figures(element.statements, self.null);
        self.elements.iter().map(move |element| wrong.map(|()| figures(element)))
    }
}

/// Whether any byte is above 7.
#[inline(always)]
fn has_high_bits(rows: &[u8]) -> bool {
    let (words, rest) = rows.as_chunks();
    let words = words.iter().fold(0, |all, word| all | u64::from_le_bytes(*word));
    words & !(7 * ONES) != 0 || rest.iter().any(|byte| *byte > 7)
}

/// So that no product of sums overflows 64 bits: *n Σt²* with totals of up to 5000.
const MOST_PEOPLE: usize = 1 << 18;
/// A one in each byte.
const ONES: u64 = 0x0101_0101_0101_0101;
/// How many answers of up to 5 a byte can add up.
const IN_A_BYTE: usize = 51;

/// An element as words of eight bytes, so that a person's answers to it are a few operations on whole words.
#[derive(Clone, Debug)]
struct Element {
    statements: usize,
    reversed: u64,
    words: Vec<Word>,
}

/// Eight bytes of a row, of which some are statements of an element.
#[derive(Clone, Copy, Debug)]
struct Word {
    /// The column of its first byte.
    at: usize,
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

impl Word {
    #[inline(always)]
    fn read(&self, row: &[u8]) -> u64 {
        match row.get(self.at..).and_then(<[u8]>::first_chunk) {
            Some(eight) => u64::from_le_bytes(*eight),
            // The row is shorter than a word.
            None => row.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)),
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
    /// In as few words as these columns fit in.
    fn new(layout: &Layout, columns: &[usize]) -> Self {
        let reversed = columns.iter().filter(|column| layout.is_reversed(**column)).count() as u64;
        let mut columns = columns.to_vec();
        columns.sort_unstable();
        let mut words: Vec<Word> = Vec::new();
        for column in &columns {
            if words.last().is_none_or(|word| word.at + 8 <= *column) {
                // A word ends with the row at the latest.
                words.push(Word { at: (*column).min(layout.columns().saturating_sub(8)), keep: 0, flip: 0 });
            }
            if let Some(word) = words.last_mut() {
                let place = 8 * (column - word.at);
                word.keep |= 0xff << place;
                word.flip |= if layout.is_reversed(*column) { 7 << place } else { 0 };
            }
        }
        Self { statements: columns.len(), reversed, words }
    }

    fn tally(&self, team: &[u8], columns: usize) -> Tally {
        match self.words.as_slice() {
            [word] if columns >= 8 && team.len() <= IN_A_BYTE * columns => {
                if word.flip == 0 {
                    Tally::of_small::<false>(word, team, columns)
                } else {
                    Tally::of_small::<true>(word, team, columns)
                }
            }
            words => self.tally_words(words, team, columns),
        }
    }

    fn tally_words(&self, words: &[Word], team: &[u8], columns: usize) -> Tally {
        let mut tally = Tally::default();
        let mut sums = vec![0_u64; 8 * words.len()];
        for row in team.chunks(columns) {
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
    /// Of one word and so few people that the answers to a statement add up in a byte: without a branch on the answers, which
    /// no processor can foresee, and with so few numbers that they stay in registers. With `FLIP`, some are reverse-keyed.
    #[inline(never)]
    fn of_small<const FLIP: bool>(word: &Word, rows: &[u8], columns: usize) -> Self {
        let Word { at, keep, flip } = *word;
        let reversed = u64::from(flip.count_ones() / 3);
        let (mut n, mut squares, mut of_answers, mut sums) = (0_u64, 0, 0, 0_u64);
        let mut rest = rows;
        while let Some((row, after)) = rest.split_at_checked(columns) {
            rest = after;
            let Some(eight) = row.get(at..).and_then(<[u8]>::first_chunk) else { break };
            let answers = u64::from_le_bytes(*eight);
            // All ones where nothing is missing: 0 less 1 has the highest bit, and `missing` never does.
            let complete = (missing(answers, keep).wrapping_sub(1) as i64 >> 63) as u64;
            let answers = answers & keep & complete;
            let points = if FLIP { answers ^ (flip & complete) } else { answers };
            let total = (points.wrapping_mul(ONES) >> 56) - if FLIP { reversed & complete } else { 0 };
            n = n.wrapping_sub(complete);
            squares += total * total;
            // The highest byte of a number times the same number backwards is the sum of its squared bytes.
            of_answers += answers.wrapping_mul(answers.swap_bytes()) >> 56;
            sums += answers;
        }
        let squared_sums = sums.to_le_bytes().map(|sum| i32::from(i16::from(sum)) * i32::from(i16::from(sum)));
        let squared_sums = squared_sums.iter().sum::<i32>() as u64;
        let mut sum = sum_of_bytes([sums]);
        if FLIP {
            let is_reversed = (flip & ONES) * 0xff;
            sum = sum + 6 * reversed * n - 2 * sum_of_bytes([sums & is_reversed]);
        }
        Self { n, sum, squares, of_answers, squared_sums }
    }

    fn figures(self, statements: usize, null: f64) -> ElementFigures {
        // All are far below 2⁶³, and processors turn those that could be negative into floats sooner.
        let float = |whole: u64| whole as i64 as f64;
        let (n, k) = (float(self.n), statements as i64 as f64);
        let of_statements = float(self.n * self.of_answers - self.squared_sums);
        let of_totals = float(self.n * self.squares - self.sum * self.sum);
        let mean = float(self.sum) / (n * k);
        if self.n < 2 {
            let few = if self.n == 0 { Undefined::NoAnswers } else { Undefined::TooFewRespondents };
            let mean = if self.n == 0 { Err(few) } else { Ok(mean) };
            return ElementFigures { n: self.n as u32, mean, alpha: Err(few), r_wg_j: Err(few) };
        }
        ElementFigures {
            n: self.n as u32,
            mean: Ok(mean),
            alpha: alpha_of(statements, of_statements, of_totals),
            r_wg_j: Ok(r_wg_j_of(of_statements, n * (n - 1.0) * k * null, statements)),
        }
    }
}
