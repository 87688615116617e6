//! Placeholders: what a program will replace, so that it must stand in the translation as it stands in the source.

use crate::span::Span;

/// The placeholders of `text` in order: `{name}`, `{{ name }}`, `${name}`, `%s`, `%1$d`, `%(name)s`, `%@`, `%NAME%`,
/// `@NAME@`. A percent sign behind a number (`5 %d`) is none.
///
/// ```
/// # use bilint::text::placeholders::placeholders;
/// let text = "Hi {user}, %1$s of ${total} is 50% done";
/// let found: Vec<_> = placeholders(text).into_iter().map(|hole| hole.of(text)).collect();
/// assert_eq!(found, ["{user}", "%1$s", "${total}"]);
/// ```
pub fn placeholders(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = bytes[at..].iter().position(|b| matches!(b, b'{' | b'%' | b'$' | b'@')) {
        at += offset;
        let length = match bytes[at] {
            b'{' => braces(&text[at..]),
            b'$' => braces(&text[at + 1..]).map(|length| length + 1),
            b'%' => percent(text, at),
            _ => delimited(&text[at..], '@'),
        };
        match length {
            Some(length) => {
                found.push(Span::new(at, at + length));
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// `{name}` or `{{name}}`: one line, no spaces but at the edges, no braces within.
fn braces(rest: &str) -> Option<usize> {
    let depth = rest.bytes().take_while(|&b| b == b'{').count();
    if !(1..=2).contains(&depth) {
        return None;
    }
    let close = rest.find('}')?;
    let name = rest[depth..close].trim();
    let named = !name.is_empty() && name.len() <= 60 && !name.contains(['{', '\n', '"', ':', ';', '=']);
    let end = close + depth;
    (named && rest.as_bytes().get(close..end).is_some_and(|closing| closing.iter().all(|&b| b == b'}'))).then_some(end)
}

/// printf conversions and `%NAME%`.
fn percent(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let before = text[..at].chars().next_back();
    if before.is_some_and(|c| c.is_ascii_digit() || c == ')' || c == '%') {
        return None;
    }
    if let Some(length) = delimited(rest, '%') {
        return Some(length);
    }
    let bytes = rest.as_bytes();
    let mut end = 1;
    if bytes.get(1) == Some(&b'(') {
        end = rest.find(')')? + 1;
    } else {
        let digits = bytes[1..].iter().take_while(|b| b.is_ascii_digit()).count();
        if digits > 0 && bytes.get(1 + digits) == Some(&b'$') {
            end += digits + 1;
        }
    }
    end += bytes[end..].iter().take_while(|b| matches!(b, b'0'..=b'9' | b'.' | b'-' | b'+' | b'#')).count();
    end += bytes[end..].iter().take_while(|b| matches!(b, b'l' | b'h' | b'z')).count();
    let conversion = *bytes.get(end)?;
    let follows = rest[end + 1..].chars().next();
    let ends = !follows.is_some_and(|c| c.is_alphanumeric());
    (matches!(conversion, b's' | b'd' | b'i' | b'u' | b'f' | b'x' | b'c' | b'@') && ends).then_some(end + 1)
}

/// `%NAME%`, `@NAME@`: capitals, digits and underscores between two marks.
fn delimited(rest: &str, mark: char) -> Option<usize> {
    let name = rest[1..].find(mark)?;
    let body = &rest[1..=name];
    let named = body.len() > 1
        && body.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
        && body.as_bytes()[0].is_ascii_uppercase();
    named.then_some(name + 2)
}
