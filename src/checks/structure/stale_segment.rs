//! `stale-segment`

use super::first_words;
use crate::check::DocumentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::DocumentView;
use crate::text::similarity::difference;

declare_check! {
    /// The original of a text changed, and its translation did not.
    ///
    /// The reader is told what held before. Asked only where a change is looked at (`--changed-since`, `--staged`):
    /// the findings are the list of what the change leaves to translate. A page that names the version it was made
    /// from is held against that version, and is told by `stale-page`.
    ///
    /// ```fails page
    /// -- en/restart.md
    /// # Restart
    ///
    /// Restart the server once a day. Tell the users before.
    /// -- en/restart.md before
    /// # Restart
    ///
    /// Restart the server once a week. Tell the users before.
    /// -- nl/restart.md
    /// # Opnieuw starten
    ///
    /// Start de server eens per week opnieuw. Zeg het de gebruikers van tevoren.
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes page
    /// -- en/restart.md
    /// # Restart
    ///
    /// Restart the server once a day.
    /// -- en/restart.md before
    /// # Restart
    ///
    /// Restart the server once a week.
    /// -- nl/restart.md
    /// # Opnieuw starten
    ///
    /// Start de server eens per dag opnieuw.
    /// -- nl/restart.md before
    /// # Opnieuw starten
    ///
    /// Start de server eens per week opnieuw.
    /// ```
    pub static STALE_SEGMENT: Document<StaleSegment> = {
        id: "stale-segment",
        category: Structure,
        severity: Info,
        confidence: High,
        mqm: "accuracy/mistranslation",
        its: "mistranslation",
        since: "0.1.0",
    }
}

/// Options of `stale-segment`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct StaleSegment {}

impl DocumentCheck for StaleSegment {
    fn check(&self, document: &DocumentView<'_>, out: &mut Sink<'_>) {
        for (segment, before) in document.stale() {
            let now = segment.source().text();
            let [was, is] = difference(before, now);
            let message = match (was.of(before), is.of(now)) {
                ("", added) => format!("the original now says {} as well", first_words(added)),
                (removed, "") => format!("the original no longer says {}", first_words(removed)),
                (was, is) => format!("the original changed: {} is now {}", first_words(was), first_words(is)),
            };
            out.report(segment.target().whole(), message)
                .help("bring the translation up to date")
                .also(segment.source().at(is));
        }
    }
}
