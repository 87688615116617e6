//! One side of a segment, parted by a marker: the words under it and the others.

use crate::evidence::Known;
use crate::model::SideView;
use crate::span::Span;
use crate::text::{casing, similarity};
use std::ops::{Range, RangeInclusive};

/// One side of a marker.
pub(super) struct Half<'v, 'd> {
    pub side: &'v SideView<'d>,
    pub words: &'v [Known],
    /// The words under the marker.
    pub inside: Range<usize>,
}

impl<'v, 'd> Half<'v, 'd> {
    pub(super) fn new(side: &'v SideView<'d>, marked: Span) -> Self {
        Self { side, words: side.known(), inside: words_in(side, marked) }
    }

    pub(super) fn text(&self, word: usize) -> &'d str {
        self.words[word].span.of(self.side.text())
    }

    pub(super) fn is_function_word(&self, word: usize) -> bool {
        self.side.locale().language().is_function_word(&casing::lower(self.text(word)))
    }

    /// Whether `word` means something by itself: no function word, and no ending behind an apostrophe.
    pub(super) fn is_content(&self, word: usize) -> bool {
        let before = &self.side.text()[..self.words[word].span.range().start];
        let ends_name =
            self.side.locale().language().inflection.is_some_and(|it| it.names && before.ends_with([it.mark, '’']));
        !ends_name && self.text(word).len() > 1 && !self.is_function_word(word)
    }

    pub(super) fn are_akin(&self, word: usize, other: &str) -> bool {
        similarity::are_akin(&casing::lower(self.text(word)), &casing::lower(other))
    }

    /// Whether `word` is a part of a word with a hyphen, or of a name that is: `Partner Center-dashboard`. A marker cannot
    /// part such words.
    pub(super) fn is_joined(&self, word: usize) -> bool {
        let (text, span) = (self.side.text(), self.words[word].span.range());
        let is_capital = |word: usize| self.text(word).starts_with(char::is_uppercase);
        let is_next = |next: &Known| &text[span.end..next.span.range().start] == " ";
        text[..span.start].ends_with('-')
            || text[span.end..].starts_with('-')
            || self.words.get(word + 1).is_some_and(is_next)
                && is_capital(word)
                && is_capital(word + 1)
                && self.is_joined(word + 1)
    }

    /// Where `words` stand.
    pub(super) fn span(&self, words: RangeInclusive<usize>) -> Span {
        self.words[*words.start()].span.to(self.words[*words.end()].span)
    }
}

/// The indices of the known words that share a byte with `span`.
pub(super) fn words_in(side: &SideView<'_>, span: Span) -> Range<usize> {
    let words = side.known();
    let first = words.partition_point(|word| word.span.end <= span.start);
    let last = words.partition_point(|word| word.span.start < span.end);
    first..last.max(first)
}
