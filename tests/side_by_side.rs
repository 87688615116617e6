//! `scraper` is the referee of the side-by-side scanner: on well-nested pages both read the same spans.

use bilint::formats::markdown::pairs;
use proptest::prelude::*;
use scraper::{Html, Selector};
use std::fmt::Write as _;

/// A translated sentence of plain words, links, emphasis, entities, well-nested tags and line ends; never a blank
/// alone, because an HTML reader and Markdown disagree on that only in how they show it.
fn sentence() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zA-Zéøß]{1,8}",
        Just("**Opslaan**".to_owned()),
        Just("[tekst](pagina.md#anker)".to_owned()),
        Just("`code`".to_owned()),
        Just("<br>".to_owned()),
        Just("<em>nadruk</em>".to_owned()),
        Just("<span class=\"ui\">knop</span>".to_owned()),
        Just("A | B".to_owned()),
        Just("\n".to_owned()),
        Just("保存".to_owned()),
    ];
    prop::collection::vec(piece, 1..8).prop_map(|pieces| pieces.join(" "))
}

fn page() -> impl Strategy<Value = Vec<(String, String)>> {
    prop::collection::vec((sentence(), sentence()), 1..12)
}

fn write(pairs: &[(String, String)]) -> String {
    let mut page = String::from("# <a name=\"top\"></a>\n\n");
    for (number, (target, source)) in pairs.iter().enumerate() {
        let id = format!("4e683-{}", 101 + number);
        let _ = write!(
            page,
            "<span data-ttu-id=\"{id}\">{target}</span><span class=\"sxs-lookup\"><span data-stu-id=\"{id}\">{source}</span></span>"
        );
        page += [" ", "\n\n", "\n- ", " | "][number % 4];
    }
    page
}

/// The text of each element that `selector` finds, in order.
fn texts(html: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector).map(|element| element.text().collect()).collect()
}

/// The text of a fragment, as the referee reads it.
fn text(fragment: &str) -> String {
    Html::parse_fragment(fragment).root_element().text().collect()
}

proptest! {
    #[test]
    fn the_scanner_reads_what_scraper_reads(written in page()) {
        let page = write(&written);
        let mut problems = Vec::new();
        let found = pairs(&page, &mut problems);
        prop_assert!(problems.is_empty(), "{problems:?}");
        let html = Html::parse_fragment(&page);
        let targets: Vec<String> = found.iter().map(|pair| text(pair.target.of(&page))).collect();
        let sources: Vec<String> = found.iter().map(|pair| text(pair.source.of(&page))).collect();
        prop_assert_eq!(targets, texts(&html, "span[data-ttu-id]"));
        prop_assert_eq!(sources, texts(&html, "span.sxs-lookup > span[data-stu-id]"));
        for (pair, (target, source)) in found.iter().zip(&written) {
            prop_assert_eq!(pair.target.of(&page), target);
            prop_assert_eq!(pair.source.of(&page), source);
        }
    }

    #[test]
    fn no_page_however_broken_stops_the_scanner(pieces in prop::collection::vec(prop_oneof![
        Just("<span data-ttu-id=\"a1b2c-1\">"), Just("<span data-ttu-id="), Just("</span>"), Just("<span>"),
        Just("</span><span class=\"sxs-lookup\"><span data-stu-id=\"a1b2c-1\">"), Just("</span></span>"),
        Just("</span><span class=&quot;sxs-lookup&quot;><span data-stu-id=&quot;a1b2c-1&quot;>"),
        Just("tekst"), Just("\n"), Just("`"), Just("---\n"), Just("é"), Just("["), Just("](x)"), Just("|"),
        Just("\n# "), Just("\n## <a name=\"x\"></a>"), Just("<!-- bilint: ignore[links] x -->"), Just("\n```\n"), Just("](a.md)"),
    ], 0..40)) {
        let page = pieces.concat();
        let mut problems = Vec::new();
        let found = pairs(&page, &mut problems);
        for two in found.windows(2) {
            prop_assert!(two[0].whole.end <= two[1].whole.start);
        }
        let mut sources = bilint::Sources::new();
        sources.add("nl/a.md", page);
        let docset = bilint::Docset::parse(&sources, &bilint::Settings::default());
        let stated = docset.documents[0].segments().iter().filter(|segment| segment.score >= 1.0);
        prop_assert_eq!(stated.count(), found.len());
    }
}
