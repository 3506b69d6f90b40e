//! Counting many rows, sixteen people at a time.
//!
//! A tile of rows is turned on its side, so that the answers to one statement stand together and fit the first cache; then
//! sixteen answers at a time are compared and counted in bytes, which are emptied before they can overflow. The vectors are
//! those of `wide`: whether compilers make some of a loop over bytes depends on small changes, and is a factor of up to eight.

use alloc::vec;
use alloc::vec::Vec;

use wide::u8x16;

use super::kernel::{Counts, sum_of_bytes};
use super::layout::Layout;

/// Answers that are looked at together.
const LANES: usize = 16;
/// Rows of a tile: a lane counts at most a sixteenth of them in a byte. With 25 columns they take 19 kB of a first cache of
/// 32 kB; fewer have to be added up more often, and of more some have left the cache again (measured: 512, 1024 and 2048).
const TILE: usize = 768;
/// Stands for a total that is not complete.
const INCOMPLETE: u8 = u8::MAX;
/// The most statements of an element whose totals fit a byte below [`INCOMPLETE`].
const MOST_STATEMENTS: usize = 50;

/// Adds as many of these rows as are worth a tile, and returns the others; none where a byte is above 7.
pub(super) fn add<'a>(layout: &Layout, rows: &'a [u8], counts: &mut Counts<'_>) -> Option<&'a [u8]> {
    let fits = layout.each().iter().all(|columns| columns.len() <= MOST_STATEMENTS);
    let sixteens = rows.len() / (LANES * layout.columns());
    // A few rows are counted before a tile is set up.
    let tiled = if fits && sixteens >= 4 { sixteens * LANES * layout.columns() } else { 0 };
    let (tiled, rest) = rows.split_at_checked(tiled)?;
    (tiled.is_empty() || add_tiles(layout, tiled, counts)).then_some(rest)
}

/// Adds rows whose number is a multiple of [`LANES`], and says whether each byte is an answer.
fn add_tiles(layout: &Layout, rows: &[u8], counts: &mut Counts<'_>) -> bool {
    let width = layout.columns();
    // All columns of the last block too, so that each block has as many.
    let mut turned = vec![0; TILE * width.next_multiple_of(LANES)];
    let mut sums = vec![0; TILE];
    let mut tables = vec![Table::default(); layout.elements()];
    let mut seen = 0;
    for start in (0..rows.len()).step_by(TILE * width) {
        let tile = rows.get(start..).unwrap_or_default();
        let people = TILE.min(tile.len() / width);
        seen |= turn(tile, people, width, &mut turned);
        let column =
            |number: usize| turned.get(number * TILE..).and_then(|rest| rest.get(..people)).unwrap_or_default();
        for (number, kinds) in counts.kinds.iter_mut().enumerate() {
            let found = count(lanes(column(number)), [1, 2, 3, 4, 5, 6, 7]);
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
            let everyone = table.add(sums);
            for number in columns {
                let found = count(complete(column(*number), sums), [1, 2, 3, 4]);
                let Some([most @ .., fives]) = counts.complete.get_mut(*number) else { continue };
                // Who completed the element and did not answer 1 to 4 answered 5.
                *fives += everyone - found.iter().sum::<u64>();
                most.iter_mut().zip(found).for_each(|(count, found)| *count += found);
            }
        }
    }
    for (table, totals) in tables.iter().zip(counts.totals.iter_mut()) {
        table.empty_into(totals);
    }
    seen < 8
}

/// Turns a tile on its side, of so many people at the start of rows: each column gets [`TILE`] bytes of its own. Returns the
/// bits that any answer has.
fn turn(rows: &[u8], people: usize, width: usize, turned: &mut [u8]) -> u8 {
    let mut seen = u8x16::default();
    let mut last = Vec::new();
    for number in 0..people / LANES {
        let mut rows = rows.get(number * LANES * width..).unwrap_or_default();
        // Sixteen bytes from the last column on reach into the next rows, and after the last row there are none.
        if rows.len() < LANES * width + LANES {
            last.extend_from_slice(rows);
            last.resize(LANES * width + LANES, 0);
            rows = &last;
        }
        let blocks = turned.as_chunks_mut::<TILE>().0.as_chunks_mut::<LANES>().0;
        for (first, columns) in (0..width).step_by(LANES).zip(blocks) {
            let mut block = [u8x16::default(); LANES];
            let row = rows.get(first..).unwrap_or_default().windows(LANES).step_by(width);
            for (to, row) in block.iter_mut().zip(row.filter_map(|row| row.first_chunk())) {
                *to = u8x16::new(*row);
            }
            seen |= any(&block);
            for (column, to) in transpose(&block).iter().zip(columns) {
                if let Some(to) = to.as_chunks_mut().0.get_mut(number) {
                    *to = column.to_array();
                }
            }
        }
    }
    seen.to_array().iter().fold(0, |all, byte| all | byte)
}

/// The bits that any of them has, in pairs, so that few wait for each other.
#[inline(always)]
fn any(block: &[u8x16; LANES]) -> u8x16 {
    let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = *block;
    (((a | b) | (c | d)) | ((e | f) | (g | h))) | (((i | j) | (k | l)) | ((m | n) | (o | p)))
}

/// Sixteen rows of sixteen bytes across their diagonal.
///
/// To interleave both halves of a list takes the highest bit of a place to its lowest, so four times change the number of the
/// row for that of the column.
#[inline(always)]
fn transpose(block: &[u8x16; LANES]) -> [u8x16; LANES] {
    interleave(&interleave(&interleave(&interleave(block))))
}

#[inline(always)]
fn interleave(block: &[u8x16; LANES]) -> [u8x16; LANES] {
    // One by one, so that they stay in registers.
    let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = *block;
    let low = u8x16::unpack_low;
    let high = u8x16::unpack_high;
    [
        low(a, i),
        high(a, i),
        low(b, j),
        high(b, j),
        low(c, k),
        high(c, k),
        low(d, l),
        high(d, l),
        low(e, m),
        high(e, m),
        low(f, n),
        high(f, n),
        low(g, o),
        high(g, o),
        low(h, p),
        high(h, p),
    ]
}

/// Sixteen bytes of a list after another.
fn lanes(bytes: &[u8]) -> impl Iterator<Item = u8x16> {
    bytes.as_chunks().0.iter().map(|sixteen| u8x16::new(*sixteen))
}

/// How often each kind stands among answers.
fn count<const K: usize>(answers: impl Iterator<Item = u8x16>, kinds: [u8; K]) -> [u64; K] {
    let kinds = kinds.map(u8x16::splat);
    let mut counts = [u8x16::default(); K];
    for answers in answers {
        counts.iter_mut().zip(kinds).for_each(|(count, kind)| *count -= answers.simd_eq(kind));
    }
    counts.map(sum)
}

/// The answers of a column, and 0 for those whose total is [`INCOMPLETE`].
fn complete(column: &[u8], totals: &[u8]) -> impl Iterator<Item = u8x16> {
    let incomplete = u8x16::splat(INCOMPLETE);
    lanes(column).zip(lanes(totals)).map(move |(answers, totals)| answers & !totals.simd_eq(incomplete))
}

/// The sum of all sixteen.
fn sum(lanes: u8x16) -> u64 {
    let bytes = u128::from_le_bytes(lanes.to_array());
    sum_of_bytes([bytes as u64, (bytes >> 64) as u64])
}

/// Adds a column to the totals; one answer that is not on the scale makes a total [`INCOMPLETE`] for good.
fn add_column(column: &[u8], totals: &mut [u8], is_reversed: bool) {
    let [one, five, six] = [1, 5, 6].map(u8x16::splat);
    for (answers, totals) in lanes(column).zip(totals.as_chunks_mut().0) {
        let missing = answers.max(one).min(five).simd_eq(answers).simd_eq(u8x16::default());
        let points = if is_reversed { six - answers } else { answers };
        *totals = u8x16::new(*totals).saturating_add(points | missing).to_array();
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
        let few = |columns: usize| vec![(0..columns).collect::<Vec<_>>()];
        let several = vec![vec![0, 5, 3], (6..29).collect(), vec![30]];
        let cases =
            [(1, few(1), vec![]), (16, few(16), vec![0]), (32, few(31), vec![]), (31, several, vec![3, 8, 9, 30])];
        for (columns, elements, reversed) in cases {
            let layout = Layout::new(columns, &elements, &reversed).unwrap();
            for people in [1, 63, 64, TILE - 1, TILE, TILE + 16, 5001] {
                let rows: Vec<u8> = (0..people * columns).map(|_| bits()).collect();
                let (mut tiled, mut each) = (TeamSummary::empty(&layout), TeamSummary::empty(&layout));
                tiled.add_rows(&rows).unwrap();
                for row in rows.chunks(columns) {
                    each.add_rows(row).unwrap();
                }
                assert_eq!(tiled, each, "{people} people, {columns} columns");
            }
            let wrong: Vec<u8> = (0..100 * columns).map(|place| if place == 50 { 9 } else { 4 }).collect();
            assert_eq!(TeamSummary::of_rows(&layout, &wrong), Err(crate::survey::SurveyError::OutOfRange(50)));
        }
    }
}
