//! Emphasis, code, tags, lists: what Markdown and HTML make of a text.

pub mod added_code;
pub mod added_emphasis;
pub mod added_tag;
pub mod broken_emphasis;
pub mod broken_entity;
pub mod mismatched_alert;
pub mod mismatched_code;
pub mod misplaced_emphasis;
#[cfg(feature = "html")]
pub mod misplaced_tag;
pub mod missing_code;
pub mod missing_emphasis;
pub mod missing_list_item;
pub mod missing_tag;
pub mod unbalanced_bracket;
pub mod unbalanced_quote;
pub mod unbalanced_tag;

mod code;
mod emphasis;
mod labels;
mod tags;

use crate::check::CheckDef;
use crate::model::SideView;
use crate::span::Span;

/// The checks of this room, by id.
pub const ALL: &[&CheckDef] = &[
    &added_code::ADDED_CODE,
    &added_emphasis::ADDED_EMPHASIS,
    &added_tag::ADDED_TAG,
    &broken_emphasis::BROKEN_EMPHASIS,
    &broken_entity::BROKEN_ENTITY,
    &mismatched_alert::MISMATCHED_ALERT,
    &mismatched_code::MISMATCHED_CODE,
    &misplaced_emphasis::MISPLACED_EMPHASIS,
    #[cfg(feature = "html")]
    &misplaced_tag::MISPLACED_TAG,
    &missing_code::MISSING_CODE,
    &missing_emphasis::MISSING_EMPHASIS,
    &missing_list_item::MISSING_LIST_ITEM,
    &missing_tag::MISSING_TAG,
    &unbalanced_bracket::UNBALANCED_BRACKET,
    &unbalanced_quote::UNBALANCED_QUOTE,
    &unbalanced_tag::UNBALANCED_TAG,
];

/// The place on `target` that stands about where `span` stands on `source`: the beginning of the word at the same
/// share of the text. For what is missing and left no trace.
fn about(source: &SideView<'_>, span: Span, target: &SideView<'_>) -> Span {
    let wanted = span.range().start * target.text().len() / source.text().len().max(1);
    let word = target.words().iter().min_by_key(|word| word.range().start.abs_diff(wanted));
    word.copied().unwrap_or(Span::new(0, target.text().len()))
}

/// The members of `these` that find no partner of their own among `others`, as indices.
fn surplus<T: PartialEq>(these: &[T], others: &[T]) -> Vec<usize> {
    let mut taken = vec![false; others.len()];
    let mut left = Vec::new();
    for (index, this) in these.iter().enumerate() {
        match others.iter().enumerate().position(|(at, other)| !taken[at] && other == this) {
            Some(at) => taken[at] = true,
            None => left.push(index),
        }
    }
    left
}

/// `text` with the bytes of its code, tags, destinations and placeholders blanked, length kept: what is left is prose
/// with its brackets and quotation marks.
fn blanked(side: &SideView<'_>) -> String {
    let mut bytes = side.text().as_bytes().to_vec();
    let markup = side.markup();
    let brackets = markup.links.iter().map(|link| Span { start: link.span.start, end: link.text.start });
    let escapes = markup.escapes.iter().copied();
    for span in side.masked().iter().copied().chain(brackets).chain(escapes) {
        bytes[span.range()].fill(b' ');
    }
    String::from_utf8(bytes).unwrap_or_default()
}
