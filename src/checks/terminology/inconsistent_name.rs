//! `inconsistent-name`

use super::called::{Called, Limits};
use super::{capital_runs, stands_among_names};
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;
use std::ops::{Range, RangeInclusive};

declare_check! {
    /// A name is called something else than it usually is.
    ///
    /// Products have one name in each language: kept, translated, or half of each. Which one is learned; an inflected
    /// form, a compound and another order of the words are the same name. What translations call it more often than a
    /// share of `unusual` has its reasons and is let pass. A page that calls it otherwise throughout is told once.
    ///
    /// ```fails
    /// learned 60 | Open the Cargo Center and read page #. | Otwórz Centrum ładunków i przeczytaj stronę #.
    /// learned 4 | Close the Cargo Center and page #. | Zamknij Ośrodek frachtu i stronę #.
    /// en | The Cargo Center shows it.
    /// pl | Ośrodek frachtu to pokazuje.
    ///      ^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// learned 60 | Open the Cargo Center and read page #. | Otwórz Centrum ładunków i przeczytaj stronę #.
    /// learned 4 | Close the Cargo Center and page #. | Zamknij Ośrodek frachtu i stronę #.
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
        for run in capital_runs(segment.source()).into_iter().filter(|run| run.len() >= *WORDS.start()) {
            // The longest name is the one that is meant.
            let names = WORDS.rev().flat_map(|length| {
                let starts = run.start..(run.end + 1).saturating_sub(length).max(run.start);
                starts.map(move |start| start..start + length)
            });
            for name in names.filter(|name| stands_among_names(segment, evidence, name, &run)) {
                if let Some(called) = Called::of(evidence, segment, name.clone(), self.limits()) {
                    self.report(segment, name, &called, out);
                    break;
                }
            }
        }
    }
}

impl InconsistentName {
    fn limits(&self) -> Limits {
        Limits { at_least: self.at_least, usual: self.usual, unusual: self.unusual }
    }

    fn report(&self, segment: &SegmentView<'_>, name: Range<usize>, called: &Called<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source(), segment.target());
        let meant = source.known()[name.start].span.to(source.known()[name.end - 1].span);
        let text = meant.of(source.text());
        if let Some(other) = called.other_in(target).filter(|other| called.is_told(segment, text, other)) {
            let written = other.span.of(target.text());
            out.report(target.at(other.span), format!("`{written}` is usually called `{}`", called.usual))
                .help(called.figures(text, &other))
                .also(source.at(meant));
        }
    }
}
