//! Text in, rows out: what kind of text it is, and how each kind is read.

use alloc::string::String;
use alloc::vec::Vec;

use super::code_text::{Codes, EachRow, Kept, most_answered};
use super::columns::{is_code, plan};
use super::fold::tight;
use super::json;
use super::records::{Cells, MOST_RECORD, Records, delimiter, first_rows};
use super::rows::Sheet;
use super::{Outline, ProblemKind, Problems, ReadOptions, Reading, TeamError};
use crate::content::cut;
use crate::knoster::{Perspective, Questionnaire, Variant};

/// So much is looked at before it is said what kind of text it is; a longer row is an error in any case.
const HEAD: usize = MOST_RECORD;
/// So many rows are looked at for headings and codes.
const SAMPLE: u64 = 200;
/// The headings of the CSV that one self-check writes: a row for each statement.
const ONE_SHEET: [&str; 5] = ["id", "element", "statement", "answer", "label"];

/// Reads responses out of text that comes in pieces, in bounded memory.
///
/// The first mebibyte says what kind of text it is; from there each row is handed over as it comes. JSON is held as a whole,
/// and so limited. For bytes there is `ResponseReader` (feature `encodings`).
///
/// # Examples
///
/// ```
/// use olievlek::content::Texts;
/// use olievlek::team::{ReadOptions, TextReader};
///
/// let texts = Texts::included();
/// let mut reader = TextReader::new(ReadOptions::new(&texts));
/// let mut rows = 0;
/// for piece in ["staff-plan-1;te", "am\n4;Noord\n5;No", "ord\n"] {
///     reader.push(piece, &mut |_| rows += 1)?;
/// }
/// let outline = reader.finish(&mut |_| rows += 1)?;
/// assert_eq!((rows, outline.groups[0].name.as_str()), (2, "team"));
/// # Ok::<(), olievlek::Error>(())
/// ```
pub struct TextReader<'a> {
    options: ReadOptions<'a>,
    state: State,
    problems: Problems,
    /// Whether a decoder has met bytes of another encoding.
    replaced: bool,
}

enum State {
    Head(String),
    Json(String),
    Table(Records, Sheet),
    OneSheet(Records, OneSheet),
    Codes(Codes),
    Failed(TeamError),
}

impl core::fmt::Debug for TextReader<'_> {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.write_str("TextReader")
    }
}

impl<'a> TextReader<'a> {
    /// A reader with these options.
    pub fn new(options: ReadOptions<'a>) -> Self {
        Self { options, state: State::Head(String::new()), problems: Problems::default(), replaced: false }
    }

    /// Takes in a piece of the text and hands over the rows that are whole.
    ///
    /// # Errors
    ///
    /// A [`TeamError`] as soon as it is clear that nothing can be made of the text. Then every later call gives the same.
    pub fn push(&mut self, text: &str, each: EachRow<'_>) -> Result<(), TeamError> {
        let result = self.take(text, each);
        if let Err(error) = &result {
            self.state = State::Failed(error.clone());
        }
        result
    }

    /// Hands over what is left, and says what the columns were.
    ///
    /// # Errors
    ///
    /// Those of [`push`](Self::push), and [`TeamError::Empty`] when there was nothing.
    pub fn finish(mut self, each: EachRow<'_>) -> Result<Outline, TeamError> {
        self.begin(true, each)?;
        let Self { options, state, mut problems, replaced } = self;
        if replaced {
            problems.add(ProblemKind::ReplacedCharacters, None, None, "");
        }
        let mut outline = match state {
            State::Failed(error) => return Err(error),
            // `begin` leaves no head.
            State::Head(_) => return Err(TeamError::Empty),
            State::Json(text) => {
                let table = json::table(&text, &mut problems)?;
                from_table(table, options, each)?
            }
            State::Table(mut records, mut sheet) => {
                let open = records.finish(&mut |number, cells| {
                    sheet.row(number, cells.iter(), each);
                    Ok(())
                })?;
                if open {
                    sheet.problems.add(ProblemKind::OpenQuote, None, None, "");
                }
                sheet.finish()
            }
            State::OneSheet(mut records, mut sheets) => {
                records.finish(&mut |number, cells| sheets.row(number, cells))?;
                from_table(sheets.table, options, each)?
            }
            State::Codes(mut found) => {
                found.line_end(options.questionnaire.as_ref(), each);
                if !found.any && found.problems.is_empty() {
                    return Err(TeamError::NotFound);
                }
                found.finish()
            }
        };
        problems.take(outline.problems);
        outline.problems = problems;
        Ok(outline)
    }

    fn take(&mut self, text: &str, each: EachRow<'_>) -> Result<(), TeamError> {
        if text.as_bytes().contains(&0) {
            return Err(TeamError::NotText);
        }
        self.replaced |= text.contains('\u{fffd}');
        match &mut self.state {
            State::Head(head) => {
                head.push_str(text);
                if head.len() >= HEAD { self.begin(false, each) } else { Ok(()) }
            }
            State::Json(json) => {
                json.push_str(text);
                if json.len() > json::MOST_JSON {
                    return Err(TeamError::TooLong { most: json::MOST_JSON });
                }
                Ok(())
            }
            State::Table(records, sheet) => records.push(text, &mut |number, cells| {
                sheet.row(number, cells.iter(), each);
                Ok(())
            }),
            State::OneSheet(records, sheets) => records.push(text, &mut |number, cells| sheets.row(number, cells)),
            State::Codes(found) => found.push(text, self.options.questionnaire.as_ref(), each),
            State::Failed(error) => Err(error.clone()),
        }
    }

    /// Says what kind of text it is, and reads what came so far.
    fn begin(&mut self, whole: bool, each: EachRow<'_>) -> Result<(), TeamError> {
        let State::Head(head) = &mut self.state else { return Ok(()) };
        let head = core::mem::take(head);
        let all = head.strip_prefix('\u{feff}').unwrap_or(&head);
        // Lines of blanks may come first; a tab is a cell that is empty.
        let text = all.trim_start_matches(|character: char| character.is_whitespace() && character != '\t');
        if text.trim().is_empty() {
            return if whole { Err(TeamError::Empty) } else { Err(TeamError::RowTooLong { row: 1 }) };
        }
        if text.starts_with(['{', '[']) {
            self.state = State::Json(String::new());
            return self.take(text, each);
        }
        let (mark, text) = delimiter_line(text);
        let mark = mark.unwrap_or_else(|| delimiter(text));
        // A text with codes need not be a table, so a fault of a table counts only when there is no code either.
        let rows = first_rows(text, mark, whole, SAMPLE);
        let of_one = rows.as_ref().ok().and_then(|rows| rows.first()).is_some_and(|row| {
            row.len() == ONE_SHEET.len() && row.iter().zip(ONE_SHEET).all(|(cell, name)| tight(cell) == name)
        });
        if of_one {
            self.state = State::OneSheet(Records::new(mark), OneSheet::new());
            return self.take(text, each);
        }
        let mut problems = Problems::default();
        let plan = match &rows {
            Ok(rows) => plan(rows, &self.options, false, &mut problems)?,
            Err(_) => None,
        };
        if let Some(plan) = plan {
            let mut plan = plan;
            if self.options.questionnaire.is_none() && plan.is_by_code() {
                let own = self.options.questionnaire.as_ref();
                plan.questionnaire = most_answered(text, own).unwrap_or(plan.questionnaire);
            }
            let own = self.options.questionnaire.is_some();
            self.state = State::Table(Records::new(mark), Sheet::new(plan, own, &self.options, problems));
            return self.take(text, each);
        }
        let questionnaire = self.options.questionnaire.clone().or_else(|| most_answered(text, None));
        let questionnaire = match (questionnaire, rows) {
            (Some(questionnaire), _) => questionnaire,
            (None, Err(error)) => return Err(error),
            // Perhaps there is what looks like a code, and someone can mend it.
            (None, Ok(_)) => Questionnaire::standard(Perspective::Staff, Variant::Five),
        };
        self.state = State::Codes(Codes::new(questionnaire));
        // Lines are counted from the first.
        self.take(all, each)
    }
}

/// The delimiter that Excel is told by a first line `sep=;`, and the text after it.
fn delimiter_line(text: &str) -> (Option<u8>, &str) {
    let Some((line, rest)) = cut(text, b'\n') else { return (None, text) };
    let mark = line.trim_end_matches('\r').strip_prefix("sep=").map(str::as_bytes);
    match mark {
        Some([mark @ (b';' | b',' | b'\t')]) => (Some(*mark), rest),
        _ => (None, text),
    }
}

/// Reads rows that are at hand already.
fn from_table(table: json::Table, mut options: ReadOptions<'_>, each: EachRow<'_>) -> Result<Outline, TeamError> {
    let mut problems = Problems::default();
    options.questionnaire = options.questionnaire.or(table.questionnaire);
    let mut sample = alloc::vec![table.header];
    sample.extend(table.rows.iter().take(SAMPLE as usize).map(|(_, row)| row.clone()));
    let Some(mut plan) = plan(&sample, &options, true, &mut problems)? else { return Err(TeamError::NotFound) };
    let width = plan.columns.len();
    // The headings are no row here, and numbers count from the first respondent.
    plan.headings = 0;
    if options.questionnaire.is_none() && plan.is_by_code() {
        let mut codes = String::new();
        for cell in table.rows.iter().flat_map(|(_, row)| row).filter(|cell| is_code(cell, None)) {
            codes.push_str(cell);
            codes.push('\n');
        }
        plan.questionnaire = most_answered(&codes, None).unwrap_or(plan.questionnaire);
    }
    let own = options.questionnaire.is_some();
    let mut sheet = Sheet::new(plan, own, &options, problems);
    for (number, row) in &table.rows {
        let missing = width.saturating_sub(row.len());
        sheet.row(*number, row.iter().map(String::as_str).chain(core::iter::repeat_n("", missing)), each);
    }
    Ok(sheet.finish())
}

/// The CSV of self-checks, a row for each statement, under one another.
struct OneSheet {
    table: json::Table,
    held: usize,
}

impl OneSheet {
    fn new() -> Self {
        Self { table: json::Table { header: Vec::new(), rows: Vec::new(), questionnaire: None }, held: 0 }
    }

    fn row(&mut self, number: u64, cells: &Cells<'_>) -> Result<(), TeamError> {
        let mut cells = cells.iter();
        let (id, answer) = (cells.next().unwrap_or_default(), cells.nth(2).unwrap_or_default());
        self.held += id.len() + answer.len();
        if self.held > json::MOST_JSON {
            return Err(TeamError::TooLong { most: json::MOST_JSON });
        }
        if tight(id) == "id" {
            return Ok(());
        }
        let is_new = self.table.rows.last().is_none_or(|(_, row)| self.table.holds(row, id));
        if is_new {
            self.table.rows.push((number, Vec::new()));
        }
        let (mut row, number) = self.table.rows.pop().map_or((Vec::new(), number), |(number, row)| (row, number));
        let fits = self.table.put(&mut row, id, answer.into());
        self.table.rows.push((number, row));
        if fits { Ok(()) } else { Err(TeamError::TooManyColumns) }
    }
}

/// Reads responses: result codes in any text, our own JSON and CSV, and exports of survey tools.
///
/// # Errors
///
/// A [`TeamError`] when nothing can be made of the text; what cannot be read of it is in [`Reading::problems`].
///
/// # Examples
///
/// ```
/// use olievlek::content::Texts;
/// use olievlek::team::{ReadOptions, read_responses};
///
/// let texts = Texts::included();
/// let mail = "Dag An,\n\nmijn code is 2000-0000-2000-0000-08HY.\nGroeten, Jo";
/// let reading = read_responses(mail, &ReadOptions::new(&texts))?;
/// assert_eq!(reading.responses.respondents[0].row, 3);
///
/// let table = "Ik weet wat mijn volgende stap is voor de hervorming.\tteam\nEerder eens\tNoord\nsoms\tNoord\n";
/// let reading = read_responses(table, &ReadOptions::new(&texts))?;
/// assert_eq!(reading.responses.respondents.len(), 2);
/// let problem = &reading.problems.kept()[0];
/// assert_eq!(problem.to_string(), "row 3, column 1: expected an answer, got `soms`");
/// # Ok::<(), olievlek::Error>(())
/// ```
pub fn read_responses(text: &str, options: &ReadOptions<'_>) -> Result<Reading, TeamError> {
    let mut reader = TextReader::new(options.clone());
    let mut kept = Kept::default();
    reader.push(text, &mut |row| kept.add(row))?;
    let outline = reader.finish(&mut |row| kept.add(row))?;
    kept.reading(outline)
}
