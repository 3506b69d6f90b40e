use std::{error, fmt, io};

use arrow::datatypes::DataType;
use arrow::error::ArrowError;
use datafusion_common::DataFusionError;
use olievlek::survey::SurveyError;
use olievlek::team::TeamError;
use parquet::errors::ParquetError;

/// Why the responses of a network could not be counted.
///
/// Out of SQL it comes as the cause of a [`DataFusionError::External`], or in words where DataFusion asks about types.
#[derive(Debug)]
#[non_exhaustive]
pub enum NetworkError {
    /// Another number of answers than the questionnaire has statements.
    Arguments {
        /// How many would do.
        expected: Vec<usize>,
        /// How many were given.
        given: usize,
    },
    /// A column that holds neither whole numbers nor text.
    Type {
        /// The statement that it should answer.
        statement: String,
        /// What it holds.
        given: DataType,
    },
    /// A value that is no answer.
    Answer {
        /// The statement.
        statement: String,
        /// The value.
        given: String,
    },
    /// `DISTINCT` would count people with the same answers once.
    Distinct,
    /// An intermediate state of another questionnaire, or a broken one.
    State,
    /// A file without a column that is needed.
    NoColumn(String),
    /// A column for the centre that has too many values to be one.
    TooManyCentres(String),
    /// A file of another kind than `.csv` and `.parquet`.
    FileKind(String),
    /// Of the counts.
    Survey(SurveyError),
    /// Of a text with responses.
    Team(TeamError),
    /// Of the columns in memory.
    Arrow(ArrowError),
    /// Of a Parquet file.
    Parquet(ParquetError),
    /// Of reading a file.
    Io(io::Error),
}

impl NetworkError {
    /// The stable code of this error, in kebab-case.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Arguments { .. } => "argument-count",
            Self::Type { .. } => "answer-type",
            Self::Answer { .. } => "answer-out-of-range",
            Self::Distinct => "distinct-answers",
            Self::State => "broken-state",
            Self::NoColumn(_) => "no-column",
            Self::TooManyCentres(_) => "too-many-centres",
            Self::FileKind(_) => "file-kind",
            Self::Survey(error) => error.code(),
            Self::Team(error) => error.code(),
            Self::Arrow(_) => "arrow",
            Self::Parquet(_) => "parquet",
            Self::Io(_) => "io",
        }
    }
}

impl fmt::Display for NetworkError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Arguments { expected, given } => {
                let expected: Vec<String> = expected.iter().map(usize::to_string).collect();
                write!(formatter, "expected the answers to {} statements, got {given} columns", expected.join(" or "))
            }
            Self::Type { statement, given } => {
                write!(formatter, "expected whole numbers or text as answers to `{statement}`, got {given}")
            }
            Self::Answer { statement, given } => write!(
                formatter,
                "expected 0 to 7, or `1` to `5`, `unknown`, `not-applicable` or `unanswered`, as an answer to \
                 `{statement}`, got `{given}`"
            ),
            Self::Distinct => formatter
                .write_str("expected all answers, got DISTINCT: people with the same answers would be counted as one"),
            Self::State => formatter.write_str("expected counts of the same questionnaire, got others"),
            Self::NoColumn(name) => write!(formatter, "expected a column `{name}`, got none"),
            Self::TooManyCentres(name) => {
                write!(formatter, "expected a column `{name}` with at most 1000 centres, got more")
            }
            Self::FileKind(name) => write!(formatter, "expected a `.csv` or a `.parquet` file, got `{name}`"),
            Self::Survey(error) => error.fmt(formatter),
            Self::Team(error) => error.fmt(formatter),
            Self::Arrow(error) => error.fmt(formatter),
            Self::Parquet(error) => error.fmt(formatter),
            Self::Io(error) => error.fmt(formatter),
        }
    }
}

impl error::Error for NetworkError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Survey(error) => Some(error),
            Self::Team(error) => Some(error),
            Self::Arrow(error) => Some(error),
            Self::Parquet(error) => Some(error),
            Self::Io(error) => Some(error),
            _ => None,
        }
    }
}

impl From<NetworkError> for DataFusionError {
    fn from(error: NetworkError) -> Self {
        Self::External(Box::new(error))
    }
}

impl From<SurveyError> for NetworkError {
    fn from(error: SurveyError) -> Self {
        Self::Survey(error)
    }
}

impl From<TeamError> for NetworkError {
    fn from(error: TeamError) -> Self {
        Self::Team(error)
    }
}

impl From<ArrowError> for NetworkError {
    fn from(error: ArrowError) -> Self {
        Self::Arrow(error)
    }
}

impl From<ParquetError> for NetworkError {
    fn from(error: ParquetError) -> Self {
        Self::Parquet(error)
    }
}

impl From<io::Error> for NetworkError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}
