//! What each column of a table is, by its heading and by the first rows.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::fold::tight;
use super::matching::{Found, Statements, forms};
use super::{ColumnMapping, ColumnRole, MappingFault, MatchedBy, ProblemKind, Problems, ReadOptions, TeamError, codes};
use crate::content::{Texts, split, trim};
use crate::knoster::{Perspective, Questionnaire, Variant};

/// So far down the headings are looked for: a title and a date may stand above them.
const HEADING_ROWS: usize = 5;

/// What a cell of this column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Statement(usize),
    /// Perhaps a group; the values say so in the end.
    Group {
        given: bool,
    },
    Code,
    Ignored,
}

/// How a table is read.
pub(super) struct Plan {
    pub(super) questionnaire: Questionnaire,
    pub(super) columns: Vec<Column>,
    pub(super) mapping: Vec<ColumnMapping>,
    /// The row with the headings, from 1.
    pub(super) headings: u64,
}

impl Plan {
    /// Whether the answers are in codes alone.
    pub(super) fn is_by_code(&self) -> bool {
        !self.columns.iter().any(|column| matches!(column, Column::Statement(_)))
    }
}

/// Headings that survey tools write, in all languages.
struct Headings {
    personal: Vec<String>,
    ignored: Vec<String>,
    code: Vec<String>,
}

impl Headings {
    fn new(texts: &[Texts]) -> Self {
        let list = |key: &str| {
            let of_one =
                |texts: &Texts| split(texts.at(&["responses.column.", key]), b'|').map(tight).collect::<Vec<_>>();
            texts.iter().flat_map(of_one).collect()
        };
        Self { personal: list("personal"), ignored: list("ignored"), code: list("code") }
    }
}

/// Whether a cell is a result code and nothing else.
pub(super) fn is_code(cell: &str, own: Option<&Questionnaire>) -> bool {
    let cell = trim(cell);
    cell.len() >= codes::LEAST_OF_OWN && matches!(codes::find(cell, own).as_slice(), [(_, Ok(_))])
}

/// How to read a table that begins with these rows; none where nothing shows that it is one. A text may be a mail with codes in
/// it, unless it `is_table` for certain.
pub(super) fn plan(
    rows: &[Vec<String>],
    options: &ReadOptions<'_>,
    is_table: bool,
    problems: &mut Problems,
) -> Result<Option<Plan>, TeamError> {
    let candidates = match &options.questionnaire {
        Some(questionnaire) => vec![questionnaire.clone()],
        None => Perspective::ALL.map(|perspective| Questionnaire::standard(perspective, Variant::Consensus)).into(),
    };
    let Some((at, which, found)) = best(rows, &candidates, options) else { return Ok(None) };
    let Some(mut questionnaire) = candidates.into_iter().nth(which) else { return Ok(None) };
    let Some(header) = rows.get(at) else { return Ok(None) };
    let given = given(header, options, &questionnaire)?;
    let below = rows.get(at + 1..).unwrap_or_default();
    let own = options.questionnaire.as_ref();
    // Codes one a line, or in a mail, are no table: a column of codes has a heading and is even.
    let even = header.len() > 1 && below.iter().all(|row| row.len() == header.len());
    let even = is_table || even && !header.iter().any(|cell| is_code(cell, own));
    let holds_code = |column: usize| {
        let cells = || below.iter().filter_map(|row| row.get(column)).filter(|cell| !trim(cell).is_empty());
        even && 2 * cells().filter(|cell| is_code(cell, own)).count() > cells().count()
    };
    let headings = Headings::new(options.texts);

    let mut columns = vec![Column::Ignored; header.len()];
    let mut mapping: Vec<ColumnMapping> = Vec::new();
    let mut notes = Problems::default();
    let id = |questionnaire: &Questionnaire, statement: usize| {
        questionnaire.statements().get(statement).map_or_else(String::new, |statement| statement.id().into())
    };
    // Who said it first keeps the statement: what was given, then ids and texts, then what is near.
    let mut taken: Vec<(usize, usize)> = Vec::new();
    let rank = |column: &usize| match (given.get(*column), found.get(*column)) {
        (Some(Some(_)), _) => 0,
        (_, Some(Found::Statement(_, MatchedBy::Close { .. }))) => 2,
        _ => 1,
    };
    let mut order: Vec<usize> = (0..header.len()).collect();
    order.sort_by_key(|column| (rank(column), *column));
    for column in order {
        let (Some(name), Some(place)) = (header.get(column), columns.get_mut(column)) else { continue };
        let keys: Vec<String> = forms(name).map(tight).collect();
        let is_in = |list: &[String]| keys.iter().any(|key| list.contains(key));
        let is_personal = is_in(&headings.personal);
        let number = Some(column + 1);
        let (kind, role, by) = match (given.get(column).and_then(Option::as_ref), found.get(column)) {
            (Some(ColumnRole::Statement(id)), _) => {
                let statement = questionnaire.statements().iter().position(|statement| statement.id() == id);
                let statement = statement.unwrap_or_default();
                taken.push((statement, column));
                (Column::Statement(statement), ColumnRole::Statement(id.clone()), MatchedBy::Given)
            }
            (Some(ColumnRole::Group), _) if is_personal => {
                notes.add(ProblemKind::PersonalColumn, None, number, name);
                (Column::Ignored, ColumnRole::Ignored, MatchedBy::Heading)
            }
            (Some(ColumnRole::Group), _) => (Column::Group { given: true }, ColumnRole::Group, MatchedBy::Given),
            (Some(ColumnRole::Code), _) => (Column::Code, ColumnRole::Code, MatchedBy::Given),
            (Some(ColumnRole::Ignored), _) => (Column::Ignored, ColumnRole::Ignored, MatchedBy::Given),
            (None, Some(Found::Statement(statement, by))) => {
                let id = id(&questionnaire, *statement);
                if taken.iter().any(|(known, _)| known == statement) {
                    notes.add(ProblemKind::TwinColumn { statement: id }, None, number, name);
                    (Column::Ignored, ColumnRole::Ignored, MatchedBy::Nothing)
                } else {
                    taken.push((*statement, column));
                    (Column::Statement(*statement), ColumnRole::Statement(id), *by)
                }
            }
            _ if is_personal || is_in(&headings.ignored) => (Column::Ignored, ColumnRole::Ignored, MatchedBy::Heading),
            _ if holds_code(column) => (Column::Code, ColumnRole::Code, MatchedBy::Values),
            _ if is_in(&headings.code) => (Column::Ignored, ColumnRole::Ignored, MatchedBy::Heading),
            (None, Some(Found::Unsure(statements))) => {
                let candidates = statements.iter().map(|statement| id(&questionnaire, *statement)).collect();
                notes.add(ProblemKind::UnsureColumn { candidates }, None, number, name);
                (Column::Ignored, ColumnRole::Ignored, MatchedBy::Nothing)
            }
            _ => (Column::Group { given: false }, ColumnRole::Ignored, MatchedBy::Nothing),
        };
        *place = kind;
        mapping.push(ColumnMapping { column: column + 1, header: Some(trim(name).into()), role, by });
    }
    mapping.sort_by_key(|mapping| mapping.column);

    let has = |wanted: fn(&Column) -> bool| columns.iter().any(wanted);
    if !has(|column| matches!(column, Column::Statement(_))) && !has(|column| *column == Column::Code) {
        return Ok(None);
    }
    if options.questionnaire.is_none() {
        let five = Questionnaire::standard(questionnaire.perspective(), Variant::Five);
        // Consensus comes last, so the places of the others stay.
        if taken.iter().all(|(statement, _)| *statement < five.statements().len()) {
            questionnaire = five;
        }
    }
    for (index, row) in rows.iter().take(at).enumerate() {
        let first = row.iter().map(|cell| trim(cell)).find(|cell| !cell.is_empty());
        if let Some(first) = first {
            problems.add(ProblemKind::BeforeHeadings, Some(index as u64 + 1), None, first);
        }
    }
    problems.take(notes);
    Ok(Some(Plan { questionnaire, columns, mapping, headings: at as u64 + 1 }))
}

/// The row of the headings, from 0, the questionnaire that fits them best, and what each heading is.
fn best(
    rows: &[Vec<String>],
    candidates: &[Questionnaire],
    options: &ReadOptions<'_>,
) -> Option<(usize, usize, Vec<Found>)> {
    let fits: Vec<Statements> =
        candidates.iter().map(|questionnaire| Statements::new(questionnaire, options.texts)).collect();
    let said = |statement: &str| {
        options.mapping.iter().any(|given| matches!(&given.role, ColumnRole::Statement(id) if id == statement))
    };
    // What a mapping says weighs most; of equals the first counts.
    let mut heading = (0, 0);
    for (at, row) in rows.iter().take(HEADING_ROWS).enumerate() {
        let exact = |fit: &Statements| row.iter().filter(|cell| fit.exactly(cell).is_some()).count();
        let as_said = |given: &&ColumnMapping| {
            let cell = given.column.checked_sub(1).and_then(|column| row.get(column));
            given.header.is_some() && given.header.as_deref() == cell.map(|cell| trim(cell))
        };
        let weight = fits.iter().map(exact).max().unwrap_or_default() + options.mapping.iter().filter(as_said).count();
        if weight > heading.0 {
            heading = (weight, at);
        }
    }
    let row = rows.get(heading.1)?;
    // To look for what is near takes long, so it is done for the one that fits, or for all where no heading is certain.
    let weight = |(fit, questionnaire): (&Statements, &Questionnaire)| {
        let given = questionnaire.statements().iter().filter(|statement| said(statement.id())).count();
        given + row.iter().filter(|cell| fit.exactly(cell).is_some()).count()
    };
    let weights: Vec<usize> = fits.iter().zip(candidates).map(weight).collect();
    let most = weights.iter().copied().max()?;
    let mut best: Option<(usize, usize, Vec<Found>)> = None;
    for (which, fit) in fits.iter().enumerate().filter(|(which, _)| weights.get(*which) == Some(&most)) {
        let found: Vec<Found> = row.iter().map(|cell| fit.find(cell)).collect();
        let certain = found.iter().filter(|found| matches!(found, Found::Statement(..))).count();
        if best.as_ref().is_none_or(|(known, ..)| certain > *known) {
            best = Some((certain, which, found));
        }
        if most > 0 {
            break;
        }
    }
    best.map(|(_, which, found)| (heading.1, which, found))
}

/// What a given mapping says of each column.
fn given(
    header: &[String],
    options: &ReadOptions<'_>,
    questionnaire: &Questionnaire,
) -> Result<Vec<Option<ColumnRole>>, TeamError> {
    let mut roles: Vec<Option<ColumnRole>> = vec![None; header.len()];
    for given in &options.mapping {
        let fault = |fault| TeamError::Mapping { column: given.column, fault };
        let place = given.column.checked_sub(1);
        let name = place.and_then(|place| header.get(place)).ok_or_else(|| fault(MappingFault::NoColumn))?;
        if given.header.as_deref().is_some_and(|expected| trim(expected) != trim(name)) {
            return Err(fault(MappingFault::Header(given.header.clone().unwrap_or_default())));
        }
        if let ColumnRole::Statement(id) = &given.role {
            if !questionnaire.statements().iter().any(|statement| statement.id() == id) {
                return Err(fault(MappingFault::Statement(id.clone())));
            }
            if roles.contains(&Some(given.role.clone())) {
                return Err(fault(MappingFault::Twice(id.clone())));
            }
        }
        if let Some(role) = place.and_then(|place| roles.get_mut(place)) {
            *role = Some(given.role.clone());
        }
    }
    Ok(roles)
}
