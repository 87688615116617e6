//! What a text itself marks as not to be translated.
//!
//! docfx writes `:::no-loc text="Cargo":::`, where the words in quotes are what a reader sees, and used to write
//! `:::no-loc(Cargo):::`; HTML writes `translate="no"` and, since translation services read it, `class="notranslate"`.
//! [`Markup`](super::markup::Markup) finds both.

use super::markup::{Tag, TagKind, is_void_element};
use crate::span::Span;

/// A part of a text that is marked as not to be translated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unlocalized {
    /// With the marks around it.
    pub span: Span,
    /// What a reader sees.
    pub inner: Span,
}

/// The mark of docfx that begins at byte `at`.
///
/// ```
/// # use bilint::text::unlocalized::directive;
/// let text = "Open :::no-loc text=\"Cargo\":::.";
/// assert_eq!(directive(text, 5).unwrap().inner.of(text), "Cargo");
/// assert!(directive(text, 0).is_none());
/// ```
pub fn directive(text: &str, at: usize) -> Option<Unlocalized> {
    const OPEN: &str = ":::no-loc";
    let body = text.get(at..)?.strip_prefix(OPEN)?;
    let start = at + OPEN.len();
    let line = &body[..body.find('\n').unwrap_or(body.len())];
    if let Some(old) = line.strip_prefix('(') {
        let end = old.find("):::")?;
        let inner = Span::new(start + 1, start + 1 + end);
        return Some(Unlocalized { span: Span::new(at, inner.range().end + "):::".len()), inner });
    }
    let end = line.find(":::")?;
    let attribute = "text=";
    let value = line[..end].find(attribute)? + attribute.len();
    let said = &line[value..end];
    let length = match said.strip_prefix('"') {
        Some(quoted) => 1 + closing_quote(quoted)?,
        None => said.find(char::is_whitespace).unwrap_or(said.len()),
    };
    let open = usize::from(said.starts_with('"'));
    let inner = Span::new(start + value + open, start + value + length);
    Some(Unlocalized { span: Span::new(at, start + end + ":::".len()), inner })
}

/// Where the quote that begins before `quoted` ends: a backslash escapes one.
fn closing_quote(quoted: &str) -> Option<usize> {
    quoted.match_indices('"').map(|(at, _)| at).find(|&at| !quoted[..at].ends_with('\\'))
}

/// The elements among `tags` of `text` that HTML marks; of one within another, the outer.
pub fn elements(text: &str, tags: &[Tag]) -> Vec<Unlocalized> {
    let mut found: Vec<Unlocalized> = Vec::new();
    for (index, tag) in tags.iter().enumerate() {
        let name = tag.name.of(text);
        let within = found.last().is_some_and(|last| last.span.contains(tag.span));
        if tag.kind != TagKind::Open || within || !is_marked(tag.span.of(text)) || is_void_element(name) {
            continue;
        }
        if let Some(close) = closing_tag(text, name, &tags[index + 1..]) {
            let inner = Span { start: tag.span.end, end: close.start };
            found.push(Unlocalized { span: tag.span.to(close), inner });
        }
    }
    found
}

/// The tag among those behind that closes an element called `name`.
fn closing_tag(text: &str, name: &str, behind: &[Tag]) -> Option<Span> {
    let mut depth = 0_usize;
    for tag in behind.iter().filter(|tag| tag.name.of(text).eq_ignore_ascii_case(name)) {
        match tag.kind {
            TagKind::Open => depth += 1,
            TagKind::Close if depth == 0 => return Some(tag.span),
            TagKind::Close => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Whether the attributes of `tag` say that its text stays as it is.
fn is_marked(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase();
    let value = |name: &str| {
        let (at, _) = tag.match_indices(name).find(|(at, _)| tag[..*at].ends_with(char::is_whitespace))?;
        let said = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        let quote = said.chars().next().filter(|mark| matches!(mark, '"' | '\''));
        let said = said.trim_start_matches(['"', '\'']);
        let ends = |c: char| quote.map_or(c.is_whitespace() || c == '>', |mark| c == mark);
        Some(&said[..said.find(ends).unwrap_or(said.len())])
    };
    value("translate") == Some("no")
        || value("class").is_some_and(|names| names.split_whitespace().any(|name| name == "notranslate"))
}

#[cfg(test)]
mod tests {
    use crate::text::markup::Markup;

    fn inner(text: &str) -> Vec<&str> {
        Markup::of(text).unlocalized.iter().map(|it| it.inner.of(text)).collect()
    }

    #[test]
    fn both_kinds_of_marks_are_found() {
        assert_eq!(inner("**:::no-loc text=\"Show *all*\":::** and :::no-loc(vertex):::"), ["Show *all*", "vertex"]);
        assert_eq!(inner(r#":::no-loc text="\"tern\""::: x :::no-loc text=all:::"#), [r#"\"tern\""#, "all"]);
        assert_eq!(inner("<b translate=no>A</b> <i class='x notranslate'>B <i>C</i></i>"), ["A", "B <i>C</i>"]);
        assert_eq!(
            inner("<span TRANSLATE=\"no\"><b class=\"notranslate\">A</b></span>"),
            ["<b class=\"notranslate\">A</b>"]
        );
    }

    #[test]
    fn what_is_broken_marks_nothing() {
        for text in [
            ":::no-loc text=\"a\"",
            ":::no-loc text=\"a:::",
            ":::no-loc:::",
            ":::no-loc(a:::",
            "<b translate=\"yes\">a</b>",
            "<b translate=no>a",
            "<b class=\"notranslated\">a</b>",
            "<br translate=no>",
            "<b data-translate=no>a</b>",
        ] {
            assert!(inner(text).is_empty(), "{text}");
        }
    }
}
