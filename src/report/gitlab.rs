//! GitLab: the code quality form, a JSON array that merge requests show.
//!
//! An error is `major`, a warning `minor`, and what is info `info`; `blocker` and `critical` are left to what stops a
//! program. GitLab drops all but one finding of one fingerprint, so the fingerprint holds the path and counts equal
//! findings of a file. Settled findings are left out.

use super::{Reporter, Scene, said};
use crate::finding::{Finding, Severity};
use crate::suppress::fingerprint::{Fingerprint, fingerprint};
use serde::Serialize;
use sha1::{Digest, Sha1};
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::io;

/// The code quality form.
pub struct GitLab;

#[derive(Serialize)]
struct IssueRecord<'a> {
    description: Cow<'a, str>,
    check_name: &'a str,
    fingerprint: String,
    severity: &'a str,
    location: LocationRecord<'a>,
}

#[derive(Serialize)]
struct LocationRecord<'a> {
    path: &'a str,
    lines: LinesRecord,
}

#[derive(Serialize)]
struct LinesRecord {
    begin: u32,
    end: u32,
}

impl Reporter for GitLab {
    fn write(&self, scene: &Scene<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        let mut seen = HashMap::new();
        let issues: Vec<_> = scene.report.findings.iter().map(|finding| issue(scene, finding, &mut seen)).collect();
        serde_json::to_writer_pretty(&mut *out, &issues)?;
        writeln!(out)
    }
}

/// One finding; `seen` counts those before it that have its path and its fingerprint.
fn issue<'a>(
    scene: &Scene<'a>,
    finding: &'a Finding,
    seen: &mut HashMap<(&'a str, Fingerprint), usize>,
) -> IssueRecord<'a> {
    let at = scene.locate(finding.place);
    let fingerprint = fingerprint(scene.sources, scene.docset, finding);
    let count = seen.entry((at.path, fingerprint)).or_default();
    *count += 1;
    IssueRecord {
        description: said(finding),
        check_name: finding.check,
        fingerprint: unique(at.path, fingerprint, *count),
        severity: match finding.severity {
            Severity::Info => "info",
            Severity::Warning => "minor",
            Severity::Error => "major",
        },
        location: LocationRecord { path: at.path, lines: LinesRecord { begin: at.start.line, end: at.end.line } },
    }
}

/// A fingerprint of the `count`th finding of `path` with one `fingerprint`, that no other finding has.
fn unique(path: &str, fingerprint: Fingerprint, count: usize) -> String {
    let digest = Sha1::digest(format!("{fingerprint}\n{count}\n{path}"));
    digest.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
