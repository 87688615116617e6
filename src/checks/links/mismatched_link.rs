//! `mismatched-link`

use super::counterparts;
use crate::check::DocsetCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{DocsetView, Found, SegmentView, Texts};
use crate::text::hyperlinks::differ_in_fragment;

declare_check! {
    /// A link leads elsewhere than in the source.
    ///
    /// The words promise one page and another opens, or none. The page in the reader's language is no other page:
    /// a locale in path, host or file name may come, go or change, and so may queries that name a language; the case
    /// of the host and a trailing slash do not matter. An anchor may be translated with its heading; it is wrong when
    /// the page that was read still has the source's own.
    ///
    /// ```fails
    /// en | Sign in at [the portal](https://portal.example.com/accounts).
    /// pl | Zaloguj się w [portalu](https://portal.example.com/konta).
    ///                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | See [regions](https://docs.example.com/en-us/regions/?view=v2) and [rain](https://en.wikipedia.org/wiki/Rain).
    /// fr | Voir [régions](https://docs.example.com/fr-fr/regions) et [pluie](https://fr.wikipedia.org/wiki/Pluie).
    /// ```
    ///
    /// ```passes
    /// en | See [Requirements](setup.md#requirements).
    /// fr | Voir [Prérequis](setup.md#prerequis).
    /// ```
    ///
    /// ```fails page
    /// -- nl/start.md
    /// <span data-ttu-id="a1b2c-101">Zie [de eisen](#prices).</span><span class="sxs-lookup"><span data-stu-id="a1b2c-101">See [the requirements](#requirements).</span></span>
    ///                                              ^^^^^^^
    /// <a name="requirements"></a> <a name="prices"></a>
    /// ```
    pub static MISMATCHED_LINK: Docset<MismatchedLink> = {
        id: "mismatched-link",
        category: Links,
        severity: Warning,
        confidence: High,
        fix: Unsafe,
        mqm: "design/markup",
        its: "markup",
        aliases: ["mismatched-destination"],
        since: "0.1.0",
    }
}

/// Options of `mismatched-link`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MismatchedLink {}

impl DocsetCheck for MismatchedLink {
    fn check(&self, docset: &DocsetView<'_>, out: &mut Sink<'_>) {
        for page in docset.documents() {
            let shared = page.page();
            let differs = |it: &Texts<'_>| !it.is_one_sided() && may_differ(it.source, it.target);
            for texts in shared.texts().filter(differs) {
                let segment = SegmentView::new(&shared, texts.index);
                for images in [false, true] {
                    for [source, target] in counterparts::of(&segment, images).changed {
                        let wanted = source.destination.of(segment.source().text());
                        let given = target.destination.of(segment.target().text());
                        if differ_in_fragment(wanted, given, segment.target().locale())
                            && !has_anchor(docset, page.number(), wanted)
                        {
                            continue;
                        }
                        let place = segment.target().at(target.destination);
                        out.report(place, format!("the source leads to `{wanted}`"))
                            .also(segment.source().at(source.destination))
                            .fix(wanted, Trust::Unsafe);
                    }
                }
            }
        }
    }
}

/// Whether the destinations of both sides are not plainly the same, in the same order.
pub(in crate::checks) fn may_differ(source: &str, target: &str) -> bool {
    let (mut one, mut other) = (destinations(source), destinations(target));
    loop {
        match (one.next(), other.next()) {
            (None, None) => return false,
            (Some(one), Some(other)) if one == other => {}
            _ => return true,
        }
    }
}

/// What follows each `](` and `://`, up to where a destination could end: cheap, and equal where destinations are.
fn destinations(text: &str) -> impl Iterator<Item = &[u8]> {
    let ends = |byte: &u8| matches!(byte, b')' | b']' | b'>' | b' ' | b'"' | b'\'' | b'*') || !byte.is_ascii();
    let bytes = text.as_bytes();
    let marks = memchr::memchr2_iter(b']', b':', bytes)
        .filter(|&at| bytes[at..].starts_with(b"](") || bytes[at..].starts_with(b"://"));
    marks.map(move |at| {
        let rest = &bytes[at + 2..];
        &rest[..rest.iter().position(ends).unwrap_or(rest.len())]
    })
}

/// Whether the page that `destination` leads to was read and has its anchor.
fn has_anchor(docset: &DocsetView<'_>, page: u32, destination: &str) -> bool {
    let Some(target) = docset.map().follow(page, destination) else { return false };
    let Found::Page(found) = target.found else { return false };
    target.fragment.is_some_and(|fragment| docset.anchors(found).has_exactly(&fragment))
}
