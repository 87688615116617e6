//! `missing-sentence`

use super::{drift, first_words, grouped};
use crate::check::DocumentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocumentView, DriftKind, Side};

declare_check! {
    /// A paragraph of the translation lacks a sentence of its original.
    ///
    /// The reader never learns what it says, and nothing on the page shows that something is missing: the paragraph
    /// is there. That one is missing may be certain where it is not which one; then the likeliest is named.
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
    /// ```fails page
    /// -- en/ferry.md
    /// # Ferry
    ///
    /// Weigh every car before the first crossing. A car of more than 3 tonnes must stay on the pier and waits for the next
    /// ferry. Write the weight down in the [log](log.md).
    ///
    /// Ring the bell twice before the ferry leaves the pier, and close the gate of the deck.
    ///
    /// Count the 40 life jackets under the deck. If one is missing, tell the harbour master at once.
    /// -- nl/ferry.md
    /// # Veerboot
    ///
    /// Weeg elke auto voor de eerste overtocht. Noteer het gewicht in het [logboek](log.md).
    ///                                          |
    ///
    /// Luid de bel twee keer voordat de veerboot de pier verlaat, en sluit het hek van het dek.
    ///
    /// Tel de 40 zwemvesten onder het dek. Als er een ontbreekt, meldt u dat direct aan de havenmeester.
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
            let of_group = drift.within.map(|group| grouped(document, Side::Source, drift, group, drift.source));
            let message = of_group.unwrap_or_else(|| match drift.count {
                1 => format!("the sentence {words} is missing here"),
                count => format!("{count} sentences, from {words} on, are missing here"),
            });
            out.report(document.at(drift.target), message)
                .help("translate it here")
                .also(document.at_source(drift.source));
        }
    }
}
