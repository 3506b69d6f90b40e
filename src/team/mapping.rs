use alloc::string::String;

/// How a column was taken, or is to be taken.
///
/// What a reading returns can be corrected and given to the next one, whole or in part.
///
/// # Examples
///
/// ```
/// use olievlek::content::Texts;
/// use olievlek::team::{ColumnMapping, ColumnRole, ReadOptions, read_responses};
///
/// let texts = Texts::included();
/// let table = "vraag 1;staff-plan-1\n4;5\n";
/// let mapping = vec![ColumnMapping::new(1, ColumnRole::Statement("staff-vision-1".into()))];
/// let reading = read_responses(table, &ReadOptions::new(&texts).mapped(mapping))?;
/// let answers = reading.responses.respondents[0].answers.iter();
/// assert_eq!(answers.filter_map(|answer| answer.agreement()).count(), 2);
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnMapping {
    /// The column, from 1.
    pub column: usize,
    /// Its heading; `None` in what is given means that the heading does not count.
    pub header: Option<String>,
    /// What it is taken for.
    pub role: ColumnRole,
    /// How that was found.
    pub by: MatchedBy,
}

impl ColumnMapping {
    /// A column, from 1, that is to be taken for this.
    pub fn new(column: usize, role: ColumnRole) -> Self {
        Self { column, header: None, role, by: MatchedBy::Given }
    }
}

/// What a column is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnRole {
    /// The answers to the statement with this id.
    Statement(String),
    /// A group that people belong to, such as a team or a role.
    Group,
    /// Result codes.
    Code,
    /// Nothing: times, names, remarks and the like.
    Ignored,
}

impl ColumnRole {
    /// The identifier used in data: `statement`, `group`, `code` or `ignored`.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Statement(_) => "statement",
            Self::Group => "group",
            Self::Code => "code",
            Self::Ignored => "ignored",
        }
    }
}

/// How it was found what a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchedBy {
    /// The mapping that was given says so.
    Given,
    /// The heading holds the id.
    Id,
    /// The heading is the statement's text.
    Text,
    /// The heading is near the statement's text: so many of 100 words are the same.
    Close {
        /// How near, from 80 to 99.
        similarity: u8,
    },
    /// The heading is one that survey tools write.
    Heading,
    /// The values say so: few and repeated for a group, codes for codes.
    Values,
    /// Nothing was found.
    Nothing,
}

impl MatchedBy {
    /// The identifier used in data: `given`, `id`, `text`, `close`, `heading`, `values` or `nothing`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Id => "id",
            Self::Text => "text",
            Self::Close { .. } => "close",
            Self::Heading => "heading",
            Self::Values => "values",
            Self::Nothing => "nothing",
        }
    }
}
