//! `added-block`

use super::{described, drift, grouped};
use crate::check::DocumentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::locale::Locale;
use crate::model::{DocumentView, Drift, DriftKind, ProblemKind, Side};

declare_check! {
    /// The translation has a heading, a paragraph, an item or another block that its original lacks.
    ///
    /// It may describe what no longer exists: the original dropped it after the page was translated. Or somebody wrote
    /// it for these readers, and the next translation will lose it. Blocks that follow each other are told once. Of what
    /// stands twice, word by word, the second is the one too many. A lone link to the page in another language is none.
    ///
    /// ```fails page
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
    /// Wie een cassetterecorder heeft, verwisselt daarna de band.
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    ///
    /// Neem contact op met [ondersteuning](help.md) als een back-up mislukt.
    /// ```
    ///
    /// ```fails page
    /// -- en/backup.md
    /// # Backups
    ///
    /// Backups run at night.
    ///
    /// ## If one fails
    ///
    /// Ask the support.
    /// -- nl/backup.md
    /// # Back-ups
    ///
    /// Back-ups worden 's nachts gemaakt.
    ///
    /// ## Als er een mislukt
    ///
    /// Vraag de ondersteuning om hulp.
    ///
    /// ## Als er een mislukt
    ///    ^^^^^^^^^^^^^^^^^^
    ///
    /// Vraag de ondersteuning om hulp.
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
    /// [English](../en/backup.md)
    ///
    /// Neem contact op met [ondersteuning](help.md) als een back-up mislukt.
    /// ```
    pub static ADDED_BLOCK: Document<AddedBlock> = {
        id: "added-block",
        category: Structure,
        severity: Info,
        confidence: High,
        mqm: "accuracy/addition",
        its: "addition",
        since: "0.1.0",
    }
}

/// Options of `added-block`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct AddedBlock {}

impl DocumentCheck for AddedBlock {
    fn check(&self, document: &DocumentView<'_>, out: &mut Sink<'_>) {
        for drift in drift(document, DriftKind::AddedBlock) {
            if drift.count == 1 && is_language_link(drift.target.of(document.text(Side::Target)))
                || is_front_matter(document, drift)
            {
                continue;
            }
            let verb = if drift.count == 1 { "has" } else { "have" };
            let single = || {
                let what = described(document, Side::Target, drift, drift.target);
                format!("{what} {verb} no counterpart in the original")
            };
            let of_group = drift.within.map(|group| grouped(document, Side::Target, drift, group, drift.target));
            let message = of_group.unwrap_or_else(single);
            out.report(document.at(drift.target), message)
                .help("take it away, or add it to the original")
                .also(document.at_source(drift.source));
        }
    }
}

/// Whether `drift` follows the line that opens a front matter that never ends: it is what stands in that.
fn is_front_matter(document: &DocumentView<'_>, drift: &Drift) -> bool {
    let opening = document.problems().iter().find(|problem| problem.kind == ProblemKind::FrontMatter);
    let between = opening.map(|opening| opening.span.range().end..drift.target.range().start);
    let between = between.and_then(|between| document.text(Side::Target).get(between));
    between.is_some_and(|between| between.trim().is_empty())
}

/// Whether `text` is nothing but a link to a page in some language.
fn is_language_link(text: &str) -> bool {
    let inner = text.strip_prefix('[').and_then(|text| text.strip_suffix(')'));
    let parts = inner.and_then(|inner| inner.split_once("]("));
    parts.is_some_and(|(_, destination)| !destination.contains('[') && Locale::in_path(destination).next().is_some())
}
