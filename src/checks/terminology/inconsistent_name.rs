//! `inconsistent-name`

use super::called::{Called, Limits};
use super::{capital_runs, stands_among_names};
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;
use std::ops::{Range, RangeInclusive};

declare_check! {
    /// A name is called something else than usual.
    ///
    /// TODO
    ///
    /// ```passes
    /// en | Open the API.
    /// es | Abra la API.
    /// ```
    pub static INCONSISTENT_NAME: Segment<InconsistentName> = {
        id: "inconsistent-name",
        category: Terminology,
        severity: Warning,
        confidence: Medium,
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
        Self { at_least: 20, usual: 0.8, unusual: 0.15 }
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
        if let Some((other, span)) = called.other_in(segment) {
            let meant = source.known()[name.start].span.to(source.known()[name.end - 1].span);
            let text = meant.of(source.text());
            out.report(target.at(span), format!("`{}` is usually called `{}`", span.of(target.text()), called.usual))
                .help(called.figures(text, other))
                .also(source.at(meant));
        }
    }
}
