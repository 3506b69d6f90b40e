use core::fmt;

use super::{Baseline, Decimal, Goal};
use crate::calendar::{Date, Period};
use crate::content::Texts;

/// How a goal stands against its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// The last measurement is at the target or past it.
    Reached,
    /// It is at least where the straight way from baseline to target is on that day.
    OnTrack,
    /// It is not.
    Behind,
    /// That cannot be said yet, and why.
    CannotTellYet(Unclear),
}

impl Standing {
    /// The stable identifier: `reached`, `on-track`, `behind` or `cannot-tell-yet`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::OnTrack => "on-track",
            Self::Behind => "behind",
            Self::CannotTellYet(_) => "cannot-tell-yet",
        }
    }

    /// The standing in words, with the reason where it cannot be told.
    pub fn text(self, texts: &Texts) -> &str {
        match self {
            Self::CannotTellYet(unclear) => texts.of_id("goal.unclear.", unclear.id(), ""),
            standing => texts.of_id("goal.standing.", standing.id(), ""),
        }
    }
}

macro_rules! unclear {
    ($($(#[$doc:meta])* $variant:ident = $id:literal;)*) => {
        /// Why it cannot be told how a goal stands.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Unclear {
            $($(#[$doc])* $variant,)*
        }

        impl Unclear {
            /// Every reason there is, in the order they are looked at.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The stable identifier.
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)*
                }
            }
        }
    };
}

unclear! {
    /// There is no target.
    NoTarget = "no-target";
    /// There is no first day or no last day.
    NoDates = "no-dates";
    /// The last day does not come after the first.
    NoTime = "no-time";
    /// There is no baseline, and nothing was measured on the first day or before it.
    NoBaseline = "no-baseline";
    /// The target is what it was at the start.
    TargetIsBaseline = "target-is-baseline";
    /// Nothing was measured since the first day.
    NoMeasurement = "no-measurement";
    /// The last measurement is from before a tenth of the time was over.
    TooEarly = "too-early";
    /// The last day is over, and nothing was measured on it or after it.
    NotMeasuredAtEnd = "not-measured-at-end";
}

impl fmt::Display for Unclear {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}

/// How a goal stands, with what it was worked out from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    standing: Standing,
    baseline: Option<Decimal>,
    measured: Option<(Date, Decimal)>,
    expected: Option<Decimal>,
    days: Option<(u32, u32)>,
}

impl Progress {
    /// How the goal stands.
    pub fn standing(&self) -> Standing {
        self.standing
    }

    /// What the way starts from, where that is known.
    pub fn baseline(&self) -> Option<Decimal> {
        self.baseline
    }

    /// The last measurement since the first day and until today: the day and the value.
    pub fn measured(&self) -> Option<(Date, Decimal)> {
        self.measured
    }

    /// Where the straight way is on the day of that measurement, rounded to a millionth.
    pub fn expected(&self) -> Option<Decimal> {
        self.expected
    }

    /// The days from the first day to that measurement, at most all, and all days from the first to the last.
    pub fn days(&self) -> Option<(u32, u32)> {
        self.days
    }
}

/// A standing needs this part of the time: one in so many.
const EARLY: i64 = 10;

/// How a goal stands against its target on a day.
///
/// # Formula
///
/// With *b* the baseline, *t* the target, *T* the days from the first day of the goal to the last, *d* the days from the
/// first day to the last measurement, at most *T*, and *m* what was measured, the straight way is on that day at
///
/// *e* = *b* + (*t* − *b*) · *d* / *T*
///
/// The goal is *reached* when *m* is at *t* or past it, *on track* when *m* is at *e* or past it, and *behind* otherwise.
/// Past is up when *t* > *b*, and down when *t* < *b*. The comparison is exact; only the `expected` that is shown is rounded.
///
/// The assumption stands in plain sight: progress is taken to be even over time. A change often starts slowly, so *behind*
/// is a reason to look, not a verdict.
///
/// The baseline is the one of the indicator, or else the last that was measured on the first day or before. A measurement
/// after `today` does not count, and those before the first day count as baseline only. Before a tenth of *T* it is too
/// early to tell, unless the goal is reached. After the last day only a measurement from that day or later can tell, unless
/// the goal is reached.
///
/// # Examples
///
/// ```
/// use olievlek::calendar::Date;
/// use olievlek::smarti::{Baseline, Goal, Indicator, Standing, Unclear, progress};
///
/// let goal = Goal::builder("Van 20 naar 60 dossiers met een terugblik")
///     .indicator(Indicator {
///         baseline: Baseline::Known(20.into()),
///         target: Some(60.into()),
///         unit: "dossiers".into(),
///         ..Indicator::default()
///     })
///     .start(Date::constant(2025, 9, 1))
///     .end(Date::constant(2025, 9, 21))
///     .measured(Date::constant(2025, 9, 11), 38.into())
///     .build()?;
/// let now = progress(&goal, Date::constant(2025, 9, 12));
/// assert_eq!(now.standing(), Standing::Behind);
/// assert_eq!((now.expected(), now.days()), (Some(40.into()), Some((10, 20))));
///
/// let before = progress(&goal, Date::constant(2025, 9, 10));
/// assert_eq!(before.standing(), Standing::CannotTellYet(Unclear::NoMeasurement));
/// # Ok::<(), olievlek::Error>(())
/// ```
pub fn progress(goal: &Goal, today: Date) -> Progress {
    let mut progress = Progress {
        standing: Standing::CannotTellYet(Unclear::NoTarget),
        baseline: None,
        measured: None,
        expected: None,
        days: None,
    };
    progress.standing = stand(goal, today, &mut progress).unwrap_or_else(Standing::CannotTellYet);
    progress
}

fn stand(goal: &Goal, today: Date, progress: &mut Progress) -> Result<Standing, Unclear> {
    let target = goal.indicator.target.ok_or(Unclear::NoTarget)?;
    let (start, end) = goal.start.zip(goal.end).ok_or(Unclear::NoDates)?;
    let total = days_after(start, end);
    if total == 0 {
        return Err(Unclear::NoTime);
    }
    let mut before = None;
    for measurement in goal.measurements.iter().filter(|measurement| measurement.date <= today) {
        if measurement.date > start {
            progress.measured = Some((measurement.date, measurement.value));
        } else {
            before = Some(measurement.value);
        }
    }
    progress.baseline = if let Baseline::Known(known) = goal.indicator.baseline { Some(known) } else { before };
    let baseline = progress.baseline.ok_or(Unclear::NoBaseline)?;
    if target == baseline {
        return Err(Unclear::TargetIsBaseline);
    }
    let (date, measured) = progress.measured.ok_or(Unclear::NoMeasurement)?;
    let elapsed = days_after(start, date).min(total);
    progress.days = Some((elapsed as u32, total as u32));

    // Upwards from zero, whatever the direction: what is still to go, and what was gone.
    let sign = if target > baseline { 1 } else { -1 };
    let whole = sign * (target.millionths() - baseline.millionths());
    let gone = sign * (measured.millionths() - baseline.millionths());
    // whole · elapsed / total without a product that would not fit: the rest is below `total`, a few million days.
    let (each, rest) = (whole / total, whole % total);
    let (due, part) = (each * elapsed, rest * elapsed);
    let rounded = due + (part + total / 2) / total;
    progress.expected = Decimal::from_millionths(baseline.millionths() + sign * rounded);

    if gone >= whole {
        return Ok(Standing::Reached);
    }
    if elapsed * EARLY < total {
        return Err(Unclear::TooEarly);
    }
    if end < today && date < end {
        return Err(Unclear::NotMeasuredAtEnd);
    }
    // What is due is rounded up, since a part of a millionth is still due.
    let due = due + (part + total - 1) / total;
    Ok(if gone >= due { Standing::OnTrack } else { Standing::Behind })
}

/// How many days later a day is; 0 for the same day and for an earlier one.
fn days_after(start: Date, day: Date) -> i64 {
    Period::new(start, day).map_or(0, |period| i64::from(period.days()) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::smarti::{GoalBuilder, Indicator};

    fn day(day: i8) -> Date {
        Date::constant(2025, 9, day)
    }

    /// From 1 to 21 September, twenty days.
    fn way(baseline: u32, target: u32) -> GoalBuilder {
        let indicator = Indicator {
            baseline: Baseline::Known(baseline.into()),
            target: Some(target.into()),
            ..Indicator::default()
        };
        Goal::builder("x").indicator(indicator).start(day(1)).end(day(21))
    }

    #[track_caller]
    fn stands(goal: GoalBuilder, today: Date, expected: Standing) -> Progress {
        let progress = progress(&goal.build().unwrap(), today);
        assert_eq!(progress.standing(), expected);
        progress
    }

    #[test]
    fn the_way_is_straight_up_and_down() {
        for (baseline, target, due, off, beyond) in [(20, 60, 40, 39, 61), (60, 20, 40, 41, 19)] {
            let goal = |value: u32| way(baseline, target).measured(day(11), value.into());
            stands(goal(due), day(11), Standing::OnTrack);
            stands(goal(off), day(11), Standing::Behind);
            stands(goal(target), day(11), Standing::Reached);
            stands(goal(beyond), day(11), Standing::Reached);
            stands(goal(baseline), day(11), Standing::Behind);
        }
    }

    #[test]
    fn a_part_of_a_millionth_is_due_too() {
        // 1 over 3 days: after one, 0.333333 is not enough and 0.333334 is.
        let goal = |value: &str| way(0, 1).end(day(4)).measured(day(2), value.parse().unwrap());
        let behind = stands(goal("0.333333"), day(2), Standing::Behind);
        assert_eq!(behind.expected(), Some("0.333333".parse().unwrap()));
        stands(goal("0.333334"), day(2), Standing::OnTrack);
    }

    #[test]
    fn what_cannot_be_told_is_named() {
        let unclear = |goal: GoalBuilder, today, why| {
            stands(goal, today, Standing::CannotTellYet(why));
        };
        let measured = way(20, 60).measured(day(11), 40.into());
        unclear(way(20, 60).indicator(Indicator::default()), day(11), Unclear::NoTarget);
        unclear(measured.clone().end(None), day(11), Unclear::NoDates);
        unclear(measured.clone().end(day(1)), day(11), Unclear::NoTime);
        unclear(way(20, 20).measured(day(11), 40.into()), day(11), Unclear::TargetIsBaseline);
        unclear(way(20, 60), day(11), Unclear::NoMeasurement);
        unclear(measured.clone(), day(10), Unclear::NoMeasurement);
        unclear(way(20, 60).measured(day(2), 21.into()), day(11), Unclear::TooEarly);
        stands(way(20, 60).measured(day(3), 21.into()), day(11), Standing::Behind);
        stands(way(20, 60).measured(day(2), 60.into()), day(11), Standing::Reached);
        unclear(measured.clone(), day(22), Unclear::NotMeasuredAtEnd);
        stands(measured.clone().measured(day(23), 59.into()), day(24), Standing::Behind);
        stands(measured.measured(day(23), 60.into()), day(24), Standing::Reached);
    }

    #[test]
    fn a_measurement_before_the_start_is_a_baseline() {
        let goal = |baseline| {
            let indicator = Indicator { baseline, target: Some(60.into()), ..Indicator::default() };
            way(0, 0).indicator(indicator).measured(day(11), 40.into())
        };
        stands(goal(Baseline::ToMeasure), day(11), Standing::CannotTellYet(Unclear::NoBaseline));
        let measured = goal(Baseline::ToMeasure).measured(day(1), 20.into());
        assert_eq!(stands(measured, day(11), Standing::OnTrack).baseline(), Some(20.into()));
        let known = goal(Baseline::Known(30.into())).measured(day(1), 20.into());
        assert_eq!(stands(known, day(11), Standing::Behind).baseline(), Some(30.into()));
    }

    #[test]
    fn the_longest_and_the_largest_do_not_overflow() {
        let most: Decimal = "999999999999.999999".parse().unwrap();
        let least: Decimal = "-999999999999.999999".parse().unwrap();
        let indicator = Indicator { baseline: Baseline::Known(least), target: Some(most), ..Indicator::default() };
        let goal = Goal::builder("x").indicator(indicator).start(Date::MIN).end(Date::MAX);
        let middle = Date::constant(0, 6, 1);
        let progress = stands(goal.measured(middle, Decimal::ZERO), middle, Standing::OnTrack);
        assert!(progress.expected().is_some_and(|expected| expected < Decimal::ZERO));
    }
}
