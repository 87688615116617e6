//! Documents and what they are made of.

use super::{Block, Change, Content, FileId, Homes, PageMap, Piece, Place, Redirect, Repeats, Side};
use crate::locale::Locale;
use crate::span::FileSpan;
use crate::text::slugs::Dialect;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

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

/// What a person would cite to name a segment. It is written out when somebody asks: few segments are named.
#[derive(Clone, Debug)]
pub enum SegmentKey<'t> {
    /// What the file says: span id, message id, line.
    Stated(Cow<'t, str>),
    /// The section that it stands in and its number on the page, from 1: `next-steps#12`.
    Numbered {
        /// The slug of the heading above, in the original; empty where there is none.
        section: Arc<str>,
        /// Its number.
        number: u32,
    },
}

impl SegmentKey<'_> {
    /// The key as it is written.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Stated(key) => Cow::Borrowed(key),
            Self::Numbered { section, number } => Cow::Owned(format!("{section}#{number}")),
        }
    }
}

impl<'t, T: Into<Cow<'t, str>>> From<T> for SegmentKey<'t> {
    fn from(key: T) -> Self {
        Self::Stated(key.into())
    }
}

/// One source text with its translation.
#[derive(Clone, Debug)]
pub struct Segment<'t> {
    /// What a person would cite.
    pub key: SegmentKey<'t>,
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
    /// Whether its two halves are sure enough to say the same to be compared.
    pub fn is_trusted(&self) -> bool {
        self.score >= TRUSTED_SCORE
    }

    /// Whether it names a page or a part of one: a heading, the title in the front matter.
    pub fn is_title(&self) -> bool {
        self.kind == SegmentKind::Heading || self.kind == SegmentKind::FrontMatterValue && self.key.text() == "title"
    }

    /// The text of its source; empty where that is not sure enough to be compared.
    pub fn original(&self) -> &str {
        if self.is_trusted() { self.source.as_str() } else { "" }
    }

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
    /// Front matter that never ends or cannot be read.
    FrontMatter,
    /// A text that is too long to be checked.
    Length,
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

/// A name or an id that a tag or a list of attributes gives: an anchor that does not come from a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name<'t> {
    /// The name.
    pub name: &'t str,
    /// The heading, by its number, that it stands on or right before.
    pub heading: Option<u32>,
}

/// The label of a reference link: of its definition, or of a link whose label the page does not define.
#[derive(Clone, Debug)]
pub struct Label<'t> {
    /// The label, in small letters.
    pub label: String,
    /// Where it leads, if this is the definition.
    pub link: Option<PageLink<'t>>,
    /// Where the definition or the link stands.
    pub span: FileSpan,
}

/// What a page holds beside its segments.
#[derive(Clone, Debug, Default)]
pub struct Structure<'t> {
    /// Links of the target's text, images too.
    pub links: Vec<PageLink<'t>>,
    /// Headings of the target's text.
    pub headings: Vec<Heading<'t>>,
    /// Names and ids.
    pub names: Vec<Name<'t>>,
    /// Labels of references, in order.
    pub labels: Vec<Label<'t>>,
}

/// How a value of the front matter stands under its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FieldForm {
    /// It is the key's one value.
    Scalar,
    /// It stands in a list, alone or as a part of one of its items.
    Item,
    /// There is none: the key has a list or a map with nothing in it.
    Empty,
}

/// A key and a value of the front matter. A list is as many fields as it has items, all of one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<'t> {
    /// The key; behind those of the maps around it, joined by dots: `author.name`.
    pub key: Cow<'t, str>,
    /// The value, decoded: without quotes, escapes and breaks of lines that are only layout.
    pub value: Cow<'t, str>,
    /// Where the value stands in its file, without quotes.
    pub span: FileSpan,
    /// Where the key stands in its file, its last part alone.
    pub key_span: FileSpan,
    /// How the value stands under its key.
    pub form: FieldForm,
}

impl<'t> Field<'t> {
    /// The value as the text of one side of a segment; `file` is the text that the field was read from.
    ///
    /// # Panics
    /// When the field is of another text.
    pub fn content(&self, file: &'t str) -> Content<'t> {
        let written = self.span.of(file);
        if written == self.value {
            return Content::verbatim(written, self.span.range().start);
        }
        let escaped = file[..self.span.range().start].ends_with('"');
        let pieces = pieces(&self.value, written, escaped);
        let at = |piece: Piece| Piece { file: piece.file + self.span.start, ..piece };
        Content::decoded(self.value.clone().into_owned(), self.span, pieces.into_iter().map(at).collect())
    }
}

/// Which bytes of the text as it is `written` the bytes of the decoded `value` stand for; `escaped` when `\` begins an
/// escape. From something that is neither text, an escape, a doubled mark nor layout on, the rest has no place of its own.
fn pieces(value: &str, written: &str, escaped: bool) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut decoded, mut file) = (0, 0);
    let blank = |text: &str| text.len() - text.trim_start_matches([' ', '\t', '\n', '\r']).len();
    let mut whole = false;
    while let Some(next) = value[decoded..].chars().next() {
        let rest = &written[file..];
        let (takes, gives) = if escaped && rest.starts_with('\\') {
            escape(rest, next)
        } else if next == '\'' && rest.starts_with("''") {
            (1, 2)
        } else if rest.starts_with(next) {
            (next.len_utf8(), next.len_utf8())
        } else if blank(rest) > 0 {
            (blank(&value[decoded..]), blank(rest))
        } else {
            let rest = value[decoded..].char_indices();
            pieces.extend(rest.map(|(at, _)| Piece { decoded: (decoded + at) as u32, file: file as u32 }));
            break;
        };
        // Between two pieces the text runs as in the file.
        let same = takes == gives;
        if pieces.is_empty() || !(same && whole) {
            pieces.push(Piece { decoded: decoded as u32, file: file as u32 });
        }
        whole = same;
        decoded += takes;
        file += gives;
    }
    pieces.push(Piece { decoded: value.len() as u32, file: written.len() as u32 });
    // What decodes to nothing begins no piece.
    pieces.dedup_by(|later, earlier| {
        let nothing = later.decoded == earlier.decoded;
        if nothing {
            *earlier = *later;
        }
        nothing
    });
    pieces
}

/// The bytes that the escape at the start of `rest` decodes to, of which `next` is the first character, and its length.
fn escape(rest: &str, next: char) -> (usize, usize) {
    let length = match rest[1..].chars().next() {
        Some('x') => 4,
        Some('u') => 6,
        Some('U') => 10,
        // A line that goes on: its end and the blanks before the next are nothing.
        Some('\n' | '\r') => return (0, rest.len() - rest[1..].trim_start_matches([' ', '\t', '\n', '\r']).len()),
        Some(other) => 1 + other.len_utf8(),
        None => 1,
    };
    (next.len_utf8(), length.min(rest.len()))
}

/// What a format makes of one file.
#[derive(Clone, Debug, Default)]
pub struct DocumentParts<'t> {
    /// Segments in file order.
    pub segments: Vec<Segment<'t>>,
    /// What a page of one language is made of, until its segments are known.
    pub blocks: Vec<Block>,
    /// Links and anchors.
    pub structure: Structure<'t>,
    /// Front matter.
    pub metadata: Vec<Field<'t>>,
    /// Front matter of the English page, where that is another file.
    pub source_metadata: Option<Vec<Field<'t>>>,
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
    /// No page but a file of settings or decisions, so that what is wrong there has a place.
    Settings,
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

/// What items that stand on one side only are counted in, where it is not known which of them do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The items of a list.
    Items,
    /// The rows of a table.
    Rows,
    /// The columns of a table.
    Columns,
    /// The paragraphs between two blocks of another kind.
    Paragraphs,
    /// The sentences of a block.
    Sentences,
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
    /// What they are a part of, where only their number is known: the places are then the likeliest.
    pub within: Option<Group>,
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
    /// Where each text whose original has changed since that version stands or belongs, in the target's file and in
    /// order.
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
    /// What a change did to it, where only that is looked at.
    pub change: Option<Change>,
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
            change: None,
            parts,
        }
    }

    /// Whether it is to be looked at: a change concerns it, or it is not known what changed.
    pub fn is_concerned(&self) -> bool {
        self.change.as_ref().is_none_or(|change| change.concerns)
    }

    /// Whether checks run on it: a translation that is to be looked at.
    pub fn is_linted(&self) -> bool {
        self.role == Role::Translation && self.is_concerned()
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
    pub fn field(&self, key: &str) -> Option<&Field<'t>> {
        self.parts.metadata.iter().find(|field| field.key == key)
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
    /// Which folders of paths name locales.
    pub homes: Homes,
    /// How anchors are made of headings, where it is known.
    pub slugs: Option<Dialect>,
    /// Where links lead; filled when it is first asked for.
    pub(super) map: OnceLock<PageMap>,
    /// Where the same source stands; filled when it is first asked for.
    pub(super) repeats: OnceLock<Repeats>,
    /// Time spent in alignment, over all threads.
    pub aligning: Duration,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn a_decoded_value_knows_where_it_stands() {
        let file = "a: 'l''été: un deux'\nb: \"één \\\"twee\\\" \\u0041 drie\"\nc: een\n  twee\n";
        let locate = |written: &'static str, value: &'static str, part: &str| {
            let start = file.find(written).unwrap();
            let field = Field {
                key: "a".into(),
                value: value.into(),
                span: FileSpan::new(start, start + written.len()),
                key_span: FileSpan::default(),
                form: FieldForm::Scalar,
            };
            let at = value.find(part).unwrap();
            field.content(file).locate(Span::new(at, at + part.len())).of(file)
        };
        assert_eq!(locate("l''été: un deux", "l'été: un deux", "un"), "un");
        assert_eq!(locate("l''été: un deux", "l'été: un deux", "'"), "''");
        let (written, value) = ("één \\\"twee\\\" \\u0041 drie", "één \"twee\" A drie");
        assert_eq!(locate(written, value, "twee"), "twee");
        assert_eq!(locate(written, value, "\"twee"), "\\\"twee");
        assert_eq!(locate(written, value, "A"), "\\u0041");
        assert_eq!(locate(written, value, "drie"), "drie");
        assert_eq!(locate("een\n  twee", "een twee", "twee"), "twee");
        assert_eq!(locate("een\n  twee", "een twee", "een"), "een");
    }
}
