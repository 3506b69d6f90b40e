//! Which groups are shown, so that no small one is, and none can be worked out.
//!
//! Who sees a figure for all and for each group but one knows the last one as well. So hiding what is too small (*primary*
//! suppression) is not enough: as long as what is hidden in a column comes to fewer people than the minimum, the smallest
//! group that is shown is hidden too (*complementary* suppression). What can then be worked out in a column is one figure
//! for all that is hidden in it, and that is about as many people as the minimum at least.
//!
//! Both steps are those of statistical offices: Hundepool and others, *Statistical Disclosure Control* (Wiley, 2012).

use alloc::vec;
use alloc::vec::Vec;

use super::Responses;

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
    /// People without a group in a column are the rest, which is never shown and counts as hidden. Each column is shown
    /// for itself: crossing two columns makes new groups, which have to be given as a column of their own.
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
        let sizes = |(place, group): (usize, &super::GroupColumn)| {
            let mut sizes = vec![0; group.values.len()];
            for respondent in &responses.respondents {
                let value = respondent.groups.get(place).copied().flatten();
                if let Some(size) = value.and_then(|value| sizes.get_mut(value)) {
                    *size += 1;
                }
            }
            sizes
        };
        let columns: Vec<Vec<usize>> = responses.groups.iter().enumerate().map(sizes).collect();
        Self::new(responses.respondents.len(), &columns, minimum)
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

fn hide(
    whole: usize,
    sizes: &[usize],
    minimum: usize,
    before: impl Fn(usize) -> bool,
) -> Vec<Option<SuppressionReason>> {
    let reason = |(group, &size): (usize, &usize)| {
        // Of nobody there is nothing to show or to hide.
        if size == 0 {
            None
        } else if size < minimum || whole < minimum {
            Some(SuppressionReason::TooSmall)
        } else {
            before(group).then_some(SuppressionReason::HiddenBefore)
        }
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
