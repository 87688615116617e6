//! What stands beside a noun of English: the words that make a phrase with it, the last of which says what it is about.

use crate::locale::{LANGUAGES, Language};
use crate::span::Span;
use crate::text::parts_of_speech::is_determiner;
use std::ops::Range;

/// The words right before word `index` of the `words` of an English text that belong to it: `Harbor Desk` before `page`
/// in `the Harbor Desk page`. Emphasis and links part nothing.
///
/// ```
/// # use bilint::text::{noun_phrases::modifiers, words::words};
/// let text = "Open the [Harbor Desk](desk.md) page.";
/// assert_eq!(modifiers(text, &words(text), 5), 5..5);
/// let text = "Open the **Harbor Desk** page.";
/// assert_eq!(modifiers(text, &words(text), 4), 2..4);
/// ```
pub fn modifiers(text: &str, words: &[Span], index: usize) -> Range<usize> {
    let belongs =
        |before: &usize| is_content(text, words[*before]) && is_joined(text, words[*before], words[before + 1]);
    let first = (0..index).rev().take_while(belongs).last();
    first.unwrap_or(index)..index
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

/// Whether word `index` is by itself, or has an article and one word before it (`an extra charge`), and what follows says
/// something of it (`The report lists …`), if it is no small word: it is part of no term of several words.
///
/// ```
/// # use bilint::text::{noun_phrases::is_plain, words::words};
/// let is_plain = |text: &str, index| is_plain(text, &words(text), index);
/// assert!(is_plain("Cancel the order.", 2) && is_plain("The report lists it.", 1) && is_plain("An extra charge", 2));
/// assert!(!is_plain("Harbor order", 1) && !is_plain("The report header", 1) && !is_plain("The reports lists", 1));
/// ```
pub fn is_plain(text: &str, words: &[Span], index: usize) -> bool {
    let ends = |at: usize| words[at].of(text).ends_with('s');
    let says = || !ends(index) && ends(index + 1);
    let before = modifiers(text, words, index);
    let is_determined =
        || before.start.checked_sub(1).is_some_and(|at| is_determiner(&words[at].of(text).to_lowercase()));
    (is_head(text, words, index) || says()) && (before.is_empty() || before.len() == 1 && is_determined())
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
