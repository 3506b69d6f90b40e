use alloc::string::String;
use alloc::vec::Vec;

use super::{Responses, Suppression, SuppressionReason, TeamProfile};
use crate::survey::SurveyError;

/// A group of a team: those with the same role, team or place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamGroup {
    /// The value that they share, as it was given.
    pub name: String,
    /// Their profile, or why it is not shown.
    pub profile: Result<TeamProfile, SuppressionReason>,
}

/// The groups of a column, each with its profile where that may be shown.
///
/// A group of fewer than `minimum` people is hidden, and so is what would give it away; see [`Suppression`]. Columns are
/// numbered as in [`Responses::groups`]; a column that is not there has no groups.
///
/// # Errors
///
/// Those of [`TeamProfile::new`].
///
/// # Examples
///
/// ```
/// use olievlek::content::Texts;
/// use olievlek::team::{ReadOptions, SuppressionReason, read_responses, team_groups};
///
/// let texts = Texts::included();
/// let mut table = String::from("staff-vision-1,team\n");
/// for (count, team) in [(9, "Noord"), (8, "Zuid"), (3, "West")] {
///     (0..count).for_each(|_| table.push_str(&format!("4,{team}\n")));
/// }
/// let reading = read_responses(&table, &ReadOptions::new(&texts))?;
/// let groups = team_groups(&reading.responses, 0, 5)?;
/// assert_eq!(groups[0].profile.as_ref().map(|north| north.people()), Ok(9));
/// // Of the twenty, nine in the north and eight in the south would leave the three.
/// assert_eq!(groups[1].profile, Err(SuppressionReason::WouldGiveAway));
/// assert_eq!(groups[2].profile, Err(SuppressionReason::TooSmall));
/// # Ok::<(), olievlek::Error>(())
/// ```
pub fn team_groups(responses: &Responses, column: usize, minimum: usize) -> Result<Vec<TeamGroup>, SurveyError> {
    shown_groups(responses, column, &Suppression::of(responses, minimum))
}

/// The same for what is known to be hidden: that takes a look at all columns together, and so is the same for each of them.
pub(crate) fn shown_groups(
    responses: &Responses,
    column: usize,
    suppression: &Suppression,
) -> Result<Vec<TeamGroup>, SurveyError> {
    let Some(group) = responses.groups.get(column) else { return Ok(Vec::new()) };
    let mut groups = Vec::new();
    for (value, name) in group.values.iter().enumerate() {
        let profile = match suppression.reason(column, value) {
            Some(reason) => Err(reason),
            None => Ok(TeamProfile::of(responses, |person| person.groups.get(column) == Some(&Some(value)))?),
        };
        groups.push(TeamGroup { name: name.clone(), profile });
    }
    Ok(groups)
}
