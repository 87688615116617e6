//! Parts of speech, as far as the words beside an English word tell them.
//!
//! Many nouns of English are verbs as well (`offer`, `order`, `plan`), and other languages have two words for the two.

use crate::locale::{LANGUAGES, Language};
use crate::span::Span;

/// Words behind which a verb follows in its plain form.
const BEFORE_VERB: &[&str] = &[
    "can", "can't", "cannot", "could", "couldn't", "don't", "didn't", "doesn't", "i", "let's", "may", "might", "must",
    "not", "please", "shall", "should", "shouldn't", "they", "we", "who", "will", "won't", "would", "wouldn't", "you",
];

/// Words that a noun follows, and that the object of a verb begins with.
const DETERMINERS: &[&str] = &[
    "a", "all", "an", "another", "any", "both", "each", "every", "her", "his", "its", "many", "more", "my", "no", "our",
    "several", "some", "that", "the", "their", "these", "this", "those", "your",
];

/// Words that stand for an object.
const PRONOUNS: &[&str] = &["everyone", "him", "it", "me", "them", "us", "you"];

/// Whether the words `own` of an English text, one of `words`, are likely a verb; `inflected` when an ending such as
/// `-s` was added to it.
///
/// ```
/// # use bilint::text::{parts_of_speech::is_likely_verb, words::words};
/// let is_verb = |text: &str, index: usize, inflected| is_likely_verb(text, &words(text), index, inflected);
/// assert!(is_verb("before you offer it", 2, false) && is_verb("Offer your guests a seat", 0, false));
/// assert!(is_verb("The port offers berths", 2, true) && is_verb("It offers a seat", 1, true));
/// assert!(!is_verb("The offer ends", 1, false) && !is_verb("Your offers end", 1, true));
/// ```
pub fn is_likely_verb(text: &str, words: &[Span], index: usize, inflected: bool) -> bool {
    // What a mark parts stands in another clause.
    let joined = |one: usize, other: usize| {
        let gap = &text[words[one].range().end..words[other].range().start];
        gap.chars().all(|c| c.is_whitespace() || matches!(c, '*' | '_' | '[' | '"'))
    };
    let lower = |index: usize| words[index].of(text).to_lowercase();
    let before = index.checked_sub(1).filter(|&before| joined(before, index)).map(lower);
    let behind = Some(index + 1).filter(|&behind| behind < words.len() && joined(index, behind)).map(lower);
    let is_in = |word: &Option<String>, list: &[&str]| word.as_deref().is_some_and(|word| list.contains(&word));
    let has_object = is_in(&behind, DETERMINERS) || is_in(&behind, PRONOUNS);
    let is_small = |word: &str| english().is_some_and(|it| it.is_function_word(word)) || word.contains(char::is_numeric);
    if inflected {
        let content = |word: &Option<String>| word.as_deref().is_some_and(|word| !is_small(word));
        return has_object || content(&before) && content(&behind);
    }
    let begins = before.is_none() || is_in(&before, &["and", "or", "then"]);
    let ends = behind.as_deref().is_none_or(is_small);
    is_in(&before, BEFORE_VERB) || is_in(&before, &["to"]) && ends || begins && has_object
}

/// What is known of English.
fn english() -> Option<&'static Language> {
    LANGUAGES.iter().copied().find(|language| language.code == "en")
}
