//! What is told of a page because of other pages: the same locale elsewhere, other locales.

use bilint::check::Audience;
use bilint::config::LEAST_SEGMENTS;
use bilint::config::{Config, Settings};
use bilint::{Docset, Linter, Registry, Sources};
use std::fmt::Write as _;

/// A page of pairs.
fn page(locale: &str, pairs: &[(&str, &str)]) -> String {
    let mut page = String::new();
    for (source, target) in pairs {
        let line =
            serde_json::json!({"source": source, "target": target, "target_locale": locale, "kind": "table-cell"});
        let _ = writeln!(page, "{line}");
    }
    page
}

/// What `check` finds in `pages`, as path, text and message.
fn found(check: &str, pages: &[(String, String)]) -> Vec<(String, String, String)> {
    let config = Config { audience: Some(Audience::Auditor), select: vec![check.to_owned()], ..Config::default() };
    let registry = Registry::builtin();
    let settings = Settings::new(&config, &registry, Vec::new(), "", "").unwrap();
    let linter = Linter::new(&registry, &settings).unwrap();
    let mut sources = Sources::new();
    for (path, text) in pages {
        sources.add(path.clone(), text.clone());
    }
    let docset = Docset::parse(&sources, &settings);
    let report = linter.run(&sources, &docset);
    let own = report.findings.iter().filter(|finding| finding.check == check);
    let mut found: Vec<_> = own
        .map(|finding| {
            let (file, span) = docset.locate(finding.place);
            let file = sources.file(file);
            (file.path.clone(), span.of(&file.text).to_owned(), finding.message.to_string())
        })
        .collect();
    found.sort();
    found
}

/// Texts of a locale that translate `month` as `word`, as many as it takes to learn from them, and a label.
fn months(locale: &str, word: &str, label: &str) -> (String, String) {
    let sentence = |number: usize| (format!("The month of step {number}"), format!("{word} {number}"));
    let sentences: Vec<(String, String)> = (0..LEAST_SEGMENTS).map(sentence).collect();
    let mut pairs: Vec<(&str, &str)> = sentences.iter().map(|(source, target)| (&**source, &**target)).collect();
    pairs.push(("Month", label));
    (format!("{locale}/a.jsonl"), page(locale, &pairs))
}

#[test]
fn a_label_that_other_languages_translate_was_forgotten() {
    let pages = [months("it", "mese", "Month"), months("pl", "miesiąc", "Miesiąc"), months("sv", "månad", "Månad")];
    let told = found("untranslated-label", &pages);
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!((&*told[0].0, &*told[0].1), ("it/a.jsonl", "Month"));
    assert_eq!(told[0].2, "left as in the source; 2 other languages translate it");
}

#[test]
fn one_other_language_is_no_majority_and_a_word_that_is_always_kept_is_no_fault() {
    let two = [months("it", "mese", "Month"), months("pl", "miesiąc", "Miesiąc")];
    assert!(found("untranslated-label", &two).is_empty());
    let kept = [months("it", "month", "Month"), months("pl", "miesiąc", "Miesiąc"), months("sv", "månad", "Månad")];
    assert!(found("untranslated-label", &kept).is_empty());
    let disagreed = [months("it", "mese", "Month"), months("pl", "miesiąc", "Month"), months("sv", "månad", "Månad")];
    assert!(found("untranslated-label", &disagreed).is_empty());
}

#[test]
fn what_is_told_does_not_depend_on_the_order_of_pages() {
    let rows = |count: usize, target| page("nl", &vec![("Choose a new plan", target); count]);
    let mut pages = vec![
        ("nl/a.jsonl".to_owned(), rows(2, "Kies een nieuw abonnement")),
        ("nl/b.jsonl".to_owned(), rows(2, "Neem een ander pakket")),
        ("nl/c.jsonl".to_owned(), rows(5, "Kies een nieuw abonnement")),
    ];
    let told = found("inconsistent-translation", &pages);
    assert_eq!(told.len(), 1, "one for each page and source: {told:?}");
    assert_eq!(told[0].2, "translated as `Kies een nieuw abonnement` in 7 of 9 places");
    pages.rotate_left(1);
    assert_eq!(told, found("inconsistent-translation", &pages));
    pages.swap(0, 1);
    assert_eq!(told, found("inconsistent-translation", &pages));
}

#[test]
fn kinds_are_not_held_against_each_other() {
    let mut text = page("nl", &[("Choose a new plan", "Kies een nieuw abonnement"); 3]);
    let heading = page("nl", &[("Choose a new plan", "Een ander pakket nemen")]).replace("table-cell", "heading");
    text.push_str(&heading);
    assert!(found("inconsistent-translation", &[("nl/a.jsonl".to_owned(), text)]).is_empty());
}
