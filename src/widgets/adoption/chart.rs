//! The chart of a plan: who takes part and who is new, over dates, with what was seen.

use alloc::string::String;
use alloc::vec::Vec;

use super::fit::Outcome;
use super::model::Model;
use super::numbers::{count, month, people, percent, tenths};
use super::state::{CHASM, State, TIPPING};
use crate::calendar::{Date, date, describe_date, month_name, number};
use crate::chart::{Layer, Mark, Panel, Plot, Scene, push_whole, whole};
use crate::content::Texts;
use crate::diffusion::adopter_counts;

/// Lesson days in a week without a day off.
const WEEK: f64 = 5.0;
/// Room for a name below the time.
const TICK: f64 = 54.0;

/// The drawing.
pub(super) fn scene(state: &State, model: &Model, texts: &Texts) -> Scene {
    let width = f64::from(state.width);
    let span = model.span();
    let people = model.plan.people;
    let mut plot = Plot::new(&title(model, texts), width, span);
    plot.rests = model.axis.rests();
    plot.ticks = months(span, width, texts);
    let at = |day: f64| (day - span.0) / (span.1 - span.0);
    if let Some(today) = state.today.map(|today| at(f64::from(today))).filter(|at| (0.0..=1.0).contains(at)) {
        plot.notes.push(("now", Mark { label: texts.get("adoption.today").into(), at: today }));
    }
    if state.layers & CHASM != 0
        && let Some(place) = model.plan.morning_of(chasm(people)).filter(|place| *place < model.shown)
    {
        let label = texts.get("adoption.chasm-label").into();
        plot.notes.push(("chasm", Mark { label, at: at(f64::from(model.day(place))) }));
    }
    let new = rates(model);
    let cursor = state.reading(model);
    if let Some(expected) = model.plan.expected.get(cursor) {
        let rate = new.get(cursor).copied().flatten().unwrap_or_default();
        plot.reading = Some((f64::from(model.day(cursor)), [*expected, rate].into()));
    }
    plot.panels.push(takers(state, model, texts));
    plot.panels.push(bell(model, &new, texts));
    plot.scene()
}

/// What the drawing shows, in one sentence.
pub(super) fn title(model: &Model, texts: &Texts) -> String {
    let (first, last) = (month(model.day(0), texts), month(model.day(model.shown - 1), texts));
    let values = [("start", first.as_str()), ("end", &last), ("total", &whole(model.plan.people as usize))];
    texts.fill("adoption.chart", &values)
}

/// What the morning that is read says.
pub(super) fn reading(state: &State, model: &Model, texts: &Texts) -> String {
    let people = model.plan.people;
    let cursor = state.reading(model);
    let expected = model.plan.expected.get(cursor).copied().unwrap_or_default();
    let day = describe_date(date(model.day(cursor)), texts);
    let values = [
        ("date", day.as_str()),
        ("n", &count(expected)),
        ("total", &whole(people as usize)),
        ("share", &percent(expected, people)),
    ];
    let mut said = texts.fill("adoption.reading", &values);
    if let Outcome::Fitted(fitted) = &model.outcome
        && let Some((expected, low, high)) = fitted.at(cursor)
    {
        said.push(' ');
        let values = [("n", &*count(expected)), ("low", &count(low)), ("high", &count(high))];
        said.push_str(&texts.fill("adoption.reading-fit", &values));
    }
    said
}

/// The number of people by whom, in the model, the early adopters are all there.
pub(super) fn chasm(people: u32) -> u32 {
    adopter_counts(people).iter().take(2).sum()
}

/// The panel with those who take part.
fn takers(state: &State, model: &Model, texts: &Texts) -> Panel {
    let people = f64::from(model.plan.people);
    let mut panel = Panel::new(texts.get("adoption.takers"), if state.width < 480 { 170.0 } else { 220.0 }, people);
    panel.ticks = ticks(people);
    if state.layers & TIPPING != 0 {
        panel.band = Some((0.1 * people, 0.4 * people, texts.get("adoption.tipping-label").into()));
    }
    if let Outcome::Fitted(fitted) = &model.outcome {
        panel.layers.push(Layer::area(
            "spread",
            model.points(|place| {
                let (_, low, high) = fitted.at(place)?;
                Some((f64::from(model.day(place)), low, high))
            }),
        ));
    }
    panel.layers.push(Layer::line("curve", model.line(&model.plan.expected)));
    if let Outcome::Fitted(fitted) = &model.outcome {
        panel.layers.push(Layer::line("curve fit", model.line(&fitted.expected)));
    }
    // What was seen at the end of a day stands where the next one begins.
    let dots = model.seen.iter().map(|seen| (f64::from(seen.day + 1), f64::from(seen.count))).collect();
    panel.layers.push(Layer::dots("seen", dots));
    panel
}

/// The panel with those who are new, in a slice for each of Rogers' categories.
fn bell(model: &Model, new: &[Option<f64>], texts: &Texts) -> Panel {
    let highest = new.iter().flatten().copied().fold(0.1, f64::max);
    let mut panel = Panel::new(texts.get("adoption.newcomers"), 90.0, highest);
    panel.ticks = ticks(highest);
    if panel.ticks.len() < 2 {
        // Fewer than one a week: the highest, in tenths.
        panel.ticks.push((highest, tenths(people(10.0 * highest) as u32, texts)));
    }
    let mut border = 0;
    let mut from = 0;
    for (place, size) in adopter_counts(model.plan.people).into_iter().enumerate() {
        border += size;
        // The mornings from which this category comes in; the last one takes whoever is left.
        let until = if place == 4 { usize::MAX } else { model.plan.morning_of(border).unwrap_or(usize::MAX) };
        let mut points = Vec::new();
        for (morning, rate) in new.iter().enumerate().skip(from).take(until.saturating_sub(from)) {
            let Some(rate) = rate else { continue };
            // A week leads to the next one, and before a holiday it ends as it is.
            let next = new.get(morning + 1).copied().flatten().unwrap_or(*rate);
            for (morning, rate) in [(morning, *rate), (morning + 1, next)] {
                points.push((f64::from(model.day(morning)), 0.0, rate));
            }
            // Between weeks of lessons there may be a holiday: nobody.
            if new.get(morning + 1) == Some(&None) {
                points.push((f64::from(model.day(morning + 1)), 0.0, 0.0));
            }
            if let Some(before) = morning.checked_sub(1).filter(|_| points.len() > 3)
                && new.get(before) == Some(&None)
            {
                let at = points.len() - 2;
                points.insert(at, (f64::from(model.day(morning)), 0.0, 0.0));
            }
        }
        if points.len() > 1 {
            panel.layers.push(Layer::area(if place % 2 == 0 { "slice odd" } else { "slice" }, points));
        }
        from = from.max(until.min(new.len()));
    }
    panel
}

/// How many are new in a week of lessons, from each morning to the next; none where there are no lessons.
fn rates(model: &Model) -> Vec<Option<f64>> {
    let mut rates = Vec::new();
    for place in 0..model.shown.saturating_sub(1) {
        let (Some(now), Some(next)) = (model.axis.mornings.get(place), model.axis.mornings.get(place + 1)) else {
            break;
        };
        let days = (next.t - now.t) * f64::from(super::axis::MONTH);
        let (Some(here), Some(there)) = (model.plan.expected.get(place), model.plan.expected.get(place + 1)) else {
            break;
        };
        rates.push((days > 0.5).then(|| (there - here) / days * WEEK));
    }
    rates
}

/// Round values from nought to the highest, with names.
pub(super) fn ticks(highest: f64) -> Vec<(f64, String)> {
    let mut ticks = Vec::new();
    let mut step = 1.0;
    // 1, 2, 5, 10, 20, 50 and so on, so that there are at most five.
    let mut factors = [2.0, 2.5, 2.0].iter().cycle();
    while highest / step > 4.6 {
        step *= factors.next().copied().unwrap_or(2.0);
    }
    let mut value = 0.0;
    while value <= highest {
        ticks.push((value, count(value)));
        value += step;
    }
    ticks
}

/// The first days of months, as many as there is room for. A year stands with the first of its months.
pub(super) fn months((first, last): (f64, f64), width: f64, texts: &Texts) -> Vec<Mark> {
    let most = (width - 48.0) / TICK;
    let days = last - first;
    let step = [1, 2, 3, 4, 6].into_iter().find(|step| days / 30.4 / f64::from(*step) <= most).unwrap_or(12);
    let mut marks = Vec::new();
    let mut year = 0;
    let mut day: Date = date(first as i32).first_of_month();
    loop {
        let number = number(day);
        if f64::from(number) > last - days * 0.04 {
            return marks;
        }
        if (i32::from(day.month()) - 1) % step == 0 && f64::from(number) >= first {
            let mut label: String = month_name(day.month(), texts).chars().take(3).collect();
            if day.year() != year {
                year = day.year();
                label.push(' ');
                push_whole(&mut label, year.unsigned_abs().into());
            }
            marks.push(Mark { label, at: (f64::from(number) - first) / days.max(1.0) });
        }
        day = date(number + 31).first_of_month();
    }
}

impl Model {
    /// A point for each morning that is shown and has one.
    fn points<T>(&self, point: impl Fn(usize) -> Option<T>) -> Vec<T> {
        (0..self.shown).filter_map(point).collect()
    }

    /// A line through values on the mornings that are shown.
    pub(super) fn line(&self, values: &[f64]) -> Vec<(f64, f64)> {
        self.points(|place| Some((f64::from(self.day(place)), *values.get(place)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Language;
    use crate::widgets::adoption::state::tests::state;

    #[test]
    fn the_bell_is_empty_in_holidays_and_its_slices_are_the_categories() {
        let texts = Texts::of(Language::NlBe).unwrap();
        let mut state = state();
        state.work_out(&texts);
        let model = state.model.as_ref().unwrap();
        let new = rates(model);
        let christmas = model.axis.mornings.iter().position(|m| m.day == number(Date::constant(2026, 12, 21))).unwrap();
        assert_eq!((new[christmas], new[christmas + 1]), (None, None));
        assert!(new[christmas + 2].is_some());
        let scene = scene(&state, model, &texts);
        // The working group is all of the innovators and most of the early adopters.
        let slices = scene.shapes.iter().filter(|shape| shape.class.starts_with("slice")).count();
        assert_eq!(slices, 4);
        let rests = scene.shapes.iter().filter(|shape| shape.class == "rest").count();
        assert!(rests >= 10, "{rests}");
    }

    #[test]
    fn names_below_have_room() {
        let texts = Texts::of(Language::NlBe).unwrap();
        let first = f64::from(number(Date::constant(2026, 9, 1)));
        for (width, years) in [(280.0, 1.0), (280.0, 5.0), (900.0, 1.0), (900.0, 6.0)] {
            let marks = months((first, first + 365.0 * years), width, &texts);
            assert!((2..=16).contains(&marks.len()), "{width} {years} {}", marks.len());
            for pair in marks.windows(2) {
                assert!((pair[1].at - pair[0].at) * (width - 48.0) > 40.0);
            }
        }
        let values = |highest| ticks(highest).into_iter().map(|(value, _)| value).collect::<Vec<_>>();
        assert_eq!((values(60.0), values(4.6)), ([0.0, 20.0, 40.0, 60.0].into(), [0.0, 1.0, 2.0, 3.0, 4.0].into()));
        assert_eq!(values(0.4), [0.0]);
    }
}
