//! Counts of a report by locale and by check, for the forms that sum up.

use super::Scene;
use crate::finding::{Finding, Severity};
use crate::model::Side;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What was read and found in one locale.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Row {
    /// Documents.
    pub(super) documents: usize,
    /// Segments.
    pub(super) segments: usize,
    /// Findings that are open.
    pub(super) findings: usize,
    /// Those that are errors.
    pub(super) errors: usize,
    /// Those that are warnings.
    pub(super) warnings: usize,
    /// Findings that somebody settled.
    pub(super) settled: usize,
}

impl Row {
    /// Findings per 1,000 segments.
    pub(super) fn rate(&self) -> f64 {
        rate(self.findings, self.segments)
    }
}

/// `count` per 1,000 of `segments`.
pub(super) fn rate(count: usize, segments: usize) -> f64 {
    count as f64 * 1000.0 / segments.max(1) as f64
}

/// The tag of the locale that the document of `finding` is translated into.
pub(super) fn locale_of<'a>(scene: &Scene<'a>, finding: &Finding) -> &'a str {
    scene.docset.documents[finding.place.document()].locales[Side::Target as usize].tag()
}

/// A row for each locale, by its tag.
pub(super) fn by_locale<'a>(scene: &Scene<'a>) -> BTreeMap<&'a str, Row> {
    let mut rows: BTreeMap<&str, Row> = BTreeMap::new();
    for document in &scene.docset.documents {
        let row = rows.entry(document.locales[Side::Target as usize].tag()).or_default();
        row.documents += 1;
        row.segments += document.segments().len();
    }
    for finding in &scene.report.findings {
        let row = rows.entry(locale_of(scene, finding)).or_default();
        row.findings += 1;
        row.errors += usize::from(finding.severity == Severity::Error);
        row.warnings += usize::from(finding.severity == Severity::Warning);
    }
    for settled in &scene.report.settled {
        rows.entry(locale_of(scene, &settled.finding)).or_default().settled += 1;
    }
    rows
}

/// How many open findings each check has, most first.
pub(super) fn by_check(scene: &Scene<'_>) -> Vec<(&'static str, usize)> {
    let mut checks: BTreeMap<&'static str, usize> = BTreeMap::new();
    for finding in &scene.report.findings {
        *checks.entry(finding.check).or_default() += 1;
    }
    let mut checks: Vec<_> = checks.into_iter().collect();
    checks.sort_by_key(|&(id, count)| (Reverse(count), id));
    checks
}
