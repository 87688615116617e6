//! `missing-target`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;
use crate::span::Span;

declare_check! {
    /// A text has no translation.
    ///
    /// The reader sees nothing where the source says something. White space is no translation.
    ///
    /// ```fails
    /// en | Delete the branch.
    /// de |
    ///      |
    /// ```
    ///
    /// ```passes
    /// en | Delete the branch.
    /// de | Löschen Sie den Zweig.
    /// ```
    ///
    /// ```passes
    /// en |
    /// de |
    /// ```
    pub static MISSING_TARGET: Segment<MissingTarget> = {
        id: "missing-target",
        category: Completeness,
        severity: Error,
        confidence: High,
        one_sided: true,
        mqm: "accuracy/omission",
        its: "omission",
        aliases: ["empty-target"],
        since: "0.1.0",
    }
}

/// Options of `missing-target`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingTarget {}

impl SegmentCheck for MissingTarget {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        if segment.is_one_sided() && target.text().trim().is_empty() && !source.text().trim().is_empty() {
            out.report(target.at(Span::empty(0)), "the translation is empty").also(source.whole());
        }
    }
}
