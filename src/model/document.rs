//! Documents and what they are made of.

use super::{Content, FileId, Place, Side};
use crate::locale::Locale;
use crate::span::FileSpan;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

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
    /// A block of code: no text to translate, but a landmark.
    Code,
}

impl SegmentKind {
    /// Every kind with its name.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Heading, "heading"),
        (Self::Paragraph, "paragraph"),
        (Self::ListItem, "list-item"),
        (Self::TableCell, "table-cell"),
        (Self::LinkText, "link-text"),
        (Self::FrontMatterValue, "front-matter-value"),
        (Self::Message, "message"),
        (Self::Code, "code"),
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
    /// How sure it is, from 0 to 1, that the two halves say the same: 1 where the file states it; 0 where the original
    /// is not known, and the source is empty.
    pub score: f32,
}

/// The score from which on two halves are compared with each other.
pub const TRUSTED_SCORE: f32 = 0.5;

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

/// What a page holds beside its segments.
#[derive(Clone, Debug, Default)]
pub struct Structure<'t> {
    /// Links of the target's text, images too.
    pub links: Vec<PageLink<'t>>,
    /// Anchors that links may lead to: explicit names and ids, and slugs of headings.
    pub anchors: HashSet<String>,
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

/// What a document is to its docset.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// A translation, which is linted.
    #[default]
    Translation,
    /// A page of the source language, which translations and their links are held against.
    Original,
}

/// What stands on one side only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DriftKind {
    /// Blocks of the source without a counterpart.
    MissingBlock,
    /// Blocks of the translation without a counterpart.
    AddedBlock,
    /// Sentences of the source without a counterpart, in a block that has one.
    MissingSentence,
}

/// A run of neighbouring blocks or sentences that stands on one side only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drift {
    /// What kind.
    pub kind: DriftKind,
    /// What the first of them is.
    pub block: SegmentKind,
    /// How many.
    pub count: u32,
    /// Where they stand in the source's file; for what was added, the empty place where they would stand.
    pub source: FileSpan,
    /// Where they stand in the target's file; for what is missing, the empty place where they should stand.
    pub target: FileSpan,
}

/// How the source of a document was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pairing {
    /// The file holds both languages.
    #[default]
    Bilingual,
    /// A page of a tree of the source language.
    Tree,
    /// A page as it was at the commit that the translation names.
    History,
    /// The original halves of the same page in another locale.
    Sibling,
    /// The names of the page's headings, which are made from the originals.
    Names,
    /// It was not found.
    Unknown,
}

impl Pairing {
    /// Every way with its name in statistics.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Bilingual, "bilingual"),
        (Self::Tree, "tree"),
        (Self::History, "history"),
        (Self::Sibling, "sibling"),
        (Self::Names, "names"),
        (Self::Unknown, "unknown"),
    ];

    /// The name.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(pairing, _)| *pairing == self).map_or("unknown", |(_, name)| name)
    }
}

/// What is known of the version of the source that a translation was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Version {
    /// The hash or the commit of the source that the translation names.
    pub named: Option<String>,
    /// Whether the source that it was aligned with is that version; `None` when nobody can tell.
    pub proven: Option<bool>,
    /// Where the segments whose original has changed since that version stand, in the target's file.
    pub changed: Vec<FileSpan>,
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
    /// What it is to its docset.
    pub role: Role,
    /// How its source was found.
    pub pairing: Pairing,
    /// The version of the source.
    pub version: Version,
    /// What stands on one side only, in the order of the translation.
    pub drift: Vec<Drift>,
    /// Everything that stands in it.
    pub parts: DocumentParts<'t>,
}

impl<'t> Document<'t> {
    /// What stands in `file`, which holds both languages.
    pub fn new(format: &'static str, file: FileId, locales: [Locale; 2], parts: DocumentParts<'t>) -> Self {
        Self {
            format,
            files: [file, file],
            locales,
            role: Role::default(),
            pairing: Pairing::default(),
            version: Version::default(),
            drift: Vec::new(),
            parts,
        }
    }

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
