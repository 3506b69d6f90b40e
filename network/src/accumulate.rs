//! How groups grow: one by itself, and many side by side.

use std::sync::Arc;

use arrow::array::{Array, ArrayRef, AsArray, BooleanArray, LargeBinaryArray, LargeBinaryBuilder, StructArray};
use arrow::datatypes::DataType;
use datafusion_common::{Result, ScalarValue};
use datafusion_expr::{Accumulator, EmitTo, GroupsAccumulator};
use olievlek::knoster::Questionnaire;
use olievlek::survey::Layout;
use olievlek::team::{TeamProfile, layout};

use crate::tally::{Tally, counts_size};
use crate::{NetworkError, answers, figures};

/// The type of both columns of a state. Offsets are 64 bits wide, since the counts of a million groups are gigabytes.
pub(crate) const STATE: DataType = DataType::LargeBinary;

/// What is asked, and where it stands.
#[derive(Debug)]
struct Asked {
    questionnaire: Questionnaire,
    layout: Layout,
    /// What the counts of a group take.
    counts: usize,
}

impl Asked {
    fn new(questionnaire: &Questionnaire) -> Result<Self, NetworkError> {
        let layout = layout(questionnaire)?;
        Ok(Self { questionnaire: questionnaire.clone(), counts: counts_size(&layout), layout })
    }

    fn to_array<'a>(&self, tallies: impl Iterator<Item = &'a Tally>) -> Result<StructArray, NetworkError> {
        let profiles = tallies.map(|tally| {
            let summary = tally.summary(&self.layout)?;
            Ok(TeamProfile::from_summary(self.questionnaire.clone(), summary)?)
        });
        figures::to_array(&self.questionnaire, profiles)
    }
}

/// Reads the states of several groups.
fn states(columns: &[ArrayRef]) -> Result<impl Iterator<Item = (Option<&[u8]>, &[u8])>, NetworkError> {
    let binary = |column: &'_ ArrayRef| column.as_binary_opt::<i64>().is_some();
    match columns {
        [counts, held] if binary(counts) && binary(held) => {
            let (counts, held): (&LargeBinaryArray, &LargeBinaryArray) = (counts.as_binary(), held.as_binary());
            Ok(counts.iter().zip(held.iter().map(Option::unwrap_or_default)))
        }
        _ => Err(NetworkError::State),
    }
}

/// One group.
#[derive(Debug)]
pub(crate) struct OneGroup {
    asked: Asked,
    tally: Tally,
}

impl OneGroup {
    pub(crate) fn new(questionnaire: &Questionnaire) -> Result<Self, NetworkError> {
        Ok(Self { asked: Asked::new(questionnaire)?, tally: Tally::default() })
    }
}

impl Accumulator for OneGroup {
    fn update_batch(&mut self, values: &[ArrayRef]) -> Result<()> {
        let rows = answers::rows(&self.asked.questionnaire, values)?;
        Ok(self.tally.add(&self.asked.layout, &rows)?)
    }

    fn evaluate(&mut self) -> Result<ScalarValue> {
        let profile = self.asked.to_array(std::iter::once(&self.tally))?;
        Ok(ScalarValue::Struct(Arc::new(profile)))
    }

    fn size(&self) -> usize {
        size_of_val(self) + self.tally.size(self.asked.counts)
    }

    fn state(&mut self) -> Result<Vec<ScalarValue>> {
        let (parts, held) = self.tally.state();
        Ok(vec![ScalarValue::LargeBinary(parts), ScalarValue::LargeBinary(Some(held.to_vec()))])
    }

    fn merge_batch(&mut self, columns: &[ArrayRef]) -> Result<()> {
        for (parts, held) in states(columns)? {
            self.tally.merge(&self.asked.layout, parts, held)?;
        }
        Ok(())
    }
}

/// Many groups, by their places.
#[derive(Debug)]
pub(crate) struct ManyGroups {
    asked: Asked,
    tallies: Vec<Tally>,
    /// What the tallies take outside themselves: it is asked for after each batch, and there may be many.
    bytes: usize,
}

impl ManyGroups {
    pub(crate) fn new(questionnaire: &Questionnaire) -> Result<Self, NetworkError> {
        Ok(Self { asked: Asked::new(questionnaire)?, tallies: Vec::new(), bytes: 0 })
    }

    /// Changes one group.
    fn at(
        &mut self,
        group: usize,
        change: impl FnOnce(&mut Tally, &Layout) -> Result<(), NetworkError>,
    ) -> Result<(), NetworkError> {
        let Asked { layout, counts, .. } = &self.asked;
        let tally = self.tallies.get_mut(group).ok_or(NetworkError::State)?;
        let before = tally.size(*counts);
        change(tally, layout)?;
        self.bytes = (self.bytes + tally.size(*counts)).saturating_sub(before);
        Ok(())
    }

    fn emit(&mut self, which: EmitTo) -> Vec<Tally> {
        let tallies = which.take_needed(&mut self.tallies);
        let gone: usize = tallies.iter().map(|tally| tally.size(self.asked.counts)).sum();
        self.bytes = self.bytes.saturating_sub(gone);
        tallies
    }
}

/// Which people a filter lets through.
fn is_wanted(filter: Option<&BooleanArray>, row: usize) -> bool {
    filter.is_none_or(|filter| filter.is_valid(row) && filter.value(row))
}

impl GroupsAccumulator for ManyGroups {
    fn update_batch(
        &mut self,
        values: &[ArrayRef],
        groups: &[usize],
        filter: Option<&BooleanArray>,
        all_groups: usize,
    ) -> Result<()> {
        self.tallies.resize_with(all_groups, Tally::default);
        let rows = answers::rows(&self.asked.questionnaire, values)?;
        for (number, (row, group)) in rows.chunks_exact(self.asked.layout.columns()).zip(groups).enumerate() {
            if is_wanted(filter, number) {
                self.at(*group, |tally, layout| tally.add(layout, row))?;
            }
        }
        Ok(())
    }

    fn evaluate(&mut self, which: EmitTo) -> Result<ArrayRef> {
        let tallies = self.emit(which);
        Ok(Arc::new(self.asked.to_array(tallies.iter())?))
    }

    fn state(&mut self, which: EmitTo) -> Result<Vec<ArrayRef>> {
        let (mut counts, mut rows) = (LargeBinaryBuilder::new(), LargeBinaryBuilder::new());
        for tally in self.emit(which) {
            let (parts, held) = tally.state();
            counts.append_option(parts);
            rows.append_value(held);
        }
        Ok(vec![Arc::new(counts.finish()), Arc::new(rows.finish())])
    }

    fn merge_batch(&mut self, columns: &[ArrayRef], groups: &[usize], all_groups: usize) -> Result<()> {
        self.tallies.resize_with(all_groups, Tally::default);
        for ((parts, held), group) in states(columns)?.zip(groups) {
            self.at(*group, |tally, layout| tally.merge(layout, parts, held))?;
        }
        Ok(())
    }

    /// Where there are about as many groups as people, each person is a state of their own: nobody counted, one held.
    fn convert_to_state(&self, values: &[ArrayRef], filter: Option<&BooleanArray>) -> Result<Vec<ArrayRef>> {
        let rows = answers::rows(&self.asked.questionnaire, values)?;
        let mut held = LargeBinaryBuilder::new();
        for (number, row) in rows.chunks_exact(self.asked.layout.columns()).enumerate() {
            held.append_value(if is_wanted(filter, number) { row } else { &[] });
        }
        let held = held.finish();
        Ok(vec![Arc::new(LargeBinaryArray::new_null(held.len())), Arc::new(held)])
    }

    fn size(&self) -> usize {
        size_of_val(self) + self.tallies.capacity() * size_of::<Tally>() + self.bytes
    }
}
