//! Checkstyle: the XML that Checkstyle itself writes, which most code viewers read.
//!
//! `error`, `warning` and `info` are severities of Checkstyle, too. The check stands as `source`, behind `bilint.`.
//! Settled findings are left out: the form has no place for them.

use super::concise::severity_name;
use super::{Reporter, Scene, said, xml};
use crate::finding::Finding;
use std::io;

/// The version of Checkstyle whose form it is: the one that linters name. No reader looks at it.
const VERSION: &str = "4.3";

/// The Checkstyle form.
pub struct Checkstyle;

impl Reporter for Checkstyle {
    fn write(&self, scene: &Scene<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        let mut writer = xml::writer(out)?;
        // Findings are in the order of their files, so those of a file are neighbours.
        let files = scene.report.findings.chunk_by(|one, other| scene.file(one) == scene.file(other));
        writer.create_element("checkstyle").with_attribute(("version", VERSION)).write_inner_content(|writer| {
            for findings in files {
                let path = xml::allowed(scene.locate(findings[0].place).path);
                writer.create_element("file").with_attribute(("name", &*path)).write_inner_content(|writer| {
                    findings.iter().try_for_each(|finding| error(scene, finding, writer))
                })?;
            }
            Ok(())
        })?;
        writeln!(writer.into_inner())
    }
}

/// Writes one finding.
fn error(scene: &Scene<'_>, finding: &Finding, writer: &mut quick_xml::Writer<&mut dyn io::Write>) -> io::Result<()> {
    let at = scene.locate(finding.place);
    let (line, column) = (at.start.line.to_string(), at.start.column.to_string());
    let (message, source) = (said(finding), format!("bilint.{}", finding.check));
    let element = writer.create_element("error").with_attributes([
        ("line", line.as_str()),
        ("column", column.as_str()),
        ("severity", severity_name(finding.severity)),
        ("message", &*xml::allowed(&message)),
        ("source", source.as_str()),
    ]);
    element.write_empty().map(|_| ())
}
