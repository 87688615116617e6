//! `inconsistent-destination`

use super::{Counterparts, is_enough};
use crate::check::DocsetCheck;
use crate::checks::links::counterparts;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocsetView, Place, SegmentView};
use crate::span::Span;
use crate::text::hyperlinks::anywhere;

declare_check! {
    /// A link leads elsewhere than in the other languages.
    ///
    /// What one page cannot know, for a page in the reader's language has an address of its own and an anchor may be
    /// translated with its heading, the other languages tell.
    ///
    /// ```fails page
    /// -- it/a.jsonl
    /// {"source": "See [fees](https://example.com/fees#list).", "target": "Vedere [le tariffe](https://example.com/fees#list).", "target_locale": "it"}
    /// -- pl/a.jsonl
    /// {"source": "See [fees](https://example.com/fees#list).", "target": "Zobacz [opłaty](https://example.com/fees#list).", "target_locale": "pl"}
    /// -- sv/a.jsonl
    /// {"source": "See [fees](https://example.com/fees#list).", "target": "Se [avgifter](https://example.com/fees#lista).", "target_locale": "sv"}
    ///                                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes page
    /// -- it/a.jsonl
    /// {"source": "See [fees](https://example.com/fees).", "target": "Vedere [le tariffe](https://example.com/it-it/fees).", "target_locale": "it"}
    /// -- pl/a.jsonl
    /// {"source": "See [fees](https://example.com/fees).", "target": "Zobacz [opłaty](https://example.com/pl-pl/fees).", "target_locale": "pl"}
    /// -- sv/a.jsonl
    /// {"source": "See [fees](https://example.com/fees).", "target": "Se [avgifter](https://example.com/fees?ocid=7).", "target_locale": "sv"}
    /// ```
    pub static INCONSISTENT_DESTINATION: Docset<InconsistentDestination> = {
        id: "inconsistent-destination",
        category: Consistency,
        severity: Warning,
        confidence: Medium,
        mqm: "design/markup",
        its: "markup",
        yields_to: ["mismatched-link", "mismatched-link-locale", "broken-link", "broken-anchor"],
        since: "0.1.0",
    }
}

/// Options of `inconsistent-destination`.
#[derive(Debug, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct InconsistentDestination {
    /// The fewest other languages that tell what is right.
    pub languages: usize,
    /// The share of the other languages, from 0 to 1, that must agree.
    pub share: f64,
}

impl Default for InconsistentDestination {
    fn default() -> Self {
        Self { languages: 2, share: 0.75 }
    }
}

impl DocsetCheck for InconsistentDestination {
    fn check(&self, docset: &DocsetView<'_>, out: &mut Sink<'_>) {
        let has_link = |text: &str| text.contains("](") || text.contains("://") || text.contains("href");
        for group in Counterparts::of(docset, self.languages, has_link) {
            let views: Vec<_> = group.segments.iter().map(|&it| docset.view(it)).collect();
            let links: Vec<Link> = views.iter().flat_map(links).collect();
            for own in &links {
                let (locale, others) = (own.locale, group.languages - 1);
                let mut alike: Vec<&Link> =
                    links.iter().filter(|it| it.source == own.source && it.locale != locale).collect();
                let Some(first) = alike.first().map(|it| it.key.clone()) else { continue };
                let usual = alike
                    .iter()
                    .map(|it| &it.key)
                    .max_by_key(|key| alike.iter().filter(|it| it.key == **key).count())
                    .cloned()
                    .unwrap_or(first);
                alike.retain(|it| it.key == usual);
                alike.dedup_by_key(|it| it.locale);
                if usual != own.key && is_enough(alike.len(), others, self.languages, self.share) {
                    out.report(
                        own.place,
                        format!("{} other languages lead to `{}`", alike.len(), alike[0].destination),
                    )
                    .also(alike[0].place);
                }
            }
        }
    }
}

struct Link<'v> {
    locale: &'v str,
    source: Span,
    key: String,
    destination: &'v str,
    place: Place,
}

fn links<'v>(segment: &'v SegmentView<'_>) -> Vec<Link<'v>> {
    let (target, locale) = (segment.target(), segment.target().locale());
    let mut found = Vec::new();
    for images in [false, true] {
        let pairs = counterparts::of(segment, images);
        for [source, link] in pairs.kept.into_iter().chain(pairs.changed) {
            let destination = link.destination.of(target.text());
            found.push(Link {
                locale: locale.tag(),
                source: source.destination,
                key: anywhere(destination, locale),
                destination,
                place: target.at(link.destination),
            });
        }
    }
    found
}
