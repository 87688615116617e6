//! JSON: one object (`json`), or one finding a line (`jsonl`). A contract: fields are added, never changed.

use super::concise::severity_name;
use super::reference::{confidence_name, trust_name};
use super::{Located, Reporter, Scene};
use crate::finding::{Finding, Fix};
use crate::model::{Place, Side};
use crate::span::LineColumn;
use serde::Serialize;
use std::io;
use std::ops::Range;

/// The version of the form.
pub const VERSION: u32 = 1;

/// One object.
pub struct Json;

/// One finding a line.
pub struct JsonLines;

/// A whole report.
#[derive(Serialize)]
struct ReportRecord<'a> {
    version: u32,
    tool: ToolRecord,
    counts: CountsRecord,
    findings: Vec<FindingRecord<'a>>,
}

#[derive(Serialize)]
struct ToolRecord {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct CountsRecord {
    documents: usize,
    segments: usize,
    findings: usize,
    silenced: usize,
}

/// One finding.
#[derive(Serialize)]
struct FindingRecord<'a> {
    check: &'a str,
    category: &'a str,
    mqm: &'a str,
    its: &'a str,
    severity: &'a str,
    confidence: &'a str,
    message: &'a str,
    help: Option<&'a str>,
    path: &'a str,
    locale: &'a str,
    segment: Option<&'a str>,
    side: &'a str,
    start: PointRecord,
    end: PointRecord,
    source: Option<SourceRecord<'a>>,
    related: Vec<PlaceRecord<'a>>,
    fix: Option<FixRecord<'a>>,
    fingerprint: String,
}

/// A place between two characters.
#[derive(Serialize)]
pub(super) struct PointRecord {
    line: u32,
    column: u32,
    offset: u32,
}

impl PointRecord {
    /// The byte `at` of a text that stands in its file behind `lead` bytes.
    pub(super) fn new(place: LineColumn, at: u32, lead: u32) -> Self {
        Self { line: place.line, column: place.column, offset: at + lead }
    }
}

/// The other half of the segment.
#[derive(Serialize)]
struct SourceRecord<'a> {
    path: &'a str,
    text: &'a str,
    start: PointRecord,
    end: PointRecord,
}

#[derive(Serialize)]
struct PlaceRecord<'a> {
    path: &'a str,
    side: &'a str,
    text: &'a str,
    start: PointRecord,
    end: PointRecord,
}

#[derive(Serialize)]
struct FixRecord<'a> {
    trust: &'a str,
    text: String,
    path: &'a str,
    start: PointRecord,
    end: PointRecord,
}

impl Reporter for Json {
    fn write(&self, scene: &Scene<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        let counts = &scene.report.counts;
        let record = ReportRecord {
            version: VERSION,
            tool: ToolRecord { name: "bilint", version: env!("CARGO_PKG_VERSION") },
            counts: CountsRecord {
                documents: counts.documents,
                segments: counts.segments,
                findings: scene.report.findings.len(),
                silenced: scene.report.silenced.len(),
            },
            findings: scene.report.findings.iter().map(|finding| record(scene, finding)).collect(),
        };
        serde_json::to_writer(&mut *out, &record)?;
        writeln!(out)
    }
}

impl Reporter for JsonLines {
    fn write(&self, scene: &Scene<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        for finding in &scene.report.findings {
            serde_json::to_writer(&mut *out, &record(scene, finding))?;
            writeln!(out)?;
        }
        Ok(())
    }
}

fn record<'a>(scene: &Scene<'a>, finding: &'a Finding) -> FindingRecord<'a> {
    let def = scene.registry.get(finding.check);
    let document = &scene.docset.documents[finding.place.document()];
    let segment = finding.place.segment().map(|index| &document.parts.segments[index]);
    let at = scene.locate(finding.place);
    FindingRecord {
        check: finding.check,
        category: def.map_or("", |def| def.category.name()),
        mqm: def.map_or("", |def| def.mqm),
        its: def.map_or("", |def| def.its),
        severity: severity_name(finding.severity),
        confidence: confidence_name(finding.confidence),
        message: &finding.message,
        help: finding.help.as_deref(),
        locale: document.locales[Side::Target as usize].tag(),
        segment: segment.map(|segment| &*segment.key),
        side: side_name(finding.place.side()),
        source: segment.filter(|segment| segment.is_trusted()).map(|segment| {
            let file = document.files[Side::Source as usize];
            let at = scene.locate_in(file, segment.source.file_span());
            SourceRecord { path: at.path, text: segment.source.as_str(), start: start(&at), end: end(&at) }
        }),
        related: finding.related.iter().map(|&place| related(scene, place)).collect(),
        fix: finding.fix.as_ref().map(|fix| fix_record(scene, fix)),
        fingerprint: fingerprint(scene, finding),
        start: start(&at),
        end: end(&at),
        path: at.path,
    }
}

fn related<'a>(scene: &Scene<'a>, place: Place) -> PlaceRecord<'a> {
    let at = scene.locate(place);
    PlaceRecord {
        path: at.path,
        side: side_name(place.side()),
        text: scene.text(place),
        start: start(&at),
        end: end(&at),
    }
}

fn fix_record<'a>(scene: &Scene<'a>, fix: &'a Fix) -> FixRecord<'a> {
    let at = scene.locate(fix.place);
    FixRecord {
        trust: trust_name(fix.trust),
        text: scene.replacement(fix),
        path: at.path,
        start: start(&at),
        end: end(&at),
    }
}

fn side_name(side: Side) -> &'static str {
    match side {
        Side::Source => "source",
        Side::Target => "target",
    }
}

fn start(at: &Located<'_>) -> PointRecord {
    PointRecord::new(at.start, at.span.start, at.lead)
}

fn end(at: &Located<'_>) -> PointRecord {
    PointRecord::new(at.end, at.span.end, at.lead)
}

/// What a finding is recognised by when the file around it changes: its check and file, its segment's id, and the
/// texts at and around its place; no line numbers. Sixteen hexadecimal digits of FNV-1a.
pub fn fingerprint(scene: &Scene<'_>, finding: &Finding) -> String {
    let document = &scene.docset.documents[finding.place.document()];
    let mut hash = Fnv::default();
    hash.add(finding.check);
    hash.add(&scene.sources.file(document.files[Side::Target as usize]).path);
    match finding.place {
        Place::Segment { segment, side, span, .. } => {
            let segment = &document.parts.segments[segment as usize];
            let text = segment.side(side).as_str();
            // A segment without an id is called by its line.
            if !segment.key.bytes().all(|byte| byte.is_ascii_digit()) {
                hash.add(&segment.key);
            }
            hash.add(segment.source.as_str());
            let Range { start, end } = span.range();
            hash.add(&text[around(text, start, true)..around(text, end, false)]);
        }
        Place::File { .. } => hash.add(scene.text(finding.place)),
    }
    format!("{:016x}", hash.0)
}

/// Twenty bytes further out than `at`, on a character boundary.
fn around(text: &str, at: usize, backward: bool) -> usize {
    if backward { text.floor_char_boundary(at.saturating_sub(20)) } else { text.ceil_char_boundary(at + 20) }
}

/// FNV-1a over texts: the same on every machine and in every version, unlike the standard library's hashers.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Adds `text`, and a byte that no text holds, so that two texts are not one.
    fn add(&mut self, text: &str) {
        for byte in text.bytes().chain([0xff]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
