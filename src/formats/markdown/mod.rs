//! Markdown pages: side-by-side spans, front matter, links and anchors, directives.
//!
//! A page of plain text has no segments of its own; its English has to be found first.

mod blocks;
mod front_matter;
mod outline;
mod side_by_side;
mod structure;

pub use blocks::blocks;
pub use side_by_side::{Pair, original, pairs};

use super::Format;
use crate::locale::Locale;
use crate::model::{Directive, DocumentParts, Field};
use crate::span::FileSpan;

/// Markdown.
pub static MARKDOWN: Format = Format {
    name: "markdown",
    extensions: &["md", "markdown", "mdx"],
    recognises: |_| true,
    read,
    encode: str::to_owned,
};

/// The fields of the front matter of `text`.
pub fn fields(text: &str) -> Vec<Field<'_>> {
    let mut parts = DocumentParts::default();
    front_matter::read(text, &mut parts);
    parts.metadata
}

/// The locale that the front matter `fields` names. What `language` says may be a language of programs: `go`.
pub fn locale(fields: &[Field<'_>]) -> Option<Locale> {
    let mut keys = ["ms.contentlocale", "lang", "locale", "language"].iter();
    let tag = keys.find_map(|key| fields.iter().find(|field| field.key == *key))?;
    if tag.key == "language" { Locale::parse_strict(&tag.value) } else { Locale::parse(&tag.value) }
}

/// Whether `text` holds both languages, in side-by-side spans.
pub fn is_side_by_side(text: &str) -> bool {
    !side_by_side::pairs(text, &mut Vec::new()).is_empty()
}

fn read(text: &str) -> DocumentParts<'_> {
    let mut parts = DocumentParts::default();
    front_matter::read(text, &mut parts);
    parts.locales[1] = locale(&parts.metadata);
    let pairs = side_by_side::read(text, &mut parts);
    if pairs.is_empty() {
        (parts.blocks, parts.structure) = blocks::read(text);
    } else {
        structure::read(text, &pairs, &mut parts);
    }
    parts.directives = directives(text);
    parts
}

/// Comments that begin with `bilint:`.
fn directives(text: &str) -> Vec<Directive<'_>> {
    const OPEN: &str = "<!--";
    let mut found = Vec::new();
    for start in memchr::memmem::find_iter(text.as_bytes(), OPEN.as_bytes()) {
        let Some(body) = text[start + OPEN.len()..].trim_start().strip_prefix("bilint:") else { continue };
        let Some(end) = body.find("-->") else { continue };
        let close = text.len() - body.len() + end + "-->".len();
        let span = FileSpan::new(start, close);
        found.push(Directive { text: body[..end].trim(), span, covers: span });
    }
    // From the last on, because a directive that stands before another speaks of the same lines.
    let mut next: Option<Directive<'_>> = None;
    for directive in found.iter_mut().rev() {
        let follows = |next: &Directive<'_>| {
            let between = &text[directive.span.range().end..next.span.range().start];
            between.trim().is_empty() && is_alone(text, directive.span) && is_alone(text, next.span)
        };
        directive.covers = match next {
            Some(next) if follows(&next) => next.covers,
            _ => covered(text, directive.span),
        };
        next = Some(*directive);
    }
    found
}

/// The end of the line of `text` that byte `at` stands in.
fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |offset| at + offset + 1)
}

/// The lines that hold the comment at `span`.
fn own_lines(text: &str, span: FileSpan) -> FileSpan {
    let start = text[..span.range().start].rfind('\n').map_or(0, |at| at + 1);
    FileSpan::new(start, line_end(text, span.range().end))
}

/// Whether nothing but the comment at `span` stands on its lines.
fn is_alone(text: &str, span: FileSpan) -> bool {
    let own = own_lines(text, span).of(text);
    own.trim().starts_with("<!--") && own.trim().ends_with("-->") && own.matches("<!--").nth(1).is_none()
}

/// The lines that a directive at `span` speaks of: its own, when something else stands there; else the next that is
/// not blank and no directive, with those that go on its paragraph.
fn covered(text: &str, span: FileSpan) -> FileSpan {
    if !is_alone(text, span) {
        return own_lines(text, span);
    }
    let line_end = |at: usize| line_end(text, at);
    let mut start = line_end(span.range().end);
    while start < text.len() {
        let line = text[start..line_end(start)].trim();
        let passed = line.is_empty() || line.starts_with("<!--") && line.contains("bilint:");
        if !passed {
            break;
        }
        start = line_end(start);
    }
    let mut end = if start < text.len() { line_end(start) } else { start };
    while end < text.len() && goes_on(&text[end..line_end(end)]) {
        end = line_end(end);
    }
    FileSpan::new(start, end)
}

/// Whether `line` goes on the paragraph before it: neither blank nor the beginning of another block.
fn goes_on(line: &str) -> bool {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let line = line.trim();
    !line.is_empty() && digits == 0 && !line.starts_with(['#', '|', '>', '-', '*', '+', '<', '`', '~', ':', '['])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directive_speaks_of_its_line_or_the_next() {
        let covers = |text: &'static str| directives(text)[0].covers.of(text);
        assert_eq!(covers("<!-- bilint: ignore[x] y -->\n\none\ntwo\n\nthree\n"), "one\ntwo\n");
        assert_eq!(covers("a <!-- bilint: ignore[x] y -->\nb\n"), "a <!-- bilint: ignore[x] y -->\n");
        assert_eq!(covers("<!-- bilint: ignore[x] -->\n<!-- bilint: ignore[z] -->\n- a\n- b\n"), "- a\n");
        assert_eq!(covers("<!-- bilint: ignore[x] -->"), "");
    }
}
