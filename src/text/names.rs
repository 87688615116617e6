//! Names: words that a translation may keep.

use crate::span::Span;

/// Whether a word, by its letters alone, is likely a name, a code or an acronym: it holds a digit, a capital behind
/// its first letter, or an underscore.
pub fn is_mark_of_name(word: &str) -> bool {
    word.chars().skip(1).any(|c| c.is_uppercase() || c.is_ascii_digit() || c == '_')
        || word.starts_with(|c: char| c.is_ascii_digit())
}

/// For each of `words` of `text`, whether it is likely part of a name: it [looks like one](is_mark_of_name), or it
/// begins with a capital and is not the first word of one of `sentences`. A first word counts when the next word is
/// capitalised as well (`Partner Center shows …`).
pub fn likely(text: &str, words: &[Span], sentences: &[Span]) -> Vec<bool> {
    let capital = |word: Span| word.of(text).starts_with(char::is_uppercase);
    let mut sentence = 0;
    let mut first_of = usize::MAX;
    let mut found = Vec::with_capacity(words.len());
    for (index, &word) in words.iter().enumerate() {
        while sentence + 1 < sentences.len() && sentences[sentence + 1].start <= word.start {
            sentence += 1;
        }
        let first = first_of != sentence;
        first_of = sentence;
        let next = words.get(index + 1).is_some_and(|&next| capital(next) && next.start <= word.end + 1);
        found.push(is_mark_of_name(word.of(text)) || capital(word) && (!first || next));
    }
    found
}
