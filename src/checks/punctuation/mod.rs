//! Punctuation, spaces and capitals.

pub mod broken_sentence;
pub mod broken_suspended_hyphen;
pub mod doubled_punctuation;
pub mod doubled_space;
pub mod doubled_word;
pub mod mismatched_end_mark;
pub mod mismatched_end_punctuation;
pub mod mismatched_initial_case;
pub mod misplaced_space;
pub mod missing_no_break_space;
pub mod missing_punctuation_space;
pub mod suspicious_capital;
pub mod suspicious_half_width_mark;
pub mod suspicious_noun_capital;

use crate::check::CheckDef;
use crate::model::SideView;
use crate::span::Span;
use crate::text::spacing::is_blank;

/// The checks of this room, by id.
pub const ALL: &[&CheckDef] = &[
    &broken_sentence::BROKEN_SENTENCE,
    &broken_suspended_hyphen::BROKEN_SUSPENDED_HYPHEN,
    &doubled_punctuation::DOUBLED_PUNCTUATION,
    &doubled_space::DOUBLED_SPACE,
    &doubled_word::DOUBLED_WORD,
    &mismatched_end_mark::MISMATCHED_END_MARK,
    &mismatched_end_punctuation::MISMATCHED_END_PUNCTUATION,
    &mismatched_initial_case::MISMATCHED_INITIAL_CASE,
    &misplaced_space::MISPLACED_SPACE,
    &missing_no_break_space::MISSING_NO_BREAK_SPACE,
    &missing_punctuation_space::MISSING_PUNCTUATION_SPACE,
    &suspicious_capital::SUSPICIOUS_CAPITAL,
    &suspicious_half_width_mark::SUSPICIOUS_HALF_WIDTH_MARK,
    &suspicious_noun_capital::SUSPICIOUS_NOUN_CAPITAL,
];

/// Whether one of the side's words is exactly `word`.
fn holds(side: &SideView<'_>, word: &str) -> bool {
    side.words().iter().any(|known| known.of(side.text()) == word)
}

/// Whether nothing but blanks stands between the word `index` of the side and the word before it.
fn is_spaced(side: &SideView<'_>, index: usize) -> bool {
    let words = side.words();
    let gap = Span { start: words[index - 1].end, end: words[index].start };
    !gap.is_empty() && gap.of(side.text()).chars().all(is_blank)
}

/// Whether a question mark of any script stands in the side.
fn is_question(side: &SideView<'_>) -> bool {
    side.text().contains(['?', '？', '؟'])
        || side.locale().language().code == "el" && side.text().contains([';', '\u{37e}'])
}

/// The first full stop of `text` that ends a sentence, behind a letter and before a blank or the end.
fn first_sentence_mark(text: &str) -> Option<Span> {
    let ends = |at: usize, mark: &str| {
        text[..at].ends_with(char::is_alphabetic)
            && text[at + mark.len()..].chars().next().is_none_or(|c| is_blank(c) || matches!(c, '*' | '_' | '\n'))
    };
    let mut marks = text.match_indices(['.', '。']);
    marks.find(|&(at, mark)| mark == "。" || ends(at, mark)).map(|(at, mark)| Span::new(at, at + mark.len()))
}
