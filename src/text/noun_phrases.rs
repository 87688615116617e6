//! What stands beside a noun of English: the words that make a phrase with it, the last of which says what it is about.

use crate::locale::{LANGUAGES, Language};
use crate::span::Span;

/// The word right before word `index` of the `words` of an English text, if it belongs to it: `Desk` before `page` in `the
/// Harbor Desk page`. Emphasis and links part nothing.
///
/// ```
/// # use bilint::text::{noun_phrases::before, words::words};
/// let before = |text: &str, index| before(text, &words(text), index);
/// assert!(before("Open the page.", 2).is_none() && before("Open the **Harbor Desk** page.", 4) == Some(3));
/// ```
pub fn before(text: &str, words: &[Span], index: usize) -> Option<usize> {
    let before = index.checked_sub(1)?;
    (is_content(text, words[before]) && is_joined(text, words[before], words[index])).then_some(before)
}

/// Whether no word behind word `index` belongs to it, so that it is the noun that the words before it belong to.
///
/// ```
/// # use bilint::text::{noun_phrases::is_head, words::words};
/// let is_head = |text: &str, index| is_head(text, &words(text), index);
/// assert!(is_head("Open the harbor page.", 3) && is_head("the page of the harbor", 1));
/// assert!(!is_head("Open the page header.", 2));
/// ```
pub fn is_head(text: &str, words: &[Span], index: usize) -> bool {
    let behind = words.get(index + 1);
    behind.is_none_or(|behind| !is_content(text, *behind) || !is_joined(text, words[index], *behind))
}

/// Whether `word` is more than a function word.
fn is_content(text: &str, word: Span) -> bool {
    !english().is_some_and(|it| it.is_function_word(&word.of(text).to_lowercase()))
}

/// Whether nothing but blanks, hyphens and marks of emphasis and links stands between `one` and `other`.
fn is_joined(text: &str, one: Span, other: Span) -> bool {
    let joins = |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '[' | ']' | '-' | '\u{2011}' | '"' | '“' | '”');
    text[one.range().end..other.range().start].chars().all(joins)
}

/// What is known of English.
fn english() -> Option<&'static Language> {
    LANGUAGES.iter().copied().find(|language| language.code == "en")
}
