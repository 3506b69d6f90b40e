//! The aggregate without an engine: what states carry from one machine to another.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::sync::Arc;

use arrow::array::{Array, ArrayRef, AsArray, BooleanArray, LargeBinaryArray, StructArray, UInt8Array};
use arrow::datatypes::{DataType, Field, FieldRef, Schema, UInt64Type};
use datafusion_common::DataFusionError;
use datafusion_expr::function::AccumulatorArgs;
use datafusion_expr::{Accumulator, AggregateUDFImpl, EmitTo, GroupsAccumulator};
use olievlek_network::{KnosterProfile, NetworkError};

const STATEMENTS: usize = 25;

/// Calls with the arguments of 25 columns.
fn with_args<T>(is_distinct: bool, call: impl FnOnce(&KnosterProfile, AccumulatorArgs<'_>) -> T) -> T {
    let profile = KnosterProfile::standard();
    let fields: Vec<FieldRef> =
        (0..STATEMENTS).map(|place| Arc::new(Field::new(format!("v{place}"), DataType::UInt8, true))).collect();
    let types = vec![DataType::UInt8; STATEMENTS];
    let return_field = Arc::new(Field::new("p", profile.return_type(&types).unwrap(), true));
    let schema = Schema::new(fields.clone());
    let args = AccumulatorArgs {
        return_field,
        schema: &schema,
        ignore_nulls: false,
        order_bys: &[],
        is_reversed: false,
        name: "p",
        is_distinct,
        exprs: &[],
        expr_fields: &fields,
    };
    call(&profile, args)
}

fn groups() -> Box<dyn GroupsAccumulator> {
    with_args(false, |profile, args| profile.create_groups_accumulator(args)).unwrap()
}

fn one() -> Box<dyn Accumulator> {
    with_args(false, |profile, args| profile.accumulator(args)).unwrap()
}

/// The answer of a person to a statement: any of the eight.
fn answer(person: usize, statement: usize) -> u8 {
    match (person * 31 + statement * 17 + person * statement * 7 + person / 3) % 67 {
        0 => 0,
        1 => 6,
        2 => 7,
        rest => 1 + (rest % 5) as u8,
    }
}

/// People as columns. Nobody answered is NULL.
fn columns(people: std::ops::Range<usize>) -> Vec<ArrayRef> {
    let column = |statement| {
        let answers = people.clone().map(|person| Some(answer(person, statement)).filter(|bits| *bits > 0));
        Arc::new(answers.collect::<UInt8Array>()) as ArrayRef
    };
    (0..STATEMENTS).map(column).collect()
}

/// In which of three groups a person is; most are in the first, so that it is counted and the last is still held.
fn group(person: usize) -> usize {
    match person % 100 {
        0 => 2,
        1..=20 => 1,
        _ => 0,
    }
}

const PEOPLE: usize = 5_000;

/// Everyone in one accumulator, without any state between.
fn expected(only: Option<usize>) -> StructArray {
    let mut accumulator = groups();
    for person in (0..PEOPLE).filter(|person| only.is_none_or(|only| group(*person) == only)) {
        accumulator.update_batch(&columns(person..person + 1), &[0], None, 1).unwrap();
    }
    accumulator.evaluate(EmitTo::All).unwrap().as_struct().clone()
}

#[test]
fn states_from_several_machines_make_the_same_profile() {
    let mut last = groups();
    let mut whole = one();
    for begin in (0..PEOPLE).step_by(1_250) {
        let places: Vec<usize> = (begin..begin + 1_250).map(group).collect();
        let mut part = groups();
        part.update_batch(&columns(begin..begin + 1_250), &places, None, 3).unwrap();
        assert!(part.size() > 1_000);
        let states = part.state(EmitTo::All).unwrap();
        // Both kinds of state occur.
        assert!(states[0].is_valid(0) && states[0].is_null(2));
        last.merge_batch(&states, &[0, 1, 2], 3).unwrap();

        let mut part = one();
        part.update_batch(&columns(begin..begin + 1_250)).unwrap();
        let states: Vec<ArrayRef> = part.state().unwrap().iter().map(|state| state.to_array().unwrap()).collect();
        whole.merge_batch(&states).unwrap();
    }
    // The first two are taken out before the last.
    let two = last.evaluate(EmitTo::First(2)).unwrap();
    let third = last.evaluate(EmitTo::All).unwrap();
    assert_eq!(two.slice(0, 1).as_struct(), &expected(Some(0)));
    assert_eq!(two.slice(1, 1).as_struct(), &expected(Some(1)));
    assert_eq!(third.as_struct(), &expected(Some(2)));
    let whole = whole.evaluate().unwrap().to_array().unwrap();
    assert_eq!(whole.as_struct(), &expected(None));
    let people = whole.as_struct().column_by_name("people").unwrap().clone();
    assert_eq!(people.as_primitive::<UInt64Type>().value(0), PEOPLE as u64);
}

#[test]
fn single_people_as_states_are_the_same() {
    let mut last = groups();
    for begin in (0..PEOPLE).step_by(1_000) {
        let states = groups().convert_to_state(&columns(begin..begin + 1_000), None).unwrap();
        let places: Vec<usize> = (begin..begin + 1_000).map(group).collect();
        last.merge_batch(&states, &places, 3).unwrap();
    }
    let all = last.evaluate(EmitTo::All).unwrap();
    for place in 0..3 {
        assert_eq!(all.slice(place, 1).as_struct(), &expected(Some(place)));
    }
}

#[test]
fn a_filter_leaves_people_out() {
    let filter: BooleanArray = (0..1_000).map(|person| [Some(true), Some(false), None][person % 3]).collect();
    let mut all = groups();
    all.update_batch(&columns(0..1_000), &[0; 1_000], Some(&filter), 1).unwrap();
    let mut by_state = groups();
    let states = groups().convert_to_state(&columns(0..1_000), Some(&filter)).unwrap();
    by_state.merge_batch(&states, &[0; 1_000], 1).unwrap();
    let all = all.evaluate(EmitTo::All).unwrap();
    assert_eq!(all.as_struct().column_by_name("people").unwrap().as_primitive::<UInt64Type>().value(0), 334);
    assert_eq!(&all, &by_state.evaluate(EmitTo::All).unwrap());
}

#[test]
fn broken_states_and_wrong_answers_are_errors() {
    let code = |error: DataFusionError| match error {
        DataFusionError::External(cause) => cause.downcast_ref::<NetworkError>().map(NetworkError::code),
        _ => None,
    };
    let state = |counts: Option<&[u8]>, held: &[u8]| -> Vec<ArrayRef> {
        vec![Arc::new(LargeBinaryArray::from(vec![counts])), Arc::new(LargeBinaryArray::from(vec![Some(held)]))]
    };
    let zeros = [0; 8 * 456];
    assert!(groups().merge_batch(&state(Some(&zeros), &[]), &[0], 1).is_ok());
    for broken in [
        state(Some(&zeros[1..]), &[]),
        state(Some(&zeros[8..]), &[]),
        state(Some(&[1; 8 * 456]), &[]),
        state(None, &[1; 26]),
        columns(0..1),
    ] {
        assert_eq!(groups().merge_batch(&broken, &[0], 1).map_err(code), Err(Some("broken-state")));
    }
    let mut wrong = columns(0..3);
    wrong[24] = Arc::new(UInt8Array::from(vec![1, 9, 2]));
    let error = groups().update_batch(&wrong, &[0; 3], None, 1).unwrap_err();
    assert!(error.to_string().contains("`staff-competences-5`, got `9`"), "{error}");
    assert_eq!(code(error), Some("answer-out-of-range"));
    assert_eq!(code(groups().update_batch(&wrong[1..], &[0; 3], None, 1).unwrap_err()), Some("argument-count"));
    let distinct = with_args(true, |profile, args| profile.accumulator(args)).map(|_| ());
    assert_eq!(distinct.map_err(code), Err(Some("distinct-answers")));
}

#[test]
fn types_are_taken_or_refused_when_a_query_is_planned() {
    let profile = KnosterProfile::standard();
    let taken = |given: DataType| profile.coerce_types(&vec![given; STATEMENTS]).map(|taken| taken[0].clone());
    assert_eq!(taken(DataType::Int64).unwrap(), DataType::UInt8);
    assert_eq!(taken(DataType::Null).unwrap(), DataType::UInt8);
    assert_eq!(taken(DataType::Utf8).unwrap(), DataType::Utf8View);
    let words = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
    assert_eq!(taken(words).unwrap(), DataType::Utf8View);
    let error = taken(DataType::Float64).unwrap_err();
    assert!(error.to_string().contains("`staff-vision-1`, got Float64"), "{error}");
    let error = profile.coerce_types(&[DataType::UInt8]).unwrap_err();
    assert!(error.to_string().contains("25 or 30 statements, got 1 columns"), "{error}");
    assert!(profile.return_type(&vec![DataType::UInt8; 30]).is_ok());
}
