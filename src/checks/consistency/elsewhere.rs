//! What evidence says of a text beside the pages at hand.

use crate::evidence::{Evidence, Passage, PassageKind, worded};
use crate::model::{DocsetView, Repeat};
use hashbrown::HashSet;

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
/// with a space between them, and in how many places.
pub(super) fn elsewhere<'d>(docset: &DocsetView<'d>, repeats: &[Repeat], which: Which) -> Vec<(&'d str, usize)> {
    let Some(evidence) = given(docset, repeats) else { return Vec::new() };
    let key = repeats[0].key;
    let all = || others(docset, repeats, evidence.repeated_like(key));
    let titles = || {
        let own: Vec<Repeat> = repeats.iter().copied().filter(|repeat| docset.segment(*repeat).is_title()).collect();
        others(docset, &own, evidence.passages_like(PassageKind::Title, key))
    };
    let mut found = if which == Which::Titles { titles() } else { all() };
    if which == Which::Others && !found.is_empty() {
        for (text, places) in titles() {
            take(&mut found, text, places);
        }
    }
    found.retain(|(_, places)| *places > 0);
    found
}

/// The evidence from other pages that speaks of the locale of `repeats`.
fn given<'d>(docset: &DocsetView<'d>, repeats: &[Repeat]) -> Option<&'d Evidence> {
    docset.document(repeats[0].document).given_evidence()
}

/// What `passages` are called, and in how many places without those that the pages of `own` gave to the evidence.
fn others<'d>(
    docset: &DocsetView<'_>,
    own: &[Repeat],
    passages: impl Iterator<Item = &'d Passage>,
) -> Vec<(&'d str, usize)> {
    let mut found: Vec<(&str, usize)> = Vec::new();
    for (text, places) in passages.flat_map(|passage| &passage.targets) {
        match found.iter_mut().find(|known| known.0 == text) {
            Some(known) => known.1 += *places as usize,
            None => found.push((text, *places as usize)),
        }
    }
    if found.is_empty() {
        return found;
    }
    // A page counts once for each segment, however often it has it.
    let mut seen = HashSet::new();
    for &repeat in own {
        let segment = docset.segment(repeat);
        let (source, target) = (segment.source.as_str(), segment.target.as_str());
        if seen.insert((repeat.document, source, target)) {
            take(&mut found, &worded(target), 1);
        }
    }
    found
}

/// Takes `places` off from what was `found` of `text`.
fn take(found: &mut [(&str, usize)], text: &str, places: usize) {
    if let Some((_, known)) = found.iter_mut().find(|known| known.0 == text) {
        *known = known.saturating_sub(places);
    }
}
