//! SARIF 2.1.0: the form of static analysis that code scanning reads.
//!
//! An error is `error`, a warning `warning`, and what is info `note` (`recommendation` as `problem.severity`). Every
//! check that ran is a rule. What somebody settled is a result with a suppression, whose justification says why and until when. Files within the folder of the run
//! are named relative to `%SRCROOT%`, the others by their absolute URI. Columns count Unicode code points, and the
//! place behind a region is the first that does not belong to it, as everywhere in this crate. Fixes that are only to
//! be shown are left out, because a viewer offers to apply what it finds here; so are those of files that are not
//! UTF-8, which no fix is written to.
//!
//! Messages are plain text. Brackets and backslashes are escaped, so that what a page says is no link; braces stand as
//! they are, because no message has arguments.

use super::reference::{self, confidence_name, trust_name};
use super::{Located, Reporter, Scene, said};
use crate::check::CheckDef;
use crate::config::Choice;
use crate::finding::{Confidence, Finding, Fix, Severity, Trust};
use crate::model::{Place, Refused, Side};
use crate::scoreboard::{self, Score};
use crate::suppress::fingerprint::fingerprint;
use crate::suppress::{Decision, Settled};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::HashMap;
use std::io;
use std::path::Path;

/// The schema that a log names.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The base of relative URIs: by custom, the root of the checkout.
const ROOT: &str = "%SRCROOT%";

/// What stands in a path of a URI as it is: the unreserved characters (RFC 3986, 2.3) and the slash.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// Precision from which on a check that is almost certain is called very precise.
const VERY_PRECISE: f64 = 0.95;

/// The SARIF form.
#[derive(Default)]
pub struct Sarif<'a> {
    /// The checks that ran.
    pub choices: &'a [Choice],
    /// The files that could not be read.
    pub refused: &'a [Refused],
}

#[derive(Serialize)]
struct LogRecord<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [RunRecord<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RunRecord<'a> {
    tool: ToolRecord<'a>,
    invocations: [InvocationRecord; 1],
    column_kind: &'static str,
    results: Vec<ResultRecord<'a>>,
}

#[derive(Serialize)]
struct ToolRecord<'a> {
    driver: DriverRecord<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DriverRecord<'a> {
    name: &'static str,
    semantic_version: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    information_uri: Option<&'static str>,
    rules: Vec<RuleRecord<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RuleRecord<'a> {
    id: &'a str,
    name: String,
    #[serde(skip_serializing_if = "<[&str]>::is_empty")]
    deprecated_ids: &'a [&'a str],
    short_description: MessageRecord,
    full_description: MessageRecord,
    help: MessageRecord,
    default_configuration: ConfigurationRecord,
    properties: RulePropertiesRecord<'a>,
}

#[derive(Serialize)]
struct ConfigurationRecord {
    level: &'static str,
}

#[derive(Serialize)]
struct RulePropertiesRecord<'a> {
    category: &'a str,
    precision: &'static str,
    #[serde(rename = "problem.severity")]
    problem_severity: &'static str,
    tags: [String; 3],
}

#[derive(Serialize)]
struct MessageRecord {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    markdown: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct InvocationRecord {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<NotificationRecord>,
}

#[derive(Serialize)]
struct NotificationRecord {
    level: &'static str,
    message: MessageRecord,
    locations: [LocationRecord<'static>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultRecord<'a> {
    rule_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: MessageRecord,
    locations: [LocationRecord<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<LocationRecord<'a>>,
    partial_fingerprints: FingerprintsRecord,
    #[serde(skip_serializing_if = "Option::is_none")]
    fixes: Option<[FixRecord<'a>; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suppressions: Option<[SuppressionRecord; 1]>,
    properties: ResultPropertiesRecord<'a>,
}

#[derive(Serialize)]
struct FingerprintsRecord {
    #[serde(rename = "bilint/v1")]
    bilint: String,
}

#[derive(Serialize)]
struct ResultPropertiesRecord<'a> {
    locale: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    segment: Option<Cow<'a, str>>,
    category: &'a str,
    mqm: &'a str,
    its: &'a str,
    confidence: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LocationRecord<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalRecord<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<MessageRecord>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalRecord<'a> {
    artifact_location: ArtifactRecord,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<RegionRecord<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactRecord {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RegionRecord<'a> {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    snippet: Option<ContentRecord<'a>>,
}

#[derive(Serialize)]
struct ContentRecord<'a> {
    text: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FixRecord<'a> {
    description: MessageRecord,
    artifact_changes: [ChangeRecord<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ChangeRecord<'a> {
    artifact_location: ArtifactRecord,
    replacements: [ReplacementRecord<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReplacementRecord<'a> {
    deleted_region: RegionRecord<'a>,
    inserted_content: InsertedRecord,
}

#[derive(Serialize)]
struct InsertedRecord {
    text: String,
}

#[derive(Serialize)]
struct SuppressionRecord {
    kind: &'static str,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    justification: Option<String>,
}

impl Reporter for Sarif<'_> {
    fn write(&self, scene: &Scene<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        let checks = self.choices.iter().map(|choice| choice.check);
        let indices = checks.clone().enumerate().map(|(index, check)| (check.id, index)).collect();
        let results = Results { scene, indices };
        let report = scene.report;
        let open = report.findings.iter().map(|finding| results.open(finding));
        let log = LogRecord {
            schema: SCHEMA,
            version: "2.1.0",
            runs: [RunRecord {
                tool: ToolRecord { driver: driver(checks.map(rule).collect()) },
                invocations: [invocation(scene, self.refused)],
                column_kind: "unicodeCodePoints",
                results: open.chain(report.settled.iter().map(|settled| results.settled(settled))).collect(),
            }],
        };
        serde_json::to_writer(&mut *out, &log)?;
        writeln!(out)
    }
}

fn driver(rules: Vec<RuleRecord<'_>>) -> DriverRecord<'_> {
    let homes = [env!("CARGO_PKG_HOMEPAGE"), env!("CARGO_PKG_REPOSITORY")];
    DriverRecord {
        name: "bilint",
        semantic_version: env!("CARGO_PKG_VERSION"),
        information_uri: homes.into_iter().find(|home| !home.is_empty()),
        rules,
    }
}

fn rule(check: &'static CheckDef) -> RuleRecord<'static> {
    let docs = check.markdown();
    let prose = docs.split("\n```").next().unwrap_or_default().trim();
    RuleRecord {
        id: check.id,
        name: in_capitals(check.id),
        deprecated_ids: check.aliases,
        short_description: plain(check.summary()),
        full_description: plain(prose),
        help: MessageRecord { markdown: Some(reference::page(check)), ..plain(&docs) },
        default_configuration: ConfigurationRecord { level: level(check.severity) },
        properties: RulePropertiesRecord {
            category: check.category.name(),
            precision: precision(check),
            problem_severity: match check.severity {
                Severity::Info => "recommendation",
                Severity::Warning => "warning",
                Severity::Error => "error",
            },
            tags: [check.category.name().to_owned(), format!("mqm:{}", check.mqm), format!("its:{}", check.its)],
        },
    }
}

fn invocation(scene: &Scene<'_>, refused: &[Refused]) -> InvocationRecord {
    let notify = |refused: &Refused| NotificationRecord {
        level: "error",
        message: plain(&format!("not read: {}", refused.reason)),
        locations: [LocationRecord {
            id: None,
            physical_location: PhysicalRecord {
                artifact_location: artifact(&refused.path, scene.folder()),
                region: None,
            },
            message: None,
        }],
    };
    InvocationRecord {
        execution_successful: refused.is_empty(),
        tool_execution_notifications: refused.iter().map(notify).collect(),
    }
}

/// Makes results of findings.
struct Results<'s, 'a> {
    scene: &'s Scene<'a>,
    /// The places of the rules, by id.
    indices: HashMap<&'static str, usize>,
}

impl<'a> Results<'_, 'a> {
    fn open(&self, finding: &'a Finding) -> ResultRecord<'a> {
        let scene = self.scene;
        let check = scene.registry.get(finding.check);
        let document = &scene.docset.documents[finding.place.document()];
        let segment = finding.place.segment().map(|index| &document.parts.segments[index]);
        ResultRecord {
            rule_id: finding.check,
            rule_index: self.indices.get(finding.check).copied(),
            level: level(finding.severity),
            message: plain(&said(finding)),
            locations: [location(scene, &scene.locate(finding.place))],
            related_locations: self.related(finding),
            partial_fingerprints: FingerprintsRecord {
                bilint: fingerprint(scene.sources, scene.docset, finding).to_string(),
            },
            fixes: finding.fix.as_ref().and_then(|fix| self.fix(fix)).map(|fix| [fix]),
            suppressions: None,
            properties: ResultPropertiesRecord {
                locale: document.locales[Side::Target as usize].tag(),
                segment: segment.map(|segment| segment.key.text()),
                category: check.map_or("", |check| check.category.name()),
                mqm: check.map_or("", |check| check.mqm),
                its: check.map_or("", |check| check.its),
                confidence: confidence_name(finding.confidence),
            },
        }
    }

    fn settled(&self, settled: &'a Settled) -> ResultRecord<'a> {
        let suppression = SuppressionRecord {
            kind: if matches!(settled.decision, Decision::Directive { .. }) { "inSource" } else { "external" },
            status: "accepted",
            justification: settled.decision.terms(),
        };
        ResultRecord { suppressions: Some([suppression]), ..self.open(&settled.finding) }
    }

    /// The places that explain `finding`; the source of its segment among them.
    fn related(&self, finding: &'a Finding) -> Vec<LocationRecord<'a>> {
        let scene = self.scene;
        let mut found: Vec<_> =
            finding.related.iter().map(|&place| (scene.locate(place), side_name(place.side()))).collect();
        let document = &scene.docset.documents[finding.place.document()];
        let explained = |place: &Place| place.side() == Side::Source;
        if !explained(&finding.place) && !finding.related.iter().any(explained) {
            let segment = finding.place.segment().map(|index| &document.parts.segments[index]);
            let source = segment.filter(|segment| segment.is_trusted()).map(|segment| segment.source.file_span());
            let file = document.files[Side::Source as usize];
            found.extend(source.map(|span| (scene.locate_in(file, span), side_name(Side::Source))));
        }
        let numbered = found.into_iter().enumerate();
        let related = numbered.map(|(number, (at, side))| LocationRecord {
            id: Some(number + 1),
            message: Some(plain(side)),
            ..location(scene, &at)
        });
        related.collect()
    }

    fn fix(&self, fix: &Fix) -> Option<FixRecord<'a>> {
        let scene = self.scene;
        let at = scene.locate(fix.place);
        if fix.trust == Trust::Shown || scene.sources.file(at.file).origin.is_decoded() {
            return None;
        }
        let inserted_content = InsertedRecord { text: scene.replacement(fix) };
        Some(FixRecord {
            description: plain(&format!("{} fix", trust_name(fix.trust))),
            artifact_changes: [ChangeRecord {
                artifact_location: artifact(at.path, scene.folder()),
                replacements: [ReplacementRecord {
                    deleted_region: RegionRecord { snippet: None, ..region(scene, &at) },
                    inserted_content,
                }],
            }],
        })
    }
}

fn location<'a>(scene: &Scene<'a>, at: &Located<'a>) -> LocationRecord<'a> {
    let artifact_location = artifact(at.path, scene.folder());
    let region = Some(region(scene, at));
    LocationRecord { id: None, physical_location: PhysicalRecord { artifact_location, region }, message: None }
}

fn region<'a>(scene: &Scene<'a>, at: &Located<'a>) -> RegionRecord<'a> {
    let text = at.span.of(&scene.sources.file(at.file).text);
    RegionRecord {
        start_line: at.start.line,
        start_column: at.start.column,
        end_line: at.end.line,
        end_column: at.end.column,
        snippet: (!text.is_empty()).then_some(ContentRecord { text }),
    }
}

/// The file at `path`, which is relative to `folder`.
fn artifact(path: &str, folder: Option<&Path>) -> ArtifactRecord {
    let encode = |path: &str| utf8_percent_encode(path, PATH).to_string();
    let relative = normal(path);
    if !is_absolute(&relative) && !relative.starts_with("../") {
        return ArtifactRecord { uri: encode(&relative), uri_base_id: Some(ROOT) };
    }
    let absolute = match folder {
        Some(folder) if !is_absolute(&relative) => {
            normal(&format!("{}/{relative}", folder.to_string_lossy().replace('\\', "/")))
        }
        _ => relative,
    };
    let uri = match absolute.split_once(':') {
        Some((drive, rest)) if is_absolute(&absolute) && drive.len() == 1 => {
            format!("file:///{drive}:{}", encode(rest))
        }
        _ if is_absolute(&absolute) => format!("file://{}", encode(&absolute)),
        _ => encode(&absolute),
    };
    ArtifactRecord { uri, uri_base_id: None }
}

/// Whether `path` begins at a root or with the letter of a drive.
fn is_absolute(path: &str) -> bool {
    let bytes = path.as_bytes();
    path.starts_with('/') || matches!(bytes, [drive, b':', b'/', ..] if drive.is_ascii_alphabetic())
}

/// `path` without `.`, and without the folders that a `..` leaves again.
fn normal(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match (part, parts.last()) {
            (".", _) => {}
            ("..", Some(&last)) if last != ".." && !last.is_empty() => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// A message that says `text`, whatever stands in it.
fn plain(text: &str) -> MessageRecord {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '[' | ']' | '\\') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    MessageRecord { text: escaped, markdown: None }
}

/// `missing-number` as `MissingNumber`.
fn in_capitals(id: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str()).unwrap_or_default()
    };
    id.split('-').map(capital).collect()
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// How often a finding of `check` is true, in the words of GitHub's code scanning.
fn precision(check: &CheckDef) -> &'static str {
    let measured = scoreboard::score(check.id).and_then(Score::precision);
    match (check.confidence, measured) {
        (Confidence::High, Some(measured)) if measured >= VERY_PRECISE => "very-high",
        (Confidence::High, _) => "high",
        (Confidence::Medium, _) => "medium",
        (Confidence::Low, _) => "low",
    }
}

fn side_name(side: Side) -> &'static str {
    match side {
        Side::Source => "the source",
        Side::Target => "the translation",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_from_the_root_where_it_lies_within() {
        let uri = |path: &str, folder: Option<&str>| {
            let artifact = artifact(path, folder.map(Path::new));
            (artifact.uri, artifact.uri_base_id)
        };
        assert_eq!(uri("a b/é:1%.md", None), ("a%20b/%C3%A9%3A1%25.md".to_owned(), Some(ROOT)));
        assert_eq!(uri("./a/../b.md", None), ("b.md".to_owned(), Some(ROOT)));
        assert_eq!(uri("../en/x y.md", Some("/builds/site")), ("file:///builds/en/x%20y.md".to_owned(), None));
        assert_eq!(uri("../en/x.md", None), ("../en/x.md".to_owned(), None));
        assert_eq!(uri("/tmp/x.md", Some("/builds")), ("file:///tmp/x.md".to_owned(), None));
        assert_eq!(uri("C:/site/x.md", None), ("file:///C:/site/x.md".to_owned(), None));
        assert_eq!(uri("../x.md", Some("C:\\builds\\nl")), ("file:///C:/builds/x.md".to_owned(), None));
    }

    #[test]
    fn what_a_page_says_is_no_link() {
        assert_eq!(plain(r"see [here](https://a.example) \o/").text, r"see \[here\](https://a.example) \\o/");
    }
}
