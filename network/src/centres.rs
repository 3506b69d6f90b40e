use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read as _, Seek as _};
use std::path::{Path, PathBuf};

use arrow::array::{Array, ArrayRef, AsArray, StringViewArray};
use arrow::compute::{CastOptions, cast_with_options};
use arrow::datatypes::{DataType, Schema};
use olievlek::content::Texts;
use olievlek::knoster::Questionnaire;
use olievlek::survey::{Layout, TeamSummary};
use olievlek::team::{
    ColumnMapping, ColumnRole, Problems, ReadOptions, ResponseReader, Row, Suppression, TeamGroup, TeamProfile, layout,
};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use crate::tally::Tally;
use crate::{NetworkError, answers};

/// So many bytes of a text are read at once, and so many people of a Parquet file.
const PIECE: usize = 64 << 10;
const PEOPLE: usize = 8192;

/// The responses of many centres, counted file by file in bounded memory.
///
/// A person belongs to the centre in the column for it; without that column, or with nothing in it, to the file's name.
///
/// # Examples
///
/// ```
/// use olievlek::knoster::{Perspective, Questionnaire, Variant};
/// use olievlek_network::Centres;
///
/// let folder = tempfile::tempdir()?;
/// let file = folder.path().join("Aarschot.csv");
/// std::fs::write(&file, format!("staff-vision-1;staff-vision-2\n{}", "4;5\n".repeat(6)))?;
/// let mut centres = Centres::new(Questionnaire::standard(Perspective::Staff, Variant::Five), "centre")?;
/// assert_eq!(centres.add_file(&file)?.people, 6);
/// assert_eq!(centres.all()?.people(), 6);
/// let shown = centres.shown(5)?;
/// assert_eq!(shown[0].name, "Aarschot");
/// assert!(shown[0].profile.is_ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Centres {
    questionnaire: Questionnaire,
    layout: Layout,
    column: String,
    tallies: BTreeMap<String, Tally>,
}

/// What came out of a file.
#[derive(Debug, Default)]
pub struct FileRead {
    /// How many people there were.
    pub people: u64,
    /// What could not be read of a text.
    pub problems: Problems,
}

impl Centres {
    /// Of nobody. `column` is the heading of the column for the centre; its case does not count.
    ///
    /// # Errors
    ///
    /// `out-of-domain` for more statements than a [`Layout`] takes.
    pub fn new(questionnaire: Questionnaire, column: &str) -> Result<Self, NetworkError> {
        let layout = layout(&questionnaire)?;
        Ok(Self { questionnaire, layout, column: column.into(), tallies: BTreeMap::new() })
    }

    /// Counts a `.csv` or a `.parquet` file. A Parquet file has a column for each statement, named by its id.
    ///
    /// # Errors
    ///
    /// [`NetworkError`]; then nothing of the file is counted.
    pub fn add_file(&mut self, path: &Path) -> Result<FileRead, NetworkError> {
        let name = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
        let (centre, ending) = (name(path.file_stem()), name(path.extension()).to_ascii_lowercase());
        let mut found = BTreeMap::new();
        let problems = match ending.as_str() {
            "csv" => self.read_text(path, &centre, &mut found)?,
            "parquet" => {
                self.read_parquet(path, &centre, &mut found)?;
                Problems::default()
            }
            _ => return Err(NetworkError::FileKind(name(path.file_name()))),
        };
        let mut people = 0;
        for (centre, tally) in found {
            people += tally.people(&self.layout);
            let (parts, held) = tally.state();
            self.tallies.entry(centre).or_default().merge(&self.layout, parts.as_deref(), held)?;
        }
        Ok(FileRead { people, problems })
    }

    /// The names of the centres, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.tallies.keys().map(String::as_str)
    }

    /// The profile of everyone.
    ///
    /// # Errors
    ///
    /// `out-of-domain` for more than [`MOST_ROWS`](TeamSummary::MOST_ROWS) people.
    pub fn all(&self) -> Result<TeamProfile, NetworkError> {
        let mut all = TeamSummary::empty(&self.layout);
        for tally in self.tallies.values() {
            all.merge(&tally.summary(&self.layout)?)?;
        }
        Ok(TeamProfile::from_summary(self.questionnaire.clone(), all)?)
    }

    /// The profile of a centre, whatever its size; none where nobody responded.
    ///
    /// # Errors
    ///
    /// Those of [`all`](Self::all).
    pub fn profile(&self, centre: &str) -> Result<Option<TeamProfile>, NetworkError> {
        let Some(tally) = self.tallies.get(centre) else { return Ok(None) };
        Ok(Some(TeamProfile::from_summary(self.questionnaire.clone(), tally.summary(&self.layout)?)?))
    }

    /// Each centre with its profile, or why it is not shown: see [`Suppression`].
    ///
    /// # Errors
    ///
    /// Those of [`all`](Self::all).
    pub fn shown(&self, minimum: usize) -> Result<Vec<TeamGroup>, NetworkError> {
        let sizes: Vec<usize> = self.tallies.values().map(|tally| tally.people(&self.layout) as usize).collect();
        let suppression = Suppression::new(sizes.iter().sum(), &[sizes], minimum);
        let mut shown = Vec::new();
        for (place, (name, tally)) in self.tallies.iter().enumerate() {
            let profile = match suppression.reason(0, place) {
                Some(reason) => Err(reason),
                None => Ok(TeamProfile::from_summary(self.questionnaire.clone(), tally.summary(&self.layout)?)?),
            };
            shown.push(TeamGroup { name: name.clone(), profile });
        }
        Ok(shown)
    }

    fn read_text(
        &self,
        path: &Path,
        centre: &str,
        found: &mut BTreeMap<String, Tally>,
    ) -> Result<Problems, NetworkError> {
        let texts = Texts::included();
        let mut file = File::open(path)?;
        let mut piece = vec![0; PIECE];
        let mut options = ReadOptions::new(&texts).answering(self.questionnaire.clone());
        let length = file.read(&mut piece)?;
        let column = piece.get(..length).and_then(|head| heading(head, &self.column));
        options =
            options.mapped(column.map(|column| ColumnMapping::new(column, ColumnRole::Group)).into_iter().collect());
        file.rewind()?;
        let mut reader = ResponseReader::new(options);
        // Which columns are groups is known at the end, so people are counted for each column that may be one.
        let mut by_value: BTreeMap<(usize, Option<usize>), Tally> = BTreeMap::new();
        let mut fault = Ok(());
        let mut bits = Vec::new();
        let mut each = |row: Row| {
            bits.clear();
            bits.extend(row.answers.iter().map(|answer| answer.to_bits()));
            // Place 0 is everyone.
            let places = std::iter::once((0, None)).chain((1..).zip(row.groups));
            for place in places {
                let added = by_value.entry(place).or_default().add(&self.layout, &bits);
                if fault.is_ok() {
                    fault = added;
                }
            }
        };
        loop {
            let length = file.read(&mut piece)?;
            let Some(read) = piece.get(..length).filter(|read| !read.is_empty()) else { break };
            reader.push(read, &mut each)?;
        }
        let outline = reader.finish(&mut each)?;
        fault?;
        let group = outline.groups.iter().find(|group| is_named(&group.name, &self.column));
        if group.is_none() && column.is_some() {
            return Err(NetworkError::TooManyCentres(self.column.clone()));
        }
        let wanted = group.map_or(0, |group| group.place() + 1);
        for ((place, value), tally) in by_value {
            if place == wanted {
                let value = group.and_then(|group| group.values.get(value?));
                found.insert(value.map_or(centre, String::as_str).into(), tally);
            }
        }
        Ok(outline.problems)
    }

    fn read_parquet(&self, path: &Path, centre: &str, found: &mut BTreeMap<String, Tally>) -> Result<(), NetworkError> {
        let file = ParquetRecordBatchReaderBuilder::try_new(File::open(path)?)?.with_batch_size(PEOPLE);
        let schema = file.schema().clone();
        let statements = self.questionnaire.statements().iter();
        let columns: Vec<usize> =
            statements.map(|statement| place(&schema, statement.id())).collect::<Result<_, _>>()?;
        let own = place(&schema, &self.column).ok();
        let mask = ProjectionMask::roots(file.parquet_schema(), columns.iter().copied().chain(own));
        let name = |column: usize| schema.fields().get(column).map(|field| field.name().clone()).unwrap_or_default();
        // The names of columns that are looked for in each batch, in the order of the statements.
        let columns: Vec<String> = columns.into_iter().map(name).collect();
        let own = own.map(name);
        // Centres by number, so that a person costs one look-up and no new text.
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        let mut tallies: Vec<Tally> = Vec::new();
        for batch in file.with_projection(mask).build()? {
            let batch = batch?;
            let column = |name: &String| batch.column_by_name(name).ok_or_else(|| NetworkError::NoColumn(name.clone()));
            let mut read = Vec::new();
            for (name, statement) in columns.iter().zip(self.questionnaire.statements()) {
                let column = column(name)?;
                let wanted = answers::read_as(column.data_type()).ok_or_else(|| NetworkError::Type {
                    statement: statement.id().into(),
                    given: column.data_type().clone(),
                })?;
                read.push(taken_as(column, &wanted)?);
            }
            let rows = answers::rows(&self.questionnaire, &read)?;
            let centres = match &own {
                Some(name) => Some(taken_as(column(name)?, &DataType::Utf8View)?),
                None => None,
            };
            let centres: Option<&StringViewArray> = centres.as_ref().map(|centres| centres.as_string_view());
            for (number, row) in rows.chunks_exact(self.layout.columns()).enumerate() {
                let given = centres.filter(|centres| centres.is_valid(number)).map(|centres| centres.value(number));
                let centre = given.filter(|given| !given.is_empty()).unwrap_or(centre);
                let place = match places.get(centre) {
                    Some(place) => *place,
                    None => {
                        tallies.push(Tally::default());
                        places.insert(centre.into(), tallies.len() - 1);
                        tallies.len() - 1
                    }
                };
                if let Some(tally) = tallies.get_mut(place) {
                    tally.add(&self.layout, row)?;
                }
            }
        }
        for (centre, place) in places {
            if let Some(tally) = tallies.get_mut(place) {
                found.insert(centre, std::mem::take(tally));
            }
        }
        Ok(())
    }
}

/// The `.csv` and `.parquet` files of a folder, in the order of their names.
///
/// # Errors
///
/// `io` when the folder cannot be read.
pub fn response_files(folder: &Path) -> Result<Vec<PathBuf>, NetworkError> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
        if ending == "csv" || ending == "parquet" {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn is_named(name: &str, wanted: &str) -> bool {
    name.trim().to_lowercase() == wanted.trim().to_lowercase()
}

/// The place of a column in a Parquet file.
fn place(schema: &Schema, wanted: &str) -> Result<usize, NetworkError> {
    let place = schema.fields().iter().position(|field| is_named(field.name(), wanted));
    place.ok_or_else(|| NetworkError::NoColumn(wanted.into()))
}

/// A column in another type. A number that does not fit is an error and never missing.
fn taken_as(column: &ArrayRef, wanted: &DataType) -> Result<ArrayRef, NetworkError> {
    if column.data_type() == wanted {
        return Ok(column.clone());
    }
    Ok(cast_with_options(column, wanted, &CastOptions { safe: false, ..CastOptions::default() })?)
}

/// The column with this heading, from 1, in the first row of a text. The reader takes at most forty values for groups by
/// itself; a column that it is told of may have more.
fn heading(head: &[u8], wanted: &str) -> Option<usize> {
    let first = head.split(|byte| matches!(byte, b'\n' | b'\r')).next()?;
    let first = first.strip_prefix("\u{feff}".as_bytes()).unwrap_or(first);
    let count = |mark: &u8| first.iter().filter(|byte| *byte == mark).count();
    let mark = *b";,\t".iter().max_by_key(|mark| count(mark))?;
    let mut reader = csv::ReaderBuilder::new().delimiter(mark).has_headers(false).from_reader(first);
    let headings = reader.byte_records().next()?.ok()?;
    let place = headings.iter().position(|name| is_named(&String::from_utf8_lossy(name), wanted))?;
    Some(place + 1)
}
