//! The people of one group, counted in good time.

use olievlek::survey::{Layout, TeamSummary};

use crate::NetworkError;

/// So many people are held as they answered before they are counted: counting many at once is fast, and a group with fewer
/// takes less room than its counts would.
const HELD: usize = 512;

/// People of a group: some are counted, some are still held as they answered.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally {
    counted: Option<TeamSummary>,
    held: Vec<u8>,
}

impl Tally {
    /// Adds people, row by row.
    pub(crate) fn add(&mut self, layout: &Layout, rows: &[u8]) -> Result<(), NetworkError> {
        let most = HELD * layout.columns();
        if rows.len() >= most {
            self.counted(layout).add_rows(rows)?;
            return Ok(());
        }
        self.held.extend_from_slice(rows);
        if self.held.len() >= most {
            let held = std::mem::take(&mut self.held);
            self.counted(layout).add_rows(&held)?;
            // Its room is used again.
            self.held = held;
            self.held.clear();
        }
        Ok(())
    }

    fn counted(&mut self, layout: &Layout) -> &mut TeamSummary {
        self.counted.get_or_insert_with(|| TeamSummary::empty(layout))
    }

    /// Everyone as counts.
    pub(crate) fn summary(&self, layout: &Layout) -> Result<TeamSummary, NetworkError> {
        let mut summary = self.counted.clone().unwrap_or_else(|| TeamSummary::empty(layout));
        summary.add_rows(&self.held)?;
        Ok(summary)
    }

    /// What another machine needs to go on: the parts of the counts as little-endian numbers, and who is held.
    pub(crate) fn state(&self) -> (Option<Vec<u8>>, &[u8]) {
        let parts = |counted: &TeamSummary| counted.to_parts().iter().flat_map(|part| part.to_le_bytes()).collect();
        (self.counted.as_ref().map(parts), &self.held)
    }

    /// Adds a [`state`](Self::state).
    pub(crate) fn merge(&mut self, layout: &Layout, parts: Option<&[u8]>, held: &[u8]) -> Result<(), NetworkError> {
        if let Some(parts) = parts {
            let (parts, []) = parts.as_chunks::<8>() else { return Err(NetworkError::State) };
            let parts: Vec<u64> = parts.iter().map(|part| u64::from_le_bytes(*part)).collect();
            let other = TeamSummary::from_parts(layout, &parts).map_err(|_| NetworkError::State)?;
            self.counted(layout).merge(&other)?;
        }
        if !held.len().is_multiple_of(layout.columns()) {
            return Err(NetworkError::State);
        }
        self.add(layout, held)
    }

    /// How many people there are.
    pub(crate) fn people(&self, layout: &Layout) -> u64 {
        self.counted.as_ref().map_or(0, TeamSummary::rows) + (self.held.len() / layout.columns()) as u64
    }

    /// About how many bytes it takes outside itself, with the [size](counts_size) of its counts.
    pub(crate) fn size(&self, counts: usize) -> usize {
        self.held.capacity() + self.counted.as_ref().map_or(0, |_| counts)
    }
}

/// About how many bytes the counts of a group take.
pub(crate) fn counts_size(layout: &Layout) -> usize {
    let totals =
        (0..layout.elements()).map(|element| 8 * (5 * layout.statements(element).len() + 1) + size_of::<Vec<u64>>());
    layout.columns() * 8 * (8 + 5) + totals.sum::<usize>()
}
