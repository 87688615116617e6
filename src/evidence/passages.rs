//! What passages are called: labels, texts of links, whole segments.

use crate::text::loose;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Kinds of passages that are set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageKind {
    /// In bold or italics.
    Label,
    /// The text of a link.
    Link,
    /// The title of a page, or of a part of one: a whole segment.
    Title,
}

/// A passage of the source, and what it is called: its words with a space between them, as they are written. Parts of
/// one word have an apostrophe between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The words of the source.
    pub source: String,
    /// Those of the translations, and how many segments have them, of whole segments in how many documents; the
    /// commonest first.
    pub targets: Vec<(String, u32)>,
}

impl Passage {
    pub(super) fn new(source: String, targets: BTreeMap<String, u32>) -> Self {
        let mut targets: Vec<_> = targets.into_iter().collect();
        targets.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        Self { source, targets }
    }
}

/// Passages by source.
#[derive(Clone, Debug, Default)]
pub(super) struct Passages {
    all: Vec<Passage>,
    /// The loose key of each, and its index; in order. Found when it is first asked for.
    keys: OnceLock<Vec<(u64, u32)>>,
}

impl Passages {
    /// The passages `all`, which are in the order of their sources.
    pub(super) fn new(all: Vec<Passage>) -> Self {
        Self { all, keys: OnceLock::new() }
    }

    /// All of them, by source.
    pub(super) fn all(&self) -> &[Passage] {
        &self.all
    }

    /// The one whose source is `source`.
    pub(super) fn get(&self, source: &str) -> Option<&Passage> {
        let found = self.all.binary_search_by(|passage| passage.source.as_str().cmp(source));
        found.ok().map(|at| &self.all[at])
    }

    /// Those whose source has the loose key `key`.
    pub(super) fn like(&self, key: u64) -> impl Iterator<Item = &Passage> {
        let keys = self.keys.get_or_init(|| {
            let mut keys: Vec<_> = self.all.iter().map(|passage| loose::key(&passage.source)).zip(0..).collect();
            keys.sort_unstable();
            keys
        });
        let first = keys.partition_point(|(other, _)| *other < key);
        let same = keys[first..].iter().take_while(move |(other, _)| *other == key);
        same.map(|&(_, index)| &self.all[index as usize])
    }
}
