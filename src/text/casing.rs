//! Capitals and small letters: the word a text begins with, and its capital.

use super::leading;
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
    if is_lower(word) { Cow::Borrowed(word) } else { Cow::Owned(lowered(word)) }
}

/// The same, written to `buffer` where there is something to change.
pub fn lower_in<'w>(word: &'w str, buffer: &'w mut String) -> &'w str {
    if is_lower(word) {
        return word;
    }
    buffer.clear();
    lower_behind(word, buffer);
    buffer
}

/// Whether small letters change nothing.
#[inline]
fn is_lower(word: &str) -> bool {
    // Most words are small letters of ASCII.
    word.bytes().all(|byte| byte.is_ascii_lowercase()) || !word.chars().any(char::is_uppercase)
}

/// `text` in small letters, as [`str::to_lowercase`] has it, but sooner where few letters are beyond ASCII.
pub fn lowered(text: &str) -> String {
    let mut lowered = String::with_capacity(text.len());
    lower_behind(text, &mut lowered);
    lowered
}

/// Writes `text` in small letters behind `lowered`.
fn lower_behind(text: &str, lowered: &mut String) {
    let begin = lowered.len();
    let mut at = 0;
    while at < text.len() {
        let (start, length) = (lowered.len(), leading::ascii(&text.as_bytes()[at..]));
        lowered.push_str(&text[at..at + length]);
        lowered[start..].make_ascii_lowercase();
        at += length;
        match text[at..].chars().next() {
            // What it becomes depends on where it stands.
            Some('Σ') => {
                lowered.truncate(begin);
                return lowered.push_str(&text.to_lowercase());
            }
            Some(letter) => {
                lowered.extend(letter.to_lowercase());
                at += letter.len_utf8();
            }
            None => {}
        }
    }
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

#[cfg(test)]
mod tests {
    use super::{lower_in, lowered};

    #[test]
    fn texts_become_small_as_the_standard_library_has_it() {
        for text in ["", "ABC d", "È già LÀ", "İSTANBUL", "ΌΣΟ ΟΔΟΣ", "日本 ＡＢ", "ẞß", "Één Ünï"]
        {
            assert_eq!(lowered(text), text.to_lowercase());
            assert_eq!(lower_in(text, &mut "Was".to_owned()), text.to_lowercase());
        }
    }
}
