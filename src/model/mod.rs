//! What is read: sources own the text, documents borrow from it, views look at it.
//!
//! Plain data and addresses. [`Sources`] is the only owner of text and the only reader of files; a [`Docset`] borrows
//! it. Nothing here knows how a file is parsed or what is wrong with it.

mod anchors;
mod block;
mod content;
mod dictionaries;
mod document;
mod glossary;
mod homes;
mod page_map;
mod past;
mod repeats;
mod sources;
mod view;

pub use anchors::Anchors;
pub use block::{Block, PageText, Parts};
pub use content::{Content, Piece};
pub use dictionaries::{Dictionaries, NamedDictionary};
pub use document::{
    Directive, Docset, Document, DocumentParts, Drift, DriftKind, Field, FieldForm, Group, Heading, Label, Name,
    PageLink, Pairing, Problem, ProblemKind, Role, Segment, SegmentKey, SegmentKind, Structure, TRUSTED_SCORE, Version,
};
pub use glossary::{CaseRule, Glossary, Meant, Term};
pub use homes::Homes;
pub(crate) use homes::folders;
pub use page_map::{Found, PageMap, Redirect, Target};
pub(crate) use past::collapsed;
pub use past::{Change, ChangedFiles, Past, Stale};
pub use repeats::{Repeat, Repeats};
pub use sources::{BYTE_ORDER_MARK, FileId, Origin, Original, Refused, SourceFile, Sources};
pub use view::{Background, DocsetView, DocumentView, PageView, SegmentView, SideView, Texts};

use crate::span::{FileSpan, Span};

/// Which half of a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The original.
    Source,
    /// The translation.
    Target,
}

/// An address in a docset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// In the decoded text of one side of a segment.
    Segment {
        /// Index of the document.
        document: u32,
        /// Index of the segment in its document.
        segment: u32,
        /// Which half.
        side: Side,
        /// Bytes of that half.
        span: Span,
    },
    /// In the file of one side of a document, outside all segments.
    File {
        /// Index of the document.
        document: u32,
        /// Which half's file.
        side: Side,
        /// Bytes of that file.
        span: FileSpan,
    },
}

impl Place {
    /// Index of the document it lies in.
    pub fn document(self) -> usize {
        match self {
            Self::Segment { document, .. } | Self::File { document, .. } => document as usize,
        }
    }

    /// Index of the segment it lies in, if it lies in one.
    pub fn segment(self) -> Option<usize> {
        match self {
            Self::Segment { segment, .. } => Some(segment as usize),
            Self::File { .. } => None,
        }
    }

    /// Which half.
    pub fn side(self) -> Side {
        match self {
            Self::Segment { side, .. } | Self::File { side, .. } => side,
        }
    }

    /// The same place with other bytes of the same half.
    ///
    /// # Panics
    /// When the place lies outside all segments.
    #[must_use]
    pub fn with_span(self, new: Span) -> Self {
        match self {
            Self::Segment { document, segment, side, .. } => Self::Segment { document, segment, side, span: new },
            Self::File { .. } => panic!("a place in a file has no span of a segment"),
        }
    }
}
