//! `unbalanced-tag`

use super::tags;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;

declare_check! {
    /// An HTML tag is opened and not closed, or the reverse, where the source is balanced.
    ///
    /// What is left open runs on to the end of the page. Elements that have no end (`<br>`) are exempt, and so is
    /// all that the source leaves open as well: it is closed in another segment.
    ///
    /// ```fails
    /// en | Press <kbd>Enter</kbd> to send.
    /// es | Presione <kbd>Entrar para enviar.
    ///               ^^^^^
    /// ```
    ///
    /// ```passes
    /// en | <p>First paragraph
    /// es | <p>Primer párrafo
    /// ```
    pub static UNBALANCED_TAG: Segment<UnbalancedTag> = {
        id: "unbalanced-tag",
        category: Markup,
        severity: Error,
        confidence: High,
        needs: [ANGLE],
        mqm: "design/markup",
        its: "markup",
        since: "0.1.0",
    }
}

/// Options of `unbalanced-tag`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UnbalancedTag {}

impl SegmentCheck for UnbalancedTag {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        if tags::is_plain(segment) {
            return;
        }
        let ours = tags::unpaired(&tags::elements(segment.target()));
        if ours.is_empty() {
            return;
        }
        let theirs = tags::unpaired(&tags::elements(segment.source()));
        for element in ours.iter().filter(|element| !theirs.contains(element)) {
            let what = if element.closes { "closed and not opened" } else { "opened and not closed" };
            let name = element.tag.span.of(segment.target().text());
            out.report(segment.target().at(element.tag.span), format!("`{name}` is {what}"));
        }
    }
}
