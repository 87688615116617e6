//! Punctuation: ends, brackets, quotes, separated lists.

use super::byte_set::ByteSet;
use super::markup::Markup;
use crate::span::Span;

/// What a text ends with, whatever the script writes for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// A full stop: `.`, `。`, `।`, `۔`.
    Stop,
    /// A question mark: `?`, `？`, `؟`, and the Greek `;`.
    Question,
    /// An exclamation mark: `!`, `！`.
    Exclamation,
    /// A colon: `:`, `：`.
    Colon,
    /// A semicolon: `;`, `；`, `؛`.
    Semicolon,
    /// Three dots or an ellipsis.
    Ellipsis,
    /// A comma: `,`, `，`, `、`, `،`.
    Comma,
}

/// The punctuation that ends `text` and its place, looking through closing quotes, brackets, emphasis markers and
/// white space. `None` when a letter or digit ends it.
pub fn end(text: &str) -> Option<(End, Span)> {
    let wraps = |c: char| {
        c.is_whitespace()
            || matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | '*' | '_' | '」' | '』' | '）' | '\\')
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}')
    };
    let body = text.trim_end_matches(wraps);
    let last = body.chars().next_back()?;
    let kind = match last {
        '…' => End::Ellipsis,
        '.' if body.ends_with("...") => return Some((End::Ellipsis, Span::new(body.len() - 3, body.len()))),
        '.' | '。' | '।' | '۔' | '．' => End::Stop,
        '?' | '？' | '؟' => End::Question,
        '!' | '！' => End::Exclamation,
        ':' | '：' => End::Colon,
        ';' | '；' | '؛' => End::Semicolon,
        ',' | '，' | '、' | '،' => End::Comma,
        _ => return None,
    };
    Some((kind, Span::new(body.len() - last.len_utf8(), body.len())))
}

/// The [`end`] of `text`, where a link ends it that of the link's words: `[here.](a.md)` ends in a full stop.
pub fn end_through(text: &str, markup: &Markup) -> Option<(End, Span)> {
    end(text).or_else(|| {
        let length = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_')).len();
        let link = markup.links.iter().find(|link| link.span.range().end == length)?;
        let (kind, span) = end(link.text.of(text))?;
        Some((kind, span.shifted(link.text.range().start)))
    })
}

/// Punctuation that belongs to the sentence around a link or a label, not to its words.
pub fn is_sentence_mark(character: char) -> bool {
    matches!(
        character,
        '.' | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '。'
            | '、'
            | '，'
            | '；'
            | '：'
            | '！'
            | '？'
            | '…'
            | '،'
            | '؛'
            | '؟'
            | '।'
    )
}

/// Two marks in a row where one belongs: `..`, `,,`, `。。`, `!!`, `,.`. Three dots, `?!`, paths (`../`) and ranges
/// (`1..5`) are none; neither is a full stop before another mark, which may end an abbreviation (`etc.,`).
///
/// ```
/// # use bilint::text::punctuation::doubled_marks;
/// let text = "Wait... no.. 1..5, etc., a,, b";
/// assert_eq!(doubled_marks(text).into_iter().map(|span| span.of(text)).collect::<Vec<_>>(), ["..", ",,"]);
/// ```
pub fn doubled_marks(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = MARKS.next(text.as_bytes(), from) {
        let rest = &text[start..];
        let behind = rest.trim_start_matches(is_sentence_mark);
        let run = &rest[..rest.len() - behind.len()];
        let outside = || text[..start].chars().next_back().unwrap_or(' ');
        let goes_on = || behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '\\' | '='));
        if is_doubled(run) && !goes_on() && (outside().is_alphanumeric() || is_closing(outside())) {
            found.push(Span::new(start, start + run.len()));
        }
        from = start + run.len().max(1);
    }
    found
}

/// Bytes that sentence marks begin with.
const MARKS: ByteSet = ByteSet::of(b".,;:!?").with(0xd8, 0xef);

/// Whether `run` is two marks of which one is too much.
fn is_doubled(run: &str) -> bool {
    let mut marks = run.chars();
    match (marks.next(), marks.next(), marks.next()) {
        (Some(one), Some(other), None) => {
            one == other && !matches!(one, ':' | '：' | '…')
                || matches!(
                    (one, other),
                    (',', '.' | ';' | ':') | (';', '.' | ',') | ('。', '.' | '，') | ('，', '。' | '.')
                )
        }
        _ => false,
    }
}

fn is_closing(character: char) -> bool {
    matches!(character, ')' | ']' | '*' | '`' | '"' | '”' | '»' | '’' | '」' | '』' | '）')
}

/// Brackets that have no partner, in order. Pairs: `()`, `[]`, `{}`, `（）`, `【】`, `「」`, `『』`, `《》`. A closing
/// parenthesis of a list marker (`a)`, `1)`) and a smiley are no brackets.
///
/// ```
/// # use bilint::text::punctuation::unpaired_brackets;
/// assert_eq!(unpaired_brackets("a (b [c) d").len(), 1);
/// assert!(unpaired_brackets("1) see (a)").is_empty());
/// ```
pub fn unpaired_brackets(text: &str) -> Vec<Span> {
    const PAIRS: [(char, char); 8] =
        [('(', ')'), ('[', ']'), ('{', '}'), ('（', '）'), ('【', '】'), ('「', '」'), ('『', '』'), ('《', '》')];
    /// So many open ones back a partner is looked for: no text holds as many between a pair, but a hostile one.
    const MOST_OPEN: usize = 256;
    // The brackets above ASCII begin with one of two bytes.
    static FIRST: ByteSet = ByteSet::of(b"()[]{}\xe3\xef");
    let mut open: Vec<(char, Span)> = Vec::new();
    let mut lonely = Vec::new();
    for at in FIRST.places(text.as_bytes()) {
        let Some(character) = text[at..].chars().next() else { break };
        let span = Span::new(at, at + character.len_utf8());
        if let Some((_, close)) = PAIRS.iter().find(|(opens, _)| *opens == character) {
            open.push((*close, span));
        } else if PAIRS.iter().any(|(_, close)| *close == character) {
            let near = &open[open.len().saturating_sub(MOST_OPEN)..];
            let partner =
                near.iter().rposition(|(close, _)| *close == character || is_width_variant(*close, character));
            match partner.map(|at| open.len() - near.len() + at) {
                Some(partner) => lonely.extend(open.drain(partner..).skip(1).map(|(_, span)| span)),
                None if is_list_marker(&text[..at]) => {}
                None => lonely.push(span),
            }
        }
    }
    lonely.extend(open.into_iter().map(|(_, span)| span));
    lonely.sort_unstable();
    lonely
}

fn is_width_variant(one: char, other: char) -> bool {
    matches!((one, other), (')', '）') | ('）', ')'))
}

/// `a)`, `1)`, `iv)` where a word could begin.
fn is_list_marker(before: &str) -> bool {
    let parts = |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '(');
    // One more than a marker may have tells that it is none; what stands before that is not looked at.
    let letters = before.char_indices().rev().take_while(|&(_, c)| !parts(c)).take(4);
    let mark = &before[letters.last().map_or(before.len(), |(at, _)| at)..];
    let short = mark.chars().count() <= 3;
    short
        && !mark.is_empty()
        && (mark.chars().all(|c| c.is_ascii_digit())
            || mark.chars().all(char::is_alphanumeric) && mark.len() <= 2
            || mark.chars().all(|c| "ivx".contains(c)))
}

/// The items of a list whose items are parted by `|` (`Global admin | Admin agent`), trimmed, empty ones too; empty
/// when `text` holds no `|`. Escaped bars (`\|`) part as well: that is how a table writes them.
pub fn separated_items(text: &str) -> Vec<Span> {
    if !text.contains('|') {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut start = 0;
    for end in memchr::memchr_iter(b'|', text.as_bytes()).chain([text.len()]) {
        let piece = text[start..end].trim_end_matches('\\');
        // An empty one stands right behind its bar: blanks at the end of a text may be cut off.
        let lead = if piece.trim().is_empty() { 0 } else { piece.len() - piece.trim_start().len() };
        found.push(Span::new(start + lead, start + lead + piece.trim().len()));
        start = (end + 1).min(text.len());
    }
    found
}
