//! Laws of the facts, on generated texts: what is fast is equal to what is right, and nothing is lost.

use bilint::locale::LANGUAGES;
use bilint::span::Span;
use bilint::text::sentences::sentences;
use bilint::text::{numbers, words};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// Pieces that texts are made of: letters, digits, punctuation of every class, combining marks, other scripts.
const PIECES: &[&str] = &[
    "a", "Word", "é", "ß", "ł", "İ", "ı", "ƀ", "ɐ", "0", "12", "345", ".", ",", ";", ":", "'", "’", "‘", "\"", "“",
    "”", "_", "-", "‐", "–", "—", "…", "!", "?", "/", "\\", "*", "[", "]", "(", ")", "&", "%", "$", "@", "#", "·", "‧",
    "․", "\u{ad}", "\u{301}", "\u{200b}", "\u{200d}", "\u{feff}", "\u{a0}", "\u{202f}", "²", "½", "ª", "µ", "°", "€",
    "™", "‿", "⁀", " ", "  ", "\t", "\n", "\r\n", "漢", "字", "かな", "カナ", "ー", "한글", "слово", "λόγος", "עברית",
    "״", "שלום", "ไทย", "👩‍💻", "🇳🇱", "z. B.", "1. ", "Nr. ", "。", "！", "۔", "।",
];

fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(PIECES).prop_map(str::to_owned);
    let free = any::<char>().prop_map(String::from);
    let latin = "[ -~\u{a0}-\u{250}\u{2010}-\u{203f}]{0,3}";
    prop::collection::vec(prop_oneof![6 => pieces, 1 => free, 3 => latin], 0..24).prop_map(|parts| parts.concat())
}

/// Texts that the fast path takes: Latin letters, digits and common punctuation.
fn latin() -> impl Strategy<Value = String> {
    prop::collection::vec("[a-cA-Cé1-3_.:,;'’·‘ \\-–“/]{0,9}", 0..6).prop_map(|parts| parts.concat())
}

/// The annex's sentences without the white space around them.
fn annex(text: &str) -> Vec<Span> {
    let bounds = text.split_sentence_bound_indices().filter(|(_, piece)| !piece.trim().is_empty());
    bounds
        .map(|(start, piece)| {
            let lead = start + piece.len() - piece.trim_start().len();
            Span::new(lead, lead + piece.trim().len())
        })
        .collect()
}

/// Every character of the blocks that the fast path knows, beside letters, digits and connectors.
#[test]
fn every_latin_character_is_classed_as_the_annex_classes_it() {
    let characters = ('\u{20}'..='\u{250}').chain('\u{2010}'..='\u{2040}').chain(['€', '™']);
    let mut wrong = Vec::new();
    for character in characters {
        let same = ["", "a", "1", "_", "a.", "1,"].iter().all(|before| {
            ["", "a", "1", "_", ".a", ",1"].iter().all(|after| {
                let text = format!("{before}{character}{after}");
                words::words(&text) == words::annex(&text)
            })
        });
        if !same {
            wrong.push(format!("U+{:04X}", character as u32));
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, ..ProptestConfig::default() })]

    #[test]
    fn the_fast_path_finds_the_words_of_the_annex(text in text()) {
        prop_assert_eq!(words::words(&text), words::annex(&text), "{:?}", text);
    }

    #[test]
    fn so_it_does_on_latin_text(text in latin()) {
        prop_assert_eq!(words::words(&text), words::annex(&text), "{:?}", text);
    }

    #[test]
    fn sentences_hold_every_character_that_shows_once(text in text()) {
        let mut at = 0;
        for sentence in sentences(&text) {
            prop_assert!(sentence.range().start >= at, "{:?} overlaps in {:?}", sentence, text);
            prop_assert!(text[at..sentence.range().start].trim().is_empty(), "lost before {:?} in {:?}", sentence, text);
            prop_assert_eq!(sentence.of(&text).trim(), sentence.of(&text));
            prop_assert!(!sentence.is_empty());
            at = sentence.range().end;
        }
        prop_assert!(text[at..].trim().is_empty(), "lost the end of {:?}", text);
    }

    /// Sentences are those of the annex, some of them joined.
    #[test]
    fn sentences_end_where_the_annex_ends_one(text in text()) {
        let bounds = annex(&text);
        for sentence in sentences(&text) {
            prop_assert!(bounds.iter().any(|bound| bound.start == sentence.start), "{:?} in {:?}", sentence, text);
            prop_assert!(bounds.iter().any(|bound| bound.end == sentence.end), "{:?} in {:?}", sentence, text);
        }
    }

    /// Where nothing looks like an abbreviation, they are all of them.
    #[test]
    fn sentences_without_abbreviations_are_those_of_the_annex(parts in prop::collection::vec("[A-Z][a-z]{4,8} [a-z]{4,9}[.!?。]{1,2} {1,2}", 0..6)) {
        let text = parts.concat();
        prop_assert_eq!(sentences(&text), annex(&text));
    }

    /// A number written with the separators of a language is found as a whole and read back.
    #[test]
    fn numbers_survive_the_separators_of_every_language(whole in 0_u64..10_000_000_000, fraction in 0_u32..1000) {
        for language in LANGUAGES {
            for &group in language.groups {
                let plain = whole.to_string();
                let mut written = String::new();
                for (index, digit) in plain.chars().enumerate() {
                    if index > 0 && (plain.len() - index).is_multiple_of(3) {
                        written.push(group);
                    }
                    written.push(digit);
                }
                let mut expected = plain;
                if fraction > 0 {
                    let digits = format!("{fraction:03}");
                    written = format!("{written}{}{digits}", language.decimal);
                    expected = format!("{expected}.{}", digits.trim_end_matches('0'));
                }
                let sentence = format!("({written})");
                let found = numbers::numbers(&sentence);
                prop_assert_eq!(found.len(), 1, "{} in {}", &sentence, language.name);
                prop_assert_eq!(found[0].of(&sentence), &written, "{}", language.name);
                prop_assert_eq!(numbers::value(&written, language), expected.clone(), "{} in {}", &written, language.name);
            }
        }
    }
}
