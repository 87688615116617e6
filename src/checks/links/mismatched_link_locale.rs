//! `mismatched-link-locale`

use crate::check::DocsetCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::locale::Locale;
use crate::model::{DocsetView, DocumentView, Found, Target};
use crate::text::local_links::bare_path;

declare_check! {
    /// A link leads to the page in the source's language although the reader's language has it.
    ///
    /// Readers leave their language for no reason, and rarely find the way back. Told are paths into the tree of the
    /// source (`../en/page.md`), addresses from the root of the site (`/en/page`), and addresses of the site itself
    /// when the option `site` says which it is; and only where the translated page was read. A link to the same page
    /// in the other language is a switch between the two, and a link to its first page is left to the site.
    ///
    /// ```fails page
    /// -- de/start.md
    /// Siehe [die Preise](../en/prices.md) und [das Konto](/en/account).
    ///                    ^^^^^^^^^^^^^^^                  ^^^^^^^^^^^
    /// -- de/prices.md
    /// # Preise
    /// -- de/account.md
    /// # Konto
    /// -- en/prices.md
    /// # Prices
    /// ```
    ///
    /// ```fails page
    /// option | site = "https://www.example.com/docs"
    /// -- de-de/start.md
    /// Siehe [die Preise](https://www.example.com/docs/en-us/prices) und [andere](https://example.org/docs/en-us/prices).
    ///                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// -- de-de/prices.md
    /// # Preise
    /// ```
    ///
    /// ```passes page
    /// -- de/start.md
    /// [English](../en/start.md), [die Preise](prices.md), [die Steuer](/en/tax), [Start](/en/)
    /// -- de/prices.md
    /// # Preise
    /// -- en/start.md
    /// # Start
    /// ```
    pub static MISMATCHED_LINK_LOCALE: Docset<MismatchedLinkLocale> = {
        id: "mismatched-link-locale",
        category: Links,
        severity: Warning,
        confidence: High,
        mqm: "locale-conventions/other",
        its: "locale-violation",
        since: "0.1.0",
    }
}

/// Options of `mismatched-link-locale`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MismatchedLinkLocale {
    /// The address of the site that the pages are served from, up to the locale: `https://www.example.com/docs`.
    pub site: Option<String>,
}

impl DocsetCheck for MismatchedLinkLocale {
    fn check(&self, docset: &DocsetView<'_>, out: &mut Sink<'_>) {
        for page in docset.translations() {
            let addresses = page.structure().links.iter();
            let addresses =
                addresses.filter_map(|link| Some((link, self.by_address(docset, &page, link.destination)?)));
            let paths = docset.links(page.number());
            let paths = paths.filter_map(|(link, target)| Some((link, by_path(docset, &page, target)?)));
            for (link, own) in addresses.chain(paths).filter(|(_, own)| *own != page.number()) {
                let (locale, path) = (page.target_locale().tag(), docset.document(own).path());
                out.report(page.at(link.span), format!("the link leaves {locale}, which has the page: `{path}`"))
                    .help("lead to the page in the reader's language");
            }
        }
    }
}

impl MismatchedLinkLocale {
    /// The page in the locale of `page` that `destination`, an address behind the host, passes by in favour of the
    /// source's.
    fn by_address(&self, docset: &DocsetView<'_>, page: &DocumentView<'_>, destination: &str) -> Option<u32> {
        let path = destination.split(['#', '?']).next().unwrap_or_default();
        let site = self.site.as_deref().map(|site| site.trim_end_matches('/'));
        let from_root = site.and_then(|site| path.strip_prefix(site)).unwrap_or(path);
        let address = from_root.strip_prefix('/').filter(|rest| !rest.starts_with('/'))?;
        let (tag, tail) = address.split_once('/')?;
        let code = page.source_locale().language().code;
        let is_source = Locale::parse_strict(tag).is_some_and(|locale| locale.language().code == code);
        let own = || docset.map().translation_at(page.number(), tail);
        if is_source && !bare_path(tail).is_empty() { own() } else { None }
    }
}

/// The page in the locale of `page` that a link to `target` passes by in favour of the source's.
fn by_path(docset: &DocsetView<'_>, page: &DocumentView<'_>, target: &Target) -> Option<u32> {
    let map = docset.map();
    let Found::Page(found) = target.found else { return None };
    let tail = map.tail(found);
    // A page without a folder of a locale may be in any language.
    let named = tail.len() < docset.document(found).path().len();
    if map.is_translation(found) || !named || bare_path(tail).is_empty() {
        return None;
    }
    map.translation_at(page.number(), tail)
}
