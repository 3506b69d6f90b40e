//! The responses of a network of centres at once.
//!
//! [`KnosterProfile`] is an aggregate function for [DataFusion](https://datafusion.apache.org): a network runs it in SQL on
//! one machine or, through Ballista, on many. [`Centres`] counts the same out of a folder of files, one after another.
//! Both add up [`TeamSummary`](olievlek::survey::TeamSummary), so they agree to the last bit.
//!
//! # Examples
//!
//! ```
//! use datafusion::arrow::array::{AsArray, Float64Array};
//! use datafusion::prelude::SessionContext;
//! use olievlek_network::{KnosterProfile, answer_columns};
//! use olievlek::knoster::{Perspective, Questionnaire, Variant};
//!
//! # let runtime = tokio::runtime::Builder::new_multi_thread().build()?;
//! # runtime.block_on(async {
//! let context = SessionContext::new();
//! context.register_udaf(KnosterProfile::standard().into_udaf());
//! // A table with a column for each statement; here everyone answers the same.
//! let questionnaire = Questionnaire::standard(Perspective::Staff, Variant::Five);
//! let same: Vec<String> =
//!     questionnaire.statements().iter().map(|statement| format!("value AS \"{}\"", statement.id())).collect();
//! let table = format!("CREATE VIEW responses AS SELECT 'Aalst' AS centre, {} FROM (VALUES (4), (2)) AS t(value)", same.join(", "));
//! context.sql(&table).await?;
//!
//! let query = format!(
//!     "SELECT centre, get_field(p, 'people') AS people, get_field(get_field(p, 'vision'), 'score') AS vision \
//!      FROM (SELECT centre, knoster_profile({}) AS p FROM responses GROUP BY centre)",
//!     answer_columns(&questionnaire),
//! );
//! let rows = context.sql(&query).await?.collect().await?;
//! let vision: &Float64Array = rows[0].column(2).as_primitive();
//! assert_eq!(vision.value(0), 0.5);
//! # Ok::<(), datafusion::error::DataFusionError>(())
//! # })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod accumulate;
mod aggregate;
mod answers;
mod centres;
mod error;
mod figures;
mod tally;

pub use aggregate::KnosterProfile;
pub use centres::{Centres, FileRead, response_files};
pub use error::NetworkError;
use olievlek::knoster::Questionnaire;

/// The columns of a questionnaire's answers as arguments in SQL, where they are named by the ids of the statements.
///
/// # Examples
///
/// ```
/// use olievlek::knoster::{Perspective, Questionnaire, Variant};
///
/// let columns = olievlek_network::answer_columns(&Questionnaire::standard(Perspective::Staff, Variant::Five));
/// assert!(columns.starts_with("\"staff-vision-1\", \"staff-vision-2\""));
/// ```
pub fn answer_columns(questionnaire: &Questionnaire) -> String {
    let quoted =
        questionnaire.statements().iter().map(|statement| format!("\"{}\"", statement.id().replace('"', "\"\"")));
    quoted.collect::<Vec<_>>().join(", ")
}
