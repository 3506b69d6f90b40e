#[test]
fn show() {
    let text = std::env::var("GOAL").unwrap_or_default();
    let language =
        if std::env::var("EN").is_ok() { crate::content::Language::En } else { crate::content::Language::NlBe };
    let lexicon = super::Lexicon::of(language).unwrap();
    let times = crate::calendar::find_times(&text, crate::calendar::Date::constant(2024, 10, 1), language).unwrap();
    let scan = super::scan::Scan::new(&text, &lexicon, times);
    for (at, item) in scan.items.iter().enumerate() {
        let names: std::vec::Vec<&str> = super::class::SECTIONS
            .iter()
            .filter(|(_, bit, _)| item.classes >> bit & 1 == 1)
            .map(|(name, ..)| *name)
            .collect();
        std::println!(
            "{at} {} c{} {:?} len{} {}{}{}{}",
            scan.words.folded(&scan.words.tokens()[at]),
            item.clause,
            names,
            item.length,
            if item.timed { "T" } else { "" },
            if item.particle { "P" } else { "" },
            if item.inner { "I" } else { "" },
            if item.compound { "C" } else { "" }
        );
    }
    for clause in &scan.clauses {
        std::println!("{:?} {:?} s{}", clause.kind, clause.items, clause.sentence);
    }
    for time in &scan.times {
        std::println!("{:?} {:?} {:?}", time.kind, &text[time.span.clone()], time.due);
    }
    let r = super::read_goal(&text, &lexicon, crate::calendar::Date::constant(2024, 10, 1));
    for c in &r.criteria {
        std::println!(
            "{} {:?} {:?} {:?}",
            c.criterion.letter(),
            c.evidence,
            c.hint,
            c.cues.iter().map(|q| (q.kind.id(), &text[q.span.clone()])).collect::<std::vec::Vec<_>>()
        );
    }
}
