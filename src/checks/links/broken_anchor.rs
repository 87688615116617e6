//! `broken-anchor`

use super::evidence::{self, Evidence, Originals, Source};
use crate::check::DocsetCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocsetView, Found, PageLink, Place};
use crate::text::similarity::near_miss;
use hashbrown::HashMap;

declare_check! {
    /// A link leads to an anchor that its page does not have.
    ///
    /// The reader lands at the top of a long page. Anchors come from headings, and a translated heading has another
    /// one; what counts is the page in the language of the link. Unless `slugs` names the generator, anchors compare
    /// without case and punctuation, because sites make them in different ways. An anchor that the source lacks as
    /// well is the source's to mend. Where the original was not read, nothing is said when more than one in ten of
    /// the linked anchors is not there: then they are made in a way that is not known.
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
    ///
    /// ```fails page
    /// -- nl/start.md
    /// Lees [de prijzen](prices.md#per-month) en [de btw](prices.md#tax).
    ///                   ^^^^^^^^^^^^^^^^^^^
    /// -- nl/prices.md
    /// # Prijzen
    /// ## Per maand
    /// -- en/start.md
    /// Read [the prices](prices.md#per-month) and [the tax](prices.md#tax).
    /// -- en/prices.md
    /// # Prices
    /// ## Per month
    /// ```
    ///
    /// ```passes page
    /// -- de/start.md
    /// [a](b.md#eins), [b](b.md#zwei), [c](b.md#three)
    /// -- de/b.md
    /// Eins
    /// ----
    ///
    /// > ## Zwei
    ///
    /// ## Drei { #three .new }
    /// -- en/start.md
    /// [a](b.md#one), [b](b.md#two), [c](b.md#three)
    /// -- en/b.md
    /// One
    /// ---
    ///
    /// > ## Two
    ///
    /// ## Three
    /// ```
    ///
    /// ```fails page
    /// -- ja/start.md
    /// [料金](prices.md#per-month)
    ///      ^^^^^^^^^^^^^^^^^^^
    /// -- ja/prices.md
    /// <!-- ## Per month -->
    /// ## 月額
    /// -- en/start.md
    /// [Prices](prices.md#per-month)
    /// -- en/prices.md
    /// ## Per month
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
    /// Pages of a locale below which nothing is said of it, where their originals were not read.
    pub min_pages: usize,
    /// Share of the linked anchors, from 0 to 1, that must exist, where the originals were not read.
    pub min_share: f64,
    /// Whether anchors are reported that the source lacks as well.
    pub include_source: bool,
}

impl Default for BrokenAnchor {
    fn default() -> Self {
        Self { min_pages: 20, min_share: 0.9, include_source: false }
    }
}

/// An anchor that is not there.
struct Broken<'d> {
    locale: &'d str,
    place: Place,
    page: u32,
    /// Whether the page is a translation.
    is_own: bool,
    fragment: String,
    fault: Fault,
}

/// Who lost the anchor, as far as it is known.
#[derive(Clone, Copy)]
enum Fault {
    /// The translation of the page: the original has it, at the heading of this number.
    Page(Option<usize>),
    /// The translation of the link: the original leads elsewhere.
    Link,
    /// The source, which leads there as well, to nothing.
    Source,
    /// Nobody can say.
    Unknown,
}

impl DocsetCheck for BrokenAnchor {
    fn check(&self, docset: &DocsetView<'_>, out: &mut Sink<'_>) {
        let map = docset.map();
        let mut evidence = Evidence::default();
        let mut broken = Vec::new();
        let mut alike = Alike::default();
        for page in docset.translations() {
            let locale = page.target_locale().tag();
            evidence.page(locale);
            let mut originals = None;
            for (link, target) in docset.links(page.number()).filter(|(link, _)| link.destination.contains('#')) {
                let (found, is_own) = match target.found {
                    Found::Page(found) if map.is_translation(found) => (found, true),
                    // The page in the language of the source stands in.
                    Found::Original(Some(found)) => (found, false),
                    _ => continue,
                };
                let Some(fragment) = &target.fragment else { continue };
                let there = docset.anchors(found).has(fragment);
                evidence.link(locale, format!("{}#{fragment}", target.path), there);
                if !there {
                    let originals = originals.get_or_insert_with(|| Originals::of(docset, &page, evidence::whole));
                    let fault = fault(docset, originals, link, found, fragment, &mut alike);
                    broken.push(Broken {
                        locale,
                        place: page.at(link.span),
                        page: found,
                        is_own,
                        fragment: fragment.clone(),
                        fault,
                    });
                }
            }
        }
        let mut comparisons = MOST_COMPARISONS;
        for broken in broken {
            let whole = || evidence.is_whole(broken.locale, self.min_pages, self.min_share);
            let known = || !broken.is_own || map.original_of(broken.page).is_some();
            let reported = match broken.fault {
                Fault::Page(_) => true,
                Fault::Link if known() => true,
                Fault::Link | Fault::Unknown => whole(),
                Fault::Source => self.include_source && whole(),
            };
            if reported {
                report(docset, &broken, &mut comparisons, out);
            }
        }
    }
}

/// Who is to blame for the anchor `fragment`, which document `found` lacks.
fn fault(
    docset: &DocsetView<'_>,
    originals: &mut Originals<'_>,
    link: &PageLink<'_>,
    found: u32,
    fragment: &str,
    alike: &mut Alike,
) -> Fault {
    let own = docset.anchors(found);
    if let Some(heading) = own.source_heading(fragment) {
        return Fault::Page(Some(heading));
    }
    if let Some(original) = docset.map().original_of(found) {
        let anchors = docset.anchors(original);
        if anchors.has_exactly(fragment) {
            // The same heading, where both pages are built alike.
            return Fault::Page(anchors.heading(fragment).filter(|_| alike.are(docset, found, original)));
        }
    }
    match originals.source(link) {
        Source::Same => Fault::Source,
        Source::Other => Fault::Link,
        Source::Unknown => Fault::Unknown,
    }
}

/// Which pages are built like their originals.
#[derive(Default)]
struct Alike(HashMap<u32, bool>);

impl Alike {
    /// Whether the headings of both documents are of the same levels.
    fn are(&mut self, docset: &DocsetView<'_>, one: u32, other: u32) -> bool {
        let levels = |number| docset.document(number).structure().headings.iter().map(|it| it.level);
        *self.0.entry(one).or_insert_with(|| levels(one).eq(levels(other)))
    }
}

/// Anchors that are compared with those that are not there, over a run, to say which was meant: whoever has more of them
/// needs no such help.
const MOST_COMPARISONS: usize = 100_000;

/// Bytes of an anchor that anybody mistypes.
const LONGEST: usize = 100;

fn report(docset: &DocsetView<'_>, broken: &Broken<'_>, comparisons: &mut usize, out: &mut Sink<'_>) {
    let Broken { page, fragment, .. } = broken;
    let (path, anchors) = (docset.document(*page).path(), docset.anchors(*page));
    let finding = out.report(broken.place, format!("`{path}` has no anchor `{fragment}`"));
    if let Fault::Page(heading) = broken.fault {
        if let Some(slug) = heading.and_then(|heading| anchors.slugs().get(heading)) {
            finding.help(format!(
                "the original has it; the heading became `#{slug}`: lead there, or give the heading the id `{fragment}`"
            ));
        } else {
            finding.help(format!("the original has it: give its heading the id `{fragment}`"));
        }
    } else if fragment.len() < LONGEST && anchors.all().len() <= *comparisons {
        *comparisons -= anchors.all().len();
        let short = anchors.all().iter().map(String::as_str).filter(|anchor| anchor.len() < LONGEST);
        if let Some(near) = near_miss(fragment, short) {
            finding.help(format!("the page has `#{near}`"));
        }
    }
}
