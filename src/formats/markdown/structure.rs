//! Links and anchors of a page, whether or not they stand in segments.

use super::side_by_side::Pair;
use crate::model::{DocumentParts, Heading, PageLink};
use crate::span::FileSpan;
use crate::text::markup;
use memchr::memmem;
use std::borrow::Cow;

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
                parts.structure.anchors.push(&rest[..end]);
            }
        }
    }
    let lines = memmem::find_iter(text.as_bytes(), "\n#").map(|at| at + 1).chain(text.starts_with('#').then_some(0));
    headings(text, lines.filter(|&at| !is_hidden(at)), pairs, parts);
}

/// Whether a code span holds the byte `at`: an odd number of backticks before it on its line, and one behind it.
fn is_in_code(text: &str, at: usize) -> bool {
    let before = &text.as_bytes()[..at];
    // Most lines have none.
    if memchr::memrchr2(b'`', b'\n', before).is_none_or(|mark| before[mark] == b'\n') {
        return false;
    }
    let start = memchr::memrchr(b'\n', before).map_or(0, |line| line + 1);
    let end = memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |line| at + line);
    let ticks = memchr::memchr_iter(b'`', &text.as_bytes()[start..at]).count();
    ticks % 2 == 1 && text[at..end].contains('`')
}

/// Headings, and explicit ids behind them (`{#id}`).
fn headings<'t>(text: &'t str, lines: impl Iterator<Item = usize>, pairs: &[Pair], parts: &mut DocumentParts<'t>) {
    for at in lines {
        let end = memchr::memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len(), |offset| at + offset);
        let first = pairs.partition_point(|pair| (pair.whole.end as usize) <= at);
        // A line of a pair that runs over several is no heading of the page.
        if pairs.get(first).is_some_and(|pair| (pair.whole.start as usize) < at) {
            continue;
        }
        let body = text[at..end].trim_start_matches('#');
        let level = end - at - body.len();
        if level > 6 || !body.starts_with([' ', '\t']) {
            continue;
        }
        let within = pairs[first..].iter().take_while(|pair| (pair.whole.end as usize) <= end).count();
        let line = FileSpan::new(end - body.len(), end);
        parts.structure.headings.push(heading(text, line, &pairs[first..first + within], level));
    }
    if pairs.is_empty() && memmem::find(text.as_bytes(), b"\n==").is_some() {
        underlined(text, parts);
    }
}

/// The heading that the bytes `line` hold, with the pairs in it.
fn heading<'t>(text: &'t str, line: FileSpan, pairs: &[Pair], level: usize) -> Heading<'t> {
    let whole = without_marks(line.of(text));
    let (whole, id) = match whole.strip_suffix('}').and_then(|rest| rest.rsplit_once("{#")) {
        Some((before, id)) => (before.trim_end(), Some(id)),
        None => (whole, None),
    };
    let (level, span) = (level as u8, line);
    let [first, rest @ ..] = pairs else {
        return Heading { text: whole.into(), source: None, level, span, id };
    };
    // Most headings are one pair behind a tag, and a tag is no text.
    let before = text[line.range().start..first.whole.range().start].trim();
    if rest.is_empty()
        && whole.ends_with('>')
        && (before.is_empty() || before.starts_with('<') && before.ends_with('>'))
    {
        let sides = [first.target.of(text), first.source.of(text)].map(Cow::Borrowed);
        let [target, source] = sides;
        return Heading { text: target, source: Some(source), level, span, id };
    }
    let (mut target, mut source) = (String::new(), String::new());
    let mut from = line.range().start;
    for pair in pairs {
        let between = &text[from..pair.whole.range().start];
        target.extend([between, pair.target.of(text)]);
        source.extend([between, pair.source.of(text)]);
        from = pair.whole.range().end;
    }
    let behind = id.map_or_else(|| text.get(from..line.range().end), |_| None).unwrap_or_default();
    target.push_str(behind);
    source.push_str(behind);
    Heading { text: target.into(), source: Some(source.into()), level, span, id }
}

/// The text of a heading without blanks and closing marks: `# Title #`.
fn without_marks(line: &str) -> &str {
    let line = line.trim();
    let bare = line.trim_end_matches('#');
    if bare.len() < line.len() && bare.ends_with([' ', '\t']) { bare.trim_end() } else { line }
}

/// Titles with a line of `=` under them.
fn underlined<'t>(text: &'t str, parts: &mut DocumentParts<'t>) {
    for at in memmem::find_iter(text.as_bytes(), "\n==") {
        let end = memchr::memchr(b'\n', &text.as_bytes()[at + 1..]).map_or(text.len(), |offset| at + 1 + offset);
        let start = memchr::memrchr(b'\n', &text.as_bytes()[..at]).map_or(0, |line| line + 1);
        if text[at..end].trim().bytes().all(|byte| byte == b'=') && !text[start..at].trim().is_empty() {
            parts.structure.headings.push(heading(text, FileSpan::new(start, at), &[], 1));
        }
    }
    parts.structure.headings.sort_by_key(|heading| heading.span.start);
}

/// Fenced code, from fence to fence; an unclosed fence hides nothing, because pages with spans in "code" are pages
/// whose source fence was never closed.
fn fences(text: &str) -> Vec<FileSpan> {
    let mut found = Vec::new();
    let mut open: Option<(usize, usize, u8)> = None;
    for at in memchr::memchr2_iter(b'`', b'~', text.as_bytes()) {
        let bytes = text.as_bytes();
        let mark = bytes[at];
        // A run is counted once, where it begins.
        if at > 0 && bytes[at - 1] == mark {
            continue;
        }
        let length = bytes[at..].iter().take_while(|&&byte| byte == mark).count();
        if length < 3 {
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
