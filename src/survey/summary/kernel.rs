//! Counting rows: the part that has to be fast.
//!
//! One person at a time, and where there are many, sixteen: see [`tiles`](super::tiles), which WebAssembly goes without.

use alloc::vec::Vec;

use super::layout::Layout;

/// The counts of a summary.
pub(super) struct Counts<'a> {
    pub(super) kinds: &'a mut [[u64; 8]],
    pub(super) complete: &'a mut [[u64; 5]],
    pub(super) totals: &'a mut [Vec<u64>],
}

/// Adds rows, whose bytes must be at most 7.
///
/// Says whether they were; if not, the counts are of no use.
pub(super) fn add(layout: &Layout, rows: &[u8], counts: &mut Counts<'_>) -> bool {
    #[cfg(not(target_arch = "wasm32"))]
    let Some(rows) = super::tiles::add(layout, rows, counts) else { return false };
    add_each(layout, rows, counts);
    rows.iter().all(|bits| *bits < 8)
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

/// The sum of all bytes: in pairs, and then of all pairs in the highest place of a product. Up to 32 words do not overflow it.
#[inline(always)]
pub(super) fn sum_of_bytes<const WORDS: usize>(words: [u64; WORDS]) -> u64 {
    const LOWER: u64 = 0x00ff_00ff_00ff_00ff;
    let pairs: u64 = words.iter().map(|bytes| (bytes & LOWER) + (bytes >> 8 & LOWER)).sum();
    pairs.wrapping_mul(0x0001_0001_0001_0001) >> 48
}
