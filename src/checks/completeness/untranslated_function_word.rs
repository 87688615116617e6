//! `untranslated-function-word`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;

declare_check! {
    /// An English function word is left in the translation.
    ///
    /// A lone `the`, `of` or `your` is what a machine leaves behind when it moves markup or names about; the sentence
    /// limps. Let pass are words that the other language has too (Dutch `of`, Polish `to`), words inside names
    /// (`Center of Excellence`), and labels and titles that quotation marks or emphasis set apart.
    ///
    /// ```fails
    /// en | Update the address of your bank.
    /// es | Actualice la dirección of su banco.
    ///                             ^^
    /// ```
    ///
    /// ```passes
    /// en | Pay monthly or yearly.
    /// nl | Betaal maandelijks of jaarlijks.
    /// ```
    ///
    /// ```passes
    /// en | Ask the Center of Excellence.
    /// sv | Fråga Center of Excellence.
    /// ```
    pub static UNTRANSLATED_FUNCTION_WORD: Segment<UntranslatedFunctionWord> = {
        id: "untranslated-function-word",
        category: Completeness,
        severity: Error,
        confidence: High,
        mqm: "accuracy/untranslated",
        its: "untranslated",
        yields_to: ["untranslated-segment", "untranslated-sentence", "untranslated-fragment"],
        since: "0.1.0",
    }
}

/// Options of `untranslated-function-word`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UntranslatedFunctionWord {}

impl SegmentCheck for UntranslatedFunctionWord {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        for run in &segment.kept().words {
            let word = run.target.of(segment.target().text());
            let message = format!("the English `{word}` is left in the translation");
            out.report(segment.target().at(run.target), message).also(segment.source().at(run.source));
        }
    }
}
