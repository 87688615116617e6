//! What evidence says of a text beside the pages at hand.

use crate::evidence::wording;
use crate::model::{DocsetView, Repeat};
use std::collections::HashSet;

/// How the source of `repeats`, all places of the docset that have it in one locale, is worded on other pages: words
/// with a space between them, and in how many places. What the pages at hand gave to the evidence is taken off.
pub(super) fn elsewhere<'d>(docset: &DocsetView<'d>, repeats: &[Repeat]) -> Vec<(&'d str, usize)> {
    let Some(evidence) = docset.document(repeats[0].document).given_evidence() else { return Vec::new() };
    let mut found: Vec<(&str, usize)> = Vec::new();
    for (text, count) in evidence.repeated_loosely(repeats[0].key).flat_map(|passage| &passage.targets) {
        match found.iter_mut().find(|known| known.0 == text) {
            Some(known) => known.1 += *count as usize,
            None => found.push((text, *count as usize)),
        }
    }
    if found.is_empty() {
        return found;
    }
    // A page counts once for each segment, however often it has it.
    let mut seen = HashSet::new();
    for &repeat in repeats {
        let segment = docset.segment(repeat);
        let (source, target) = (segment.source.as_str(), segment.target.as_str());
        if seen.insert((repeat.document, source, target)) {
            let own = worded(target);
            let known = found.iter_mut().find(|known| known.0 == own);
            known.into_iter().for_each(|known| known.1 = known.1.saturating_sub(1));
        }
    }
    found.retain(|(_, count)| *count > 0);
    found
}

/// `text` as evidence keeps it: the words of its prose, with a space between them.
pub(super) fn worded(text: &str) -> String {
    wording(text).iter().map(|word| word.of(text)).collect::<Vec<_>>().join(" ")
}
