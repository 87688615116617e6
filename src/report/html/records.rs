//! The data of the page: what was found, and each text that it speaks of once.
//!
//! Places count UTF-16 code units, as scripts in a page do.

use super::guide::CheckRecord;
use crate::finding::Finding;
use crate::locale::{Direction, Locale};
use crate::model::{Document, FileId, Place, Segment, SegmentKind, Side};
use crate::report::Scene;
use crate::report::concise::severity_name;
use crate::report::reference::{confidence_name, trust_name};
use crate::span::{FileSpan, Span};
use crate::suppress::Decision;
use crate::suppress::fingerprint::{Fingerprint, fingerprint};
use crate::text::markup::Markup;
use crate::text::{prose, words};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hash;

/// Everything that the page shows.
#[derive(Serialize)]
pub(super) struct Data<'a> {
    /// Of the program: the form itself is read by its own page only.
    version: &'static str,
    segments: usize,
    /// What was looked at of a change, where only that is.
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<ChangeRecord>,
    locales: Vec<LocaleRecord<'a>>,
    checks: Vec<CheckRecord>,
    pages: Vec<PageRecord<'a>>,
    texts: Vec<&'a str>,
    findings: Vec<FindingRecord<'a>>,
}

#[derive(Serialize)]
struct ChangeRecord {
    /// Segments that it touched.
    segments: usize,
    /// Findings that it did not cause.
    others: usize,
}

#[derive(Serialize)]
struct LocaleRecord<'a> {
    tag: &'a str,
    name: &'static str,
    direction: &'static str,
}

/// A translation; of a file that holds several locales, that of one.
#[derive(Serialize)]
struct PageRecord<'a> {
    path: &'a str,
    /// The path of the source, where that is another file.
    #[serde(skip_serializing_if = "Option::is_none")]
    original: Option<&'a str>,
    /// Indices of the locales of source and target.
    locales: [usize; 2],
    words: usize,
}

/// One finding. What there is nothing of is left out: a report holds thousands.
#[derive(Serialize)]
struct FindingRecord<'a> {
    /// Its fingerprint; the second of the same fingerprint ends in `.2`, and so on.
    id: String,
    check: usize,
    page: usize,
    severity: &'static str,
    confidence: &'static str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    segment: Option<Cow<'a, str>>,
    line: u32,
    column: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<HalfRecord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<HalfRecord>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    elsewhere: Vec<ElsewhereRecord<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<FixRecord<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decision: Option<DecisionRecord<'a>>,
}

/// The text of one side, and what is marked in it.
#[derive(Serialize)]
struct HalfRecord {
    text: usize,
    line: u32,
    /// The finding's place, when it is on this side.
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<[usize; 2]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<[usize; 2]>,
}

/// A place in another text that explains the finding.
#[derive(Serialize)]
struct ElsewhereRecord<'a> {
    path: &'a str,
    line: u32,
    text: &'a str,
}

#[derive(Serialize)]
struct FixRecord<'a> {
    trust: &'static str,
    old: &'a str,
    new: String,
}

#[derive(Serialize)]
struct DecisionRecord<'a> {
    by: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires: Option<String>,
}

/// Values by the order of their first mention.
struct Index<K, V> {
    numbers: HashMap<K, usize>,
    values: Vec<V>,
}

impl<K: Eq + Hash, V> Index<K, V> {
    fn new() -> Self {
        Self { numbers: HashMap::new(), values: Vec::new() }
    }

    /// The number of `key`, whose value is made when it is new.
    fn number(&mut self, key: K, value: impl FnOnce() -> V) -> usize {
        let values = &mut self.values;
        *self.numbers.entry(key).or_insert_with(|| {
            values.push(value());
            values.len() - 1
        })
    }
}

/// What is shown of a text: a segment's side, or lines of a file. Addresses that are equal hold the same text.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Excerpt {
    Segment { document: usize, segment: usize, side: Side },
    Lines { file: FileId, span: FileSpan },
}

/// Collects the data while it goes through the findings.
struct Gatherer<'s, 'a> {
    scene: &'s Scene<'a>,
    locales: Index<&'a str, LocaleRecord<'a>>,
    checks: Index<&'static str, CheckRecord>,
    texts: Index<Excerpt, &'a str>,
    pages: Vec<PageRecord<'a>>,
    /// The pages of documents, by index.
    numbers: Vec<Option<usize>>,
    seen: HashMap<Fingerprint, usize>,
}

impl<'a> Data<'a> {
    /// The data of `scene`.
    pub(super) fn of(scene: &Scene<'a>) -> Self {
        let mut gatherer = Gatherer {
            scene,
            locales: Index::new(),
            checks: Index::new(),
            texts: Index::new(),
            pages: Vec::new(),
            numbers: vec![None; scene.docset.documents.len()],
            seen: HashMap::new(),
        };
        for (number, _) in linted(scene) {
            gatherer.page(number);
        }
        let open = scene.report.findings.iter().map(|finding| (finding, None));
        let settled = scene.report.settled.iter().map(|settled| (&settled.finding, Some(&settled.decision)));
        let findings = open.chain(settled).map(|(finding, decision)| gatherer.finding(finding, decision)).collect();
        Self {
            version: env!("CARGO_PKG_VERSION"),
            segments: linted(scene).map(|(_, document)| document.segments().len()).sum(),
            change: scene.report.counts.change.map(|it| ChangeRecord { segments: it.segments, others: it.others }),
            locales: gatherer.locales.values,
            checks: gatherer.checks.values,
            pages: gatherer.pages,
            texts: gatherer.texts.values,
            findings,
        }
    }
}

/// The translations that were looked at, by number.
fn linted<'a>(scene: &Scene<'a>) -> impl Iterator<Item = (usize, &'a Document<'a>)> {
    scene.docset.documents.iter().enumerate().filter(|(_, document)| document.is_linted())
}

impl<'a> Gatherer<'_, 'a> {
    /// The page of the document `number`.
    fn page(&mut self, number: usize) -> usize {
        if let Some(page) = self.numbers[number] {
            return page;
        }
        let scene = self.scene;
        let document = &scene.docset.documents[number];
        let [source, target] = document.files.map(|file| scene.sources.file(file).path.as_str());
        let locales = [0, 1].map(|side| self.locale(&document.locales[side]));
        let words = document.segments().iter().map(count_words).sum();
        self.pages.push(PageRecord { path: target, original: (source != target).then_some(source), locales, words });
        *self.numbers[number].insert(self.pages.len() - 1)
    }

    fn locale(&mut self, locale: &'a Locale) -> usize {
        let language = locale.language();
        self.locales.number(locale.tag(), || LocaleRecord {
            tag: locale.tag(),
            name: language.name,
            direction: match language.direction {
                // Of an unknown language, the text itself tells.
                _ if language.code == "und" => "auto",
                Direction::LeftToRight => "ltr",
                Direction::RightToLeft => "rtl",
            },
        })
    }

    fn finding(&mut self, finding: &'a Finding, decision: Option<&'a Decision>) -> FindingRecord<'a> {
        let scene = self.scene;
        let document = &scene.docset.documents[finding.place.document()];
        let at = scene.locate(finding.place);
        let (mut halves, rest) = self.halves(finding, document);
        let [source, target] = [Side::Source, Side::Target].map(|side| halves[side as usize].take());
        FindingRecord {
            id: self.id(finding),
            check: self
                .checks
                .number(finding.check, || CheckRecord::of(finding.check, scene.registry.get(finding.check))),
            page: self.page(finding.place.document()),
            severity: severity_name(finding.severity),
            confidence: confidence_name(finding.confidence),
            message: &finding.message,
            help: finding.help.as_deref(),
            segment: finding.place.segment().map(|index| document.segments()[index].key.text()),
            line: at.start.line,
            column: at.start.column,
            source,
            target,
            elsewhere: rest.into_iter().map(|place| elsewhere(scene, place)).collect(),
            fix: finding.fix.as_ref().map(|fix| FixRecord {
                trust: trust_name(fix.trust),
                old: scene.text(fix.place),
                new: scene.replacement(fix),
            }),
            decision: decision.map(|decision| DecisionRecord {
                by: decision.name(),
                reason: decision.reason(),
                expires: decision.expires().map(|day| day.to_string()),
            }),
        }
    }

    /// The address of `finding` within the page.
    fn id(&mut self, finding: &Finding) -> String {
        let fingerprint = fingerprint(self.scene.sources, self.scene.docset, finding);
        let ordinal = self.seen.entry(fingerprint).or_default();
        *ordinal += 1;
        if *ordinal == 1 { fingerprint.to_string() } else { format!("{fingerprint}.{ordinal}") }
    }

    /// Both sides of `finding`, by side, and the places that explain it and lie on neither.
    fn halves(&mut self, finding: &Finding, document: &'a Document<'a>) -> ([Option<HalfRecord>; 2], Vec<Place>) {
        let own = excerpt(self.scene, finding.place);
        let mut shown = [None, None];
        shown[finding.place.side() as usize] = Some(own);
        let other = if finding.place.side() == Side::Target { Side::Source } else { Side::Target };
        shown[other as usize] = match own {
            Excerpt::Segment { segment, .. } if !document.segments()[segment].is_trusted() => None,
            Excerpt::Segment { document, segment, .. } => Some(Excerpt::Segment { document, segment, side: other }),
            Excerpt::Lines { .. } => {
                let there = |place: &&Place| place.side() == other && place.document() == finding.place.document();
                finding.related.iter().find(there).map(|&place| excerpt(self.scene, place))
            }
        };
        let mut halves = shown.map(|excerpt| excerpt.map(|excerpt| self.half(excerpt)));
        if let Some(half) = &mut halves[finding.place.side() as usize] {
            half.found = marked(self.scene, own, finding.place);
        }
        let mut rest = Vec::new();
        for &place in &finding.related {
            let mark = shown.iter().zip(&mut halves).find_map(|(&excerpt, half)| {
                Some((marked(self.scene, excerpt?, place)?, half.as_mut()?, text(self.scene, excerpt?)))
            });
            match mark {
                // Marks under all of a text tell nothing.
                Some((_, _, text)) if !text.is_empty() && self.scene.text(place) == text => {}
                Some((mark, half, _)) => half.related.push(mark),
                None => rest.push(place),
            }
        }
        (halves, rest)
    }

    fn half(&mut self, excerpt: Excerpt) -> HalfRecord {
        let scene = self.scene;
        let (file, span) = match excerpt {
            Excerpt::Segment { document, segment, side } => {
                let document = &scene.docset.documents[document];
                (document.files[side as usize], document.segments()[segment].side(side).file_span())
            }
            Excerpt::Lines { file, span } => (file, span),
        };
        let line = scene.locate_in(file, span).start.line;
        HalfRecord { text: self.texts.number(excerpt, || text(scene, excerpt)), line, found: None, related: Vec::new() }
    }
}

/// The words of `segment` that somebody reads: those of its source, or of the translation where that is not known.
fn count_words(segment: &Segment<'_>) -> usize {
    if segment.kind == SegmentKind::Code {
        return 0;
    }
    let known = Some(segment.source.as_str()).filter(|source| !source.trim().is_empty());
    let text = known.unwrap_or(segment.target.as_str());
    let masked = prose::masked(&Markup::of(text), &[]);
    words::words(text).into_iter().filter(|&word| !prose::hits(&masked, word)).count()
}

/// What to show for `place`: its side of the segment, or its lines.
fn excerpt(scene: &Scene<'_>, place: Place) -> Excerpt {
    match place {
        Place::Segment { document, segment, side, .. } => {
            Excerpt::Segment { document: document as usize, segment: segment as usize, side }
        }
        Place::File { .. } => {
            let (file, span) = scene.docset.locate(place);
            Excerpt::Lines { file, span: lines_around(&scene.sources.file(file).text, span) }
        }
    }
}

fn text<'a>(scene: &Scene<'a>, excerpt: Excerpt) -> &'a str {
    match excerpt {
        Excerpt::Segment { document, segment, side } => {
            scene.docset.documents[document].segments()[segment].side(side).as_str()
        }
        Excerpt::Lines { file, span } => span.of(&scene.sources.file(file).text),
    }
}

/// Where `place` lies in `excerpt`, in UTF-16 code units; `None` when it lies elsewhere.
fn marked(scene: &Scene<'_>, shown: Excerpt, place: Place) -> Option<[usize; 2]> {
    match (shown, place) {
        (Excerpt::Segment { document, segment, side }, Place::Segment { span, .. }) => {
            let same = place.document() == document && place.segment() == Some(segment) && place.side() == side;
            same.then(|| utf16(text(scene, shown), span))
        }
        (Excerpt::Lines { file, span: lines }, Place::File { .. }) => {
            let (own, span) = scene.docset.locate(place);
            let cut = FileSpan { start: span.start, end: span.end.min(lines.end) };
            let within = own == file && lines.start <= cut.start && cut.start <= cut.end;
            let at = |byte: u32| (byte - lines.start) as usize;
            within.then(|| utf16(text(scene, shown), Span::new(at(cut.start), at(cut.end))))
        }
        _ => None,
    }
}

/// Bytes of a file that are shown at most: a place may be a whole page.
const MOST: usize = 4000;

/// The lines of `span`; with those on either side where they are blank, so that there is something to see.
fn lines_around(text: &str, span: FileSpan) -> FileSpan {
    let std::ops::Range { mut start, mut end } = span.range();
    let line_start = |at: usize| text[..at].rfind('\n').map_or(0, |line| line + 1);
    let line_end = |at: usize| text[at..].find('\n').map_or(text.len(), |line| at + line);
    (start, end) = (line_start(start), line_end(end));
    if text[start..end].trim().is_empty() {
        start = line_start(text[..start].trim_end().len());
        let blank = text[end..].len() - text[end..].trim_start().len();
        end = line_end(end + blank);
    }
    if end - start > MOST {
        // From the line's beginning, unless the place lies so far behind it that it would not be seen.
        start = start.max(text.floor_char_boundary(span.range().start.saturating_sub(MOST / 2)));
        end = end.min(text.floor_char_boundary(start + MOST));
    }
    FileSpan::new(start, end)
}

/// Characters of a place elsewhere that are shown.
const ELSEWHERE: usize = 200;

fn elsewhere<'a>(scene: &Scene<'a>, place: Place) -> ElsewhereRecord<'a> {
    let at = scene.locate(place);
    let text = scene.text(place);
    let end = text.char_indices().nth(ELSEWHERE).map_or(text.len(), |(end, _)| end);
    ElsewhereRecord { path: at.path, line: at.start.line, text: &text[..end] }
}

/// `span` of `text`, in UTF-16 code units.
pub(super) fn utf16(text: &str, span: Span) -> [usize; 2] {
    let units = |text: &str| text.chars().map(char::len_utf16).sum::<usize>();
    let start = units(&text[..span.range().start]);
    [start, start + units(span.of(text))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_hold_their_place_and_something_to_see() {
        let text = "een\n\n\ntwee drie\nvier";
        let shown = |start, end| lines_around(text, FileSpan::new(start, end)).of(text);
        assert_eq!(shown(6, 10), "twee drie");
        assert_eq!(shown(4, 4), "een\n\n\ntwee drie");
        assert_eq!(shown(0, 20), text);
        let long = "é".repeat(9000);
        let found = lines_around(&long, FileSpan::new(12_000, 12_002));
        assert!(found.len() <= MOST && found.contains(FileSpan::new(12_000, 12_002)), "{found:?}");
        assert!(lines_around(&long, FileSpan::new(0, long.len())).len() <= MOST);
        assert_eq!(lines_around("", FileSpan::empty(0)), FileSpan::empty(0));
    }

    #[test]
    fn places_count_as_scripts_do() {
        assert_eq!(utf16("a😀é", Span::new(5, 7)), [3, 4]);
        assert_eq!(utf16("😀", Span::empty(4)), [2, 2]);
    }
}
