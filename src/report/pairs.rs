//! The segments of a docset, as JSON lines or tab-separated.

use super::json::PointRecord;
use crate::formats::table;
use crate::model::{Docset, Side, Sources};
use crate::span::LineIndex;
use serde::Serialize;
use std::borrow::Cow;
use std::io;

/// One segment.
#[derive(Serialize)]
struct PairRecord<'a> {
    path: &'a str,
    segment: Cow<'a, str>,
    kind: &'a str,
    locale: &'a str,
    source: &'a str,
    target: &'a str,
    start: PointRecord,
    end: PointRecord,
    score: f32,
    pairing: &'a str,
}

/// Writes the segments as JSON lines.
///
/// # Errors
/// When `out` cannot be written.
pub fn write_json_lines(docset: &Docset<'_>, sources: &Sources, out: &mut dyn io::Write) -> io::Result<()> {
    for document in &docset.documents {
        let file = sources.file(document.files[Side::Target as usize]);
        let index = LineIndex::new(&file.text);
        let point = |at: u32| PointRecord::new(index.line_column(&file.text, at as usize), at, file.origin.lead());
        for segment in document.segments().iter().filter(|segment| segment.score > 0.0) {
            let span = segment.target.file_span();
            let record = PairRecord {
                path: &file.path,
                segment: segment.key.text(),
                kind: segment.kind.name(),
                locale: document.locales[Side::Target as usize].tag(),
                source: segment.source.as_str(),
                target: segment.target.as_str(),
                start: point(span.start),
                end: point(span.end),
                score: segment.score,
                pairing: document.pairing.name(),
            };
            serde_json::to_writer(&mut *out, &record)?;
            writeln!(out)?;
        }
    }
    Ok(())
}

/// Writes the segments as tab-separated pairs with a header.
///
/// # Errors
/// When `out` cannot be written.
pub fn write_table(docset: &Docset<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "source\ttarget\tid\tsource_locale\ttarget_locale\tkind")?;
    for document in &docset.documents {
        let [source, target] = &document.locales;
        for segment in document.segments().iter().filter(|segment| segment.score > 0.0) {
            writeln!(
                out,
                "{}\t{}\t{}\t{source}\t{target}\t{}",
                table::encode(segment.source.as_str()),
                table::encode(segment.target.as_str()),
                table::encode(&segment.key.text()),
                segment.kind.name(),
            )?;
        }
    }
    Ok(())
}
