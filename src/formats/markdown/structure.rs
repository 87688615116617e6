//! Links and anchors of a page, whether or not they stand in segments.

use super::side_by_side::Pair;
use crate::model::{DocumentParts, PageLink};
use crate::span::FileSpan;
use crate::text::markup;
use memchr::memmem;

/// Reads links and anchors of the translated page `text` into `parts`, stepping around the originals of `pairs` and
/// around fenced code.
pub(super) fn read<'t>(text: &'t str, pairs: &[Pair], parts: &mut DocumentParts<'t>) {
    let mut hidden: Vec<FileSpan> =
        pairs.iter().map(|pair| FileSpan { start: pair.target.end, end: pair.whole.end }).collect();
    hidden.extend(fences(text));
    hidden.sort_unstable();
    let is_hidden = |at: usize| {
        let next = hidden.partition_point(|span| span.end as usize <= at);
        hidden.get(next).is_some_and(|span| span.start as usize <= at)
    };
    for at in memmem::find_iter(text.as_bytes(), "](").filter(|&at| !is_hidden(at) && !is_in_code(text, at)) {
        if let Some((_, destination)) = markup::link_destination(text, at + 1)
            && !is_hidden(destination.range().end)
        {
            let span = FileSpan { start: destination.start, end: destination.end };
            parts.structure.links.push(PageLink { destination: destination.of(text), span });
        }
    }
    for name in [" name=", " id="] {
        for at in memmem::find_iter(text.as_bytes(), name).filter(|&at| !is_hidden(at)) {
            let Some(rest) = text[at + name.len()..].strip_prefix(['"', '\'']) else { continue };
            if let Some(end) = rest.find(['"', '\'', '\n']).filter(|&end| end < 200) {
                parts.structure.anchors.insert(rest[..end].to_owned());
            }
        }
    }
    headings(text, pairs, parts);
}

/// Whether a code span holds the byte `at`: an odd number of backticks before it on its line, and one behind it.
fn is_in_code(text: &str, at: usize) -> bool {
    let start = memchr::memrchr(b'\n', &text.as_bytes()[..at]).map_or(0, |line| line + 1);
    let end = memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |line| at + line);
    let ticks = memchr::memchr_iter(b'`', &text.as_bytes()[start..at]).count();
    ticks % 2 == 1 && text[at..end].contains('`')
}

/// Slugs of headings, and explicit ids behind them (`{#id}`).
fn headings(text: &str, pairs: &[Pair], parts: &mut DocumentParts<'_>) {
    for at in memmem::find_iter(text.as_bytes(), "\n#").map(|at| at + 1).chain(text.starts_with('#').then_some(0)) {
        let end = memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |offset| at + offset);
        let first = pairs.partition_point(|pair| (pair.whole.end as usize) <= at);
        // A line of a pair that runs over several is no heading of the page.
        if pairs.get(first).is_some_and(|pair| (pair.whole.start as usize) < at) {
            continue;
        }
        let body = text[at..end].trim_start_matches('#');
        if !body.starts_with([' ', '\t']) {
            continue;
        }
        let mut heading = String::new();
        let mut from = end - body.len();
        for pair in pairs[first..].iter().take_while(|pair| (pair.whole.end as usize) <= end) {
            heading.push_str(&text[from..pair.whole.range().start]);
            heading.push_str(pair.target.of(text));
            from = pair.whole.range().end;
        }
        heading.push_str(text.get(from..end).unwrap_or_default());
        if let Some((before, id)) = heading.trim_end().rsplit_once("{#")
            && let Some(id) = id.strip_suffix('}')
        {
            parts.structure.anchors.insert(id.to_owned());
            heading.truncate(before.len());
        }
        parts.structure.anchors.insert(slug(&heading));
    }
}

/// The anchor that GitHub and docfx give a heading: small letters, blanks to hyphens, punctuation and tags away.
///
/// ```
/// use bilint::formats::markdown::slug;
/// assert_eq!(slug(" <a name=\"x\"></a>What's **new** in `API` 2.0?"), "whats-new-in-api-20");
/// ```
pub fn slug(heading: &str) -> String {
    let mut slug = String::with_capacity(heading.len());
    let mut tag = false;
    for character in heading.trim().chars() {
        match character {
            '<' => tag = true,
            '>' => tag = false,
            _ if tag => {}
            ' ' => slug.push('-'),
            '-' | '_' => slug.push(character),
            _ if character.is_ascii_alphanumeric() => slug.push(character.to_ascii_lowercase()),
            _ if character.is_alphanumeric() => slug.extend(character.to_lowercase()),
            _ => {}
        }
    }
    slug
}

/// Fenced code, from fence to fence; an unclosed fence hides nothing, because pages with spans in "code" are pages
/// whose source fence was never closed.
fn fences(text: &str) -> Vec<FileSpan> {
    let mut found = Vec::new();
    let mut open: Option<(usize, usize, u8)> = None;
    for at in memchr::memchr2_iter(b'`', b'~', text.as_bytes()) {
        let bytes = text.as_bytes();
        let mark = bytes[at];
        let length = bytes[at..].iter().take_while(|&&byte| byte == mark).count();
        if length < 3 || at > 0 && bytes[at - 1] == mark {
            continue;
        }
        let line = memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |line| line + 1);
        if !text[line..at].bytes().all(|b| matches!(b, b' ' | b'\t' | b'>')) {
            continue;
        }
        match open {
            None => open = Some((at, length, mark)),
            Some((start, needed, fence)) if fence == mark && length >= needed => {
                found.push(FileSpan::new(start, at + length));
                open = None;
            }
            Some(_) => {}
        }
    }
    found
}
