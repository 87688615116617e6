//! `mismatched-link`

use super::counterparts;
use crate::check::DocsetCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::{DocsetView, DocumentView, Found, PageLink, SegmentView, Target, Texts};
use crate::text::hyperlinks::{differ_in_fragment, same_place};
use hashbrown::HashMap;

declare_check! {
    /// A link leads elsewhere than in the source.
    ///
    /// The words promise one page and another opens, or none. The page in the reader's language is no other page:
    /// a locale in path, host or file name may come, go or change, and so may queries that name a language; the case
    /// of the host and a trailing slash do not matter. An anchor may be translated with its heading; it is wrong when
    /// the page that was read still has the source's own. The name of a tab (`#tab/linux`) is kept: it opens the same tab
    /// everywhere.
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
    /// ```fails
    /// en | [Your own computer](#tab/own)
    /// nl | [Uw eigen computer](#tab/eigen)
    ///                          ^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | See [Requirements](setup.md#requirements).
    /// fr | Voir [Prérequis](setup.md#prerequis).
    /// ```
    ///
    /// ```fails page
    /// -- de/start.md
    /// Siehe [den Plan][plan] und [die Preise][1].
    ///
    /// [plan]: https://example.org/two
    ///         ^^^^^^^^^^^^^^^^^^^^^^^
    /// [1]: https://example.org/five
    /// -- en/start.md
    /// See [the plan][plan] and [the prices][1].
    ///
    /// [plan]: https://example.org/one
    /// [1]: https://example.org/four
    /// ```
    ///
    /// ```passes page
    /// -- de/start.md
    /// Siehe [Einstellungen](b.md#netzwerk) und [Pods](/de/docs/pods/).
    /// -- de/b.md
    /// ## <a name="net"></a>Netzwerk
    /// -- en/start.md
    /// See [settings](b.md#net) and [pods](/docs/pods/).
    /// -- en/b.md
    /// ## <a name="net"></a>Network
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
                        if is_one_place(docset, &page, wanted, given) {
                            continue;
                        }
                        let place = segment.target().at(target.destination);
                        out.report(place, format!("the source leads to `{wanted}`"))
                            .also(segment.source().at(source.destination))
                            .fix(wanted, Trust::Unsafe);
                    }
                }
            }
            compare_definitions(docset, &page, out);
        }
    }
}

/// Compares where the references of `page` lead with those that its original calls the same. A number is no name: it
/// counts the references of its page.
fn compare_definitions(docset: &DocsetView<'_>, page: &DocumentView<'_>, out: &mut Sink<'_>) {
    let Some(original) = docset.map().original_of(page.number()).filter(|_| !page.structure().labels.is_empty()) else {
        return;
    };
    let original = docset.document(original);
    let defined = original.structure().labels.iter().filter_map(|label| Some((&*label.label, label.link?)));
    let defined: HashMap<&str, PageLink<'_>> = defined.collect();
    for label in page.structure().labels.iter().filter(|it| it.label.contains(char::is_alphabetic)) {
        let (Some(given), Some(wanted)) = (label.link, defined.get(&*label.label)) else { continue };
        let [to, from] = [given, *wanted].map(|link| link.destination);
        if !same_place(from, to, page.target_locale()) && !is_one_place(docset, page, from, to) {
            out.report(page.at(given.span), format!("the source leads to `{from}`"))
                .also(page.at_source(wanted.span))
                .fix(from, Trust::Unsafe);
        }
    }
}

/// Whether `given` leads readers of `page` where `wanted` would.
fn is_one_place(docset: &DocsetView<'_>, page: &DocumentView<'_>, wanted: &str, given: &str) -> bool {
    let [one, other] = [wanted, given].map(|destination| docset.map().follow(page.number(), destination));
    let found = |target: &Option<Target>| match target.as_ref()?.found {
        Found::Page(found) | Found::Original(Some(found)) => Some(found),
        _ => None,
    };
    // One page may have several addresses.
    let same_page = found(&one).filter(|_| found(&one) == found(&other));
    let [one, other] = [one, other].map(|target| target.and_then(|target| target.fragment));
    let Some(anchors) = same_page.map(|found| docset.anchors(found)) else {
        return differ_in_fragment(wanted, given, page.target_locale());
    };
    let (Some(one), Some(other)) = (&one, &other) else { return one == other };
    // An anchor is translated with its heading, where the page does not have the source's own on another one.
    one == other
        || !anchors.has_exactly(one)
        || anchors.heading(one).is_some_and(|heading| anchors.heading(other) == Some(heading))
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

/// What follows each `](`, `://` and `="`, up to where a destination could end: cheap, and equal where destinations are.
fn destinations(text: &str) -> impl Iterator<Item = &[u8]> {
    let ends = |byte: &u8| matches!(byte, b')' | b']' | b'>' | b' ' | b'"' | b'\'' | b'*') || !byte.is_ascii();
    let bytes = text.as_bytes();
    let is_mark =
        |at: &usize| matches!(bytes[*at..], [b']', b'(', ..] | [b':', b'/', b'/', ..] | [b'=', b'"' | b'\'', ..]);
    let marks = memchr::memchr3_iter(b']', b':', b'=', bytes).filter(is_mark);
    marks.map(move |at| {
        let rest = &bytes[at + 2..];
        &rest[..rest.iter().position(ends).unwrap_or(rest.len())]
    })
}
