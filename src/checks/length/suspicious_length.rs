//! `suspicious-length`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::SegmentView;
use std::ops::RangeInclusive;

declare_check! {
    /// A translation is far longer or shorter than translations of such texts are.
    ///
    /// A sentence that lost half of its words, or took up those of its neighbour, is rarely seen by a reader who does
    /// not hold it against its source. How long translations are is learned, by the length of the source: short texts
    /// spread more than long ones. Told is what lies more than `deviations` standard deviations and `characters` from
    /// the usual; a gloss in parentheses that the source lacks does not count.
    ///
    /// ```fails
    /// learned 200 | The customer opens page # of the invoice, and the seller sends it to the warehouse. | Il cliente apre la pagina # della fattura e il venditore la spedisce al magazzino.
    /// en | Before you close the account, tell the customer which invoices are still open.
    /// it | Prima di chiudere.
    ///      ^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// learned 200 | The customer opens page # of the invoice, and the seller sends it to the warehouse. | Il cliente apre la pagina # della fattura e il venditore la spedisce al magazzino.
    /// en | Before you close the account, tell the customer which invoices are still open.
    /// it | Prima di chiudere il conto, dire al cliente quali fatture sono ancora aperte.
    /// ```
    pub static SUSPICIOUS_LENGTH: Segment<SuspiciousLength> = {
        id: "suspicious-length",
        category: Length,
        severity: Warning,
        confidence: Low,
        audience: Pedantic,
        evidence: true,
        mqm: "accuracy/omission",
        its: "length",
        yields_to: ["untranslated-segment", "untranslated-sentence", "missing-sentence", "suspicious-pair"],
        since: "0.1.0",
    }
}

/// Options of `suspicious-length`.
#[derive(Debug, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SuspiciousLength {
    /// The fewest standard deviations from the usual length that are told.
    pub deviations: f64,
    /// The fewest characters from it.
    pub characters: f64,
}

impl Default for SuspiciousLength {
    fn default() -> Self {
        Self { deviations: 4.0, characters: 25.0 }
    }
}

/// Segments of about that length that tell what is usual.
const LEAST_SEEN: u32 = 100;
/// Shares of each other within which lengths are usual, whatever was learned: most texts need no closer look.
const USUAL: RangeInclusive<f64> = 0.8..=1.25;
/// The standard deviation that is taken for granted, however much alike the texts are that were learned from.
const LEAST_DEVIATION: f64 = 0.15;
/// Characters below which a source is a label, which may be put in many ways.
const LABEL: usize = 30;

impl SegmentCheck for SuspiciousLength {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let (source, target) = (segment.source().text(), segment.target().text());
        let Some(evidence) = segment.evidence() else { return };
        if USUAL.contains(&(target.len() as f64 / source.len() as f64)) {
            return;
        }
        let length = source.chars().count();
        let usage = evidence.lengths().of(length);
        let expected = length as f64 * f64::from(usage.mean).exp();
        let deviates = |length: usize| {
            let deviations = (length as f64 / expected).ln() / f64::from(usage.deviation).max(LEAST_DEVIATION);
            deviations.abs() >= self.deviations && (length as f64 - expected).abs() >= self.characters
        };
        let written = target.chars().count();
        let short = (written as f64) < expected;
        if length < LABEL
            || usage.seen < LEAST_SEEN
            || !deviates(written)
            || !short && !deviates(without_glosses(segment))
        {
            return;
        }
        let than = if short { "shorter" } else { "longer" };
        out.report(segment.target().whole(), format!("far {than} than translations of such texts are"))
            .help(format!("{written} characters, where about {expected:.0} are usual"))
            .also(segment.source().whole());
    }
}

/// Characters of the translation outside parentheses, where the source has none.
fn without_glosses(segment: &SegmentView<'_>) -> usize {
    let target = segment.target().text();
    if segment.source().text().contains('(') {
        return target.chars().count();
    }
    let mut depth = 0_usize;
    let outside = target.chars().filter(|c| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    });
    outside.count()
}
