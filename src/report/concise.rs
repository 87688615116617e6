//! One finding a line: `path:line:column: severity[check] message`. A last line says how many are settled, if any.

use super::{Reporter, Scene, tame};
use crate::finding::{Finding, Severity};
use std::io;

/// The concise form.
pub struct Concise;

impl Reporter for Concise {
    fn write(&self, scene: &Scene<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        for finding in &scene.report.findings {
            writeln!(out, "{}", line(scene, finding))?;
        }
        if let Some(settled) = scene.settled() {
            writeln!(out, "{settled}")?;
        }
        Ok(())
    }
}

/// The line of one finding, without its end.
pub(super) fn line(scene: &Scene<'_>, finding: &Finding) -> String {
    let at = scene.locate(finding.place);
    let (severity, path, message) = (severity_name(finding.severity), tame(at.path), tame(&finding.message));
    format!("{path}:{}:{}: {severity}[{}] {message}", at.start.line, at.start.column, finding.check)
}

/// The name of a severity in reports.
pub fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "info",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}
