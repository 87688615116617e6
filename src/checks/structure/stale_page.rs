//! `stale-page`

use super::is_mismatched;
use crate::check::DocsetCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocsetView, DocumentView};
use crate::span::FileSpan;
use std::collections::HashSet;

declare_check! {
    /// The page was translated from another version of its original.
    ///
    /// What the original says now was never translated, and what it no longer says is still here. A page tells its
    /// version by the hash or the commit of the original in its front matter. What has changed since is counted by
    /// sentence, except where the translation has the links, the code and the numbers that the original has now: only
    /// the name of its version is old there. Where no hash fits on any page of a locale, the originals at hand are
    /// written in another way than those that were translated, and only a page that differs from its original is told.
    ///
    /// ```fails page
    /// -- en/log.md
    /// # Logs
    ///
    /// Logs are kept for 30 days.
    /// -- en/restart.md
    /// # Restart
    ///
    /// Restart the server once a week.
    /// -- nl/log.md
    /// ---
    /// ms.openlocfilehash: 4b5a0f0c1d2e3f405162738495a6b7c8d9eafb0c
    ///                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ---
    /// # Logboeken
    ///
    /// Logboeken worden 30 dagen bewaard.
    /// -- nl/restart.md
    /// ---
    /// ms.openlocfilehash: c8b086f48c04fa93603cafb4c2447521f3a7e695
    /// ---
    /// # Opnieuw starten
    ///
    /// Start de server eens per week opnieuw.
    /// ```
    ///
    /// ```passes page
    /// -- en/log.md
    /// # Logs
    ///
    /// Logs are kept for 30 days.
    /// -- nl/log.md
    /// ---
    /// ms.openlocfilehash: 4b5a0f0c1d2e3f405162738495a6b7c8d9eafb0c
    /// ---
    /// # Logboeken
    ///
    /// Logboeken worden 30 dagen bewaard.
    /// ```
    pub static STALE_PAGE: Docset<StalePage> = {
        id: "stale-page",
        category: Structure,
        severity: Info,
        confidence: High,
        mqm: "accuracy/omission",
        its: "omission",
        since: "0.1.0",
    }
}

/// Options of `stale-page`.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct StalePage {}

impl DocsetCheck for StalePage {
    fn check(&self, docset: &DocsetView<'_>, out: &mut Sink<'_>) {
        let is_proven = |page: &DocumentView<'_>| page.version().proven == Some(true);
        let proven: HashSet<&str> =
            docset.documents().filter(is_proven).map(|page| page.target_locale().tag()).collect();
        for page in docset.documents() {
            let version = page.version();
            let differs = || !page.drift().is_empty() && !is_mismatched(&page);
            let other = version.proven == Some(false) && (proven.contains(page.target_locale().tag()) || differs());
            if version.changed.is_empty() && !other {
                continue;
            }
            let (name, place) = named(&page);
            let message = match version.changed.len() {
                0 => format!("the page was translated from {name}, which is not the one at hand"),
                1 => format!("1 text has changed in the original since {name}"),
                count => format!("{count} texts have changed in the original since {name}"),
            };
            let found = out.report(page.at(place), message);
            found.help("translate what has changed, and name the version of the original that the page then has");
            // What was added to the original in one place is told there once.
            for places in version.changed.chunk_by(|one, other| one == other) {
                found.also(page.at(places[0]));
            }
        }
    }
}

/// What the page calls its version, and where; the top of the page where it does not.
fn named(page: &DocumentView<'_>) -> (String, FileSpan) {
    const SHOWN: usize = 10;
    let Some(named) = &page.version().named else { return ("an earlier version".to_owned(), FileSpan::empty(0)) };
    let field = page.metadata().iter().find(|field| field.value.eq_ignore_ascii_case(named));
    let short: String = named.chars().take(SHOWN).collect();
    (format!("version `{short}`"), field.map_or(FileSpan::empty(0), |field| field.span))
}
