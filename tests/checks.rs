//! Laws that every built-in check obeys.

use bilint::check::{CheckDef, Options, Setup};
use bilint::checks;
use bilint::examples::{self, Example};
use bilint::finding::Trust;
use bilint::model::{Dictionaries, Glossary};
use bilint::text::terms::TermSet;
use std::collections::BTreeSet;

/// The word families of names: each has one meaning.
const FAMILIES: [&str; 16] = [
    "untranslated", "missing", "added", "mismatched", "broken", "misplaced", "doubled", "unbalanced", "inconsistent",
    "forbidden", "invalid", "suspicious", "stale", "excessive", "unordered", "translated",
];

fn all() -> impl Iterator<Item = &'static CheckDef> {
    checks::ALL.iter().copied()
}

#[test]
fn examples_hold() {
    for check in all() {
        examples::verify(check);
    }
}

#[test]
fn ids_are_unique_and_sorted_within_their_rooms() {
    let ids: BTreeSet<_> = all().map(|check| check.id).collect();
    assert_eq!(ids.len(), checks::ALL.len());
    for two in checks::ALL.windows(2) {
        let room = |check: &CheckDef| check.file.rsplit_once('/').map(|(room, _)| room.to_owned());
        assert!(room(two[0]) != room(two[1]) || two[0].id < two[1].id, "{} stands before {}", two[0].id, two[1].id);
    }
}

#[test]
fn one_word_names_a_check_its_file_its_static_and_its_struct() {
    for check in all() {
        let snake = check.id.replace('-', "_");
        assert!(check.file.ends_with(&format!("/{snake}.rs")), "{} is declared in {}", check.id, check.file);
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(check.file);
        let text = std::fs::read_to_string(&path).unwrap();
        let camel: String = check.id.split('-').map(|part| part[..1].to_uppercase() + &part[1..]).collect();
        assert!(text.contains(&format!("static {}:", snake.to_uppercase())), "{}: static", check.id);
        assert!(text.contains(&format!("pub struct {camel} ")), "{}: struct", check.id);
        assert!(text.starts_with(&format!("//! `{}`", check.id)), "{}: the file begins with its name", check.id);
    }
}

#[test]
fn names_belong_to_a_family() {
    for check in all() {
        let family = check.id.split('-').next().unwrap();
        assert!(FAMILIES.contains(&family), "{}: `{family}` is no word family", check.id);
    }
}

#[test]
fn docs_begin_with_one_sentence_and_say_why() {
    for check in all() {
        let summary = check.summary();
        assert!(summary.ends_with('.') && summary.starts_with(char::is_uppercase), "{}: {summary:?}", check.id);
        assert!(summary.len() < 100, "{}: the summary is too long", check.id);
        let markdown = check.markdown();
        let why = markdown.split("\n\n").nth(1).unwrap_or_default();
        assert!(!why.starts_with("```") && why.len() > 40, "{}: no second paragraph that says why", check.id);
    }
}

#[test]
fn every_check_has_a_row_in_the_scoreboard() {
    for check in all() {
        assert!(
            bilint::scoreboard::score(check.id).is_some(),
            "{}: BILINT_UPDATE=1 cargo test --test corpora",
            check.id
        );
    }
}

#[test]
fn relations_name_checks_that_exist() {
    let ids: BTreeSet<_> = all().map(|check| check.id).collect();
    for check in all() {
        for other in check.yields_to {
            assert!(ids.contains(other), "{} yields to `{other}`, which does not exist", check.id);
        }
    }
}

#[test]
fn unknown_options_are_refused_with_the_near_miss() {
    let (kept, glossary, dictionaries) = (TermSet::default(), Glossary::default(), Dictionaries::default());
    let setup = Setup { kept: &kept, glossary: &glossary, dictionaries: &dictionaries, today: None };
    for check in all() {
        assert!((check.build)(&Options::default(), &setup).is_ok(), "{} refuses no options", check.id);
        let options = Options::parse("no-such-option = 1").unwrap();
        let error = (check.build)(&options, &setup).err().unwrap_or_else(|| panic!("{} takes any option", check.id));
        assert!(error.message.contains("no-such-option"), "{}: {}", check.id, error.message);
    }
}

#[test]
fn every_check_is_silent_where_nothing_can_be_compared() {
    for check in all().filter(|check| !["missing-target", "missing-source"].contains(&check.id)) {
        for (source, target) in
            [("", ""), (" ", "\t"), ("Some **text** [a](b) 5", ""), ("Some **text**  , [](b) 5", " ")]
        {
            let found = run_pair(check, source, target);
            assert!(found == 0, "{} speaks about {source:?} and {target:?}", check.id);
        }
    }
}

#[test]
fn only_one_sided_checks_look_at_a_translation_alone() {
    let texts =
        ["Some **text** [a](b) 5", "x", "Een  woord , dat dat (er staat .", "See the [](b) that your team has."];
    let speakers: BTreeSet<_> =
        all().filter(|check| texts.iter().any(|text| run_pair(check, "", text) > 0)).map(|check| check.id).collect();
    let one_sided: BTreeSet<_> = all().filter(|check| check.one_sided).map(|check| check.id).collect();
    assert!(speakers.is_subset(&one_sided), "{speakers:?}");
    for id in ["doubled-space", "misplaced-space", "missing-link-text", "missing-source", "unbalanced-bracket"] {
        assert!(speakers.contains(id), "{id} says nothing: {speakers:?}");
    }
}

fn run_pair(check: &'static CheckDef, source: &str, target: &str) -> usize {
    let line = serde_json::json!({"source": source, "target": target, "target_locale": "de"});
    let example = Example { files: vec![("a.jsonl".to_owned(), line.to_string())], ..Example::default() };
    examples::run(check, &example).unwrap().len()
}

#[test]
fn every_check_is_silent_on_what_others_let_pass() {
    // The pages of an example stand without their originals, unless it is about them.
    for check in all().filter(|check| check.id != "missing-original") {
        for other in all().filter(|other| other.id != check.id) {
            for example in examples::parse(other).iter().filter(|example| !example.fails) {
                let example = Example { configuration: String::new(), ..example.clone() };
                let found = examples::run(check, &example).unwrap();
                assert!(
                    found.is_empty(),
                    "{} speaks about what {} lets pass: {found:?} in {:?}",
                    check.id,
                    other.id,
                    example.files
                );
            }
        }
    }
}

#[test]
fn promised_fixes_are_shown_and_settle() {
    for check in all().filter(|check| check.fix.is_some_and(|trust| trust > Trust::Shown)) {
        let examples: Vec<Example> = examples::parse(check).into_iter().filter(|example| example.fails).collect();
        let fixed: Vec<_> = examples.iter().filter_map(|example| examples::fix(check, example).unwrap()).collect();
        assert!(!fixed.is_empty(), "{} promises a fix, and no example shows one", check.id);
        for result in &fixed {
            assert!(result.settled, "{}: fixing does not settle: {result:?}", check.id);
        }
        assert!(fixed.iter().any(|result| result.remaining == 0), "{}: no fix ends its finding: {fixed:?}", check.id);
    }
}

#[test]
fn fixes_cause_no_other_finding() {
    for check in all().filter(|check| check.fix == Some(Trust::Safe)) {
        for example in examples::parse(check).iter().filter(|example| example.fails) {
            let Some(fixed) = examples::fix(check, example).unwrap() else { continue };
            let after =
                Example { files: fixed.files, configuration: String::new(), pairs: Vec::new(), ..example.clone() };
            let before = Example { configuration: String::new(), pairs: Vec::new(), ..example.clone() };
            for other in all().filter(|other| other.id != check.id) {
                let count = |example: &Example| examples::run(other, example).unwrap().len();
                assert!(count(&after) <= count(&before), "fixing {} makes {} speak: {after:?}", check.id, other.id);
            }
        }
    }
}
