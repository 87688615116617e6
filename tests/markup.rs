//! `Markup::of` agrees with `pulldown-cmark`, the referee of `CommonMark`, on emphasis, links and code.

use bilint::span::Span;
use bilint::text::markup::Markup;
use proptest::prelude::*;
use pulldown_cmark::{Event, Parser, Tag};

/// What both readings are boiled down to: spans, each list in order; and the bytes of stars that stayed text.
#[derive(Debug, Default, PartialEq, Eq)]
struct Reading {
    emphasis: Vec<(Span, bool)>,
    links: Vec<(Span, String)>,
    code: Vec<Span>,
    stars: Vec<usize>,
}

fn ours(text: &str) -> Reading {
    let markup = Markup::of(text);
    let mut reading = Reading {
        emphasis: markup.emphasis.iter().map(|it| (it.span, it.strong)).collect(),
        links: markup.links.iter().map(|it| (it.span, it.destination.of(text).to_owned())).collect(),
        code: markup.code.iter().map(|it| it.span).collect(),
        stars: markup.strays.iter().flat_map(|it| it.span.range()).filter(|&at| text.as_bytes()[at] == b'*').collect(),
    };
    reading.emphasis.sort();
    reading.stars.sort_unstable();
    reading
}

fn theirs(text: &str) -> Reading {
    let mut reading = Reading::default();
    for (event, range) in Parser::new(text).into_offset_iter() {
        let span = Span::from(range.clone());
        match event {
            Event::Start(Tag::Emphasis) => reading.emphasis.push((span, false)),
            Event::Start(Tag::Strong) => reading.emphasis.push((span, true)),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                reading.links.push((span, dest_url.to_string()));
            }
            Event::Code(_) => reading.code.push(span),
            Event::Text(_) => {
                let is_star = |at: &usize| text.as_bytes()[*at] == b'*' && !text[..*at].ends_with('\\');
                reading.stars.extend(range.filter(is_star));
            }
            _ => {}
        }
    }
    reading.emphasis.sort();
    reading
}

/// Words and punctuation of Latin and Han texts, with no markup in them.
fn plain() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop::sample::select(vec![
            "a", "Save", "été", "x1", " ", " ", " ", ".", ",", ":", "(", ")", "\"", "“", "”", "保存", "を", "「", "」",
            "（", "）", "。", "-", "é", "€",
        ]),
        1..6,
    )
    .prop_map(|parts| parts.concat())
}

/// Well-formed inline Markdown: emphasis hugs a word, links have destinations, code has no backtick.
fn inline() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        4 => plain(),
        1 => "[a-z]{1,4}( [a-z.*]{1,3})?[a-z]".prop_map(|code| format!("`{code}`")),
        1 => Just("``a ` b``".to_owned()),
        1 => Just("\\*".to_owned()),
    ];
    leaf.prop_recursive(3, 24, 5, |inner| {
        prop_oneof![
            2 => prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| parts.concat()),
            2 => inner.clone().prop_map(|text| format!("**w{text}w**")),
            1 => inner.clone().prop_map(|text| format!("*{text}*")),
            1 => inner.clone().prop_map(|text| format!("**{text}**")),
            1 => inner.clone().prop_map(|text| format!("_{text}_")),
            2 => (prop_oneof![plain(), plain().prop_map(|text| format!("w **w{text}w**"))], "[a-z]{1,4}(/[a-z]{1,3}\\.md)?(#[a-z]{1,3})?")
                .prop_map(|(text, to)| format!("[{text}]({to})")),
            1 => (inner, "[a-z]{1,4}").prop_map(|(text, to)| format!("![w {text}]({to}.png \"t\")")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn well_formed_markup_reads_as_commonmark_reads_it(text in inline()) {
        let text = format!("a {text} b");
        prop_assert_eq!(ours(&text), theirs(&text), "{}", text);
    }

    #[test]
    fn any_run_of_markers_reads_as_commonmark_reads_it(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "*", "**", "***", "_", "__", "a", "b", " ", "保", "「", "」", ".", "(", ")", "[", "](u)", "`",
            ]),
            0..16,
        )
    ) {
        let text = format!("a {} b", parts.concat());
        prop_assert_eq!(ours(&text), theirs(&text), "{}", text);
    }
}
