//! `untranslated-fragment`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;

declare_check! {
    /// Words within a sentence are left in English.
    ///
    /// Half a sentence in another language is harder to read than either. Reported are two or more words that stand in a
    /// row on both sides and hold a word that only English has: `based on`, `customer records`. Borrowed terms (`open
    /// source`, `load balancer`), names, and labels and titles that quotation marks or emphasis set apart are let pass.
    ///
    /// ```fails
    /// en | The bill depends on usage until the period is closed.
    /// de | Die Rechnung richtet sich nach der Nutzung until the period is closed.
    ///                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | The load balancer supports single sign-on and machine learning.
    /// nl | De load balancer ondersteunt single sign-on en machine learning.
    /// ```
    ///
    /// ```passes
    /// en | Select **Close the books** to end the period.
    /// fr | Sélectionnez **Close the books** pour terminer la période.
    /// ```
    pub static UNTRANSLATED_FRAGMENT: Segment<UntranslatedFragment> = {
        id: "untranslated-fragment",
        category: Completeness,
        severity: Error,
        confidence: High,
        mqm: "accuracy/untranslated",
        its: "untranslated",
        yields_to: ["untranslated-segment", "untranslated-sentence"],
        since: "0.1.0",
    }
}

/// Options of `untranslated-fragment`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UntranslatedFragment {}

impl SegmentCheck for UntranslatedFragment {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        for run in &segment.kept().phrases {
            let words = run.target.of(segment.target().text());
            let message = format!("`{words}` is left in English");
            out.report(segment.target().at(run.target), message).also(segment.source().at(run.source));
        }
    }
}
