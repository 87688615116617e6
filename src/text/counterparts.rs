//! What stands in a translation for an identifier of the source.

use super::identifiers::{Shape, is_boundary, is_wrapping};
use crate::span::Span;

/// How a word of a translation stands for an identifier of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// The same letters, in another case or torn apart.
    Case,
    /// Alike, or of the same shape.
    Near,
}

/// The word of `text` that was probably `identifier`: the same but for its case or a space within, else the most
/// similar one, else one that has its shape. Words that `known` accepts are passed over (they stand for something
/// else).
///
/// ```
/// # use bilint::text::{counterparts::{counterpart, Likeness}, identifiers::Shape};
/// let search = |text| counterpart("payDate", Shape::CamelCase, text, |_| false);
/// let found = |text| search(text).map(|(span, how)| (span.of(text), how));
/// assert_eq!(found("De waarde payDatum moet"), Some(("payDatum", Likeness::Near)));
/// assert_eq!(found("Wartość paydate musi"), Some(("paydate", Likeness::Case)));
/// assert_eq!(found("De betaaldatum moet"), None);
/// ```
pub fn counterpart(
    identifier: &str,
    shape: Shape,
    text: &str,
    known: impl Fn(&str) -> bool,
) -> Option<(Span, Likeness)> {
    let folded = fold(identifier);
    if let Some(span) = torn_apart(identifier, shape, text) {
        return Some((span, Likeness::Case));
    }
    let mut best: Option<(f64, Span)> = None;
    for token in tokens(text) {
        let word = token.of(text);
        if let Some(length) = same_but_case(word, &folded) {
            if known(word) {
                continue;
            }
            return Some((Span::new(token.range().start, token.range().start + length), Likeness::Case));
        }
        let bonus = if is_alike(identifier, shape, word) { 1.0 } else { 0.0 };
        let score = super::similarity::words(&folded, &fold(word)) + bonus;
        if score >= 0.7 && best.is_none_or(|(high, _)| score > high) && !known(word) {
            best = Some((score, token));
        }
    }
    best.map(|(_, span)| (span, Likeness::Near))
}

/// Where the humps of a camel-case `identifier` stand in `text` with a space between each (`Share point`).
fn torn_apart(identifier: &str, shape: Shape, text: &str) -> Option<Span> {
    if shape != Shape::CamelCase {
        return None;
    }
    let mut torn = String::with_capacity(identifier.len() + 4);
    for (at, letter) in identifier.char_indices() {
        if letter.is_ascii_uppercase() && identifier[..at].ends_with(|c: char| c.is_ascii_lowercase()) {
            torn.push(' ');
        }
        torn.push(letter.to_ascii_lowercase());
    }
    // Only ASCII is folded, so that bytes keep their places.
    let start = text.to_ascii_lowercase().find(&torn)?;
    let inside = |c: char| c.is_alphanumeric();
    let end = start + torn.len();
    (!text[..start].ends_with(inside) && !text[end..].starts_with(inside)).then(|| Span::new(start, end))
}

/// The runs of `text` between spaces, brackets, quotes and emphasis markers.
fn tokens(text: &str) -> impl Iterator<Item = Span> {
    let mut at = 0;
    text.split(|c: char| c.is_whitespace() || is_boundary(c)).filter_map(move |token| {
        let start = at;
        at += token.len() + text[at + token.len()..].chars().next().map_or(0, char::len_utf8);
        let body = token.trim_start_matches(|c| is_wrapping(c) && c != '.').trim_end_matches(is_wrapping);
        let lead = token.find(body).unwrap_or_default();
        (!body.is_empty()).then(|| Span::new(start + lead, start + lead + body.len()))
    })
}

/// In small letters, with the Turkish i of either kind as `i`.
fn fold(word: &str) -> String {
    word.chars().flat_map(|c| if matches!(c, 'ı' | 'İ') { 'i' } else { c }.to_lowercase()).collect()
}

/// How many bytes of `word` are `folded` but for its case; an ending of up to three small letters may follow, or
/// whatever a mark sets apart.
fn same_but_case(word: &str, folded: &str) -> Option<usize> {
    let count = folded.chars().count();
    let length = word.char_indices().nth(count).map_or(word.len(), |(at, _)| at);
    let rest = &word[length..];
    let ending = rest.len() <= 3 && rest.chars().all(char::is_lowercase);
    let apart = rest.starts_with(|c: char| !c.is_alphanumeric());
    ((ending || apart) && word.len() >= folded.len() && fold(&word[..length]) == folded).then_some(length)
}

/// Whether `word` has the shape of `identifier`, whatever its script.
fn is_alike(identifier: &str, shape: Shape, word: &str) -> bool {
    let count = |mark: char, text: &str| text.chars().filter(|c| *c == mark).count();
    match shape {
        Shape::CamelCase => {
            let mut letters = word.chars().zip(word.chars().skip(1));
            letters.any(|(one, next)| one.is_lowercase() && next.is_uppercase())
        }
        Shape::SnakeCase => word.trim_matches('_').contains('_'),
        Shape::Guid => count('-', word) >= 3 && word.contains(|c: char| c.is_ascii_digit()),
        Shape::Path => word.starts_with('/') == identifier.starts_with('/') && word.trim_end_matches('/').contains('/'),
        Shape::FileName => identifier
            .rsplit_once('.')
            .is_some_and(|(_, extension)| word.rsplit_once('.').is_some_and(|(_, other)| other.starts_with(extension))),
        Shape::Option => word.starts_with("--") || word.starts_with('–'),
        Shape::Email => word.contains('@'),
        Shape::Dotted => count('.', word) == count('.', identifier),
        Shape::Hexadecimal => word.starts_with("0x"),
        Shape::HttpHeader => word.starts_with("X-") && identifier.starts_with("X-"),
        Shape::KebabCase | Shape::Code | Shape::HttpVerb => false,
    }
}

/// Where `identifier` differs from the word at `span` of `text`, and what belongs there: of paths with as many parts
/// the first part that changed, else the whole.
pub fn changed_part<'i>(identifier: &'i str, shape: Shape, text: &str, span: Span) -> (Span, &'i str) {
    let found = span.of(text);
    if shape == Shape::Path && identifier.split('/').count() == found.split('/').count() {
        let mut at = span.range().start;
        for (part, other) in identifier.split('/').zip(found.split('/')) {
            if part != other && !part.contains('{') {
                return (Span::new(at, at + other.len()), part);
            }
            at += other.len() + 1;
        }
    }
    (span, identifier)
}

/// Whether the word at `span` differs from `identifier` in its first letter only, at the beginning of a sentence.
pub fn begins_sentence(text: &str, span: Span, identifier: &str) -> bool {
    let before = text[..span.range().start]
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '[' | '"' | '(' | '„' | '“'));
    let first = |word: &str| word.chars().next().map_or(0, char::len_utf8);
    let found = span.of(text);
    (before.is_empty() || before.ends_with(['.', ':', '!', '?', '|', '\n', '。', '：']))
        && found.starts_with(char::is_uppercase)
        && found[first(found)..] == identifier[first(identifier)..]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(identifier: &str, shape: Shape, text: &str) -> Option<(String, Likeness)> {
        counterpart(identifier, shape, text, |_| false).map(|(span, how)| (span.of(text).to_owned(), how))
    }

    #[test]
    fn case_and_spaces_come_before_likeness() {
        let case = |word: &str| Some((word.to_owned(), Likeness::Case));
        assert_eq!(found("SharePoint", Shape::CamelCase, "op OneDrive of share point-Syntex"), case("share point"));
        assert_eq!(found("MpnId", Shape::CamelCase, "Mpnıd değeri"), case("Mpnıd"));
        assert_eq!(found("GitHub", Shape::CamelCase, "w Githubie"), case("Github"));
    }

    #[test]
    fn the_shape_tells_where_a_translated_name_stands() {
        let near = |word: &str| Some((word.to_owned(), Likeness::Near));
        assert_eq!(found("pageSize", Shape::CamelCase, "**dimensionePagina**: righe"), near("dimensionePagina"));
        assert_eq!(found("run-1.txt", Shape::FileName, "トークン.txt に保存"), near(".txt"));
        assert_eq!(found("/firms/list", Shape::Path, "do /firmy/lista, a"), near("/firmy/lista"));
        assert_eq!(found("pageSize", Shape::CamelCase, "rozmiar strony"), None);
    }
}
