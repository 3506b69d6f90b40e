//! One element on the whole screen, large enough for a projector. The shell turns keys into its buttons.

use super::files::report;
use super::message::Message;
use super::picture::{bar, legend};
use super::state::State;
use super::view::{button, heading};
use crate::chart::whole;
use crate::team::TeamProfile;
use crate::widgets::drawing::Drawing;

pub(super) fn draw(ui: &mut Drawing<'_>, state: &State, profile: &TeamProfile, place: usize) {
    let texts = ui.texts;
    let report = report(state, profile, texts);
    let elements = profile.elements();
    let last = elements.len().saturating_sub(1);
    let place = place.min(last);
    let Some(element) = elements.get(place) else { return };
    ui.key(3);
    ui.open("div part=present");
    ui.leaf("p class=about", &texts.fill("team.step", &[("step", &whole(place + 1)), ("steps", &whole(last + 1))]));
    heading(ui, element.element.name(texts));
    ui.leaf("p part=question", texts.of_id("elements.", element.element.id(), ".question"));
    bar(ui, &report, element);
    legend(ui);
    for sentence in report.sentences(element) {
        ui.leaf("p part=text", &sentence);
    }
    ui.open("div part=actions");
    if place > 0 {
        button(ui, "button previous", "team.previous", Message::Present(place - 1));
    }
    if place < last {
        button(ui, "button button-primary next", "team.next", Message::Present(place + 1));
    }
    button(ui, "button close", "team.close", Message::Close);
    ui.close();
    ui.say("p class=quiet", "team.present-help");
    ui.close();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Language;
    use crate::widgets::team::state::tests::{state, table};
    use crate::widgets::team::view::{tests::texts, view};

    #[test]
    fn each_element_has_a_screen_and_the_ends_have_no_way_beyond() {
        let texts = texts(Language::NlBe);
        let mut state = state(&table());
        for (place, buttons) in [(0, 2), (2, 3), (4, 2), (99, 2)] {
            state.update(Message::Present(place));
            assert_eq!(view(&state, &texts).count("button"), buttons, "{place}");
        }
    }
}
