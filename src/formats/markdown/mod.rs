//! Markdown pages: side-by-side spans, front matter, links and anchors, directives.
//!
//! A page of plain text has no segments of its own; its English has to be found first.

mod front_matter;
mod side_by_side;
mod structure;

pub use side_by_side::{Pair, pairs};
pub use structure::slug;

use super::Format;
use crate::locale::Locale;
use crate::model::{Directive, DocumentParts, Segment};
use crate::span::FileSpan;

/// Markdown.
pub static MARKDOWN: Format = Format {
    name: "markdown",
    extensions: &["md", "markdown", "mdx"],
    recognises: |_| true,
    read,
    encode: str::to_owned,
};

fn read(text: &str) -> DocumentParts<'_> {
    let mut parts = DocumentParts::default();
    front_matter::read(text, &mut parts);
    let field = |key: &str| parts.metadata.iter().find(|field| field.key == key);
    let tag = ["ms.contentlocale", "lang", "locale", "language"].iter().find_map(|key| field(key));
    parts.locales[1] = tag.and_then(|field| Locale::parse(field.value));
    let pairs = side_by_side::read(text, &mut parts);
    structure::read(text, &pairs, &mut parts);
    parts.directives = directives(text);
    cover(text, &parts.directives, &mut parts.segments);
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
        found.push(Directive { text: body[..end].trim(), span: FileSpan::new(start, close) });
    }
    found
}

/// A directive covers the segments on its own line; when it stands on a line of its own, those of the next line that
/// has any.
fn cover(text: &str, directives: &[Directive<'_>], segments: &mut [Segment<'_>]) {
    for (index, directive) in directives.iter().enumerate() {
        let line_start = text[..directive.span.range().start].rfind('\n').map_or(0, |at| at + 1);
        let first = segments.partition_point(|segment| segment.target.file_span().range().start < line_start);
        let Some(next) = segments.get(first) else { continue };
        let at = next.target.file_span().range().start;
        let line_end = text[at..].find('\n').map_or(text.len(), |offset| at + offset);
        for segment in
            segments[first..].iter_mut().take_while(|segment| segment.target.file_span().range().start < line_end)
        {
            segment.directive = Some(index as u32);
        }
    }
}
