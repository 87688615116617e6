//! Spaces: before and after punctuation marks, doubled, missing. Says where they are; what a language makes of it is
//! for a check to say.

use super::byte_set::ByteSet;
use super::characters::is_unspaced;
use crate::span::Span;

/// White space beside a punctuation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The white space.
    pub space: Span,
    /// The mark before or behind it.
    pub mark: char,
}

/// A mark with a word on either side and no space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tight {
    /// The letters before the mark.
    pub before: Span,
    /// The mark.
    pub mark: Span,
    /// The letters behind it.
    pub after: Span,
}

/// A compound with a blank beside its hyphen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Torn {
    /// The white space.
    pub space: Span,
    /// The acronym before it.
    pub first: Span,
    /// The letters behind it.
    pub last: Span,
}

/// White space within a line: not a line's end.
pub fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{3000}')
}

/// Marks that stand close behind a word: full stop and its kin, closing brackets.
fn is_closing(character: char) -> bool {
    matches!(character, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']')
        || matches!(character, '、' | '。' | '，' | '；' | '：' | '！' | '？' | '）' | '」' | '』' | '،' | '؛' | '؟')
}

/// The white space before closing marks, in order: that of `a , b` and `(a )`. White space at the start of a line is
/// none, and a mark that begins a token of its own (`.NET`, `:)`, `...`, `!=`, `?.`) is none.
///
/// ```
/// # use bilint::text::spacing::before_marks;
/// let found: Vec<_> = before_marks("Use .NET , or (C ) ...").iter().map(|gap| gap.mark).collect();
/// assert_eq!(found, [',', ')']);
/// ```
pub fn before_marks(text: &str) -> Vec<Gap> {
    let mut found = Vec::new();
    let mut run = None;
    let mut before = '\n';
    for (at, character) in text.char_indices() {
        if is_blank(character) {
            run.get_or_insert(at);
            continue;
        }
        if let Some(start) = run.take() {
            let stands_alone = || {
                let behind = text[at + character.len_utf8()..].chars().next();
                !character.is_ascii() || behind.is_none_or(|c| c.is_whitespace() || is_closer(c))
            };
            if is_closing(character) && is_body(before) && stands_alone() {
                found.push(Gap { space: Span::new(start, at), mark: character });
            }
        }
        before = character;
    }
    found
}

/// What may follow a mark that ends something: emphasis, quotes, brackets.
fn is_closer(character: char) -> bool {
    matches!(character, '*' | '_' | '"' | '”' | '»' | ')' | ']')
}

/// What a mark can close: neither an opening bracket nor another mark, operator or dash.
fn is_body(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, ')' | ']' | '*' | '_' | '`' | '"' | '”' | '’' | '>' | '}' | '%')
}

/// The white space behind opening brackets: that of `( a)`. The boxes of task lists (`[ ]`) have none.
pub fn after_openers(text: &str) -> Vec<Gap> {
    let mut found = Vec::new();
    let mut opener = None;
    let mut run = None;
    for (at, character) in text.char_indices() {
        if is_blank(character) {
            if opener.is_some() {
                run.get_or_insert(at);
            }
            continue;
        }
        if let (Some(mark), Some(start)) = (opener, run.take())
            && (character.is_alphanumeric() || matches!(character, '*' | '_' | '`' | '"' | '“' | '„'))
        {
            found.push(Gap { space: Span::new(start, at), mark });
        }
        opener = matches!(character, '(' | '[' | '（').then_some(character);
    }
    found
}

/// The white space between a hyphen that a word ends with and the markup of the word behind it, in order: that of
/// `Depot- [överblicken](…)` and `Depot- **rapport**`.
///
/// ```
/// # use bilint::text::spacing::after_hyphens;
/// assert_eq!(after_hyphens("Depot- [rapport](a.md) - **b** och in- och ut").len(), 1);
/// ```
pub fn after_hyphens(text: &str) -> Vec<Gap> {
    let hyphens = text.match_indices('-').filter_map(|(at, _)| {
        let tail = &text[at + 1..];
        let rest = tail.trim_start_matches(is_blank);
        let marked =
            rest.starts_with(['[', '*']) && rest.trim_start_matches(['[', '*']).starts_with(char::is_alphabetic);
        let space = Span::new(at + 1, text.len() - rest.len());
        let stands = text[..at].ends_with(char::is_alphanumeric) && marked && !space.is_empty();
        stands.then_some(Gap { space, mark: '-' })
    });
    hyphens.collect()
}

/// The white space beside the hyphen of a compound whose first part is an acronym, in order, each with both parts: that of
/// `PDF -Datei` and `PDF- Datei`.
///
/// ```
/// # use bilint::text::spacing::torn_compounds;
/// let text = "PDF -Datei, PDF- Datei, PDF-Datei, und PDF - Datei, XML-, 5 -mal";
/// assert_eq!(torn_compounds(text).len(), 2);
/// ```
pub fn torn_compounds(text: &str) -> Vec<Torn> {
    let torn = |(at, _): (usize, &str)| {
        let (head, tail) = (&text[..at], &text[at + 1..]);
        let (body, rest) = (head.trim_end_matches(is_blank), tail.trim_start_matches(is_blank));
        let first = body.trim_end_matches(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit()).len();
        let last = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let (before, behind) = (head.len() - body.len(), tail.len() - rest.len());
        let start = text.len() - rest.len();
        let space = if before > 0 { Span::new(body.len(), at) } else { Span::new(at + 1, start) };
        let is_acronym = body[first..].len() > 1
            && body[first..].starts_with(|c: char| c.is_ascii_uppercase())
            && body[..first].chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(');
        let ends = !rest[last..].starts_with(|c: char| matches!(c, '-' | '=' | '_' | '/' | '.') || c.is_numeric())
            || rest[last..].starts_with(". ")
            || &rest[last..] == ".";
        let is_torn = (before == 0) != (behind == 0) && is_acronym && ends && last > 0;
        is_torn.then(|| Torn { space, first: Span::new(first, body.len()), last: Span::new(start, start + last) })
    };
    text.match_indices('-').filter_map(torn).collect()
}

/// Two or more blanks in a row, between words of one line. Line starts, line ends and the blanks beside a bar of a
/// table are none.
///
/// ```
/// # use bilint::text::spacing::doubled;
/// assert_eq!(doubled("  a  b  | c  ").len(), 1);
/// ```
pub fn doubled(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut run: Option<(usize, usize)> = None;
    let mut before = '\n';
    for (at, character) in text.char_indices() {
        if is_blank(character) {
            run = Some(run.map_or((at, 1), |(start, count)| (start, count + 1)));
            continue;
        }
        if let Some((start, count)) = run.take() {
            let edge = |c: char| matches!(c, '\n' | '\r' | '|');
            if count > 1 && !edge(before) && !edge(character) {
                found.push(Span::new(start, at));
            }
        }
        before = character;
    }
    found
}

/// Commas, semicolons, colons, full stops, question and exclamation marks between two letters, each with the runs of
/// letters around it. Scripts without spaces between words have none.
///
/// ```
/// # use bilint::text::spacing::tight_marks;
/// let text = "one,two (3,4)";
/// assert_eq!(tight_marks(text).iter().map(|tight| tight.after.of(text)).collect::<Vec<_>>(), ["two"]);
/// ```
pub fn tight_marks(text: &str) -> Vec<Tight> {
    let letter = |c: char| c.is_alphabetic() && !is_unspaced(c);
    let bytes = text.as_bytes();
    let beside = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(|&byte| is_wordy(byte));
    let mut found = Vec::new();
    for at in MARKS.places(bytes).filter(|at| beside(at.checked_sub(1)) && beside(at.checked_add(1))) {
        let (head, tail) = (&text[..at], &text[at + 1..]);
        let before = at - head.trim_end_matches(letter).len();
        let after = tail.len() - tail.trim_start_matches(letter).len();
        if before > 0 && after > 0 {
            found.push(Tight {
                before: Span::new(at - before, at),
                mark: Span::new(at, at + 1),
                after: Span::new(at + 1, at + 1 + after),
            });
        }
    }
    found
}

/// Parentheses that a word touches from outside, each with the letters of the word: `(` in `file(a copy)`, `)` in `(a copy)is`.
/// Those of a link's destination are none.
///
/// ```
/// # use bilint::text::spacing::tight_parentheses;
/// let text = "a file(one) (two)more [link](a.md) (three)";
/// let found = tight_parentheses(text);
/// assert_eq!(found.iter().map(|(_, word)| word.of(text)).collect::<Vec<_>>(), ["file", "more"]);
/// ```
pub fn tight_parentheses(text: &str) -> Vec<(Span, Span)> {
    let letter = |c: char| c.is_alphabetic() && !is_unspaced(c);
    let word = |at: usize| {
        if text.as_bytes()[at] == b'(' {
            Span::new(text[..at].trim_end_matches(letter).len(), at)
        } else {
            let rest = &text[at + 1..];
            Span::new(at + 1, at + 1 + rest.len() - rest.trim_start_matches(letter).len())
        }
    };
    let places = memchr::memchr2_iter(b'(', b')', text.as_bytes());
    let outer = places.filter(|&at| !is_destination(text, at)).map(|at| (Span::new(at, at + 1), word(at)));
    outer.filter(|(_, word)| !word.is_empty()).collect()
}

/// How many parentheses open in `text`, but for those of links' destinations.
pub fn parentheses(text: &str) -> usize {
    memchr::memchr_iter(b'(', text.as_bytes()).filter(|&at| !is_destination(text, at)).count()
}

/// Whether the parenthesis at byte `at` opens or closes the destination of a link.
fn is_destination(text: &str, at: usize) -> bool {
    let opener = if text.as_bytes()[at] == b'(' { Some(at) } else { text[..at].rfind('(') };
    opener.is_some_and(|opener| text[..opener].ends_with(']'))
}

/// Marks that a space follows in most languages.
const MARKS: ByteSet = ByteSet::of(b",;:.!?");

/// Whether `byte` could belong to a letter.
fn is_wordy(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte >= 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_begin_a_token_are_not_spaced() {
        for text in ["a .md", "a : )", "a ... b", "- [ ] a", "if a != b", "\n: a", "| : |", "a ?? b", "( ) [ ]"] {
            let found = before_marks(text);
            assert!(found.iter().all(|gap| gap.mark == ':') && found.len() <= 1, "{text}: {found:?}");
        }
    }

    #[test]
    fn full_width_marks_count() {
        assert_eq!(before_marks("工单 ，则").len(), 1);
        assert!(tight_marks("用户,组").is_empty());
    }

    #[test]
    fn blanks_behind_brackets() {
        assert_eq!(after_openers("( a) [ **b**] [ ] [x]").len(), 2);
    }
}
