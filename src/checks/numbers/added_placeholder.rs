//! `added-placeholder`

use super::lonely_placeholders;
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;

declare_check! {
    /// The translation has a placeholder that the source does not have.
    ///
    /// Nothing will replace it, and the reader sees it as it is; a program may even fail over it. As many as are
    /// missing are taken for translated ones and left to `missing-placeholder`.
    ///
    /// ```fails
    /// en | Your files are ready.
    /// fr | Vos fichiers sont prêts, {user}.
    ///                               ^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | {count} of {total} files
    /// pl | {total} plików, z tego {count}
    /// ```
    ///
    /// ```passes
    /// en | Save 5%
    /// it | Risparmia il 5 % di tutto
    /// ```
    pub static ADDED_PLACEHOLDER: Segment<AddedPlaceholder> = {
        id: "added-placeholder",
        category: Placeholders,
        severity: Error,
        confidence: High,
        needs: [PLACEHOLDER],
        mqm: "accuracy/addition",
        its: "markup",
        yields_to: ["missing-placeholder"],
        since: "0.1.0",
    }
}

/// Options of `added-placeholder`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct AddedPlaceholder {}

impl SegmentCheck for AddedPlaceholder {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let target = segment.target();
        if segment.is_one_sided() || target.placeholders().is_empty() {
            return;
        }
        let (missing, added) = lonely_placeholders(segment);
        if added.len() == missing.len() {
            return;
        }
        for span in added {
            let message = format!("the source has no placeholder `{}`", span.of(target.text()));
            out.report(target.at(span), message);
        }
    }
}
