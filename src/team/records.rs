//! Rows of cells out of text that comes in pieces, by `csv-core`, with limits.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::TeamError;

/// No survey has more columns: LimeSurvey's own tables end well below, and Microsoft Forms at 200 questions.
pub(super) const MOST_COLUMNS: usize = 2_000;

/// No row is longer: two thousand cells of five hundred characters. What is longer has no line ends, or a quote that swallows
/// them.
pub(super) const MOST_RECORD: usize = 1 << 20;

/// The delimiters that survey tools and spreadsheets write. In a tie the first is taken.
const DELIMITERS: [u8; 3] = [b'\t', b';', b','];

/// So many rows are looked at to tell delimiters apart.
const SAMPLE: u64 = 50;

/// Takes text in and hands rows over.
pub(super) struct Records {
    csv: Reader,
    output: Vec<u8>,
    written: usize,
    ends: Vec<usize>,
    ended: usize,
    number: u64,
}

/// The cells of a row.
pub(super) struct Cells<'a> {
    text: &'a str,
    ends: &'a [usize],
}

impl<'a> Cells<'a> {
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &'a str> {
        let (text, mut start) = (self.text, 0);
        self.ends.iter().map(move |&end| {
            let cell = text.get(start..end).unwrap_or_default();
            start = end;
            cell
        })
    }
}

/// What is done with a row and its number, from 1.
pub(super) type Each<'f> = &'f mut dyn FnMut(u64, &Cells<'_>) -> Result<(), TeamError>;

impl Records {
    pub(super) fn new(delimiter: u8) -> Self {
        let csv = ReaderBuilder::new().delimiter(delimiter).build();
        Self { csv, output: vec![0; 4096], written: 0, ends: vec![0; 64], ended: 0, number: 0 }
    }

    /// Takes in a piece of text and hands over the rows that are whole now.
    pub(super) fn push(&mut self, text: &str, each: Each<'_>) -> Result<(), TeamError> {
        let mut input = text.as_bytes();
        // For `csv-core` an empty input is the end.
        while !input.is_empty() {
            let taken = self.step(input, each)?;
            input = input.get(taken..).unwrap_or_default();
        }
        Ok(())
    }

    /// Hands over the last row, and says whether a quote was open at the end.
    pub(super) fn finish(&mut self, each: Each<'_>) -> Result<bool, TeamError> {
        // A line end closes a row, unless it stands between quotes: then it is one more character.
        let before = self.written;
        self.push("\n", each)?;
        let open = self.written > before;
        // The row that is left, or nothing.
        let count = self.number;
        while self.number == count {
            let (result, _, written, ended) = self.read(&[]);
            self.written += written;
            self.ended += ended;
            match result {
                ReadRecordResult::Record => self.hand_over(each)?,
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => self.grow(&result)?,
                ReadRecordResult::InputEmpty | ReadRecordResult::End => break,
            }
        }
        Ok(open)
    }

    fn read(&mut self, input: &[u8]) -> (ReadRecordResult, usize, usize, usize) {
        let output = self.output.get_mut(self.written..).unwrap_or_default();
        let ends = self.ends.get_mut(self.ended..).unwrap_or_default();
        self.csv.read_record(input, output, ends)
    }

    /// Takes in some of the input, and says how much.
    fn step(&mut self, input: &[u8], each: Each<'_>) -> Result<usize, TeamError> {
        let (result, taken, written, ended) = self.read(input);
        self.written += written;
        self.ended += ended;
        match result {
            ReadRecordResult::Record => self.hand_over(each)?,
            ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => self.grow(&result)?,
            ReadRecordResult::InputEmpty | ReadRecordResult::End => {}
        }
        Ok(taken)
    }

    fn grow(&mut self, full: &ReadRecordResult) -> Result<(), TeamError> {
        let of_columns = matches!(full, ReadRecordResult::OutputEndsFull);
        if of_columns && self.ends.len() > MOST_COLUMNS {
            return Err(TeamError::TooManyColumns);
        }
        if !of_columns && self.output.len() >= MOST_RECORD {
            return Err(TeamError::RowTooLong { row: self.number + 1 });
        }
        if of_columns {
            self.ends.resize((self.ends.len() * 2).min(MOST_COLUMNS + 1), 0);
        } else {
            self.output.resize((self.output.len() * 2).min(MOST_RECORD), 0);
        }
        Ok(())
    }

    fn hand_over(&mut self, each: Each<'_>) -> Result<(), TeamError> {
        self.number += 1;
        // The cells of a text are text, since a delimiter is one byte and no part of a character.
        let text = self.output.get(..self.written).and_then(|bytes| core::str::from_utf8(bytes).ok());
        let ends = self.ends.get(..self.ended).unwrap_or_default();
        let cells = Cells { text: text.unwrap_or_default(), ends };
        (self.written, self.ended) = (0, 0);
        if cells.len() > MOST_COLUMNS {
            return Err(TeamError::TooManyColumns);
        }
        each(self.number, &cells)
    }
}

/// The first rows of a text, as many as are whole.
pub(super) fn first_rows(text: &str, delimiter: u8, whole: bool, most: u64) -> Result<Vec<Vec<String>>, TeamError> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut records = Records::new(delimiter);
    let mut enough = false;
    let mut each = |number: u64, cells: &Cells<'_>| {
        enough = number >= most;
        rows.push(cells.iter().map(String::from).collect());
        // Any error stops the reading.
        if enough { Err(TeamError::NotFound) } else { Ok(()) }
    };
    let mut result = records.push(text, &mut each);
    if whole && result.is_ok() {
        result = records.finish(&mut each).map(|_| ());
    }
    if enough { Ok(rows) } else { result.map(|()| rows) }
}

/// The delimiter that gives the most columns, evenly in all rows.
pub(super) fn delimiter(text: &str) -> u8 {
    let mut best = (0, b',');
    for delimiter in DELIMITERS {
        let (mut first, mut rows, mut even) = (0, 0, 0);
        let mut records = Records::new(delimiter);
        let mut each = |number: u64, cells: &Cells<'_>| {
            if number > SAMPLE {
                return Err(TeamError::NotFound);
            }
            if number == 1 {
                first = cells.len();
            }
            rows += 1;
            even += usize::from(cells.len() == first);
            Ok(())
        };
        // The error only says that enough was seen, or that this delimiter makes no table.
        if records.push(text, &mut each).is_ok() {
            _ = records.finish(&mut each);
        }
        let score = if first > 1 && rows > 0 { first * 1000 * even * even / (rows * rows) } else { 0 };
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of a text that comes in pieces of so many bytes, and whether a quote was open.
    fn rows(text: &str, delimiter: u8, piece: usize) -> (Vec<Vec<String>>, bool) {
        let mut rows: Vec<Vec<String>> = Vec::new();
        let mut records = Records::new(delimiter);
        let mut each = |number: u64, cells: &Cells<'_>| {
            rows.push(cells.iter().map(String::from).collect());
            assert_eq!(number, rows.len() as u64);
            Ok(())
        };
        let mut rest = text;
        while !rest.is_empty() {
            let mut end = piece.min(rest.len());
            while !rest.is_char_boundary(end) {
                end += 1;
            }
            let (now, later) = rest.split_at(end);
            records.push(now, &mut each).unwrap();
            rest = later;
        }
        let open = records.finish(&mut each).unwrap();
        (rows, open)
    }

    #[test]
    fn pieces_make_the_rows_of_the_whole() {
        let text = "a;\"b;\n\"\"x\"\"\";é\r\n\r\n1;2;3\n4;;";
        let whole = rows(text, b';', 1000);
        assert_eq!(whole.0, [vec!["a", "b;\n\"x\"", "é"], vec!["1", "2", "3"], vec!["4", "", ""]]);
        for piece in 1..8 {
            assert_eq!(rows(text, b';', piece), whole);
        }
    }

    #[test]
    fn an_open_quote_is_noticed_and_what_follows_is_kept() {
        assert_eq!(rows("a,b\n\"c,d", b',', 3), (vec![vec!["a".into(), "b".into()], vec!["c,d\n".into()]], true));
        for (text, open) in
            [("a,b\n\"c\",d", false), ("a,5\" scherm", false), ("", false), ("\"", true), ("x\n", false)]
        {
            assert_eq!(rows(text, b',', 100).1, open, "{text:?}");
        }
    }

    #[test]
    fn limits_are_errors() {
        let mut each = |_: u64, _: &Cells<'_>| Ok(());
        let wide = ",".repeat(MOST_COLUMNS);
        assert_eq!(Records::new(b',').push(&(wide + "\n"), &mut each), Err(TeamError::TooManyColumns));
        let fits = ",".repeat(MOST_COLUMNS - 1) + "\n";
        assert_eq!(Records::new(b',').push(&fits, &mut each), Ok(()));
        let long = "x".repeat(MOST_RECORD + 1);
        assert_eq!(Records::new(b',').push(&long, &mut each), Err(TeamError::RowTooLong { row: 1 }));
    }

    #[test]
    fn the_delimiter_is_that_of_the_columns() {
        for (text, expected) in [
            ("a;b\n\"1,5\";2\n3;4,5", b';'),
            ("Eerst, dan,\tb\n1\t2", b'\t'),
            ("\"a;b;c;d\",b\n1,2\n", b','),
            ("alleen\n1\n", b','),
            ("", b','),
        ] {
            assert_eq!(delimiter(text), expected, "{text:?}");
        }
    }
}
