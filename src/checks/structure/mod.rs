//! A page beside its original as a whole: whether there is one, of which version it is, and what only one of them has.

pub mod added_block;
pub mod mismatched_original;
pub mod missing_block;
pub mod missing_original;
pub mod missing_sentence;
pub mod stale_page;
pub mod stale_segment;
pub mod suspicious_pair;

use crate::check::CheckDef;
use crate::model::{DocumentView, Drift, DriftKind, Group, SegmentKind, Side};
use crate::span::FileSpan;

/// The checks of this room, by id.
pub const ALL: &[&CheckDef] = &[
    &added_block::ADDED_BLOCK,
    &mismatched_original::MISMATCHED_ORIGINAL,
    &missing_block::MISSING_BLOCK,
    &missing_original::MISSING_ORIGINAL,
    &missing_sentence::MISSING_SENTENCE,
    &stale_page::STALE_PAGE,
    &stale_segment::STALE_SEGMENT,
    &suspicious_pair::SUSPICIOUS_PAIR,
];

/// The drift of one kind in `document`; none where the two pages are no pair, which is said once.
fn drift<'d>(document: &DocumentView<'d>, kind: DriftKind) -> impl Iterator<Item = &'d Drift> {
    let of_kind = document.drift().iter().filter(move |drift| drift.kind == kind);
    let told = document.drift().iter().any(|drift| drift.kind == kind) && !is_mismatched(document);
    of_kind.take(if told { usize::MAX } else { 0 })
}

/// How many blocks stand on one side only from which on they are told one by one no more, where they are many.
const MANY: u32 = 20;

/// Whether more than half of the text of either page has no counterpart on the other; of a page with [`MANY`] such blocks,
/// more than a third; where it stands together and all else corresponds, more than two thirds.
fn is_mismatched(document: &DocumentView<'_>) -> bool {
    if document.drift().is_empty() {
        return false;
    }
    let (mut alone, mut paired, mut unknown) = ([0, 0], [0, 0], 0);
    // What was only counted has neighbours that correspond.
    let known = document.drift().iter().filter(|drift| drift.within.is_none());
    for drift in known.filter(|drift| drift.block != SegmentKind::Code) {
        alone[0] += drift.source.len();
        alone[1] += drift.target.len();
    }
    for segment in document.segments().filter(|it| it.kind() != SegmentKind::FrontMatterValue) {
        let lengths = [segment.source(), segment.target()].map(|side| side.text().len());
        if segment.is_trusted() {
            paired = [paired[0] + lengths[0], paired[1] + lengths[1]];
        } else {
            unknown += lengths[1];
        }
    }
    let lonely: u32 = document.drift().iter().map(|drift| drift.count).sum();
    let stands_together = document.drift().len() == 1 && unknown <= alone[1];
    // Bytes of what has a counterpart for two of what has none.
    let least = match lonely {
        _ if stands_together => 1,
        ..MANY => 2,
        _ => 4,
    };
    alone.iter().zip(paired).any(|(alone, paired)| least * *alone > 2 * paired)
}

/// What a block is called in a sentence.
fn noun(kind: SegmentKind) -> &'static str {
    match kind {
        SegmentKind::Heading => "the heading",
        SegmentKind::ListItem => "the list item",
        SegmentKind::TableCell => "the table cell",
        SegmentKind::Code => "the code",
        _ => "the paragraph",
    }
}

/// How many blocks a drift is, and how the first of them, at `span`, begins.
fn described(document: &DocumentView<'_>, side: Side, drift: &Drift, span: FileSpan) -> String {
    let first = format!("{} {}", noun(drift.block), first_words(span.of(document.text(side))));
    match drift.count {
        1 => first,
        count => format!("{count} blocks, from {first} on,"),
    }
}

/// Which list or table has how many items, rows or columns `more` or less, and what the likeliest of them, at `span`, says.
fn grouped(document: &DocumentView<'_>, side: Side, drift: &Drift, group: Group, span: FileSpan) -> String {
    let (whole, part) = match group {
        Group::Items => ("list", "item"),
        Group::Rows => ("table", "row"),
        Group::Columns => ("table", "column"),
        Group::Paragraphs => ("section", "paragraph"),
        Group::Sentences => ("paragraph", "sentence"),
    };
    let verb = if side == Side::Source { "lacks" } else { "has" };
    let more = if side == Side::Source { "of its original" } else { "more than its original" };
    let plural = if drift.count == 1 { "" } else { "s" };
    let likely = match group {
        Group::Columns => String::new(),
        _ => format!(", most likely {}", first_words(span.of(document.text(side)))),
    };
    format!("the {whole} {verb} {} {part}{plural} {more}{likely}", drift.count)
}

/// Words that are shown.
const SHOWN: usize = 7;

/// The first words of `text`, quoted: enough to find it again.
fn first_words(text: &str) -> String {
    let mut lines = text.lines().filter(|line| !line.starts_with("```") && !line.trim().is_empty());
    let line = lines.next().unwrap_or_default();
    // In the spans of another locale, the other half follows.
    let line = line.split("</span>").next().unwrap_or_default();
    let mut words = line.split_whitespace();
    let shown: Vec<&str> = words.by_ref().take(SHOWN).collect();
    let more = if words.next().is_some() { " …" } else { "" };
    format!("“{}{more}”", shown.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_after_some_words() {
        assert_eq!(first_words("Restart the\nserver"), "“Restart the”");
        assert_eq!(first_words("one two three four five six seven eight"), "“one two three four five six seven …”");
        assert_eq!(first_words("```sh\nexit\n```"), "“exit”");
        assert_eq!(first_words("Notes</span></span> <span>"), "“Notes”");
    }
}
