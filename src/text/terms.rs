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
        let Some(matcher) = &self.matcher else { return Vec::new() };
        let found = matcher.find_iter(text).filter(|found| is_whole(text, found.start(), found.end()));
        found.map(|found| TermMatch { span: found.range().into(), term: found.pattern().as_usize() }).collect()
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
