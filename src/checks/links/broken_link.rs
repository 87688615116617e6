//! `broken-link`

use super::tree::{Evidence, Found, Local, Tree, is_page_link};
use crate::check::DocsetCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::DocsetView;

declare_check! {
    /// A local link leads to a file that does not exist.
    ///
    /// The reader lands nowhere. Pages are looked up as sites do it: without an ending, by their folder, whatever
    /// the case, and in another language when this one has none. Nothing is said of a tree that is plainly a part of
    /// a site: with few pages, or where more than one in ten of the linked files is not there; nor of folders that
    /// were not read.
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
    pub static BROKEN_LINK: Docset<BrokenLink> = {
        id: "broken-link",
        category: Links,
        severity: Warning,
        confidence: High,
        mqm: "design/markup",
        its: "markup",
        since: "0.1.0",
    }
}

/// Options of `broken-link`.
#[derive(Debug, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct BrokenLink {
    /// Pages of a locale below which nothing is said of it.
    pub min_pages: usize,
    /// Share of the linked files, from 0 to 1, that must exist.
    pub min_share: f64,
}

impl Default for BrokenLink {
    fn default() -> Self {
        Self { min_pages: 20, min_share: 0.9 }
    }
}

impl DocsetCheck for BrokenLink {
    fn check(&self, docset: &DocsetView<'_>, out: &mut Sink<'_>) {
        let tree = Tree::new(docset);
        // Pages and other files are judged apart: images often live in a tree of their own.
        let mut evidence = [Evidence::default(), Evidence::default()];
        let mut broken = Vec::new();
        for page in tree.translated() {
            let locale = page.target_locale().tag();
            for evidence in &mut evidence {
                evidence.page(locale);
            }
            for link in &page.structure().links {
                let Some(local) = Local::of(page.path(), link.destination) else { continue };
                let found = tree.find(&local);
                let kind = usize::from(is_page_link(link.destination));
                evidence[kind].link(locale, local.path().to_owned(), !matches!(found, Found::Nothing | Found::Unknown));
                if matches!(found, Found::Nothing) {
                    broken.push((locale, kind, page.at(link.span), local));
                }
            }
        }
        for (locale, kind, place, local) in broken {
            if evidence[kind].is_whole(locale, self.min_pages, self.min_share) {
                out.report(place, format!("`{}` does not exist", local.path()));
            }
        }
    }
}
