//! Tab-separated pairs: source, target, and what else a header names.
//!
//! The first line is a header when it names `source` and `target`; other columns it may name are `id`,
//! `source_locale`, `target_locale` and `kind`. Without a header the columns are source and target. A tab, line end or
//! backslash within a cell is written `\t`, `\n`, `\r`, `\\`, as in Linear TSV; any other backslash stands for itself.

use super::Format;
use crate::locale::Locale;
use crate::model::{Content, DocumentParts, Piece, Problem, ProblemKind, Segment, SegmentKind};
use crate::span::FileSpan;

/// Tab-separated pairs.
pub static TSV: Format = Format { name: "tsv", extensions: &["tsv"], recognises, read, encode };

const COLUMNS: [&str; 6] = ["source", "target", "id", "source_locale", "target_locale", "kind"];

fn recognises(text: &str) -> bool {
    header(text.lines().next().unwrap_or_default()).is_some()
}

/// For each known column, its index in a header line.
fn header(line: &str) -> Option<[Option<usize>; 6]> {
    let cells: Vec<String> = line.split('\t').map(|cell| cell.trim().to_ascii_lowercase()).collect();
    let columns = COLUMNS.map(|name| cells.iter().position(|cell| cell == name));
    (columns[0].is_some() && columns[1].is_some()).then_some(columns)
}

fn read(text: &str) -> DocumentParts<'_> {
    let mut parts = DocumentParts::default();
    let named = header(text.lines().next().unwrap_or_default());
    let columns = named.unwrap_or([Some(0), Some(1), None, None, None, None]);
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let start = at;
        at += line.len();
        let body = line.trim_end_matches(['\n', '\r']);
        if number == 0 && named.is_some() || body.is_empty() {
            continue;
        }
        let mut cells = Vec::new();
        let mut cell_start = start;
        for cell in body.split('\t') {
            cells.push((cell, cell_start));
            cell_start += cell.len() + 1;
        }
        let cell = |column: usize| columns[column].and_then(|index| cells.get(index).copied());
        let (Some(source), Some(target)) = (cell(0), cell(1)) else {
            parts.problems.push(Problem {
                kind: ProblemKind::Row,
                message: format!("the line has {} of the columns `source` and `target`", cells.len().min(1)).into(),
                span: FileSpan::new(start, start + body.len()),
            });
            continue;
        };
        let locale = |column| cell(column).and_then(|(tag, _): (&str, usize)| Locale::parse(tag.trim()));
        parts.locales[0] = parts.locales[0].take().or_else(|| locale(3));
        parts.turn_to(locale(4));
        let key = cell(2).map(|(id, at)| unescape(id.trim(), at)).filter(|id| !id.as_str().is_empty());
        parts.segments.push(Segment {
            key: key.map_or_else(|| (number + 1).to_string(), |key| key.as_str().to_owned()).into(),
            kind: cell(5).and_then(|(kind, _)| SegmentKind::by_name(kind.trim())).unwrap_or(SegmentKind::Message),
            source: unescape(source.0, source.1),
            target: unescape(target.0, target.1),
            score: 1.0,
        });
    }
    parts
}

fn unescape(raw: &str, at: usize) -> Content<'_> {
    if !raw.contains('\\') {
        return Content::verbatim(raw, at);
    }
    let mut text = String::with_capacity(raw.len());
    let mut pieces = vec![Piece { decoded: 0, file: at as u32 }];
    let mut rest = raw;
    while let Some(index) = rest.find('\\') {
        let decoded = match rest.as_bytes().get(index + 1) {
            Some(b't') => '\t',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b'\\') => '\\',
            _ => {
                text.push_str(&rest[..=index]);
                rest = &rest[index + 1..];
                continue;
            }
        };
        text.push_str(&rest[..index]);
        let file = at + raw.len() - rest.len() + index;
        pieces.push(Piece { decoded: text.len() as u32, file: file as u32 });
        text.push(decoded);
        pieces.push(Piece { decoded: text.len() as u32, file: file as u32 + 2 });
        rest = &rest[index + 2..];
    }
    text.push_str(rest);
    pieces.dedup_by(|later, earlier| {
        // Two pieces at one decoded byte: the later one rules.
        let same = later.decoded == earlier.decoded;
        if same {
            earlier.file = later.file;
        }
        same
    });
    Content::decoded(text, FileSpan::new(at, at + raw.len()), pieces)
}

/// Writes `text` as a cell.
pub fn encode(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn cells_are_decoded_and_located() {
        let text = "source\tid\ttarget\nA\\tb\tk1\tC:\\dir\\nx\n";
        let parts = read(text);
        let segment = &parts.segments[0];
        assert_eq!(
            (segment.source.as_str(), segment.target.as_str(), &*segment.key.text()),
            ("A\tb", "C:\\dir\nx", "k1")
        );
        let end = segment.target.as_str().find('x').unwrap();
        assert_eq!(segment.target.locate(Span::new(end, end + 1)).of(text), "x");
        assert_eq!(encode("A\tb"), "A\\tb");
    }

    #[test]
    fn a_line_without_columns_is_a_problem() {
        let parts = read("only one\nsource\ttarget\n");
        assert_eq!((parts.problems.len(), parts.segments.len()), (1, 1));
    }
}
