//! JSON: one object (`json`), or one finding a line (`jsonl`). A contract: fields are added, never changed.
//!
//! The object has `version`, `tool`, `counts`, `findings`, and beside those `settled`: what somebody decided not to hear,
//! each with the fields of a finding and a `decision` that says `by` what it was settled, the `reason` or `null`, and the
//! day on which it `expires` or `null`. The lines are the open findings alone.

use super::concise::severity_name;
use super::reference::{confidence_name, trust_name};
use super::{Located, Reporter, Scene};
use crate::finding::{Finding, Fix};
use crate::model::{Place, Side};
use crate::span::LineColumn;
use crate::suppress::Settled;
use crate::suppress::fingerprint::fingerprint;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::io::{self, Write as _};

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
    findings: Findings<'a>,
    settled: Settlements<'a>,
}

/// The open findings, each made when it is written: a report may hold a hundred thousand.
struct Findings<'a>(&'a Scene<'a>);

impl Serialize for Findings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.report.findings.iter().map(|finding| record(self.0, finding)))
    }
}

/// The settled findings, likewise.
struct Settlements<'a>(&'a Scene<'a>);

impl Serialize for Settlements<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.report.settled.iter().map(|settled| settled_record(self.0, settled)))
    }
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
    settled: usize,
    /// What was looked at, where only a change is.
    change: Option<ChangeRecord>,
}

#[derive(Serialize)]
struct ChangeRecord {
    documents: usize,
    segments: usize,
    others: usize,
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
    segment: Option<Cow<'a, str>>,
    side: &'a str,
    start: PointRecord,
    end: PointRecord,
    source: Option<SourceRecord<'a>>,
    related: Vec<PlaceRecord<'a>>,
    fix: Option<FixRecord<'a>>,
    fingerprint: String,
}

/// One finding that somebody decided not to hear.
#[derive(Serialize)]
struct SettledRecord<'a> {
    #[serde(flatten)]
    finding: FindingRecord<'a>,
    decision: DecisionRecord<'a>,
}

#[derive(Serialize)]
struct DecisionRecord<'a> {
    by: &'static str,
    reason: Option<&'a str>,
    expires: Option<String>,
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
                settled: scene.report.settled.len(),
                change: counts.change.map(|change| ChangeRecord {
                    documents: change.documents,
                    segments: change.segments,
                    others: change.others,
                }),
            },
            findings: Findings(scene),
            settled: Settlements(scene),
        };
        let mut out = buffered(out);
        serde_json::to_writer(&mut out, &record)?;
        writeln!(out)?;
        out.flush()
    }
}

impl Reporter for JsonLines {
    fn write(&self, scene: &Scene<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        let mut out = buffered(out);
        for finding in &scene.report.findings {
            serde_json::to_writer(&mut out, &record(scene, finding))?;
            writeln!(out)?;
        }
        out.flush()
    }
}

/// Gathers the many small pieces that an object is written in, without asking `out` what it is for each.
fn buffered(out: &mut dyn io::Write) -> io::BufWriter<&mut dyn io::Write> {
    const SIZE: usize = 1 << 16;
    io::BufWriter::with_capacity(SIZE, out)
}

fn settled_record<'a>(scene: &Scene<'a>, settled: &'a Settled) -> SettledRecord<'a> {
    let Settled { decision, .. } = settled;
    let expires = decision.expires().map(|day| day.to_string());
    let decision = DecisionRecord { by: decision.name(), reason: decision.reason(), expires };
    SettledRecord { finding: record(scene, &settled.finding), decision }
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
        segment: segment.map(|segment| segment.key.text()),
        side: side_name(finding.place.side()),
        source: segment.filter(|segment| segment.is_trusted()).map(|segment| {
            let file = document.files[Side::Source as usize];
            let at = scene.locate_in(file, segment.source.file_span());
            SourceRecord { path: at.path, text: segment.source.as_str(), start: start(&at), end: end(&at) }
        }),
        related: finding.related.iter().map(|&place| related(scene, place)).collect(),
        fix: finding.fix.as_ref().map(|fix| fix_record(scene, fix)),
        fingerprint: fingerprint(scene.sources, scene.docset, finding).to_string(),
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
