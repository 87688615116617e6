//! `added-emphasis`

use super::emphasis;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;

declare_check! {
    /// The translation emphasises what the source does not.
    ///
    /// Emphasis that nobody meant sends the eye to the wrong word. Emphasis where the source has quotation marks,
    /// brackets, code or tags is another way to set the same words off; a passage may also come apart in two.
    ///
    /// ```fails
    /// en | A red mark shows an error.
    /// de | Eine **rote** Markierung zeigt einen Fehler an.
    ///           ^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | Choose "Save" here.
    /// fr | Choisissez **Enregistrer** ici.
    /// ```
    pub static ADDED_EMPHASIS: Segment<AddedEmphasis> = {
        id: "added-emphasis",
        category: Markup,
        severity: Info,
        confidence: Medium,
        needs: [EMPHASIS],
        mqm: "design/markup",
        its: "markup",
        since: "0.1.0",
    }
}

/// Options of `added-emphasis`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct AddedEmphasis {}

impl SegmentCheck for AddedEmphasis {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        // With emphasis on both sides a passage may have come apart; only what comes from nothing is certain.
        if emphasis::is_plain(segment) || !source.markup().emphasis.is_empty() || !source.markup().strays.is_empty() {
            return;
        }
        let set_off = emphasis::quotations(source) + emphasis::tagged(source) + source.markup().code.len();
        if set_off > 0 {
            return;
        }
        for added in emphasis::groups(target) {
            let words = added.inner.of(target.text());
            out.report(target.at(added.span), format!("the source does not emphasise `{words}`"));
        }
    }
}
