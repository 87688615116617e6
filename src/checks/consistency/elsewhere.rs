//! What evidence says of a text beside the pages at hand.

use crate::evidence::{Evidence, Passage, PassageKind, worded};
use crate::model::{DocsetView, Repeat};
use std::collections::HashSet;

/// Which segments are asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    All,
    Titles,
    /// All but titles.
    Others,
}

/// How many places evidence knows that have the source of `repeats`, the pages at hand among them.
pub(super) fn known(docset: &DocsetView<'_>, repeats: &[Repeat]) -> usize {
    let Some(evidence) = given(docset, repeats) else { return 0 };
    let passages = evidence.repeated_like(repeats[0].key);
    passages.flat_map(|passage| &passage.targets).map(|(_, places)| *places as usize).sum()
}

/// How the source of `repeats`, all places of the docset that have it in one locale, is worded on other pages: words
/// with a space between them, and in how many places. What the pages at hand gave to the evidence is taken off.
pub(super) fn elsewhere<'d>(docset: &DocsetView<'d>, repeats: &[Repeat], which: Which) -> Vec<(&'d str, usize)> {
    let Some(evidence) = given(docset, repeats) else { return Vec::new() };
    let mut found = Vec::new();
    let titles = || evidence.passages_like(PassageKind::Title, repeats[0].key);
    match which {
        Which::Titles => add(&mut found, titles()),
        _ => add(&mut found, evidence.repeated_like(repeats[0].key)),
    }
    if found.is_empty() {
        return found;
    }
    if which == Which::Others {
        for (text, places) in titles().flat_map(|passage| &passage.targets) {
            take(&mut found, text, *places as usize);
        }
    }
    // A page counts once for each segment, however often it has it.
    let mut seen = HashSet::new();
    for &repeat in repeats {
        let segment = docset.segment(repeat);
        let (source, target, is_title) = (segment.source.as_str(), segment.target.as_str(), segment.is_title());
        let is_asked = which == Which::All || is_title == (which == Which::Titles);
        if is_asked && seen.insert((repeat.document, source, target, is_title)) {
            take(&mut found, &worded(target), 1);
        }
    }
    found.retain(|(_, places)| *places > 0);
    found
}

/// The evidence from other pages that speaks of the locale of `repeats`.
fn given<'d>(docset: &DocsetView<'d>, repeats: &[Repeat]) -> Option<&'d Evidence> {
    docset.document(repeats[0].document).given_evidence()
}

/// Adds what `passages` are called to what was `found`.
fn add<'d>(found: &mut Vec<(&'d str, usize)>, passages: impl Iterator<Item = &'d Passage>) {
    for (text, places) in passages.flat_map(|passage| &passage.targets) {
        match found.iter_mut().find(|known| known.0 == text) {
            Some(known) => known.1 += *places as usize,
            None => found.push((text, *places as usize)),
        }
    }
}

/// Takes `places` off from what was `found` of `text`.
fn take(found: &mut [(&str, usize)], text: &str, places: usize) {
    let known = found.iter_mut().find(|known| known.0 == text);
    known.into_iter().for_each(|known| known.1 = known.1.saturating_sub(places));
}
