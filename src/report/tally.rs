//! Counts of a report by locale and by check, for the forms that sum up.

use super::Scene;
use crate::finding::{Finding, Severity};
use crate::model::{Document, Role, Side};
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

/// A row for each locale, by its tag: of what was looked at.
pub(super) fn by_locale<'a>(scene: &Scene<'a>) -> BTreeMap<&'a str, Row> {
    let mut rows: BTreeMap<&str, Row> = BTreeMap::new();
    let is_page = |document: &&Document<'_>| document.role != Role::Settings && document.is_concerned();
    for document in scene.docset.documents.iter().filter(is_page) {
        let row = rows.entry(document.locales[Side::Target as usize].tag()).or_default();
        row.documents += 1;
        row.segments += document.segments().len();
    }
    count(scene, &mut rows, |finding| locale_of(scene, finding));
    // What stands in a configuration or a baseline is in no language.
    rows.retain(|_, row| row.documents > 0);
    rows
}

/// A row for each check, that with most open findings first.
pub(super) fn by_check(scene: &Scene<'_>) -> Vec<(&'static str, Row)> {
    let mut rows: BTreeMap<&'static str, Row> = BTreeMap::new();
    count(scene, &mut rows, |finding| finding.check);
    let mut rows: Vec<_> = rows.into_iter().collect();
    rows.sort_by_key(|&(id, row)| (Reverse(row.findings), id));
    rows
}

/// Counts each finding in the row of `rows` that `key` names.
fn count<'k>(scene: &Scene<'_>, rows: &mut BTreeMap<&'k str, Row>, key: impl Fn(&Finding) -> &'k str) {
    for finding in &scene.report.findings {
        let row = rows.entry(key(finding)).or_default();
        row.findings += 1;
        row.errors += usize::from(finding.severity == Severity::Error);
        row.warnings += usize::from(finding.severity == Severity::Warning);
    }
    for settled in &scene.report.settled {
        rows.entry(key(&settled.finding)).or_default().settled += 1;
    }
}
