//! Alignment: which part of a page says the same as which part of its English.
//!
//! Blocks first, then sentences within blocks. Both are answered in the same way. What translation leaves alone
//! (numbers, names, links, code, words of one origin) and the lengths of two pieces say how likely they are a
//! translation of each other; a sum over all ways to read the two pages side by side says how likely the pair is, all
//! in all. What is more likely than not becomes a pair, and its likelihood the score; what is likely alone on its side
//! is told as drift; what is neither is left alone.
//!
//! Headings with the same slug, equal code, and texts that are equal and stand once on either page are landmarks:
//! between two of them little is left to try, so that the time is linear in the size of pages that agree.

mod features;
mod landmarks;
mod lattice;
mod lexicon;
mod lists;
mod sentences;

pub use sentences::sentences;

use crate::model::{Block, Drift, DriftKind, Parts, SegmentKind};
use crate::span::FileSpan;
use crate::text::punctuation;
use features::Comparison;
use lattice::{Lattice, Reading};
use lexicon::Lexicon;
use lists::Lonely;
use smallvec::{SmallVec, smallvec};
use std::ops::Range;

/// A page of one language.
#[derive(Clone, Copy, Debug)]
pub struct Page<'p> {
    /// Its text.
    pub text: &'p str,
    /// Its blocks, in order.
    pub blocks: &'p [Block],
}

/// Two pieces of text that say the same, or a piece of the translation whose source is not known.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// What it is, on the side of the translation.
    pub kind: SegmentKind,
    /// Where the original stands, part by part; nothing when it is not known.
    pub source: Parts,
    /// Where the translation stands, part by part.
    pub target: Parts,
    /// The index of the block of the original, where it is known.
    pub block: Option<usize>,
    /// How likely it is, from 0 to 1.
    pub score: f32,
}

impl Pair {
    /// A block of the translation whose original is not known; nothing for code, which is not translated.
    pub fn alone(block: &Block) -> Option<Self> {
        let target = block.parts(0, usize::MAX);
        let pair = Self { kind: block.kind, source: Parts::new(), target, block: None, score: 0.0 };
        (block.kind != SegmentKind::Code).then_some(pair)
    }
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Alignment {
    /// Everything that stands in the translation, in order.
    pub pairs: Vec<Pair>,
    /// What stands on one side only, in order.
    pub drift: Vec<Drift>,
}

/// Likelihood from which on a block or sentence that stands alone is told as drift.
const ALONE: f64 = 0.8;

/// Aligns the page `target` with its original `source`.
pub fn align(source: Page<'_>, target: Page<'_>) -> Alignment {
    let lines = [Lines::of(source), Lines::of(target)];
    let [originals, translations] = [(source, &lines[0]), (target, &lines[1])].map(|(page, lines)| lines.page(page));
    let mut comparison = Comparison::new(originals, translations);
    let fixed = landmarks::landmarks([originals, translations], comparison.heading_names());
    let mut matches = match_blocks(&fixed, &mut comparison);
    if !matches.is_whole() {
        let sure = matches.sure().map(|(row, column)| [comparison.kindred(0, row), comparison.kindred(1, column)]);
        let lexicon = Lexicon::learn(sure);
        comparison = comparison.translated(&lexicon);
        matches = match_blocks(&fixed, &mut comparison);
    }
    let divided = divide(&mut matches, [originals, translations], &comparison);
    let lonely = lists::settle(&mut matches, [originals, translations]);
    let mut found = Alignment::default();
    for (index, counterpart) in matches.targets.iter().enumerate() {
        let line = lines[1].members(index);
        match *counterpart {
            Some((original, score)) => {
                for pair in cells([source, target], [lines[0].members(original), line]) {
                    match pair {
                        (Some(original), index) => {
                            sentences::align(source, target, [original, index], score, &comparison, &mut found);
                        }
                        (None, index) => found.pairs.extend(Pair::alone(&target.blocks[index])),
                    }
                }
            }
            None => found.pairs.extend(line.filter_map(|index| Pair::alone(&target.blocks[index]))),
        }
    }
    found.drift.retain(|drift| !divided.iter().any(|block| block.contains(drift.source)));
    found.drift.extend(drift([originals, translations], &matches, &lonely));
    found.drift.sort_by_key(|drift| (drift.target, drift.source));
    found
}

/// What is matched at first: the blocks of a page, but the cells of a table row as one, so that a row keeps together.
enum Lines<'p> {
    /// No row has two cells.
    Blocks(&'p [Block]),
    Rows {
        blocks: Vec<Block>,
        /// For each of them, the blocks of the page that it holds.
        members: Vec<Range<usize>>,
    },
}

impl<'p> Lines<'p> {
    fn of(page: Page<'p>) -> Self {
        let goes_on = |cell: &Block, next: &Block| {
            cell.level < next.level && [cell, next].iter().all(|cell| cell.kind == SegmentKind::TableCell)
        };
        if !page.blocks.windows(2).any(|pair| goes_on(&pair[0], &pair[1])) {
            return Self::Blocks(page.blocks);
        }
        let (mut blocks, mut members) = (Vec::with_capacity(page.blocks.len()), Vec::new());
        let mut start = 0;
        for row in page.blocks.chunk_by(goes_on) {
            let last = &row[row.len() - 1];
            blocks.push(Block { span: row[0].span.to(last.span), level: last.level, ..row[0].clone() });
            members.push(start..start + row.len());
            start += row.len();
        }
        Self::Rows { blocks, members }
    }

    fn page(&'p self, page: Page<'p>) -> Page<'p> {
        let blocks = match self {
            Self::Blocks(blocks) => blocks,
            Self::Rows { blocks, .. } => &blocks[..],
        };
        Page { text: page.text, blocks }
    }

    /// The blocks of the page that line `index` holds.
    fn members(&self, index: usize) -> Range<usize> {
        match self {
            Self::Blocks(_) => index..index + 1,
            Self::Rows { members, .. } => members[index].clone(),
        }
    }
}

/// The cells of two rows that are a pair, by their columns; of other lines, the two blocks. Each of the translation is
/// named, with its counterpart or without.
fn cells(pages: [Page<'_>; 2], lines: [Range<usize>; 2]) -> SmallVec<[(Option<usize>, usize); 1]> {
    let [originals, translations] = lines;
    if originals.len() == 1 && translations.len() == 1 {
        return smallvec![(Some(originals.start), translations.start)];
    }
    let column = |side: usize, block: usize| pages[side].blocks[block].level;
    let counterpart = |index| originals.clone().find(|&original| column(0, original) == column(1, index));
    translations.map(|index| (counterpart(index), index)).collect()
}

/// The counterparts of blocks.
struct Matches {
    /// For each block of the translation, that of the original and how likely it is.
    targets: Vec<Option<(usize, f32)>>,
    /// For the blocks of either side, how likely they have a counterpart.
    paired: [Vec<f64>; 2],
    /// For the blocks of either side, whether they most likely stand alone.
    alone: [Vec<bool>; 2],
}

impl Matches {
    /// Whether every block has its counterpart.
    fn is_whole(&self) -> bool {
        let paired = self.targets.iter().flatten().count();
        self.alone.iter().all(|alone| alone.len() == paired)
    }

    /// The pairs that can be learnt from.
    fn sure(&self) -> impl Iterator<Item = (usize, usize)> {
        let pairs = self.targets.iter().enumerate();
        pairs.filter_map(|(column, pair)| pair.filter(|&(_, score)| score > SURE).map(|(row, _)| (row, column)))
    }
}

/// The score from which on a pair is learnt from.
const SURE: f32 = 0.9;

/// Matches blocks: those of `fixed` are pairs, and what lies between them is weighed.
fn match_blocks(fixed: &[(usize, usize)], comparison: &mut Comparison<'_>) -> Matches {
    let (rows, columns) = (comparison.count(0), comparison.count(1));
    let paired = [vec![1.0; rows], vec![1.0; columns]];
    let alone = [vec![false; rows], vec![false; columns]];
    let mut found = Matches { targets: vec![None; columns], paired, alone };
    let mut open = Vec::new();
    let mut from = (0, 0);
    for &(row, column) in fixed.iter().chain(std::iter::once(&(rows, columns))) {
        let between = [from.0..row, from.1..column];
        let doubtful = doubtful(comparison, &between);
        let settled =
            |side: usize| (between[side].start..doubtful[side].start).chain(doubtful[side].end..between[side].end);
        for (row, column) in settled(0).zip(settled(1)) {
            found.targets[column] = Some((row, AGREEING));
        }
        if doubtful.iter().any(|range| !range.is_empty()) {
            open.push(doubtful);
        }
        if row < rows {
            found.targets[column] = Some((row, LANDMARK_SCORE));
        }
        from = (row + 1, column + 1);
    }
    comparison.look_at(&open);
    for [rows, columns] in open {
        weigh(comparison, rows, columns, &mut found);
    }
    found
}

/// What of two ranges of blocks needs a closer look. Most translators keep blocks: where they are as many, those that look
/// alike in turn need none, but for the neighbours of others.
fn doubtful(comparison: &Comparison<'_>, between: &[Range<usize>; 2]) -> [Range<usize>; 2] {
    let [rows, columns] = between;
    if rows.len() != columns.len() {
        return between.clone();
    }
    let mut pairs = rows.clone().zip(columns.clone());
    let differ = |(row, column)| !comparison.blocks_agree(row, column);
    let (first, last) = (pairs.clone().position(differ), pairs.rposition(differ));
    let doubtful = first
        .zip(last)
        .map_or(0..0, |(first, last)| first.saturating_sub(NEIGHBOURS)..rows.len().min(last + 1 + NEIGHBOURS));
    [rows, columns].map(|range| range.start + doubtful.start..range.start + doubtful.end)
}

/// So many blocks beside one that does not look like its counterpart may have another one, too.
const NEIGHBOURS: usize = 3;

/// The score of blocks or sentences that look alike in turn.
const AGREEING: f32 = 0.97;
/// The score of a landmark: two blocks that name each other.
const LANDMARK_SCORE: f32 = 0.99;

/// Matches the blocks between two landmarks by all that is known of them.
fn weigh(comparison: &Comparison<'_>, rows: Range<usize>, columns: Range<usize>, found: &mut Matches) {
    let again = said_again(comparison, &rows, &columns);
    let lattice = Lattice::new(rows.len(), columns.len(), Reading::BLOCKS, |_, row, column| {
        let likelihood = comparison.blocks(rows.start + row, columns.start + column);
        if again.get(column) == Some(&true) { likelihood * SAID_AGAIN } else { likelihood }
    });
    found.paired[0][rows.clone()].fill(0.0);
    found.paired[1][columns.clone()].fill(0.0);
    for step in lattice.steps() {
        let (row, column) = (rows.start + step.row, columns.start + step.column);
        found.paired[0][row] += step.likelihood;
        found.paired[1][column] += step.likelihood;
        if step.likelihood > 0.5 {
            found.targets[column] = Some((row, step.likelihood as f32));
        }
    }
    for (side, range) in [rows, columns].into_iter().enumerate() {
        for at in range {
            found.alone[side][at] = 1.0 - found.paired[side][at] > ALONE;
        }
    }
}

/// Which of the blocks `columns` of the translation say word by word what one of them before says; none where the blocks
/// `rows` of the original are as many, or repeat themselves as often.
fn said_again(comparison: &Comparison<'_>, rows: &Range<usize>, columns: &Range<usize>) -> Vec<bool> {
    if columns.len() <= rows.len() {
        return Vec::new();
    }
    let again = comparison.said_again(1, columns.clone());
    let count = |again: &[bool]| again.iter().filter(|again| **again).count();
    if count(&again) > count(&comparison.said_again(0, rows.clone())) { again } else { Vec::new() }
}

/// How likely what is said again is the translation, against what was said first.
const SAID_AGAIN: f64 = 0.05;

/// Finds the paragraphs that are two on the other side, and takes their halves for what they are: the one has a
/// counterpart, the other, before it or behind it, is not alone. Where the original is the whole one, its place is
/// returned: none of its sentences is missing.
fn divide(matches: &mut Matches, pages: [Page<'_>; 2], comparison: &Comparison<'_>) -> Vec<FileSpan> {
    let pairs = matches.targets.iter().enumerate().filter_map(|(column, pair)| Some([pair.as_ref()?.0, column]));
    let pairs: Vec<[usize; 2]> = pairs.collect();
    let mut paired = [0, 1].map(|side| vec![false; pages[side].blocks.len()]);
    for [row, column] in &pairs {
        (paired[0][*row], paired[1][*column]) = (true, true);
    }
    let mut found = Vec::new();
    for (pair, side) in pairs.iter().flat_map(|pair| [(pair, 0), (pair, 1)]) {
        let (own, whole) = (pair[side], pair[1 - side]);
        for other in [own.wrapping_sub(1), own + 1] {
            let is_half = paired[side].get(other) == Some(&false) && is_divided(pages, side, [own, other], whole);
            if is_half && comparison.is_divided(side, [own, other], whole) {
                matches.alone[side][other] = false;
                paired[side][other] = true;
                found.extend((side == 1).then_some(pages[0].blocks[whole].span));
            }
        }
    }
    found
}

/// Whether the blocks `halves` of `side` are prose, and block `whole` of the other side has more sentences than the first
/// of them: a translator may have joined some. Where no mark ends what stands before, both may be one sentence.
fn is_divided(pages: [Page<'_>; 2], side: usize, halves: [usize; 2], whole: usize) -> bool {
    let before = &pages[side].blocks[halves[0].min(halves[1])];
    let halves = halves.map(|half| &pages[side].blocks[half]);
    let whole = &pages[1 - side].blocks[whole];
    let end = punctuation::end(before.span.of(pages[side].text));
    let is_marked = end.is_some_and(|(end, _)| lists::ends_sentence(end));
    let least = sentences::count(pages[side], halves[0]) + usize::from(is_marked);
    is_prose(whole.kind)
        && halves.iter().all(|half| half.kind == whole.kind)
        && sentences::count(pages[1 - side], whole) >= least
}

/// Whether a block of this kind may be divided into two.
fn is_prose(kind: SegmentKind) -> bool {
    matches!(kind, SegmentKind::Paragraph | SegmentKind::ListItem)
}

/// The runs of blocks that stand on one side only, and what of a list or a table does.
fn drift(pages: [Page<'_>; 2], matches: &Matches, lonely: &[Lonely]) -> Vec<Drift> {
    let mut found = Vec::new();
    for side in [0, 1] {
        let alone: Vec<usize> = (0..pages[side].blocks.len()).filter(|&at| matches.alone[side][at]).collect();
        for run in runs(&alone) {
            let count = run.len() as u32;
            found.push(Drift { count, ..drift_at(pages, matches, side, run) });
        }
    }
    for lonely in lonely {
        let drift = drift_at(pages, matches, lonely.side, lonely.block..lonely.block + 1);
        found.push(Drift { count: lonely.count, within: Some(lonely.group), ..drift });
    }
    found
}

/// That the blocks `run` of `side` stand there only.
fn drift_at(pages: [Page<'_>; 2], matches: &Matches, side: usize, run: Range<usize>) -> Drift {
    let before = match side {
        0 => matches.targets.iter().rposition(|pair| pair.is_some_and(|(other, _)| other <= run.start)),
        _ => matches.targets[..run.start].iter().rev().flatten().next().map(|&(original, _)| original),
    };
    // It stands, or should stand, behind what stands before it on the other side.
    let other = pages[1 - side].blocks;
    let at = match before {
        Some(before) => other[before].span.end,
        None => other.first().map_or(0, |first| first.span.start),
    };
    let blocks = &pages[side].blocks[run];
    let mut spans = [FileSpan { start: at, end: at }; 2];
    spans[side] = blocks[0].span.to(blocks[blocks.len() - 1].span);
    let [source, target] = spans;
    let kind = [DriftKind::MissingBlock, DriftKind::AddedBlock][side];
    Drift { kind, block: blocks[0].kind, count: 1, within: None, source, target }
}

/// The runs of neighbours in `numbers`, which are in order.
fn runs(numbers: &[usize]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for &number in numbers {
        match found.last_mut() {
            Some(run) if run.end == number => run.end += 1,
            _ => found.push(number..number + 1),
        }
    }
    found
}
