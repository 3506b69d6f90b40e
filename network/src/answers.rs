//! Columns of answers, turned into rows of bits.

use arrow::array::{Array, ArrayRef, StringViewArray, UInt8Array};
use arrow::datatypes::DataType;
use olievlek::knoster::Questionnaire;
use olievlek::survey::Answer;

use crate::NetworkError;

/// As what a column of this type is read: whole numbers as the bits of answers, text as their ids. None for other types.
pub(crate) fn read_as(given: &DataType) -> Option<DataType> {
    match given {
        // A column that is empty throughout has no type of its own.
        DataType::Null => Some(DataType::UInt8),
        given if given.is_integer() => Some(DataType::UInt8),
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => Some(DataType::Utf8View),
        DataType::Dictionary(_, values) => read_as(values),
        _ => None,
    }
}

/// The answers person by person, a byte each, of columns in the order of the statements. NULL is unanswered.
pub(crate) fn rows(questionnaire: &Questionnaire, columns: &[ArrayRef]) -> Result<Vec<u8>, NetworkError> {
    let statements = questionnaire.statements();
    if columns.len() != statements.len() {
        return Err(NetworkError::Arguments { expected: vec![statements.len()], given: columns.len() });
    }
    let people = columns.first().map_or(0, |column| column.len());
    let mut rows = vec![0_u8; people * columns.len()];
    for (place, (column, statement)) in columns.iter().zip(statements).enumerate() {
        let to = rows.iter_mut().skip(place).step_by(columns.len());
        let wrong = |given: String| NetworkError::Answer { statement: statement.id().into(), given };
        if let Some(bits) = column.as_any().downcast_ref::<UInt8Array>() {
            let mut seen = 0;
            if bits.null_count() == 0 {
                for (to, bits) in to.zip(bits.values()) {
                    seen |= bits;
                    *to = *bits;
                }
            } else {
                for (to, bits) in to.zip(bits) {
                    let bits = bits.unwrap_or_default();
                    seen |= bits;
                    *to = bits;
                }
            }
            if seen > 7 {
                let first = bits.iter().flatten().find(|bits| *bits > 7);
                return Err(wrong(first.unwrap_or(seen).to_string()));
            }
        } else if let Some(ids) = column.as_any().downcast_ref::<StringViewArray>() {
            for (to, id) in to.zip(ids) {
                let id = id.unwrap_or_default();
                *to = Answer::from_id(id).ok_or_else(|| wrong(id.into()))?.to_bits();
            }
        } else {
            return Err(NetworkError::Type { statement: statement.id().into(), given: column.data_type().clone() });
        }
    }
    Ok(rows)
}
