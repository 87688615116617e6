//! Plain localized pages find their English: among the files, in another locale's spans, or in their own anchors.

use super::identity::{self, Identity};
use super::versions::{self, Said};
use super::{candidates, format_of};
use crate::align::{self, Alignment, Page, Pair};
use crate::config::{Marks, Settings};
use crate::formats::markdown;
use crate::locale::Locale;
use crate::model::{
    Block, Content, Document, Drift, Field, FileId, Homes, Original, PageText, Pairing, Piece, Role, Segment,
    SegmentKey, SegmentKind, Sources, Version,
};
use crate::span::FileSpan;
use crate::text::slugs::{Dialect, plain};
use hashbrown::{HashMap, HashSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

#[cfg(feature = "parallel")]
use rayon::prelude::*;

/// Gives the pages among `documents`, which are in the order of the files, their segments. Also the time that was spent
/// in alignment, over all threads.
pub(super) fn pair<'t>(
    sources: &'t Sources,
    mut documents: Vec<Document<'t>>,
    settings: &Settings,
    homes: &Homes,
) -> (Vec<Document<'t>>, Duration) {
    let finder = Finder::new(sources, &documents, settings, homes);
    let pair = |document: &Document<'t>| is_plain(sources, document).then(|| finder.pair(document));
    #[cfg(feature = "parallel")]
    let paired: Vec<_> = documents.par_iter().map(pair).collect();
    #[cfg(not(feature = "parallel"))]
    let paired: Vec<_> = documents.iter().map(pair).collect();
    let spent = Duration::from_nanos(finder.spent.load(Ordering::Relaxed));
    let originals = paired.iter().flatten().filter(|paired| paired.pairing == Pairing::Tree);
    for file in originals.map(|paired| paired.file).collect::<Vec<_>>() {
        documents[file.0 as usize].role = Role::Original;
    }
    for (document, paired) in documents.iter_mut().zip(paired) {
        if let Some(paired) = paired {
            paired.give(document);
        }
        document.parts.blocks = Vec::new();
    }
    (documents, spent)
}

/// Whether `document` is a translated page that holds no original.
fn is_plain(sources: &Sources, document: &Document<'_>) -> bool {
    let [source, target] = &document.locales;
    document.role == Role::Translation
        && document.segments().is_empty()
        && source.language().code != target.language().code
        && target.tag() != "und"
        && format_of(sources.file(document.files[1])).name == markdown::MARKDOWN.name
}

/// Finds the original of each page, and aligns the two.
struct Finder<'p, 't> {
    sources: &'t Sources,
    documents: &'p [Document<'t>],
    marks: &'p Marks,
    source_locale: &'p Locale,
    homes: &'p Homes,
    /// The documents by their path.
    paths: HashMap<&'t str, usize>,
    /// The documents by their path with a star for the locale.
    siblings: HashMap<String, Vec<usize>>,
    /// The blocks of originals that stand in the spans of a translation, by file: several may share one.
    blocks: Vec<OnceLock<Vec<Block>>>,
    /// Nanoseconds spent in alignment.
    spent: AtomicU64,
}

impl<'p, 't> Finder<'p, 't> {
    fn new(sources: &'t Sources, documents: &'p [Document<'t>], settings: &'p Settings, homes: &'p Homes) -> Self {
        let mut siblings: HashMap<String, Vec<usize>> = HashMap::new();
        let path = |document: &Document<'t>| sources.file(document.files[1]).path.as_str();
        let paths = documents.iter().enumerate().map(|(number, document)| (path(document), number)).collect();
        for (number, document) in documents.iter().enumerate() {
            let file = sources.file(document.files[1]);
            if file.original.is_none() {
                siblings.entry(homes.starred(&file.path.to_lowercase())).or_default().push(number);
            }
        }
        let blocks = documents.iter().map(|_| OnceLock::new()).collect();
        let (marks, source_locale) = (&settings.marks, &settings.source_locale);
        Self { sources, documents, marks, source_locale, homes, paths, siblings, blocks, spent: AtomicU64::new(0) }
    }

    /// The page that `document` was translated from: the one that was found on disk, else the same page in the source
    /// language, else in the spans of another locale.
    fn original(&self, document: &Document<'t>) -> Option<Original> {
        let file = self.sources.file(document.files[1]);
        if file.original.is_some() {
            return file.original;
        }
        let original = |other: &Document<'_>, pairing| Original { file: other.files[1], pairing, current: None };
        let beside = candidates::siblings(&file.path, self.source_locale);
        let beside = beside.iter().filter_map(|path| Some(&self.documents[*self.paths.get(path.as_str())?]));
        // A page that names no locale, such as `x.md` beside `x.de.md`, is in the source language.
        let may_be = |page: &&Document<'_>| page.role == Role::Original || page.locales[1] == Locale::unknown();
        if let Some(page) = beside.filter(|page| page.segments().is_empty()).find(may_be) {
            return Some(original(page, Pairing::Tree));
        }
        let siblings = self.siblings.get(&self.homes.starred(&file.path.to_lowercase()))?;
        let others = || siblings.iter().map(|&number| &self.documents[number]);
        if let Some(page) = others().find(|other| other.role == Role::Original) {
            return Some(original(page, Pairing::Tree));
        }
        others()
            .filter(|other| !other.segments().is_empty() && other.locales[0] == document.locales[0])
            .map(|other| (self.nearness(document, other), other))
            .rev()
            .max_by(|(one, _), (other, _)| one.total_cmp(other))
            .map(|(_, page)| original(page, Pairing::Sibling))
    }

    /// How near the version of the source that `other` holds is to that of `document`: 2 for the same hash, else the
    /// share of the anchors that both have.
    fn nearness(&self, document: &Document<'t>, other: &Document<'t>) -> f64 {
        let hash = self.hash(document);
        if hash.is_some() && hash == self.hash(other) {
            return 2.0;
        }
        let [own, its] = [document, other]
            .map(|document| document.parts.structure.names.iter().map(|it| it.name).collect::<HashSet<&str>>());
        let shared = own.intersection(&its).count();
        shared as f64 / (own.len() + its.len() - shared).max(1) as f64
    }

    /// The hash of the source that `document` names.
    fn hash(&self, document: &Document<'t>) -> Option<String> {
        self.marks.hash(&document.parts.metadata).map(str::to_ascii_lowercase)
    }

    fn pair(&self, document: &Document<'t>) -> Paired<'t> {
        let file = document.files[1];
        let target = PageText::verbatim(file, &self.sources.file(file).text);
        let blocks = &document.parts.blocks;
        if let Some(original) = self.original(document) {
            let then = self.align(document, original, &target, blocks);
            let Some(current) = original.current else { return then };
            let now = Original { file: current, pairing: Pairing::Tree, current: None };
            let now = self.align(document, now, &target, blocks);
            let own = said(&target, Page { text: target.as_str(), blocks }, &document.parts.metadata);
            let [then, now] = [then, now].map(|paired| versions::Reading { said: self.said(&paired), paired });
            return versions::reconcile(then, now, &own);
        }
        let mut page = alone(file, &target, blocks);
        let own = front_matter(["", &self.sources.file(file).text], None, &document.parts.metadata);
        page.segments.splice(..0, own);
        page
    }

    fn align(
        &self,
        document: &Document<'t>,
        original: Original,
        target: &PageText<'t>,
        blocks: &[Block],
    ) -> Paired<'t> {
        let whole = &self.sources.file(original.file).text;
        let source = self.source(original.file);
        let page = self.page(&source);
        let start = Instant::now();
        let Alignment { pairs, mut drift } = align::align(page, Page { text: target.as_str(), blocks });
        self.spent.fetch_add(start.elapsed().as_nanos() as u64, Ordering::Relaxed);
        for drift in &mut drift {
            drift.source = source.locate(drift.source);
        }
        let version = self.version(document, original);
        // In the spans of another locale, the front matter is that of the other translation.
        let metadata = self.documents[original.file.0 as usize]
            .segments()
            .is_empty()
            .then(|| self.documents[original.file.0 as usize].parts.metadata.clone());
        let texts = [whole.as_str(), &self.sources.file(document.files[1]).text];
        let mut segments = front_matter(texts, metadata.as_deref(), &document.parts.metadata);
        let sections = sections(page);
        let numbered = pairs.into_iter().zip(1..);
        segments.extend(numbered.map(|(pair, number)| segment(&pair, number, &sections, [&source, target])));
        Paired { segments, drift, version, metadata, file: original.file, pairing: original.pairing }
    }

    /// The text of `file` in the source language: the file as it is, or its original halves.
    fn source(&self, file: FileId) -> PageText<'t> {
        let whole = &self.sources.file(file).text;
        if self.documents[file.0 as usize].segments().is_empty() {
            return PageText::verbatim(file, whole);
        }
        let (text, pieces) = markdown::original(whole);
        PageText::recovered(file, whole, text, pieces)
    }

    /// The page of the text `source`.
    fn page<'a>(&'a self, source: &'a PageText<'t>) -> Page<'a> {
        let number = source.file.0 as usize;
        let recovered = || self.blocks[number].get_or_init(|| markdown::blocks(source.as_str()));
        let document = &self.documents[number];
        let blocks = if document.segments().is_empty() { &document.parts.blocks } else { recovered() };
        Page { text: source.as_str(), blocks }
    }

    /// All that the original of a page says.
    fn said(&self, paired: &Paired<'t>) -> Vec<Said> {
        let source = self.source(paired.file);
        said(&source, self.page(&source), paired.metadata.as_deref().unwrap_or_default())
    }

    /// What is known of the version that `document` was made from, which was aligned with `original`.
    fn version(&self, document: &Document<'t>, original: Original) -> Version {
        let hash = self.hash(document);
        let commit = self.marks.commit(&document.parts.metadata).map(str::to_owned);
        let aligned = self.sources.file(original.file);
        let identity = hash.as_deref().map_or(Identity::Unknown, |hash| match original.pairing {
            Pairing::Sibling if self.hash(&self.documents[original.file.0 as usize]).as_deref() == Some(hash) => {
                Identity::Same
            }
            Pairing::Sibling => Identity::Other,
            _ => identity::identify(hash, &aligned.text, aligned.origin),
        });
        let proven = match identity {
            Identity::Same => Some(true),
            Identity::Unknown if original.pairing == Pairing::History => Some(true),
            Identity::Other => Some(false),
            Identity::Unknown => None,
        };
        Version { named: commit.or(hash), proven, changed: Vec::new() }
    }
}

/// All that the page `text` with this front matter says.
fn said(text: &PageText<'_>, page: Page<'_>, metadata: &[Field<'_>]) -> Vec<Said> {
    let sentences = align::sentences(page).into_iter().map(|(span, said)| (text.locate(span), said));
    let values = metadata.iter().filter(|field| TRANSLATED.contains(&&*field.key));
    versions::said(sentences.collect(), values)
}

/// What a page gets.
pub(super) struct Paired<'t> {
    pub(super) segments: Vec<Segment<'t>>,
    pub(super) drift: Vec<Drift>,
    pub(super) version: Version,
    metadata: Option<Vec<Field<'t>>>,
    file: FileId,
    pairing: Pairing,
}

impl<'t> Paired<'t> {
    fn give(self, document: &mut Document<'t>) {
        document.parts.segments = self.segments;
        document.parts.source_metadata = self.metadata;
        document.drift = self.drift;
        document.version = self.version;
        document.files[0] = self.file;
        document.pairing = self.pairing;
    }
}

/// A page whose original is not known. What its own names of headings say is all that can be told of it: those are
/// made from the original headings.
fn alone<'t>(file: FileId, target: &PageText<'t>, blocks: &[Block]) -> Paired<'t> {
    let text = blocks.iter().filter_map(|block| Some((block, Pair::alone(block)?))).zip(1..);
    let mut pairing = Pairing::Unknown;
    let segments = text.map(|((block, pair), number)| {
        let mut segment = segment(&pair, number, &[], [target, target]);
        if let Some(anchor) = block.anchor {
            pairing = Pairing::Names;
            name(&mut segment, anchor, target.as_str());
        }
        segment
    });
    let segments = segments.collect();
    Paired { segments, drift: Vec::new(), version: Version::default(), metadata: None, file, pairing }
}

/// Gives a heading the original that its name was made from: the heading itself, when the name is still its own slug,
/// else the words of the name, which have lost their case and marks and are not compared.
fn name(segment: &mut Segment<'_>, anchor: FileSpan, page: &str) {
    let slug = anchor.of(page);
    if Dialect::GitHub.slug(&plain(segment.target.as_str())) == slug {
        segment.source = segment.target.clone();
        segment.score = SAME_SLUG;
        return;
    }
    let pieces = vec![Piece { decoded: 0, file: anchor.start }];
    segment.source = Content::decoded(slug.replace('-', " "), anchor, pieces);
    segment.score = SLUG;
}

/// The score of a heading that is its own original.
const SAME_SLUG: f32 = 0.9;
/// The score of the words of a slug: too little to be compared.
const SLUG: f32 = 0.3;

/// For each block of the original, the section that it stands in: the slug of the heading above.
fn sections(page: Page<'_>) -> Vec<Arc<str>> {
    let mut section: Arc<str> = Arc::default();
    let mut sections = Vec::with_capacity(page.blocks.len());
    for block in page.blocks {
        if block.kind == SegmentKind::Heading {
            let explicit = block.anchor.map(|anchor| anchor.of(page.text).into());
            section = explicit.unwrap_or_else(|| Dialect::GitHub.slug(&plain(block.span.of(page.text))).into());
        }
        sections.push(Arc::clone(&section));
    }
    sections
}

fn segment<'t>(pair: &Pair, number: u32, sections: &[Arc<str>], pages: [&PageText<'t>; 2]) -> Segment<'t> {
    let section = pair.block.map(|block| Arc::clone(&sections[block])).unwrap_or_default();
    let key = SegmentKey::Numbered { section, number };
    let source = if pair.source.is_empty() { Content::verbatim("", 0) } else { pages[0].content(&pair.source) };
    Segment { key, kind: pair.kind, source, target: pages[1].content(&pair.target), score: pair.score }
}

/// The values of the front matter that are translated.
const TRANSLATED: [&str; 2] = ["title", "description"];

/// The score of values that have the same key.
const SAME_KEY: f32 = 0.9;

/// The segments of the front matter of two files with these texts; of the translation alone, where `source` is not
/// known.
fn front_matter<'t>(texts: [&'t str; 2], source: Option<&[Field<'t>]>, target: &[Field<'t>]) -> Vec<Segment<'t>> {
    let field = |fields: &[Field<'t>], key: &str| fields.iter().find(|field| field.key == key).cloned();
    let pair = |key| {
        let target = field(target, key)?;
        let source = source.and_then(|source| field(source, key));
        let score = if source.is_some() { SAME_KEY } else { 0.0 };
        let unknown = || Content::verbatim("", target.span.range().start);
        Some(Segment {
            key: key.into(),
            kind: SegmentKind::FrontMatterValue,
            source: source.map_or_else(unknown, |source| source.content(texts[0])),
            target: target.content(texts[1]),
            score,
        })
    };
    TRANSLATED.into_iter().filter_map(pair).collect()
}
