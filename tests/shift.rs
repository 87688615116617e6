//! A marker over the wrong words is moved onto a whole phrase, or not at all.

use bilint::checks::links::misplaced_link::MISPLACED_LINK;
use bilint::examples::{self, Example};

/// What the translation `target` of `source` becomes, when translations taught what a few words are called.
fn mended(source: &str, target: &str) -> Option<String> {
    let learned = [
        (20, "Print invoice #.", "Skriv ut fakturan #."),
        (20, "Remove invoice #.", "Ta bort fakturan #."),
        (20, "Remove box #.", "Ta bort låda #."),
        (20, "Send box #.", "Skicka låda #."),
        (20, "The customer sees invoice #.", "Kunden ser fakturan #."),
        (20, "The customer signs letter #.", "Kunden undertecknar brev #."),
        (40, "The driver counts the bags on floor #.", "Föraren räknar säckarna på våning #."),
    ];
    let text = serde_json::json!({"source": source, "target": target, "target_locale": "sv"}).to_string();
    let example = Example {
        files: vec![("pair.jsonl".to_owned(), text)],
        learned: learned.map(|(count, source, target)| (count, source.to_owned(), target.to_owned())).into(),
        language: "sv".to_owned(),
        ..Example::default()
    };
    let fixed = examples::fix(&MISPLACED_LINK, &example).unwrap()?;
    let pair: serde_json::Value = serde_json::from_str(&fixed.files[0].1).unwrap();
    Some(pair["target"].as_str().unwrap().to_owned())
}

#[test]
fn a_whole_phrase_is_proposed_and_no_half_of_one() {
    let source = "Send the [invoice](a.md) to the customer.";
    let mended_to = |target: &str| mended(source, target);
    let whole = "Skicka [fakturan](a.md) till kunden.";
    assert_eq!(mended_to("Skicka fakturan till [kunden](a.md).").as_deref(), Some(whole));
    // Nobody knows what the word beside it is.
    assert_eq!(mended_to("Skicka årliga fakturan till [kunden](a.md)."), None);
    // Small words that the source has not under its link.
    assert_eq!(
        mended_to("Skicka fakturan [till kunden](a.md).").as_deref(),
        Some("Skicka [fakturan](a.md) till kunden.")
    );
}

#[test]
fn nothing_is_proposed_where_a_blank_is_lacking() {
    let source = "Send the [invoice](a.md) to the customer.";
    assert_eq!(mended(source, "Skicka fakturan till [kunden](a.md)nu."), None);
}
