//! `broken-link`

use super::evidence::{self, Evidence, Originals, Source};
use crate::check::DocsetCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocsetView, DocumentView, Found};
use crate::text::local_links::is_page_link;
use hashbrown::HashSet;

declare_check! {
    /// A local link leads to a file that does not exist.
    ///
    /// The reader lands nowhere. Pages are looked up as sites do it: without an ending, by their folder, whatever
    /// the case, where a redirect map sends them, and in another language when this one has none; a reference must be
    /// defined on its page, when the source defines it. A link that is
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
    /// ```passes page
    /// -- de/start.md
    /// [alte Preise](old.md#preise), [Schritte](../steps/#erster), <a href="steps.md">Schritte</a>, [`x`](y.md)
    /// -- de/steps.md
    /// # Erster
    /// -- en/start.md
    /// [old prices](old.md#prices), [steps](../steps/#first), <a href="steps.md">steps</a>, [`x`](y.md)
    /// -- en/steps.md
    /// # First
    /// ```
    ///
    /// ```passes page
    /// -- de/start.md
    /// Schreiben Sie \[Text\](ziel) oder:
    ///
    ///     [Text](ziel.md)
    ///
    /// <!-- [Preise](preise.md) -->
    /// -- en/start.md
    /// Write \[text\](target) or:
    ///
    ///     [text](target.md)
    ///
    /// <!-- [Prices](prices.md) -->
    /// ```
    ///
    /// ```fails page
    /// -- de/start.md
    /// Siehe [die Preise][prices].
    ///       ^^^^^^^^^^^^^^^^^^^^
    /// -- en/start.md
    /// See [the prices][prices].
    ///
    /// [prices]: prices.md
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
        let mut seen = [Evidence::default(), Evidence::default()];
        let mut broken = Vec::new();
        for page in docset.translations() {
            let locale = page.target_locale().tag();
            for evidence in &mut seen {
                evidence.page(locale);
            }
            report_undefined(docset, &page, out);
            let mut originals = None;
            for (link, target) in docset.links(page.number()) {
                let kind = usize::from(is_page_link(link.destination));
                let there = !matches!(target.found, Found::Nothing | Found::Unknown);
                if target.found == Found::Nothing {
                    let originals = originals.get_or_insert_with(|| Originals::of(docset, &page, evidence::path));
                    let source = originals.source(link);
                    let certain = map.original_of(page.number()).is_some();
                    broken.push((locale, kind, page.at(link.span), target.path.clone(), source, certain));
                }
                seen[kind].link(locale, target.path.clone(), there);
            }
        }
        for (locale, kind, place, path, source, certain) in broken {
            let mine = source != Source::Same || self.include_source;
            if mine && (certain || seen[kind].is_whole(locale, self.min_pages, self.min_share)) {
                out.report(place, format!("`{path}` does not exist"));
            }
        }
    }
}

/// Reports the references that `page` does not define and its original does: readers see the brackets.
fn report_undefined(docset: &DocsetView<'_>, page: &DocumentView<'_>, out: &mut Sink<'_>) {
    let undefined = || page.structure().labels.iter().filter(|label| label.link.is_none());
    let Some(original) = docset.map().original_of(page.number()).filter(|_| undefined().next().is_some()) else {
        return;
    };
    let original = docset.document(original);
    let defined = original.structure().labels.iter().filter(|label| label.link.is_some());
    let defined: HashSet<&str> = defined.map(|label| &*label.label).collect();
    for label in undefined().filter(|label| defined.contains(&*label.label)) {
        out.report(page.at(label.span), format!("the page does not define the reference `{}`", label.label))
            .help("write the definition as the source has it");
    }
}
