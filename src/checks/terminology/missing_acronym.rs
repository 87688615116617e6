//! `missing-acronym`

use super::{counterpart, stand_in};
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::evidence::Kept;
use crate::finding::Sink;
use crate::model::{SegmentView, Side};

declare_check! {
    /// An acronym that translations into the language nearly always keep is missing in one.
    ///
    /// Whether an acronym is kept or spelt out is a matter of language and taste, so translations say what is
    /// usual: an acronym counts when `at-least` segments have it and a share of `kept` of their translations has it,
    /// whatever the case. What is rare, or often spelt out, is never reported.
    ///
    /// ```fails
    /// learned 60 | Open the API of part #. | Abra la API de la parte #.
    /// en | See the API and the log.
    /// es | Vea la y el registro.
    ///          |
    /// ```
    ///
    /// ```passes
    /// learned 5 | Open the API of part #. | Abra la API de la parte #.
    /// en | See the API and the log.
    /// es | Vea la interfaz y el registro.
    /// ```
    ///
    /// ```passes
    /// learned 30 | The US and part # | Estados Unidos y la parte #
    /// learned 30 | The US or part # | EE. UU. o la parte #
    /// en | The US and Peru
    /// es | Estados Unidos y Perú
    /// ```
    pub static MISSING_ACRONYM: Segment<MissingAcronym> = {
        id: "missing-acronym",
        category: Terminology,
        severity: Warning,
        confidence: Medium,
        audience: Pedantic,
        needs: [CAPITALS],
        evidence: true,
        mqm: "accuracy/omission",
        its: "omission",
        since: "0.1.0",
    }
}

/// Options of `missing-acronym`.
#[derive(Debug, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct MissingAcronym {
    /// The fewest segments that tell what is usual.
    pub at_least: u32,
    /// The share of translations, from 0 to 1, that must keep an acronym.
    pub kept: f64,
}

impl Default for MissingAcronym {
    fn default() -> Self {
        Self { at_least: 20, kept: 0.98 }
    }
}

impl SegmentCheck for MissingAcronym {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let Some(evidence) = segment.evidence() else { return };
        let (source, target) = (segment.source(), segment.target());
        let is_small = |word: &str| source.locale().language().is_function_word(word);
        let (mut seen, mut text) = (Vec::new(), None);
        for &span in source.acronyms() {
            let acronym = span.of(source.text()).to_lowercase();
            let Some(word) = evidence.source().get(&acronym) else { continue };
            let usual = |kept: Kept| kept.segments >= self.at_least && kept.share() >= self.kept;
            let all = evidence.kept(word);
            // Where the page itself is among what was learned, it is no witness, and lowers the share that others keep.
            if all.share() < self.kept / 2.0 || seen.contains(&word) || is_small(&acronym) {
                continue;
            }
            seen.push(word);
            // An acronym that Turkish rules made small has a dotless i.
            let text = text.get_or_insert_with(|| target.text().to_lowercase().replace('ı', "i"));
            if text.contains(&acronym) {
                continue;
            }
            let kept = all.without(segment.page().own(Side::Source, word));
            if !usual(kept) {
                continue;
            }
            let at = source.known().iter().position(|known| known.span.start == span.start);
            let stand_in = at.and_then(|at| stand_in(segment, &[at]));
            let place = target.at(stand_in.unwrap_or_else(|| counterpart(source, span, target)));
            out.report(place, format!("the acronym `{}` is missing", span.of(source.text())))
                .help(format!("{} of {} translations have it", kept.kept, kept.segments))
                .also(source.at(span));
        }
    }
}
