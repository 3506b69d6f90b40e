//! Counting many rows: the part that has to be fast.
//!
//! It is safe code in a form that compilers turn into vector instructions. A tile of rows is turned on its side, so that the
//! answers to one statement stand together and fit the first cache; then sixteen answers at a time are compared and counted in
//! bytes, which are emptied before they can overflow.

use alloc::vec;
use alloc::vec::Vec;

use super::layout::Layout;

/// The counts of a summary.
pub(super) struct Counts<'a> {
    pub(super) kinds: &'a mut [[u64; 8]],
    pub(super) complete: &'a mut [[u64; 5]],
    pub(super) totals: &'a mut [Vec<u64>],
}

/// Answers that are looked at together.
const LANES: usize = 16;
/// Rows of a tile: a lane counts at most a sixteenth of them in a byte.
const TILE: usize = 1024;
/// Stands for a total that is not complete.
const INCOMPLETE: u8 = u8::MAX;
/// The most statements of an element whose totals fit a byte below [`INCOMPLETE`].
const MOST_STATEMENTS: usize = 50;

/// Adds rows, whose bytes must be at most 7.
///
/// Says whether they were; if not, the counts are of no use.
pub(super) fn add(layout: &Layout, rows: &[u8], counts: &mut Counts<'_>) -> bool {
    let fits = layout.each().iter().all(|columns| columns.len() <= MOST_STATEMENTS);
    let sixteens = if fits { rows.len() / (LANES * layout.columns()) } else { 0 };
    // A few rows are counted before a tile is set up.
    let tiled = if sixteens < 4 { 0 } else { sixteens * LANES * layout.columns() };
    let (tiled, rest) = rows.split_at_checked(tiled).unwrap_or_default();
    let is_sound = tiled.is_empty() || add_tiles(layout, tiled, counts);
    add_each(layout, rest, counts);
    is_sound && rest.iter().all(|bits| *bits < 8)
}

/// Adds one person at a time.
pub(super) fn add_each(layout: &Layout, rows: &[u8], counts: &mut Counts<'_>) {
    for row in rows.chunks_exact(layout.columns()) {
        for (kinds, bits) in counts.kinds.iter_mut().zip(row) {
            if let Some(count) = kinds.get_mut(usize::from(*bits)) {
                *count += 1;
            }
        }
        for (columns, totals) in layout.each().iter().zip(counts.totals.iter_mut()) {
            let answers = || columns.iter().map(|column| (*column, row.get(*column).copied().unwrap_or_default()));
            let is_complete = answers().all(|(_, bits)| (1..=5).contains(&bits));
            let mut total = 0;
            if is_complete {
                for (column, bits) in answers() {
                    total += usize::from(if layout.is_reversed(column) { 6 - bits } else { bits });
                    let complete = counts.complete.get_mut(column);
                    if let Some(count) = complete.and_then(|counts| counts.get_mut(usize::from(bits) - 1)) {
                        *count += 1;
                    }
                }
            }
            if let Some(count) = totals.get_mut(total) {
                *count += 1;
            }
        }
    }
}

/// Adds rows whose number is a multiple of [`LANES`].
fn add_tiles(layout: &Layout, rows: &[u8], counts: &mut Counts<'_>) -> bool {
    let width = layout.columns();
    let mut turned = vec![0; TILE * width];
    let mut sums = vec![0; TILE];
    let mut tables = vec![Table::default(); layout.elements()];
    let mut seen = 0;
    for tile in rows.chunks(TILE * width) {
        let people = tile.len() / width;
        seen |= turn(tile, width, &mut turned);
        let column =
            |number: usize| turned.get(number * TILE..).and_then(|rest| rest.get(..people)).unwrap_or_default();
        for (number, kinds) in counts.kinds.iter_mut().enumerate() {
            let found: [u64; 7] = count(column(number), &[]);
            let [none, others @ ..] = kinds;
            *none += people as u64 - found.iter().sum::<u64>();
            others.iter_mut().zip(found).for_each(|(kind, found)| *kind += found);
        }
        let sums = sums.get_mut(..people).unwrap_or_default();
        for (columns, table) in layout.each().iter().zip(&mut tables) {
            sums.fill(0);
            for number in columns {
                add_column(column(*number), sums, layout.is_reversed(*number));
            }
            let complete = table.add(sums);
            for number in columns {
                let found: [u64; 4] = count(column(*number), sums);
                let Some([most @ .., fives]) = counts.complete.get_mut(*number) else { continue };
                // Who completed the element and did not answer 1 to 4 answered 5.
                *fives += complete - found.iter().sum::<u64>();
                most.iter_mut().zip(found).for_each(|(count, found)| *count += found);
            }
        }
    }
    for (table, totals) in tables.iter().zip(counts.totals.iter_mut()) {
        table.empty_into(totals);
    }
    seen < 8
}

/// Turns a tile on its side: each column gets [`TILE`] bytes of its own. Returns the bits that any answer has.
fn turn(tile: &[u8], width: usize, turned: &mut [u8]) -> u8 {
    let mut seen = 0_u64;
    for (number, rows) in tile.chunks_exact(LANES * width).enumerate() {
        let mut first = 0;
        while first + 8 <= width {
            let Some(block) = Block::of(rows, width, first) else { break };
            seen |= block.seen;
            block.write(turned, first * TILE + number * LANES);
            // The last block may begin within the one before, where that is less work than single columns.
            let left = width - first - 8;
            first += if (4..8).contains(&left) { left } else { 8 };
        }
        for column in first..width {
            let to = turned.get_mut(column * TILE + number * LANES..).and_then(|rest| rest.first_chunk_mut::<LANES>());
            let answers = rows.get(column..).unwrap_or_default().iter().step_by(width);
            for (to, answer) in to.into_iter().flatten().zip(answers) {
                seen |= u64::from(*answer);
                *to = *answer;
            }
        }
    }
    seen.to_le_bytes().iter().fold(0, |all, byte| all | byte)
}

/// Eight columns of sixteen rows. An answer has three bits, so that one byte holds those of two rows.
struct Block {
    pairs: [u64; 8],
    seen: u64,
}

impl Block {
    #[inline(always)]
    fn of(rows: &[u8], width: usize, first: usize) -> Option<Self> {
        let mut block = Self { pairs: [0; 8], seen: 0 };
        let (upper, lower) = rows.split_at_checked(8 * width)?;
        for (row, pair) in block.pairs.iter_mut().enumerate() {
            let at = row * width + first;
            let upper = u64::from_le_bytes(*upper.get(at..)?.first_chunk::<8>()?);
            let lower = u64::from_le_bytes(*lower.get(at..)?.first_chunk::<8>()?);
            block.seen |= upper | lower;
            *pair = upper | lower << 4;
        }
        transpose(&mut block.pairs);
        Some(block)
    }

    #[inline(always)]
    fn write(&self, turned: &mut [u8], mut at: usize) {
        const LOW: u64 = 0x0f0f_0f0f_0f0f_0f0f;
        for pair in &self.pairs {
            if let Some(to) = turned.get_mut(at..).and_then(|rest| rest.first_chunk_mut::<LANES>()) {
                *to = (u128::from(pair & LOW) | u128::from((pair >> 4) & LOW) << 64).to_le_bytes();
            }
            at += TILE;
        }
    }
}

/// The eight bytes from a place on; 0 for those that are not there.
pub(super) fn eight_from(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    match rest.first_chunk::<8>() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => rest.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte)),
    }
}

/// Eight times eight bytes across their diagonal: halves change places, then quarters, then bytes.
fn transpose(block: &mut [u64; 8]) {
    fn swap(upper: &mut u64, lower: &mut u64, shift: u32, mask: u64) {
        let differing = ((*upper >> shift) ^ *lower) & mask;
        *lower ^= differing;
        *upper ^= differing << shift;
    }
    let [a, b, c, d, e, f, g, h] = block;
    for (upper, lower) in [(&mut *a, &mut *e), (&mut *b, &mut *f), (&mut *c, &mut *g), (&mut *d, &mut *h)] {
        swap(upper, lower, 32, 0x0000_0000_ffff_ffff);
    }
    for (upper, lower) in [(&mut *a, &mut *c), (&mut *b, &mut *d), (&mut *e, &mut *g), (&mut *f, &mut *h)] {
        swap(upper, lower, 16, 0x0000_ffff_0000_ffff);
    }
    for (upper, lower) in [(a, b), (c, d), (e, f), (g, h)] {
        swap(upper, lower, 8, 0x00ff_00ff_00ff_00ff);
    }
}

/// How often each of 1 to `K` stands in a column, where a list of totals does not say that it is [`INCOMPLETE`].
fn count<const K: usize>(column: &[u8], totals: &[u8]) -> [u64; K] {
    let mut lanes = [[0_u8; LANES]; K];
    let (answers, _) = column.as_chunks::<LANES>();
    let mut totals = totals.as_chunks::<LANES>().0.iter();
    for answers in answers {
        let mut answers = *answers;
        if let Some(totals) = totals.next() {
            for (answer, total) in answers.iter_mut().zip(totals) {
                *answer &= if *total == INCOMPLETE { 0 } else { u8::MAX };
            }
        }
        for (kind, lane) in (1..).zip(&mut lanes) {
            for (count, answer) in lane.iter_mut().zip(&answers) {
                *count += u8::from(*answer == kind);
            }
        }
    }
    lanes.map(|lane| lane.iter().map(|count| u64::from(*count)).sum())
}

/// Adds a column to the totals; one answer that is not on the scale makes a total [`INCOMPLETE`] for good.
fn add_column(column: &[u8], totals: &mut [u8], is_reversed: bool) {
    let (answers, _) = column.as_chunks::<LANES>();
    let (totals, _) = totals.as_chunks_mut::<LANES>();
    for (answers, totals) in answers.iter().zip(totals) {
        for (answer, total) in answers.iter().zip(totals) {
            let missing = if answer.wrapping_sub(1) > 4 { INCOMPLETE } else { 0 };
            let points = if is_reversed { 6_u8.wrapping_sub(*answer) } else { *answer };
            *total = total.saturating_add(points | missing);
        }
    }
}

/// How many people have each total. Four tables take turns, since one would wait for itself where totals are alike.
#[derive(Clone)]
struct Table([[u32; 256]; 4]);

impl Default for Table {
    fn default() -> Self {
        Self([[0; 256]; 4])
    }
}

impl Table {
    /// Counts totals, and says how many are complete.
    fn add(&mut self, totals: &[u8]) -> u64 {
        let [a, b, c, d] = &mut self.0;
        let before = [&a, &b, &c, &d].map(|table| table.last().copied().unwrap_or_default());
        for four in totals.as_chunks::<4>().0 {
            let [w, x, y, z] = four.map(usize::from);
            for (table, total) in [(&mut *a, w), (&mut *b, x), (&mut *c, y), (&mut *d, z)] {
                if let Some(count) = table.get_mut(total) {
                    *count += 1;
                }
            }
        }
        let after = [&a, &b, &c, &d].map(|table| table.last().copied().unwrap_or_default());
        let incomplete: u32 = after.iter().zip(before).map(|(after, before)| after - before).sum();
        totals.len() as u64 - u64::from(incomplete)
    }

    fn empty_into(&self, totals: &mut [u64]) {
        for table in &self.0 {
            let Some((incomplete, possible)) = table.split_last() else { continue };
            totals.iter_mut().zip(possible).for_each(|(total, count)| *total += u64::from(*count));
            totals.iter_mut().take(1).for_each(|total| *total += u64::from(*incomplete));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::TeamSummary;

    #[test]
    fn tiles_count_as_one_person_at_a_time_does() {
        let mut state = 1_u32;
        let mut bits = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            // Mostly on the scale.
            [4, 5, 1, 2, 3, 4, 5, 3, 2, 1, 4, 4, 5, 0, 6, 7][(state >> 28) as usize]
        };
        let elements = vec![vec![0, 5, 3], (6..29).collect(), vec![30]];
        let layout = Layout::new(31, &elements, &[3, 8, 9, 30]).unwrap();
        for people in [1, 63, 64, 1023, 1024, 1040, 5001] {
            let rows: Vec<u8> = (0..people * 31).map(|_| bits()).collect();
            let (mut tiled, mut each) = (TeamSummary::empty(&layout), TeamSummary::empty(&layout));
            tiled.add_rows(&rows).unwrap();
            for row in rows.chunks(31) {
                each.add_rows(row).unwrap();
            }
            assert_eq!(tiled, each, "{people} people");
        }
    }
}
