//! `untranslated-sentence`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;

declare_check! {
    /// A sentence is left in English beside translated ones.
    ///
    /// It was skipped, or a machine gave up on it after a word or two; nobody sees it who does not read to the end.
    /// Reported is a sentence most of whose words are those of the source in their order, with words among them that only
    /// English has.
    ///
    /// ```fails
    /// en | Save the file. After that, close every window that you opened.
    /// pl | Zapisz plik. After that, close every window that you opened.
    ///                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | Save the file. See Fabrikam Guide to Better Ledgers.
    /// pl | Zapisz plik. Zobacz Fabrikam Guide to Better Ledgers.
    /// ```
    ///
    /// ```fails page
    /// -- nl/backup.md
    /// De back-up begint om 2 uur. When you cancel the backup, it's removed from your account.
    ///                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    pub static UNTRANSLATED_SENTENCE: Segment<UntranslatedSentence> = {
        id: "untranslated-sentence",
        category: Completeness,
        severity: Error,
        confidence: High,
        one_sided: true,
        mqm: "accuracy/untranslated",
        its: "untranslated",
        yields_to: ["untranslated-segment"],
        since: "0.1.0",
    }
}

/// Options of `untranslated-sentence`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct UntranslatedSentence {}

impl SegmentCheck for UntranslatedSentence {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        for run in &segment.kept().sentences {
            let found = out.report(segment.target().at(run.target), "the sentence is left in English");
            if !segment.is_one_sided() {
                found.also(segment.source().at(run.source));
            }
        }
    }
}
