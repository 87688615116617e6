//! `missing-sentence`

use super::{drift, first_words};
use crate::check::DocumentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocumentView, DriftKind, Side};

declare_check! {
    /// A paragraph of the translation lacks a sentence of its original.
    ///
    /// The reader never learns what it says, and nothing on the page shows that something is missing: the paragraph
    /// is there.
    ///
    /// ```fails page
    /// -- en/backup.md
    /// # Backups
    ///
    /// Backups run at 02:00. Unless an administrator sets another time in the settings of the account, they are kept for
    /// a month. The [portal](portal.md) lists the 5 latest ones.
    ///
    /// Contact [support](help.md) if a backup fails.
    /// -- nl/backup.md
    /// # Back-ups
    ///
    /// Back-ups worden om 02:00 gemaakt. De [portal](portal.md) toont de 5 laatste.
    ///                                   |
    ///
    /// Neem contact op met [ondersteuning](help.md) als een back-up mislukt.
    /// ```
    ///
    /// ```passes page
    /// -- en/backup.md
    /// # Backups
    ///
    /// Backups run at 02:00. Unless an administrator sets another time in the settings of the account, they are kept for
    /// a month. The [portal](portal.md) lists the 5 latest ones.
    ///
    /// Contact [support](help.md) if a backup fails.
    /// -- nl/backup.md
    /// # Back-ups
    ///
    /// Back-ups worden om 02:00 gemaakt. Ze worden een maand bewaard, tenzij een beheerder in de accountinstellingen een
    /// andere tijd kiest. De [portal](portal.md) toont de 5 laatste.
    ///
    /// Neem contact op met [ondersteuning](help.md) als een back-up mislukt.
    /// ```
    pub static MISSING_SENTENCE: Document<MissingSentence> = {
        id: "missing-sentence",
        category: Structure,
        severity: Warning,
        confidence: High,
        mqm: "accuracy/omission",
        its: "omission",
        since: "0.1.0",
    }
}

/// Options of `missing-sentence`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingSentence {}

impl DocumentCheck for MissingSentence {
    fn check(&self, document: &DocumentView<'_>, out: &mut Sink<'_>) {
        for drift in drift(document, DriftKind::MissingSentence) {
            let words = first_words(drift.source.of(document.text(Side::Source)));
            let message = match drift.count {
                1 => format!("the sentence {words} is missing here"),
                count => format!("{count} sentences, from {words} on, are missing here"),
            };
            out.report(document.at(drift.target), message)
                .help("translate it here")
                .also(document.at_source(drift.source));
        }
    }
}
