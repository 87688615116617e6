//! `mismatched-original`

use super::is_mismatched;
use crate::check::DocumentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::DocumentView;
use crate::span::FileSpan;

declare_check! {
    /// A page and its original have less than half of their text in common.
    ///
    /// Either the page is the translation of another one, or the original was written anew since. What the one has
    /// and the other lacks is not told piece by piece. Of pages where that would be 20 pieces or more, it is said when a
    /// third of the text is not in common; of pages where it is one piece, when two thirds are not: the end of a page may
    /// not be translated yet, which is told as what it is.
    ///
    /// ```fails page
    /// -- en/backup.md
    /// # Backups
    ///
    /// Backups run at 02:00 and take up to 30 minutes.
    ///
    /// 1. Open **Settings**.
    /// 2. Select [Backups](backup.md), and then **On**.
    /// 3. Enter `90`, and select **Save**.
    ///
    /// > [!NOTE]
    /// > Backups of 2019 and earlier are in the [archive](archive.md).
    ///
    /// Contact support if a backup fails twice in 24 hours.
    /// -- nl/backup.md
    /// # Printers
    /// |
    ///
    /// Elke verdieping heeft een kleurenprinter.
    /// ```
    ///
    /// ```passes page
    /// -- en/backup.md
    /// # Backups
    ///
    /// Backups run at 02:00 and take up to 30 minutes.
    ///
    /// Contact [support](help.md) if a backup fails.
    /// -- nl/backup.md
    /// # Back-ups
    ///
    /// Back-ups worden om 02:00 gemaakt en duren tot 30 minuten.
    ///
    /// Neem contact op met [ondersteuning](help.md) als een back-up mislukt.
    /// ```
    pub static MISMATCHED_ORIGINAL: Document<MismatchedOriginal> = {
        id: "mismatched-original",
        category: Structure,
        severity: Warning,
        confidence: Medium,
        mqm: "accuracy/mistranslation",
        its: "inconsistent-entities",
        since: "0.1.0",
    }
}

/// Options of `mismatched-original`.
#[derive(Debug, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MismatchedOriginal {
    /// Blocks of both pages without a counterpart below which nothing is said: a stub is told from its original by none.
    pub min_blocks: u32,
}

impl Default for MismatchedOriginal {
    fn default() -> Self {
        Self { min_blocks: 4 }
    }
}

impl DocumentCheck for MismatchedOriginal {
    fn check(&self, document: &DocumentView<'_>, out: &mut Sink<'_>) {
        let alone: u32 = document.drift().iter().map(|drift| drift.count).sum();
        if alone >= self.min_blocks && is_mismatched(document) {
            let message = format!("{alone} blocks of this page and of its original do not correspond");
            out.report(document.at(FileSpan::empty(0)), message)
                .help("translate the original anew, or correct where it is looked for (`--source DIR`)")
                .also(document.at_source(FileSpan::empty(0)));
        }
    }
}
