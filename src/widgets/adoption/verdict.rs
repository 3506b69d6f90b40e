//! What the numbers that were seen say, in words: on track, later, or too early to say, and what would help.

use alloc::string::String;
use alloc::vec::Vec;

use super::fit::Outcome;
use super::model::Model;
use super::numbers::count;
use super::state::State;
use crate::calendar::{date, describe_date};
use crate::chart::whole;
use crate::content::Texts;
use crate::widgets::drawing::Drawing;

/// How what was seen compares with the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    OnTrack,
    Later,
    Ahead,
    /// Too early to say.
    Early,
}

impl Verdict {
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::OnTrack => "on-track",
            Self::Later => "later",
            Self::Ahead => "ahead",
            Self::Early => "early",
        }
    }

    /// Later or ahead where the plan lies outside of the band around what was seen, at the end of the last day.
    pub(super) fn of(model: &Model) -> Self {
        let (Outcome::Fitted(fitted), Some(planned)) = (&model.outcome, model.planned) else { return Self::Early };
        match planned {
            planned if planned > fitted.now.1 => Self::Later,
            planned if planned < fitted.now.0 => Self::Ahead,
            _ => Self::OnTrack,
        }
    }
}

pub(super) fn draw(ui: &mut Drawing<'_>, state: &State, model: &Model) {
    let texts = ui.texts;
    if state.work.rows.iter().all(super::seen::Row::is_blank) {
        ui.say("p class=quiet", "adoption.seen-none");
        return;
    }
    ui.open("div part=verdict");
    ui.leaf("h4", texts.of_id("adoption.verdict.", Verdict::of(model).id(), ""));
    for sentence in sentences(model, texts) {
        ui.leaf("p", &sentence);
    }
    ui.close();
}

/// What there is to say, most important first.
pub(super) fn sentences(model: &Model, texts: &Texts) -> Vec<String> {
    let mut said = Vec::new();
    let everyone = whole(model.plan.people as usize);
    if let (Some(last), Some(planned)) = (model.seen.last(), model.planned) {
        let day = describe_date(date(last.day), texts);
        let values = [("date", day.as_str()), ("n", &whole(last.count as usize)), ("other", &count(planned))];
        said.push(texts.fill("adoption.compared", &values));
    }
    match &model.outcome {
        Outcome::Nothing => said.push(texts.get("adoption.outcome.nothing").into()),
        Outcome::None(code, needed, given) => {
            let known = texts.at(&["adoption.outcome.", code]);
            let known = if known.is_empty() { texts.get("adoption.outcome.other") } else { known };
            let values = [("n", &*whole(*given as usize)), ("total", &whole((*needed).max(4) as usize))];
            said.push(crate::content::fill(known, &values));
        }
        Outcome::Fitted(fitted) => {
            said.push(match fitted.total {
                Some((total, low, high)) => {
                    let values =
                        [("n", &*count(total)), ("low", &count(low)), ("high", &count(high)), ("total", &everyone)];
                    texts.fill("adoption.total.estimated", &values)
                }
                None => texts.fill_one("adoption.total.everyone", "total", &everyone),
            });
            if fitted.poor {
                said.push(texts.get("adoption.poor").into());
            }
            let more = if fitted.peak_passed { "adoption.more.rows" } else { "adoption.more.peak" };
            said.push(texts.get(more).into());
            said.push(texts.get("adoption.band-note").into());
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Language;
    use crate::widgets::adoption::message::Message;
    use crate::widgets::adoption::state::tests::{settle, state};

    /// A centre that saw these numbers at the ends of months from September 2025 on.
    fn seen(counts: &[&str]) -> State {
        let mut state = state();
        state.update(Message::Start("2025-09-01"));
        for (place, count) in counts.iter().enumerate() {
            let months =
                ["2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04", "2026-05"];
            state.update(Message::Date(place, months[place]));
            state.update(Message::Count(place, count));
        }
        settle(&mut state, &Texts::of(Language::NlBe).unwrap());
        state
    }

    fn verdict(counts: &[&str]) -> Verdict {
        Verdict::of(seen(counts).model.as_ref().unwrap())
    }

    #[test]
    fn the_plan_is_compared_with_the_band_around_what_was_seen() {
        assert_eq!(verdict(&[]), Verdict::Early);
        assert_eq!(verdict(&["9", "10", "11"]), Verdict::Early);
        assert_eq!(verdict(&["8", "8", "9", "9", "10", "10", "11", "11"]), Verdict::Later);
        assert_eq!(verdict(&["10", "13", "16", "19", "21", "24"]), Verdict::OnTrack);
        assert_eq!(verdict(&["15", "25", "38", "48", "54", "57", "58"]), Verdict::Ahead);
    }

    #[test]
    fn each_outcome_has_its_words_in_every_language() {
        for language in Language::ALL {
            let texts = Texts::of(language).unwrap();
            let series: [&[&str]; 5] = [
                &["61"],
                &["9", "10"],
                &["8", "8", "8", "8"],
                &["10", "13", "16", "19", "21", "24"],
                &["15", "25", "38", "48", "54", "57", "58", "58"],
            ];
            for counts in series {
                let state = seen(counts);
                let mut ui = Drawing::new(&texts);
                draw(&mut ui, &state, state.model.as_ref().unwrap());
                let text = ui.all_text();
                assert!(text.len() > 60 && !text.contains("adoption.") && !text.contains('{'), "{language}: {text}");
            }
        }
    }

    #[test]
    fn before_the_peak_more_months_are_asked_for() {
        let texts = Texts::of(Language::NlBe).unwrap();
        let said = |counts: &[&str]| sentences(seen(counts).model.as_ref().unwrap(), &texts);
        let early = said(&["9", "10", "12", "15", "19", "24"]);
        assert!(early.contains(&texts.get("adoption.more.peak").into()), "{early:?}");
        let late = said(&["15", "25", "38", "48", "54", "57", "58", "58"]);
        assert!(late.contains(&texts.get("adoption.more.rows").into()), "{late:?}");
    }
}
