//! Documents and what they are made of.

use super::{Content, FileId, PageMap, Place, Redirect, Side};
use crate::locale::Locale;
use crate::span::FileSpan;
use crate::text::slugs::Dialect;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// What a segment is in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SegmentKind {
    /// A heading.
    Heading,
    /// A sentence or more of a paragraph.
    Paragraph,
    /// The text of a list item.
    ListItem,
    /// The text of a table cell.
    TableCell,
    /// The text of a link whose destination stands outside.
    LinkText,
    /// A value of the front matter.
    FrontMatterValue,
    /// A message of a program.
    Message,
}

impl SegmentKind {
    /// Every kind with its name.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Heading, "heading"),
        (Self::Paragraph, "paragraph"),
        (Self::ListItem, "list-item"),
        (Self::TableCell, "table-cell"),
        (Self::LinkText, "link-text"),
        (Self::FrontMatterValue, "front-matter-value"),
        (Self::Message, "message"),
    ];

    /// The name in reports and in JSON lines.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("message", |(_, name)| name)
    }

    /// The kind called `name`.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(kind, _)| *kind)
    }
}

/// A request for silence as it stands in a file: the text behind `bilint:`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Directive<'t> {
    /// Such as `ignore[missing-number] the price is a joke`.
    pub text: &'t str,
    /// Where the whole comment stands.
    pub span: FileSpan,
    /// The lines that it speaks of, in the target's file.
    pub covers: FileSpan,
}

/// One source text with its translation.
#[derive(Clone, Debug)]
pub struct Segment<'t> {
    /// What a person would cite: span id, message id, line.
    pub key: Cow<'t, str>,
    /// What it is.
    pub kind: SegmentKind,
    /// The original.
    pub source: Content<'t>,
    /// The translation.
    pub target: Content<'t>,
}

impl<'t> Segment<'t> {
    /// One of its halves.
    pub fn side(&self, side: Side) -> &Content<'t> {
        match side {
            Side::Source => &self.source,
            Side::Target => &self.target,
        }
    }
}

/// What could not be read; each kind is one check of the category `format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProblemKind {
    /// A side-by-side span without its other half or its end.
    Span,
    /// A line of a table of pairs that is not two columns.
    Row,
    /// A line that is not JSON or lacks a field.
    Json,
    /// A file that was not UTF-8.
    Encoding,
    /// Front matter that never ends.
    FrontMatter,
}

/// Something that could not be read, and where.
#[derive(Clone, Debug)]
pub struct Problem {
    /// What kind.
    pub kind: ProblemKind,
    /// In words.
    pub message: Cow<'static, str>,
    /// Where, in the target's file.
    pub span: FileSpan,
}

/// A link as it stands in a page, inside or outside segments.
#[derive(Clone, Copy, Debug)]
pub struct PageLink<'t> {
    /// The destination.
    pub destination: &'t str,
    /// Where the destination stands in the target's file.
    pub span: FileSpan,
}

/// A heading of a page. What anchor it has depends on the generator: see [`slugs`](crate::text::slugs).
#[derive(Clone, Debug)]
pub struct Heading<'t> {
    /// Its Markdown, without the marks before it and the id behind it.
    pub text: Cow<'t, str>,
    /// The Markdown of the original, where the file holds both.
    pub source: Option<Cow<'t, str>>,
    /// How deep: 1 for the title.
    pub level: u8,
    /// The line that it stands on, in the target's file.
    pub span: FileSpan,
    /// The id that stands behind it: `{#id}`.
    pub id: Option<&'t str>,
}

/// What a page holds beside its segments.
#[derive(Clone, Debug, Default)]
pub struct Structure<'t> {
    /// Links of the target's text, images too.
    pub links: Vec<PageLink<'t>>,
    /// Headings of the target's text.
    pub headings: Vec<Heading<'t>>,
    /// Names and ids of tags: anchors that do not come from headings.
    pub anchors: Vec<&'t str>,
}

/// A key and its value in the front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field<'t> {
    /// The key.
    pub key: &'t str,
    /// The value, without quotes.
    pub value: &'t str,
    /// Where the value stands in the target's file.
    pub span: FileSpan,
}

/// What a format makes of one file.
#[derive(Clone, Debug, Default)]
pub struct DocumentParts<'t> {
    /// Segments in file order.
    pub segments: Vec<Segment<'t>>,
    /// Links and anchors.
    pub structure: Structure<'t>,
    /// Front matter.
    pub metadata: Vec<Field<'t>>,
    /// Requests for silence.
    pub directives: Vec<Directive<'t>>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// The locales that the file itself names, source before target.
    pub locales: [Option<Locale>; 2],
    /// Segments from which on the translation is in another locale, by index and in order, where a file holds several.
    pub turns: Vec<(usize, Locale)>,
}

impl DocumentParts<'_> {
    /// Notes that the next segment is translated into `locale`; into that of the file when nothing is said.
    pub fn turn_to(&mut self, locale: Option<Locale>) {
        let own = || self.locales[1].clone().filter(|_| !self.turns.is_empty());
        let Some(locale) = locale.or_else(own) else { return };
        let current = self.turns.last().map(|(_, locale)| locale).or(self.locales[1].as_ref());
        match current {
            Some(current) if *current == locale => {}
            None if self.segments.is_empty() => self.locales[1] = Some(locale),
            _ => self.turns.push((self.segments.len(), locale)),
        }
    }
}

/// The segments of one file, or of one file and its translation; of a file that holds several locales, those of one.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    /// The format that read it, by name.
    pub format: &'static str,
    /// The files of the source and of the target; equal for bilingual files.
    pub files: [FileId; 2],
    /// The locales of the source and of the target.
    pub locales: [Locale; 2],
    /// Everything that stands in it.
    pub parts: DocumentParts<'t>,
}

impl<'t> Document<'t> {
    /// Its segments in file order.
    pub fn segments(&self) -> &[Segment<'t>] {
        &self.parts.segments
    }

    /// The file and bytes of `place`.
    ///
    /// # Panics
    /// When the place is of another document.
    pub fn locate(&self, place: Place) -> (FileId, FileSpan) {
        let file = self.files[place.side() as usize];
        match place {
            Place::Segment { segment, side, span, .. } => {
                (file, self.parts.segments[segment as usize].side(side).locate(span))
            }
            Place::File { span, .. } => (file, span),
        }
    }

    /// The value of `key` in the front matter.
    pub fn field(&self, key: &str) -> Option<Field<'t>> {
        self.parts.metadata.iter().find(|field| field.key == key).copied()
    }
}

/// All documents of a run, with the map of which pages exist.
#[derive(Debug, Default)]
pub struct Docset<'t> {
    /// The documents, by path.
    pub documents: Vec<Document<'t>>,
    /// Paths of the files that were read, to their documents.
    pub pages: HashMap<&'t str, u32>,
    /// Everything else that lies in the folders that were read (images, data), by path.
    pub others: HashSet<String>,
    /// Pages that were moved, as redirect maps and front matter say it.
    pub redirects: Vec<Redirect>,
    /// How anchors are made of headings, where it is known.
    pub slugs: Option<Dialect>,
    /// Where links lead; filled when it is first asked for.
    pub(super) map: OnceLock<PageMap>,
}

impl Docset<'_> {
    /// The file and bytes of `place`.
    ///
    /// # Panics
    /// When the place is of another docset.
    pub fn locate(&self, place: Place) -> (FileId, FileSpan) {
        self.documents[place.document()].locate(place)
    }
}
