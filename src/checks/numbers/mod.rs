//! Numbers, versions, placeholders, code without code marks: what must keep its value.

pub mod added_number;
pub mod added_placeholder;
mod difference;
pub mod mismatched_date;
pub mod mismatched_version;
pub mod missing_identifier;
pub mod missing_number;
pub mod missing_placeholder;
mod otherwise;
pub mod suspicious_number;

use crate::check::CheckDef;
use crate::model::{SegmentView, SideView};
use crate::span::Span;
use crate::text::identifiers::inner;
use crate::text::placeholders::{is_description, name};
use hashbrown::HashSet;
use std::cell::OnceCell;

pub(in crate::checks) use difference::{Difference, Number};

/// The checks of this room, by id.
pub const ALL: &[&CheckDef] = &[
    &added_number::ADDED_NUMBER,
    &added_placeholder::ADDED_PLACEHOLDER,
    &mismatched_date::MISMATCHED_DATE,
    &mismatched_version::MISMATCHED_VERSION,
    &missing_identifier::MISSING_IDENTIFIER,
    &missing_number::MISSING_NUMBER,
    &missing_placeholder::MISSING_PLACEHOLDER,
    &suspicious_number::SUSPICIOUS_NUMBER,
];

/// The placeholders of the source that the target lacks, and the reverse. Descriptions (`{your company name}`) are
/// translated: each excuses one of the target.
fn lonely_placeholders(segment: &SegmentView<'_>) -> (Vec<Span>, Vec<Span>) {
    let (source, target) = (segment.source(), segment.target());
    let mut missing = unmatched_placeholders(source, target);
    let mut added = unmatched_placeholders(target, source);
    let all = missing.len();
    missing.retain(|span| !is_description(span.of(source.text())));
    for _ in missing.len()..all {
        let described = added.iter().position(|span| is_description(span.of(target.text())));
        if !added.is_empty() {
            added.remove(described.unwrap_or_default());
        }
    }
    (missing, added)
}

/// The placeholders of `one` whose name does not stand in `other`, nor in its code or destinations. Shortcodes of Hugo
/// are compared by `mismatched-alert`.
fn unmatched_placeholders(one: &SideView<'_>, other: &SideView<'_>) -> Vec<Span> {
    let text = |span: Span| span.of(one.text());
    let known = OnceCell::new();
    let all_names = || other.placeholders().iter().map(|hole| name(hole.of(other.text()))).collect::<HashSet<_>>();
    let named = |mark: &str| known.get_or_init(all_names).contains(mark);
    let is_shortcode = |mark: &str| mark.starts_with("{{<") || mark.starts_with("{{%");
    let missing = |span: &Span| {
        let mark = text(*span);
        !other.text().contains(mark) && !named(name(mark)) && !is_shortcode(mark)
    };
    one.placeholders().iter().copied().filter(missing).collect()
}

/// Where on the target side `span` of the source should stand: the whole of a target of few words, else the word at
/// the same share of the text.
pub(in crate::checks) fn expected_place(segment: &SegmentView<'_>, span: Span) -> Span {
    let (source, target) = (segment.source(), segment.target());
    let words = target.words();
    if words.len() <= 2 {
        return inner(target.text());
    }
    let before = source.words().iter().filter(|word| word.start < span.start).count();
    words[(before * words.len() / source.words().len().max(1)).min(words.len() - 1)]
}
