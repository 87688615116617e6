//! `broken-anchor`

use super::tree::{Evidence, Found, Local, Tree};
use crate::check::DocsetCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocsetView, Structure};

declare_check! {
    /// A link leads to an anchor that its page does not have.
    ///
    /// The reader lands at the top of a long page. Anchors come from headings, and a translated heading has another
    /// one; what counts is the page in the language of the link. Anchors compare without case and punctuation,
    /// because sites make them in different ways. Nothing is said where more than one in ten of the linked anchors is
    /// not there: then they are made in a way that is not known.
    ///
    /// ```fails page
    /// option | min-pages = 2
    /// option | min-share = 0.5
    /// -- nl/start.md
    /// # Begin
    /// Lees [de stappen](steps.md#first-step) en [de prijzen](steps.md#prijzen).
    ///                   ^^^^^^^^^^^^^^^^^^^
    /// -- nl/steps.md
    /// # Eerste stap
    /// # Prijzen
    /// ```
    ///
    /// ```passes page
    /// option | min-pages = 2
    /// option | min-share = 0.5
    /// -- nl/start.md
    /// # Begin
    /// Lees [de stappen](steps.md#first-step) en [het begin](#begin).
    /// -- nl/steps.md
    /// # <a name="first-step"></a>Eerste stap
    /// ```
    ///
    /// ```passes page
    /// option | min-pages = 2
    /// option | min-share = 0.5
    /// -- nl/start.md
    /// # [Windows](#tab/windows)
    /// -- nl/steps.md
    /// [Begin](start.md#)
    /// ```
    pub static BROKEN_ANCHOR: Docset<BrokenAnchor> = {
        id: "broken-anchor",
        category: Links,
        severity: Warning,
        confidence: High,
        mqm: "design/markup",
        its: "markup",
        yields_to: ["mismatched-link"],
        since: "0.1.0",
    }
}

/// Options of `broken-anchor`.
#[derive(Debug, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct BrokenAnchor {
    /// Pages of a locale below which nothing is said of it.
    pub min_pages: usize,
    /// Share of the linked anchors, from 0 to 1, that must exist.
    pub min_share: f64,
}

impl Default for BrokenAnchor {
    fn default() -> Self {
        Self { min_pages: 20, min_share: 0.9 }
    }
}

impl DocsetCheck for BrokenAnchor {
    fn check(&self, docset: &DocsetView<'_>, out: &mut Sink<'_>) {
        let tree = Tree::new(docset);
        let mut evidence = Evidence::default();
        let mut broken = Vec::new();
        for page in tree.translated() {
            let locale = page.target_locale().tag();
            evidence.page(locale);
            for link in &page.structure().links {
                let Some(local) = Local::of(page.path(), link.destination) else { continue };
                let Some(fragment) = &local.fragment else { continue };
                let Found::Page(target) = tree.find(&local) else { continue };
                let there = has_anchor(target.structure(), fragment);
                evidence.link(locale, format!("{}#{fragment}", target.path()), there);
                if !there {
                    broken.push((
                        locale,
                        page.at(link.span),
                        format!("`{}` has no anchor `{fragment}`", target.path()),
                    ));
                }
            }
        }
        for (locale, place, message) in broken {
            if evidence.is_whole(locale, self.min_pages, self.min_share) {
                out.report(place, message);
            }
        }
    }
}

/// Whether the page has the anchor, or may have it from elsewhere.
fn has_anchor(page: &Structure<'_>, fragment: &str) -> bool {
    if page.anchors.contains(fragment) || matches!(fragment, "top" | "_top") || fragment.contains([':', '=']) {
        return true;
    }
    let bare =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    // The second heading of one name is numbered.
    let unnumbered = fragment.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('-');
    let wanted = [bare(fragment), bare(unnumbered)];
    // A file that is put into the page brings anchors that nobody has seen.
    let is_whole = || !page.links.iter().any(|link| link.destination.contains("includes/"));
    !is_whole() || page.anchors.iter().any(|anchor| wanted.contains(&bare(anchor)))
}
