//! `broken-link`

use super::evidence::{Evidence, Source, source_of};
use crate::check::DocsetCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocsetView, Found};
use crate::text::local_links::is_page_link;

declare_check! {
    /// A local link leads to a file that does not exist.
    ///
    /// The reader lands nowhere. Pages are looked up as sites do it: without an ending, by their folder, whatever
    /// the case, where a redirect map sends them, and in another language when this one has none. A link that is
    /// broken in the source as well is the source's to mend, and no word is said of it. Where the original page was
    /// not read, nothing is said of a tree that is plainly a part of a site: with few pages, or where more than one
    /// in ten of the linked files is not there; nor of folders that were not read.
    ///
    /// ```fails page
    /// option | min-pages = 2
    /// option | min-share = 0.5
    /// -- de/start.md
    /// [Erste Schritte](steps.md), [Preise](prices.md)
    ///                                      ^^^^^^^^^
    /// -- de/steps.md
    /// [Zurück](start.md), [oben](../de/)
    /// ```
    ///
    /// ```passes page
    /// option | min-pages = 2
    /// option | min-share = 0.5
    /// -- de/start.md
    /// [Erste Schritte](steps#first), [Mail](mailto:a@example.com), [Rest](/shop/cart)
    /// -- de/steps.md
    /// [Zurück](./Start.md?tabs=one)
    /// ```
    ///
    /// ```passes page
    /// -- de/start.md
    /// [Preise](prices.md)
    /// ```
    ///
    /// ```fails page
    /// -- de/start.md
    /// [Preise](preise.md), [alte Preise](old.md)
    ///          ^^^^^^^^^
    /// -- en/start.md
    /// [Prices](prices.md), [old prices](old.md)
    /// -- en/prices.md
    /// # Prices
    /// ```
    ///
    /// ```fails page
    /// option | include-source = true
    /// -- de/start.md
    /// [alte Preise](old.md)
    ///               ^^^^^^
    /// -- en/start.md
    /// [old prices](old.md)
    /// ```
    pub static BROKEN_LINK: Docset<BrokenLink> = {
        id: "broken-link",
        category: Links,
        severity: Warning,
        confidence: High,
        mqm: "design/markup",
        its: "markup",
        yields_to: ["mismatched-link"],
        since: "0.1.0",
    }
}

/// Options of `broken-link`.
#[derive(Debug, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct BrokenLink {
    /// Pages of a locale below which nothing is said of it, where their originals were not read.
    pub min_pages: usize,
    /// Share of the linked files, from 0 to 1, that must exist, where the originals were not read.
    pub min_share: f64,
    /// Whether links are reported that are broken in the source as well.
    pub include_source: bool,
}

impl Default for BrokenLink {
    fn default() -> Self {
        Self { min_pages: 20, min_share: 0.9, include_source: false }
    }
}

impl DocsetCheck for BrokenLink {
    fn check(&self, docset: &DocsetView<'_>, out: &mut Sink<'_>) {
        let map = docset.map();
        // Pages and other files are judged apart: images often live in a tree of their own.
        let mut evidence = [Evidence::default(), Evidence::default()];
        let mut broken = Vec::new();
        for page in docset.translations() {
            let locale = page.target_locale().tag();
            for evidence in &mut evidence {
                evidence.page(locale);
            }
            for (link, target) in docset.links(page.number()) {
                let kind = usize::from(is_page_link(link.destination));
                let there = !matches!(target.found, Found::Nothing | Found::Unknown);
                if target.found == Found::Nothing {
                    let source = source_of(docset, &page, link);
                    let certain = map.original_of(page.number()).is_some();
                    broken.push((locale, kind, page.at(link.span), target.path.clone(), source, certain));
                }
                evidence[kind].link(locale, target.path.clone(), there);
            }
        }
        for (locale, kind, place, path, source, certain) in broken {
            let mine = source != Source::Same || self.include_source;
            if mine && (certain || evidence[kind].is_whole(locale, self.min_pages, self.min_share)) {
                out.report(place, format!("`{path}` does not exist"));
            }
        }
    }
}
