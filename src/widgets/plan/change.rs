//! What each message makes of a plan.

use alloc::string::String;

use super::draft::{Draft, own_as_json};
use super::examples::example;
use super::list::numbered;
use super::message::Message;
use crate::calendar::{iso, parse_iso};
use crate::chart::whole;
use crate::content::{Language, Texts, split, trim};
use crate::smarti::{
    Baseline, Decimal, Goal, GoalStatus, Indicator, ItemId, Means, Numbering, Plan, PlanError, goals_from_text,
};
use crate::widgets::reply::FIELD;
use crate::widgets::slot::Slot;

/// What is told of a change.
#[derive(Default)]
pub(super) struct Told {
    /// `.` for something to say, `+` where goals came into the list, `?` where something has to be looked at.
    pub(super) kind: &'static str,
    pub(super) said: String,
    /// The id of the element that takes the focus.
    pub(super) focus: String,
    /// The id of a field that cannot be understood.
    pub(super) wrong: &'static str,
    /// What is being written from now on, where that changes: an id, the sentence, and what was corrected.
    pub(super) draft: String,
    /// What is corrected of it from now on, where that alone changes.
    pub(super) own: String,
}

/// Nothing is being written: neither an id nor a sentence, and nothing is corrected.
const NOTHING: &str = "\u{1F}\u{1F}";

pub(super) fn change(
    plan: &mut Plan,
    message: Message,
    field: &str,
    draft: Draft<'_>,
    texts: &Texts,
) -> Result<Told, PlanError> {
    let mut told = Told::default();
    match message {
        Message::Settle => {
            let corrected = |slot: &Slot| draft.own(*slot).filter(|own| *own != draft.said(*slot));
            told.own = own_as_json(|slot| corrected(&slot));
        }
        Message::Correct(slot) | Message::TakeBack(slot) => {
            if let Some(slot) = Slot::ALL.get(slot as usize) {
                let back = message == Message::TakeBack(*slot as ItemId);
                told.own = draft.with_own(*slot, (!back).then_some(field));
                if back {
                    told.focus = ["slot-", slot.id()].concat();
                }
            }
        }
        Message::Choose(way) => {
            let way = draft.way(way as usize);
            told.own = draft.with_own(Slot::End, way.map(|(_, due)| due));
        }
        Message::Use(which) => {
            (told.kind, told.said) = (".", texts.get("goal-widget.notice.used").into());
            (told.focus, told.draft) = ("goal".into(), drafted("", example(which as usize, texts), "{}"));
        }
        Message::Add(under) => return add(plan, under, draft, texts),
        Message::AddAll => {
            let before = plan.goals().count();
            plan.add_pasted(&goals_from_text(draft.text()))?;
            let added = whole(plan.goals().count() - before);
            (told.kind, told.said) = ("+", texts.fill_one("goal-plan.notice.added-all", "n", &added));
            (told.focus, told.draft) = ("goal".into(), NOTHING.into());
        }
        Message::Name(id) => {
            let id = strategic(plan, id)?;
            plan.set_title_of(id, field)?;
        }
        Message::AddStrategic => told.focus = numbered("strategic-", plan.add_strategic_goal("")?),
        Message::Number => plan.set_numbering(Numbering::from_id(field).unwrap_or_default()),
        Message::Edit(id) => {
            let goal = plan.goal(id).ok_or(PlanError::UnknownId(id))?;
            told.draft = written(goal, texts.language());
            let number = plan.number(id, texts).unwrap_or_default();
            (told.kind, told.said) = (".", texts.fill_one("goal-plan.notice.editing", "name", &number));
            told.focus = "goal".into();
        }
        Message::Remove(id) => {
            plan.remove(id)?;
            (told.kind, told.said, told.focus) = (".", texts.get("goal-plan.notice.removed").into(), "list".into());
        }
        Message::Up(id) | Message::Down(id) => {
            let up = message == Message::Up(id);
            if if up { plan.move_up(id)? } else { plan.move_down(id)? } {
                let number = plan.number(id, texts).unwrap_or_default();
                (told.kind, told.said) = (".", texts.fill_one("goal-plan.notice.moved", "name", &number));
            }
            told.focus = numbered(if up { "up-" } else { "down-" }, id);
        }
        Message::Stand(id) => {
            let goal = plan.goal(id).ok_or(PlanError::UnknownId(id))?;
            let goal = goal.with().status(GoalStatus::from_id(field).unwrap_or_default()).build()?;
            plan.replace_goal(id, goal)?;
        }
        Message::Open | Message::Take | Message::Restore => {
            if message != Message::Take {
                let key = if message == Message::Open { "opened" } else { "restored" };
                let count = whole(plan.goals().count());
                told.kind = if message == Message::Open { "+" } else { "." };
                told.said = crate::content::fill(texts.of_id("goal-plan.notice.", key, ""), &[("n", &count)]);
            }
            // A file with a list alone leaves what is being written.
            if !draft.is_none() || message != Message::Open {
                let known = parse(draft.id()).is_some_and(|id| plan.goal(id).is_some());
                let own = own_as_json(|slot| draft.own(slot));
                told.draft = drafted(if known { draft.id() } else { "" }, draft.text(), &own);
            }
        }
        _ => {}
    }
    Ok(told)
}

/// The strategic goal with this id, or the last; a first one without a sentence is made where there is none.
fn strategic(plan: &mut Plan, id: ItemId) -> Result<ItemId, PlanError> {
    let known = plan.strategic_goal(id).or(plan.strategic_goals().last()).map(|strategic| strategic.id());
    known.map_or_else(|| plan.add_strategic_goal(""), Ok)
}

fn add(plan: &mut Plan, under: ItemId, draft: Draft<'_>, texts: &Texts) -> Result<Told, PlanError> {
    let id = parse(draft.id());
    let base = id.and_then(|id| plan.goal(id));
    let mut told = Told::default();
    match goal(base, draft, texts.language()) {
        Ok(goal) => {
            told.kind = "+";
            let key = match base.map(Goal::id) {
                Some(id) => {
                    plan.replace_goal(id, goal)?;
                    "goal-plan.notice.saved"
                }
                None => {
                    let under = strategic(plan, under)?;
                    plan.add_goal(under, goal)?;
                    "goal-plan.notice.added"
                }
            };
            told.said = texts.get(key).into();
            (told.focus, told.draft) = ("goal".into(), NOTHING.into());
        }
        Err(slot) => {
            let key = match slot {
                None => "goal-plan.error.too-long",
                Some(Slot::Baseline | Slot::Target) => "goal-plan.error.number",
                Some(slot) if slot.is_date() => "goal-plan.error.date",
                Some(_) => "goal-plan.error.long-field",
            };
            (told.kind, told.said) = ("?", texts.get(key).into());
            told.wrong = slot.map_or("", Slot::id);
            told.focus = slot.map_or_else(|| "goal".into(), |slot| ["slot-", slot.id()].concat());
        }
    }
    Ok(told)
}

/// The goal that a draft says, over what it was; else the field that cannot be understood, or none where the sentence is
/// too long.
fn goal(base: Option<&Goal>, draft: Draft<'_>, language: Language) -> Result<Goal, Option<Slot>> {
    let text = |slot: Slot| trim(draft.field(slot));
    let number = |slot| match text(slot) {
        "" => Ok(None),
        given => Decimal::parse(given, language).map(Some).map_err(|_| Some(slot)),
    };
    let date = |slot| match text(slot) {
        "" => Ok(None),
        given => parse_iso(given).map(Some).ok_or(Some(slot)),
    };
    let (mut indicator, mut means) = base.map_or_else(
        || (Indicator::default(), Means::default()),
        |goal| (goal.indicator().clone(), goal.means().clone()),
    );
    indicator.baseline = match (number(Slot::Baseline)?, indicator.baseline) {
        (Some(known), _) => Baseline::Known(known),
        (None, Baseline::ToMeasure) => Baseline::ToMeasure,
        (None, _) => Baseline::Absent,
    };
    indicator.target = number(Slot::Target)?;
    indicator.unit = text(Slot::Unit).into();
    means.people = text(Slot::Means).into();
    let groups = split(text(Slot::Consulted), b',').map(trim).filter(|group| !group.is_empty());
    let builder = base.map_or_else(|| Goal::builder(""), Goal::with);
    let built = builder
        .text(trim(draft.text()))
        .actor(text(Slot::Actor))
        .action(text(Slot::Action))
        .target_group(text(Slot::TargetGroup))
        .indicator(indicator)
        .means(means)
        .consulted_groups(groups.map(String::from).collect())
        .why(text(Slot::Why))
        .start(date(Slot::Start)?)
        .end(date(Slot::End)?)
        .build();
    built.map_err(|error| match error.field() {
        Some("people") => Some(Slot::Means),
        field => Slot::ALL.into_iter().find(|slot| Some(slot.id()) == field),
    })
}

/// A goal of the list as something to write on.
fn written(goal: &Goal, language: Language) -> String {
    let number = |number: Option<Decimal>| number.map(|number| number.to_text(language)).unwrap_or_default();
    let values = Slot::ALL.map(|slot| -> String {
        match slot {
            Slot::Actor => goal.actor().into(),
            Slot::Action => goal.action().into(),
            Slot::TargetGroup => goal.target_group().into(),
            Slot::Baseline => number(match goal.indicator().baseline {
                Baseline::Known(known) => Some(known),
                _ => None,
            }),
            Slot::Target => number(goal.indicator().target),
            Slot::Unit => goal.indicator().unit.clone(),
            Slot::Consulted => goal.consulted().join(", "),
            Slot::Means => goal.means().people.clone(),
            Slot::Start => goal.start().map(iso).unwrap_or_default(),
            Slot::End => goal.end().map(iso).unwrap_or_default(),
            Slot::Why => goal.why().into(),
        }
    });
    let own = own_as_json(|slot| values.get(slot as usize).map(|value| &**value).filter(|value| !value.is_empty()));
    drafted(&whole(goal.id() as usize), goal.text(), &own)
}

/// A draft for the widget; its sentence goes without the characters that part a reply.
fn drafted(id: &str, text: &str, own: &str) -> String {
    let text: String = text.chars().map(|mark| if ['\u{1E}', '\u{1F}'].contains(&mark) { ' ' } else { mark }).collect();
    let field = String::from(char::from(FIELD));
    [id, &field, &text, &field, own].concat()
}

fn parse(id: &str) -> Option<ItemId> {
    let mut whole: ItemId = 0;
    for digit in id.bytes() {
        whole = whole.wrapping_mul(10).wrapping_add(u32::from(digit.checked_sub(b'0').filter(|digit| *digit < 10)?));
    }
    (!id.is_empty()).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::super::answer::tests::ask;
    use super::*;
    use alloc::vec::Vec;

    /// A plan with what is being written beside it.
    fn beside(plan: &str, draft: &str) -> String {
        // What someone typed themselves is in `own`; what the sentence says, in `fields`.
        [plan.strip_suffix('}').unwrap_or("{"), if plan.len() > 2 { "," } else { "" }, "\"draft\":", draft, "}"]
            .concat()
    }

    fn told(part: &str) -> Vec<&str> {
        part.split('\u{1F}').collect()
    }

    const DRAFT: &str = r#"{"text":" Elk team overlegt. ","id":"","own":{"actor":"elk team","baseline":"2,5","target":"1.000",
        "unit":"keer","consulted":"de directie, de ouders","means":"een uur","end":"2026-06-30","why":""}}"#;

    #[test]
    fn a_sentence_becomes_a_goal_and_a_goal_a_sentence() {
        let [said, plan, draft, ..] = ask("a0", "", &beside("{}", DRAFT));
        assert_eq!((told(&said)[0], told(&said)[2], told(&said)[4], &*draft), ("+", "goal", "1", NOTHING));
        let read = Plan::from_json(&plan).unwrap();
        let goal = read.goals().next().unwrap();
        assert_eq!((goal.text(), goal.actor()), ("Elk team overlegt.", "elk team"));
        assert_eq!(goal.indicator().baseline, Baseline::Known("2.5".parse().unwrap()));
        assert_eq!((goal.indicator().target, goal.consulted().len()), (Some(1000.into()), 2));
        let [said, same, draft, ..] = ask(&["i", &whole(goal.id() as usize)].concat(), "", &plan);
        assert_eq!((&same, told(&said)[0]), (&plan, "."));
        let parts = told(&draft);
        assert_eq!(parts[..2], [&*whole(goal.id() as usize), "Elk team overlegt."]);
        assert!(parts[2].starts_with(r#"{"actor":"elk team","baseline":"2,5","target":"1000""#), "{draft}");
    }

    #[test]
    fn a_goal_goes_back_to_its_place_and_keeps_what_has_no_field() {
        let plan = r#"{"schema":1,"strategicGoals":[{"id":1,"title":"A","goals":[{"id":2,"text":"x","means":{"hours":4},
            "indicator":{"baseline":"to-measure"},"logo":{"a":[1]}},{"id":3,"text":"y"}]}]}"#;
        let [_, plan, ..] = ask("a0", "", &beside(plan, r#"{"text":"z","id":"2","own":{"why":"omdat"}}"#));
        let read = Plan::from_json(&plan).unwrap();
        let goals: Vec<_> = read.goals().map(|goal| (goal.id(), goal.text(), goal.why())).collect();
        assert_eq!(goals, [(2, "z", "omdat"), (3, "y", "")]);
        let first = read.goal(2).unwrap();
        assert_eq!((first.means().hours, first.indicator().baseline), (Some(4.into()), Baseline::ToMeasure));
        assert!(plan.contains(r#""logo":{"a":[1]}"#), "{plan}");
    }

    #[test]
    fn what_cannot_be_understood_is_named_and_nothing_changes() {
        for (field, value) in [("target", "veel"), ("baseline", "1..2"), ("end", "juni"), ("start", "x")] {
            let draft = [r#"{"text":"x","own":{""#, field, "\":\"", value, "\"}}"].concat();
            let [said, plan, draft, ..] = ask("a0", "", &beside("{}", &draft));
            assert_eq!((told(&said)[0], told(&said)[3], &*plan, &*draft), ("?", field, "", ""));
            assert_eq!(told(&said)[2], ["slot-", field].concat());
        }
        for (field, length) in [("actor", 501), ("means", 501), ("consulted", 501), ("text", 2001)] {
            let long = "x".repeat(length);
            let draft = match field {
                "text" => [r#"{"text":""#, &*long, r#""}"#].concat(),
                _ => [r#"{"text":"x","own":{""#, field, "\":\"", &*long, "\"}}"].concat(),
            };
            let wrong = if field == "text" { "" } else { field };
            assert_eq!(told(&ask("a0", "", &beside("{}", &draft))[0])[3], wrong);
        }
    }

    #[test]
    fn a_pasted_list_comes_in_as_it_stands() {
        let text = r#"{"text":"SD1 Sterk team\n- Een visie\n- Overleg\nActie 1.2.1 Een dag"}"#;
        let [said, plan, draft, ..] = ask("n0", "", &beside("{}", text));
        assert_eq!((told(&said)[0], told(&said)[4], &*draft), ("+", "2", NOTHING));
        let read = Plan::from_json(&plan).unwrap();
        assert_eq!(read.strategic_goals().len(), 1);
        assert_eq!(read.goals().map(|goal| goal.actions().len()).collect::<Vec<_>>(), [0, 1]);
    }

    #[test]
    fn the_list_is_changed_one_thing_at_a_time() {
        let mut plan = String::new();
        for (message, field, focus) in
            [("s0", "Een sterk team", ""), ("m0", "", "strategic-2"), ("t0", "plain", ""), ("q2", "", "list")]
        {
            let [said, next, ..] = ask(message, field, &plan);
            assert_eq!(told(&said)[2], focus, "{message}");
            plan = next;
        }
        let read = Plan::from_json(&plan).unwrap();
        assert_eq!((read.strategic_goals().len(), read.numbering()), (1, Numbering::Plain));
        for text in ["Een", "Twee"] {
            plan = ask("a1", "", &beside(&plan, &[r#"{"text":""#, text, r#""}"#].concat()))[1].clone();
        }
        let ids: Vec<_> = Plan::from_json(&plan).unwrap().goals().map(Goal::id).collect();
        let second = whole(ids[1] as usize);
        plan = ask(&["h", &second].concat(), "", &plan)[1].clone();
        plan = ask(&["g", &second].concat(), "done", &plan)[1].clone();
        let read = Plan::from_json(&plan).unwrap();
        assert_eq!(read.goals().map(|goal| (goal.text(), goal.status())).next(), Some(("Twee", GoalStatus::Done)));
        let [said, ..] = ask(&["h", &second].concat(), "", &plan);
        assert_eq!(told(&said)[..3], ["", "", &*["up-", &second].concat()]);
    }

    #[test]
    fn a_field_is_corrected_and_taken_back() {
        let draft = |own: &str| {
            [
                r#"{"draft":{"text":"x","own":"#,
                own,
                r#","fields":["wij"],
                "time":["","tegen juni","2027-06-30","before-or-during","","end","2027-06-30","start","2027-05-31"]}}"#,
            ]
            .concat()
        };
        let own = |message: &str, field: &str, own: &str| ask(message, field, &draft(own))[3].clone();
        assert_eq!(own("f0", "ik", "{}"), r#"{"actor":"ik"}"#);
        assert_eq!(own("f10", "", r#"{"actor":"ik"}"#), r#"{"actor":"ik","why":""}"#);
        assert_eq!(own("b0", "", r#"{"actor":"ik","why":"z"}"#), r#"{"why":"z"}"#);
        assert_eq!(told(&ask("b0", "", &draft("{}"))[0])[2], "slot-actor");
        assert_eq!((own("d1", "on", "{}").as_str(), own("d9", "on", "{}").as_str()), (r#"{"end":"2027-05-31"}"#, "{}"));
        // What the sentence says anyhow was not corrected.
        assert_eq!(own("o", "", r#"{"actor":"wij","end":"2027-01-01"}"#), r#"{"end":"2027-01-01"}"#);
        assert_eq!(own("f99", "x", "{}"), "");
    }

    #[test]
    fn an_example_takes_the_place_of_what_was_written() {
        let [said, _, draft, ..] = ask("e1", "", r#"{"draft":{"text":"x","own":{"actor":"ik"}}}"#);
        let texts = Texts::of(Language::NlBe).unwrap();
        assert_eq!(told(&draft)[..], ["", texts.get("goal-widget.for.vision.1"), "{}"]);
        assert_eq!((told(&said)[0], told(&said)[2]), (".", "goal"));
    }

    #[test]
    fn a_file_leaves_what_is_being_written_unless_it_has_some() {
        let open = |message, json: &str| ask(message, "", json)[2].clone();
        assert_eq!((open("I", "[\"Een\"]"), open("W", "[\"Een\"]")), (String::new(), "\u{1F}\u{1F}{}".into()));
        assert_eq!(
            open("I", r#"{"draft":{"text":"x\u001fy","id":"9","own":{"why":"z","q":1}}}"#),
            "\u{1F}x y\u{1F}{\"why\":\"z\"}"
        );
    }
}
