//! One minimal sentence for each rule of the guide; what stands in tests/fixtures/goals is as people write.

use std::vec::Vec;

use super::{CueKind, Evidence, Hint, Lexicon, QuantityRole, read_goal, utf16_offsets};
use crate::calendar::Date;
use crate::content::Language;
use crate::smarti::Criterion;

const TODAY: Date = Date::constant(2024, 10, 1);

fn read(language: Language, text: &str) -> super::GoalReading {
    read_goal(text, &Lexicon::of(language).unwrap(), TODAY)
}

/// Checks pairs of a sentence and how far it carries one criterion: `p`, `w` or `a`.
#[track_caller]
fn check(language: Language, criterion: Criterion, cases: &[(&str, char)]) {
    let mut wrong = Vec::new();
    for &(text, expected) in cases {
        let found = read(language, text).of(criterion).evidence;
        if !found.id().starts_with(expected) {
            wrong.push(std::format!("`{text}`: expected {expected}, read {}", found.id()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[cfg(feature = "lang-nl")]
mod dutch {
    use super::*;

    #[track_caller]
    fn dutch(criterion: Criterion, cases: &[(&str, char)]) {
        check(Language::NlBe, criterion, cases);
    }

    #[test]
    fn a_day_that_is_none_is_told_and_a_real_one_beside_it_is_the_deadline() {
        let deadline = |text| read(Language::NlBe, text).deadline.unwrap();
        let wrong = deadline("Tegen 31 februari 2026 schrijft het zorgteam een tekst.");
        assert_eq!((wrong.due, wrong.fault.map(|fault| fault.code())), (None, Some("time-impossible-date")));
        let right = deadline("Tegen 31 februari 2026, uiterlijk op 1 mei 2026, schrijft het zorgteam een tekst.");
        assert_eq!((right.due, right.fault), (Some(Date::constant(2026, 5, 1)), None));
    }

    #[test]
    fn specific_counts_who_what_and_about() {
        dutch(
            Criterion::Specific,
            &[
                ("Het zorgteam schrijft een tekst over pesten.", 'p'),
                ("Een tekst over pesten schrijven.", 'w'),
                ("Er wordt een tekst over pesten geschreven.", 'w'),
                ("De tekst over pesten wordt geschreven door het zorgteam.", 'p'),
                ("Ouders krijgen een brochure over pesten.", 'w'),
                ("We verbeteren het lezen.", 'w'),
                ("Het lezen verbeteren.", 'a'),
                ("We verbeteren de kwaliteit.", 'a'),
                ("We verbeteren het lezen door elke dag in de klas voor te lezen.", 'p'),
                ("Een taalbeleid uitwerken.", 'a'),
                ("De vakgroep werkt een taalbeleid uit.", 'w'),
                ("80 % van de leerlingen haalt de leesnorm.", 'p'),
                ("De draagkracht van de ouders vergroten.", 'w'),
            ],
        );
    }

    #[test]
    fn measurable_wants_a_quantity_on_what_can_be_seen() {
        dutch(
            Criterion::Measurable,
            &[
                ("Alle leerkrachten volgen drie workshops.", 'p'),
                ("Elke leerling voelt zich goed in de klas.", 'w'),
                ("Het aantal spijbelaars daalt.", 'w'),
                ("We maken een affiche over pesten.", 'p'),
                ("We organiseren vormingen over autisme.", 'w'),
                ("Enkele leerkrachten volgen een les over autisme bij.", 'p'),
                ("We nemen enkele foto's van de tuin.", 'w'),
                ("Geen huiswerk op vrijdag.", 'p'),
                ("Leerlingen lezen vlotter.", 'a'),
                ("De leerlingen van 3B lezen in fase 2 over het decreet van 2018.", 'a'),
                ("De vijfjarigen en de 6-jarigen lezen.", 'a'),
            ],
        );
    }

    #[test]
    fn acceptable_wants_a_named_party_that_goes_along() {
        dutch(
            Criterion::Acceptable,
            &[
                ("In overleg met de ouderraad plaatsen we een bank.", 'p'),
                ("Samen plaatsen we een bank.", 'w'),
                ("We zitten samen met de ouders.", 'a'),
                ("Zonder overleg met de ouders plaatsen we een bank.", 'a'),
                ("Op vraag van de leerlingen plaatsen we een bank.", 'p'),
                ("We leggen de bank voor aan de ouderraad.", 'w'),
                ("De leerlingenraad en de directie plaatsen een bank.", 'p'),
                ("We bezoeken de ouders en de leerlingen.", 'a'),
                ("We plaatsen een bank op maat van de kleuters.", 'w'),
                ("We plaatsen een bank die leerlingen zelf kozen.", 'p'),
            ],
        );
    }

    #[test]
    fn realistic_wants_means_that_are_there() {
        dutch(
            Criterion::Realistic,
            &[
                ("De leerkracht krijgt daarvoor twee uur per week.", 'p'),
                ("Er is budget vrijgemaakt voor de bank.", 'p'),
                ("Er is geen budget vrijgemaakt voor de bank.", 'a'),
                ("We zoeken budget voor de bank.", 'w'),
                ("Als er tijd is, plaatsen we een bank.", 'w'),
                ("Als een leerling valt, bellen we de ouders.", 'a'),
                ("We testen de bank uit.", 'w'),
                ("We testen de bank zes weken uit.", 'p'),
                ("Het aantal valpartijen daalt van 20 naar 10.", 'w'),
                ("We verven de bank met de verf die we al hebben.", 'p'),
            ],
        );
    }

    #[test]
    fn time_bound_wants_a_day_or_a_period() {
        dutch(
            Criterion::TimeBound,
            &[
                ("Tegen juni plaatsen we een bank.", 'p'),
                ("We ruimen elke middag op.", 'w'),
                ("Op termijn plaatsen we een bank.", 'w'),
                ("Elke dag telt!", 'a'),
                ("We plaatsen een bank volgens het decreet van 2018.", 'a'),
                ("We helpen, want tegen juni zijn leerlingen moe.", 'a'),
            ],
        );
    }

    #[test]
    fn inspiring_wants_a_why_for_people() {
        dutch(
            Criterion::Inspiring,
            &[
                ("We plaatsen een bank, zodat leerlingen tot rust komen.", 'p'),
                ("We plaatsen een bank, zodat de werking vlotter verloopt.", 'w'),
                ("We komen bijeen om casussen te bespreken.", 'a'),
                ("We plaatsen een bank om in orde te zijn met de inspectie.", 'a'),
                ("We bellen op, zodat de score stijgt.", 'a'),
                ("Het welbevinden verhogen.", 'w'),
                ("Om ouders te helpen, plaatsen we een bank.", 'p'),
            ],
        );
    }

    #[test]
    fn a_reading_names_the_words_and_the_next_step() {
        let text = "Tegen 1 maart belt het team élke ouder, van 58 % naar 75 %.";
        let reading = read(Language::NlBe, text);
        let words = |span: core::ops::Range<usize>| text.get(span).unwrap();
        assert_eq!(reading.actor.map(words), Some("het team"));
        assert_eq!(reading.action.map(words), Some("belt"));
        let roles: Vec<QuantityRole> = reading.quantities.iter().map(|quantity| quantity.role).collect();
        assert_eq!(roles, [QuantityRole::Quantifier, QuantityRole::Baseline, QuantityRole::Target]);
        assert_eq!(reading.quantities[1].unit.clone().map(words), Some("%"));
        let deadline = reading.deadline.unwrap();
        assert_eq!((words(deadline.span.clone()), deadline.due), ("Tegen 1 maart", Some(Date::constant(2025, 3, 1))));
        let ouder = text.find("ouder").unwrap();
        assert_eq!(utf16_offsets(text, &[ouder]), [ouder - 1]);
        assert_eq!(read(Language::NlBe, "").best_hint(), Some(Hint::SayWhoDoesWhat));
        let hint = read(Language::NlBe, "We verbeteren het lezen.").of(Criterion::Specific).hint;
        assert_eq!(hint, Some(Hint::ConcreteAction));
    }

    #[test]
    fn a_teacher_adds_words() {
        let text = "De brombeer wiebelt met verf.";
        let plain = Lexicon::of(Language::NlBe).unwrap();
        let more = plain.clone().with("[party]\n-beer\n[concrete-verb]\nwiebelen\n# uitleg\n[onbekend]\nverf");
        let specific = |lexicon: &Lexicon| read_goal(text, lexicon, TODAY).of(Criterion::Specific).clone();
        assert!(specific(&plain).evidence < Evidence::Present);
        let specific = specific(&more);
        assert_eq!(specific.evidence, Evidence::Present);
        assert_eq!(specific.cues[0].kind, CueKind::Doer);
        assert_eq!(Lexicon::parse(Language::De, "[party]\nkind").unwrap_err().code(), "reading-language");
        assert_eq!(Lexicon::parse(Language::En, "<!doctype html>").unwrap_err().code(), "reading-words");
    }
}

#[cfg(feature = "lang-en")]
mod english {
    use super::*;

    #[test]
    fn the_rules_hold_in_english_too() {
        let all = |criterion, cases: &[(&str, char)]| check(Language::En, criterion, cases);
        all(
            Criterion::Specific,
            &[
                ("The care team writes a leaflet on bullying.", 'p'),
                ("Write a leaflet on bullying.", 'w'),
                ("Parents receive a leaflet on bullying.", 'w'),
                ("Improve reading.", 'a'),
                ("Everyone matters.", 'a'),
            ],
        );
        all(
            Criterion::Measurable,
            &[
                ("All teachers attend two workshops.", 'p'),
                ("All teachers feel confident.", 'w'),
                ("Year 4 pupils read.", 'a'),
                ("No homework on Fridays.", 'p'),
            ],
        );
        all(
            Criterion::Acceptable,
            &[
                ("In consultation with the parents' council we place a bench.", 'p'),
                ("Without consulting parents we place a bench.", 'a'),
                ("Together we place a bench.", 'w'),
            ],
        );
        all(
            Criterion::Realistic,
            &[
                ("Teachers get two hours of cover.", 'p'),
                ("If time allows, we place a bench.", 'w'),
                ("We place a bench.", 'a'),
            ],
        );
        all(Criterion::Inspiring, &[("We place a bench so that pupils can rest.", 'p'), ("We place a bench.", 'a')]);
    }
}
