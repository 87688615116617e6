//! Commands to the generator of a site: containers and shortcodes, whose names it looks up.

use crate::span::Span;

/// The names in `text` of containers, that of a line `:::note` (Docusaurus, docfx and markdown-it), and of shortcodes,
/// that of `{{< note >}}` and `{{% note %}}` (Hugo), with the slash of one that closes: all that opens and closes one.
///
/// ```
/// # use bilint::text::shortcodes::shortcodes;
/// let text = "::::tip Good to know\n{{< tab name=\"a\" >}}Here{{< /tab >}} {{</* shown */>}}\n:::note\n:::\n::::";
/// let found: Vec<_> = shortcodes(text).into_iter().map(|name| name.of(text)).collect();
/// assert_eq!(found, ["tip", "tab", "/tab", "note"]);
/// ```
pub fn shortcodes(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut begins_line = true;
    let mut at = 0;
    while let Some(length) = text[at..].find(['{', ':', '\n']) {
        let rest = &text[at + length..];
        begins_line &= text[at..at + length].trim_start_matches(['>', ' ', '\t']).is_empty();
        let mark = ["{{<", "{{%", ":::"].into_iter().find(|mark| rest.starts_with(mark));
        // A container that holds others begins with more colons.
        at += length + mark.map_or(1, |mark| if mark == ":::" { colons(rest) } else { mark.len() });
        let body = text[at..].trim_start_matches([' ', '\t']);
        let name = if mark.is_some_and(|mark| mark != ":::" || begins_line) { name_length(body) } else { 0 };
        if name > 0 {
            let start = text.len() - body.len();
            found.push(Span::new(start, start + name));
        }
        begins_line = rest.starts_with('\n');
    }
    found
}

/// How many colons `text` begins with.
fn colons(text: &str) -> usize {
    text.len() - text.trim_start_matches(':').len()
}

/// Bytes of the name that `body` begins with, which may close what it names.
fn name_length(body: &str) -> usize {
    let slash = usize::from(body.starts_with('/'));
    let ends = |c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_' | '.' | '/');
    let length = body.find(ends).unwrap_or(body.len());
    if body[slash..].starts_with(char::is_alphabetic) { length } else { 0 }
}
