//! What holds for the texts in every language, so that a translator edits JSON and cannot break a page.

#![cfg(feature = "lang-all")]
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};

use olievlek::content::{Language, Texts, adoption_pack, goal_pack, goal_plan_pack, self_check_pack};
use olievlek::knoster::{Perspective, Profile, Questionnaire, Report, Variant};
use olievlek::survey::Answer;

/// What the code fills in; anything else in braces would reach a reader.
const PLACEHOLDERS: [&str; 40] = [
    "change", "elements", "n", "name", "step", "steps", "answered", "total", "text", "format", "file", "position",
    "found", "expected", "day", "month", "year", "years", "date", "holiday", "start", "end", "goal", "other", "field",
    "line", "column", "question", "p", "q", "share", "low", "high", "middle", "before", "after", "groups", "value",
    "row", "first",
];

/// Words that deny: to disagree with such a statement is a double negation, which readers get wrong.
fn denials(language: Language) -> &'static [&'static str] {
    match language {
        Language::NlBe => &["niet", "geen", "nooit", "niemand", "niets", "noch", "nergens", "zonder", "evenmin"],
        // `t` is what is left of “don’t”.
        Language::En => {
            &["not", "no", "never", "nobody", "none", "nothing", "nowhere", "neither", "nor", "without", "cannot", "t"]
        }
        Language::Fr => &["ne", "n", "pas", "jamais", "rien", "aucun", "aucune", "ni", "sans", "guère", "nul", "nulle"],
        Language::De => &[
            "nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nie", "niemals", "niemand", "nichts",
            "nirgends", "ohne", "weder",
        ],
    }
}

fn texts(language: Language) -> Texts {
    Texts::of(language).unwrap()
}

fn pairs(language: Language) -> Vec<(String, String)> {
    texts(language).iter().map(|(key, text)| (key.to_owned(), text.to_owned())).collect()
}

/// Checks every text of every language and names each one that fails.
#[track_caller]
fn every_text(rule: &str, fault: impl Fn(Language, &str, &str) -> Option<String>) {
    let mut faults = Vec::new();
    for language in Language::ALL {
        let pairs = pairs(language);
        assert!(pairs.len() > 150, "{language} holds {} texts", pairs.len());
        for (key, text) in pairs {
            if let Some(fault) = fault(language, &key, &text) {
                faults.push(format!("{language}, {key}: {fault}: {text}"));
            }
        }
    }
    assert!(faults.is_empty(), "{rule}\n  {}", faults.join("\n  "));
}

fn placeholders(text: &str) -> Vec<&str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}

/// The words, split where a letter ends; `n’a` is two.
fn words(text: &str) -> Vec<String> {
    let split = |character: char| !character.is_alphanumeric() && !matches!(character, '{' | '}' | '-');
    text.split(split).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[test]
fn every_language_has_every_text_with_the_same_placeholders() {
    let shape = |language| -> BTreeMap<String, BTreeSet<String>> {
        let named = |text: &str| placeholders(text).into_iter().map(String::from).collect();
        pairs(language).into_iter().map(|(key, text)| (key, named(&text))).collect()
    };
    let first = shape(Language::default());
    for language in Language::ALL {
        let other = shape(language);
        let (here, there): (BTreeSet<_>, BTreeSet<_>) = (first.keys().collect(), other.keys().collect());
        let missing: Vec<_> = here.difference(&there).collect();
        let more: Vec<_> = there.difference(&here).collect();
        assert!(missing.is_empty() && more.is_empty(), "{language}: missing {missing:?}, only there {more:?}");
        for (key, named) in &first {
            assert_eq!(
                Some(named),
                other.get(key),
                "{language}, {key}: other placeholders than in {}",
                Language::default()
            );
        }
    }
}

#[test]
fn a_text_is_a_line_of_words() {
    every_text("a text is neither empty nor has blanks around it or doubled", |_, _, text| {
        let untidy = text.is_empty() || text.trim() != text || text.contains("  ") || text.contains(char::is_control);
        untidy.then(|| "untidy".into())
    });
    every_text("a text is no HTML and no Markdown", |_, _, text| {
        let markup = text.contains(['<', '>', '`', '*', '[', ']']) || text.contains("&amp;") || text.contains("&nbsp;");
        markup.then(|| "markup".into())
    });
    every_text("quotation marks and apostrophes are curly", |_, _, text| {
        text.contains(['"', '\'']).then(|| "straight".into())
    });
}

#[test]
fn a_placeholder_is_one_that_the_code_fills_in() {
    every_text("braces name a value that the code knows", |_, _, text| {
        let open = text.matches('{').count();
        let unknown = placeholders(text).into_iter().find(|name| !PLACEHOLDERS.contains(name));
        match unknown {
            Some(unknown) => Some(format!("unknown `{unknown}`")),
            None => {
                (open != placeholders(text).len() || open != text.matches('}').count()).then(|| "a stray brace".into())
            }
        }
    });
}

#[test]
fn a_statement_is_short_and_denies_nothing() {
    every_text(
        "a statement has at most 20 words and one placeholder, `{change}`, and no denial",
        |language, key, text| {
            if !key.starts_with("statements.") {
                return None;
            }
            let words = words(text);
            let denial = words.iter().find(|word| denials(language).contains(&word.as_str()));
            match denial {
                Some(denial) => Some(format!("denies with `{denial}`")),
                None if words.len() > 20 => Some(format!("{} words", words.len())),
                None if placeholders(text).len() > 1 || placeholders(text).iter().any(|name| *name != "change") => {
                    Some("placeholders".into())
                }
                None => (!text.ends_with('.')).then(|| "no full stop".into()),
            }
        },
    );
}

#[test]
fn a_sentence_of_the_interface_is_short() {
    every_text("a Dutch sentence of the interface has at most 20 words", |language, key, text| {
        let shown =
            ["self-check.", "report.", "goal.", "adoption.", "team."].iter().any(|topic| key.starts_with(topic));
        if language != Language::NlBe || !shown {
            return None;
        }
        let sentences = text.split_inclusive(['.', '?', '!']);
        let longest = sentences.map(|sentence| words(sentence).len()).max().unwrap_or(0);
        (longest > 20).then(|| format!("{longest} words"))
    });
}

#[test]
fn french_keeps_its_punctuation_on_the_line() {
    every_text("French has a no-break space before ? ! : ; and within « »", |language, _, text| {
        if language != Language::Fr {
            return None;
        }
        let characters: Vec<char> = text.chars().collect();
        let is_blank = |blank: Option<&char>| matches!(blank, Some('\u{a0}' | '\u{202f}'));
        let broken = characters.iter().enumerate().find(|(index, character)| match character {
            '?' | '!' | ':' | ';' | '»' => !is_blank(index.checked_sub(1).and_then(|before| characters.get(before))),
            '«' => !is_blank(characters.get(index + 1)),
            _ => false,
        });
        broken.map(|(_, character)| format!("`{character}`"))
    });
}

#[test]
fn every_statement_and_every_advice_has_its_text() {
    for language in Language::ALL {
        let texts = texts(language);
        for perspective in Perspective::ALL {
            let questionnaire = Questionnaire::standard(perspective, Variant::Consensus);
            let distinct: BTreeSet<String> =
                questionnaire.statements().iter().map(|statement| statement.text(&texts, "x")).collect();
            assert_eq!(distinct.len(), 30, "{language}, {perspective}: statements are alike");
            assert!(
                distinct.iter().all(|text| text.contains(' ')),
                "{language}, {perspective}: a key instead of a text"
            );
            let profile = Profile::new(&questionnaire, &questionnaire.blank());
            let report = Report::new(&profile, &texts);
            for element in Variant::Consensus.elements() {
                assert_eq!(report.advice(*element).len(), 3, "{language}, {perspective}, {element}");
                assert!(report.signal(*element).contains(' '), "{language}, {element}");
            }
        }
    }
}

#[test]
fn a_signal_is_hedged() {
    every_text("a signal may point to something; it is no diagnosis", |language, key, text| {
        let hedges: &[&str] = match language {
            Language::NlBe => &["kan dat wijzen op"],
            Language::En => &["may point to"],
            Language::Fr => &["peut indiquer", "peuvent indiquer"],
            Language::De => &["kann das auf"],
        };
        let is_hedged = hedges.iter().any(|hedge| text.contains(hedge));
        (key.ends_with(".signal-text") && !is_hedged).then(|| format!("without {hedges:?}"))
    });
}

#[test]
fn a_pack_holds_what_its_self_check_needs_and_no_more() {
    for (language, perspective) in Language::ALL.into_iter().flat_map(|l| Perspective::ALL.map(|p| (l, p))) {
        let whole = texts(language);
        let pack = Texts::parse(language, self_check_pack(language, perspective).unwrap());
        let wanted = |key: &str| {
            let own = |topic: &str| key.starts_with(&format!("{topic}.{}", perspective.id()));
            match key.split('.').collect::<Vec<_>>()[..] {
                ["statements", ..] => own("statements"),
                ["advice", ..] => own("advice"),
                ["report", "change", ..] => own("report.change"),
                ["report", "perspective", ..] => own("report.perspective"),
                ["elements", _, part] => part != "signal",
                [topic, ..] => matches!(topic, "report" | "self-check"),
                [] => false,
            }
        };
        for (key, text) in whole.iter() {
            assert_eq!(pack.find(key), wanted(key).then_some(text), "{language}, {perspective}: {key}");
        }

        // A page that has the pack alone says what the crate says with all texts.
        let questionnaire = Questionnaire::standard(perspective, Variant::Consensus);
        let mut answers = questionnaire.blank();
        let given =
            [1, 5, 2, 4, 3].map(|value| Answer::from_value(value).unwrap()).into_iter().chain([Answer::Unknown]);
        given.cycle().take(30).enumerate().for_each(|(index, answer)| answers.set(index, answer));
        let profile = Profile::new(&questionnaire, &answers);
        let [alone, all] = [&pack, &whole].map(|texts| {
            let report = Report::new(&profile, texts).with_answers(&questionnaire, &answers);
            report.to_markdown() + &report.bars().to_svg() + &questionnaire.to_csv(&answers, texts, "x")
        });
        assert_eq!(alone, all, "{language}, {perspective}");
    }
}

#[test]
fn a_pack_of_goals_says_what_the_crate_says() {
    for language in Language::ALL {
        let whole = texts(language);
        for (pack, most) in [(goal_pack(language).unwrap(), 110), (goal_plan_pack(language).unwrap(), 180)] {
            let pack = Texts::parse(language, pack);
            let taken: Vec<&str> =
                whole.iter().filter(|(key, _)| pack.find(key).is_some()).map(|(key, _)| key).collect();
            assert!((40..=most).contains(&taken.len()), "{language}: {} texts", taken.len());
            assert!(taken.iter().all(|key| pack.find(key) == whole.find(key)), "{language}");
        }
    }
}

#[test]
fn a_pack_of_adoption_says_what_the_crate_says() {
    for language in Language::ALL {
        let whole = texts(language);
        let pack = Texts::parse(language, adoption_pack(language).unwrap());
        let wanted = |key: &str| {
            key.starts_with("adoption.")
                || key.starts_with("calendar.month.")
                || ["report.pair", "calendar.describe.date", "calendar.describe.first", "calendar.describe.month"]
                    .contains(&key)
        };
        for (key, text) in whole.iter() {
            assert_eq!(pack.find(key), wanted(key).then_some(text), "{language}: {key}");
        }
    }
}

#[test]
fn every_element_has_a_beginning_and_two_goals() {
    for language in Language::ALL {
        let texts = texts(language);
        let mut all = BTreeSet::new();
        for element in Variant::Consensus.elements() {
            for which in ["begin", "1", "2"] {
                let text = texts.get(&format!("goal-widget.for.{element}.{which}")).to_owned();
                // A beginning has gaps to fill, and a goal has none.
                assert_eq!(text.contains('…'), which == "begin", "{language}: {text}");
                all.insert(text);
            }
        }
        assert_eq!(all.len(), 18, "{language}");
    }
}
