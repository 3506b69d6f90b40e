//! What a team answered: read from what people already have, and shown so that nobody is recognised.
//!
//! [`read_responses`] takes result codes in any text, our own JSON and CSV, and exports of survey tools. Columns are matched to
//! the statements of a [`Questionnaire`](crate::knoster::Questionnaire) and cells to [`Answer`](crate::survey::Answer)s. How
//! each column was taken comes back as a list of [`ColumnMapping`]s, which can be corrected and given again; whatever
//! could not be read is a [`Problem`], with its row, column and value. Nothing is guessed silently and no row is dropped.
//!
//! [`TextReader`] does the same for text that comes in pieces, in bounded memory, and `ResponseReader` for bytes (feature
//! `encodings`). [`Suppression`] says which groups are
//! too small to be shown, or would give such a group away.

#[cfg(any(feature = "encodings", feature = "js"))]
mod charset;
mod code_text;
mod codes;
mod columns;
#[cfg(feature = "encodings")]
mod decode;
mod disclosure;
mod error;
mod fold;
mod groups;
mod json;
mod labels;
mod mapping;
mod matching;
mod options;
mod problem;
mod profile;
mod reader;
mod records;
mod report;
mod responses;
mod rows;
mod suppression;

#[cfg(feature = "js")]
pub(crate) use charset::Charset;
#[cfg(feature = "encodings")]
pub use decode::{ResponseReader, read_response_bytes};
pub use error::{MappingFault, TeamError};
#[cfg(any(feature = "js", feature = "widget-team"))]
pub(crate) use groups::shown_groups;
pub use groups::{TeamGroup, team_groups};
pub use mapping::{ColumnMapping, ColumnRole, MatchedBy};
pub use options::ReadOptions;
pub use problem::{Problem, ProblemKind, Problems};
pub use profile::{AgreementLevel, TeamElement, TeamProfile, TeamStatement, layout};
pub use reader::{TextReader, read_responses};
#[cfg(feature = "widget-team")]
pub(crate) use report::percent;
pub use report::{TalkPoint, TeamReport};
pub use responses::{GroupColumn, Outline, Reading, Respondent, Responses, Row};
pub use suppression::{Suppression, SuppressionReason};
