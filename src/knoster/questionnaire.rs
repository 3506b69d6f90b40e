use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::error::{KnosterError, StatementFault};
use super::{ChangeElement, Perspective, Variant};
use crate::content::{Language, Texts, cut, fill, trim};
use crate::survey::Answer;

/// How many statements an element of a partner's own questionnaire may have.
const OWN_STATEMENTS: core::ops::RangeInclusive<usize> = 2..=12;

/// A sentence that someone agrees or disagrees with.
///
/// A statement either describes the element as present, or [reveals a gap](Self::reveals_gap): then disagreeing is the
/// favourable answer. Both kinds stand in each element, so that saying yes to everything gives no fine profile.
///
/// # Examples
///
/// ```
/// use olievlek::knoster::{ChangeElement, Statement};
///
/// let statement = Statement::new("room", ChangeElement::Resources, "Ik zoek nog een lokaal.").revealing_gap();
/// assert!(statement.reveals_gap());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    id: String,
    element: ChangeElement,
    reveals_gap: bool,
    /// A partner's words: first those for every language, then others for some. Ours stand in the text packs.
    own: Vec<(Option<Language>, String)>,
}

impl Statement {
    /// A partner's own statement that describes the element as present.
    ///
    /// `{change}` in the text stands for the change at hand. Whether id and text are usable is checked when the
    /// [`Questionnaire`] is made.
    pub fn new(id: impl Into<String>, element: ChangeElement, text: impl Into<String>) -> Self {
        Self { id: id.into(), element, reveals_gap: false, own: alloc::vec![(None, text.into())] }
    }

    /// The same statement as one that reveals a gap: disagreeing is the favourable answer.
    #[must_use]
    pub fn revealing_gap(mut self) -> Self {
        self.reveals_gap = true;
        self
    }

    /// The same statement with its text in one language; in the others it keeps the text it has.
    #[must_use]
    pub fn translated(mut self, language: Language, translation: impl Into<String>) -> Self {
        if !self.own.is_empty() {
            self.own.push((Some(language), translation.into()));
        }
        self
    }

    /// The identifier, unique in its questionnaire, such as `staff-vision-1`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The element it asks about.
    pub fn element(&self) -> ChangeElement {
        self.element
    }

    /// Whether agreeing points at a gap, so that disagreeing is the favourable answer.
    pub fn reveals_gap(&self) -> bool {
        self.reveals_gap
    }

    /// The sentence itself, with `change` for the change at hand; see [`Perspective::change`] for a default.
    pub fn text(&self, texts: &Texts, change: &str) -> String {
        let mut own = self.own.iter();
        let text = match own.next() {
            Some((_, text)) => {
                own.find(|(language, _)| *language == Some(texts.language())).map_or(text.as_str(), |(_, text)| text)
            }
            // `staff-vision-1` stands under `statements.staff.vision-1`.
            None => cut(&self.id, b'-').map_or("", |(who, key)| texts.at(&["statements.", who, ".", key])),
        };
        fill(text, &[("change", change)])
    }

    /// A partner's words in a language, for writing them down.
    #[cfg(feature = "serde")]
    pub(crate) fn own_text(&self, language: Language) -> Option<&str> {
        let own = self.own.iter().find(|(other, _)| *other == Some(language)).or(self.own.first());
        own.map(|(_, text)| text.as_str())
    }

    fn fault(&self, variant: Variant) -> Option<StatementFault> {
        let character = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        if self.id.is_empty() || self.id.len() > 64 || !self.id.as_bytes().iter().all(character) {
            return Some(StatementFault::Id);
        }
        if !variant.elements().contains(&self.element) {
            return Some(StatementFault::Element);
        }
        let usable = |(_, text): &(_, String)| {
            let mut characters = 0;
            for character in text.chars() {
                if character.is_control() {
                    return false;
                }
                characters += 1;
            }
            characters <= 300 && !trim(text).is_empty()
        };
        (!self.own.iter().all(usable)).then_some(StatementFault::Text)
    }
}

/// A set of statements for each element of a variant: our own for a perspective, or a partner's.
///
/// Our statements are a conversation tool: they were written for this purpose, taken from no instrument, and carry no
/// norm and no claim of validity. Each element has five; three describe it as present and two reveal a gap.
///
/// # Examples
///
/// ```
/// use olievlek::content::{Language, Texts};
/// use olievlek::knoster::{Perspective, Questionnaire, Variant};
///
/// let questionnaire = Questionnaire::standard(Perspective::Staff, Variant::Five);
/// assert_eq!(questionnaire.statements().len(), 25);
///
/// let texts = Texts::of(Language::NlBe)?;
/// for statement in questionnaire.statements() {
///     println!("{}: {}", statement.element(), statement.text(&texts, "de nieuwe werking"));
/// }
/// # Ok::<(), olievlek::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Questionnaire {
    perspective: Perspective,
    variant: Variant,
    /// Shared, since a questionnaire goes wherever its answers go.
    statements: Arc<Vec<Statement>>,
    own: bool,
}

impl Questionnaire {
    /// Our own statements for a perspective.
    pub fn standard(perspective: Perspective, variant: Variant) -> Self {
        let mut statements = Vec::new();
        for element in variant.elements() {
            for number in &["1", "2", "3", "4", "5"] {
                statements.push(Statement {
                    id: [perspective.id(), "-", element.id(), "-", number].concat(),
                    element: *element,
                    // The third and the fifth reveal a gap in every element, perspective and language.
                    reveals_gap: matches!(*number, "3" | "5"),
                    own: Vec::new(),
                });
            }
        }
        Self { perspective, variant, statements: Arc::new(statements), own: false }
    }

    /// A partner's own statements, put in the order of the elements.
    ///
    /// The perspective decides which advice goes with the result.
    ///
    /// # Errors
    ///
    /// [`KnosterError::Statement`] names the first statement that is not usable, [`KnosterError::StatementCount`] an
    /// element with fewer than two statements (one answer is no picture of an element) or more than twelve.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::knoster::{ChangeElement, KnosterError, Perspective, Questionnaire, Statement, Variant};
    ///
    /// let statements = vec![Statement::new("why", ChangeElement::Vision, "Ik weet waarom {change} er komt.")];
    /// let error = Questionnaire::own(Perspective::Staff, Variant::Five, statements);
    /// assert_eq!(error, Err(KnosterError::StatementCount { element: ChangeElement::Vision, found: 1 }));
    /// ```
    pub fn own(
        perspective: Perspective,
        variant: Variant,
        mut statements: Vec<Statement>,
    ) -> Result<Self, KnosterError> {
        let most = OWN_STATEMENTS.end() * variant.elements().len();
        for (index, statement) in statements.iter().take(most).enumerate() {
            let used = || statements.iter().position(|other| other.id == statement.id) != Some(index);
            let fault = statement.fault(variant).or_else(|| used().then_some(StatementFault::DuplicateId));
            if let Some(fault) = fault {
                return Err(KnosterError::Statement { index, fault });
            }
        }
        let mut ordered = Vec::new();
        for element in variant.elements() {
            let found = statements.iter().filter(|statement| statement.element == *element).count();
            if !OWN_STATEMENTS.contains(&found) {
                return Err(KnosterError::StatementCount { element: *element, found });
            }
            while let Some(next) = statements.iter().position(|statement| statement.element == *element) {
                ordered.push(statements.remove(next));
            }
        }
        Ok(Self { perspective, variant, statements: Arc::new(ordered), own: true })
    }

    /// From where the change is looked at.
    pub fn perspective(&self) -> Perspective {
        self.perspective
    }

    /// Which elements are looked at.
    pub fn variant(&self) -> Variant {
        self.variant
    }

    /// The statements, element by element.
    pub fn statements(&self) -> &[Statement] {
        &self.statements
    }

    /// Whether the statements are a partner's own.
    pub fn is_own(&self) -> bool {
        self.own
    }

    /// A sheet on which nothing is answered yet.
    pub fn blank(&self) -> Answers {
        Answers(self.statements.iter().map(|_| Answer::Unanswered).collect())
    }

    /// The sheet that answers by statement id amount to; statements that are not named stay unanswered.
    ///
    /// # Errors
    ///
    /// [`KnosterError::UnknownStatement`] for an id of another questionnaire, [`KnosterError::AnsweredTwice`] for one
    /// that comes twice.
    ///
    /// # Examples
    ///
    /// ```
    /// use olievlek::knoster::{Perspective, Questionnaire, Variant};
    /// use olievlek::survey::Answer;
    ///
    /// let questionnaire = Questionnaire::standard(Perspective::Policy, Variant::Five);
    /// let answers = questionnaire.answers([("policy-vision-1", Answer::from_value(4)?)])?;
    /// assert_eq!(answers.iter().filter(|answer| *answer == Answer::Unanswered).count(), 24);
    ///
    /// let error = questionnaire.answers([("staff-vision-1", Answer::Unknown)]).map_err(|error| error.code());
    /// assert_eq!(error, Err("unknown-statement"));
    /// # Ok::<(), olievlek::Error>(())
    /// ```
    pub fn answers<'a>(&self, given: impl IntoIterator<Item = (&'a str, Answer)>) -> Result<Answers, KnosterError> {
        let mut answers = self.blank();
        let mut seen = self.blank();
        for (id, answer) in given {
            let index = self.statements.iter().position(|statement| statement.id() == id);
            let index = index.ok_or_else(|| KnosterError::UnknownStatement(id.into()))?;
            if seen.get(index) != Answer::Unanswered {
                return Err(KnosterError::AnsweredTwice(id.into()));
            }
            seen.set(index, Answer::Unknown);
            answers.set(index, answer);
        }
        Ok(answers)
    }

    /// Each statement with what was answered.
    pub fn answered<'a>(&'a self, answers: &'a Answers) -> impl Iterator<Item = (&'a Statement, Answer)> {
        self.statements.iter().enumerate().map(|(index, statement)| (statement, answers.get(index)))
    }
}

/// What one person answered, in the order of a questionnaire's statements.
///
/// [`Questionnaire::blank`] and [`Questionnaire::answers`] make one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers(Vec<Answer>);

impl Answers {
    /// The answer to the statement at this place; past the end nothing is answered.
    pub fn get(&self, index: usize) -> Answer {
        self.0.get(index).copied().unwrap_or_default()
    }

    /// Answers the statement at this place; past the end nothing changes.
    pub fn set(&mut self, index: usize, answer: Answer) {
        if let Some(place) = self.0.get_mut(index) {
            *place = answer;
        }
    }

    /// The answers, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Answer> {
        self.0.iter().copied()
    }

    /// Whether nothing was answered at all.
    pub fn is_blank(&self) -> bool {
        self.iter().all(|answer| answer == Answer::Unanswered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(element: ChangeElement) -> [Statement; 2] {
        let mut id = String::from(element.id());
        let first = Statement::new(id.clone(), element, "Eerste {change}.").translated(Language::En, "First {change}.");
        id.push('2');
        [first, Statement::new(id, element, "Tweede.").revealing_gap()]
    }

    fn own() -> Vec<Statement> {
        Variant::Five.elements().iter().rev().copied().flat_map(pair).collect()
    }

    #[track_caller]
    fn refused(change: impl FnOnce(&mut Vec<Statement>)) -> KnosterError {
        let mut statements = own();
        change(&mut statements);
        Questionnaire::own(Perspective::Staff, Variant::Five, statements).unwrap_err()
    }

    #[test]
    fn own_statements_are_put_in_the_order_of_the_elements() {
        let questionnaire = Questionnaire::own(Perspective::Staff, Variant::Five, own()).unwrap();
        let ids: Vec<&str> = questionnaire.statements().iter().map(Statement::id).collect();
        assert_eq!(ids.first_chunk(), Some(&["vision", "vision2", "interest", "interest2"]));
        assert!(questionnaire.is_own());
    }

    #[test]
    fn own_statements_speak_the_language_they_have() {
        let texts = |language| Texts::parse(language, String::new());
        let [first, _] = pair(ChangeElement::Plan);
        assert_eq!(first.text(&texts(Language::En), "it"), "First it.");
        assert_eq!(first.text(&texts(Language::Fr), "<b>x</b>"), "Eerste <b>x</b>.");
    }

    #[test]
    fn unusable_statements_are_named_by_place_and_fault() {
        let at = |index, fault| KnosterError::Statement { index, fault };
        assert_eq!(refused(|s| s[3] = Statement::new("", ChangeElement::Plan, "x")), at(3, StatementFault::Id));
        assert_eq!(refused(|s| s[1] = s[0].clone()), at(1, StatementFault::DuplicateId));
        assert_eq!(refused(|s| s[2] = Statement::new("x", ChangeElement::Plan, " ")), at(2, StatementFault::Text));
        assert_eq!(refused(|s| s[2] = Statement::new("x", ChangeElement::Plan, "a\nb")), at(2, StatementFault::Text));
        assert_eq!(
            refused(|s| s[0] = Statement::new("x", ChangeElement::Consensus, "x")),
            at(0, StatementFault::Element)
        );
        let missing = refused(|s| _ = s.pop());
        assert_eq!(missing, KnosterError::StatementCount { element: ChangeElement::Vision, found: 1 });
    }
}
