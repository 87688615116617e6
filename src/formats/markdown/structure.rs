//! Links and anchors of a page of side-by-side spans, whether or not they stand in them. Such pages are large and their
//! Markdown is plain, so that this looks for a few marks alone; of other pages, [`outline`](super::outline) reads all.

use super::outline::{names, without_marks};
use super::side_by_side::Pair;
use crate::model::{DocumentParts, Heading, PageLink};
use crate::span::FileSpan;
use crate::text::markup;
use memchr::memmem;
use std::borrow::Cow;

/// Reads links and anchors of the translated page `text` into `parts`, stepping around the originals of `pairs`, around
/// fenced code and around comments.
pub(super) fn read<'t>(text: &'t str, pairs: &[Pair], parts: &mut DocumentParts<'t>) {
    let mut hidden: Vec<FileSpan> =
        pairs.iter().map(|pair| FileSpan { start: pair.target.end, end: pair.whole.end }).collect();
    hidden.extend(fences(text));
    hidden.extend(comments(text));
    hidden.sort_unstable();
    let is_hidden = |at: usize| {
        let next = hidden.partition_point(|span| span.end as usize <= at);
        hidden.get(next).is_some_and(|span| span.start as usize <= at)
    };
    let mut code = InlineCode::of(text);
    for at in memmem::find_iter(text.as_bytes(), "](").filter(|&at| !is_hidden(at)) {
        if code.holds(at) {
            continue;
        }
        if let Some((_, destination)) = markup::link_destination(text, at + 1)
            && !is_hidden(destination.range().end)
        {
            let span = FileSpan { start: destination.start, end: destination.end };
            parts.structure.links.push(PageLink { destination: destination.of(text), span });
        }
    }
    let mut found = Vec::new();
    for name in [" name=", " id="] {
        for at in memmem::find_iter(text.as_bytes(), name).filter(|&at| !is_hidden(at)) {
            let Some(rest) = text[at + name.len()..].strip_prefix(['"', '\'']) else { continue };
            if let Some(end) = rest.find(['"', '\'', '\n']).filter(|&end| end < 200) {
                found.push((at, &rest[..end]));
            }
        }
    }
    let lines = memmem::find_iter(text.as_bytes(), "\n#").map(|at| at + 1).chain(text.starts_with('#').then_some(0));
    headings(text, lines.filter(|&at| !is_hidden(at)), pairs, parts);
    parts.structure.names = names(text, &parts.structure.headings, found);
}

/// Which places of a text stand in code on their line: behind an odd number of backticks, with one to come. Asked from
/// front to back, so that a line is read once, however many places it has.
struct InlineCode<'t> {
    text: &'t str,
    /// How far the backticks of the line were counted.
    read: usize,
    /// Those before that.
    ticks: usize,
    line_end: usize,
    last_tick: Option<usize>,
}

impl<'t> InlineCode<'t> {
    fn of(text: &'t str) -> Self {
        Self { text, read: 0, ticks: 0, line_end: 0, last_tick: None }
    }

    fn holds(&mut self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        if at >= self.line_end {
            let start = memchr::memrchr(b'\n', &bytes[self.line_end..at])
                .map_or(self.line_end, |line| self.line_end + line + 1);
            self.line_end = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |line| at + line);
            self.last_tick = memchr::memrchr(b'`', &bytes[start..self.line_end]).map(|tick| start + tick);
            (self.read, self.ticks) = (start, 0);
        }
        // Most lines have none.
        let Some(last) = self.last_tick else { return false };
        self.ticks += memchr::memchr_iter(b'`', &bytes[self.read..at]).count();
        self.read = at;
        self.ticks % 2 == 1 && last > at
    }
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
}

/// The heading that the bytes `line` hold, with the pairs in it.
fn heading<'t>(text: &'t str, line: FileSpan, pairs: &[Pair], level: usize) -> Heading<'t> {
    let (whole, id) = without_marks(line.of(text));
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

/// Comments, from mark to mark.
fn comments(text: &str) -> Vec<FileSpan> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = memmem::find(&text.as_bytes()[at..], b"<!--").map(|offset| at + offset) {
        let Some(length) = memmem::find(&text.as_bytes()[start..], b"-->") else { break };
        at = start + length + 3;
        found.push(FileSpan::new(start, at));
    }
    found
}
