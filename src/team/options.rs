use alloc::string::String;
use alloc::vec::Vec;

use super::ColumnMapping;
use crate::content::Texts;
use crate::knoster::Questionnaire;
use crate::survey::Answer;

/// How responses are read.
///
/// # Examples
///
/// ```
/// use olievlek::content::Texts;
/// use olievlek::knoster::{Perspective, Questionnaire, Variant};
/// use olievlek::team::ReadOptions;
///
/// let texts = Texts::included();
/// let options = ReadOptions::new(&texts).answering(Questionnaire::standard(Perspective::Policy, Variant::Five));
/// ```
#[derive(Clone, Debug)]
pub struct ReadOptions<'a> {
    pub(super) texts: &'a [Texts],
    pub(super) questionnaire: Option<Questionnaire>,
    pub(super) mapping: Vec<ColumnMapping>,
    pub(super) meanings: Vec<(String, Answer)>,
}

impl<'a> ReadOptions<'a> {
    /// Statements and answers are recognised in the languages of these texts.
    pub fn new(texts: &'a [Texts]) -> Self {
        Self { texts, questionnaire: None, mapping: Vec::new(), meanings: Vec::new() }
    }

    /// Whose statements were answered. Without it, it is ours from the perspective that fits most columns or codes.
    #[must_use]
    pub fn answering(mut self, questionnaire: Questionnaire) -> Self {
        self.questionnaire = Some(questionnaire);
        self
    }

    /// What some columns are; the others are matched.
    #[must_use]
    pub fn mapped(mut self, mapping: Vec<ColumnMapping>) -> Self {
        self.mapping = mapping;
        self
    }

    /// What some cells mean, whatever they would be taken for: a label of one's own, or a point of another scale.
    ///
    /// Case, signs and blanks at the ends do not count.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::content::Texts;
    /// use olievlek::survey::Answer;
    /// use olievlek::team::{ReadOptions, read_responses};
    ///
    /// let texts = Texts::included();
    /// let options = ReadOptions::new(&texts).meaning(vec![("Ja hoor!".into(), Answer::from_value(5)?)]);
    /// let reading = read_responses("staff-plan-1\nja hoor\n", &options)?;
    /// assert!(reading.problems.is_empty());
    /// # Ok::<(), olievlek::Error>(())
    /// ```
    #[must_use]
    pub fn meaning(mut self, meanings: Vec<(String, Answer)>) -> Self {
        self.meanings = meanings;
        self
    }
}
