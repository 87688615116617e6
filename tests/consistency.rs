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

/// A page of one text in several locales.
fn in_locales(source: &str, targets: &[(&str, &str)]) -> Vec<(String, String)> {
    let file = |&(locale, target): &(&str, &str)| (format!("{locale}/a.jsonl"), page(locale, &[(source, target)]));
    targets.iter().map(file).collect()
}

#[test]
fn one_other_language_tells_nothing_of_numbers() {
    let source = "Wait 5 minutes.";
    let mut pages =
        in_locales(source, &[("it", "Attendere 5 minuti."), ("pl", "Poczekaj 5 minut."), ("sv", "Vänta en stund.")]);
    let told = found("inconsistent-number", &pages);
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!((&*told[0].0, &*told[0].2), ("sv/a.jsonl", "2 other languages have the number `5`"));
    pages.remove(0);
    assert!(found("inconsistent-number", &pages).is_empty());
}

#[test]
fn pages_are_held_against_their_counterparts_alone() {
    let source = "Wait 5 minutes.";
    let targets = [("it", "Attendere 5 minuti."), ("pl", "Poczekaj 5 minut."), ("sv", "Vänta en stund.")];
    let mut pages = in_locales(source, &targets);
    pages[2].0 = "sv/b.jsonl".to_owned();
    assert!(found("inconsistent-number", &pages).is_empty());
    for (path, _) in &mut pages {
        *path = format!("texts/{}.jsonl", &path[..2]);
    }
    assert_eq!(found("inconsistent-number", &pages).len(), 1, "the locale may stand in the name of the file");
}

#[test]
fn languages_without_known_number_words_are_believed() {
    let targets = [("it", "Attendere 5 minuti."), ("pl", "Poczekaj 5 minut."), ("th", "รอห้านาที")];
    assert!(found("inconsistent-number", &in_locales("Wait 5 minutes.", &targets)).is_empty());
}

#[test]
fn clocks_glosses_ranges_and_names_are_no_counts() {
    let quiet = |source: &str, target: &str| {
        let targets = [("it", source), ("pl", source), ("sv", target)];
        let told = found("inconsistent-number", &in_locales(source, &targets));
        assert!(told.is_empty(), "{told:?}");
    };
    quiet("Open from 9:30 on.", "Öppet från 10:30 och senare.");
    quiet("Text in Unicode only", "Text bara i UTF-8");
    quiet("Use levels 7-9 only", "Använd bara nivåerna 7, 8 och 9");
    quiet("Recent files come first", "Nya filer (6 månader) kommer först");
    quiet("Ends on October 3", "Slutar den 3 oktober 2025");
    quiet("See open(2) first", "Se först open");
}

#[test]
fn a_link_that_only_one_language_moves_is_told_by_what_most_lead_to() {
    let source = "See [fees](https://a.com/fees).";
    let targets = [
        ("de", "Siehe [Gebühren](https://a.com/de-de/fees)."),
        ("it", "Vedere [tariffe](https://a.com/it-it/costs)."),
        ("pl", "Zobacz [opłaty](https://a.com/fees)."),
        ("sv", "Se [avgifter](https://a.com/sv-se/fees)."),
    ];
    let told = found("inconsistent-destination", &in_locales(source, &targets));
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!((&*told[0].0, &*told[0].1), ("it/a.jsonl", "https://a.com/it-it/costs"));
    assert_eq!(told[0].2, "3 other languages lead to `https://a.com/de-de/fees`");
}

#[test]
fn a_translated_anchor_that_its_page_has_is_right() {
    let markdown = |locale: &str, text: &str| (format!("{locale}/a.md"), text.to_owned());
    let mut pages = [
        markdown("en", "# Fees\n\nSee [the fees](#fees) here.\n"),
        markdown("it", "# Tariffe <a name=\"fees\"></a>\n\nVedere [le tariffe](#fees) qui.\n"),
        markdown("pl", "# Opłaty <a name=\"fees\"></a>\n\nZobacz [opłaty](#fees) tutaj.\n"),
        markdown("sv", "# Avgifter\n\nSe [avgifterna](#avgifter) här.\n"),
    ];
    assert!(found("inconsistent-destination", &pages).is_empty());
    pages[3] = markdown("sv", "# Priser\n\nSe [avgifterna](#avgifter) här.\n");
    assert_eq!(found("inconsistent-destination", &pages).len(), 1);
}
