//! One finding a line: `path:line:column: severity[check] message`. A last line says how many are settled, if any.

use super::{Reporter, Scene};
use crate::finding::Severity;
use std::io;

/// The concise form.
pub struct Concise;

impl Reporter for Concise {
    fn write(&self, scene: &Scene<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        for finding in &scene.report.findings {
            let at = scene.locate(finding.place);
            let severity = severity_name(finding.severity);
            writeln!(
                out,
                "{}:{}:{}: {severity}[{}] {}",
                at.path,
                at.start.line,
                at.start.column,
                finding.check,
                finding.message.replace(['\n', '\r'], " ")
            )?;
        }
        if let Some(settled) = scene.settled() {
            writeln!(out, "{settled}")?;
        }
        Ok(())
    }
}

/// The name of a severity in reports.
pub fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "info",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}
