//! From a docset to evidence: which segments teach, and for which pairs of languages.

mod glossary;

pub use glossary::{Proposal, propose};

use crate::evidence::{Draft, Evidence, Learned, Learner};
use crate::model::{Docset, Document, Role};
use hashbrown::HashMap;
use std::collections::BTreeMap;

#[cfg(feature = "parallel")]
use rayon::prelude::*;

/// Words from which on a segment that was left as it is says nothing of its words.
const SENTENCE: usize = 4;

/// Learns from the translations in `docset`: of each pair of locales that `earlier` knows nothing of and that has at
/// least so many segments.
pub fn learn(docset: &Docset<'_>, earlier: &Learned, least: usize) -> Vec<Evidence> {
    let mut groups = translations(docset);
    groups.retain(|documents| {
        let [source, target] = &documents[0].locales;
        let segments = documents.iter().flat_map(|document| document.segments());
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

/// The translations in `docset`, by pair of locales, in the order of their tags.
fn translations<'t, 'd>(docset: &'t Docset<'d>) -> Vec<Vec<&'t Document<'d>>> {
    let mut groups: BTreeMap<[&str; 2], Vec<&Document<'_>>> = BTreeMap::new();
    for document in &docset.documents {
        let [source, target] = &document.locales;
        if document.role == Role::Translation && source != target && !document.segments().is_empty() {
            groups.entry([source.tag(), target.tag()]).or_default().push(document);
        }
    }
    groups.into_values().collect()
}

/// What learns from `documents`, which are of one pair of locales.
fn learner<'t>(documents: &[&'t Document<'_>]) -> Learner<'t> {
    let [source, target] = &documents[0].locales;
    let mut learner = Learner::new(source.clone(), target.clone());
    // Pages repeat each other: each text is read once.
    let (mut numbers, mut distinct, mut lists) = (HashMap::new(), Vec::new(), Vec::new());
    for document in documents {
        let texts = document.segments().iter().filter(|segment| segment.is_trusted());
        let texts = texts.map(|segment| Text {
            sides: [segment.source.as_str(), segment.target.as_str()],
            is_title: segment.is_title(),
        });
        let list = texts.filter(Text::teaches).map(|text| {
            *numbers.entry(text).or_insert_with(|| {
                distinct.push(text);
                distinct.len() as u32 - 1
            })
        });
        lists.push(list.collect());
    }
    learner.add_all(drafts(&distinct), lists);
    learner
}

/// Segments that one task reads.
const CHUNK: usize = 1024;

/// A segment as it teaches.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Text<'t> {
    /// Source, target.
    sides: [&'t str; 2],
    is_title: bool,
}

/// The segments of `texts`, in order.
fn drafts<'t>(texts: &[Text<'t>]) -> Vec<Draft<'t>> {
    let draft = |texts: &[Text<'t>]| {
        let mut draft = Draft::default();
        for Text { sides: [source, target], is_title } in texts {
            if *is_title { draft.add_title(source, target) } else { draft.add(source, target) }
        }
        draft
    };
    #[cfg(feature = "parallel")]
    return texts.par_chunks(CHUNK).map(draft).collect();
    #[cfg(not(feature = "parallel"))]
    return texts.chunks(CHUNK).map(draft).collect();
}

impl Text<'_> {
    /// Whether it is more than a sentence that was left as it is.
    fn teaches(&self) -> bool {
        let [source, target] = self.sides;
        source.trim() != target.trim() || source.split_whitespace().count() < SENTENCE
    }
}
