//! `broken-entity`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::{Sink, Trust};
use crate::model::SegmentView;
use crate::text::markup::broken_entities;
use std::cell::OnceCell;

declare_check! {
    /// An HTML entity is damaged and shows as it is written.
    ///
    /// A blank within it, capitals, or a lost semicolon make of a no-break space the text `&nbsp ;`, and what is escaped
    /// twice shows `&amp;`. An ampersand before a word that is no entity is an ampersand.
    ///
    /// ```fails
    /// en | 5&nbsp;GB of storage
    /// es | 5&nbsp ;GB de almacenamiento
    ///       ^^^^^^^
    /// ```
    ///
    /// ```fails
    /// en | Back up data & settings.
    /// nl | Maak een back-up van gegevens &amp instellingen.
    ///                                    ^^^^
    /// ```
    ///
    /// ```fails
    /// en | Data & settings
    /// de | Daten &amp;amp; Einstellungen
    ///            ^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// en | R & D; see https://example.com?a=1&copy=2
    /// de | R & D; siehe https://example.com?a=1&copy=2
    /// ```
    pub static BROKEN_ENTITY: Segment<BrokenEntity> = {
        id: "broken-entity",
        category: Markup,
        severity: Error,
        confidence: High,
        fix: Safe,
        needs: [AMPERSAND],
        one_sided: true,
        mqm: "design/markup",
        its: "markup",
        since: "0.1.0",
    }
}

/// Options of `broken-entity`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct BrokenEntity {}

impl SegmentCheck for BrokenEntity {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        let theirs = OnceCell::new();
        for (span, whole) in broken_entities(target.text()) {
            let given = span.of(target.text());
            // Entities are masked; what only looks like one in code or in an address is left alone.
            let whole_entity = target.markup().entities.iter().any(|entity| entity.start == span.start);
            let theirs = || theirs.get_or_init(|| broken_entities(source.text())).iter();
            let is_kept = || theirs().any(|(theirs, _)| theirs.of(source.text()) == given);
            if !whole_entity && !target.is_prose(span) || is_kept() {
                continue;
            }
            out.report(target.at(span), format!("`{given}` is no entity; `{whole}` is")).fix(whole, Trust::Safe);
        }
    }
}
