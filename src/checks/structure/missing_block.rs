//! `missing-block`

use super::{described, drift, grouped};
use crate::check::DocumentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocumentView, DriftKind, Side};

declare_check! {
    /// The translation lacks a heading, a paragraph, an item or another block of its original.
    ///
    /// The reader never learns what it says. Either the translator passed over it, or the page was made from a version
    /// that did not have it yet. Blocks that follow each other are told once. Of a list or a table whose neighbours are
    /// all there, the numbers of items tell that one is missing, if not always which; of paragraphs, the numbers of
    /// sentences do. Two paragraphs that a translator made one are none.
    ///
    /// ```fails page
    /// -- en/backup.md
    /// # Backups
    ///
    /// Backups run at 02:00 and take up to 30 minutes.
    ///
    /// Keep the recovery key in a safe place, because nobody can open a backup without it.
    ///
    /// Contact [support](help.md) if a backup fails.
    /// -- nl/backup.md
    /// # Back-ups
    ///
    /// Back-ups worden om 02:00 gemaakt en duren tot 30 minuten.
    ///                                                          |
    ///
    /// Neem contact op met [ondersteuning](help.md) als een back-up mislukt.
    /// ```
    ///
    /// ```fails page
    /// -- en/owner.md
    /// # Owners
    ///
    /// Ask the owner:
    ///
    /// - when a ticket is late
    /// - when a ticket is open
    /// - when a ticket is lost
    ///
    /// Every ticket has one owner.
    /// -- nl/owner.md
    /// # Eigenaren
    ///
    /// Vraag het de eigenaar:
    ///
    /// - als een ticket te laat is
    /// - als een ticket open is
    ///                         |
    ///
    /// Elk ticket heeft een eigenaar.
    /// ```
    ///
    /// ```fails page
    /// -- en/printers.md
    /// # Printers
    ///
    /// Somebody has to look after the printers of each floor.
    ///
    /// Pour the old ink into the bottle and close it well. Wear gloves.
    ///
    /// The paper stands in the cupboard next to the stairs.
    ///
    /// A printer that smells of smoke must be switched off at once.
    /// -- nl/printers.md
    /// # Afdrukken
    ///
    /// Iemand moet voor de apparaten van elke verdieping zorgen.
    ///                                                          |
    ///
    /// Papier ligt in de kast naast de trap.
    ///
    /// Ruikt een apparaat naar rook, zet het dan meteen uit.
    /// ```
    ///
    /// ```passes page
    /// -- en/printers.md
    /// # Printers
    ///
    /// Somebody has to look after the printers of each floor.
    ///
    /// The paper stands in the cupboard next to the stairs.
    ///
    /// A printer that smells of smoke must be switched off at once.
    /// -- nl/printers.md
    /// # Afdrukken
    ///
    /// Iemand moet voor de apparaten van elke verdieping zorgen. Papier ligt in de kast naast de trap.
    ///
    /// Ruikt een apparaat naar rook, zet het dan meteen uit.
    /// ```
    ///
    /// ```passes page
    /// -- en/backup.md
    /// # Backups
    ///
    /// Backups run at 02:00 and take up to 30 minutes.
    ///
    /// Keep the recovery key in a safe place, because nobody can open a backup without it.
    ///
    /// Contact [support](help.md) if a backup fails.
    /// -- nl/backup.md
    /// # Back-ups
    ///
    /// Back-ups worden om 02:00 gemaakt en duren tot 30 minuten.
    ///
    /// Bewaar de herstelsleutel op een veilige plaats: zonder de sleutel kan niemand een back-up openen.
    ///
    /// Neem contact op met [ondersteuning](help.md) als een back-up mislukt.
    /// ```
    pub static MISSING_BLOCK: Document<MissingBlock> = {
        id: "missing-block",
        category: Structure,
        severity: Warning,
        confidence: High,
        mqm: "accuracy/omission",
        its: "omission",
        since: "0.1.0",
    }
}

/// Options of `missing-block`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingBlock {}

impl DocumentCheck for MissingBlock {
    fn check(&self, document: &DocumentView<'_>, out: &mut Sink<'_>) {
        for drift in drift(document, DriftKind::MissingBlock) {
            let verb = if drift.count == 1 { "is" } else { "are" };
            let single = || format!("{} {verb} missing", described(document, Side::Source, drift, drift.source));
            let of_group = drift.within.map(|group| grouped(document, Side::Source, drift, group, drift.source));
            let message = of_group.unwrap_or_else(single);
            out.report(document.at(drift.target), message)
                .help("translate it here")
                .also(document.at_source(drift.source));
        }
    }
}
