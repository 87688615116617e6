//! A text as evidence reads it: words, parted at apostrophes, and the few marks between them that say where a phrase,
//! a label or the text of a link begins and ends.

use crate::span::Span;
use crate::text::markup::Markup;
use std::ops::Range;

/// One half of a segment with the facts that evidence is learned from.
#[derive(Clone, Copy)]
pub(super) struct Half<'t, 'f> {
    /// The decoded text, markup included.
    pub text: &'t str,
    /// The words of its prose.
    pub words: &'f [Span],
    /// Its markup.
    pub markup: &'f Markup,
}

/// What stands between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Anything but blanks and markers: punctuation, code, a placeholder.
    Break,
    /// Emphasis begins.
    Emphasis,
    /// Emphasis ends.
    EmphasisEnd,
    /// The text of a link begins.
    Link,
    /// The text of a link ends.
    LinkEnd,
    /// An apostrophe: the parts of one word.
    Apostrophe,
}

impl Mark {
    pub(super) const ALL: [Self; 6] =
        [Self::Break, Self::Emphasis, Self::EmphasisEnd, Self::Link, Self::LinkEnd, Self::Apostrophe];
}

/// A word or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    Word(&'t str),
    Mark(Mark),
}

/// The words of evidence in `words` of `text`: those, parted at their apostrophes. `l'API` holds `API`, and `Azure'un`
/// holds `Azure`, which are the words that their sources have.
///
/// ```
/// # use bilint::evidence::parts;
/// # use bilint::text::words::words;
/// let text = "L'API d'Azure";
/// let found: Vec<_> = parts(text, &words(text)).into_iter().map(|part| part.of(text)).collect();
/// assert_eq!(found, ["L", "API", "d", "Azure"]);
/// ```
pub fn parts(text: &str, words: &[Span]) -> Vec<Span> {
    /// The first byte of each.
    const FIRST: [u8; 2] = [b'\'', 0xe2];
    if memchr::memchr2(FIRST[0], FIRST[1], text.as_bytes()).is_none() {
        return words.to_vec();
    }
    let mut found = Vec::with_capacity(words.len());
    for &word in words {
        let inside = word.of(text);
        if !inside.bytes().any(|byte| FIRST.contains(&byte)) {
            found.push(word);
            continue;
        }
        let mut at = word.range().start;
        for part in inside.split(APOSTROPHES) {
            if !part.is_empty() {
                found.push(Span::new(at, at + part.len()));
            }
            let mark = text[at + part.len()..].chars().next().map_or(0, char::len_utf8);
            at += part.len() + mark;
        }
    }
    found
}

const APOSTROPHES: [char; 2] = ['\'', '’'];

/// Whether `gap`, what stands between two parts, makes them one word.
pub(super) fn is_apostrophe(gap: &str) -> bool {
    gap.strip_prefix(APOSTROPHES) == Some("")
}

/// The tokens of `half` in order.
pub(super) fn tokens<'t>(half: Half<'t, '_>) -> Vec<Token<'t>> {
    let words = parts(half.text, half.words);
    let marks = marks(half.markup);
    let mut found = Vec::with_capacity(words.len() + marks.len());
    let (mut marks, mut end) = (marks.into_iter().peekable(), 0);
    for word in words {
        let start = word.range().start;
        let mut between = Vec::new();
        while let Some((_, mark)) = marks.next_if(|(at, _)| *at <= start) {
            between.push(mark);
        }
        if end > 0 && breaks(half, end..start) {
            // A break that stands beside the end of a label stands behind it.
            let ends = between.iter().take_while(|mark| matches!(mark, Mark::EmphasisEnd | Mark::LinkEnd)).count();
            let is_joint = is_apostrophe(&half.text[end..start]);
            between.insert(ends, if is_joint { Mark::Apostrophe } else { Mark::Break });
        }
        found.extend(between.into_iter().map(Token::Mark));
        found.push(Token::Word(word.of(half.text)));
        end = word.range().end;
    }
    found.extend(marks.map(|(_, mark)| Token::Mark(mark)));
    found
}

/// Where emphasis and texts of links begin and end, in order. Emphasis within emphasis is one.
fn marks(markup: &Markup) -> Vec<(usize, Mark)> {
    let mut found = Vec::new();
    let mut reached = 0;
    for emphasis in &markup.emphasis {
        if emphasis.span.start >= reached {
            let inner = emphasis.inner.range();
            found.extend([(inner.start, Mark::Emphasis), (inner.end, Mark::EmphasisEnd)]);
            reached = emphasis.span.end;
        }
    }
    for link in markup.plain_links() {
        found.extend([(link.text.range().start, Mark::Link), (link.text.range().end, Mark::LinkEnd)]);
    }
    // An end stands before a beginning at the same place.
    found.sort_by_key(|(at, mark)| (*at, matches!(mark, Mark::Emphasis | Mark::Link)));
    found
}

/// Whether anything but blanks and markers stands in `gap`, the destination of a link aside.
fn breaks(half: Half<'_, '_>, gap: Range<usize>) -> bool {
    let between = &half.text[gap.clone()];
    if between == " " {
        return false;
    }
    let is_destination =
        |at: usize| half.markup.links.iter().any(|link| (link.text.end..link.span.end).contains(&(at as u32)));
    between
        .char_indices()
        .any(|(at, c)| !(c.is_whitespace() || matches!(c, '*' | '_' | '[' | ']') || is_destination(gap.start + at)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::words;

    fn read(text: &str) -> String {
        let (markup, words) = (Markup::of(text), words(text));
        let words: Vec<_> = words.into_iter().filter(|w| !text[..w.range().start].ends_with("](")).collect();
        let shown = tokens(Half { text, words: &words, markup: &markup }).into_iter().map(|token| match token {
            Token::Word(word) => word,
            Token::Mark(Mark::Break) => "/",
            Token::Mark(Mark::Emphasis) => "<b>",
            Token::Mark(Mark::EmphasisEnd) => "</b>",
            Token::Mark(Mark::Link) => "<a>",
            Token::Mark(Mark::LinkEnd) => "</a>",
            Token::Mark(Mark::Apostrophe) => "'",
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn marks_stand_between_words() {
        assert_eq!(read("Open the **Invoice details** page, now."), "Open the <b> Invoice details </b> page / now");
        assert_eq!(read("See [the guide](guide), or **[it](b)**"), "See <a> the guide </a> / or <b> <a> it </a> </b>");
        assert_eq!(read("l'API-Schlüssel"), "l ' API / Schlüssel");
    }
}
