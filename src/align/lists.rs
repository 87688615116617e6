//! Lists and tables that are shorter or longer than their original, and runs of paragraphs that are shorter.
//!
//! Items look so much alike that nobody can tell which of them is missing; that one is, is certain where the same
//! blocks stand around both lists. It is told once, at the likeliest place, and none of the items that could stand for
//! each other is compared. Of paragraphs, which a translator parts and joins, it is certain where as many sentences are
//! missing as one of them has.

use super::{ALONE, Matches, Page, SURE, sentences};
use crate::model::{Block, Group, SegmentKind};
use crate::text::punctuation::{self, End};
use std::ops::Range;

/// Items, rows or columns of one side that stand alone, though it is not known which.
pub(super) struct Lonely {
    /// The side that has them.
    pub(super) side: usize,
    /// The block that most likely is one of them.
    pub(super) block: usize,
    /// How many.
    pub(super) count: u32,
    /// What they are counted in.
    pub(super) group: Group,
}

/// The score of items any of which may stand alone: too little to be compared.
const UNSURE: f32 = 0.4;

/// Finds the lists, tables and runs of paragraphs of both pages that are a pair and differ in length, and lowers the
/// scores of their items.
pub(super) fn settle(matches: &mut Matches, pages: [Page<'_>; 2]) -> Vec<Lonely> {
    let mut counterparts = vec![None; pages[0].blocks.len()];
    for (column, pair) in matches.targets.iter().enumerate() {
        if let Some((row, _)) = pair.filter(|(_, score)| f64::from(*score) > ALONE) {
            counterparts[row] = Some(column);
        }
    }
    let mut found = Vec::new();
    for (kind, rows) in lists(pages[0].blocks) {
        let before = rows.start.checked_sub(1).map_or(Some(0), |before| Some(counterparts[before]? + 1));
        let behind = if rows.end == counterparts.len() { Some(matches.targets.len()) } else { counterparts[rows.end] };
        let (Some(start), Some(end)) = (before, behind) else { continue };
        let ranges = [rows, start..end];
        let all_alike = ranges[1].clone().all(|column| pages[1].blocks[column].kind == kind);
        if ranges[1].is_empty() || !all_alike {
            continue;
        }
        if kind == SegmentKind::ListItem {
            found.extend(shorter(matches, pages, &ranges, Group::Items, is_item));
        } else if kind == SegmentKind::Paragraph {
            if is_shorter(pages, &ranges) {
                found.extend(shorter(matches, pages, &ranges, Group::Paragraphs, |_, _| true));
            }
        } else if [0, 1].into_iter().all(|side| ranges[side].clone().all(|block| is_row(pages[side], block))) {
            found.extend(shorter(matches, pages, &ranges, Group::Rows, |_, _| true));
            found.extend(narrower(matches, pages, &ranges));
        }
    }
    found
}

/// The runs of items, of rows and of paragraphs.
fn lists(blocks: &[Block]) -> Vec<(SegmentKind, Range<usize>)> {
    let mut found: Vec<(SegmentKind, Range<usize>)> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        match found.last_mut() {
            Some((kind, run)) if *kind == block.kind && run.end == index => run.end += 1,
            _ if matches!(block.kind, SegmentKind::ListItem | SegmentKind::TableCell | SegmentKind::Paragraph) => {
                found.push((block.kind, index..index + 1));
            }
            _ => {}
        }
    }
    found
}

/// Whether the second of two runs of paragraphs lacks a paragraph that the first has: it has fewer sentences by as many as
/// that one has. Where the end of a paragraph is not marked, nobody can tell: joined with the next, it is no sentence of
/// its own. A list may follow the last. The reverse proves nothing: translators part paragraphs and sentences more often
/// than they add some.
fn is_shorter(pages: [Page<'_>; 2], ranges: &[Range<usize>; 2]) -> bool {
    if ranges[0].len() != ranges[1].len() + 1 {
        return false;
    }
    let blocks = |side: usize| pages[side].blocks[ranges[side].clone()].iter();
    let is_marked = |side: usize| {
        let mut ends = blocks(side).map(|block| punctuation::end(block.span.of(pages[side].text)));
        let last = ends.next_back().flatten();
        ends.all(|end| end.is_some_and(|(end, _)| ends_sentence(end)))
            && last.is_some_and(|(end, _)| end == End::Colon || ends_sentence(end))
    };
    let counts = |side: usize| blocks(side).map(|block| sentences::count(pages[side], block)).collect::<Vec<_>>();
    let [originals, translations] = [0, 1].map(counts);
    let lacking = originals.iter().sum::<usize>().checked_sub(translations.iter().sum());
    is_marked(0) && is_marked(1) && originals.iter().any(|paragraph| lacking == Some(*paragraph))
}

/// Whether `end` parts a sentence from the next in one paragraph.
pub(super) fn ends_sentence(end: End) -> bool {
    matches!(end, End::Stop | End::Question | End::Exclamation | End::Ellipsis)
}

/// The items of the longer of two lists that are not known to stand alone but must.
fn shorter(
    matches: &mut Matches,
    pages: [Page<'_>; 2],
    ranges: &[Range<usize>; 2],
    group: Group,
    counts: impl Fn(Page<'_>, usize) -> bool,
) -> Option<Lonely> {
    let all = [0, 1].map(|side| ranges[side].clone().filter(|&block| counts(pages[side], block)).collect::<Vec<_>>());
    if all[0].len() == all[1].len() {
        let [source, target] =
            [0, 1].map(|side| matches.alone[side][ranges[side].clone()].iter().filter(|it| **it).count());
        // An item may seem alone because most of it is missing: a cell of a row is empty.
        if source != target {
            for (alone, range) in matches.alone.iter_mut().zip(ranges) {
                alone[range.clone()].fill(false);
            }
        }
        return None;
    }
    let open = [0, 1].map(|side| {
        let open = all[side].iter().copied().filter(|&block| !matches.alone[side][block]);
        open.collect::<Vec<usize>>()
    });
    let side = usize::from(open[1].len() > open[0].len());
    let count = open[side].len() - open[1 - side].len();
    if count == 0 {
        return None;
    }
    for (_, score) in matches.targets[ranges[1].clone()].iter_mut().flatten().filter(|(_, score)| *score < SURE) {
        *score = score.min(UNSURE);
    }
    let likeness = |block: usize| matches.paired[side][block];
    let block = open[side].iter().copied().min_by(|&one, &other| likeness(one).total_cmp(&likeness(other)))?;
    Some(Lonely { side, block, count: count as u32, group })
}

/// The columns that one of two tables has more. By their numbers the others are not known.
fn narrower(matches: &mut Matches, pages: [Page<'_>; 2], ranges: &[Range<usize>; 2]) -> Option<Lonely> {
    let width = |side: usize| pages[side].blocks[ranges[side].clone()].iter().map(|row| row.level).max();
    let (source, target) = (width(0)?, width(1)?);
    if source == target {
        return None;
    }
    for (_, score) in matches.targets[ranges[1].clone()].iter_mut().flatten() {
        *score = score.min(UNSURE);
    }
    let side = usize::from(target > source);
    let count = u32::from(source.abs_diff(target));
    Some(Lonely { side, block: ranges[side].start, count, group: Group::Columns })
}

/// What stands before `block` of `page` on its line, without the marks of quotes.
fn lead(page: Page<'_>, block: usize) -> &str {
    let before = &page.text[..page.blocks[block].span.range().start];
    before[before.rfind('\n').map_or(0, |end| end + 1)..].trim_start_matches(['>', ' ', '\t']).trim_end()
}

/// Whether `block` of `page` begins an item: another one goes on it.
fn is_item(page: Page<'_>, block: usize) -> bool {
    !lead(page, block).is_empty()
}

/// Whether `block` of `page` is a row, as Markdown has it; HTML has cells.
fn is_row(page: Page<'_>, block: usize) -> bool {
    matches!(lead(page, block), "" | "|")
}
