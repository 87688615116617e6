//! `broken-suspended-hyphen`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::SegmentView;
use crate::span::Span;

declare_check! {
    /// A suspended hyphen is glued to the word that joins.
    ///
    /// In `in- en uitvoer` the hyphen stands for a part that comes later; without the space the first part and the
    /// conjunction become one word that nobody knows. A chain (`Plug-und-Play`) is exempt.
    ///
    /// ```fails
    /// en | The log files and backup files are excluded.
    /// de | Die Protokoll-und Sicherungsdateien sind ausgeschlossen.
    ///          ^^^^^^^^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | Turn it on and off.
    /// hu | Be-és kikapcsolás.
    ///      ^^^^^
    /// ```
    ///
    /// ```passes
    /// en | Plug and play works for import and export.
    /// nl | Plug-en-play werkt voor in- en uitvoer.
    /// ```
    pub static BROKEN_SUSPENDED_HYPHEN: Segment<BrokenSuspendedHyphen> = {
        id: "broken-suspended-hyphen",
        category: Spacing,
        severity: Warning,
        confidence: High,
        fix: Safe,
        needs: [HYPHEN],
        one_sided: true,
        languages: ["nl", "de", "sv", "da", "nb", "nn", "fi", "hu"],
        mqm: "linguistic-conventions/spelling",
        its: "misspelling",
        aliases: ["missing-hyphen-space"],
        since: "0.1.0",
    }
}

/// Options of `broken-suspended-hyphen`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct BrokenSuspendedHyphen {}

impl SegmentCheck for BrokenSuspendedHyphen {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        let text = target.text();
        let joiners = target.locale().language().suspended_joiners;
        for (hyphen, _) in text.match_indices('-') {
            let (head, tail) = (&text[..hyphen], &text[hyphen + 1..]);
            let Some(joiner) = joiners.iter().find(|joiner| tail.starts_with(**joiner)) else { continue };
            let first = head.len() - head.trim_end_matches(char::is_alphanumeric).len();
            let end = hyphen + 1 + joiner.len();
            // Another word must follow behind a space, and no other hyphen may stand before.
            let follows = text[end..].trim_start_matches([' ', '\u{a0}']);
            let spaced =
                follows.len() < text.len() - end && follows.starts_with(|c: char| c.is_alphanumeric() || c == '*');
            let word = Span::new(hyphen - first, end);
            if head[..hyphen - first].ends_with(['-', '\'', '’', '.', '_', '/'])
                || head[hyphen - first..].chars().count() < 2
                || !spaced
            {
                continue;
            }
            if target.is_prose(word) && !source.text().contains(word.of(text)) {
                let place = target.at(Span::empty(hyphen + 1));
                out.report(target.at(word), format!("`{}` lacks a space behind its hyphen", word.of(text))).fix_at(
                    place,
                    " ",
                    Trust::Safe,
                );
            }
        }
    }
}
