//! GitHub: workflow commands, which a job prints and GitHub shows beside the changed lines of a pull request.
//!
//! An error is an `error`, a warning a `warning`, and what is info a `notice`. GitHub shows the first ten of each a
//! step; the others stand in the log only, and a notice before them says how many there are. Settled findings are left
//! out. The columns of a place that spans lines are left out, too, because GitHub takes them for those of one line.

use super::{Reporter, Scene, said, tame};
use crate::finding::{Finding, Severity};
use std::io;

/// Annotations of each kind that GitHub shows for one step.
pub const SHOWN: usize = 10;

/// The form of workflow commands.
pub struct GitHub;

impl Reporter for GitHub {
    fn write(&self, scene: &Scene<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        let findings = &scene.report.findings;
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        if [Severity::Error, Severity::Warning, Severity::Info].into_iter().any(|severity| count(severity) > SHOWN) {
            let hint = "GitHub shows the first ten of each kind; the log of this step has all";
            writeln!(out, "::notice title=bilint::{} findings. {hint}", findings.len())?;
        }
        findings.iter().try_for_each(|finding| write(scene, finding, out))
    }
}

/// Writes the command of one finding.
fn write(scene: &Scene<'_>, finding: &Finding, out: &mut dyn io::Write) -> io::Result<()> {
    let at = scene.locate(finding.place);
    let command = match finding.severity {
        Severity::Info => "notice",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    write!(out, "::{command} file={},line={},endLine={}", property(at.path), at.start.line, at.end.line)?;
    if at.start.line == at.end.line {
        write!(out, ",col={},endColumn={}", at.start.column, at.end.column)?;
    }
    writeln!(out, ",title={}::{}", property(&format!("bilint {}", finding.check)), data(&said(finding)))
}

/// `text` as the message of a command: it can neither end the line nor be unescaped to what it was not, nor does it
/// colour the log.
fn data(text: &str) -> String {
    tame(&text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")).into_owned()
}

/// `text` as the value of a property of a command: what parts properties is escaped as well.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
