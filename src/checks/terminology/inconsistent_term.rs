//! `inconsistent-term`

use super::called::{Called, Limits};
use crate::check::SegmentCheck;
use crate::declare_check;
use crate::evidence::Evidence;
use crate::finding::Sink;
use crate::model::SegmentView;
use crate::text::casing;
use crate::text::parts_of_speech::is_determiner;
use std::ops::Range;

declare_check! {
    /// A term is called something else than it usually is.
    ///
    /// Two words for one thing make a reader look for two things. What a term, one to three words in small letters, is
    /// usually called is learned; other forms, compounds and orders are the same. A word may mean two things, so that
    /// this is a hint for who settles the terms, and no more. A page that calls it otherwise throughout is told once.
    ///
    /// ```fails
    /// learned 60 | Renew the subscription on page #. | Rinnovare la sottoscrizione a pagina #.
    /// learned 6 | Close the subscription on page #. | Chiudere la licenza a pagina #.
    /// learned 400 | Close the letter on page #. | Chiudere la lettera a pagina #.
    /// learned 60 | Renew the letter on page #. | Rinnovare la lettera a pagina #.
    /// en | Open the subscription.
    /// it | Aprire la licenza.
    ///                ^^^^^^^
    /// ```
    ///
    /// ```passes
    /// learned 60 | Renew the subscription on page #. | Rinnovare la sottoscrizione a pagina #.
    /// learned 6 | Close the subscription on page #. | Chiudere la licenza a pagina #.
    /// learned 400 | Close the letter on page #. | Chiudere la lettera a pagina #.
    /// learned 60 | Renew the letter on page #. | Rinnovare la lettera a pagina #.
    /// en | Open the subscription.
    /// it | Aprire le sottoscrizioni.
    /// ```
    pub static INCONSISTENT_TERM: Segment<InconsistentTerm> = {
        id: "inconsistent-term",
        category: Terminology,
        severity: Warning,
        confidence: Low,
        audience: Pedantic,
        evidence: true,
        mqm: "terminology/inconsistent-use-of-terminology",
        its: "inconsistency",
        yields_to: ["missing-term", "forbidden-term", "untranslated-word"],
        since: "0.1.0",
    }
}

/// Options of `inconsistent-term`.
#[derive(Debug, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct InconsistentTerm {
    /// The fewest segments with the term that tell what is usual.
    pub at_least: u32,
    /// The share of translations, from 0 to 1, that must agree on one.
    pub usual: f64,
    /// The greatest share of translations that may have the other: what is commoner has its reasons.
    pub unusual: f64,
}

impl Default for InconsistentTerm {
    fn default() -> Self {
        Self { at_least: 40, usual: 0.8, unusual: 0.1 }
    }
}

/// Words that a term may have.
const LONGEST: usize = 3;
/// Segments that must have what is unusual of a single word, and the share of the segments with that for which the
/// term accounts: less, and it stands for something else.
const UNUSUAL: (u32, f64) = (5, 0.4);

impl SegmentCheck for InconsistentTerm {
    fn check(&self, segment: &SegmentView<'_>, out: &mut Sink<'_>) {
        let Some(evidence) = segment.evidence() else { return };
        let known = segment.source().known().len();
        let (mut at, mut told) = (0, Vec::new());
        while at < known {
            let longest = (1..=LONGEST.min(known - at)).rev().map(|length| at..at + length);
            let mut terms = longest.filter(|term| is_term(segment, term));
            let limits = Limits { at_least: self.at_least, usual: self.usual, unusual: self.unusual };
            let found = terms.find_map(|term| Some((Called::of(evidence, segment, term.clone(), limits)?, term)));
            at += found.as_ref().map_or(1, |(_, term)| term.len());
            let found = found.filter(|(called, term)| is_another_word(segment, evidence, called, term));
            if let Some((called, term)) = found {
                called.report(segment, &term, &mut told, out);
            }
        }
    }
}

/// Whether the words `term` of the source are a phrase in small letters; one word is a term where it is a noun, by
/// what stands around it.
fn is_term(segment: &SegmentView<'_>, term: &Range<usize>) -> bool {
    let source = segment.source();
    let (text, known) = (source.text(), source.known());
    let word = |at: usize| known[at].span.of(text);
    let follows = |at: usize| &text[known[at - 1].span.range().end..known[at].span.range().start] == " ";
    let is_noun = || term.start > 0 && follows(term.start) && is_determiner(&casing::lower(word(term.start - 1)));
    let goes_on = || {
        let small = |at: usize| source.locale().language().is_function_word(&casing::lower(word(at)));
        term.end < known.len() && follows(term.end) && !small(term.end)
    };
    term.clone().all(|at| word(at).starts_with(char::is_lowercase))
        && (term.start + 1..term.end).all(follows)
        && (term.len() > 1 || !goes_on() && is_noun())
}

/// Whether what `term` is called in `segment` may be another word for it: nothing that was kept, which was left or is a
/// name; and of a single word one that is there because of the term.
fn is_another_word(segment: &SegmentView<'_>, evidence: &Evidence, called: &Called<'_>, term: &Range<usize>) -> bool {
    let (source, target) = (segment.source(), segment.target());
    let Some(other) = called.other_in(target) else { return false };
    let first = source.known()[term.start];
    let text = first.span.to(source.known()[term.end - 1].span).of(source.text());
    let is_explained = || {
        let explains = |one, other| evidence.explains(one, other) >= UNUSUAL.1;
        let mut written = target.known_in(other.span).iter().filter_map(|known| known.word);
        first.word.is_some_and(|one| written.any(|other| explains(one, other)))
    };
    let is_kept = |name: &str| name.eq_ignore_ascii_case(text);
    !is_kept(other.span.of(target.text()))
        && !is_kept(called.usual)
        && (term.len() > 1 || other.segments >= UNUSUAL.0 && is_explained())
}
