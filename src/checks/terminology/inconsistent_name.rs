//! `inconsistent-name`

use super::called::{Called, Limits};
use super::{capital_runs, stands_among_names};
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;
use std::ops::RangeInclusive;

declare_check! {
    /// A name is called something else than it usually is.
    ///
    /// Products have one name in each language: kept, translated, or half of each. Which one is learned; an inflected
    /// form, a compound and another order of the words are the same name. What translations call it more often than a
    /// share of `unusual` has its reasons and is let pass. A page that calls it otherwise throughout is told once.
    ///
    /// ```fails
    /// learned 60 | Open the Cargo Center on page #. | Otwórz Centrum ładunków na stronie #.
    /// learned 400 | Open the letter on page #. | Otwórz list na stronie #.
    /// learned 4 | Open the Cargo Center on page #0. | Otwórz Ośrodek frachtu na stronie #0.
    /// en | The Cargo Center shows it.
    /// pl | Ośrodek frachtu to pokazuje.
    ///      ^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// learned 60 | Open the Cargo Center on page #. | Otwórz Centrum ładunków na stronie #.
    /// learned 400 | Open the letter on page #. | Otwórz list na stronie #.
    /// learned 4 | Open the Cargo Center on page #0. | Otwórz Ośrodek frachtu na stronie #0.
    /// en | The menu of the Cargo Center shows it.
    /// pl | Pokazuje to menu Centrum ładunków.
    /// ```
    pub static INCONSISTENT_NAME: Segment<InconsistentName> = {
        id: "inconsistent-name",
        category: Terminology,
        severity: Warning,
        confidence: Medium,
        audience: Pedantic,
        needs: [CAPITAL],
        evidence: true,
        mqm: "terminology/inconsistent-use-of-terminology",
        its: "inconsistency",
        yields_to: ["translated-name", "mismatched-name", "forbidden-term"],
        since: "0.1.0",
    }
}

/// Options of `inconsistent-name`.
#[derive(Debug, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct InconsistentName {
    /// The fewest segments with the name that tell what is usual.
    pub at_least: u32,
    /// The share of translations, from 0 to 1, that must agree on one.
    pub usual: f64,
    /// The greatest share of translations that may have the other: what is commoner has its reasons.
    pub unusual: f64,
}

impl Default for InconsistentName {
    fn default() -> Self {
        Self { at_least: 20, usual: 0.8, unusual: 0.1 }
    }
}

/// Words that a name has.
const WORDS: RangeInclusive<usize> = 2..=3;

impl SegmentCheck for InconsistentName {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let Some(evidence) = segment.evidence() else { return };
        let mut told = Vec::new();
        for run in capital_runs(segment.source()).into_iter().filter(|run| run.len() >= *WORDS.start()) {
            // The longest name is the one that is meant.
            let names = WORDS.rev().flat_map(|length| {
                let starts = run.start..(run.end + 1).saturating_sub(length).max(run.start);
                starts.map(move |start| start..start + length)
            });
            let limits = Limits { at_least: self.at_least, usual: self.usual, unusual: self.unusual };
            let mut names = names.filter(|name| stands_among_names(segment, evidence, name, &run));
            let found = names.find_map(|name| Some((Called::of(evidence, segment, name.clone(), limits)?, name)));
            if let Some((called, name)) = found {
                called.report(segment, &name, &mut told, out);
            }
        }
    }
}
