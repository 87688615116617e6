//! Many terms in one pass: names that are not translated, glossaries.

use crate::span::Span;
use aho_corasick::{AhoCorasick, MatchKind};

/// A set of terms that is looked for in one pass over a text, whole words only, longest match first.
#[derive(Clone, Debug, Default)]
pub struct TermSet {
    terms: Vec<String>,
    matcher: Option<AhoCorasick>,
}

/// A term found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermMatch {
    /// Where.
    pub span: Span,
    /// Which: its index in the set.
    pub term: usize,
}

impl TermSet {
    /// A set of `terms`, found whatever the case of ASCII letters.
    ///
    /// # Errors
    /// When the terms are too many to be compiled (over 4 GiB of states).
    pub fn new(terms: impl IntoIterator<Item = String>) -> Result<Self, aho_corasick::BuildError> {
        let terms: Vec<String> = terms.into_iter().filter(|term| !term.trim().is_empty()).collect();
        if terms.is_empty() {
            return Ok(Self::default());
        }
        let matcher =
            AhoCorasick::builder().ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest).build(&terms)?;
        Ok(Self { terms, matcher: Some(matcher) })
    }

    /// Whether the set is empty.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The terms, by index.
    pub fn terms(&self) -> &[String] {
        &self.terms
    }

    /// Where terms stand in `text`, as whole words, in order.
    ///
    /// ```
    /// # use bilint::text::terms::TermSet;
    /// let set = TermSet::new(["Azure".to_owned(), "Azure Monitor".to_owned()]).unwrap();
    /// let found = set.find("azure monitor, Azurewerk");
    /// assert_eq!(found.len(), 1);
    /// assert_eq!(found[0].term, 1);
    /// ```
    pub fn find(&self, text: &str) -> Vec<TermMatch> {
        self.find_with(text, str::is_empty)
    }

    /// Where terms stand in `text`, in order, each at the beginning of a word, and followed by no more of it than
    /// `ending` takes: the letters and digits up to the end of the word, perhaps none. They are no part of the match.
    ///
    /// ```
    /// # use bilint::text::terms::{TermSet, is_plural};
    /// let set = TermSet::new(["offer".to_owned()]).unwrap();
    /// assert_eq!(set.find_with("offers and offering", is_plural).len(), 1);
    /// ```
    pub fn find_with(&self, text: &str, ending: impl Fn(&str) -> bool) -> Vec<TermMatch> {
        let Some(matcher) = &self.matcher else { return Vec::new() };
        let found = matcher.find_iter(text).filter(|found| {
            is_whole(text, found.start(), found.end())
                || starts_word(text, found.start()) && ending(rest_of_word(text, found.end()))
        });
        found.map(|found| TermMatch { span: found.range().into(), term: found.pattern().as_usize() }).collect()
    }
}

/// Whether `ending` is nothing, or what English puts behind a noun for more than one.
pub fn is_plural(ending: &str) -> bool {
    matches!(ending, "" | "s" | "es")
}

/// Whether `start` is where a word begins.
pub fn starts_word(text: &str, start: usize) -> bool {
    !text[..start].chars().next_back().is_some_and(|c| c.is_alphanumeric() && (c as u32) < 0x2e80)
}

/// The letters and digits from `at` to the end of the word.
pub fn rest_of_word(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    &rest[..rest.find(|c: char| !c.is_alphanumeric() || (c as u32) >= 0x2e80).unwrap_or(rest.len())]
}

/// Whether `text` has the term `form`, perhaps inflected: each word of the form is a word of the text, or the beginning
/// or a later part of one (compounds), where the last letters may differ and vowels may have an umlaut. Both are in
/// small letters. In scripts without spaces the form stands in the text as it is.
///
/// ```
/// # use bilint::text::terms::has_form;
/// assert!(has_form("die angebotsseiten der häuser", "angebot") && has_form("die häuser", "haus"));
/// assert!(has_form("w centrum partnerskim", "centrum partnerskie"));
/// assert!(!has_form("die offerte", "angebot"));
/// ```
pub fn has_form(text: &str, form: &str) -> bool {
    if form.chars().any(|c| c as u32 >= 0x2e80) || text.contains(form) {
        return text.contains(form);
    }
    let text: String = text.chars().map(without_umlaut).collect();
    let form: String = form.chars().map(without_umlaut).collect();
    let mut words = form.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some() && words.all(|word| has_word(&text, word))
}

/// Whether `text` has a word that begins with the stem of `word`, or holds the whole of it.
fn has_word(text: &str, word: &str) -> bool {
    let length = word.chars().count();
    let spare = match length {
        ..5 => 0,
        5..8 => 2,
        _ => 3,
    };
    let end = word.char_indices().nth(length - spare).map_or(word.len(), |(at, _)| at);
    let begins = text.match_indices(&word[..end]).any(|(at, _)| starts_word(text, at));
    begins || length > 3 && text.contains(word)
}

/// The plain vowel of an umlaut.
fn without_umlaut(character: char) -> char {
    match character {
        'ä' => 'a',
        'ö' => 'o',
        'ü' => 'u',
        other => other,
    }
}

/// Whether no letter or digit continues `start..end` on either side. Scripts without spaces between words always do.
pub fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let wordy = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && (c as u32) < 0x2e80);
    let inner = &text[start..end];
    let starts = wordy(text[..start].chars().next_back()) && wordy(inner.chars().next());
    let ends = wordy(text[end..].chars().next()) && wordy(inner.chars().next_back());
    !starts && !ends
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_found_inflected() {
        assert!(has_form("şu iş ortağı merkezinde", "iş ortağı merkezi"));
        assert!(has_form("パートナー センターで", "パートナー センター"));
        assert!(has_form("im partnercenter", "partner center"));
        assert!(!has_form("der hausherr geht", "maus"));
        assert!(!has_form("kaufen sie das", "kauf den"));
        assert!(!has_form("text", "–"));
    }

    #[test]
    fn the_longest_term_is_found_with_its_ending() {
        let set = TermSet::new(["Azure".to_owned(), "Azure plan".to_owned()]).unwrap();
        let found = set.find_with("Azure plans and AzureAD", is_plural);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].span, Span::new(0, 10));
        assert!(set.find("Azure plans").is_empty());
    }
}
