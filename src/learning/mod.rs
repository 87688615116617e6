//! From a docset to evidence: which segments teach, and for which pairs of languages.

mod glossary;

pub use glossary::{Proposal, propose};

use crate::evidence::{Draft, Evidence, Half, Learned, Learner};
use crate::model::{Background, Docset, Document, PageView, Role, SegmentView, Side};
use crate::text::terms::TermSet;
use std::collections::BTreeMap;

#[cfg(feature = "parallel")]
use rayon::prelude::*;

/// Segments of one pair of languages that must be linted at once for them to teach anything: with fewer, what is usual
/// cannot be told from chance.
pub const LEAST_SEGMENTS: usize = 2000;

/// Words from which on a segment that was left as it is says nothing of its words.
const SENTENCE: usize = 4;

/// Learns from the translations in `docset`: of each pair of locales that `earlier` knows nothing of and that has at
/// least so many segments.
pub fn learn(docset: &Docset<'_>, earlier: &Learned, least: usize) -> Vec<Evidence> {
    let mut groups = translations(docset);
    groups.retain(|documents| {
        let [source, target] = &documents[0].1.locales;
        let segments = documents.iter().flat_map(|(_, document)| document.segments());
        earlier.of(source, target).is_none() && segments.filter(|segment| segment.is_trusted()).count() >= least
    });
    #[cfg(feature = "parallel")]
    return groups.into_par_iter().map(|documents| learner(&documents).learn()).collect();
    #[cfg(not(feature = "parallel"))]
    return groups.into_iter().map(|documents| learner(&documents).learn()).collect();
}

/// The translations in `docset`, ready to be learned from, by pair of locales.
pub fn learners<'t>(docset: &'t Docset<'_>) -> Vec<Learner<'t>> {
    translations(docset).iter().map(|documents| learner(documents)).collect()
}

/// The translations in `docset` and their numbers, by pair of locales, in the order of their tags.
fn translations<'t, 'd>(docset: &'t Docset<'d>) -> Vec<Vec<(usize, &'t Document<'d>)>> {
    let mut groups: BTreeMap<[&str; 2], Vec<(usize, &Document<'_>)>> = BTreeMap::new();
    for (number, document) in docset.documents.iter().enumerate() {
        let [source, target] = &document.locales;
        if document.role == Role::Translation && source != target && !document.segments().is_empty() {
            groups.entry([source.tag(), target.tag()]).or_default().push((number, document));
        }
    }
    groups.into_values().collect()
}

/// What learns from `documents`, which are of one pair of locales.
fn learner<'t>(documents: &[(usize, &'t Document<'_>)]) -> Learner<'t> {
    let [source, target] = &documents[0].1.locales;
    let mut learner = Learner::new(source.clone(), target.clone());
    drafts(documents).into_iter().for_each(|draft| learner.add(draft));
    learner
}

/// The segments of `documents` that teach, by document.
fn drafts<'t>(documents: &[(usize, &'t Document<'_>)]) -> Vec<Draft<'t>> {
    #[cfg(feature = "parallel")]
    return documents.par_iter().map(|(number, document)| draft(*number, document)).collect();
    #[cfg(not(feature = "parallel"))]
    return documents.iter().map(|(number, document)| draft(*number, document)).collect();
}

fn draft<'t>(number: usize, document: &'t Document<'_>) -> Draft<'t> {
    let mut draft = Draft::default();
    let background = Background { kept: &TermSet::default(), learned: &Learned::default() };
    let page = PageView::new(document, number, background);
    for (index, segment) in document.segments().iter().enumerate() {
        let view = SegmentView::new(&page, index);
        if !view.is_one_sided() && !is_left(&view) {
            let half = |side: Side| {
                let facts = if side == Side::Source { view.source() } else { view.target() };
                Half { text: segment.side(side).as_str(), words: facts.words(), markup: facts.markup() }
            };
            draft.add([half(Side::Source), half(Side::Target)]);
        }
    }
    draft
}

/// Whether the segment is a sentence that was left as it is.
fn is_left(segment: &SegmentView<'_>) -> bool {
    let (source, target) = (segment.source(), segment.target());
    source.text().trim() == target.text().trim() && source.words().len() >= SENTENCE
}
