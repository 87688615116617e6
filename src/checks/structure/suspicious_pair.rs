//! `suspicious-pair`

use crate::check::SegmentCheck;
use crate::declare_check;
use crate::evidence::{Evidence, WordId};
use crate::finding::Sink;
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use std::collections::BTreeSet;

declare_check! {
    /// A translation has nothing to do with its source.
    ///
    /// Where a row is shifted or a machine made something up, every word of the translation may be right and all of it
    /// wrong. What the words of the source are called is learned; told is a translation in which none of `words` of
    /// them or more has left a trace: no word that goes with it, no number, no name, no part of a compound.
    ///
    /// ```fails
    /// learned 20 | The customer waits # times. | Il cliente attende # volte.
    /// learned 20 | The seller waits # times. | Il venditore attende # volte.
    /// learned 20 | The customer pays # times. | Il cliente paga # volte.
    /// learned 20 | The seller pays # times. | Il venditore paga # volte.
    /// en | The customer waits until the seller pays.
    /// it | Qui piove sempre molto forte.
    ///      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    /// ```
    ///
    /// ```passes
    /// learned 20 | The customer waits # times. | Il cliente attende # volte.
    /// learned 20 | The seller waits # times. | Il venditore attende # volte.
    /// learned 20 | The customer pays # times. | Il cliente paga # volte.
    /// learned 20 | The seller pays # times. | Il venditore paga # volte.
    /// en | The customer waits until the seller pays.
    /// it | Finché non arrivano soldi dai venditori, niente.
    /// ```
    pub static SUSPICIOUS_PAIR: Segment<SuspiciousPair> = {
        id: "suspicious-pair",
        category: Structure,
        severity: Error,
        confidence: High,
        evidence: true,
        mqm: "accuracy/mistranslation",
        its: "mistranslation",
        yields_to: ["untranslated-segment"],
        since: "0.1.0",
    }
}

/// Options of `suspicious-pair`.
#[derive(Debug, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SuspiciousPair {
    /// The fewest words of the source whose translation is known: none of them must have left a trace.
    pub words: usize,
}

impl Default for SuspiciousPair {
    fn default() -> Self {
        Self { words: 4 }
    }
}

/// From how many segments on it is known what a word is called.
const KNOWN: u32 = 10;
/// In what share of them it must be called so.
const CALLED: f64 = 0.3;
/// How much words must go together for one to be a trace of the other.
const TRACE: f64 = 0.1;
/// Letters by which a word is recognised in its forms.
const STEM: usize = 4;
impl SegmentCheck for SuspiciousPair {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let Some(evidence) = segment.evidence() else { return };
        let (source, target) = (segment.source(), segment.target());
        if source.known().len() < self.words || target.known().len() < self.words || has_trace(evidence, source, target)
        {
            return;
        }
        let words: BTreeSet<WordId> = source.known().iter().filter_map(|known| known.word).collect();
        let telling: Vec<WordId> = words.into_iter().filter(|word| is_telling(evidence, source, *word)).collect();
        let lower = target.text().to_lowercase();
        if telling.len() < self.words || telling.iter().any(|word| is_in(evidence, *word, target, &lower)) {
            return;
        }
        out.report(target.whole(), "nothing in the translation is there because of its source")
            .help(format!("none of {} words whose translation is known has one here", telling.len()))
            .also(source.whole());
    }
}

fn is_small(side: &SideView<'_>, word: &str) -> bool {
    side.locale().language().is_function_word(word)
}

/// Whether a word of `target` is one of `source`, or is there because of one.
fn has_trace(evidence: &Evidence, source: &SideView<'_>, target: &SideView<'_>) -> bool {
    let is_of_source = |word: WordId| source.known().iter().any(|known| known.word == Some(word));
    let is_trace = |word: WordId| {
        let strength = |it: WordId| evidence.explains(it, word).max(evidence.translates(it, word));
        let mut origins = evidence.origins(word).map(|(it, _)| it);
        evidence.original(word).is_some_and(is_of_source)
            || origins
                .any(|it| is_of_source(it) && strength(it) >= TRACE && !is_small(source, evidence.source().text(it)))
    };
    // Names and numbers that are seen for the first time are traces as well.
    let is_kept = |span: Span| {
        let text = span.of(target.text());
        source.known().iter().any(|it| it.span.len() == span.len() && it.span.of(source.text()) == text)
    };
    target.known().iter().any(|known| match known.word {
        Some(word) => is_trace(word) && !is_small(target, evidence.target().text(word)),
        None => is_kept(known.span),
    })
}

/// Whether it is known what `word` of the source is called: it is no small word, and one word translates it mostly.
fn is_telling(evidence: &Evidence, source: &SideView<'_>, word: WordId) -> bool {
    evidence.source().counts(word).segments >= KNOWN
        && !is_small(source, evidence.source().text(word))
        && evidence.translations(word).any(|(it, _)| evidence.translates(word, it) >= CALLED)
}

/// Whether a word that `word` may be called, or one that begins like it, stands in `target`, whose text in small
/// letters is `lower`, alone or in a compound.
fn is_in(evidence: &Evidence, word: WordId, target: &SideView<'_>, lower: &str) -> bool {
    let stem = |text: &str| text.char_indices().nth(STEM).map_or(text.len(), |(at, _)| at);
    evidence.translations(word).filter(|(it, _)| evidence.translates(word, *it) >= TRACE).any(|(it, _)| {
        let text = evidence.target().text(it);
        !is_small(target, text) && lower.contains(&text[..stem(text)])
    })
}
