//! Commands to the generator of a site: containers and shortcodes, whose names it looks up.

use crate::span::Span;

/// The names in `text` of containers, that of a line `:::note` (Docusaurus, docfx and markdown-it), and of shortcodes,
/// that of `{{< note >}}` and `{{% note %}}` (Hugo), with the slash of one that closes: all that opens and closes one.
///
/// ```
/// # use bilint::text::shortcodes::shortcodes;
/// let text = ":::tip Good to know\n{{< tab name=\"a\" >}}Here{{< /tab >}} {{</* shown */>}}\n:::";
/// let found: Vec<_> = shortcodes(text).into_iter().map(|name| name.of(text)).collect();
/// assert_eq!(found, ["tip", "tab", "/tab"]);
/// ```
pub fn shortcodes(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for at in memchr::memchr2_iter(b':', b'{', text.as_bytes()) {
        let rest = &text[at..];
        let mark = ["{{<", "{{%", ":::"].into_iter().find(|mark| rest.starts_with(mark));
        let Some(mark) = mark else { continue };
        let line = text[..at].rsplit('\n').next().unwrap_or_default();
        if mark == ":::" && !line.trim_start_matches(['>', ' ', '\t']).is_empty() {
            continue;
        }
        let body = rest[mark.len()..].trim_start_matches([' ', '\t']);
        let name = name_length(body);
        if name > 0 {
            let start = text.len() - body.len();
            found.push(Span::new(start, start + name));
        }
    }
    found
}

/// Bytes of the name that `body` begins with, which may close what it names.
fn name_length(body: &str) -> usize {
    let slash = usize::from(body.starts_with('/'));
    let ends = |c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_' | '.' | '/');
    let length = body.find(ends).unwrap_or(body.len());
    if body[slash..].starts_with(char::is_alphabetic) { length } else { 0 }
}
