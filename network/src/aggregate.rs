use std::hash::{Hash, Hasher};
use std::sync::Arc;

use arrow::datatypes::{DataType, Field, FieldRef};
use datafusion_common::Result;
use datafusion_expr::function::{AccumulatorArgs, StateFieldsArgs};
use datafusion_expr::utils::{AggregateOrderSensitivity, format_state_name};
use datafusion_expr::{Accumulator, AggregateUDF, AggregateUDFImpl, GroupsAccumulator, Signature, Volatility};
use olievlek::knoster::{Perspective, Questionnaire, Variant};

use crate::accumulate::{ManyGroups, OneGroup, STATE};
use crate::{NetworkError, answers, figures};

/// The aggregate: the profile of a group out of the answers of its people.
///
/// Its arguments are the answers to the statements, a column each, in the order of the questionnaire. Whole numbers are the
/// bits of an [`Answer`](olievlek::survey::Answer): 0 unanswered, 1 to 5 the scale, 6 "weet ik niet", 7 "niet van
/// toepassing". Text is its [`id`](olievlek::survey::Answer::id). NULL is unanswered.
///
/// The result is a struct with `people` and, for each element, a struct by its id:
///
/// | Field | Type | What |
/// |---|---|---|
/// | `n` | unsigned | who answered all its statements on the scale; `r_wg_j` and `alpha` are theirs |
/// | `answered` | unsigned | answers on the scale |
/// | `score` | float, 0 to 1 | the mean favourable answer: [`TeamElement::score`](olievlek::team::TeamElement::score) |
/// | `r_wg_j` | float, 0 to 1 | within-group agreement against answers spread evenly: [`r_wg_j`](olievlek::survey::r_wg_j) |
/// | `alpha` | float, to 1 | Cronbach's alpha: [`Matrix::alpha`](olievlek::survey::Matrix::alpha) |
/// | `unknown_share` | float, 0 to 1 | "weet ik niet" among the answers that say something |
///
/// What is undefined is NULL, and `r_wg_j_undefined` and `alpha_undefined` have the code of the
/// [reason](olievlek::survey::Undefined).
///
/// Counts are whole numbers, so any partitioning gives the same result to the last bit.
#[derive(Debug, PartialEq, Eq)]
pub struct KnosterProfile {
    name: String,
    questionnaires: Vec<Questionnaire>,
    signature: Signature,
}

impl KnosterProfile {
    /// The aggregate for our own statements: 25 answers for the five elements, 30 with consensus as the sixth. Statements
    /// stand in the same order from each perspective.
    pub fn standard() -> Self {
        let questionnaires = Variant::ALL.map(|variant| Questionnaire::standard(Perspective::Staff, variant));
        Self::with("knoster_profile", questionnaires.into())
    }

    /// The aggregate for other statements, under a name of its own.
    pub fn of(name: &str, questionnaire: Questionnaire) -> Self {
        Self::with(name, vec![questionnaire])
    }

    fn with(name: &str, questionnaires: Vec<Questionnaire>) -> Self {
        Self { name: name.into(), questionnaires, signature: Signature::user_defined(Volatility::Immutable) }
    }

    /// The same, to be registered.
    pub fn into_udaf(self) -> AggregateUDF {
        AggregateUDF::new_from_impl(self)
    }

    /// The questionnaire with so many statements.
    fn asked(&self, given: usize) -> Result<&Questionnaire, NetworkError> {
        let mut all = self.questionnaires.iter();
        all.find(|questionnaire| questionnaire.statements().len() == given).ok_or_else(|| {
            let expected = self.questionnaires.iter().map(|questionnaire| questionnaire.statements().len());
            NetworkError::Arguments { expected: expected.collect(), given }
        })
    }

    fn asked_by(&self, args: &AccumulatorArgs<'_>) -> Result<&Questionnaire, NetworkError> {
        if args.is_distinct { Err(NetworkError::Distinct) } else { self.asked(args.expr_fields.len()) }
    }
}

impl Hash for KnosterProfile {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl AggregateUDFImpl for KnosterProfile {
    fn name(&self) -> &str {
        &self.name
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, given: &[DataType]) -> Result<Vec<DataType>> {
        let statements = self.asked(given.len())?.statements();
        let read = given.iter().zip(statements).map(|(given, statement)| {
            let wrong = || NetworkError::Type { statement: statement.id().into(), given: given.clone() };
            Ok(answers::read_as(given).ok_or_else(wrong)?)
        });
        read.collect()
    }

    fn return_type(&self, given: &[DataType]) -> Result<DataType> {
        Ok(figures::data_type(self.asked(given.len())?))
    }

    fn state_fields(&self, args: StateFieldsArgs<'_>) -> Result<Vec<FieldRef>> {
        let field = |part, nullable| Arc::new(Field::new(format_state_name(args.name, part), STATE, nullable));
        Ok(vec![field("counts", true), field("held", false)])
    }

    fn accumulator(&self, args: AccumulatorArgs<'_>) -> Result<Box<dyn Accumulator>> {
        Ok(Box::new(OneGroup::new(self.asked_by(&args)?)?))
    }

    fn groups_accumulator_supported(&self, _args: AccumulatorArgs<'_>) -> bool {
        true
    }

    fn create_groups_accumulator(&self, args: AccumulatorArgs<'_>) -> Result<Box<dyn GroupsAccumulator>> {
        Ok(Box::new(ManyGroups::new(self.asked_by(&args)?)?))
    }

    fn order_sensitivity(&self) -> AggregateOrderSensitivity {
        AggregateOrderSensitivity::Insensitive
    }
}
