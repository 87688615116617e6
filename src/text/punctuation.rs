//! Punctuation: ends, brackets, quotes, separated lists.

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
        c.is_whitespace() || matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | '*' | '_' | '」' | '』' | '）' | '\\')
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
    // The brackets above ASCII begin with one of two bytes.
    if !text.bytes().any(|byte| matches!(byte, b'(' | b')' | b'[' | b']' | b'{' | b'}' | 0xe3 | 0xef)) {
        return Vec::new();
    }
    let mut open: Vec<(char, Span)> = Vec::new();
    let mut lonely = Vec::new();
    for (at, character) in text.char_indices() {
        let span = Span::new(at, at + character.len_utf8());
        if let Some((_, close)) = PAIRS.iter().find(|(opens, _)| *opens == character) {
            open.push((*close, span));
        } else if PAIRS.iter().any(|(_, close)| *close == character) {
            match open.iter().rposition(|(close, _)| *close == character || is_width_variant(*close, character)) {
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
    let mark = before.rsplit(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '(')).next().unwrap_or(before);
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
        let lead = piece.len() - piece.trim_start().len();
        found.push(Span::new(start + lead, start + lead + piece.trim().len()));
        start = (end + 1).min(text.len());
    }
    found
}
