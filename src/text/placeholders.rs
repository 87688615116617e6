//! Placeholders: what a program will replace, so that it must stand in the translation as it stands in the source.

use super::byte_set::ByteSet;
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
    static FIRST: ByteSet = ByteSet::of(b"{%$@");
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = FIRST.next(bytes, from) {
        let length = match bytes[at] {
            b'{' => braces(&text[at..]),
            b'$' => braces(&text[at + 1..]).map(|length| length + 1),
            b'%' => percent(text, at),
            _ => delimited(&text[at..], '@'),
        };
        found.extend(length.map(|length| Span::new(at, at + length)));
        // Of two braces that do not close, the second opens nothing.
        let passed = || text[at..].bytes().take_while(|&b| b == b'{').count().max(1);
        from = at + length.unwrap_or_else(passed);
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
    // In `50 %` and `5 %d` the sign belongs to the number.
    let number = text[..at].trim_end_matches([' ', '\u{a0}', '\u{202f}']).ends_with(|c: char| c.is_ascii_digit());
    if number || text[..at].ends_with([')', '%']) {
        return None;
    }
    if let Some(length) = delimited(rest, '%') {
        return Some(length);
    }
    let bytes = rest.as_bytes();
    let mut end = 1;
    let digits = bytes[1..].iter().take_while(|b| b.is_ascii_digit()).count();
    let numbered = digits > 0 && bytes.get(1 + digits) == Some(&b'$');
    if numbered {
        end += digits + 1;
    } else if bytes.get(1) == Some(&b'(') {
        end = rest.find(')')? + 1;
    }
    end += bytes[end..].iter().take_while(|b| matches!(b, b'0'..=b'9' | b'.' | b'-' | b'+' | b'#')).count();
    end += bytes[end..].iter().take_while(|b| matches!(b, b'l' | b'h' | b'z')).count();
    let conversion = bytes.get(end)?;
    if numbered {
        // Nothing else looks like it, whatever follows: in Japanese the next word does.
        return conversion.is_ascii_alphabetic().then_some(end + 1);
    }
    if !matches!(conversion, b's' | b'd' | b'i' | b'u' | b'f' | b'x' | b'c' | b'@') {
        return None;
    }
    (!rest[end + 1..].starts_with(char::is_alphanumeric)).then_some(end + 1)
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

/// The name within a placeholder, without its marks and the spaces at their edges: `{{ name }}` and `{name}` have the
/// same.
///
/// ```
/// # use bilint::text::placeholders::name;
/// assert_eq!(name("{{ user.name }}"), name("{user.name}"));
/// assert_eq!(name("%1$s"), "1$s");
/// ```
pub fn name(placeholder: &str) -> &str {
    placeholder.trim_matches(['{', '}', '%', '$', '@', ' ', '\u{a0}'])
}

/// Whether a person is meant to replace the placeholder by what it describes (`{your company name}`), so that a
/// translation describes it in its own words.
pub fn is_description(placeholder: &str) -> bool {
    name(placeholder).contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        placeholders(text).into_iter().map(|hole| hole.of(text)).collect()
    }

    #[test]
    fn braces_in_any_script() {
        assert_eq!(found("您好，{客户姓名}，{{ name }}、{0}"), ["{客户姓名}", "{{ name }}", "{0}"]);
        assert_eq!(found("{ \"a\": 1 } {} {a: b} {{x}"), [""; 0]);
    }

    #[test]
    fn percent_signs_of_numbers_are_none() {
        assert_eq!(found("50 % dei file, 50 %d'erreurs, 5% de"), [""; 0]);
        assert_eq!(found("%s of %(count)d, %1$s: %PATH% %@"), ["%s", "%(count)d", "%1$s", "%PATH%", "%@"]);
        assert_eq!(found("%2$.1fは%1$04Xの"), ["%2$.1f", "%1$04X"]);
    }
}
