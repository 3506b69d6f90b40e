//! The plan as its JSON, changed in place.
//!
//! A widget has no room for a second form of every field of a plan. So it works on the tree that
//! [`Plan`](crate::smarti::Plan) reads and writes: what it does not know in there stays, and to go back is to take an older
//! tree.

use alloc::string::String;
use alloc::vec::Vec;

use crate::chart::push_whole;
use crate::content::Texts;
use crate::smarti::json::Value;
use crate::smarti::{ItemId, Numbering};

/// The fields of a plan that hold lists.
const STRATEGIC: &str = "strategicGoals";
const GOALS: &str = "goals";

/// Where a goal stands: under which strategic goal, and where there.
pub(super) type Place = (usize, usize);

/// The text of a field; empty where there is none.
#[inline(never)]
pub(super) fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    match value.get(name) {
        Some(Value::Text(text) | Value::Number(text)) => text,
        _ => "",
    }
}

#[inline(never)]
pub(super) fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    match value.get(name) {
        Some(Value::List(entries)) => entries,
        _ => &[],
    }
}

pub(super) fn strategic_goals(plan: &Value) -> &[Value] {
    list(plan, STRATEGIC)
}

pub(super) fn goals(strategic: &Value) -> &[Value] {
    list(strategic, GOALS)
}

/// How many goals there are.
pub(super) fn count(plan: &Value) -> usize {
    strategic_goals(plan).iter().map(|strategic| goals(strategic).len()).sum()
}

/// The id of something in the plan; zero for none.
pub(super) fn id(value: &Value) -> ItemId {
    whole(text(value, "id"))
}

/// The number that digits make; anything else makes a number that nothing has.
pub(super) fn whole(digits: &str) -> ItemId {
    digits.bytes().fold(0, |id: ItemId, digit| id.wrapping_mul(10).wrapping_add(u32::from(digit.wrapping_sub(b'0'))))
}

pub(super) fn number(whole: ItemId) -> Value {
    let mut digits = String::new();
    push_whole(&mut digits, whole);
    Value::Number(digits)
}

/// The field of this name, made where there is none; none of what has no fields.
#[inline(never)]
pub(super) fn field<'a>(value: &'a mut Value, name: &str, empty: fn() -> Value) -> Option<&'a mut Value> {
    let Value::Object(fields) = value else { return None };
    let at = fields.iter().rposition(|(known, _)| known == name).unwrap_or_else(|| {
        fields.push((name.into(), empty()));
        fields.len() - 1
    });
    fields.get_mut(at).map(|(_, value)| value)
}

/// Sets a text; an empty one is left out.
#[inline(never)]
pub(super) fn set(value: &mut Value, name: &str, new: Value) {
    if let Value::Object(fields) = value {
        fields.retain(|(known, _)| known != name);
        if !matches!(&new, Value::Text(text) if text.is_empty()) {
            fields.push((name.into(), new));
        }
    }
}

/// The list of this name, made where there is none.
pub(super) fn list_mut<'a>(value: &'a mut Value, name: &str) -> Option<&'a mut Vec<Value>> {
    match field(value, name, || Value::List(Vec::new())) {
        Some(Value::List(entries)) => Some(entries),
        _ => None,
    }
}

/// Where the goal with this id stands.
#[inline(never)]
pub(super) fn place(plan: &Value, wanted: ItemId) -> Option<Place> {
    for (at, strategic) in strategic_goals(plan).iter().enumerate() {
        if let Some(goal) = goals(strategic).iter().position(|goal| id(goal) == wanted) {
            return Some((at, goal));
        }
    }
    None
}

pub(super) fn goal_at(plan: &Value, (strategic, goal): Place) -> Option<&Value> {
    goals(strategic_goals(plan).get(strategic)?).get(goal)
}

/// The goals under the strategic goal at this place.
#[inline(never)]
pub(super) fn goals_mut(plan: &mut Value, strategic: usize) -> Option<&mut Vec<Value>> {
    list_mut(list_mut(plan, STRATEGIC)?.get_mut(strategic)?, GOALS)
}

/// The place of the strategic goal with this id, or of the last; a first one without a title is made where there is none.
#[inline(never)]
pub(super) fn strategic_place(plan: &mut Value, wanted: ItemId) -> usize {
    let known = strategic_goals(plan);
    let last = known.len().checked_sub(1);
    match known.iter().position(|strategic| id(strategic) == wanted).or(last) {
        Some(place) => place,
        None => add_strategic(plan, ""),
    }
}

/// Adds a strategic goal at the end, and gives its place.
pub(super) fn add_strategic(plan: &mut Value, title: &str) -> usize {
    let mut goal = with_id(plan);
    set(&mut goal, "title", title.into());
    let Some(all) = list_mut(plan, STRATEGIC) else { return 0 };
    all.push(goal);
    all.len() - 1
}

pub(super) fn strategic_mut(plan: &mut Value, place: usize) -> Option<&mut Value> {
    list_mut(plan, STRATEGIC)?.get_mut(place)
}

/// An object with an id that nothing in the plan has.
pub(super) fn with_id(plan: &Value) -> Value {
    Value::Object(Vec::from([("id".into(), number(last_id(plan) + 1))]))
}

/// The highest id anywhere below this.
fn last_id(value: &Value) -> ItemId {
    match value {
        Value::List(entries) => entries.iter().map(last_id).max().unwrap_or(0),
        Value::Object(fields) => fields.iter().map(|(_, value)| last_id(value)).max().unwrap_or(0).max(id(value)),
        _ => 0,
    }
}

/// Moves a goal one place up or down, out of its strategic goal at the edge; whether there was a place to go to.
pub(super) fn shift(plan: &mut Value, goal: ItemId, up: bool) -> bool {
    let Some((strategic, at)) = place(plan, goal) else { return false };
    let within = strategic_goals(plan).get(strategic).map_or(0, |strategic| goals(strategic).len());
    let (to, index) = match (up, at) {
        (true, 0) if strategic > 0 => (strategic - 1, usize::MAX),
        (true, 1..) => (strategic, at - 1),
        (false, _) if at + 1 < within => (strategic, at + 1),
        (false, _) if strategic + 1 < strategic_goals(plan).len() => (strategic + 1, 0),
        _ => return false,
    };
    let Some(taken) = goals_mut(plan, strategic).map(|goals| goals.remove(at)) else { return false };
    if let Some(goals) = goals_mut(plan, to) {
        goals.insert(index.min(goals.len()), taken);
    }
    true
}

/// The number of a strategic goal, or of a goal under it.
pub(super) fn number_of(plan: &Value, strategic: usize, goal: Option<usize>, texts: &Texts) -> String {
    let numbering = Numbering::from_id(text(plan, "numbering")).unwrap_or_default();
    let is_flat = matches!(strategic_goals(plan), [only] if text(only, "title").is_empty());
    numbering.number(is_flat, [Some(strategic), goal, None], texts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Language;
    use crate::smarti::Plan;

    fn plan() -> Value {
        Value::parse(
            r#"{"schema":1,"strategicGoals":[{"id":1,"title":"A","goals":[{"id":2,"text":"a"},{"id":3,"text":"b"}]},
            {"id":7,"title":"B","x":1,"goals":[{"id":4,"text":"c","actions":[{"id":9,"text":"d"}]}]}]}"#,
        )
        .unwrap()
    }

    fn order(plan: &Value) -> String {
        let goals = |strategic| goals(strategic).iter().map(|goal| text(goal, "text")).collect::<String>();
        strategic_goals(plan).iter().map(goals).collect::<Vec<_>>().join("|")
    }

    /// What the plan of the domain does is what the tree does.
    #[test]
    fn a_goal_moves_as_in_a_plan() {
        for up in [true, false] {
            for goal in [2, 3, 4] {
                let mut tree = plan();
                let mut whole = Plan::from_value(tree.clone()).unwrap();
                for _ in 0..5 {
                    let moved = shift(&mut tree, goal, up);
                    assert_eq!(if up { whole.move_up(goal) } else { whole.move_down(goal) }, Ok(moved));
                    assert_eq!(Plan::from_value(tree.clone()).unwrap(), whole, "{goal} {up} {}", order(&tree));
                }
            }
        }
        assert!(!shift(&mut plan(), 99, true));
    }

    #[test]
    fn numbers_are_those_of_the_plan() {
        let texts = Texts::of(Language::NlBe).unwrap();
        for (numbering, title) in [("SD", "A"), ("plain", "A"), ("SD", ""), ("plain", "")] {
            for strategic in [1, 2] {
                let mut tree = plan();
                set(&mut tree, "numbering", numbering.into());
                let all = list_mut(&mut tree, STRATEGIC).unwrap();
                all.truncate(strategic);
                set(&mut all[0], "title", title.into());
                let whole = Plan::from_value(tree.clone()).unwrap();
                for goal in whole.goals().map(|goal| goal.id()) {
                    let (strategic, at) = place(&tree, goal).unwrap();
                    assert_eq!(Some(number_of(&tree, strategic, Some(at), &texts)), whole.number(goal, &texts));
                }
            }
        }
    }

    #[test]
    fn what_is_new_gets_an_id_of_its_own() {
        let mut tree = plan();
        assert_eq!(id(&with_id(&tree)), 10);
        assert_eq!((strategic_place(&mut tree, 7), strategic_place(&mut tree, 5)), (1, 1));
        let mut none = Value::Object(Vec::new());
        assert_eq!((strategic_place(&mut none, 0), count(&none), id(&strategic_goals(&none)[0])), (0, 0, 1));
        assert!(goals_mut(&mut none, 0).is_some() && goals_mut(&mut none, 1).is_none());
    }

    #[test]
    fn whatever_stands_there_is_no_surprise() {
        for odd in ["null", "[]", "{\"strategicGoals\":3}", "{\"strategicGoals\":[1,null,{\"goals\":\"x\"}]}"] {
            let mut tree = Value::parse(odd).unwrap();
            _ = (count(&tree), place(&tree, 1), with_id(&tree));
            _ = strategic_place(&mut tree, 1);
            _ = goals_mut(&mut tree, 2);
            _ = (shift(&mut tree, 0, true), shift(&mut tree, 0, false));
        }
    }
}
