//! Which groups are shown, so that no small one is, and none can be worked out.
//!
//! Who sees a figure for all and for each group but one knows the last one as well. So hiding what is too small (*primary*
//! suppression) is not enough: as long as what is hidden in a column comes to fewer people than the minimum, the smallest
//! group that is shown is hidden too (*complementary* suppression). What can then be worked out in a column is one figure
//! for all that is hidden in it, and that is about as many people as the minimum at least. Columns together may give away more:
//! that is found by [`disclosure`](super::disclosure), and hidden in the same way.
//!
//! Both steps are those of statistical offices: Hundepool and others, *Statistical Disclosure Control* (Wiley, 2012).

use alloc::vec;
use alloc::vec::Vec;

use super::Responses;
use super::disclosure::{Audit, MOST_GROUPS, audit};

/// Which groups are not shown.
///
/// # Examples
///
/// ```
/// use olievlek::team::{Suppression, SuppressionReason};
///
/// // Twenty people: teams of 9, 8 and 3. The team of 3 would follow from the other two.
/// let suppression = Suppression::new(20, &[vec![9, 8, 3]], 5);
/// assert_eq!(suppression.reason(0, 2), Some(SuppressionReason::TooSmall));
/// assert_eq!(suppression.reason(0, 1), Some(SuppressionReason::WouldGiveAway));
/// assert_eq!(suppression.reason(0, 0), None);
/// assert!(!suppression.is_whole_hidden());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    whole_hidden: bool,
    columns: Vec<Vec<Option<SuppressionReason>>>,
}

/// Why a group is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuppressionReason {
    /// It has fewer people than the minimum.
    TooSmall,
    /// With it, a smaller one could be worked out.
    WouldGiveAway,
    /// It was not shown in the earlier round.
    HiddenBefore,
}

impl SuppressionReason {
    /// The identifier used in data: `too-small`, `would-give-away` or `hidden-before`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::TooSmall => "too-small",
            Self::WouldGiveAway => "would-give-away",
            Self::HiddenBefore => "hidden-before",
        }
    }
}

impl Suppression {
    /// Five: the minimum where nothing else is asked for.
    pub const DEFAULT_MINIMUM: usize = 5;

    /// What to hide of `whole` people who are parted into groups of these sizes, once for each column.
    ///
    /// People without a group in a column are the rest, which is never shown and counts as hidden. Each column is looked at
    /// for itself; where it is known who is in which groups, [`across`](Self::across) looks at all of them together.
    pub fn new(whole: usize, columns: &[Vec<usize>], minimum: usize) -> Self {
        Self::after(whole, columns, minimum, None)
    }

    /// The same after an earlier round with the same columns and groups, each at the same place.
    ///
    /// What was not shown then is not shown now, so that two rounds together part people no finer than the first did: what
    /// was worked out then could be taken from figures of now, as far as the same people answered.
    pub fn after(whole: usize, columns: &[Vec<usize>], minimum: usize, earlier: Option<&Self>) -> Self {
        let whole_hidden = whole < minimum;
        let columns = columns.iter().enumerate().map(|(column, sizes)| {
            let before = |group: usize| earlier.is_some_and(|earlier| earlier.reason(column, group).is_some());
            hide(whole, sizes, minimum, before)
        });
        Self { whole_hidden, columns: columns.collect() }
    }

    /// What to hide of these responses, in each column of groups.
    pub fn of(responses: &Responses, minimum: usize) -> Self {
        let people: Vec<&[Option<usize>]> =
            responses.respondents.iter().map(|respondent| respondent.groups.as_slice()).collect();
        let columns: Vec<usize> = responses.groups.iter().map(|group| group.values.len()).collect();
        Self::across(&people, &columns, minimum)
    }

    /// What to hide of people, each with a group in every column or none, where a column has so many groups: as
    /// [`new`](Self::new), and then what columns give away together. Where a site is made of teams, the site less the teams that
    /// are shown is the team that is not.
    ///
    /// Whatever sums and differences of shown figures give, no set of fewer people than the minimum is among them. Where there are too
    /// many columns and groups to be sure of that, only the first column is shown.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::team::{Suppression, SuppressionReason};
    ///
    /// // A site in the north with teams of six and three, and one in the south with teams of eight and four.
    /// let mut people = vec![[Some(0), Some(0)]; 6];
    /// people.extend([[Some(0), Some(1)]; 3]);
    /// people.extend([[Some(1), Some(2)]; 8]);
    /// people.extend([[Some(1), Some(3)]; 4]);
    /// let people: Vec<&[Option<usize>]> = people.iter().map(|groups| groups.as_slice()).collect();
    /// let suppression = Suppression::across(&people, &[2, 4], 5);
    /// // The north less its first team would be the team of three.
    /// assert_eq!(suppression.reason(1, 1), Some(SuppressionReason::TooSmall));
    /// assert_eq!(suppression.reason(1, 0), Some(SuppressionReason::WouldGiveAway));
    /// assert_eq!(suppression.reason(0, 0), None);
    /// ```
    pub fn across(people: &[&[Option<usize>]], columns: &[usize], minimum: usize) -> Self {
        let mut sizes: Vec<Vec<usize>> = columns.iter().map(|groups| vec![0; *groups]).collect();
        for groups in people {
            for (sizes, group) in sizes.iter_mut().zip(*groups) {
                if let Some(size) = group.and_then(|group| sizes.get_mut(group)) {
                    *size += 1;
                }
            }
        }
        let whole = people.len();
        let hidden = |size: &usize| too_small(*size, whole, minimum);
        let hidden = sizes.iter().map(|sizes| sizes.iter().map(hidden).collect()).collect();
        let mut suppression = Self { whole_hidden: whole < minimum, columns: hidden };
        loop {
            let shown = suppression.shown(&sizes);
            let within = people.iter().map(|groups| {
                let is_in = |shown: &Shown| u64::from(groups.get(shown.column) == Some(&Some(shown.group)));
                shown.iter().rev().fold(0, |all, shown| all << 1 | is_in(shown))
            });
            let found = if shown.len() > MOST_GROUPS { Audit::TooMany } else { audit(within, shown.len(), minimum) };
            for (place, shown) in shown.iter().enumerate() {
                let goes = match found {
                    Audit::Safe => false,
                    Audit::Hide(hidden) => hidden == place,
                    Audit::TooMany => shown.column > 0,
                };
                let groups = suppression.columns.get_mut(shown.column).filter(|_| goes);
                if let Some(reason) = groups.and_then(|groups| groups.get_mut(shown.group)) {
                    *reason = Some(SuppressionReason::WouldGiveAway);
                }
            }
            if !matches!(found, Audit::Hide(_)) {
                break;
            }
        }
        suppression
    }

    /// The groups that are shown.
    fn shown(&self, sizes: &[Vec<usize>]) -> Vec<Shown> {
        let mut shown = Vec::new();
        for (column, sizes) in sizes.iter().enumerate() {
            for (group, size) in sizes.iter().enumerate() {
                if *size > 0 && self.reason(column, group).is_none() {
                    shown.push(Shown { column, group });
                }
            }
        }
        shown
    }

    /// Whether there are too few people to show anything at all.
    pub fn is_whole_hidden(&self) -> bool {
        self.whole_hidden
    }

    /// Why this group of this column is not shown; `None` when it is, and for a group that does not exist.
    pub fn reason(&self, column: usize, group: usize) -> Option<SuppressionReason> {
        self.columns.get(column).and_then(|groups| groups.get(group)).copied().flatten()
    }
}

/// A group that is shown.
struct Shown {
    column: usize,
    group: usize,
}

/// Primary suppression. Of nobody there is nothing to show or to hide.
fn too_small(size: usize, whole: usize, minimum: usize) -> Option<SuppressionReason> {
    (size > 0 && (size < minimum || whole < minimum)).then_some(SuppressionReason::TooSmall)
}

fn hide(
    whole: usize,
    sizes: &[usize],
    minimum: usize,
    before: impl Fn(usize) -> bool,
) -> Vec<Option<SuppressionReason>> {
    let reason = |(group, &size): (usize, &usize)| {
        let before = || (size > 0 && before(group)).then_some(SuppressionReason::HiddenBefore);
        too_small(size, whole, minimum).or_else(before)
    };
    let mut reasons: Vec<Option<SuppressionReason>> = sizes.iter().enumerate().map(reason).collect();
    loop {
        let shown = || sizes.iter().zip(&reasons).filter(|(size, reason)| **size > 0 && reason.is_none());
        let in_sight: usize = shown().map(|(size, _)| *size).sum();
        let hidden = whole.saturating_sub(in_sight);
        if hidden == 0 || hidden >= minimum {
            return reasons;
        }
        let smallest = shown().map(|(size, _)| *size).min();
        let place = sizes.iter().zip(&mut reasons).find(|(size, reason)| reason.is_none() && Some(**size) == smallest);
        match place {
            Some((_, reason)) => *reason = Some(SuppressionReason::WouldGiveAway),
            None => return reasons,
        }
    }
}
