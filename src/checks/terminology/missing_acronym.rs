//! `missing-acronym`

use super::counterpart;
use crate::check::DocsetCheck;
use crate::declare_check;
use crate::finding::Sink;
use crate::model::{DocsetView, Place, SegmentView};
use crate::text::traits::Traits;
use std::collections::BTreeMap;

declare_check! {
    /// An acronym that translations into the language nearly always keep is missing in one.
    ///
    /// Whether an acronym is kept or spelt out is a matter of language and taste, so the texts themselves say what is
    /// usual: an acronym counts when `at-least` segments have it and a share of `kept` of their translations has it,
    /// whatever the case. What is rare, or often spelt out, is never reported.
    ///
    /// ```fails
    /// option | at-least = 3
    /// option | kept = 0.7
    /// en | Open the API.
    /// es | Abra la API.
    /// en | The API is open.
    /// es | La API está abierta.
    /// en | Close the API.
    /// es | Cierre la API.
    /// en | See the API and the log.
    /// es | Vea la y el registro.
    ///          |
    /// ```
    ///
    /// ```passes
    /// en | Open the API.
    /// es | Abra la API.
    /// en | See the API and the log.
    /// es | Vea la interfaz y el registro.
    /// ```
    ///
    /// ```passes
    /// option | at-least = 3
    /// option | kept = 0.7
    /// en | The US and Mexico
    /// es | Estados Unidos y México
    /// en | The US and Chile
    /// es | Estados Unidos y Chile
    /// en | The US and Peru
    /// es | EE. UU. y Perú
    /// ```
    pub static MISSING_ACRONYM: Docset<MissingAcronym> = {
        id: "missing-acronym",
        category: Terminology,
        severity: Warning,
        confidence: Medium,
        audience: Pedantic,
        needs: [CAPITALS],
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
    pub at_least: usize,
    /// The share of translations, from 0 to 1, that must keep an acronym.
    pub kept: f64,
}

impl Default for MissingAcronym {
    fn default() -> Self {
        Self { at_least: 20, kept: 0.98 }
    }
}

/// What the translations into one language do with an acronym.
#[derive(Default)]
struct Usage {
    segments: usize,
    /// Where it is missing: the place where it should stand, and its own.
    missing: Vec<(Place, Place)>,
}

impl DocsetCheck for MissingAcronym {
    fn check(&self, docset: &DocsetView<'_>, out: &mut Sink<'_>) {
        let mut usage: BTreeMap<(&str, String), Usage> = BTreeMap::new();
        for document in docset.documents() {
            let code = document.target_locale().language().code;
            for segment in document.segments().filter(is_worth_a_look) {
                count(&segment, code, &mut usage);
            }
        }
        for ((_, acronym), found) in &usage {
            let kept = found.segments - found.missing.len();
            if found.segments < self.at_least || (kept as f64) < self.kept * found.segments as f64 {
                continue;
            }
            for &(place, source) in &found.missing {
                out.report(place, format!("the acronym `{acronym}` is missing"))
                    .help(format!("{kept} of {} translations have it", found.segments))
                    .also(source);
            }
        }
    }
}

/// Whether a segment has two sides, and an acronym in its source for all that a glance tells.
fn is_worth_a_look(segment: &SegmentView<'_>) -> bool {
    segment.source().traits().has(Traits::CAPITALS) && !segment.is_one_sided()
}

/// Counts the acronyms of `segment`, each once.
fn count<'d>(segment: &SegmentView<'d>, code: &'static str, usage: &mut BTreeMap<(&'d str, String), Usage>) {
    let (source, target) = (segment.source(), segment.target());
    let mut seen: Vec<&str> = Vec::new();
    let text = target.text().to_lowercase();
    // An acronym that Turkish rules made small has a dotless i.
    let text = if target.locale().language().dotted_i { text.replace('ı', "i") } else { text };
    for &span in source.acronyms() {
        let acronym = span.of(source.text());
        let language = source.locale().language();
        if seen.contains(&acronym) || language.is_function_word(&acronym.to_lowercase()) {
            continue;
        }
        seen.push(acronym);
        let entry = usage.entry((code, acronym.to_owned())).or_default();
        entry.segments += 1;
        if !text.contains(&acronym.to_lowercase()) {
            entry.missing.push((target.at(counterpart(source, span, target)), source.at(span)));
        }
    }
}
