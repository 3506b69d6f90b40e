//! Responses made up by a seed: the same everywhere, whatever the number of rows at once.

use std::error::Error;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use arrow::array::{ArrayRef, StringArray, UInt8Array};
use arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use arrow::record_batch::RecordBatch;
use olievlek::knoster::{Questionnaire, Statement};
use olievlek::survey::Answer;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

/// How answers stand in the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// As whole numbers.
    Bits,
    /// As the ids of answers.
    Ids,
}

/// Responses to a questionnaire.
#[derive(Clone, Debug)]
pub(crate) struct Generated {
    /// The statements.
    pub(crate) questionnaire: Questionnaire,
    /// How many people.
    pub(crate) people: u64,
    /// How many centres they are spread over.
    pub(crate) centres: u64,
    /// Where chance begins.
    pub(crate) seed: u64,
    /// How answers are written.
    pub(crate) form: Form,
}

/// A thorough mix of a number's bits (the end of SplitMix64).
fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

impl Generated {
    /// The centre of a person; none for one in sixty-four.
    pub(crate) fn centre(&self, person: u64) -> Option<String> {
        let chance = mixed(self.seed ^ mixed(person));
        (!chance.is_multiple_of(64)).then(|| format!("Centre {:03}", (chance >> 8) % self.centres))
    }

    /// A person's answer to a statement, by its bits. People lean to one side, which differs by centre; where a statement
    /// reveals a gap, they answer it the other way around.
    pub(crate) fn answer(&self, person: u64, statement: u64) -> u8 {
        let own = mixed(self.seed ^ mixed(person));
        let lean = (own >> 40) % 3 + ((own >> 8) % self.centres) % 2;
        let chance = mixed(own ^ (statement + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        match chance % 64 {
            0 => 0,
            1 | 2 => 6,
            3 => 7,
            // Up to 3 from the person and 0 to 2 from chance: 1 to 5 after the ends are cut off.
            rest => {
                let favourable = (lean + rest % 3 + 1).min(5) as u8;
                let statement = self.questionnaire.statements().get(statement as usize);
                if statement.is_some_and(Statement::reveals_gap) { 6 - favourable } else { favourable }
            }
        }
    }

    fn schema(&self) -> SchemaRef {
        let kind = if self.form == Form::Bits { DataType::UInt8 } else { DataType::Utf8 };
        let statements = self.questionnaire.statements().iter();
        let mut fields = vec![Field::new("centre", DataType::Utf8, true)];
        fields.extend(statements.map(|statement| Field::new(statement.id(), kind.clone(), true)));
        Arc::new(Schema::new(fields))
    }

    /// People as a batch. Who gave no answer has NULL.
    pub(crate) fn batch(&self, people: std::ops::Range<u64>) -> Result<RecordBatch, Box<dyn Error>> {
        let centres: StringArray = people.clone().map(|person| self.centre(person)).collect();
        let mut columns: Vec<ArrayRef> = vec![Arc::new(centres)];
        for statement in 0..self.questionnaire.statements().len() as u64 {
            let given = people.clone().map(|person| Some(self.answer(person, statement)).filter(|bits| *bits > 0));
            columns.push(match self.form {
                Form::Bits => Arc::new(given.collect::<UInt8Array>()),
                Form::Ids => Arc::new(given.map(|bits| Some(Answer::from_bits(bits?).id())).collect::<StringArray>()),
            });
        }
        Ok(RecordBatch::try_new(self.schema(), columns)?)
    }

    /// Writes everyone into a Parquet file.
    pub(crate) fn write(&self, path: &Path) -> Result<(), Box<dyn Error>> {
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let mut writer = ArrowWriter::try_new(File::create(path)?, self.schema(), Some(properties))?;
        let several = 65_536;
        let mut begin = 0;
        while begin < self.people {
            let end = self.people.min(begin + several);
            writer.write(&self.batch(begin..end)?)?;
            begin = end;
        }
        writer.close()?;
        Ok(())
    }
}
