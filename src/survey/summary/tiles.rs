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
/// Sixteens of a tile: a lane counts at most so many in a byte. Columns of a power of two would share the lines of a cache, and
/// fewer rows have to be added up more often (measured from 512 to 3072 rows).
const GROUPS: usize = 96;
/// Rows of a tile.
const TILE: usize = GROUPS * LANES;
/// A quarter of sixteen rows has to be a vector.
const LEAST_COLUMNS: usize = 4;
/// Groups of sixteen that are turned together.
const BATCH: usize = 8;
/// Stands for a total that is not complete.
const INCOMPLETE: u8 = u8::MAX;
/// The most statements of an element whose totals fit a byte below [`INCOMPLETE`].
const MOST_STATEMENTS: usize = 63;

/// Adds as many of these rows as are worth a tile, and returns the others; none where a byte is above 7.
pub(super) fn add<'a>(layout: &Layout, rows: &'a [u8], counts: &mut Counts<'_>) -> Option<&'a [u8]> {
    let fits = layout.each().iter().all(|columns| columns.len() <= MOST_STATEMENTS);
    let sixteens = rows.len() / (LANES * layout.columns());
    // A few rows are counted before a tile is set up.
    let is_tiled = fits && layout.columns() >= LEAST_COLUMNS && sixteens >= 4;
    let tiled = if is_tiled { sixteens * LANES * layout.columns() } else { 0 };
    let (tiled, rest) = rows.split_at_checked(tiled)?;
    (tiled.is_empty() || add_tiles(layout, tiled, counts)).then_some(rest)
}

/// Adds rows whose number is a multiple of [`LANES`], and says whether each byte is an answer.
fn add_tiles(layout: &Layout, rows: &[u8], counts: &mut Counts<'_>) -> bool {
    let width = layout.columns();
    let mut turning = Turning::new(width);
    let mut sums = [[0; LANES]; GROUPS];
    let mut tables = vec![Table::default(); layout.elements()];
    let is_free = |column: &usize| !layout.each().iter().any(|columns| columns.contains(column));
    let free: Vec<usize> = (0..width).filter(is_free).collect();
    let mut most = 0;
    for tile in rows.chunks(TILE * width) {
        let most_here = turning.turn(tile);
        most = most.max(most_here);
        let people = tile.len() / width;
        let Some(sums) = sums.get_mut(..people / LANES) else { continue };
        let column = |number: &usize| {
            turning.turned.get(*number).and_then(|column| column.get(..people / LANES)).unwrap_or_default()
        };
        for (columns, table) in layout.each().iter().zip(&mut tables) {
            sums.fill([0; LANES]);
            for number in columns {
                add_column(column(number), sums, layout.is_reversed(*number));
            }
            let everyone = table.add(sums.as_flattened());
            keep_complete(sums);
            for number in columns {
                let found = count_up_to(most_here, column(number), sums);
                counts.add(*number, people as u64, everyone, found);
            }
        }
        sums.fill([0; LANES]);
        for number in &free {
            let found = count_up_to(most_here, column(number), sums);
            counts.add(*number, people as u64, 0, found);
        }
    }
    for ((columns, table), totals) in layout.each().iter().zip(&tables).zip(counts.totals.iter_mut()) {
        table.empty_into(columns.len(), totals);
    }
    most < 8
}

impl Counts<'_> {
    /// Adds what was found in a column among so many people, of whom `everyone` completed the element.
    fn add(&mut self, column: usize, people: u64, everyone: u64, found: Found) {
        if let Some([none, others @ ..]) = self.kinds.get_mut(column) {
            *none += people - found.kinds.iter().sum::<u64>();
            others.iter_mut().zip(found.kinds).for_each(|(kind, found)| *kind += found);
        }
        if let Some([most @ .., fives]) = self.complete.get_mut(column) {
            // Who completed the element and did not answer 1 to 4 answered 5.
            *fives += everyone - found.complete.iter().sum::<u64>();
            most.iter_mut().zip(found.complete).for_each(|(count, found)| *count += found);
        }
    }
}

/// A tile on its side, and the room that turning it takes.
struct Turning {
    width: usize,
    /// Sixteen answers at a time to each statement.
    turned: Vec<[[u8; LANES]; GROUPS]>,
    halfway: Vec<[u8; LANES]>,
}

impl Turning {
    fn new(width: usize) -> Self {
        Self { width, turned: vec![[[0; LANES]; GROUPS]; width], halfway: vec![[0; LANES]; BATCH * width] }
    }

    /// Turns a tile and returns its highest byte.
    ///
    /// Sixteen rows that are dealt out twice by their quarters are columns: each time two bits of the number of the row go to
    /// the lowest place. A few groups of rows go together, so that what was stored has left for the cache when it is read.
    fn turn(&mut self, rows: &[u8]) -> u8 {
        let mut most = u8x16::default();
        let group = LANES * self.width;
        for (batch, rows) in rows.chunks(BATCH * group).enumerate() {
            for (rows, halfway) in rows.chunks_exact(group).zip(self.halfway.chunks_exact_mut(self.width)) {
                deal(rows, halfway, |places, [a, b, c, d]| {
                    most = most.max(a.max(b).max(c.max(d)));
                    *places = [a, b, c, d].map(u8x16::to_array);
                });
            }
            let groups = (batch * BATCH..).take(rows.len() / group);
            for (group, halfway) in groups.zip(self.halfway.chunks_exact(self.width)) {
                deal(halfway.as_flattened(), &mut self.turned, |columns, dealt| {
                    columns.iter_mut().zip(dealt).for_each(|(column, dealt)| {
                        if let Some(place) = column.get_mut(group) {
                            *place = dealt.to_array();
                        }
                    });
                });
            }
        }
        most.to_array().into_iter().fold(0, u8::max)
    }
}

/// Deals out the quarters of a list: a byte of each in turn. What they have beyond a multiple of sixteen comes with the last
/// sixteen of each, so some bytes are dealt to their places twice.
#[inline(always)]
fn deal<T>(list: &[u8], places: &mut [T], mut put: impl FnMut(&mut [T; 4], [u8x16; 4])) {
    let (first, second) = list.split_at(list.len() / 2);
    let ((a, b), (c, d)) = (first.split_at(first.len() / 2), second.split_at(second.len() / 2));
    let [each_a, each_b, each_c, each_d] = [a, b, c, d].map(|quarter| quarter.as_chunks::<LANES>().0);
    let quarters = each_a.iter().zip(each_b).zip(each_c).zip(each_d);
    for ((((a, b), c), d), places) in quarters.zip(places.as_chunks_mut().0) {
        put(places, in_turn([a, b, c, d]));
    }
    if let (Some(a), Some(b), Some(c), Some(d)) = (a.last_chunk(), b.last_chunk(), c.last_chunk(), d.last_chunk())
        && let Some(places) = places.last_chunk_mut()
    {
        put(places, in_turn([a, b, c, d]));
    }
}

#[inline(always)]
fn in_turn(quarters: [&[u8; LANES]; 4]) -> [u8x16; 4] {
    let low = u8x16::unpack_low;
    let high = u8x16::unpack_high;
    let [a, b, c, d] = quarters.map(|bytes| u8x16::new(*bytes));
    let [e, f, g, h] = [low(a, c), low(b, d), high(a, c), high(b, d)];
    [low(e, f), high(e, f), low(g, h), high(g, h)]
}

/// Adds the points of a column above the least to the totals; an answer that is not on the scale makes one [`INCOMPLETE`] for
/// good.
fn add_column(column: &[[u8; LANES]], totals: &mut [[u8; LANES]], is_reversed: bool) {
    let [one, four, five] = [1, 4, 5].map(u8x16::splat);
    for (answers, total) in column.iter().zip(totals) {
        let points = u8x16::new(*answers) - one;
        let missing = points.max(five).simd_eq(points);
        let points = if is_reversed { four - points } else { points };
        *total = u8x16::new(*total).saturating_add(points | missing).to_array();
    }
}

/// All ones for each total that is complete, and 0 for each that is not.
fn keep_complete(totals: &mut [[u8; LANES]]) {
    let incomplete = u8x16::splat(INCOMPLETE);
    for total in totals {
        *total = (!u8x16::new(*total).simd_eq(incomplete)).to_array();
    }
}

/// How often each kind from 1 on stands in a column, and 1 to 4 among those who completed the element.
struct Found {
    kinds: [u64; 7],
    complete: [u64; 4],
}

/// Counts a column whose highest kind is at most this: kinds that are not there need not be looked for.
fn count_up_to(most: u8, column: &[[u8; LANES]], complete: &[[u8; LANES]]) -> Found {
    match most {
        ..=5 => count(column, complete, [5]),
        6 => count(column, complete, [5, 6]),
        _ => count(column, complete, [5, 6, 7]),
    }
}

/// Counts 1 to 4 and these other kinds.
fn count<const K: usize>(column: &[[u8; LANES]], complete: &[[u8; LANES]], others: [u8; K]) -> Found {
    let scale = [1, 2, 3, 4].map(u8x16::splat);
    let others = others.map(u8x16::splat);
    let mut of_scale = [(u8x16::default(), u8x16::default()); 4];
    let mut of_others = [u8x16::default(); K];
    for (answers, complete) in column.iter().zip(complete) {
        let (answers, complete) = (u8x16::new(*answers), u8x16::new(*complete));
        of_scale.iter_mut().zip(scale).for_each(|((everyone, completed), kind)| {
            let is_it = answers.simd_eq(kind);
            *everyone -= is_it;
            *completed -= is_it & complete;
        });
        of_others.iter_mut().zip(others).for_each(|(count, kind)| *count -= answers.simd_eq(kind));
    }
    let mut found = Found { kinds: [0; 7], complete: of_scale.map(|(_, completed)| sum(completed)) };
    let kinds = of_scale.iter().map(|(everyone, _)| everyone).chain(&of_others);
    found.kinds.iter_mut().zip(kinds).for_each(|(found, count)| *found = sum(*count));
    found
}

/// The sum of all sixteen.
fn sum(lanes: u8x16) -> u64 {
    let bytes = u128::from_le_bytes(lanes.to_array());
    sum_of_bytes([bytes as u64, (bytes >> 64) as u64])
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

    /// Each statement of the element has a point that was left out.
    fn empty_into(&self, statements: usize, totals: &mut [u64]) {
        for table in &self.0 {
            let Some((incomplete, possible)) = table.split_last() else { continue };
            totals.iter_mut().skip(statements).zip(possible).for_each(|(total, count)| *total += u64::from(*count));
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
        let cases = [
            (1, few(1), vec![]),
            (4, few(3), vec![1]),
            (16, few(16), vec![0]),
            (32, few(31), vec![]),
            (31, several, vec![3, 8, 9, 30]),
            (70, few(MOST_STATEMENTS), vec![5, 62, 69]),
        ];
        for (columns, elements, reversed) in cases {
            let layout = Layout::new(columns, &elements, &reversed).unwrap();
            for people in [1, 63, 64, TILE - 1, TILE, TILE + 16, 3 * TILE + 393] {
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
