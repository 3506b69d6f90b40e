//! A plan with goals, on the command line: `cargo run --example goal_plan -- [language] [file]`.
//!
//! With a file it reads a plan from its JSON; without one it builds a plan for consultative pupil guidance. It prints the
//! plan as Markdown, what is worth a look, and for each goal the six letters and how it stands. JSON and CSV go to
//! `target/goal-plan.*`.

#![expect(clippy::print_stdout, reason = "a plan is printed")]

use std::error::Error;
use std::{env, fs};

use olievlek::calendar::{Date, Period};
use olievlek::content::{Language, Texts};
use olievlek::smarti::{
    Action, Baseline, Criterion, Goal, Indicator, IndicatorKind, Means, Plan, Reason, Verdict, progress,
};

/// The day on which the plan is looked at: the crate knows no clock.
const TODAY: Date = Date::constant(2026, 2, 2);

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let language: Language = arguments.next().map_or(Ok(Language::default()), |tag| tag.parse())?;
    let texts = Texts::of(language)?;
    let plan = match arguments.next() {
        Some(file) => Plan::from_json(&fs::read_to_string(file)?)?,
        None => consultative_guidance()?,
    };

    println!("{}", plan.to_markdown(&texts));
    for warning in plan.warnings() {
        println!("! {}", warning.text(&plan, &texts));
    }
    for goal in plan.goals() {
        println!("\n{}", plan.number(goal.id(), &texts).unwrap_or_default());
        let Some(assessment) = plan.assess(goal.id(), TODAY) else { continue };
        for criterion in assessment.criteria() {
            let mark = match criterion.verdict() {
                Verdict::Met => '+',
                Verdict::Partly => '~',
                Verdict::Missing => '-',
            };
            let which = criterion.criterion();
            let reasons: Vec<&str> = criterion.reasons().iter().map(|reason: &Reason| reason.text(&texts)).collect();
            let name = which.name(&texts, plan.labels());
            println!("  {mark} {name}{}{}", if reasons.is_empty() { "" } else { ": " }, reasons.join(" "));
        }
        println!("  {}", progress(goal, TODAY).standing().text(&texts));
    }
    println!("\n? {}", Criterion::Realistic.self_checks(&texts).join(" "));

    fs::create_dir_all("target")?;
    fs::write("target/goal-plan.json", plan.to_json())?;
    fs::write("target/goal-plan.csv", plan.to_csv(&texts))?;
    println!("\nwritten: target/goal-plan.json, target/goal-plan.csv");
    Ok(())
}

/// One strategic goal with five operational goals, as a centre could have them in its policy plan.
fn consultative_guidance() -> Result<Plan, olievlek::Error> {
    let start = Date::constant(2025, 9, 1);
    let mut plan = Plan::new("Beleidsplan consultatieve leerlingenbegeleiding");
    plan.set_period(Some(Period::new(start, Date::constant(2027, 12, 31))?));
    let strategic = plan
        .add_strategic_goal("Eind 2027 begeleiden onze medewerkers scholen zo dat leerlingen en school het merken.")?;

    let vision = Goal::builder("Tegen juni 2026 schrijft het kernteam met alle collega's onze visie uit.")
        .actor("het kernteam")
        .action("schrijft de visie uit en bespreekt ze in elk team")
        .target_group("alle medewerkers van het centrum")
        .indicator(Indicator {
            kind: Some(IndicatorKind::Output),
            baseline: Baseline::Known(0.into()),
            target: Some(6.into()),
            unit: "teams die de visie bespraken".into(),
            source: "verslagen van de teams".into(),
            ..Indicator::default()
        })
        .consulted("de schoolteams")
        .consulted("het beleidsteam")
        .means(Means { people: "vijf kernteamleden".into(), ..Means::default() })
        .hours(60.into())
        .start(start)
        .end(Date::constant(2026, 6, 30))
        .reviews(vec![Date::constant(2026, 1, 15), Date::constant(2026, 5, 7)])
        .why("Met één verhaal weten scholen wat ze van ons mogen verwachten.")
        .measured(Date::constant(2026, 1, 15), 2.into())
        .build()?;
    let vision = plan.add_goal(strategic, vision)?;
    plan.add_action(vision, Action { who: "het kernteam".into(), ..Action::new("Een eerste versie op de themadag") })?;

    let registration = Goal::builder("Collega's registreren een consultatie in drie klikken.")
        .actor("de werkgroep registratie")
        .target_group("de schoolnabije medewerkers")
        .means(Means { dependencies: "het nieuwe samenwerkingsdossier".into(), ..Means::default() })
        .build()?;
    plan.add_goal(strategic, registration)?;

    let training = Goal::builder("Elke schoolnabije medewerker volgt een opleiding en past ze toe in verhoogde zorg.")
        .actor("de schoolnabije medewerkers")
        .action("volgen een opleiding en brengen één casus in")
        .target_group("leerlingen in de verhoogde zorg")
        .indicator(Indicator {
            kind: Some(IndicatorKind::Activity),
            baseline: Baseline::ToMeasure,
            target: Some(24.into()),
            unit: "medewerkers".into(),
            ..Indicator::default()
        })
        .start(start)
        .end(Date::constant(2026, 8, 31))
        .build()?;
    let training = plan.add_goal(strategic, training)?;
    for (text, first_year) in [("Opleiding over moeilijk gedrag", 2025), ("Een vervolg zoeken", 2026)] {
        let (start, end) = (Date::constant(first_year, 9, 1), Date::constant(first_year + 1, 6, 30));
        plan.add_action(training, Action { start: Some(start), end: Some(end), ..Action::new(text) })?;
    }

    let advice = Goal::builder("Ons advies na diagnostiek zegt ook wat het schoolteam sterker maakt.")
        .consulted("de zorgcoördinatoren")
        .why("Een team dat sterker staat, helpt ook de volgende leerling.")
        .build()?;
    plan.add_goal(strategic, advice)?;
    plan.add_goal(strategic, Goal::builder("We volgen de effecten op met de PDCA-cirkel.").build()?)?;
    Ok(plan)
}
