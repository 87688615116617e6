//! Capitals and small letters: the word a text begins with, and its capital.

use crate::locale::Language;
use crate::span::Span;
use std::borrow::Cow;

/// The word that `text` begins with, behind white space, emphasis markers, opening quotes and brackets. `None` when
/// something else begins it: a parenthesis, a number, code, a tag, an apostrophe (`'s avonds`).
///
/// ```
/// # use bilint::text::casing::first_word;
/// assert_eq!(first_word(" **open** it").unwrap().of(" **open** it"), "open");
/// assert!(first_word("`npm` installs").is_none());
/// ```
pub fn first_word(text: &str) -> Option<Span> {
    let opens = |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '[' | '"' | '“' | '„' | '«' | '¿' | '¡');
    let body = text.trim_start_matches(opens);
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '_' | '.' | '@' | '/' | '\\');
    let length = body.find(|c: char| !inside(c)).unwrap_or(body.len());
    let word = body[..length].trim_end_matches(['.', '\'', '’', '-', '/']);
    let start = text.len() - body.len();
    word.starts_with(char::is_alphabetic).then(|| Span::new(start, start + word.len()))
}

/// `word` in small letters; most words are, and cost nothing.
pub fn lower(word: &str) -> Cow<'_, str> {
    let small = word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) || !word.chars().any(char::is_uppercase);
    if small { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

/// Whether `word` is written in small letters only, hyphens and apostrophes aside; a name such as `iPad`, `x64` or
/// `readme.md` is not.
pub fn is_small(word: &str) -> bool {
    word.chars().all(|c| c.is_lowercase() || matches!(c, '\'' | '’' | '-'))
}

/// Whether the `word` of `text` begins with a capital.
#[inline]
pub fn begins_with_capital(text: &str, word: Span) -> bool {
    match text.as_bytes().get(word.range().start) {
        Some(first) if first.is_ascii() => first.is_ascii_uppercase(),
        _ => word.of(text).starts_with(char::is_uppercase),
    }
}

/// Whether `word` is a capital and small letters behind it, or the English `A`.
pub fn is_capitalized(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && is_small(letters.as_str()) && (word.len() > 1 || word == "A")
}

/// Whether `word` is an English month or day, which most languages write small.
pub fn is_calendar_word(word: &str) -> bool {
    matches!(word, "January" | "February" | "March" | "April" | "May" | "June" | "July" | "August" | "September")
        || matches!(word, "October" | "November" | "December" | "Monday" | "Tuesday" | "Wednesday" | "Thursday")
        || matches!(word, "Friday" | "Saturday" | "Sunday")
}

/// `word` with the capital that the language gives it: `İ` for `i` in Turkish, `IJ` for `ij` in Dutch.
///
/// ```
/// # use bilint::{locale::Locale, text::casing::capitalized};
/// assert_eq!(capitalized("iş", Locale::parse("tr").unwrap().language()), "İş");
/// assert_eq!(capitalized("ijs", Locale::parse("nl").unwrap().language()), "IJs");
/// ```
pub fn capitalized(word: &str, language: &Language) -> String {
    if let Some(rest) = word.strip_prefix("ij").filter(|_| language.code == "nl") {
        return format!("IJ{rest}");
    }
    let mut letters = word.chars();
    match letters.next() {
        Some('i') if language.dotted_i => format!("İ{}", letters.as_str()),
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
