//! `inconsistent-destination`

use super::{Counterparts, is_enough};
use crate::check::DocsetCheck;
use crate::checks::links::counterparts;
use crate::checks::links::mismatched_link::may_differ;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocsetView, Found, Place, Repeat, SegmentView};
use crate::span::Span;
use crate::text::hyperlinks::{Whither, differ_in_fragment};
use std::collections::BTreeMap;

declare_check! {
    /// A link leads elsewhere than in the other languages.
    ///
    /// A page in the reader's language has an address of its own, and an anchor may be translated with its heading: of
    /// one page alone nobody can say whether that is right. Where at least two other languages of the page, and three
    /// in four, lead to one place and this one to another, it is not. Locales in path, host or file name, queries that
    /// say a language or a campaign and the like make no difference; a page for readers of this language alone is let
    /// pass, and so is an anchor that its page has. What a page tells by itself is told by `mismatched-link`.
    ///
    /// ```fails page
    /// -- it/a.jsonl
    /// {"source": "See [fees](https://a.com/fees).", "target": "Vedere [le tariffe](https://a.com/it-it/fees).", "target_locale": "it"}
    /// -- pl/a.jsonl
    /// {"source": "See [fees](https://a.com/fees).", "target": "Zobacz [opłaty](https://a.com/pl-pl/fees).", "target_locale": "pl"}
    /// -- sv/a.jsonl
    /// {"source": "See [fees](https://a.com/fees).", "target": "Se [avgifter](https://a.com/sv-se/prices).", "target_locale": "sv"}
    ///                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```fails page
    /// -- it/a.jsonl
    /// {"source": "See [fees](https://a.com/#list).", "target": "Vedere [le tariffe](https://a.com/#list).", "target_locale": "it"}
    /// -- pl/a.jsonl
    /// {"source": "See [fees](https://a.com/#list).", "target": "Zobacz [opłaty](https://a.com/#list).", "target_locale": "pl"}
    /// -- sv/a.jsonl
    /// {"source": "See [fees](https://a.com/#list).", "target": "Se [avgifter](https://a.com/#lista).", "target_locale": "sv"}
    ///                                                                         ^^^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes page
    /// -- it/a.jsonl
    /// {"source": "See [fees](https://a.com/fees).", "target": "Vedere [le tariffe](https://a.com/it-it/fees).", "target_locale": "it"}
    /// -- pl/a.jsonl
    /// {"source": "See [fees](https://a.com/fees).", "target": "Zobacz [opłaty](https://a.com/fees?ocid=7).", "target_locale": "pl"}
    /// -- sv/a.jsonl
    /// {"source": "See [fees](https://a.com/fees).", "target": "Se [avgifter](https://a.com/sv/avgifter).", "target_locale": "sv"}
    /// ```
    pub static INCONSISTENT_DESTINATION: Docset<InconsistentDestination> = {
        id: "inconsistent-destination",
        category: Consistency,
        severity: Warning,
        confidence: Medium,
        mqm: "design/markup",
        its: "markup",
        yields_to: ["broken-anchor", "broken-link", "mismatched-link", "mismatched-link-locale", "untranslated-link-target"],
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
        let may_concern = |source: &str, target: &str| may_differ(source, target);
        for group in Counterparts::of(docset, self.languages, may_concern) {
            // What became of one link of the source.
            let mut links: BTreeMap<Span, Vec<Link<'_>>> = BTreeMap::new();
            for &repeat in &group.segments {
                read(repeat, &docset.view(repeat), &mut links);
            }
            for links in links.values() {
                self.compare(docset, links, group.languages - 1, out);
            }
        }
    }
}

/// A link of a translation.
struct Link<'d> {
    repeat: Repeat,
    destination: &'d str,
    place: Place,
    whither: Whither,
}

/// Adds the links of `segment`, which is that of `repeat`, by their place in the source.
fn read<'d>(repeat: Repeat, segment: &SegmentView<'d>, links: &mut BTreeMap<Span, Vec<Link<'d>>>) {
    let target = segment.target();
    for images in [false, true] {
        let counterparts = counterparts::of(segment, images);
        for [source, link] in counterparts.kept.into_iter().chain(counterparts.changed) {
            let destination = link.destination.of(target.text());
            let whither = Whither::of(destination, target.locale());
            let link = Link { repeat, destination, place: target.at(link.destination), whither };
            links.entry(source.destination).or_default().push(link);
        }
    }
}

impl InconsistentDestination {
    /// Tells which of `links` lead elsewhere than most of them in the `others` other languages.
    fn compare(&self, docset: &DocsetView<'_>, links: &[Link<'_>], others: usize, out: &mut Sink<'_>) {
        for own in links {
            let is_other =
                |link: &&Link<'_>| link.repeat.locale != own.repeat.locale && link.whither.place != own.whither.place;
            let alike = |one: &Link<'_>| {
                let same = |link: &&Link<'_>| link.whither.place == one.whither.place;
                let mut alike: Vec<&Link<'_>> = links.iter().filter(is_other).filter(same).collect();
                alike.dedup_by_key(|it| it.repeat.locale);
                alike
            };
            let Some(usual) = links.iter().filter(is_other).map(alike).max_by_key(Vec::len) else { continue };
            let agreeing = usual.len();
            if is_enough(agreeing, others, self.languages, self.share) && !may_be_right(docset, own, &usual) {
                out.report(own.place, format!("{agreeing} other languages lead to `{}`", usual[0].destination))
                    .also(usual[0].place);
            }
        }
    }
}

/// Whether `own`, which leads elsewhere than `usual`, may be as it should: it leads to a page that is for readers of its
/// language alone, or to an anchor that is there, or the next part of a compound stands right behind it.
fn may_be_right(docset: &DocsetView<'_>, own: &Link<'_>, usual: &[&Link<'_>]) -> bool {
    let given = usual[0].destination;
    let known_anchor = || {
        let target = docset.map().follow(own.repeat.document, own.destination);
        let Some((Found::Page(page), fragment)) = target.map(|it| (it.found, it.fragment)) else { return false };
        fragment.is_some_and(|fragment| docset.anchors(page).has(&fragment))
    };
    let locale = docset.document(own.repeat.document).target_locale();
    let compound = own.destination.strip_prefix(given).is_some_and(|rest| rest.starts_with('-'));
    let localized = usual.iter().filter(|link| link.whither.localized).count();
    own.whither.localized && localized * 2 <= usual.len()
        || compound
        || differ_in_fragment(given, own.destination, locale) && known_anchor()
}
