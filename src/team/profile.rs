use alloc::vec::Vec;

use super::{Respondent, Responses};
use crate::knoster::{ChangeElement, Questionnaire};
use crate::survey::{Answer, Distribution, Layout, Statistic, SurveyError, TeamSummary};

/// What a team answered: for each element and each statement how the answers are spread, how much people agree, and how many
/// do not know.
///
/// There is no grade and no ranking of teams: a mean alone would hide that half of a team says yes and half says no. Nobody
/// is in it by name. Groups of a team, and which of them may be shown, come from [`team_groups`](super::team_groups).
///
/// # Examples
///
/// ```
/// use olievlek::content::Texts;
/// use olievlek::team::{ReadOptions, TeamProfile, read_responses};
///
/// let texts = Texts::included();
/// let table = "staff-vision-1;staff-vision-2\n5;4\n1;?\n5;4\n2;?\n5;5\n";
/// let team = TeamProfile::new(&read_responses(table, &ReadOptions::new(&texts))?.responses)?;
/// assert_eq!(team.people(), 5);
/// let vision = &team.elements()[0];
/// assert_eq!((vision.answered(), vision.unknown), (8, 2));
/// // Three of five agree with the first statement and two do not.
/// assert_eq!(team.most_split(3), [0]);
/// assert_eq!(team.most_doubt(3), [1]);
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamProfile {
    questionnaire: Questionnaire,
    summary: TeamSummary,
}

/// What a team says about one element.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamElement {
    /// The element.
    pub element: ChangeElement,
    /// How many answers there are from unfavourable to favourable, over all its statements. To a statement that reveals a gap
    /// "helemaal oneens" is the favourable end.
    pub levels: [u64; 5],
    /// How many answers are "weet ik niet".
    pub unknown: u64,
    /// How many are "niet van toepassing".
    pub not_applicable: u64,
    /// How many were left open.
    pub unanswered: u64,
    /// The within-group agreement r_wg(j) over the statements of the element, by those who answered all of them.
    pub r_wg_j: Statistic,
    /// The agreement of one statement on average, r*_wg(j), by the same people: 1 less the mean variance over that of answers
    /// spread evenly, and 0 where that is below 0. Unlike r_wg(j) it does not rise with the number of statements (Lindell,
    /// Brandt and Whitney, A revised index of interrater agreement for multi-item ratings of a single target, 1999), so it is
    /// what [`agreement`](Self::agreement) goes by: five statements on which a team is all over the scale are no agreement.
    pub r_wg_mean: Statistic,
    /// Cronbach's alpha, by the same people.
    pub alpha: Statistic,
}

/// What a team says about one statement.
#[derive(Clone, Debug, PartialEq)]
pub struct TeamStatement {
    /// How many gave each answer on the scale, 1 to 5, as it was given.
    pub distribution: Distribution,
    /// The same from unfavourable to favourable.
    pub levels: [u64; 5],
    /// How many answered "weet ik niet".
    pub unknown: u64,
    /// How many answered "niet van toepassing".
    pub not_applicable: u64,
    /// How many left it open.
    pub unanswered: u64,
}

/// How much people agree, in words: bounds on r_wg and r_wg(j).
///
/// The bounds are those of LeBreton & Senter, Answers to 20 questions about interrater reliability and interrater agreement,
/// Organizational Research Methods 11(4), 2008: up to 0.30 lacking, to 0.50 weak, to 0.70 moderate, to 0.90 strong, and very
/// strong above. They are a convention to talk by, not a norm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AgreementLevel {
    /// 0 to 0.30.
    Lacking,
    /// Above 0.30, to 0.50.
    Weak,
    /// Above 0.50, to 0.70.
    Moderate,
    /// Above 0.70, to 0.90.
    Strong,
    /// Above 0.90.
    VeryStrong,
}

impl AgreementLevel {
    /// The level of a value of r_wg or r_wg(j), 0 to 1.
    pub fn of(value: f64) -> Self {
        match value {
            value if value > 0.9 => Self::VeryStrong,
            value if value > 0.7 => Self::Strong,
            value if value > 0.5 => Self::Moderate,
            value if value > 0.3 => Self::Weak,
            _ => Self::Lacking,
        }
    }

    /// The identifier used in data: `lacking`, `weak`, `moderate`, `strong` or `very-strong`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Lacking => "lacking",
            Self::Weak => "weak",
            Self::Moderate => "moderate",
            Self::Strong => "strong",
            Self::VeryStrong => "very-strong",
        }
    }
}

impl TeamProfile {
    /// The profile of everyone who responded.
    ///
    /// # Errors
    ///
    /// `out-of-domain` for a questionnaire of more statements than a [`Layout`] takes.
    pub fn new(responses: &Responses) -> Result<Self, SurveyError> {
        Self::of(responses, |_| true)
    }

    /// The profile of some of those who responded.
    ///
    /// # Errors
    ///
    /// Those of [`new`](Self::new).
    pub fn of(responses: &Responses, wanted: impl Fn(&Respondent) -> bool) -> Result<Self, SurveyError> {
        Self::of_those(responses, &wanted)
    }

    // One function, and not a copy for each question.
    #[inline(never)]
    fn of_those(responses: &Responses, wanted: &dyn Fn(&Respondent) -> bool) -> Result<Self, SurveyError> {
        let questionnaire = responses.questionnaire.clone();
        let mut summary = TeamSummary::empty(&layout(&questionnaire)?);
        let mut row = Vec::new();
        for respondent in responses.respondents.iter().filter(|respondent| wanted(respondent)) {
            row.clear();
            row.extend(respondent.answers.iter());
            summary.add(&row)?;
        }
        Ok(Self { questionnaire, summary })
    }

    /// The profile of a summary that was put together elsewhere, as from pieces of a large file.
    ///
    /// # Errors
    ///
    /// `shape-mismatch` for a summary of another [`layout`] than that of the questionnaire.
    pub fn from_summary(questionnaire: Questionnaire, summary: TeamSummary) -> Result<Self, SurveyError> {
        let expected = layout(&questionnaire)?;
        if *summary.layout() != expected {
            return Err(SurveyError::ShapeMismatch { expected: expected.columns(), given: summary.layout().columns() });
        }
        Ok(Self { questionnaire, summary })
    }

    /// The statements that were answered.
    pub fn questionnaire(&self) -> &Questionnaire {
        &self.questionnaire
    }

    /// The counts that everything follows from.
    pub fn summary(&self) -> &TeamSummary {
        &self.summary
    }

    /// How many people responded.
    pub fn people(&self) -> u64 {
        self.summary.rows()
    }

    /// The elements, in the order of the model.
    pub fn elements(&self) -> Vec<TeamElement> {
        let elements = self.questionnaire.variant().elements();
        let all = elements.iter().enumerate().map(|(place, element)| {
            let r_wg_j = self.summary.r_wg_j(place, UNIFORM);
            let statements = self.summary.layout().statements(place).len() as f64;
            let mut sum = TeamElement {
                element: *element,
                levels: [0; 5],
                unknown: 0,
                not_applicable: 0,
                unanswered: 0,
                r_wg_j,
                // Spearman and Brown's formula the other way around.
                r_wg_mean: r_wg_j.map(|r| r / (statements - r * (statements - 1.0))),
                alpha: self.summary.alpha(place),
            };
            for column in self.summary.layout().statements(place) {
                let statement = self.statement(*column);
                for (level, count) in sum.levels.iter_mut().zip(statement.levels) {
                    *level += count;
                }
                sum.unknown += statement.unknown;
                sum.not_applicable += statement.not_applicable;
                sum.unanswered += statement.unanswered;
            }
            sum
        });
        all.collect()
    }

    /// One statement, by its place in the questionnaire; empty for a place that is not there.
    pub fn statement(&self, place: usize) -> TeamStatement {
        let distribution = self.summary.answers(place);
        let mut levels = [0; 5];
        for (level, count) in levels.iter_mut().zip(distribution.counts()) {
            *level = *count;
        }
        if self.summary.layout().is_reversed(place) {
            levels.reverse();
        }
        let count = |answer| self.summary.count(place, answer);
        TeamStatement {
            distribution,
            levels,
            unknown: count(Answer::Unknown),
            not_applicable: count(Answer::NotApplicable),
            unanswered: count(Answer::Unanswered),
        }
    }

    /// The statements on which people are divided, the most polarised first, at most so many.
    ///
    /// Divided means that at least one in five agrees and at least one in five disagrees. Their order is by van der Eijk's
    /// [polarisation](Distribution::polarisation); those with the same stay in the order of the questionnaire.
    pub fn most_split(&self, most: usize) -> Vec<usize> {
        self.first(most, &|statement| {
            let [a, b, _, d, e] = statement.levels;
            let n = statement.distribution.n();
            let divided = 5 * (a + b) >= n && 5 * (d + e) >= n && n >= 2;
            statement.distribution.polarisation().ok().filter(|_| divided)
        })
    }

    /// The statements that most people answered with "weet ik niet", at most so many; each with at least one in ten.
    pub fn most_doubt(&self, most: usize) -> Vec<usize> {
        let people = self.people();
        self.first(most, &|statement| {
            let counts = statement.unknown > 0 && 10 * statement.unknown >= people;
            counts.then_some(statement.unknown as f64)
        })
    }

    /// The places of the statements with the highest values.
    #[inline(never)]
    fn first(&self, most: usize, value: &dyn Fn(&TeamStatement) -> Option<f64>) -> Vec<usize> {
        let mut found: Vec<(usize, f64)> = Vec::new();
        for place in 0..self.questionnaire.statements().len() {
            if let Some(value) = value(&self.statement(place)) {
                // A few at most: a sort would weigh more in a widget.
                let after = found.iter().position(|(_, other)| *other < value);
                found.insert(after.unwrap_or(found.len()), (place, value));
                found.truncate(most);
            }
        }
        found.into_iter().map(|(place, _)| place).collect()
    }
}

/// How the statements of a questionnaire make its elements, for the statistics of a survey.
///
/// # Errors
///
/// `out-of-domain` for more statements than a [`Layout`] takes.
pub fn layout(questionnaire: &Questionnaire) -> Result<Layout, SurveyError> {
    let statements = questionnaire.statements();
    let mut elements = Vec::new();
    for element in questionnaire.variant().elements() {
        let mut own = Vec::new();
        own.extend((0..).zip(statements).filter(|(_, of)| of.element() == *element).map(|(place, _)| place));
        elements.push(own);
    }
    let mut reversed = Vec::new();
    reversed.extend((0..).zip(statements).filter(|(_, of)| of.reveals_gap()).map(|(place, _)| place));
    Layout::new(statements.len(), &elements, &reversed)
}

impl TeamStatement {
    /// r_wg against answers spread evenly over the scale.
    pub fn r_wg(&self) -> Statistic {
        self.distribution.r_wg(UNIFORM)
    }
}

/// The variance of answers spread evenly over five points, *(5² − 1)/12*.
const UNIFORM: f64 = 2.0;

impl TeamElement {
    /// How many answers on the scale there are.
    pub fn answered(&self) -> u64 {
        self.levels.iter().sum()
    }

    /// The sum of the favourable points, 0 to 4 for each answer.
    pub fn points(&self) -> u64 {
        (0..).zip(self.levels).map(|(points, count)| points * count).sum()
    }

    /// The mean favourable answer as a score of 0 to 1: the points over 4 times the answers. Absent without answers.
    pub fn score(&self) -> Option<f64> {
        let answered = self.answered();
        (answered > 0).then(|| self.points() as f64 / (4 * answered) as f64)
    }

    /// How much people agree about a statement of the element; absent where r*_wg(j) is undefined.
    pub fn agreement(&self) -> Option<AgreementLevel> {
        self.r_wg_mean.ok().map(AgreementLevel::of)
    }

    /// "Weet ik niet" as a share of all answers that say something about the statements, 0 to 1.
    pub fn unknown_share(&self) -> Option<f64> {
        let all = self.answered() + self.unknown;
        (all > 0).then(|| self.unknown as f64 / all as f64)
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;

    use super::*;
    use crate::content::Texts;
    use crate::team::{ReadOptions, read_responses};

    fn vision(rows: &[&str]) -> TeamElement {
        let mut table = String::from("staff-vision-1;staff-vision-2;staff-vision-3;staff-vision-4;staff-vision-5\n");
        rows.iter().for_each(|row| table.extend([row, "\n"]));
        let texts = Texts::included();
        let reading = read_responses(&table, &ReadOptions::new(&texts)).unwrap();
        TeamProfile::new(&reading.responses).unwrap().elements().remove(0)
    }

    #[test]
    fn answers_all_over_the_scale_are_no_agreement_however_many_statements_there_are() {
        let spread =
            vision(&["1;2;3;4;5", "2;3;4;5;1", "3;4;5;1;2", "4;5;1;2;3", "4;1;2;3;4", "3;3;3;3;3", "2;4;2;4;2"]);
        let (j, mean) = (spread.r_wg_j.unwrap(), spread.r_wg_mean.unwrap());
        assert!(j > 0.3 && mean < 0.3, "{j} {mean}");
        assert_eq!(spread.agreement(), Some(AgreementLevel::Lacking));
        let alike = vision(&["4;4;2;5;1"; 6]);
        assert_eq!(
            (alike.r_wg_j, alike.r_wg_mean, alike.agreement()),
            (Ok(1.0), Ok(1.0), Some(AgreementLevel::VeryStrong))
        );
        assert_eq!(vision(&["4;4;2;5;1", "?;4;2;5;1"]).agreement(), None);
    }
}
