//! `missing-source`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;
use crate::span::Span;

declare_check! {
    /// A translation has no source.
    ///
    /// The source was deleted or lost, and nobody can tell whether the translation still says the right thing.
    ///
    /// ```fails
    /// en |
    ///      |
    /// de | Löschen Sie den Zweig.
    /// ```
    ///
    /// ```passes
    /// en | Delete the branch.
    /// de | Löschen Sie den Zweig.
    /// ```
    pub static MISSING_SOURCE: Segment<MissingSource> = {
        id: "missing-source",
        category: Completeness,
        severity: Error,
        confidence: High,
        one_sided: true,
        mqm: "accuracy/addition",
        its: "addition",
        aliases: ["empty-source"],
        since: "0.1.0",
    }
}

/// Options of `missing-source`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingSource {}

impl SegmentCheck for MissingSource {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        if segment.is_one_sided()
            && segment.is_trusted()
            && source.text().trim().is_empty()
            && !target.text().trim().is_empty()
        {
            out.report(source.at(Span::empty(0)), "the source is empty").also(target.whole());
        }
    }
}
