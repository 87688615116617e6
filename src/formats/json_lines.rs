//! JSON lines: one object a line with `source` and `target`, and, if wanted, `id`, `source_locale`, `target_locale`
//! and `kind`. Other fields are let pass.

use super::Format;
use crate::locale::Locale;
use crate::model::{Content, DocumentParts, Piece, Problem, ProblemKind, Segment, SegmentKind};
use crate::span::FileSpan;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// JSON lines.
pub static JSON_LINES: Format = Format { name: "jsonl", extensions: &["jsonl", "ndjson"], recognises, read, encode };

#[derive(Deserialize)]
struct Line<'t> {
    #[serde(borrow)]
    source: &'t RawValue,
    #[serde(borrow)]
    target: &'t RawValue,
    #[serde(borrow, default)]
    id: Option<&'t RawValue>,
    #[serde(borrow, default)]
    source_locale: Option<Cow<'t, str>>,
    #[serde(borrow, default)]
    target_locale: Option<Cow<'t, str>>,
    #[serde(borrow, default)]
    kind: Option<Cow<'t, str>>,
}

fn recognises(text: &str) -> bool {
    text.lines().find(|line| !line.trim().is_empty()).is_some_and(|line| serde_json::from_str::<Line<'_>>(line).is_ok())
}

fn read(text: &str) -> DocumentParts<'_> {
    let mut parts = DocumentParts::default();
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let start = at;
        at += line.len();
        let body = line.trim_end_matches(['\n', '\r']);
        if body.trim().is_empty() {
            continue;
        }
        match segment(body, start, number) {
            Ok((segment, [source, target])) => {
                parts.locales[0] = parts.locales[0].take().or(source);
                parts.turn_to(target);
                parts.segments.push(segment);
            }
            Err(message) => parts.problems.push(Problem {
                kind: ProblemKind::Json,
                message: message.into(),
                span: FileSpan::new(start, start + body.len()),
            }),
        }
    }
    parts
}

/// The segment on one line, and the locales that the line names, source before target.
fn segment(body: &str, start: usize, number: usize) -> Result<(Segment<'_>, [Option<Locale>; 2]), String> {
    let line: Line<'_> = serde_json::from_str(body).map_err(|error| explain(&error))?;
    let text = |name: &str, raw| {
        let raw = RawValue::get(raw);
        let offset = raw.as_ptr() as usize - body.as_ptr() as usize;
        content(raw, start + offset).ok_or_else(|| format!("`{name}` is no text"))
    };
    let (source, target) = (text("source", line.source)?, text("target", line.target)?);
    let locales = [&line.source_locale, &line.target_locale].map(|tag| tag.as_deref().and_then(Locale::parse));
    let segment = Segment {
        key: line.id.map_or_else(|| (number + 1).to_string(), key).into(),
        kind: line.kind.as_deref().and_then(SegmentKind::by_name).unwrap_or(SegmentKind::Message),
        source,
        target,
        score: 1.0,
    };
    Ok((segment, locales))
}

fn explain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let body = text.split(" at line ").next().unwrap_or(&text);
    format!("{body} (column {})", error.column())
}

/// An id as it is cited: the text of a string, anything else as it is written.
fn key(id: &RawValue) -> String {
    content(id.get(), 0).map_or_else(|| id.get().to_owned(), |id| id.as_str().to_owned())
}

/// The text of a JSON string that begins, with its quote, at byte `at` of the file; nothing is no text yet.
fn content(raw: &str, at: usize) -> Option<Content<'_>> {
    if raw == "null" {
        return Some(Content::verbatim("", at));
    }
    let inner = raw.strip_prefix('"')?.strip_suffix('"')?;
    let at = at + 1;
    if !inner.contains('\\') {
        return Some(Content::verbatim(inner, at));
    }
    let mut text = String::with_capacity(inner.len());
    let mut pieces = vec![Piece { decoded: 0, file: at as u32 }];
    let mut from = 0;
    while let Some(offset) = inner[from..].find('\\') {
        let escape = from + offset;
        text.push_str(&inner[from..escape]);
        let length = escape_length(&inner[escape..]);
        let decoded: String = serde_json::from_str(&format!("\"{}\"", &inner[escape..escape + length])).ok()?;
        mark(&mut pieces, text.len(), at + escape);
        text.push_str(&decoded);
        mark(&mut pieces, text.len(), at + escape + length);
        from = escape + length;
    }
    text.push_str(&inner[from..]);
    Some(Content::decoded(text, FileSpan::new(at, at + inner.len()), pieces))
}

fn mark(pieces: &mut Vec<Piece>, decoded: usize, file: usize) {
    let piece = Piece { decoded: decoded as u32, file: file as u32 };
    match pieces.last_mut() {
        Some(last) if last.decoded == piece.decoded => *last = piece,
        _ => pieces.push(piece),
    }
}

/// The bytes of one escape, both halves of a surrogate pair together.
fn escape_length(rest: &str) -> usize {
    let is_unicode = |rest: &str| rest.starts_with("\\u") && rest.len() >= 6;
    let high = |rest: &str| {
        matches!(rest.as_bytes().get(2), Some(b'd' | b'D'))
            && matches!(rest.as_bytes().get(3), Some(b'8' | b'9' | b'a' | b'b' | b'A' | b'B'))
    };
    match () {
        () if is_unicode(rest) && high(rest) && rest.is_char_boundary(6) && is_unicode(&rest[6..]) => 12,
        () if is_unicode(rest) => 6,
        () => 2,
    }
}

/// Writes `text` within a JSON string.
fn encode(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn escapes_are_decoded_and_located() {
        let text = "{\"source\":\"a\",\"target\":\"x\\n\\\"\\u00e9\\ud83d\\ude00z\",\"id\":\"m\"}\n";
        let parts = read(text);
        let target = &parts.segments[0].target;
        assert_eq!(target.as_str(), "x\n\"é😀z");
        let at = target.as_str().find('z').unwrap();
        assert_eq!(target.locate(Span::new(at, at + 1)).of(text), "z");
        let at = target.as_str().find('é').unwrap();
        assert_eq!(target.locate(Span::new(at, at + 2)).of(text), "\\u00e9");
        assert_eq!(encode("a\"\n"), "a\\\"\\n");
    }

    #[test]
    fn broken_lines_are_problems_and_the_rest_is_read() {
        let parts = read(
            "{\"source\":\"a\"}\nnot json\n{\"source\":\"a\",\"target\":5}\n{\"source\":\"a\",\"target\":\"b\"}\n",
        );
        assert_eq!((parts.segments.len(), parts.problems.len()), (1, 3));
        assert!(parts.problems[0].message.contains("missing field `target`"), "{:?}", parts.problems);
    }
}
