//! `suspicious-number`

use super::{Difference, expected_place};
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;

declare_check! {
    /// A small or round number stands in digits on one side only.
    ///
    /// It was lost or made up, or it was put in words, which is good style in most languages (`2 days`, `due giorni`)
    /// and more often the case: worth a look, no more. What is certain is reported by `missing-number` and
    /// `added-number`.
    ///
    /// ```fails
    /// en | Wait 5 minutes.
    /// de | Warten Sie Minuten.
    ///             ^^^
    /// ```
    ///
    /// ```passes
    /// en | Wait 5 minutes, but never longer than two hours.
    /// de | Warten Sie 5 Minuten, aber niemals länger als 2 Stunden.
    /// ```
    pub static SUSPICIOUS_NUMBER: Segment<SuspiciousNumber> = {
        id: "suspicious-number",
        category: Numbers,
        severity: Info,
        confidence: Low,
        audience: Pedantic,
        needs: [DIGIT],
        mqm: "accuracy/mistranslation",
        its: "numbers",
        yields_to: [
            "added-number", "inconsistent-number", "mismatched-date", "mismatched-version", "missing-identifier",
            "missing-number",
        ],
        since: "0.1.0",
    }
}

/// Options of `suspicious-number`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SuspiciousNumber {}

impl SegmentCheck for SuspiciousNumber {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        if segment.is_one_sided() {
            return;
        }
        let difference = Difference::of(segment);
        let [lost, gained] = difference.doubtful();
        for lost in lost {
            let message = format!("the number `{}` does not stand here in digits", lost.span.of(source.text()));
            out.report(target.at(expected_place(segment, lost.span)), message).also(source.at(lost.span));
        }
        for gained in gained {
            let message = format!("the source has no `{}` in digits", gained.span.of(target.text()));
            out.report(target.at(gained.span), message);
        }
    }
}
