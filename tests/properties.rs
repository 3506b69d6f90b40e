//! What holds for every sheet of answers, every result code and every report. Runs natively and on wasm32.

#![cfg(feature = "lang-nl")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use olievlek::chart::{Item, bars, radar};
use olievlek::content::{Language, Texts};
use olievlek::knoster::{
    AnswerCounts, Answers, ChangeElement, Claim, ElementProfile, Perspective, Profile, Questionnaire, Report,
    ResultCode, Statement, Status, Variant,
};
use olievlek::survey::{Agreement, Answer};
use proptest::prelude::*;
use proptest::sample::select;
use pulldown_cmark::{Event, Options, Parser, Tag};

const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A questionnaire, filled in.
struct Sheet(Questionnaire, Answers);

impl std::fmt::Debug for Sheet {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let own: &[Statement] = if self.0.is_own() { self.0.statements() } else { &[] };
        write!(formatter, "{} {own:?}", ResultCode::encode(&self.0, &self.1))
    }
}

fn config(cases: u32) -> ProptestConfig {
    // A failing case is printed; a file beside the sources would be no help on wasm32.
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn answer() -> impl Strategy<Value = Answer> {
    let agreements = Agreement::ALL.map(Answer::Agreement);
    // The scale as often as all the rest, so that elements are determined and undetermined alike.
    prop_oneof![2 => select(agreements.to_vec()), 1 => select(vec![Answer::Unknown, Answer::NotApplicable, Answer::Unanswered])]
}

fn fill_in(questionnaire: Questionnaire, given: &[Answer]) -> Sheet {
    let mut answers = questionnaire.blank();
    given.iter().enumerate().for_each(|(index, answer)| answers.set(index, *answer));
    Sheet(questionnaire, answers)
}

fn standard() -> impl Strategy<Value = Sheet> {
    let answers = prop::collection::vec(answer(), 30);
    (select(Perspective::ALL.to_vec()), select(Variant::ALL.to_vec()), answers)
        .prop_map(|(perspective, variant, answers)| fill_in(Questionnaire::standard(perspective, variant), &answers))
}

/// A partner's own statements: 2 to 12 an element, in any order, of either direction, with odd texts.
fn own() -> impl Strategy<Value = Sheet> {
    let statement = ("[A-Za-z0-9._-]{1,40}", any::<bool>(), "[^\\p{Cc}]{0,40}");
    let statements = prop::collection::vec(prop::collection::vec(statement, 2..=12), 6).prop_shuffle();
    let whose = (select(Perspective::ALL.to_vec()), select(Variant::ALL.to_vec()));
    (whose, statements, prop::collection::vec(answer(), 72)).prop_map(|((perspective, variant), elements, answers)| {
        let mut statements = Vec::new();
        for (element, given) in variant.elements().iter().zip(elements) {
            for (id, reveals_gap, text) in given {
                let statement =
                    Statement::new(format!("{}-{id}", statements.len()), *element, format!("{text}{{change}}"));
                statements.push(if reveals_gap { statement.revealing_gap() } else { statement });
            }
        }
        fill_in(Questionnaire::own(perspective, variant, statements).unwrap(), &answers)
    })
}

fn any_sheet() -> impl Strategy<Value = Sheet> {
    prop_oneof![standard(), own()]
}

/// Text that a person, or someone who means harm, could give.
fn hostile() -> impl Strategy<Value = String> {
    let markup: Vec<char> =
        "<>[](){}|`*_~#-+=!&\\/\n\r\t .:1\"'$^@a\u{a0}\u{200b}\u{202e}\u{2028}\u{0}\u{fffe}".chars().collect();
    let character = prop_oneof![3 => select(markup), 1 => any::<char>()];
    let written = select(HOSTILE.to_vec()).prop_map(String::from);
    prop_oneof![4 => prop::collection::vec(character, 0..40).prop_map(String::from_iter), 1 => written]
}

const HOSTILE: [&str; 12] = [
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "a | b | c",
    "`code` and ``more``",
    "x\n# Kop\n\n- lijst\n\n    code",
    "**vet** _schuin_ ~~weg~~",
    "&lt;b&gt; &amp; &copy;",
    "1. een\n2) twee",
    "---\n===",
    "<!-- ",
    "\\",
];

/// What is known of an element, added up here once more: points, answers, and those that say nothing.
fn known(Sheet(questionnaire, answers): &Sheet, element: ChangeElement) -> (u64, u64, u64) {
    let (mut points, mut answered, mut silent) = (0, 0, 0);
    for (statement, answer) in questionnaire.answered(answers).filter(|(statement, _)| statement.element() == element) {
        match answer {
            Answer::Agreement(agreement) => {
                let value = u64::from(agreement.value());
                points += if statement.reveals_gap() { 5 - value } else { value - 1 };
                answered += 1;
            }
            Answer::Unknown | Answer::Unanswered => silent += 1,
            Answer::NotApplicable => {}
        }
    }
    (points, answered, silent)
}

fn profile(sheet: &Sheet) -> Profile {
    Profile::new(&sheet.0, &sheet.1)
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn a_better_answer_never_makes_anything_worse(mut sheet in any_sheet(), at in any::<prop::sample::Index>(), to in 1..=5_u8) {
        let index = at.index(sheet.0.statements().len());
        let statement = &sheet.0.statements()[index];
        let (element, reveals_gap) = (statement.element(), statement.reveals_gap());
        let Some(from) = sheet.1.get(index).agreement() else { return Ok(()) };
        let better = if reveals_gap { to <= from.value() } else { to >= from.value() };
        let before = profile(&sheet);
        sheet.1.set(index, Answer::from_value(to).unwrap());
        let after = profile(&sheet);
        for (before, after) in before.elements().iter().zip(after.elements()) {
            if before.element() != element {
                prop_assert_eq!(before, after);
            } else if better {
                prop_assert!(before.score() <= after.score() && before.status() <= after.status());
            } else {
                prop_assert!(before.score() >= after.score() && before.status() >= after.status());
            }
        }
    }

    #[test]
    fn what_says_nothing_is_no_midpoint(mut sheet in any_sheet(), at in any::<prop::sample::Index>()) {
        let index = at.index(sheet.0.statements().len());
        let (element, id) = (sheet.0.statements()[index].element(), sheet.0.statements()[index].id().to_owned());
        let in_element = |sheet: &Sheet| *profile(sheet).element(element).unwrap();
        sheet.1.set(index, Answer::Agreement(Agreement::Neutral));
        let neutral = in_element(&sheet);
        for silent in [Answer::Unknown, Answer::NotApplicable, Answer::Unanswered] {
            sheet.1.set(index, silent);
            let without = in_element(&sheet);
            prop_assert_eq!(without.points() + 2, neutral.points());
            prop_assert_eq!(without.counts().answered + 1, neutral.counts().answered);

            // Nor does it weigh in the score: that is the score of a sheet that never had the statement.
            let rest = sheet.0.statements().iter().filter(|statement| statement.id() != id).map(|statement| {
                let own = Statement::new(statement.id(), statement.element(), "x");
                if statement.reveals_gap() { own.revealing_gap() } else { own }
            });
            let Ok(rest) = Questionnaire::own(sheet.0.perspective(), sheet.0.variant(), rest.collect()) else { return Ok(()) };
            let given = sheet.0.answered(&sheet.1).filter(|(statement, _)| statement.id() != id);
            let answers = rest.answers(given.map(|(statement, answer)| (statement.id(), answer))).unwrap();
            let never = in_element(&Sheet(rest, answers));
            prop_assert_eq!(without.points(), never.points());
            if let (Some(without), Some(never)) = (without.score(), never.score()) {
                prop_assert_eq!(without.to_bits(), never.to_bits());
            }
        }
    }

    #[test]
    fn a_status_says_what_its_rule_says(sheet in any_sheet()) {
        for element in profile(&sheet).elements() {
            let (points, answered, silent) = known(&sheet, element.element());
            let status = match () {
                () if answered < 2 || 2 * answered < answered + silent => Status::Undetermined,
                () if 4 * points >= 3 * 4 * answered => Status::Strong,
                () if 2 * points >= 4 * answered => Status::Fragile,
                () => Status::Weak,
            };
            prop_assert_eq!(element.status(), status);
            prop_assert_eq!(element.score().is_some(), status != Status::Undetermined);
            prop_assert!(element.score().is_none_or(|score| (0.0..=1.0).contains(&score)));
            let percent = element.score().map(|score| (100.0 * score - f64::from(element.percent().unwrap())).abs());
            prop_assert!(percent.is_none_or(|difference| difference <= 0.5 + 1e-9));
            let again = ElementProfile::from_counts(element.element(), element.points(), element.counts());
            prop_assert_eq!(again, Some(*element));
        }
    }

    #[test]
    fn as_many_gaps_as_signals_and_the_weakest_is_the_lowest(sheet in any_sheet()) {
        let profile = profile(&sheet);
        let determined = || profile.elements().iter().filter(|element| element.status() != Status::Undetermined);
        let below = |a: ChangeElement, b: ChangeElement| {
            let ((a_points, a_answered, _), (b_points, b_answered, _)) = (known(&sheet, a), known(&sheet, b));
            a_points * b_answered < b_points * a_answered
        };
        let lowest = determined().map(ElementProfile::element);
        let lowest: Vec<_> = lowest.filter(|a| !determined().any(|b| below(b.element(), *a))).collect();
        prop_assert_eq!(profile.weakest(), lowest);

        let gaps = determined().filter(|element| element.status() != Status::Strong).count();
        let signals: Vec<_> = profile.elements().iter().filter_map(ElementProfile::signal).collect();
        prop_assert_eq!(gaps, signals.len());
        prop_assert_eq!(gaps, profile.gaps().len());
        prop_assert!(profile.gaps().is_sorted_by(|a, b| !below(b.element(), a.element())));
        prop_assert!(profile.elements().iter().all(|element| element.signal().is_none_or(|signal| signal == element.element().signal())));
    }

    #[test]
    fn a_profile_from_counts_is_never_more_than_its_answers_allow(points: u16, answered: u16, unknown: u16, unanswered: u16) {
        let counts = AnswerCounts { answered, unknown, not_applicable: 0, unanswered };
        let element = ElementProfile::from_counts(ChangeElement::Plan, points, counts);
        prop_assert_eq!(element.is_some(), u32::from(points) <= 4 * u32::from(answered));
        prop_assert!(element.and_then(|element| element.score()).is_none_or(|score| (0.0..=1.0).contains(&score)));
    }

    #[test]
    fn a_code_reads_back_however_it_is_typed(sheet in any_sheet()) {
        let code = ResultCode::encode(&sheet.0, &sheet.1);
        let symbols = code.replace('-', "");
        if !sheet.0.is_own() {
            prop_assert_eq!(symbols.len(), if sheet.0.variant() == Variant::Five { 20 } else { 23 });
        }
        let typed = [
            code.clone(),
            symbols.to_lowercase(),
            code.replace('-', " \u{2013} ").replace('0', "o").replace('1', "l"),
            format!("\n{}\t", code.replace('-', "\u{2014}\u{a0}").replace('0', "O").replace('1', "I")),
        ];
        for typed in typed {
            let read = ResultCode::decode(&typed, Some(&sheet.0)).map(ResultCode::into_parts);
            prop_assert_eq!(read, Ok((sheet.0.clone(), sheet.1.clone())));
        }
    }

    #[test]
    fn nothing_that_people_type_makes_it_panic(text in any::<String>(), symbols in "[0-9A-HJKMNP-TV-Z -]{0,80}", sheet in own()) {
        for text in [text, symbols] {
            for own in [None, Some(&sheet.0)] {
                if let Ok(read) = ResultCode::decode(&text, own) {
                    prop_assert_eq!(plain(&ResultCode::encode(read.questionnaire(), read.answers())), plain(&text));
                }
            }
        }
    }

    /// Codes with a right check and anything else in them: one result has one code.
    #[test]
    fn a_code_that_is_read_is_the_only_one_for_its_result(symbols in prop::collection::vec(0..32_u8, 1..48), is_ours: bool, long: bool) {
        let mut symbols = symbols;
        if is_ours {
            // The beginning of our own codes of version 1, so that these are all read.
            symbols.resize(if long { 20 } else { 17 }, 0);
            (symbols[0], symbols[1]) = (2, symbols[1] & 0b10000 | if long { 0b01000 } else { 0 });
        }
        let code = with_check(&symbols);
        let read = ResultCode::decode(&code, None);
        prop_assert!(read.is_ok() || !is_ours);
        if let Ok(read) = read {
            prop_assert_eq!(plain(&ResultCode::encode(read.questionnaire(), read.answers())), code);
        }
    }
}

proptest! {
    #![proptest_config(config(24))]

    /// Every wrong symbol in every place, and every swap.
    #[test]
    fn one_wrong_or_two_swapped_characters_give_no_result(sheet in any_sheet()) {
        let code = plain(&ResultCode::encode(&sheet.0, &sheet.1)).into_bytes();
        let mut tried = 0;
        let mut check = |changed: &[u8]| {
            tried += 1;
            let changed = String::from_utf8_lossy(changed);
            prop_assert!(ResultCode::decode(&changed, Some(&sheet.0)).is_err(), "{} was read", changed);
            Ok(())
        };
        for place in 0..code.len() {
            for symbol in SYMBOLS.iter().filter(|symbol| **symbol != code[place]) {
                let mut changed = code.clone();
                changed[place] = *symbol;
                check(&changed)?;
            }
            for other in (0..place).filter(|other| code[*other] != code[place]) {
                let mut changed = code.clone();
                changed.swap(place, other);
                check(&changed)?;
            }
        }
        prop_assert!(tried >= 31 * code.len());
    }

    /// Every dropped, added and doubled character. A partner's code may get the length of ours, where the check alone
    /// decides, once in 32749 times; so lengths of ours are left out there.
    #[test]
    fn a_character_too_few_or_too_many_gives_no_result(sheet in any_sheet()) {
        let code = plain(&ResultCode::encode(&sheet.0, &sheet.1)).into_bytes();
        let check = |changed: &[u8]| {
            if !sheet.0.is_own() || !matches!(changed.len(), 20 | 23) {
                let changed = String::from_utf8_lossy(changed);
                prop_assert!(ResultCode::decode(&changed, Some(&sheet.0)).is_err(), "{} was read", changed);
            }
            Ok(())
        };
        for place in 0..=code.len() {
            for symbol in SYMBOLS {
                let mut changed = code.clone();
                changed.insert(place, *symbol);
                check(&changed)?;
            }
            if place < code.len() {
                let mut changed = code.clone();
                changed.remove(place);
                check(&changed)?;
            }
        }
    }
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn what_people_typed_stays_text_in_markdown(sheet in any_sheet(), change in hostile()) {
        let texts = Texts::of(Language::NlBe).unwrap();
        let profile = profile(&sheet);
        let report = Report::new(&profile, &texts).with_answers(&sheet.0, &sheet.1);
        let shown = match change.trim() {
            "" => sheet.0.perspective().change(None, &texts).to_owned(),
            change => change.replace(char::is_control, " "),
        };
        // No code and none of our texts has this name, so it shows where a change is named.
        let plain = markdown(&report.about("UÜU").to_markdown());
        let expected: Vec<String> = plain.iter().map(|text| words(&text.replace("UÜU", &shown))).collect();
        let found: Vec<String> = markdown(&report.about(&change).to_markdown()).iter().map(|text| words(text)).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn a_report_is_written_whatever_the_change_is_called(sheet in any_sheet(), change in any::<String>()) {
        let texts = Texts::of(Language::NlBe).unwrap();
        let profile = profile(&sheet);
        let report = Report::new(&profile, &texts).about(&change).with_answers(&sheet.0, &sheet.1);
        prop_assert!(report.to_text().contains(&ResultCode::encode(&sheet.0, &sheet.1)));
        prop_assert!(!report.headline().is_empty());
        prop_assert!(sheet.0.to_csv(&sheet.1, &texts, &change).starts_with("id,element,statement,answer,label\r\n"));
        let svg = report.bars().above(report.radar()).to_svg();
        prop_assert!(roxmltree::Document::parse(&svg).is_ok());
    }

    #[test]
    fn names_stay_text_in_a_drawing(title in hostile(), labels in prop::collection::vec((hostile(), prop::option::of(-0.5..1.5)), 1..8)) {
        let item = |(label, value): &(String, Option<f64>)| Item { label: label.clone(), reading: label.clone(), value: *value, class: "weak" };
        let items: Vec<Item> = labels.iter().map(item).collect();
        let shown = |text: &str| text.replace(|c: char| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'), "");
        for (scene, each) in [(bars(&title, &items), 2), (radar(&title, &items), 1)] {
            let svg = scene.to_svg();
            let document = roxmltree::Document::parse(&svg).map_err(|error| TestCaseError::fail(format!("{error}: {svg}")))?;
            let texts_of = |tag: &'static str| {
                let nodes = document.descendants().filter(move |node| node.has_tag_name(("http://www.w3.org/2000/svg", tag)));
                nodes.map(|node| node.text().unwrap_or_default().to_owned()).collect::<Vec<_>>()
            };
            prop_assert_eq!(texts_of("title"), [shown(&title)]);
            let expected: Vec<String> = labels.iter().flat_map(|(label, _)| vec![shown(label); each]).collect();
            prop_assert_eq!(texts_of("text"), expected);
            let known = ["svg", "title", "style", "rect", "line", "circle", "polygon", "text"];
            prop_assert!(document.descendants().filter(|node| node.is_element()).all(|node| known.contains(&node.tag_name().name())));
        }
    }
}

#[test]
fn nobody_knows_anything_gives_no_picture_and_no_signal() {
    for (perspective, variant) in Perspective::ALL.into_iter().flat_map(|p| Variant::ALL.map(|v| (p, v))) {
        for silent in [Answer::Unknown, Answer::NotApplicable, Answer::Unanswered] {
            let profile = profile(&fill_in(Questionnaire::standard(perspective, variant), &[silent; 30]));
            assert!(profile.elements().iter().all(|element| element.status() == Status::Undetermined));
            assert!(profile.elements().iter().all(|element| element.score().is_none() && element.signal().is_none()));
            assert!(profile.weakest().is_empty() && profile.gaps().is_empty());
        }
    }
}

/// The change, a partner's statements and a translator's names: whoever writes them, a report has its own markup only.
#[test]
fn the_known_attacks_stay_text_in_markdown() {
    let whole = Texts::of(Language::NlBe).unwrap();
    for attack in HOSTILE {
        let line = attack.replace('\n', " ");
        let statement = |index: usize, element| Statement::new(index.to_string(), element, format!("     {line}"));
        let statements = Variant::Five.elements().iter().chain(Variant::Five.elements()).enumerate();
        let statements = statements.map(|(index, element)| statement(index, *element)).collect();
        let questionnaire = Questionnaire::own(Perspective::Staff, Variant::Five, statements).unwrap();
        let sheet = fill_in(questionnaire, &[Answer::Unknown; 10]);
        let pack = whole.iter().map(|(key, text)| match key {
            "elements.vision.name" | "report.status.undetermined" => format!("{key}\t{line}\n"),
            _ => format!("{key}\t{text}\n"),
        });
        let texts = Texts::parse(Language::NlBe, pack.collect());
        let profile = profile(&sheet);
        let report = Report::new(&profile, &texts).about(attack).with_answers(&sheet.0, &sheet.1);
        let found: Vec<String> = markdown(&report.to_markdown()).iter().map(|text| words(text)).collect();
        assert_eq!(found[0], words(&format!("Zelfcheck: {attack}")));
        let times = found.iter().filter(|text| **text == words(&line)).count();
        assert_eq!(times, 10 + 1 + 5, "{attack}: in ten statements, one name and five statuses\n{found:#?}");
    }
}

#[test]
fn public_types_go_from_thread_to_thread() {
    fn holds<T: Send + Sync>() {}
    holds::<(Questionnaire, Answers, Profile, ResultCode, Texts, Report<'_>, olievlek::Error)>();
}

/// A code in its own symbols, without what does not count.
fn plain(code: &str) -> String {
    let counts = |character: &char| !character.is_whitespace() && *character != '-';
    let own = |character: char| match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        upper => upper,
    };
    code.chars().filter(counts).map(own).collect()
}

/// Symbols with the check that `src/knoster/code.rs` describes: the whole leaves 1 when divided by 32749.
fn with_check(symbols: &[u8]) -> String {
    let remainder =
        |symbols: &mut dyn Iterator<Item = u8>| symbols.fold(0, |sum, symbol| (sum * 32 + u32::from(symbol)) % 32_749);
    let check = (32_749 + 1 - remainder(&mut symbols.iter().copied().chain([0; 3]))) % 32_749;
    let check = [check >> 10, check >> 5 & 31, check & 31].map(|symbol| symbol as u8);
    symbols.iter().chain(&check).map(|symbol| char::from(SYMBOLS[usize::from(*symbol)])).collect()
}

/// The text of each block of a Markdown report as a reader sees it; markup that no report has is a fault.
#[track_caller]
fn markdown(text: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS | Options::ENABLE_FOOTNOTES;
    let mut headlines = 0;
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::Paragraph | Tag::Item | Tag::TableCell) => {
                blocks.push(String::new());
            }
            Event::Start(Tag::List(None) | Tag::Table(_) | Tag::TableHead | Tag::TableRow) | Event::End(_) => {}
            // The headline alone is bold, and only our sources are linked.
            Event::Start(Tag::Strong) if headlines == 0 => headlines += 1,
            Event::Start(Tag::Link { ref dest_url, .. }) if is_source(dest_url) => {}
            Event::Text(text) => blocks.last_mut().unwrap().push_str(&text),
            markup => panic!("markup in a report: {markup:?}\n{text}"),
        }
    }
    blocks
}

fn is_source(address: &str) -> bool {
    Claim::ALL.iter().flat_map(|claim| claim.sources()).any(|source| source.url == address)
}

/// The words alone: Markdown does not keep blanks at the ends of a line.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
