//! Side-by-side spans: a translated sentence, and right behind it the English one.
//!
//! ```text
//! <span data-ttu-id="ID">TARGET</span><span class="sxs-lookup"><span data-stu-id="ID">SOURCE</span></span>
//! ```
//!
//! A pair ends at the whole closing sequence with its own id, never by counting tags: pages hold literal `<span>`s in
//! their prose, and a reader that nests loses what follows them. Quotes of the attributes may be escaped (`&quot;`,
//! `\"`) where an earlier tool escaped them.

use crate::model::{Content, DocumentParts, Piece, Problem, ProblemKind, Segment, SegmentKind};
use crate::span::FileSpan;
use memchr::memmem;
use std::borrow::Cow;
use std::sync::LazyLock;

/// A pair of spans as it stands in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// From the first `<` to the last `>`.
    pub whole: FileSpan,
    /// The id.
    pub id: FileSpan,
    /// The translation.
    pub target: FileSpan,
    /// The original.
    pub source: FileSpan,
    /// Whether quotes of the attributes were escaped.
    pub escaped: bool,
}

const OPEN: &str = "<span data-ttu-id=";
const MIDDLE: &str = "</span><span class=";
const LOOKUP: &str = "sxs-lookup";
const SOURCE: &str = "><span data-stu-id=";
const CLOSE: &str = "</span></span>";
const ORPHAN: &str = "<span class=\"sxs-lookup\">";

static FIND_OPEN: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new(OPEN));
static FIND_MIDDLE: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new(MIDDLE));
static FIND_ORPHAN: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new(ORPHAN));
static FIND_CLOSE: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new(CLOSE));

/// The pairs of `text`, in order. What cannot be read goes to `problems`, and reading goes on behind it.
pub fn pairs(text: &str, problems: &mut Vec<Problem>) -> Vec<Pair> {
    let bytes = text.as_bytes();
    let mut found: Vec<Pair> = Vec::new();
    let mut ahead = Ahead::default();
    let mut at = 0;
    while let Some(offset) = FIND_OPEN.find(&bytes[at..]) {
        let start = at + offset;
        orphans(text, at, start, problems);
        match pair(text, start, &mut ahead) {
            Ok(pair) => {
                at = pair.whole.range().end;
                found.push(pair);
            }
            Err(problem) => {
                at = problem.span.range().end;
                problems.push(problem);
            }
        }
    }
    orphans(text, at, text.len(), problems);
    found
}

/// Original halves between `from` and `to`, where no translation stands before them.
fn orphans(text: &str, from: usize, to: usize, problems: &mut Vec<Problem>) {
    if to - from < ORPHAN.len() {
        return;
    }
    for offset in FIND_ORPHAN.find_iter(&text.as_bytes()[from..to]) {
        let start = from + offset;
        problems.push(problem("an original without its translation", start, start + ORPHAN.len()));
    }
}

fn problem(message: impl Into<Cow<'static, str>>, start: usize, end: usize) -> Problem {
    Problem { kind: ProblemKind::Span, message: message.into(), span: FileSpan::new(start, end) }
}

/// The parts of pairs that were found last, so that thousands of spans that lack them do not each look through the page.
#[derive(Default)]
struct Ahead {
    /// From where on a middle part was sought, and what was found.
    middle: Option<(usize, Option<Middle>)>,
    /// From where on an end was sought, and where it stands.
    close: Option<(usize, Option<usize>)>,
}

/// The middle part of a pair.
#[derive(Clone, Copy)]
struct Middle {
    /// Where it begins.
    at: usize,
    /// The id of the original.
    id: FileSpan,
    /// Where the original begins.
    end: usize,
    /// Whether its quotes are escaped.
    escaped: bool,
}

impl Ahead {
    /// The first middle part from byte `from` on.
    fn middle(&mut self, text: &str, from: usize) -> Option<Middle> {
        if let Some((sought, found)) = self.middle
            && sought <= from
            && found.is_none_or(|middle| middle.at >= from)
        {
            return found;
        }
        let found = FIND_MIDDLE.find_iter(&text.as_bytes()[from..]).find_map(|offset| {
            let (at, mut escaped) = (from + offset, false);
            let (id, end) = lookup(text, at + MIDDLE.len(), &mut escaped)?;
            Some(Middle { at, id, end, escaped })
        });
        self.middle = Some((from, found));
        found
    }

    /// The first end of a pair from byte `from` on.
    fn close(&mut self, text: &str, from: usize) -> Option<usize> {
        if let Some((sought, found)) = self.close
            && sought <= from
            && found.is_none_or(|close| close >= from)
        {
            return found;
        }
        let found = FIND_CLOSE.find(&text.as_bytes()[from..]).map(|offset| from + offset);
        self.close = Some((from, found));
        found
    }
}

/// Reads the pair that begins at byte `start`.
fn pair(text: &str, start: usize, ahead: &mut Ahead) -> Result<Pair, Problem> {
    let bytes = text.as_bytes();
    let mut escaped = false;
    let opening = start + OPEN.len();
    let Some((id, target_start)) = identifier(text, opening, &mut escaped) else {
        return Err(problem("a side-by-side span without an id", start, opening));
    };
    let unclosed = |what: &str, end| problem(format!("the span `{}` {what}", id.of(text)), start, end);
    // The translation ends at the first middle part that carries the same id.
    let Some(middle) = ahead.middle(text, target_start) else {
        return Err(unclosed("has no original", target_start));
    };
    let (target_end, source_start) = (middle.at, middle.end);
    escaped |= middle.escaped;
    if middle.id.of(text) != id.of(text) {
        return Err(match FIND_OPEN.find(&bytes[target_start..target_end]) {
            Some(next) => unclosed("never ends", target_start + next),
            None => unclosed("has an original of another id", source_start),
        });
    }
    let Some(mut source_end) = ahead.close(text, source_start) else {
        return Err(unclosed("has an original that never ends", source_start));
    };
    if FIND_OPEN.find(&bytes[source_start..source_end]).is_some() {
        return Err(unclosed("has an original that never ends", source_start));
    }
    // An original that ends in a span of its own: the closing sequence is one tag further on.
    if text[source_end + CLOSE.len()..].starts_with("</span>") && opens_more(&text[source_start..source_end]) {
        source_end += "</span>".len();
    }
    Ok(Pair {
        whole: FileSpan::new(start, source_end + CLOSE.len()),
        id,
        target: FileSpan::new(target_start, target_end),
        source: FileSpan::new(source_start, source_end),
        escaped,
    })
}

fn opens_more(text: &str) -> bool {
    text.matches("<span").count() > text.matches("</span>").count()
}

/// Reads `sxs-lookup"><span data-stu-id="ID">` in whatever quotes; the id and the byte behind.
fn lookup(text: &str, at: usize, escaped: &mut bool) -> Option<(FileSpan, usize)> {
    let at = quote(text, at, escaped)?;
    let at = text[at..].starts_with(LOOKUP).then_some(at + LOOKUP.len())?;
    let at = quote(text, at, escaped)?;
    let at = text[at..].starts_with(SOURCE).then_some(at + SOURCE.len())?;
    identifier(text, at, escaped)
}

/// Reads `"ID">`; the id and the byte behind.
fn identifier(text: &str, at: usize, escaped: &mut bool) -> Option<(FileSpan, usize)> {
    let start = quote(text, at, escaped)?;
    let length =
        text[start..].bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.')).count();
    let end = quote(text, start + length, escaped)?;
    (length > 0 && text.as_bytes().get(end) == Some(&b'>')).then_some((FileSpan::new(start, start + length), end + 1))
}

fn quote(text: &str, at: usize, escaped: &mut bool) -> Option<usize> {
    let rest = text.as_bytes().get(at..)?;
    if rest.first() == Some(&b'"') {
        return Some(at + 1);
    }
    let length = ["&quot;", "\\\""].into_iter().find(|form| rest.starts_with(form.as_bytes())).map(str::len)?;
    *escaped = true;
    Some(at + length)
}

/// The page that `text` was translated from: the original halves in place of the pairs; and where its pieces stand in
/// `text`. What stands outside of all pairs (front matter, code) is that of the translation.
pub fn original(text: &str) -> (String, Vec<Piece>) {
    let mut page = String::with_capacity(text.len() / 2);
    let mut pieces = vec![Piece { decoded: 0, file: 0 }];
    let mut from = 0;
    for pair in pairs(text, &mut Vec::new()) {
        page.push_str(&text[from..pair.whole.range().start]);
        pieces.push(Piece { decoded: page.len() as u32, file: pair.source.start });
        page.push_str(pair.source.of(text));
        pieces.push(Piece { decoded: page.len() as u32, file: pair.whole.end });
        from = pair.whole.range().end;
    }
    page.push_str(&text[from..]);
    (page, pieces)
}

/// Reads the pairs of `text` into the segments of `parts`; returns them for whoever must step around them.
pub(super) fn read<'t>(text: &'t str, parts: &mut DocumentParts<'t>) -> Vec<Pair> {
    let found = pairs(text, &mut parts.problems);
    if let Some(first) = found.iter().find(|pair| pair.escaped) {
        let message = "from here on, quotes of side-by-side spans are escaped, so that a reader sees the markup";
        parts.problems.push(problem(message, first.whole.range().start, first.target.range().start));
    }
    parts.segments.reserve(found.len());
    let mut before: Option<(Pair, SegmentKind)> = None;
    for pair in &found {
        let kind = kind(text, *pair, before);
        if kind != SegmentKind::LinkText {
            before = Some((*pair, kind));
        }
        let content = |span: FileSpan| Content::verbatim(span.of(text), span.range().start);
        parts.segments.push(Segment {
            key: pair.id.of(text).into(),
            kind,
            source: content(pair.source),
            target: content(pair.target),
            score: 1.0,
        });
    }
    found
}

/// What a pair is, by what stands before it on its line.
fn kind(text: &str, pair: Pair, before: Option<(Pair, SegmentKind)>) -> SegmentKind {
    let start = pair.whole.range().start;
    if text[..start].ends_with('[') && text[pair.whole.range().end..].starts_with("](") {
        return SegmentKind::LinkText;
    }
    let line = memchr::memrchr(b'\n', &text.as_bytes()[..start]).map_or(0, |at| at + 1);
    match before {
        // A later sentence of the same block, or a later cell of the same row.
        Some((earlier, kind)) if earlier.whole.range().end > line => kind,
        _ => block_kind(&text[line..start]),
    }
}

fn block_kind(prefix: &str) -> SegmentKind {
    let prefix = prefix.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
    let digits = prefix.bytes().take_while(u8::is_ascii_digit).count();
    match prefix.as_bytes() {
        [b'#', ..] => SegmentKind::Heading,
        [b'|', ..] => SegmentKind::TableCell,
        [b'-' | b'*' | b'+', b' ' | b'\t', ..] => SegmentKind::ListItem,
        bytes if digits > 0 && matches!(bytes.get(digits), Some(b'.' | b')')) => SegmentKind::ListItem,
        bytes if bytes.contains(&b'|') => SegmentKind::TableCell,
        _ => SegmentKind::Paragraph,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use SegmentKind::{Heading, LinkText, ListItem, Paragraph, TableCell};

    fn wrap(id: &str, target: &str, source: &str) -> String {
        format!(
            "<span data-ttu-id=\"{id}\">{target}</span><span class=\"sxs-lookup\"><span data-stu-id=\"{id}\">{source}</span></span>"
        )
    }

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)], expected_problems: usize) {
        let mut problems = Vec::new();
        let found: Vec<_> = pairs(text, &mut problems).iter().map(|p| (p.target.of(text), p.source.of(text))).collect();
        assert_eq!(found, expected);
        assert_eq!(problems.len(), expected_problems, "{problems:?}");
    }

    #[test]
    fn spans_in_prose_do_not_end_a_pair() {
        check(&wrap("ab-1", "a </span> b", "c <span> d"), &[("a </span> b", "c <span> d")], 0);
        check(&wrap("ab-1", "a </span><span class=\"ui\">b", "c"), &[("a </span><span class=\"ui\">b", "c")], 0);
    }

    #[test]
    fn an_original_may_end_in_a_span_of_its_own() {
        check(&wrap("ab-1", "a", "see <span>b</span>"), &[("a", "see <span>b</span>")], 0);
        // A stray closing tag behind the pair belongs to the page.
        check(&format!("{}</span>", wrap("ab-1", "a", "b")), &[("a", "b")], 0);
    }

    #[test]
    fn escaped_quotes_are_read() {
        let text = "<span data-ttu-id=\"24-1&quot;>a</span><span class=&quot;sxs-lookup&quot;><span data-stu-id=&quot;24-1&quot;>b</span></span>";
        check(text, &[("a", "b")], 0);
        check(&wrap("9-1", "a", "b").replace('"', "\\\""), &[("a", "b")], 0);
    }

    #[test]
    fn halves_without_their_other_half_are_problems_and_the_rest_is_read() {
        let good = wrap("ab-2", "c", "d");
        check(&format!("<span data-ttu-id=\"ab-1\">lost\n{good}"), &[("c", "d")], 1);
        check(
            &format!("<span class=\"sxs-lookup\"><span data-stu-id=\"ab-1\">x</span></span> {good}"),
            &[("c", "d")],
            1,
        );
        check(&good.replace("stu-id=\"ab-2\"", "stu-id=\"ab-3\""), &[], 1);
        check(
            &format!("{good}<span class=\"sxs-lookup\"><span data-stu-id=\"ab-2\">d</span></span>"),
            &[("c", "d")],
            1,
        );
        check("<span data-ttu-id=>x</span>", &[], 1);
        check(&format!("{}\n{good}", &wrap("ab-1", "a", "b").replace("</span></span>", "")), &[("c", "d")], 1);
        check(&good[..good.len() - 3], &[], 1);
    }

    #[test]
    fn several_lines_and_no_text() {
        check(&wrap("ab-1", "a\nb", ""), &[("a\nb", "")], 0);
    }

    #[test]
    fn kinds_come_from_the_line() {
        let link = format!("- [{}](a.md)\n", wrap("x-1", "a", "b"));
        let row = format!("| {} | {} |\n", wrap("x-2", "a", "b"), wrap("x-3", "a", "b"));
        let text = format!(
            "## <a name=\"q\"></a>{}\n{link}{row}> [!NOTE]\n> {}\n1. {} {}\n",
            wrap("x-4", "a", "b"),
            wrap("x-5", "a", "b"),
            wrap("x-6", "a", "b"),
            wrap("x-7", "c", "d")
        );
        let mut parts = DocumentParts::default();
        read(&text, &mut parts);
        let kinds: Vec<_> = parts.segments.iter().map(|segment| segment.kind).collect();
        assert_eq!(kinds, [Heading, LinkText, TableCell, TableCell, Paragraph, ListItem, ListItem]);
    }
}
