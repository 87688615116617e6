//! How the places of one source are worded.

use crate::evidence::worded;
use crate::model::{DocsetView, Repeat, Segment};
use crate::text::loose::key;
use hashbrown::HashMap;
use std::borrow::Cow;

/// One wording and where it stands.
pub(super) struct Wording<'d> {
    /// The loose key of its text.
    pub key: u64,
    pub text: Cow<'d, str>,
    pub places: Vec<Repeat>,
    /// In how many places of other pages.
    elsewhere: usize,
}

impl Wording<'_> {
    /// In how many places it stands.
    pub(super) fn count(&self) -> usize {
        self.places.len() + self.elsewhere
    }

    /// Whether it stands on one page alone. What several pages have is another way to say it, not a slip.
    pub(super) fn is_lone(&self) -> bool {
        self.elsewhere == 0 && self.places.iter().all(|place| place.document == self.places[0].document)
    }

    /// The place to hold `segment` of document `page` against: best one with the very same source, then one of its
    /// page; none where all stand elsewhere.
    pub(super) fn model(&self, docset: &DocsetView<'_>, segment: &Segment<'_>, page: u32) -> Option<Repeat> {
        let unlike = |place: &&Repeat| {
            let same = docset.segment(**place).source.as_str() == segment.source.as_str();
            (!same, place.document != page)
        };
        self.places.iter().min_by_key(unlike).copied()
    }
}

/// How `repeats` are worded, by loose keys, in order of their first places; behind them what stands `elsewhere` alone.
pub(super) fn wordings<'d>(
    docset: &DocsetView<'d>,
    repeats: &[Repeat],
    elsewhere: &[(&'d str, usize)],
) -> Vec<Wording<'d>> {
    let mut wordings: Vec<Wording<'_>> = Vec::new();
    let mut known: HashMap<u64, usize> = HashMap::new();
    let mut at = |text: Cow<'d, str>, place: Option<Repeat>, elsewhere: usize| {
        let key = key(&text);
        let index = *known.entry(key).or_insert(wordings.len());
        if index == wordings.len() {
            wordings.push(Wording { key, text, places: Vec::new(), elsewhere: 0 });
        }
        wordings[index].places.extend(place);
        wordings[index].elsewhere += elsewhere;
    };
    for &repeat in repeats {
        let text = docset.segment(repeat).target.as_str();
        let text = if elsewhere.is_empty() { Cow::Borrowed(text) } else { Cow::Owned(worded(text)) };
        at(text, Some(repeat), 0);
    }
    for &(text, places) in elsewhere {
        at(Cow::Borrowed(text), None, places);
    }
    wordings
}
