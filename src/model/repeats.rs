//! Where the same source stands more than once: segments by the loose key of their source. Built once for a run, when a
//! check first asks for it.

use super::{Docset, Place, Role, SegmentKind, Side};
use crate::locale::Locale;
use crate::span::Span;
use crate::text::loose;

/// The segments of a docset that can be compared, those of one source side by side.
#[derive(Debug, Default)]
pub struct Repeats {
    /// By key, locale, and place.
    all: Vec<Repeat>,
}

/// A segment, by its source and its locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Repeat {
    /// The [loose key](loose::key) of the source.
    pub key: u64,
    /// Equal for segments that are translated into one locale.
    pub locale: u32,
    /// Index of the document.
    pub document: u32,
    /// Index of the segment in its document.
    pub segment: u32,
}

impl Repeat {
    /// The address of `span` on one side of the segment.
    pub fn at(self, side: Side, span: Span) -> Place {
        Place::Segment { document: self.document, segment: self.segment, side, span }
    }
}

impl Repeats {
    /// Those of `docset`: of what is translated, blocks of code aside, with a word in its source.
    pub(super) fn of(docset: &Docset<'_>) -> Self {
        let pages = docset.documents.iter().enumerate().filter(|(_, document)| document.role == Role::Translation);
        let tag = |locales: &[Locale; 2]| locales[Side::Target as usize].tag().to_owned();
        let mut tags: Vec<String> = pages.clone().map(|(_, document)| tag(&document.locales)).collect();
        tags.sort();
        tags.dedup();
        let nothing = loose::key("");
        let mut all = Vec::new();
        for (number, document) in pages {
            let locale = tags.partition_point(|known| *known < tag(&document.locales)) as u32;
            for (index, segment) in document.segments().iter().enumerate() {
                let compared = segment.is_trusted()
                    && segment.kind != SegmentKind::Code
                    && !segment.target.as_str().trim_ascii().is_empty();
                let key = if compared { loose::key(segment.source.as_str()) } else { nothing };
                if key != nothing {
                    all.push(Repeat { key, locale, document: number as u32, segment: index as u32 });
                }
            }
        }
        all.sort_unstable();
        Self { all }
    }

    /// Runs of segments with one source, in whatever locales, each run in the order of locale, document, segment.
    pub fn by_source(&self) -> impl Iterator<Item = &[Repeat]> {
        self.all.chunk_by(|one, other| one.key == other.key)
    }

    /// Runs of segments with one source and one locale, in the order of document and segment.
    pub fn by_locale(&self) -> impl Iterator<Item = &[Repeat]> {
        self.all.chunk_by(|one, other| (one.key, one.locale) == (other.key, other.locale))
    }
}
