//! `suspicious-emphasis`

use super::emphasis::{is_plain, outermost, words_in};
use super::labels::{Labels, folded};
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{SegmentView, SideView};
use crate::text::markup::Emphasis;

declare_check! {
    /// Bold or italics may stand on the wrong words.
    ///
    /// Signs that are often right and not always: a label that is capitalised in the source and begins with a small
    /// letter here, and one of several words that is a single word here and goes on outside the marker
    /// (`**details** van de aanbieding`). What is certain is reported by `misplaced-emphasis`.
    ///
    /// ```fails
    /// en | Open the **Offer details** page.
    /// nl | Open de pagina **details** van de aanbieding.
    ///                     ^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | Open the **Offer details** page.
    /// nl | Open de pagina **Aanbiedingsgegevens**.
    /// ```
    pub static SUSPICIOUS_EMPHASIS: Segment<SuspiciousEmphasis> = {
        id: "suspicious-emphasis",
        category: Markup,
        severity: Info,
        confidence: Low,
        audience: Pedantic,
        needs: [EMPHASIS],
        mqm: "design/markup",
        its: "markup",
        yields_to: ["misplaced-emphasis"],
        since: "0.1.0",
    }
}

/// Options of `suspicious-emphasis`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SuspiciousEmphasis {}

impl SegmentCheck for SuspiciousEmphasis {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        if is_plain(segment) || source.markup().emphasis.is_empty() || target.markup().emphasis.is_empty() {
            return;
        }
        let language = target.locale().language();
        if !language.has_case() || Labels::of(source).low || outermost(source).len() != outermost(target).len() {
            return;
        }
        for emphasis in outermost(target) {
            let words = emphasis.inner.of(target.text());
            if words.starts_with(char::is_lowercase) && !source.text().contains(words) {
                let part = if is_half(target, emphasis) { " and may go on behind it" } else { "" };
                let message = format!("`{words}` begins with a small letter, unlike the labels of the source{part}");
                out.report(target.at(emphasis.span), message);
            }
        }
    }
}

/// Whether a single word is emphasised and a genitive follows.
fn is_half(target: &SideView<'_>, emphasis: Emphasis) -> bool {
    let next = folded(&target.text()[emphasis.span.range().end..]);
    let genitive = target.locale().language().genitive_words();
    words_in(target, emphasis.inner).len() == 1 && next.first().is_some_and(|word| genitive.contains(&word.as_str()))
}
