//! Attributes: those of a tag, and those that Markdown puts behind a heading or below a paragraph.

use crate::span::Span;

/// The attributes of `tag`, which begins with `<`, that have a value, and where in `tag` the value stands: in quotes or
/// without them, on one line or several.
///
/// ```
/// use bilint::text::attributes::attributes;
/// let tag = "<a\n  name='x y' id=z disabled href = \"b.md\">";
/// let found: Vec<_> = attributes(tag).map(|(name, value)| (name, value.of(tag))).collect();
/// assert_eq!(found, [("name", "x y"), ("id", "z"), ("href", "b.md")]);
/// ```
pub fn attributes(tag: &str) -> impl Iterator<Item = (&str, Span)> {
    let bytes = tag.as_bytes();
    let until = |from: usize, ends: fn(u8) -> bool| {
        bytes[from..].iter().position(|&byte| ends(byte)).map_or(bytes.len(), |offset| from + offset)
    };
    let blanks = move |from: usize| until(from, |byte| !byte.is_ascii_whitespace());
    let mut at = until(0, |byte| byte.is_ascii_whitespace() || byte == b'>');
    std::iter::from_fn(move || {
        loop {
            at = until(at, |byte| !(byte.is_ascii_whitespace() || matches!(byte, b'/' | b'=')));
            if bytes.get(at).is_none_or(|&byte| byte == b'>') {
                return None;
            }
            let end = until(at, |byte| byte.is_ascii_whitespace() || matches!(byte, b'=' | b'>' | b'/'));
            let name = &tag[at..end];
            at = blanks(end);
            if bytes.get(at) != Some(&b'=') {
                continue;
            }
            at = blanks(at + 1);
            let (start, end) = match bytes.get(at) {
                Some(&quote @ (b'"' | b'\'')) => (at + 1, at + 1 + memchr::memchr(quote, &bytes[at + 1..])?),
                _ => (at, until(at, |byte| byte.is_ascii_whitespace() || byte == b'>')),
            };
            at = (end + usize::from(start > at)).min(bytes.len());
            return Some((name, Span::new(start, end)));
        }
    })
}

/// Bytes that a list of attributes may take: what goes on longer is a brace that was never closed.
const LONGEST: usize = 200;

/// The list of attributes that `text` begins with, without its braces, on one line: `{#id .class}`, `{: #id }`
/// (Python-Markdown, kramdown), `{/* #id */}` (MDX). What else stands in braces, such as `{id}`, is text.
///
/// ```
/// use bilint::text::attributes::attribute_list;
/// assert_eq!(attribute_list("{ .new #setup } x"), Some(" .new #setup "));
/// assert_eq!(attribute_list("{id}"), None);
/// assert_eq!(attribute_list("{#each items}"), None);
/// ```
pub fn attribute_list(text: &str) -> Option<&str> {
    let body = text.strip_prefix('{')?;
    let near = &body.as_bytes()[..body.len().min(LONGEST)];
    let end = near.iter().position(|byte| matches!(byte, b'}' | b'{' | b'\n')).filter(|&end| near[end] == b'}')?;
    let says = |word: &str| word.len() > 1 && (word.starts_with(['#', '.']) || word.contains('='));
    let mut words = words(&body[..end]).peekable();
    (words.peek().is_some() && words.all(says)).then_some(&body[..end])
}

/// The id that the list of attributes `list` gives.
///
/// ```
/// use bilint::text::attributes::listed_id;
/// assert_eq!(["#a .b", ": .b #a ", "/* #a */"].map(listed_id), [Some("a"); 3]);
/// assert_eq!(listed_id(".b"), None);
/// ```
pub fn listed_id(list: &str) -> Option<&str> {
    words(list).filter_map(|word| word.strip_prefix('#')).last()
}

/// What is said between blanks; the marks of a comment and the colon of kramdown say nothing.
fn words(list: &str) -> impl Iterator<Item = &str> {
    let words = list.split_ascii_whitespace().map(|word| word.strip_prefix(':').unwrap_or(word));
    words.filter(|word| !matches!(*word, "" | "/*" | "*/"))
}
