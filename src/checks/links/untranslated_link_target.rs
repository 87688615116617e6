//! `untranslated-link-target`

use crate::check::DocsetCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocsetView, Found, Place};
use crate::text::local_links::{bare_path, is_page_link};
use std::collections::BTreeMap;

declare_check! {
    /// Links of the translation lead to a page that is there in the source's language alone.
    ///
    /// Readers who follow them leave their language, or find nothing where the site has no fallback. Often that is
    /// known and planned: hence for those who ask what to translate next. Each page is told once for each locale, at
    /// the first link to it, with the number of links.
    ///
    /// ```fails page
    /// -- nl/start.md
    /// Lees [de prijzen](prices.md), en nog eens [de prijzen](prices.md#tax).
    ///                   ^^^^^^^^^
    /// -- en/start.md
    /// Read [the prices](prices.md), and once more [the prices](prices.md#tax).
    /// -- en/prices.md
    /// # Prices
    /// ```
    ///
    /// ```passes page
    /// -- nl/start.md
    /// Lees [de prijzen](prices.md).
    /// -- nl/prices.md
    /// # Prijzen
    /// -- en/start.md
    /// Read [the prices](prices.md).
    /// -- en/prices.md
    /// # Prices
    /// ```
    pub static UNTRANSLATED_LINK_TARGET: Docset<UntranslatedLinkTarget> = {
        id: "untranslated-link-target",
        category: Links,
        severity: Info,
        confidence: High,
        audience: Pedantic,
        mqm: "accuracy/untranslated",
        its: "untranslated",
        since: "0.1.0",
    }
}

/// Options of `untranslated-link-target`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UntranslatedLinkTarget {}

impl DocsetCheck for UntranslatedLinkTarget {
    fn check(&self, docset: &DocsetView<'_>, out: &mut Sink<'_>) {
        let mut links: BTreeMap<(&str, String), Vec<Place>> = BTreeMap::new();
        for page in docset.translations() {
            for (link, target) in docset.links(page.number()).filter(|(link, _)| is_page_link(link.destination)) {
                if matches!(target.found, Found::Original(_)) {
                    let key = (page.target_locale().tag(), bare_path(&target.path));
                    links.entry(key).or_default().push(page.at(link.span));
                }
            }
        }
        for ((locale, path), places) in links {
            let message = match places.len() {
                1 => format!("`{path}` is not translated into {locale}; this link leads there"),
                count => format!("`{path}` is not translated into {locale}; {count} links lead there"),
            };
            out.report(places[0], message);
        }
    }
}
