//! What is told of a page because of other pages: the same locale elsewhere, other locales.

use bilint::check::Audience;
use bilint::config::LEAST_SEGMENTS;
use bilint::config::{Config, Settings};
use bilint::evidence::{Draft, Evidence, Learner};
use bilint::locale::Locale;
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
    found_knowing(check, pages, None)
}

/// What it finds there with `evidence` that was learned before.
fn found_knowing(check: &str, pages: &[(String, String)], evidence: Option<Evidence>) -> Vec<(String, String, String)> {
    let config = Config { audience: Some(Audience::Auditor), select: vec![check.to_owned()], ..Config::default() };
    let registry = Registry::builtin();
    let mut settings = Settings::new(&config, &registry, Vec::new(), "", "").unwrap();
    settings.learned = settings.learned.with(evidence);
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

/// What Dutch pages teach, as it is read from a file. A page is a list of segments.
fn evidence(pages: &[&[(&str, &str)]]) -> Evidence {
    let mut learner = Learner::new(Locale::english(), Locale::parse("nl").unwrap());
    for page in pages {
        let mut draft = Draft::default();
        page.iter().for_each(|(source, target)| draft.add(source, target));
        learner.add(draft);
    }
    Evidence::from_bytes(&learner.learn().to_bytes()).unwrap()
}

const USUAL: (&str, &str) = ("Choose the **new** plan.", "Kies het **nieuwe** abonnement.");
const ODD: (&str, &str) = ("Choose the new plan", "Neem het **andere** pakket.");

/// Three pages that word a step alike; each has something of its own, or they were one page.
fn three() -> [Vec<(&'static str, &'static str)>; 3] {
    [("One", "Een"), ("Two", "Twee"), ("Three", "Drie")].map(|own| vec![USUAL, own])
}

fn one_page(pairs: &[(&str, &str)]) -> [(String, String); 1] {
    [("nl/a.jsonl".to_owned(), page("nl", pairs))]
}

#[test]
fn a_page_alone_is_held_against_evidence_from_others() {
    let [one, two, three] = &three();
    let all = [&one[..], two, three];
    let told = found_knowing("inconsistent-translation", &one_page(&[ODD]), Some(evidence(&all)));
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(
        (&*told[0].1, &*told[0].2),
        ("Neem het **andere** pakket", "translated as `Kies het nieuwe abonnement` in 3 of 4 places")
    );
    let two = found_knowing("inconsistent-translation", &one_page(&[ODD]), Some(evidence(&all[..2])));
    assert!(two.is_empty(), "two places are no custom: {two:?}");
    assert!(found_knowing("inconsistent-translation", &one_page(&[USUAL]), Some(evidence(&all))).is_empty());
    let forms = ("Choose the new plan", "De nieuwe abonnementen kiezen");
    assert!(found_knowing("inconsistent-translation", &one_page(&[forms]), Some(evidence(&all))).is_empty());
}

#[test]
fn places_at_hand_and_elsewhere_are_counted_together_and_what_a_page_gave_only_once() {
    let [one, two, three] = &three();
    let own = [ODD, ("Four", "Vier")];
    // The page is among those learned from: four places, not five.
    let known = evidence(&[one, two, three, &own]);
    let told = found_knowing("inconsistent-translation", &one_page(&own), Some(known));
    assert_eq!(told[0].2, "translated as `Kies het nieuwe abonnement` in 3 of 4 places");
    // It has the usual wording too, and gave one of the three: with two others that is no custom.
    let both = [ODD, USUAL];
    let told = found_knowing("inconsistent-translation", &one_page(&both), Some(evidence(&[one, &both])));
    assert!(told.is_empty(), "{told:?}");
    let told = found_knowing("inconsistent-translation", &one_page(&both), Some(evidence(&[one, two, three, &both])));
    assert_eq!(told[0].2, "translated as `Kies het **nieuwe** abonnement.` in 4 of 5 places");
}

#[test]
fn a_label_that_other_pages_translate_was_forgotten() {
    let page = |own| vec![("Unit price", "Stuksprijs"), own];
    let pages = [page(("One", "Een")), page(("Two", "Twee")), page(("Three", "Drie"))];
    let pages: Vec<_> = pages.iter().map(Vec::as_slice).collect();
    let left = one_page(&[("Unit price:", "**Unit price:**")]);
    let told = found_knowing("untranslated-label", &left, Some(evidence(&pages)));
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0].2, "left as in the source; 3 of 4 places translate it");
    assert!(found_knowing("untranslated-label", &left, Some(evidence(&pages[..2]))).is_empty());
}

#[test]
fn titles_are_held_against_titles() {
    let learned = |title: bool| {
        let mut learner = Learner::new(Locale::english(), Locale::parse("nl").unwrap());
        for own in ["One", "Two", "Three"] {
            let mut draft = Draft::default();
            if title {
                draft.add_title(USUAL.0, USUAL.1);
            } else {
                draft.add(USUAL.0, USUAL.1);
            }
            draft.add(own, own);
            learner.add(draft);
        }
        learner.learn()
    };
    let [(path, text)] = one_page(&[ODD]);
    let heading = [(path, text.replace("table-cell", "heading"))];
    assert_eq!(found_knowing("inconsistent-translation", &heading, Some(learned(true))).len(), 1);
    assert!(found_knowing("inconsistent-translation", &heading, Some(learned(false))).is_empty());
    assert!(found_knowing("inconsistent-translation", &one_page(&[ODD]), Some(learned(true))).is_empty());
}

#[test]
fn a_link_cites_the_title_of_a_page_that_is_not_at_hand() {
    let mut draft = Draft::default();
    draft.add_title("Set up the account", "Uw account configureren");
    draft.add_title("Pay a bill", "Een factuur betalen");
    draft.add("Pay a letter", "Een brief betalen");
    let mut learner = Learner::new(Locale::english(), Locale::parse("nl").unwrap());
    learner.add(draft);
    let pairs = [
        ("See [Set up the account](account.md).", "Zie [Het account instellen](account.md)."),
        ("See [set up the account](account.md).", "Zie [uw **account** configureren](account.md)."),
        ("See [Set up the account](https://example.org/a).", "Zie [Het account instellen](https://example.org/a)."),
        ("See [Set up the account](account.md#b).", "Zie [Het account instellen](account.md#b)."),
        ("See [Pay a letter](letter.md).", "Zie [Een post betalen](letter.md)."),
    ];
    let told = found_knowing("mismatched-link-text", &one_page(&pairs), Some(learner.learn()));
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(
        (&*told[0].1, &*told[0].2),
        ("Het account instellen", "elsewhere the title is “Uw account configureren”")
    );
    assert!(found("mismatched-link-text", &one_page(&pairs)).is_empty());
}
