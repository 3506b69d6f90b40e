//! Bytes in: which encoding they are in. It stands apart, since a page has text already and need not carry this.

use core::fmt;

use alloc::string::String;

use encoding_rs::{Decoder, DecoderResult, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::charset::Charset;
use super::code_text::{EachRow, Kept};
use super::{Outline, ReadOptions, Reading, TeamError, TextReader};

/// Bytes are decoded in pieces of this size, so that a large one takes no second large one.
const PIECE: usize = 64 << 10;

/// Reads responses out of bytes that come in pieces, in bounded memory: UTF-8 with and without byte order mark, UTF-16 with
/// one, and Windows-1252.
///
/// # Examples
///
/// ```
/// use olievlek::content::Texts;
/// use olievlek::team::{ReadOptions, ResponseReader};
///
/// let texts = Texts::included();
/// let mut reader = ResponseReader::new(ReadOptions::new(&texts));
/// let mut sites = Vec::new();
/// // Windows-1252: `é` is one byte.
/// reader.push(b"staff-plan-1;site\r\n4;Aarschot\r\n4;Li\xe9", &mut |row| sites.push(row.groups[0]))?;
/// reader.push(b"ge\r\n4;Li\xe9ge\r\n5;Aarschot\r\n", &mut |row| sites.push(row.groups[0]))?;
/// let outline = reader.finish(&mut |row| sites.push(row.groups[0]))?;
/// assert_eq!(outline.groups[0].values, ["Aarschot", "Liége"]);
/// assert_eq!(sites, [Some(0), Some(1), Some(1), Some(0)]);
/// # Ok::<(), olievlek::Error>(())
/// ```
pub struct ResponseReader<'a> {
    reader: TextReader<'a>,
    encoding: Encoding,
    /// Bytes that do not yet say which encoding they are in: at most a byte order mark or one character.
    held: [u8; 4],
    holds: usize,
}

enum Encoding {
    /// Nothing was taken in.
    Start,
    /// Only ASCII so far.
    Ascii,
    Known(Decoder),
}

impl fmt::Debug for ResponseReader<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ResponseReader")
    }
}

impl<'a> ResponseReader<'a> {
    /// A reader with these options.
    pub fn new(options: ReadOptions<'a>) -> Self {
        let reader = TextReader::new(options);
        Self { reader, encoding: Encoding::Start, held: [0; 4], holds: 0 }
    }

    /// Takes in a piece and hands over the rows that are whole.
    ///
    /// # Errors
    ///
    /// Those of [`TextReader::push`].
    pub fn push(&mut self, bytes: &[u8], each: EachRow<'_>) -> Result<(), TeamError> {
        let mut rest = bytes;
        while !rest.is_empty() {
            if let Encoding::Known(_) = self.encoding {
                return self.decode(rest, false, each);
            }
            rest = self.look(rest, each)?;
        }
        Ok(())
    }

    /// Hands over what is left, and says what the columns were.
    ///
    /// # Errors
    ///
    /// Those of [`TextReader::finish`].
    pub fn finish(mut self, each: EachRow<'_>) -> Result<Outline, TeamError> {
        if self.holds > 0 {
            self.settle(true, each)?;
        }
        if let Encoding::Known(_) = self.encoding {
            self.decode(&[], true, each)?;
        }
        self.reader.finish(each)
    }

    /// Takes in what is ASCII, and a byte more as long as it is not clear what the encoding is.
    fn look<'b>(&mut self, bytes: &'b [u8], each: EachRow<'_>) -> Result<&'b [u8], TeamError> {
        if self.holds == 0 && matches!(self.encoding, Encoding::Ascii) {
            let ascii = bytes.iter().take(PIECE).take_while(|byte| byte.is_ascii()).count();
            if ascii > 0 {
                let (text, rest) = bytes.split_at_checked(ascii).unwrap_or((bytes, &[]));
                self.reader.push(core::str::from_utf8(text).unwrap_or_default(), each)?;
                return Ok(rest);
            }
        }
        let Some((byte, rest)) = bytes.split_first() else { return Ok(bytes) };
        if let Some(place) = self.held.get_mut(self.holds) {
            *place = *byte;
            self.holds += 1;
        }
        self.settle(false, each)?;
        Ok(rest)
    }

    /// Says which encoding it is, if the bytes that are held say so.
    fn settle(&mut self, last: bool, each: EachRow<'_>) -> Result<(), TeamError> {
        let held = self.held;
        let held = held.get(..self.holds).unwrap_or_default();
        let at_start = matches!(self.encoding, Encoding::Start);
        let encoding = match Charset::said(held, at_start, last) {
            Some(Charset::Utf8) => UTF_8,
            Some(Charset::Utf16Le) => UTF_16LE,
            Some(Charset::Utf16Be) => UTF_16BE,
            Some(Charset::Windows1252) => WINDOWS_1252,
            None => {
                if held.is_ascii() {
                    self.encoding = Encoding::Ascii;
                    self.holds = 0;
                    self.reader.push(core::str::from_utf8(held).unwrap_or_default(), each)?;
                }
                return Ok(());
            }
        };
        self.holds = 0;
        let decoder = if at_start {
            encoding.new_decoder_with_bom_removal()
        } else {
            encoding.new_decoder_without_bom_handling()
        };
        self.encoding = Encoding::Known(decoder);
        self.decode(held, false, each)
    }

    fn decode(&mut self, bytes: &[u8], last: bool, each: EachRow<'_>) -> Result<(), TeamError> {
        let Encoding::Known(decoder) = &mut self.encoding else { return Ok(()) };
        let mut rest = bytes;
        loop {
            let end = PIECE.min(rest.len());
            let (piece, later) = rest.split_at_checked(end).unwrap_or((rest, &[]));
            let mut text = String::with_capacity(3 * piece.len() + 16);
            let (result, read) =
                decoder.decode_to_string_without_replacement(piece, &mut text, last && later.is_empty());
            if matches!(result, DecoderResult::Malformed(..)) {
                text.push('\u{fffd}');
            }
            self.reader.push(&text, each)?;
            rest = rest.get(read..).unwrap_or_default();
            if rest.is_empty() && !matches!(result, DecoderResult::Malformed(..) | DecoderResult::OutputFull) {
                return Ok(());
            }
        }
    }
}

/// Reads responses out of bytes, as of a file.
///
/// # Errors
///
/// Those of [`read_responses`](super::read_responses).
///
/// # Examples
///
/// ```
/// use olievlek::content::Texts;
/// use olievlek::team::{ReadOptions, TeamError, read_response_bytes};
///
/// let texts = Texts::included();
/// let workbook = b"PK\x03\x04\x14\0\x06\0";
/// let error = read_response_bytes(workbook, &ReadOptions::new(&texts));
/// assert_eq!(error, Err(TeamError::NotText));
/// ```
pub fn read_response_bytes(bytes: &[u8], options: &ReadOptions<'_>) -> Result<Reading, TeamError> {
    let mut reader = ResponseReader::new(options.clone());
    let mut kept = Kept::default();
    reader.push(bytes, &mut |row| kept.add(row))?;
    let outline = reader.finish(&mut |row| kept.add(row))?;
    kept.reading(outline)
}
