//! Plain localized pages find their English: among the files, in another locale's spans, or in their own anchors.

use super::{format_of, without_locale};
use crate::align::{self, Alignment, Page, Pair};
use crate::formats::markdown;
use crate::model::{
    Block, Content, Document, Drift, Field, FileId, Original, PageText, Pairing, Role, Segment, SegmentKind, Sources,
};
use std::collections::HashMap;

#[cfg(feature = "parallel")]
use rayon::prelude::*;

/// Gives the pages among `documents` that hold one language their segments.
pub(super) fn pair<'t>(sources: &'t Sources, mut documents: Vec<Document<'t>>) -> Vec<Document<'t>> {
    let siblings = Siblings::of(sources, &documents);
    let pair = |document: &Document<'t>| {
        is_plain(sources, document)
            .then(|| Paired::new(sources, &documents, document, siblings.original(sources, &documents, document)))
    };
    #[cfg(feature = "parallel")]
    let paired: Vec<_> = documents.par_iter().map(pair).collect();
    #[cfg(not(feature = "parallel"))]
    let paired: Vec<_> = documents.iter().map(pair).collect();
    for (document, paired) in documents.iter_mut().zip(paired) {
        if let Some(paired) = paired {
            paired.give(document);
        }
    }
    documents
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

/// The documents by their path with a star for the locale.
struct Siblings(HashMap<String, Vec<usize>>);

impl Siblings {
    fn of(sources: &Sources, documents: &[Document<'_>]) -> Self {
        let mut found: HashMap<String, Vec<usize>> = HashMap::new();
        for (number, document) in documents.iter().enumerate() {
            found.entry(without_locale(&sources.file(document.files[1]).path)).or_default().push(number);
        }
        Self(found)
    }

    /// The page that `document` was translated from: the one that was found on disk, else the same page in the source
    /// language, else in the spans of another locale.
    fn original(&self, sources: &Sources, documents: &[Document<'_>], document: &Document<'_>) -> Option<Original> {
        let file = sources.file(document.files[1]);
        if file.original.is_some() {
            return file.original;
        }
        let siblings = self.0.get(&without_locale(&file.path))?;
        let others = || siblings.iter().map(|&number| &documents[number]);
        let original = |other: &Document<'_>, pairing| Original { file: other.files[1], pairing, current: None };
        if let Some(page) = others().find(|other| other.role == Role::Original) {
            return Some(original(page, Pairing::Tree));
        }
        others()
            .filter(|other| !other.segments().is_empty() && other.locales[0] == document.locales[0])
            .max_by(|one, other| nearness(document, one).total_cmp(&nearness(document, other)))
            .map(|page| original(page, Pairing::Sibling))
    }
}

/// How near the version of the source that `other` holds is to that of `document`: 2 for the same hash, else the share
/// of the anchors that both have.
fn nearness(document: &Document<'_>, other: &Document<'_>) -> f64 {
    const HASH: &str = "ms.openlocfilehash";
    let hash = |document: &Document<'_>| document.field(HASH).map(|field| field.value.to_ascii_lowercase());
    if hash(document).is_some_and(|own| Some(own) == hash(other)) {
        return 2.0;
    }
    let [own, its] = [document, other].map(|document| &document.parts.structure.anchors);
    let shared = own.intersection(its).count();
    shared as f64 / (own.len() + its.len() - shared).max(1) as f64
}

/// What a page gets.
struct Paired<'t> {
    segments: Vec<Segment<'t>>,
    drift: Vec<Drift>,
    metadata: Option<Vec<Field<'t>>>,
    file: FileId,
    pairing: Pairing,
}

impl<'t> Paired<'t> {
    fn new(
        sources: &'t Sources,
        documents: &[Document<'t>],
        document: &Document<'t>,
        original: Option<Original>,
    ) -> Self {
        let file = document.files[1];
        let target = PageText::verbatim(file, &sources.file(file).text);
        let blocks = markdown::blocks(target.as_str());
        let Some(original) = original else { return Self::unknown(file, &target, &blocks) };
        let whole = &sources.file(original.file).text;
        let source = match original.pairing {
            Pairing::Sibling => {
                let (text, pieces) = markdown::original(whole);
                PageText::recovered(original.file, whole, text, pieces)
            }
            _ => PageText::verbatim(original.file, whole),
        };
        let originals = markdown::blocks(source.as_str());
        let pages =
            [Page { text: source.as_str(), blocks: &originals }, Page { text: target.as_str(), blocks: &blocks }];
        let Alignment { pairs, mut drift } = align::align(pages[0], pages[1]);
        for drift in &mut drift {
            drift.source = source.locate(drift.source);
        }
        let mut segments = Vec::with_capacity(pairs.len() + 2);
        // In the spans of another locale, the front matter is that of the other translation.
        let page = documents.iter().find(|page| page.files[1] == original.file);
        let metadata = page.filter(|_| original.pairing != Pairing::Sibling).map(|page| page.parts.metadata.clone());
        if let Some(metadata) = &metadata {
            segments.extend(front_matter([whole, &sources.file(file).text], metadata, &document.parts.metadata));
        }
        let keys = keys(pages[0]);
        segments
            .extend(pairs.into_iter().zip(1..).map(|(pair, number)| segment(pair, number, &keys, [&source, &target])));
        Self { segments, drift, metadata, file: original.file, pairing: original.pairing }
    }

    /// A page whose original is not known.
    fn unknown(file: FileId, target: &PageText<'t>, blocks: &[Block]) -> Self {
        let alone = blocks.iter().filter(|block| block.kind != SegmentKind::Code).zip(1..);
        let segments = alone.map(|(block, number)| {
            let pair = Pair {
                kind: block.kind,
                source: Vec::new(),
                target: block.parts(0, usize::MAX),
                block: None,
                score: 0.0,
            };
            segment(pair, number, &[], [target, target])
        });
        Self { segments: segments.collect(), drift: Vec::new(), metadata: None, file, pairing: Pairing::Unknown }
    }

    fn give(self, document: &mut Document<'t>) {
        document.parts.segments = self.segments;
        document.parts.source_metadata = self.metadata;
        document.drift = self.drift;
        document.files[0] = self.file;
        document.pairing = self.pairing;
    }
}

/// For each block of the original, the section that it stands in: the slug of the heading above.
fn keys(page: Page<'_>) -> Vec<String> {
    let mut section = String::new();
    let mut keys = Vec::with_capacity(page.blocks.len());
    for block in page.blocks {
        if block.kind == SegmentKind::Heading {
            let explicit = block.anchor.map(|anchor| anchor.of(page.text).to_owned());
            section = explicit.unwrap_or_else(|| markdown::slug(block.span.of(page.text)));
        }
        keys.push(section.clone());
    }
    keys
}

fn segment<'t>(pair: Pair, number: usize, keys: &[String], pages: [&PageText<'t>; 2]) -> Segment<'t> {
    let section = pair.block.map_or("", |block| keys[block].as_str());
    let source = if pair.source.is_empty() { Content::verbatim("", 0) } else { pages[0].content(&pair.source) };
    Segment {
        key: format!("{section}#{number}").into(),
        kind: pair.kind,
        source,
        target: pages[1].content(&pair.target),
        score: pair.score,
    }
}

/// The values of the front matter that are translated.
const TRANSLATED: [&str; 2] = ["title", "description"];

/// The score of values that have the same key.
const SAME_KEY: f32 = 0.9;

/// The segments of the front matter of two files with these texts.
fn front_matter<'t>(texts: [&'t str; 2], source: &[Field<'t>], target: &[Field<'t>]) -> Vec<Segment<'t>> {
    let field = |fields: &[Field<'t>], key: &str| fields.iter().find(|field| field.key == key).cloned();
    let pair = |key| {
        let (source, target) = (field(source, key)?, field(target, key)?);
        Some(Segment {
            key: key.into(),
            kind: SegmentKind::FrontMatterValue,
            source: source.content(texts[0]),
            target: target.content(texts[1]),
            score: SAME_KEY,
        })
    };
    TRANSLATED.into_iter().filter_map(pair).collect()
}
