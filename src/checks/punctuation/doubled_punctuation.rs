//! `doubled-punctuation`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::SegmentView;
use crate::text::punctuation::doubled_marks;
use crate::text::traits::Traits;

declare_check! {
    /// Two punctuation marks stand where one belongs.
    ///
    /// The second is left over from an edit, and the reader waits for what does not come. Three dots, `?!`, the full
    /// stop of an abbreviation before another mark (`etc.,`), ranges, paths and what the source doubles as well are
    /// exempt.
    ///
    /// ```fails
    /// en | Export the rules before that date.
    /// sv | Exportera reglerna före det datumet..
    ///                                         ^^
    /// ```
    ///
    /// ```fails
    /// en | Reports refresh automatically.
    /// zh | 报告会自动刷新。。
    ///             ^^
    /// ```
    ///
    /// ```passes
    /// en | Files, folders, etc., in ../docs, and so on...
    /// it | File, cartelle, ecc., in ../docs, e così via...
    /// ```
    pub static DOUBLED_PUNCTUATION: Segment<DoubledPunctuation> = {
        id: "doubled-punctuation",
        category: Punctuation,
        severity: Info,
        confidence: High,
        fix: Unsafe,
        needs: [DOUBLED_MARK],
        one_sided: true,
        mqm: "linguistic-conventions/punctuation",
        its: "typographical",
        since: "0.1.0",
    }
}

/// Options of `doubled-punctuation`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct DoubledPunctuation {}

impl SegmentCheck for DoubledPunctuation {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        if !target.traits().has(Traits::DOUBLED_MARK) {
            return;
        }
        let found = doubled_marks(target.text());
        if found.is_empty() || !doubled_marks(source.text()).is_empty() {
            return;
        }
        for run in found.into_iter().filter(|&run| target.is_prose(run)) {
            let marks = run.of(target.text());
            // The last one ends the sentence or the clause as the text goes on from there.
            let last = marks.chars().next_back().map(String::from).unwrap_or_default();
            out.report(target.at(run), format!("`{marks}` is one mark too many")).fix(last, Trust::Unsafe);
        }
    }
}
